/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-mark.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_MARK_LIST (mellow_mark_list_get_type ())
G_DECLARE_FINAL_TYPE (MellowMarkList, mellow_mark_list, MELLOW, MARK_LIST, GObject)

MellowMarkList *mellow_mark_list_new (MellowReview *review);

G_END_DECLS

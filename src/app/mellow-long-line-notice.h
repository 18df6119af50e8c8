/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-notice.h"
#include "mellow-review.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_LONG_LINE_NOTICE (mellow_long_line_notice_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowLongLineNotice, mellow_long_line_notice, MELLOW, LONG_LINE_NOTICE, GObject)

MellowLongLineNotice *mellow_long_line_notice_new (MellowReview *review, MellowNotice *notice);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_NOTICE (mellow_notice_get_type ())
G_DECLARE_FINAL_TYPE (MellowNotice, mellow_notice, MELLOW, NOTICE, AdwBin)

void mellow_notice_show (MellowNotice *self, const char *text, ...) G_GNUC_NULL_TERMINATED;
void mellow_notice_hide (MellowNotice *self);
const char *mellow_notice_get_text (MellowNotice *self);

G_END_DECLS

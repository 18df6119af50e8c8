/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-file-watch.h"
#include "mellow-notice.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_FILE_NOTICE (mellow_file_notice_get_type ())
G_DECLARE_FINAL_TYPE (MellowFileNotice, mellow_file_notice, MELLOW, FILE_NOTICE, GObject)

MellowFileNotice *mellow_file_notice_new (MellowDraft *draft, MellowNotice *notice);

gboolean mellow_file_notice_is_read_only (MellowFileNotice *self);
void mellow_file_notice_keep (MellowFileNotice *self);
void mellow_file_notice_check (MellowFileNotice *self);

G_END_DECLS

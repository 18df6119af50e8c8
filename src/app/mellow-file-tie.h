/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_FILE_TIE (mellow_file_tie_get_type ())
G_DECLARE_FINAL_TYPE (MellowFileTie, mellow_file_tie, MELLOW, FILE_TIE, GObject)

MellowFileTie *mellow_file_tie_new (void);
GFile *mellow_file_tie_get_file (MellowFileTie *self);
gboolean mellow_file_tie_set_file (MellowFileTie *self, GFile *file);
gboolean mellow_file_tie_has_file (MellowFileTie *self, GFile *file);

const char *mellow_file_tie_get_etag (MellowFileTie *self);
void mellow_file_tie_set_etag (MellowFileTie *self, const char *etag);
ProseEncoding mellow_file_tie_get_encoding (MellowFileTie *self);
void mellow_file_tie_set_encoding (MellowFileTie *self, ProseEncoding encoding);

gboolean mellow_file_tie_is_imported (MellowFileTie *self);
void mellow_file_tie_set_imported (MellowFileTie *self, gboolean is_imported);
const ProseFormat *mellow_file_tie_find_format (MellowFileTie *self, GFile *file);
void mellow_file_tie_choose_format (MellowFileTie *self, const ProseFormat *format);

G_END_DECLS

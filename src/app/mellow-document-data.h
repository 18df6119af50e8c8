/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_DOCUMENT_DATA (mellow_document_data_get_type ())
G_DECLARE_FINAL_TYPE (MellowDocumentData, mellow_document_data, MELLOW, DOCUMENT_DATA, GObject)

MellowDocumentData *mellow_document_data_new (void);
ProseBrief *mellow_document_data_get_brief (MellowDocumentData *self);
void mellow_document_data_set_brief (MellowDocumentData *self, ProseBrief *brief);
const char *mellow_document_data_get_contract (MellowDocumentData *self);
void mellow_document_data_set_contract (MellowDocumentData *self, const char *name);
const char *const *mellow_document_data_get_messages (MellowDocumentData *self);
void mellow_document_data_set_messages (MellowDocumentData *self, const char *const *messages);
const char *mellow_document_data_get_original (MellowDocumentData *self);
void mellow_document_data_set_original (MellowDocumentData *self, const char *uri);
GPtrArray *mellow_document_data_get_dismissed (MellowDocumentData *self);
void mellow_document_data_set_dismissed (MellowDocumentData *self, GPtrArray *dismissals);
void mellow_document_data_dismiss (MellowDocumentData *self, const ProseDismissal *dismissal);
void mellow_document_data_bring_back (MellowDocumentData *self, const char *key);
const char *mellow_document_data_get_format (MellowDocumentData *self);
void mellow_document_data_set_format (MellowDocumentData *self, const char *name);
ProseIgnoreList *mellow_document_data_get_ignored (MellowDocumentData *self);
gboolean mellow_document_data_is_empty (MellowDocumentData *self);

gboolean mellow_document_data_load (MellowDocumentData *self, GFile *file, GError **error);
gboolean mellow_document_data_save (MellowDocumentData *self,
                                    GFile *file,
                                    gboolean is_text_saved,
                                    GError **error);
char *mellow_document_data_dup_path (GFile *file);
void mellow_document_data_rename_contract (const char *from, const char *to);

char *mellow_document_data_write (MellowDocumentData *self);
gboolean mellow_document_data_read (MellowDocumentData *self,
                                    const char *name,
                                    const char *yaml,
                                    GError **error);
gboolean mellow_document_data_export (MellowDocumentData *self, GFile *side, GError **error);
gboolean mellow_document_data_import (MellowDocumentData *self, GFile *side, GError **error);

G_END_DECLS

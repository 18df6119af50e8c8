/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowContract:
 * @file: the name of its file
 * @name: what it is called: its client, or its file if it names none
 * @text: the file as it is, YAML
 * @terms: what was agreed
 *
 * A contract on tone that is kept for a client.
 */
typedef struct {
  char *file;
  char *name;
  char *text;
  ProseContract *terms;
} MellowContract;

#define MELLOW_TYPE_CONTRACT_LIBRARY (mellow_contract_library_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowContractLibrary, mellow_contract_library, MELLOW, CONTRACT_LIBRARY, GObject)

MellowContractLibrary *mellow_contract_library_new (const char *folder);
MellowContractLibrary *mellow_contract_library_get_default (void);
void mellow_contract_library_load (MellowContractLibrary *self);

GPtrArray *mellow_contract_library_get_contracts (MellowContractLibrary *self);
const char *const *mellow_contract_library_get_notices (MellowContractLibrary *self);
const MellowContract *mellow_contract_library_find (MellowContractLibrary *self, const char *name);
const MellowContract *mellow_contract_library_find_file (MellowContractLibrary *self,
                                                         const char *file);
char *mellow_contract_library_dup_free_name (MellowContractLibrary *self, const char *name);

char *mellow_contract_library_add (MellowContractLibrary *self,
                                   const ProseContract *terms,
                                   GError **error);
gboolean mellow_contract_library_change (MellowContractLibrary *self,
                                         const char *file,
                                         const ProseContract *terms,
                                         GError **error);
char *mellow_contract_library_import (MellowContractLibrary *self,
                                      const char *file_name,
                                      const char *data,
                                      gsize length,
                                      char **replaced,
                                      GError **error);
gboolean mellow_contract_library_put (MellowContractLibrary *self,
                                      const char *file,
                                      const char *text,
                                      GError **error);
gboolean mellow_contract_library_remove (MellowContractLibrary *self,
                                         const char *file,
                                         GError **error);

G_END_DECLS

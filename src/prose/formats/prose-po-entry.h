/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-copy.h"

G_BEGIN_DECLS

/**
 * ProsePoString:
 * @keyword: (nullable): `msgctxt`, `msgid`, `msgid_plural` or `msgstr`, interned
 * @plural: the number of the plural form that a `msgstr[n]` is for; 0 without one
 * @lines: (element-type ProseSpan): what stands between the quotes of its lines, in bytes
 *   of the entry
 *
 * A string of an entry, which may go over several lines.
 */
typedef struct {
  const char *keyword;
  guint plural;
  GArray *lines;
} ProsePoString;

/**
 * ProsePoEntry:
 * @strings: (element-type ProsePoString): its strings, in order, without obsolete ones
 * @is_fuzzy: whether it is flagged as to be looked at again
 *
 * An entry of a PO file, by where its parts stand.
 */
typedef struct {
  GPtrArray *strings;
  gboolean is_fuzzy;
} ProsePoEntry;

guint prose_po_entry_find_end (const char *text, gsize length, guint start);
ProsePoEntry *prose_po_entry_read (const char *block, guint length);
void prose_po_entry_free (ProsePoEntry *self);
gboolean prose_po_entry_is_header (const ProsePoEntry *self);
const ProsePoString *prose_po_entry_get_string (const ProsePoEntry *self, const char *keyword);
char *prose_po_entry_dup_header (const ProsePoEntry *self, const char *block, const char *name);
ProseCopy *prose_po_string_read (const ProsePoString *self, const char *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProsePoEntry, prose_po_entry_free)

G_END_DECLS

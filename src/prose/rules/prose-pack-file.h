/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProsePackPart:
 * @text: a pack
 * @line: the line of the file in which it begins, from 0
 *
 * A pack of a file that holds several.
 */
typedef struct {
  char *text;
  guint line;
} ProsePackPart;

GPtrArray *prose_pack_file_split (const char *name, const char *data, gsize length, GError **error);
char *prose_pack_file_join (const char *const *texts);
void prose_pack_part_free (ProsePackPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProsePackPart, prose_pack_part_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseMuting:
 *
 * What directives mute where in a paragraph. It reads one after the other; what it tells of
 * them stays valid as long as it is there.
 */
typedef struct _ProseMuting ProseMuting;

ProseMuting *prose_muting_new (void);
void prose_muting_free (ProseMuting *self);
void prose_muting_read (ProseMuting *self, const char *text, gsize length, GArray *tokens);
void prose_muting_set_start (ProseMuting *self, const char *muted);
const char *prose_muting_get_at (ProseMuting *self, guint place);
gboolean prose_muting_has (ProseMuting *self, guint place, const char *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseMuting, prose_muting_free)

G_END_DECLS

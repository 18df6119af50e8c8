/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PROSE_BRIEF_MOST_BENEFITS:
 *
 * How many benefits a brief may name.
 */
#define PROSE_BRIEF_MOST_BENEFITS 5

/**
 * ProseBrief:
 *
 * What the writer knows of a text and the rules do not: the product, what it
 * does for the reader, whom the text speaks to, and the facts behind it. Shared
 * by reference count; not changed once it is shared.
 */
typedef struct _ProseBrief ProseBrief;

ProseBrief *prose_brief_new (void);
ProseBrief *prose_brief_read (const char *name, const char *data, gsize length, GError **error);
ProseBrief *prose_brief_ref (ProseBrief *self);
void prose_brief_unref (ProseBrief *self);

void prose_brief_set (ProseBrief *self, const char *name, const char *value);
void prose_brief_add_benefit (ProseBrief *self, const char *benefit);
const char *prose_brief_get (const ProseBrief *self, const char *name);
const char *prose_brief_get_benefit (const ProseBrief *self, guint place);
guint prose_brief_get_n_benefits (const ProseBrief *self);
char *prose_brief_write (const ProseBrief *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseBrief, prose_brief_unref)

G_END_DECLS

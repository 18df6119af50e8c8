/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowTargetNote:
 * @text: what is to be known, in a line; empty if there is nothing
 * @has_problem: whether something of it is not as it should be
 *
 * What is said of a translation while it is written: how long it may be, which placeholders
 * and tags differ from those of the original, and what the file cannot have of it.
 */
typedef struct {
  char *text;
  gboolean has_problem;
} MellowTargetNote;

MellowTargetNote *mellow_target_note_new (const ProseTranslationUnit *unit,
                                          guint n,
                                          const char *text);
void mellow_target_note_free (MellowTargetNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowTargetNote, mellow_target_note_free)

G_END_DECLS

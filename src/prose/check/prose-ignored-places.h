/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where in a text that is being edited the phrases stand that it ignores at one place. */

#pragma once

#include "check/prose-ignore-list.h"
#include "check/prose-paragraph-list.h"

G_BEGIN_DECLS

void prose_ignored_places_follow_edit (ProseIgnoreList *list,
                                       ProseParagraphList *text,
                                       ProseSpan deleted,
                                       guint n_inserted,
                                       ProseSpan cut);
gboolean prose_ignored_places_resolve (ProseIgnoreList *list, ProseParagraphList *text);
ProseIgnoreEntry *prose_ignored_places_create_entry (ProseParagraphList *text,
                                                     ProseIgnoreLevel level,
                                                     const ProseDiagnostic *mark);
void prose_ignored_places_find_entry (ProseParagraphList *text, ProseIgnoreEntry *entry);

G_END_DECLS

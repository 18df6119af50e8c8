/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found in the paragraphs of a text, and where. */

#pragma once

#include "check/prose-diagnostic.h"
#include "check/prose-ignore-entry.h"
#include "check/prose-paragraph-list.h"

G_BEGIN_DECLS

/**
 * ProseUncheckedLanguage:
 * @language: (nullable): a language without rules, interned; %NULL for texts whose language is
 *   not known
 * @n_paragraphs: how many paragraphs are in it
 *
 * What was not checked is always said.
 */
typedef struct {
  const char *language;
  guint n_paragraphs;
} ProseUncheckedLanguage;

ProseDiagnostic prose_paragraph_findings_get (ProseParagraphList *self, guint position);
guint prose_paragraph_findings_find (ProseParagraphList *self, guint offset);
GArray *prose_paragraph_findings_dup (ProseParagraphList *self, ProseSpan span, gboolean credits);
ProseMeasures prose_paragraph_findings_measure (ProseParagraphList *self,
                                                ProseSpan span,
                                                ProseSeverity *gravest);
GArray *prose_paragraph_findings_list_concerned (ProseParagraphList *self,
                                                 const ProseIgnoreEntry *entry);
GArray *prose_paragraph_findings_list_unchecked (ProseParagraphList *self);

G_END_DECLS

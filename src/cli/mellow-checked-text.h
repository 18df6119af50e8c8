/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prose.h"

G_BEGIN_DECLS

/**
 * MellowCheckedText:
 * @name: the file it came from, as the user named it
 * @line: the line of the file that it is, from 1; 0 if it is the whole file
 * @document: the text
 * @report: what was found in it
 * @rewriter: proposes other wordings for what was found
 *
 * One text and its check: all that an output writes about.
 */
typedef struct {
  const char *name;
  guint line;
  ProseDocument *document;
  ProseReport *report;
  ProseRewriter *rewriter;
} MellowCheckedText;

char *mellow_checked_text_dup_slice (const MellowCheckedText *self, ProseSpan span);
GPtrArray *mellow_checked_text_suggest (const MellowCheckedText *self,
                                        const ProseDiagnostic *diagnostic);

G_END_DECLS

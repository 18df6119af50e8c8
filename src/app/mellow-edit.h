/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowEdit:
 * @span: what is replaced, in bytes of the text
 * @text: what stands there then
 * @before: the sentence as it reads now
 * @after: the sentence as it would read
 *
 * One of several rewrites that are made together.
 */
typedef struct {
  ProseSpan span;
  char *text;
  char *before;
  char *after;
} MellowEdit;

MellowEdit *mellow_edit_new (const ProseSuggestion *suggestion, char *before);
void mellow_edit_free (MellowEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowEdit, mellow_edit_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-edit.h"

/**
 * mellow_edit_new:
 * @suggestion: a suggestion
 * @before: (transfer full): its sentence as it reads now
 *
 * Returns: (transfer full): the suggestion as an edit
 */
MellowEdit *
mellow_edit_new (const ProseSuggestion *suggestion, char *before)
{
  MellowEdit *self = g_new0 (MellowEdit, 1);

  self->span = suggestion->span;
  self->text = g_strdup (suggestion->text);
  self->before = before;
  self->after = g_strdup (suggestion->sentence);

  return self;
}

void
mellow_edit_free (MellowEdit *self)
{
  g_free (self->text);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-ignored-phrase.h"

static const char *const level_names[] = {
  [PROSE_IGNORE_HERE] = "here",
  [PROSE_IGNORE_IN_DOCUMENT] = "document",
  [PROSE_IGNORE_EVERYWHERE] = "everywhere",
};

const char *
prose_ignore_level_to_string (ProseIgnoreLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (level_names), NULL);

  return level_names[level];
}

gboolean
prose_ignore_level_from_string (const char *name, ProseIgnoreLevel *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_names); i++) {
    if (g_strcmp0 (level_names[i], name) == 0) {
      *level = i;
      return TRUE;
    }
  }
  return FALSE;
}

void
prose_ignored_phrase_free (ProseIgnoredPhrase *self)
{
  g_free (self->document);
  g_free (self->rule);
  g_free (self->phrase);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

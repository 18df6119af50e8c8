/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Repetition word for word: a message that is varied is heard, a command that is
 * repeated presses. Each time is a mark already and weighs as such; this is what the
 * marks say together. */

#include "tone/prose-tone-repeat.h"

#include <string.h>

#include "check/prose-ignore-key.h"

/* Twice may be a headline and its button. */
#define FEWEST_TIMES 3

static gboolean
presses (const ProseDiagnostic *mark)
{
  return mark->rule->severity >= PROSE_SEVERITY_PRESSURE &&
         mark->rule->category->meter == PROSE_METER_PRESSURE;
}

static char *
dup_phrase (const ProseDiagnostic *mark, ProseTextSlice slice, gpointer text)
{
  g_autofree char *words = slice (text, mark->span);

  /* Markup in the span is no part of the words. */
  return prose_ignore_key_dup_phrase (words, (ProseSpan){ 0, strlen (words) });
}

/* Where the phrase is counted, from 1; its first place is kept. */
static guint
get_number (GHashTable *numbers, GArray *all, char *phrase, ProseSpan span)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, phrase));
  ProseToneRepeat repeat = { span, 0 };

  if (number > 0) {
    g_free (phrase);
    return number;
  }

  g_array_append_val (all, repeat);
  g_hash_table_insert (numbers, phrase, GUINT_TO_POINTER (all->len));
  return all->len;
}

static void
drop_rare (GArray *all)
{
  for (guint i = all->len; i > 0; i--)
    if (g_array_index (all, ProseToneRepeat, i - 1).count < FEWEST_TIMES)
      g_array_remove_index (all, i - 1);
}

/**
 * prose_tone_repeats_new:
 * @marks: (element-type ProseDiagnostic): the marks of a text, in its order
 * @slice: gives the words of a part of it
 * @text: the text, for @slice
 *
 * Returns: (transfer full) (element-type ProseToneRepeat): the phrases that press and
 *   that it says three times or more, word for word, in the order of the text
 */
GArray *
prose_tone_repeats_new (const GArray *marks, ProseTextSlice slice, gpointer text)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ProseToneRepeat));
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (marks != NULL && slice != NULL, all);

  for (guint i = 0; i < marks->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, i);
    g_autofree char *phrase = presses (mark) ? dup_phrase (mark, slice, text) : NULL;

    if (phrase == NULL || *phrase == '\0')
      continue;
    guint number = get_number (numbers, all, g_steal_pointer (&phrase), mark->span);

    g_array_index (all, ProseToneRepeat, number - 1).count++;
  }
  drop_rare (all);
  return all;
}

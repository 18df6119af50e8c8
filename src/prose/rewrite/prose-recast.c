/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-recast.h"

#include <string.h>

#include "rewrite/prose-letter-case.h"

/* How many words beside the phrase a recast clause may lose. */
#define MOST_LOST_WORDS 6

/* The writer's words where the whole sentence is in capitals: calm. */
static char *
dup_part (const ProseDraft *draft, ProseSpan span)
{
  g_autofree char *text = g_strndup (draft->sentence + span.start, prose_span_get_length (span));

  if (prose_is_in_capitals (draft->sentence, draft->length))
    return prose_to_calm_case (text, draft->context.lexicon);

  return g_steal_pointer (&text);
}

/* Whether the part says what the template does: the gain that it was filled with. */
static gboolean
is_said_by (const ProseDraft *draft, const char *part, const char *filled)
{
  const char *gain = draft->context.gain;
  const char *rest = gain != NULL ? strchr (gain, ' ') : NULL;

  return rest != NULL && strstr (filled, gain) != NULL && g_str_has_suffix (part, rest) &&
         strlen (part) <= strlen (gain) + 4;
}

/* Whether the sentence asks as Spanish does, from its first word on. */
static gboolean
opens_question (const ProseDraft *draft)
{
  return g_str_has_prefix (draft->sentence, "¿") && draft->words.start == PROSE_OPENING_MARK_LENGTH;
}

/* The space that stands before the mark at the end, as in French; "" if none does. */
static const char *
get_space_before_end (const ProseDraft *draft)
{
  static const char *const spaces[] = { " ", "\u00a0", "\u202f", NULL };
  g_autofree char *before = g_strndup (draft->sentence, draft->end_mark.start);

  for (guint i = 0; spaces[i] != NULL; i++)
    if (g_str_has_suffix (before, spaces[i]))
      return spaces[i];

  return "";
}

/* A part before or after the clause, as a sentence of its own. */
static void
append_part (GString *result, const ProseDraft *draft, ProseSpan span, char end, const char *filled)
{
  const char ending[] = { end, '\0' };
  g_autofree char *part = NULL;
  g_autofree char *sentence = NULL;

  if (prose_span_is_empty (span))
    return;

  part = dup_part (draft, span);
  if (is_said_by (draft, part, filled))
    return;
  sentence = prose_with_upper_start (part);
  g_string_append_printf (result, "%s%s%s%s%s", result->len > 0 ? " " : "",
                          end == '?' && opens_question (draft) ? "¿" : "", sentence,
                          end == '?' && !prose_is_ended (sentence) ? get_space_before_end (draft)
                                                                   : "",
                          prose_is_ended (sentence) ? "" : ending);
}

/**
 * prose_recast_clause:
 * @draft: a draft
 * @filled: a template that was filled, which is a sentence
 *
 * Recasts the clause of the phrase: the filled template is a sentence, and so is
 * what stands before the clause, and after it. What the copy says comes first, and
 * the template last, unless the part after it goes on from there.
 *
 * Returns: (transfer full) (nullable): the sentences; %NULL if that would lose much, or a fact
 */
char *
prose_recast_clause (const ProseDraft *draft, const char *filled)
{
  const ProseClause *clause = &draft->clause;
  g_autoptr (GString) result = g_string_new (NULL);
  g_autofree char *sentence = prose_with_upper_start (filled);
  gboolean asks = draft->sentence[draft->end_mark.start] == '?';

  if (!draft->has_clause || clause->n_lost > MOST_LOST_WORDS ||
      !prose_draft_survives (draft, clause->span.start, draft->mark.start, filled) ||
      !prose_draft_survives (draft, draft->mark.end, clause->span.end, filled))
    return NULL;

  append_part (result, draft, clause->before, '.', filled);
  if (!clause->after_is_tied)
    append_part (result, draft, clause->after, asks ? '?' : '.', filled);
  g_string_append_printf (result, "%s%s", result->len > 0 ? " " : "", sentence);
  if (clause->after_is_tied)
    append_part (result, draft, clause->after, asks ? '?' : '.', filled);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-suggestion.h"

#include <string.h>

/* The last place before end where one of the marks ends; 0 if there is none. */
static guint
find_opening_mark (const ProseDraft *draft, guint end)
{
  for (guint i = end; i >= PROSE_OPENING_MARK_LENGTH; i--)
    if (prose_draft_ends_in_opening_mark (draft, i))
      return i;

  return 0;
}

/* A ¡ or ¿ before what is replaced that nothing closes any more goes along: then
 * text and what stands between them are put in its place. */
static char *
drop_lone_opening_mark (const ProseDraft *draft, ProseSpan *replaced, const char *text)
{
  g_autofree char *result = g_strdup (text);
  guint end;

  while ((end = find_opening_mark (draft, replaced->start)) > 0) {
    guint start = end - PROSE_OPENING_MARK_LENGTH;
    char closer = memcmp (draft->sentence + start, "¡", PROSE_OPENING_MARK_LENGTH) == 0 ? '!' : '?';
    g_autofree char *between = g_strndup (draft->sentence + end, replaced->start - end);
    g_autofree char *longer = g_strconcat (between, result, NULL);

    if (strchr (longer, closer) != NULL || strchr (draft->sentence + replaced->end, closer) != NULL)
      break;
    g_free (result);
    result = g_steal_pointer (&longer);
    replaced->start = start;
  }
  return g_steal_pointer (&result);
}

/* A ! at the end whose ¡ is among what is replaced becomes a full stop. */
static char *
close_calmly (const ProseDraft *draft, ProseSpan *replaced, const char *text)
{
  ProseSpan rest = { replaced->end, draft->end_mark.start };
  gboolean was_opened = find_opening_mark (draft, replaced->end) > replaced->start;

  if (!was_opened || draft->sentence[draft->end_mark.start] != '!' || rest.end < rest.start ||
      strstr (text, "¡") != NULL)
    return g_strdup (text);

  replaced->end = draft->end_mark.end;
  return g_strdup_printf ("%s%.*s.", text, (int)prose_span_get_length (rest),
                          draft->sentence + rest.start);
}

/**
 * prose_suggestion_new:
 * @draft: a draft
 * @kind: what sort of rewrite it is
 * @replaced: what goes, in bytes of the sentence
 * @filled: what comes in its place
 *
 * A mark that opens what is replaced, or closes it, alone goes along.
 *
 * Returns: (transfer full): a suggestion for the copy of the mark
 */
ProseSuggestion *
prose_suggestion_new (const ProseDraft *draft,
                      ProseRewriteKind kind,
                      ProseSpan replaced,
                      const char *filled)
{
  ProseSuggestion *self = g_new0 (ProseSuggestion, 1);
  g_autofree char *closed = close_calmly (draft, &replaced, filled);
  g_autofree char *text = drop_lone_opening_mark (draft, &replaced, closed);

  /* "for 150 kr." ends the sentence as well. */
  if (g_str_has_suffix (text, ".") && draft->sentence[replaced.end] == '.')
    replaced.end++;

  self->kind = kind;
  self->span = prose_span_shift (replaced, draft->diagnostic->sentence.start);
  self->text = g_strdup (text);
  self->wording = g_strdup (text);
  self->sentence = g_strdup_printf ("%.*s%s%s", (int)replaced.start, draft->sentence, text,
                                    draft->sentence + replaced.end);
  return self;
}

void
prose_suggestion_free (ProseSuggestion *self)
{
  g_free (self->text);
  g_free (self->wording);
  g_free (self->sentence);
  g_free (self);
}

/**
 * prose_suggestion_write_into_file:
 * @self: a suggestion for the copy
 * @place: where the mark stands in the file
 *
 * Makes the edit of the copy one of the file.
 *
 * Returns: whether the file can have it
 */
gboolean
prose_suggestion_write_into_file (ProseSuggestion *self, const ProseDraftPlace *place)
{
  ProseSpan source;
  char *text;

  if (place->copy == NULL)
    return TRUE;

  text = prose_copy_rewrite (place->copy, place->bytes, self->span, self->text, &source);
  if (text == NULL)
    return FALSE;

  g_free (self->text);
  self->text = text;
  self->span = prose_span_shift (source, place->start);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-suggestion.h"

#include <string.h>

#include "prose-fixture.h"

/* A mark, where it stands in its sentence, and the sentence in the text. */
static ProseDiagnostic
make_mark (const char *sentence, const char *phrase)
{
  guint start = strstr (sentence, phrase) - sentence;

  return (ProseDiagnostic){ .span = { 100 + start, 100 + start + strlen (phrase) },
                            .sentence = { 100, 100 + strlen (sentence) } };
}

static char *
dup_part (const char *sentence, ProseSpan span)
{
  return g_strndup (sentence + span.start, prose_span_get_length (span));
}

/* The words of a sentence and what ends it: `words|end`. */
static char *
parts_of (const char *sentence, const char *phrase)
{
  ProseDiagnostic mark = make_mark (sentence, phrase);
  g_autofree char *words = NULL, *end = NULL;
  ProseDraft draft;

  prose_draft_init (&draft, &mark, sentence, NULL, NULL);
  words = dup_part (sentence, draft.words);
  end = dup_part (sentence, draft.end_mark);
  return g_strconcat (words, "|", end, NULL);
}

static void
test_the_parts_of_a_sentence (void)
{
  assert_string (parts_of ("Æd nu!", "nu"), "Æd nu|!");
  assert_string (parts_of ("– “Æd nu!!”", "nu"), "Æd nu|!!");
  assert_string (parts_of ("*Buy it now.*", "now"), "Buy it now|.");
  assert_string (parts_of ("Only 9 kr.*", "9 kr."), "Only 9 kr.*|");
  assert_string (parts_of ("Buy now!", "now!"), "Buy now!|");
}

/* How the sentence reads with text in the place of a phrase, and what goes of the file. */
static char *
replace (const char *sentence, const char *phrase, const char *text)
{
  ProseDiagnostic mark = make_mark (sentence, phrase);
  g_autoptr (ProseSuggestion) suggestion = NULL;
  ProseDraft draft;

  prose_draft_init (&draft, &mark, sentence, NULL, NULL);
  suggestion = prose_suggestion_new (&draft, PROSE_REWRITE_PLAIN, draft.mark, text);
  g_assert_cmpstr (suggestion->text, ==, suggestion->wording);
  return g_strdup_printf ("%s %u-%u", suggestion->sentence, suggestion->span.start - 100,
                          suggestion->span.end - 100);
}

static void
test_replaces_the_phrase (void)
{
  assert_string (replace ("Æd den nu, ven.", "nu", "siden"), "Æd den siden, ven. 8-10");
  assert_string (replace ("Yours now.", "now", "for 150 kr."), "Yours for 150 kr. 6-10");
}

/* In Spanish what opens is closed, and what closes was opened. */
static void
test_marks_that_open (void)
{
  assert_string (replace ("¡Compra ya tu casa!", "¡Compra ya", "Mira"), "Mira tu casa. 0-20");
  assert_string (replace ("¿Vienes? ¡Compra ya!", "ya!", "hoy."), "¿Vienes? Compra hoy. 10-22");
  assert_string (replace ("¡Compra ya!", "ya", "hoy"), "¡Compra hoy! 9-11");
}

static void
test_a_part_of_a_file (void)
{
  g_autoptr (ProseSuggestion) suggestion = NULL;
  ProseDiagnostic mark = make_mark ("Buy now.", "now");
  ProseDraft draft;

  prose_draft_init (&draft, &mark, "Buy now.", NULL, NULL);
  suggestion = prose_suggestion_new (&draft, PROSE_REWRITE_PLAIN, draft.mark, "later");
  g_assert_true (prose_suggestion_write_into_file (suggestion, &(ProseDraftPlace){ NULL }));
  g_assert_cmpstr (suggestion->text, ==, "later");
  g_assert_cmpuint (suggestion->span.start, ==, 104);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suggestion/the-parts-of-a-sentence", test_the_parts_of_a_sentence);
  g_test_add_func ("/suggestion/replaces-the-phrase", test_replaces_the_phrase);
  g_test_add_func ("/suggestion/marks-that-open", test_marks_that_open);
  g_test_add_func ("/suggestion/a-part-of-a-file", test_a_part_of_a_file);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-paragraph-findings.h"

#include <string.h>

#include "prose-fixture.h"

/* A text, and two rules that marks are of. */
typedef struct {
  ProseParagraphList *text;
  ProseRule *pressing;
  ProseRule *noted;
} Fixture;

static void
add_mark (GArray **marks, const ProseRule *rule, ProseSpan span)
{
  ProseDiagnostic mark = { .span = span, .sentence = span, .rule = rule };

  if (*marks == NULL)
    *marks = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  g_array_append_val (*marks, mark);
}

/* Three paragraphs of ten bytes, of which the one in the middle has nothing. */
static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  ProseParagraph *last;

  self->text = prose_paragraph_list_new ();
  self->pressing = make_rule ("press", "act now", NULL);
  self->pressing->severity = PROSE_SEVERITY_PRESSURE;
  self->noted = make_rule ("note", "we", NULL);
  self->noted->severity = PROSE_SEVERITY_NOTE;
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (paragraphs, prose_paragraph_new ("æbler her\n", 10));
  last = paragraphs->pdata[2];
  add_mark (&((ProseParagraph *)paragraphs->pdata[0])->diagnostics, self->noted,
            (ProseSpan){ 2, 10 });
  add_mark (&last->diagnostics, self->noted, (ProseSpan){ 0, 3 });
  add_mark (&last->diagnostics, self->pressing, (ProseSpan){ 4, 9 });
  add_mark (&last->credits, self->noted, (ProseSpan){ 3, 5 });
  last->measures.words = 2;
  prose_paragraph_list_insert (self->text, 0, paragraphs);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  prose_paragraph_list_free (self->text);
  prose_rule_unref (self->pressing);
  prose_rule_unref (self->noted);
}

/* Takes found: `2-10, 20-23`. */
static char *
places_of (GArray *found)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    ProseSpan span = g_array_index (found, ProseDiagnostic, i).span;

    g_string_append_printf (string, "%s%u-%u", i > 0 ? ", " : "", span.start, span.end);
  }
  g_array_unref (found);
  return g_string_free (string, FALSE);
}

static void
test_finds_by_number_and_place (Fixture *self, gconstpointer unused)
{
  g_assert_cmpuint (prose_paragraph_findings_get (self->text, 0).span.start, ==, 2);
  g_assert_cmpuint (prose_paragraph_findings_get (self->text, 2).span.start, ==, 24);

  g_assert_cmpuint (prose_paragraph_findings_find (self->text, 0), ==, 0);
  g_assert_cmpuint (prose_paragraph_findings_find (self->text, 10), ==, 0);
  g_assert_cmpuint (prose_paragraph_findings_find (self->text, 11), ==, 1);
  g_assert_cmpuint (prose_paragraph_findings_find (self->text, 24), ==, 2);
  g_assert_cmpuint (prose_paragraph_findings_find (self->text, 30), ==, 3);
}

static void
test_a_part_of_the_text (Fixture *self, gconstpointer unused)
{
  ProseSpan all = { 0, 30 };

  assert_string (places_of (prose_paragraph_findings_dup (self->text, all, FALSE)),
                 "2-10, 20-23, 24-29");
  assert_string (places_of (prose_paragraph_findings_dup (self->text, all, TRUE)), "23-25");
  assert_string (places_of (prose_paragraph_findings_dup (self->text, (ProseSpan){ 9, 24 }, FALSE)),
                 "2-10, 20-23");
  assert_string (
      places_of (prose_paragraph_findings_dup (self->text, (ProseSpan){ 10, 20 }, FALSE)), "");
}

static void
test_what_paragraphs_amount_to (Fixture *self, gconstpointer unused)
{
  ProseSeverity gravest;

  g_assert_cmpint (
      prose_paragraph_findings_measure (self->text, (ProseSpan){ 10, 20 }, &gravest).words, ==, 0);
  g_assert_cmpint (gravest, ==, PROSE_SEVERITY_CREDIT);
  g_assert_cmpint (
      prose_paragraph_findings_measure (self->text, (ProseSpan){ 5, 21 }, &gravest).words, ==, 2);
  g_assert_cmpint (gravest, ==, PROSE_SEVERITY_PRESSURE);
}

static void
test_an_empty_text (void)
{
  g_autoptr (ProseParagraphList) text = prose_paragraph_list_new ();
  ProseSpan none = { 0, 0 };
  ProseSeverity gravest;

  g_assert_cmpuint (prose_paragraph_findings_find (text, 0), ==, 0);
  assert_string (places_of (prose_paragraph_findings_dup (text, none, FALSE)), "");
  prose_paragraph_findings_measure (text, none, &gravest);
  g_assert_cmpint (gravest, ==, PROSE_SEVERITY_CREDIT);
}

/* Those with most paragraphs first; what is not known comes last of equal ones. */
static void
test_what_was_not_checked (Fixture *self, gconstpointer unused)
{
  const char *languages[] = { NULL, "fi", "pl" };
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < 3; i++) {
    ProseParagraphPlace place = prose_paragraph_list_find (self->text, PROSE_PARAGRAPH_COUNT, i);
    ProseParagraph *paragraph = prose_paragraph_list_get (self->text, &place);

    paragraph->n_unchecked = i == 2 ? 2 : 1;
    paragraph->unchecked_language = g_intern_string (languages[i]);
  }
  found = prose_paragraph_findings_list_unchecked (self->text);

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (g_array_index (found, ProseUncheckedLanguage, 0).language, ==, "pl");
  g_assert_cmpuint (g_array_index (found, ProseUncheckedLanguage, 0).n_paragraphs, ==, 2);
  g_assert_cmpstr (g_array_index (found, ProseUncheckedLanguage, 1).language, ==, "fi");
  g_assert_null (g_array_index (found, ProseUncheckedLanguage, 2).language);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, function)                                                                   \
  g_test_add ("/paragraph-findings/" name, Fixture, NULL, set_up, function, tear_down)
  add_test ("by-number-and-place", test_finds_by_number_and_place);
  add_test ("a-part-of-the-text", test_a_part_of_the_text);
  add_test ("what-paragraphs-amount-to", test_what_paragraphs_amount_to);
  add_test ("what-was-not-checked", test_what_was_not_checked);
#undef add_test
  g_test_add_func ("/paragraph-findings/an-empty-text", test_an_empty_text);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-alignment.h"

#include <string.h>

#include "prose-fixture.h"

#define LEXICON                                                                                    \
  "language: en\n"                                                                                 \
  "lists:\n"                                                                                       \
  "  abbreviations: [approx]\n"

static GArray *
align (const char *before, const char *after)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (LEXICON);

  return prose_alignments_new (before, after, lexicon);
}

/* The sentences in a line: `equal “A.” “A.”, removed “B.” “”`. */
static char *
alignments_to_string (const char *before, const char *after)
{
  g_autoptr (GArray) alignments = align (before, after);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < alignments->len; i++) {
    const ProseAlignment *alignment = &g_array_index (alignments, ProseAlignment, i);
    g_autofree char *left = dup_span (before, alignment->before);
    g_autofree char *right = dup_span (after, alignment->after);

    g_string_append_printf (line, "%s%s “%s” “%s”", i > 0 ? ", " : "",
                            prose_alignment_kind_to_string (alignment->kind), left, right);
  }
  return g_string_free (line, FALSE);
}

#define assert_alignments(before, after, expected)                                                 \
  assert_string (alignments_to_string (before, after), expected)

static void
test_equal (void)
{
  assert_alignments ("A tent. It is dry.", "A tent. It is dry.",
                     "equal “A tent.” “A tent.”, equal “It is dry.” “It is dry.”");
  assert_alignments ("Ærø is\n  near.", "Ærø is near.", "equal “Ærø is\n  near.” “Ærø is near.”");
}

static void
test_changed (void)
{
  assert_alignments ("A tent. Order the green tent now! Bye.",
                     "A tent. Would the green tent suit you? Bye.",
                     "equal “A tent.” “A tent.”, changed “Order the green tent now!” “Would the "
                     "green tent suit you?”, equal “Bye.” “Bye.”");
}

/* Letters and signs count, too: what shouts is not the same as what speaks. */
static void
test_case_and_signs_are_changes (void)
{
  assert_alignments ("BUY ÆBLER!", "Buy æbler.", "changed “BUY ÆBLER!” “Buy æbler.”");
}

static void
test_removed_and_added (void)
{
  assert_alignments ("A tent. Act now! Bye.", "A tent. Bye.",
                     "equal “A tent.” “A tent.”, removed “Act now!” “”, equal “Bye.” “Bye.”");
  assert_alignments ("A tent. Bye.", "A tent. Take your time. Bye.",
                     "equal “A tent.” “A tent.”, added “” “Take your time.”, equal “Bye.” “Bye.”");
  assert_alignments ("Act now!", "Take your time. Or ask us.",
                     "removed “Act now!” “”, added “” “Take your time.”, added “” “Or ask us.”");
}

/* One in the place of one, between others that stayed or at an end. */
static void
test_replaced (void)
{
  assert_alignments ("Act now!", "Take your time.", "changed “Act now!” “Take your time.”");
  assert_alignments ("A tent. Act now! Bye. Only 3 left.",
                     "A tent. A reminder. Bye. Some are here.",
                     "equal “A tent.” “A tent.”, changed “Act now!” “A reminder.”, equal “Bye.” "
                     "“Bye.”, changed “Only 3 left.” “Some are here.”");
  assert_alignments ("One. Two. Three.", "Vier. Three.",
                     "removed “One.” “”, removed “Two.” “”, added “” “Vier.”, equal “Three.” "
                     "“Three.”");
}

static void
test_nothing (void)
{
  assert_alignments ("", "", "");
  assert_alignments ("A tent.", "", "removed “A tent.” “”");
  assert_alignments ("\n\n", "A tent.", "added “” “A tent.”");
}

static void
test_split (void)
{
  assert_alignments ("Order the green tent, which stands in two minutes.",
                     "Order the green tent. It stands in two minutes.",
                     "split “Order the green tent, which stands in two minutes.” “Order the green "
                     "tent. It stands in two minutes.”");
}

static void
test_joined (void)
{
  assert_alignments ("The green tent is dry. It stands in two minutes. Bye.",
                     "The green tent is dry and stands in two minutes. Bye.",
                     "joined “The green tent is dry. It stands in two minutes.” “The green tent is "
                     "dry and stands in two minutes.”, equal “Bye.” “Bye.”");
}

/* A sentence that has hardly a word of it is no half of one that was split. */
static void
test_no_split (void)
{
  assert_alignments ("Order the green tent today.",
                     "Order the green tent today. The sun may shine when you sleep.",
                     "equal “Order the green tent today.” “Order the green tent today.”, added “” "
                     "“The sun may shine when you sleep.”");
}

static void
test_paragraphs_and_abbreviations (void)
{
  assert_alignments ("# Tent\n\nIt weighs approx. 2 kilos.", "# Tent\n\nIt weighs approx. 3 kilos.",
                     "equal “# Tent” “# Tent”, changed “It weighs approx. 2 kilos.” “It weighs "
                     "approx. 3 kilos.”");
}

/* --- long texts --- */

static char *
number (guint first, guint n, const char *more)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (text, "Line %u has word%u and word%u.\n\n", i, i, i + 1);
  g_string_append (text, more);
  return g_string_free (text, FALSE);
}

static guint
count (GArray *alignments, ProseAlignmentKind kind)
{
  guint n = 0;

  for (guint i = 0; i < alignments->len; i++)
    n += g_array_index (alignments, ProseAlignment, i).kind == kind;
  return n;
}

/* The middle was taken out and both ends were changed. */
static void
test_a_long_text (void)
{
  g_autofree char *head = number (0, 2000, "");
  g_autofree char *tail = number (2500, 2000, "");
  g_autofree char *whole = number (0, 4500, "Act now!");
  g_autofree char *after = g_strconcat ("Hello there.\n\n", head, tail, NULL);
  g_autoptr (GArray) alignments = align (whole, after);

  g_assert_cmpuint (count (alignments, PROSE_ALIGNMENT_EQUAL), ==, 4000);
  g_assert_cmpuint (count (alignments, PROSE_ALIGNMENT_REMOVED), ==, 501);
  g_assert_cmpuint (count (alignments, PROSE_ALIGNMENT_ADDED), ==, 1);
}

/* Nothing to hold on to, and more pairs than can be looked at. */
static void
test_a_long_text_that_repeats_itself (void)
{
  g_autoptr (GString) before = g_string_new ("So. ");
  g_autoptr (GString) after = g_string_new ("But. ");
  g_autoptr (GArray) alignments = NULL;

  for (guint i = 0; i < 3000; i++) {
    g_string_append (before, "Act now! ");
    g_string_append (after, "Take your time. ");
  }
  alignments = align (before->str, after->str);
  g_assert_cmpuint (count (alignments, PROSE_ALIGNMENT_REMOVED), ==, 3001);
  g_assert_cmpuint (count (alignments, PROSE_ALIGNMENT_ADDED), ==, 3001);
}

static char *
make_up (void)
{
  static const char *const words[] = { "tent", "now", "the", "Ærø", "buy", "soft", "3", "dry" };
  static const char *const ends[] = { ". ", "! ", "? ", " ", "\n\n", ", " };
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 60);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                            ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))]);
  return g_string_free (text, FALSE);
}

/* Appends the part of the text, and takes the gap before it for white space. */
static void
assert_follows (const char *text, guint *end, ProseSpan span)
{
  for (guint i = *end; i < span.start; i++)
    g_assert_true (g_ascii_isspace (text[i]));
  *end = span.end;
}

/* Each sentence of both comes once, in its order. */
static void
test_nothing_is_lost (void)
{
  for (int n = 0; n < 200; n++) {
    g_autofree char *before = make_up ();
    g_autofree char *after = make_up ();
    g_autoptr (GArray) alignments = align (before, after);
    guint before_end = 0, after_end = 0;

    for (guint i = 0; i < alignments->len; i++) {
      const ProseAlignment *alignment = &g_array_index (alignments, ProseAlignment, i);

      assert_follows (before, &before_end, alignment->before);
      assert_follows (after, &after_end, alignment->after);
    }
    assert_follows (before, &before_end, (ProseSpan){ strlen (before), strlen (before) });
    assert_follows (after, &after_end, (ProseSpan){ strlen (after), strlen (after) });
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/alignment/" path, function)
  add_test ("equal", test_equal);
  add_test ("changed", test_changed);
  add_test ("case-and-signs-are-changes", test_case_and_signs_are_changes);
  add_test ("removed-and-added", test_removed_and_added);
  add_test ("replaced", test_replaced);
  add_test ("nothing", test_nothing);
  add_test ("split", test_split);
  add_test ("joined", test_joined);
  add_test ("no-split", test_no_split);
  add_test ("paragraphs-and-abbreviations", test_paragraphs_and_abbreviations);
  add_test ("a-long-text", test_a_long_text);
  add_test ("a-long-text-that-repeats-itself", test_a_long_text_that_repeats_itself);
  add_test ("nothing-is-lost", test_nothing_is_lost);
#undef add_test

  return g_test_run ();
}

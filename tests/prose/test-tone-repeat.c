/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-tone-repeat.h"

#include "prose-fixture.h"

static char *
slice (gpointer text, ProseSpan span)
{
  return dup_span (text, span);
}

/* The repeats in a text by the rules that never change: `0-7 3`. */
static char *
repeats_to_string (const char *text)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  g_autoptr (GArray) repeats =
      prose_tone_repeats_new (prose_report_get_diagnostics (report), slice, (gpointer)text);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < repeats->len; i++) {
    const ProseToneRepeat *repeat = &g_array_index (repeats, ProseToneRepeat, i);

    g_string_append_printf (line, "%s%u-%u %u", i > 0 ? ", " : "", repeat->span.start,
                            repeat->span.end, repeat->count);
  }
  return g_string_free (line, FALSE);
}

#define assert_repeats(text, expected) assert_string (repeats_to_string (text), expected)

static void
test_word_for_word (void)
{
  assert_repeats ("Act now! So.\n\nÆ: ACT NOW. And act  now, too.", "0-7 3");
  assert_repeats ("Act now! Æ.\n\nAct now.", "");
  assert_repeats ("", "");
}

/* Other words are no repeat, nor is what only asks for a proof. */
static void
test_near_misses (void)
{
  assert_repeats ("Act now! Last chance. Act now!", "");
  assert_repeats ("Only 3 lamps left. Only 3 lamps left. Only 3 lamps left.", "");
  assert_repeats ("Take your time. Take your time. Take your time.", "");
}

static char *
slice_document (gpointer document, ProseSpan span)
{
  return prose_document_dup_copy (document, span);
}

/* In a file with markup a mark is longer than its words. */
static void
test_in_a_page (void)
{
  const char *page = "<p>Act now!<p>Act <b class=\"very-loud\">now</b>!<p>Act&#32;&#110;ow!";
  g_autoptr (ProseDocument) document = prose_document_new (page, -1);
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  g_autoptr (ProseReport) report = NULL;
  g_autoptr (GArray) repeats = NULL;

  prose_document_set_format (document, prose_format_find ("html"));
  report = prose_checker_check (checker, document, "en");
  repeats =
      prose_tone_repeats_new (prose_report_get_diagnostics (report), slice_document, document);
  g_assert_cmpuint (repeats->len, ==, 1);
  g_assert_cmpuint (g_array_index (repeats, ProseToneRepeat, 0).count, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tone-repeat/word-for-word", test_word_for_word);
  g_test_add_func ("/tone-repeat/near-misses", test_near_misses);
  g_test_add_func ("/tone-repeat/in-a-page", test_in_a_page);

  return g_test_run ();
}

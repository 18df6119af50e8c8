/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The live checker on plain text: single edits, then random ones. */

#include "live-session.h"

static void
test_an_empty_text (Session *session, gconstpointer unused)
{
  guint line = 7, line_index = 7;

  assert_sound (session);
  prose_live_checker_get_line (session->live, 0, &line, &line_index);
  g_assert_cmpuint (line, ==, 0);
  g_assert_cmpuint (line_index, ==, 0);
  assert_change (erase (session, (ProseSpan){ 0, 0 }), "0-0 at 0: 0 go, 0 come");
  assert_change (insert (session, 0, ""), "0-0 at 0: 0 go, 0 come");
  assert_sound (session);
}

static void
test_a_mark_comes_and_goes (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  assert_change (insert (session, 0, "Æ, act no"), "0-10 at 0: 0 go, 0 come");
  assert_change (insert (session, 10, "w"), "0-11 at 0: 0 go, 1 come");
  assert_marks (session, "4-11 command.act-now");
  assert_change (insert (session, 11, "here"), "0-15 at 0: 1 go, 0 come");
  assert_marks (session, "");
}

/* Only what is near an edit is looked at again. */
static void
test_other_paragraphs_only_move (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  set_text (session, "Act now!\n\nThe tent is here.\n\nAct now!\n\nOnly 3 left!");
  assert_change (insert (session, 27, "old "), "10-32 at 1: 0 go, 0 come");
  assert_marks (session, "0-7 command.act-now, 33-40 command.act-now, 43-54 scarcity.only-n-left");
  assert_change (erase (session, (ProseSpan){ 33, 41 }), "33-34 at 1: 1 go, 0 come");
  assert_marks (session, "0-7 command.act-now, 35-46 scarcity.only-n-left");
}

static void
test_joining_and_parting_lines (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  set_text (session, "So act\n\nnow, please");
  assert_marks (session, "");
  erase (session, (ProseSpan){ 6, 7 });
  assert_marks (session, "3-10 command.act-now");
  insert (session, 6, "\r");
  assert_marks (session, "3-11 command.act-now");
  insert (session, 7, "\r");
  assert_marks (session, "");
  assert_sound (session);
}

static void
test_half_of_a_line_end (Session *session, gconstpointer unused)
{
  set_text (session, "a\r\nb");
  assert_line (session, 2);
  insert (session, 2, "x");
  assert_line (session, 4);
  assert_sound (session);
  erase (session, (ProseSpan){ 2, 3 });
  assert_sound (session);
}

static void
test_the_language_follows_the_text (Session *session, gconstpointer unused)
{
  set_text (session, "Køb nu! Act now!");
  set_text (session, "Hvad synes du om den? Køb nu! Act now!");
  assert_marks (session, "22-29 command.koeb-nu");
  insert (session, 0, "You can have it if you want it, and they can, too, but not for us.\n\n");
  set_text (session, "What do you think of it? Køb nu! Act now!");
  assert_marks (session, "34-41 command.act-now");
  assert_sound (session);
}

static void
assert_paragraph (Session *session, guint offset, guint start, guint end, const char *language)
{
  ProseSpan span;
  const char *found = prose_live_checker_find_paragraph (session->live, offset, &span);

  g_assert_cmpstr (found, ==, language);
  g_assert_cmpuint (span.start, ==, start);
  g_assert_cmpuint (span.end, ==, end);
}

static void
test_each_paragraph_has_its_language (Session *session, gconstpointer unused)
{
  assert_paragraph (session, 0, 0, 0, NULL);
  set_text (session, "Would you like to see how it works?\n\nHvad spørger du om, når du køber "
                     "noget nyt til hjemmet?\n");
  assert_paragraph (session, 0, 0, 36, "en");
  assert_paragraph (session, 35, 0, 36, "en");
  assert_paragraph (session, 37, 37, session->text->len, "da");
  assert_paragraph (session, session->text->len, 37, session->text->len, "da");
  set_language (session, "sv");
  assert_paragraph (session, 5, 0, 36, "sv");
}

static void
test_a_chosen_language_stays (Session *session, gconstpointer unused)
{
  set_text (session, "Hvad synes du om den? Køb nu! Act now!");
  set_language (session, "en");
  assert_marks (session, "31-38 command.act-now");
  insert (session, 0, "Æ ");
  assert_marks (session, "34-41 command.act-now");
  set_language (session, "sv");
  assert_marks (session, "");
  set_language (session, NULL);
  assert_marks (session, "25-32 command.koeb-nu");
}

/* What is the same at both ends is not looked at again. */
static void
test_setting_a_text_like_it (Session *session, gconstpointer unused)
{
  ProseLiveChange change;

  set_language (session, "en");
  set_text (session, "Act now!\n\nOld\n\nAct now!");
  change = prose_live_checker_set_text (session->live, "Act now!\n\nNew\n\nAct now!", -1);
  assert_change (change, "10-14 at 1: 0 go, 0 come");
  change = prose_live_checker_set_text (session->live, "Act now!\n\nNew\n\nAct now!", -1);
  assert_change (change, "23-23 at 2: 0 go, 0 come");
}

static void
test_finding_marks (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  set_text (session, "Act now! Æ.\n\nOnly 3 left.");
  assert_marks (session, "0-7 command.act-now, 14-25 scarcity.only-n-left");
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 0), ==, 0);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 7), ==, 0);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 8), ==, 1);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 25), ==, 1);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 26), ==, 2);
}

/* A mark at the end of a paragraph ends where the next one starts. */
static void
test_a_mark_at_the_end_of_a_paragraph (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  set_text (session, "So act now");
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 10), ==, 0);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 11), ==, 1);
}

static void
test_lines_and_offsets (Session *session, gconstpointer unused)
{
  set_text (session, "ål\r\n\r\nb\u2029c\rd\n");
  for (guint line = 0; line < 6; line++) {
    static const guint starts[] = { 0, 5, 7, 11, 13, 15 };
    guint found, line_index;

    g_assert_cmpuint (prose_live_checker_get_offset (session->live, line, 0), ==, starts[line]);
    prose_live_checker_get_line (session->live, starts[line], &found, &line_index);
    g_assert_cmpuint (found, ==, line);
    g_assert_cmpuint (line_index, ==, 0);
  }
}

/* Sums of whole numbers: what goes leaves no trace. */
static void
test_taking_all_back (Session *session, gconstpointer unused)
{
  static const ProseMeasures none;

  for (guint i = 0; i < 50; i++)
    insert_at_random (session);
  erase (session, get_whole (session));
  g_assert_cmpmem (prose_live_checker_get_measures (session->live), sizeof none, &none,
                   sizeof none);
  assert_marks (session, "");
  assert_sound (session);
}

static void
assert_sums (Session *session, ProseSpan span, gint64 words, ProseSeverity expected)
{
  ProseSeverity gravest;
  ProseMeasures measures = prose_live_checker_measure (session->live, span, &gravest);

  g_assert_cmpint (measures.words, ==, words);
  g_assert_cmpint (gravest, ==, expected);
}

static void
test_measures_of_a_part (Session *session, gconstpointer unused)
{
  assert_sums (session, (ProseSpan){ 0, 0 }, 0, PROSE_SEVERITY_CREDIT);
  set_language (session, "en");
  set_text (session, "Act now.\n\nTake your time, æble.\n\nOnly 3 left, do not let us down.");
  assert_sums (session, (ProseSpan){ 0, 10 }, 2, PROSE_SEVERITY_PRESSURE);
  assert_sums (session, (ProseSpan){ 10, 34 }, 4, PROSE_SEVERITY_CREDIT);
  assert_sums (session, (ProseSpan){ 0, 34 }, 6, PROSE_SEVERITY_PRESSURE);
  assert_sums (session, (ProseSpan){ 36, 40 }, 8, PROSE_SEVERITY_REMOVE);
  assert_sums (session, get_whole (session), 14, PROSE_SEVERITY_REMOVE);
}

static void
test_the_language_of_the_whole (Session *session, gconstpointer unused)
{
  g_assert_null (prose_live_checker_get_language (session->live));
  set_text (session, "Det er ikke noget, som vi har i dag, og det er der ikke mange, der har.");
  g_assert_cmpstr (prose_live_checker_get_language (session->live), ==, "da");
  set_language (session, "en");
  g_assert_cmpstr (prose_live_checker_get_language (session->live), ==, "en");
}

static void
assert_unchecked (Session *session, const char *expected)
{
  g_autoptr (GArray) languages = prose_live_checker_list_unchecked (session->live);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < languages->len; i++) {
    ProseUncheckedLanguage found = g_array_index (languages, ProseUncheckedLanguage, i);

    g_string_append_printf (string, "%s%s %u", i > 0 ? ", " : "",
                            found.language != NULL ? found.language : "?", found.n_paragraphs);
  }
  g_assert_cmpstr (string->str, ==, expected);
}

/* Which languages have no rules, and how much is in them. */
static void
test_unchecked_languages (Session *session, gconstpointer unused)
{
  static const char text[] =
      "<p lang=pl>Kup teraz.</p><p lang=en>Act now.</p><p lang=pl>Tylko 3!</p><p lang=pl>4</p>"
      "<p lang=fi>Osta <img alt='Vain 3'> nyt.</p><p lang=ru>Да.</p>";

  assert_unchecked (session, "");
  prose_live_checker_set_format (session->live, prose_format_find ("html"));
  prose_live_checker_set_text (session->live, text, -1);
  assert_unchecked (session, "pl 3, fi 2, ru 1");
  prose_live_checker_delete (session->live, (ProseSpan){ 9, 11 });
  prose_live_checker_insert (session->live, 9, "en", 2);
  assert_unchecked (session, "fi 2, pl 2, ru 1");
  prose_live_checker_set_text (session->live, "<p>Zzyzx qqq.</p>", -1);
  assert_unchecked (session, "? 1");
  prose_live_checker_set_text (session->live, "", 0);
  assert_unchecked (session, "");
}

/* --- random edits --- */

static void
test_random_edits (Session *session, gconstpointer unused)
{
  for (guint i = 0; i < 4000; i++) {
    edit_at_random (session);
    assert_sound (session);
  }
}

/* As many paragraphs as need a way to find one among them. */
static void
test_random_edits_of_a_long_text (Session *session, gconstpointer unused)
{
  static const char *const lines[] = { "Act now!\n", "Only 3 left.\r\n", "Take your time\n", "\n",
                                       "The tent is here\n" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, lines[g_test_rand_int_range (0, G_N_ELEMENTS (lines))]);
  set_text (session, text->str);

  for (guint i = 0; i < 400; i++) {
    if (g_test_rand_int_range (0, 10) > 0)
      insert_at_random (session);
    else
      erase_at_random (session);
    assert_places (session);
    if (i % 20 == 0)
      assert_sound (session);
  }
  assert_sound (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("an-empty-text", test_an_empty_text);
  add_test ("a-mark-comes-and-goes", test_a_mark_comes_and_goes);
  add_test ("other-paragraphs-only-move", test_other_paragraphs_only_move);
  add_test ("joining-and-parting-lines", test_joining_and_parting_lines);
  add_test ("half-of-a-line-end", test_half_of_a_line_end);
  add_test ("the-language-follows-the-text", test_the_language_follows_the_text);
  add_test ("unchecked-languages", test_unchecked_languages);
  add_test ("each-paragraph-has-its-language", test_each_paragraph_has_its_language);
  add_test ("a-chosen-language-stays", test_a_chosen_language_stays);
  add_test ("setting-a-text-like-it", test_setting_a_text_like_it);
  add_test ("finding-marks", test_finding_marks);
  add_test ("a-mark-at-the-end-of-a-paragraph", test_a_mark_at_the_end_of_a_paragraph);
  add_test ("lines-and-offsets", test_lines_and_offsets);
  add_test ("taking-all-back", test_taking_all_back);
  add_test ("random-edits", test_random_edits);
  add_test ("random-edits-of-a-long-text", test_random_edits_of_a_long_text);
  add_test ("measures-of-a-part", test_measures_of_a_part);
  add_test ("the-language-of-the-whole", test_the_language_of_the_whole);

  return g_test_run ();
}

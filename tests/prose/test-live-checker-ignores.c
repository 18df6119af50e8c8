/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the live checker keeps of what is ignored, while the text around it changes. */

#include <string.h>

#include "live-session.h"

static void
ignore_nothing (Session *session)
{
  ProseLiveChange change;

  session->ignored = prose_ignore_list_new ();
  prose_ignore_list_set_today (session->ignored, "2026-06-15");
  change = prose_live_checker_set_ignore_list (session->live, session->ignored);
  follow (session, &change, 0);
}

static ProseLiveChange
ignore (Session *session, ProseIgnoreEntry *entry)
{
  ProseLiveChange change = prose_live_checker_add_ignored (session->live, entry);

  follow (session, &change, 0);
  return change;
}

static ProseLiveChange
stop_ignoring (Session *session, ProseIgnoreEntry *entry)
{
  ProseLiveChange change = prose_live_checker_remove_ignored (session->live, entry);

  follow (session, &change, 0);
  return change;
}

static ProseIgnoreEntry *
make_entry (Session *session, ProseIgnoreLevel level, guint mark)
{
  g_assert_cmpuint (mark, <, session->marks->len);
  return prose_live_checker_create_ignore_entry (
      session->live, level, &g_array_index (session->marks, ProseDiagnostic, mark));
}

static ProseLiveChange
ignore_mark (Session *session, ProseIgnoreLevel level, guint mark)
{
  g_autoptr (ProseIgnoreEntry) entry = make_entry (session, level, mark);

  return ignore (session, entry);
}

/* A present here-entry knows itself what prose_ignore_key_find() would need. */
static void
assert_keys_are_current (Session *session)
{
  g_autoptr (ProseReading) reading = prose_live_checker_read (session->live, get_whole (session));
  const char *text = prose_reading_get_text (reading);

  for (guint i = 0; i < prose_ignore_list_get_n_entries (session->ignored); i++) {
    const ProseIgnoreEntry *entry = prose_ignore_list_get_entry (session->ignored, i);
    g_autoptr (ProseIgnoreKey) key = NULL;
    ProseSpan span;

    if (!prose_ignore_entry_is_here (entry) || !entry->is_present)
      continue;
    span = prose_reading_from_source (reading, entry->range);
    key = prose_ignore_key_new_for_span (text, prose_reading_get_length (reading), entry->key->rule,
                                         span);
    g_assert_true (prose_ignore_key_is_same_phrase (key, entry->key));
    g_assert_cmpstr (key->before, ==, entry->key->before);
    g_assert_cmpstr (key->after, ==, entry->key->after);
    g_assert_cmpuint (entry->key->place, ==, entry->range.start);
    assert_string (dup_span (text, span), entry->written);
  }
}

static void
add_at_random (Session *session)
{
  static const char *const rules[] = { "command.act-now", "scarcity.only-n-left", "scarcity",
                                       "command.koeb-nu" };
  static const char *const dates[] = { NULL, "2026-06-01", "2026-06-15", "2026-07-01" };
  g_autoptr (ProseIgnoreEntry) entry = NULL;

  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    entry =
        prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, g_test_rand_bit () ? "en" : NULL,
                                         rules[g_test_rand_int_range (0, 4)]);
    break;
  case 1:
    entry =
        prose_ignore_entry_new_for_claim ("en", "scarcity.only-n-left", "only 3 lamps left",
                                          "the stock list", dates[g_test_rand_int_range (0, 4)]);
    break;
  default:
    if (session->marks->len == 0)
      return;
    entry = make_entry (
        session, g_test_rand_int_range (0, 4) > 0 ? PROSE_IGNORE_HERE : PROSE_IGNORE_IN_DOCUMENT,
        g_test_rand_int_range (0, session->marks->len));
  }
  ignore (session, entry);
}

static void
remove_at_random (Session *session)
{
  guint n = prose_ignore_list_get_n_entries (session->ignored);

  if (n > 0)
    stop_ignoring (session,
                   prose_ignore_list_get_entry (session->ignored, g_test_rand_int_range (0, n)));
}

static void
change_ignored_at_random (Session *session)
{
  static const char *const days[] = { "2026-05-01", "2026-06-15", "2026-06-16", "2026-08-01" };
  ProseLiveChange change;

  if (g_test_rand_int_range (0, 20) == 0) {
    change = prose_live_checker_set_today (session->live, days[g_test_rand_int_range (0, 4)]);
    follow (session, &change, 0);
  } else if (prose_ignore_list_get_n_entries (session->ignored) > 12 || g_test_rand_bit ()) {
    remove_at_random (session);
  } else {
    add_at_random (session);
  }
}

/* GLib prints the seed of the run; --seed runs it again. */
static void
test_random_edits_and_ignores (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  for (guint i = 0; i < 4000; i++) {
    if (g_test_rand_int_range (0, 3) == 0)
      change_ignored_at_random (session);
    else
      edit_at_random (session);
    assert_sound (session);
    assert_keys_are_current (session);
  }
}

/* --- what is ignored in a file of another format --- */

#define PAGE                                                                                       \
  "<h1 title=\"Act now!\">Oak table</h1>\n<p>Please, friends, <b>act</b>\n now &amp; here.</p>\n"  \
  "<p>Only <b>3</b> left</p><p>Then act now, they say.</p>"

static void
open_page (Session *session, const char *page)
{
  set_language (session, "en");
  set_format (session, prose_format_find ("html"));
  ignore_nothing (session);
  set_text (session, page);
}

static void
test_ignoring_here_what_a_tag_parts (Session *session, gconstpointer unused)
{
  const ProseIgnoreEntry *entry;

  open_page (session, PAGE);
  ignore_mark (session, PROSE_IGNORE_HERE, 1);
  entry = prose_ignore_list_get_entry (session->ignored, 0);
  g_assert_cmpstr (entry->written, ==, "act now");
  g_assert_cmpstr (entry->key->before, ==, "please friends");
  g_assert_cmpstr (entry->key->after, ==, "here only");
  g_assert_cmpuint (session->marks->len, ==, 3);

  insert (session, 0, "<!-- a page --><p>New</p>");
  g_assert_cmpuint (session->marks->len, ==, 3);
  insert (session, strstr (session->text->str, "act</b>") - session->text->str, "f");
  g_assert_false (entry->is_present);
  erase (session, (ProseSpan){ strstr (session->text->str, "fact</b>") - session->text->str,
                               strstr (session->text->str, "act</b>") - session->text->str });
  g_assert_true (entry->is_present);
  g_assert_cmpuint (session->marks->len, ==, 3);
  assert_keys_are_current (session);
}

/* The file comes back with other markup around the same words. */
static void
test_ignored_words_are_found_under_other_tags (Session *session, gconstpointer unused)
{
  open_page (session, PAGE);
  while (session->marks->len > 0)
    ignore_mark (session, PROSE_IGNORE_HERE, 0);
  g_assert_cmpuint (prose_ignore_list_get_n_entries (session->ignored), ==, 4);

  set_text (session, "<h1 title='Act now!'><i>Oak</i> table</h1>\n<section><p>Please, friends, "
                     "a&#99;t <em class=x>now</em> &amp; here.</p>"
                     "<p><span>Only 3</span>&#32;<b>left</b></p><p>Then <q>act</q> now, they say.");
  g_assert_cmpuint (session->marks->len, ==, 0);
  assert_keys_are_current (session);
  insert (session, session->text->len, "<p>Act now!");
  g_assert_cmpuint (session->marks->len, ==, 1);
}

static void
test_ignoring_throughout_what_tags_part (Session *session, gconstpointer unused)
{
  open_page (session, PAGE);
  ignore_mark (session, PROSE_IGNORE_IN_DOCUMENT, 1);
  assert_string (
      dup_span (session->text->str, g_array_index (session->marks, ProseDiagnostic, 0).span),
      "Only <b>3</b> left");
  g_assert_cmpuint (session->marks->len, ==, 1);
}

static void
test_random_ignores_of_a_page (Session *session, gconstpointer unused)
{
  open_page (session, PAGE);
  for (guint i = 0; i < 2000; i++) {
    if (g_test_rand_int_range (0, 3) == 0)
      change_ignored_at_random (session);
    else if (g_test_rand_int_range (0, 8) == 0)
      insert (session, pick_span (session).start, g_test_rand_bit () ? "<p>act now" : "<b>");
    else
      edit_at_random (session);
    assert_sound (session);
  }
}

/* What GtkTextBuffer does to undo a deletion: it writes the same text again. No two
 * of the phrases have the same words around them, by which they are told apart. */
static void
test_a_deletion_undone_brings_back_what_was_ignored (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  set_language (session, "en");
  set_text (
      session,
      "Please, friends, act now or later. We say: act now!\n\nÆrø asks: act now?\n\nSo act now");
  while (session->marks->len > 0)
    ignore_mark (session, PROSE_IGNORE_HERE, 0);

  for (guint i = 0; i < 300; i++) {
    ProseSpan spans[4];
    char *texts[4];

    for (guint j = 0; j < 4; j++) {
      spans[j] = pick_span (session);
      texts[j] = dup_span (session->text->str, spans[j]);
      erase (session, spans[j]);
    }
    for (guint j = 4; j-- > 0;) {
      insert (session, spans[j].start, texts[j]);
      g_free (texts[j]);
    }
    assert_string (prose_diagnostics_to_string (session->marks), "");
    assert_sound (session);
    assert_keys_are_current (session);
  }
}

/* --- single ignores --- */

static void
test_ignoring_here (Session *session, gconstpointer unused)
{
  g_autoptr (ProseIgnoreEntry) entry = NULL;

  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Æ. Act now!\n\nOh, act now, or not.\n\nAct now!");
  entry = make_entry (session, PROSE_IGNORE_HERE, 1);
  g_assert_cmpstr (entry->written, ==, "act now");
  assert_change (ignore (session, entry), "14-35 at 1: 1 go, 0 come");
  assert_marks (session, "4-11 command.act-now, 36-43 command.act-now");
  assert_sound (session);
  insert (session, 0, "Hello. ");
  insert (session, 25, "so ");
  assert_marks (session, "11-18 command.act-now, 46-53 command.act-now");
  g_assert_cmpstr (entry->key->before, ==, "oh so");
  assert_change (stop_ignoring (session, entry), "21-45 at 1: 0 go, 1 come");
  assert_sound (session);
}

/* What is looked at around an edit ends in the middle of a character. */
static void
test_ignoring_here_in_a_long_text (Session *session, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("So act now, Ærø!\n\n");

  ignore_nothing (session);
  set_language (session, "en");
  for (guint i = 0; i < 400; i++)
    g_string_append (text, "😀\n\n");
  set_text (session, text->str);
  ignore_mark (session, PROSE_IGNORE_HERE, 0);
  for (guint i = 0; i < 4; i++) {
    insert (session, 0, "x");
    assert_marks (session, "");
    assert_keys_are_current (session);
  }
  g_assert_true (prose_ignore_list_get_entry (session->ignored, 0)->is_present);
}

static void
test_ignoring_ends_with_the_phrase (Session *session, gconstpointer unused)
{
  const ProseIgnoreEntry *entry;

  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "So act now, Ærø!");
  ignore_mark (session, PROSE_IGNORE_HERE, 0);
  entry = prose_ignore_list_get_entry (session->ignored, 0);
  insert (session, 10, "here");
  g_assert_false (entry->is_present);
  assert_marks (session, "");
  erase (session, (ProseSpan){ 10, 14 });
  g_assert_true (entry->is_present);
  assert_marks (session, "");
  erase (session, (ProseSpan){ 3, 10 });
  g_assert_false (entry->is_present);
  insert (session, 0, "Act now! ");
  assert_marks (session, "0-7 command.act-now");
  assert_sound (session);
}

/* The phrase behind it is another one, though it now stands where that stood. */
static void
test_what_moves_up_is_not_ignored (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Act now!\n\nAct now!");
  ignore_mark (session, PROSE_IGNORE_HERE, 0);
  assert_marks (session, "10-17 command.act-now");
  erase (session, (ProseSpan){ 0, 10 });
  assert_marks (session, "0-7 command.act-now");
  insert (session, 0, "Act now!\n\n");
  assert_marks (session, "10-17 command.act-now");
  insert (session, 0, "Act now!\n\n");
  assert_marks (session, "0-7 command.act-now, 20-27 command.act-now");
  assert_sound (session);
}

static void
test_ignoring_a_phrase_throughout (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Act now!\n\nOnly 3 left.\n\nThe end.\n\nACT NOW!\n\nOnly 3 left.");
  assert_change (ignore_mark (session, PROSE_IGNORE_IN_DOCUMENT, 0), "0-43 at 0: 3 go, 1 come");
  assert_marks (session, "10-21 scarcity.only-n-left, 44-55 scarcity.only-n-left");
  insert (session, 0, "Act now! ");
  assert_marks (session, "19-30 scarcity.only-n-left, 53-64 scarcity.only-n-left");
  assert_change (stop_ignoring (session, prose_ignore_list_get_entry (session->ignored, 0)),
                 "0-52 at 0: 1 go, 4 come");
  assert_sound (session);
}

static void
test_turning_a_rule_off (Session *session, gconstpointer unused)
{
  g_autoptr (ProseIgnoreEntry) rule =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, "en", "scarcity.only-n-left");
  g_autoptr (ProseIgnoreEntry) family =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, NULL, "command");
  g_autoptr (ProseIgnoreEntry) danish =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, "da", "scarcity.only-n-left");

  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Act now! Only 3 left.");
  ignore (session, danish);
  assert_marks (session, "0-7 command.act-now, 9-20 scarcity.only-n-left");
  ignore (session, rule);
  assert_marks (session, "0-7 command.act-now");
  ignore (session, family);
  assert_marks (session, "");
  g_assert_cmpuint (prose_live_checker_get_measures (session->live)->load[PROSE_METER_PRESSURE], ==,
                    0);
  stop_ignoring (session, rule);
  assert_marks (session, "9-20 scarcity.only-n-left");
  assert_sound (session);
}

static void
test_a_proof_expires (Session *session, gconstpointer unused)
{
  g_autoptr (ProseIgnoreEntry) claim = prose_ignore_entry_new_for_claim (
      "en", "scarcity.only-n-left", "Only 3 left", "https://example.org", "2026-06-15");
  ProseLiveChange change;

  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Only 3 left. Only 4 left.");
  ignore (session, claim);
  assert_marks (session, "13-24 scarcity.only-n-left");
  change = prose_live_checker_set_today (session->live, "2026-06-16");
  follow (session, &change, 0);
  assert_marks (session, "0-11 scarcity.only-n-left, 13-24 scarcity.only-n-left");
  g_assert_cmpuint (prose_ignore_list_get_n_entries (session->ignored), ==, 1);
  assert_sound (session);
}

/* Loaded, or set as a whole: found again by the words around it. */
static void
test_a_new_text_finds_what_is_ignored_here (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Act now, he said. Then act now, they said.");
  ignore_mark (session, PROSE_IGNORE_HERE, 1);
  set_text (session, "Oh! Act now, he said. Then act now, they said. Then act now!");
  assert_marks (session, "4-11 command.act-now, 52-59 command.act-now");
  set_text (session, "Nothing.");
  assert_marks (session, "");
  assert_sound (session);
}

/* A text that is opened gets a list of its own, which is empty mostly. */
static void
test_an_empty_list_is_no_other (Session *session, gconstpointer unused)
{
  g_autoptr (ProseIgnoreList) empty = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreList) other = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreEntry) entry = prose_ignore_entry_new_for_phrase (
      PROSE_IGNORE_IN_DOCUMENT, NULL, "command.act-now", "Act now");

  prose_live_checker_set_text (session->live, "Act now, my friend.", -1);
  g_assert_cmpuint (prose_live_checker_set_ignore_list (session->live, empty).removed, ==, 0);
  g_assert_cmpuint (prose_live_checker_set_ignore_list (session->live, other).added, ==, 0);
  g_assert_true (prose_live_checker_get_ignore_list (session->live) == other);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (session->live), ==, 1);
  prose_ignore_list_add (list, entry);
  prose_live_checker_set_ignore_list (session->live, list);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (session->live), ==, 0);
  prose_live_checker_set_ignore_list (session->live, NULL);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (session->live), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("an-empty-list-is-no-other", test_an_empty_list_is_no_other);
  add_test ("ignoring-here", test_ignoring_here);
  add_test ("ignoring-here-in-a-long-text", test_ignoring_here_in_a_long_text);
  add_test ("ignoring-ends-with-the-phrase", test_ignoring_ends_with_the_phrase);
  add_test ("what-moves-up-is-not-ignored", test_what_moves_up_is_not_ignored);
  add_test ("ignoring-a-phrase-throughout", test_ignoring_a_phrase_throughout);
  add_test ("turning-a-rule-off", test_turning_a_rule_off);
  add_test ("a-proof-expires", test_a_proof_expires);
  add_test ("a-new-text-finds-what-is-ignored-here", test_a_new_text_finds_what_is_ignored_here);
  add_test ("a-deletion-undone-brings-back-what-was-ignored",
            test_a_deletion_undone_brings_back_what_was_ignored);
  add_test ("random-edits-and-ignores", test_random_edits_and_ignores);
  add_test ("ignoring-here-what-a-tag-parts", test_ignoring_here_what_a_tag_parts);
  add_test ("ignored-words-are-found-under-other-tags",
            test_ignored_words_are_found_under_other_tags);
  add_test ("ignoring-throughout-what-tags-part", test_ignoring_throughout_what_tags_part);
  add_test ("random-ignores-of-a-page", test_random_ignores_of_a_page);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All rules and what the user decides on them, without a window. */

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "mellow-own-rule.h"
#include "mellow-rule-entry.h"
#include "mellow-rule-library.h"

#define AD "Act now, only 3 left!"

/* A library with a store of its own. */
typedef struct {
  char *folder;
  char *store;
  MellowRuleLibrary *library;
} Shelf;

static Shelf
open_shelf (void)
{
  Shelf shelf = { .folder = g_dir_make_tmp ("mellow-XXXXXX", NULL) };

  shelf.store = g_build_filename (shelf.folder, "user.db", NULL);
  shelf.library = mellow_rule_library_new (g_getenv ("MELLOW_RULES"), shelf.store);
  g_assert_null (mellow_rule_library_get_problem (shelf.library));
  g_assert_null (mellow_rule_library_get_notice (shelf.library));
  return shelf;
}

static void
reopen (Shelf *shelf)
{
  g_clear_object (&shelf->library);
  shelf->library = mellow_rule_library_new (g_getenv ("MELLOW_RULES"), shelf->store);
}

static void
close_shelf (Shelf *shelf)
{
  g_assert_finalize_object (shelf->library);
  g_remove (shelf->store);
  g_rmdir (shelf->folder);
  g_free (shelf->store);
  g_free (shelf->folder);
}

static MellowRuleEntry *
find_entry (MellowRuleLibrary *library, const char *id)
{
  g_autoptr (GPtrArray) entries = mellow_rule_library_dup_entries (library);

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (mellow_rule_entry_get_rule (entries->pdata[i])->id, id))
      return g_object_ref (entries->pdata[i]);

  return NULL;
}

static char *
dup_ids (MellowRuleLibrary *library)
{
  g_autoptr (GPtrArray) entries = mellow_rule_library_dup_entries (library);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%s%s", i > 0 ? ", " : "",
                            mellow_rule_entry_get_rule (entries->pdata[i])->id,
                            mellow_rule_entry_is_off (entries->pdata[i]) ? " (off)" : "");
  return g_string_free (ids, FALSE);
}

static void
assert_ids (MellowRuleLibrary *library, const char *expected)
{
  g_autofree char *ids = dup_ids (library);

  g_assert_cmpstr (ids, ==, expected);
}

/* A text in a window that follows the library. */
static MellowDraft *
follow (MellowRuleLibrary *library)
{
  MellowDraft *draft = mellow_draft_new (mellow_rule_library_get_rules (library));

  type_text (mellow_draft_get_buffer (draft), AD);
  return draft;
}

static void
on_changed (MellowRuleLibrary *library, MellowDraft *draft)
{
  mellow_draft_set_rules (draft, mellow_rule_library_get_rules (library));
}

static void
set_off (MellowRuleLibrary *library, const char *id, gboolean is_off)
{
  g_autoptr (MellowRuleEntry) entry = find_entry (library, id);
  g_autoptr (GError) error = NULL;

  mellow_rule_library_set_off (library, mellow_rule_entry_get_rule (entry), is_off, &error);
  g_assert_no_error (error);
}

static void
test_off_and_on (void)
{
  Shelf shelf = open_shelf ();
  MellowDraft *draft = follow (shelf.library);
  g_autoptr (MellowMark) held = g_list_model_get_item (mellow_draft_get_marks (draft), 0);
  gulong handler = g_signal_connect (shelf.library, "changed", G_CALLBACK (on_changed), draft);

  assert_ids (shelf.library,
              "buy-command.act-now, choice.your-call, scarcity.only-n-left, scarcity.plain-stock, "
              "seller-centred.proud, shame.let-down");
  set_off (shelf.library, "buy-command.act-now", TRUE);
  assert_marks (mellow_draft_get_marks (draft), "only 3 left (scarcity.only-n-left)");
  assert_tags (mellow_draft_get_buffer (draft), "9-20 proof");
  g_assert_cmpstr (mellow_mark_get_rule (held)->id, ==, "buy-command.act-now");

  g_signal_handler_disconnect (shelf.library, handler);
  reopen (&shelf);
  assert_ids (
      shelf.library,
      "buy-command.act-now (off), choice.your-call, scarcity.only-n-left, scarcity.plain-stock, "
      "seller-centred.proud, shame.let-down");
  handler = g_signal_connect (shelf.library, "changed", G_CALLBACK (on_changed), draft);
  set_off (shelf.library, "buy-command.act-now", FALSE);
  assert_marks (mellow_draft_get_marks (draft),
                "Act now (buy-command.act-now), only 3 left (scarcity.only-n-left)");
  assert_tags (mellow_draft_get_buffer (draft), "0-7 pressure, 9-20 proof");

  g_signal_handler_disconnect (shelf.library, handler);
  g_object_unref (draft);
  close_shelf (&shelf);
}

/* A word that is being typed is held back after the change as before it. */
static void
test_change_while_typing (void)
{
  Shelf shelf = open_shelf ();
  g_autoptr (MellowDraft) draft = mellow_draft_new (mellow_rule_library_get_rules (shelf.library));

  type_keys (mellow_draft_get_buffer (draft), "Act now");
  assert_marks (mellow_draft_get_marks (draft), "");
  set_off (shelf.library, "shame.let-down", TRUE);
  on_changed (shelf.library, draft);
  assert_marks (mellow_draft_get_marks (draft), "");
  type_keys (mellow_draft_get_buffer (draft), " ");
  assert_marks (mellow_draft_get_marks (draft), "Act now (buy-command.act-now)");
  close_shelf (&shelf);
}

/* --- own rules --- */

static MellowOwnRule *
create_rule (void)
{
  MellowOwnRule *rule = mellow_own_rule_new ();

  g_free (rule->name);
  rule->name = g_strdup ("Guru & co: “it's”");
  g_free (rule->category);
  rule->category = g_strdup ("own");
  g_free (rule->title);
  rule->title = g_strdup ("Own rules");
  g_free (rule->why);
  rule->why = g_strdup ("Nobody knows what it's for.");
  g_ptr_array_add (rule->phrases, g_strdup ("(guru|wizard)"));
  g_free (rule->rewrites[PROSE_REWRITE_PLAIN]);
  rule->rewrites[PROSE_REWRITE_PLAIN] = g_strdup ("adviser");
  g_free (rule->flagged);
  rule->flagged = g_strdup ("Ask our guru.");
  g_free (rule->passed);
  rule->passed = g_strdup ("Ask Ida.");
  return rule;
}

static void
test_own_rule_round_trip (void)
{
  g_autoptr (MellowOwnRule) rule = create_rule ();
  g_autoptr (MellowOwnRule) again = NULL;
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("en");
  g_autoptr (ProseRulePack) pack = NULL;
  g_autofree char *before = mellow_own_rule_write (rule);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  pack = mellow_own_rule_read (rule, lexicon, &error);
  g_assert_no_error (error);
  g_assert_true (mellow_own_rule_can_hold (pack));
  again = mellow_own_rule_new_from_pack (pack);
  after = mellow_own_rule_write (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (((ProseRule *)pack->rules->pdata[0])->id, ==, "own.guru-co-it-s");
}

static void
assert_phrase_problem (const char *phrase, const char *expected)
{
  g_autoptr (MellowOwnRule) rule = create_rule ();
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("en");
  g_autofree char *problem = NULL;
  g_autofree char *other = NULL;

  g_ptr_array_add (rule->phrases, g_strdup (phrase));
  problem = mellow_own_rule_find_phrase_problem (rule, lexicon, 1);
  other = mellow_own_rule_find_phrase_problem (rule, lexicon, 0);
  if (expected != NULL)
    g_assert_nonnull (strstr (problem, expected));
  else
    g_assert_null (problem);
  g_assert_null (other);
}

static void
test_problems_of_phrases (void)
{
  assert_phrase_problem ("{count:number} gurus", NULL);
  assert_phrase_problem ("den's æble", NULL);
  assert_phrase_problem ("(guru", "(");
  assert_phrase_problem ("[guru]", "not optional");
  assert_phrase_problem ("", "");
}

static void
test_problems_of_rewrites (void)
{
  g_autoptr (MellowOwnRule) rule = create_rule ();
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("en");
  g_autofree char *problem = NULL;

  g_free (rule->rewrites[PROSE_REWRITE_QUESTION]);
  rule->rewrites[PROSE_REWRITE_QUESTION] = g_strdup ("Would {thing} help?");
  problem = mellow_own_rule_find_rewrite_problem (rule, lexicon, PROSE_REWRITE_QUESTION);
  g_assert_cmpstr (problem, ==, "no phrase of the rule captures “thing”");
  g_assert_null (mellow_own_rule_find_rewrite_problem (rule, lexicon, PROSE_REWRITE_PLAIN));
}

static void
test_own_rule_marks (void)
{
  Shelf shelf = open_shelf ();
  g_autoptr (MellowOwnRule) rule = create_rule ();
  g_autofree char *text = mellow_own_rule_write (rule);
  g_autofree char *kept = NULL;
  g_autoptr (MellowRuleEntry) entry = NULL;
  g_autoptr (MellowDraft) draft = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mellow_rule_library_set_pack (shelf.library, text, &error));
  draft = mellow_draft_new (mellow_rule_library_get_rules (shelf.library));
  type_text (mellow_draft_get_buffer (draft), "Ask our wizard, and act now.");
  assert_marks (mellow_draft_get_marks (draft),
                "wizard (own.guru-co-it-s), act now (buy-command.act-now)");

  entry = find_entry (shelf.library, "own.guru-co-it-s");
  g_assert_cmpstr (mellow_rule_entry_get_title (entry), ==, rule->name);
  g_assert_true (mellow_rule_entry_is_alone (entry));
  found = mellow_rule_library_search (shelf.library, "wiz");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (found->pdata[0], ==, mellow_rule_entry_get_key (entry));

  kept = mellow_rule_library_dup_pack (shelf.library, "en", rule->name, &error);
  g_assert_cmpstr (kept, ==, text);
  g_assert_true (mellow_rule_library_remove_pack (shelf.library, "en", rule->name, &error));
  on_changed (shelf.library, draft);
  assert_marks (mellow_draft_get_marks (draft), "act now (buy-command.act-now)");
  close_shelf (&shelf);
}

static void
test_import_and_export (void)
{
  Shelf shelf = open_shelf ();
  Shelf other = open_shelf ();
  g_autoptr (MellowOwnRule) rule = create_rule ();
  g_autofree char *text = mellow_own_rule_write (rule);
  g_autofree char *file = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  mellow_rule_library_set_pack (shelf.library, text, NULL);
  file = mellow_rule_library_export (shelf.library, "en", NULL);
  g_assert_cmpint (
      mellow_rule_library_import (other.library, "own.yaml", file, strlen (file), &error), ==, 1);
  again = mellow_rule_library_export (other.library, "en", NULL);
  g_assert_cmpstr (again, ==, file);

  g_assert_cmpint (mellow_rule_library_import (other.library, "own.yaml", "a: b", 4, &error), ==,
                   -1);
  g_assert_true (g_str_has_prefix (error->message, "own.yaml:1:"));
  close_shelf (&shelf);
  close_shelf (&other);
}

/* --- ignored phrases --- */

static void
test_ignored_everywhere (void)
{
  Shelf shelf = open_shelf ();
  g_autoptr (MellowDraft) draft = follow (shelf.library);
  const ProseIgnoredPhrase phrase = { .level = PROSE_IGNORE_EVERYWHERE,
                                      .document = (char *)"",
                                      .rule = (char *)"buy-command.act-now",
                                      .phrase = (char *)"act now",
                                      .reason = PROSE_IGNORE_REASON_BRAND };
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (mellow_rule_library_set_ignored (shelf.library, &phrase, TRUE, NULL));
  on_changed (shelf.library, draft);
  assert_marks (mellow_draft_get_marks (draft), "only 3 left (scarcity.only-n-left)");
  list = mellow_rule_library_dup_ignored (shelf.library, NULL);
  g_assert_cmpuint (list->len, ==, 1);

  g_assert_true (mellow_rule_library_set_ignored (shelf.library, list->pdata[0], FALSE, NULL));
  on_changed (shelf.library, draft);
  assert_marks (mellow_draft_get_marks (draft),
                "Act now (buy-command.act-now), only 3 left (scarcity.only-n-left)");
  close_shelf (&shelf);
}

/* --- names --- */

static void
assert_family_of_first_mark (const char *text, const char *title)
{
  g_autoptr (MellowRuleLibrary) library =
      mellow_rule_library_new (g_getenv ("MELLOW_SHIPPED_RULES"), "/proc/nowhere/user.db");
  MellowDraft *draft = mellow_draft_new (mellow_rule_library_get_rules (library));
  g_autoptr (MellowMark) mark = NULL;

  type_text (mellow_draft_get_buffer (draft), text);
  mark = g_list_model_get_item (mellow_draft_get_marks (draft), 0);
  g_assert_cmpstr (mellow_mark_get_rule (mark)->category->title, ==, title);
  g_clear_object (&mark);
  g_assert_finalize_object (draft);
}

/* Whoever reads a window in Danish reads the names of families in Danish. */
static void
test_families_in_the_language_of_the_window (void)
{
  g_assert_true (g_setenv ("LANGUAGE", "da", TRUE));
  assert_family_of_first_mark ("Only 3 left in stock, so hurry!", "Knaphed");
  g_assert_true (g_setenv ("LANGUAGE", "en", TRUE));
  assert_family_of_first_mark ("Der er kun 3 tilbage på lager, så skynd dig!", "Stock scarcity");
  g_unsetenv ("LANGUAGE");
}

/* --- trouble --- */

/* Without a place to keep decisions, rules are shown and nothing is lost. */
static void
test_no_store (void)
{
  g_autoptr (MellowRuleLibrary) library =
      mellow_rule_library_new (g_getenv ("MELLOW_RULES"), "/proc/nowhere/user.db");
  g_autoptr (GPtrArray) entries = mellow_rule_library_dup_entries (library);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (mellow_rule_library_get_notice (library));
  g_assert_cmpuint (entries->len, ==, 6);
  g_assert_false (mellow_rule_library_set_off (
      library, mellow_rule_entry_get_rule (entries->pdata[0]), TRUE, &error));
  g_assert_nonnull (error);
  g_assert_null (mellow_rule_library_dup_ignored (library, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rule-library/off-and-on", test_off_and_on);
  g_test_add_func ("/rule-library/change-while-typing", test_change_while_typing);
  g_test_add_func ("/rule-library/own-rule-round-trip", test_own_rule_round_trip);
  g_test_add_func ("/rule-library/problems-of-phrases", test_problems_of_phrases);
  g_test_add_func ("/rule-library/problems-of-rewrites", test_problems_of_rewrites);
  g_test_add_func ("/rule-library/own-rule-marks", test_own_rule_marks);
  g_test_add_func ("/rule-library/import-and-export", test_import_and_export);
  g_test_add_func ("/rule-library/ignored-everywhere", test_ignored_everywhere);
  g_test_add_func ("/rule-library/families-in-the-language-of-the-window",
                   test_families_in_the_language_of_the_window);
  g_test_add_func ("/rule-library/no-store", test_no_store);

  return g_test_run ();
}

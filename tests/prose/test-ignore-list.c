/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-ignore-list.h"

#include "prose-fixture.h"

static ProseIgnoreEntry *
add_phrase (ProseIgnoreList *list, const char *rule, const char *written, gint64 created)
{
  g_autoptr (ProseIgnoreEntry) entry =
      prose_ignore_entry_new_for_phrase (PROSE_IGNORE_IN_DOCUMENT, NULL, rule, written);

  entry->created = created;
  g_assert_true (prose_ignore_list_add (list, entry));
  return entry;
}

static char *
list_to_string (ProseIgnoreList *list)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < prose_ignore_list_get_n_entries (list); i++)
    g_string_append_printf (string, "%s%s", i > 0 ? ", " : "",
                            prose_ignore_list_get_entry (list, i)->written);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_the_oldest_stands_first (void)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreEntry) b = NULL;

  add_phrase (list, "x.y", "a", 10);
  b = prose_ignore_entry_ref (add_phrase (list, "x.y", "b", 20));
  add_phrase (list, "x.y", "c", 20);
  g_assert_true (prose_ignore_list_remove (list, b));
  g_assert_false (prose_ignore_list_remove (list, b));
  assert_string (list_to_string (list), "a, c");
  b->created = 15;
  g_assert_true (prose_ignore_list_add (list, b));
  assert_string (list_to_string (list), "a, b, c");
}

static void
test_the_very_same_is_there_once (void)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  ProseIgnoreEntry *first = add_phrase (list, "x.y", "Køb Nu", 10);
  g_autoptr (ProseIgnoreEntry) same =
      prose_ignore_entry_new_for_phrase (PROSE_IGNORE_IN_DOCUMENT, NULL, "x.y", "“køb nu!”");
  g_autoptr (ProseIgnoreEntry) claim =
      prose_ignore_entry_new_for_claim (NULL, "x.y", "køb nu", "a note", NULL);

  g_assert_false (prose_ignore_list_add (list, same));
  g_assert_true (prose_ignore_list_find (list, same) == first);
  g_assert_null (prose_ignore_list_find (list, claim));
  g_assert_true (prose_ignore_list_add (list, claim));
  g_assert_cmpint (claim->reason, ==, PROSE_IGNORE_REASON_PROVEN);
}

static gboolean
ignores (ProseIgnoreList *list, const char *phrase, guint place)
{
  g_autoptr (ProseRule) rule = make_rule ("scarcity.last", "last one", NULL);

  return prose_ignore_list_concerns (list, rule) &&
         prose_ignore_list_ignores (list, rule, phrase, place);
}

static void
test_what_is_ignored (void)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreEntry) here =
      prose_ignore_entry_new_for_phrase (PROSE_IGNORE_HERE, "en", "scarcity.last", "Last one");
  g_autoptr (ProseIgnoreEntry) family =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, "en", "scarcity");

  g_assert_false (ignores (list, "last one", 0));
  add_phrase (list, "scarcity.last", "the last one", 0);
  add_phrase (list, "scarcity.las", "last one", 0);
  g_assert_true (ignores (list, "the last one", 7));
  g_assert_false (ignores (list, "last one", 7));

  here->key->place = 7;
  prose_ignore_list_add (list, here);
  g_assert_false (ignores (list, "last one", 7));
  here->is_present = TRUE;
  g_assert_true (ignores (list, "last one", 7));
  g_assert_false (ignores (list, "last one", 8));

  prose_ignore_list_add (list, family);
  g_assert_true (ignores (list, "last two", 9));
}

static void
test_a_proof_holds_until_its_last_day (void)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreEntry) claim = prose_ignore_entry_new_for_claim (
      "en", "scarcity.last", "last one", "https://example.org/stock", "2026-12-31");

  prose_ignore_list_add (list, claim);
  g_assert_true (ignores (list, "last one", 0));
  prose_ignore_list_set_today (list, "2026-12-31");
  g_assert_true (ignores (list, "last one", 0));
  prose_ignore_list_set_today (list, "2027-01-01");
  g_assert_false (ignores (list, "last one", 0));
  g_assert_cmpuint (prose_ignore_list_get_n_entries (list), ==, 1);
}

static void
test_dates (void)
{
  g_assert_true (prose_ignore_date_is_valid ("2026-02-28"));
  g_assert_true (prose_ignore_date_is_valid ("2028-02-29"));
  g_assert_false (prose_ignore_date_is_valid ("2026-02-29"));
  g_assert_false (prose_ignore_date_is_valid ("2026-13-01"));
  g_assert_false (prose_ignore_date_is_valid ("2026-2-28"));
  g_assert_false (prose_ignore_date_is_valid ("28-02-2026"));
  g_assert_false (prose_ignore_date_is_valid ("2026-02-28 "));
  g_assert_false (prose_ignore_date_is_valid ("2026-02- 8"));
  g_assert_false (prose_ignore_date_is_valid ("2026-+2-08"));
  g_assert_false (prose_ignore_date_is_valid (""));
}

/* --- places in a text --- */

/* Ignores each mark of a text whose number is in numbers, loses the places, and
 * finds them in another text: `place, place`; `-` for one that is not there. */
static char *
resolve_in (const char *text, const char *numbers, const char *other)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  g_autoptr (ProseReport) found = check_text (rules, "en", other);
  g_autoptr (ProseReading) reading = prose_reading_new_for_text (other, strlen (other));
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (GString) string = g_string_new (NULL);

  for (const char *p = numbers; *p != '\0'; p++) {
    const ProseDiagnostic *mark =
        &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, *p - '0');
    g_autoptr (ProseIgnoreEntry) entry =
        prose_ignore_entry_new_for_mark (PROSE_IGNORE_HERE, text, strlen (text), mark);

    g_assert_true (prose_ignore_list_add (list, entry));
  }
  prose_ignore_list_lose_places (list);
  prose_ignore_list_resolve (list, reading, prose_report_get_diagnostics (found));
  for (guint i = 0; i < prose_ignore_list_get_n_entries (list); i++) {
    const ProseIgnoreEntry *entry = prose_ignore_list_get_entry (list, i);

    g_string_append (string, i > 0 ? ", " : "");
    if (entry->is_present)
      g_string_append_printf (string, "%u", entry->key->place);
    else
      g_string_append (string, "-");
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_finding_places (void)
{
  const char *text = "Act now, he said. Then act now, they said.";

  assert_string (resolve_in (text, "0", text), "0");
  assert_string (resolve_in (text, "01", text), "0, 23");
  assert_string (resolve_in (text, "1", "Æ! Act now, he said. Then act now, they said."), "27");
  assert_string (resolve_in (text, "01", "Act now! So act now!"), "0, 12");
  assert_string (resolve_in (text, "01", "So act now!"), "3, -");
  assert_string (resolve_in (text, "0", ""), "-");
}

/* The words around the second are those of the only one left. */
static void
test_the_same_surroundings_come_first (void)
{
  assert_string (resolve_in ("Act now, he said. Then act now, they said.", "01",
                             "He said. Then act now, they said."),
                 "-, 14");
}

/* A rule that is off finds nothing; what is ignored here is not lost for that. */
static void
test_what_is_not_marked_has_its_place (void)
{
  assert_string (resolve_in ("Please act now, Ærø.", "0", "Do not act now, Ærø."), "7");
}

/* As the text would be: for the check of a rewrite. */
static void
test_after_an_edit (void)
{
  const char *text = "Act now, he said. Then act now, they said.";
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreList) before = NULL;
  g_autoptr (ProseIgnoreList) over = NULL;
  g_autoptr (ProseIgnoreEntry) entry = prose_ignore_entry_new_for_mark (
      PROSE_IGNORE_HERE, text, strlen (text),
      &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 1));

  prose_ignore_list_add (list, entry);
  before = prose_ignore_list_dup_after_edit (list, (ProseSpan){ 0, 7 }, 10);
  over = prose_ignore_list_dup_after_edit (list, (ProseSpan){ 20, 25 }, 0);
  g_assert_cmpuint (prose_ignore_list_get_entry (before, 0)->key->place, ==, 26);
  g_assert_true (prose_ignore_list_get_entry (before, 0)->is_present);
  g_assert_false (prose_ignore_list_get_entry (over, 0)->is_present);
  g_assert_cmpuint (entry->key->place, ==, 23);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ignore-list/the-oldest-stands-first", test_the_oldest_stands_first);
  g_test_add_func ("/ignore-list/the-very-same-is-there-once", test_the_very_same_is_there_once);
  g_test_add_func ("/ignore-list/what-is-ignored", test_what_is_ignored);
  g_test_add_func ("/ignore-list/a-proof-holds-until-its-last-day",
                   test_a_proof_holds_until_its_last_day);
  g_test_add_func ("/ignore-list/dates", test_dates);
  g_test_add_func ("/ignore-list/finding-places", test_finding_places);
  g_test_add_func ("/ignore-list/the-same-surroundings-come-first",
                   test_the_same_surroundings_come_first);
  g_test_add_func ("/ignore-list/what-is-not-marked-has-its-place",
                   test_what_is_not_marked_has_its_place);
  g_test_add_func ("/ignore-list/after-an-edit", test_after_an_edit);
  return g_test_run ();
}

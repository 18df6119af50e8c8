/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-set.h"

#include <gio/gio.h>

#include "prose-fixture.h"

static char *
languages_to_string (ProseRuleSet *rules)
{
  g_autoptr (GPtrArray) languages = prose_rule_set_dup_languages (rules);

  g_ptr_array_add (languages, NULL);
  return g_strjoinv (" ", (char **)languages->pdata);
}

static char *
rules_to_string (ProseRuleSet *rule_set)
{
  g_autoptr (GPtrArray) rules = prose_rule_set_dup_rules (rule_set);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++) {
    const ProseRule *rule = rules->pdata[i];

    g_string_append_printf (string, "%s%s:%s", i > 0 ? " " : "", rule->category->language,
                            rule->id);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_languages (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_string (languages_to_string (rules), "en da");
  g_assert_true (prose_rule_set_has_language (rules, "da"));
  g_assert_false (prose_rule_set_has_language (rules, "sv"));
  g_assert_false (prose_rule_set_has_language (rules, "d"));
  g_assert_null (prose_rule_set_get_language (rules, "sv"));
  g_assert_null (prose_rule_set_get_language (rules, NULL));
  g_assert_cmpstr (prose_lexicon_get_language (prose_rule_set_get_lexicon (rules, "da")), ==, "da");
  g_assert_null (prose_rule_set_get_lexicon (rules, "sv"));
}

static void
test_examples (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  g_assert_cmpstr (prose_rule_set_find_example (rules, "en", PROSE_COVERAGE_CHOICE), ==,
                   "Take your time.");
  g_assert_null (prose_rule_set_find_example (rules, "en", PROSE_COVERAGE_WORRY));
  g_assert_null (prose_rule_set_find_example (rules, "da", PROSE_COVERAGE_CHOICE));
  g_assert_null (prose_rule_set_find_example (rules, "sv", PROSE_COVERAGE_CHOICE));
  g_assert_null (prose_rule_set_find_example (rules, NULL, PROSE_COVERAGE_CHOICE));
}

static void
test_english_comes_first (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_rules ("language: sv\n", "language: da\n", "language: en\n", "language: de\n", NULL);

  assert_string (languages_to_string (rules), "en da de sv");
}

static void
test_rules_keep_their_order (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("b.one", "x", NULL), make_rule ("a.two", "øl", NULL), NULL);

  assert_string (rules_to_string (rules), "en:b.one en:a.two");
}

static void
test_no_rules_at_all (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRuleSet) rules = prose_rule_set_new (none, none, &error);

  g_assert_no_error (error);
  assert_string (languages_to_string (rules), "");
  assert_string (rules_to_string (rules), "");
  assert_string (marks_to_string (rules, "en", "Act now!"), "");
}

static void
test_a_language_without_a_lexicon (void)
{
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (ProseRuleSet) rule_set = NULL;

  g_ptr_array_add (rules, make_rule ("a.act", "act now", NULL));
  rule_set = prose_rule_set_new (rules, lexicons, NULL);
  assert_check (rule_set, "Act now!", "0-7 a.act");
}

/* Rules of one language are no rules of another. */
static void
test_languages_do_not_mix (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_check (rules, "Køb nu! Act now!", "9-16 command.act-now");
  assert_check_danish (rules, "Køb nu! Act now!", "0-7 command.koeb-nu");
}

static void
test_wrong_rules (void)
{
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (rules, make_rule ("a.fine", "øl", NULL));
  g_ptr_array_add (rules, make_rule ("a.wrong", "~øl", NULL));
  g_assert_null (prose_rule_set_new (rules, lexicons, &error));
  assert_failure (error, PROSE_PATTERN_ERROR, PROSE_PATTERN_ERROR_UNKNOWN,
                  "a.wrong: the lexicon has no entry “øl” for ~øl");
}

/* --- loading on demand --- */

/* A source that knows English, and counts how often it is asked. */
typedef struct {
  guint n_loaded;
  gboolean freed;
} FakeSource;

static ProseLanguageRules *
load_fake (gpointer data, const char *language, GError **error)
{
  FakeSource *source = data;
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new (language);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);

  source->n_loaded++;
  if (!g_str_equal (language, "en")) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no rules of “%s” today", language);
    return NULL;
  }
  g_ptr_array_add (rules, make_rule ("a.act", "act now", NULL));
  return prose_language_rules_compile (lexicon, rules, error);
}

static void
free_fake (gpointer data)
{
  ((FakeSource *)data)->freed = TRUE;
}

static void
test_a_language_is_loaded_when_it_is_needed (void)
{
  static const char *const languages[] = { "da", "en", NULL };
  FakeSource source = { 0 };
  g_autoptr (ProseRuleSet) rules =
      prose_rule_set_new_with_loader (languages, load_fake, &source, free_fake);

  assert_string (languages_to_string (rules), "en da");
  g_assert_true (prose_rule_set_has_language (rules, "da"));
  g_assert_cmpuint (source.n_loaded, ==, 0);

  assert_check (rules, "Act now!", "0-7 a.act");
  assert_check (rules, "Act now!", "0-7 a.act");
  g_assert_cmpuint (source.n_loaded, ==, 1);
  g_assert_null (prose_rule_set_get_problem (rules, "en"));

  g_assert_false (source.freed);
  g_clear_pointer (&rules, prose_rule_set_unref);
  g_assert_true (source.freed);
}

static void
test_a_language_that_cannot_be_loaded (void)
{
  static const char *const languages[] = { "en", "da", NULL };
  FakeSource source = { 0 };
  g_autoptr (ProseRuleSet) rules =
      prose_rule_set_new_with_loader (languages, load_fake, &source, NULL);

  g_assert_null (prose_rule_set_get_problem (rules, "da"));
  g_assert_null (prose_rule_set_get_language (rules, "da"));
  g_assert_null (prose_rule_set_get_language (rules, "da"));
  g_assert_cmpuint (source.n_loaded, ==, 1);
  g_assert_cmpstr (prose_rule_set_get_problem (rules, "da"), ==, "no rules of “da” today");
  g_assert_null (prose_rule_set_get_problem (rules, "sv"));

  assert_check_danish (rules, "Køb nu!", "");
  assert_string (rules_to_string (rules), "en:a.act");
}

/* Several threads may check by one set, each with a checker of its own. */
static gpointer
check_in_thread (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    assert_check (data, "Act now!", "0-7 a.act");
  return NULL;
}

static void
test_threads (void)
{
  static const char *const languages[] = { "en", NULL };
  FakeSource source = { 0 };
  g_autoptr (ProseRuleSet) rules =
      prose_rule_set_new_with_loader (languages, load_fake, &source, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("check", check_in_thread, rules);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (source.n_loaded, ==, 1);
}

/* --- layers --- */

static void
add_rule (ProseRuleSet *rules, ProseRule *rule)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (added, rule);
  prose_rule_set_add_rules (rules, added, &error);
  g_assert_no_error (error);
}

static void
test_rules_of_both_layers_are_found (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.act", "act now", NULL), NULL);

  add_rule (rules, make_rule ("b.never", "now or never", NULL));
  add_rule (rules, make_rule ("c.øl", "køb øl", NULL));
  assert_check (rules, "Act now. Køb øl, now or never.", "0-7 a.act, 9-17 c.øl, 19-31 b.never");
  assert_string (rules_to_string (rules), "en:a.act en:b.never en:c.øl");
}

/* As within one layer: the longer of two stays, and the first of two alike. */
static void
test_layers_overlap (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.act", "act now", NULL), NULL);

  add_rule (rules, make_rule ("b.long", "now or never", NULL));
  add_rule (rules, make_rule ("c.same", "now or never", NULL));
  assert_check (rules, "Act now or never.", "4-16 b.long");
}

static void
test_an_added_rule_replaces_its_name (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.act", "act now", NULL),
                                                  make_rule ("a.buy", "buy now", NULL), NULL);

  add_rule (rules, make_rule ("a.act", "act later", NULL));
  assert_check (rules, "Act now, buy now, act later.", "9-16 a.buy, 18-27 a.act");
  add_rule (rules, make_rule ("a.act", "act never", NULL));
  assert_check (rules, "Act now, act later, act never.", "20-29 a.act");
  assert_string (rules_to_string (rules), "en:a.buy en:a.act");
}

/* Its guards and exceptions are its own, and its lexicon that of the language. */
static void
test_an_added_rule_is_a_whole_rule (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  ProseRule *rule = make_rule ("mine.buy", "~buy it", NULL);

  rule->exceptions = g_strsplit ("bought it yesterday", "|", -1);
  rule->guards = PROSE_GUARD_NEGATED;
  add_rule (rules, rule);
  assert_check (rules, "He bought it.", "3-12 mine.buy");
  assert_check (rules, "He bought it yesterday.", "");
  assert_check (rules, "Do not buy it.", "");
}

static void
test_added_rules_of_a_new_language (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.act", "act now", NULL), NULL);
  g_autoptr (ProseCategory) category =
      prose_category_new ("sv", "x", "X", PROSE_METER_PRESSURE, FALSE);
  ProseRule *rule = prose_rule_new (category, "köp");

  rule->severity = PROSE_SEVERITY_PRESSURE;
  rule->phrases = g_strsplit ("köp nu", "|", -1);
  add_rule (rules, rule);
  assert_string (languages_to_string (rules), "en sv");
  assert_string (marks_to_string (rules, "sv", "Köp nu!"), "0-7 x.köp");
}

static void
test_added_rules_over_a_language_that_is_not_loaded (void)
{
  static const char *const languages[] = { "en", NULL };
  FakeSource source = { 0 };
  g_autoptr (ProseRuleSet) rules =
      prose_rule_set_new_with_loader (languages, load_fake, &source, NULL);

  prose_rule_set_switch_off (rules, "en", "a.act");
  add_rule (rules, make_rule ("b.b", "not now", NULL));
  assert_check (rules, "Act now, not now.", "9-16 b.b");
}

static void
test_wrong_added_rules (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.act", "act now", NULL), NULL);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (added, make_rule ("b.b", "(act", NULL));
  g_assert_false (prose_rule_set_add_rules (rules, added, &error));
  g_assert_error (error, PROSE_PATTERN_ERROR, PROSE_PATTERN_ERROR_SYNTAX);
  assert_check (rules, "Act now.", "0-7 a.act");
}

/* --- what does not count --- */

static void
test_switching_off (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("a.act", "act now", NULL), make_rule ("a.buy", "buy now", NULL),
                     make_rule ("b.now", "now", NULL), NULL);

  prose_rule_set_switch_off (rules, "da", "a.act");
  assert_check (rules, "Act now, buy now.", "0-7 a.act, 9-16 a.buy");
  prose_rule_set_switch_off (rules, "en", "a.act");
  assert_check (rules, "Act now, buy now.", "4-7 b.now, 9-16 a.buy");
  prose_rule_set_switch_off (rules, NULL, "a");
  assert_check (rules, "Act now, buy now.", "4-7 b.now, 13-16 b.now");
}

static void
test_switching_off_in_an_added_layer (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.act", "act now", NULL), NULL);

  add_rule (rules, make_rule ("b.buy", "buy now", NULL));
  prose_rule_set_switch_off (rules, NULL, "b.buy");
  assert_check (rules, "Act now, buy now.", "0-7 a.act");
  assert_string (rules_to_string (rules), "en:a.act");
}

/* Whatever its case, and what stands between its words. */
static void
test_ignored_phrases (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.act", "act [,] (now|nå)", NULL),
                                                  make_rule ("b.act", "act", NULL), NULL);

  g_assert_false (prose_rule_set_ignores_any (rules));
  prose_rule_set_ignore (rules, "a.act", "act nå");
  g_assert_true (prose_rule_set_ignores_any (rules));
  assert_check (rules, "Act now. ACT NÅ. Act, nå.", "0-7 a.act, 9-12 b.act, 18-21 b.act");
}

/* The same rule does not mark a part of it instead. */
static void
test_ignored_phrases_are_whole (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("a.left", "only three left", "three left", NULL), NULL);

  prose_rule_set_ignore (rules, "a.left", "only three left");
  assert_check (rules, "Ø, only three left.", "");
  assert_check (rules, "Only three left, or three left.", "20-30 a.left");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/rule-set/" path, function)
  add_test ("languages", test_languages);
  add_test ("examples", test_examples);
  add_test ("english-comes-first", test_english_comes_first);
  add_test ("rules-keep-their-order", test_rules_keep_their_order);
  add_test ("no-rules-at-all", test_no_rules_at_all);
  add_test ("a-language-without-a-lexicon", test_a_language_without_a_lexicon);
  add_test ("languages-do-not-mix", test_languages_do_not_mix);
  add_test ("wrong-rules", test_wrong_rules);
  add_test ("a-language-is-loaded-when-it-is-needed", test_a_language_is_loaded_when_it_is_needed);
  add_test ("a-language-that-cannot-be-loaded", test_a_language_that_cannot_be_loaded);
  add_test ("threads", test_threads);
  add_test ("rules-of-both-layers-are-found", test_rules_of_both_layers_are_found);
  add_test ("layers-overlap", test_layers_overlap);
  add_test ("an-added-rule-replaces-its-name", test_an_added_rule_replaces_its_name);
  add_test ("an-added-rule-is-a-whole-rule", test_an_added_rule_is_a_whole_rule);
  add_test ("added-rules-of-a-new-language", test_added_rules_of_a_new_language);
  add_test ("added-rules-over-a-language-that-is-not-loaded",
            test_added_rules_over_a_language_that_is_not_loaded);
  add_test ("wrong-added-rules", test_wrong_added_rules);
  add_test ("switching-off", test_switching_off);
  add_test ("switching-off-in-an-added-layer", test_switching_off_in_an_added_layer);
  add_test ("ignored-phrases", test_ignored_phrases);
  add_test ("ignored-phrases-are-whole", test_ignored_phrases_are_whole);

  return g_test_run ();
}

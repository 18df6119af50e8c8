/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prose-fixture.h"

#include "check/prose-ignore-key.h"

/* The key of the n-th mark of a text. */
static ProseIgnoreKey *
make_key (const char *text, guint n)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  GArray *diagnostics = prose_report_get_diagnostics (report);

  g_assert_cmpuint (n, <, diagnostics->len);
  return prose_ignore_key_new (text, strlen (text),
                               &g_array_index (diagnostics, ProseDiagnostic, n));
}

/* Which mark of a text a key stands for. */
static guint
find_key (const ProseIgnoreKey *key, const char *text)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "en", text);

  return prose_ignore_key_find (key, text, strlen (text), prose_report_get_diagnostics (report));
}

static void
test_parts (void)
{
  g_autoptr (ProseIgnoreKey) key = make_key ("Please, my Friend: ACT  Now, or ask us.", 0);

  g_assert_cmpstr (key->rule, ==, "command.act-now");
  g_assert_cmpstr (key->phrase, ==, "act now");
  g_assert_cmpstr (key->before, ==, "my friend");
  g_assert_cmpstr (key->after, ==, "or ask");
  g_assert_cmpuint (key->place, ==, 19);
}

static void
test_edges_of_the_text (void)
{
  g_autoptr (ProseIgnoreKey) key = make_key ("Act now", 0);

  g_assert_cmpstr (key->before, ==, "");
  g_assert_cmpstr (key->after, ==, "");
  g_assert_cmpuint (find_key (key, "Act now"), ==, 0);
}

static void
test_survives_edits_elsewhere (void)
{
  g_autoptr (ProseIgnoreKey) key = make_key ("Act now, he said. Then act now, they said.", 1);

  g_assert_cmpuint (find_key (key, "Æbler! Act now, he said. Then act now, they said."), ==, 1);
  g_assert_cmpuint (
      find_key (key, "Buy now. Please! Act now, he said. Then act now, they said. Act now!"), ==,
      2);
}

static void
test_falls_back_to_the_nearest (void)
{
  g_autoptr (ProseIgnoreKey) key = make_key ("Act now, he said. Then act now, they said.", 1);

  g_assert_cmpuint (find_key (key, "Act now, he said. So act now, we say."), ==, 1);
}

static void
test_ends_with_the_phrase (void)
{
  g_autoptr (ProseIgnoreKey) key = make_key ("Please act now, my friend.", 0);

  g_assert_cmpuint (find_key (key, "Please act today, my friend."), ==, PROSE_IGNORE_NONE);
  g_assert_cmpuint (find_key (key, "Please buy now, my friend."), ==, PROSE_IGNORE_NONE);
  g_assert_cmpuint (find_key (key, ""), ==, PROSE_IGNORE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ignore-key/parts", test_parts);
  g_test_add_func ("/ignore-key/edges-of-the-text", test_edges_of_the_text);
  g_test_add_func ("/ignore-key/survives-edits-elsewhere", test_survives_edits_elsewhere);
  g_test_add_func ("/ignore-key/falls-back-to-the-nearest", test_falls_back_to_the_nearest);
  g_test_add_func ("/ignore-key/ends-with-the-phrase", test_ends_with_the_phrase);
  return g_test_run ();
}

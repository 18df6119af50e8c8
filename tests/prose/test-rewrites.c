/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rewrites of every shipped rule on its own examples, as they are expected in
 * tests/corpus/rewrites.<language>: what an editor has read. An example, and
 * below it how the sentence would read:
 *
 *     scarcity.only-n-left: Only 3 lamps left!
 *       question: Would one of the last 3 lamps suit you?
 *
 * After a change of rules or rewriter the file is written anew by
 * `./dev rewrites`, and what differs is read before it is kept. */

#include <stdlib.h>
#include <string.h>

#include "prose-fixture.h"
#include "shipped-packs.h"

static void
append_suggestions (GString *out,
                    ProseRewriter *rewriter,
                    const ProseDiagnostic *mark,
                    const char *text)
{
  g_autofree char *sentence = dup_span (text, mark->sentence);
  g_autoptr (GPtrArray) suggestions = prose_rewriter_suggest (rewriter, mark, sentence);

  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = suggestions->pdata[i];

    g_string_append_printf (out, "  %s: %s\n", prose_rewrite_kind_to_string (suggestion->kind),
                            suggestion->sentence);
  }
}

/* The rewrites of the rule's own marks; other rules have examples of their own. */
static void
append_example (GString *out,
                ProseChecker *checker,
                ProseRewriter *rewriter,
                const ProseRuleExample *example)
{
  g_autoptr (ProseDocument) document = prose_document_new (example->text, -1);
  g_autoptr (ProseReport) report =
      prose_checker_check (checker, document, example->rule->category->language);
  GArray *marks = prose_report_get_diagnostics (report);

  g_string_append_printf (out, "%s: %s\n", example->rule->id, example->text);
  prose_rewriter_set_measures (rewriter, prose_report_get_measures (report));
  for (guint i = 0; i < marks->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, i);

    if (g_str_equal (mark->rule->id, example->rule->id))
      append_suggestions (out, rewriter, mark, example->text);
  }
}

static int
compare_packs (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const ShippedPack *const *)a)->name, (*(const ShippedPack *const *)b)->name);
}

static char *
write_rewrites (const char *language)
{
  g_autoptr (GPtrArray) packs = read_shipped_packs ();
  g_autoptr (ProseRuleSet) rules = load_shipped_rules ();
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  g_autoptr (GString) out = g_string_new (NULL);

  g_ptr_array_sort (packs, compare_packs);
  for (guint i = 0; i < packs->len; i++) {
    const ShippedPack *shipped = packs->pdata[i];

    if (!g_str_equal (shipped->language, language) ||
        shipped->pack->category->meter != PROSE_METER_PRESSURE)
      continue;
    for (guint j = 0; j < shipped->pack->examples->len; j++) {
      const ProseRuleExample *example = shipped->pack->examples->pdata[j];

      if (example->flags && !prose_rule_is_quiet (example->rule))
        append_example (out, checker, rewriter, example);
    }
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
read_expected (const char *language)
{
  g_autofree char *name = g_strdup_printf ("rewrites.%s", language);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autoptr (GError) error = NULL;
  char *expected = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  return expected;
}

/* Each line that differs is told, as far as some. */
static void
test_rewrites (gconstpointer language)
{
  g_autofree char *text = write_rewrites (language);
  g_autofree char *expected_text = read_expected (language);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected = g_strsplit (expected_text, "\n", -1);
  guint n_told = 0;

  for (guint i = 0; lines[i] != NULL && expected[i] != NULL && n_told < 10; i++) {
    if (g_str_equal (lines[i], expected[i]))
      continue;
    g_test_message ("line %u: “%s” instead of “%s”", i + 1, lines[i], expected[i]);
    n_told++;
  }
  g_assert_cmpuint (n_told, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (argc == 4 && g_str_equal (argv[1], "write")) {
    g_autofree char *text = write_rewrites (argv[2]);

    return g_file_set_contents (argv[3], text, -1, NULL) ? EXIT_SUCCESS : EXIT_FAILURE;
  }

  g_test_add_data_func ("/rewrites/en", "en", test_rewrites);
  g_test_add_data_func ("/rewrites/da", "da", test_rewrites);

  return g_test_run ();
}

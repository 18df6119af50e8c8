/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped packs, all of data/rules: each proves its rules by their own
 * examples, and keeps what the product promises of every rule. A pack that the
 * build does not list would be neither proved nor shipped, so the folders are
 * read here. */

#include <string.h>

#include "prose-fixture.h"
#include "rewrite/prose-address.h"
#include "rewrite/prose-rule-proof.h"
#include "shipped-packs.h"
#include "text/prose-sentence.h"

/* What the first version promises per language. */
#define FEWEST_PUSHY_FAMILIES 20
#define FEWEST_PUSHY_RULES 60
#define FEWEST_SOFT_RULES 20

/* Of texts that a rule marks, and as many that it leaves alone. */
#define FEWEST_EXAMPLES 2

/* --- each pack --- */

static gboolean
is_pushy (const ProseRulePack *pack)
{
  return pack->category->meter == PROSE_METER_PRESSURE;
}

static void
test_rules_prove_themselves (gconstpointer data)
{
  const ShippedPack *shipped = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) failures = prose_rule_proof_run (shipped->pack, shipped->lexicon, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < failures->len; i++)
    g_test_message ("%s", (char *)failures->pdata[i]);
  g_assert_cmpuint (failures->len, ==, 0);
}

static gboolean
offers (const ProseRule *rule, ProseRewriteKind kind)
{
  for (guint i = 0; i < rule->rewrites->len; i++)
    if (g_array_index (rule->rewrites, ProseRewriteTemplate, i).kind == kind)
      return TRUE;

  return FALSE;
}

/* Every mark offers a benefit or a question, or asks the writer who knows. */
static void
assert_way_out (const ProseRule *rule)
{
  if (offers (rule, PROSE_REWRITE_BENEFIT) || offers (rule, PROSE_REWRITE_QUESTION) ||
      rule->ask != NULL)
    return;

  g_test_message ("%s: no benefit, no question, and nothing is asked", rule->id);
  g_test_fail ();
}

/* At most two calm sentences. */
static void
assert_reason (const ProseRule *rule)
{
  g_autoptr (GArray) tokens = tokenize (rule->why != NULL ? rule->why : "");
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));

  if (rule->why != NULL)
    prose_find_sentences (rule->why, tokens, &(ProseAbbreviations){ 0 }, sentences);
  if (sentences->len >= 1 && sentences->len <= 2 && strchr (rule->why, '!') == NULL)
    return;

  g_test_message ("%s: the reason is “%s”", rule->id, rule->why);
  g_test_fail ();
}

/* Enough to prove it by, and near misses, too. */
static void
assert_examples (const ProseRule *rule)
{
  guint n_flagged = g_strv_length (rule->flagged);
  guint n_passed = g_strv_length (rule->passed);

  if (n_flagged >= FEWEST_EXAMPLES && n_passed >= FEWEST_EXAMPLES)
    return;

  g_test_message ("%s: %u texts that it marks, %u that it leaves alone", rule->id, n_flagged,
                  n_passed);
  g_test_fail ();
}

/* What must be proved is asked for, and what presses has a weight. */
static void
assert_fields (const ProseRule *rule)
{
  gboolean is_weighed = rule->weight > 0 || rule->severity == PROSE_SEVERITY_PROOF ||
                        rule->severity == PROSE_SEVERITY_NOTE;
  gboolean is_asked = rule->severity != PROSE_SEVERITY_PROOF || rule->ask != NULL;

  if (is_weighed && is_asked)
    return;

  g_test_message ("%s: %s", rule->id, is_asked ? "no weight" : "needs proof, but asks for none");
  g_test_fail ();
}

static void
test_rules_keep_the_promises (gconstpointer data)
{
  const ShippedPack *shipped = data;

  g_assert_cmpstr (shipped->pack->category->id, ==, shipped->name);
  g_assert_cmpuint (prose_lexicon_get_place (shipped->lexicon, "families", shipped->name), !=,
                    G_MAXUINT);
  for (guint i = 0; i < shipped->pack->rules->len; i++) {
    const ProseRule *rule = shipped->pack->rules->pdata[i];

    assert_reason (rule);
    assert_examples (rule);
    assert_fields (rule);
    if (is_pushy (shipped->pack))
      assert_way_out (rule);
  }
}

/* --- all packs together --- */

static gboolean
has_rule (GPtrArray *rules, const ProseRule *wanted)
{
  for (guint i = 0; i < rules->len; i++) {
    const ProseRule *rule = rules->pdata[i];

    if (g_str_equal (rule->id, wanted->id) &&
        g_str_equal (rule->category->language, wanted->category->language))
      return TRUE;
  }
  return FALSE;
}

static void
test_the_database_has_every_rule (gconstpointer data)
{
  const GPtrArray *packs = data;
  g_autoptr (ProseRuleSet) database = load_shipped_rules ();
  g_autoptr (GPtrArray) rules = prose_rule_set_dup_rules (database);
  guint n = 0;

  for (guint i = 0; i < packs->len; i++) {
    const ProseRulePack *pack = ((ShippedPack *)packs->pdata[i])->pack;

    n += pack->rules->len;
    for (guint j = 0; j < pack->rules->len; j++) {
      if (!has_rule (rules, pack->rules->pdata[j]))
        g_test_message ("%s is missing", ((ProseRule *)pack->rules->pdata[j])->id);
      g_assert_true (has_rule (rules, pack->rules->pdata[j]));
    }
  }
  g_assert_cmpuint (rules->len, ==, n);
}

/* Rules may stand in each other's way, but what one flags stays marked. */
static void
test_what_a_rule_flags_all_rules_mark (gconstpointer data)
{
  const GPtrArray *packs = data;
  g_autoptr (ProseRuleSet) rules = load_shipped_rules ();
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);

  for (guint i = 0; i < packs->len; i++) {
    const ShippedPack *shipped = packs->pdata[i];

    for (guint j = 0; j < shipped->pack->examples->len; j++) {
      const ProseRuleExample *example = shipped->pack->examples->pdata[j];
      g_autoptr (ProseDocument) document = prose_document_new (example->text, -1);
      g_autoptr (ProseReport) report = NULL;

      if (!example->flags || !is_pushy (shipped->pack))
        continue;
      prose_checker_set_finds_claims (checker, prose_rule_is_quiet (example->rule));
      report = prose_checker_check (checker, document, shipped->language);
      if (prose_report_get_diagnostics (report)->len > 0)
        continue;
      g_test_message ("%s: nothing is marked in “%s”", example->place, example->text);
      g_test_fail ();
    }
  }
}

/* --- examples of good advice --- */

/* Fails if the text speaks to its reader, and in another form of address than this one:
 * some words are of two forms (German “ihr”), so the most frequent one counts. */
static void
assert_address (ProseChecker *checker, const ShippedPack *shipped, const char *text, guint address)
{
  g_autoptr (ProseDocument) document = prose_document_new (text, -1);
  g_autoptr (ProseReport) report = prose_checker_check (checker, document, shipped->language);
  const ProseMeasures *measures = prose_report_get_measures (report);
  guint used = prose_measures_get_address (measures);

  if ((used == address || measures->address[used] == 0) && strchr (text, '{') == NULL)
    return;

  g_test_message ("%s in form %u: “%s”", shipped->name, address + 1, text);
  g_test_fail ();
}

static gboolean
has_address (ProseLexicon *lexicon, guint address)
{
  g_autofree char *list = g_strdup_printf ("address-%u", address + 1);

  return prose_lexicon_get_word (lexicon, list, 0) != NULL;
}

/* They are shown in the form of address of the text that lacks them. */
static void
test_examples_speak_as_the_text_does (gconstpointer data)
{
  const GPtrArray *packs = data;
  g_autoptr (ProseRuleSet) rules = load_shipped_rules ();
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);

  for (guint i = 0; i < packs->len; i++) {
    const ShippedPack *shipped = packs->pdata[i];
    const char *example = shipped->pack->category->example;

    for (guint j = 0; example != NULL && has_address (shipped->lexicon, j); j++) {
      g_autofree char *text = prose_address_convert (example, shipped->lexicon, j);

      g_assert_nonnull (text);
      assert_address (checker, shipped, text, j);
    }
  }
}

static void
assert_counts (const GPtrArray *packs, const char *language)
{
  guint n_families = 0, n_pushy = 0, n_soft = 0;

  for (guint i = 0; i < packs->len; i++) {
    const ShippedPack *shipped = packs->pdata[i];

    if (!g_str_equal (shipped->language, language))
      continue;
    n_families += is_pushy (shipped->pack);
    *(is_pushy (shipped->pack) ? &n_pushy : &n_soft) += shipped->pack->rules->len;
  }
  g_assert_cmpuint (n_families, >=, FEWEST_PUSHY_FAMILIES);
  g_assert_cmpuint (n_pushy, >=, FEWEST_PUSHY_RULES);
  g_assert_cmpuint (n_soft, >=, FEWEST_SOFT_RULES);
}

static void
test_there_are_enough_rules (gconstpointer data)
{
  assert_counts (data, "en");
  assert_counts (data, "da");
}

static void
add_pack_tests (GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++) {
    const ShippedPack *shipped = packs->pdata[i];
    g_autofree char *proofs =
        g_strdup_printf ("/packs/%s/%s/proofs", shipped->language, shipped->name);
    g_autofree char *promises =
        g_strdup_printf ("/packs/%s/%s/promises", shipped->language, shipped->name);

    g_test_add_data_func (proofs, shipped, test_rules_prove_themselves);
    g_test_add_data_func (promises, shipped, test_rules_keep_the_promises);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) packs = NULL;

  g_test_init (&argc, &argv, NULL);

  packs = read_shipped_packs ();
  add_pack_tests (packs);
  g_test_add_data_func ("/packs/the-database-has-every-rule", packs,
                        test_the_database_has_every_rule);
  g_test_add_data_func ("/packs/what-a-rule-flags-all-rules-mark", packs,
                        test_what_a_rule_flags_all_rules_mark);
  g_test_add_data_func ("/packs/examples-speak-as-the-text-does", packs,
                        test_examples_speak_as_the_text_does);
  g_test_add_data_func ("/packs/there-are-enough-rules", packs, test_there_are_enough_rules);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-language-rules.h"

#include <gio/gio.h>

#include "prose-fixture.h"
#include "rules/prose-rule-compiler.h"
#include "text/prose-fold.h"

static ProseLanguageRules *
get_english (ProseRuleSet *rules)
{
  return prose_rule_set_get_language (rules, "en");
}

/* The rules whose phrases are looked for at the last token of text, each with
 * how far back a match may start: `urgency.act-now 1-1`. */
static char *
anchors_to_string (ProseRuleSet *rule_set, const char *text)
{
  ProseLanguageRules *rules = get_english (rule_set);
  g_autoptr (GArray) tokens = tokenize (text);
  const ProseToken *token = &g_array_index (tokens, ProseToken, tokens->len - 1);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) string = g_string_new (NULL);

  prose_fold (text + token->span.start, prose_span_get_length (token->span), folded);
  prose_language_rules_collect_terms (rules, token, folded, terms);
  for (guint i = 0; i < terms->len; i++) {
    guint n;
    const ProseAnchor *anchors =
        prose_language_rules_get_anchors (rules, g_array_index (terms, guint, i), &n);

    for (guint j = 0; j < n; j++)
      g_string_append_printf (string, "%s%s %u-%u", string->len > 0 ? ", " : "",
                              prose_language_rules_get_phrase (rules, anchors[j].phrase).rule->id,
                              anchors[j].min_before, anchors[j].max_before);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

#define assert_anchors(rules, text, expected)                                                      \
  assert_string (anchors_to_string (rules, text), expected)

static void
test_words_lead_to_phrases (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.act", "act now", NULL),
                                                  make_rule ("a.hurry", "you [do] hurry", NULL),
                                                  make_rule ("a.øl", "the øl", NULL), NULL);

  assert_anchors (rules, "act", "a.act 0-0");
  assert_anchors (rules, "ACT", "a.act 0-0");
  assert_anchors (rules, "hurry", "a.hurry 1-2");
  assert_anchors (rules, "Øl", "a.øl 1-1");
  assert_anchors (rules, "acts", "");
  assert_anchors (rules, "you", "");
}

static void
test_forms_lead_to_phrases (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.buy", "~buy the", NULL),
                                                  make_rule ("a.café", "(~café|pub)", NULL), NULL);

  assert_anchors (rules, "buys", "a.buy 0-0");
  assert_anchors (rules, "Bought", "a.buy 0-0");
  assert_anchors (rules, "CAFÉS", "a.café 0-0");
  assert_anchors (rules, "pub", "a.café 0-0");
  assert_anchors (rules, "buyer", "");
}

static void
test_parts_of_words_lead_to_phrases (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("a.lyn", "lyn*", NULL), make_rule ("a.øl", "*øl", NULL),
                     make_rule ("a.billig", "*billig*", NULL), NULL);

  assert_anchors (rules, "Lyntilbud", "a.lyn 0-0");
  assert_anchors (rules, "lyn", "");
  assert_anchors (rules, "juleØL", "a.øl 0-0");
  assert_anchors (rules, "øl", "");
  assert_anchors (rules, "spotbilligt", "a.billig 0-0");
  assert_anchors (rules, "lynbilligøl", "a.lyn 0-0, a.øl 0-0, a.billig 0-0");
}

static void
test_a_part_that_may_stand_anywhere (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.billig", "*billig*", NULL), NULL);

  assert_anchors (rules, "billig", "a.billig 0-0");
  assert_anchors (rules, "bil", "");
  assert_anchors (rules, "billigt", "a.billig 0-0");
  assert_anchors (rules, "megabillig", "a.billig 0-0");
}

/* What stands at the place of French in these tests is named English. */
static const char french_lexicon[] = "language: en\n"
                                     "lists:\n"
                                     "  elisions: [l, d, qu]\n"
                                     "  options: [bare-capitals]\n"
                                     "words:\n"
                                     "  - class: verb\n"
                                     "    forms: [infinitive, participle]\n"
                                     "    entries:\n"
                                     "      - étonner étonné\n";

static ProseRuleSet *
compile_with (const char *lexicon, ProseRule *rule, ...)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rule_set;
  va_list more;

  va_start (more, rule);
  for (ProseRule *r = rule; r != NULL; r = va_arg (more, ProseRule *))
    g_ptr_array_add (rules, r);
  va_end (more);
  g_ptr_array_add (lexicons, read_lexicon (lexicon));
  rule_set = prose_rule_set_new (rules, lexicons, &error);
  g_assert_no_error (error);
  return rule_set;
}

#define compile_french(...) compile_with (french_lexicon, __VA_ARGS__)

static void
test_elided_words_lead_to_phrases (void)
{
  g_autoptr (ProseRuleSet) rules = compile_french (make_rule ("a.offre", "offre", NULL),
                                                   make_rule ("a.l-offre", "l'offre", NULL),
                                                   make_rule ("a.par", "étonn*", NULL), NULL);

  assert_anchors (rules, "offre", "a.offre 0-0");
  assert_anchors (rules, "L’OFFRE", "a.l-offre 0-0, a.offre 0-0");
  assert_anchors (rules, "qu'offre", "a.offre 0-0");
  assert_anchors (rules, "d'étonnants", "a.par 0-0");
  assert_anchors (rules, "n'offre", "");
  assert_anchors (rules, "offre'l", "");
}

/* As Swiss write it, and as capitals are. */
static void
test_sharp_s (void)
{
  g_autoptr (ProseRuleSet) rules = compile_with (
      "language: en\nlists: { options: [sharp-s] }\n", make_rule ("a.large", "große", NULL),
      make_rule ("a.kiss", "küss*", NULL), make_rule ("a.sweet", "*süß*", NULL), NULL);
  g_autoptr (ProseRuleSet) others = compile_with ("language: en\nlists: { options: [] }\n",
                                                  make_rule ("a.large", "große", NULL), NULL);

  assert_anchors (rules, "große", "a.large 0-0");
  assert_anchors (rules, "grosse", "a.large 0-0");
  assert_anchors (rules, "GROSSE", "a.large 0-0");
  assert_anchors (rules, "küßchen", "a.kiss 0-0");
  assert_anchors (rules, "zuckersüsses", "a.sweet 0-0");
  assert_anchors (rules, "grose", "");
  assert_anchors (others, "grosse", "");
}

static void
test_capitals_may_lack_their_accents (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_french (make_rule ("a.dès", "dès", NULL), make_rule ("a.étonner", "~étonner", NULL),
                      make_rule ("a.des", "des", NULL), NULL);

  assert_anchors (rules, "DES", "a.des 0-0, a.dès 0-0");
  assert_anchors (rules, "Dès", "a.dès 0-0");
  assert_anchors (rules, "des", "a.des 0-0");
  assert_anchors (rules, "D'ETONNER", "a.étonner 0-0");
  assert_anchors (rules, "Etonne", "a.étonner 0-0");
  assert_anchors (rules, "Etonné", "");
  assert_anchors (rules, "Etonner", "a.étonner 0-0");
  assert_anchors (rules, "etonner", "");
}

static void
test_marks_lead_to_phrases (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.bang", "!!+", NULL),
                                                  make_rule ("a.pound", "{word} £", NULL), NULL);

  assert_anchors (rules, "!", "");
  assert_anchors (rules, "!!", "a.bang 0-0");
  assert_anchors (rules, "!!!!", "a.bang 0-0");
  assert_anchors (rules, "?", "");
  assert_anchors (rules, "£", "a.pound 1-1");
}

static void
test_exceptions_and_captures_of_a_rule (void)
{
  ProseRule *rule = make_rule ("a.left", "only {count:number} left", "{thing:1..2} gone", NULL);
  ProseRule *other = make_rule ("a.act", "act now", NULL);
  g_autoptr (ProseRuleSet) rules = NULL;
  g_autoptr (GPtrArray) captures = NULL;
  g_autoptr (GPtrArray) none = NULL;
  guint n;

  rule->exceptions = g_strsplit ("only {number} days;{thing:1} of øl", ";", -1);
  rules = compile_rules (rule, other, NULL);
  captures = prose_language_rules_dup_captures (get_english (rules), rule);
  none = prose_language_rules_dup_captures (get_english (rules), other);

  g_assert_cmpuint (captures->len, ==, 3);
  g_assert_cmpstr (captures->pdata[0], ==, "count");
  g_assert_cmpstr (captures->pdata[1], ==, "thing");
  g_assert_cmpstr (captures->pdata[2], ==, "number");
  g_assert_cmpuint (none->len, ==, 0);
  prose_language_rules_get_exceptions (get_english (rules), 0, &n);
  g_assert_cmpuint (n, ==, 2);
  prose_language_rules_get_exceptions (get_english (rules), 1, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_phrases_keep_the_order_of_their_rules (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.first", "a b", "c d", NULL),
                                                  make_rule ("a.second", "e f", NULL), NULL);
  ProseLanguageRules *english = get_english (rules);

  g_assert_cmpuint (prose_language_rules_get_phrase (english, 0).order, ==, 0);
  g_assert_cmpuint (prose_language_rules_get_phrase (english, 1).order, ==, 0);
  g_assert_cmpuint (prose_language_rules_get_phrase (english, 2).order, ==, 1);
  g_assert_cmpstr (prose_language_rules_get_phrase (english, 2).rule->id, ==, "a.second");
}

/* --- images --- */

static GBytes *
compile (ProseLexicon *lexicon, GPtrArray *rules)
{
  g_autoptr (ProseRuleCompiler) compiler = prose_rule_compiler_new (lexicon);

  for (guint i = 0; i < rules->len; i++)
    g_assert_true (prose_rule_compiler_add (compiler, rules->pdata[i], NULL));
  return prose_rule_compiler_finish (compiler);
}

static GPtrArray *
make_rules (void)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);

  g_ptr_array_add (rules, make_rule ("a.act", "act [right] now", "lyn* !!+", NULL));
  g_ptr_array_add (rules, make_rule ("a.øl", "(~buy|køb) {what:1..2}", NULL));
  return rules;
}

static void
assert_damaged (GPtrArray *rules, const guint8 *data, gsize length)
{
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("en");
  g_autoptr (GBytes) image = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_language_rules_new (lexicon, rules, image, &error));
  assert_failure (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                  "the compiled rules of “en” are damaged");
}

static void
test_an_image_is_as_good_as_new (void)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (GPtrArray) rules = make_rules ();
  g_autoptr (GBytes) image = compile (lexicon, rules);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseLanguageRules) loaded = prose_language_rules_new (lexicon, rules, image, &error);
  g_autoptr (ProseLanguageRules) compiled = prose_language_rules_compile (lexicon, rules, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (prose_language_rules_get_n_terms (loaded), ==,
                    prose_language_rules_get_n_terms (compiled));
  g_assert_true (prose_language_rules_get_rules (loaded) == rules);
  g_assert_true (prose_language_rules_get_lexicon (loaded) == lexicon);
  g_assert_true (prose_language_rules_get_phrase (loaded, 2).rule == rules->pdata[1]);
}

/* Cut off at any place, or with any one byte changed. */
static void
test_damaged_images (void)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (GPtrArray) rules = make_rules ();
  g_autoptr (GBytes) image = compile (lexicon, rules);
  g_autoptr (GByteArray) bytes = g_bytes_unref_to_array (g_bytes_ref (image));

  for (gsize length = 0; length < bytes->len; length += 3)
    assert_damaged (rules, bytes->data, length);
  for (gsize i = 0; i < bytes->len; i += 3) {
    bytes->data[i] ^= 0x40;
    assert_damaged (rules, bytes->data, bytes->len);
    bytes->data[i] ^= 0x40;
  }
}

static void
test_an_image_of_other_rules (void)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (GPtrArray) rules = make_rules ();
  g_autoptr (GBytes) image = compile (lexicon, rules);

  g_ptr_array_set_size (rules, 1);
  assert_damaged (rules, g_bytes_get_data (image, NULL), g_bytes_get_size (image));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language-rules/words-lead-to-phrases", test_words_lead_to_phrases);
  g_test_add_func ("/language-rules/forms-lead-to-phrases", test_forms_lead_to_phrases);
  g_test_add_func ("/language-rules/parts-of-words-lead-to-phrases",
                   test_parts_of_words_lead_to_phrases);
  g_test_add_func ("/language-rules/elided-words-lead-to-phrases",
                   test_elided_words_lead_to_phrases);
  g_test_add_func ("/language-rules/capitals-may-lack-their-accents",
                   test_capitals_may_lack_their_accents);
  g_test_add_func ("/language-rules/sharp-s", test_sharp_s);
  g_test_add_func ("/language-rules/a-part-that-may-stand-anywhere",
                   test_a_part_that_may_stand_anywhere);
  g_test_add_func ("/language-rules/marks-lead-to-phrases", test_marks_lead_to_phrases);
  g_test_add_func ("/language-rules/exceptions-and-captures-of-a-rule",
                   test_exceptions_and_captures_of_a_rule);
  g_test_add_func ("/language-rules/phrases-keep-the-order-of-their-rules",
                   test_phrases_keep_the_order_of_their_rules);
  g_test_add_func ("/language-rules/an-image-is-as-good-as-new", test_an_image_is_as_good_as_new);
  g_test_add_func ("/language-rules/damaged-images", test_damaged_images);
  g_test_add_func ("/language-rules/an-image-of-other-rules", test_an_image_of_other_rules);

  return g_test_run ();
}

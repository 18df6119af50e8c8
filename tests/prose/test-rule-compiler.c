/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-compiler.h"

#include "prose-fixture.h"
#include "rules/prose-rule-image.h"

static GBytes *
compile (ProseRule *first, ProseRule *second)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (ProseRuleCompiler) compiler = prose_rule_compiler_new (lexicon);
  g_autoptr (ProseRule) owned = first;
  g_autoptr (ProseRule) other = second;
  g_autoptr (GError) error = NULL;

  prose_rule_compiler_add (compiler, first, &error);
  g_assert_no_error (error);
  if (second != NULL)
    prose_rule_compiler_add (compiler, second, &error);
  g_assert_no_error (error);
  return prose_rule_compiler_finish (compiler);
}

static const ProseImageHeader *
get_header (GBytes *image)
{
  g_assert_cmpuint (g_bytes_get_size (image), >=, sizeof (ProseImageHeader));
  return g_bytes_get_data (image, NULL);
}

static guint
count (GBytes *image, ProseImageSection section, gsize size)
{
  const guint *start = get_header (image)->start;

  return (start[section + 1] - start[section]) / size;
}

static void
test_header (void)
{
  g_autoptr (GBytes) image = compile (make_rule ("a.act", "act now", NULL),
                                      make_rule ("a.øl", "øl nu", "øl straks", NULL));
  const ProseImageHeader *header = get_header (image);

  g_assert_cmpuint (header->magic, ==, PROSE_IMAGE_MAGIC);
  g_assert_cmpuint (header->n_rules, ==, 2);
  g_assert_cmpuint (header->start[0], ==, sizeof *header);
  g_assert_cmpuint (header->start[PROSE_IMAGE_N_SECTIONS], ==, g_bytes_get_size (image));
  for (guint i = 0; i < PROSE_IMAGE_N_SECTIONS; i++)
    g_assert_cmpuint (header->start[i] % 4, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (image) % 4, ==, 0);
}

static void
test_sections (void)
{
  ProseRule *rule = make_rule ("a.øl", "øl {hvad:1..2}", "øl straks !!+", NULL);
  g_autoptr (GBytes) image = NULL;

  rule->exceptions = g_strsplit ("øl nu", ";", -1);
  image = compile (make_rule ("a.act", "act now", NULL), rule);

  g_assert_cmpuint (count (image, PROSE_IMAGE_PHRASES, sizeof (ProseImagePhrase)), ==, 3);
  g_assert_cmpuint (count (image, PROSE_IMAGE_RULES, sizeof (ProseImageRule)), ==, 3);
  g_assert_cmpuint (count (image, PROSE_IMAGE_EXCEPTIONS, sizeof (guint)), ==, 1);
  g_assert_cmpuint (count (image, PROSE_IMAGE_CAPTURES, sizeof (guint)), ==, 1);
}

static void
test_the_same_rules_give_the_same_image (void)
{
  g_autoptr (GBytes) first = compile (make_rule ("a.act", "act [right] now", "lyn* !!+", NULL),
                                      make_rule ("a.øl", "(~buy|køb) {what:1..2}", NULL));
  g_autoptr (GBytes) second = compile (make_rule ("a.act", "act [right] now", "lyn* !!+", NULL),
                                       make_rule ("a.øl", "(~buy|køb) {what:1..2}", NULL));
  g_autoptr (GBytes) other = compile (make_rule ("a.act", "act [right] now", NULL),
                                      make_rule ("a.øl", "(~buy|køb) {what:1..2}", NULL));

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, other));
}

static void
assert_refuses (ProseRule *rule, ProsePatternError code, const char *message)
{
  g_autoptr (ProseRule) owned = rule;
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (ProseRuleCompiler) compiler = prose_rule_compiler_new (lexicon);
  g_autoptr (GError) error = NULL;

  g_assert_false (prose_rule_compiler_add (compiler, rule, &error));
  assert_failure (error, PROSE_PATTERN_ERROR, (int)code, message);
}

static void
test_wrong_patterns (void)
{
  ProseRule *excepted = make_rule ("a.b", "act", NULL);

  excepted->exceptions = g_strsplit ("æ ~sell", ";", -1);
  assert_refuses (make_rule ("a.b", "act (now", NULL), PROSE_PATTERN_ERROR_SYNTAX,
                  "a.b: “(” has no closing “)”");
  assert_refuses (make_rule ("a.b", "act", "[now]", NULL), PROSE_PATTERN_ERROR_SYNTAX,
                  "a.b: “[now]” has no word or sign that every match must have");
  assert_refuses (excepted, PROSE_PATTERN_ERROR_UNKNOWN,
                  "a.b: the lexicon has no entry “sell” for ~sell");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rule-compiler/header", test_header);
  g_test_add_func ("/rule-compiler/sections", test_sections);
  g_test_add_func ("/rule-compiler/the-same-rules-give-the-same-image",
                   test_the_same_rules_give_the_same_image);
  g_test_add_func ("/rule-compiler/wrong-patterns", test_wrong_patterns);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-template.h"

#include "prose-fixture.h"

/* Fills a template with what {count}, {thing} and {verb} captured. */
static char *
fill (const char *language, const char *template_text)
{
  static const char *names[] = { "count", "thing", "verb", "nothing" };
  static const char *values[] = { "3", "Lamps", "bought", NULL };
  static const char *danish_values[] = { "3", "æble", "KØBER", NULL };
  g_autoptr (ProseLexicon) lexicon = build_lexicon (language);
  g_autoptr (GPtrArray) name_array = g_ptr_array_new ();
  g_autoptr (GPtrArray) value_array = g_ptr_array_new ();
  ProseTemplateContext context = { lexicon, name_array, value_array };
  const char **chosen = g_str_equal (language, "da") ? danish_values : values;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_ptr_array_add (name_array, (gpointer)names[i]);
    g_ptr_array_add (value_array, (gpointer)chosen[i]);
  }
  return prose_template_fill (template_text, &context);
}

static void
test_captures (void)
{
  assert_string (fill ("en", "{count} {thing} in stock"), "3 Lamps in stock");
  assert_string (fill ("en", "take your time"), "take your time");
  assert_string (fill ("en", ""), "");
  assert_string (fill ("da", "{count} × {thing}, på lager"), "3 × æble, på lager");
}

static void
test_forms (void)
{
  assert_string (fill ("en", "{verb:gerund} a {thing:singular}"), "buying a lamp");
  assert_string (fill ("en", "{verb:infinitive}/{verb:past}"), "buy/bought");
  assert_string (fill ("da", "at {verb:infinitive} {thing:definite}"), "at købe æblet");
  assert_string (fill ("da", "{thing:gender} {thing}"), "et æble");
}

/* No slot is ever left unfilled. */
static void
test_withheld (void)
{
  g_assert_null (fill ("en", "{nothing} in stock"));
  g_assert_null (fill ("en", "{unknown} in stock"));
  g_assert_null (fill ("en", "{thing:gerund} in stock"));
  g_assert_null (fill ("en", "{count:plural} in stock"));
  g_assert_null (fill ("da", "{verb:gerund}"));
}

/* A condition writes nothing, and takes the space behind it along. */
static void
test_conditions (void)
{
  assert_string (fill ("en", "{if thing}in stock"), "in stock");
  assert_string (fill ("en", "{unless nothing} {count} in stock"), "3 in stock");
  assert_string (fill ("da", "{if thing}{unless nothing}"), "");
  g_assert_null (fill ("en", "{unless thing}in stock"));
  g_assert_null (fill ("en", "{if nothing}in stock"));
  g_assert_null (fill ("en", "{if thing}{nothing} in stock"));
  g_assert_false (prose_template_needs_facts ("{if thing}in stock"));
  g_assert_false (prose_template_needs_facts ("{address=ønsker du/ønsker De} hjælp?"));
  g_assert_true (prose_template_needs_facts ("{if thing}{count} in stock"));
}

static void
test_articles_follow_only_in_english (void)
{
  assert_string (fill ("en", "a {verb} or a offer"), "a bought or an offer");
  assert_string (fill ("da", "a offer"), "a offer");
}

static void
test_braces_that_are_none (void)
{
  assert_string (fill ("en", "3 { 4"), "3 { 4");
  assert_string (fill ("en", "3 } 4"), "3 } 4");
}

static void
test_whole_sentences (void)
{
  g_assert_true (prose_template_is_sentence ("Would you like to see it?"));
  g_assert_true (prose_template_is_sentence ("It is here."));
  g_assert_true (prose_template_is_sentence ("Velkommen!"));
  g_assert_true (prose_template_is_sentence ("Øl og så videre…"));
  g_assert_false (prose_template_is_sentence ("{count} in stock today"));
  g_assert_false (prose_template_is_sentence ("is it? yes"));
  g_assert_false (prose_template_is_sentence (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/captures", test_captures);
  g_test_add_func ("/template/forms", test_forms);
  g_test_add_func ("/template/withheld", test_withheld);
  g_test_add_func ("/template/conditions", test_conditions);
  g_test_add_func ("/template/articles-follow-only-in-english",
                   test_articles_follow_only_in_english);
  g_test_add_func ("/template/braces-that-are-none", test_braces_that_are_none);
  g_test_add_func ("/template/whole-sentences", test_whole_sentences);

  return g_test_run ();
}

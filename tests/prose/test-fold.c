/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-fold.h"

#include <string.h>

#include "prose-fixture.h"

static char *
fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new ("what was there before");

  prose_fold (text, strlen (text), folded);
  g_assert_cmpuint (folded->len, ==, strlen (folded->str));
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static void
test_case (void)
{
  assert_string (fold ("NOW"), "now");
  assert_string (fold ("KØB"), "køb");
  assert_string (fold ("ÆBLEGRØD"), "æblegrød");
  assert_string (fold ("ΤΏΡΑ"), "τώρα");
  assert_string (fold ("СЕЙЧАС"), "сейчас");
  assert_string (fold ("straße"), "straße");
}

static void
test_apostrophes (void)
{
  assert_string (fold ("don't"), "don't");
  assert_string (fold ("Don’t"), "don't");
  assert_string (fold ("don‘t"), "don't");
  assert_string (fold ("DON`T"), "don't");
  assert_string (fold ("don´t"), "don't");
  assert_string (fold ("donʼt"), "don't");
}

static void
test_dashes (void)
{
  assert_string (fold ("-"), "-");
  assert_string (fold ("–"), "-");
  assert_string (fold ("—"), "-");
  assert_string (fold ("\u2011"), "-");
  assert_string (fold ("−"), "-");
  assert_string (fold ("_"), "_");
}

static void
test_quotation_marks (void)
{
  assert_string (fold ("“"), "\"");
  assert_string (fold ("”"), "\"");
  assert_string (fold ("„"), "\"");
  assert_string (fold ("»"), "\"");
  assert_string (fold ("«"), "\"");
  assert_string (fold ("‹"), "‹");
}

static void
test_ellipsis (void)
{
  assert_string (fold ("…"), "...");
  assert_string (fold ("……"), "......");
}

/* "å" as one character, and as "a" with a ring above it. */
static void
test_composition (void)
{
  assert_string (fold ("F\u00c5"), "få");
  assert_string (fold ("Fa\u030a"), "få");
  assert_string (fold ("FA\u030a"), "få");
  assert_string (fold ("cafe\u0301"), "café");
}

static void
test_hidden_characters (void)
{
  assert_string (fold ("til\u00adbud"), "tilbud");
  assert_string (fold ("til\u200bbud"), "tilbud");
  assert_string (fold ("\u00ad"), "");
}

static void
test_length_ends_it (void)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  prose_fold ("Købmand", strlen ("Køb"), folded);
  g_assert_cmpstr (folded->str, ==, "køb");
  prose_fold ("Buyer", 3, folded);
  g_assert_cmpstr (folded->str, ==, "buy");
  prose_fold ("", 0, folded);
  g_assert_cmpstr (folded->str, ==, "");
}

/* Packs are folded when they are read, texts when they are checked. */
static void
test_folding_twice_changes_nothing (void)
{
  static const char *const words[] = { "DON’T", "Fa\u030a", "ÆØÅ", "İstanbul", "…", "ﬁt", "»" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *once = fold (words[i]);

    assert_string (fold (once), once);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/case", test_case);
  g_test_add_func ("/fold/apostrophes", test_apostrophes);
  g_test_add_func ("/fold/dashes", test_dashes);
  g_test_add_func ("/fold/quotation-marks", test_quotation_marks);
  g_test_add_func ("/fold/ellipsis", test_ellipsis);
  g_test_add_func ("/fold/composition", test_composition);
  g_test_add_func ("/fold/hidden-characters", test_hidden_characters);
  g_test_add_func ("/fold/length-ends-it", test_length_ends_it);
  g_test_add_func ("/fold/folding-twice-changes-nothing", test_folding_twice_changes_nothing);

  return g_test_run ();
}

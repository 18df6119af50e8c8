/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-word-diff.h"

#include <string.h>

#include "prose-fixture.h"

static void
append_parts (GString *line, const char *text, const GArray *parts, char sign)
{
  for (guint i = 0; i < parts->len; i++) {
    g_autofree char *part = dup_span (text, g_array_index (parts, ProseSpan, i));

    g_string_append_printf (line, "%s%c%s", line->len > 0 ? ", " : "", sign, part);
  }
}

/* What went and what came: `-now, +if you like`. */
static char *
diff_to_string (const char *before, const char *after)
{
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  GString *line = g_string_new (NULL);

  prose_word_diff (before, after, removed, added);
  append_parts (line, before, removed, '-');
  append_parts (line, after, added, '+');
  return g_string_free (line, FALSE);
}

#define assert_diff(before, after, expected)                                                       \
  assert_string (diff_to_string (before, after), expected)

static void
test_words (void)
{
  assert_diff ("Order the tent now!", "Order the tent if you like.", "-now!, +if you like.");
  assert_diff ("Køb teltet nu.", "Teltet er grønt nu.", "-Køb teltet, +Teltet er grønt");
  assert_diff ("a b c", "b", "-a, -c");
  assert_diff ("b", "a b c", "+a, +c");
}

static void
test_no_words (void)
{
  assert_diff ("", "", "");
  assert_diff ("Same  here.", "Same here.", "");
  assert_diff ("", "New.", "+New.");
}

static void
test_too_long_to_look_at (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 700; i++)
    g_string_append (before, "x ");
  g_string_append_c (before, 'y');
  expected = g_strdup_printf ("-%s, +y", before->str);
  assert_diff (before->str, "y", expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/no-words", test_no_words);
  g_test_add_func ("/word-diff/too-long-to-look-at", test_too_long_to_look_at);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a part of a sentence, as `2 words, first at 5, emoji: start end inside`. */

#include "rewrite/prose-part.h"

#include <string.h>

static char *
describe (const char *text, guint start, guint end)
{
  ProsePart part = prose_part_read (text, start, end);

  return g_strdup_printf ("%u words, first at %u%s%s%s", part.n_words, part.first_word,
                          part.starts_with_emoji ? ", emoji first" : "",
                          part.ends_in_emoji ? ", emoji last" : "",
                          part.has_emoji_inside ? ", emoji inside" : "");
}

static void
assert_part (const char *text, guint start, guint end, const char *expected)
{
  g_autofree char *part = describe (text, start, end);

  g_assert_cmpstr (part, ==, expected);
}

static void
test_words (void)
{
  assert_part ("", 0, 0, "0 words, first at 0");
  assert_part ("A lamp, now", 0, 11, "3 words, first at 0");
  assert_part ("A lamp, now", 6, 11, "1 words, first at 8");
  assert_part ("A lamp, now", 6, 8, "0 words, first at 8");
  assert_part ("lamp's 3", 0, 8, "2 words, first at 0");
}

static void
test_emoji (void)
{
  assert_part ("🔥 Sale", 0, strlen ("🔥 Sale"), "1 words, first at 5, emoji first");
  assert_part ("Sale 🔥", 0, strlen ("Sale 🔥"), "1 words, first at 0, emoji last");
  assert_part ("🔥", 0, 4, "0 words, first at 4, emoji first, emoji last");
  assert_part ("Sale 🔥 now", 0, strlen ("Sale 🔥 now"), "2 words, first at 0, emoji inside");
}

static void
test_what_stands_before (void)
{
  const char *text = "Sale 🔥 now";

  g_assert_true (prose_part_follows_emoji (text, strlen ("Sale 🔥")));
  g_assert_true (prose_part_follows_emoji (text, strlen ("Sale 🔥 ")));
  g_assert_false (prose_part_follows_emoji (text, strlen ("Sale ")));
  g_assert_false (prose_part_follows_emoji (text, strlen (text)));
  g_assert_true (prose_is_any_of (',', ",;"));
  g_assert_false (prose_is_any_of ('.', ",;"));
  g_assert_false (prose_is_any_of ('\0', ",;"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/part/words", test_words);
  g_test_add_func ("/part/emoji", test_emoji);
  g_test_add_func ("/part/what-stands-before", test_what_stands_before);

  return g_test_run ();
}

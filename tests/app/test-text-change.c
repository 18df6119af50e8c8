/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What makes a text another one, and where its places go. */

#include <string.h>

#include "mellow-text-change.h"

/* Both texts, with what goes and what comes in brackets: `a[b]c > a[]c`. */
static char *
change_to_string (const char *old, const char *new, guint most)
{
  MellowTextChange change = mellow_text_change_find (old, strlen (old), new, strlen (new), most);

  g_assert_true (g_utf8_validate (old, change.before.start, NULL));
  g_assert_true (g_utf8_validate (old + change.before.end, -1, NULL));
  g_assert_true (g_utf8_validate (new + change.after.end, -1, NULL));
  return g_strdup_printf ("%.*s[%.*s]%s > %.*s[%.*s]%s", change.before.start, old,
                          change.before.end - change.before.start, old + change.before.start,
                          old + change.before.end, change.after.start, new,
                          change.after.end - change.after.start, new + change.after.start,
                          new + change.after.end);
}

#define assert_change(old, new, most, expected)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *change_ = change_to_string (old, new, most);                                  \
    g_assert_cmpstr (change_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_what_differs (void)
{
  assert_change ("", "", G_MAXUINT, "[] > []");
  assert_change ("one", "one", G_MAXUINT, "one[] > one[]");
  assert_change ("", "one", G_MAXUINT, "[] > [one]");
  assert_change ("one two", "one", G_MAXUINT, "one[ two] > one[]");
  assert_change ("one two three", "one, two three", G_MAXUINT,
                 "one[] two three > one[,] two three");
  assert_change ("one two three", "one 2 three", G_MAXUINT, "one [two] three > one [2] three");
}

/* æ and ø begin with the same byte, æ and Ŧ end with the same. */
static void
test_whole_letters (void)
{
  assert_change ("bær", "bør", G_MAXUINT, "b[æ]r > b[ø]r");
  assert_change ("bær", "bŦr", G_MAXUINT, "b[æ]r > b[Ŧ]r");
  assert_change ("æ", "ææ", G_MAXUINT, "æ[] > æ[æ]");
}

/* What was typed into a row of the same letters stands where the cursor was. */
static void
test_where_it_was_typed (void)
{
  assert_change ("aaa", "aaaa", G_MAXUINT, "aaa[] > aaa[a]");
  assert_change ("aaa", "aaaa", 1, "a[]aa > a[a]aa");
  assert_change ("ææ", "æææ", 2, "æ[]æ > æ[æ]æ");
  assert_change ("aaa", "aaaa", 0, "[]aaa > [a]aaa");
  assert_change ("abc", "abd", 0, "[abc] > [abd]");
}

#define assert_moves(old, new, place, expected)                                                    \
  g_assert_cmpuint (mellow_text_change_move (old, new, place), ==, expected)

static void
test_places (void)
{
  assert_moves ("one two", "one two", 5, 5);
  assert_moves ("one two", "one, two", 3, 3);
  assert_moves ("one two", "one, two", 4, 5);
  assert_moves ("one, two", "one two", 8, 7);
  assert_moves ("one two", "", 4, 0);
  assert_moves ("a long word here", "a word here", 4, 2);
  assert_moves ("bxyr", "bør", 2, 1);
  assert_moves ("bxyzr", "bør", 3, 3);
}

static char *
create_text (void)
{
  static const char *const letters[] = { "a", "b", "æ", "ø", "Ŧ", "…", "\n" };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    g_string_append (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
  return g_string_free (text, FALSE);
}

/* Whatever the texts are: the change makes one of the other, and a place stays one between
 * two letters. */
static void
test_random_texts (void)
{
  for (int round = 0; round < 2000; round++) {
    g_autofree char *old = create_text ();
    g_autofree char *new = create_text ();
    MellowTextChange change =
        mellow_text_change_find (old, strlen (old), new, strlen (new), G_MAXUINT);
    g_autofree char *made = g_strdup_printf ("%.*s%.*s%s", change.before.start, old,
                                             change.after.end - change.after.start,
                                             new + change.after.start, old + change.before.end);

    g_assert_cmpstr (made, ==, new);
    for (const char *p = old;; p = g_utf8_next_char (p)) {
      guint place = mellow_text_change_move (old, new, p - old);

      g_assert_cmpuint (place, <=, strlen (new));
      g_assert_true (g_utf8_validate (new + place, -1, NULL));
      if (*p == '\0')
        break;
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-change/what-differs", test_what_differs);
  g_test_add_func ("/text-change/whole-letters", test_whole_letters);
  g_test_add_func ("/text-change/where-it-was-typed", test_where_it_was_typed);
  g_test_add_func ("/text-change/places", test_places);
  g_test_add_func ("/text-change/random-texts", test_random_texts);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks on the word that is being typed are held back, and what changed is told of the
 * others alone.
 */

#include "fixture.h"
#include "mellow-typed-word.h"

#define AD "Act now, only 3 left! We are proud."
#define NO_WORD ((ProseSpan){ 0, 0 })

/* A text, the word being typed in it, and the marks that the reader was told of. */
typedef struct {
  ProseLiveChecker *checker;
  MellowTypedWord word;
  GPtrArray *shown;
} Desk;

static void
set_up (Desk *desk, const void *text)
{
  g_autoptr (ProseRuleSet) rules = load_test_rules ();

  desk->checker = prose_live_checker_new (rules);
  desk->shown = g_ptr_array_new_with_free_func (g_free);
  prose_live_checker_set_text (desk->checker, text, -1);
}

static void
tear_down (Desk *desk, const void *text)
{
  g_object_unref (desk->checker);
  g_ptr_array_unref (desk->shown);
}

static ProseDiagnostic
get_shown (Desk *desk, guint position)
{
  return prose_live_checker_get_diagnostic (desk->checker,
                                            mellow_typed_word_to_checked (&desk->word, position));
}

static guint
get_n_shown (Desk *desk)
{
  return prose_live_checker_get_n_diagnostics (desk->checker) - desk->word.n;
}

static char *
dup_phrase (Desk *desk, guint position)
{
  return prose_live_checker_dup_text (desk->checker, get_shown (desk, position).span);
}

/* Does what a list does with a change, and looks whether it is right then. */
static ProseLiveChange
follow (Desk *desk, ProseSpan word, ProseLiveChange change)
{
  guint n_before = desk->shown->len;

  change = mellow_typed_word_move (&desk->word, desk->checker, word, change);
  g_assert_cmpuint (n_before - change.removed + change.added, ==, get_n_shown (desk));
  if (change.removed > 0)
    g_ptr_array_remove_range (desk->shown, change.position, change.removed);
  for (guint i = change.position; i < change.position + change.added; i++)
    g_ptr_array_insert (desk->shown, i, dup_phrase (desk, i));

  for (guint i = 0; i < desk->shown->len; i++) {
    g_autofree char *phrase = dup_phrase (desk, i);

    g_assert_cmpstr (desk->shown->pdata[i], ==, phrase);
  }
  return change;
}

static ProseLiveChange
follow_all (Desk *desk, ProseSpan word)
{
  guint n = prose_live_checker_get_n_diagnostics (desk->checker);
  ProseLiveChange all = { { 0 }, 0, desk->shown->len, n };

  return follow (desk, word, all);
}

static void
assert_shown (Desk *desk, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < desk->shown->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *)desk->shown->pdata[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_change (ProseLiveChange change, const char *expected)
{
  g_autofree char *text =
      g_strdup_printf ("%u-%u: [%u -%u +%u]", change.span.start, change.span.end, change.position,
                       change.removed, change.added);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_mark_is_held_until_the_word_is_left (Desk *desk, const void *text)
{
  ProseLiveChange nothing = { { 17, 17 }, 1, 0, 0 };

  follow_all (desk, NO_WORD);
  assert_shown (desk, "Act now, only 3 left, We are proud");

  assert_change (follow (desk, (ProseSpan){ 16, 20 }, nothing), "9-20: [1 -1 +0]");
  assert_shown (desk, "Act now, We are proud");
  assert_change (follow (desk, NO_WORD, nothing), "9-20: [1 -0 +1]");
  assert_shown (desk, "Act now, only 3 left, We are proud");
}

static void
test_positions_skip_what_is_held (Desk *desk, const void *text)
{
  ProseDiagnostic mark = prose_live_checker_get_diagnostic (desk->checker, 1);

  follow_all (desk, (ProseSpan){ 16, 20 });
  g_assert_true (mellow_typed_word_holds (&desk->word, &mark));
  g_assert_cmpuint (mellow_typed_word_to_checked (&desk->word, 0), ==, 0);
  g_assert_cmpuint (mellow_typed_word_to_checked (&desk->word, 1), ==, 2);
  g_assert_cmpuint (mellow_typed_word_from_checked (&desk->word, 0), ==, 0);
  g_assert_cmpuint (mellow_typed_word_from_checked (&desk->word, 1), ==, 1);
  g_assert_cmpuint (mellow_typed_word_from_checked (&desk->word, 2), ==, 1);

  mark = prose_live_checker_get_diagnostic (desk->checker, 2);
  g_assert_false (mellow_typed_word_holds (&desk->word, &mark));
}

static ProseSpan
choose_span (Desk *desk, guint most)
{
  guint length = prose_live_checker_get_length (desk->checker);
  guint start = g_test_rand_int_range (0, length + 1);
  guint end = start + g_test_rand_int_range (0, most);

  return (ProseSpan){ start, MIN (end, length) };
}

static ProseLiveChange
edit (Desk *desk)
{
  static const char *const pieces[] = { "Act now",      " ", "! ", ", only 3 left", "x",
                                        "We are proud", "\n" };
  const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
  ProseSpan span = choose_span (desk, 20);

  if (g_test_rand_int_range (0, 3) == 0)
    return prose_live_checker_delete (desk->checker, span);

  return prose_live_checker_insert (desk->checker, span.start, piece, -1);
}

/* Whatever is typed, and wherever: a list that does what it is told is right. */
static void
test_list_follows_any_edits (Desk *desk, const void *text)
{
  follow_all (desk, NO_WORD);
  for (int i = 0; i < 2000; i++) {
    ProseLiveChange change = edit (desk);
    gboolean is_typing = g_test_rand_int_range (0, 4) > 0;

    follow (desk, is_typing ? choose_span (desk, 8) : NO_WORD, change);
  }
}

static void
assert_word (const char *text, int place, const char *expected)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *word = NULL;
  GtkTextIter iter, start, end;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, place);
  if (mellow_typed_word_find (&iter, &start, &end))
    word = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (word, ==, expected);
}

static void
test_word_ends_at_the_place_or_behind_it (void)
{
  assert_word ("", 0, NULL);
  assert_word ("Buy now", 0, NULL);
  assert_word ("Buy now", 1, "Buy");
  assert_word ("Buy now", 3, "Buy");
  assert_word ("Buy now", 4, NULL);
  assert_word ("Buy now", 7, "now");
  assert_word ("Buy now.", 8, NULL);
  assert_word ("Nu får I lov", 6, "får");
  assert_word ("It’s you're", 4, "It’s");
  assert_word ("It’s you're", 8, "you're");
  assert_word ("De\u0301ja\u0300 vu", 2, "De\u0301ja\u0300");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/typed-word/mark-is-held-until-the-word-is-left", Desk, AD, set_up,
              test_mark_is_held_until_the_word_is_left, tear_down);
  g_test_add ("/typed-word/positions-skip-what-is-held", Desk, AD, set_up,
              test_positions_skip_what_is_held, tear_down);
  g_test_add ("/typed-word/list-follows-any-edits", Desk, AD, set_up, test_list_follows_any_edits,
              tear_down);
  g_test_add_func ("/typed-word/word-ends-at-the-place-or-behind-it",
                   test_word_ends_at_the_place_or_behind_it);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text and decisions are undone in the order in which they were done. A decision of
 * these tests adds a letter to a string, so `text|letters` says where all stands.
 */

#include "mellow-history.h"

#include <string.h>

typedef struct {
  MellowTextBuffer *buffer;
  MellowHistory *history;
  GString *taken;
  guint n_freed;
} Desk;

typedef struct {
  Desk *desk;
  char letter;
} Letter;

static void
take_back (gpointer data)
{
  const Letter *letter = data;
  GString *taken = letter->desk->taken;

  g_assert_cmpint (taken->str[taken->len - 1], ==, letter->letter);
  g_string_truncate (taken, taken->len - 1);
}

static void
take_again (gpointer data)
{
  const Letter *letter = data;

  g_string_append_c (letter->desk->taken, letter->letter);
}

static void
forget (gpointer data)
{
  ((Letter *)data)->desk->n_freed++;
  g_free (data);
}

static const MellowDecision LETTER = { take_back, take_again, forget };

static Desk *
desk_new (const char *text)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->buffer = mellow_text_buffer_new ();
  desk->history = mellow_history_new (desk->buffer);
  desk->taken = g_string_new (NULL);
  mellow_text_buffer_load (desk->buffer, text, -1);

  return desk;
}

/* GTK keeps a buffer that something was selected in. */
static void
desk_free (Desk *desk)
{
  g_assert_finalize_object (desk->history);
  g_object_unref (desk->buffer);
  g_string_free (desk->taken, TRUE);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static void
decide (Desk *desk, char letter)
{
  Letter *data = g_new0 (Letter, 1);

  data->desk = desk;
  data->letter = letter;
  take_again (data);
  mellow_history_add (desk->history, &LETTER, data);
}

static void
put_cursor (Desk *desk, int cursor, int bound)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk->buffer);
  GtkTextIter insert_iter, bound_iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &insert_iter, cursor);
  gtk_text_buffer_get_iter_at_offset (buffer, &bound_iter, bound);
  gtk_text_buffer_select_range (buffer, &insert_iter, &bound_iter);
}

static void
type (Desk *desk, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk->buffer);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* As the application edits: with the cursor brought back by undo. */
static void
rewrite (Desk *desk, int start, int end, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk->buffer);
  GtkTextIter start_iter, end_iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &start_iter, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end_iter, end);
  mellow_history_begin_edit (desk->history);
  gtk_text_buffer_delete (buffer, &start_iter, &end_iter);
  gtk_text_buffer_insert (buffer, &start_iter, text, -1);
  gtk_text_buffer_place_cursor (buffer, &start_iter);
  mellow_history_end_edit (desk->history);
}

static char *
describe (Desk *desk)
{
  g_autofree char *text = mellow_text_buffer_dup_text (desk->buffer);

  return g_strdup_printf ("%s|%s", text, desk->taken->str);
}

static char *
describe_cursor (Desk *desk)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk->buffer);
  GtkTextIter cursor, bound;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  return g_strdup_printf ("%d %d", gtk_text_iter_get_offset (&cursor),
                          gtk_text_iter_get_offset (&bound));
}

static void
assert_stands (Desk *desk, const char *expected)
{
  g_autofree char *state = describe (desk);

  g_assert_cmpstr (state, ==, expected);
}

static void
assert_cursor (Desk *desk, const char *expected)
{
  g_autofree char *cursor = describe_cursor (desk);

  g_assert_cmpstr (cursor, ==, expected);
}

/* Undoes and asserts each of these states, and redoes back again. */
static void
assert_way_back (Desk *desk, const char *first, ...)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  va_list list;

  g_assert_false (mellow_history_can_redo (desk->history));
  va_start (list, first);
  for (const char *s = first; s != NULL; s = va_arg (list, const char *)) {
    g_ptr_array_add (states, describe (desk));
    g_assert_true (mellow_history_can_undo (desk->history));
    mellow_history_undo (desk->history);
    assert_stands (desk, s);
    g_assert_true (mellow_history_can_redo (desk->history));
  }
  va_end (list);

  g_assert_false (mellow_history_can_undo (desk->history));
  mellow_history_undo (desk->history);
  for (guint i = states->len; i-- > 0;) {
    mellow_history_redo (desk->history);
    assert_stands (desk, states->pdata[i]);
  }
  g_assert_false (mellow_history_can_redo (desk->history));
}

/* --- the order --- */

static void
test_nothing (void)
{
  g_autoptr (Desk) desk = desk_new ("Act now.");

  assert_way_back (desk, NULL);
}

static void
test_text_alone (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  type (desk, "Køb nu. ");
  type (desk, "Or later. ");
  assert_way_back (desk, "Køb nu. |", "|", NULL);
}

static void
test_decisions_alone (void)
{
  g_autoptr (Desk) desk = desk_new ("Act now.");

  decide (desk, 'a');
  decide (desk, 'b');
  assert_way_back (desk, "Act now.|a", "Act now.|", NULL);
}

static void
test_text_then_decision (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  type (desk, "Æbler, nu! ");
  decide (desk, 'a');
  assert_way_back (desk, "Æbler, nu! |", "|", NULL);
}

static void
test_decision_then_text (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  decide (desk, 'a');
  type (desk, "Act now. ");
  assert_way_back (desk, "|a", "|", NULL);
}

static void
test_decisions_between_texts (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  type (desk, "One. ");
  decide (desk, 'a');
  decide (desk, 'b');
  type (desk, "Two. ");
  decide (desk, 'c');
  rewrite (desk, 0, 3, "Ønsk");
  decide (desk, 'd');
  assert_way_back (desk, "Ønsk. Two. |abc", "One. Two. |abc", "One. Two. |ab", "One. |ab",
                   "One. |a", "One. |", "|", NULL);
}

static void
test_deletion (void)
{
  g_autoptr (Desk) desk = desk_new ("Act now, or not.");

  decide (desk, 'a');
  rewrite (desk, 3, 7, "");
  decide (desk, 'b');
  assert_way_back (desk, "Act, or not.|a", "Act now, or not.|a", "Act now, or not.|", NULL);
}

/* What is there while less than the word is typed, and what only after the decision
 * that was taken in the midst of it. */
static void
assert_is_on_the_way (Desk *desk, const char *word, guint n_before)
{
  g_autofree char *text = mellow_text_buffer_dup_text (desk->buffer);

  g_assert_true (g_str_has_prefix (word, text));
  if (strlen (text) > n_before)
    g_assert_cmpstr (desk->taken->str, ==, "a");
  if (strlen (text) < n_before)
    g_assert_cmpstr (desk->taken->str, ==, "");
}

/* Whatever the buffer makes of letters that were typed one by one, the way passes no
 * state that never was. */
static void
test_typing_on_both_sides (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  for (const char *p = "now"; *p != '\0'; p++)
    type (desk, (char[]){ *p, '\0' });
  decide (desk, 'a');
  for (const char *p = "adays"; *p != '\0'; p++)
    type (desk, (char[]){ *p, '\0' });

  while (mellow_history_can_undo (desk->history)) {
    mellow_history_undo (desk->history);
    assert_is_on_the_way (desk, "nowadays", 3);
  }
  assert_stands (desk, "|");
  while (mellow_history_can_redo (desk->history)) {
    mellow_history_redo (desk->history);
    assert_is_on_the_way (desk, "nowadays", 3);
  }
  assert_stands (desk, "nowadays|a");
}

/* --- what ends the way forth --- */

static void
test_edit_after_undo (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  type (desk, "One. ");
  decide (desk, 'a');
  decide (desk, 'b');
  mellow_history_undo (desk->history);
  mellow_history_undo (desk->history);
  type (desk, "Two. ");
  g_assert_cmpint (desk->n_freed, ==, 2);
  assert_way_back (desk, "One. |", "|", NULL);
}

static void
test_decision_after_undo (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  type (desk, "One. ");
  type (desk, "Two. ");
  decide (desk, 'a');
  mellow_history_undo (desk->history);
  mellow_history_undo (desk->history);
  decide (desk, 'b');
  g_assert_cmpint (desk->n_freed, ==, 1);
  assert_way_back (desk, "One. |", "|", NULL);
}

static void
test_another_text (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  type (desk, "One. ");
  decide (desk, 'a');
  decide (desk, 'b');
  mellow_history_undo (desk->history);
  mellow_text_buffer_load (desk->buffer, "Two.", -1);
  g_assert_cmpint (desk->n_freed, ==, 2);
  assert_way_back (desk, NULL);
}

/* --- the cursor --- */

static void
test_cursor_of_a_decision (void)
{
  g_autoptr (Desk) desk = desk_new ("Act now, or not.");

  put_cursor (desk, 5, 5);
  decide (desk, 'a');
  put_cursor (desk, 12, 12);
  mellow_history_undo (desk->history);
  assert_cursor (desk, "5 5");
}

static void
test_cursor_of_an_edit (void)
{
  g_autoptr (Desk) desk = desk_new ("Act now, or not.");

  put_cursor (desk, 5, 2);
  rewrite (desk, 0, 7, "Take your time");
  assert_cursor (desk, "14 14");
  mellow_history_undo (desk->history);
  assert_stands (desk, "Act now, or not.|");
  assert_cursor (desk, "5 2");
  mellow_history_redo (desk->history);
  assert_stands (desk, "Take your time, or not.|");
  assert_cursor (desk, "14 14");
}

static void
test_cursor_of_nested_edits (void)
{
  g_autoptr (Desk) desk = desk_new ("One, two.");

  put_cursor (desk, 4, 4);
  mellow_history_begin_edit (desk->history);
  rewrite (desk, 5, 8, "to");
  rewrite (desk, 0, 3, "Won");
  mellow_history_end_edit (desk->history);
  assert_stands (desk, "Won, to.|");
  mellow_history_undo (desk->history);
  assert_stands (desk, "One, two.|");
  assert_cursor (desk, "4 4");
  mellow_history_redo (desk->history);
  assert_way_back (desk, "One, two.|", NULL);
}

static void
test_edit_of_nothing (void)
{
  g_autoptr (Desk) desk = desk_new ("One, two.");

  decide (desk, 'a');
  mellow_history_begin_edit (desk->history);
  mellow_history_end_edit (desk->history);
  assert_way_back (desk, "One, two.|", NULL);
}

/* --- whoever undoes --- */

static void
test_undo_by_the_buffer (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  type (desk, "One. ");
  decide (desk, 'a');
  type (desk, "Two. ");
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (desk->buffer));
  assert_stands (desk, "One. |a");
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (desk->buffer));
  assert_stands (desk, "|");
  gtk_text_buffer_redo (GTK_TEXT_BUFFER (desk->buffer));
  gtk_text_buffer_redo (GTK_TEXT_BUFFER (desk->buffer));
  assert_stands (desk, "One. Two. |a");
}

static void
test_steps_that_the_buffer_forgot (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  gtk_text_buffer_set_max_undo_levels (GTK_TEXT_BUFFER (desk->buffer), 2);
  decide (desk, 'a');
  rewrite (desk, 0, 0, "One. ");
  decide (desk, 'b');
  for (guint i = 0; i < 6; i++)
    rewrite (desk, 0, 0, "More. ");
  while (mellow_history_can_undo (desk->history))
    mellow_history_undo (desk->history);
  g_assert_cmpstr (desk->taken->str, ==, "");
  while (mellow_history_can_redo (desk->history))
    mellow_history_redo (desk->history);
  assert_stands (desk, "More. More. More. More. More. More. One. |ab");
}

/* The buffer would add what is typed to the step that was redone. */
static void
test_typing_after_redo (void)
{
  g_autoptr (Desk) desk = desk_new ("");

  rewrite (desk, 0, 0, "One. ");
  rewrite (desk, 0, 3, "Two");
  mellow_history_undo (desk->history);
  mellow_history_redo (desk->history);
  put_cursor (desk, 0, 0);
  type (desk, "And so on. ");
  assert_way_back (desk, "Two. |", "One. |", "|", NULL);
}

static void
count_moves (guint *n)
{
  (*n)++;
}

static void
test_moves_are_told (void)
{
  g_autoptr (Desk) desk = desk_new ("");
  guint n = 0;

  g_signal_connect_swapped (desk->history, "moved", G_CALLBACK (count_moves), &n);
  type (desk, "One. ");
  g_assert_cmpint (n, ==, 1);
  decide (desk, 'a');
  g_assert_cmpint (n, ==, 2);
  mellow_history_undo (desk->history);
  g_assert_cmpint (n, ==, 3);
  mellow_history_undo (desk->history);
  g_assert_cmpint (n, ==, 4);
  mellow_history_redo (desk->history);
  g_assert_cmpint (n, ==, 5);
}

/* --- at random, beside a model that keeps every state --- */

typedef struct {
  char *state;
  char *cursor; /* that the step after it has to bring back, NULL if none */
} Moment;

static void
moment_free (Moment *moment)
{
  g_free (moment->state);
  g_free (moment->cursor);
  g_free (moment);
}

/* What happened, up to where the desk stands and beyond it. */
typedef struct {
  GPtrArray *moments;
  guint now;
  gboolean was_redone; /* just now, and then the buffer adds what is typed to that */
} Model;

static void
model_add (Model *model, Desk *desk, char *cursor)
{
  Moment *moment = g_new0 (Moment, 1);

  g_ptr_array_set_size (model->moments, model->now + 1);
  g_free (((Moment *)model->moments->pdata[model->now])->cursor);
  ((Moment *)model->moments->pdata[model->now])->cursor = cursor;
  model->was_redone = FALSE;
  moment->state = describe (desk);
  g_ptr_array_add (model->moments, moment);
  model->now++;
}

static void
assert_model (Model *model, Desk *desk)
{
  const Moment *moment = model->moments->pdata[model->now];

  assert_stands (desk, moment->state);
  g_assert_cmpint (mellow_history_can_undo (desk->history), ==, model->now > 0);
  g_assert_cmpint (mellow_history_can_redo (desk->history), ==,
                   model->now + 1 < model->moments->len);
}

static void
undo_at_random (Model *model, Desk *desk)
{
  const Moment *moment;

  mellow_history_undo (desk->history);
  model->was_redone = FALSE;
  if (model->now == 0)
    return;

  moment = model->moments->pdata[--model->now];
  if (moment->cursor != NULL)
    assert_cursor (desk, moment->cursor);
}

static void
redo_at_random (Model *model, Desk *desk)
{
  mellow_history_redo (desk->history);
  if (model->now + 1 == model->moments->len)
    return;

  model->now++;
  model->was_redone = model->now + 1 < model->moments->len;
}

static void
rewrite_at_random (Desk *desk)
{
  static const char *const pieces[] = { "", "Køb nu, ", "or not. ", "😀 \n", "a b" };
  int n = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (desk->buffer));
  int start = g_test_rand_int_range (0, n + 1);
  int end = g_test_rand_int_range (start, MIN (n, start + 5) + 1);
  const char *piece = pieces[g_test_rand_int_range (start == end, G_N_ELEMENTS (pieces))];

  rewrite (desk, start, end, piece);
}

static void
act_at_random (Model *model, Desk *desk)
{
  int n = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (desk->buffer));
  int what = g_test_rand_int_range (0, 12);

  put_cursor (desk, g_test_rand_int_range (0, n + 1), g_test_rand_int_range (0, n + 1));
  if (what < 3) {
    g_autofree char *cursor = describe_cursor (desk);

    decide (desk, 'a' + g_test_rand_int_range (0, 26));
    model_add (model, desk, g_steal_pointer (&cursor));
  } else if (what < 5) {
    g_autofree char *cursor = describe_cursor (desk);

    rewrite_at_random (desk);
    model_add (model, desk, g_steal_pointer (&cursor));
  } else if (what < 6 && !model->was_redone) {
    type (desk, "typed, in two ");
    model_add (model, desk, NULL);
  } else if (what < 10) {
    undo_at_random (model, desk);
  } else {
    redo_at_random (model, desk);
  }
}

/* The seed that GLib prints with the test is the whole of it. */
static void
test_at_random (void)
{
  for (guint round = 0; round < 60; round++) {
    g_autoptr (Desk) desk = desk_new ("Only 3 left. ");
    Model model = { g_ptr_array_new_with_free_func ((GDestroyNotify)moment_free), 0, FALSE };
    Moment *first = g_new0 (Moment, 1);

    first->state = describe (desk);
    g_ptr_array_add (model.moments, first);
    for (guint i = 0; i < 80; i++) {
      act_at_random (&model, desk);
      assert_model (&model, desk);
    }
    g_ptr_array_unref (model.moments);
  }
}

static void
count_call (gpointer instance, gpointer argument, guint *n)
{
  *n += 1;
}

/* Each letter is a user action of the buffer, in which nothing can be undone. */
static void
test_letters_tell_nothing_new (void)
{
  g_autoptr (Desk) desk = desk_new ("a");
  guint n = 0;

  type (desk, "b");
  mellow_history_undo (desk->history);
  g_signal_connect (desk->history, "notify::can-undo", G_CALLBACK (count_call), &n);
  g_signal_connect (desk->history, "notify::can-redo", G_CALLBACK (count_call), &n);
  type (desk, "c");
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (mellow_history_can_undo (desk->history));
  g_assert_false (mellow_history_can_redo (desk->history));

  type (desk, "d");
  type (desk, "e");
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (mellow_history_can_undo (desk->history));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_source_init ();

  g_test_add_func ("/history/nothing", test_nothing);
  g_test_add_func ("/history/text-alone", test_text_alone);
  g_test_add_func ("/history/letters-tell-nothing-new", test_letters_tell_nothing_new);
  g_test_add_func ("/history/decisions-alone", test_decisions_alone);
  g_test_add_func ("/history/text-then-decision", test_text_then_decision);
  g_test_add_func ("/history/decision-then-text", test_decision_then_text);
  g_test_add_func ("/history/decisions-between-texts", test_decisions_between_texts);
  g_test_add_func ("/history/deletion", test_deletion);
  g_test_add_func ("/history/typing-on-both-sides", test_typing_on_both_sides);
  g_test_add_func ("/history/edit-after-undo", test_edit_after_undo);
  g_test_add_func ("/history/decision-after-undo", test_decision_after_undo);
  g_test_add_func ("/history/another-text", test_another_text);
  g_test_add_func ("/history/cursor-of-a-decision", test_cursor_of_a_decision);
  g_test_add_func ("/history/cursor-of-an-edit", test_cursor_of_an_edit);
  g_test_add_func ("/history/cursor-of-nested-edits", test_cursor_of_nested_edits);
  g_test_add_func ("/history/edit-of-nothing", test_edit_of_nothing);
  g_test_add_func ("/history/undo-by-the-buffer", test_undo_by_the_buffer);
  g_test_add_func ("/history/steps-that-the-buffer-forgot", test_steps_that_the_buffer_forgot);
  g_test_add_func ("/history/typing-after-redo", test_typing_after_redo);
  g_test_add_func ("/history/moves-are-told", test_moves_are_told);
  g_test_add_func ("/history/at-random", test_at_random);

  return g_test_run ();
}

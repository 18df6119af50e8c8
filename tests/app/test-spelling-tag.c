/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tag on misspelt words, by hand. */

#include "mellow-spelling-tag.h"

#define TEXT "Æ gardn, a gardn."

typedef struct {
  GtkTextBuffer *buffer;
  GtkTextTag *tag;
  guint n_changes;
} Desk;

static void
count (guint *n)
{
  (*n)++;
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_text (desk->buffer, TEXT, -1);
  desk->tag = mellow_spelling_tag_create (desk->buffer);
  g_signal_connect_swapped (desk->buffer, "apply-tag", G_CALLBACK (count), &desk->n_changes);
  g_signal_connect_swapped (desk->buffer, "remove-tag", G_CALLBACK (count), &desk->n_changes);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_object_unref (desk->buffer);
}

static void
apply (Desk *desk, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (desk->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (desk->buffer, &to, end);
  mellow_spelling_tag_apply (desk->tag, &from, &to);
}

static void
take_off (Desk *desk, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (desk->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (desk->buffer, &to, end);
  mellow_spelling_tag_remove (desk->tag, &from, &to);
}

static void
assert_next (Desk *desk, int place, int expected_start, int expected_end)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (desk->buffer, &start, place);
  g_assert_true (mellow_spelling_tag_find_next (desk->tag, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, expected_start);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, expected_end);
}

static void
test_it_is_found (Desk *desk, gconstpointer unused)
{
  g_autoptr (GtkTextBuffer) other = gtk_text_buffer_new (NULL);

  g_assert_true (mellow_spelling_tag_find (desk->buffer) == desk->tag);
  g_assert_null (mellow_spelling_tag_find (other));
}

static void
test_the_next (Desk *desk, gconstpointer unused)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (desk->buffer, &start);
  g_assert_false (mellow_spelling_tag_find_next (desk->tag, &start, &end));
  apply (desk, 2, 7);
  apply (desk, 11, 16);
  assert_next (desk, 0, 2, 7);
  assert_next (desk, 2, 2, 7);
  assert_next (desk, 3, 11, 16);
  assert_next (desk, 12, 2, 7);
}

/* Each change costs the layout of a line. */
static void
test_what_is_so_stays_so (Desk *desk, gconstpointer unused)
{
  take_off (desk, 0, 17);
  g_assert_cmpuint (desk->n_changes, ==, 0);
  apply (desk, 2, 7);
  apply (desk, 2, 7);
  g_assert_cmpuint (desk->n_changes, ==, 1);
  take_off (desk, 7, 17);
  take_off (desk, 0, 2);
  g_assert_cmpuint (desk->n_changes, ==, 1);
  take_off (desk, 5, 17);
  g_assert_cmpuint (desk->n_changes, ==, 2);
  assert_next (desk, 0, 2, 5);
}

#define add(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/spelling-tag/it-is-found", test_it_is_found);
  add ("/spelling-tag/the-next", test_the_next);
  add ("/spelling-tag/what-is-so-stays-so", test_what_is_so_stays_so);

  return g_test_run ();
}

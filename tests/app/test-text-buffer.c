/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The buffer keeps the line ends of a file and gives them to what is added. */

#include "mellow-text-buffer.h"

static void
type_at_end (MellowTextBuffer *buffer, const char *text)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (buffer), &end);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (buffer), &end, text, -1);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
}

static void
assert_text (MellowTextBuffer *buffer, const char *expected)
{
  g_autofree char *text = mellow_text_buffer_dup_text (buffer);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_typed (const char *loaded, const char *typed, const char *expected)
{
  g_autoptr (MellowTextBuffer) buffer = mellow_text_buffer_new ();

  mellow_text_buffer_load (buffer, loaded, -1);
  assert_text (buffer, loaded);
  type_at_end (buffer, typed);
  assert_text (buffer, expected);

  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, loaded);
  gtk_text_buffer_redo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, expected);
}

static void
test_typed_line_ends (void)
{
  assert_typed ("", "a\nb", "a\nb");
  assert_typed ("one\ntwo", "\nthree", "one\ntwo\nthree");
  assert_typed ("one\r\ntwo", "\nthree", "one\r\ntwo\r\nthree");
  assert_typed ("one\rtwo", "\nthree", "one\rtwo\rthree");
  assert_typed ("Køb\r\nnu", "\næ\nø\n", "Køb\r\nnu\r\næ\r\nø\r\n");
}

static void
test_pasted_line_ends (void)
{
  assert_typed ("one\ntwo", "\r\nthree\rfour", "one\ntwo\nthree\nfour");
  assert_typed ("one\r\ntwo", "\r\nthree", "one\r\ntwo\r\nthree");
}

static void
test_mixed_line_ends (void)
{
  assert_typed ("a\r\nb\nc\r\n", "\n", "a\r\nb\nc\r\n\r\n");
  assert_typed ("a\nb\r\nc\n\rd", "\n", "a\nb\r\nc\n\rd\n");
}

/* Undo brings back a line end that is not the file's usual one. */
static void
test_undo_keeps_foreign_line_end (void)
{
  g_autoptr (MellowTextBuffer) buffer = mellow_text_buffer_new ();
  GtkTextIter start, end;

  mellow_text_buffer_load (buffer, "a\r\nb\nc\r\n", -1);
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (buffer), &start, &end);
  assert_text (buffer, "");
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, "a\r\nb\nc\r\n");
}

static void
test_load_is_no_modification (void)
{
  g_autoptr (MellowTextBuffer) buffer = mellow_text_buffer_new ();

  type_at_end (buffer, "draft");
  mellow_text_buffer_load (buffer, "file", -1);

  g_assert_false (gtk_text_buffer_get_modified (GTK_TEXT_BUFFER (buffer)));
  g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (buffer)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-buffer/typed-line-ends", test_typed_line_ends);
  g_test_add_func ("/text-buffer/pasted-line-ends", test_pasted_line_ends);
  g_test_add_func ("/text-buffer/mixed-line-ends", test_mixed_line_ends);
  g_test_add_func ("/text-buffer/undo-keeps-foreign-line-end", test_undo_keeps_foreign_line_end);
  g_test_add_func ("/text-buffer/load-is-no-modification", test_load_is_no_modification);

  return g_test_run ();
}

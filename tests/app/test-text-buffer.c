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

/* The cursor stays with its text, and one undo brings everything back. */
static void
assert_reloaded (const char *before, int cursor, const char *after, int expected)
{
  g_autoptr (MellowTextBuffer) buffer = mellow_text_buffer_new ();
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  GtkTextIter iter;
  int found;

  mellow_text_buffer_load (buffer, before, -1);
  gtk_text_buffer_get_iter_at_offset (text, &iter, cursor);
  gtk_text_buffer_place_cursor (text, &iter);
  mellow_text_buffer_reload (buffer, after, -1);
  assert_text (buffer, after);
  g_assert_false (gtk_text_buffer_get_modified (text));
  g_object_get (buffer, "cursor-position", &found, NULL);
  g_assert_cmpint (found, ==, expected);

  if (g_str_equal (before, after))
    return;
  gtk_text_buffer_undo (text);
  assert_text (buffer, before);
  g_assert_true (gtk_text_buffer_get_modified (text));
  gtk_text_buffer_redo (text);
  assert_text (buffer, after);
  g_assert_false (gtk_text_buffer_get_modified (text));
}

static void
test_reload (void)
{
  assert_reloaded ("Køb nu", 2, "Køb roligt nu", 2);
  assert_reloaded ("Køb nu", 5, "Køb roligt nu", 12);
  assert_reloaded ("Køb nu", 6, "", 0);
  assert_reloaded ("", 0, "Køb\r\nnu", 7);
  assert_reloaded ("a\r\nb", 0, "a\nb", 0);
  assert_reloaded ("aaa", 1, "aa", 1);
  assert_reloaded ("same", 2, "same", 2);
}

/* Characters that begin or end with the same bytes are other characters. */
static void
test_reload_splits_no_character (void)
{
  assert_reloaded ("æ", 0, "å", 1);
  assert_reloaded ("x😀y", 0, "x😁y", 0);
  assert_reloaded ("\xc3\xa6", 0, "\xc4\xa6", 1);
  assert_reloaded ("z\xc3\xa6z", 3, "z\xc4\xa6z", 3);
}

static void
test_reload_brings_its_line_end (void)
{
  g_autoptr (MellowTextBuffer) buffer = mellow_text_buffer_new ();

  mellow_text_buffer_load (buffer, "a\nb", -1);
  mellow_text_buffer_reload (buffer, "a\r\nb", -1);
  type_at_end (buffer, "\n");
  assert_text (buffer, "a\r\nb\r\n");
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
  g_test_add_func ("/text-buffer/reload", test_reload);
  g_test_add_func ("/text-buffer/reload-splits-no-character", test_reload_splits_no_character);
  g_test_add_func ("/text-buffer/reload-brings-its-line-end", test_reload_brings_its_line_end);

  return g_test_run ();
}

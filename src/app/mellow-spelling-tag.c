/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tag on misspelt words. It is put where it is not yet, and taken from where it is: each
 * change costs the layout of a line.
 */

#include "mellow-spelling-tag.h"

/**
 * mellow_spelling_tag_create:
 * @buffer: a text that has none yet
 *
 * The view draws what is seen of it, in a shape that no underline has. That there
 * is none is said all the same, or nothing would be drawn anew.
 *
 * Returns: (transfer none): the tag of the misspelt words of @buffer
 */
GtkTextTag *
mellow_spelling_tag_create (GtkTextBuffer *buffer)
{
  GtkTextTag *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = gtk_text_buffer_create_tag (buffer, MELLOW_SPELLING_TAG, "underline", PANGO_UNDERLINE_NONE,
                                     NULL);
  gtk_text_tag_set_priority (self, 0);
  return self;
}

/**
 * mellow_spelling_tag_find:
 * @buffer: a text
 *
 * Returns: (transfer none) (nullable): the tag of its misspelt words
 */
GtkTextTag *
mellow_spelling_tag_find (GtkTextBuffer *buffer)
{
  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), MELLOW_SPELLING_TAG);
}

static gboolean
is_tagged (GtkTextTag *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter toggle = *start;

  return gtk_text_iter_starts_tag (start, self) &&
         gtk_text_iter_forward_to_tag_toggle (&toggle, self) && gtk_text_iter_equal (&toggle, end);
}

/**
 * mellow_spelling_tag_apply:
 * @self: the tag of misspelt words
 * @start: the start of a word
 * @end: its end
 */
void
mellow_spelling_tag_apply (GtkTextTag *self, const GtkTextIter *start, const GtkTextIter *end)
{
  if (!is_tagged (self, start, end))
    gtk_text_buffer_apply_tag (gtk_text_iter_get_buffer (start), self, start, end);
}

/**
 * mellow_spelling_tag_remove:
 * @self: the tag of misspelt words
 * @start: the start of a part of the text
 * @end: its end
 */
void
mellow_spelling_tag_remove (GtkTextTag *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter tagged = *start;

  if (!gtk_text_iter_has_tag (&tagged, self) &&
      !gtk_text_iter_forward_to_tag_toggle (&tagged, self))
    return;
  if (gtk_text_iter_compare (&tagged, end) < 0)
    gtk_text_buffer_remove_tag (gtk_text_iter_get_buffer (start), self, start, end);
}

static gboolean
forward_to_start (GtkTextTag *self, GtkTextIter *iter)
{
  if (gtk_text_iter_starts_tag (iter, self))
    return TRUE;
  while (gtk_text_iter_forward_to_tag_toggle (iter, self))
    if (gtk_text_iter_starts_tag (iter, self))
      return TRUE;

  return FALSE;
}

/**
 * mellow_spelling_tag_find_next:
 * @self: the tag of misspelt words
 * @start: (inout): a place in the text; then the start of a word
 * @end: (out): the end of that word
 *
 * Looks for the next misspelt word from @start on, and goes on at the top.
 *
 * Returns: whether there is one
 */
gboolean
mellow_spelling_tag_find_next (GtkTextTag *self, GtkTextIter *start, GtkTextIter *end)
{
  g_return_val_if_fail (GTK_IS_TEXT_TAG (self), FALSE);

  if (!forward_to_start (self, start)) {
    gtk_text_buffer_get_start_iter (gtk_text_iter_get_buffer (start), start);
    if (!forward_to_start (self, start))
      return FALSE;
  }

  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, self);
  return TRUE;
}

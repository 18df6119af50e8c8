/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The places of a template that are to be filled in: [in square brackets]. */

#include "mellow-slot.h"

/* The first slot from there on; a bracket that is never closed is none. */
static gboolean
find_slot (const GtkTextIter *from, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter inside;

  return gtk_text_iter_forward_search (from, "[", 0, start, &inside, NULL) &&
         gtk_text_iter_forward_search (&inside, "]", 0, NULL, end, NULL);
}

/**
 * mellow_slot_select_next:
 * @buffer: a text
 *
 * Selects the next place to fill in, so that typing fills it; after the last one
 * comes the first.
 *
 * Returns: whether there is one
 */
gboolean
mellow_slot_select_next (GtkTextBuffer *buffer)
{
  GtkTextIter from, start, end;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), FALSE);

  gtk_text_buffer_get_selection_bounds (buffer, NULL, &from);
  if (!find_slot (&from, &start, &end)) {
    gtk_text_buffer_get_start_iter (buffer, &from);
    if (!find_slot (&from, &start, &end))
      return FALSE;
  }
  gtk_text_buffer_select_range (buffer, &end, &start);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-text-buffer.h"

#include <string.h>

#include "mellow-text-change.h"

/**
 * MellowTextBuffer:
 *
 * The text of a draft, byte for byte as the file has it, line ends included.
 * What is typed or pasted takes on the line ends that the file uses.
 */
struct _MellowTextBuffer {
  GtkSourceBuffer parent_instance;

  const char *line_end;
  gboolean is_loading;
  gboolean is_replaying;
};

enum {
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowTextBuffer, mellow_text_buffer, GTK_SOURCE_TYPE_BUFFER)

/* How long the line end is that text begins with, 0 if it begins with none. */
static gsize
measure_line_end (const char *text, const char *end)
{
  if (*text == '\n')
    return 1;
  if (*text == '\r')
    return text + 1 < end && text[1] == '\n' ? 2 : 1;

  return 0;
}

/* The line end that the text uses most. */
static const char *
find_line_end (const char *text, gsize length)
{
  guint n_line_feeds = 0, n_returns = 0, n_pairs = 0;

  for (const char *p = text; p < text + length; p++) {
    gsize n = measure_line_end (p, text + length);

    n_pairs += n == 2;
    n_line_feeds += n == 1 && *p == '\n';
    n_returns += n == 1 && *p == '\r';
    p += n == 2;
  }

  if (n_pairs > n_line_feeds && n_pairs >= n_returns)
    return "\r\n";

  return n_returns > n_line_feeds ? "\r" : "\n";
}

static char *
spell_line_ends (const char *text, gsize length, const char *line_end)
{
  GString *spelled = g_string_sized_new (length + 8);
  const char *end = text + length;

  while (text < end) {
    gsize n = measure_line_end (text, end);

    if (n > 0)
      g_string_append (spelled, line_end);
    else
      g_string_append_c (spelled, *text);
    text += MAX (n, 1);
  }

  return g_string_free (spelled, FALSE);
}

static gboolean
has_line_end (const char *text, gsize length)
{
  return memchr (text, '\n', length) != NULL || memchr (text, '\r', length) != NULL;
}

/* Everyone who listens has to see what is really inserted, so a text whose line
 * ends have to change is inserted by an emission of its own. */
static void
mellow_text_buffer_insert_text (GtkTextBuffer *buffer,
                                GtkTextIter *position,
                                const char *text,
                                int length)
{
  MellowTextBuffer *self = MELLOW_TEXT_BUFFER (buffer);
  g_autofree char *spelled = NULL;

  if (!self->is_loading && !self->is_replaying && has_line_end (text, length))
    spelled = spell_line_ends (text, length, self->line_end);

  if (spelled == NULL || (strncmp (spelled, text, length) == 0 && spelled[length] == '\0')) {
    GTK_TEXT_BUFFER_CLASS (mellow_text_buffer_parent_class)
        ->insert_text (buffer, position, text, length);
    return;
  }

  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, position, spelled, -1);
}

static void
mellow_text_buffer_undo (GtkTextBuffer *buffer)
{
  MellowTextBuffer *self = MELLOW_TEXT_BUFFER (buffer);

  self->is_replaying = TRUE;
  GTK_TEXT_BUFFER_CLASS (mellow_text_buffer_parent_class)->undo (buffer);
  self->is_replaying = FALSE;
}

static void
mellow_text_buffer_redo (GtkTextBuffer *buffer)
{
  MellowTextBuffer *self = MELLOW_TEXT_BUFFER (buffer);

  self->is_replaying = TRUE;
  GTK_TEXT_BUFFER_CLASS (mellow_text_buffer_parent_class)->redo (buffer);
  self->is_replaying = FALSE;
}

static void
mellow_text_buffer_class_init (MellowTextBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  buffer_class->insert_text = mellow_text_buffer_insert_text;
  buffer_class->undo = mellow_text_buffer_undo;
  buffer_class->redo = mellow_text_buffer_redo;

  /**
   * MellowTextBuffer::loaded:
   * @self: a buffer
   *
   * It has another text. What was done to the one before cannot be undone.
   */
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_text_buffer_init (MellowTextBuffer *self)
{
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (self);

  self->line_end = "\n";
  gtk_source_buffer_set_implicit_trailing_newline (buffer, FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  /* Without a scheme the text has the colours of the theme. */
  gtk_source_buffer_set_style_scheme (buffer, NULL);
}

/**
 * mellow_text_buffer_new:
 *
 * Returns: (transfer full): an empty buffer
 */
MellowTextBuffer *
mellow_text_buffer_new (void)
{
  return g_object_new (MELLOW_TYPE_TEXT_BUFFER, NULL);
}

/**
 * mellow_text_buffer_load:
 * @self: a buffer
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Makes @text the whole text. It cannot be undone and is not a modification.
 */
void
mellow_text_buffer_load (MellowTextBuffer *self, const char *text, gssize length)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start;

  g_return_if_fail (MELLOW_IS_TEXT_BUFFER (self));

  if (length < 0)
    length = strlen (text);

  self->line_end = find_line_end (text, length);
  self->is_loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, length);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->is_loading = FALSE;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_set_modified (buffer, FALSE);
  g_signal_emit (self, signals[LOADED], 0);
}

/* Makes the old text the new one. */
static void
apply (GtkTextBuffer *buffer, const char *old, const MellowTextChange *change, const char *text)
{
  glong first = g_utf8_strlen (old, change->before.start);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, first);
  gtk_text_buffer_get_iter_at_offset (
      buffer, &end,
      first + g_utf8_strlen (old + change->before.start, prose_span_get_length (change->before)));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + change->after.start,
                          prose_span_get_length (change->after));
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * mellow_text_buffer_reload:
 * @self: a buffer
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Makes @text the whole text, as the file has it now. What is the same stays
 * where it is, with the cursor in it. It is not a modification, and can be undone.
 */
void
mellow_text_buffer_reload (MellowTextBuffer *self, const char *text, gssize length)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *old = NULL;
  MellowTextChange change;
  gsize n;

  g_return_if_fail (MELLOW_IS_TEXT_BUFFER (self));

  n = length < 0 ? strlen (text) : (gsize)length;
  old = mellow_text_buffer_dup_text (self);
  change = mellow_text_change_find (old, strlen (old), text, n, G_MAXUINT);

  self->line_end = find_line_end (text, n);
  self->is_loading = TRUE;
  apply (buffer, old, &change, text);
  self->is_loading = FALSE;
  gtk_text_buffer_set_modified (buffer, FALSE);
}

/**
 * mellow_text_buffer_dup_text:
 * @self: a buffer
 *
 * Returns: (transfer full): the whole text
 */
char *
mellow_text_buffer_dup_text (MellowTextBuffer *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (MELLOW_IS_TEXT_BUFFER (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
}

/**
 * mellow_text_buffer_is_replaying:
 * @self: a buffer
 *
 * Returns: whether the edit under way is an undo or redo, not the writer's
 */
gboolean
mellow_text_buffer_is_replaying (MellowTextBuffer *self)
{
  g_return_val_if_fail (MELLOW_IS_TEXT_BUFFER (self), FALSE);

  return self->is_replaying;
}

/**
 * mellow_text_buffer_count_long_lines:
 * @self: a buffer
 * @first: (out): the first of them, from 0
 *
 * Returns: how many lines are longer than %MELLOW_LONGEST_LINE
 */
guint
mellow_text_buffer_count_long_lines (MellowTextBuffer *self, guint *first)
{
  GtkTextIter line;
  guint n = 0;

  g_return_val_if_fail (MELLOW_IS_TEXT_BUFFER (self), 0);

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &line);
  do {
    if (gtk_text_iter_get_bytes_in_line (&line) > MELLOW_LONGEST_LINE && n++ == 0)
      *first = gtk_text_iter_get_line (&line);
  } while (gtk_text_iter_forward_line (&line));

  return n;
}

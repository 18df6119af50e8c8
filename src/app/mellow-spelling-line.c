/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fine wave of dots under misspelt words. No underline of a tone mark looks like
 * it: those are straight and stronger, and it has the colour of the text. Where
 * there is a tone mark, that is what is seen.
 */

#include "mellow-spelling-line.h"

#include <math.h>

#include "mellow-spelling-tag.h"

/* The size of a dot, how far it is to the next one, and by how much that is
 * lower or higher, in pixels. */
#define DOT 1.5f
#define STEP 3.0f
#define RISE 2.0f

/* How far below the baseline it is, as a share of what is below it. */
#define DEPTH 0.6

#define ALPHA 0.75f

/* What is needed for each word. */
typedef struct {
  GtkTextView *view;
  GtkSnapshot *snapshot;
  GtkTextTag *tag;
  GdkRGBA color;
  float above_bottom; /* of a line of text */
} Pen;

static gboolean
has_underline (GtkTextTag *tag)
{
  PangoUnderline underline;

  g_object_get (tag, "underline", &underline, NULL);
  return underline != PANGO_UNDERLINE_NONE;
}

static gboolean
is_under_tone_mark (Pen *pen, const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (l->data != pen->tag && has_underline (l->data))
      return TRUE;

  return FALSE;
}

static void
draw_dots (Pen *pen, float from, float to, float y)
{
  gboolean is_low = FALSE;

  for (float x = from; x + DOT <= to; x += STEP) {
    graphene_rect_t dot = GRAPHENE_RECT_INIT (x, is_low ? y + RISE : y, DOT, DOT);

    gtk_snapshot_append_color (pen->snapshot, &pen->color, &dot);
    is_low = !is_low;
  }
}

/* A part of a word that stands in one line. Letters from right to left have a
 * width below zero. */
static void
draw_part (Pen *pen, const GtkTextIter *first, const GtkTextIter *last)
{
  GdkRectangle a, b;
  int left, right;

  gtk_text_view_get_iter_location (pen->view, first, &a);
  gtk_text_view_get_iter_location (pen->view, last, &b);
  left = MIN (MIN (a.x, a.x + a.width), MIN (b.x, b.x + b.width));
  right = MAX (MAX (a.x, a.x + a.width), MAX (b.x, b.x + b.width));
  draw_dots (pen, left, right, floorf (a.y + a.height - pen->above_bottom));
}

/* A word that is wider than the column goes on in the next line. */
static void
draw_word (Pen *pen, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter first = *start;

  while (gtk_text_iter_compare (&first, end) < 0) {
    GtkTextIter next = first, last;

    gtk_text_view_forward_display_line (pen->view, &next);
    if (gtk_text_iter_compare (&next, &first) <= 0 || gtk_text_iter_compare (&next, end) > 0)
      next = *end;
    last = next;
    gtk_text_iter_backward_char (&last);
    draw_part (pen, &first, &last);
    first = next;
  }
}

static void
get_visible_text (GtkTextView *view, GtkTextIter *start, GtkTextIter *end)
{
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, start, visible.x, visible.y);
  gtk_text_view_get_iter_at_location (view, end, visible.x + visible.width,
                                      visible.y + visible.height);
}

static void
draw_words (Pen *pen)
{
  GtkTextIter start, end, limit;

  get_visible_text (pen->view, &start, &limit);
  if (gtk_text_iter_has_tag (&start, pen->tag) && !gtk_text_iter_starts_tag (&start, pen->tag))
    gtk_text_iter_backward_to_tag_toggle (&start, pen->tag);
  else if (!gtk_text_iter_starts_tag (&start, pen->tag))
    gtk_text_iter_forward_to_tag_toggle (&start, pen->tag);

  while (gtk_text_iter_starts_tag (&start, pen->tag) &&
         gtk_text_iter_compare (&start, &limit) <= 0) {
    end = start;
    gtk_text_iter_forward_to_tag_toggle (&end, pen->tag);
    if (!is_under_tone_mark (pen, &start))
      draw_word (pen, &start, &end);
    start = end;
    gtk_text_iter_forward_to_tag_toggle (&start, pen->tag);
  }
}

static float
measure_above_bottom (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double descent = pango_font_metrics_get_descent (metrics) / (double)PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return descent * (1 - DEPTH);
}

/**
 * mellow_spelling_line_snapshot:
 * @view: a text view
 * @snapshot: the snapshot of its layer above the text
 *
 * Draws the dots under those misspelt words that are seen.
 */
void
mellow_spelling_line_snapshot (GtkTextView *view, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (view);
  Pen pen = { view, snapshot, mellow_spelling_tag_find (gtk_text_view_get_buffer (view)) };

  if (pen.tag == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &pen.color);
  pen.color.alpha *= ALPHA;
  pen.above_bottom = measure_above_bottom (widget);
  draw_words (&pen);
}

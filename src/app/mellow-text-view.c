/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-text-view.h"

#include "mellow-spelling-line.h"

/* Lines of 60 to 75 characters are the easiest to read. */
#define MEASURE 68

#define NARROWEST_MARGIN 24

/**
 * MellowTextView:
 *
 * Where the copy is written: lines of a comfortable length, in the middle of
 * however much room there is.
 */
struct _MellowTextView {
  GtkSourceView parent_instance;
};

G_DEFINE_FINAL_TYPE (MellowTextView, mellow_text_view, GTK_SOURCE_TYPE_VIEW)

static int
get_column_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * MEASURE;

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (width);
}

static void
mellow_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int margin = MAX ((width - get_column_width (widget)) / 2, NARROWEST_MARGIN);

  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);

  GTK_WIDGET_CLASS (mellow_text_view_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
mellow_text_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  GTK_TEXT_VIEW_CLASS (mellow_text_view_parent_class)->snapshot_layer (view, layer, snapshot);

  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    mellow_spelling_line_snapshot (view, snapshot);
}

/* A text view lays out new text as late as it is drawn, and may then move a
 * scroll bar that was given its place before. So it is given its own anew. */
static void
on_buffer (MellowTextView *self)
{
  GCallback lay_out = G_CALLBACK (gtk_widget_queue_allocate);
  GtkTextBuffer *buffer;
  GtkTextTagTable *tags;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  tags = gtk_text_buffer_get_tag_table (buffer);
  g_signal_connect_object (buffer, "changed", lay_out, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tags, "tag-changed", lay_out, self, G_CONNECT_SWAPPED);
}

static void
mellow_text_view_class_init (MellowTextViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->size_allocate = mellow_text_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = mellow_text_view_snapshot_layer;
}

static void
mellow_text_view_init (MellowTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "copy");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, 36);
  gtk_text_view_set_bottom_margin (view, 96);
  gtk_text_view_set_pixels_inside_wrap (view, 7);
  gtk_text_view_set_pixels_above_lines (view, 3);
  gtk_text_view_set_pixels_below_lines (view, 4);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (on_buffer), NULL);
}

/**
 * mellow_text_view_show_cursor:
 * @self: a text view
 *
 * Scrolls so that the cursor is well in view.
 */
void
mellow_text_view_show_cursor (MellowTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  g_return_if_fail (MELLOW_IS_TEXT_VIEW (self));

  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0.15, FALSE, 0.0, 0.0);
}

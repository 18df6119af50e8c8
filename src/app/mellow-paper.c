/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all that is printed has in common: the page and what stands below it, lines of
 * text and the marks in it. */

#include "mellow-paper.h"

#include <glib/gi18n.h>

#include "mellow-mark-style.h"

/* Millimetres. Lines get about as long as they are easy to read. */
#define MARGIN 25.0

#define LINE_SPACING 1.3

/* In points. */
#define FOOTER_HEIGHT 30.0
#define FOOTER_SIZE 9

static GtkPageSetup *
create_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_MM);

  return setup;
}

/**
 * mellow_paper_create_operation:
 * @title: what is printed
 *
 * Returns: (transfer full): an operation that prints in points and runs on its own
 *   while the window goes on
 */
GtkPrintOperation *
mellow_paper_create_operation (const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_page_setup ();

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);

  return operation;
}

/**
 * mellow_paper_get_text_height:
 * @context: a page
 *
 * Returns: how much of it there is above the footer
 */
double
mellow_paper_get_text_height (GtkPrintContext *context)
{
  return gtk_print_context_get_height (context) - FOOTER_HEIGHT;
}

/* --- how text looks --- */

/**
 * mellow_paper_set_font:
 * @layout: some text
 * @name: a font
 * @size: its size in points; that of @name if it is 0
 */
void
mellow_paper_set_font (PangoLayout *layout, const char *name, double size)
{
  PangoFontDescription *font = pango_font_description_from_string (name);

  if (size > 0)
    pango_font_description_set_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/**
 * mellow_paper_add_attribute:
 * @attributes: how a text looks
 * @attribute: (transfer full): how a part of it looks
 * @span: the part
 */
void
mellow_paper_add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, ProseSpan span)
{
  attribute->start_index = span.start;
  attribute->end_index = span.end;
  pango_attr_list_insert (attributes, attribute);
}

static guint16
get_channel (float value)
{
  return value * G_MAXUINT16;
}

/**
 * mellow_paper_add_color:
 * @attributes: how a text looks
 * @color: a colour as CSS has it
 * @span: the part that has it
 */
void
mellow_paper_add_color (PangoAttrList *attributes, const char *color, ProseSpan span)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, color);
  mellow_paper_add_attribute (attributes,
                              pango_attr_foreground_new (get_channel (rgba.red),
                                                         get_channel (rgba.green),
                                                         get_channel (rgba.blue)),
                              span);
}

static void
add_line (PangoAttrList *attributes, const MellowMarkStyle *style, GdkRGBA color, ProseSpan span)
{
  mellow_paper_add_attribute (attributes, pango_attr_underline_new (style->underline), span);
  mellow_paper_add_attribute (attributes,
                              pango_attr_underline_color_new (get_channel (color.red),
                                                              get_channel (color.green),
                                                              get_channel (color.blue)),
                              span);
}

static void
add_tint (PangoAttrList *attributes, GdkRGBA color, ProseSpan span)
{
  mellow_paper_add_attribute (attributes,
                              pango_attr_background_new (get_channel (color.red),
                                                         get_channel (color.green),
                                                         get_channel (color.blue)),
                              span);
  mellow_paper_add_attribute (
      attributes, pango_attr_background_alpha_new (get_channel (MELLOW_MARK_TINT)), span);
}

/**
 * mellow_paper_add_mark:
 * @attributes: how a text looks
 * @severity: the severity of a mark in it
 * @span: where the mark is
 *
 * Marks a part of a text as the window does. Paper is light.
 */
void
mellow_paper_add_mark (PangoAttrList *attributes, ProseSeverity severity, ProseSpan span)
{
  const MellowMarkStyle *style = mellow_mark_style_get (severity);
  GdkRGBA color;

  gdk_rgba_parse (&color, mellow_mark_style_get_color (severity, FALSE, FALSE));
  if (style->underline != PANGO_UNDERLINE_NONE)
    add_line (attributes, style, color, span);
  if (style->has_tint)
    add_tint (attributes, color, span);
}

/* --- lines --- */

/**
 * mellow_paper_get_line_height:
 * @layout: some text
 * @line: a line of it
 *
 * Returns: how much room the line takes
 */
double
mellow_paper_get_line_height (PangoLayout *layout, guint line)
{
  int height = 0;

  pango_layout_line_get_height (pango_layout_get_line_readonly (layout, line), &height);
  return LINE_SPACING * height / PANGO_SCALE;
}

/**
 * mellow_paper_draw_lines:
 * @cairo: the page
 * @layout: some text
 * @first: the first line of it
 * @end: behind the last one
 * @x: where they begin
 * @y: where the first one has its top
 *
 * Returns: where the next line would have its top
 */
double
mellow_paper_draw_lines (
    cairo_t *cairo, PangoLayout *layout, guint first, guint end, double x, double y)
{
  for (guint i = first; i < end; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
    PangoRectangle extents;
    double height = mellow_paper_get_line_height (layout, i);

    pango_layout_line_get_extents (line, NULL, &extents);
    cairo_move_to (cairo, x + (double)extents.x / PANGO_SCALE,
                   y + (height - (double)extents.height / PANGO_SCALE) / 2 -
                       (double)extents.y / PANGO_SCALE);
    pango_cairo_show_layout_line (cairo, line);
    y += height;
  }

  return y;
}

/* --- the footer --- */

static PangoLayout *
create_footer (GtkPrintContext *context, const char *font, const char *text, double width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);

  mellow_paper_set_font (layout, font, FOOTER_SIZE);
  pango_layout_set_text (layout, text, -1);
  if (width > 0) {
    pango_layout_set_width (layout, width * PANGO_SCALE);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  }

  return layout;
}

static void
show_at (cairo_t *cairo, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);
}

/**
 * mellow_paper_draw_footer:
 * @context: the page
 * @font: a font
 * @title: what is printed
 * @page: which page it is, from 0
 * @n_pages: how many there are
 *
 * Draws the title and the number below a page. A long title leaves the number its
 * place.
 */
void
mellow_paper_draw_footer (
    GtkPrintContext *context, const char *font, const char *title, guint page, guint n_pages)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double top = gtk_print_context_get_height (context) - FOOTER_HEIGHT / 2;
  /* Translators: the number of a printed page, and how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);
  g_autoptr (PangoLayout) right = create_footer (context, font, number, 0);
  g_autoptr (PangoLayout) left = NULL;
  int number_width;

  pango_layout_get_size (right, &number_width, NULL);
  left = create_footer (context, font, title, width - (double)number_width / PANGO_SCALE - 24);

  cairo_set_source_rgb (cairo, 0.35, 0.35, 0.35);
  show_at (cairo, left, 0, top);
  show_at (cairo, right, width - (double)number_width / PANGO_SCALE, top);
}

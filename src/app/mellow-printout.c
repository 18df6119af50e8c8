/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-printout.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-mark-style.h"
#include "mellow-text-font.h"

/* Millimetres. Lines get about as long as they are easy to read. */
#define MARGIN 25.0

#define LINE_SPACING 1.3

/* In points. */
#define FOOTER_HEIGHT 30.0
#define FOOTER_SIZE 9

/* How many paragraphs are laid out before the window gets its turn again. */
#define PARAGRAPHS_A_TURN 200

/* Where a page begins: at a line of the layout of a paragraph. */
typedef struct {
  guint paragraph;
  guint line;
} Place;

/**
 * MellowPrintout:
 *
 * A text on paper, as it was when it was made: its marks as thin lines in their
 * colours, its name and the page below. The print compositor of GtkSourceView
 * draws every line black, and specks in empty paragraphs.
 */
struct _MellowPrintout {
  GObject parent_instance;

  char *title;
  char *font;
  char *text;
  GArray *paragraphs; /* of ProseSpan, without their line ends */
  GArray *marks;      /* of ProseDiagnostic, in the order of the text */

  GArray *pages; /* of Place */
  guint n_placed;
  double filled; /* how far down the last page is */
};

G_DEFINE_FINAL_TYPE (MellowPrintout, mellow_printout, G_TYPE_OBJECT)

/* --- the text --- */

static void
split_paragraphs (MellowPrintout *self)
{
  int length = strlen (self->text);
  int start = 0;

  while (start < length) {
    int end, next;
    ProseSpan span;

    pango_find_paragraph_boundary (self->text + start, length - start, &end, &next);
    span = (ProseSpan){ start, start + end };
    g_array_append_val (self->paragraphs, span);
    start += next;
  }
}

static void
append_all (GArray *marks, GArray *more)
{
  g_array_append_vals (marks, more->data, more->len);
  g_array_unref (more);
}

/* What the window shows is printed, and nothing else. */
static void
take_marks (MellowPrintout *self, MellowReview *review, GSettings *settings)
{
  ProseSpan all = { 0, mellow_review_get_length (review) };

  if (!g_settings_get_boolean (settings, "show-marks"))
    return;

  append_all (self->marks, mellow_review_dup_marks (review, all));
  if (g_settings_get_boolean (settings, "show-credits"))
    append_all (self->marks, mellow_review_dup_credits (review, all));
  g_array_sort (self->marks, prose_diagnostic_compare_places);
}

/* --- layout --- */

static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute, ProseSpan span)
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

static void
add_line (PangoAttrList *attributes, const MellowMarkStyle *style, GdkRGBA color, ProseSpan span)
{
  insert_attribute (attributes, pango_attr_underline_new (style->underline), span);
  insert_attribute (attributes,
                    pango_attr_underline_color_new (get_channel (color.red),
                                                    get_channel (color.green),
                                                    get_channel (color.blue)),
                    span);
}

static void
add_tint (PangoAttrList *attributes, GdkRGBA color, ProseSpan span)
{
  insert_attribute (attributes,
                    pango_attr_background_new (get_channel (color.red), get_channel (color.green),
                                               get_channel (color.blue)),
                    span);
  insert_attribute (attributes, pango_attr_background_alpha_new (get_channel (MELLOW_MARK_TINT)),
                    span);
}

/* Paper is light. */
static void
add_mark (PangoAttrList *attributes, ProseSeverity severity, ProseSpan span)
{
  const MellowMarkStyle *style = mellow_mark_style_get (severity);
  GdkRGBA color;

  gdk_rgba_parse (&color, mellow_mark_style_get_color (severity, FALSE, FALSE));
  if (style->underline != PANGO_UNDERLINE_NONE)
    add_line (attributes, style, color, span);
  if (style->has_tint)
    add_tint (attributes, color, span);
}

/* The first mark of a sentence that ends after offset. Marks may overlap, sentences
 * do not, so it is their ends that are in order. */
static guint
find_first_mark (MellowPrintout *self, guint offset)
{
  guint low = 0, high = self->marks->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->marks, ProseDiagnostic, middle).sentence.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

static PangoAttrList *
create_attributes (MellowPrintout *self, ProseSpan paragraph)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = find_first_mark (self, paragraph.start); i < self->marks->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (self->marks, ProseDiagnostic, i);
    ProseSpan span = { MAX (mark->span.start, paragraph.start),
                       MIN (mark->span.end, paragraph.end) };

    if (mark->span.start >= paragraph.end)
      break;
    if (span.start < span.end)
      add_mark (attributes, mark->rule->severity,
                (ProseSpan){ span.start - paragraph.start, span.end - paragraph.start });
  }

  return attributes;
}

static void
set_font (PangoLayout *layout, const char *name, int size)
{
  PangoFontDescription *font = pango_font_description_from_string (name);

  if (size > 0)
    pango_font_description_set_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static PangoLayout *
create_layout (MellowPrintout *self, GtkPrintContext *context, guint paragraph)
{
  ProseSpan span = g_array_index (self->paragraphs, ProseSpan, paragraph);
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoAttrList *attributes = create_attributes (self, span);

  set_font (layout, self->font, 0);
  pango_layout_set_width (layout, gtk_print_context_get_width (context) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, self->text + span.start, span.end - span.start);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static double
get_line_height (PangoLayout *layout, guint line)
{
  int height = 0;

  pango_layout_line_get_height (pango_layout_get_line_readonly (layout, line), &height);
  return LINE_SPACING * height / PANGO_SCALE;
}

/* --- pages --- */

static double
get_text_height (GtkPrintContext *context)
{
  return gtk_print_context_get_height (context) - FOOTER_HEIGHT;
}

static void
begin_page (MellowPrintout *self, guint paragraph, guint line)
{
  Place place = { paragraph, line };

  g_array_append_val (self->pages, place);
  self->filled = 0;
}

static void
place_paragraph (MellowPrintout *self, GtkPrintContext *context, guint paragraph)
{
  g_autoptr (PangoLayout) layout = create_layout (self, context, paragraph);
  guint n_lines = pango_layout_get_line_count (layout);

  for (guint i = 0; i < n_lines; i++) {
    double height = get_line_height (layout, i);

    if (self->filled > 0 && self->filled + height > get_text_height (context))
      begin_page (self, paragraph, i);
    self->filled += height;
  }
}

static void
on_begin (MellowPrintout *self)
{
  g_array_set_size (self->pages, 0);
  self->n_placed = 0;
  begin_page (self, 0, 0);
}

/* A long text takes several turns of the main loop. */
static gboolean
on_paginate (MellowPrintout *self, GtkPrintContext *context, GtkPrintOperation *operation)
{
  guint end = MIN (self->n_placed + PARAGRAPHS_A_TURN, self->paragraphs->len);

  while (self->n_placed < end)
    place_paragraph (self, context, self->n_placed++);
  if (end < self->paragraphs->len)
    return FALSE;

  gtk_print_operation_set_n_pages (operation, self->pages->len);
  return TRUE;
}

/* Draws the lines of a paragraph from first on, as many as stand on the page. */
static double
draw_lines (cairo_t *cairo, PangoLayout *layout, guint first, guint end, double y)
{
  for (guint i = first; i < end; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
    PangoRectangle extents;
    double height = get_line_height (layout, i);

    pango_layout_line_get_extents (line, NULL, &extents);
    cairo_move_to (cairo, (double)extents.x / PANGO_SCALE,
                   y + (height - (double)extents.height / PANGO_SCALE) / 2 -
                       (double)extents.y / PANGO_SCALE);
    pango_cairo_show_layout_line (cairo, line);
    y += height;
  }

  return y;
}

static void
draw_text (MellowPrintout *self, GtkPrintContext *context, guint page)
{
  Place start = g_array_index (self->pages, Place, page);
  Place end = page + 1 < self->pages->len ? g_array_index (self->pages, Place, page + 1)
                                          : (Place){ self->paragraphs->len, 0 };
  double y = 0;

  for (guint i = start.paragraph; i <= end.paragraph && i < self->paragraphs->len; i++) {
    g_autoptr (PangoLayout) layout = create_layout (self, context, i);
    guint first = i == start.paragraph ? start.line : 0;
    guint n_lines = pango_layout_get_line_count (layout);

    y = draw_lines (gtk_print_context_get_cairo_context (context), layout, first,
                    i == end.paragraph ? end.line : n_lines, y);
  }
}

static PangoLayout *
create_footer (MellowPrintout *self, GtkPrintContext *context, const char *text, double width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);

  set_font (layout, self->font, FOOTER_SIZE);
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

/* A long name leaves the number its place. */
static void
draw_footer (MellowPrintout *self, GtkPrintContext *context, guint page)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double top = gtk_print_context_get_height (context) - FOOTER_HEIGHT / 2;
  /* Translators: the number of a printed page, and how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->pages->len);
  g_autoptr (PangoLayout) right = create_footer (self, context, number, 0);
  g_autoptr (PangoLayout) left = NULL;
  int number_width;

  pango_layout_get_size (right, &number_width, NULL);
  left =
      create_footer (self, context, self->title, width - (double)number_width / PANGO_SCALE - 24);

  cairo_set_source_rgb (cairo, 0.35, 0.35, 0.35);
  show_at (cairo, left, 0, top);
  show_at (cairo, right, width - (double)number_width / PANGO_SCALE, top);
}

static void
on_draw_page (MellowPrintout *self, GtkPrintContext *context, int page)
{
  cairo_set_source_rgb (gtk_print_context_get_cairo_context (context), 0, 0, 0);
  draw_text (self, context, page);
  draw_footer (self, context, page);
}

/* --- the object --- */

static void
mellow_printout_finalize (GObject *object)
{
  MellowPrintout *self = MELLOW_PRINTOUT (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->font, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->paragraphs, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);

  G_OBJECT_CLASS (mellow_printout_parent_class)->finalize (object);
}

static void
mellow_printout_class_init (MellowPrintoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_printout_finalize;
}

static void
mellow_printout_init (MellowPrintout *self)
{
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  self->marks = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  self->pages = g_array_new (FALSE, FALSE, sizeof (Place));
}

/**
 * mellow_printout_new:
 * @draft: the text
 * @settings: the user's settings: its font, and what is shown in it
 *
 * Returns: (transfer full): the text as it is now, for paper
 */
MellowPrintout *
mellow_printout_new (MellowDraft *draft, GSettings *settings)
{
  g_autofree char *system_font = NULL;
  MellowPrintout *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &system_font, NULL);
  self = g_object_new (MELLOW_TYPE_PRINTOUT, NULL);
  self->title = mellow_draft_dup_title (draft);
  self->font = mellow_text_font_dup_print_name (settings, system_font);
  self->text = mellow_text_buffer_dup_text (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (draft)));
  split_paragraphs (self);
  take_marks (self, mellow_draft_get_review (draft), settings);

  return self;
}

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
 * mellow_printout_create_operation:
 * @self: a printout
 *
 * Returns: (transfer full): an operation that prints it and keeps it alive; it
 *   runs on its own while the window goes on
 */
GtkPrintOperation *
mellow_printout_create_operation (MellowPrintout *self)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (MELLOW_IS_PRINTOUT (self), NULL);

  operation = gtk_print_operation_new ();
  setup = create_page_setup ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, self->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "paginate", G_CALLBACK (on_paginate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (operation), "printout", g_object_ref (self), g_object_unref);

  return operation;
}

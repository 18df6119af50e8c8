/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-printout.h"

#include <string.h>

#include "mellow-paper.h"
#include "mellow-text-font.h"

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
  ProseSpan all = mellow_review_get_whole (review);

  if (!g_settings_get_boolean (settings, "show-marks"))
    return;

  append_all (self->marks, mellow_review_dup_marks (review, all));
  if (g_settings_get_boolean (settings, "show-credits"))
    append_all (self->marks, mellow_review_dup_credits (review, all));
  g_array_sort (self->marks, prose_diagnostic_compare_places);
}

/* --- layout --- */

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
      mellow_paper_add_mark (
          attributes, mark->rule->severity,
          (ProseSpan){ span.start - paragraph.start, span.end - paragraph.start });
  }

  return attributes;
}

static PangoLayout *
create_layout (MellowPrintout *self, GtkPrintContext *context, guint paragraph)
{
  ProseSpan span = g_array_index (self->paragraphs, ProseSpan, paragraph);
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoAttrList *attributes = create_attributes (self, span);

  mellow_paper_set_font (layout, self->font, 0);
  pango_layout_set_width (layout, gtk_print_context_get_width (context) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, self->text + span.start, span.end - span.start);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

/* --- pages --- */

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
    double height = mellow_paper_get_line_height (layout, i);

    if (self->filled > 0 && self->filled + height > mellow_paper_get_text_height (context))
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

    y = mellow_paper_draw_lines (gtk_print_context_get_cairo_context (context), layout, first,
                                 i == end.paragraph ? end.line : n_lines, 0, y);
  }
}

static void
on_draw_page (MellowPrintout *self, GtkPrintContext *context, int page)
{
  cairo_set_source_rgb (gtk_print_context_get_cairo_context (context), 0, 0, 0);
  draw_text (self, context, page);
  mellow_paper_draw_footer (context, self->font, self->title, page, self->pages->len);
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

  g_return_val_if_fail (MELLOW_IS_PRINTOUT (self), NULL);

  operation = mellow_paper_create_operation (self->title);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "paginate", G_CALLBACK (on_paginate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (operation), "printout", g_object_ref (self), g_object_unref);

  return operation;
}

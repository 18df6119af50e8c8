/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-printout.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "mellow-paper.h"
#include "mellow-report-block.h"

/* In points. */
#define FONT_SIZE 10.0
#define LABEL_WIDTH 16.0
#define COPY_INDENT 10.0
#define BAR_HEIGHT 7.0
#define BAR_WIDTH 220.0
#define COLUMN_GAP 10.0
#define RULE_GAP 3.0

/* Some rows tell how wide the columns of a table are to be. */
#define MEASURED_ROWS 200

/* How many blocks are laid out before the window gets its turn again. */
#define BLOCKS_A_TURN 100

/* A block on a page, or the part of it that the page has room for. */
typedef struct {
  guint block;
  guint page;
  double y;
  double height;
  guint first[MELLOW_REPORT_MOST_COLUMNS]; /* line of each cell */
  guint end[MELLOW_REPORT_MOST_COLUMNS];
  gboolean is_last;
} Piece;

/* The columns of a table. */
typedef struct {
  guint table;
  guint n;
  double widths[MELLOW_REPORT_MOST_COLUMNS];
} Columns;

/**
 * MellowReportPrintout:
 *
 * A report on paper. It says what the page says: headings, meters as bars, the text
 * with its marks, lists and tables. What a page has no room for goes on at the next.
 */
struct _MellowReportPrintout {
  GObject parent_instance;

  char *title;
  char *date; /* (nullable) */
  char *font;
  GPtrArray *blocks;

  GArray *pieces; /* of Piece, page by page */
  Columns columns;
  guint n_placed;
  guint n_pages;
  double filled; /* how far down the last page is */
};

G_DEFINE_FINAL_TYPE (MellowReportPrintout, mellow_report_printout, G_TYPE_OBJECT)

static MellowReportBlock *
get_block (MellowReportPrintout *self, guint i)
{
  return self->blocks->pdata[i];
}

/* --- columns --- */

static PangoLayout *
create_layout (MellowReportPrintout *self,
               GtkPrintContext *context,
               const MellowReportBlock *block,
               guint column)
{
  const MellowReportCell *cell = block->cells->pdata[column];
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);

  mellow_paper_set_font (layout, self->font, FONT_SIZE * block->scale);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, cell->text->str, -1);
  pango_layout_set_attributes (layout, cell->attributes);
  return layout;
}

/* How wide each column would like to be. */
static void
measure_columns (MellowReportPrintout *self, GtkPrintContext *context, guint row, Columns *columns)
{
  for (guint i = row; i < self->blocks->len && i < row + MEASURED_ROWS; i++) {
    const MellowReportBlock *block = get_block (self, i);

    if (block->table != columns->table)
      break;
    columns->n = MAX (columns->n, block->cells->len);
    for (guint j = 0; j < block->cells->len; j++) {
      g_autoptr (PangoLayout) layout = create_layout (self, context, block, j);
      int width;

      pango_layout_get_size (layout, &width, NULL);
      columns->widths[j] = MAX (columns->widths[j], (double)width / PANGO_SCALE + 1);
    }
  }
}

/* A column with more to say gets more, but not all. */
static void
share_rest (Columns *columns, const gboolean *is_settled, double width)
{
  double sum = 0;

  for (guint i = 0; i < columns->n; i++)
    sum += is_settled[i] ? 0 : sqrt (columns->widths[i]);
  for (guint i = 0; i < columns->n; i++)
    if (!is_settled[i])
      columns->widths[i] = width * sqrt (columns->widths[i]) / sum;
}

/* What needs less than its part leaves the rest to the others. */
static void
share_width (Columns *columns, double width)
{
  gboolean is_settled[MELLOW_REPORT_MOST_COLUMNS] = { FALSE };
  guint n_open = columns->n;
  double part = 0;

  width -= COLUMN_GAP * (columns->n - 1);
  for (gboolean goes_on = TRUE; goes_on && n_open > 0;) {
    goes_on = FALSE;
    part = width / n_open;
    for (guint i = 0; i < columns->n; i++) {
      if (is_settled[i] || columns->widths[i] > part)
        continue;
      is_settled[i] = goes_on = TRUE;
      width -= columns->widths[i];
      n_open--;
    }
  }
  share_rest (columns, is_settled, width);
  if (n_open == 0)
    columns->widths[columns->n - 1] += width;
}

static const Columns *
get_columns (MellowReportPrintout *self, GtkPrintContext *context, guint row)
{
  const MellowReportBlock *block = get_block (self, row);

  if (self->columns.table == block->table)
    return &self->columns;

  while (row > 0 && get_block (self, row - 1)->table == block->table)
    row--;
  self->columns = (Columns){ .table = block->table };
  measure_columns (self, context, row, &self->columns);
  share_width (&self->columns, gtk_print_context_get_width (context));
  return &self->columns;
}

/* --- cells in their place --- */

typedef struct {
  guint n;
  PangoLayout *layouts[MELLOW_REPORT_MOST_COLUMNS];
  double x[MELLOW_REPORT_MOST_COLUMNS];
} Cells;

static void
clear_cells (Cells *cells)
{
  for (guint i = 0; i < cells->n; i++)
    g_object_unref (cells->layouts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cells, clear_cells)

static Cells
create_cells (MellowReportPrintout *self, GtkPrintContext *context, guint i)
{
  const MellowReportBlock *block = get_block (self, i);
  const Columns *columns = block->table > 0 ? get_columns (self, context, i) : NULL;
  Cells cells = { .n = block->cells->len };
  double x = block->indent + (block->is_copy ? COPY_INDENT : 0);

  for (guint j = 0; j < cells.n; j++) {
    double width = columns != NULL ? columns->widths[j] : gtk_print_context_get_width (context) - x;

    cells.layouts[j] = create_layout (self, context, block, j);
    pango_layout_set_width (cells.layouts[j], MAX (width, 1) * PANGO_SCALE);
    cells.x[j] = x;
    x += width + COLUMN_GAP;
  }
  return cells;
}

/* How high the lines of the cells are that are left. */
static double
get_height (const Cells *cells, const guint *first)
{
  double most = 0;

  for (guint i = 0; i < cells->n; i++) {
    double height = 0;

    for (guint j = first[i]; j < (guint)pango_layout_get_line_count (cells->layouts[i]); j++)
      height += mellow_paper_get_line_height (cells->layouts[i], j);
    most = MAX (most, height);
  }
  return most;
}

/* --- pages --- */

static void
begin_page (MellowReportPrintout *self)
{
  self->n_pages++;
  self->filled = 0;
}

/* What is between a block and the next. */
static double
get_space_after (const MellowReportBlock *block)
{
  return block->table > 0 ? RULE_GAP : 0;
}

/* How much of a block has to stand on the page of the heading before it. */
static double
get_head_height (MellowReportPrintout *self, GtkPrintContext *context, guint i)
{
  const MellowReportBlock *block = i < self->blocks->len ? get_block (self, i) : NULL;
  guint first[MELLOW_REPORT_MOST_COLUMNS] = { 0 };
  double height;

  if (block == NULL)
    return 0;
  if (block->value >= 0)
    return block->before + BAR_HEIGHT;

  {
    g_auto (Cells) cells = create_cells (self, context, i);

    height = block->before;
    if (block->keeps_next || block->table > 0)
      height += get_height (&cells, first) + get_space_after (block);
    else if (cells.n > 0)
      height += mellow_paper_get_line_height (cells.layouts[0], 0);
  }
  return block->keeps_next ? height + get_head_height (self, context, i + 1) : height;
}

static void
add_piece (MellowReportPrintout *self, Piece *piece)
{
  piece->page = self->n_pages - 1;
  piece->y = self->filled;
  g_array_append_val (self->pieces, *piece);
  self->filled += piece->height;
}

/* As many lines as there is room for, one at least on an empty page.
 *
 * Returns: whether all that is left stands */
static gboolean
take_lines (const Cells *cells, Piece *piece, double room, gboolean is_forced)
{
  gboolean is_whole = TRUE;

  piece->height = 0;
  for (guint i = 0; i < cells->n; i++) {
    guint n_lines = pango_layout_get_line_count (cells->layouts[i]);
    double height = 0;
    guint line = piece->first[i];

    for (; line < n_lines; line++) {
      double next = height + mellow_paper_get_line_height (cells->layouts[i], line);

      if (next > room && !(is_forced && line == piece->first[i]))
        break;
      height = next;
    }
    piece->end[i] = line;
    piece->height = MAX (piece->height, height);
    is_whole = is_whole && line == n_lines;
  }
  return is_whole;
}

/* A row stands on one page if a page has room for it; a paragraph may go on. */
static void
place_text (MellowReportPrintout *self, GtkPrintContext *context, guint i)
{
  const MellowReportBlock *block = get_block (self, i);
  g_auto (Cells) cells = create_cells (self, context, i);
  Piece piece = { .block = i };
  double page = mellow_paper_get_text_height (context);

  while (!piece.is_last) {
    double room = page - self->filled;

    piece.is_last = take_lines (&cells, &piece, room, self->filled == 0);
    if (self->filled > 0 && !piece.is_last &&
        (piece.height == 0 || (block->table > 0 && get_height (&cells, piece.first) <= page))) {
      begin_page (self);
      continue;
    }
    add_piece (self, &piece);
    memcpy (piece.first, piece.end, sizeof piece.first);
    if (!piece.is_last)
      begin_page (self);
  }
}

static void
place_bar (MellowReportPrintout *self, GtkPrintContext *context, guint i)
{
  Piece piece = { .block = i, .height = BAR_HEIGHT, .is_last = TRUE };

  if (self->filled > 0 && self->filled + BAR_HEIGHT > mellow_paper_get_text_height (context))
    begin_page (self);
  add_piece (self, &piece);
}

static void
place_block (MellowReportPrintout *self, GtkPrintContext *context, guint i)
{
  const MellowReportBlock *block = get_block (self, i);
  double page = mellow_paper_get_text_height (context);

  if (self->filled > 0 &&
      (block->begins_page ||
       (block->keeps_next && self->filled + get_head_height (self, context, i) > page)))
    begin_page (self);
  if (self->filled > 0)
    self->filled += block->before;
  if (block->value >= 0)
    place_bar (self, context, i);
  else
    place_text (self, context, i);
  self->filled += get_space_after (block);
}

/* The day that the report tells is the day of the file, so that the same report makes
 * the same file. */
static void
tell_of_file (MellowReportPrintout *self, GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_get_target (gtk_print_context_get_cairo_context (context));
  g_autofree char *time = self->date != NULL ? g_strconcat (self->date, "T00:00:00Z", NULL) : NULL;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  time != NULL ? time : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
}

static void
on_begin (MellowReportPrintout *self, GtkPrintContext *context)
{
  tell_of_file (self, context);
  g_array_set_size (self->pieces, 0);
  self->columns.table = 0;
  self->n_placed = 0;
  self->n_pages = 0;
  begin_page (self);
}

/* A long report takes several turns of the main loop. */
static gboolean
on_paginate (MellowReportPrintout *self, GtkPrintContext *context, GtkPrintOperation *operation)
{
  guint end = MIN (self->n_placed + BLOCKS_A_TURN, self->blocks->len);

  while (self->n_placed < end)
    place_block (self, context, self->n_placed++);
  if (end < self->blocks->len)
    return FALSE;

  gtk_print_operation_set_n_pages (operation, self->n_pages);
  return TRUE;
}

/* --- drawing --- */

static void
draw_rule (cairo_t *cairo, double y, double width)
{
  cairo_set_source_rgb (cairo, 0.7, 0.7, 0.7);
  cairo_set_line_width (cairo, 0.5);
  cairo_move_to (cairo, 0, y);
  cairo_line_to (cairo, width, y);
  cairo_stroke (cairo);
}

/* A line beside the copy tells where the report speaks of it and where it is it. */
static void
draw_copy_line (cairo_t *cairo, const Piece *piece)
{
  cairo_set_source_rgb (cairo, 0.7, 0.7, 0.7);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, 0.5, piece->y);
  cairo_line_to (cairo, 0.5, piece->y + piece->height);
  cairo_stroke (cairo);
}

static void
draw_bar (cairo_t *cairo, const MellowReportBlock *block, const Piece *piece)
{
  GdkRGBA color;

  gdk_rgba_parse (&color, block->color);
  gdk_cairo_set_source_rgba (cairo, &color);
  cairo_rectangle (cairo, 0, piece->y, BAR_WIDTH * block->value / 100, BAR_HEIGHT);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0.4, 0.4, 0.4);
  cairo_set_line_width (cairo, 0.5);
  cairo_rectangle (cairo, 0.25, piece->y + 0.25, BAR_WIDTH - 0.5, BAR_HEIGHT - 0.5);
  cairo_stroke (cairo);
}

static void
draw_label (MellowReportPrintout *self,
            GtkPrintContext *context,
            const MellowReportBlock *block,
            const Piece *piece)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);

  mellow_paper_set_font (layout, self->font, FONT_SIZE * block->scale);
  pango_layout_set_text (layout, block->label, -1);
  mellow_paper_draw_lines (gtk_print_context_get_cairo_context (context), layout, 0, 1,
                           MAX (block->indent - LABEL_WIDTH, 0), piece->y);
}

static void
draw_text (MellowReportPrintout *self, GtkPrintContext *context, const Piece *piece)
{
  const MellowReportBlock *block = get_block (self, piece->block);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  g_auto (Cells) cells = create_cells (self, context, piece->block);

  if (block->is_copy)
    draw_copy_line (cairo, piece);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  if (block->label != NULL && piece->first[0] == 0)
    draw_label (self, context, block, piece);
  for (guint i = 0; i < cells.n; i++)
    mellow_paper_draw_lines (cairo, cells.layouts[i], piece->first[i], piece->end[i], cells.x[i],
                             piece->y);
  if (piece->is_last && block->table > 0)
    draw_rule (cairo, piece->y + piece->height + RULE_GAP / 2,
               gtk_print_context_get_width (context));
}

static void
draw_piece (MellowReportPrintout *self, GtkPrintContext *context, const Piece *piece)
{
  const MellowReportBlock *block = get_block (self, piece->block);

  if (block->value >= 0)
    draw_bar (gtk_print_context_get_cairo_context (context), block, piece);
  else
    draw_text (self, context, piece);
}

/* The first piece of a page. */
static guint
find_piece (MellowReportPrintout *self, guint page)
{
  guint low = 0, high = self->pieces->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->pieces, Piece, middle).page < page)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
on_draw_page (MellowReportPrintout *self, GtkPrintContext *context, int page)
{
  for (guint i = find_piece (self, page); i < self->pieces->len; i++) {
    const Piece *piece = &g_array_index (self->pieces, Piece, i);

    if (piece->page != (guint)page)
      break;
    draw_piece (self, context, piece);
  }
  mellow_paper_draw_footer (context, self->font, self->title, page, self->n_pages);
}

/* --- the object --- */

static void
mellow_report_printout_finalize (GObject *object)
{
  MellowReportPrintout *self = MELLOW_REPORT_PRINTOUT (object);

  g_free (self->title);
  g_free (self->date);
  g_free (self->font);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->pieces);

  G_OBJECT_CLASS (mellow_report_printout_parent_class)->finalize (object);
}

static void
mellow_report_printout_class_init (MellowReportPrintoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_report_printout_finalize;
}

static void
mellow_report_printout_init (MellowReportPrintout *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
}

/**
 * mellow_report_printout_new:
 * @title: what the report is called
 * @body: the body of its page
 * @date: (nullable): its day
 *
 * Returns: (transfer full): the report, for paper
 */
MellowReportPrintout *
mellow_report_printout_new (const char *title, const char *body, const char *date)
{
  MellowReportPrintout *self = g_object_new (MELLOW_TYPE_REPORT_PRINTOUT, NULL);

  self->title = g_strdup (title);
  self->date = g_strdup (date);
  g_object_get (gtk_settings_get_default (), "gtk-font-name", &self->font, NULL);
  self->blocks = mellow_report_blocks_new (body);
  return self;
}

/**
 * mellow_report_printout_create_operation:
 * @self: a printout
 *
 * Returns: (transfer full): an operation that prints it and keeps it alive
 */
GtkPrintOperation *
mellow_report_printout_create_operation (MellowReportPrintout *self)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (MELLOW_IS_REPORT_PRINTOUT (self), NULL);

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

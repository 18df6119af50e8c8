/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a report, read as what stands on paper. The page is the one place that
 * tells what a report says; paper says the same. What is not known here is read as the
 * words in it. */

#include "mellow-report-block.h"

#include <string.h>

#include "mellow-mark-style.h"

#define QUIET "#444444"

/* In points. */
#define INDENT 16

/* Isolates a part of a text, whatever the direction of its letters. */
#define ISOLATE "\xe2\x81\xa8"
#define END_OF_ISOLATE "\xe2\x81\xa9"

/* An element that is open. */
typedef struct {
  char *name;
  char *class;
  MellowReportCell *cell; /* (nullable): what was written in when it began */
  guint start;            /* and where */
} Element;

/* A list that is open. */
typedef struct {
  gboolean is_numbered;
  guint n;
} List;

typedef struct {
  GPtrArray *blocks;
  GArray *elements; /* of Element */
  GArray *lists;    /* of List */
  MellowReportBlock *block;
  MellowReportCell *cell;
  char *label; /* (nullable): for the next block */
  guint n_tables;
  guint n_articles;
  int value; /* of the bar that is open */
  gboolean begins_page;
} Reader;

/* --- blocks --- */

static void
cell_free (gpointer data)
{
  MellowReportCell *cell = data;

  g_string_free (cell->text, TRUE);
  pango_attr_list_unref (cell->attributes);
  g_free (cell);
}

static void
block_free (gpointer data)
{
  MellowReportBlock *block = data;

  g_ptr_array_unref (block->cells);
  g_free (block->label);
  g_free (block);
}

static void
clear_element (gpointer data)
{
  Element *element = data;

  g_free (element->name);
  g_free (element->class);
}

static void
add_cell (Reader *self)
{
  self->cell = g_new (MellowReportCell, 1);
  self->cell->text = g_string_new (NULL);
  self->cell->attributes = pango_attr_list_new ();
  g_ptr_array_add (self->block->cells, self->cell);
}

static MellowReportBlock *
begin_block (Reader *self, double scale, double before)
{
  MellowReportBlock *block = g_new0 (MellowReportBlock, 1);

  block->cells = g_ptr_array_new_with_free_func (cell_free);
  block->label = g_steal_pointer (&self->label);
  block->scale = scale;
  block->before = before;
  block->indent = INDENT * self->lists->len;
  block->value = -1;
  block->keeps_next = block->label != NULL && g_ascii_isdigit (*block->label);
  block->begins_page = self->begins_page;
  self->begins_page = FALSE;
  self->block = block;
  self->cell = NULL;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
begin_text (Reader *self, double scale, double before)
{
  begin_block (self, scale, before);
  add_cell (self);
}

static void
end_block (Reader *self)
{
  if (self->cell != NULL && self->block->table == 0)
    while (g_str_has_suffix (self->cell->text->str, " "))
      g_string_truncate (self->cell->text, self->cell->text->len - 1);
  self->block = NULL;
  self->cell = NULL;
}

/* --- how text looks --- */

static void
add (MellowReportCell *cell, PangoAttribute *attribute, ProseSpan span)
{
  mellow_paper_add_attribute (cell->attributes, attribute, span);
}

static void
add_strong (MellowReportCell *cell, const char *severity_name, ProseSpan span)
{
  ProseSeverity severity;

  add (cell, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
  if (prose_severity_from_string (severity_name, &severity))
    mellow_paper_add_color (cell->attributes, mellow_mark_style_get_color (severity, FALSE, FALSE),
                            span);
}

static void
apply_element (const Element *element, ProseSpan span)
{
  MellowReportCell *cell = element->cell;
  ProseSeverity severity;

  if (g_str_equal (element->class, "quiet"))
    mellow_paper_add_color (cell->attributes, QUIET, span);
  if (g_str_equal (element->name, "mark") && prose_severity_from_string (element->class, &severity))
    mellow_paper_add_mark (cell->attributes, severity, span);
  else if (g_str_equal (element->name, "b"))
    add_strong (cell, element->class, span);
  else if (g_str_equal (element->name, "th") || g_str_equal (element->name, "h1") ||
           g_str_equal (element->name, "h2") || g_str_equal (element->name, "h3"))
    add (cell, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
  else if (g_str_equal (element->name, "sup")) {
    add (cell, pango_attr_scale_new (0.7), span);
    add (cell, pango_attr_rise_new (3 * PANGO_SCALE), span);
  }
}

/* --- elements --- */

static const Element *
get_element (Reader *self, guint depth)
{
  return depth < self->elements->len
             ? &g_array_index (self->elements, Element, self->elements->len - 1 - depth)
             : NULL;
}

static gboolean
is_in (Reader *self, const char *name, const char *class)
{
  for (guint i = 0; i < self->elements->len; i++) {
    const Element *element = get_element (self, i);

    if (g_str_equal (element->name, name) && (class == NULL || g_str_equal (element->class, class)))
      return TRUE;
  }
  return FALSE;
}

static const char *
find_value (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return "";
}

/* As the window has them. */
static const char *
get_bar_color (const char *meter_name)
{
  ProseMeter meter = PROSE_METER_INFORMATION;

  prose_meter_from_string (meter_name, &meter);
  return mellow_mark_style_get_color (meter == PROSE_METER_PRESSURE ? PROSE_SEVERITY_PRESSURE
                                      : meter == PROSE_METER_WARMTH ? PROSE_SEVERITY_CREDIT
                                                                    : PROSE_SEVERITY_PROOF,
                                      FALSE, FALSE);
}

static void
begin_division (Reader *self, const char *class)
{
  const Element *parent = get_element (self, 0);

  if (g_str_equal (class, "copy")) {
    begin_text (self, 1, 4);
    self->block->is_copy = TRUE;
  } else if (parent != NULL && g_str_equal (parent->class, "bar")) {
    begin_block (self, 1, 4);
    self->block->value = CLAMP (self->value, 0, 100);
    self->block->color = get_bar_color (class);
    end_block (self);
  }
}

static void
begin_heading (Reader *self, double scale, double before)
{
  begin_text (self, scale, before);
  self->block->keeps_next = TRUE;
}

/* What introduces a list stands above its first item. */
static void
begin_list (Reader *self, gboolean is_numbered)
{
  List list = { is_numbered, 0 };
  MellowReportBlock *last =
      self->blocks->len > 0 ? self->blocks->pdata[self->blocks->len - 1] : NULL;

  end_block (self);
  if (last != NULL && last->value < 0 && last->table == 0 && !last->is_copy)
    last->keeps_next = TRUE;
  g_array_append_val (self->lists, list);
}

static void
begin_item (Reader *self)
{
  List *list;

  if (self->lists->len == 0)
    return;

  list = &g_array_index (self->lists, List, self->lists->len - 1);
  end_block (self);
  g_free (self->label);
  self->label = list->is_numbered ? g_strdup_printf ("%u.", ++list->n) : g_strdup ("•");
}

static void
begin_row (Reader *self)
{
  begin_block (self, is_in (self, "table", "claims") ? 0.85 : 1, 3);
  self->block->table = self->n_tables;
  self->block->keeps_next = is_in (self, "thead", NULL);
}

static void
begin_cell (Reader *self)
{
  if (self->block == NULL)
    return;

  if (self->block->cells->len < MELLOW_REPORT_MOST_COLUMNS)
    add_cell (self);
  else
    g_string_append_c (self->cell->text, ' ');
}

static void
begin_known (Reader *self, const char *name, const char *class)
{
  if (g_str_equal (name, "article"))
    self->begins_page = self->n_articles++ > 0;
  else if (g_str_equal (name, "h1"))
    begin_heading (self, 1.6, 0);
  else if (g_str_equal (name, "h2"))
    begin_heading (self, 1.2, 16);
  else if (g_str_equal (name, "h3"))
    begin_heading (self, 1, 8);
  else if (g_str_equal (name, "p"))
    begin_text (self, g_str_equal (class, "verdict") ? 1.1 : 1, 4);
  else if (g_str_equal (name, "div"))
    begin_division (self, class);
  else if (g_str_equal (name, "ul") || g_str_equal (name, "ol"))
    begin_list (self, g_str_equal (name, "ol"));
  else if (g_str_equal (name, "li"))
    begin_item (self);
  else if (g_str_equal (name, "table"))
    self->n_tables++;
  else if (g_str_equal (name, "tr"))
    begin_row (self);
  else if (g_str_equal (name, "td") || g_str_equal (name, "th"))
    begin_cell (self);
  else if (g_str_equal (name, "br") && self->cell != NULL)
    g_string_append_c (self->cell->text, '\n');
  else if (g_str_equal (name, "bdi") && self->cell != NULL)
    g_string_append (self->cell->text, ISOLATE);
}

static void
on_start (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Reader *self = user_data;
  const char *class = find_value (names, values, "class");
  const char *value = find_value (names, values, "aria-valuenow");
  Element element = { g_strdup (name), g_strdup (class), NULL, 0 };

  begin_known (self, name, class);
  if (*value != '\0')
    self->value = g_ascii_strtoll (value, NULL, 10);
  element.cell = self->cell;
  element.start = self->cell != NULL ? self->cell->text->len : 0;
  g_array_append_val (self->elements, element);
}

static gboolean
ends_block (const char *name)
{
  static const char *const names[] = { "h1", "h2", "h3", "p", "div", "li", "tr", "ul", "ol" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return TRUE;

  return FALSE;
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *self = user_data;
  const Element *element = get_element (self, 0);

  if (g_str_equal (name, "bdi") && self->cell != NULL)
    g_string_append (self->cell->text, END_OF_ISOLATE);
  if (element->cell != NULL && element->cell == self->cell &&
      element->start < self->cell->text->len)
    apply_element (element, (ProseSpan){ element->start, self->cell->text->len });
  if (ends_block (name))
    end_block (self);
  if ((g_str_equal (name, "ul") || g_str_equal (name, "ol")) && self->lists->len > 0)
    g_array_set_size (self->lists, self->lists->len - 1);
  g_array_set_size (self->elements, self->elements->len - 1);
}

/* --- text --- */

/* A mark may go on in the next line of the copy. */
static void
begin_next_line (Reader *self)
{
  MellowReportCell *cell = self->cell;

  begin_text (self, 1, 0);
  self->block->is_copy = TRUE;
  for (guint i = 0; i < self->elements->len; i++) {
    Element *element = &g_array_index (self->elements, Element, i);

    if (element->cell != cell)
      continue;
    if (element->start < cell->text->len)
      apply_element (element, (ProseSpan){ element->start, cell->text->len });
    element->cell = self->cell;
    element->start = 0;
  }
}

/* The copy stands as it is, a block for each line of it. */
static void
add_copy (Reader *self, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end) {
    const char *newline = memchr (text, '\n', end - text);
    const char *line_end = newline != NULL ? newline : end;

    g_string_append_len (self->cell->text, text, line_end - text);
    if (newline != NULL)
      begin_next_line (self);
    text = newline != NULL ? newline + 1 : end;
  }
}

/* Elsewhere white space is but a space, and nothing at the start. */
static void
add_words (Reader *self, const char *text, gsize length)
{
  GString *words = self->cell->text;

  for (gsize i = 0; i < length; i++) {
    gboolean is_space = g_ascii_isspace (text[i]);

    if (!is_space)
      g_string_append_c (words, text[i]);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  }
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reader *self = user_data;

  if (self->cell == NULL && is_blank (text, length))
    return;

  if (self->cell == NULL)
    begin_text (self, 1, 2);
  if (self->block->is_copy)
    add_copy (self, text, length);
  else
    add_words (self, text, length);
}

/* The text ends in a line end, and nothing stands behind it. */
static void
drop_empty_end (GPtrArray *blocks)
{
  for (guint i = blocks->len; i > 0; i--) {
    const MellowReportBlock *block = blocks->pdata[i - 1];
    const MellowReportBlock *next = i < blocks->len ? blocks->pdata[i] : NULL;
    const MellowReportCell *cell = block->cells->len > 0 ? block->cells->pdata[0] : NULL;

    if (block->is_copy && cell->text->len == 0 && (next == NULL || !next->is_copy))
      g_ptr_array_remove_index (blocks, i - 1);
  }
}

/**
 * mellow_report_blocks_new:
 * @body: the body of the page of a report
 *
 * Returns: (transfer full) (element-type MellowReportBlock): what it says, as it stands
 *   on paper
 */
GPtrArray *
mellow_report_blocks_new (const char *body)
{
  const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  Reader self = { .blocks = g_ptr_array_new_with_free_func (block_free),
                  .elements = g_array_new (FALSE, FALSE, sizeof (Element)),
                  .lists = g_array_new (FALSE, FALSE, sizeof (List)) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &self, NULL);
  g_autoptr (GError) error = NULL;

  g_array_set_clear_func (self.elements, clear_element);
  if (!g_markup_parse_context_parse (context, body, -1, &error))
    g_critical ("a report cannot be read: %s", error->message);
  g_markup_parse_context_free (context);
  drop_empty_end (self.blocks);
  g_array_unref (self.elements);
  g_array_unref (self.lists);
  g_free (self.label);
  return self.blocks;
}

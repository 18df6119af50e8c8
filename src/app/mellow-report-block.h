/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-paper.h"

G_BEGIN_DECLS

/**
 * MellowReportCell:
 * @text: what stands in it
 * @attributes: how it looks
 *
 * Some text of a report. A paragraph is one cell, a row of a table has one for each
 * column.
 */
typedef struct {
  GString *text;
  PangoAttrList *attributes;
} MellowReportCell;

/**
 * MellowReportBlock:
 * @cells: (element-type MellowReportCell): its texts, side by side
 * @label: (nullable): what stands before it, such as the number in a list
 * @scale: how large its letters are, against those of the text
 * @before: the room above it, in points
 * @indent: the room beside it, in points
 * @table: the table that it is a row of, from 1; 0 for none
 * @value: what a bar shows, of a hundred; -1 if it is none
 * @color: (nullable): the colour of a bar
 * @keeps_next: whether what comes next has to begin on the same page, as after a heading
 * @is_copy: whether it is a line of the text that the report is on
 * @begins_page: whether it stands on a page of its own
 *
 * A part of a report that stands below the one before: a paragraph, a row of a table,
 * a bar.
 */
typedef struct {
  GPtrArray *cells;
  char *label;
  double scale;
  double before;
  double indent;
  guint table;
  int value;
  const char *color;
  gboolean keeps_next;
  gboolean is_copy;
  gboolean begins_page;
} MellowReportBlock;

/**
 * MELLOW_REPORT_MOST_COLUMNS:
 *
 * How many columns a table has at most.
 */
#define MELLOW_REPORT_MOST_COLUMNS 8

GPtrArray *mellow_report_blocks_new (const char *body);

G_END_DECLS

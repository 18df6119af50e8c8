/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <prose.h>

G_BEGIN_DECLS

GtkPrintOperation *mellow_paper_create_operation (const char *title);
double mellow_paper_get_text_height (GtkPrintContext *context);

void mellow_paper_set_font (PangoLayout *layout, const char *name, double size);
void mellow_paper_add_attribute (PangoAttrList *attributes,
                                 PangoAttribute *attribute,
                                 ProseSpan span);
void mellow_paper_add_color (PangoAttrList *attributes, const char *color, ProseSpan span);
void mellow_paper_add_mark (PangoAttrList *attributes, ProseSeverity severity, ProseSpan span);

double mellow_paper_get_line_height (PangoLayout *layout, guint line);
double mellow_paper_draw_lines (
    cairo_t *cairo, PangoLayout *layout, guint first, guint end, double x, double y);
void mellow_paper_draw_footer (
    GtkPrintContext *context, const char *font, const char *title, guint page, guint n_pages);

G_END_DECLS

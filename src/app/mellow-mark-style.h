/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowMarkStyle:
 * @css_class: what its labels are styled by, also the name of its colour
 * @underline: the shape of its underline in the text
 * @has_tint: whether the phrase has a background, too
 * @light: its colour on a light background
 * @dark: its colour on a dark one
 *
 * How a severity looks. Shapes differ as well as colours.
 */
typedef struct {
  const char *css_class;
  PangoUnderline underline;
  gboolean has_tint;
  const char *light;
  const char *dark;
} MellowMarkStyle;

const MellowMarkStyle *mellow_mark_style_get (ProseSeverity severity);
const char *mellow_mark_style_get_label (ProseSeverity severity);
char *mellow_mark_style_dup_css (gboolean is_dark);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <prose.h>

G_BEGIN_DECLS

/* How much of its colour a tint has. */
#define MELLOW_MARK_TINT 0.14

/**
 * MellowMarkStyle:
 * @css_class: what its labels are styled by, also the name of its colour
 * @underline: the shape of its underline in the text
 * @has_tint: whether the phrase has a background, too
 * @light: its colour on a light background
 * @dark: its colour on a dark one
 * @light_contrast: its colour on a light background where contrast is wanted
 * @dark_contrast: its colour on a dark one where contrast is wanted
 *
 * How a severity looks. Shapes differ as well as colours.
 */
typedef struct {
  const char *css_class;
  PangoUnderline underline;
  gboolean has_tint;
  const char *light;
  const char *dark;
  const char *light_contrast;
  const char *dark_contrast;
} MellowMarkStyle;

const MellowMarkStyle *mellow_mark_style_get (ProseSeverity severity);
const char *mellow_mark_style_get_label (ProseSeverity severity);
const char *mellow_mark_style_get_color (ProseSeverity severity,
                                         gboolean is_dark,
                                         gboolean has_contrast);
char *mellow_mark_style_dup_css (gboolean is_dark, gboolean has_contrast);

G_END_DECLS

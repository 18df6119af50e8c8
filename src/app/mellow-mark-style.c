/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-mark-style.h"

#include <glib/gi18n.h>

/* A credit has no line, for nothing is to be corrected there; it is written in its
 * colour on a breath of it, and a mark in it keeps its own line. */
static const MellowMarkStyle styles[] = {
  [PROSE_SEVERITY_CREDIT] = {
    .css_class = "mark_credit",
    .underline = PANGO_UNDERLINE_NONE,
    .has_tint = TRUE,
    .light = "#27735b",
    .dark = "#7fc8b0",
    .light_contrast = "#0f4c38",
    .dark_contrast = "#a8ecd4",
  },
  [PROSE_SEVERITY_NOTE] = {
    .css_class = "mark_note",
    .underline = PANGO_UNDERLINE_ERROR,
    .light = "#6c6b70",
    .dark = "#9a9996",
    .light_contrast = "#4a494d",
    .dark_contrast = "#d0cfd4",
  },
  [PROSE_SEVERITY_PROOF] = {
    .css_class = "mark_proof",
    .underline = PANGO_UNDERLINE_SINGLE,
    .light = "#2b6cb0",
    .dark = "#86b7ee",
    .light_contrast = "#14508c",
    .dark_contrast = "#b3d4ff",
  },
  [PROSE_SEVERITY_PRESSURE] = {
    .css_class = "mark_pressure",
    .underline = PANGO_UNDERLINE_DOUBLE,
    .light = "#ad5c06",
    .dark = "#eeb264",
    .light_contrast = "#7a3d00",
    .dark_contrast = "#ffd08a",
  },
  [PROSE_SEVERITY_REMOVE] = {
    .css_class = "mark_remove",
    .underline = PANGO_UNDERLINE_DOUBLE,
    .has_tint = TRUE,
    .light = "#a8324a",
    .dark = "#f08c9c",
    .light_contrast = "#8a1030",
    .dark_contrast = "#ffc8d1",
  },
};

/**
 * mellow_mark_style_get:
 * @severity: a severity
 *
 * Returns: (transfer none): how it looks
 */
const MellowMarkStyle *
mellow_mark_style_get (ProseSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (styles), NULL);

  return &styles[severity];
}

/**
 * mellow_mark_style_get_label:
 * @severity: a severity
 *
 * Returns: (transfer none): its name for the user
 */
const char *
mellow_mark_style_get_label (ProseSeverity severity)
{
  switch (severity) {
  case PROSE_SEVERITY_NOTE:
    return _ ("Note");
  case PROSE_SEVERITY_PROOF:
    return _ ("Needs proof");
  case PROSE_SEVERITY_PRESSURE:
    return _ ("Pressure");
  case PROSE_SEVERITY_REMOVE:
    return _ ("Better left out");
  case PROSE_SEVERITY_CREDIT:
  default:
    return _ ("Credit");
  }
}

/**
 * mellow_mark_style_get_color:
 * @severity: a severity
 * @is_dark: whether the background is dark
 * @has_contrast: whether the user wants more contrast
 *
 * Returns: (transfer none): the colour of its line, as gdk_rgba_parse() reads it
 */
const char *
mellow_mark_style_get_color (ProseSeverity severity, gboolean is_dark, gboolean has_contrast)
{
  const MellowMarkStyle *style = mellow_mark_style_get (severity);

  g_return_val_if_fail (style != NULL, NULL);

  if (has_contrast)
    return is_dark ? style->dark_contrast : style->light_contrast;

  return is_dark ? style->dark : style->light;
}

/**
 * mellow_mark_style_dup_css:
 * @is_dark: whether the background is dark
 * @has_contrast: whether the user wants more contrast
 *
 * Returns: (transfer full): a style sheet that defines the colours by name
 */
char *
mellow_mark_style_dup_css (gboolean is_dark, gboolean has_contrast)
{
  GString *css = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    g_string_append_printf (css, "@define-color %s %s;\n", styles[i].css_class,
                            mellow_mark_style_get_color (i, is_dark, has_contrast));

  return g_string_free (css, FALSE);
}

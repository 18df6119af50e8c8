/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-mark-style.h"

#include <glib/gi18n.h>

static const MellowMarkStyle styles[] = {
  [PROSE_SEVERITY_CREDIT] = { "mark_credit", PANGO_UNDERLINE_NONE, FALSE, "#2a7b62", "#7fc8b0" },
  [PROSE_SEVERITY_NOTE] = { "mark_note", PANGO_UNDERLINE_ERROR, FALSE, "#77767b", "#9a9996" },
  [PROSE_SEVERITY_PROOF] = { "mark_proof", PANGO_UNDERLINE_SINGLE, FALSE, "#2b6cb0", "#86b7ee" },
  [PROSE_SEVERITY_PRESSURE] = { "mark_pressure", PANGO_UNDERLINE_DOUBLE, FALSE, "#b5620b",
                                "#eeb264" },
  [PROSE_SEVERITY_REMOVE] = { "mark_remove", PANGO_UNDERLINE_DOUBLE, TRUE, "#a8324a", "#f08c9c" },
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
 * mellow_mark_style_dup_css:
 * @is_dark: whether the background is dark
 *
 * Returns: (transfer full): a style sheet that defines the colours by name
 */
char *
mellow_mark_style_dup_css (gboolean is_dark)
{
  GString *css = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    g_string_append_printf (css, "@define-color %s %s;\n", styles[i].css_class,
                            is_dark ? styles[i].dark : styles[i].light);

  return g_string_free (css, FALSE);
}

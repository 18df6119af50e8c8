/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A label that has what a source or a target of a unit says, and looks as that does where it
 * is written. */

#include "mellow-unit-label.h"

#include <adwaita.h>

#include "mellow-unit-mark.h"

static gboolean
is_from_right (gunichar c)
{
  switch (g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_NKO:
  case G_UNICODE_SCRIPT_SYRIAC:
  case G_UNICODE_SCRIPT_THAANA:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Whether the first letter is of a script that is written from right to left. To ask the
 * label would lay it out, before it is known how wide it is. */
static gboolean
begins_at_right (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return is_from_right (g_utf8_get_char (p));

  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

/* So that the text begins where its writing does: Arabic at the right. */
static void
set_text (GtkLabel *label, const char *text)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;

  if (g_str_equal (gtk_label_get_text (label), text))
    return;

  gtk_label_set_text (label, text);
  gtk_label_set_xalign (label, begins_at_right (text) != is_mirrored ? 1 : 0);
}

/**
 * mellow_unit_label_show:
 * @label: a label
 * @highlighter: how the marks of the file are shown
 * @text: what a source or a target says
 * @marks: (nullable) (element-type MellowUnitMark): the marks of @text
 *
 * Shows a text, from where its writing begins, with its marks if they are to be seen.
 */
void
mellow_unit_label_show (GtkLabel *label,
                        MellowHighlighter *highlighter,
                        const char *text,
                        const GArray *marks)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  PangoAttrList *attributes = NULL;
  gboolean is_visible, shows_credits;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  g_object_get (highlighter, "visible", &is_visible, "shows-credits", &shows_credits, NULL);
  if (is_visible && marks != NULL)
    attributes = mellow_unit_marks_create_attributes (marks, shows_credits,
                                                      adw_style_manager_get_dark (style),
                                                      adw_style_manager_get_high_contrast (style));
  set_text (label, text);
  gtk_label_set_attributes (label, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

/**
 * mellow_unit_label_follow_look:
 * @highlighter: how the marks of the file are shown
 * @callback: (scope notified): shows the labels of @object anew
 * @object: what has the labels
 *
 * Has @callback called, with @object, whenever marks are to look otherwise.
 */
void
mellow_unit_label_follow_look (MellowHighlighter *highlighter, GCallback callback, gpointer object)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const struct {
    gpointer source;
    const char *signal;
  } signals[] = {
    { highlighter, "notify::visible" },
    { highlighter, "notify::shows-credits" },
    { style, "notify::dark" },
    { style, "notify::high-contrast" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (signals[i].source, signals[i].signal, callback, object,
                             G_CONNECT_SWAPPED);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-text-font.h"

#include <pango/pango.h>

/* The text is a little larger than what is around it. */
#define SIZE_IN_EM 1.18

/* On paper, in points. */
#define PRINTED_SIZE 11

/* The size of an own font that names none, in points. */
#define USUAL_SIZE 13

static PangoFontDescription *
get_own_font (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "custom-font");
  PangoFontDescription *font = pango_font_description_from_string (name);

  if (pango_font_description_get_size (font) == 0)
    pango_font_description_set_size (font, USUAL_SIZE * PANGO_SCALE);

  return font;
}

static void
append_size (GString *css, double size, const char *unit)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (css, "  font-size: %s%s;\n",
                          g_ascii_formatd (number, sizeof number, "%.3f", size), unit);
}

/* A family may have any name, so it is written as a string of CSS. */
static void
append_family (GString *css, const char *family)
{
  g_string_append (css, "  font-family: \"");
  for (const char *p = family; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (css, '\\');
    g_string_append_c (css, *p);
  }
  g_string_append (css, "\";\n");
}

static void
append_own_font (GString *css, const PangoFontDescription *font, double zoom)
{
  static const char *const styles[] = { "normal", "oblique", "italic" };
  const char *family = pango_font_description_get_family (font);

  if (family != NULL)
    append_family (css, family);
  g_string_append_printf (css, "  font-weight: %d;\n  font-style: %s;\n",
                          CLAMP (pango_font_description_get_weight (font), 100, 900),
                          styles[pango_font_description_get_style (font)]);
  append_size (css, zoom * pango_font_description_get_size (font) / PANGO_SCALE,
               pango_font_description_get_size_is_absolute (font) ? "px" : "pt");
}

/**
 * mellow_text_font_dup_css:
 * @settings: the user's settings
 *
 * Returns: (transfer full): a style sheet that gives the text the font the user
 *   has chosen, or the system's, as large as the zoom wants it
 */
char *
mellow_text_font_dup_css (GSettings *settings)
{
  GString *css = g_string_new ("textview.copy,\nlabel.copy {\n");
  double zoom = g_settings_get_int (settings, "zoom") / 100.0;

  if (g_settings_get_boolean (settings, "use-system-font")) {
    append_size (css, SIZE_IN_EM * zoom, "em");
  } else {
    PangoFontDescription *font = get_own_font (settings);

    append_own_font (css, font, zoom);
    pango_font_description_free (font);
  }
  g_string_append (css, "}\n");

  return g_string_free (css, FALSE);
}

/**
 * mellow_text_font_dup_print_name:
 * @settings: the user's settings
 * @system_font: the font of the system
 *
 * Returns: (transfer full): the font to print the text in; how large it is on the
 *   screen does not matter
 */
char *
mellow_text_font_dup_print_name (GSettings *settings, const char *system_font)
{
  PangoFontDescription *font = g_settings_get_boolean (settings, "use-system-font")
                                   ? pango_font_description_from_string (system_font)
                                   : get_own_font (settings);
  char *name;

  pango_font_description_set_size (font, PRINTED_SIZE * PANGO_SCALE);
  name = pango_font_description_to_string (font);
  pango_font_description_free (font);

  return name;
}

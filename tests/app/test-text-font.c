/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the settings to the font that the text is written and printed in. */

#include "mellow-settings.h"
#include "mellow-text-font.h"

static void
reset (GSettings *settings)
{
  g_settings_reset (settings, "use-system-font");
  g_settings_reset (settings, "custom-font");
  g_settings_reset (settings, "zoom");
}

static void
assert_css (GSettings *settings, const char *expected)
{
  g_autofree char *css = mellow_text_font_dup_css (settings);

  g_assert_cmpstr (css, ==, expected);
  reset (settings);
}

static void
choose (GSettings *settings, const char *font, int zoom)
{
  g_settings_set_boolean (settings, "use-system-font", FALSE);
  g_settings_set_string (settings, "custom-font", font);
  g_settings_set_int (settings, "zoom", zoom);
}

static void
test_system_font (void)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();

  assert_css (settings, "textview.copy,\nlabel.copy {\n  font-size: 1.180em;\n}\n");
  g_settings_set_int (settings, "zoom", 150);
  assert_css (settings, "textview.copy,\nlabel.copy {\n  font-size: 1.770em;\n}\n");
}

static void
test_own_font (void)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();

  choose (settings, "DejaVu Serif Bold Italic 12.5", 200);
  assert_css (
      settings,
      "textview.copy,\nlabel.copy {\n  font-family: \"DejaVu Serif\";\n  font-weight: 700;\n"
      "  font-style: italic;\n  font-size: 25.000pt;\n}\n");
}

/* A hand may have written anything into the settings. */
static void
test_strange_fonts (void)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();

  choose (settings, "Smørrebrød\"; } * { color: red", 100);
  assert_css (settings,
              "textview.copy,\nlabel.copy {\n  font-family: \"Smørrebrød\\\"; } * { color: red\";\n"
              "  font-weight: 400;\n  font-style: normal;\n  font-size: 13.000pt;\n}\n");
  choose (settings, "", 100);
  assert_css (settings, "textview.copy,\nlabel.copy {\n  font-weight: 400;\n  font-style: normal;\n"
                        "  font-size: 13.000pt;\n}\n");
}

static void
assert_printed (GSettings *settings, const char *expected)
{
  g_autofree char *name = mellow_text_font_dup_print_name (settings, "Cantarell 14");

  g_assert_cmpstr (name, ==, expected);
  reset (settings);
}

static void
test_printed_font (void)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();

  assert_printed (settings, "Cantarell 11");
  choose (settings, "DejaVu Serif 20", 300);
  assert_printed (settings, "DejaVu Serif 11");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-font/system-font", test_system_font);
  g_test_add_func ("/text-font/own-font", test_own_font);
  g_test_add_func ("/text-font/strange-fonts", test_strange_fonts);
  g_test_add_func ("/text-font/printed-font", test_printed_font);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of mark styles: whoever sees no colours, or needs strong ones, can
 * tell marks apart and from their background.
 */

#include <math.h>

#include "mellow-mark-style.h"

#define N_SEVERITIES (PROSE_SEVERITY_REMOVE + 1)

/* What libadwaita draws text and panel on. */
static const char *const light_backgrounds[] = { "#ffffff", "#fafafa" };
static const char *const dark_backgrounds[] = { "#1e1e1e", "#242424" };

static double
get_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static GdkRGBA
get_color (const char *name)
{
  GdkRGBA color;

  g_assert_true (gdk_rgba_parse (&color, name));
  return color;
}

static double
get_luminance (GdkRGBA color)
{
  return 0.2126 * get_linear (color.red) + 0.7152 * get_linear (color.green) +
         0.0722 * get_linear (color.blue);
}

/* As the Web Content Accessibility Guidelines count it. */
static double
get_contrast (GdkRGBA a, GdkRGBA b)
{
  double first = get_luminance (a) + 0.05;
  double second = get_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

static double
get_contrast_of_names (const char *a, const char *b)
{
  return get_contrast (get_color (a), get_color (b));
}

static void
test_contrast_is_counted_right (void)
{
  g_assert_cmpfloat_with_epsilon (get_contrast_of_names ("#ffffff", "#000000"), 21.0, 0.001);
  g_assert_cmpfloat_with_epsilon (get_contrast_of_names ("#767676", "#ffffff"), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (get_contrast_of_names ("#ffffff", "#ffffff"), 1.0, 0.001);
}

static float
mix (float tint, float background)
{
  return tint * MELLOW_MARK_TINT + background * (1 - MELLOW_MARK_TINT);
}

/* What the phrase stands on in the end. */
static GdkRGBA
get_ground (ProseSeverity severity, GdkRGBA color, GdkRGBA background)
{
  if (!mellow_mark_style_get (severity)->has_tint)
    return background;

  return (GdkRGBA){ mix (color.red, background.red), mix (color.green, background.green),
                    mix (color.blue, background.blue), 1.0 };
}

static void
assert_contrast (gboolean is_dark, gboolean has_contrast, double least)
{
  const char *const *backgrounds = is_dark ? dark_backgrounds : light_backgrounds;

  for (int severity = 0; severity < N_SEVERITIES; severity++)
    for (int i = 0; i < 2; i++) {
      GdkRGBA color = get_color (mellow_mark_style_get_color (severity, is_dark, has_contrast));
      GdkRGBA ground = get_ground (severity, color, get_color (backgrounds[i]));

      g_assert_cmpfloat (get_contrast (color, ground), >=, least);
    }
}

/* Three to one is enough for a line, but words are written in these colours, too. */
static void
test_contrast (void)
{
  assert_contrast (FALSE, FALSE, 4.5);
  assert_contrast (TRUE, FALSE, 4.5);
}

static void
test_high_contrast (void)
{
  assert_contrast (FALSE, TRUE, 7.0);
  assert_contrast (TRUE, TRUE, 7.0);
}

static gboolean
has_same_shape (const MellowMarkStyle *a, const MellowMarkStyle *b)
{
  return a->underline == b->underline && a->has_tint == b->has_tint;
}

static void
assert_colors_differ (int a, int b)
{
  for (int i = 0; i < 4; i++)
    g_assert_cmpstr (mellow_mark_style_get_color (a, i & 1, i & 2), !=,
                     mellow_mark_style_get_color (b, i & 1, i & 2));
}

/* A credit is one of them. */
static void
test_any_two_differ_in_shape_and_colour (void)
{
  for (int a = 0; a < N_SEVERITIES; a++)
    for (int b = a + 1; b < N_SEVERITIES; b++) {
      g_assert_false (has_same_shape (mellow_mark_style_get (a), mellow_mark_style_get (b)));
      assert_colors_differ (a, b);
    }
}

static void
test_css (void)
{
  g_autofree char *light = mellow_mark_style_dup_css (FALSE, FALSE);
  g_autofree char *strong = mellow_mark_style_dup_css (TRUE, TRUE);

  g_assert_nonnull (strstr (light, "@define-color mark_proof #2b6cb0;\n"));
  g_assert_nonnull (strstr (strong, "@define-color mark_credit #a8ecd4;\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mark-style/contrast-is-counted-right", test_contrast_is_counted_right);
  g_test_add_func ("/mark-style/contrast", test_contrast);
  g_test_add_func ("/mark-style/high-contrast", test_high_contrast);
  g_test_add_func ("/mark-style/any-two-differ-in-shape-and-colour",
                   test_any_two_differ_in_shape_and_colour);
  g_test_add_func ("/mark-style/css", test_css);

  return g_test_run ();
}

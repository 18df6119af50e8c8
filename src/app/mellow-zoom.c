/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-zoom.h"

/* In percent. */
static const int levels[] = { 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300 };

static int
get_larger (int zoom)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i] > zoom)
      return levels[i];

  return zoom;
}

static int
get_smaller (int zoom)
{
  for (guint i = G_N_ELEMENTS (levels); i-- > 0;)
    if (levels[i] < zoom)
      return levels[i];

  return zoom;
}

static void
activate_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer settings)
{
  g_settings_set_int (settings, "zoom", get_larger (g_settings_get_int (settings, "zoom")));
}

static void
activate_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer settings)
{
  g_settings_set_int (settings, "zoom", get_smaller (g_settings_get_int (settings, "zoom")));
}

static void
activate_zoom_reset (GSimpleAction *action, GVariant *parameter, gpointer settings)
{
  g_settings_reset (settings, "zoom");
}

static const GActionEntry actions[] = {
  { .name = "zoom-in", .activate = activate_zoom_in },
  { .name = "zoom-out", .activate = activate_zoom_out },
  { .name = "zoom-reset", .activate = activate_zoom_reset },
};

/**
 * mellow_zoom_add_actions:
 * @map: where the actions go
 * @settings: the user's settings, that live as long as @map
 *
 * Adds actions that make the text larger and smaller, step by step. How large it
 * is stays a setting, so it is remembered and every window follows.
 */
void
mellow_zoom_add_actions (GActionMap *map, GSettings *settings)
{
  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_action_map_add_action_entries (map, actions, G_N_ELEMENTS (actions), settings);
}

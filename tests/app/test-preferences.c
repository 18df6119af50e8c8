/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences window: what is chosen there is set, and what is set is shown
 * there.
 */

#include "mellow-preferences-window.h"
#include "mellow-settings.h"
#include "window-fixture.h"

static gpointer
find_preferences (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_PREFERENCES_WINDOW (l->data))
      return l->data;

  return NULL;
}

static gpointer
open_preferences (Fixture *fixture)
{
  activate (fixture, "app.preferences");
  wait_until (find_preferences () != NULL && has_place (find_preferences ()));

  return find_preferences ();
}

static gpointer
get_child (gpointer preferences, const char *id)
{
  gpointer child = gtk_widget_get_template_child (preferences, MELLOW_TYPE_PREFERENCES_WINDOW, id);

  g_assert_nonnull (child);
  return child;
}

static void
test_switches (Fixture *fixture)
{
  static const char *const keys[] = { "show-marks",   "show-credits",    "show-panel",
                                      "show-summary", "restore-session", "check-spelling" };
  g_autoptr (GSettings) settings = mellow_settings_new ();
  gpointer preferences = open_preferences (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    GtkSwitch *widget = get_child (preferences, keys[i]);
    gboolean before = g_settings_get_boolean (settings, keys[i]);

    g_assert_cmpint (gtk_switch_get_active (widget), ==, before);
    gtk_switch_set_active (widget, !before);
    g_assert_cmpint (g_settings_get_boolean (settings, keys[i]), ==, !before);
    g_settings_reset (settings, keys[i]);
    g_assert_cmpint (gtk_switch_get_active (widget), ==, before);
  }
}

static void
assert_is_labelled (gpointer widget)
{
  g_assert_true (gtk_test_accessible_has_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
                 gtk_test_accessible_has_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL));
}

static void
test_controls_say_what_they_are (Fixture *fixture)
{
  gpointer preferences = open_preferences (fixture);

  assert_is_labelled (get_child (preferences, "show-credits"));
  assert_is_labelled (get_child (preferences, "restore-session"));
  assert_is_labelled (get_child (preferences, "line_length"));
  assert_is_labelled (get_child (preferences, "font"));
}

static void
test_colours (Fixture *fixture)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();
  AdwComboRow *row = ADW_COMBO_ROW (find_widget (open_preferences (fixture), ADW_TYPE_COMBO_ROW));
  g_autofree char *name = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 2);
  name = g_settings_get_string (settings, "color-scheme");
  g_assert_cmpstr (name, ==, "dark");
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_settings_set_string (settings, "color-scheme", "light");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  g_settings_reset (settings, "color-scheme");
}

static void
test_font (Fixture *fixture)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();
  gpointer preferences = open_preferences (fixture);
  AdwExpanderRow *row = find_widget (preferences, ADW_TYPE_EXPANDER_ROW);
  GtkFontChooser *font = find_widget (preferences, GTK_TYPE_FONT_BUTTON);
  g_autofree char *name = NULL;

  g_assert_false (adw_expander_row_get_enable_expansion (row));
  adw_expander_row_set_enable_expansion (row, TRUE);
  g_assert_false (g_settings_get_boolean (settings, "use-system-font"));
  gtk_font_chooser_set_font (font, "DejaVu Sans 15");
  name = g_settings_get_string (settings, "custom-font");
  g_assert_cmpstr (name, ==, "DejaVu Sans 15");
  g_settings_reset (settings, "use-system-font");
  g_settings_reset (settings, "custom-font");
}

static void
test_line_length (Fixture *fixture)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();
  GtkSpinButton *spin = find_widget (open_preferences (fixture), GTK_TYPE_SPIN_BUTTON);

  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 68);
  gtk_spin_button_set_value (spin, 50);
  g_assert_cmpint (g_settings_get_int (settings, "line-length"), ==, 50);
  gtk_spin_button_set_value (spin, 5000);
  g_assert_cmpint (g_settings_get_int (settings, "line-length"), ==, 120);
  g_settings_reset (settings, "line-length");
}

static void
test_by_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "ctrl+comma", NULL);
  wait_until (find_preferences () != NULL && gtk_window_is_active (find_preferences ()));
  use_hand ("key", "Escape", NULL);
  wait_until (find_preferences () == NULL);
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/preferences/switches", test_switches, fixed);
  add ("/preferences/controls-say-what-they-are", test_controls_say_what_they_are, fixed);
  add ("/preferences/colours", test_colours, fixed);
  add ("/preferences/font", test_font, fixed);
  add ("/preferences/line-length", test_line_length, fixed);
  add ("/preferences/by-keys", test_by_keys, fixed);

  return g_test_run ();
}

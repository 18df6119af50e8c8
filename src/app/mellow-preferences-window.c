/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-preferences-window.h"

/**
 * MellowPreferencesWindow:
 *
 * What the user may choose. Every row is a setting, and takes effect at once.
 *
 * A switch for one more setting is a row in the template and a line in the table
 * of switches.
 */
struct _MellowPreferencesWindow {
  AdwPreferencesWindow parent_instance;

  AdwComboRow *colors;
  AdwComboRow *english_variant;
  AdwExpanderRow *own_font;
  GtkFontButton *font;
  GtkSpinButton *line_length;
};

G_DEFINE_FINAL_TYPE (MellowPreferencesWindow,
                     mellow_preferences_window,
                     ADW_TYPE_PREFERENCES_WINDOW)

/* Switches of the template, by their ids, which are the keys of their settings. */
static const char *const switches[] = {
  "show-marks", "show-credits", "color-markup", "check-spelling",
  "show-panel", "show-summary", "show-strip",   "restore-session",
};

/* The choices of the template, in their order. */
static const char *const color_schemes[] = { "system", "light", "dark", NULL };
static const char *const english_variants[] = { "", "en_GB", "en_US", NULL };

static gboolean
get_choice (GValue *value, GVariant *variant, gpointer choices)
{
  for (guint i = 0; ((const char *const *)choices)[i] != NULL; i++)
    if (g_str_equal (((const char *const *)choices)[i], g_variant_get_string (variant, NULL))) {
      g_value_set_uint (value, i);
      return TRUE;
    }

  return FALSE;
}

static GVariant *
set_choice (const GValue *value, const GVariantType *type, gpointer choices)
{
  guint selected = g_value_get_uint (value);

  return selected < g_strv_length (choices)
             ? g_variant_new_string (((const char *const *)choices)[selected])
             : NULL;
}

static void
mellow_preferences_window_class_init (MellowPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowPreferencesWindow, colors);
  gtk_widget_class_bind_template_child (widget_class, MellowPreferencesWindow, english_variant);
  gtk_widget_class_bind_template_child (widget_class, MellowPreferencesWindow, own_font);
  gtk_widget_class_bind_template_child (widget_class, MellowPreferencesWindow, font);
  gtk_widget_class_bind_template_child (widget_class, MellowPreferencesWindow, line_length);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    gtk_widget_class_bind_template_child_full (widget_class, switches[i], FALSE, 0);
}

static void
mellow_preferences_window_init (MellowPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_switches (MellowPreferencesWindow *self, GSettings *settings)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++) {
    GObject *object = gtk_widget_get_template_child (GTK_WIDGET (self),
                                                     MELLOW_TYPE_PREFERENCES_WINDOW, switches[i]);

    g_settings_bind (settings, switches[i], object, "active", G_SETTINGS_BIND_DEFAULT);
  }
}

static void
bind_choice (AdwComboRow *row, GSettings *settings, const char *key, const char *const *choices)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_choice,
                                set_choice, (gpointer)choices, NULL);
}

/**
 * mellow_preferences_window_new:
 * @parent: the window it belongs to
 * @settings: the user's settings
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
GtkWindow *
mellow_preferences_window_new (GtkWindow *parent, GSettings *settings)
{
  MellowPreferencesWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  bind_switches (self, settings);
  bind_choice (self->colors, settings, "color-scheme", color_schemes);
  bind_choice (self->english_variant, settings, "english-variant", english_variants);
  g_settings_bind (settings, "use-system-font", self->own_font, "enable-expansion",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_INVERT_BOOLEAN);
  g_settings_bind (settings, "custom-font", self->font, "font", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "line-length", gtk_spin_button_get_adjustment (self->line_length),
                   "value", G_SETTINGS_BIND_DEFAULT);

  return GTK_WINDOW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-appearance.h"

#include "mellow-mark-style.h"
#include "mellow-text-font.h"

/**
 * MellowAppearance:
 *
 * How all windows look, by the settings and the system: light or dark, the
 * colours of marks, the font of the text.
 */
struct _MellowAppearance {
  GObject parent_instance;

  GSettings *settings;
  GtkCssProvider *mark_colors;
  GtkCssProvider *text_font;
};

G_DEFINE_FINAL_TYPE (MellowAppearance, mellow_appearance, G_TYPE_OBJECT)

/* A theme that is set for GTK is stronger than what libadwaita knows of, which then
 * has to be told, or marks would be dark on dark. */
static const char *
get_forced_scheme (void)
{
  const char *theme = g_getenv ("GTK_THEME");

  if (theme == NULL || *theme == '\0')
    return NULL;

  return g_str_has_suffix (theme, "dark") ? "dark" : "light";
}

static gboolean
get_color_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *name = get_forced_scheme ();

  if (name == NULL)
    name = g_variant_get_string (variant, NULL);

  if (g_str_equal (name, "light"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (g_str_equal (name, "dark"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_DARK);
  else
    g_value_set_enum (value, ADW_COLOR_SCHEME_DEFAULT);

  return TRUE;
}

static void
update_mark_colors (MellowAppearance *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *css = mellow_mark_style_dup_css (adw_style_manager_get_dark (style),
                                                    adw_style_manager_get_high_contrast (style));

  gtk_css_provider_load_from_data (self->mark_colors, css, -1);
}

static void
update_text_font (MellowAppearance *self)
{
  g_autofree char *css = mellow_text_font_dup_css (self->settings);

  gtk_css_provider_load_from_data (self->text_font, css, -1);
}

static GtkCssProvider *
add_provider (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

static void
remove_provider (GtkCssProvider **provider)
{
  if (*provider == NULL)
    return;

  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (*provider));
  g_clear_object (provider);
}

static void
mellow_appearance_dispose (GObject *object)
{
  MellowAppearance *self = MELLOW_APPEARANCE (object);

  remove_provider (&self->mark_colors);
  remove_provider (&self->text_font);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mellow_appearance_parent_class)->dispose (object);
}

static void
mellow_appearance_class_init (MellowAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_appearance_dispose;
}

static void
mellow_appearance_init (MellowAppearance *self)
{
  self->mark_colors = add_provider ();
  self->text_font = add_provider ();
}

static void
read_icon_theme (GTask *task, gpointer source, gpointer theme, GCancellable *cancellable)
{
  g_task_return_boolean (task, gtk_icon_theme_has_icon (theme, "open-menu-symbolic"));
}

/* GTK reads the icon theme in a thread, but libadwaita has icons of its own, for
 * which it is read again, when the first of them is shown: 14 ms of the first frame's
 * time. So this is done meanwhile, in a thread that may, by the words of GTK's source. */
static void
prepare_icon_theme (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  g_task_set_task_data (task, g_object_ref (theme), g_object_unref);
  g_task_run_in_thread (task, read_icon_theme);
}

static void
follow (MellowAppearance *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

/**
 * mellow_appearance_new:
 * @settings: the user's settings
 *
 * Returns: (transfer full): what gives all windows their looks, as long as it
 *   lives
 */
MellowAppearance *
mellow_appearance_new (GSettings *settings)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GCallback color = G_CALLBACK (update_mark_colors);
  GCallback font = G_CALLBACK (update_text_font);
  MellowAppearance *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_APPEARANCE, NULL);
  self->settings = g_object_ref (settings);
  g_settings_bind_with_mapping (settings, "color-scheme", style, "color-scheme",
                                G_SETTINGS_BIND_GET, get_color_scheme, NULL, NULL, NULL);
  follow (self, style, "notify::dark", color);
  follow (self, style, "notify::high-contrast", color);
  follow (self, settings, "changed::use-system-font", font);
  follow (self, settings, "changed::custom-font", font);
  follow (self, settings, "changed::zoom", font);
  update_mark_colors (self);
  update_text_font (self);
  prepare_icon_theme ();

  return self;
}

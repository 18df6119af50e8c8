/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-application.h"

#include <glib/gi18n.h>

#include "mellow-data.h"
#include "mellow-file-drop.h"
#include "mellow-mark-style.h"
#include "mellow-rule-library.h"
#include "mellow-rules-window.h"
#include "mellow-session.h"
#include "mellow-settings.h"
#include "mellow-window.h"

/**
 * MellowApplication:
 *
 * What all windows share: the rules, the settings, the colours of marks, the
 * keys.
 */
struct _MellowApplication {
  AdwApplication parent_instance;

  MellowRuleLibrary *rules;
  GSettings *settings;
  MellowSession *session; /* %NULL for an application beside others */
  GtkCssProvider *mark_colors;
};

G_DEFINE_FINAL_TYPE (MellowApplication, mellow_application, ADW_TYPE_APPLICATION)

static MellowWindow *
create_window (gpointer user_data)
{
  MellowApplication *self = user_data;
  MellowWindow *window = mellow_window_new (
      ADW_APPLICATION (self), mellow_rule_library_get_rules (self->rules), self->settings);
  const char *problem = mellow_rule_library_get_problem (self->rules);
  const char *notice = mellow_rule_library_get_notice (self->rules);

  if (problem != NULL)
    mellow_window_show_rules_problem (window, problem);
  else if (notice != NULL)
    mellow_window_show_notice (window, notice);

  return window;
}

/* The text window that was used last. */
static MellowWindow *
find_text_window (MellowApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

static MellowWindow *
ensure_window (MellowApplication *self)
{
  MellowWindow *window = find_text_window (self);

  return window != NULL ? window : create_window (self);
}

/* A file is open once: where it is already, its tab is turned to. */
static MellowWindow *
show_file (MellowApplication *self, GFile *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  MellowWindow *window;

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_WINDOW (l->data) && mellow_window_show_file (l->data, file))
      return l->data;

  window = ensure_window (self);
  mellow_window_open (window, file);
  return window;
}

/* A start finds again what was there at the end, and in any case the texts that
 * were not saved. */
static gboolean
restore (MellowApplication *self, gboolean whole)
{
  return self->session != NULL && gtk_application_get_windows (GTK_APPLICATION (self)) == NULL &&
         mellow_session_restore (self->session, whole, create_window, self);
}

static void
mellow_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  restore (MELLOW_APPLICATION (application), FALSE);
  for (int i = 0; i < n_files; i++)
    gtk_window_present (GTK_WINDOW (show_file (MELLOW_APPLICATION (application), files[i])));
}

static void
present_new_window (MellowApplication *self)
{
  MellowWindow *window = create_window (self);

  mellow_window_add_page (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
mellow_application_activate (GApplication *application)
{
  MellowApplication *self = MELLOW_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else if (!restore (self, TRUE))
    present_new_window (self);
}

static void
activate_new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_new_window (user_data);
}

static MellowRulesWindow *
find_rules_window (MellowApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_RULES_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
activate_rules (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowApplication *self = user_data;
  MellowRulesWindow *window = find_rules_window (self);

  if (window == NULL)
    window = mellow_rules_window_new (GTK_APPLICATION (self), self->rules);
  gtk_window_present (GTK_WINDOW (window));
}

/* The rules alone are nothing to work on. */
static void
on_window_removed (MellowApplication *self)
{
  MellowRulesWindow *rules = find_rules_window (self);

  if (rules != NULL && find_text_window (self) == NULL)
    gtk_window_close (GTK_WINDOW (rules));
}

/* A window with unsaved text asks, and stays if the user turns back. The window
 * of the rules goes with the last one. */
static void
activate_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowApplication *self = user_data;
  g_autolist (GtkWindow) windows = g_list_copy (gtk_application_get_windows (user_data));

  if (self->session != NULL)
    mellow_session_hold (self->session);
  for (GList *l = windows; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
activate_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (
      gtk_application_get_active_window (user_data), "application-name", _ ("Mellow"),
      "application-icon", MELLOW_APPLICATION_ID, "version", MELLOW_VERSION, "comments",
      _ ("Softer words for advertising copy. Your text never leaves this "
         "computer."),
      "developer-name", _ ("The Mellow authors"), "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = activate_new_window },
  { .name = "rules", .activate = activate_rules },
  { .name = "quit", .activate = activate_quit },
  { .name = "about", .activate = activate_about },
};

static const struct {
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.new-window", { "<Control>n" } },
  { "win.new-tab", { "<Control>t" } },
  { "win.next-slot", { "<Control>j" } },
  { "win.new-from-template", { "<Control><Shift>n" } },
  { "win.close-tab", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.open-recent", { "<Control>k" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "window.close", { "<Control><Shift>w" } },
  { "win.brief", { "<Control>b" } },
  { "app.rules", { "<Control><Shift>r" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.next-mark", { "F8" } },
  { "win.previous-mark", { "<Shift>F8" } },
  { "win.show-card", { "<Control>period" } },
  { "win.next-misspelling", { "F7" } },
  { "win.apply-rewrite(uint32 0)", { "<Control>1" } },
  { "win.apply-rewrite(uint32 1)", { "<Control>2" } },
  { "win.apply-rewrite(uint32 2)", { "<Control>3" } },
  { "win.show-marks", { "F9" } },
  { "win.show-panel", { "<Control><Shift>p" } },
  { "win.show-summary", { "<Control><Shift>t" } },
};

static void
add_actions (MellowApplication *self)
{
  g_autoptr (GAction) color_scheme = g_settings_create_action (self->settings, "color-scheme");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           shortcuts[i].keys);
}

static void
on_rules_changed (MellowApplication *self)
{
  ProseRuleSet *rules = mellow_rule_library_get_rules (self->rules);
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_WINDOW (l->data))
      mellow_window_set_rules (l->data, rules);
}

static void
load_rules (MellowApplication *self)
{
  g_autofree char *database = mellow_find_rules_database ();
  g_autofree char *store = g_build_filename (g_get_user_data_dir (), "mellow", "user.db", NULL);

  self->rules = mellow_rule_library_new (database, store);
  g_signal_connect_object (self->rules, "changed", G_CALLBACK (on_rules_changed), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
get_color_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *name = g_variant_get_string (variant, NULL);

  if (g_str_equal (name, "light"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (g_str_equal (name, "dark"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_DARK);
  else
    g_value_set_enum (value, ADW_COLOR_SCHEME_DEFAULT);

  return TRUE;
}

static void
update_mark_colors (MellowApplication *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *css = mellow_mark_style_dup_css (adw_style_manager_get_dark (style));

  gtk_css_provider_load_from_data (self->mark_colors, css, -1);
}

static void
follow_style (MellowApplication *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->mark_colors = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->mark_colors),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_settings_bind_with_mapping (self->settings, "color-scheme", style, "color-scheme",
                                G_SETTINGS_BIND_GET, get_color_scheme, NULL, NULL, NULL);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_mark_colors), self,
                           G_CONNECT_SWAPPED);
  update_mark_colors (self);
}

static void
mellow_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (mellow_application_parent_class)->window_added (application, window);

  if (MELLOW_IS_WINDOW (window))
    mellow_file_drop_add_to (MELLOW_WINDOW (window));
}

static void
mellow_application_startup (GApplication *application)
{
  MellowApplication *self = MELLOW_APPLICATION (application);

  G_APPLICATION_CLASS (mellow_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (MELLOW_APPLICATION_ID);
  self->settings = mellow_settings_new ();
  if (!(g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE))
    self->session = mellow_session_new (GTK_APPLICATION (self), self->settings);
  load_rules (self);
  add_actions (self);
  follow_style (self);
}

static void
mellow_application_shutdown (GApplication *application)
{
  MellowApplication *self = MELLOW_APPLICATION (application);

  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (self->mark_colors));

  g_clear_object (&self->session);

  G_APPLICATION_CLASS (mellow_application_parent_class)->shutdown (application);
}

static int
mellow_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("mellow " MELLOW_VERSION "\n");
  return 0;
}

static void
mellow_application_finalize (GObject *object)
{
  MellowApplication *self = MELLOW_APPLICATION (object);

  g_clear_object (&self->rules);
  g_clear_object (&self->settings);
  g_clear_object (&self->mark_colors);

  G_OBJECT_CLASS (mellow_application_parent_class)->finalize (object);
}

static void
mellow_application_class_init (MellowApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mellow_application_finalize;
  application_class->startup = mellow_application_startup;
  application_class->shutdown = mellow_application_shutdown;
  application_class->activate = mellow_application_activate;
  application_class->open = mellow_application_open;
  GTK_APPLICATION_CLASS (klass)->window_added = mellow_application_window_added;
  application_class->handle_local_options = mellow_application_handle_local_options;
}

static void
mellow_application_init (MellowApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_signal_connect (self, "window-removed", G_CALLBACK (on_window_removed), NULL);
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (
      application, _ ("Write advertising copy, see what pushes, find softer words."));
  g_application_add_main_option (application, "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Show the version and exit"), NULL);
}

/**
 * mellow_application_new:
 * @flags: how it is run, besides opening files
 *
 * Returns: (transfer full): the application
 */
MellowApplication *
mellow_application_new (GApplicationFlags flags)
{
  return g_object_new (MELLOW_TYPE_APPLICATION, "application-id", MELLOW_APPLICATION_ID,
                       "resource-base-path", "/io/github/mellowcopy/Mellow", "flags",
                       flags | G_APPLICATION_HANDLES_OPEN, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-application.h"

#include <glib/gi18n.h>

#include "mellow-appearance.h"
#include "mellow-claim-actions.h"
#include "mellow-data.h"
#include "mellow-day.h"
#include "mellow-file-drop.h"
#include "mellow-ignore-actions.h"
#include "mellow-parity-actions.h"
#include "mellow-preferences-window.h"
#include "mellow-rule-library.h"
#include "mellow-rules-window.h"
#include "mellow-session.h"
#include "mellow-settings.h"
#include "mellow-snapshot-actions.h"
#include "mellow-unit-actions.h"
#include "mellow-window.h"
#include "mellow-zoom.h"

/**
 * MellowApplication:
 *
 * What all windows share: the rules, the settings, the looks, the keys.
 */
struct _MellowApplication {
  AdwApplication parent_instance;

  MellowRuleLibrary *rules;
  GSettings *settings;
  MellowSession *session; /* %NULL for an application beside others */
  MellowAppearance *appearance;
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

static MellowWindow *
present_new_window (MellowApplication *self)
{
  MellowWindow *window = create_window (self);

  mellow_window_add_page (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Once, before there is anything to read or write. */
static void
show_tour_at_first_start (MellowApplication *self, MellowWindow *window)
{
  if (g_settings_get_boolean (self->settings, "tour-shown"))
    return;

  g_settings_set_boolean (self->settings, "tour-shown", TRUE);
  mellow_window_show_tour (window);
}

static void
mellow_application_activate (GApplication *application)
{
  MellowApplication *self = MELLOW_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else if (!restore (self, TRUE))
    show_tour_at_first_start (self, present_new_window (self));
}

/* Beside what was there at the end, if this is the start. */
static void
open_new_window (MellowApplication *self, gboolean whole)
{
  restore (self, whole);
  present_new_window (self);
}

/* Whether the day that was asked for, if any, is one. */
static gboolean
set_day (GApplicationCommandLine *command)
{
  const char *date;

  if (!g_variant_dict_lookup (g_application_command_line_get_options_dict (command), "date", "&s",
                              &date))
    return TRUE;

  if (!prose_ignore_date_is_valid (date)) {
    g_application_command_line_printerr (command, _ ("“%s” is no day; “2026-12-31” is one\n"),
                                         date);
    return FALSE;
  }
  mellow_day_set_date (mellow_day_get_default (), date);
  return TRUE;
}

/* What was typed at a shell, here or in a second process that hands it on. */
static int
mellow_application_command_line (GApplication *application, GApplicationCommandLine *command)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = NULL;
  int n;

  if (!set_day (command))
    return 2;

  words = g_application_command_line_get_arguments (command, &n);
  for (int i = 1; i < n; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command, words[i]));

  if (g_variant_dict_contains (g_application_command_line_get_options_dict (command), "new-window"))
    open_new_window (MELLOW_APPLICATION (application), files->len == 0);
  else if (files->len == 0)
    g_application_activate (application);
  if (files->len > 0)
    g_application_open (application, (GFile **)files->pdata, files->len, "");

  return 0;
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
activate_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (MELLOW_IS_WINDOW (window))
    gtk_window_present (
        mellow_preferences_window_new (window, MELLOW_APPLICATION (user_data)->settings));
}

static void
activate_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *developers[] = { _ ("The Mellow authors"), NULL };

  adw_show_about_window (
      gtk_application_get_active_window (user_data), "application-name", _ ("Mellow"),
      "application-icon", MELLOW_APPLICATION_ID, "version", MELLOW_VERSION, "comments",
      _ ("Softer words for advertising copy. Your text never leaves this "
         "computer."),
      "developer-name", _ ("The Mellow authors"), "developers", developers, "copyright",
      _ ("© 2025 The Mellow authors"), "license-type", GTK_LICENSE_GPL_3_0, "translator-credits",
      /* Translators: your names, one a line. */
      _ ("translator-credits"), "release-notes-version", "0.1.0", "release-notes",
      _ ("<p>The first version.</p>"
         "<ul><li>Marks for phrases that push, in seven languages, as you type</li>"
         "<li>Softer wordings with their reasons, put in with a key, taken back with another</li>"
         "<li>The tone of the whole text in three meters</li></ul>"),
      NULL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = activate_new_window },
  { .name = "rules", .activate = activate_rules },
  { .name = "quit", .activate = activate_quit },
  { .name = "preferences", .activate = activate_preferences },
  { .name = "about", .activate = activate_about },
};

static const struct {
  const char *action;
  const char *keys[4];
} shortcuts[] = {
  { "app.new-window", { "<Control>n" } },
  { "win.new-tab", { "<Control>t" } },
  { "win.next-slot", { "<Control>j" } },
  { "win.new-from-template", { "<Control><Shift>n" } },
  { "win.close-tab", { "<Control>w" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.open-recent", { "<Control>k" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.print", { "<Control>p" } },
  { "window.close", { "<Control><Shift>w" } },
  { "win.brief", { "<Control>b" } },
  { "win.contracts", { "<Control><Shift>b" } },
  { "win.take-snapshot", { "<Control>d" } },
  { "win.show-snapshots", { "<Control><Shift>d" } },
  { "win.compare", { "<Control>e" } },
  { "win.claims", { "<Control><Shift>l" } },
  { "win.messages", { "<Control>m" } },
  { "win.pin-message", { "<Control><Shift>m" } },
  { "app.rules", { "<Control><Shift>r" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.next-mark", { "F8" } },
  { "win.previous-mark", { "<Shift>F8" } },
  { "win.next-alike", { "<Control>F8" } },
  { "win.previous-alike", { "<Control><Shift>F8" } },
  { "win.filter-marks", { "<Control><Alt>f" } },
  { "win.show-all-marks", { "<Control><Alt><Shift>f" } },
  { "win.show-card", { "<Control>period" } },
  { "win.next-misspelling", { "F7" } },
  { "win.apply-rewrite(uint32 0)", { "<Control>1" } },
  { "win.apply-rewrite(uint32 1)", { "<Control>2" } },
  { "win.apply-rewrite(uint32 2)", { "<Control>3" } },
  { "win.ignore::here", { "<Alt>i" } },
  { "win.show-ignored", { "<Control>i" } },
  { "win.show-original", { "<Control><Shift>o" } },
  { "win.next-difference", { "F4" } },
  { "win.previous-difference", { "<Shift>F4" } },
  { "win.show-units", { "F12" } },
  { "win.find-unit", { "<Control>f" } },
  { "win.next-unit", { "<Alt>Down" } },
  { "win.previous-unit", { "<Alt>Up" } },
  { "win.next-untranslated", { "<Alt>Page_Down" } },
  { "win.previous-untranslated", { "<Alt>Page_Up" } },
  { "win.next-to-review", { "<Alt><Shift>Page_Down" } },
  { "win.previous-to-review", { "<Alt><Shift>Page_Up" } },
  { "win.copy-original", { "<Control>space" } },
  { "win.show-marks", { "F9" } },
  { "win.show-panel", { "<Control><Shift>p" } },
  { "win.show-summary", { "<Control><Shift>t" } },
  { "win.tone-details", { "<Control><Shift>e" } },
  { "win.shortcuts", { "<Control>question", "<Control>F1" } },
  { "win.show-tour", { "F1" } },
  { "win.focus-mode", { "<Control><Shift>f" } },
  { "win.fullscreen", { "F11" } },
  { "app.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "app.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "app.zoom-reset", { "<Control>0", "<Control>KP_0" } },
};

static void
add_actions (MellowApplication *self)
{
  g_autoptr (GAction) color_scheme = g_settings_create_action (self->settings, "color-scheme");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  mellow_zoom_add_actions (G_ACTION_MAP (self), self->settings);

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

static void
mellow_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (mellow_application_parent_class)->window_added (application, window);

  if (!MELLOW_IS_WINDOW (window))
    return;

  mellow_file_drop_add_to (MELLOW_WINDOW (window));
  mellow_parity_actions_add_to (MELLOW_WINDOW (window));
  mellow_ignore_actions_add_to (MELLOW_WINDOW (window), MELLOW_APPLICATION (application)->rules);
  mellow_snapshot_actions_add_to (MELLOW_WINDOW (window), MELLOW_APPLICATION (application)->rules);
  mellow_claim_actions_add_to (MELLOW_WINDOW (window));
  mellow_unit_actions_add_to (MELLOW_WINDOW (window), MELLOW_APPLICATION (application)->settings);
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
  self->appearance = mellow_appearance_new (self->settings);
}

/* What belongs to the display goes before it is closed. */
static void
mellow_application_shutdown (GApplication *application)
{
  MellowApplication *self = MELLOW_APPLICATION (application);

  g_clear_object (&self->session);
  g_clear_object (&self->appearance);

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
  application_class->command_line = mellow_application_command_line;
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
  g_application_add_main_option (application, "new-window", 'n', G_OPTION_FLAG_NONE,
                                 G_OPTION_ARG_NONE, _ ("Open a new window"), NULL);
  g_application_add_main_option (application, "date", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING,
                                 _ ("The day by which proofs run out (default: today)"),
                                 /* Translators: a date, as 2026-12-31. */
                                 _ ("DATE"));
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
                       flags | G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

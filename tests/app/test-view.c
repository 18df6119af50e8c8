/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window shows the text: its size and looks, and what is around it. */

#include <string.h>

#include "mellow-notice.h"
#include "mellow-settings.h"
#include "mellow-suggestion-panel.h"
#include "mellow-text-view.h"
#include "mellow-tone-pane.h"
#include "mellow-tour.h"
#include "window-fixture.h"

/* Under the sanitizers a text of the full size takes most of a minute. */
#ifdef __SANITIZE_ADDRESS__
#define BIG 1000000
#else
#define BIG 10000000
#endif

#define AD "Act now, only 3 left! Take your time."

/* The settings of a test are one for the whole program. */
static GSettings *
get_settings (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = mellow_settings_new ();

  return settings;
}

static GtkTextView *
get_view (Fixture *fixture)
{
  return GTK_TEXT_VIEW (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window))));
}

static void
test_later_start_has_no_tour (Fixture *fixture)
{
  g_assert_false (gtk_widget_get_visible (find_widget (fixture->window, MELLOW_TYPE_TOUR)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_view (fixture))));
}

/* The window of keys has every key there is. */
static void
test_shortcuts_window_has_all (Fixture *fixture)
{
  GtkApplication *application = GTK_APPLICATION (fixture->application);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GBytes) help = g_resources_lookup_data (
      "/io/github/mellowcopy/Mellow/mellow-shortcuts.ui", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_cmpuint (g_strv_length (actions), >, 20);
  for (guint i = 0; actions[i] != NULL; i++) {
    g_autofree char *line = g_strdup_printf ("\"action-name\">%s</", actions[i]);

    /* These have keys of several keyboards; the usual one is told. */
    if (g_str_has_prefix (actions[i], "app.zoom-"))
      continue;
    if (strstr (g_bytes_get_data (help, NULL), line) == NULL)
      g_error ("%s is not in the window of keys", actions[i]);
  }
}

/* It is made when it is asked for, once. GTK warns of its own labels of keys there. */
static void
test_shortcuts_window_is_made_once (Fixture *fixture)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (fixture->window);
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  gpointer shortcuts;

  g_assert_null (gtk_application_window_get_help_overlay (window));
  if (has_hand ())
    use_hand ("key", "ctrl+question", NULL);
  else
    activate (fixture, "win.shortcuts");
  wait_until (gtk_application_window_get_help_overlay (window) != NULL);
  shortcuts = gtk_application_window_get_help_overlay (window);
  wait_until (has_place (shortcuts));
  gtk_window_close (shortcuts);
  wait_until (!gtk_widget_get_mapped (shortcuts));
  activate (fixture, "win.shortcuts");
  wait_until (has_place (shortcuts));
  g_assert_true (gtk_application_window_get_help_overlay (window) == shortcuts);
  g_log_set_always_fatal (fatal);
}

static GtkMenuButton *
find_primary_menu_button (gpointer root)
{
  GtkMenuButton *found = NULL;

  if (GTK_IS_MENU_BUTTON (root) && gtk_menu_button_get_primary (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_primary_menu_button (child);
  return found;
}

/* So is the main menu. */
static void
test_main_menu_opens_by_key (Fixture *fixture)
{
  GtkMenuButton *button = find_primary_menu_button (fixture->window);
  gpointer menu;

  if (!has_hand ())
    return;

  g_assert_null (gtk_menu_button_get_popover (button));
  use_hand ("key", "F10", NULL);
  wait_until (gtk_menu_button_get_popover (button) != NULL);
  menu = gtk_menu_button_get_popover (button);
  wait_until (has_place (menu));
  use_hand ("key", "Escape", NULL);
  wait_until (!gtk_widget_get_mapped (menu));
}

/* Of two actions with the same key only one is done. */
static void
test_no_key_has_two_actions (Fixture *fixture)
{
  GtkApplication *application = GTK_APPLICATION (fixture->application);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++) {
    g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

    for (guint k = 0; keys[k] != NULL; k++) {
      g_auto (GStrv) same = gtk_application_get_actions_for_accel (application, keys[k]);

      g_assert_cmpuint (g_strv_length (same), ==, 1);
    }
  }
}

/* A frame without the text would be told by a warning, which ends the test. */
static void
test_every_letter_is_drawn (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (text, AD "\n\n");
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (fixture->buffer), text->str, text->len);
  place_cursor (fixture->buffer, text->len / 2);
  activate (fixture, "win.focus-text");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < 24; i++) {
    type_keys (fixture->buffer, i % 3 == 2 ? " " : "n");
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  }
}

static void
count_call (gpointer instance, gpointer argument, guint *n)
{
  *n += 1;
}

/* A letter moves nothing around the text unless a line grows by it; then the text is
 * given its place anew. */
static void
test_a_letter_leaves_all_in_place (Fixture *fixture)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));
  guint n = 0;

  type_text (fixture->buffer, "A lamp. A hal");
  activate (fixture, "win.focus-text");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  type_keys (fixture->buffer, "l");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));

  g_signal_connect (surface, "compute-size", G_CALLBACK (count_call), &n);
  type_keys (fixture->buffer, "way");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (n, ==, 0);
  for (guint i = 0; i < 120 && n == 0; i++)
    type_keys (fixture->buffer, "y");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (n, >, 0);
  g_signal_handlers_disconnect_by_func (surface, count_call, &n);
}

static gboolean
cursor_blinks (void)
{
  gboolean blinks;

  g_object_get (gtk_settings_get_default (), "gtk-cursor-blink", &blinks, NULL);
  return blinks;
}

/* A letter waits for no beat of a fading cursor, and the cursor blinks again later. */
static void
test_the_cursor_is_steady_while_typing (Fixture *fixture)
{
  activate (fixture, "win.focus-text");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (cursor_blinks ());

  type_keys (fixture->buffer, "n");
  g_assert_false (cursor_blinks ());
  type_keys (fixture->buffer, "o");
  wait_until (cursor_blinks ());
}

static void
test_a_cursor_that_never_blinks_stays_so (Fixture *fixture)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-cursor-blink", FALSE, NULL);
  activate (fixture, "win.focus-text");
  type_keys (fixture->buffer, "n");
  for (gint64 end = g_get_monotonic_time () + 700 * 1000; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);

  g_assert_false (cursor_blinks ());
  gtk_settings_reset_property (settings, "gtk-cursor-blink");
}

static PangoUnderline
get_underline (Fixture *fixture, ProseSeverity severity)
{
  GtkTextTag *tag =
      mellow_highlighter_get_tag (mellow_draft_get_highlighter (fixture->draft), severity);
  PangoUnderline underline;

  g_object_get (tag, "underline", &underline, NULL);
  return underline;
}

static void
test_f9_hides_all_marks (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_text (fixture->buffer, AD);
  activate (fixture, "win.focus-text");
  use_hand ("key", "F9", NULL);
  wait_until (!g_settings_get_boolean (get_settings (), "show-marks"));
  for (guint i = PROSE_SEVERITY_NOTE; i <= PROSE_SEVERITY_REMOVE; i++)
    g_assert_cmpint (get_underline (fixture, i), ==, PANGO_UNDERLINE_NONE);

  use_hand ("key", "F9", NULL);
  wait_until (g_settings_get_boolean (get_settings (), "show-marks"));
  for (guint i = PROSE_SEVERITY_NOTE; i <= PROSE_SEVERITY_REMOVE; i++)
    g_assert_cmpint (get_underline (fixture, i), !=, PANGO_UNDERLINE_NONE);
}

/* What is told above the text, NULL for nothing. */
static const char *
get_notice (gpointer root)
{
  GtkWidget *child;

  if (MELLOW_IS_NOTICE (root))
    return mellow_notice_get_text (root);

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    const char *text = get_notice (child);

    if (text != NULL)
      return text;
  }
  return NULL;
}

static char *
create_file_of (const char *piece, guint n, const char *end)
{
  char *path = g_build_filename (g_get_user_cache_dir (), "text.txt", NULL);
  g_autoptr (GString) text = g_string_new ("A line.\n\n");

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  return path;
}

static void
test_very_long_line_is_told_of (Fixture *fixture)
{
  g_autofree char *path = create_file_of ("Act now, dear friend. ", 1000, "\n");
  GtkTextIter start, end;

  open_file (fixture, path);
  wait_until (get_notice (fixture->window) != NULL);
  g_assert_nonnull (strstr (get_notice (fixture->window), "Line 3 is very long"));

  gtk_text_buffer_get_iter_at_line (fixture->buffer, &start, 0);
  gtk_text_buffer_insert (fixture->buffer, &start, "\n", -1);
  wait_until (strstr (get_notice (fixture->window), "Line 4") != NULL);

  gtk_text_buffer_get_iter_at_line (fixture->buffer, &start, 3);
  gtk_text_buffer_get_end_iter (fixture->buffer, &end);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  wait_until (get_notice (fixture->window) == NULL);

  gtk_text_buffer_undo (fixture->buffer);
  wait_until (get_notice (fixture->window) != NULL);
  gtk_text_buffer_set_modified (fixture->buffer, FALSE);
}

static void
test_dismissed_notice_does_not_come_again (Fixture *fixture)
{
  g_autofree char *path = create_file_of ("Act now, dear friend. ", 1000, "\n");
  GtkWidget *view = GTK_WIDGET (get_view (fixture));
  GtkTextIter start;

  open_file (fixture, path);
  wait_until (get_notice (fixture->window) != NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (
           gtk_widget_get_parent (gtk_widget_get_ancestor (view, ADW_TYPE_TOAST_OVERLAY)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (MELLOW_IS_NOTICE (child) && get_notice (child) != NULL)
      gtk_widget_activate_action (child, "notice.dismiss", NULL);
  g_assert_null (get_notice (fixture->window));

  gtk_text_buffer_get_iter_at_line (fixture->buffer, &start, 0);
  gtk_text_buffer_insert (fixture->buffer, &start, "\n", -1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_null (get_notice (fixture->window));
  gtk_text_buffer_set_modified (fixture->buffer, FALSE);
}

/* All of it is read, can be edited, and is saved. */
static void
test_big_file (Fixture *fixture)
{
  g_autofree char *path = create_file_of (
      "Take your time, and look at it once more if you like.\n\n", BIG / 55, "Act now!\n");
  g_autofree char *before = NULL, *after = NULL;
  gsize length, new_length;

  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  g_assert_cmpuint (length, >, BIG / 100 * 99);
  open_file (fixture, path);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);

  place_cursor (fixture->buffer, 0);
  type_text (fixture->buffer, "!");
  activate (fixture, "win.save");
  wait_until (!mellow_draft_is_modified (fixture->draft) && !mellow_draft_is_busy (fixture->draft));
  g_assert_true (g_file_get_contents (path, &after, &new_length, NULL));
  g_assert_cmpmem (after + 1, new_length - 1, before, length);
}

static gpointer
find_about_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_ABOUT_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
test_about (Fixture *fixture)
{
  activate (fixture, "app.about");
  wait_until (find_about_window () != NULL && has_place (find_about_window ()));
  g_assert_cmpint (adw_about_window_get_license_type (find_about_window ()), ==,
                   GTK_LICENSE_GPL_3_0);
  g_assert_cmpstr (adw_about_window_get_version (find_about_window ()), ==, MELLOW_VERSION);
  if (has_hand ()) {
    use_hand ("key", "Escape", NULL);
    wait_until (find_about_window () == NULL);
  }
}

/* --- marks --- */

static void
test_credits (Fixture *fixture)
{
  type_text (fixture->buffer, AD);
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
  activate (fixture, "win.show-credits");
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof, 22-36 credit");
  activate (fixture, "win.show-credits");
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
}

/* --- size --- */

static double
get_font_size (Fixture *fixture)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (get_view (fixture)));

  return pango_font_description_get_size (pango_context_get_font_description (context)) /
         (double)PANGO_SCALE;
}

static int
get_zoom (void)
{
  return g_settings_get_int (get_settings (), "zoom");
}

static void
test_zoom_by_action (Fixture *fixture)
{
  double usual = get_font_size (fixture);

  activate (fixture, "app.zoom-in");
  activate (fixture, "app.zoom-in");
  g_assert_cmpint (get_zoom (), ==, 125);
  wait_until (get_font_size (fixture) > usual * 1.2);
  activate (fixture, "app.zoom-reset");
  activate (fixture, "app.zoom-out");
  g_assert_cmpint (get_zoom (), ==, 90);
  wait_until (get_font_size (fixture) < usual);
  for (int i = 0; i < 20; i++)
    activate (fixture, "app.zoom-out");
  g_assert_cmpint (get_zoom (), ==, 50);
  for (int i = 0; i < 20; i++)
    activate (fixture, "app.zoom-in");
  g_assert_cmpint (get_zoom (), ==, 300);
  activate (fixture, "app.zoom-reset");
  g_assert_cmpint (get_zoom (), ==, 100);
}

/* A hand may have set any size between. */
static void
test_zoom_from_any_size (Fixture *fixture)
{
  g_settings_set_int (get_settings (), "zoom", 119);
  activate (fixture, "app.zoom-in");
  g_assert_cmpint (get_zoom (), ==, 125);
  g_settings_set_int (get_settings (), "zoom", 119);
  activate (fixture, "app.zoom-out");
  g_assert_cmpint (get_zoom (), ==, 110);
  activate (fixture, "app.zoom-reset");
}

static void
test_zoom_by_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "ctrl+plus", NULL);
  wait_until (get_zoom () == 110);
  use_hand ("key", "ctrl+minus", "ctrl+minus", NULL);
  wait_until (get_zoom () == 90);
  use_hand ("key", "ctrl+0", NULL);
  wait_until (get_zoom () == 100);
  assert_text (fixture->buffer, "");
}

static void
test_zoom_by_wheel (Fixture *fixture)
{
  if (!has_hand ())
    return;

  click (fixture, get_view (fixture));
  use_hand ("keydown", "ctrl", "click", "4", "keyup", "ctrl", NULL);
  wait_until (get_zoom () == 110);
  use_hand ("click", "5", "keydown", "ctrl", "click", "5", "click", "5", "keyup", "ctrl", NULL);
  wait_until (get_zoom () == 90);
  activate (fixture, "app.zoom-reset");
}

static void
test_line_length (Fixture *fixture)
{
  int usual = gtk_text_view_get_left_margin (get_view (fixture));

  g_settings_set_int (get_settings (), "line-length", 45);
  wait_until (gtk_text_view_get_left_margin (get_view (fixture)) > usual + 50);
  g_settings_reset (get_settings (), "line-length");
  wait_until (gtk_text_view_get_left_margin (get_view (fixture)) == usual);
}

static void
test_own_font (Fixture *fixture)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (get_view (fixture)));

  g_settings_set_string (get_settings (), "custom-font", "DejaVu Sans Mono 21");
  g_settings_set_boolean (get_settings (), "use-system-font", FALSE);
  wait_until (
      g_str_equal (pango_font_description_get_family (pango_context_get_font_description (context)),
                   "DejaVu Sans Mono"));
  g_settings_reset (get_settings (), "use-system-font");
  g_settings_reset (get_settings (), "custom-font");
}

/* --- focus --- */

static gboolean
is_shown (Fixture *fixture, GType type)
{
  GtkWidget *widget = find_widget (fixture->window, type);

  return widget != NULL && gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 1;
}

static void
assert_folded (Fixture *fixture, gboolean is_folded)
{
  wait_until (is_shown (fixture, MELLOW_TYPE_SUGGESTION_PANEL) == !is_folded);
  wait_until (is_shown (fixture, MELLOW_TYPE_TONE_PANE) == !is_folded);
  wait_until (is_shown (fixture, ADW_TYPE_TAB_BAR) == !is_folded);
}

static void
test_focus_mode (Fixture *fixture)
{
  activate (fixture, "win.new-tab");
  assert_folded (fixture, FALSE);
  activate (fixture, "win.focus-mode");
  assert_folded (fixture, TRUE);
  activate (fixture, "win.focus-mode");
  assert_folded (fixture, FALSE);
}

/* What was folded before stays so, and what is switched meanwhile is remembered. */
static void
test_focus_mode_keeps_the_settings (Fixture *fixture)
{
  g_settings_set_boolean (get_settings (), "show-panel", FALSE);
  activate (fixture, "win.focus-mode");
  g_settings_set_boolean (get_settings (), "show-summary", FALSE);
  activate (fixture, "win.focus-mode");
  wait_until (!is_shown (fixture, MELLOW_TYPE_SUGGESTION_PANEL));
  wait_until (!is_shown (fixture, MELLOW_TYPE_TONE_PANE));
  g_settings_reset (get_settings (), "show-panel");
  g_settings_reset (get_settings (), "show-summary");
  wait_until (is_shown (fixture, MELLOW_TYPE_SUGGESTION_PANEL));
  wait_until (is_shown (fixture, MELLOW_TYPE_TONE_PANE));
}

/* The keys lead back as they lead there, and Escape does. */
static void
test_focus_mode_by_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  activate (fixture, "win.new-tab");
  use_hand ("key", "ctrl+shift+f", NULL);
  assert_folded (fixture, TRUE);
  use_hand ("type", "Here ", NULL);
  follow_window (fixture);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) == 5);
  use_hand ("key", "Escape", NULL);
  assert_folded (fixture, FALSE);
  use_hand ("key", "ctrl+shift+f", NULL);
  assert_folded (fixture, TRUE);
  use_hand ("key", "ctrl+shift+f", NULL);
  assert_folded (fixture, FALSE);
}

/* Without a window manager there is no full screen, only the wish for it. */
static void
test_full_screen_is_a_switch (Fixture *fixture)
{
  const GVariantType *type;
  const char *name, *property;
  GType owner;
  guint i = 0;

  while (gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (fixture->window), i++, &owner, &name,
                                        &type, &property))
    if (g_str_equal (name, "win.fullscreen")) {
      g_assert_cmpstr (property, ==, "fullscreened");
      activate (fixture, "win.fullscreen");
      activate (fixture, "win.fullscreen");
      return;
    }

  g_assert_not_reached ();
}

/* --- narrow --- */

static int
get_least_width (Fixture *fixture)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  return width;
}

/* Window controls come and go with the desktop: a phone has one at most. */
static void
test_a_narrow_window_has_all (Fixture *fixture)
{
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  type_text (fixture->buffer,
             "Act now for the Sommerkollektionsudsalgsforberedelsestilbudsperiode!");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 700);
  wait_until (get_least_width (fixture) <= 360);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 360);
  g_assert_true (is_shown (fixture, MELLOW_TYPE_SUGGESTION_PANEL));
  g_assert_true (is_shown (fixture, MELLOW_TYPE_TONE_PANE));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-decoration-layout");
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/view/later-start-has-no-tour", test_later_start_has_no_tour, fixed);
  add ("/view/shortcuts-window-has-all", test_shortcuts_window_has_all, fixed);
  add ("/view/shortcuts-window-is-made-once", test_shortcuts_window_is_made_once, fixed);
  add ("/view/main-menu-opens-by-key", test_main_menu_opens_by_key, fixed);
  add ("/view/no-key-has-two-actions", test_no_key_has_two_actions, fixed);
  add ("/view/every-letter-is-drawn", test_every_letter_is_drawn, fixed);
  add ("/view/a-letter-leaves-all-in-place", test_a_letter_leaves_all_in_place, fixed);
  add ("/view/the-cursor-is-steady-while-typing", test_the_cursor_is_steady_while_typing, fixed);
  add ("/view/a-cursor-that-never-blinks-stays-so", test_a_cursor_that_never_blinks_stays_so,
       fixed);
  add ("/view/f9-hides-all-marks", test_f9_hides_all_marks, fixed);
  add ("/view/very-long-line-is-told-of", test_very_long_line_is_told_of, fixed);
  add ("/view/dismissed-notice-does-not-come-again", test_dismissed_notice_does_not_come_again,
       fixed);
  add ("/view/big-file", test_big_file, fixed);
  add ("/view/about", test_about, fixed);
  add ("/view/credits", test_credits, fixed);
  add ("/view/zoom-by-action", test_zoom_by_action, fixed);
  add ("/view/zoom-from-any-size", test_zoom_from_any_size, fixed);
  add ("/view/zoom-by-keys", test_zoom_by_keys, fixed);
  add ("/view/zoom-by-wheel", test_zoom_by_wheel, fixed);
  add ("/view/line-length", test_line_length, fixed);
  add ("/view/own-font", test_own_font, fixed);
  add ("/view/a-narrow-window-has-all", test_a_narrow_window_has_all, fixed);
  add ("/view/focus-mode", test_focus_mode, fixed);
  add ("/view/focus-mode-keeps-the-settings", test_focus_mode_keeps_the_settings, fixed);
  add ("/view/focus-mode-by-keys", test_focus_mode_by_keys, fixed);
  add ("/view/full-screen-is-a-switch", test_full_screen_is_a_switch, fixed);

  return g_test_run ();
}

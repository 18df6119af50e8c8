/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was there at the end is there at the next start: after a quit, and after
 * Mellow was killed. Each case is a state directory that a few starts share.
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "mellow-notice.h"
#include "mellow-settings.h"
#include "mellow-state-file.h"
#include "window-fixture.h"

/* Says which child to be, in a process that is to be killed. */
#define CHILD "MELLOW_TEST_CHILD"

static char *folder; /* for the files of the cases */

typedef void (*Scene) (Fixture *fixture);

/* --- starts --- */

static void
run_scene (MellowApplication *application, Scene scene)
{
  Fixture fixture = { .application = application };

  g_signal_handlers_disconnect_by_data (application, scene);
  follow_window (&fixture);
  wait_until (gtk_window_is_active (GTK_WINDOW (fixture.window)));
  scene (&fixture);
  wait_until (count_windows (&fixture) == 0);
}

static void
on_open (MellowApplication *application, GFile **files, int n, const char *hint, Scene scene)
{
  run_scene (application, scene);
}

/* Starts Mellow as a user does, with at most one file, and does something there
 * that ends with a quit. */
static void
start (const char *path, Scene scene)
{
  const char *arguments[] = { "mellow", path };
  MellowApplication *application = mellow_application_new (G_APPLICATION_DEFAULT_FLAGS);
  int n = path != NULL ? 2 : 1;

  g_signal_connect_after (application, "activate", G_CALLBACK (run_scene), scene);
  g_signal_connect_after (application, "open", G_CALLBACK (on_open), scene);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), n, (char **)arguments), ==, 0);
  g_assert_finalize_object (application);
}

static void
quit (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
}

static void
on_line (GObject *source, GAsyncResult *result, gpointer line)
{
  *(char **)line =
      g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  g_assert_nonnull (*(char **)line);
}

/* Starts Mellow in a process of its own, and kills it when it says so. */
static void
start_and_kill (const char *child)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  g_subprocess_launcher_setenv (launcher, CHILD, child, TRUE);
  g_subprocess_launcher_setenv (launcher, "MELLOW_TEST_FOLDER", folder, TRUE);
  process = g_subprocess_launcher_spawn (launcher, NULL, "/proc/self/exe", NULL);
  g_assert_nonnull (process);

  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_data_input_stream_read_line_async (output, G_PRIORITY_DEFAULT, NULL, on_line, &line);
  wait_until (line != NULL);
  g_assert_cmpstr (line, ==, "ready");
  g_subprocess_send_signal (process, SIGKILL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);
}

/* --- what is there --- */

static guint
count_copies (void)
{
  g_autoptr (GPtrArray) ids = mellow_draft_copy_list ();

  return ids->len;
}

static gboolean
is_kept (const char *text)
{
  g_autoptr (GPtrArray) ids = mellow_draft_copy_list ();

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (MellowDraftCopy) copy = mellow_draft_copy_load (ids->pdata[i], NULL);

    if (copy != NULL && g_str_equal (copy->text, text))
      return TRUE;
  }

  return FALSE;
}

static char *
name_file (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = name_file (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
open_named_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = name_file (name);

  open_file (fixture, path);
  follow_window (fixture);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
}

static MellowPage *
get_nth_page (MellowWindow *window, int i)
{
  AdwTabView *tabs = mellow_window_get_tabs (window);

  return MELLOW_PAGE (adw_tab_page_get_child (adw_tab_view_get_nth_page (tabs, i)));
}

/* `a.txt@3: text | • *New Draft@0: more`: the tabs of a window. */
static char *
tabs_to_string (MellowWindow *window)
{
  GString *line = g_string_new (NULL);
  AdwTabView *tabs = mellow_window_get_tabs (window);

  for (int i = 0; i < adw_tab_view_get_n_pages (tabs); i++) {
    MellowPage *page = get_nth_page (window, i);
    MellowDraft *draft = mellow_page_get_draft (page);
    g_autofree char *title = mellow_page_dup_title (page);
    g_autofree char *text = dup_text (mellow_draft_get_buffer (draft));

    g_string_append_printf (line, "%s%s%s@%u: %s", i > 0 ? " | " : "",
                            page == mellow_window_get_page (window) ? "*" : "", title,
                            mellow_draft_get_cursor (draft), text);
  }

  return g_string_free (line, FALSE);
}

static gboolean
has_tabs (MellowWindow *window, const char *expected)
{
  g_autofree char *tabs = tabs_to_string (window);

  return g_str_equal (tabs, expected);
}

/* Files are read in their own time. */
#define assert_tabs(window, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end = g_get_monotonic_time () + PATIENCE;                                               \
    while (!has_tabs (window, expected) && g_get_monotonic_time () < end)                          \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (1000);                                                                           \
    g_autofree char *tabs_ = tabs_to_string (window);                                              \
    g_assert_cmpstr (tabs_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

/* --- a quit --- */

static void
open_three (Fixture *fixture)
{
  write_file ("one.txt", "One.");
  write_file ("two.txt", "Two.");
  open_named_file (fixture, "one.txt");
  place_cursor (fixture->buffer, 2);
  activate (fixture, "win.new-tab");
  open_named_file (fixture, "two.txt");
  place_cursor (fixture->buffer, 4);
  adw_tab_view_reorder_first (
      mellow_window_get_tabs (fixture->window),
      adw_tab_view_get_selected_page (mellow_window_get_tabs (fixture->window)));
  assert_tabs (fixture->window, "*two.txt@4: Two. | one.txt@2: One.");
  quit (fixture);
}

static void
find_three (Fixture *fixture)
{
  assert_tabs (fixture->window, "*two.txt@4: Two. | one.txt@2: One.");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  activate (fixture, "win.close-tab");
  assert_tabs (fixture->window, "*one.txt@2: One.");
  quit (fixture);
}

static void
find_one (Fixture *fixture)
{
  assert_tabs (fixture->window, "*one.txt@2: One.");
  activate (fixture, "win.close-tab");
}

static void
find_nothing (Fixture *fixture)
{
  assert_tabs (fixture->window, "*New Draft@0: ");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  quit (fixture);
}

static void
test_files_come_back (void)
{
  start (NULL, open_three);
  start (NULL, find_three);
  start (NULL, find_one);
  start (NULL, find_nothing);
}

/* --- two windows --- */

static MellowWindow *
find_window (Fixture *fixture, const char *title)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), title) == 0)
      return l->data;

  return NULL;
}

static void
open_two_windows (Fixture *fixture)
{
  write_file ("one.txt", "One.");
  write_file ("two.txt", "Two.");
  open_named_file (fixture, "one.txt");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "new-window", NULL);
  wait_until (count_windows (fixture) == 2);
  open_named_file (fixture, "two.txt");
  wait_until (find_window (fixture, "one.txt") != NULL && find_window (fixture, "two.txt") != NULL);
  quit (fixture);
}

/* A quit that someone takes back leaves all as it is. */
static void
find_two_windows (Fixture *fixture)
{
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  wait_until (find_window (fixture, "one.txt") != NULL && find_window (fixture, "two.txt") != NULL);
  fixture->window = find_window (fixture, "one.txt");
  type_text (mellow_draft_get_buffer (mellow_page_get_draft (get_nth_page (fixture->window, 0))),
             "!");
  quit (fixture);
  answer_dialog ("cancel");
  wait_until (count_windows (fixture) == 1);

  activate (fixture, "win.undo");
  gtk_window_close (GTK_WINDOW (fixture->window));
}

static void
find_the_last_window (Fixture *fixture)
{
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  wait_until (find_window (fixture, "one.txt") != NULL);
  activate (fixture, "win.close-tab");
}

static void
test_windows_come_back (void)
{
  start (NULL, open_two_windows);
  start (NULL, find_two_windows);
  start (NULL, find_the_last_window);
}

/* --- a kill --- */

static void
be_killed (void)
{
  g_print ("ready\n");
  fflush (stdout);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* A new text, a file with changes and one without. */
static void
write_until_killed (Fixture *fixture)
{
  type_keys (fixture->buffer, "Køb\nroligt");
  activate (fixture, "win.new-tab");
  open_named_file (fixture, "one.txt");
  place_cursor (fixture->buffer, 3);
  type_keys (fixture->buffer, " more");
  activate (fixture, "win.new-tab");
  open_named_file (fixture, "two.txt");
  wait_until (is_kept ("Køb\nroligt") && is_kept ("One more."));
  adw_tab_view_select_previous_page (mellow_window_get_tabs (fixture->window));
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  be_killed ();
}

#define AFTER_KILL "• New Draft@10: Køb\nroligt | *• one.txt@8: One more. | two.txt@0: Two."

static void
find_unsaved (Fixture *fixture)
{
  MellowNotice *notice;

  assert_tabs (fixture->window, AFTER_KILL);
  follow_window (fixture);
  notice = MELLOW_NOTICE (gtk_widget_get_next_sibling (
      find_widget (get_nth_page (fixture->window, 1), MELLOW_TYPE_NOTICE)));
  g_assert_cmpstr (mellow_notice_get_text (notice), ==,
                   "Here is your text as you left it. It is not saved yet.");

  activate (fixture, "win.save");
  wait_until (!mellow_page_is_saving (mellow_window_get_page (fixture->window)));
  g_assert_null (mellow_notice_get_text (notice));
  g_assert_cmpuint (count_copies (), ==, 1);
  quit (fixture);
  answer_dialog ("discard");
  g_assert_cmpuint (count_copies (), ==, 0);
}

/* What was saved is, and what was discarded is not there any more. */
static void
find_saved (Fixture *fixture)
{
  assert_tabs (fixture->window, "*one.txt@8: One more. | two.txt@0: Two.");
  quit (fixture);
}

static void
write_two_files (void)
{
  write_file ("one.txt", "One.");
  write_file ("two.txt", "Two.");
}

static void
test_unsaved_text_survives_a_kill (void)
{
  write_two_files ();
  start_and_kill ("write");
  start (NULL, find_unsaved);
  start (NULL, find_saved);
}

/* Killed again and again, nothing gets lost and nothing doubles. */
static void
test_unsaved_text_survives_many_kills (void)
{
  write_two_files ();
  start_and_kill ("write");
  for (guint i = 0; i < 3; i++) {
    start_and_kill ("look");
    g_assert_cmpuint (count_copies (), ==, 2);
  }
  start (NULL, find_unsaved);
}

static void
look_until_killed (Fixture *fixture)
{
  assert_tabs (fixture->window, AFTER_KILL);
  be_killed ();
}

/* --- other starts --- */

static void
find_drafts_only (Fixture *fixture)
{
  g_assert_nonnull (fixture->window);
  g_assert_cmpint (adw_tab_view_get_n_pages (mellow_window_get_tabs (fixture->window)), ==, 2);
  quit (fixture);
  answer_dialog ("discard");
}

/* A setting keeps Mellow from opening files, not from saving texts from a crash. */
static void
test_without_session (void)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();

  write_two_files ();
  start_and_kill ("write");
  g_settings_set_boolean (settings, "restore-session", FALSE);
  start (NULL, find_drafts_only);
  start (NULL, find_nothing);
  g_settings_set_boolean (settings, "restore-session", TRUE);
}

static void
find_drafts_and_file (Fixture *fixture)
{
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_cmpint (adw_tab_view_get_n_pages (mellow_window_get_tabs (fixture->window)), ==, 3);
  wait_until (find_window (fixture, "two.txt") != NULL);
  quit (fixture);
  answer_dialog ("discard");
}

static void
test_start_with_a_file (void)
{
  g_autofree char *path = name_file ("two.txt");

  write_two_files ();
  start_and_kill ("write");
  start (path, find_drafts_and_file);
}

static void
test_a_damaged_session_is_none (void)
{
  g_autofree char *path = mellow_state_dup_path ("session", NULL);

  g_assert_true (g_file_set_contents (path, "\xff[Window", -1, NULL));
  start (NULL, find_nothing);
}

/* --- cases --- */

static void
remove_file (const char *directory, const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  g_unlink (path);
}

static void
remove_files (const char *directory)
{
  g_autoptr (GDir) list = g_dir_open (directory, 0, NULL);
  const char *name;

  while (list != NULL && (name = g_dir_read_name (list)) != NULL)
    remove_file (directory, name);
}

static void
run_case (gconstpointer data)
{
  g_autofree char *drafts = mellow_state_dup_path ("drafts", NULL);
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "mellow", NULL);

  remove_files (drafts);
  remove_files (state);
  ((void (*) (void))data) ();
  remove_files (folder);
}

static void
add_case (const char *path, void (*run) (void))
{
  g_test_add_data_func (path, run, run_case);
}

/* The process that is killed. */
static int
be_child (void)
{
  Scene scene = g_str_equal (g_getenv (CHILD), "write") ? write_until_killed : look_until_killed;

  folder = g_strdup (g_getenv ("MELLOW_TEST_FOLDER"));
  gtk_init ();
  start (NULL, scene);
  return 1;
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("MELLOW_RULES", g_getenv ("MELLOW_FIXED_RULES"), TRUE);
  if (g_getenv (CHILD) != NULL)
    return be_child ();

  gtk_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("mellow-XXXXXX", NULL);

  add_case ("/session/files-come-back", test_files_come_back);
  add_case ("/session/windows-come-back", test_windows_come_back);
  add_case ("/session/unsaved-text-survives-a-kill", test_unsaved_text_survives_a_kill);
  add_case ("/session/unsaved-text-survives-many-kills", test_unsaved_text_survives_many_kills);
  add_case ("/session/without-session", test_without_session);
  add_case ("/session/start-with-a-file", test_start_with_a_file);
  add_case ("/session/a-damaged-session-is-none", test_a_damaged_session_is_none);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}

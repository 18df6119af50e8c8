/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the real window share: an application with a window for each
 * case, and a hand at keyboard and mouse.
 */

#include "window-fixture.h"

#include "mellow-settings.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

/* What the libraries allocate while they are loaded is theirs for good, also where they lose sight
 * of it: GLib leaves its first table of quarks behind when there are more than 2,048 of them. The
 * search for leaks can tell it only by its time: first comes what stands in .preinit_array, then
 * the libraries, then the constructors of the program.
 */
__attribute__ ((section (".preinit_array"),
                used)) static void (*const before_libraries) (void) = __lsan_disable;

__attribute__ ((constructor)) static void
after_libraries (void)
{
  __lsan_enable ();
}
#endif

static gboolean pointer_rests = FALSE;

/* The first widget of that type under root, in the order of the tree. */
gpointer
find_widget (gpointer root, GType type)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gpointer found = find_widget (child, type);

    if (found != NULL)
      return found;
  }

  return NULL;
}

/* Whether a label in root that is shown has that text. */
gboolean
says (gpointer root, const char *text)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (root), text))
    return gtk_widget_is_visible (root);

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
is_row (gpointer widget, const char *title)
{
  return ADW_IS_ENTRY_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

/* The entry row with that title, in root or inside of it. */
GtkEditable *
find_row (gpointer root, const char *title)
{
  GtkWidget *child;

  if (is_row (root, title))
    return GTK_EDITABLE (root);

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkEditable *found = find_row (child, title);

    if (found != NULL)
      return found;
  }
  return NULL;
}

guint
count_windows (Fixture *fixture)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application)));
}

/* Turns to the window and the tab that are selected now. */
void
follow_window (Fixture *fixture)
{
  fixture->window =
      MELLOW_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  fixture->draft = mellow_page_get_draft (mellow_window_get_page (fixture->window));
  fixture->buffer = mellow_draft_get_buffer (fixture->draft);
  fixture->marks = mellow_draft_get_marks (fixture->draft);
}

static void
destroy_windows (MellowApplication *application)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
}

/* A test of the window and the rules that it goes by. */
typedef struct {
  void (*run) (Fixture *fixture);
  const char *rules;
} Case;

/* A window that is closed frees its draft: nothing holds on to either. */
static void
on_activate (MellowApplication *application, const Case *test)
{
  Fixture fixture = { .application = application };
  MellowDraft *alive = NULL;

  follow_window (&fixture);
  g_set_weak_pointer (&alive, fixture.draft);
  wait_until (gtk_window_is_active (GTK_WINDOW (fixture.window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));

  test->run (&fixture);
  destroy_windows (application);
  wait_until (alive == NULL);
}

/* GTK 4 asks where the pointer is over a window that was closed in that moment, and
 * says so; all else that is critical ends a test. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer unused)
{
  return strstr (message, "gdk_surface_get_device_position: assertion") == NULL;
}

/* GTK 4.8 draws a frame late on X11 where a window is raised while it changes its size: the
 * server tells of the raise first, GTK takes that for the new size, and draws before it has laid
 * out. It warns of that by its structured log, which asks no handler of a test. */
static gboolean
is_late_frame (const GLogField *field)
{
  return g_str_equal (field->key, "MESSAGE") &&
         g_str_has_prefix (field->value, "Trying to snapshot ") &&
         g_str_has_suffix (field->value, " without a current allocation");
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer unused)
{
  for (gsize i = 0; i < n_fields; i++)
    if (is_late_frame (&fields[i]))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, NULL);
}

/* The log takes one writer for the life of a program. */
static void
set_log_writer (void)
{
  static gsize is_set = 0;

  if (g_once_init_enter (&is_set)) {
    g_log_set_writer_func (write_log, NULL, NULL);
    g_once_init_leave (&is_set, 1);
  }
}

/* The pointer rests in the middle, where it stood at first, until a test takes it. A tooltip that
 * is shown while the window gets its place is too much for GTK 4.8: it takes the window for the
 * tooltip. */
static void
rest_pointer (void)
{
  if (!pointer_rests)
    g_spawn_command_line_sync ("xdotool mousemove 640 450", NULL, NULL, NULL, NULL);
  pointer_rests = TRUE;
}

/* Only tests of the first start have one. */
static void
run_case (gconstpointer data)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();
  const Case *test = data;
  MellowApplication *application;

  g_test_log_set_fatal_handler (is_fatal, NULL);
  set_log_writer ();
  g_settings_set_boolean (settings, "tour-shown", !g_str_has_prefix (g_test_get_path (), "/tour/"));
  g_setenv ("MELLOW_RULES", test->rules, TRUE);
  rest_pointer ();
  application = mellow_application_new (G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), (gpointer)test);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_finalize_object (application);
}

void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

void
open_file (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
}

/* --- dialogs --- */

/* A window of that type. */
gpointer
find_toplevel (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;

  return NULL;
}

static gboolean
is_active (GType type)
{
  return find_toplevel (type) != NULL && gtk_window_is_active (find_toplevel (type));
}

/* The window of a type, once it is there and has the focus. */
gpointer
await_window (GType type)
{
  wait_until (is_active (type));
  return find_toplevel (type);
}

gpointer
find_file_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_visible (window))
      return window;
  }

  return NULL;
}

static gboolean
knows_folder (void)
{
  gpointer chooser = find_file_chooser ();
  g_autoptr (GFile) folder = chooser != NULL ? gtk_file_chooser_get_current_folder (chooser) : NULL;

  return folder != NULL;
}

/* A file chooser, once it has found its folder. One that is closed or sent elsewhere before
 * tells that in GTK 4.8 as an error, in a window that stays and takes all keys. */
gpointer
await_file_chooser (void)
{
  wait_until (knows_folder ());
  return find_file_chooser ();
}

gpointer
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window))
      return window;
  }

  return NULL;
}

/* A dialog looks back at its parent as it goes, so nothing else happens before. */
void
answer_dialog (const char *response)
{
  GtkWindow *dialog;

  wait_until (find_dialog () != NULL);
  dialog = g_object_ref (find_dialog ());
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  g_object_unref (dialog);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* --- a hand at keyboard and mouse --- */

/* Without xdotool a test of keys or clicks is skipped. */
gboolean
has_hand (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program == NULL)
    g_test_skip ("xdotool is not installed");

  return program != NULL;
}

static void
on_hand_done (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *)done = TRUE;
}

/* A person's hand comes later than what the key before has set off: a popover that is about to
 * close would still take the next one, and lose it. */
static void
settle (void)
{
  do {
    while (g_main_context_iteration (NULL, FALSE))
      ;
    gdk_display_sync (gdk_display_get_default ());
  } while (g_main_context_pending (NULL));
}

/* Runs xdotool with these words, and the main loop meanwhile. */
void
use_hand (const char *command, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) hand = NULL;
  gboolean done = FALSE;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) "xdotool");
  va_start (list, command);
  for (const char *s = command; s != NULL; s = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer)s);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  pointer_rests = FALSE;
  settle ();
  hand = g_subprocess_newv ((const char *const *)arguments->pdata, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_subprocess_wait_check_async (hand, NULL, on_hand_done, &done);
  wait_until (done);
}

gboolean
has_place (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

void
click (Fixture *fixture, gpointer widget)
{
  g_autofree char *x = NULL, *y = NULL;
  double surface_x, surface_y;
  graphene_rect_t bounds;

  wait_until (has_place (widget));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->window), &bounds));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &surface_x, &surface_y);
  x = g_strdup_printf ("%.0f", surface_x + bounds.origin.x + bounds.size.width / 2);
  y = g_strdup_printf ("%.0f", surface_y + bounds.origin.y + bounds.size.height / 2);
  use_hand ("mousemove", "--sync", x, y, "click", "1", NULL);
}

/* A case runs in a new application that goes by rules, a path. */
void
add (const char *path, void (*run) (Fixture *), const char *rules)
{
  Case *test = g_new (Case, 1);

  test->run = run;
  test->rules = rules;
  g_test_add_data_func_full (path, test, run_case, g_free);
}

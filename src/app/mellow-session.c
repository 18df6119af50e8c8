/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-session.h"

#include "mellow-session-record.h"
#include "mellow-state-file.h"

/* Turning over tabs is written once. In milliseconds. */
#define DELAY 300

/**
 * MellowSession:
 *
 * Remembers which texts are open in which window, and opens them again. What is
 * remembered is what was there last: when the last window is closed, that window.
 */
struct _MellowSession {
  GObject parent_instance;

  GtkApplication *application; /* it owns this */
  GSettings *settings;
  MellowStateFile *file;
  char *path;

  guint timer;
  gboolean is_held;
};

G_DEFINE_FINAL_TYPE (MellowSession, mellow_session, G_TYPE_OBJECT)

/* --- remembering --- */

static void
describe_page (MellowPage *page, MellowTabRecord *tab)
{
  MellowDraft *draft = mellow_page_get_draft (page);
  GFile *file = mellow_page_get_file (page);

  tab->uri = file != NULL ? g_file_get_uri (file) : NULL;
  tab->copy = mellow_draft_is_modified (draft) ? g_strdup (mellow_page_get_copy_id (page)) : NULL;
  tab->encoding = mellow_page_get_encoding (page);
  tab->cursor = mellow_page_get_cursor (page);
}

static void
describe_window (MellowWindow *window, MellowWindowRecord *record)
{
  AdwTabView *tabs = mellow_window_get_tabs (window);

  for (int i = 0; i < adw_tab_view_get_n_pages (tabs); i++) {
    AdwTabPage *tab = adw_tab_view_get_nth_page (tabs, i);
    MellowPage *page = MELLOW_PAGE (adw_tab_page_get_child (tab));

    if (mellow_page_is_free (page))
      continue;
    if (adw_tab_page_get_selected (tab))
      record->selected = record->tabs->len;
    describe_page (page, mellow_window_record_add_tab (record));
  }
}

/* The window that was in use last stands last, so that it is opened last. */
static GPtrArray *
describe (MellowSession *self)
{
  GList *windows = g_list_last (gtk_application_get_windows (self->application));
  GPtrArray *records = mellow_session_record_new ();

  for (GList *l = windows; l != NULL; l = l->prev)
    if (MELLOW_IS_WINDOW (l->data))
      describe_window (l->data, mellow_session_record_add_window (records));

  return records;
}

static void
remember (MellowSession *self)
{
  g_autoptr (GPtrArray) windows = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->is_held)
    return;
  if (!g_settings_get_boolean (self->settings, "restore-session")) {
    mellow_state_file_remove (self->file);
    return;
  }

  windows = describe (self);
  if (windows->len == 0)
    return;
  bytes = mellow_session_record_to_bytes (windows);
  mellow_state_file_write_async (self->file, bytes, NULL, NULL);
}

static gboolean
on_delay_over (gpointer user_data)
{
  MellowSession *self = user_data;

  self->timer = 0;
  remember (self);
  return G_SOURCE_REMOVE;
}

static void
remember_soon (MellowSession *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (DELAY, on_delay_over, self);
}

/* --- following --- */

static gboolean
on_close_request (MellowSession *self)
{
  remember (self);
  return GDK_EVENT_PROPAGATE;
}

static void
on_stays (MellowSession *self)
{
  self->is_held = FALSE;
  remember (self);
}

/* A text gets its file, or has something new to be kept. That may be the last that
 * happens before its window goes; and a file that is loaded has its cursor a little
 * later. */
static void
on_title_changed (MellowSession *self)
{
  remember (self);
  remember_soon (self);
}

static void
on_page_attached (AdwTabView *tabs, AdwTabPage *tab, int position, MellowSession *self)
{
  g_signal_connect_object (adw_tab_page_get_child (tab), "notify::title",
                           G_CALLBACK (on_title_changed), self, G_CONNECT_SWAPPED);
  remember_soon (self);
}

static void
on_page_detached (AdwTabView *tabs, AdwTabPage *tab, int position, MellowSession *self)
{
  g_signal_handlers_disconnect_by_func (adw_tab_page_get_child (tab), on_title_changed, self);
  remember_soon (self);
}

static void
follow (MellowSession *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
on_window_added (MellowSession *self, GtkWindow *window)
{
  AdwTabView *tabs;

  if (!MELLOW_IS_WINDOW (window))
    return;

  tabs = mellow_window_get_tabs (MELLOW_WINDOW (window));
  g_signal_connect_object (tabs, "page-attached", G_CALLBACK (on_page_attached), self, 0);
  g_signal_connect_object (tabs, "page-detached", G_CALLBACK (on_page_detached), self, 0);
  follow (self, tabs, "page-reordered", G_CALLBACK (remember_soon));
  follow (self, tabs, "notify::selected-page", G_CALLBACK (remember_soon));
  follow (self, window, "notify::is-active", G_CALLBACK (remember_soon));
  follow (self, window, "close-request", G_CALLBACK (on_close_request));
  follow (self, window, "stays", G_CALLBACK (on_stays));
}

/* --- restoring --- */

/* A window that is made when the first text needs it. */
typedef struct {
  MellowWindowFunc create;
  gpointer user_data;
  MellowWindow *window;
} LazyWindow;

static MellowPage *
add_page (LazyWindow *lazy)
{
  if (lazy->window == NULL)
    lazy->window = lazy->create (lazy->user_data);

  return mellow_window_add_page (lazy->window);
}

/* A copy that cannot be read is left where it is: someone may want to look. */
static gboolean
restore_copy (LazyWindow *lazy, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MellowDraftCopy) copy = mellow_draft_copy_load (id, &error);

  if (copy != NULL)
    mellow_page_restore (add_page (lazy), id, copy);
  else if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_message ("%s: %s", id, error->message);

  return copy != NULL;
}

static void
restore_tab (LazyWindow *lazy, const MellowTabRecord *tab)
{
  g_autoptr (GFile) file = NULL;

  if (tab->copy != NULL && restore_copy (lazy, tab->copy))
    return;
  if (tab->uri == NULL)
    return;

  file = g_file_new_for_uri (tab->uri);
  mellow_page_open_at (add_page (lazy), file, tab->encoding, tab->cursor);
}

static void
select_tab (MellowWindow *window, int position)
{
  AdwTabView *tabs = mellow_window_get_tabs (window);

  adw_tab_view_set_selected_page (tabs, adw_tab_view_get_nth_page (tabs, position));
}

static int
count_tabs (LazyWindow *lazy)
{
  return lazy->window != NULL ? adw_tab_view_get_n_pages (mellow_window_get_tabs (lazy->window))
                              : 0;
}

static void
restore_window (LazyWindow *lazy, const MellowWindowRecord *record)
{
  int selected = 0;

  lazy->window = NULL;
  for (guint i = 0; i < record->tabs->len; i++) {
    if (i == record->selected)
      selected = count_tabs (lazy);
    restore_tab (lazy, record->tabs->pdata[i]);
  }
  if (lazy->window == NULL)
    return;

  select_tab (lazy->window, MIN (selected, count_tabs (lazy) - 1));
  gtk_window_present (GTK_WINDOW (lazy->window));
}

static GPtrArray *
recall (MellowSession *self)
{
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  if (!g_settings_get_boolean (self->settings, "restore-session") ||
      !g_file_get_contents (self->path, &data, &length, NULL))
    return mellow_session_record_new ();

  bytes = g_bytes_new_take (data, length);
  return mellow_session_record_new_from_bytes (bytes);
}

static gboolean
is_open (MellowSession *self, const char *id)
{
  g_autoptr (GPtrArray) windows = describe (self);

  for (guint i = 0; i < windows->len; i++) {
    GPtrArray *tabs = ((MellowWindowRecord *)windows->pdata[i])->tabs;

    for (guint j = 0; j < tabs->len; j++)
      if (g_strcmp0 (((MellowTabRecord *)tabs->pdata[j])->copy, id) == 0)
        return TRUE;
  }

  return FALSE;
}

/* Texts that were not saved and that no session knows of. */
static void
restore_other_copies (MellowSession *self, LazyWindow *lazy)
{
  g_autoptr (GPtrArray) ids = mellow_draft_copy_list ();
  int n_before = count_tabs (lazy);

  for (guint i = 0; i < ids->len; i++)
    if (!is_open (self, ids->pdata[i]))
      restore_copy (lazy, ids->pdata[i]);

  if (n_before == 0 && lazy->window != NULL)
    gtk_window_present (GTK_WINDOW (lazy->window));
}

/* --- the object --- */

static void
mellow_session_dispose (GObject *object)
{
  MellowSession *self = MELLOW_SESSION (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->file != NULL)
    mellow_state_file_flush (self->file, NULL);
  g_clear_pointer (&self->file, mellow_state_file_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mellow_session_parent_class)->dispose (object);
}

static void
mellow_session_class_init (MellowSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_session_dispose;
}

static void
mellow_session_init (MellowSession *self)
{
  self->path = mellow_state_dup_path ("session", NULL);
  self->file = mellow_state_file_new (self->path);
}

/**
 * mellow_session_new:
 * @application: the application whose windows are remembered; it owns the session
 * @settings: the user's settings
 *
 * Returns: (transfer full): a session, of which nothing is restored yet
 */
MellowSession *
mellow_session_new (GtkApplication *application, GSettings *settings)
{
  MellowSession *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_SESSION, NULL);
  self->application = application;
  self->settings = g_object_ref (settings);
  follow (self, application, "window-added", G_CALLBACK (on_window_added));
  follow (self, application, "window-removed", G_CALLBACK (remember_soon));
  follow (self, settings, "changed::restore-session", G_CALLBACK (remember));

  return self;
}

/**
 * mellow_session_restore:
 * @self: a session of an application without windows
 * @whole: whether to open all that was open, or only texts that were not saved
 * @create_window: makes a window
 * @user_data: for @create_window
 *
 * Opens what was open when Mellow ended, and in any case the texts that were not
 * saved then.
 *
 * Returns: whether there was anything
 */
gboolean
mellow_session_restore (MellowSession *self,
                        gboolean whole,
                        MellowWindowFunc create_window,
                        gpointer user_data)
{
  LazyWindow lazy = { create_window, user_data, NULL };
  gboolean is_restored = FALSE;

  g_return_val_if_fail (MELLOW_IS_SESSION (self), FALSE);
  g_return_val_if_fail (create_window != NULL, FALSE);

  self->is_held = TRUE;
  if (whole) {
    g_autoptr (GPtrArray) windows = recall (self);

    for (guint i = 0; i < windows->len; i++) {
      restore_window (&lazy, windows->pdata[i]);
      is_restored |= lazy.window != NULL;
    }
  }
  restore_other_copies (self, &lazy);
  self->is_held = FALSE;
  remember_soon (self);

  return is_restored || lazy.window != NULL;
}

/**
 * mellow_session_hold:
 * @self: a session
 *
 * Remembers what is open now, and not how it is closed window by window. If one
 * of them stays, everything goes on as before.
 */
void
mellow_session_hold (MellowSession *self)
{
  g_return_if_fail (MELLOW_IS_SESSION (self));

  remember (self);
  self->is_held = TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-file-watch.h"

#include "mellow-draft-writer.h"

/* Programs that save write and rename in a few steps. Only what comes out in the
 * end counts. In milliseconds. */
#define SETTLE_TIME 200

#define ATTRIBUTES G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE

/**
 * MellowFileWatch:
 *
 * Looks after the file of a draft, and tells when it is not any more what the
 * text knows of. What the draft itself writes is no news.
 */
struct _MellowFileWatch {
  GObject parent_instance;

  MellowDraft *draft;
  GFileMonitor *monitor;
  GCancellable *check; /* the one under way */
  guint timer;

  MellowFileState state;
  char *etag; /* the state the file is in, if it is there */
};

enum {
  PROP_0,
  PROP_STATE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowFileWatch, mellow_file_watch, G_TYPE_OBJECT)

/* The same state is told again when the file is another one again. */
static void
set_state (MellowFileWatch *self, MellowFileState state, const char *etag)
{
  if (self->state == state && g_strcmp0 (self->etag, etag) == 0)
    return;

  self->state = state;
  g_free (self->etag);
  self->etag = g_strdup (etag);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Not every file system tells. */
static gboolean
may_write (GFileInfo *info)
{
  return !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE) ||
         g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

static void
on_content (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowFileWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, &etag, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->draft == NULL)
    return;

  if (bytes != NULL && mellow_draft_has_content (self->draft, bytes))
    mellow_file_tie_set_etag (mellow_draft_get_tie (self->draft), etag);
  else
    set_state (self, MELLOW_FILE_STATE_CHANGED, etag);
}

/* A file that was only touched is no other one, as far as one can tell: what a text
 * with changes has come from is not known any more. */
static void
compare_content (MellowFileWatch *self, const char *etag)
{
  if (mellow_draft_is_modified (self->draft))
    set_state (self, MELLOW_FILE_STATE_CHANGED, etag);
  else
    g_file_load_bytes_async (mellow_draft_get_file (self->draft), self->check, on_content,
                             g_object_ref (self));
}

static void
compare_file (MellowFileWatch *self, GFileInfo *info)
{
  const char *etag = g_file_info_get_etag (info);

  if (g_strcmp0 (etag, mellow_file_tie_get_etag (mellow_draft_get_tie (self->draft))) != 0)
    compare_content (self, etag);
  else if (mellow_file_tie_is_imported (mellow_draft_get_tie (self->draft)))
    set_state (self, MELLOW_FILE_STATE_IMPORTED, etag);
  else if (!may_write (info))
    set_state (self, MELLOW_FILE_STATE_READ_ONLY, etag);
  else
    set_state (self, MELLOW_FILE_STATE_CALM, etag);
}

static void
on_folder_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowFileWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->draft == NULL)
    return;

  set_state (self,
             info == NULL || may_write (info) ? MELLOW_FILE_STATE_CALM
                                              : MELLOW_FILE_STATE_CLOSED_FOLDER,
             NULL);
}

/* A file that is to be made by saving: can it be? */
static void
check_folder (MellowFileWatch *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder != NULL)
    g_file_query_info_async (folder, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, self->check, on_folder_checked,
                             g_object_ref (self));
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowFileWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->draft == NULL)
    return;

  if (info != NULL)
    compare_file (self, info);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_state (self, MELLOW_FILE_STATE_CALM, NULL);
  else if (mellow_file_tie_get_etag (mellow_draft_get_tie (self->draft)) != NULL)
    set_state (self, MELLOW_FILE_STATE_GONE, NULL);
  else
    check_folder (self, G_FILE (source));
}

static void
stop_check (MellowFileWatch *self)
{
  if (self->check != NULL)
    g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  g_clear_handle_id (&self->timer, g_source_remove);
}

static gboolean
on_settled (gpointer user_data)
{
  MellowFileWatch *self = user_data;

  self->timer = 0;
  mellow_file_watch_check (self);
  return G_SOURCE_REMOVE;
}

static void
on_monitor_changed (MellowFileWatch *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (SETTLE_TIME, on_settled, self);
}

static void
on_file_changed (MellowFileWatch *self)
{
  GFile *file = mellow_draft_get_file (self->draft);

  g_clear_object (&self->monitor);
  if (file != NULL)
    self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_monitor_changed), self,
                             G_CONNECT_SWAPPED);
  mellow_file_watch_check (self);
}

static void
mellow_file_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_STATE:
    g_value_set_int (value, MELLOW_FILE_WATCH (object)->state);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_file_watch_dispose (GObject *object)
{
  MellowFileWatch *self = MELLOW_FILE_WATCH (object);

  stop_check (self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_file_watch_parent_class)->dispose (object);
}

static void
mellow_file_watch_finalize (GObject *object)
{
  g_free (MELLOW_FILE_WATCH (object)->etag);

  G_OBJECT_CLASS (mellow_file_watch_parent_class)->finalize (object);
}

static void
mellow_file_watch_class_init (MellowFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_file_watch_get_property;
  object_class->dispose = mellow_file_watch_dispose;
  object_class->finalize = mellow_file_watch_finalize;

  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, MELLOW_FILE_STATE_CALM, MELLOW_FILE_STATE_IMPORTED,
                        MELLOW_FILE_STATE_CALM, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mellow_file_watch_init (MellowFileWatch *self)
{
}

/**
 * mellow_file_watch_new:
 * @draft: a draft
 *
 * Returns: (transfer full): what looks after its file
 */
MellowFileWatch *
mellow_file_watch_new (MellowDraft *draft)
{
  MellowFileWatch *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_FILE_WATCH, NULL);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (mellow_draft_get_tie (draft), "notify::file",
                           G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mellow_draft_get_tie (draft), "notify::etag",
                           G_CALLBACK (mellow_file_watch_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::busy", G_CALLBACK (mellow_file_watch_check), self,
                           G_CONNECT_SWAPPED);
  on_file_changed (self);

  return self;
}

/**
 * mellow_file_watch_get_state:
 * @self: a file watch
 *
 * Returns: how the file was when it was last looked at
 */
MellowFileState
mellow_file_watch_get_state (MellowFileWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_FILE_WATCH (self), MELLOW_FILE_STATE_CALM);

  return self->state;
}

/**
 * mellow_file_watch_get_etag:
 * @self: a file watch
 *
 * Returns: (transfer none) (nullable): the state the file is in, if it is there
 */
const char *
mellow_file_watch_get_etag (MellowFileWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_FILE_WATCH (self), NULL);

  return self->etag;
}

/**
 * mellow_file_watch_check:
 * @self: a file watch
 *
 * Looks at the file now. Not every change is told: of a file on another machine,
 * or behind a link, it is not.
 */
void
mellow_file_watch_check (MellowFileWatch *self)
{
  GFile *file;

  g_return_if_fail (MELLOW_IS_FILE_WATCH (self));

  stop_check (self);
  if (mellow_draft_is_busy (self->draft))
    return;

  file = mellow_draft_get_file (self->draft);
  if (file == NULL) {
    set_state (self, MELLOW_FILE_STATE_CALM, NULL);
    return;
  }

  self->check = g_cancellable_new ();
  g_file_query_info_async (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           self->check, on_checked, g_object_ref (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-draft-keeper.h"

#include "mellow-state-file.h"

/* How often it is looked whether the writer pauses, and how long a pause is: in
 * milliseconds and microseconds. */
#define TICK 300
#define PAUSE (600 * G_TIME_SPAN_MILLISECOND)

/* Someone who writes without a pause does not go without a copy either. */
#define LONGEST_WAIT (10 * G_TIME_SPAN_SECOND)

/**
 * MellowDraftKeeper:
 *
 * Keeps a recovery copy of a draft in the user's state directory while it has
 * changes that are not saved, so that they survive when Mellow or the machine
 * stops. The copy is made in a pause of the writing, and written in a thread.
 */
struct _MellowDraftKeeper {
  GObject parent_instance;

  MellowDraft *draft;
  char *id;
  MellowStateFile *file;
  gboolean has_copy;
  gboolean is_discarded;
  char *problem;

  guint timer;
  gint64 first_change; /* since the last copy */
  gint64 last_change;
};

enum {
  PROP_0,
  PROP_PROBLEM,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowDraftKeeper, mellow_draft_keeper, G_TYPE_OBJECT)

static void
set_problem (MellowDraftKeeper *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowDraftKeeper) self = user_data;
  g_autoptr (GError) error = NULL;

  mellow_state_file_write_finish (result, &error);
  set_problem (self, error != NULL ? error->message : NULL);
}

static GBytes *
create_content (MellowDraftKeeper *self)
{
  g_autoptr (MellowDraftCopy) copy = mellow_draft_copy_new (self->draft);

  return mellow_draft_copy_to_bytes (copy);
}

static void
write_copy (MellowDraftKeeper *self)
{
  g_autoptr (GBytes) content = create_content (self);

  self->has_copy = TRUE;
  mellow_state_file_write_async (self->file, content, on_written, g_object_ref (self));
}

static void
remove_copy (MellowDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->has_copy)
    mellow_state_file_remove (self->file);
  self->has_copy = FALSE;
  set_problem (self, NULL);
}

/* A text that was begun and deleted again is not missed. */
static gboolean
has_content (MellowDraftKeeper *self)
{
  return mellow_draft_get_file (self->draft) != NULL ||
         !mellow_document_data_is_empty (mellow_draft_get_data (self->draft)) ||
         gtk_text_buffer_get_char_count (mellow_draft_get_buffer (self->draft)) > 0;
}

static gboolean
needs_copy (MellowDraftKeeper *self)
{
  return !self->is_discarded && mellow_draft_is_modified (self->draft) && has_content (self);
}

static gboolean
on_tick (gpointer user_data)
{
  MellowDraftKeeper *self = user_data;
  gint64 now = g_get_monotonic_time ();

  if (now - self->last_change < PAUSE && now - self->first_change < LONGEST_WAIT)
    return G_SOURCE_CONTINUE;

  self->timer = 0;
  if (needs_copy (self))
    write_copy (self);
  else if (!mellow_draft_is_busy (self->draft))
    remove_copy (self);
  return G_SOURCE_REMOVE;
}

/* This is all there is on the path of a key. */
static void
on_changed (MellowDraftKeeper *self)
{
  self->last_change = g_get_monotonic_time ();
  if (self->timer != 0 || self->is_discarded)
    return;

  self->first_change = self->last_change;
  self->timer = g_timeout_add (TICK, on_tick, self);
}

/* A text that is being saved is not modified already, but not saved yet. */
static void
on_state_changed (MellowDraftKeeper *self)
{
  if (needs_copy (self))
    on_changed (self);
  else if (!mellow_draft_is_busy (self->draft))
    remove_copy (self);
}

/* What is not written yet is not lost with a window that goes, and what is to be
 * removed is gone with it. */
static void
finish (MellowDraftKeeper *self)
{
  g_autoptr (GBytes) content = NULL;

  if (self->timer != 0 && needs_copy (self)) {
    content = create_content (self);
    mellow_state_file_write_async (self->file, content, NULL, NULL);
  }
  mellow_state_file_flush (self->file, NULL);
}

static void
mellow_draft_keeper_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_PROBLEM:
    g_value_set_string (value, MELLOW_DRAFT_KEEPER (object)->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_draft_keeper_dispose (GObject *object)
{
  MellowDraftKeeper *self = MELLOW_DRAFT_KEEPER (object);

  if (self->draft != NULL)
    finish (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_draft_keeper_parent_class)->dispose (object);
}

static void
mellow_draft_keeper_finalize (GObject *object)
{
  MellowDraftKeeper *self = MELLOW_DRAFT_KEEPER (object);

  g_free (self->id);
  g_free (self->problem);
  g_clear_pointer (&self->file, mellow_state_file_unref);

  G_OBJECT_CLASS (mellow_draft_keeper_parent_class)->finalize (object);
}

static void
mellow_draft_keeper_class_init (MellowDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_draft_keeper_get_property;
  object_class->dispose = mellow_draft_keeper_dispose;
  object_class->finalize = mellow_draft_keeper_finalize;

  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mellow_draft_keeper_init (MellowDraftKeeper *self)
{
}

static void
take_id (MellowDraftKeeper *self, char *id)
{
  g_autofree char *path = mellow_draft_copy_dup_path (id);

  g_free (self->id);
  g_clear_pointer (&self->file, mellow_state_file_unref);
  self->id = id;
  self->file = mellow_state_file_new (path);
  mellow_draft_set_copy_id (self->draft, id);
}

static void
follow (MellowDraftKeeper *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

/**
 * mellow_draft_keeper_new:
 * @draft: a draft
 *
 * Returns: (transfer full): what keeps a copy of @draft
 */
MellowDraftKeeper *
mellow_draft_keeper_new (MellowDraft *draft)
{
  MellowDraftKeeper *self;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_DRAFT_KEEPER, NULL);
  self->draft = g_object_ref (draft);
  take_id (self, mellow_draft_copy_new_id ());

  buffer = mellow_draft_get_buffer (draft);
  follow (self, buffer, "changed", G_CALLBACK (on_changed));
  follow (self, buffer, "modified-changed", G_CALLBACK (on_state_changed));
  follow (self, draft, "brief-changed", G_CALLBACK (on_state_changed));
  follow (self, mellow_draft_get_ignored (draft), "edited", G_CALLBACK (on_state_changed));
  follow (self, draft, "notify::busy", G_CALLBACK (on_state_changed));
  follow (self, mellow_draft_get_tie (draft), "notify::file", G_CALLBACK (on_state_changed));
  follow (self, mellow_draft_get_tie (draft), "notify::etag", G_CALLBACK (on_state_changed));

  return self;
}

/**
 * mellow_draft_keeper_get_id:
 * @self: a keeper
 *
 * Returns: (transfer none): the name of its copy, which need not be there
 */
const char *
mellow_draft_keeper_get_id (MellowDraftKeeper *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT_KEEPER (self), NULL);

  return self->id;
}

/**
 * mellow_draft_keeper_get_problem:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): why the last copy could not be written
 */
const char *
mellow_draft_keeper_get_problem (MellowDraftKeeper *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT_KEEPER (self), NULL);

  return self->problem;
}

/**
 * mellow_draft_keeper_restore:
 * @self: a keeper of a draft that nobody would miss
 * @id: the name of @copy
 * @copy: a copy that nobody keeps
 *
 * Makes the draft what @copy has, and keeps that copy from now on.
 */
void
mellow_draft_keeper_restore (MellowDraftKeeper *self, const char *id, const MellowDraftCopy *copy)
{
  g_return_if_fail (MELLOW_IS_DRAFT_KEEPER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (copy != NULL);

  remove_copy (self);
  take_id (self, g_strdup (id));
  mellow_draft_copy_restore (copy, self->draft);
  self->has_copy = TRUE;
}

/**
 * mellow_draft_keeper_discard:
 * @self: a keeper
 *
 * Removes the copy for good: the user does not want the changes.
 */
void
mellow_draft_keeper_discard (MellowDraftKeeper *self)
{
  g_return_if_fail (MELLOW_IS_DRAFT_KEEPER (self));

  self->is_discarded = TRUE;
  remove_copy (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-watch.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-draft-reader.h"
#include "mellow-text-check.h"

/* The writer pauses for so long before the text is compared again, in milliseconds. */
#define PAUSE 300

#define WATCH "mellow-parity-watch"

/**
 * MellowParityWatch:
 *
 * The tone of a draft beside that of its original: of a file of translations, which has
 * the originals in it, or of any text to which the writer named another.
 *
 * Texts are compared in a thread, from a copy, when the writer pauses. Until then what was
 * found stays, and its places move with the text.
 */
struct _MellowParityWatch {
  GObject parent_instance;

  MellowDraft *draft; /* weak */
  MellowParityState state;
  char *problem; /* (nullable): why the original cannot be read */

  GFile *file;             /* (nullable): of the original, if it is another one */
  ProseDocument *original; /* (nullable): as it was read */
  char *etag;              /* (nullable): the state of the file then */

  MellowParityResult *result;

  guint serial; /* of what is to be compared */
  guint pause_source;
  gboolean is_running;
  gboolean is_behind;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowParityWatch, mellow_parity_watch, G_TYPE_OBJECT)

static MellowReview *
get_review (MellowParityWatch *self)
{
  return mellow_draft_get_review (self->draft);
}

static void
tell (MellowParityWatch *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- in the thread --- */

/* What to compare, and what came of it. */
typedef struct {
  guint serial;
  ProseRuleSet *rules;
  const ProseFormat *format;
  char *text;
  GFile *file; /* (nullable) */

  ProseDocument *original; /* (nullable): read already, or now */
  char *etag;
  ProseParity *parity;
  GError *problem;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  prose_rule_set_unref (work->rules);
  g_free (work->text);
  g_clear_object (&work->file);
  g_clear_pointer (&work->original, prose_document_unref);
  g_free (work->etag);
  g_clear_pointer (&work->parity, prose_parity_free);
  g_clear_error (&work->problem);
  g_free (work);
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (ProseDocument) document = prose_document_new (work->text, -1);

  prose_document_set_format (document, work->format);
  if (work->file != NULL && work->original == NULL)
    work->original = mellow_draft_read_file (work->file, &work->etag, &work->problem);
  if (work->problem == NULL)
    work->parity = mellow_text_compare (work->rules, document, work->original, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

/* --- what came of it --- */

static GPtrArray *
get_dismissals (MellowParityWatch *self)
{
  return mellow_document_data_get_dismissed (mellow_draft_get_data (self->draft));
}

static void
forget_result (MellowParityWatch *self)
{
  mellow_parity_result_take (self->result, NULL, FALSE, get_dismissals (self));
}

static void
take_result (MellowParityWatch *self, Work *work)
{
  g_clear_pointer (&self->problem, g_free);
  self->state = MELLOW_PARITY_COMPARED;
  mellow_parity_result_take (self->result, g_steal_pointer (&work->parity), work->file == NULL,
                             get_dismissals (self));
}

static void
take_problem (MellowParityWatch *self, const GError *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                                ? _ ("It is not where it was.")
                                : problem->message);
  self->state = MELLOW_PARITY_NO_FILE;
  forget_result (self);
}

/* The original is kept as it was read, also for a text that was edited meanwhile. */
static void
take_original (MellowParityWatch *self, Work *work)
{
  if (work->original == NULL || self->original != NULL || self->file == NULL ||
      !g_file_equal (self->file, work->file))
    return;

  self->original = prose_document_ref (work->original);
  self->etag = g_strdup (work->etag);
}

static void start (MellowParityWatch *self);

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MellowParityWatch *self = MELLOW_PARITY_WATCH (source);
  Work *work = g_task_get_task_data (G_TASK (result));

  self->is_running = FALSE;
  if (self->draft == NULL)
    return;

  take_original (self, work);
  if (work->serial != self->serial) {
    if (self->is_behind && self->pause_source == 0)
      start (self);
    return;
  }

  self->is_behind = FALSE;
  if (work->problem != NULL)
    take_problem (self, work->problem);
  else
    take_result (self, work);
  tell (self);
}

/* --- when --- */

static void
start (MellowParityWatch *self)
{
  ProseSpan all = mellow_review_get_whole (get_review (self));
  g_autoptr (GTask) task = g_task_new (self, NULL, on_compared, NULL);
  Work *work = g_new0 (Work, 1);

  work->serial = self->serial;
  work->rules = prose_rule_set_ref (mellow_draft_get_rules (self->draft));
  work->format = mellow_review_get_format (get_review (self));
  work->text = mellow_review_dup_text (get_review (self), all);
  work->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  work->original = self->original != NULL ? prose_document_ref (self->original) : NULL;
  self->is_running = TRUE;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, compare);
}

/* One thread at a time: what it finds late is dropped. And a list may hold the watch longer
 * than there is a draft. */
static gboolean
on_pause (gpointer user_data)
{
  MellowParityWatch *self = user_data;

  self->pause_source = 0;
  if (!self->is_running && self->draft != NULL)
    start (self);
  return G_SOURCE_REMOVE;
}

/* What is being compared is not asked for any more. */
static void
call_off (MellowParityWatch *self)
{
  self->serial++;
  self->is_behind = FALSE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
}

static void
compare_after (MellowParityWatch *self, guint pause)
{
  call_off (self);
  self->is_behind = TRUE;
  self->pause_source =
      pause > 0 ? g_timeout_add (pause, on_pause, self) : g_idle_add (on_pause, self);
}

static void
on_text_changed (MellowParityWatch *self)
{
  if (self->state != MELLOW_PARITY_NO_ORIGINAL)
    compare_after (self, PAUSE);
}

/* --- what with --- */

static void
drop_original (MellowParityWatch *self)
{
  g_clear_pointer (&self->original, prose_document_unref);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->problem, g_free);
}

static GFile *
create_file (MellowDraft *draft)
{
  const char *uri = mellow_document_data_get_original (mellow_draft_get_data (draft));

  return uri != NULL && !mellow_parity_watch_has_own_original (draft) ? g_file_new_for_uri (uri)
                                                                      : NULL;
}

static void
begin_anew (MellowParityWatch *self)
{
  drop_original (self);
  forget_result (self);
  self->state = mellow_parity_watch_has_original (self->draft) ? MELLOW_PARITY_COMPARING
                                                               : MELLOW_PARITY_NO_ORIGINAL;
  if (self->state == MELLOW_PARITY_COMPARING)
    compare_after (self, 0);
  else
    call_off (self);
  tell (self);
}

static gboolean
are_same (GFile *a, GFile *b)
{
  return a == b || (a != NULL && b != NULL && g_file_equal (a, b));
}

static gboolean
set_file (MellowParityWatch *self)
{
  g_autoptr (GFile) file = create_file (self->draft);

  if (are_same (file, self->file))
    return FALSE;

  g_set_object (&self->file, file);
  return TRUE;
}

static void
on_format_changed (MellowParityWatch *self)
{
  if (self->draft == NULL)
    return;

  set_file (self);
  begin_anew (self);
}

static void
on_data_changed (MellowParityWatch *self)
{
  if (set_file (self)) {
    begin_anew (self);
    return;
  }
  mellow_parity_result_dismiss (self->result, get_dismissals (self));
  tell (self);
}

/* --- places --- */

static void
follow_insert (MellowParityWatch *self, GtkTextIter *place, const char *text, int length)
{
  if (self->draft != NULL && self->state == MELLOW_PARITY_COMPARED)
    mellow_parity_result_follow_insert (
        self->result, mellow_review_get_offset (get_review (self), place), length);
}

static void
follow_delete (MellowParityWatch *self, GtkTextIter *start, GtkTextIter *end)
{
  ProseSpan gone;

  if (self->draft == NULL || self->state != MELLOW_PARITY_COMPARED)
    return;

  gone = (ProseSpan){ mellow_review_get_offset (get_review (self), start),
                      mellow_review_get_offset (get_review (self), end) };
  mellow_parity_result_follow_delete (self->result, gone);
}

/* --- the object --- */

static void
mellow_parity_watch_dispose (GObject *object)
{
  MellowParityWatch *self = MELLOW_PARITY_WATCH (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_weak_pointer (&self->draft);

  G_OBJECT_CLASS (mellow_parity_watch_parent_class)->dispose (object);
}

static void
mellow_parity_watch_finalize (GObject *object)
{
  MellowParityWatch *self = MELLOW_PARITY_WATCH (object);

  drop_original (self);
  g_clear_object (&self->file);
  g_object_unref (self->result);

  G_OBJECT_CLASS (mellow_parity_watch_parent_class)->finalize (object);
}

static void
mellow_parity_watch_class_init (MellowParityWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mellow_parity_watch_dispose;
  object_class->finalize = mellow_parity_watch_finalize;

  /**
   * MellowParityWatch::changed:
   * @self: a watch
   *
   * The texts were compared anew, other differences are dismissed, or the original is
   * another one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_parity_watch_init (MellowParityWatch *self)
{
  self->result = mellow_parity_result_new ();
}

/* Before the review hears of an edit places are those of the text as it still is. */
static MellowParityWatch *
create (MellowDraft *draft)
{
  MellowParityWatch *self = g_object_new (MELLOW_TYPE_PARITY_WATCH, NULL);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  MellowReview *review = mellow_draft_get_review (draft);

  g_set_weak_pointer (&self->draft, draft);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (follow_insert), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (follow_delete), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "changed", G_CALLBACK (on_text_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "format-changed", G_CALLBACK (on_format_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "brief-changed", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);
  set_file (self);
  begin_anew (self);
  return self;
}

/**
 * mellow_parity_watch_has_own_original:
 * @draft: a draft
 *
 * Returns: whether its file has the originals in it
 */
gboolean
mellow_parity_watch_has_own_original (MellowDraft *draft)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), FALSE);

  return prose_translation_has_units (mellow_review_get_format (mellow_draft_get_review (draft)));
}

/**
 * mellow_parity_watch_has_original:
 * @draft: a draft
 *
 * Returns: whether it is known what it is a translation of
 */
gboolean
mellow_parity_watch_has_original (MellowDraft *draft)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), FALSE);

  return mellow_parity_watch_has_own_original (draft) ||
         mellow_document_data_get_original (mellow_draft_get_data (draft)) != NULL;
}

/**
 * mellow_parity_watch_of:
 * @draft: a draft
 *
 * Returns: (transfer none): the watch over its tone, made when it is first asked for
 */
MellowParityWatch *
mellow_parity_watch_of (MellowDraft *draft)
{
  MellowParityWatch *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_get_data (G_OBJECT (draft), WATCH);
  if (self == NULL) {
    self = create (draft);
    g_object_set_data_full (G_OBJECT (draft), WATCH, self, g_object_unref);
  }
  return self;
}

/**
 * mellow_parity_watch_get_state:
 * @self: a watch
 *
 * Returns: what is known of the text and its original
 */
MellowParityState
mellow_parity_watch_get_state (MellowParityWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), MELLOW_PARITY_NO_ORIGINAL);

  return self->state;
}

/**
 * mellow_parity_watch_is_behind:
 * @self: a watch
 *
 * Returns: whether the text is another one than was compared
 */
gboolean
mellow_parity_watch_is_behind (MellowParityWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), FALSE);

  return self->is_behind;
}

/**
 * mellow_parity_watch_get_problem:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): why the original cannot be read
 */
const char *
mellow_parity_watch_get_problem (MellowParityWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), NULL);

  return self->problem;
}

/**
 * mellow_parity_watch_get_result:
 * @self: a watch
 *
 * Returns: (transfer none): what was found when the text was compared the last time
 */
MellowParityResult *
mellow_parity_watch_get_result (MellowParityWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), NULL);

  return self->result;
}

/**
 * mellow_parity_watch_get_file:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the file of the original, if that is another one
 */
GFile *
mellow_parity_watch_get_file (MellowParityWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), NULL);

  return self->file;
}

/* --- the file of the original --- */

static void
on_file_queried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowParityWatch) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  const char *etag = info != NULL ? g_file_info_get_etag (info) : NULL;

  if (self->draft == NULL || self->file == NULL || !g_file_equal (self->file, G_FILE (source)))
    return;
  if (self->is_behind || g_strcmp0 (etag, self->etag) == 0)
    return;

  drop_original (self);
  compare_after (self, 0);
}

/**
 * mellow_parity_watch_check_file:
 * @self: a watch
 *
 * Compares with the original as it is now, if its file has changed.
 */
void
mellow_parity_watch_check_file (MellowParityWatch *self)
{
  g_return_if_fail (MELLOW_IS_PARITY_WATCH (self));

  if (self->file != NULL)
    g_file_query_info_async (self->file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, NULL, on_file_queried, g_object_ref (self));
}

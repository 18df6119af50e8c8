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

  ProseParity *parity; /* (nullable): the last result; the items have its findings */
  GPtrArray *items;    /* of all findings, the gravest first */
  GListStore *findings;
  GListStore *dismissed;
  GHashTable *units; /* id → the gravest of its items; made when it is asked for */

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

/* Those that are known by a key, the first one last. */
static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = items->len; i-- > 0;) {
    const char *key = mellow_parity_item_get_key (items->pdata[i]);
    GPtrArray *alike = g_hash_table_lookup (index, key);

    if (alike == NULL) {
      alike = g_ptr_array_new ();
      g_hash_table_insert (index, (gpointer)key, alike);
    }
    g_ptr_array_add (alike, items->pdata[i]);
  }
  return index;
}

static MellowParityItem *
take_item (GHashTable *index, ProseParityFinding *finding)
{
  GPtrArray *alike = g_hash_table_lookup (index, finding->key);

  return alike != NULL && alike->len > 0 ? g_ptr_array_steal_index (alike, alike->len - 1) : NULL;
}

static GPtrArray *
create_items (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* What was found before keeps its item, and so its row. An index by keys that the items
 * own: they are renewed when it is not needed any more. */
static void
take_findings (MellowParityWatch *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  g_autoptr (GHashTable) index = index_items (old);

  g_clear_pointer (&self->units, g_hash_table_unref);
  self->items = create_items ();
  for (guint i = 0; i < findings->len; i++) {
    MellowParityItem *known = take_item (index, findings->pdata[i]);

    g_ptr_array_add (self->items, known != NULL ? g_object_ref (known)
                                                : mellow_parity_item_new (findings->pdata[i]));
  }
  g_hash_table_remove_all (index);
  for (guint i = 0; i < findings->len; i++)
    if (mellow_parity_item_get_finding (self->items->pdata[i]) != findings->pdata[i])
      mellow_parity_item_renew (self->items->pdata[i], findings->pdata[i]);
  g_ptr_array_set_free_func (findings, NULL);
  g_ptr_array_set_size (findings, 0);
}

static gpointer
peek (GListStore *list, guint position)
{
  gpointer item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_object_unref (item);
  return item;
}

/* Only what is different is told of, so that the rows of all else stay. */
static void
fill (GListStore *list, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint least = MIN (n, items->len), first = 0, last = 0;

  while (first < least && peek (list, first) == items->pdata[first])
    first++;
  while (last < least - first && peek (list, n - 1 - last) == items->pdata[items->len - 1 - last])
    last++;
  if (first + last < n || first + last < items->len)
    g_list_store_splice (list, first, n - first - last, items->pdata + first,
                         items->len - first - last);
}

static GHashTable *
create_keys (GPtrArray *dismissals)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dismissals->len; i++)
    g_hash_table_add (keys, ((const ProseDismissal *)dismissals->pdata[i])->key);

  return keys;
}

static void
fill_lists (MellowParityWatch *self)
{
  g_autoptr (GHashTable) keys = create_keys (mellow_draft_get_dismissed (self->draft));
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GPtrArray) dismissed = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++) {
    const char *key = mellow_parity_item_get_key (self->items->pdata[i]);

    g_ptr_array_add (g_hash_table_contains (keys, key) ? dismissed : findings,
                     self->items->pdata[i]);
  }
  g_clear_pointer (&self->units, g_hash_table_unref);
  fill (self->findings, findings);
  fill (self->dismissed, dismissed);
}

static void
forget_result (MellowParityWatch *self)
{
  g_clear_pointer (&self->parity, prose_parity_free);
  g_ptr_array_set_size (self->items, 0);
  fill_lists (self);
}

static void
take_result (MellowParityWatch *self, Work *work)
{
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->parity, prose_parity_free);
  self->parity = g_steal_pointer (&work->parity);
  if (self->parity != NULL)
    take_findings (self, self->parity->findings);
  else
    g_ptr_array_set_size (self->items, 0);
  self->state = MELLOW_PARITY_COMPARED;
  fill_lists (self);
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
  ProseSpan all = { 0, mellow_review_get_length (get_review (self)) };
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
  const char *uri = mellow_draft_get_original (draft);

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
  fill_lists (self);
  tell (self);
}

/* --- places --- */

static void
follow_insert (MellowParityWatch *self, GtkTextIter *place, const char *text, int length)
{
  guint start;

  if (self->parity == NULL || self->draft == NULL)
    return;

  start = mellow_review_get_offset (get_review (self), place);
  for (guint i = 0; i < self->items->len; i++)
    mellow_parity_item_follow_insert (self->items->pdata[i], start, length);
  for (guint i = 0; i < self->parity->skipped->len; i++) {
    ProseParitySkip *skip = self->parity->skipped->pdata[i];

    if (skip->has_target || self->file == NULL)
      skip->span = prose_span_after_insert (skip->span, start, length);
  }
}

static void
follow_delete (MellowParityWatch *self, GtkTextIter *start, GtkTextIter *end)
{
  ProseSpan gone;

  if (self->parity == NULL || self->draft == NULL)
    return;

  gone = (ProseSpan){ mellow_review_get_offset (get_review (self), start),
                      mellow_review_get_offset (get_review (self), end) };
  for (guint i = 0; i < self->items->len; i++)
    mellow_parity_item_follow_delete (self->items->pdata[i], gone);
  for (guint i = 0; i < self->parity->skipped->len; i++) {
    ProseParitySkip *skip = self->parity->skipped->pdata[i];

    if (skip->has_target || self->file == NULL)
      skip->span = prose_span_after_delete (skip->span, gone);
  }
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
  g_clear_pointer (&self->parity, prose_parity_free);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_ptr_array_unref (self->items);
  g_object_unref (self->findings);
  g_object_unref (self->dismissed);

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
  self->items = create_items ();
  self->findings = g_list_store_new (MELLOW_TYPE_PARITY_ITEM);
  self->dismissed = g_list_store_new (MELLOW_TYPE_PARITY_ITEM);
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

  return mellow_parity_watch_has_own_original (draft) || mellow_draft_get_original (draft) != NULL;
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

/* --- what was found --- */

/**
 * mellow_parity_watch_get_findings:
 * @self: a watch
 *
 * Returns: (transfer none): how the tones differ, a list of [class@Mellow.ParityItem], the
 *   gravest first
 */
GListModel *
mellow_parity_watch_get_findings (MellowParityWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), NULL);

  return G_LIST_MODEL (self->findings);
}

/**
 * mellow_parity_watch_get_dismissed:
 * @self: a watch
 *
 * Returns: (transfer none): the differences that are to stay, likewise
 */
GListModel *
mellow_parity_watch_get_dismissed (MellowParityWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), NULL);

  return G_LIST_MODEL (self->dismissed);
}

static GHashTable *
index_units (GListModel *findings)
{
  GHashTable *units = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = g_list_model_get_n_items (findings); i-- > 0;) {
    g_autoptr (MellowParityItem) item = g_list_model_get_item (findings, i);
    const char *unit = mellow_parity_item_get_unit (item);

    if (unit != NULL)
      g_hash_table_replace (units, (gpointer)unit, item);
  }
  return units;
}

/**
 * mellow_parity_watch_find:
 * @self: a watch
 * @unit: (nullable): what a unit of the text is known by
 *
 * Returns: (transfer none) (nullable): the gravest difference in that unit
 */
MellowParityItem *
mellow_parity_watch_find (MellowParityWatch *self, const char *unit)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), NULL);

  if (unit == NULL)
    return NULL;
  if (self->units == NULL)
    self->units = index_units (G_LIST_MODEL (self->findings));

  return g_hash_table_lookup (self->units, unit);
}

/**
 * mellow_parity_watch_get_n_compared:
 * @self: a watch
 *
 * Returns: how many units, or parts of the text, were compared
 */
guint
mellow_parity_watch_get_n_compared (MellowParityWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), 0);

  return self->parity != NULL ? self->parity->n_compared : 0;
}

/**
 * mellow_parity_watch_count_skipped:
 * @self: a watch
 * @gap: a reason not to compare something
 *
 * Returns: how many units were not compared for it
 */
guint
mellow_parity_watch_count_skipped (MellowParityWatch *self, ProseParityGap gap)
{
  guint n = 0;

  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), 0);

  for (guint i = 0; self->parity != NULL && i < self->parity->skipped->len; i++)
    n += ((const ProseParitySkip *)self->parity->skipped->pdata[i])->gap == gap;

  return n;
}

/**
 * mellow_parity_watch_find_skipped:
 * @self: a watch
 * @gap: a reason not to compare something
 * @after: a place of the text, in bytes
 * @place: (out): what was not compared for it, the next after @after, or the first
 *
 * Returns: whether there is one in the text
 */
gboolean
mellow_parity_watch_find_skipped (MellowParityWatch *self,
                                  ProseParityGap gap,
                                  guint after,
                                  ProseSpan *place)
{
  gboolean is_found = FALSE;

  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  for (guint i = 0; self->parity != NULL && i < self->parity->skipped->len; i++) {
    const ProseParitySkip *skip = self->parity->skipped->pdata[i];

    if (skip->gap != gap || (!skip->has_target && self->file != NULL))
      continue;
    if (!is_found || (place->start <= after && skip->span.start > after))
      *place = skip->span;
    is_found = TRUE;
    if (place->start > after)
      break;
  }
  return is_found;
}

/**
 * mellow_parity_watch_get_language:
 * @self: a watch
 * @is_target: whether that of the translation, or of the original
 *
 * Returns: (transfer none) (nullable): the language, if it is known
 */
const char *
mellow_parity_watch_get_language (MellowParityWatch *self, gboolean is_target)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), NULL);

  if (self->parity == NULL)
    return NULL;

  return is_target ? self->parity->target_language : self->parity->source_language;
}

/**
 * mellow_parity_watch_get_measures:
 * @self: a watch
 * @is_target: whether those of the translation, or of the original
 *
 * Returns: (transfer none) (nullable): what was compared amounts to, once it was
 */
const ProseMeasures *
mellow_parity_watch_get_measures (MellowParityWatch *self, gboolean is_target)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (self), NULL);

  if (self->parity == NULL)
    return NULL;

  return is_target ? &self->parity->target : &self->parity->source;
}

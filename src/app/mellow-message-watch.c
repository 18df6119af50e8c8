/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-message-watch.h"

#include <string.h>

/* How long the writer has to pause before the text is read again, in milliseconds. */
#define PAUSE 400

/* A text of so many bytes is read at once where somebody waits for it. */
#define SHORT 50000

/* How long to read at a time, in microseconds: half a frame. */
#define SLICE 8000

/**
 * MellowMessageWatch:
 *
 * Follows the messages of a draft through its text while it is being written. The
 * text is read after a pause, paragraph by paragraph, so that a key press costs the
 * same in a text of any length; and not at all while nobody looks.
 */
struct _MellowMessageWatch {
  GObject parent_instance;

  MellowDraft *draft; /* weak: it may go first */
  gboolean is_active;
  gboolean is_behind;
  guint pause_source;
  guint slice_source;

  GStrv messages;     /* that were followed */
  GPtrArray *traces;  /* of ProseMessageTrace, one for each */
  GPtrArray *repeats; /* of MellowRepeat, the most frequent first */

  /* While it is read. */
  GPtrArray *readers;    /* of ProseMessageReader, one for each message */
  GHashTable *phrases;   /* from a folded phrase to its MellowRepeat */
  ProseReading *reading; /* of a formatted file; NULL for plain text */
  guint offset;          /* what is read of the text, or of the reading */
  guint position;        /* what is read of the marks */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowMessageWatch, mellow_message_watch, G_TYPE_OBJECT)

static void
repeat_free (gpointer data)
{
  MellowRepeat *repeat = data;

  g_free (repeat->phrase);
  g_free (repeat);
}

static MellowReview *
get_review (MellowMessageWatch *self)
{
  return mellow_draft_get_review (self->draft);
}

/* --- reading --- */

static ProseLexicon *
dup_lexicon (MellowMessageWatch *self)
{
  ProseRuleSet *rules = mellow_draft_get_rules (self->draft);
  const char *found = mellow_review_find_language (get_review (self));
  const char *language = found != NULL ? found : "en";

  return prose_rule_set_has_language (rules, language)
             ? prose_rule_set_dup_lexicon (rules, language)
             : prose_lexicon_new (language);
}

static void
stop_reading (MellowMessageWatch *self)
{
  g_clear_handle_id (&self->slice_source, g_source_remove);
  g_clear_pointer (&self->readers, g_ptr_array_unref);
  g_clear_pointer (&self->phrases, g_hash_table_unref);
  g_clear_pointer (&self->reading, prose_reading_free);
}

/* What a reader sees of a formatted file; NULL for plain text. */
static ProseReading *
read_file (MellowMessageWatch *self)
{
  ProseSpan all = mellow_review_get_whole (get_review (self));

  return prose_format_is_text (mellow_review_get_format (get_review (self)))
             ? NULL
             : prose_live_checker_read (mellow_review_get_checker (get_review (self)), all);
}

static void
start_reading (MellowMessageWatch *self)
{
  g_autoptr (ProseLexicon) lexicon = dup_lexicon (self);

  stop_reading (self);
  g_strfreev (self->messages);
  self->messages =
      g_strdupv ((GStrv)mellow_document_data_get_messages (mellow_draft_get_data (self->draft)));
  self->readers = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_message_reader_free);
  for (guint i = 0; self->messages[i] != NULL; i++)
    g_ptr_array_add (self->readers, prose_message_reader_new (self->messages[i], lexicon));
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, repeat_free);
  self->reading = read_file (self);
  self->offset = 0;
  self->position = 0;
}

static void
read_words (MellowMessageWatch *self, const char *text, ProseSpan span)
{
  for (guint i = 0; i < self->readers->len; i++)
    prose_message_reader_read (self->readers->pdata[i], text, prose_span_get_length (span),
                               span.start);
  self->offset = span.end;
}

/* A segment, up to the blank line behind it. */
static void
read_segment (MellowMessageWatch *self)
{
  const char *text = prose_reading_get_text (self->reading) + self->offset;
  const char *end = strstr (text, "\n\n");
  gsize length = end != NULL ? (gsize)(end + 2 - text) : strlen (text);

  read_words (self, text, (ProseSpan){ self->offset, self->offset + length });
}

static void
read_paragraph (MellowMessageWatch *self)
{
  g_autofree char *text = NULL;
  ProseSpan span;

  mellow_review_find_paragraph (get_review (self), self->offset, &span);
  span.start = self->offset;
  span.end = MAX (span.end, self->offset + 1);
  text = mellow_review_dup_text (get_review (self), span);
  read_words (self, text, span);
}

static void
count_phrase (MellowMessageWatch *self, ProseSpan place)
{
  g_autofree char *phrase = mellow_review_dup_copy (get_review (self), place);
  ProseSpan whole = { 0, strlen (phrase) };
  g_autofree char *folded = prose_ignore_key_dup_phrase (phrase, whole);
  MellowRepeat *repeat = g_hash_table_lookup (self->phrases, folded);

  if (repeat == NULL) {
    repeat = g_new0 (MellowRepeat, 1);
    repeat->phrase = g_steal_pointer (&phrase);
    repeat->place = place;
    g_hash_table_insert (self->phrases, g_steal_pointer (&folded), repeat);
  }
  repeat->count++;
}

/* Commands, deadlines and the like; what may be true is not said too often. */
static void
read_mark (MellowMessageWatch *self)
{
  ProseDiagnostic mark = mellow_review_get_mark (get_review (self), self->position);

  self->position++;
  if (mark.rule->severity >= PROSE_SEVERITY_PRESSURE)
    count_phrase (self, mark.span);
}

static int
compare_repeats (gconstpointer a, gconstpointer b)
{
  const MellowRepeat *left = *(const MellowRepeat *const *)a;
  const MellowRepeat *right = *(const MellowRepeat *const *)b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return (left->place.start > right->place.start) - (left->place.start < right->place.start);
}

static void
keep_repeats (MellowMessageWatch *self)
{
  GHashTableIter iter;
  gpointer folded;
  MellowRepeat *repeat;

  g_ptr_array_set_size (self->repeats, 0);
  g_hash_table_iter_init (&iter, self->phrases);
  while (g_hash_table_iter_next (&iter, &folded, (gpointer *)&repeat)) {
    if (repeat->count < 2)
      continue;
    g_hash_table_iter_steal (&iter);
    g_free (folded);
    g_ptr_array_add (self->repeats, repeat);
  }
  g_ptr_array_sort (self->repeats, compare_repeats);
}

/* Where an echo sounds in the file. */
static void
place_echoes (MellowMessageWatch *self, ProseMessageTrace *trace)
{
  for (guint i = 0; self->reading != NULL && i < trace->echoes->len; i++) {
    ProseEcho *echo = &g_array_index (trace->echoes, ProseEcho, i);

    echo->span = prose_reading_to_source (self->reading, echo->span);
  }
}

static ProseMessageTrace *
take_trace (MellowMessageWatch *self, guint message)
{
  ProseMessageTrace *trace = prose_message_reader_take_trace (self->readers->pdata[message]);

  place_echoes (self, trace);
  return trace;
}

static guint
get_length (MellowMessageWatch *self)
{
  return self->reading != NULL ? prose_reading_get_length (self->reading)
                               : mellow_review_get_length (get_review (self));
}

static void
finish_reading (MellowMessageWatch *self)
{
  g_ptr_array_set_size (self->traces, 0);
  for (guint i = 0; i < self->readers->len; i++)
    g_ptr_array_add (self->traces, take_trace (self, i));
  keep_repeats (self);
  stop_reading (self);
  self->is_behind = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Reads a little. Whether there is more. */
static gboolean
read_on (MellowMessageWatch *self)
{
  if (self->readers->len > 0 && self->offset < get_length (self))
    (self->reading != NULL ? read_segment : read_paragraph) (self);
  else if (self->position < mellow_review_get_n_marks (get_review (self)))
    read_mark (self);
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_slice (gpointer user_data)
{
  MellowMessageWatch *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (g_get_monotonic_time () < end) {
    if (read_on (self))
      continue;
    self->slice_source = 0;
    finish_reading (self);
    return G_SOURCE_REMOVE;
  }
  return G_SOURCE_CONTINUE;
}

static gboolean
on_pause (gpointer user_data)
{
  MellowMessageWatch *self = user_data;

  self->pause_source = 0;
  start_reading (self);
  self->slice_source = g_idle_add_full (G_PRIORITY_LOW, read_slice, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
wait_for_pause (MellowMessageWatch *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  stop_reading (self);
  self->is_behind = TRUE;
  if (self->is_active && self->draft != NULL)
    self->pause_source = g_timeout_add (PAUSE, on_pause, self);
}

/* --- the object --- */

static void
mellow_message_watch_dispose (GObject *object)
{
  MellowMessageWatch *self = MELLOW_MESSAGE_WATCH (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  stop_reading (self);
  g_clear_weak_pointer (&self->draft);

  G_OBJECT_CLASS (mellow_message_watch_parent_class)->dispose (object);
}

static void
mellow_message_watch_finalize (GObject *object)
{
  MellowMessageWatch *self = MELLOW_MESSAGE_WATCH (object);

  g_strfreev (self->messages);
  g_ptr_array_unref (self->traces);
  g_ptr_array_unref (self->repeats);

  G_OBJECT_CLASS (mellow_message_watch_parent_class)->finalize (object);
}

static void
mellow_message_watch_class_init (MellowMessageWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_message_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_message_watch_finalize;

  /**
   * MellowMessageWatch::changed:
   * @self: a watch
   *
   * The text was read anew.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_message_watch_init (MellowMessageWatch *self)
{
  self->messages = g_new0 (char *, 1);
  self->traces = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_message_trace_free);
  self->repeats = g_ptr_array_new_with_free_func (repeat_free);
  self->is_behind = TRUE;
}

/* Without a pause: somebody waits. */
static void
read_now (MellowMessageWatch *self)
{
  if (mellow_review_get_length (get_review (self)) <= SHORT) {
    mellow_message_watch_catch_up (self);
    return;
  }

  g_clear_handle_id (&self->pause_source, g_source_remove);
  on_pause (self);
}

static void
on_data_changed (MellowMessageWatch *self)
{
  wait_for_pause (self);
  if (self->is_active)
    read_now (self);
}

/**
 * mellow_message_watch_new:
 * @draft: a draft
 *
 * Returns: (transfer full): a watch over the messages of @draft, that is not active
 */
MellowMessageWatch *
mellow_message_watch_new (MellowDraft *draft)
{
  MellowMessageWatch *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_MESSAGE_WATCH, NULL);
  g_set_weak_pointer (&self->draft, draft);
  g_signal_connect_object (mellow_draft_get_review (draft), "changed", G_CALLBACK (wait_for_pause),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "brief-changed", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_message_watch_set_active:
 * @self: a watch
 * @is_active: whether somebody looks
 */
void
mellow_message_watch_set_active (MellowMessageWatch *self, gboolean is_active)
{
  g_return_if_fail (MELLOW_IS_MESSAGE_WATCH (self));

  self->is_active = is_active;
  if (!is_active)
    wait_for_pause (self);
  else if (self->is_behind)
    read_now (self);
}

/**
 * mellow_message_watch_catch_up:
 * @self: a watch
 *
 * Reads at once what was not read yet: before a place is gone to.
 */
void
mellow_message_watch_catch_up (MellowMessageWatch *self)
{
  g_return_if_fail (MELLOW_IS_MESSAGE_WATCH (self));

  if (!self->is_behind)
    return;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  start_reading (self);
  while (read_on (self))
    continue;
  finish_reading (self);
}

/**
 * mellow_message_watch_get_n_messages:
 * @self: a watch
 *
 * Returns: how many messages were followed when the text was read last
 */
guint
mellow_message_watch_get_n_messages (MellowMessageWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_MESSAGE_WATCH (self), 0);

  return self->traces->len;
}

/**
 * mellow_message_watch_get_message:
 * @self: a watch
 * @i: which of the messages that were followed
 *
 * Returns: (transfer none): the message
 */
const char *
mellow_message_watch_get_message (MellowMessageWatch *self, guint i)
{
  g_return_val_if_fail (MELLOW_IS_MESSAGE_WATCH (self), NULL);
  g_return_val_if_fail (i < self->traces->len, NULL);

  return self->messages[i];
}

/**
 * mellow_message_watch_get_trace:
 * @self: a watch
 * @i: which of the messages that were followed
 *
 * Returns: (transfer none): where it sounds
 */
const ProseMessageTrace *
mellow_message_watch_get_trace (MellowMessageWatch *self, guint i)
{
  g_return_val_if_fail (MELLOW_IS_MESSAGE_WATCH (self), NULL);
  g_return_val_if_fail (i < self->traces->len, NULL);

  return self->traces->pdata[i];
}

/**
 * mellow_message_watch_get_repeats:
 * @self: a watch
 *
 * Returns: (transfer none) (element-type MellowRepeat): the devices that come word
 *   for word more than once, the most frequent first
 */
GPtrArray *
mellow_message_watch_get_repeats (MellowMessageWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_MESSAGE_WATCH (self), NULL);

  return self->repeats;
}

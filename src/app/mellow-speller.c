/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-speller.h"

#include "mellow-spelling-block.h"
#include "mellow-spelling-tag.h"

/* How long the main loop is kept busy in one go, in microseconds. */
#define SLICE (2 * G_TIME_SPAN_MILLISECOND)

/* How much text is read in one go, in bytes; a paragraph may be of any length. */
#define WINDOW 8192

/**
 * MellowSpeller:
 *
 * Tags the misspelt words of a text, each paragraph by the dictionary of its
 * language.
 *
 * An edit only notes down which paragraphs are to be checked again. That is done
 * when nothing else is to do, a slice at a time, and beginning where the cursor
 * is. The word that is being typed is left alone until the cursor leaves it.
 */
struct _MellowSpeller {
  GObject parent_instance;

  MellowReview *review;
  MellowSpellingJudge judge;

  GtkTextTag *tag;
  GtkSourceRegion *unchecked;
  guint source;
  gboolean enabled;

  /* The word that was left alone, if one was. */
  GtkTextMark *held;
  gboolean is_holding;

  GHashTable *told; /* packages with the dictionaries that are missing */
};

enum {
  PROP_0,
  PROP_ENABLED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  DICTIONARY_MISSING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowSpeller, mellow_speller, G_TYPE_OBJECT)

static GtkTextBuffer *
get_text_buffer (MellowSpeller *self)
{
  return GTK_TEXT_BUFFER (mellow_review_get_buffer (self->review));
}

/* --- the word being typed --- */

static gboolean
is_being_typed (MellowSpeller *self, ProseSpan word)
{
  return prose_span_overlaps (word, mellow_review_get_typed_word (self->review));
}

static void
hold (MellowSpeller *self, const GtkTextIter *place)
{
  gtk_text_buffer_move_mark (get_text_buffer (self), self->held, place);
  self->is_holding = TRUE;
}

/* --- slices --- */

/* A stretch of text that is checked from its start on. */
typedef struct {
  char *text;
  gsize length;
  guint offset; /* of text in the buffer, in bytes */
  GtkTextIter iter;
  guint position; /* of iter, in bytes from the start of text */
} Window;

static void
window_clear (Window *self)
{
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Window, window_clear)

static void
move_to (Window *window, guint position)
{
  glong n = g_utf8_strlen (window->text + window->position, position - window->position);

  gtk_text_iter_forward_chars (&window->iter, n);
  window->position = position;
}

/* Where a text that goes on can be cut: at white space, or else between any two
 * characters. */
static gsize
find_cut (const char *text, gsize length)
{
  const char *end;
  gsize cut = length;

  while (cut > 0 && !g_ascii_isspace (text[cut - 1]))
    cut--;
  if (cut > 0)
    return cut;

  g_utf8_validate (text, length, &end);
  return end - text;
}

static void
open_window (MellowSpeller *self, const GtkTextIter *start, guint paragraph_end, Window *window)
{
  guint offset = mellow_review_get_offset (self->review, start);
  guint end = MIN (offset + WINDOW, paragraph_end);

  window->text = mellow_review_dup_text (self->review, (ProseSpan){ offset, end });
  window->length = end - offset;
  if (end < paragraph_end)
    window->length = find_cut (window->text, window->length);
  window->offset = offset;
  window->iter = *start;
  window->position = 0;
}

/* Tags the word if it is wrong, and clears the text from *gap up to it. */
static void
check_word (MellowSpeller *self,
            Window *window,
            MellowDictionary *dictionary,
            const MellowSpellingWord *word,
            GtkTextIter *gap)
{
  gboolean is_typed = is_being_typed (self, prose_span_shift (word->span, window->offset));
  GtkTextIter start;

  if (!is_typed && mellow_spelling_judge_is_right (&self->judge, dictionary, window->text, word))
    return;

  move_to (window, word->span.start);
  start = window->iter;
  if (is_typed) {
    hold (self, &start);
    return;
  }

  mellow_spelling_tag_remove (self->tag, gap, &start);
  move_to (window, word->span.end);
  mellow_spelling_tag_apply (self->tag, &start, &window->iter);
  *gap = window->iter;
}

/* Checks words until the time is over, but never stops within a compound.
 * Returns up to where all is right then. */
static guint
check_words (MellowSpeller *self,
             Window *window,
             MellowDictionary *dictionary,
             const GArray *words,
             gint64 end_of_slice,
             GtkTextIter *gap)
{
  guint reached = 0;

  for (guint i = 0; i < words->len; i++) {
    const MellowSpellingWord *word = &g_array_index (words, MellowSpellingWord, i);

    if (i > 0 && word->whole.start >= reached && g_get_monotonic_time () > end_of_slice)
      return reached;
    check_word (self, window, dictionary, word, gap);
    reached = word->whole.end;
  }

  return window->length;
}

static void
check_window (MellowSpeller *self, Window *window, const char *language, gint64 end_of_slice)
{
  MellowDictionary *dictionary = mellow_spelling_judge_get_dictionary (&self->judge, language);
  GtkTextIter start = window->iter;
  GtkTextIter gap = window->iter;
  guint reached = window->length;

  if (dictionary != NULL) {
    g_autoptr (GArray) words = mellow_spelling_words_find (window->text, window->length);

    reached = check_words (self, window, dictionary, words, end_of_slice, &gap);
  }

  move_to (window, MAX (reached, window->position));
  mellow_spelling_tag_remove (self->tag, &gap, &window->iter);
  gtk_source_region_subtract_subregion (self->unchecked, &start, &window->iter);
}

static void
tell_if_missing (MellowSpeller *self, MellowDictionary *dictionary, const char *language)
{
  if (mellow_dictionary_get_state (dictionary) == MELLOW_DICTIONARY_MISSING &&
      g_hash_table_add (self->told,
                        mellow_dictionaries_dup_package (self->judge.dictionaries, language)))
    g_signal_emit (self, signals[DICTIONARY_MISSING], 0, language);
}

/* Whether the language needs a dictionary that is still being looked for. */
static gboolean
has_to_wait (MellowSpeller *self, const char *language)
{
  MellowDictionary *dictionary;

  if (language == NULL)
    return FALSE;

  dictionary = mellow_dictionaries_get (self->judge.dictionaries, language);
  tell_if_missing (self, dictionary, language);
  return mellow_dictionary_get_state (dictionary) == MELLOW_DICTIONARY_LOADING;
}

static gboolean
is_far_out (const GtkTextIter *iter)
{
  return gtk_text_iter_get_line_index (iter) >= MELLOW_LONGEST_LINE;
}

static void
skip_line (MellowSpeller *self, const GtkTextIter *start)
{
  GtkTextIter end = *start;

  gtk_text_iter_forward_line (&end);
  mellow_spelling_tag_remove (self->tag, start, &end);
  gtk_source_region_subtract_subregion (self->unchecked, start, &end);
}

/* --- blocks of a formatted file --- */

static void
apply_runs (MellowSpeller *self, const GArray *runs, GtkTextIter *gap, const GtkTextIter *end)
{
  for (guint i = 0; i < runs->len; i++) {
    ProseSpan run = g_array_index (runs, ProseSpan, i);
    GtkTextIter from, to;

    mellow_review_get_iter (self->review, run.start, &from);
    mellow_review_get_iter (self->review, run.end, &to);
    mellow_spelling_tag_remove (self->tag, gap, &from);
    mellow_spelling_tag_apply (self->tag, &from, &to);
    *gap = to;
  }
  if (gtk_text_iter_compare (gap, end) < 0)
    mellow_spelling_tag_remove (self->tag, gap, end);
}

/* Appends where the word is seen if it is wrong. */
static void
check_block_word (MellowSpeller *self, const MellowBlockWord *word, GArray *runs)
{
  MellowDictionary *dictionary =
      mellow_spelling_judge_get_dictionary (&self->judge, word->language);
  GtkTextIter start;

  if (is_being_typed (self, word->source)) {
    mellow_review_get_iter (self->review, word->source.start, &start);
    hold (self, &start);
  } else if (dictionary != NULL &&
             !mellow_spelling_judge_is_right (&self->judge, dictionary, word->text, &word->word)) {
    prose_live_checker_append_runs (mellow_review_get_checker (self->review), word->source, runs);
  }
}

/* Checks the words within span until the time is over. Returns up to where all is right
 * then. */
static guint
check_block_words (
    MellowSpeller *self, const GArray *words, ProseSpan span, gint64 end_of_slice, GArray *runs)
{
  gboolean any = FALSE;

  for (guint i = 0; i < words->len; i++) {
    const MellowBlockWord *word = &g_array_index (words, MellowBlockWord, i);

    if (word->source.start < span.start)
      continue;
    if (word->source.start >= span.end)
      break;
    if (any && g_get_monotonic_time () > end_of_slice)
      return word->source.start;
    check_block_word (self, word, runs);
    any = TRUE;
  }
  return span.end;
}

static gboolean
waits_for_any (MellowSpeller *self, const GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (has_to_wait (self, g_array_index (words, MellowBlockWord, i).language))
      return TRUE;

  return FALSE;
}

/* Whether the block can be checked yet. */
static gboolean
check_block (MellowSpeller *self,
             const GtkTextIter *start,
             const GArray *words,
             guint block_end,
             gint64 end_of_slice)
{
  ProseSpan span = { mellow_review_get_offset (self->review, start), block_end };
  g_autoptr (GArray) runs = NULL;
  GtkTextIter gap = *start, end;

  if (waits_for_any (self, words))
    return FALSE;

  span.end = MIN (span.end, span.start + WINDOW);
  runs = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  span.end = check_block_words (self, words, span, end_of_slice, runs);
  mellow_review_get_iter (self->review, span.end, &end);
  apply_runs (self, runs, &gap, &end);
  gtk_source_region_subtract_subregion (self->unchecked, start,
                                        gtk_text_iter_compare (&gap, &end) > 0 ? &gap : &end);
  return TRUE;
}

static gboolean
check_from (MellowSpeller *self, const GtkTextIter *start, gint64 end_of_slice)
{
  g_autoptr (GArray) words = NULL;
  g_auto (Window) window = { 0 };
  ProseSpan paragraph;
  const char *language = mellow_review_find_paragraph (
      self->review, mellow_review_get_offset (self->review, start), &paragraph);

  if (is_far_out (start)) {
    skip_line (self, start);
    return TRUE;
  }
  words = mellow_spelling_block_find (self->review, mellow_review_get_offset (self->review, start));
  if (words != NULL)
    return check_block (self, start, words, paragraph.end, end_of_slice);
  if (has_to_wait (self, language))
    return FALSE;

  open_window (self, start, paragraph.end, &window);
  check_window (self, &window, language, end_of_slice);
  return TRUE;
}

static gboolean
find_start (GtkSourceRegion *region, GtkTextIter *start)
{
  GtkSourceRegionIter iter;

  gtk_source_region_get_start_region_iter (region, &iter);
  while (!gtk_source_region_iter_is_end (&iter)) {
    GtkTextIter end;

    if (gtk_source_region_iter_get_subregion (&iter, start, &end) &&
        !gtk_text_iter_equal (start, &end))
      return TRUE;
    gtk_source_region_iter_next (&iter);
  }

  return FALSE;
}

static void
get_paragraph (MellowSpeller *self, guint offset, GtkTextIter *start, GtkTextIter *end)
{
  ProseSpan span;

  mellow_review_find_paragraph (self->review, offset, &span);
  mellow_review_get_iter (self->review, span.start, start);
  mellow_review_get_iter (self->review, span.end, end);
}

/* Where to go on: in the paragraph with the cursor, else from the top. */
static gboolean
find_unchecked (MellowSpeller *self, GtkTextIter *start)
{
  g_autoptr (GtkSourceRegion) nearest = NULL;
  GtkTextIter from, to;

  if (gtk_source_region_is_empty (self->unchecked))
    return FALSE;

  get_paragraph (self, mellow_review_get_cursor (self->review), &from, &to);
  nearest = gtk_source_region_intersect_subregion (self->unchecked, &from, &to);
  return (nearest != NULL && find_start (nearest, start)) || find_start (self->unchecked, start);
}

/* Nothing is left: marks that no longer span anything go. */
static void
forget_region (MellowSpeller *self)
{
  g_clear_object (&self->unchecked);
  self->unchecked = gtk_source_region_new (get_text_buffer (self));
}

static gboolean
check_slice (gpointer user_data)
{
  MellowSpeller *self = user_data;
  gint64 end_of_slice = g_get_monotonic_time () + SLICE;
  GtkTextIter start;

  while (find_unchecked (self, &start)) {
    if (!check_from (self, &start, end_of_slice)) {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
    if (g_get_monotonic_time () > end_of_slice)
      return G_SOURCE_CONTINUE;
  }

  forget_region (self);
  self->source = 0;
  return G_SOURCE_REMOVE;
}

/* After drawing, and after GTK has laid out what is not seen yet. */
static void
schedule (MellowSpeller *self)
{
  if (self->enabled && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, check_slice, self, NULL);
}

/* --- what has to be checked --- */

/* Whole paragraphs, so that it is seen what a word stands in. */
static void
add_span (MellowSpeller *self, ProseSpan span)
{
  GtkTextIter start, end, unused;

  if (!self->enabled)
    return;

  get_paragraph (self, span.start, &start, &end);
  if (span.end > span.start)
    get_paragraph (self, span.end - 1, &unused, &end);
  gtk_source_region_add_subregion (self->unchecked, &start, &end);
  schedule (self);
}

static void
add_all (MellowSpeller *self)
{
  add_span (self, mellow_review_get_whole (self->review));
}

/* Checks the word that was left alone once it is no longer being typed. */
static void
release (MellowSpeller *self)
{
  GtkTextIter place;
  guint offset;

  if (!self->is_holding)
    return;

  gtk_text_buffer_get_iter_at_mark (get_text_buffer (self), &place, self->held);
  offset = mellow_review_get_offset (self->review, &place);
  if (is_being_typed (self, (ProseSpan){ offset, offset + 1 }))
    return;

  self->is_holding = FALSE;
  add_span (self, (ProseSpan){ offset, offset });
}

static void
on_changed (MellowSpeller *self, const ProseLiveChange *change)
{
  add_span (self, change->span);
  release (self);
}

/* --- the object --- */

static void
mellow_speller_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_ENABLED:
    g_value_set_boolean (value, mellow_speller_is_enabled (MELLOW_SPELLER (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_speller_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_ENABLED:
    mellow_speller_set_enabled (MELLOW_SPELLER (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_speller_dispose (GObject *object)
{
  MellowSpeller *self = MELLOW_SPELLER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->unchecked);
  g_clear_object (&self->judge.accepted);
  g_clear_object (&self->judge.dictionaries);
  g_clear_object (&self->review);
  g_clear_pointer (&self->told, g_hash_table_unref);

  G_OBJECT_CLASS (mellow_speller_parent_class)->dispose (object);
}

static void
mellow_speller_class_init (MellowSpellerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_speller_get_property;
  object_class->set_property = mellow_speller_set_property;
  object_class->dispose = mellow_speller_dispose;

  properties[PROP_ENABLED] =
      g_param_spec_boolean ("enabled", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowSpeller::dictionary-missing:
   * @self: a speller
   * @language: a language of the text
   *
   * What is written in @language cannot be checked. Told once for each dictionary
   * that is wanted.
   */
  signals[DICTIONARY_MISSING] =
      g_signal_new ("dictionary-missing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mellow_speller_init (MellowSpeller *self)
{
  self->enabled = TRUE;
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
follow (MellowSpeller *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

/**
 * mellow_speller_new:
 * @review: the text and its languages
 * @accepted: the words that are right in it
 * @dictionaries: the dictionaries to go by
 *
 * Returns: (transfer full): a speller that follows @review
 */
MellowSpeller *
mellow_speller_new (MellowReview *review,
                    MellowWordList *accepted,
                    MellowDictionaries *dictionaries)
{
  MellowSpeller *self;
  GtkTextIter start;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);
  g_return_val_if_fail (MELLOW_IS_WORD_LIST (accepted), NULL);
  g_return_val_if_fail (MELLOW_IS_DICTIONARIES (dictionaries), NULL);

  self = g_object_new (MELLOW_TYPE_SPELLER, NULL);
  self->review = g_object_ref (review);
  self->judge.accepted = g_object_ref (accepted);
  self->judge.dictionaries = g_object_ref (dictionaries);
  self->tag = mellow_spelling_tag_create (get_text_buffer (self));
  self->unchecked = gtk_source_region_new (get_text_buffer (self));
  gtk_text_buffer_get_start_iter (get_text_buffer (self), &start);
  self->held = gtk_text_buffer_create_mark (get_text_buffer (self), NULL, &start, TRUE);

  follow (self, review, "changed", G_CALLBACK (on_changed));
  follow (self, review, "cursor-moved", G_CALLBACK (release));
  follow (self, accepted, "changed", G_CALLBACK (add_all));
  follow (self, dictionaries, "changed", G_CALLBACK (add_all));
  add_all (self);

  return self;
}

/**
 * mellow_speller_get_review:
 * @self: a speller
 *
 * Returns: (transfer none): the text it follows
 */
MellowReview *
mellow_speller_get_review (MellowSpeller *self)
{
  g_return_val_if_fail (MELLOW_IS_SPELLER (self), NULL);

  return self->review;
}

/**
 * mellow_speller_get_judge:
 * @self: a speller
 *
 * Returns: (transfer none): what it holds words against
 */
const MellowSpellingJudge *
mellow_speller_get_judge (MellowSpeller *self)
{
  g_return_val_if_fail (MELLOW_IS_SPELLER (self), NULL);

  return &self->judge;
}

/**
 * mellow_speller_is_enabled:
 * @self: a speller
 *
 * Returns: whether it checks at all
 */
gboolean
mellow_speller_is_enabled (MellowSpeller *self)
{
  g_return_val_if_fail (MELLOW_IS_SPELLER (self), FALSE);

  return self->enabled;
}

static void
stop (MellowSpeller *self)
{
  GtkTextIter start, end;

  g_clear_handle_id (&self->source, g_source_remove);
  forget_region (self);
  self->is_holding = FALSE;
  gtk_text_buffer_get_bounds (get_text_buffer (self), &start, &end);
  mellow_spelling_tag_remove (self->tag, &start, &end);
}

/**
 * mellow_speller_set_enabled:
 * @self: a speller
 * @enabled: whether it checks at all
 */
void
mellow_speller_set_enabled (MellowSpeller *self, gboolean enabled)
{
  g_return_if_fail (MELLOW_IS_SPELLER (self));

  if (self->enabled == enabled)
    return;

  self->enabled = enabled;
  if (enabled)
    add_all (self);
  else
    stop (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
}

/**
 * mellow_speller_is_busy:
 * @self: a speller
 *
 * Returns: whether a part of the text is still to be checked
 */
gboolean
mellow_speller_is_busy (MellowSpeller *self)
{
  g_return_val_if_fail (MELLOW_IS_SPELLER (self), FALSE);

  return !gtk_source_region_is_empty (self->unchecked);
}

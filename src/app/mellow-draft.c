/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-draft.h"

#include <glib/gi18n.h>

#include "mellow-file-name.h"

/**
 * MellowDraft:
 *
 * One text that is being written: the buffer, what the rules say of it, what the
 * writer knows of it, and the file it comes from. mellow-draft-reader.c and
 * mellow-draft-writer.c have how it is loaded and saved.
 */
struct _MellowDraft {
  GObject parent_instance;

  ProseRuleSet *rules;
  MellowTextBuffer *buffer;
  MellowReview *review;
  MellowToneTrend *trend;
  MellowHighlighter *highlighter;
  MellowMarkList *marks;
  MellowWordList *accepted_words;
  MellowDocumentData *data;
  MellowIgnoredList *ignored;

  MellowFileTie *tie;
  char *copy_id; /* (nullable) */
  guint n_busy;  /* loads and saves under way */
};

enum {
  PROP_0,
  PROP_BUSY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  NOTICE,
  BRIEF_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowDraft, mellow_draft, G_TYPE_OBJECT)

static void
mellow_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowDraft *self = MELLOW_DRAFT (object);

  switch (id) {
  case PROP_BUSY:
    g_value_set_boolean (value, self->n_busy > 0);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_draft_dispose (GObject *object)
{
  MellowDraft *self = MELLOW_DRAFT (object);

  g_clear_object (&self->accepted_words);
  g_clear_object (&self->marks);
  g_clear_object (&self->highlighter);
  g_clear_object (&self->ignored);
  g_clear_object (&self->trend);
  g_clear_object (&self->review);
  g_clear_object (&self->data);
  g_clear_object (&self->buffer);
  g_clear_object (&self->tie);
  g_clear_pointer (&self->copy_id, g_free);
  g_clear_pointer (&self->rules, prose_rule_set_unref);

  G_OBJECT_CLASS (mellow_draft_parent_class)->dispose (object);
}

static void
mellow_draft_class_init (MellowDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_draft_get_property;
  object_class->dispose = mellow_draft_dispose;

  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowDraft::notice:
   * @self: a draft
   * @text: what the user should know
   *
   * Something happened that is not about the text itself.
   */
  signals[NOTICE] = g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * MellowDraft::brief-changed:
   * @self: a draft
   *
   * The writer knows something else of the text.
   */
  signals[BRIEF_CHANGED] = g_signal_new ("brief-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_draft_init (MellowDraft *self)
{
  self->buffer = mellow_text_buffer_new ();
  self->accepted_words = mellow_word_list_new ();
  self->data = mellow_document_data_new ();
  self->tie = mellow_file_tie_new ();
}

/* As the user has chosen for this file the last time. */
static void
use_kept_format (MellowDraft *self)
{
  const char *name = mellow_document_data_get_format (self->data);
  const ProseFormat *format = name != NULL ? prose_format_find (name) : NULL;

  if (format == NULL)
    return;

  mellow_file_tie_choose_format (self->tie, format);
  mellow_review_set_format (self->review, format);
}

static void
on_file_changed (MellowDraft *self)
{
  mellow_review_set_format (self->review,
                            mellow_file_tie_find_format (self->tie, mellow_draft_get_file (self)));
}

static void
on_data_changed (MellowDraft *self)
{
  use_kept_format (self);
  mellow_review_set_brief (self->review, mellow_document_data_get_brief (self->data));
  g_signal_emit (self, signals[BRIEF_CHANGED], 0);
}

static void keep_data (MellowDraft *self);

/**
 * mellow_draft_new:
 * @rules: the rules to review it by
 *
 * Returns: (transfer full): an empty draft without a file
 */
MellowDraft *
mellow_draft_new (ProseRuleSet *rules)
{
  MellowDraft *self;

  g_return_val_if_fail (rules != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_DRAFT, NULL);
  self->rules = prose_rule_set_ref (rules);
  self->review = mellow_review_new (self->buffer, rules);
  self->trend = mellow_tone_trend_new (self->review);
  self->highlighter = mellow_highlighter_new (self->review);
  self->marks = mellow_mark_list_new (self->review);
  self->ignored = mellow_ignored_list_new (self->review, self->data);
  g_signal_connect_object (self->tie, "notify::file", G_CALLBACK (on_file_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->data, "changed", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->data, "edited", G_CALLBACK (keep_data), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ignored, "edited", G_CALLBACK (keep_data), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_draft_get_rules:
 * @self: a draft
 *
 * Returns: (transfer none): the rules it is reviewed by
 */
ProseRuleSet *
mellow_draft_get_rules (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->rules;
}

/**
 * mellow_draft_set_rules:
 * @self: a draft
 * @rules: the rules to review it by from now on
 */
void
mellow_draft_set_rules (MellowDraft *self, ProseRuleSet *rules)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  prose_rule_set_ref (rules);
  prose_rule_set_unref (self->rules);
  self->rules = rules;
  mellow_review_set_rules (self->review, rules, mellow_document_data_get_brief (self->data));
}

/**
 * mellow_draft_get_buffer:
 * @self: a draft
 *
 * Returns: (transfer none): its text
 */
GtkTextBuffer *
mellow_draft_get_buffer (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return GTK_TEXT_BUFFER (self->buffer);
}

/**
 * mellow_draft_get_review:
 * @self: a draft
 *
 * Returns: (transfer none): what the rules say of it
 */
MellowReview *
mellow_draft_get_review (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->review;
}

/**
 * mellow_draft_get_trend:
 * @self: a draft
 *
 * Returns: (transfer none): how its Pressure moved while it was written
 */
MellowToneTrend *
mellow_draft_get_trend (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->trend;
}

/**
 * mellow_draft_get_highlighter:
 * @self: a draft
 *
 * Returns: (transfer none): what underlines its marks
 */
MellowHighlighter *
mellow_draft_get_highlighter (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->highlighter;
}

/**
 * mellow_draft_get_marks:
 * @self: a draft
 *
 * Returns: (transfer none): a list of [class@Mellow.Mark]
 */
GListModel *
mellow_draft_get_marks (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return G_LIST_MODEL (self->marks);
}

/**
 * mellow_draft_get_ignored:
 * @self: a draft
 *
 * Returns: (transfer none): what it ignores, a list of [class@Mellow.IgnoredItem]
 */
MellowIgnoredList *
mellow_draft_get_ignored (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->ignored;
}

/**
 * mellow_draft_get_accepted_words:
 * @self: a draft
 *
 * Returns: (transfer none): words that are right in it whatever a dictionary says
 */
MellowWordList *
mellow_draft_get_accepted_words (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->accepted_words;
}

/* --- the data that goes with it --- */

static void
load_data (MellowDraft *self)
{
  g_autoptr (GError) error = NULL;

  if (mellow_document_data_load (self->data, mellow_draft_get_file (self), &error))
    return;

  g_message ("%s", error->message);
  g_signal_emit (
      self, signals[NOTICE], 0,
      _ ("What was kept with this text, its brief and what it ignores, could not be read"));
}

static void
save_data (MellowDraft *self)
{
  g_autoptr (GError) error = NULL;

  if (mellow_document_data_save (self->data, mellow_draft_get_file (self),
                                 !mellow_draft_is_modified (self), &error))
    return;

  g_message ("%s", error->message);
  g_signal_emit (
      self, signals[NOTICE], 0,
      _ ("Brief and ignored phrases are in use, but could not be kept for the next time"));
}

/* A draft without a file keeps it once it gets one; until then it counts as
 * unsaved. */
static void
keep_data (MellowDraft *self)
{
  if (mellow_draft_get_file (self) != NULL)
    save_data (self);
  else if (!mellow_document_data_is_empty (self->data))
    gtk_text_buffer_set_modified (GTK_TEXT_BUFFER (self->buffer), TRUE);
}

/**
 * mellow_draft_get_data:
 * @self: a draft
 *
 * Returns: (transfer none): what is known of it and does not stand in it. What the writer
 *   edits there is kept for the next time: with its file, or once it gets one, and until then
 *   it counts as unsaved
 */
MellowDocumentData *
mellow_draft_get_data (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->data;
}

/* --- its file --- */

/**
 * mellow_draft_get_file:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
mellow_draft_get_file (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return mellow_file_tie_get_file (self->tie);
}

/**
 * mellow_draft_get_tie:
 * @self: a draft
 *
 * Returns: (transfer none): what ties it to its file
 */
MellowFileTie *
mellow_draft_get_tie (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->tie;
}

/* What the name tells needs no keeping. */
static void
keep_format (MellowDraft *self, const ProseFormat *format)
{
  GFile *file = mellow_draft_get_file (self);

  if (file == NULL)
    return;

  mellow_document_data_set_format (self->data,
                                   format != mellow_file_find_format (file) ? format->name : NULL);
  save_data (self);
}

/**
 * mellow_draft_choose_format:
 * @self: a draft
 * @format: how its text is to be read
 *
 * Reads the text so, whatever the name of its file tells, until that changes; it is kept with
 * the file.
 */
void
mellow_draft_choose_format (MellowDraft *self, const ProseFormat *format)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (format != NULL);

  mellow_file_tie_choose_format (self->tie, format);
  mellow_review_set_format (self->review, format);
  keep_format (self, format);
}

/**
 * mellow_draft_set_file:
 * @self: a draft
 * @file: a file
 *
 * Says where it is to be saved, and takes over what is known of that file.
 */
void
mellow_draft_set_file (MellowDraft *self, GFile *file)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  if (mellow_file_tie_set_file (self->tie, file))
    load_data (self);
}

/**
 * mellow_draft_get_copy_id:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the name of the recovery copy that is kept of it
 *   while it is not saved; it is known by that name until it has a file
 */
const char *
mellow_draft_get_copy_id (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->copy_id;
}

/**
 * mellow_draft_set_copy_id:
 * @self: a draft
 * @id: the name of its recovery copy
 */
void
mellow_draft_set_copy_id (MellowDraft *self, const char *id)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  g_free (self->copy_id);
  self->copy_id = g_strdup (id);
}

/**
 * mellow_draft_dup_title:
 * @self: a draft
 *
 * Returns: (transfer full): its name for the user
 */
char *
mellow_draft_dup_title (MellowDraft *self)
{
  GFile *file;

  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  file = mellow_draft_get_file (self);
  return file != NULL ? mellow_file_dup_name (file) : g_strdup (_ ("New Draft"));
}

/**
 * mellow_draft_is_blank:
 * @self: a draft
 *
 * Returns: whether nobody would miss it
 */
gboolean
mellow_draft_is_blank (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);

  return mellow_draft_get_file (self) == NULL && !mellow_draft_is_modified (self) &&
         mellow_review_get_length (self->review) == 0 && mellow_document_data_is_empty (self->data);
}

/**
 * mellow_draft_is_modified:
 * @self: a draft
 *
 * Returns: whether it has changes that are not saved
 */
gboolean
mellow_draft_is_modified (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);

  return gtk_text_buffer_get_modified (GTK_TEXT_BUFFER (self->buffer));
}

/**
 * mellow_draft_is_busy:
 * @self: a draft
 *
 * Returns: whether it is being loaded or saved
 */
gboolean
mellow_draft_is_busy (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);

  return self->n_busy > 0;
}

/**
 * mellow_draft_get_cursor:
 * @self: a draft
 *
 * Returns: where the cursor is, in characters
 */
guint
mellow_draft_get_cursor (MellowDraft *self)
{
  int cursor;

  g_return_val_if_fail (MELLOW_IS_DRAFT (self), 0);

  g_object_get (self->buffer, "cursor-position", &cursor, NULL);
  return cursor;
}

/**
 * mellow_draft_set_cursor:
 * @self: a draft
 * @cursor: where the cursor is to be, in characters; the end if there are less
 */
void
mellow_draft_set_cursor (MellowDraft *self, guint cursor)
{
  GtkTextIter iter;

  g_return_if_fail (MELLOW_IS_DRAFT (self));

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter,
                                      MIN (cursor, G_MAXINT));
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
}

/* --- on its way from and to a file --- */

static void
add_busy (MellowDraft *self, int step)
{
  self->n_busy += step;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * mellow_draft_hold:
 * @self: a draft
 *
 * Says that a load or a save of it has begun. Each ends with
 * [method@Mellow.Draft.release].
 */
void
mellow_draft_hold (MellowDraft *self)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  add_busy (self, 1);
}

/**
 * mellow_draft_release:
 * @self: a draft
 *
 * Says that a load or a save of it is over.
 */
void
mellow_draft_release (MellowDraft *self)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (self->n_busy > 0);

  add_busy (self, -1);
}

/**
 * mellow_draft_note_loaded:
 * @self: a draft
 * @file: a file
 * @etag: (nullable): the state @file was in
 * @encoding: how @file spells it
 *
 * Says that its text is now what @file has.
 */
void
mellow_draft_note_loaded (MellowDraft *self, GFile *file, const char *etag, ProseEncoding encoding)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  mellow_file_tie_set_encoding (self->tie, encoding);
  mellow_file_tie_set_etag (self->tie, etag);
  mellow_file_tie_set_file (self->tie, file);
  load_data (self);
}

/**
 * mellow_draft_note_saved:
 * @self: a draft
 * @file: a file
 * @etag: (nullable): the state @file is in now
 *
 * Says that @file has its text now. What is known of that is kept with a file that
 * is new to it, and brought up to date with its own.
 */
void
mellow_draft_note_saved (MellowDraft *self, GFile *file, const char *etag)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  mellow_file_tie_set_imported (self->tie, FALSE);
  mellow_file_tie_set_etag (self->tie, etag);
  if (!mellow_file_tie_has_file (self->tie, file)) {
    mellow_document_data_set_format (self->data, NULL);
    mellow_file_tie_set_file (self->tie, file);
  } else if (mellow_document_data_is_empty (self->data)) {
    return;
  }
  save_data (self);
}

/**
 * mellow_draft_keep:
 * @self: a draft
 * @etag: (nullable): the state its file is in
 *
 * Says that the text is to stay as it is, though the file is another one now.
 * Saving replaces the file then, without a word.
 */
void
mellow_draft_keep (MellowDraft *self, const char *etag)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  gtk_text_buffer_set_modified (GTK_TEXT_BUFFER (self->buffer), TRUE);
  mellow_file_tie_set_etag (self->tie, etag);
}

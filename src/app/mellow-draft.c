/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-draft.h"

#include <glib/gi18n.h>
#include <string.h>

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

  GFile *file;
  const ProseFormat *chosen_format; /* (nullable): by the user, for this file */
  char *copy_id;                    /* (nullable) */
  char *etag;                       /* the state of the file that this text knows of */
  ProseEncoding encoding;
  gboolean is_imported;
  guint n_busy; /* loads and saves under way */
};

enum {
  PROP_0,
  PROP_FILE,
  PROP_ETAG,
  PROP_BUSY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  NOTICE,
  BRIEF_CHANGED,
  IGNORED_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowDraft, mellow_draft, G_TYPE_OBJECT)

static void
mellow_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowDraft *self = MELLOW_DRAFT (object);

  switch (id) {
  case PROP_FILE:
    g_value_set_object (value, self->file);
    break;
  case PROP_ETAG:
    g_value_set_string (value, self->etag);
    break;
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
  g_clear_object (&self->file);
  g_clear_pointer (&self->copy_id, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->rules, prose_rule_set_unref);

  G_OBJECT_CLASS (mellow_draft_parent_class)->dispose (object);
}

static void
mellow_draft_class_init (MellowDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_draft_get_property;
  object_class->dispose = mellow_draft_dispose;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ETAG] =
      g_param_spec_string ("etag", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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

  /**
   * MellowDraft::ignored-changed:
   * @self: a draft
   *
   * The writer ignores something else in the text.
   */
  signals[IGNORED_CHANGED] = g_signal_new ("ignored-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_draft_init (MellowDraft *self)
{
  self->buffer = mellow_text_buffer_new ();
  self->accepted_words = mellow_word_list_new ();
  self->data = mellow_document_data_new ();
  self->encoding = PROSE_ENCODING_UTF8;
}

/* As the user has chosen for this file the last time. */
static void
use_kept_format (MellowDraft *self)
{
  const char *name = mellow_document_data_get_format (self->data);
  const ProseFormat *format = name != NULL ? prose_format_find (name) : NULL;

  if (format == NULL)
    return;

  self->chosen_format = format;
  mellow_review_set_format (self->review, format);
}

static void
on_data_changed (MellowDraft *self)
{
  use_kept_format (self);
  mellow_review_set_brief (self->review, mellow_document_data_get_brief (self->data));
  g_signal_emit (self, signals[BRIEF_CHANGED], 0);
}

static void on_ignored_edited (MellowDraft *self);

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
  g_signal_connect_object (self->data, "changed", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ignored, "edited", G_CALLBACK (on_ignored_edited), self,
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

/* --- the data that goes with it --- */

static void
load_data (MellowDraft *self)
{
  g_autoptr (GError) error = NULL;

  if (mellow_document_data_load (self->data, self->file, &error))
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

  if (mellow_document_data_save (self->data, self->file, !mellow_draft_is_modified (self), &error))
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
  if (self->file != NULL)
    save_data (self);
  else if (!mellow_document_data_is_empty (self->data))
    gtk_text_buffer_set_modified (GTK_TEXT_BUFFER (self->buffer), TRUE);
}

static void
on_ignored_edited (MellowDraft *self)
{
  keep_data (self);
  g_signal_emit (self, signals[IGNORED_CHANGED], 0);
}

/**
 * mellow_draft_get_brief:
 * @self: a draft
 *
 * Returns: (transfer none): what the writer knows of it
 */
ProseBrief *
mellow_draft_get_brief (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return mellow_document_data_get_brief (self->data);
}

/**
 * mellow_draft_has_data:
 * @self: a draft
 *
 * Returns: whether its brief says anything, or something is ignored in it
 */
gboolean
mellow_draft_has_data (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);

  return !mellow_document_data_is_empty (self->data);
}

/**
 * mellow_draft_set_brief:
 * @self: a draft
 * @brief: what the writer knows of it; not changed any more
 *
 * Suggests by another brief from now on, and keeps it for the next time. A draft
 * without a file keeps it once it gets one; until then it counts as unsaved.
 */
void
mellow_draft_set_brief (MellowDraft *self, ProseBrief *brief)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  mellow_document_data_set_brief (self->data, brief);
  keep_data (self);
}

/**
 * mellow_draft_get_contract:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the name of the contract that its tone is held
 *   against; there may be none of that name
 */
const char *
mellow_draft_get_contract (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return mellow_document_data_get_contract (self->data);
}

/**
 * mellow_draft_set_contract:
 * @self: a draft
 * @name: (nullable): the name of a contract, %NULL for none
 *
 * Holds its tone against another contract from now on, and keeps that as
 * [method@Mellow.Draft.set_brief] keeps the brief.
 */
void
mellow_draft_set_contract (MellowDraft *self, const char *name)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  mellow_document_data_set_contract (self->data, name);
  keep_data (self);
}

/**
 * mellow_draft_get_messages:
 * @self: a draft
 *
 * Returns: (transfer none) (array zero-terminated=1): what it is to say again and
 *   again
 */
const char *const *
mellow_draft_get_messages (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return mellow_document_data_get_messages (self->data);
}

/**
 * mellow_draft_set_messages:
 * @self: a draft
 * @messages: (array zero-terminated=1): what it is to say again and again
 *
 * Follows other messages from now on, and keeps them as
 * [method@Mellow.Draft.set_brief] keeps the brief.
 */
void
mellow_draft_set_messages (MellowDraft *self, const char *const *messages)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (messages != NULL);

  mellow_document_data_set_messages (self->data, messages);
  keep_data (self);
}

/**
 * mellow_draft_get_original:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the address of the text that it is a translation of
 */
const char *
mellow_draft_get_original (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return mellow_document_data_get_original (self->data);
}

/**
 * mellow_draft_set_original:
 * @self: a draft
 * @uri: (nullable): the address of the text that it is a translation of, %NULL for none
 *
 * Compares it with another text from now on, and keeps that as
 * [method@Mellow.Draft.set_brief] keeps the brief.
 */
void
mellow_draft_set_original (MellowDraft *self, const char *uri)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  mellow_document_data_set_original (self->data, uri);
  keep_data (self);
}

/**
 * mellow_draft_get_dismissed:
 * @self: a draft
 *
 * Returns: (transfer none) (element-type ProseDismissal): how its tone may differ from that
 *   of its original
 */
GPtrArray *
mellow_draft_get_dismissed (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return mellow_document_data_get_dismissed (self->data);
}

/**
 * mellow_draft_set_dismissed:
 * @self: a draft
 * @dismissals: (element-type ProseDismissal): how its tone may differ from that of its
 *   original; not changed any more by the caller
 *
 * Replaces what is dismissed, and keeps it as [method@Mellow.Draft.set_brief] keeps the
 * brief.
 */
void
mellow_draft_set_dismissed (MellowDraft *self, GPtrArray *dismissals)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (dismissals != NULL);

  mellow_document_data_set_dismissed (self->data, dismissals);
  keep_data (self);
}

/**
 * mellow_draft_dismiss:
 * @self: a draft
 * @dismissal: a difference that is to stay as it is
 *
 * Does not tell of it any more, as long as both texts stay as they are, and keeps that as
 * [method@Mellow.Draft.set_brief] keeps the brief.
 */
void
mellow_draft_dismiss (MellowDraft *self, const ProseDismissal *dismissal)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (dismissal != NULL);

  mellow_document_data_dismiss (self->data, dismissal);
  keep_data (self);
}

/**
 * mellow_draft_bring_back:
 * @self: a draft
 * @key: what a difference is known by
 *
 * Tells of it again.
 */
void
mellow_draft_bring_back (MellowDraft *self, const char *key)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  mellow_document_data_bring_back (self->data, key);
  keep_data (self);
}

/**
 * mellow_draft_dup_data:
 * @self: a draft
 *
 * Returns: (transfer full): what is known of it as it is now, as YAML
 */
char *
mellow_draft_dup_data (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return mellow_document_data_write (self->data);
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

  return self->file;
}

/**
 * mellow_draft_is_own_file:
 * @self: a draft
 * @file: a file
 *
 * Returns: whether it is saved there
 */
gboolean
mellow_draft_is_own_file (MellowDraft *self, GFile *file)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return self->file != NULL && g_file_equal (self->file, file);
}

/**
 * mellow_draft_find_format:
 * @file: a file
 *
 * Returns: (transfer none): how the text of @file is read, as its name tells
 */
const ProseFormat *
mellow_draft_find_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? prose_format_of_file (name) : prose_format_get_text ();
}

/**
 * mellow_draft_is_imported:
 * @self: a draft
 *
 * Returns: whether its text was taken out of a file that holds more, a Word document, and so
 *   cannot be written there
 */
gboolean
mellow_draft_is_imported (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);

  return self->is_imported ||
         (self->file != NULL && mellow_draft_find_format (self->file) == &prose_docx_format);
}

/**
 * mellow_draft_set_imported:
 * @self: a draft
 * @is_imported: whether its text was taken out of a file that holds more
 *
 * Says so, before the file is told.
 */
void
mellow_draft_set_imported (MellowDraft *self, gboolean is_imported)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  self->is_imported = is_imported;
}

/**
 * mellow_draft_get_format_of:
 * @self: a draft
 * @file: a file
 *
 * Returns: (transfer none): how the text of @file is read in this draft: as the user has
 *   chosen for this very file, else as it was imported, else as its name tells
 */
const ProseFormat *
mellow_draft_get_format_of (MellowDraft *self, GFile *file)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  if (self->chosen_format != NULL && self->file != NULL && g_file_equal (self->file, file))
    return self->chosen_format;

  return self->is_imported ? &prose_docx_format : mellow_draft_find_format (file);
}

/* What the name tells needs no keeping. */
static void
keep_format (MellowDraft *self)
{
  const ProseFormat *format = self->chosen_format;

  if (self->file == NULL)
    return;

  mellow_document_data_set_format (
      self->data, format != mellow_draft_find_format (self->file) ? format->name : NULL);
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

  self->chosen_format = format;
  mellow_review_set_format (self->review, format);
  keep_format (self);
}

static gboolean
set_file (MellowDraft *self, GFile *file)
{
  gboolean is_same = self->file != NULL && file != NULL && g_file_equal (self->file, file);

  if (!is_same)
    self->chosen_format = NULL;
  if (!g_set_object (&self->file, file))
    return FALSE;

  mellow_review_set_format (self->review, mellow_draft_get_format_of (self, file));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  return TRUE;
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

  if (set_file (self, file))
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
 * mellow_draft_get_etag:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the state of the file that the text knows
 *   of, %NULL for a file it has not seen yet
 */
const char *
mellow_draft_get_etag (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->etag;
}

/**
 * mellow_draft_set_etag:
 * @self: a draft
 * @etag: (nullable): a state of its file
 *
 * Says which state of the file the text knows of.
 */
void
mellow_draft_set_etag (MellowDraft *self, const char *etag)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  if (g_strcmp0 (self->etag, etag) == 0)
    return;

  g_free (self->etag);
  self->etag = g_strdup (etag);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ETAG]);
}

/**
 * mellow_draft_get_encoding:
 * @self: a draft
 *
 * Returns: how its file spells it
 */
ProseEncoding
mellow_draft_get_encoding (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), PROSE_ENCODING_UTF8);

  return self->encoding;
}

/**
 * mellow_draft_set_encoding:
 * @self: a draft
 * @encoding: an encoding
 *
 * Says how its file is to spell it, when it is saved next.
 */
void
mellow_draft_set_encoding (MellowDraft *self, ProseEncoding encoding)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  self->encoding = encoding;
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
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->file != NULL ? mellow_file_dup_name (self->file) : g_strdup (_ ("New Draft"));
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

  return self->file == NULL && !mellow_draft_is_modified (self) &&
         mellow_review_get_length (self->review) == 0 && !mellow_draft_has_data (self);
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

  self->encoding = encoding;
  mellow_draft_set_etag (self, etag);
  set_file (self, file);
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

  self->is_imported = FALSE;
  mellow_draft_set_etag (self, etag);
  if (!mellow_draft_is_own_file (self, file)) {
    mellow_document_data_set_format (self->data, NULL);
    set_file (self, file);
  } else if (!mellow_draft_has_data (self)) {
    return;
  }
  save_data (self);
}

/* --- recovery --- */

/* What is known of a text with a file is kept already, beside that. */
static char *
dup_unkept_data (MellowDraft *self)
{
  if (self->file != NULL || !mellow_draft_has_data (self))
    return NULL;

  return mellow_document_data_write (self->data);
}

static void
restore_brief (MellowDraft *self, const char *yaml)
{
  g_autoptr (ProseBrief) brief = prose_brief_read ("draft", yaml, strlen (yaml), NULL);

  if (brief != NULL)
    mellow_document_data_set_brief (self->data, brief);
}

static void
restore_data (MellowDraft *self, const MellowDraftCopy *copy)
{
  g_autoptr (GError) error = NULL;

  if (copy->known != NULL && !mellow_document_data_read (self->data, "draft", copy->known, &error))
    g_message ("%s", error->message);
  else if (copy->brief != NULL)
    restore_brief (self, copy->brief);
}

/* A Word document under another name is not known by that: its text comes back without a
 * file, so that it is not written over the document. */
static gboolean
may_be_saved_there (MellowDraft *self)
{
  return self->file != NULL &&
         (!self->is_imported || mellow_draft_find_format (self->file) == &prose_docx_format);
}

/**
 * mellow_draft_create_copy:
 * @self: a draft
 *
 * Returns: (transfer full): what it takes to have the draft again
 */
MellowDraftCopy *
mellow_draft_create_copy (MellowDraft *self)
{
  MellowDraftCopy *copy;

  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  copy = g_new0 (MellowDraftCopy, 1);
  if (may_be_saved_there (self)) {
    copy->uri = g_file_get_uri (self->file);
    copy->etag = g_strdup (self->etag);
  }
  copy->encoding = self->encoding;
  copy->cursor = mellow_draft_get_cursor (self);
  copy->known = dup_unkept_data (self);
  copy->text = mellow_text_buffer_dup_text (self->buffer);
  copy->length = strlen (copy->text);

  return copy;
}

/**
 * mellow_draft_restore:
 * @self: a draft
 * @copy: what it is to be
 *
 * Makes the draft what it was when @copy was made: a text that is not saved.
 */
void
mellow_draft_restore (MellowDraft *self, const MellowDraftCopy *copy)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (copy != NULL);

  file = copy->uri != NULL ? g_file_new_for_uri (copy->uri) : NULL;
  mellow_text_buffer_load (self->buffer, copy->text, copy->length);
  gtk_text_buffer_set_modified (GTK_TEXT_BUFFER (self->buffer), TRUE);
  mellow_draft_set_cursor (self, copy->cursor);
  self->encoding = copy->encoding;
  mellow_draft_set_etag (self, copy->etag);
  mellow_draft_set_file (self, file);
  if (file == NULL)
    restore_data (self, copy);
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
  mellow_draft_set_etag (self, etag);
}

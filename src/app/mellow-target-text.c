/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-target-text.h"

#include <gtksourceview/gtksource.h>
#include <string.h>

#include "mellow-text-change.h"

/**
 * MellowTargetText:
 *
 * What one target of a unit says, as a text that is written.
 *
 * What is written goes into the file at once, as a step to undo there, and nothing is kept
 * here but what the file cannot have yet: where tags are missing, the file has the same
 * words with the tags behind them. So nothing gets lost, and whatever changes the file
 * changes what is shown here. The cursor of the file goes along with the one here.
 */
struct _MellowTargetText {
  GObject parent_instance;

  MellowDraft *draft;
  MellowTranslationItem *item; /* (nullable) */
  guint n;
  GSignalGroup *item_signals;
  GtkTextBuffer *buffer; /* what is shown */
  char *text;            /* the same, as a string */

  gboolean is_setting; /* what is shown, or its cursor */
  gboolean is_edited;  /* and not written yet */
  guint n_actions;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowTargetText, mellow_target_text, G_TYPE_OBJECT)

static MellowReview *
get_review (MellowTargetText *self)
{
  return mellow_draft_get_review (self->draft);
}

static GtkTextBuffer *
get_file_buffer (MellowTargetText *self)
{
  return mellow_draft_get_buffer (self->draft);
}

static const ProseTranslationUnit *
get_unit (MellowTargetText *self)
{
  return mellow_translation_item_get_unit (self->item);
}

/* What the file says. */
static const char *
get_file_text (MellowTargetText *self)
{
  return prose_translation_unit_get_target (get_unit (self), self->n);
}

static gboolean
has_target (MellowTargetText *self)
{
  return self->item != NULL && self->n < mellow_translation_item_get_n_targets (self->item);
}

/* --- places --- */

static void
get_iter_at (MellowTargetText *self, guint place, GtkTextIter *iter)
{
  place = MIN (place, strlen (self->text));
  gtk_text_buffer_get_iter_at_offset (self->buffer, iter,
                                      g_utf8_pointer_to_offset (self->text, self->text + place));
}

static guint
get_place (MellowTargetText *self, const GtkTextIter *iter)
{
  return g_utf8_offset_to_pointer (self->text, gtk_text_iter_get_offset (iter)) - self->text;
}

/**
 * mellow_target_text_get_offset:
 * @self: a text
 * @iter: a place of its buffer
 *
 * Returns: the place in the file, in bytes; 0 without a target
 */
guint
mellow_target_text_get_offset (MellowTargetText *self, const GtkTextIter *iter)
{
  guint place;

  g_return_val_if_fail (MELLOW_IS_TARGET_TEXT (self), 0);

  if (!has_target (self))
    return 0;

  place = mellow_text_change_move (self->text, get_file_text (self), get_place (self, iter));
  return mellow_translation_item_to_file (self->item, self->n, place);
}

/**
 * mellow_target_text_get_iter:
 * @self: a text
 * @offset: a place of the file, in bytes
 * @iter: (out): the same place of the buffer; the nearest one if it is not there
 */
void
mellow_target_text_get_iter (MellowTargetText *self, guint offset, GtkTextIter *iter)
{
  g_return_if_fail (MELLOW_IS_TARGET_TEXT (self));

  if (has_target (self))
    mellow_target_text_get_iter_at (
        self, mellow_translation_item_to_text (self->item, self->n, offset), iter);
  else
    get_iter_at (self, 0, iter);
}

/**
 * mellow_target_text_get_iter_at:
 * @self: a text with a target
 * @place: a place in what the file says, in bytes of that
 * @iter: (out): the same place of the buffer; the nearest one if it is not there
 */
void
mellow_target_text_get_iter_at (MellowTargetText *self, guint place, GtkTextIter *iter)
{
  g_return_if_fail (MELLOW_IS_TARGET_TEXT (self));
  g_return_if_fail (has_target (self));

  get_iter_at (self, mellow_text_change_move (get_file_text (self), self->text, place), iter);
}

/* --- from the file --- */

/* The cursor stays where it is in the text, as far as that is the same. */
static void
set_text (MellowTargetText *self, const char *text)
{
  g_autofree char *before = self->text;
  gboolean was_setting = self->is_setting;
  GtkTextIter cursor;
  guint place;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  place = get_place (self, &cursor);
  self->text = g_strdup (text);
  self->is_setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  get_iter_at (self, mellow_text_change_move (before, text, place), &cursor);
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
  self->is_setting = was_setting;
}

static gboolean
is_in_file (MellowTargetText *self)
{
  g_autofree char *mended = prose_translation_mend_target (get_unit (self), self->text);

  return g_str_equal (mended, get_file_text (self));
}

static void
start_text (MellowTargetText *self, const char *text)
{
  GtkTextIter start;

  set_text (self, text);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->is_setting = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->is_setting = FALSE;
}

/* What is shown may stay as long as the file has it, mended or not. */
static void
update (MellowTargetText *self)
{
  if (!has_target (self)) {
    set_text (self, "");
  } else if (!is_in_file (self)) {
    set_text (self, get_file_text (self));
    mellow_target_text_follow_cursor (self);
  }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- into the file --- */

static void
place_file_cursor (MellowTargetText *self)
{
  GtkTextIter cursor, bound, file_cursor, file_bound;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &bound,
                                    gtk_text_buffer_get_selection_bound (self->buffer));
  mellow_review_get_iter (get_review (self), mellow_target_text_get_offset (self, &cursor),
                          &file_cursor);
  mellow_review_get_iter (get_review (self), mellow_target_text_get_offset (self, &bound),
                          &file_bound);
  self->is_setting = TRUE;
  gtk_text_buffer_select_range (get_file_buffer (self), &file_cursor, &file_bound);
  self->is_setting = FALSE;
}

/* Writes what differs, where the cursor of the file is if it can be anywhere: so that the
 * buffer joins what is typed into steps, and the word that is being typed is known. */
static void
replace_in_file (MellowTargetText *self, ProseSpan span, const char *old, const char *new)
{
  GtkTextBuffer *buffer = get_file_buffer (self);
  guint cursor = mellow_review_get_cursor (get_review (self));
  guint most = cursor >= span.start ? cursor - span.start : G_MAXUINT;
  MellowTextChange change = mellow_text_change_find (old, strlen (old), new, strlen (new), most);
  GtkTextIter start, end;

  mellow_review_get_iter (get_review (self), span.start + change.before.start, &start);
  mellow_review_get_iter (get_review (self), span.start + change.before.end, &end);

  gtk_text_buffer_begin_user_action (buffer);
  if (!gtk_text_iter_equal (&start, &end))
    gtk_text_buffer_delete (buffer, &start, &end);
  if (!prose_span_is_empty (change.after)) {
    gtk_text_buffer_place_cursor (buffer, &start);
    gtk_text_buffer_insert (buffer, &start, new + change.after.start,
                            prose_span_get_length (change.after));
  }
  gtk_text_buffer_end_user_action (buffer);
}

/* Makes the file say what is shown. */
static void
write_text (MellowTargetText *self)
{
  const ProseTranslationTarget *target;
  g_autofree char *mended = NULL, *spelled = NULL, *old = NULL;
  ProseSpan span;

  self->is_edited = FALSE;
  if (!has_target (self))
    return;

  target = get_unit (self)->targets->pdata[self->n];
  mended = prose_translation_mend_target (get_unit (self), self->text);
  spelled = prose_translation_write_target (get_unit (self), self->n, mended, &span, NULL);
  g_return_if_fail (spelled != NULL);

  old = g_strdup (target->spelled);
  span = prose_span_shift (span, mellow_translation_item_get_start (self->item));
  self->is_setting = TRUE;
  replace_in_file (self, span, old, spelled);
  self->is_setting = FALSE;
  place_file_cursor (self);
}

static void
on_edited (MellowTargetText *self)
{
  GtkTextIter start, end;

  if (self->is_setting)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  g_free (self->text);
  self->text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  self->is_edited = TRUE;
  if (self->n_actions == 0)
    write_text (self);
}

static void
begin_action (MellowTargetText *self)
{
  self->n_actions++;
}

static void
end_action (MellowTargetText *self)
{
  if (--self->n_actions == 0 && self->is_edited)
    write_text (self);
}

static void
on_mark_set (MellowTargetText *self, const GtkTextIter *place, GtkTextMark *mark)
{
  if (self->is_setting || self->is_edited || !has_target (self) ||
      (mark != gtk_text_buffer_get_insert (self->buffer) &&
       mark != gtk_text_buffer_get_selection_bound (self->buffer)))
    return;

  place_file_cursor (self);
}

/* --- the object --- */

static void
mellow_target_text_dispose (GObject *object)
{
  MellowTargetText *self = MELLOW_TARGET_TEXT (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->buffer);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_target_text_parent_class)->dispose (object);
}

static void
mellow_target_text_finalize (GObject *object)
{
  g_free (MELLOW_TARGET_TEXT (object)->text);

  G_OBJECT_CLASS (mellow_target_text_parent_class)->finalize (object);
}

static void
mellow_target_text_class_init (MellowTargetTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_target_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_target_text_finalize;

  /**
   * MellowTargetText::changed:
   * @self: a text
   *
   * The target is another one, or another text or state, or its marks are.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_target_text_init (MellowTargetText *self)
{
  self->text = g_strdup ("");
  self->item_signals = g_signal_group_new (MELLOW_TYPE_TRANSLATION_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (update), self);
}

/* It has the tags of the file's text, and so looks like that, whatever is switched. */
static void
create_buffer (MellowTargetText *self)
{
  GtkSourceBuffer *buffer =
      gtk_source_buffer_new (gtk_text_buffer_get_tag_table (get_file_buffer (self)));

  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_source_buffer_set_implicit_trailing_newline (buffer, FALSE);
  gtk_source_buffer_set_style_scheme (buffer, NULL);
  self->buffer = GTK_TEXT_BUFFER (buffer);
  /* Undo is that of the file. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
}

static void
follow_buffer (MellowTargetText *self)
{
  GConnectFlags swapped = G_CONNECT_SWAPPED;

  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_edited), self, swapped);
  g_signal_connect_object (self->buffer, "begin-user-action", G_CALLBACK (begin_action), self,
                           swapped);
  g_signal_connect_object (self->buffer, "end-user-action", G_CALLBACK (end_action), self, swapped);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (on_mark_set), self, swapped);
}

/**
 * mellow_target_text_new:
 * @draft: a draft that is a file of translations
 *
 * Returns: (transfer full): a text without a target
 */
MellowTargetText *
mellow_target_text_new (MellowDraft *draft)
{
  MellowTargetText *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_TARGET_TEXT, NULL);
  self->draft = g_object_ref (draft);
  create_buffer (self);
  follow_buffer (self);
  return self;
}

/**
 * mellow_target_text_get_buffer:
 * @self: a text
 *
 * Returns: (transfer none): where it is written
 */
GtkTextBuffer *
mellow_target_text_get_buffer (MellowTargetText *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_TEXT (self), NULL);

  return self->buffer;
}

/**
 * mellow_target_text_get_text:
 * @self: a text
 *
 * Returns: (transfer none): what is shown
 */
const char *
mellow_target_text_get_text (MellowTargetText *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_TEXT (self), NULL);

  return self->text;
}

/**
 * mellow_target_text_get_item:
 * @self: a text
 *
 * Returns: (transfer none) (nullable): the unit that has the target
 */
MellowTranslationItem *
mellow_target_text_get_item (MellowTargetText *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_TEXT (self), NULL);

  return has_target (self) ? self->item : NULL;
}

/**
 * mellow_target_text_get_n:
 * @self: a text
 *
 * Returns: which target of the unit it is
 */
guint
mellow_target_text_get_n (MellowTargetText *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_TEXT (self), 0);

  return self->n;
}

/**
 * mellow_target_text_set_item:
 * @self: a text
 * @item: (nullable): a unit
 * @n: which of its targets
 *
 * Shows what a target says.
 */
void
mellow_target_text_set_item (MellowTargetText *self, MellowTranslationItem *item, guint n)
{
  gboolean is_other;

  g_return_if_fail (MELLOW_IS_TARGET_TEXT (self));

  is_other = self->item != item || self->n != n;
  g_set_object (&self->item, item);
  self->n = n;
  g_signal_group_set_target (self->item_signals, item);
  if (is_other) {
    start_text (self, has_target (self) ? get_file_text (self) : "");
    mellow_target_text_follow_cursor (self);
  }
  update (self);
}

/**
 * mellow_target_text_follow_cursor:
 * @self: a text
 *
 * Puts the cursor and the selection where they are in the file, if that is here.
 */
void
mellow_target_text_follow_cursor (MellowTargetText *self)
{
  GtkTextBuffer *file = get_file_buffer (self);
  GtkTextIter file_cursor, file_bound, cursor, bound;
  guint offset, bound_offset;

  g_return_if_fail (MELLOW_IS_TARGET_TEXT (self));

  if (self->is_setting || !has_target (self))
    return;

  gtk_text_buffer_get_iter_at_mark (file, &file_cursor, gtk_text_buffer_get_insert (file));
  gtk_text_buffer_get_iter_at_mark (file, &file_bound, gtk_text_buffer_get_selection_bound (file));
  offset = mellow_review_get_offset (get_review (self), &file_cursor);
  bound_offset = mellow_review_get_offset (get_review (self), &file_bound);
  if (mellow_translation_item_find_target (self->item, offset) != (int)self->n ||
      mellow_translation_item_find_target (self->item, bound_offset) != (int)self->n)
    return;

  mellow_target_text_get_iter (self, offset, &cursor);
  mellow_target_text_get_iter (self, bound_offset, &bound);
  self->is_setting = TRUE;
  gtk_text_buffer_select_range (self->buffer, &cursor, &bound);
  self->is_setting = FALSE;
}

/**
 * mellow_target_text_lead_cursor:
 * @self: a text
 *
 * Puts the cursor of the file where the one here is, if another target has it. What is
 * selected elsewhere in the file stays so.
 */
void
mellow_target_text_lead_cursor (MellowTargetText *self)
{
  int n;

  g_return_if_fail (MELLOW_IS_TARGET_TEXT (self));

  if (!has_target (self))
    return;

  n = mellow_translation_item_find_target (self->item,
                                           mellow_review_get_cursor (get_review (self)));
  if (n >= 0 && n != (int)self->n)
    place_file_cursor (self);
}

/**
 * mellow_target_text_copy_source:
 * @self: a text with a target that can be edited
 *
 * Makes the translation what the original is, tags included, as one step to undo.
 */
void
mellow_target_text_copy_source (MellowTargetText *self)
{
  MellowHistory *history = mellow_review_get_history (get_review (self));
  g_autofree char *source = NULL;
  GtkTextIter end;

  g_return_if_fail (MELLOW_IS_TARGET_TEXT (self));
  g_return_if_fail (has_target (self));

  source = g_strdup (prose_translation_unit_get_source (get_unit (self), self->n));
  set_text (self, source);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  self->is_setting = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &end);
  self->is_setting = FALSE;
  mellow_history_begin_edit (history);
  write_text (self);
  mellow_history_end_edit (history);
}

/**
 * mellow_target_text_is_mended:
 * @self: a text
 *
 * Returns: whether the file has another text than is shown, as tags are missing in that
 */
gboolean
mellow_target_text_is_mended (MellowTargetText *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_TEXT (self), FALSE);

  return has_target (self) && get_unit (self)->tags->len > 0 &&
         !g_str_equal (self->text, get_file_text (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-target-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-card.h"
#include "mellow-spelling-tag.h"
#include "mellow-target-note.h"
#include "mellow-unit-mark.h"

/**
 * MellowTargetEditor:
 *
 * Where a translation is written, with its marks, and what is to be said of it below.
 */
struct _MellowTargetEditor {
  GtkWidget parent_instance;

  GtkLabel *form_label;
  GtkWidget *frame;
  MellowTextView *view;
  GtkLabel *status_label;
  MellowCard *card;

  MellowDraft *draft;
  MellowTranslation *translation;
  MellowTargetText *text;

  gboolean is_editable;
  guint tag_source;
};

enum {
  TAB,
  LINE_END_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowTargetEditor, mellow_target_editor, GTK_TYPE_WIDGET)

static MellowReview *
get_review (MellowTargetEditor *self)
{
  return mellow_draft_get_review (self->draft);
}

static MellowTranslationItem *
get_item (MellowTargetEditor *self)
{
  return mellow_target_text_get_item (self->text);
}

static GtkTextBuffer *
get_buffer (MellowTargetEditor *self)
{
  return mellow_target_text_get_buffer (self->text);
}

static const ProseTranslationUnit *
get_unit (MellowTargetEditor *self)
{
  return mellow_translation_item_get_unit (get_item (self));
}

/* --- places --- */

static guint
get_file_offset (gpointer owner, const GtkTextIter *iter)
{
  return mellow_target_text_get_offset (MELLOW_TARGET_EDITOR (owner)->text, iter);
}

static void
get_shown_iter (gpointer owner, guint offset, GtkTextIter *iter)
{
  mellow_target_text_get_iter (MELLOW_TARGET_EDITOR (owner)->text, offset, iter);
}

static const MellowTextMap map = { get_file_offset, get_shown_iter };

/* --- how it looks --- */

static void
apply_marks (MellowTargetEditor *self)
{
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (self->draft);
  g_autoptr (GArray) marks = mellow_translation_dup_target_marks (
      self->translation, get_item (self), mellow_target_text_get_n (self->text));
  gboolean shows_credits;

  g_object_get (highlighter, "shows-credits", &shows_credits, NULL);
  for (guint i = 0; i < marks->len; i++) {
    const MellowUnitMark *mark = &g_array_index (marks, MellowUnitMark, i);
    GtkTextIter start, end;

    if (!shows_credits && mark->severity == PROSE_SEVERITY_CREDIT)
      continue;

    mellow_target_text_get_iter_at (self->text, mark->span.start, &start);
    mellow_target_text_get_iter_at (self->text, mark->span.end, &end);
    gtk_text_buffer_apply_tag (
        get_buffer (self), mellow_highlighter_get_tag (highlighter, mark->severity), &start, &end);
  }
}

static GtkTextTag *
find_tag (MellowTargetEditor *self, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (get_buffer (self)), name);
}

/* Puts a tag where it is in the file. */
static void
copy_tag (MellowTargetEditor *self, GtkTextTag *tag)
{
  ProseSpan content =
      mellow_translation_item_get_content (get_item (self), mellow_target_text_get_n (self->text));
  GtkTextIter start, end, limit;

  mellow_review_get_iter (get_review (self), content.start, &start);
  mellow_review_get_iter (get_review (self), content.end, &limit);
  if (!gtk_text_iter_has_tag (&start, tag))
    gtk_text_iter_forward_to_tag_toggle (&start, tag);

  while (gtk_text_iter_compare (&start, &limit) < 0) {
    GtkTextIter shown_start, shown_end;

    end = start;
    gtk_text_iter_forward_to_tag_toggle (&end, tag);
    get_shown_iter (self, mellow_review_get_offset (get_review (self), &start), &shown_start);
    get_shown_iter (self, mellow_review_get_offset (get_review (self), &end), &shown_end);
    gtk_text_buffer_apply_tag (get_buffer (self), tag, &shown_start, &shown_end);
    start = end;
    if (!gtk_text_iter_forward_to_tag_toggle (&start, tag))
      break;
  }
}

/* What the writer of the file has under the cursor, and what is misspelt. */
static const char *const copied_tags[] = { "mark_current", MELLOW_SPELLING_TAG };

static void
update_tags (MellowTargetEditor *self)
{
  GtkTextIter start, end;

  g_clear_handle_id (&self->tag_source, g_source_remove);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_all_tags (get_buffer (self), &start, &end);
  if (get_item (self) == NULL)
    return;

  apply_marks (self);
  for (guint i = 0; i < G_N_ELEMENTS (copied_tags); i++) {
    GtkTextTag *tag = find_tag (self, copied_tags[i]);

    if (tag != NULL)
      copy_tag (self, tag);
  }
}

static gboolean
on_tags_idle (gpointer user_data)
{
  MellowTargetEditor *self = user_data;

  self->tag_source = 0;
  if (!mellow_translation_is_busy (self->translation))
    update_tags (self);

  return G_SOURCE_REMOVE;
}

static void
update_tags_soon (MellowTargetEditor *self)
{
  if (self->tag_source == 0)
    self->tag_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_tags_idle, self, NULL);
}

static void
on_file_tagged (MellowTargetEditor *self, GtkTextTag *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (copied_tags); i++)
    if (tag == find_tag (self, copied_tags[i]) && gtk_widget_get_mapped (GTK_WIDGET (self)))
      update_tags_soon (self);
}

/* --- what is said of it --- */

static void
update_status (MellowTargetEditor *self)
{
  GtkWidget *label = GTK_WIDGET (self->status_label);
  g_autoptr (MellowTargetNote) note = NULL;

  if (get_item (self) != NULL)
    note = mellow_target_note_new (get_unit (self), mellow_target_text_get_n (self->text),
                                   mellow_target_text_get_text (self->text));
  gtk_label_set_text (self->status_label, note != NULL ? note->text : "");
  gtk_widget_set_visible (label, note != NULL && *note->text != '\0');
  if (note != NULL && note->has_problem)
    gtk_widget_add_css_class (label, "problem");
  else
    gtk_widget_remove_css_class (label, "problem");
}

static void
update_editable (MellowTargetEditor *self)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view),
                              self->is_editable && get_item (self) != NULL &&
                                  get_unit (self)->state != PROSE_TRANSLATION_LOCKED);
}

/* Which plural form it is, if there are several. */
static void
update_form (MellowTargetEditor *self)
{
  MellowTranslationItem *item = get_item (self);
  guint n_forms = item != NULL ? mellow_translation_item_get_n_targets (item) : 0;
  guint n = mellow_target_text_get_n (self->text);
  g_autofree char *form = NULL;

  if (n_forms == 2)
    form = g_strdup (n == 0 ? _ ("Singular") : _ ("Plural"));
  else
    form = g_strdup_printf (_ ("Form %u"), n + 1);
  gtk_label_set_text (self->form_label, form);
  gtk_widget_set_visible (GTK_WIDGET (self->form_label), n_forms > 1);
}

static void
on_changed (MellowTargetEditor *self)
{
  update_editable (self);
  update_tags (self);
  update_status (self);
}

/* Another form may have had the cursor of the file. */
static void
on_focused (MellowTargetEditor *self)
{
  mellow_target_text_lead_cursor (self->text);
}

/* --- keys --- */

static gboolean
may_have_line_ends (MellowTargetEditor *self)
{
  guint n = mellow_target_text_get_n (self->text);

  return get_item (self) != NULL &&
         (strchr (prose_translation_unit_get_source (get_unit (self), n), '\n') != NULL ||
          strchr (prose_translation_unit_get_target (get_unit (self), n), '\n') != NULL);
}

static gboolean
on_key_pressed (MellowTargetEditor *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers =
      state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key == GDK_KEY_Tab && modifiers == 0)
    g_signal_emit (self, signals[TAB], 0, 1);
  else if ((key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_Tab) && modifiers == GDK_SHIFT_MASK)
    g_signal_emit (self, signals[TAB], 0, -1);
  else if (is_enter && modifiers == GDK_CONTROL_MASK)
    g_signal_emit (self, signals[TAB], 0, 1);
  else if (is_enter && modifiers == 0 && !may_have_line_ends (self))
    g_signal_emit (self, signals[LINE_END_REFUSED], 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* --- the object --- */

static gboolean
mellow_target_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MELLOW_TARGET_EDITOR (widget)->view));
}

static void
mellow_target_editor_dispose (GObject *object)
{
  MellowTargetEditor *self = MELLOW_TARGET_EDITOR (object);
  GtkWidget *child;

  mellow_card_drop (&self->card);
  g_clear_handle_id (&self->tag_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->text);
  g_clear_object (&self->translation);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_target_editor_parent_class)->dispose (object);
}

static void
mellow_target_editor_class_init (MellowTargetEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_target_editor_dispose;
  widget_class->grab_focus = mellow_target_editor_grab_focus;

  /**
   * MellowTargetEditor::tab:
   * @self: an editor
   * @step: 1 or -1
   *
   * The writer wants to go on to the next translation, or back to the one before.
   */
  signals[TAB] = g_signal_new ("tab", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * MellowTargetEditor::line-end-refused:
   * @self: an editor
   *
   * The writer wants to begin a line, where the original has one line only.
   */
  signals[LINE_END_REFUSED] = g_signal_new ("line-end-refused", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MELLOW_TYPE_TEXT_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "targeteditor");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-target-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowTargetEditor, form_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTargetEditor, frame);
  gtk_widget_class_bind_template_child (widget_class, MellowTargetEditor, view);
  gtk_widget_class_bind_template_child (widget_class, MellowTargetEditor, status_label);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_focused);
}

static void
mellow_target_editor_init (MellowTargetEditor *self)
{
  self->is_editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow_draft (MellowTargetEditor *self)
{
  GtkTextBuffer *file = mellow_draft_get_buffer (self->draft);
  GConnectFlags after = G_CONNECT_SWAPPED | G_CONNECT_AFTER;

  g_signal_connect_object (file, "apply-tag", G_CALLBACK (on_file_tagged), self, after);
  g_signal_connect_object (file, "remove-tag", G_CALLBACK (on_file_tagged), self, after);
  g_signal_connect_object (mellow_draft_get_highlighter (self->draft), "notify::shows-credits",
                           G_CALLBACK (update_tags), self, G_CONNECT_SWAPPED);
}

/**
 * mellow_target_editor_new:
 * @draft: a draft that is a file of translations
 * @translation: its units
 *
 * Returns: (transfer floating): an editor without a unit
 */
MellowTargetEditor *
mellow_target_editor_new (MellowDraft *draft, MellowTranslation *translation)
{
  MellowTargetEditor *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (MELLOW_IS_TRANSLATION (translation), NULL);

  self = g_object_new (MELLOW_TYPE_TARGET_EDITOR, NULL);
  self->draft = g_object_ref (draft);
  self->translation = g_object_ref (translation);
  self->text = mellow_target_text_new (draft);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), get_buffer (self));
  mellow_text_view_set_history (self->view, mellow_review_get_history (get_review (self)));
  g_signal_connect_object (self->text, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  follow_draft (self);
  self->card = mellow_card_new_for_part (GTK_WIDGET (self), self->view, draft, &map, self);

  return self;
}

/**
 * mellow_target_editor_get_view:
 * @self: an editor
 *
 * Returns: (transfer none): where the translation is written
 */
MellowTextView *
mellow_target_editor_get_view (MellowTargetEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_EDITOR (self), NULL);

  return self->view;
}

/**
 * mellow_target_editor_get_text:
 * @self: an editor
 *
 * Returns: (transfer none): what is written here
 */
MellowTargetText *
mellow_target_editor_get_text (MellowTargetEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_EDITOR (self), NULL);

  return self->text;
}

/**
 * mellow_target_editor_set_item:
 * @self: an editor
 * @item: (nullable): a unit
 * @n: which of its targets
 *
 * Shows what a target says.
 */
void
mellow_target_editor_set_item (MellowTargetEditor *self, MellowTranslationItem *item, guint n)
{
  g_return_if_fail (MELLOW_IS_TARGET_EDITOR (self));

  mellow_target_text_set_item (self->text, item, n);
  update_form (self);
}

/**
 * mellow_target_editor_set_editable:
 * @self: an editor
 * @editable: whether the text can be edited now
 */
void
mellow_target_editor_set_editable (MellowTargetEditor *self, gboolean editable)
{
  g_return_if_fail (MELLOW_IS_TARGET_EDITOR (self));

  self->is_editable = editable;
  update_editable (self);
}

/**
 * mellow_target_editor_show_card:
 * @self: an editor
 *
 * Shows the note on the mark at the cursor.
 *
 * Returns: whether there is one
 */
gboolean
mellow_target_editor_show_card (MellowTargetEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_EDITOR (self), FALSE);

  return mellow_card_show_at_cursor (self->card);
}

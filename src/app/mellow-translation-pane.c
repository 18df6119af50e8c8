/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-translation-pane.h"

#include <glib/gi18n.h>

#include "mellow-unit-list.h"
#include "mellow-unit-source.h"

/* Below this width the original stands above the translation. */
#define NARROW_WIDTH 560

/**
 * MellowTranslationPane:
 *
 * A file of translations at work: the list of its units, and the unit at the cursor of the
 * file, whose translation is written here.
 */
struct _MellowTranslationPane {
  GtkWidget parent_instance;

  GtkStack *stack;
  MellowUnitList *list;
  MellowUnitSource *source;
  GtkBox *editor_box;

  MellowDraft *draft;
  MellowTranslation *translation;
  MellowSpellingAssistant *spelling;

  MellowTranslationItem *item; /* (nullable): at work */
  GSignalGroup *item_signals;
  GPtrArray *editors; /* one for each target so far; the first ones are in use */
  guint n_editors;
  guint editor; /* that has the cursor, or had it last */

  gboolean is_editable;
  gboolean wants_focus; /* as soon as there is a unit */
  gboolean is_narrow;
  guint layout_source;
};

enum {
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowTranslationPane, mellow_translation_pane, GTK_TYPE_WIDGET)

static MellowReview *
get_review (MellowTranslationPane *self)
{
  return mellow_draft_get_review (self->draft);
}

static void
tell (MellowTranslationPane *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

static MellowTargetEditor *
get_editor (MellowTranslationPane *self, guint n)
{
  return self->editors->pdata[n];
}

static MellowTargetText *
get_text (MellowTranslationPane *self, guint n)
{
  return mellow_target_editor_get_text (get_editor (self, n));
}

/* --- the unit at work --- */

static void on_tab (MellowTranslationPane *self, int step, MellowTargetEditor *editor);

static void
on_line_end_refused (MellowTranslationPane *self)
{
  tell (self, _ ("The original has one line only. Tab goes on to the next unit."));
}

static void
add_editor (MellowTranslationPane *self)
{
  MellowTargetEditor *editor = mellow_target_editor_new (self->draft, self->translation);

  g_ptr_array_add (self->editors, editor);
  gtk_box_append (self->editor_box, GTK_WIDGET (editor));
  mellow_target_editor_set_editable (editor, self->is_editable);
  mellow_spelling_assistant_add_view (self->spelling,
                                      GTK_TEXT_VIEW (mellow_target_editor_get_view (editor)));
  g_signal_connect_object (editor, "tab", G_CALLBACK (on_tab), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "line-end-refused", G_CALLBACK (on_line_end_refused), self,
                           G_CONNECT_SWAPPED);
}

static void
update_editors (MellowTranslationPane *self)
{
  self->n_editors = self->item != NULL ? mellow_translation_item_get_n_targets (self->item) : 0;
  while (self->editors->len < self->n_editors)
    add_editor (self);
  for (guint i = 0; i < self->editors->len; i++) {
    MellowTargetEditor *editor = get_editor (self, i);

    mellow_target_editor_set_item (editor, i < self->n_editors ? self->item : NULL, i);
    gtk_widget_set_visible (GTK_WIDGET (editor), i < self->n_editors);
  }
}

static void
on_item_changed (MellowTranslationPane *self)
{
  if (self->n_editors != mellow_translation_item_get_n_targets (self->item))
    update_editors (self);
}

/* What the file could not have was told while it was written; it is not there any more. */
static void
tell_what_is_mended (MellowTranslationPane *self)
{
  for (guint i = 0; i < self->n_editors; i++)
    if (mellow_target_text_is_mended (get_text (self, i))) {
      tell (self, _ ("Tags are missing in this translation. They stand behind its text now."));
      return;
    }
}

static void
set_item (MellowTranslationPane *self, MellowTranslationItem *item)
{
  if (self->item == item)
    return;

  tell_what_is_mended (self);
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  self->editor = 0;
  update_editors (self);
  mellow_unit_source_set_item (self->source, item);
}

/* What is selected of the original in the file is selected here, too. */
static void
select_in_source (MellowTranslationPane *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (mellow_draft_get_buffer (self->draft), &start, &end);
  mellow_unit_source_select (self->source,
                             (ProseSpan){ mellow_review_get_offset (get_review (self), &start),
                                          mellow_review_get_offset (get_review (self), &end) });
}

static void
follow_cursor (MellowTranslationPane *self)
{
  guint cursor;
  int n;

  if (mellow_translation_is_busy (self->translation))
    return;

  cursor = mellow_review_get_cursor (get_review (self));
  set_item (self, mellow_translation_get (self->translation,
                                          mellow_translation_find (self->translation, cursor)));
  mellow_unit_list_set_item (self->list, self->item);
  if (self->item == NULL)
    return;

  n = mellow_translation_item_find_target (self->item, cursor);
  if (n >= 0) {
    self->editor = n;
    mellow_unit_source_select_nothing (self->source);
  } else {
    select_in_source (self);
  }
  for (guint i = 0; i < self->n_editors; i++)
    mellow_target_text_follow_cursor (get_text (self, i));
}

static void
on_changed (MellowTranslationPane *self)
{
  gboolean has_units = g_list_model_get_n_items (G_LIST_MODEL (self->translation)) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_units ? "units" : "none");
  follow_cursor (self);
  if (has_units && self->wants_focus) {
    self->wants_focus = FALSE;
    gtk_widget_grab_focus (GTK_WIDGET (self));
  }
}

/* --- going about --- */

static void
place_cursor (MellowTranslationPane *self, MellowTranslationItem *item, guint n)
{
  GtkTextIter iter;

  mellow_review_get_iter (get_review (self), mellow_translation_item_get_content (item, n).start,
                          &iter);
  gtk_text_buffer_place_cursor (mellow_draft_get_buffer (self->draft), &iter);
}

static void
focus_editor (MellowTranslationPane *self)
{
  if (self->editor < self->n_editors)
    gtk_widget_grab_focus (GTK_WIDGET (get_editor (self, self->editor)));
}

static void
go_to (MellowTranslationPane *self, MellowTranslationItem *item, guint n)
{
  place_cursor (self, item, n);
  focus_editor (self);
}

static void
on_tab (MellowTranslationPane *self, int step, MellowTargetEditor *editor)
{
  guint n = 0;

  g_ptr_array_find (self->editors, editor, &n);
  if (step > 0 && n + 1 < self->n_editors)
    go_to (self, self->item, n + 1);
  else if (step < 0 && n > 0)
    go_to (self, self->item, n - 1);
  else if (!mellow_translation_pane_walk (self, MELLOW_UNIT_ANY, step))
    tell (self, step > 0 ? _ ("This is the last unit") : _ ("This is the first unit"));
}

/* --- layout --- */

static gboolean
lay_out (gpointer user_data)
{
  MellowTranslationPane *self = user_data;
  gboolean is_narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_WIDTH;

  self->layout_source = 0;
  self->is_narrow = is_narrow;
  mellow_unit_list_set_narrow (self->list, is_narrow);
  return G_SOURCE_REMOVE;
}

/* Rows may not change their layout while they are given their place. */
static void
mellow_translation_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MellowTranslationPane *self = MELLOW_TRANSLATION_PANE (widget);
  GtkAllocation place = { 0, 0, width, height };

  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &place, baseline);
  if ((width < NARROW_WIDTH) != self->is_narrow && self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_out, self, NULL);
}

static void
mellow_translation_pane_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (MELLOW_TRANSLATION_PANE (widget)->stack), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
mellow_translation_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
mellow_translation_pane_grab_focus (GtkWidget *widget)
{
  MellowTranslationPane *self = MELLOW_TRANSLATION_PANE (widget);

  self->wants_focus = self->n_editors == 0;
  if (self->wants_focus)
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);

  focus_editor (self);
  return TRUE;
}

/* --- the object --- */

static void
mellow_translation_pane_dispose (GObject *object)
{
  MellowTranslationPane *self = MELLOW_TRANSLATION_PANE (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->item_signals);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_object (&self->item);
  g_clear_object (&self->translation);
  g_clear_object (&self->spelling);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_translation_pane_parent_class)->dispose (object);
}

static void
mellow_translation_pane_finalize (GObject *object)
{
  MellowTranslationPane *self = MELLOW_TRANSLATION_PANE (object);

  g_ptr_array_unref (self->editors);

  G_OBJECT_CLASS (mellow_translation_pane_parent_class)->finalize (object);
}

static void
mellow_translation_pane_class_init (MellowTranslationPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mellow_translation_pane_dispose;
  object_class->finalize = mellow_translation_pane_finalize;
  widget_class->get_request_mode = mellow_translation_pane_get_request_mode;
  widget_class->measure = mellow_translation_pane_measure;
  widget_class->size_allocate = mellow_translation_pane_size_allocate;
  widget_class->grab_focus = mellow_translation_pane_grab_focus;

  /**
   * MellowTranslationPane::told:
   * @self: a pane
   * @text: what the writer should know
   */
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MELLOW_TYPE_UNIT_LIST);
  g_type_ensure (MELLOW_TYPE_UNIT_SOURCE);
  gtk_widget_class_set_css_name (widget_class, "translationpane");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-translation-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, list);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, source);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, editor_box);
  gtk_widget_class_bind_template_callback (widget_class, place_cursor);
  gtk_widget_class_bind_template_callback (widget_class, focus_editor);
}

static void
mellow_translation_pane_init (MellowTranslationPane *self)
{
  self->is_editable = TRUE;
  self->editors = g_ptr_array_new ();
  self->item_signals = g_signal_group_new (MELLOW_TYPE_TRANSLATION_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (on_item_changed),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_translation_pane_new:
 * @draft: a draft whose format has units
 * @spelling: what helps with the spelling of its text
 *
 * Returns: (transfer floating): a pane for @draft
 */
MellowTranslationPane *
mellow_translation_pane_new (MellowDraft *draft, MellowSpellingAssistant *spelling)
{
  MellowTranslationPane *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (MELLOW_IS_SPELLING_ASSISTANT (spelling), NULL);

  self = g_object_new (MELLOW_TYPE_TRANSLATION_PANE, NULL);
  self->draft = g_object_ref (draft);
  self->spelling = g_object_ref (spelling);
  self->translation = mellow_translation_new (mellow_draft_get_review (draft));
  mellow_unit_list_set_translation (self->list, draft, self->translation);
  mellow_unit_source_set_translation (self->source, draft, self->translation);
  g_signal_connect_object (self->translation, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_review (self), "cursor-moved", G_CALLBACK (follow_cursor), self,
                           G_CONNECT_SWAPPED);
  on_changed (self);

  return self;
}

/**
 * mellow_translation_pane_get_translation:
 * @self: a pane
 *
 * Returns: (transfer none): the units it shows
 */
MellowTranslation *
mellow_translation_pane_get_translation (MellowTranslationPane *self)
{
  g_return_val_if_fail (MELLOW_IS_TRANSLATION_PANE (self), NULL);

  return self->translation;
}

/**
 * mellow_translation_pane_get_item:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the unit at work
 */
MellowTranslationItem *
mellow_translation_pane_get_item (MellowTranslationPane *self)
{
  g_return_val_if_fail (MELLOW_IS_TRANSLATION_PANE (self), NULL);

  return self->item;
}

/**
 * mellow_translation_pane_get_editor:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): where the cursor of the file is, or was last
 */
MellowTargetEditor *
mellow_translation_pane_get_editor (MellowTranslationPane *self)
{
  g_return_val_if_fail (MELLOW_IS_TRANSLATION_PANE (self), NULL);

  return self->editor < self->n_editors ? get_editor (self, self->editor) : NULL;
}

/**
 * mellow_translation_pane_set_editable:
 * @self: a pane
 * @editable: whether the text can be edited now
 */
void
mellow_translation_pane_set_editable (MellowTranslationPane *self, gboolean editable)
{
  g_return_if_fail (MELLOW_IS_TRANSLATION_PANE (self));

  self->is_editable = editable;
  for (guint i = 0; i < self->editors->len; i++)
    mellow_target_editor_set_editable (get_editor (self, i), editable);
}

/**
 * mellow_translation_pane_show_cursor:
 * @self: a pane
 *
 * Scrolls so that the unit at work is in view, and the cursor in it.
 */
void
mellow_translation_pane_show_cursor (MellowTranslationPane *self)
{
  MellowTargetEditor *editor;

  g_return_if_fail (MELLOW_IS_TRANSLATION_PANE (self));

  mellow_unit_list_show_item (self->list);
  editor = mellow_translation_pane_get_editor (self);
  if (editor != NULL)
    mellow_text_view_show_cursor (mellow_target_editor_get_view (editor));
}

/**
 * mellow_translation_pane_show_card:
 * @self: a pane
 *
 * Shows the note on the mark at the cursor.
 *
 * Returns: whether there is one
 */
gboolean
mellow_translation_pane_show_card (MellowTranslationPane *self)
{
  MellowTargetEditor *editor;

  g_return_val_if_fail (MELLOW_IS_TRANSLATION_PANE (self), FALSE);

  editor = mellow_translation_pane_get_editor (self);
  return editor != NULL && mellow_target_editor_show_card (editor);
}

/**
 * mellow_translation_pane_search:
 * @self: a pane
 *
 * Lets the user look for words.
 */
void
mellow_translation_pane_search (MellowTranslationPane *self)
{
  g_return_if_fail (MELLOW_IS_TRANSLATION_PANE (self));

  mellow_unit_list_search (self->list);
}

/**
 * mellow_translation_pane_walk:
 * @self: a pane
 * @kind: what kind of unit
 * @step: 1 for the next one, -1 for the one before
 *
 * Goes to another unit: of those that are shown to the one beside, of a kind to the next one
 * of all, round the ends of the file.
 *
 * Returns: whether there is one
 */
gboolean
mellow_translation_pane_walk (MellowTranslationPane *self, MellowUnitKind kind, int step)
{
  g_autoptr (MellowTranslationItem) item = NULL;

  g_return_val_if_fail (MELLOW_IS_TRANSLATION_PANE (self), FALSE);

  item = mellow_unit_list_dup_next (self->list, kind, step);
  if (item == NULL)
    return FALSE;

  if (kind != MELLOW_UNIT_ANY)
    go_to (self, item, mellow_translation_item_find_empty_target (item));
  else
    go_to (self, item, step > 0 ? 0 : mellow_translation_item_get_n_targets (item) - 1);
  return TRUE;
}

/**
 * mellow_translation_pane_copy_source:
 * @self: a pane
 *
 * Makes the translation at work what the original is, as one step to undo.
 *
 * Returns: whether it can be written
 */
gboolean
mellow_translation_pane_copy_source (MellowTranslationPane *self)
{
  MellowTargetEditor *editor;

  g_return_val_if_fail (MELLOW_IS_TRANSLATION_PANE (self), FALSE);

  editor = mellow_translation_pane_get_editor (self);
  if (editor == NULL ||
      !gtk_text_view_get_editable (GTK_TEXT_VIEW (mellow_target_editor_get_view (editor))))
    return FALSE;

  mellow_target_text_copy_source (mellow_target_editor_get_text (editor));
  focus_editor (self);
  return TRUE;
}

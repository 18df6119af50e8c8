/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-translation-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "mellow-parity-watch.h"
#include "mellow-unit-mark.h"
#include "mellow-unit-row.h"

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
  GtkEditable *search_entry;
  GtkDropDown *filter_button;
  GtkLabel *count_label;
  GtkStack *list_stack;
  GtkListView *list;
  GtkLabel *note_label;
  GtkLabel *source_label;
  GtkLabel *plural_label;
  GtkBox *editor_box;

  MellowDraft *draft;
  MellowTranslation *translation;
  MellowSpellingAssistant *spelling;
  MellowParityWatch *watch; /* the draft has it */
  GtkCustomFilter *filter;
  GtkFilterListModel *shown;
  GtkSingleSelection *selection;
  char *words;                 /* that are looked for, without case */
  MellowTranslationItem *kept; /* not held: it is shown, whatever it is like */

  MellowTranslationItem *item; /* (nullable): at work */
  GSignalGroup *item_signals;
  GPtrArray *editors; /* one for each target so far; the first ones are in use */
  guint n_editors;
  guint editor; /* that has the cursor, or had it last */

  gboolean is_editable;
  gboolean wants_focus; /* as soon as there is a unit */
  gboolean is_selecting;
  gboolean is_filter_stale;
  gboolean is_narrow;
  guint layout_source;
  guint scroll_tick; /* of the list */
};

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

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

/* --- units of a kind --- */

static gboolean
is_of_kind (MellowTranslationPane *self, MellowTranslationItem *item, MellowUnitKind kind)
{
  ProseTranslationState state = mellow_translation_item_get_unit (item)->state;

  switch (kind) {
  case MELLOW_UNIT_UNTRANSLATED:
    return state == PROSE_TRANSLATION_UNTRANSLATED;
  case MELLOW_UNIT_NEEDS_REVIEW:
    return state == PROSE_TRANSLATION_NEEDS_REVIEW;
  case MELLOW_UNIT_DIFFERS:
    return mellow_parity_watch_find (self->watch, mellow_translation_item_get_unit (item)->id) !=
           NULL;
  case MELLOW_UNIT_MARKED:
    return mellow_translation_has_marks (self->translation, item);
  case MELLOW_UNIT_ANY:
  default:
    return TRUE;
  }
}

static gboolean
contains (MellowTranslationPane *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, self->words) != NULL;
}

static gboolean
has_words (MellowTranslationPane *self, MellowTranslationItem *item)
{
  const ProseTranslationUnit *unit = mellow_translation_item_get_unit (item);

  if (self->words == NULL || contains (self, prose_copy_get_text (unit->source)))
    return TRUE;
  if (unit->source_plural != NULL && contains (self, prose_copy_get_text (unit->source_plural)))
    return TRUE;

  for (guint n = 0; n < unit->targets->len; n++)
    if (contains (self, prose_translation_unit_get_target (unit, n)))
      return TRUE;

  return FALSE;
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  MellowTranslationPane *self = user_data;

  if (item == self->kept)
    return TRUE;

  return is_of_kind (self, item, gtk_drop_down_get_selected (self->filter_button)) &&
         has_words (self, item);
}

static gboolean
is_filtering (MellowTranslationPane *self)
{
  return self->words != NULL || gtk_drop_down_get_selected (self->filter_button) != MELLOW_UNIT_ANY;
}

/* --- the list --- */

/* The row of the first shown unit that begins at a place or behind it. */
static guint
find_row (MellowTranslationPane *self, guint place)
{
  guint first = 0, next = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  while (first < next) {
    guint middle = (first + next) / 2;
    g_autoptr (MellowTranslationItem) item =
        g_list_model_get_item (G_LIST_MODEL (self->shown), middle);

    if (mellow_translation_item_get_place (item) < place)
      first = middle + 1;
    else
      next = middle;
  }
  return first;
}

static guint
find_row_of (MellowTranslationPane *self, MellowTranslationItem *item)
{
  guint row = find_row (self, mellow_translation_item_get_place (item));
  g_autoptr (MellowTranslationItem) found = g_list_model_get_item (G_LIST_MODEL (self->shown), row);

  return found == item ? row : GTK_INVALID_LIST_POSITION;
}

static void
scroll_list (MellowTranslationPane *self)
{
  guint row = gtk_single_selection_get_selected (self->selection);

  if (row != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", row);
}

static gboolean
scroll_when_placed (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  MellowTranslationPane *self = user_data;

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;
  scroll_list (self);
  return G_SOURCE_REMOVE;
}

/* GtkListView shows nothing at all if it is scrolled before it has a place. */
static void
scroll_to_row (MellowTranslationPane *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);

  if (gtk_widget_get_height (list) > 0)
    scroll_list (self);
  else if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (list, scroll_when_placed, self, NULL);
}

static void
select_row (MellowTranslationPane *self)
{
  guint row;

  if (self->item != NULL &&
      gtk_single_selection_get_selected_item (self->selection) == (gpointer)self->item)
    return;

  row = self->item != NULL ? find_row_of (self, self->item) : GTK_INVALID_LIST_POSITION;
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  self->is_selecting = FALSE;
  scroll_to_row (self);
}

static void
update_list (MellowTranslationPane *self)
{
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0;

  gtk_stack_set_visible_child_name (self->list_stack, has_rows ? "list" : "nothing");
}

static void
filter_anew (MellowTranslationPane *self)
{
  self->is_filter_stale = FALSE;
  self->is_selecting = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->is_selecting = FALSE;
  update_list (self);
  select_row (self);
}

/* Differences are found when the writer pauses. The unit at work stays in the list. */
static void
on_compared (MellowTranslationPane *self)
{
  if (gtk_drop_down_get_selected (self->filter_button) != MELLOW_UNIT_DIFFERS)
    return;

  if (gtk_single_selection_get_selected_item (self->selection) == (gpointer)self->item)
    self->kept = self->item;
  filter_anew (self);
  self->is_filter_stale = self->kept != NULL;
  self->kept = NULL;
}

static void
on_filter_changed (MellowTranslationPane *self)
{
  const char *words = gtk_editable_get_text (self->search_entry);

  if (self->filter == NULL)
    return;

  g_clear_pointer (&self->words, g_free);
  if (*words != '\0')
    self->words = g_utf8_casefold (words, -1);
  filter_anew (self);
}

static void
update_count (MellowTranslationPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->translation)), n_done = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++) {
    MellowTranslationItem *item = mellow_translation_get (self->translation, i);

    n_done += mellow_translation_item_get_unit (item)->state != PROSE_TRANSLATION_UNTRANSLATED;
  }
  text = g_strdup_printf (_ ("%u of %u"), n_done, n);
  if (g_str_equal (gtk_label_get_text (self->count_label), text))
    return;

  gtk_label_set_text (self->count_label, text);
  g_free (text);
  text = g_strdup_printf (
      ngettext ("%u of %u unit is translated", "%u of %u units are translated", n), n_done, n);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), text);
}

/* --- the unit at work --- */

static void
show_text (MellowTranslationPane *self, GtkLabel *label, const char *text, const GArray *marks)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  PangoAttrList *attributes = NULL;
  gboolean is_visible, shows_credits;

  g_object_get (mellow_draft_get_highlighter (self->draft), "visible", &is_visible, "shows-credits",
                &shows_credits, NULL);
  if (is_visible && marks != NULL)
    attributes = mellow_unit_marks_create_attributes (marks, shows_credits,
                                                      adw_style_manager_get_dark (style),
                                                      adw_style_manager_get_high_contrast (style));
  mellow_unit_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

static void
show_note (MellowTranslationPane *self, const ProseTranslationUnit *unit)
{
  g_autoptr (GString) note = g_string_new (unit->context);

  if (note->len > 0 && unit->note != NULL)
    g_string_append (note, strchr (unit->note, '\n') != NULL ? "\n" : " · ");
  if (unit->note != NULL)
    g_string_append (note, unit->note);
  gtk_label_set_text (self->note_label, note->str);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note->len > 0);
}

static void
show_source (MellowTranslationPane *self)
{
  const ProseTranslationUnit *unit;
  const char *plural;

  if (self->item == NULL)
    return;

  unit = mellow_translation_item_get_unit (self->item);
  plural = unit->source_plural != NULL ? prose_copy_get_text (unit->source_plural) : "";
  show_text (self, self->source_label, prose_copy_get_text (unit->source),
             mellow_translation_get_source_marks (self->translation, self->item));
  show_text (self, self->plural_label, plural, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->plural_label), unit->source_plural != NULL);
  show_note (self, unit);
}

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
  self->is_filter_stale = is_filtering (self);
  if (self->n_editors != mellow_translation_item_get_n_targets (self->item))
    update_editors (self);
  show_source (self);
}

/* What the file could not have was told while it was written; it is not there any more. */
static void
tell_what_is_mended (MellowTranslationPane *self)
{
  for (guint i = 0; i < self->n_editors; i++)
    if (mellow_target_editor_is_mended (get_editor (self, i))) {
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
  show_source (self);
  if (self->is_filter_stale)
    filter_anew (self);
}

/* What is selected of the original in the file is selected here, too. */
static void
select_in_source (MellowTranslationPane *self)
{
  const ProseCopy *copy = mellow_translation_item_get_unit (self->item)->source;
  const char *text = prose_copy_get_text (copy);
  guint block = mellow_translation_item_get_start (self->item);
  GtkTextIter start_iter, end_iter;
  ProseSpan span, words;

  gtk_text_buffer_get_selection_bounds (mellow_draft_get_buffer (self->draft), &start_iter,
                                        &end_iter);
  span.start = MAX (mellow_review_get_offset (get_review (self), &start_iter), block) - block;
  span.end = MAX (mellow_review_get_offset (get_review (self), &end_iter), block) - block;
  words = prose_copy_from_source (copy, span);
  gtk_label_select_region (self->source_label, g_utf8_pointer_to_offset (text, text + words.start),
                           g_utf8_pointer_to_offset (text, text + words.end));
}

static void
select_nothing_in_source (MellowTranslationPane *self)
{
  if (gtk_label_get_selection_bounds (self->source_label, NULL, NULL))
    gtk_label_select_region (self->source_label, 0, 0);
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
  select_row (self);
  if (self->item == NULL)
    return;

  n = mellow_translation_item_find_target (self->item, cursor);
  if (n >= 0) {
    self->editor = n;
    select_nothing_in_source (self);
  } else {
    select_in_source (self);
  }
  for (guint i = 0; i < self->n_editors; i++)
    mellow_target_editor_follow_cursor (get_editor (self, i));
}

static void
on_changed (MellowTranslationPane *self)
{
  gboolean has_units = g_list_model_get_n_items (G_LIST_MODEL (self->translation)) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_units ? "units" : "none");
  update_count (self);
  update_list (self);
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

/* The first form that is not written yet, of several. */
static guint
find_empty_target (MellowTranslationItem *item)
{
  guint n = mellow_translation_item_get_n_targets (item);

  for (guint i = 0; i < n; i++)
    if (prose_copy_get_length (mellow_translation_item_get_copy (item, i)) == 0)
      return i;

  return 0;
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
on_selected (MellowTranslationPane *self)
{
  MellowTranslationItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_selecting && item != NULL && item != self->item)
    place_cursor (self, item, find_empty_target (item));
}

/* The shown unit behind the one at work, or before it. */
static MellowTranslationItem *
dup_neighbour (MellowTranslationPane *self, int step)
{
  guint place = mellow_translation_item_get_place (self->item);
  guint row = find_row (self, step > 0 ? place + 1 : place);

  if (step < 0 && row == 0)
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->shown), step > 0 ? row : row - 1);
}

static gboolean
walk_to_neighbour (MellowTranslationPane *self, int step)
{
  g_autoptr (MellowTranslationItem) item = NULL;

  if (self->item == NULL)
    return FALSE;
  item = dup_neighbour (self, step);
  if (item == NULL)
    return FALSE;

  go_to (self, item, step > 0 ? 0 : mellow_translation_item_get_n_targets (item) - 1);
  return TRUE;
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
  else if (!walk_to_neighbour (self, step))
    tell (self, step > 0 ? _ ("This is the last unit") : _ ("This is the first unit"));
}

static void
on_search_activated (MellowTranslationPane *self)
{
  g_autoptr (MellowTranslationItem) first = g_list_model_get_item (G_LIST_MODEL (self->shown), 0);

  if (first != NULL &&
      gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    go_to (self, first, 0);
  else
    focus_editor (self);
}

static void
on_search_stopped (MellowTranslationPane *self)
{
  gtk_editable_set_text (self->search_entry, "");
  on_filter_changed (self);
  focus_editor (self);
}

/* --- rows --- */

static void
on_row_clicked (MellowTranslationPane *self)
{
  focus_editor (self);
}

static void
on_setup_row (MellowTranslationPane *self, GtkListItem *list_item)
{
  GtkWidget *row = mellow_unit_row_new (self->draft, self->translation);
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (click, "released", G_CALLBACK (on_row_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  mellow_unit_row_set_item (MELLOW_UNIT_ROW (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item));
}

static void
on_unbind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  mellow_unit_row_set_item (MELLOW_UNIT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* --- layout --- */

static gboolean
lay_out (gpointer user_data)
{
  MellowTranslationPane *self = user_data;
  gboolean is_narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_WIDTH;

  self->layout_source = 0;
  if (self->is_narrow != is_narrow) {
    self->is_narrow = is_narrow;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  }
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
mellow_translation_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_NARROW:
    g_value_set_boolean (value, MELLOW_TRANSLATION_PANE (object)->is_narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_translation_pane_dispose (GObject *object)
{
  MellowTranslationPane *self = MELLOW_TRANSLATION_PANE (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->item_signals);
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->scroll_tick);
  self->scroll_tick = 0;
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
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
  g_free (self->words);

  G_OBJECT_CLASS (mellow_translation_pane_parent_class)->finalize (object);
}

static void
mellow_translation_pane_class_init (MellowTranslationPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_translation_pane_get_property;
  object_class->dispose = mellow_translation_pane_dispose;
  object_class->finalize = mellow_translation_pane_finalize;
  widget_class->get_request_mode = mellow_translation_pane_get_request_mode;
  widget_class->measure = mellow_translation_pane_measure;
  widget_class->size_allocate = mellow_translation_pane_size_allocate;
  widget_class->grab_focus = mellow_translation_pane_grab_focus;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowTranslationPane::told:
   * @self: a pane
   * @text: what the writer should know
   */
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "translationpane");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-translation-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, filter_button);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, list_stack);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, list);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, note_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, source_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, plural_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTranslationPane, editor_box);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_row);
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

static void
fill_list (MellowTranslationPane *self)
{
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->translation)),
                                           g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
follow_draft (MellowTranslationPane *self)
{
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (self->draft);
  AdwStyleManager *style = adw_style_manager_get_default ();
  GConnectFlags swapped = G_CONNECT_SWAPPED;

  g_signal_connect_object (self->translation, "changed", G_CALLBACK (on_changed), self, swapped);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_compared), self, swapped);
  g_signal_connect_object (get_review (self), "cursor-moved", G_CALLBACK (follow_cursor), self,
                           swapped);
  g_signal_connect_object (highlighter, "notify::visible", G_CALLBACK (show_source), self, swapped);
  g_signal_connect_object (highlighter, "notify::shows-credits", G_CALLBACK (show_source), self,
                           swapped);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (show_source), self, swapped);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (show_source), self, swapped);
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
  self->watch = mellow_parity_watch_of (draft);
  fill_list (self);
  follow_draft (self);
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

  scroll_to_row (self);
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

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
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
  guint n, start;

  g_return_val_if_fail (MELLOW_IS_TRANSLATION_PANE (self), FALSE);

  if (kind == MELLOW_UNIT_ANY)
    return walk_to_neighbour (self, step);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->translation));
  start = mellow_translation_find (self->translation, mellow_review_get_cursor (get_review (self)));
  for (guint i = 1; i <= n; i++) {
    guint position = (start + (step > 0 ? i : n - i)) % n;
    MellowTranslationItem *item = mellow_translation_get (self->translation, position);

    if (is_of_kind (self, item, kind)) {
      go_to (self, item, find_empty_target (item));
      return TRUE;
    }
  }
  return FALSE;
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

  mellow_target_editor_copy_source (editor);
  focus_editor (self);
  return TRUE;
}

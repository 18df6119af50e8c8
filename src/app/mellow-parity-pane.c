/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-pane.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mellow-file-name.h"
#include "mellow-language.h"
#include "mellow-list-focus.h"
#include "mellow-parity-flow.h"
#include "mellow-parity-row.h"
#include "mellow-parity-words.h"
#include "mellow-tone-words.h"

/* No kind in particular. */
#define ANY_KIND (-1)

/**
 * MellowParityPane:
 *
 * How the tone of a text differs from that of its original: both tones side by side, the
 * differences, the gravest first, and what was not compared. One row at most is selected,
 * that of the difference at the cursor.
 */
struct _MellowParityPane {
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkLabel *count_label;
  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  GtkWidget *meters;
  GtkLabel *languages;
  GtkLabel *pressure;
  GtkLabel *warmth;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *note_page;
  GtkButton *note_button;
  GtkBox *gaps;
  GtkWidget *gap_buttons[PROSE_N_PARITY_GAPS];

  MellowPage *page;         /* weak */
  MellowParityWatch *watch; /* (nullable) */
  GSignalGroup *watch_signals;
  GSignalGroup *review_signals;
  GtkCustomFilter *filter;
  GtkFilterListModel *shown;
  GPtrArray *items; /* of it, at hand for each key */
  GtkSingleSelection *selection;
  int kind;
  guint place;      /* of the selected difference, the one that is looked at */
  int awaited_step; /* of a walk, until there is a result */
  gboolean is_selecting;
  guint scroll_source;
};

enum {
  PROP_0,
  PROP_KIND,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowParityPane, mellow_parity_pane, GTK_TYPE_WIDGET)

static MellowDraft *
get_draft (MellowParityPane *self)
{
  return mellow_page_get_draft (self->page);
}

static MellowReview *
get_review (MellowParityPane *self)
{
  return mellow_draft_get_review (get_draft (self));
}

static guint
count (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

static guint
get_n_findings (MellowParityPane *self)
{
  return self->watch != NULL ? count (mellow_parity_watch_get_findings (self->watch)) : 0;
}

static guint
get_n_dismissed (MellowParityPane *self)
{
  return self->watch != NULL ? count (mellow_parity_watch_get_dismissed (self->watch)) : 0;
}

static guint
get_n_shown (MellowParityPane *self)
{
  return self->items->len;
}

static MellowParityItem *
get_item (MellowParityPane *self, guint position)
{
  return self->items->pdata[position];
}

static void
on_items_changed (MellowParityPane *self)
{
  guint n = count (G_LIST_MODEL (self->shown));

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, g_list_model_get_item (G_LIST_MODEL (self->shown), i));
}

/* --- which kinds --- */

static gboolean
passes (gpointer item, gpointer user_data)
{
  MellowParityPane *self = user_data;

  return self->kind == ANY_KIND || (int)mellow_parity_item_get_kind (item) == self->kind;
}

static guint
count_kind (MellowParityPane *self, int kind)
{
  GListModel *findings = mellow_parity_watch_get_findings (self->watch);
  guint n = 0;

  for (guint i = 0; i < count (findings); i++) {
    g_autoptr (MellowParityItem) item = g_list_model_get_item (findings, i);

    n += (int)mellow_parity_item_get_kind (item) == kind;
  }
  return n;
}

static void
add_kind (GMenu *menu, const char *title, guint n, int kind)
{
  g_autofree char *label = g_strdup_printf (_ ("%s  %u"), title, n);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, "parity.kind", g_variant_new_int32 (kind));
  g_menu_append_item (menu, item);
}

/* The list is made when it is opened. */
static void
fill_kinds (GtkMenuButton *button, gpointer user_data)
{
  MellowParityPane *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  add_kind (menu, _ ("All Kinds"), get_n_findings (self), ANY_KIND);
  for (int kind = 0; kind < PROSE_N_PARITY_KINDS; kind++) {
    guint n = self->watch != NULL ? count_kind (self, kind) : 0;

    if (n > 0)
      add_kind (menu, mellow_parity_words_get_title (kind), n, kind);
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
show_kind (MellowParityPane *self)
{
  const char *title = self->kind != ANY_KIND ? mellow_parity_words_get_title (self->kind) : NULL;
  /* Translators: what a list is narrowed by, and to what. */
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s"), _ ("Kind"), title != NULL ? title : _ ("All"));

  gtk_label_set_text (self->kind_label, title != NULL ? title : _ ("Kind"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (title != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->kind_button), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->kind_button), "chosen");
}

/* --- what is said in the place of rows --- */

static void
show_note (MellowParityPane *self, const char *icon, const char *title, const char *description)
{
  adw_status_page_set_icon_name (self->note_page, icon);
  adw_status_page_set_title (self->note_page, title);
  adw_status_page_set_description (self->note_page, description);
}

static void
show_note_button (MellowParityPane *self, const char *label, const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (self->note_button), label != NULL);
  if (label == NULL)
    return;

  gtk_button_set_label (self->note_button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->note_button), action);
}

static void
show_file_note (MellowParityPane *self)
{
  g_autofree char *name = mellow_file_dup_name (mellow_parity_watch_get_file (self->watch));
  /* Translators: the name of a file, and why it cannot be read. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” cannot be read just now. %s"), name,
                                           mellow_parity_watch_get_problem (self->watch));
  g_autofree char *description = g_markup_escape_text (text, -1);

  show_note (self, "edit-find-symbolic", _ ("Where Is the Original?"), description);
  show_note_button (self, _ ("_Choose Another…"), "win.compare-with-original");
}

static void
show_filtered_note (MellowParityPane *self)
{
  guint n = get_n_findings (self);
  g_autofree char *description =
      g_strdup_printf (ngettext ("One difference is waiting outside of the filter.",
                                 "%u differences are waiting outside of the filter.", n),
                       n);

  show_note (self, "edit-find-symbolic", _ ("Nothing Under This Filter"), description);
  show_note_button (self, _ ("_Show All"), "parity.clear-filter");
}

static void
show_dismissed_note (MellowParityPane *self)
{
  guint n = get_n_dismissed (self);
  g_autofree char *description =
      g_strdup_printf (ngettext ("One difference is dismissed; you chose to leave it.",
                                 "%u differences are dismissed; you chose to leave them.", n),
                       n);

  show_note (self, "mellow-leaf-symbolic", _ ("Nothing Left to Compare"), description);
  show_note_button (self, _ ("Show What Is _Dismissed"), "win.show-dismissed");
}

static void
show_result_note (MellowParityPane *self)
{
  if (get_n_findings (self) > 0)
    show_filtered_note (self);
  else if (get_n_dismissed (self) > 0)
    show_dismissed_note (self);
  else if (mellow_parity_watch_get_n_compared (self->watch) == 0)
    show_note (self, "mellow-pen-symbolic", _ ("Nothing to Compare Yet"),
               _ ("What is translated is compared here with its original."));
  else
    show_note (self, "mellow-leaf-symbolic", _ ("In Tune"),
               _ ("The translation sounds as calm as its original."));
}

static void
update_note (MellowParityPane *self)
{
  show_note_button (self, NULL, NULL);
  switch (mellow_parity_watch_get_state (self->watch)) {
  case MELLOW_PARITY_NO_ORIGINAL:
    show_note (self, "mellow-pen-symbolic", _ ("Beside Which Original?"),
               _ ("Choose the text that this one is a translation of. Their tones are compared "
                  "here."));
    show_note_button (self, _ ("_Choose…"), "win.compare-with-original");
    break;
  case MELLOW_PARITY_COMPARING:
    show_note (self, "mellow-pen-symbolic", _ ("One Moment"), _ ("Both texts are being read."));
    break;
  case MELLOW_PARITY_NO_FILE:
    show_file_note (self);
    break;
  case MELLOW_PARITY_COMPARED:
  default:
    show_result_note (self);
  }
}

/* --- the head --- */

static const char *
get_language (MellowParityPane *self, gboolean is_target)
{
  const char *code = mellow_parity_watch_get_language (self->watch, is_target);

  if (code != NULL)
    return mellow_language_get_name (code);

  return is_target ? _ ("Translation") : _ ("Original");
}

static void
show_languages (MellowParityPane *self)
{
  /* Translators: the languages of an original and its translation. */
  g_autofree char *text =
      g_strdup_printf (_ ("%s → %s"), get_language (self, FALSE), get_language (self, TRUE));

  gtk_label_set_text (self->languages, text);
}

static void
show_meter (GtkLabel *label, ProseMeter meter, double source, double target)
{
  /* Translators: a meter, what it says of the original, and what of the translation. */
  g_autofree char *text = g_strdup_printf (_ ("%s %ld → %ld"), mellow_tone_words_get_meter (meter),
                                           lround (source), lround (target));

  gtk_label_set_text (label, text);
}

static void
update_meters (MellowParityPane *self)
{
  const ProseMeasures *measures = mellow_parity_watch_get_measures (self->watch, FALSE);
  gboolean has_meters = measures != NULL && mellow_parity_watch_get_n_compared (self->watch) > 0;
  ProseToneSummary source, target;

  gtk_widget_set_visible (self->meters, has_meters);
  if (!has_meters)
    return;

  source = prose_tone_summary_new (measures);
  target = prose_tone_summary_new (mellow_parity_watch_get_measures (self->watch, TRUE));
  show_languages (self);
  show_meter (self->pressure, PROSE_METER_PRESSURE, source.pressure, target.pressure);
  show_meter (self->warmth, PROSE_METER_WARMTH, source.warmth, target.warmth);
}

static void
update_count (MellowParityPane *self)
{
  guint n = get_n_findings (self);
  g_autofree char *text = NULL;

  if (self->kind != ANY_KIND)
    text = g_strdup_printf (_ ("%u of %u"), get_n_shown (self), n);
  else
    text = g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  gtk_label_set_text (self->count_label, text);
}

/* --- what was not compared --- */

static GtkWidget *
create_gap_button (ProseParityGap gap)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "gap");
  gtk_widget_set_tooltip_text (button, _ ("Show the Next One"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "parity.show-gap");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_uint32 (gap));
  return button;
}

static void
update_gap (MellowParityPane *self, ProseParityGap gap)
{
  guint n = mellow_parity_watch_count_skipped (self->watch, gap);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (n > 0 && self->gap_buttons[gap] == NULL) {
    self->gap_buttons[gap] = create_gap_button (gap);
    gtk_box_append (self->gaps, self->gap_buttons[gap]);
  }
  if (self->gap_buttons[gap] == NULL)
    return;

  words = mellow_parity_words_dup_gap (gap, n);
  /* Translators: %s is how much of a text, and why: “3 are not translated”. */
  text = g_strdup_printf (_ ("Not compared: %s"), words);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->gap_buttons[gap]))), text);
  gtk_widget_set_visible (self->gap_buttons[gap], n > 0);
}

static void
update_gaps (MellowParityPane *self)
{
  for (guint gap = 0; gap < PROSE_N_PARITY_GAPS; gap++)
    update_gap (self, gap);
}

static void
show_gap (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (widget);
  ProseSpan place;

  if (mellow_parity_watch_find_skipped (self->watch, g_variant_get_uint32 (parameter),
                                        mellow_review_get_cursor (get_review (self)), &place))
    mellow_page_show_place (self->page, place);
  else
    mellow_page_tell (self->page, _ ("It stands in the original alone"));
}

/* --- rows --- */

static MellowParityRow *
find_row (MellowParityPane *self, MellowParityItem *item)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = gtk_widget_get_first_child (child);

    if (MELLOW_IS_PARITY_ROW (row) && gtk_widget_get_child_visible (child) &&
        mellow_parity_row_get_item (MELLOW_PARITY_ROW (row)) == item)
      return MELLOW_PARITY_ROW (row);
  }
  return NULL;
}

static void
set_place (MellowParityPane *self, guint place)
{
  MellowParityItem *item = mellow_parity_pane_get_selected (self);
  MellowParityRow *row = item != NULL ? find_row (self, item) : NULL;

  self->place = place;
  if (row != NULL)
    mellow_parity_row_set_place (row, place);
}

static void
go_to_place (MellowParityPane *self)
{
  MellowParityItem *item = mellow_parity_pane_get_selected (self);

  if (item != NULL && self->place < mellow_parity_item_get_n_places (item))
    mellow_page_select_place (self->page, mellow_parity_item_get_place (item, self->place));
}

static void
on_selected (MellowParityPane *self)
{
  set_place (self, 0);
  if (!self->is_selecting)
    go_to_place (self);
}

static void
on_activated (MellowParityPane *self)
{
  go_to_place (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static gboolean
show_selected_row (gpointer user_data)
{
  MellowParityPane *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  MellowParityItem *item = mellow_parity_pane_get_selected (self);
  MellowParityRow *row = item != NULL ? find_row (self, item) : NULL;
  graphene_rect_t bounds;

  self->scroll_source = 0;
  if (row != NULL && gtk_widget_compute_bounds (gtk_widget_get_parent (GTK_WIDGET (row)),
                                                GTK_WIDGET (self->list), &bounds)) {
    double top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
    double page = gtk_adjustment_get_page_size (adjustment);

    gtk_adjustment_clamp_page (adjustment, top, top + MIN (bounds.size.height, page));
  }
  return G_SOURCE_REMOVE;
}

/* GtkListView scrolls to a row before it has grown. */
static void
scroll_to (MellowParityPane *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (show_selected_row, self);
}

static void
select_quietly (MellowParityPane *self, guint position)
{
  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_selecting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

/* The difference whose words the cursor is at, else the gravest of the unit around it. The
 * one that is selected stays if it may. */
static guint
find_at_cursor (MellowParityPane *self)
{
  guint cursor = mellow_review_get_cursor (get_review (self));
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint around = GTK_INVALID_LIST_POSITION;
  MellowParityItem *item = mellow_parity_pane_get_selected (self);

  if (item != NULL && mellow_parity_item_touches (item, cursor))
    return selected;

  for (guint i = 0; i < get_n_shown (self); i++) {
    item = get_item (self, i);
    if (mellow_parity_item_touches (item, cursor))
      return i;
    if (mellow_parity_item_is_about (item, cursor) &&
        (around == GTK_INVALID_LIST_POSITION || i == selected))
      around = i;
  }
  return around;
}

static void
follow_place (MellowParityPane *self)
{
  MellowParityItem *item = mellow_parity_pane_get_selected (self);
  guint cursor = mellow_review_get_cursor (get_review (self));
  guint n = item != NULL ? mellow_parity_item_get_n_places (item) : 0;

  for (guint i = 0; n > 1 && i < n; i++) {
    ProseSpan place = mellow_parity_item_get_place (item, i);

    if (place.start <= cursor && cursor <= place.end) {
      set_place (self, i);
      return;
    }
  }
}

/* A pane that nobody sees has no need to be in step. */
static void
follow_cursor (MellowParityPane *self)
{
  if (self->page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  select_quietly (self, find_at_cursor (self));
  follow_place (self);
}

static void
on_setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = mellow_parity_row_new ();

  gtk_list_item_set_child (item, row);
  g_object_bind_property (item, "selected", row, "expanded", G_BINDING_SYNC_CREATE);
}

static void
on_bind_row (MellowParityPane *self, GtkListItem *item)
{
  MellowParityRow *row = MELLOW_PARITY_ROW (gtk_list_item_get_child (item));

  mellow_parity_row_show (row, gtk_list_item_get_item (item));
  if (gtk_list_item_get_selected (item))
    mellow_parity_row_set_place (row, self->place);
}

static void
on_unbind_row (MellowParityPane *self, GtkListItem *item)
{
  mellow_parity_row_show (MELLOW_PARITY_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- all of it --- */

static void
update (MellowParityPane *self)
{
  gboolean has_rows = get_n_shown (self) > 0;

  if (self->watch == NULL)
    return;

  update_count (self);
  update_meters (self);
  update_gaps (self);
  show_kind (self);
  gtk_widget_set_visible (self->header,
                          mellow_parity_watch_get_state (self->watch) == MELLOW_PARITY_COMPARED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "parity.clear-filter", self->kind != ANY_KIND);
  if (!has_rows)
    update_note (self);
  gtk_stack_set_visible_child_name (self->stack, has_rows ? "rows" : "note");
}

static void
take_awaited_step (MellowParityPane *self)
{
  int step = self->awaited_step;

  if (step == 0 || mellow_parity_watch_get_state (self->watch) == MELLOW_PARITY_COMPARING)
    return;

  self->awaited_step = 0;
  mellow_parity_pane_walk (self, step);
}

static void
on_watch_changed (MellowParityPane *self)
{
  update (self);
  follow_cursor (self);
  take_awaited_step (self);
}

static void
clear_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_parity_pane_set_kind (MELLOW_PARITY_PANE (widget), ANY_KIND);
}

/* --- the keyboard --- */

static void
step_place (MellowParityPane *self, int step)
{
  MellowParityItem *item = mellow_parity_pane_get_selected (self);
  guint n = item != NULL ? mellow_parity_item_get_n_places (item) : 0;

  if (n == 0)
    return;

  set_place (self, (self->place + n + step) % n);
  go_to_place (self);
}

static void
show_previous_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_place (MELLOW_PARITY_PANE (widget), -1);
}

static void
show_next_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_place (MELLOW_PARITY_PANE (widget), 1);
}

static void
dismiss (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_parity_pane_dismiss (MELLOW_PARITY_PANE (widget));
}

static gboolean
focus_rows (MellowParityPane *self)
{
  MellowParityItem *item = mellow_parity_pane_get_selected (self);
  MellowParityRow *row = item != NULL ? find_row (self, item) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return gtk_widget_get_visible (GTK_WIDGET (self->note_button)) &&
           gtk_widget_grab_focus (GTK_WIDGET (self->note_button));
  if (row == NULL && get_n_shown (self) > 0)
    row = find_row (self, get_item (self, 0));

  return row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

/* Arrows lead along the rows, Tab through one of them, and whoever comes wants to read. */
static gboolean
mellow_parity_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (widget);
  GtkWidget *row = mellow_list_focus_find_row (widget, GTK_WIDGET (self->list));

  if (direction == GTK_DIR_TAB_FORWARD && row != NULL)
    return gtk_widget_child_focus (row, direction) ||
           gtk_widget_child_focus (GTK_WIDGET (self->gaps), direction);
  if (direction == GTK_DIR_TAB_BACKWARD && row != NULL)
    return gtk_widget_child_focus (row, direction) ||
           gtk_widget_child_focus (self->header, direction);
  if (direction == GTK_DIR_TAB_FORWARD && mellow_list_focus_find (widget) == NULL &&
      focus_rows (self))
    return TRUE;

  return GTK_WIDGET_CLASS (mellow_parity_pane_parent_class)->focus (widget, direction);
}

static gboolean
leave (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_widget_activate_action (widget, "win.focus-text", NULL);
  return GDK_EVENT_STOP;
}

/* --- the object --- */

static void
mellow_parity_pane_map (GtkWidget *widget)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (widget);

  GTK_WIDGET_CLASS (mellow_parity_pane_parent_class)->map (widget);
  follow_cursor (self);
  if (self->watch != NULL)
    mellow_parity_watch_check_file (self->watch);
}

static void
mellow_parity_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_KIND:
    g_value_set_int (value, MELLOW_PARITY_PANE (object)->kind);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_parity_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_KIND:
    mellow_parity_pane_set_kind (MELLOW_PARITY_PANE (object), g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_parity_pane_dispose (GObject *object)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->watch_signals);
  g_clear_object (&self->review_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (mellow_parity_pane_parent_class)->dispose (object);
}

static void
mellow_parity_pane_finalize (GObject *object)
{
  g_ptr_array_unref (MELLOW_PARITY_PANE (object)->items);

  G_OBJECT_CLASS (mellow_parity_pane_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "parity.clear-filter", NULL, clear_filter);
  gtk_widget_class_install_action (widget_class, "parity.dismiss", NULL, dismiss);
  gtk_widget_class_install_action (widget_class, "parity.previous-place", NULL,
                                   show_previous_place);
  gtk_widget_class_install_action (widget_class, "parity.next-place", NULL, show_next_place);
  gtk_widget_class_install_action (widget_class, "parity.show-gap", "u", show_gap);
  gtk_widget_class_install_property_action (widget_class, "parity.kind", "kind");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "parity.dismiss", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);
}

static void
mellow_parity_pane_class_init (MellowParityPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_parity_pane_get_property;
  object_class->set_property = mellow_parity_pane_set_property;
  object_class->dispose = mellow_parity_pane_dispose;
  object_class->finalize = mellow_parity_pane_finalize;
  widget_class->focus = mellow_parity_pane_focus;
  widget_class->map = mellow_parity_pane_map;

  properties[PROP_KIND] =
      g_param_spec_int ("kind", NULL, NULL, ANY_KIND, PROSE_N_PARITY_KINDS - 1, ANY_KIND,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "paritypane");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-parity-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, header);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, kind_button);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, kind_label);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, meters);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, languages);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, pressure);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, warmth);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, list);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, note_page);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, note_button);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, gaps);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_row);
}

static void
follow_signals (MellowParityPane *self)
{
  self->watch_signals = g_signal_group_new (MELLOW_TYPE_PARITY_WATCH);
  g_signal_group_connect_swapped (self->watch_signals, "changed", G_CALLBACK (on_watch_changed),
                                  self);
  self->review_signals = g_signal_group_new (MELLOW_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals, "changed", G_CALLBACK (follow_cursor),
                                  self);
  g_signal_group_connect_swapped (self->review_signals, "cursor-moved", G_CALLBACK (follow_cursor),
                                  self);
}

static void
mellow_parity_pane_init (MellowParityPane *self)
{
  self->kind = ANY_KIND;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->kind_button, fill_kinds, self, NULL);
  follow_signals (self);

  self->filter = gtk_custom_filter_new (passes, self, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * mellow_parity_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing yet
 */
MellowParityPane *
mellow_parity_pane_new (void)
{
  return g_object_new (MELLOW_TYPE_PARITY_PANE, NULL);
}

/**
 * mellow_parity_pane_set_page:
 * @self: a pane
 * @page: (nullable): the page whose text it is to compare
 */
void
mellow_parity_pane_set_page (MellowParityPane *self, MellowPage *page)
{
  MellowParityWatch *watch;

  g_return_if_fail (MELLOW_IS_PARITY_PANE (self));
  g_return_if_fail (page == NULL || MELLOW_IS_PAGE (page));

  if (self->page == page)
    return;

  g_set_weak_pointer (&self->page, page);
  watch = page != NULL ? mellow_parity_watch_of (get_draft (self)) : NULL;
  self->kind = ANY_KIND;
  self->awaited_step = 0;
  self->is_selecting = TRUE;
  g_set_object (&self->watch, watch);
  gtk_filter_list_model_set_model (self->shown,
                                   watch != NULL ? mellow_parity_watch_get_findings (watch) : NULL);
  self->is_selecting = FALSE;
  g_signal_group_set_target (self->watch_signals, watch);
  g_signal_group_set_target (self->review_signals, page != NULL ? get_review (self) : NULL);
  update (self);
  follow_cursor (self);
}

/**
 * mellow_parity_pane_get_selected:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the difference that is selected
 */
MellowParityItem *
mellow_parity_pane_get_selected (MellowParityPane *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_PANE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * mellow_parity_pane_set_kind:
 * @self: a pane
 * @kind: (type int): which differences to list, a [enum@Prose.ParityKind]; -1 for all
 */
void
mellow_parity_pane_set_kind (MellowParityPane *self, int kind)
{
  g_return_if_fail (MELLOW_IS_PARITY_PANE (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  self->is_selecting = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->is_selecting = FALSE;
  update (self);
  follow_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

static gboolean
has_place (MellowParityPane *self, int step)
{
  MellowParityItem *item = mellow_parity_pane_get_selected (self);
  int place = (int)self->place + step;

  return item != NULL && place >= 0 && place < (int)mellow_parity_item_get_n_places (item);
}

static void
walk_rows (MellowParityPane *self, int step)
{
  guint n = get_n_shown (self);
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint position;

  if (selected == GTK_INVALID_LIST_POSITION)
    position = step > 0 ? 0 : n - 1;
  else
    position = (selected + n + step) % n;
  select_quietly (self, position);
  if (step < 0)
    set_place (self, mellow_parity_item_get_n_places (get_item (self, position)) - 1);
}

/**
 * mellow_parity_pane_walk:
 * @self: a pane with a page
 * @step: 1 for the next difference, -1 for the one before
 *
 * Goes to the difference beside the selected one, of those that are listed, through all
 * places of one that has several; from the last one to the first. Before there is a result
 * it goes there once there is.
 */
void
mellow_parity_pane_walk (MellowParityPane *self, int step)
{
  g_return_if_fail (MELLOW_IS_PARITY_PANE (self));
  g_return_if_fail (self->page != NULL);

  if (mellow_parity_watch_get_state (self->watch) == MELLOW_PARITY_COMPARING) {
    self->awaited_step = step;
    return;
  }
  if (get_n_shown (self) == 0) {
    mellow_page_tell (self->page, get_n_findings (self) > 0
                                      ? _ ("No difference passes the filter")
                                      : _ ("No difference from the original is listed"));
    return;
  }

  if (has_place (self, step))
    set_place (self, self->place + step);
  else
    walk_rows (self, step);
  go_to_place (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

/* The row that takes the place of one that is gone has the focus then. */
static void
focus_near (MellowParityPane *self, guint position)
{
  guint n = get_n_shown (self);

  if (n == 0) {
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
    return;
  }
  gtk_single_selection_set_selected (self->selection, MIN (position, n - 1));
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              MIN (position, n - 1));
  focus_rows (self);
}

/* Who comes to the list stands on its first row before any is selected. */
static void
select_focused_row (MellowParityPane *self)
{
  GtkWidget *focused = mellow_list_focus_find_row (GTK_WIDGET (self), GTK_WIDGET (self->list));
  GtkWidget *row = focused != NULL ? gtk_widget_get_first_child (focused) : NULL;
  guint position;

  if (mellow_parity_pane_get_selected (self) == NULL && MELLOW_IS_PARITY_ROW (row) &&
      g_ptr_array_find (self->items, mellow_parity_row_get_item (MELLOW_PARITY_ROW (row)),
                        &position))
    select_quietly (self, position);
}

/**
 * mellow_parity_pane_dismiss:
 * @self: a pane with a page
 *
 * Leaves the selected difference as it is, or that whose row has the focus.
 */
void
mellow_parity_pane_dismiss (MellowParityPane *self)
{
  MellowParityItem *item;
  gboolean has_focus;
  guint position;

  g_return_if_fail (MELLOW_IS_PARITY_PANE (self));
  g_return_if_fail (self->page != NULL);

  select_focused_row (self);
  item = mellow_parity_pane_get_selected (self);
  if (item == NULL) {
    mellow_page_tell (self->page, _ ("Choose a difference first"));
    return;
  }

  position = gtk_single_selection_get_selected (self->selection);
  has_focus = mellow_list_focus_find (GTK_WIDGET (self)) != NULL;
  mellow_parity_flow_dismiss (self->page, item);
  if (has_focus)
    focus_near (self, position);
}

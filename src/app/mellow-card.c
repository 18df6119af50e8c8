/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-card.h"

#include "mellow-suggestion-row.h"

/* How long the pointer rests on a phrase before its card shows, and how long it
 * may be on its way to the card, in milliseconds. */
#define REST 450
#define WAY 300

/* The place of a pointer that was not seen yet. */
#define NOWHERE G_MINDOUBLE

/**
 * MellowCard:
 *
 * The note on a mark, beside its sentence: by a click, by resting the pointer on
 * it, and by the keyboard. Only in the last case the card takes the focus; else
 * writing goes on and puts it away.
 */
struct _MellowCard {
  GtkPopover parent_instance;

  MellowSuggestionRow *row;
  GtkEventController *focus;   /* in the card */
  GtkEventController *pointer; /* over the card */
  GtkEventController *motion;  /* over the view */

  MellowTextView *view;
  MellowDraft *draft;
  const MellowTextMap *map; /* of the text and what the view shows */
  gpointer map_owner;

  double pointer_x, pointer_y; /* where it was last seen over the view */
  MellowMark *resting;         /* (nullable): what the pointer rests on */
  guint rest_source;
  guint way_source;
  guint focus_source;
  gboolean follows_pointer; /* it shows because the pointer rests */
  gboolean takes_focus;     /* it shows by the keyboard */
};

G_DEFINE_FINAL_TYPE (MellowCard, mellow_card, GTK_TYPE_POPOVER)

/* --- places --- */

static guint
get_offset_in_whole (gpointer review, const GtkTextIter *iter)
{
  return mellow_review_get_offset (review, iter);
}

static void
get_iter_in_whole (gpointer review, guint offset, GtkTextIter *iter)
{
  mellow_review_get_iter (review, offset, iter);
}

/* Of a view that shows all of the text. */
static const MellowTextMap whole_map = { get_offset_in_whole, get_iter_in_whole };

/* --- finding --- */

static MellowMark *
dup_mark_at (MellowCard *self, guint offset)
{
  MellowReview *review = mellow_draft_get_review (self->draft);
  guint position = mellow_review_find_mark (review, offset);
  ProseSpan span;

  if (position >= mellow_review_get_n_marks (review))
    return NULL;

  span = mellow_review_get_mark (review, position).span;
  if (offset < span.start || offset > span.end)
    return NULL;

  return g_list_model_get_item (mellow_draft_get_marks (self->draft), position);
}

/* The mark at a place in the view, in its coordinates. */
static MellowMark *
dup_mark_at_point (MellowCard *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int buffer_x, buffer_y;
  GtkTextIter iter;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return NULL;

  return dup_mark_at (self, self->map->get_offset (self->map_owner, &iter));
}

/* --- showing --- */

/* Where a character is, in the coordinates of the view. */
static GdkRectangle
get_location (MellowCard *self, guint offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle place;
  GtkTextIter iter;

  self->map->get_iter (self->map_owner, offset, &iter);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  return place;
}

/* At the phrase, but above or below the whole sentence, which stays readable. */
static GdkRectangle
find_place (MellowCard *self, MellowMark *mark)
{
  ProseDiagnostic diagnostic = mellow_review_get_mark (mellow_draft_get_review (self->draft),
                                                       mellow_mark_get_position (mark));
  GdkRectangle start = get_location (self, diagnostic.span.start);
  GdkRectangle end = get_location (self, diagnostic.span.end);
  GdkRectangle first = get_location (self, diagnostic.sentence.start);
  GdkRectangle last = get_location (self, diagnostic.sentence.end);
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));
  int top = CLAMP (first.y, 0, height);
  int bottom = CLAMP (last.y + last.height, top + 1, MAX (height, top + 1));
  int width = end.y == start.y ? MAX (end.x - start.x, 1) : 1;
  double x, y;

  gtk_widget_translate_coordinates (
      GTK_WIDGET (self->view), gtk_widget_get_parent (GTK_WIDGET (self)), start.x, top, &x, &y);
  return (GdkRectangle){ x, y, width, bottom - top };
}

static void
forget_pointer (MellowCard *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_handle_id (&self->way_source, g_source_remove);
  g_clear_object (&self->resting);
}

static void
show_mark (MellowCard *self, MellowMark *mark, gboolean takes_focus)
{
  GdkRectangle place = find_place (self, mark);

  self->takes_focus = takes_focus;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  mellow_suggestion_row_set_mark (self->row, mark);
  gtk_popover_popup (GTK_POPOVER (self));
  if (takes_focus && !gtk_widget_child_focus (GTK_WIDGET (self->row), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
put_away (MellowCard *self)
{
  forget_pointer (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* --- the pointer --- */

static gboolean
on_rested (gpointer user_data)
{
  MellowCard *self = user_data;

  self->rest_source = 0;
  if (mellow_mark_get_position (self->resting) == G_MAXUINT)
    return G_SOURCE_REMOVE;

  self->follows_pointer = TRUE;
  show_mark (self, self->resting, FALSE);
  return G_SOURCE_REMOVE;
}

static gboolean
contains_pointer (GtkEventController *motion)
{
  return gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (motion));
}

static gboolean
on_left (gpointer user_data)
{
  MellowCard *self = user_data;
  gboolean is_on_mark = self->resting != NULL && contains_pointer (self->motion);

  self->way_source = 0;
  if (!is_on_mark && !contains_pointer (self->pointer))
    put_away (self);

  return G_SOURCE_REMOVE;
}

/* It may be on its way from the phrase to the card. */
static void
await_pointer (MellowCard *self)
{
  if (self->follows_pointer && self->way_source == 0)
    self->way_source = g_timeout_add (WAY, on_left, self);
}

/* GTK tells of motions, too, where the text comes under a pointer that lies still. */
static gboolean
did_move (MellowCard *self, double x, double y)
{
  gboolean moved = self->pointer_x != NOWHERE && (x != self->pointer_x || y != self->pointer_y);

  self->pointer_x = x;
  self->pointer_y = y;
  return moved;
}

static void
on_motion (MellowCard *self, double x, double y)
{
  g_autoptr (MellowMark) mark = NULL;

  if (!did_move (self, x, y))
    return;

  mark = dup_mark_at_point (self, x, y);
  if (mark == self->resting)
    return;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_set_object (&self->resting, mark);
  await_pointer (self);
  if (mark != NULL && !self->takes_focus)
    self->rest_source = g_timeout_add (REST, on_rested, self);
}

static void
on_click (MellowCard *self, int n_presses, double x, double y)
{
  g_autoptr (MellowMark) mark = dup_mark_at_point (self, x, y);

  put_away (self);
  if (mark == NULL || n_presses != 1 ||
      gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))))
    return;

  self->follows_pointer = FALSE;
  show_mark (self, mark, FALSE);
}

/* --- putting away --- */

static gboolean
on_focus_left (gpointer user_data)
{
  MellowCard *self = user_data;

  self->focus_source = 0;
  if (!gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus)))
    put_away (self);

  return G_SOURCE_REMOVE;
}

/* The focus may be on its way to another button of the card; a card that closed at once
 * would have GTK look for it there for ever. */
static void
await_focus (MellowCard *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (on_focus_left, self);
}

static gboolean
on_key (MellowCard *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;

  put_away (self);
  return GDK_EVENT_STOP;
}

/* A popover is a surface of its own, and what is pressed there stays there: the keys of
 * the window, which the card itself shows, have to be handed on. */
static gboolean
on_key_in_card (MellowCard *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *keys)
{
  return gtk_event_controller_key_forward (keys,
                                           GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
on_closed (MellowCard *self)
{
  gboolean took_focus = self->takes_focus;

  self->follows_pointer = FALSE;
  self->takes_focus = FALSE;
  mellow_suggestion_row_set_mark (self->row, NULL);
  if (took_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
add_controller (MellowCard *self, GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
follow_view (MellowCard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GConnectFlags flags = G_CONNECT_SWAPPED;

  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (self->motion, "motion", G_CALLBACK (on_motion), self, flags);
  g_signal_connect_object (self->motion, "leave", G_CALLBACK (await_pointer), self, flags);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, flags);
  g_signal_connect_object (click, "released", G_CALLBACK (on_click), self, flags);
  add_controller (self, self->motion);
  add_controller (self, keys);
  add_controller (self, GTK_EVENT_CONTROLLER (click));
}

/* An edit, a step of the cursor or of the text under it, and the place is gone. */
static void
follow_draft (MellowCard *self)
{
  MellowReview *review = mellow_draft_get_review (self->draft);
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  g_signal_connect_object (review, "changed", G_CALLBACK (put_away), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (put_away), self, G_CONNECT_SWAPPED);
}

/* Whoever is to be asked for the focus next begins anew. */
static void
forget_focus_in (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return;

  for (; focus != widget; focus = gtk_widget_get_parent (focus))
    gtk_widget_set_focus_child (gtk_widget_get_parent (focus), NULL);
}

/* Tab goes round in the card, so that no further one is typed into the text; Escape
 * leads out of it. GTK has this for popovers that close by a click beside them. */
static gboolean
mellow_card_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *row = GTK_WIDGET (MELLOW_CARD (widget)->row);

  if (gtk_widget_child_focus (row, direction))
    return TRUE;

  forget_focus_in (row);
  return gtk_widget_child_focus (row, direction) || gtk_widget_grab_focus (widget);
}

static void
mellow_card_dispose (GObject *object)
{
  MellowCard *self = MELLOW_CARD (object);

  forget_pointer (self);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_card_parent_class)->dispose (object);
}

static void
mellow_card_class_init (MellowCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_card_dispose;
  widget_class->focus = mellow_card_focus;

  g_type_ensure (MELLOW_TYPE_SUGGESTION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowCard, row);
  gtk_widget_class_bind_template_child (widget_class, MellowCard, focus);
  gtk_widget_class_bind_template_child (widget_class, MellowCard, pointer);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_in_card);
  gtk_widget_class_bind_template_callback (widget_class, await_focus);
  gtk_widget_class_bind_template_callback (widget_class, await_pointer);
}

static void
mellow_card_init (MellowCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pointer_x = NOWHERE;
}

/**
 * mellow_card_new:
 * @parent: the widget it belongs to: drop it before that goes
 * @view: a view in @parent, which shows the buffer of @draft and stands in a
 *   scrolled window
 * @draft: whose marks it tells of
 *
 * Returns: (transfer none): a card
 */
MellowCard *
mellow_card_new (GtkWidget *parent, MellowTextView *view, MellowDraft *draft)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  return mellow_card_new_for_part (parent, view, draft, &whole_map,
                                   mellow_draft_get_review (draft));
}

/**
 * mellow_card_new_for_part:
 * @parent: the widget it belongs to: drop it before that goes
 * @view: a view in @parent, which stands in a scrolled window
 * @draft: whose marks it tells of
 * @map: what the view shows of @draft
 * @owner: for @map; it outlives the card
 *
 * Returns: (transfer none): a card
 */
MellowCard *
mellow_card_new_for_part (GtkWidget *parent,
                          MellowTextView *view,
                          MellowDraft *draft,
                          const MellowTextMap *map,
                          gpointer owner)
{
  MellowCard *self;

  g_return_val_if_fail (MELLOW_IS_TEXT_VIEW (view), NULL);
  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_CARD, NULL);
  self->view = view;
  self->draft = g_object_ref (draft);
  self->map = map;
  self->map_owner = owner;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  follow_view (self);
  follow_draft (self);

  return self;
}

/**
 * mellow_card_drop:
 * @card: (inout) (nullable): a card, which its parent is about to go without
 *
 * GTK 4.8 keeps a reference to a popover that had the focus, so what the card holds is
 * taken from it.
 */
void
mellow_card_drop (MellowCard **card)
{
  g_autoptr (MellowCard) dropped = *card != NULL ? g_object_ref (*card) : NULL;

  if (dropped == NULL)
    return;

  *card = NULL;
  gtk_widget_unparent (GTK_WIDGET (dropped));
  g_object_run_dispose (G_OBJECT (dropped));
}

/**
 * mellow_card_show_at_cursor:
 * @self: a card
 *
 * Shows the card of the mark at the cursor, and puts the focus into it.
 *
 * Returns: whether there is a mark
 */
gboolean
mellow_card_show_at_cursor (MellowCard *self)
{
  g_autoptr (MellowMark) mark = NULL;

  g_return_val_if_fail (MELLOW_IS_CARD (self), FALSE);

  mark = dup_mark_at (self, mellow_review_get_cursor (mellow_draft_get_review (self->draft)));
  if (mark == NULL)
    return FALSE;

  put_away (self);
  show_mark (self, mark, TRUE);
  return TRUE;
}

/**
 * mellow_card_get_mark:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the mark it shows
 */
MellowMark *
mellow_card_get_mark (MellowCard *self)
{
  g_return_val_if_fail (MELLOW_IS_CARD (self), NULL);

  return mellow_suggestion_row_get_mark (self->row);
}

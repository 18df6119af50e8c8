/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-mark-guide.h"

#include <glib/gi18n.h>

/**
 * MellowMarkGuide:
 *
 * Leads through the marks of a page: keeps the cursor in its text, the phrase that
 * is current there and the panel beside it in step, and walks from mark to mark.
 */
struct _MellowMarkGuide {
  GObject parent_instance;

  MellowSuggestionPanel *panel;
  MellowPage *page; /* weak */
  GSignalGroup *review_signals;
  gboolean has_rules;
};

G_DEFINE_FINAL_TYPE (MellowMarkGuide, mellow_mark_guide, G_TYPE_OBJECT)

static MellowDraft *
get_draft (MellowMarkGuide *self)
{
  return mellow_page_get_draft (self->page);
}

static MellowReview *
get_review (MellowMarkGuide *self)
{
  return mellow_draft_get_review (get_draft (self));
}

static void
show_cursor (MellowMarkGuide *self)
{
  mellow_editor_show_cursor (mellow_page_get_editor (self->page));
}

/* --- in step with the cursor --- */

static gboolean
touches (ProseSpan span, guint offset)
{
  return span.start <= offset && offset <= span.end;
}

/* The mark at the cursor, also right behind it, whether the panel shows it or not.
 * Where two meet, the one that is selected stays. */
static guint
find_mark_at_cursor (MellowMarkGuide *self)
{
  MellowReview *review = get_review (self);
  MellowMark *selected = mellow_suggestion_panel_get_selected (self->panel);
  guint cursor = mellow_review_get_cursor (review);
  guint position = mellow_review_find_mark (review, cursor);

  if (selected != NULL && touches (mellow_mark_get_span (selected), cursor))
    return mellow_mark_get_position (selected);
  if (position < mellow_review_get_n_marks (review) &&
      touches (mellow_review_get_mark (review, position).span, cursor))
    return position;

  return GTK_INVALID_LIST_POSITION;
}

static void
show_current_phrase (MellowMarkGuide *self)
{
  MellowMark *mark = mellow_suggestion_panel_get_selected (self->panel);

  mellow_highlighter_set_current (mellow_draft_get_highlighter (get_draft (self)),
                                  mark != NULL ? mellow_mark_get_span (mark) : (ProseSpan){ 0, 0 });
}

static void
follow_cursor (MellowMarkGuide *self)
{
  mellow_suggestion_panel_select (self->panel, find_mark_at_cursor (self));
  show_current_phrase (self);
}

static void
on_filtered (MellowMarkGuide *self)
{
  if (self->page != NULL)
    follow_cursor (self);
}

static MellowPanelNote
choose_note (MellowMarkGuide *self)
{
  MellowReview *review = get_review (self);

  if (!self->has_rules)
    return MELLOW_PANEL_NOTE_NO_RULES;
  if (mellow_review_get_measures (review)->words > 0)
    return MELLOW_PANEL_NOTE_CALM;

  return mellow_review_get_length (review) > 0 ? MELLOW_PANEL_NOTE_UNKNOWN_LANGUAGE
                                               : MELLOW_PANEL_NOTE_BLANK;
}

static void
update_note (MellowMarkGuide *self)
{
  mellow_suggestion_panel_set_note (self->panel, choose_note (self));
}

static void
on_review_changed (MellowMarkGuide *self)
{
  update_note (self);
  follow_cursor (self);
}

static void
mellow_mark_guide_dispose (GObject *object)
{
  MellowMarkGuide *self = MELLOW_MARK_GUIDE (object);

  g_clear_object (&self->review_signals);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->panel);

  G_OBJECT_CLASS (mellow_mark_guide_parent_class)->dispose (object);
}

static void
mellow_mark_guide_class_init (MellowMarkGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_mark_guide_dispose;
}

static void
mellow_mark_guide_init (MellowMarkGuide *self)
{
  self->has_rules = TRUE;
  self->review_signals = g_signal_group_new (MELLOW_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals, "changed", G_CALLBACK (on_review_changed),
                                  self);
  g_signal_group_connect_swapped (self->review_signals, "cursor-moved", G_CALLBACK (follow_cursor),
                                  self);
}

/**
 * mellow_mark_guide_new:
 * @panel: where the marks are listed
 *
 * Returns: (transfer full): a guide without a page
 */
MellowMarkGuide *
mellow_mark_guide_new (MellowSuggestionPanel *panel)
{
  MellowMarkGuide *self;

  g_return_val_if_fail (MELLOW_IS_SUGGESTION_PANEL (panel), NULL);

  self = g_object_new (MELLOW_TYPE_MARK_GUIDE, NULL);
  self->panel = g_object_ref (panel);
  g_signal_connect_object (panel, "filtered", G_CALLBACK (on_filtered), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_mark_guide_set_page:
 * @self: a guide
 * @page: (nullable): the page to lead through from now on
 */
void
mellow_mark_guide_set_page (MellowMarkGuide *self, MellowPage *page)
{
  g_return_if_fail (MELLOW_IS_MARK_GUIDE (self));
  g_return_if_fail (page == NULL || MELLOW_IS_PAGE (page));

  g_set_weak_pointer (&self->page, page);
  /* The panel is told of an edit first. */
  if (page != NULL)
    mellow_suggestion_panel_set_draft (self->panel, get_draft (self));
  g_signal_group_set_target (self->review_signals, page != NULL ? get_review (self) : NULL);
  if (page == NULL)
    return;

  update_note (self);
  follow_cursor (self);
}

/**
 * mellow_mark_guide_has_rules:
 * @self: a guide
 *
 * Returns: whether there is anything to find marks by
 */
gboolean
mellow_mark_guide_has_rules (MellowMarkGuide *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK_GUIDE (self), FALSE);

  return self->has_rules;
}

/**
 * mellow_mark_guide_set_has_rules:
 * @self: a guide without a page
 * @has_rules: whether there is anything to find marks by
 */
void
mellow_mark_guide_set_has_rules (MellowMarkGuide *self, gboolean has_rules)
{
  g_return_if_fail (MELLOW_IS_MARK_GUIDE (self));

  self->has_rules = has_rules;
}

/* --- from mark to mark --- */

/**
 * mellow_mark_guide_go_to:
 * @self: a guide with a page
 * @position: which mark
 *
 * Puts the cursor before a mark.
 */
void
mellow_mark_guide_go_to (MellowMarkGuide *self, guint position)
{
  MellowReview *review;
  GtkTextIter iter;

  g_return_if_fail (MELLOW_IS_MARK_GUIDE (self));
  g_return_if_fail (self->page != NULL);

  review = get_review (self);
  mellow_suggestion_panel_select (self->panel, position);
  mellow_review_get_iter (review, mellow_review_get_mark (review, position).span.start, &iter);
  gtk_text_buffer_place_cursor (mellow_draft_get_buffer (get_draft (self)), &iter);
  show_cursor (self);
}

/**
 * mellow_mark_guide_walk:
 * @self: a guide with a page
 * @step: 1 for the next mark, -1 for the one before
 *
 * Goes to the mark beside the selected one, or beside the cursor, of those that the
 * panel shows; from the last one to the first.
 */
void
mellow_mark_guide_walk (MellowMarkGuide *self, int step)
{
  MellowReview *review;
  MellowMark *selected;
  int position;
  guint next;

  g_return_if_fail (MELLOW_IS_MARK_GUIDE (self));
  g_return_if_fail (self->page != NULL);

  /* Where the walk stands: at the selected mark, or before the next one after the
   * cursor. */
  review = get_review (self);
  selected = mellow_suggestion_panel_get_selected (self->panel);
  position = selected != NULL
                 ? (int)mellow_mark_get_position (selected)
                 : (int)mellow_review_find_mark (review, mellow_review_get_cursor (review)) -
                       (step > 0 ? 1 : 0);
  next = mellow_suggestion_panel_step (self->panel, position, step);
  if (next == GTK_INVALID_LIST_POSITION) {
    mellow_page_tell (self->page, mellow_review_get_n_marks (review) > 0
                                      ? _ ("No mark passes the filter")
                                      : _ ("Nothing is marked in this text"));
    return;
  }

  mellow_mark_guide_go_to (self, next);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

/**
 * mellow_mark_guide_walk_alike:
 * @self: a guide with a page
 * @step: 1 for the next mark, -1 for the one before
 *
 * Goes to another mark of the same rule on the same words as the selected one. The
 * focus stays, for the next step.
 */
void
mellow_mark_guide_walk_alike (MellowMarkGuide *self, int step)
{
  g_return_if_fail (MELLOW_IS_MARK_GUIDE (self));
  g_return_if_fail (self->page != NULL);

  if (!mellow_suggestion_panel_choose_alike (self->panel, step))
    mellow_page_tell (self->page, _ ("No other mark is like this one"));
}

/**
 * mellow_mark_guide_filter:
 * @self: a guide with a page
 *
 * Lets the user filter the marks by words.
 */
void
mellow_mark_guide_filter (MellowMarkGuide *self)
{
  g_return_if_fail (MELLOW_IS_MARK_GUIDE (self));
  g_return_if_fail (self->page != NULL);

  if (mellow_review_get_n_marks (get_review (self)) > 0)
    mellow_suggestion_panel_open_search (self->panel);
  else
    mellow_page_tell (self->page, _ ("Nothing is marked in this text"));
}

/**
 * mellow_mark_guide_apply:
 * @self: a guide with a page
 * @rewrite: which rewrite of the mark at the cursor
 *
 * Puts a rewrite in the place of the mark at the cursor, or tells why not.
 */
void
mellow_mark_guide_apply (MellowMarkGuide *self, guint rewrite)
{
  g_autoptr (MellowMark) mark = NULL;

  g_return_if_fail (MELLOW_IS_MARK_GUIDE (self));
  g_return_if_fail (self->page != NULL);

  mark =
      g_list_model_get_item (mellow_draft_get_marks (get_draft (self)), find_mark_at_cursor (self));
  if (mark == NULL)
    mellow_page_tell (self->page, _ ("Put the cursor on a marked phrase first"));
  else if (!mellow_mark_apply (mark, rewrite))
    mellow_page_tell (self->page, _ ("This mark has no such rewrite"));

  gtk_widget_grab_focus (GTK_WIDGET (self->page));
  show_cursor (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the writer decides about marks, in the real window: ignoring, and one way back
 * through edits and decisions alike.
 */

#include <string.h>

#include "mellow-card.h"
#include "mellow-day.h"
#include "mellow-ignore-flow.h"
#include "mellow-ignored-row.h"
#include "mellow-ignored-window.h"
#include "mellow-proof-dialog.h"
#include "mellow-suggestion-panel.h"
#include "mellow-suggestion-row.h"
#include "mellow-text-view.h"
#include "window-fixture.h"

#define AD "Act now, only 3 left!"
#define TWICE "Act now, friends. And again: act now, all. "
#define BOTH "0-7 pressure, 29-36 pressure"

static MellowTextView *
get_view (Fixture *fixture)
{
  return mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window)));
}

/* --- one way back --- */

static void
count_down (gpointer data)
{
  --*(int *)data;
}

static void
count_up (gpointer data)
{
  ++*(int *)data;
}

static void
decide (Fixture *fixture, int *n)
{
  static const MellowDecision COUNT = { count_down, count_up, NULL };

  count_up (n);
  mellow_history_add (mellow_review_get_history (mellow_draft_get_review (fixture->draft)), &COUNT,
                      n);
}

/* GTK's menu goes by the buffer, which has nothing to undo here. */
static void
test_undo_in_the_menu_of_the_text (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (get_view (fixture));
  int n = 0;

  gtk_widget_activate_action (view, "text.undo", NULL);
  decide (fixture, &n);
  gtk_widget_activate_action (view, "text.undo", NULL);
  g_assert_cmpint (n, ==, 0);
  gtk_widget_activate_action (view, "text.redo", NULL);
  g_assert_cmpint (n, ==, 1);
  type_keys (fixture->buffer, "Act");
  gtk_widget_activate_action (view, "text.undo", NULL);
  g_assert_cmpint (n, ==, 1);
  assert_text (fixture->buffer, "");
  gtk_widget_activate_action (view, "text.undo", NULL);
  g_assert_cmpint (n, ==, 0);
  gtk_widget_activate_action (view, "text.undo", NULL);
}

static void
test_undo_by_keys (Fixture *fixture)
{
  int n = 0;

  if (!has_hand ())
    return;

  use_hand ("type", "Act now ", NULL);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) == (int)strlen ("Act now "));
  decide (fixture, &n);
  use_hand ("key", "ctrl+z", NULL);
  wait_until (n == 0);
  assert_text (fixture->buffer, "Act now ");
  use_hand ("key", "ctrl+shift+z", NULL);
  wait_until (n == 1);
  use_hand ("key", "ctrl+z", "ctrl+y", NULL);
  wait_until (n == 1);
  use_hand ("key", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", NULL);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) == 0);
  g_assert_cmpint (n, ==, 0);
}

static void
test_undo_brings_the_cursor_back (Fixture *fixture)
{
  type_keys (fixture->buffer, AD " ");
  place_cursor (fixture->buffer, 12);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.apply-rewrite", "u", 0));
  g_assert_cmpint (g_list_model_get_n_items (fixture->marks), ==, 1);
  g_assert_cmpint (get_cursor (fixture->buffer), !=, 12);
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, AD " ");
  g_assert_cmpint (g_list_model_get_n_items (fixture->marks), ==, 2);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 12);
}

static void
test_undo_of_all_alike_brings_the_cursor_back (Fixture *fixture)
{
  const char *text = "Act now, friends. Order now, all. ";
  g_autoptr (MellowMark) mark = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  type_keys (fixture->buffer, text);
  place_cursor (fixture->buffer, 20);
  mark = g_list_model_get_item (fixture->marks, 0);
  edits = mellow_mark_find_alike (mark);
  g_assert_cmpint (edits->len, ==, 2);
  mellow_review_replace_all (mellow_mark_get_review (mark), edits);
  g_assert_cmpint (g_list_model_get_n_items (fixture->marks), ==, 0);
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, text);
  g_assert_cmpint (g_list_model_get_n_items (fixture->marks), ==, 2);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 20);
}

/* --- ignoring --- */

static void
ignore (Fixture *fixture, guint mark, const char *level, const char *reason)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.ignore-mark",
                                             "(uss)", mark, level, reason));
}

static gboolean
is_told (Fixture *fixture, const char *text)
{
  return says (mellow_window_get_page (fixture->window), text);
}

static void
test_ignore_here (Fixture *fixture)
{
  type_text (fixture->buffer, TWICE);
  assert_tags (fixture->buffer, BOTH);
  ignore (fixture, 1, "here", "none");
  assert_tags (fixture->buffer, "0-7 pressure");
  g_assert_true (is_told (fixture, "“act now” is ignored here"));
  activate (fixture, "win.undo");
  assert_tags (fixture->buffer, BOTH);
  activate (fixture, "win.redo");
  assert_tags (fixture->buffer, "0-7 pressure");
}

static void
test_ignore_in_this_document (Fixture *fixture)
{
  type_text (fixture->buffer, TWICE);
  ignore (fixture, 1, "document", "intended");
  assert_tags (fixture->buffer, "");
  g_assert_true (is_told (fixture, "“act now” is ignored in this document"));
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  type_text (fixture->buffer, TWICE);
  assert_tags (fixture->buffer, BOTH);
}

static void
test_ignore_everywhere (Fixture *fixture)
{
  type_text (fixture->buffer, TWICE);
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  type_text (fixture->buffer, TWICE);
  ignore (fixture, 1, "everywhere", "brand");
  assert_tags (fixture->buffer, "");
  adw_tab_view_select_previous_page (mellow_window_get_tabs (fixture->window));
  follow_window (fixture);
  assert_tags (fixture->buffer, "");
  adw_tab_view_select_next_page (mellow_window_get_tabs (fixture->window));
  activate (fixture, "win.undo");
  assert_tags (fixture->buffer, BOTH);
}

static void
turn_rule_off (Fixture *fixture, const char *level)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.turn-rule-off",
                                             "(uss)", 0, level, "none"));
}

static void
test_turn_rule_off (Fixture *fixture)
{
  type_text (fixture->buffer, TWICE "Only 3 left! Buy now. ");
  assert_tags (fixture->buffer, BOTH ", 56-63 pressure, 43-54 proof");
  turn_rule_off (fixture, "document");
  assert_tags (fixture->buffer, "43-54 proof");
  activate (fixture, "win.undo");
  assert_tags (fixture->buffer, BOTH ", 56-63 pressure, 43-54 proof");
  turn_rule_off (fixture, "everywhere");
  assert_tags (fixture->buffer, "43-54 proof");
  activate (fixture, "win.undo");
  assert_tags (fixture->buffer, BOTH ", 56-63 pressure, 43-54 proof");
}

/* The cursor stays, and comes back with the mark. */
static void
test_ignore_by_key (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_text (fixture->buffer, TWICE);
  place_cursor (fixture->buffer, 31);
  use_hand ("key", "alt+i", NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  assert_tags (fixture->buffer, "0-7 pressure");
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 31);
  place_cursor (fixture->buffer, 3);
  use_hand ("key", "ctrl+z", NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 2);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 31);
  use_hand ("key", "ctrl+shift+z", NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  assert_text (fixture->buffer, TWICE);
}

static void
test_no_mark_to_ignore (Fixture *fixture)
{
  type_text (fixture->buffer, TWICE);
  place_cursor (fixture->buffer, 12);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "ignore",
                                  g_variant_new_string ("here"));
  assert_tags (fixture->buffer, BOTH);
  g_assert_true (is_told (fixture, "Put the cursor on a marked phrase first"));
}

/* Text and decisions go back in the order in which they were done. */
static void
test_order_of_text_and_decisions (Fixture *fixture)
{
  type_text (fixture->buffer, TWICE);
  ignore (fixture, 0, "here", "none");
  place_cursor (fixture->buffer, strlen (TWICE));
  type_text (fixture->buffer, "Buy now, too. ");
  ignore (fixture, 1, "document", "none");
  assert_tags (fixture->buffer, "29-36 pressure");
  activate (fixture, "win.undo");
  assert_tags (fixture->buffer, "29-36 pressure, 43-50 pressure");
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, TWICE);
  assert_tags (fixture->buffer, "29-36 pressure");
  activate (fixture, "win.undo");
  assert_tags (fixture->buffer, BOTH);
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, "");
  for (guint i = 0; i < 4; i++)
    activate (fixture, "win.redo");
  assert_text (fixture->buffer, TWICE "Buy now, too. ");
  assert_tags (fixture->buffer, "29-36 pressure");
}

/* The button that has that action. */
static gpointer
find_button (gpointer root, const char *action)
{
  if (GTK_IS_ACTIONABLE (root) && g_strcmp0 (gtk_actionable_get_action_name (root), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gpointer found = find_button (child, action);

    if (found != NULL && gtk_widget_get_mapped (found))
      return found;
  }
  return NULL;
}

static void
test_undo_by_the_toast (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_text (fixture->buffer, TWICE);
  place_cursor (fixture->buffer, 31);
  ignore (fixture, 1, "here", "none");
  wait_until (find_button (mellow_window_get_page (fixture->window), "win.undo") != NULL);
  click (fixture, find_button (mellow_window_get_page (fixture->window), "win.undo"));
  wait_until (g_list_model_get_n_items (fixture->marks) == 2);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 31);
}

/* Undo is offered for what it says, and no longer. */
static void
test_toast_goes_with_the_next_edit (Fixture *fixture)
{
  type_text (fixture->buffer, TWICE);
  ignore (fixture, 0, "here", "none");
  g_assert_true (is_told (fixture, "“Act now” is ignored here"));
  type_text (fixture->buffer, "So. ");
  wait_until (!is_told (fixture, "“Act now” is ignored here"));
}

static void
test_signs_in_a_toast (Fixture *fixture)
{
  mellow_page_tell_undoable (mellow_window_get_page (fixture->window), "“Q&A <now>” is ignored");
  g_assert_true (is_told (fixture, "“Q&A <now>” is ignored"));
}

/* --- the card --- */

static gpointer
get_card (Fixture *fixture)
{
  return find_widget (mellow_window_get_page (fixture->window), MELLOW_TYPE_CARD);
}

static gpointer
find_menu (gpointer root)
{
  gpointer button = find_widget (root, GTK_TYPE_MENU_BUTTON);

  return gtk_menu_button_get_popover (button);
}

static gboolean
is_mapped (gpointer widget)
{
  return widget != NULL && gtk_widget_get_mapped (widget);
}

/* The widget may not be there yet. */
static gboolean
has_focus_within (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && widget != NULL &&
         (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
has_reason (Fixture *fixture, const char *expected)
{
  g_autofree char *reason = NULL;

  g_object_get (find_widget (get_card (fixture), MELLOW_TYPE_SUGGESTION_ROW), "reason", &reason,
                NULL);
  return g_str_equal (reason, expected);
}

/* By the keyboard alone: the card, its menu, a reason, and a level. */
static void
test_menu_of_the_card_by_keys (Fixture *fixture)
{
  g_autoptr (MellowIgnoredItem) item = NULL;

  if (!has_hand ())
    return;

  type_text (fixture->buffer, TWICE);
  place_cursor (fixture->buffer, 31);
  use_hand ("key", "ctrl+period", NULL);
  wait_until (is_mapped (get_card (fixture)));
  while (!GTK_IS_TOGGLE_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture->window))))
    use_hand ("key", "Tab", NULL);
  use_hand ("key", "space", NULL);
  wait_until (has_focus_within (fixture, find_menu (get_card (fixture))));
  use_hand ("key", "Down", "Down", "Down", "space", NULL);
  wait_until (has_reason (fixture, "intended"));
  use_hand ("key", "space", NULL);
  wait_until (has_reason (fixture, "none"));
  use_hand ("key", "Down", "Down", "space", NULL);
  wait_until (has_reason (fixture, "quoted"));
  use_hand ("key", "h", NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  assert_tags (fixture->buffer, "0-7 pressure");
  wait_until (!is_mapped (get_card (fixture)));
  wait_until (gtk_widget_has_focus (GTK_WIDGET (get_view (fixture))));
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 31);
  item = g_list_model_get_item (G_LIST_MODEL (mellow_draft_get_ignored (fixture->draft)), 0);
  g_assert_cmpint (mellow_ignored_item_get_level (item), ==, PROSE_IGNORE_HERE);
  g_assert_cmpint (mellow_ignored_item_get_reason (item), ==, PROSE_IGNORE_REASON_QUOTED);
}

static gpointer
get_expanded_row (Fixture *fixture)
{
  return find_widget (find_widget (fixture->window, MELLOW_TYPE_SUGGESTION_PANEL),
                      MELLOW_TYPE_SUGGESTION_ROW);
}

static void
test_menu_of_the_row_by_click (Fixture *fixture)
{
  gpointer button;

  if (!has_hand ())
    return;

  type_text (fixture->buffer, TWICE);
  place_cursor (fixture->buffer, 3);
  button = find_widget (get_expanded_row (fixture), GTK_TYPE_MENU_BUTTON);
  click (fixture, button);
  wait_until (is_mapped (gtk_menu_button_get_popover (button)));
  use_hand ("key", "Down", "Return", NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 0);
  g_assert_true (is_told (fixture, "“Act now” is ignored in this document"));
}

static void
test_somebody_s_words (Fixture *fixture)
{
  const char *line = "These are somebody’s words. A rewrite changes what they said.";

  type_text (fixture->buffer, "Ida: “Act now, friends.” Act now. ");
  place_cursor (fixture->buffer, 8);
  g_assert_true (says (fixture->window, line));
  place_cursor (fixture->buffer, 28);
  wait_until (!says (fixture->window, line));
}

/* --- proofs --- */

static gboolean
minds_the_date (gpointer dialog)
{
  return says (dialog, "That day has passed, so the phrase would stay marked.");
}

static MellowIgnoredItem *
get_item (Fixture *fixture)
{
  g_autoptr (MellowIgnoredItem) item =
      g_list_model_get_item (G_LIST_MODEL (mellow_draft_get_ignored (fixture->draft)), 0);

  g_assert_nonnull (item);
  return item;
}

/* The proof of the first claim: `a note, Ida, 2026-12-31`. */
static void
assert_proof (Fixture *fixture, const char *text, const char *owner, const char *valid_until)
{
  g_autoptr (MellowProof) proof = mellow_ignored_item_dup_proof (get_item (fixture));
  g_autoptr (MellowProof) expected = mellow_proof_new (text, owner, valid_until);

  g_assert_true (mellow_proof_equal (proof, expected));
}

static void
test_proof_by_click (Fixture *fixture)
{
  gpointer dialog;

  if (!has_hand ())
    return;

  mellow_day_set_date (mellow_day_get_default (), "2026-12-01");
  type_text (fixture->buffer, AD " ");
  place_cursor (fixture->buffer, 12);
  wait_until (find_button (fixture->window, "suggestion.prove") != NULL);
  click (fixture, find_button (fixture->window, "suggestion.prove"));
  dialog = await_window (MELLOW_TYPE_PROOF_DIALOG);
  use_hand ("type", "shop.example/stock", NULL);
  use_hand ("key", "Tab", NULL);
  use_hand ("type", "Ida", NULL);
  use_hand ("key", "Tab", NULL);
  use_hand ("type", "2026-11-30", NULL);
  wait_until (minds_the_date (dialog));
  use_hand ("key", "Return", NULL);
  use_hand ("key", "ctrl+a", NULL);
  use_hand ("type", "2026-12-31", NULL);
  wait_until (!minds_the_date (dialog));
  use_hand ("key", "Return", NULL);
  wait_until (find_toplevel (MELLOW_TYPE_PROOF_DIALOG) == NULL);
  assert_tags (fixture->buffer, "0-7 pressure");
  g_assert_true (is_told (fixture, "“only 3 left” is proven"));
  assert_proof (fixture, "shop.example/stock", "Ida", "2026-12-31");
  activate (fixture, "win.undo");
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
}

/* --- the list --- */

static MellowIgnoredWindow *
open_list (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-ignored", NULL);
  return await_window (MELLOW_TYPE_IGNORED_WINDOW);
}

/* A window that is closed is freed: nothing holds on to it. */
static void
close_list (void)
{
  MellowIgnoredWindow *alive = NULL;

  g_set_weak_pointer (&alive, find_toplevel (MELLOW_TYPE_IGNORED_WINDOW));
  gtk_window_close (GTK_WINDOW (alive));
  wait_until (alive == NULL);
}

static void
test_empty_list (Fixture *fixture)
{
  type_text (fixture->buffer, TWICE);
  g_assert_true (says (open_list (fixture), "Nothing Is Ignored Here"));
  close_list ();
}

static void
test_list_says_all (Fixture *fixture)
{
  MellowIgnoredWindow *list;

  type_text (fixture->buffer, TWICE "Only 3 left! Buy now. ");
  ignore (fixture, 1, "here", "quoted");
  turn_rule_off (fixture, "document");
  list = open_list (fixture);
  g_assert_true (MELLOW_IS_IGNORED_ROW (gtk_root_get_focus (GTK_ROOT (list))));
  g_assert_true (says (list, "“act now”"));
  g_assert_true (says (list, "Quoted"));
  g_assert_true (says (list, "Rule is off · in this document"));
  g_assert_true (says (list, "In This Document Alone"));
  g_assert_false (says (list, "In All Documents"));
  close_list ();
}

static void
act (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static void
test_stop_ignoring (Fixture *fixture)
{
  MellowIgnoredWindow *list;

  type_text (fixture->buffer, TWICE);
  ignore (fixture, 1, "here", "none");
  list = open_list (fixture);
  act (find_widget (list, MELLOW_TYPE_IGNORED_ROW), "row.stop");
  assert_tags (fixture->buffer, BOTH);
  g_assert_true (says (list, "Nothing Is Ignored Here"));
  if (has_hand ()) {
    use_hand ("key", "ctrl+z", NULL);
    wait_until (says (list, "“act now”"));
    assert_tags (fixture->buffer, "0-7 pressure");
    use_hand ("key", "ctrl+shift+z", NULL);
    wait_until (says (list, "Nothing Is Ignored Here"));
  }
  close_list ();
}

static ProseIgnoreReason
get_reason (Fixture *fixture)
{
  g_autoptr (MellowIgnoredItem) item =
      g_list_model_get_item (G_LIST_MODEL (mellow_draft_get_ignored (fixture->draft)), 0);

  return mellow_ignored_item_get_reason (item);
}

static void
test_another_reason (Fixture *fixture)
{
  MellowIgnoredWindow *list;
  GtkDropDown *reason;

  type_text (fixture->buffer, TWICE);
  ignore (fixture, 1, "document", "none");
  list = open_list (fixture);
  reason = find_widget (list, GTK_TYPE_DROP_DOWN);
  g_assert_cmpint (gtk_drop_down_get_selected (reason), ==, PROSE_IGNORE_REASON_NONE);
  gtk_drop_down_set_selected (reason, PROSE_IGNORE_REASON_BRAND);
  wait_until (get_reason (fixture) == PROSE_IGNORE_REASON_BRAND);
  act (list, "ignored.undo");
  g_assert_cmpint (get_reason (fixture), ==, PROSE_IGNORE_REASON_NONE);
  reason = find_widget (list, GTK_TYPE_DROP_DOWN);
  g_assert_cmpint (gtk_drop_down_get_selected (reason), ==, PROSE_IGNORE_REASON_NONE);
  act (list, "ignored.redo");
  g_assert_cmpint (get_reason (fixture), ==, PROSE_IGNORE_REASON_BRAND);
  close_list ();
}

static void
prove (Fixture *fixture, guint mark, const char *text, const char *owner, const char *valid_until)
{
  g_autoptr (MellowProof) proof = mellow_proof_new (text, owner, valid_until);

  mellow_ignore_flow_prove_mark (mellow_window_get_page (fixture->window), mark, proof);
}

/* What is proven anew is the same claim, and undo brings the old proof back. */
static void
test_expired_proof (Fixture *fixture)
{
  mellow_day_set_date (mellow_day_get_default (), "2026-12-01");
  type_text (fixture->buffer, AD " ");
  prove (fixture, 1, "a note", "Ida", "2026-11-30");
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
  g_assert_true (
      says (open_list (fixture), "Proof: a note · Ida · held until 2026-11-30: marked again"));
  close_list ();

  prove (fixture, 1, "a list", NULL, NULL);
  assert_tags (fixture->buffer, "0-7 pressure");
  g_assert_true (says (open_list (fixture), "Proof: a list · holds for good"));
  close_list ();
  activate (fixture, "win.undo");
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
  assert_proof (fixture, "a note", "Ida", "2026-11-30");
  activate (fixture, "win.undo");
  g_assert_cmpint (
      g_list_model_get_n_items (G_LIST_MODEL (mellow_draft_get_ignored (fixture->draft))), ==, 0);
}

static void
test_change_the_proof (Fixture *fixture)
{
  MellowIgnoredWindow *list;
  gpointer dialog;

  type_text (fixture->buffer, AD " ");
  mellow_day_set_date (mellow_day_get_default (), "2026-12-01");
  prove (fixture, 1, "a note", NULL, "2027-01-01");
  list = open_list (fixture);
  act (find_widget (list, MELLOW_TYPE_IGNORED_ROW), "row.edit-proof");
  dialog = await_window (MELLOW_TYPE_PROOF_DIALOG);
  gtk_editable_set_text (find_row (dialog, "_Link or Note"), "shop.example");
  gtk_editable_set_text (find_row (dialog, "Who _Answers for It"), " Ida ");
  act (dialog, "proof.save");
  wait_until (says (list, "Proof: shop.example · Ida · holds until 2027-01-01"));
  act (list, "ignored.undo");
  wait_until (says (list, "Proof: a note · holds until 2027-01-01"));
  wait_until (find_toplevel (MELLOW_TYPE_PROOF_DIALOG) == NULL);
  close_list ();
}

static void
test_show_in_text (Fixture *fixture)
{
  GtkTextIter start, end;

  type_text (fixture->buffer, TWICE);
  ignore (fixture, 1, "here", "none");
  act (find_widget (open_list (fixture), MELLOW_TYPE_IGNORED_ROW), "row.show-place");
  wait_until (find_toplevel (MELLOW_TYPE_IGNORED_WINDOW) == NULL);
  g_assert_true (gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 29);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 36);
}

/* Windows may be as narrow as 360 pixels. */
static void
test_narrow_list (Fixture *fixture)
{
  int width;

  type_text (fixture->buffer, AD " ");
  prove (fixture, 1, "https://shop.example/a-very-long-address/that-goes-on-and-on", NULL, NULL);
  ignore (fixture, 0, "here", "proven");
  gtk_widget_measure (GTK_WIDGET (open_list (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &width,
                      NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  close_list ();
}

static void
test_list_by_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_text (fixture->buffer, TWICE);
  use_hand ("key", "ctrl+i", NULL);
  await_window (MELLOW_TYPE_IGNORED_WINDOW);
  use_hand ("key", "Escape", NULL);
  wait_until (find_toplevel (MELLOW_TYPE_IGNORED_WINDOW) == NULL);
}

static void
test_list_by_the_menu_of_the_panel (Fixture *fixture)
{
  gpointer button;

  if (!has_hand ())
    return;

  type_text (fixture->buffer, TWICE);
  button = find_widget (find_widget (fixture->window, MELLOW_TYPE_SUGGESTION_PANEL),
                        GTK_TYPE_MENU_BUTTON);
  click (fixture, button);
  wait_until (is_mapped (gtk_menu_button_get_popover (button)));
  use_hand ("key", "d", NULL);
  await_window (MELLOW_TYPE_IGNORED_WINDOW);
  close_list ();
}

int
main (int argc, char *argv[])
{
  const char *rules = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/undo/in-the-menu-of-the-text", test_undo_in_the_menu_of_the_text, rules);
  add ("/undo/by-keys", test_undo_by_keys, rules);
  add ("/undo/brings-the-cursor-back", test_undo_brings_the_cursor_back, rules);
  add ("/undo/of-all-alike-brings-the-cursor-back", test_undo_of_all_alike_brings_the_cursor_back,
       rules);
  add ("/ignoring/here", test_ignore_here, rules);
  add ("/ignoring/in-this-document", test_ignore_in_this_document, rules);
  add ("/ignoring/everywhere", test_ignore_everywhere, rules);
  add ("/ignoring/turn-rule-off", test_turn_rule_off, rules);
  add ("/ignoring/by-key", test_ignore_by_key, rules);
  add ("/ignoring/no-mark", test_no_mark_to_ignore, rules);
  add ("/ignoring/order-of-text-and-decisions", test_order_of_text_and_decisions, rules);
  add ("/ignoring/undo-by-the-toast", test_undo_by_the_toast, rules);
  add ("/ignoring/toast-goes-with-the-next-edit", test_toast_goes_with_the_next_edit, rules);
  add ("/ignoring/signs-in-a-toast", test_signs_in_a_toast, rules);
  add ("/ignoring/menu-of-the-card-by-keys", test_menu_of_the_card_by_keys, rules);
  add ("/ignoring/menu-of-the-row-by-click", test_menu_of_the_row_by_click, rules);
  add ("/ignoring/somebody-s-words", test_somebody_s_words, rules);
  add ("/ignoring/proof-by-click", test_proof_by_click, rules);
  add ("/ignored/empty-list", test_empty_list, rules);
  add ("/ignored/list-says-all", test_list_says_all, rules);
  add ("/ignored/stop-ignoring", test_stop_ignoring, rules);
  add ("/ignored/another-reason", test_another_reason, rules);
  add ("/ignored/expired-proof", test_expired_proof, rules);
  add ("/ignored/change-the-proof", test_change_the_proof, rules);
  add ("/ignored/show-in-text", test_show_in_text, rules);
  add ("/ignored/narrow-list", test_narrow_list, rules);
  add ("/ignored/list-by-keys", test_list_by_keys, rules);
  add ("/ignored/list-by-the-menu-of-the-panel", test_list_by_the_menu_of_the_panel, rules);

  return g_test_run ();
}

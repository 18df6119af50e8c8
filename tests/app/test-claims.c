/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The claims of the open text and their proofs, in the real window. */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-card.h"
#include "mellow-claim-row.h"
#include "mellow-claims-window.h"
#include "mellow-day.h"
#include "mellow-ignore-flow.h"
#include "mellow-proof-dialog.h"
#include "window-fixture.h"

#define AD "Act now, only 3 left! We have only 5 left. "
#define MARKS "0-7 pressure, 9-20 proof, 30-41 proof"

static void
set_date (const char *date)
{
  mellow_day_set_date (mellow_day_get_default (), date);
}

static MellowClaimsWindow *
open_list (Fixture *fixture)
{
  activate (fixture, "win.claims");
  return await_window (MELLOW_TYPE_CLAIMS_WINDOW);
}

/* A window that is closed is freed: nothing holds on to it. */
static void
close_list (void)
{
  MellowClaimsWindow *alive = NULL;

  g_set_weak_pointer (&alive, find_toplevel (MELLOW_TYPE_CLAIMS_WINDOW));
  gtk_window_close (GTK_WINDOW (alive));
  wait_until (alive == NULL);
}

static gpointer
get_row (MellowClaimsWindow *list, int i)
{
  return gtk_list_box_get_row_at_index (find_widget (list, GTK_TYPE_LIST_BOX), i);
}

static const char *
get_phrase (MellowClaimsWindow *list, int i)
{
  return mellow_claim_get_phrase (mellow_claim_row_get_claim (get_row (list, i)));
}

static void
act (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static void
prove (Fixture *fixture, guint mark, const char *text, const char *valid_until)
{
  g_autoptr (MellowProof) proof = mellow_proof_new (text, "Ida", valid_until);

  mellow_ignore_flow_prove_mark (mellow_window_get_page (fixture->window), mark, proof);
}

static void
test_no_claims (Fixture *fixture)
{
  type_text (fixture->buffer, "Act now! ");
  g_assert_true (says (open_list (fixture), "No Claims Here"));
  close_list ();
}

static void
test_list_says_all (Fixture *fixture)
{
  MellowClaimsWindow *list;

  set_date ("2026-12-01");
  type_text (fixture->buffer, AD);
  prove (fixture, 2, "the stock list", "2026-12-31");
  list = open_list (fixture);
  g_assert_true (MELLOW_IS_CLAIM_ROW (gtk_root_get_focus (GTK_ROOT (list))));
  g_assert_true (says (list, "2 claims: 1 proven"));
  g_assert_true (says (get_row (list, 0), "Act now, only 3 left!"));
  g_assert_true (says (get_row (list, 0), "Stock number"));
  g_assert_true (says (get_row (list, 0), "Open"));
  g_assert_true (says (get_row (list, 0), "How many are there, and as of when?"));
  g_assert_true (says (get_row (list, 0), "UCPD Annex I, 7 and 18"));
  g_assert_true (says (get_row (list, 1), "We have only 5 left."));
  g_assert_true (says (get_row (list, 1), "Proven"));
  g_assert_true (
      says (get_row (list, 1), "Proof: the stock list · Owner: Ida · Valid until: 2026-12-31"));
  close_list ();
}

/* A proof from the list by the keyboard alone, and one step back. */
static void
test_proof_by_keys (Fixture *fixture)
{
  MellowClaimsWindow *list;

  if (!has_hand ())
    return;

  set_date ("2026-12-01");
  type_text (fixture->buffer, AD);
  use_hand ("key", "ctrl+shift+l", NULL);
  list = await_window (MELLOW_TYPE_CLAIMS_WINDOW);
  use_hand ("key", "F2", NULL);
  await_window (MELLOW_TYPE_PROOF_DIALOG);
  use_hand ("type", "the shelf", NULL);
  use_hand ("key", "Tab", NULL);
  use_hand ("type", "Ida", NULL);
  use_hand ("key", "Tab", NULL);
  use_hand ("type", "2026-12-10", NULL);
  use_hand ("key", "Return", NULL);
  wait_until (says (list, "2 claims: 1 proven, 1 of them runs out soon"));
  assert_tags (fixture->buffer, "0-7 pressure, 30-41 proof");
  g_assert_cmpstr (get_phrase (list, 1), ==, "only 3 left");
  g_assert_true (says (get_row (list, 1), "Proven, runs out in 9 days"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (list)) == get_row (list, 0));

  /* There is no window manager here that would give it the keys back. */
  gtk_window_present (GTK_WINDOW (list));
  await_window (MELLOW_TYPE_CLAIMS_WINDOW);
  use_hand ("key", "ctrl+z", NULL);
  wait_until (says (list, "2 claims"));
  assert_tags (fixture->buffer, MARKS);
  use_hand ("key", "ctrl+shift+z", NULL);
  wait_until (says (list, "2 claims: 1 proven, 1 of them runs out soon"));
  use_hand ("key", "End", "Delete", NULL);
  wait_until (says (list, "2 claims"));
  assert_tags (fixture->buffer, MARKS);
  use_hand ("key", "Escape", NULL);
  wait_until (find_toplevel (MELLOW_TYPE_CLAIMS_WINDOW) == NULL);
}

static void
test_change_the_proof (Fixture *fixture)
{
  MellowClaimsWindow *list;
  gpointer dialog;

  set_date ("2026-12-01");
  type_text (fixture->buffer, AD);
  prove (fixture, 1, "the shelf", "2026-11-30");
  assert_tags (fixture->buffer, MARKS);
  list = open_list (fixture);
  g_assert_true (says (get_row (list, 0), "Proof ran out on 2026-11-30"));
  act (get_row (list, 0), "row.edit-proof");
  dialog = await_window (MELLOW_TYPE_PROOF_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (find_row (dialog, "Who _Answers for It")), ==, "Ida");
  gtk_editable_set_text (find_row (dialog, "_Valid Until (Empty: for Good)"), "");
  act (dialog, "proof.save");
  wait_until (find_toplevel (MELLOW_TYPE_PROOF_DIALOG) == NULL);
  g_assert_true (says (list, "2 claims: 1 proven"));
  assert_tags (fixture->buffer, "0-7 pressure, 30-41 proof");
  g_assert_true (says (get_row (list, 1), "Proof: the shelf · Owner: Ida"));

  act (list, "claims.undo");
  g_assert_true (says (list, "2 claims: 1 expired"));
  assert_tags (fixture->buffer, MARKS);
  act (list, "claims.undo");
  g_assert_true (says (list, "2 claims"));
  act (list, "claims.redo");
  act (list, "claims.redo");
  g_assert_true (says (list, "2 claims: 1 proven"));
  close_list ();
}

/* The text is edited while somebody is asked for the proof. */
static void
test_proof_of_what_moved (Fixture *fixture)
{
  MellowClaimsWindow *list;
  gpointer dialog;

  set_date ("2026-12-01");
  type_text (fixture->buffer, AD);
  list = open_list (fixture);
  act (get_row (list, 0), "row.edit-proof");
  dialog = await_window (MELLOW_TYPE_PROOF_DIALOG);
  place_cursor (fixture->buffer, 0);
  type_text (fixture->buffer, "Only 9 left. ");
  wait_until (says (list, "3 claims"));
  gtk_editable_set_text (find_row (dialog, "_Link or Note"), "the shelf");
  act (dialog, "proof.save");
  wait_until (find_toplevel (MELLOW_TYPE_PROOF_DIALOG) == NULL);
  g_assert_true (says (list, "3 claims: 1 proven"));
  g_assert_cmpstr (get_phrase (list, 2), ==, "only 3 left");
  close_list ();
}

/* Enter leads to the words, also when they have just moved; the list stays. */
static void
test_jump (Fixture *fixture)
{
  GtkTextIter start, end;
  MellowClaimsWindow *list;

  if (!has_hand ())
    return;

  type_text (fixture->buffer, AD);
  list = open_list (fixture);
  place_cursor (fixture->buffer, 0);
  type_text (fixture->buffer, "Æh! ");
  use_hand ("key", "Down", "Return", NULL);
  wait_until (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  g_assert_true (gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 34);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 45);
  use_hand ("key", "ctrl+shift+l", NULL);
  await_window (MELLOW_TYPE_CLAIMS_WINDOW);
  g_assert_true (find_toplevel (MELLOW_TYPE_CLAIMS_WINDOW) == list);
  close_list ();
}

static void
test_edits_are_followed (Fixture *fixture)
{
  MellowClaimsWindow *list;
  gpointer row;

  type_text (fixture->buffer, AD);
  list = open_list (fixture);
  row = get_row (list, 0);
  type_text (fixture->buffer, "Only 7 left. ");
  wait_until (says (list, "3 claims"));
  g_assert_cmpstr (get_phrase (list, 2), ==, "Only 7 left");
  g_assert_true (get_row (list, 0) == row);
  activate (fixture, "win.undo");
  wait_until (says (list, "2 claims"));
  gtk_text_buffer_set_text (fixture->buffer, "", 0);
  wait_until (says (list, "No Claims Here"));
  close_list ();
}

/* The list is that of the tab that is turned to, and goes with the last one. */
static void
test_tabs (Fixture *fixture)
{
  MellowClaimsWindow *list;

  type_text (fixture->buffer, AD);
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  type_text (fixture->buffer, "Only 7 left. ");
  list = open_list (fixture);
  g_assert_true (says (list, "1 claim"));
  adw_tab_view_select_previous_page (mellow_window_get_tabs (fixture->window));
  g_assert_true (says (list, "2 claims"));
}

static gboolean
card_says (Fixture *fixture, const char *text)
{
  return says (find_widget (mellow_window_get_page (fixture->window), MELLOW_TYPE_CARD), text);
}

/* The text is open when the last day of a proof is over. */
static void
test_the_day_turns (Fixture *fixture)
{
  MellowClaimsWindow *list;

  set_date ("2026-12-31");
  type_text (fixture->buffer, AD);
  prove (fixture, 1, "the shelf", "2026-12-31");
  assert_tags (fixture->buffer, "0-7 pressure, 30-41 proof");
  list = open_list (fixture);
  g_assert_true (says (get_row (list, 1), "Proven, runs out today"));

  set_date ("2027-01-01");
  assert_tags (fixture->buffer, MARKS);
  wait_until (says (list, "2 claims: 1 expired"));
  g_assert_true (says (get_row (list, 0), "Proof ran out on 2026-12-31"));
  close_list ();

  place_cursor (fixture->buffer, 12);
  activate (fixture, "win.show-card");
  g_assert_true (card_says (fixture, "Its proof ran out on 2026-12-31. Is it still so?"));
  place_cursor (fixture->buffer, 33);
  activate (fixture, "win.show-card");
  g_assert_false (card_says (fixture, "Its proof ran out on 2026-12-31. Is it still so?"));
}

static void
open_and_wait (Fixture *fixture, const char *path)
{
  open_file (fixture, path);
  wait_until (mellow_draft_get_file (
                  mellow_page_get_draft (mellow_window_get_page (fixture->window))) != NULL);
  follow_window (fixture);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) > 0);
}

/* Next month the ended offer is marked when the file is opened. */
static void
test_opened_next_month (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "landing.md", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, AD, -1, NULL));
  set_date ("2026-12-01");
  open_and_wait (fixture, path);
  prove (fixture, 1, "the shelf", "2026-12-31");
  prove (fixture, 1, "the list", NULL);
  assert_tags (fixture->buffer, "0-7 pressure");
  activate (fixture, "win.new-tab");
  adw_tab_view_select_previous_page (mellow_window_get_tabs (fixture->window));
  activate (fixture, "win.close-tab");
  wait_until (adw_tab_view_get_n_pages (mellow_window_get_tabs (fixture->window)) == 1);

  set_date ("2027-01-05");
  open_and_wait (fixture, path);
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
  g_assert_true (says (open_list (fixture), "2 claims: 1 proven, 1 expired"));
  close_list ();
  g_unlink (path);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **)text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy_as_table (Fixture *fixture)
{
  g_autofree char *text = NULL;
  MellowClaimsWindow *list;

  set_date ("2026-12-01");
  type_text (fixture->buffer, AD);
  prove (fixture, 1, "the shelf", "2026-12-31");
  list = open_list (fixture);
  act (list, "claims.copy");
  g_assert_true (says (list, "The claims are copied"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (list)), NULL, on_read,
                                 &text);
  wait_until (text != NULL);
  g_assert_true (g_str_has_prefix (text, "Claim\tSentence\tKind\tState\t"));
  g_assert_nonnull (strstr (text, "\nonly 5 left\tWe have only 5 left.\tStock number\tOpen\t"));
  g_assert_true (g_str_has_suffix (text, "\tthe shelf\tIda\t2026-12-31\n"));
  close_list ();
}

/* A text of claims alone does not keep anybody waiting. */
static void
test_many (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MellowClaimsWindow *list;

  for (guint i = 0; i < 250; i++)
    g_string_append_printf (text, "Only %u left. ", i);
  type_text (fixture->buffer, text->str);
  list = open_list (fixture);
  g_assert_true (says (list, "250 claims"));
  g_assert_nonnull (get_row (list, 99));
  g_assert_null (get_row (list, 100));
  act (list, "claims.more");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (list)) == get_row (list, 100));
  g_assert_true (says (list, "Show 50 More"));
  act (list, "claims.more");
  g_assert_cmpstr (get_phrase (list, 249), ==, "Only 249 left");
  g_assert_false (says (list, "Show 50 More"));
  close_list ();
}

/* Windows may be as narrow as 360 pixels. */
static void
test_narrow (Fixture *fixture)
{
  int width;

  type_text (fixture->buffer, AD);
  prove (fixture, 1, "https://shop.example/a-very-long-address/that-goes-on-and-on-and-on", NULL);
  gtk_widget_measure (GTK_WIDGET (open_list (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &width,
                      NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  close_list ();
}

int
main (int argc, char *argv[])
{
  const char *rules = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/claims/none", test_no_claims, rules);
  add ("/claims/list-says-all", test_list_says_all, rules);
  add ("/claims/proof-by-keys", test_proof_by_keys, rules);
  add ("/claims/change-the-proof", test_change_the_proof, rules);
  add ("/claims/proof-of-what-moved", test_proof_of_what_moved, rules);
  add ("/claims/jump", test_jump, rules);
  add ("/claims/edits-are-followed", test_edits_are_followed, rules);
  add ("/claims/tabs", test_tabs, rules);
  add ("/claims/the-day-turns", test_the_day_turns, rules);
  add ("/claims/opened-next-month", test_opened_next_month, rules);
  add ("/claims/copy-as-table", test_copy_as_table, rules);
  add ("/claims/many", test_many, rules);
  add ("/claims/narrow", test_narrow, rules);

  return g_test_run ();
}

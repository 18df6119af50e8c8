/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of the rules: looked through, turned off and on under open texts, and
 * the user's own.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-ignored-dialog.h"
#include "mellow-ignored-row.h"
#include "mellow-rule-dialog.h"
#include "mellow-rule-page.h"
#include "mellow-rules-window.h"
#include "window-fixture.h"

#define AD "Act now, only 3 left! Ask our guru."
#define PACK                                                                                       \
  "language: en\ncategory: house\ntitle: House words\nmeter: pressure\nrules:\n"                   \
  "  - id: wizard\n    severity: note\n    weight: 1\n    phrases:\n      - wizard\n"              \
  "    why: Nobody is one.\n    flags:\n      - Ask the wizard.\n    passes:\n      - Ask Ida.\n"

static MellowRulesWindow *
get_rules (void)
{
  return find_toplevel (MELLOW_TYPE_RULES_WINDOW);
}

static MellowRuleDialog *
get_form (void)
{
  return find_toplevel (MELLOW_TYPE_RULE_DIALOG);
}

static void
open_rules (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "rules", NULL);
  await_window (MELLOW_TYPE_RULES_WINDOW);
}

/* A window that is closed is freed: nothing holds on to it. */
static void
close_rules (void)
{
  MellowRulesWindow *alive = NULL;

  g_set_weak_pointer (&alive, get_rules ());
  gtk_window_close (GTK_WINDOW (get_rules ()));
  wait_until (alive == NULL);
}

static void
act (gpointer window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (window, action, NULL));
}

/* Lists to choose a filter from are list views, too. */
static gboolean
lists_rules (gpointer widget)
{
  GtkSelectionModel *model = GTK_IS_LIST_VIEW (widget) ? gtk_list_view_get_model (widget) : NULL;

  return GTK_IS_SINGLE_SELECTION (model) &&
         g_list_model_get_item_type (gtk_single_selection_get_model (
             GTK_SINGLE_SELECTION (model))) == MELLOW_TYPE_RULE_ENTRY;
}

static GtkListView *
find_list (gpointer root)
{
  GtkWidget *child;

  if (lists_rules (root))
    return root;

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkListView *found = find_list (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GListModel *
get_list (void)
{
  return G_LIST_MODEL (gtk_list_view_get_model (find_list (get_rules ())));
}

/* `[Buy command · English] Act now | …` */
static char *
dup_list (void)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_list ()); i++) {
    g_autoptr (MellowRuleEntry) entry = g_list_model_get_item (get_list (), i);

    g_string_append_printf (line, mellow_rule_entry_get_rule (entry) != NULL ? "%s%s" : "%s[%s]",
                            i > 0 ? " | " : "", mellow_rule_entry_get_title (entry));
  }
  return g_string_free (line, FALSE);
}

static void
assert_list (const char *expected)
{
  g_autofree char *list = dup_list ();

  g_assert_cmpstr (list, ==, expected);
}

static gboolean
lists (const char *expected)
{
  g_autofree char *list = dup_list ();

  return g_str_equal (list, expected);
}

static void
choose (const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_list ()); i++) {
    g_autoptr (MellowRuleEntry) entry = g_list_model_get_item (get_list (), i);

    if (g_str_equal (mellow_rule_entry_get_title (entry), title)) {
      gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_list ()), i);
      return;
    }
  }
  g_assert_not_reached ();
}

static GtkSwitch *
get_switch (void)
{
  return find_widget (find_widget (get_rules (), MELLOW_TYPE_RULE_PAGE), GTK_TYPE_SWITCH);
}

static GtkDropDown *
get_filter (guint number)
{
  GtkWidget *first = find_widget (get_rules (), GTK_TYPE_DROP_DOWN);
  GtkWidget *row = gtk_widget_get_parent (first);

  if (number == 0)
    return GTK_DROP_DOWN (first);
  if (number == 1)
    return GTK_DROP_DOWN (gtk_widget_get_next_sibling (first));

  return find_widget (gtk_widget_get_next_sibling (row), GTK_TYPE_DROP_DOWN);
}

static void
search (const char *words)
{
  gtk_editable_set_text (find_widget (get_rules (), GTK_TYPE_SEARCH_ENTRY), words);
}

/* --- looking through --- */

#define ALL                                                                                        \
  "[Buy command · English] | Act now | [Seller-centred line · English] | Proud | "               \
  "[Shame and guilt · English] | Let down | [Stock scarcity · English] | Only n left | Plain "   \
  "stock | "                                                                                       \
  "[Choice · English] | Your call"

static void
test_list_and_filters (Fixture *fixture)
{
  open_rules (fixture);
  assert_list (ALL);
  gtk_drop_down_set_selected (get_filter (1), 2);
  assert_list ("[Stock scarcity · English] | Only n left | Plain stock");
  gtk_drop_down_set_selected (get_filter (1), 0);
  gtk_drop_down_set_selected (get_filter (0), 1);
  assert_list (ALL);
  gtk_drop_down_set_selected (get_filter (2), 2);
  assert_list ("");
  gtk_drop_down_set_selected (get_filter (2), 0);
  search ("guilty read");
  wait_until (lists ("Let down"));
  search ("");
  wait_until (lists (ALL));
  close_rules ();
}

static void
test_the_page_of_a_rule (Fixture *fixture)
{
  gpointer page;

  open_rules (fixture);
  choose ("Only n left");
  page = find_widget (get_rules (), MELLOW_TYPE_RULE_PAGE);
  g_assert_true (says (page, "Only n left"));
  g_assert_true (says (page, "Stock scarcity · Needs proof · English"));
  g_assert_true (says (
      page, "A shrinking stock pushes the reader to decide. It is fair only while it is true."));
  g_assert_true (says (page, "UCPD Annex I, 7 and 18"));
  g_assert_true (says (page, "How many are there, and as of when?"));
  g_assert_true (says (page, "(only|just) {count:number} left"));
  g_assert_true (says (
      page, "Evidence: {count} in stock today\nQuestion: Would one of the last {count} suit you?"));
  g_assert_true (says (page, "Only 3 left!"));
  g_assert_true (says (page, "Only 3 of them turned left."));
  g_assert_false (says (page, "_Delete"));
  close_rules ();
}

static void
test_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "ctrl+shift+r", NULL);
  await_window (MELLOW_TYPE_RULES_WINDOW);
  use_hand ("type", "guilty", NULL);
  wait_until (lists ("Let down"));
  use_hand ("key", "Tab", "Tab", "Tab", "Tab", "Return", NULL);
  wait_until (says (find_widget (get_rules (), MELLOW_TYPE_RULE_PAGE), "Let down"));
  use_hand ("key", "Escape", NULL);
  wait_until (get_rules () == NULL);
}

/* In the search Escape ends that first. */
static void
test_escape_in_the_search (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "ctrl+shift+r", NULL);
  await_window (MELLOW_TYPE_RULES_WINDOW);
  use_hand ("type", "guilty", NULL);
  wait_until (lists ("Let down"));
  use_hand ("key", "Escape", NULL);
  wait_until (!lists ("Let down"));
  use_hand ("key", "Escape", NULL);
  wait_until (get_rules () == NULL);
}

/* --- off and on --- */

static void
test_open_texts_follow (Fixture *fixture)
{
  type_text (fixture->buffer, AD);
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
  open_rules (fixture);
  choose ("Act now");
  g_assert_true (gtk_switch_get_active (get_switch ()));
  gtk_switch_set_active (get_switch (), FALSE);
  assert_tags (fixture->buffer, "9-20 proof");
  assert_marks (fixture->marks, "only 3 left (scarcity.only-n-left)");
  assert_list (ALL);
  g_assert_true (says (find_list (get_rules ()), "Pressure · off"));
  gtk_drop_down_set_selected (get_filter (2), 2);
  assert_list ("[Buy command · English] | Act now");

  gtk_switch_set_active (get_switch (), TRUE);
  assert_list ("");
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
  gtk_drop_down_set_selected (get_filter (2), 0);
  close_rules ();
}

/* --- own rules --- */

static void
fill (const char *title, const char *text)
{
  gtk_editable_set_text (find_row (get_form (), title), text);
}

/* Whether the form would let the rule be saved: its button shows it. */
static gboolean
can_save (gpointer root)
{
  GtkWidget *child;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (root), "rule.save") == 0)
    return gtk_widget_is_sensitive (root);

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (can_save (child))
      return TRUE;

  return FALSE;
}

static void
test_write_a_rule (Fixture *fixture)
{
  MellowRuleDialog *alive = NULL;

  type_text (fixture->buffer, AD);
  open_rules (fixture);
  act (get_rules (), "rules.new");
  await_window (MELLOW_TYPE_RULE_DIALOG);
  g_assert_false (can_save (get_form ()));

  fill ("Name", "Guru");
  fill ("Why It Matters", "It names nobody.");
  fill ("Phrase 1", "(guru");
  wait_until (says (get_form (), "“(guru” cannot be read: “(” has no closing “)”"));
  fill ("Phrase 1", "guru");
  wait_until (says (get_form (), "Marks 1 place in “New Draft”"));
  g_assert_true (says (get_form (), "Ask our guru."));
  g_assert_false (says (get_form (), "“(guru” cannot be read: “(” has no closing “)”"));
  fill ("Plainly", "{who}");
  wait_until (says (get_form (), "“{who}” cannot be read: no phrase of the rule captures “who”"));
  fill ("Plainly", "adviser");
  fill ("A Sentence It Marks", "Ask Ida.");
  fill ("A Sentence It Leaves Alone", "Ask Ida.");
  wait_until (says (get_form (), "The rule does not mark the first example yet"));
  g_assert_false (can_save (get_form ()));
  fill ("A Sentence It Marks", "Ask the guru.");
  wait_until (can_save (get_form ()));
  g_set_weak_pointer (&alive, get_form ());
  act (get_form (), "rule.save");
  wait_until (alive == NULL);

  assert_tags (fixture->buffer, "0-7 pressure, 30-34 pressure, 9-20 proof");
  g_assert_true (says (find_widget (get_rules (), MELLOW_TYPE_RULE_PAGE), "It names nobody."));
  gtk_drop_down_set_selected (get_filter (2), 3);
  assert_list ("[Own rules · English] | Guru");
  close_rules ();
}

/* Goes on with the rule of the test before. */
static void
test_edit_and_delete (Fixture *fixture)
{
  type_text (fixture->buffer, AD);
  assert_tags (fixture->buffer, "0-7 pressure, 30-34 pressure, 9-20 proof");
  open_rules (fixture);
  choose ("Guru");
  act (get_rules (), "rules.edit");
  await_window (MELLOW_TYPE_RULE_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (find_row (get_form (), "Plainly")), ==, "adviser");
  g_assert_cmpstr (gtk_editable_get_text (find_row (get_form (), "Phrase 1")), ==, "guru");
  fill ("Name", "Ida");
  fill ("Phrase 1", "our guru");
  fill ("A Sentence It Marks", "Ask our guru.");
  wait_until (can_save (get_form ()));
  act (get_form (), "rule.save");
  wait_until (get_form () == NULL);
  assert_tags (fixture->buffer, "0-7 pressure, 26-34 pressure, 9-20 proof");

  gtk_drop_down_set_selected (get_filter (2), 3);
  assert_list ("[Own rules · English] | Ida");
  act (get_rules (), "rules.delete");
  assert_list ("");
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
  act (get_rules (), "rules.undo");
  assert_list ("[Own rules · English] | Ida");
  choose ("Ida");
  act (get_rules (), "rules.delete");
  assert_list ("");
  close_rules ();
}

/* The name of another rule would take its place. */
static void
test_a_name_that_is_taken (Fixture *fixture)
{
  open_rules (fixture);
  act (get_rules (), "rules.new");
  await_window (MELLOW_TYPE_RULE_DIALOG);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (gtk_widget_get_next_sibling (
          gtk_widget_get_next_sibling (GTK_WIDGET (find_row (get_form (), "Name"))))),
      0);
  fill ("Name", "Act Now!");
  wait_until (says (get_form (), "Another rule of this family has that name"));
  gtk_window_close (GTK_WINDOW (get_form ()));
  wait_until (get_form () == NULL);
  close_rules ();
}

static void
on_file_there (const char *path, char **data)
{
  GStatBuf status;

  wait_until (g_stat (path, &status) == 0 && status.st_size > 0);
  g_assert_true (g_file_get_contents (path, data, NULL, NULL));
}

static void
test_import_and_export (Fixture *fixture)
{
  g_autofree char *folder = g_dir_make_tmp ("mellow-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "house.yaml", NULL);
  g_autofree char *out = g_build_filename (folder, "out.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) exported = g_file_new_for_path (out);
  g_autofree char *data = NULL;

  g_assert_true (g_file_set_contents (path, PACK, -1, NULL));
  open_rules (fixture);
  gtk_drop_down_set_selected (get_filter (2), 3);
  mellow_rules_window_import (get_rules (), file);
  wait_until (lists ("[House words · English] | house"));
  mellow_rules_window_export (get_rules (), "en", exported);
  on_file_there (out, &data);
  g_assert_cmpstr (data, ==, PACK);

  g_assert_true (g_file_set_contents (path, "language: en\nrules: 3\n", -1, NULL));
  mellow_rules_window_import (get_rules (), file);
  wait_until (find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_true (g_str_has_prefix (
      adw_message_dialog_get_body (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)), "house.yaml:"));
  gtk_window_close (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  choose ("house");
  act (get_rules (), "rules.delete");
  assert_list ("");
  close_rules ();
  g_remove (path);
  g_remove (out);
  g_rmdir (folder);
}

/* What is told of it is text, not markup. */
static void
test_signs_in_a_name (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mellow-signs.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) pack = g_string_new (PACK);

  g_string_replace (pack, "category: house", "category: q&a", 1);
  g_assert_true (g_file_set_contents (path, pack->str, pack->len, NULL));
  open_rules (fixture);
  gtk_drop_down_set_selected (get_filter (2), 3);
  mellow_rules_window_import (get_rules (), file);
  wait_until (lists ("[House words · English] | q&a"));
  choose ("q&a");
  act (get_rules (), "rules.delete");
  assert_list ("");
  wait_until (says (get_rules (), "“q&a” is deleted"));
  close_rules ();
  g_remove (path);
}

/* --- ignored phrases --- */

static void
ignore_act_now (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "mellow", "user.db", NULL);
  g_autoptr (ProseUserStore) store = prose_user_store_open (path, NULL);
  const ProseIgnoredPhrase phrase = { .level = PROSE_IGNORE_EVERYWHERE,
                                      .document = (char *)"",
                                      .rule = (char *)"buy-command.act-now",
                                      .phrase = (char *)"act now",
                                      .reason = PROSE_IGNORE_REASON_BRAND };

  g_assert_true (prose_user_store_add_ignored_phrase (store, &phrase, NULL));
}

static void
test_ignored_phrases (Fixture *fixture)
{
  MellowIgnoredDialog *dialog;

  ignore_act_now ();
  type_text (fixture->buffer, AD);
  open_rules (fixture);
  act (get_rules (), "rules.ignored");
  dialog = await_window (MELLOW_TYPE_IGNORED_DIALOG);
  g_assert_true (says (dialog, "“act now”"));
  g_assert_true (says (dialog, "Act now · in all texts"));
  g_assert_true (says (dialog, "Brand Term"));

  act (find_widget (dialog, MELLOW_TYPE_IGNORED_ROW), "row.stop");
  g_assert_true (says (dialog, "Nothing Is Ignored"));
  assert_tags (fixture->buffer, "0-7 pressure, 9-20 proof");
  act (dialog, "ignored.undo");
  g_assert_true (says (dialog, "“act now”"));
  assert_tags (fixture->buffer, "9-20 proof");
  act (find_widget (dialog, MELLOW_TYPE_IGNORED_ROW), "row.stop");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (dialog == NULL);
  close_rules ();
}

/* --- the window among others --- */

static void
test_goes_with_the_last_text (Fixture *fixture)
{
  open_rules (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (get_rules () == NULL);
  g_assert_cmpuint (count_windows (fixture), ==, 0);
}

static void
test_without_rules (Fixture *fixture)
{
  open_rules (fixture);
  assert_list ("");
  g_assert_true (says (get_rules (), "No Rule Fits"));
  close_rules ();
}

/* The shipped rules have a page each; a run looks at so many of them. */
#define N_PAGES 100

static void
test_shipped_rules (Fixture *fixture)
{
  GtkSingleSelection *selection;
  guint n;

  open_rules (fixture);
  selection = GTK_SINGLE_SELECTION (get_list ());
  n = g_list_model_get_n_items (get_list ());
  g_assert_cmpuint (n, >, 400);
  for (guint i = g_test_rand_int_range (0, n / N_PAGES); i < n; i += n / N_PAGES) {
    gtk_single_selection_set_selected (selection, i);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
  close_rules ();
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/rules/list-and-filters", test_list_and_filters, fixed);
  add ("/rules/the-page-of-a-rule", test_the_page_of_a_rule, fixed);
  add ("/rules/with-keys", test_with_keys, fixed);
  add ("/rules/escape-in-the-search", test_escape_in_the_search, fixed);
  add ("/rules/open-texts-follow", test_open_texts_follow, fixed);
  add ("/rules/write-a-rule", test_write_a_rule, fixed);
  add ("/rules/edit-and-delete", test_edit_and_delete, fixed);
  add ("/rules/a-name-that-is-taken", test_a_name_that_is_taken, fixed);
  add ("/rules/import-and-export", test_import_and_export, fixed);
  add ("/rules/signs-in-a-name", test_signs_in_a_name, fixed);
  add ("/rules/ignored-phrases", test_ignored_phrases, fixed);
  add ("/rules/goes-with-the-last-text", test_goes_with_the_last_text, fixed);
  add ("/rules/without-rules", test_without_rules, "/nonexistent/rules.db");
  add ("/rules/shipped-rules", test_shipped_rules, g_getenv ("MELLOW_SHIPPED_RULES"));

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contracts on tone in the real window: written, changed, taken back, given away; and
 * what a text that departs from its own says of it.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-brief-dialog.h"
#include "mellow-contract-dialog.h"
#include "mellow-contracts-window.h"
#include "mellow-corridor-row.h"
#include "mellow-device-dialog.h"
#include "mellow-tone-details.h"
#include "mellow-tone-pane.h"
#include "window-fixture.h"

#define NORD "# agreed in May\nclient:   Nord\npressure: { most: 20 }\nbanned: [scarcity]\n"

static MellowContractLibrary *
get_library (void)
{
  return mellow_contract_library_get_default ();
}

static void
remove_all (void)
{
  GPtrArray *contracts = mellow_contract_library_get_contracts (get_library ());

  while (contracts->len > 0) {
    g_autofree char *file = g_strdup (((MellowContract *)contracts->pdata[0])->file);

    g_assert_true (mellow_contract_library_remove (get_library (), file, NULL));
  }
}

static void
keep (const char *yaml)
{
  g_autofree char *replaced = NULL;
  g_autofree char *file = mellow_contract_library_import (get_library (), "x.yaml", yaml,
                                                          strlen (yaml), &replaced, NULL);

  g_assert_nonnull (file);
}

/* The display has no window manager that gives the focus back. */
static void
return_to (GType type)
{
  gtk_window_present (find_toplevel (type));
  await_window (type);
}

static void
close_toplevel (GType type)
{
  gtk_window_close (find_toplevel (type));
  wait_until (find_toplevel (type) == NULL);
}

static gpointer
open_list (Fixture *fixture)
{
  activate (fixture, "win.contracts");
  return await_window (MELLOW_TYPE_CONTRACTS_WINDOW);
}

static GtkListBoxRow *
get_row (int i)
{
  GtkListBox *list = find_widget (find_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW), GTK_TYPE_LIST_BOX);

  return gtk_list_box_get_row_at_index (list, i);
}

static const char *
get_title (int i)
{
  return get_row (i) != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (i)))
                             : NULL;
}

static gboolean
is_checked (int i)
{
  return gtk_check_button_get_active (find_widget (get_row (i), GTK_TYPE_CHECK_BUTTON));
}

static void
act (const char *action, const char *file)
{
  gtk_widget_activate_action (find_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW), action, "s", file);
}

static const char *
get_text (const char *name)
{
  const MellowContract *contract = mellow_contract_library_find (get_library (), name);

  return contract != NULL ? contract->text : NULL;
}

static void
write_text (Fixture *fixture, const char *text)
{
  gtk_text_buffer_set_text (fixture->buffer, text, -1);
}

/* --- writing one --- */

static void
test_none_yet (Fixture *fixture)
{
  remove_all ();
  open_list (fixture);
  g_assert_true (says (find_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW), "No Contract Yet"));
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

/* From the text to a contract and back, by the keys alone. */
static void
test_written_by_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  remove_all ();
  write_text (fixture, "Act now!");
  use_hand ("key", "ctrl+shift+b", NULL);
  await_window (MELLOW_TYPE_CONTRACTS_WINDOW);
  use_hand ("key", "ctrl+n", NULL);
  await_window (MELLOW_TYPE_CONTRACT_DIALOG);
  use_hand ("type", "Nord", NULL);
  /* Pressure, from and to. */
  use_hand ("key", "Tab", "Tab", NULL);
  use_hand ("key", "ctrl+a", NULL);
  use_hand ("type", "30", NULL);
  use_hand ("key", "Tab", NULL);
  wait_until (says (find_toplevel (MELLOW_TYPE_CONTRACT_DIALOG),
                    "30 at most, calm to firm · the open text: 96"));
  wait_until (says (find_toplevel (MELLOW_TYPE_CONTRACT_DIALOG), "1 deviation in the open text"));
  /* The keys lead back, too, and what is typed last counts. */
  use_hand ("key", "Tab", "Tab", "shift+Tab", "shift+Tab", NULL);
  use_hand ("key", "ctrl+a", NULL);
  use_hand ("type", "15", NULL);
  use_hand ("key", "ctrl+s", NULL);
  wait_until (find_toplevel (MELLOW_TYPE_CONTRACT_DIALOG) == NULL);
  return_to (MELLOW_TYPE_CONTRACTS_WINDOW);
  g_assert_cmpstr (get_text ("Nord"), ==,
                   "client: 'Nord'\npressure: {most: 30}\nwarmth: {least: 15}\n");
  g_assert_cmpstr (get_title (0), ==, "Nord");

  use_hand ("key", "Tab", "space", NULL);
  wait_until (g_strcmp0 (mellow_document_data_get_contract (mellow_draft_get_data (fixture->draft)),
                         "Nord") == 0);
  use_hand ("key", "Escape", NULL);
  wait_until (find_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW) == NULL);
  wait_until (says (fixture->window, "Firmer than Nord asks for, and 1 more"));
}

static GtkWidget *
get_combo (gpointer dialog, const char *title)
{
  GtkWidget *label = NULL;

  if (ADW_IS_COMBO_ROW (dialog) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (dialog)), title))
    return dialog;
  for (GtkWidget *child = gtk_widget_get_first_child (dialog); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = get_combo (child, title);
  return label;
}

static const char *
get_selected (GtkWidget *combo)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (combo)));
}

static gpointer
open_form (Fixture *fixture, const char *file)
{
  open_list (fixture);
  act ("contracts.edit", file);
  return await_window (MELLOW_TYPE_CONTRACT_DIALOG);
}

static void
save_form (void)
{
  gpointer dialog = find_toplevel (MELLOW_TYPE_CONTRACT_DIALOG);
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (find_toplevel (MELLOW_TYPE_CONTRACT_DIALOG) != NULL) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    gtk_widget_activate_action (dialog, "contract.save", NULL);
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  }
}

static void
choose_device (gpointer dialog, const char *action, const char *words)
{
  gpointer chooser;
  GtkWidget *search;

  gtk_widget_activate_action (dialog, action, NULL);
  chooser = await_window (MELLOW_TYPE_DEVICE_DIALOG);
  search = find_widget (chooser, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), words);
  wait_until (gtk_widget_get_mapped (find_widget (chooser, GTK_TYPE_LIST_VIEW)));
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
  wait_until (find_toplevel (MELLOW_TYPE_DEVICE_DIALOG) == NULL);
}

/* All that a file can say, the form can. */
static void
test_all_fields (Fixture *fixture)
{
  gpointer dialog;

  remove_all ();
  keep ("client: Nord\n");
  write_text (fixture, "Only 3 left. Take your time.");
  dialog = open_form (fixture, "nord.yaml");
  wait_until (says (dialog, "The open text keeps it"));
  choose_device (dialog, "contract.ban", "stock family");
  g_assert_true (says (dialog, "Stock scarcity"));
  wait_until (says (dialog, "1 deviation in the open text"));
  choose_device (dialog, "contract.ban", "your call");
  wait_until (says (dialog, "2 deviations in the open text"));
  choose_device (dialog, "contract.allow", "n left");
  wait_until (says (dialog, "1 deviation in the open text"));
  gtk_editable_set_text (find_row (dialog, "Word or Phrase"), "synergy");
  save_form ();
  g_assert_cmpstr (get_text ("Nord"), ==,
                   "client: 'Nord'\nbanned:\n  - 'scarcity'\n  - 'choice.your-call'\nallowed:\n"
                   "  - 'scarcity.only-n-left'\nwords:\n  - 'synergy'\n");

  /* What is allowed is left out no more. */
  act ("contracts.edit", "nord.yaml");
  dialog = await_window (MELLOW_TYPE_CONTRACT_DIALOG);
  choose_device (dialog, "contract.allow", "stock family");
  save_form ();
  g_assert_cmpstr (get_text ("Nord"), ==,
                   "client: 'Nord'\nbanned:\n  - 'choice.your-call'\nallowed:\n"
                   "  - 'scarcity.only-n-left'\n  - 'scarcity'\nwords:\n  - 'synergy'\n");
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

/* The forms of address are those of the languages of the rules. */
static void
test_form_of_address (Fixture *fixture)
{
  GtkWidget *combo;

  remove_all ();
  keep ("client: Nord\n");
  write_text (fixture, "Vil De se Deres nye lampe? Den er klar til Dem.");
  combo = get_combo (open_form (fixture, "nord.yaml"), "Form of Address");
  g_assert_cmpstr (get_selected (combo), ==, "As the text has it");
  for (guint i = 0; !g_str_equal (get_selected (combo), "du (Danish)"); i++)
    adw_combo_row_set_selected (ADW_COMBO_ROW (combo), i);
  wait_until (says (find_toplevel (MELLOW_TYPE_CONTRACT_DIALOG), "1 deviation in the open text"));
  save_form ();
  g_assert_cmpstr (get_text ("Nord"), ==, "client: 'Nord'\naddress: 'du'\n");
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);

  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Nord");
  wait_until (says (fixture->window, "Another form of address than Nord asks for"));
  activate (fixture, "win.tone-details");
  wait_until (says (fixture->window, "The reader is “De” here"));
  g_assert_true (says (fixture->window, "Agreed is “du”"));
}

/* What the form does not know stays as it is. */
static void
test_what_is_not_known_stays (Fixture *fixture)
{
  gpointer dialog;

  remove_all ();
  keep ("client: Nord\nwarmth: {least: 15.25}\naddress: 'Sie'\nbanned:\n  - 'gone.rule'\n");
  dialog = open_form (fixture, "nord.yaml");
  g_assert_true (says (dialog, "Not among your rules"));
  save_form ();
  g_assert_cmpstr (
      get_text ("Nord"), ==,
      "client: 'Nord'\nwarmth: {least: 15.25}\naddress: 'Sie'\nbanned:\n  - 'gone.rule'\n");
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

static void
test_a_name_that_is_taken (Fixture *fixture)
{
  gpointer dialog;

  remove_all ();
  keep ("client: Nord\n");
  keep ("client: Syd\n");
  dialog = open_form (fixture, "syd.yaml");
  gtk_editable_set_text (find_row (dialog, "Client"), "Nord");
  wait_until (says (dialog, "Another contract has that name"));
  gtk_editable_set_text (find_row (dialog, "Client"), "Vest");
  wait_until (!says (dialog, "Another contract has that name"));
  save_form ();
  g_assert_cmpstr (get_title (1), ==, "Vest");
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

/* --- the list --- */

static void
test_duplicated_and_renamed (Fixture *fixture)
{
  remove_all ();
  keep (NORD);
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Nord");
  open_list (fixture);
  g_assert_true (is_checked (0));
  act ("contracts.duplicate", "nord.yaml");
  g_assert_cmpstr (get_title (0), ==, "Nord");
  g_assert_cmpstr (get_title (1), ==, "Nord 2");
  g_assert_cmpstr (get_text ("Nord"), ==, NORD);

  act ("contracts.rename", "nord.yaml");
  wait_until (find_dialog () != NULL);
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (find_dialog ())),
                         "Æg & <Søn>");
  answer_dialog ("done");
  wait_until (find_dialog () == NULL);
  g_assert_cmpstr (get_title (0), ==, "Nord 2");
  g_assert_cmpstr (get_title (1), ==, "Æg & <Søn>");
  g_assert_cmpstr (mellow_document_data_get_contract (mellow_draft_get_data (fixture->draft)), ==,
                   "Æg & <Søn>");
  g_assert_true (is_checked (1));
  g_assert_false (is_checked (0));
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

/* The text says that its contract is gone, and knows it again when it is back. */
static void
test_deleted_and_put_back (Fixture *fixture)
{
  gpointer window;

  remove_all ();
  keep (NORD);
  write_text (fixture, "Act now!");
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Nord");
  wait_until (says (fixture->window, "Firmer than Nord asks for"));
  window = open_list (fixture);
  act ("contracts.delete", "nord.yaml");
  g_assert_null (get_row (0));
  g_assert_true (says (window, "“Nord” is deleted"));
  g_assert_true (says (window, "The open text is to be held against “Nord”, which is not here."));
  wait_until (says (fixture->window, "The contract “Nord” is not among yours"));
  g_assert_cmpstr (mellow_document_data_get_contract (mellow_draft_get_data (fixture->draft)), ==,
                   "Nord");

  gtk_widget_activate_action (window, "contracts.undo", NULL);
  g_assert_cmpstr (get_text ("Nord"), ==, NORD);
  wait_until (says (fixture->window, "Firmer than Nord asks for"));
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

static GFile *
create_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  return g_file_new_for_path (path);
}

static char *
read_file (GFile *file)
{
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, NULL);
  return text;
}

/* The way out and back changes no byte, and what is replaced can be had again. */
static void
test_export_and_import (Fixture *fixture)
{
  g_autoptr (GFile) file = create_file ("out.yaml");
  g_autofree char *written = NULL;
  gpointer window;

  remove_all ();
  keep (NORD);
  window = open_list (fixture);
  mellow_contracts_window_export (window, "nord.yaml", file);
  wait_until (says (window, "Exported"));
  written = read_file (file);
  g_assert_cmpstr (written, ==, NORD);

  g_assert_true (mellow_contract_library_put (get_library (), "nord.yaml", "client: Nord\n", NULL));
  mellow_contracts_window_import (window, file);
  wait_until (says (window, "“Nord” is replaced"));
  g_assert_cmpstr (get_text ("Nord"), ==, NORD);
  gtk_widget_activate_action (window, "contracts.undo", NULL);
  g_assert_cmpstr (get_text ("Nord"), ==, "client: Nord\n");
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

static void
test_a_file_that_is_no_contract (Fixture *fixture)
{
  g_autoptr (GFile) file = create_file ("wrong.yaml");
  g_autofree char *path = g_file_get_path (file);
  gpointer window;

  remove_all ();
  g_assert_true (g_file_set_contents (path, "client: Nord\nwarmth: much\n", -1, NULL));
  window = open_list (fixture);
  mellow_contracts_window_import (window, file);
  wait_until (find_dialog () != NULL);
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (find_dialog ()), "wrong.yaml:2:9: a corridor"));
  gtk_window_close (find_dialog ());
  wait_until (find_dialog () == NULL);
  g_assert_null (get_text ("Nord"));
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

/* A file that was damaged by hand is set aside, and said. */
static void
test_damage (Fixture *fixture)
{
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "mellow", "contracts", "syd.yaml", NULL);
  g_autofree char *aside = g_strconcat (path, ".unreadable", NULL);
  gpointer window;

  remove_all ();
  keep (NORD);
  g_assert_true (g_file_set_contents (path, "client: Syd\npresure: 3\n", -1, NULL));
  window = open_list (fixture);
  g_assert_true (says (window, "syd.yaml:2:1: “presure” is no key here; known are client, "
                               "pressure, warmth, information, questions, address, banned, "
                               "allowed, words. The file is set aside as “syd.yaml.unreadable”."));
  g_assert_cmpstr (get_title (0), ==, "Nord");
  g_assert_null (get_row (1));
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  close_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW);
}

/* --- the text --- */

static gpointer
open_brief (Fixture *fixture)
{
  activate (fixture, "win.brief");
  return await_window (MELLOW_TYPE_BRIEF_DIALOG);
}

static void
test_chosen_in_the_brief (Fixture *fixture)
{
  GtkWidget *combo;

  remove_all ();
  keep (NORD);
  combo = get_combo (open_brief (fixture), "Client’s Contract");
  g_assert_cmpstr (get_selected (combo), ==, "None");
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 1);
  close_toplevel (MELLOW_TYPE_BRIEF_DIALOG);
  g_assert_cmpstr (mellow_document_data_get_contract (mellow_draft_get_data (fixture->draft)), ==,
                   "Nord");

  /* One that is not there is not lost by a look at the brief. */
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Syd");
  combo = get_combo (open_brief (fixture), "Client’s Contract");
  g_assert_cmpstr (get_selected (combo), ==, "Syd (not among yours)");
  close_toplevel (MELLOW_TYPE_BRIEF_DIALOG);
  g_assert_cmpstr (mellow_document_data_get_contract (mellow_draft_get_data (fixture->draft)), ==,
                   "Syd");
  combo = get_combo (open_brief (fixture), "Client’s Contract");
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 0);
  close_toplevel (MELLOW_TYPE_BRIEF_DIALOG);
  g_assert_null (mellow_document_data_get_contract (mellow_draft_get_data (fixture->draft)));
}

/* It is there again when the text is. */
static void
test_kept_with_the_text (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "ad.txt", NULL);

  remove_all ();
  keep (NORD);
  g_assert_true (g_file_set_contents (path, "Act now!", -1, NULL));
  open_file (fixture, path);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Nord");
  g_assert_false (mellow_draft_is_modified (fixture->draft));
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  g_assert_null (mellow_document_data_get_contract (mellow_draft_get_data (fixture->draft)));
  wait_until (!says (fixture->window, "Firmer than Nord asks for"));
  activate (fixture, "win.close-tab");
  follow_window (fixture);
  wait_until (says (fixture->window, "Firmer than Nord asks for"));
}

static GtkWidget *
get_details (Fixture *fixture)
{
  return find_widget (fixture->window, MELLOW_TYPE_TONE_DETAILS);
}

static gboolean
has_selected (Fixture *fixture, const char *text)
{
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  if (!gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end))
    return FALSE;

  selected = gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
  return g_str_equal (selected, text);
}

/* The details list what departs, and a row leads to its place, by keys. */
static void
test_deviations_in_the_details (Fixture *fixture)
{
  if (!has_hand ())
    return;

  remove_all ();
  keep (NORD);
  write_text (fixture, "We are here. Only 3 left.");
  g_assert_false (says (fixture->window, "Contract: Nord"));
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Nord");
  wait_until (says (fixture->window, "Firmer than Nord asks for, and 1 more"));
  use_hand ("key", "ctrl+shift+e", NULL);
  wait_until (gtk_widget_get_mapped (get_details (fixture)));
  wait_until (says (get_details (fixture), "Contract: Nord"));
  g_assert_true (says (get_details (fixture), "Firmer than agreed"));
  g_assert_true (says (get_details (fixture), "Agreed: 20 at most, calm"));
  g_assert_true (says (get_details (fixture), "“Only 3 left”"));
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != NULL &&
              gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                      get_details (fixture)));
  /* What presses most, and each place. */
  use_hand ("key", "Return", NULL);
  wait_until (has_selected (fixture, "Only 3 left"));
  gtk_text_buffer_set_text (fixture->buffer, "We are here. Only 5 left.", -1);
  wait_until (says (get_details (fixture), "“Only 5 left”"));
  use_hand ("key", "ctrl+shift+e", "Down", "Return", NULL);
  wait_until (has_selected (fixture, "Only 5 left"));

  use_hand ("type", "There is one", NULL);
  wait_until (says (get_details (fixture), "The text keeps it."));
  wait_until (!says (fixture->window, "Firmer than Nord asks for, and 1 more"));
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), NULL);
  wait_until (!says (get_details (fixture), "Contract: Nord"));
}

static void
test_a_contract_that_is_not_there (Fixture *fixture)
{
  remove_all ();
  write_text (fixture, "We are here.");
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Nord");
  wait_until (says (fixture->window, "The contract “Nord” is not among yours"));
  activate (fixture, "win.tone-details");
  wait_until (says (get_details (fixture), "It is not among your contracts."));
}

int
main (int argc, char **argv)
{
  const char *rules = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/contracts/none-yet", test_none_yet, rules);
  add ("/contracts/written-by-keys", test_written_by_keys, rules);
  add ("/contracts/all-fields", test_all_fields, rules);
  add ("/contracts/form-of-address", test_form_of_address, g_getenv ("MELLOW_SHIPPED_RULES"));
  add ("/contracts/what-is-not-known-stays", test_what_is_not_known_stays, rules);
  add ("/contracts/a-name-that-is-taken", test_a_name_that_is_taken, rules);
  add ("/contracts/duplicated-and-renamed", test_duplicated_and_renamed, rules);
  add ("/contracts/deleted-and-put-back", test_deleted_and_put_back, rules);
  add ("/contracts/export-and-import", test_export_and_import, rules);
  add ("/contracts/a-file-that-is-no-contract", test_a_file_that_is_no_contract, rules);
  add ("/contracts/damage", test_damage, rules);
  add ("/contracts/chosen-in-the-brief", test_chosen_in_the_brief, rules);
  add ("/contracts/kept-with-the-text", test_kept_with_the_text, rules);
  add ("/contracts/deviations-in-the-details", test_deviations_in_the_details, rules);
  add ("/contracts/a-contract-that-is-not-there", test_a_contract_that_is_not_there, rules);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader is told: every widget that takes the focus has a name, in
 * every window and dialog; and the controls of the main window have the role, the
 * name and the state that they should have.
 */

#include <glib/gstdio.h>

#include "mellow-appearance.h"
#include "mellow-brief-dialog.h"
#include "mellow-card.h"
#include "mellow-claim-row.h"
#include "mellow-claims-window.h"
#include "mellow-comparison-window.h"
#include "mellow-contract-dialog.h"
#include "mellow-contracts-window.h"
#include "mellow-device-dialog.h"
#include "mellow-filter-bar.h"
#include "mellow-group-row.h"
#include "mellow-ignored-dialog.h"
#include "mellow-messages-pane.h"
#include "mellow-preferences-window.h"
#include "mellow-recent-popover.h"
#include "mellow-rewrite-all-dialog.h"
#include "mellow-rewrite-button.h"
#include "mellow-rule-dialog.h"
#include "mellow-rules-window.h"
#include "mellow-settings.h"
#include "mellow-snapshot-flow.h"
#include "mellow-snapshots-window.h"
#include "mellow-suggestion-panel.h"
#include "mellow-suggestion-row.h"
#include "mellow-template-dialog.h"
#include "mellow-tone-meter.h"
#include "mellow-tone-pane.h"
#include "mellow-tour.h"
#include "mellow-unit-row.h"
#include "window-fixture.h"

#define AD "# Act now\n\nOnly 3 left, so act now! We are proud. Do not let us down."

/* --- the walk --- */

static gboolean
has_label (gpointer widget)
{
  g_autofree char *is_other = NULL;

  if (!gtk_test_accessible_has_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;

  is_other = gtk_test_accessible_check_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  return is_other != NULL;
}

static gboolean
has_name (gpointer widget)
{
  return has_label (widget) ||
         gtk_test_accessible_has_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The switch, and the list around it, whose row has the name. */
static gboolean
is_header_of_expander (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW);

  return row != NULL && row != widget && has_name (row) &&
         (GTK_IS_LIST_BOX (widget) || GTK_IS_SWITCH (widget));
}

/* GTK and libadwaita build some widgets of several, of which one has the focus and
 * another one the name. */
static gboolean
is_inner_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_TEXT (widget) || ADW_IS_TAB_BAR (widget) ||
         gtk_widget_get_ancestor (parent, ADW_TYPE_COMBO_ROW) != NULL ||
         gtk_widget_get_ancestor (parent, GTK_TYPE_DROP_DOWN) != NULL ||
         is_header_of_expander (widget) || ADW_IS_STATUS_PAGE (parent) ||
         (parent != NULL && (GTK_IS_MENU_BUTTON (parent) || GTK_IS_SPIN_BUTTON (parent) ||
                             ADW_IS_SPLIT_BUTTON (parent) || GTK_IS_WINDOW_CONTROLS (parent) ||
                             GTK_IS_DROP_DOWN (parent)));
}

static gboolean
can_focus_inside (GtkWidget *widget)
{
  if (gtk_widget_get_focusable (widget) && !GTK_IS_SCROLLED_WINDOW (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && can_focus_inside (child))
      return TRUE;

  return FALSE;
}

/* A scrolled window takes the focus where nothing in it does. */
static gboolean
leads_focus_on (GtkWidget *widget)
{
  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && can_focus_inside (child))
      return TRUE;

  return FALSE;
}

static void
list_unnamed (GtkWidget *widget, GString *unnamed)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget) &&
      !is_inner_part (widget) && !leads_focus_on (widget) && !has_name (widget)) {
    for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
      g_string_append_printf (unnamed, "%s ", G_OBJECT_TYPE_NAME (w));
    g_string_append_c (unnamed, '\n');
  }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_unnamed (child, unnamed);
}

static void
assert_all_named (gpointer window)
{
  g_autoptr (GString) unnamed = g_string_new (NULL);

  wait_until (has_place (window));
  gtk_test_widget_wait_for_draw (window);
  list_unnamed (window, unnamed);
  g_assert_cmpstr (unnamed->str, ==, "");
}

/* --- windows and dialogs --- */

/* The window of preferences is as narrow as libadwaita lets it be. */
static void
assert_fits_a_phone (gpointer window)
{
  int width;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

static void
assert_dialog_is_named (GType type)
{
  gpointer dialog = await_window (type);

  g_assert_cmpstr (gtk_window_get_title (dialog), !=, NULL);
  assert_all_named (dialog);
  if (type != MELLOW_TYPE_PREFERENCES_WINDOW)
    assert_fits_a_phone (dialog);
  gtk_window_close (dialog);
  wait_until (find_toplevel (type) == NULL);
}

static void
write_ad (Fixture *fixture)
{
  type_text (fixture->buffer, AD);
  place_cursor (fixture->buffer, 30);
  wait_until (find_widget (fixture->window, MELLOW_TYPE_REWRITE_BUTTON) != NULL);
}

static void
test_window (Fixture *fixture)
{
  write_ad (fixture);
  activate (fixture, "win.filter-marks");
  assert_all_named (fixture->window);
}

/* It is closed before its window is: GTK 4.8 may look for the pointer in a popover that
 * went with it. */
static void
assert_popover_is_named (gpointer popover)
{
  wait_until (gtk_widget_get_mapped (popover));
  assert_all_named (popover);
  gtk_popover_popdown (popover);
  wait_until (!gtk_widget_get_mapped (popover));
}

static void
test_card (Fixture *fixture)
{
  write_ad (fixture);
  activate (fixture, "win.show-card");
  assert_popover_is_named (
      find_widget (mellow_window_get_page (fixture->window), MELLOW_TYPE_CARD));
}

static void
test_recent (Fixture *fixture)
{
  activate (fixture, "win.open-recent");
  assert_popover_is_named (find_widget (fixture->window, MELLOW_TYPE_RECENT_POPOVER));
}

static void
test_tour (Fixture *fixture)
{
  activate (fixture, "win.show-tour");
  assert_all_named (fixture->window);
}

static void
test_brief (Fixture *fixture)
{
  activate (fixture, "win.brief");
  assert_dialog_is_named (MELLOW_TYPE_BRIEF_DIALOG);
}

/* One for a client with a long name, in the list. */
static gpointer
open_contracts (Fixture *fixture)
{
  g_autoptr (ProseContract) terms = prose_contract_new ();
  MellowContractLibrary *library = mellow_contract_library_get_default ();
  g_autofree char *file = NULL;

  terms->client = mellow_contract_library_dup_free_name (
      library, "Nordlys Dishwashers and Daughters of the Island in the North");
  g_ptr_array_add (terms->banned, g_strdup ("scarcity"));
  file = mellow_contract_library_add (library, terms, NULL);
  g_assert_nonnull (file);
  activate (fixture, "win.contracts");
  return await_window (MELLOW_TYPE_CONTRACTS_WINDOW);
}

static void
test_contracts (Fixture *fixture)
{
  open_contracts (fixture);
  assert_dialog_is_named (MELLOW_TYPE_CONTRACTS_WINDOW);
}

static gpointer
open_contract (Fixture *fixture)
{
  GtkListBox *list = find_widget (open_contracts (fixture), GTK_TYPE_LIST_BOX);

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  return await_window (MELLOW_TYPE_CONTRACT_DIALOG);
}

static void
test_contract (Fixture *fixture)
{
  open_contract (fixture);
  assert_dialog_is_named (MELLOW_TYPE_CONTRACT_DIALOG);
  gtk_window_close (find_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW));
}

static void
test_devices (Fixture *fixture)
{
  gtk_widget_activate_action (open_contract (fixture), "contract.ban", NULL);
  assert_dialog_is_named (MELLOW_TYPE_DEVICE_DIALOG);
  gtk_window_close (find_toplevel (MELLOW_TYPE_CONTRACT_DIALOG));
  gtk_window_close (find_toplevel (MELLOW_TYPE_CONTRACTS_WINDOW));
}

static void
test_departure (Fixture *fixture)
{
  write_ad (fixture);
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Nord");
  activate (fixture, "win.tone-details");
  assert_all_named (fixture->window);
}

static void
test_messages (Fixture *fixture)
{
  type_text (fixture->buffer, AD);
  mellow_messages_pane_pin (find_widget (fixture->window, MELLOW_TYPE_MESSAGES_PANE), "act now");
  activate (fixture, "win.messages");
  assert_all_named (fixture->window);
}

/* A text with two snapshots, in a file. */
static void
open_with_snapshots (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "ad.txt", NULL);
  g_autofree char *store = g_build_filename (g_get_user_data_dir (), "snapshots.db", NULL);
  g_autoptr (ProseUserStore) snapshots = prose_user_store_open (store, NULL);

  g_assert_true (g_file_set_contents (path, AD, -1, NULL));
  open_file (fixture, path);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  mellow_snapshot_flow_take (mellow_window_get_page (fixture->window), snapshots, "Version 1");
  type_text (fixture->buffer, " Take your time.");
  mellow_snapshot_flow_take (mellow_window_get_page (fixture->window), snapshots, "Version 2");
  gtk_window_present (GTK_WINDOW (mellow_snapshots_window_new (
      GTK_WINDOW (fixture->window), mellow_window_get_page (fixture->window), snapshots)));
  gtk_text_buffer_set_modified (fixture->buffer, FALSE);
}

static void
test_snapshots (Fixture *fixture)
{
  open_with_snapshots (fixture);
  assert_dialog_is_named (MELLOW_TYPE_SNAPSHOTS_WINDOW);
}

static void
test_before_and_after (Fixture *fixture)
{
  GtkListBox *list;

  open_with_snapshots (fixture);
  list = find_widget (await_window (MELLOW_TYPE_SNAPSHOTS_WINDOW), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  assert_dialog_is_named (MELLOW_TYPE_COMPARISON_WINDOW);
  gtk_window_close (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW));
}

static void
test_templates (Fixture *fixture)
{
  activate (fixture, "win.new-from-template");
  assert_dialog_is_named (MELLOW_TYPE_TEMPLATE_DIALOG);
}

static void
test_preferences (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  assert_dialog_is_named (MELLOW_TYPE_PREFERENCES_WINDOW);
}

static void
test_rewrite_all (Fixture *fixture)
{
  write_ad (fixture);
  g_assert_true (gtk_widget_activate_action (
      gtk_widget_get_ancestor (find_widget (fixture->window, MELLOW_TYPE_REWRITE_BUTTON),
                               MELLOW_TYPE_SUGGESTION_ROW),
      "suggestion.rewrite-all", NULL));
  assert_dialog_is_named (MELLOW_TYPE_REWRITE_ALL_DIALOG);
}

static void
test_rules (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "rules", NULL);
  assert_dialog_is_named (MELLOW_TYPE_RULES_WINDOW);
}

static void
test_own_rule (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "rules", NULL);
  g_assert_true (
      gtk_widget_activate_action (await_window (MELLOW_TYPE_RULES_WINDOW), "rules.new", NULL));
  assert_dialog_is_named (MELLOW_TYPE_RULE_DIALOG);
}

static void
test_ignored (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "rules", NULL);
  g_assert_true (
      gtk_widget_activate_action (await_window (MELLOW_TYPE_RULES_WINDOW), "rules.ignored", NULL));
  assert_dialog_is_named (MELLOW_TYPE_IGNORED_DIALOG);
}

/* --- the controls of the window --- */

/* The button or the like that does that, in root. */
static gpointer
find_control (gpointer root, const char *action)
{
  if (GTK_IS_ACTIONABLE (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_actionable_get_action_name (root), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gpointer found = find_control (child, action);

    if (found != NULL)
      return found;
  }

  return NULL;
}

#define assert_control(widget, role, name)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    GtkAccessible *control_ = GTK_ACCESSIBLE (widget);                                             \
    gtk_test_accessible_assert_role (control_, role);                                              \
    gtk_test_accessible_assert_property (control_, GTK_ACCESSIBLE_PROPERTY_LABEL, name);           \
  }                                                                                                \
  G_STMT_END

static void
test_header_bar (Fixture *fixture)
{
  gpointer header = find_widget (fixture->window, ADW_TYPE_HEADER_BAR);
  gpointer marks, panel, summary;

  header = gtk_widget_get_next_sibling (header);
  wait_until (find_control (header, "win.show-marks") != NULL);
  marks = find_control (header, "win.show-marks");
  panel = find_control (header, "win.show-panel");
  summary = find_control (header, "win.show-summary");
  assert_control (marks, GTK_ACCESSIBLE_ROLE_BUTTON, "Marks in the Text");
  assert_control (panel, GTK_ACCESSIBLE_ROLE_BUTTON, "Suggestions");
  assert_control (summary, GTK_ACCESSIBLE_ROLE_BUTTON, "Tone Summary");
  assert_control (find_control (header, "win.new-tab"), GTK_ACCESSIBLE_ROLE_BUTTON, "New Draft");

  gtk_test_accessible_assert_state (marks, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  activate (fixture, "win.show-marks");
  gtk_test_accessible_assert_state (marks, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  activate (fixture, "win.show-marks");
}

static void
test_text (Fixture *fixture)
{
  assert_control (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window))),
      GTK_ACCESSIBLE_ROLE_TEXT_BOX, "Text");
}

static gpointer
get_panel (Fixture *fixture)
{
  return find_widget (fixture->window, MELLOW_TYPE_SUGGESTION_PANEL);
}

/* A label with that text, in root. */
static gpointer
find_label (gpointer root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (root), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gpointer found = find_label (child, text);

    if (found != NULL)
      return found;
  }

  return NULL;
}

/* What is counted is told when it changes. */
static void
test_panel (Fixture *fixture)
{
  gpointer panel = get_panel (fixture);

  write_ad (fixture);
  gtk_test_accessible_assert_role (find_label (panel, "5 to soften"), GTK_ACCESSIBLE_ROLE_STATUS);
  assert_control (find_widget (panel, GTK_TYPE_LIST_VIEW), GTK_ACCESSIBLE_ROLE_LIST, "Suggestions");
  assert_control (find_control (panel, "win.next-mark"), GTK_ACCESSIBLE_ROLE_BUTTON, "Next Mark");
  assert_control (find_control (panel, "win.previous-mark"), GTK_ACCESSIBLE_ROLE_BUTTON,
                  "Previous Mark");
}

static void
test_filter_bar (Fixture *fixture)
{
  gpointer bar = find_widget (get_panel (fixture), MELLOW_TYPE_FILTER_BAR);
  gpointer severity = find_widget (bar, GTK_TYPE_MENU_BUTTON);
  gpointer family = gtk_widget_get_next_sibling (severity);
  gpointer zone = gtk_widget_get_next_sibling (family);

  write_ad (fixture);
  assert_control (severity, GTK_ACCESSIBLE_ROLE_BUTTON, "Severity: All");
  assert_control (family, GTK_ACCESSIBLE_ROLE_BUTTON, "Family: All");
  assert_control (zone, GTK_ACCESSIBLE_ROLE_BUTTON, "Zone: All");
  assert_control (find_widget (bar, GTK_TYPE_SEARCH_ENTRY), GTK_ACCESSIBLE_ROLE_SEARCH_BOX,
                  "Filter by Words");
  g_assert_true (gtk_widget_activate_action (bar, "filter.family", "s", "scarcity"));
  assert_control (family, GTK_ACCESSIBLE_ROLE_BUTTON, "Family: Stock scarcity");
  assert_control (find_control (get_panel (fixture), "panel.clear-filter"),
                  GTK_ACCESSIBLE_ROLE_BUTTON, "Show All Marks");
}

/* What GTK has built around the row of that number. */
static gpointer
get_row (Fixture *fixture, guint number)
{
  GtkWidget *row =
      gtk_widget_get_first_child (find_widget (get_panel (fixture), GTK_TYPE_LIST_VIEW));

  while (number-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
test_rows (Fixture *fixture)
{
  write_ad (fixture);
  assert_control (get_row (fixture, 0), GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                  "“act now”, Buy command, Pressure, 3 of 5, 2 like this");
  assert_control (get_row (fixture, 1), GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                  "“Only 3 left”, Stock scarcity, Needs proof, 2 of 5");
  gtk_test_accessible_assert_state (get_row (fixture, 0), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (get_row (fixture, 0), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_state (get_row (fixture, 1), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  place_cursor (fixture->buffer, 0);
  type_text (fixture->buffer, "Act now! ");
  wait_until (gtk_test_accessible_check_property (get_row (fixture, 1),
                                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                  "“Only 3 left”, Stock scarcity, Needs proof, "
                                                  "3 of 6") == NULL);
}

static void
test_places_of_a_group (Fixture *fixture)
{
  write_ad (fixture);
  assert_control (find_control (get_row (fixture, 0), "win.next-alike"), GTK_ACCESSIBLE_ROLE_BUTTON,
                  "Next Like This");
  assert_control (find_control (get_row (fixture, 0), "win.previous-alike"),
                  GTK_ACCESSIBLE_ROLE_BUTTON, "Previous Like This");
  gtk_test_accessible_assert_role (find_label (get_row (fixture, 0), "2 of 2 like this"),
                                   GTK_ACCESSIBLE_ROLE_STATUS);
}

/* The name is what will stand in the text; what it is and does is said after it. */
static void
test_rewrite (Fixture *fixture)
{
  g_autofree char *description = NULL, *is_other = NULL;
  gpointer button;

  type_text (fixture->buffer, "Act now!");
  place_cursor (fixture->buffer, 3);
  wait_until (find_widget (fixture->window, MELLOW_TYPE_REWRITE_BUTTON) != NULL);
  button = find_widget (fixture->window, MELLOW_TYPE_REWRITE_BUTTON);
  assert_control (button, GTK_ACCESSIBLE_ROLE_BUTTON, "Take your time");
  description =
      g_strdup_printf ("Choice: Take your time! Pressure %.0f → 0",
                       mellow_review_get_pressure (mellow_draft_get_review (fixture->draft)));
  is_other =
      gtk_test_accessible_check_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  g_assert_cmpstr (is_other, ==, NULL);
}

static void
test_tone (Fixture *fixture)
{
  gpointer pane = find_widget (fixture->window, MELLOW_TYPE_TONE_PANE);
  gpointer bar = find_widget (find_widget (pane, MELLOW_TYPE_TONE_METER), GTK_TYPE_LEVEL_BAR);

  assert_control (bar, GTK_ACCESSIBLE_ROLE_METER, "Pressure");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0);
}

/* Headings and lists, each row with a name that says all it shows; the meters are
 * buttons with a meter in them. */
static void
test_tone_details (Fixture *fixture)
{
  gpointer pane = find_widget (fixture->window, MELLOW_TYPE_TONE_PANE);
  gpointer meter = find_widget (pane, MELLOW_TYPE_TONE_METER);

  write_ad (fixture);
  activate (fixture, "win.tone-details");
  wait_until (find_label (pane, "Measures") != NULL &&
              gtk_widget_get_mapped (find_label (pane, "Measures")));
  assert_all_named (fixture->window);
  gtk_test_accessible_assert_role (find_label (pane, "Measures"), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_role (find_label (pane, "What It Covers"),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  assert_control (find_widget (pane, GTK_TYPE_LIST_BOX), GTK_ACCESSIBLE_ROLE_LIST,
                  "Notes on the Whole");
  assert_control (
      gtk_widget_get_ancestor (find_label (pane, "Words per sentence"), GTK_TYPE_LIST_BOX_ROW),
      GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Words per sentence, 4.0, short sentences");
  assert_control (find_control (pane, "win.tone-details"), GTK_ACCESSIBLE_ROLE_BUTTON,
                  "Pushy: tone details");

  gtk_widget_activate (find_widget (meter, GTK_TYPE_BUTTON));
  wait_until (find_label (pane, "“let us down”") != NULL);
  assert_all_named (fixture->window);
  assert_control (find_control (pane, "tone.back"), GTK_ACCESSIBLE_ROLE_BUTTON, "Back");
}

static void
test_notice (Fixture *fixture)
{
  mellow_window_show_notice (fixture->window, "The rules are gone.");
  gtk_test_accessible_assert_role (find_label (fixture->window, "The rules are gone."),
                                   GTK_ACCESSIBLE_ROLE_ALERT);
}

/* --- looks --- */

static void
test_forced_theme_is_dark (Fixture *fixture)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GSettings) settings = mellow_settings_new ();
  MellowAppearance *appearance;

  g_assert_false (adw_style_manager_get_dark (style));
  g_setenv ("GTK_THEME", "Adwaita:hc-dark", TRUE);
  appearance = mellow_appearance_new (settings);
  g_unsetenv ("GTK_THEME");
  g_assert_true (adw_style_manager_get_dark (style));
  g_assert_finalize_object (appearance);

  appearance = mellow_appearance_new (settings);
  g_assert_false (adw_style_manager_get_dark (style));
  g_assert_finalize_object (appearance);
}

/* --- right to left --- */

static graphene_rect_t
get_bounds (gpointer widget, gpointer root)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  return bounds;
}

static float
get_left (gpointer widget, gpointer root)
{
  return get_bounds (widget, root).origin.x;
}

static gboolean
is_read_or_pressed (gpointer widget)
{
  return GTK_IS_LABEL (widget) || GTK_IS_IMAGE (widget) || GTK_IS_BUTTON (widget) ||
         GTK_IS_EDITABLE (widget) || GTK_IS_LEVEL_BAR (widget);
}

/* What a scrolled window or a popover shows may be larger than its place. */
static void
list_clipped (GtkWidget *widget, GtkWidget *root, GString *clipped)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_VIEWPORT (widget) || GTK_IS_TEXT_VIEW (widget) ||
      GTK_IS_POPOVER (widget) || ADW_IS_TAB_BAR (widget))
    return;

  bounds = get_bounds (widget, root);
  if (is_read_or_pressed (widget) &&
      (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (root)))
    g_string_append_printf (clipped, "%s at %.0f, %.0f wide\n", G_OBJECT_TYPE_NAME (widget),
                            bounds.origin.x, bounds.size.width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_clipped (child, root, clipped);
}

static void
assert_nothing_is_clipped (gpointer window)
{
  g_autoptr (GString) clipped = g_string_new (NULL);

  wait_until (has_place (window));
  gtk_test_widget_wait_for_draw (window);
  list_clipped (window, window, clipped);
  g_assert_cmpstr (clipped->str, ==, "");
}

/* The panel goes below the text as the window gets narrower, which it can be no more than
 * that lets it: so it is asked again, as it is when somebody pulls at its edge. */
static gboolean
is_as_narrow (Fixture *fixture, int width)
{
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->window)) == 700 ? 701 : 700;

  if (gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= width)
    return TRUE;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  return FALSE;
}

static void
set_width (Fixture *fixture, int width)
{
  wait_until (is_as_narrow (fixture, width));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

/* The panel beside the text, the buttons of the header bar, and what a row has at
 * its ends. */
static void
test_window_mirrors (Fixture *fixture)
{
  gpointer window = fixture->window;
  gpointer view = mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (window)));
  gpointer next;

  write_ad (fixture);
  g_assert_cmpfloat (get_left (get_panel (fixture), window), >, get_left (view, window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  wait_until (get_left (get_panel (fixture), window) < get_left (view, window));
  assert_nothing_is_clipped (window);

  g_assert_cmpfloat (get_left (find_widget (window, ADW_TYPE_SPLIT_BUTTON), window), >,
                     get_left (find_control (window, "win.show-panel"), window));
  next = find_control (get_panel (fixture), "win.next-alike");
  g_assert_cmpfloat (get_left (find_label (get_panel (fixture), "2 of 2 like this"), window), >,
                     get_left (next, window));
  g_assert_cmpfloat (get_left (next, window), <,
                     get_left (find_control (get_panel (fixture), "win.previous-alike"), window));
  g_assert_cmpfloat (get_left (find_label (get_panel (fixture), "Stock scarcity"), window), >,
                     get_left (find_label (get_panel (fixture), "Needs proof"), window));

  set_width (fixture, 680);
  wait_until (gtk_orientable_get_orientation (find_widget (window, GTK_TYPE_PANED)) ==
              GTK_ORIENTATION_VERTICAL);
  set_width (fixture, 400);
  assert_nothing_is_clipped (window);
  set_width (fixture, 1000);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* --- a file of translations --- */

static MellowTranslationPane *
open_translations (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "access.po", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path,
                                      "#. Note\nmsgctxt \"button\"\nmsgid \"Køb\"\n"
                                      "msgid_plural \"Køb\"\nmsgstr[0] \"\"\n"
                                      "msgstr[1] \"Act now, dear reader of a rather long line\"\n",
                                      -1, NULL));
  open_file (fixture, path);
  follow_window (fixture);
  wait_until (find_widget (fixture->window, MELLOW_TYPE_UNIT_ROW) != NULL);
  g_remove (path);
  return mellow_editor_get_translation (
      mellow_page_get_editor (mellow_window_get_page (fixture->window)));
}

static void
test_units (Fixture *fixture)
{
  GtkWidget *row;

  open_translations (fixture);
  assert_all_named (fixture->window);
  row = find_widget (fixture->window, MELLOW_TYPE_UNIT_ROW);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Untranslated. Original: Køb. Translation: Act now, "
                                       "dear reader of a rather long line");
}

static void
test_units_mirror (Fixture *fixture)
{
  MellowTranslationPane *pane = open_translations (fixture);

  assert_nothing_is_clipped (fixture->window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  wait_until (get_left (find_widget (pane, GTK_TYPE_SEARCH_ENTRY), pane) >
              get_left (find_widget (pane, GTK_TYPE_DROP_DOWN), pane));
  assert_nothing_is_clipped (fixture->window);
  set_width (fixture, 680);
  set_width (fixture, 400);
  assert_nothing_is_clipped (fixture->window);
  set_width (fixture, 1000);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static gboolean
is_left_of (gpointer pane, const char *text, const char *other)
{
  return get_left (find_label (pane, text), pane) < get_left (find_label (pane, other), pane);
}

/* Columns from right to left, figures at the left end of their row. */
static void
test_tone_details_mirror (Fixture *fixture)
{
  gpointer pane = find_widget (fixture->window, MELLOW_TYPE_TONE_PANE);

  write_ad (fixture);
  activate (fixture, "win.tone-details");
  wait_until (find_label (pane, "Words per sentence") != NULL);
  wait_until (is_left_of (pane, "Notes on the Whole", "Measures"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  wait_until (is_left_of (pane, "Measures", "Notes on the Whole"));
  g_assert_true (is_left_of (pane, "4.0", "Words per sentence"));
  assert_nothing_is_clipped (fixture->window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
assert_mirrored_dialog_is_whole (GType type)
{
  gpointer dialog = await_window (type);

  assert_nothing_is_clipped (dialog);
  gtk_window_close (dialog);
  wait_until (find_toplevel (type) == NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_brief_mirrors (Fixture *fixture)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  activate (fixture, "win.brief");
  assert_mirrored_dialog_is_whole (MELLOW_TYPE_BRIEF_DIALOG);
}

static void
test_claims_mirror (Fixture *fixture)
{
  write_ad (fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  activate (fixture, "win.claims");
  assert_mirrored_dialog_is_whole (MELLOW_TYPE_CLAIMS_WINDOW);
}

static void
test_claims (Fixture *fixture)
{
  gpointer window, row;

  write_ad (fixture);
  activate (fixture, "win.claims");
  window = await_window (MELLOW_TYPE_CLAIMS_WINDOW);
  row = find_widget (window, MELLOW_TYPE_CLAIM_ROW);
  assert_control (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "“Only 3 left”: Stock number, Open");
  assert_control (find_control (row, "row.edit-proof"), GTK_ACCESSIBLE_ROLE_BUTTON,
                  "Add Proof…: “Only 3 left”");
  assert_control (find_control (window, "claims.copy"), GTK_ACCESSIBLE_ROLE_BUTTON,
                  "Copy as Table");
  gtk_window_close (window);
}

static void
test_templates_mirror (Fixture *fixture)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  activate (fixture, "win.new-from-template");
  assert_mirrored_dialog_is_whole (MELLOW_TYPE_TEMPLATE_DIALOG);
}

static void
test_preferences_mirror (Fixture *fixture)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  assert_mirrored_dialog_is_whole (MELLOW_TYPE_PREFERENCES_WINDOW);
}

static void
test_rules_mirror (Fixture *fixture)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "rules", NULL);
  assert_mirrored_dialog_is_whole (MELLOW_TYPE_RULES_WINDOW);
}

static void
test_tour_mirrors (Fixture *fixture)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  activate (fixture, "win.show-tour");
  assert_nothing_is_clipped (fixture->window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  const char *rules = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/access/header-bar", test_header_bar, rules);
  add ("/access/text", test_text, rules);
  add ("/access/panel", test_panel, rules);
  add ("/access/filter-bar", test_filter_bar, rules);
  add ("/access/rows", test_rows, rules);
  add ("/access/places-of-a-group", test_places_of_a_group, rules);
  add ("/access/rewrite", test_rewrite, rules);
  add ("/access/tone", test_tone, rules);
  add ("/access/tone-details", test_tone_details, rules);
  add ("/access/notice", test_notice, rules);
  add ("/access/window", test_window, rules);
  add ("/access/card", test_card, rules);
  add ("/access/recent", test_recent, rules);
  add ("/access/tour", test_tour, rules);
  add ("/access/brief", test_brief, rules);
  add ("/access/contracts", test_contracts, rules);
  add ("/access/contract", test_contract, rules);
  add ("/access/devices", test_devices, rules);
  add ("/access/departure", test_departure, rules);
  add ("/access/messages", test_messages, rules);
  add ("/access/snapshots", test_snapshots, rules);
  add ("/access/before-and-after", test_before_and_after, rules);
  add ("/access/templates", test_templates, rules);
  add ("/access/preferences", test_preferences, rules);
  add ("/access/rewrite-all", test_rewrite_all, rules);
  add ("/access/rules", test_rules, rules);
  add ("/access/own-rule", test_own_rule, rules);
  add ("/access/ignored", test_ignored, rules);

  add ("/access/forced-theme-is-dark", test_forced_theme_is_dark, rules);
  add ("/access/units", test_units, rules);
  add ("/access/units-mirror", test_units_mirror, rules);
  add ("/access/window-mirrors", test_window_mirrors, rules);
  add ("/access/tone-details-mirror", test_tone_details_mirror, rules);
  add ("/access/brief-mirrors", test_brief_mirrors, rules);
  add ("/access/claims", test_claims, rules);
  add ("/access/claims-mirror", test_claims_mirror, rules);
  add ("/access/templates-mirror", test_templates_mirror, rules);
  add ("/access/preferences-mirror", test_preferences_mirror, rules);
  add ("/access/rules-mirror", test_rules_mirror, rules);
  add ("/access/tour-mirrors", test_tour_mirrors, rules);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of translations in the window, unit by unit: what a translator does with it. */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-card.h"
#include "mellow-settings.h"
#include "mellow-unit-row.h"
#include "window-fixture.h"

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\n"
#define FIRST "#. Ærlig; max-length: 12\nmsgctxt \"button\"\nmsgid \"Køb %d\"\nmsgstr \"Act now\"\n"
#define PLURAL                                                                                     \
  "\nmsgid \"%d dag\"\nmsgid_plural \"%d dage\"\nmsgstr[0] \"\"\nmsgstr[1] \"%d days\"\n"
#define FUZZY "\n#, fuzzy\nmsgid \"Linje\\nto\"\nmsgstr \"\"\n\"Take your \"\n\"time\"\n"
#define PO HEADER FIRST PLURAL FUZZY

#define XLIFF_HEAD "<xliff srcLang='da' trgLang='en'><file id='f'>\n"
#define XLIFF                                                                                      \
  XLIFF_HEAD                                                                                       \
  "<unit id='1'><segment id='a'><source>Køb <pc id='1'>nu</pc> &amp; her</source></segment>"      \
  "<segment id='b'><source>Rolig</source><target>Calm</target></segment></unit>\n"                 \
  "<unit id='2' translate='no'><segment><source>Mellow</source></segment></unit>\n"                \
  "</file></xliff>\n"

static MellowReview *
get_review (Fixture *fixture)
{
  return mellow_draft_get_review (fixture->draft);
}

static char *
open_text (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  open_file (fixture, path);
  follow_window (fixture);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  return path;
}

static MellowTranslationPane *
get_pane (Fixture *fixture)
{
  return mellow_editor_get_translation (
      mellow_page_get_editor (mellow_window_get_page (fixture->window)));
}

static const char *
get_source (Fixture *fixture)
{
  MellowTranslationItem *item = mellow_translation_pane_get_item (get_pane (fixture));

  return prose_copy_get_text (mellow_translation_item_get_unit (item)->source);
}

static GtkTextView *
get_editor (Fixture *fixture)
{
  MellowTargetEditor *editor = mellow_translation_pane_get_editor (get_pane (fixture));

  return GTK_TEXT_VIEW (mellow_target_editor_get_view (editor));
}

static GtkTextBuffer *
get_target (Fixture *fixture)
{
  return gtk_text_view_get_buffer (get_editor (fixture));
}

static char *
dup_target (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_target (fixture), &start, &end);
  return gtk_text_buffer_get_text (get_target (fixture), &start, &end, TRUE);
}

#define assert_target(fixture, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *target_ = dup_target (fixture);                                               \
    g_assert_cmpstr (target_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

/* Puts the cursor of the file before words. */
static void
go_to (Fixture *fixture, const char *words)
{
  place_cursor (fixture->buffer, find_words (fixture->buffer, words));
}

static void
press (Fixture *fixture, const char *keys)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  use_hand ("key", "--delay", "20", keys, NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static gboolean
has_focus (Fixture *fixture, gpointer widget)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window)) == widget;
}

/* --- what is shown --- */

static void
test_units_or_text (Fixture *fixture)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();
  g_autofree char *path = NULL;
  MellowPage *page;

  g_assert_null (get_pane (fixture));
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "show-units"));
  path = open_text (fixture, "shop.po", PO);
  page = mellow_window_get_page (fixture->window);
  g_assert_nonnull (get_pane (fixture));
  g_assert_false (
      gtk_widget_is_visible (GTK_WIDGET (mellow_editor_get_view (mellow_page_get_editor (page)))));
  g_assert_cmpstr (get_source (fixture), ==, "Køb %d");
  activate (fixture, "win.show-units");
  g_assert_null (get_pane (fixture));
  g_assert_true (
      gtk_widget_is_visible (GTK_WIDGET (mellow_editor_get_view (mellow_page_get_editor (page)))));
  g_assert_false (g_settings_get_boolean (settings, "show-units"));
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "next-unit"));
  activate (fixture, "win.show-units");
  g_assert_nonnull (get_pane (fixture));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "next-unit"));
  g_remove (path);
}

static void
test_the_cursor_chooses_the_unit (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);

  go_to (fixture, "days\"");
  g_assert_cmpstr (get_source (fixture), ==, "%d dag");
  assert_target (fixture, "%d days");
  g_assert_cmpint (get_cursor (get_target (fixture)), ==, 3);
  go_to (fixture, "our \"");
  assert_target (fixture, "Take your time");
  g_assert_cmpint (get_cursor (get_target (fixture)), ==, 6);
  go_to (fixture, "ime\"");
  g_assert_cmpint (get_cursor (get_target (fixture)), ==, 11);
  place_cursor (get_target (fixture), 2);
  g_assert_cmpstr (get_source (fixture), ==, "Linje\nto");
  type_text (fixture->buffer, "x");
  assert_target (fixture, "Taxke your time");
  g_remove (path);
}

static GtkLabel *
find_selection (gpointer root)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (root) && gtk_label_get_selection_bounds (root, NULL, NULL))
    return root;

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkLabel *found = find_selection (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
test_a_place_in_the_original (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  const char *place = strstr (PO, "to\"\nmsgstr");
  ProseSpan span = { place - PO, place - PO + 2 };
  GtkLabel *label;
  int start, end;

  mellow_editor_show_place (mellow_page_get_editor (mellow_window_get_page (fixture->window)),
                            span);
  g_assert_cmpstr (get_source (fixture), ==, "Linje\nto");
  label = find_selection (get_pane (fixture));
  g_assert_nonnull (label);
  g_assert_true (gtk_label_get_selection_bounds (label, &start, &end));
  g_assert_cmpint (start, ==, 6);
  g_assert_cmpint (end, ==, 8);
  wait_until (has_focus (fixture, get_editor (fixture)));
  g_assert_true (find_selection (get_pane (fixture)) == label);
  go_to (fixture, "Act");
  g_assert_null (find_selection (get_pane (fixture)));
  g_remove (path);
}

static void
test_nothing_to_translate (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "empty.po", "");
  g_autofree char *other = NULL;

  g_assert_true (says (get_pane (fixture), "Nothing to Translate Here"));
  g_assert_null (mellow_translation_pane_get_editor (get_pane (fixture)));
  activate (fixture, "win.next-unit");
  activate (fixture, "win.next-untranslated");
  activate (fixture, "win.copy-original");
  activate (fixture, "win.show-card");
  type_text (fixture->buffer, "msgid \"a\"\nmsgstr \"b\"\n");
  assert_target (fixture, "b");
  gtk_text_buffer_undo (fixture->buffer);
  g_assert_true (says (get_pane (fixture), "Nothing to Translate Here"));
  other = open_text (fixture, "none.xlf", "<xliff></xliff>");
  g_assert_true (says (get_pane (fixture), "Nothing to Translate Here"));
  g_remove (path);
  g_remove (other);
}

/* In the narrowest window. */
static void
test_there_is_room_for_it (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  int width;

  go_to (fixture, "days\"");
  wait_until (find_widget (get_pane (fixture), MELLOW_TYPE_UNIT_ROW) != NULL);
  gtk_widget_measure (GTK_WIDGET (get_pane (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  g_assert_cmpint (width, <=, 340);
  g_remove (path);
}

/* --- writing --- */

static void
test_typing_writes_into_the_file (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);

  go_to (fixture, "Act now");
  place_cursor (get_target (fixture), 3);
  type_keys (get_target (fixture), "e\"d");
  assert_text (fixture->buffer, HEADER "#. Ærlig; max-length: 12\nmsgctxt \"button\"\nmsgid "
                                       "\"Køb %d\"\nmsgstr \"Acte\\\"d now\"\n" PLURAL FUZZY);
  g_assert_cmpint (get_cursor (get_target (fixture)), ==, 6);
  while (gtk_text_buffer_get_can_undo (fixture->buffer))
    activate (fixture, "win.undo");
  assert_text (fixture->buffer, PO);
  assert_target (fixture, "Act now");
  g_assert_cmpint (get_cursor (get_target (fixture)), ==, 3);
  g_assert_false (mellow_draft_is_modified (fixture->draft));
  g_remove (path);
}

/* As in the text, words are steps to undo, not letters. */
static void
test_typing_is_undone_by_the_word (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);

  go_to (fixture, "\"\nmsgstr[1]");
  type_keys (get_target (fixture), "Only today");
  assert_target (fixture, "Only today");
  activate (fixture, "win.undo");
  assert_target (fixture, "Only");
  go_to (fixture, "Act");
  activate (fixture, "win.undo");
  g_assert_cmpstr (get_source (fixture), ==, "%d dag");
  assert_target (fixture, "");
  assert_text (fixture->buffer, PO);
  activate (fixture, "win.redo");
  assert_target (fixture, "Only");
  g_assert_cmpint (get_cursor (get_target (fixture)), ==, 4);
  g_remove (path);
}

static void
test_a_selection_is_replaced_in_one_step (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  GtkTextIter start, end;

  go_to (fixture, "days\"");
  gtk_text_buffer_get_iter_at_offset (get_target (fixture), &start, 3);
  gtk_text_buffer_get_iter_at_offset (get_target (fixture), &end, 6);
  gtk_text_buffer_begin_user_action (get_target (fixture));
  gtk_text_buffer_delete (get_target (fixture), &start, &end);
  gtk_text_buffer_insert (get_target (fixture), &start, "week", -1);
  gtk_text_buffer_end_user_action (get_target (fixture));
  assert_text (fixture->buffer,
               HEADER FIRST "\nmsgid \"%d dag\"\nmsgid_plural \"%d dage\"\nmsgstr[0]"
                            " \"\"\nmsgstr[1] \"%d weeks\"\n" FUZZY);
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, PO);
  g_remove (path);
}

static void
test_tags_that_are_missing_yet (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.xlf", XLIFF);
  MellowTranslationPane *pane = get_pane (fixture);

  g_assert_cmpstr (get_source (fixture), ==, "Køb {1}nu{2} & her");
  type_keys (get_target (fixture), "Buy");
  assert_target (fixture, "Buy");
  g_assert_true (says (pane, "Missing: {1} {2} · In the file, the tags stand behind the text until "
                             "they have their place"));
  {
    g_autofree char *text = dup_text (fixture->buffer);

    g_assert_nonnull (strstr (text, "</source><target>Buy<pc id='1'></pc></target></segment>"));
  }
  type_keys (get_target (fixture), " {1}now{2} & here");
  {
    g_autofree char *text = dup_text (fixture->buffer);

    g_assert_nonnull (
        strstr (text, "<target>Buy <pc id='1'>now</pc> &amp; here</target></segment>"));
  }
  assert_target (fixture, "Buy {1}now{2} & here");
  while (gtk_text_buffer_get_can_undo (fixture->buffer))
    activate (fixture, "win.undo");
  assert_text (fixture->buffer, XLIFF);
  g_remove (path);
}

static void
test_what_the_file_cannot_have_is_not_lost (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.xlf", XLIFF);

  type_keys (get_target (fixture), "Buy{2}");
  assert_target (fixture, "Buy{2}");
  activate (fixture, "win.next-unit");
  assert_target (fixture, "Calm");
  g_assert_true (says (fixture->window,
                       "Tags are missing in this translation. They stand behind its text now."));
  activate (fixture, "win.previous-unit");
  assert_target (fixture, "Buy{1}{2}");
  g_remove (path);
}

/* Where both differ, a place of one may be inside of a letter of the other. */
static void
test_the_cursor_where_texts_differ (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.xlf", XLIFF);

  type_text (get_target (fixture), "x{1}{1}ææ");
  assert_target (fixture, "x{1}{1}ææ");
  for (int i = 0; i <= 9; i++) {
    place_cursor (get_target (fixture), i);
    g_assert_cmpint (get_cursor (get_target (fixture)), ==, i);
  }
  g_remove (path);
}

static void
test_line_ends_of_the_file (Fixture *fixture)
{
  g_autofree char *path =
      open_text (fixture, "shop.xlf",
                 "<xliff><file><trans-unit id='1'><source>a\r\nb</source>\r\n<target>c</target>"
                 "</trans-unit></file></xliff>\r\n");

  place_cursor (get_target (fixture), 1);
  type_keys (get_target (fixture), "\nd");
  assert_text (fixture->buffer,
               "<xliff><file><trans-unit id='1'><source>a\r\nb</source>\r\n<target>c\r\nd</target>"
               "</trans-unit></file></xliff>\r\n");
  g_assert_cmpint (get_cursor (get_target (fixture)), ==, 4);
  g_remove (path);
}

static void
test_copy_original (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.xlf", XLIFF);

  activate (fixture, "win.copy-original");
  assert_target (fixture, "Køb {1}nu{2} & her");
  {
    g_autofree char *text = dup_text (fixture->buffer);

    g_assert_nonnull (strstr (text, "<target>Køb <pc id='1'>nu</pc> &amp; her</target>"));
  }
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, XLIFF);
  assert_target (fixture, "");
  g_remove (path);
}

static void
test_states_stay (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  g_autofree char *text = NULL;

  go_to (fixture, "Take");
  type_keys (get_target (fixture), "x");
  text = dup_text (fixture->buffer);
  g_assert_nonnull (
      strstr (text, "\n#, fuzzy\nmsgid \"Linje\\nto\"\nmsgstr \"xTake your time\"\n"));
  g_remove (path);
}

static void
test_what_is_not_to_be_translated (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.xlf", XLIFF);

  go_to (fixture, "Mellow");
  g_assert_cmpstr (get_source (fixture), ==, "Mellow");
  g_assert_false (gtk_text_view_get_editable (get_editor (fixture)));
  activate (fixture, "win.copy-original");
  assert_text (fixture->buffer, XLIFF);
  go_to (fixture, "Calm");
  g_assert_true (gtk_text_view_get_editable (get_editor (fixture)));
  g_remove (path);
}

static void
test_limits_and_placeholders (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  MellowTranslationPane *pane = get_pane (fixture);

  g_assert_true (says (pane, "7 of 12 characters · Missing: %d"));
  place_cursor (get_target (fixture), 7);
  type_keys (get_target (fixture), " %d %d");
  g_assert_true (says (pane, "13 of 12 characters: 1 too many · There too often: %d"));
  g_assert_true (says (pane, "button · Ærlig; max-length: 12"));
  g_remove (path);
}

static void
test_plural_forms (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);

  go_to (fixture, "days\"");
  g_assert_true (says (get_pane (fixture), "Singular"));
  g_assert_true (says (get_pane (fixture), "Plural"));
  g_assert_true (says (get_pane (fixture), "%d dage"));
  go_to (fixture, "Act now");
  g_assert_false (says (get_pane (fixture), "Singular"));
  g_assert_false (says (get_pane (fixture), "%d dage"));
  g_remove (path);
}

/* --- going about --- */

static void
test_walks (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);

  activate (fixture, "win.next-untranslated");
  g_assert_cmpstr (get_source (fixture), ==, "%d dag");
  assert_target (fixture, "");
  activate (fixture, "win.next-to-review");
  g_assert_cmpstr (get_source (fixture), ==, "Linje\nto");
  go_to (fixture, "Act");
  activate (fixture, "win.previous-untranslated");
  g_assert_cmpstr (get_source (fixture), ==, "%d dag");
  type_keys (get_target (fixture), "%d day");
  activate (fixture, "win.next-untranslated");
  g_assert_true (says (fixture->window, "Everything is translated"));
  g_remove (path);
}

static void
test_the_ends_are_told (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);

  activate (fixture, "win.previous-unit");
  g_assert_cmpstr (get_source (fixture), ==, "Køb %d");
  g_assert_true (says (fixture->window, "This is the first unit"));
  g_remove (path);
}

static void
choose_kind (Fixture *fixture, MellowUnitKind kind)
{
  gtk_drop_down_set_selected (find_widget (get_pane (fixture), GTK_TYPE_DROP_DOWN), kind);
}

/* As long as there are some. */
static GListModel *
get_rows (Fixture *fixture)
{
  GtkWidget *row;

  wait_until (find_widget (get_pane (fixture), MELLOW_TYPE_UNIT_ROW) != NULL);
  row = find_widget (get_pane (fixture), MELLOW_TYPE_UNIT_ROW);
  return G_LIST_MODEL (
      gtk_list_view_get_model (GTK_LIST_VIEW (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW))));
}

/* Whether the unit at work is among what the list shows. */
static gboolean
shows_row_at_work (Fixture *fixture)
{
  GtkWidget *row = find_widget (get_pane (fixture), MELLOW_TYPE_UNIT_ROW);
  GtkWidget *list = row != NULL ? gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW) : NULL;
  graphene_rect_t bounds;

  for (GtkWidget *child = list != NULL ? gtk_widget_get_first_child (list) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && says (child, get_source (fixture)) &&
        gtk_widget_compute_bounds (child, list, &bounds))
      return bounds.origin.y >= 0 && bounds.origin.y < gtk_widget_get_height (list);

  return FALSE;
}

static void
look_for (Fixture *fixture, const char *words)
{
  gtk_editable_set_text (find_widget (get_pane (fixture), GTK_TYPE_SEARCH_ENTRY), words);
}

static void
test_filter (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  GListModel *rows = get_rows (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 3);
  choose_kind (fixture, MELLOW_UNIT_UNTRANSLATED);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  choose_kind (fixture, MELLOW_UNIT_NEEDS_REVIEW);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  choose_kind (fixture, MELLOW_UNIT_MARKED);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  choose_kind (fixture, MELLOW_UNIT_ANY);
  look_for (fixture, "DAYS");
  wait_until (g_list_model_get_n_items (rows) == 1);
  look_for (fixture, "nowhere");
  wait_until (g_list_model_get_n_items (rows) == 0);
  g_assert_true (says (get_pane (fixture), "No unit is like that"));
  g_assert_cmpstr (get_source (fixture), ==, "Køb %d");
  g_remove (path);
}

/* What was filtered by stays in the list while it is at work. */
static void
test_a_unit_stays_while_it_is_written (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  GListModel *rows = get_rows (fixture);

  choose_kind (fixture, MELLOW_UNIT_UNTRANSLATED);
  activate (fixture, "win.next-untranslated");
  type_keys (get_target (fixture), "%d day");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  go_to (fixture, "Act");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  g_remove (path);
}

static GtkWidget *
find_flag (gpointer root, const char *icon)
{
  GtkWidget *child;

  if (GTK_IS_IMAGE (root) && g_strcmp0 (gtk_image_get_icon_name (root), icon) == 0)
    return gtk_widget_is_visible (root) ? root : NULL;

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_flag (child, icon);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
test_units_that_differ (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  GListModel *rows = get_rows (fixture);

  choose_kind (fixture, MELLOW_UNIT_DIFFERS);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  place_cursor (get_target (fixture), 7);
  type_keys (get_target (fixture), " or never");
  wait_until (g_list_model_get_n_items (rows) == 1);
  choose_kind (fixture, MELLOW_UNIT_ANY);
  wait_until (find_flag (get_pane (fixture), "mellow-unit-differs-symbolic") != NULL);
  choose_kind (fixture, MELLOW_UNIT_DIFFERS);
  activate (fixture, "win.undo");
  activate (fixture, "win.undo");
  activate (fixture, "win.undo");
  wait_until (find_flag (get_pane (fixture), "mellow-unit-differs-symbolic") == NULL);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  go_to (fixture, "days\"");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  g_remove (path);
}

static void
test_the_list_moves_the_cursor (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  GtkSingleSelection *rows = GTK_SINGLE_SELECTION (get_rows (fixture));

  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, 0);
  gtk_single_selection_set_selected (rows, 2);
  g_assert_cmpstr (get_source (fixture), ==, "Linje\nto");
  g_assert_cmpuint (mellow_review_get_cursor (get_review (fixture)), >, 150);
  go_to (fixture, "days\"");
  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, 1);
  g_remove (path);
}

/* --- marks --- */

static void
test_marks_are_worked_on (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "marks.po", PO);
  GtkTextTag *tag = mellow_highlighter_get_tag (mellow_draft_get_highlighter (fixture->draft),
                                                PROSE_SEVERITY_PRESSURE);
  GtkTextIter iter;

  go_to (fixture, "days\"");
  activate (fixture, "win.next-mark");
  g_assert_cmpstr (get_source (fixture), ==, "Køb %d");
  g_assert_cmpint (get_cursor (get_target (fixture)), ==, 0);
  wait_until (has_focus (fixture, get_editor (fixture)));
  gtk_text_buffer_get_start_iter (get_target (fixture), &iter);
  g_assert_true (gtk_text_iter_has_tag (&iter, tag));
  gtk_text_iter_forward_chars (&iter, 7);
  g_assert_true (gtk_text_iter_ends_tag (&iter, tag));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.apply-rewrite", "u", 0);
  {
    g_autofree char *target = dup_target (fixture);

    g_assert_cmpstr (target, !=, "Act now");
  }
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, PO);
  assert_target (fixture, "Act now");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.ignore", "s", "here");
  g_assert_cmpuint (mellow_review_get_n_marks (get_review (fixture)), ==, 0);
  gtk_text_buffer_get_start_iter (get_target (fixture), &iter);
  g_assert_false (gtk_text_iter_has_tag (&iter, tag));
  g_remove (path);
}

static void
test_the_card_is_in_the_unit (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  MellowTargetEditor *editor;
  MellowCard *card;

  activate (fixture, "win.next-mark");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  activate (fixture, "win.show-card");
  editor = mellow_translation_pane_get_editor (get_pane (fixture));
  card = find_widget (editor, MELLOW_TYPE_CARD);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (card)));
  g_assert_nonnull (mellow_card_get_mark (card));
  gtk_popover_popdown (GTK_POPOVER (card));
  wait_until (has_focus (fixture, get_editor (fixture)));
  g_remove (path);
}

/* A word that is being typed is left alone, as in the text. */
static void
test_the_word_being_typed_has_no_mark (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);

  go_to (fixture, "\"\nmsgstr[1]");
  type_keys (get_target (fixture), "Act now");
  g_assert_cmpuint (mellow_review_get_n_marks (get_review (fixture)), ==, 1);
  type_keys (get_target (fixture), " ");
  g_assert_cmpuint (mellow_review_get_n_marks (get_review (fixture)), ==, 2);
  g_remove (path);
}

/* --- by hand --- */

static gboolean
has_target (Fixture *fixture, const char *expected)
{
  g_autofree char *target = dup_target (fixture);

  return g_str_equal (target, expected);
}

#define wait_for_target(fixture, expected) wait_until (has_target (fixture, expected))

/* Whoever opens a file may write at once. */
static void
test_the_focus_is_in_the_unit (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);

  wait_until (has_focus (fixture, get_editor (fixture)));
  g_remove (path);
}

static void
test_keys (Fixture *fixture)
{
  g_autofree char *path = NULL;
  GListModel *rows;

  if (!has_hand ())
    return;

  path = open_text (fixture, "shop.po", PO);
  gtk_widget_grab_focus (GTK_WIDGET (mellow_window_get_page (fixture->window)));
  press (fixture, "End");
  use_hand ("type", "--delay", "20", " x", NULL);
  wait_for_target (fixture, "Act now x");
  press (fixture, "Return");
  wait_for_target (fixture, "Act now x");
  press (fixture, "Tab");
  wait_until (g_str_equal (get_source (fixture), "%d dag"));
  wait_for_target (fixture, "");
  press (fixture, "Tab");
  wait_for_target (fixture, "%d days");
  press (fixture, "ctrl+Return");
  wait_until (g_str_equal (get_source (fixture), "Linje\nto"));
  press (fixture, "Return");
  wait_for_target (fixture, "\nTake your time");
  press (fixture, "ctrl+z");
  wait_for_target (fixture, "Take your time");
  press (fixture, "shift+Tab");
  wait_for_target (fixture, "%d days");
  press (fixture, "alt+Up");
  wait_until (g_str_equal (get_source (fixture), "Køb %d"));
  press (fixture, "alt+Page_Down");
  wait_until (g_str_equal (get_source (fixture), "%d dag"));
  press (fixture, "ctrl+space");
  wait_for_target (fixture, "%d dag");
  rows = get_rows (fixture);
  press (fixture, "ctrl+f");
  use_hand ("type", "--delay", "20", "Linje", NULL);
  wait_until (g_list_model_get_n_items (rows) == 1);
  press (fixture, "Return");
  wait_until (g_str_equal (get_source (fixture), "Linje\nto"));
  wait_until (has_focus (fixture, get_editor (fixture)));
  press (fixture, "F12");
  wait_until (get_pane (fixture) == NULL);
  wait_until (has_focus (fixture, mellow_editor_get_view (mellow_page_get_editor (
                                      mellow_window_get_page (fixture->window)))));
  press (fixture, "F12");
  wait_until (get_pane (fixture) != NULL);
  wait_until (has_focus (fixture, get_editor (fixture)));
  g_remove (path);
}

static void
test_clicks (Fixture *fixture)
{
  g_autofree char *path = NULL;
  GtkWidget *row;

  if (!has_hand ())
    return;

  path = open_text (fixture, "shop.po", PO);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  row = find_widget (get_pane (fixture), MELLOW_TYPE_UNIT_ROW);
  while (row != NULL &&
         mellow_translation_item_get_unit (mellow_unit_row_get_item (MELLOW_UNIT_ROW (row)))
                 ->source_plural == NULL)
    row = find_widget (gtk_widget_get_next_sibling (gtk_widget_get_parent (row)),
                       MELLOW_TYPE_UNIT_ROW);
  click (fixture, row);
  wait_until (g_str_equal (get_source (fixture), "%d dag"));
  wait_until (has_focus (fixture, get_editor (fixture)));
  g_remove (path);
}

/* --- whatever is written --- */

static const char *const pieces[] = { "{1}", "{2}", "{",  "}", "a",  "æ",  " ",
                                      "\"",  "\\",  "<b", "&", "\n", "%d", "{9}" };

static void
write_at_random (Fixture *fixture)
{
  GtkTextBuffer *target = get_target (fixture);
  int length = gtk_text_buffer_get_char_count (target);
  GtkTextIter start, end;

  place_cursor (target, g_test_rand_int_range (0, length + 1));
  if (g_test_rand_int_range (0, 3) > 0) {
    type_text (target, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    return;
  }
  gtk_text_buffer_get_iter_at_offset (target, &start, g_test_rand_int_range (0, length + 1));
  end = start;
  gtk_text_iter_forward_chars (&end, g_test_rand_int_range (1, 5));
  gtk_text_buffer_begin_user_action (target);
  gtk_text_buffer_delete (target, &start, &end);
  gtk_text_buffer_end_user_action (target);
}

/* Nothing but that target changes in the file, and that says what was written. */
static void
check_writing (Fixture *fixture)
{
  MellowTranslationPane *pane = get_pane (fixture);
  MellowTranslationItem *item = mellow_translation_pane_get_item (pane);
  const ProseTranslationUnit *unit = mellow_translation_item_get_unit (item);
  int n = MAX (
      mellow_translation_item_find_target (item, mellow_review_get_cursor (get_review (fixture))),
      0);
  const ProseTranslationTarget *target = unit->targets->pdata[n];
  ProseSpan place = prose_span_shift (target->place, mellow_translation_item_get_start (item));
  g_autofree char *before = dup_text (fixture->buffer);
  g_autofree char *after = NULL;
  g_autofree char *shown = NULL, *mended = NULL;

  write_at_random (fixture);
  after = dup_text (fixture->buffer);
  g_assert_cmpmem (before, place.start, after, place.start);
  g_assert_cmpstr (after + strlen (after) - (strlen (before) - place.end), ==, before + place.end);
  g_assert_true (mellow_translation_pane_get_item (pane) == item);
  unit = mellow_translation_item_get_unit (item);
  shown = dup_target (fixture);
  mended = prose_translation_mend_target (unit, shown);
  g_assert_cmpstr (prose_translation_unit_get_target (unit, n), ==, mended);
}

static void
write_at_length (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = open_text (fixture, name, text);

  for (int i = 0; i < 150; i++) {
    if (i % 10 == 0)
      activate (fixture, i % 20 == 0 ? "win.next-unit" : "win.previous-unit");
    if (gtk_text_view_get_editable (get_editor (fixture)))
      check_writing (fixture);
  }
  while (gtk_text_buffer_get_can_undo (fixture->buffer))
    activate (fixture, "win.undo");
  assert_text (fixture->buffer, text);
  g_remove (path);
}

static void
test_random_writing (Fixture *fixture)
{
  write_at_length (fixture, "shop.po", PO);
  write_at_length (fixture, "shop.xlf", XLIFF);
}

/* --- many units --- */

static char *
make_file (guint n)
{
  GString *text = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        text, "#. note\nmsgid \"Unit %u is a line to read\"\nmsgstr \"Act now, it is %u\"\n\n", i,
        i);
  return g_string_free (text, FALSE);
}

static void
test_a_large_file (Fixture *fixture)
{
  g_autofree char *text = make_file (10000);
  g_autofree char *path = open_text (fixture, "large.po", text);

  go_to (fixture, "Act now, it is 5000");
  type_keys (get_target (fixture), "So ");
  assert_target (fixture, "So Act now, it is 5000");
  g_assert_cmpstr (get_source (fixture), ==, "Unit 5000 is a line to read");
  g_remove (path);
}

static void
test_the_list_comes_back (Fixture *fixture)
{
  g_autofree char *text = make_file (200);
  g_autofree char *path = open_text (fixture, "shop.po", text);

  go_to (fixture, "Act now, it is 150");
  wait_until (shows_row_at_work (fixture));
  activate (fixture, "win.show-units");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  activate (fixture, "win.show-units");
  wait_until (shows_row_at_work (fixture));
  g_remove (path);
}

/* A text view takes seconds for a key in a long line, even if it is not seen. */
static void
test_the_text_is_let_go_of (Fixture *fixture)
{
  g_autofree char *path = open_text (fixture, "shop.po", PO);
  GtkTextView *view = GTK_TEXT_VIEW (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window))));

  g_assert_false (gtk_text_view_get_buffer (view) == fixture->buffer);
  type_keys (get_target (fixture), "So ");
  activate (fixture, "win.show-units");
  g_assert_true (gtk_text_view_get_buffer (view) == fixture->buffer);
  activate (fixture, "win.show-units");
  g_assert_false (gtk_text_view_get_buffer (view) == fixture->buffer);
  assert_target (fixture, "So Act now");
  g_remove (path);
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/translation-pane/units-or-text", test_units_or_text, fixed);
  add ("/translation-pane/the-list-comes-back", test_the_list_comes_back, fixed);
  add ("/translation-pane/the-cursor-chooses-the-unit", test_the_cursor_chooses_the_unit, fixed);
  add ("/translation-pane/a-place-in-the-original", test_a_place_in_the_original, fixed);
  add ("/translation-pane/nothing-to-translate", test_nothing_to_translate, fixed);
  add ("/translation-pane/there-is-room-for-it", test_there_is_room_for_it, fixed);
  add ("/translation-pane/typing-writes-into-the-file", test_typing_writes_into_the_file, fixed);
  add ("/translation-pane/typing-is-undone-by-the-word", test_typing_is_undone_by_the_word, fixed);
  add ("/translation-pane/a-selection-is-replaced-in-one-step",
       test_a_selection_is_replaced_in_one_step, fixed);
  add ("/translation-pane/tags-that-are-missing-yet", test_tags_that_are_missing_yet, fixed);
  add ("/translation-pane/what-the-file-cannot-have-is-not-lost",
       test_what_the_file_cannot_have_is_not_lost, fixed);
  add ("/translation-pane/the-cursor-where-texts-differ", test_the_cursor_where_texts_differ,
       fixed);
  add ("/translation-pane/line-ends-of-the-file", test_line_ends_of_the_file, fixed);
  add ("/translation-pane/copy-original", test_copy_original, fixed);
  add ("/translation-pane/states-stay", test_states_stay, fixed);
  add ("/translation-pane/what-is-not-to-be-translated", test_what_is_not_to_be_translated, fixed);
  add ("/translation-pane/limits-and-placeholders", test_limits_and_placeholders, fixed);
  add ("/translation-pane/plural-forms", test_plural_forms, fixed);
  add ("/translation-pane/walks", test_walks, fixed);
  add ("/translation-pane/the-ends-are-told", test_the_ends_are_told, fixed);
  add ("/translation-pane/filter", test_filter, fixed);
  add ("/translation-pane/units-that-differ", test_units_that_differ, fixed);
  add ("/translation-pane/a-unit-stays-while-it-is-written", test_a_unit_stays_while_it_is_written,
       fixed);
  add ("/translation-pane/the-list-moves-the-cursor", test_the_list_moves_the_cursor, fixed);
  add ("/translation-pane/marks-are-worked-on", test_marks_are_worked_on, fixed);
  add ("/translation-pane/the-card-is-in-the-unit", test_the_card_is_in_the_unit, fixed);
  add ("/translation-pane/the-word-being-typed-has-no-mark", test_the_word_being_typed_has_no_mark,
       fixed);
  add ("/translation-pane/the-focus-is-in-the-unit", test_the_focus_is_in_the_unit, fixed);
  add ("/translation-pane/keys", test_keys, fixed);
  add ("/translation-pane/clicks", test_clicks, fixed);
  add ("/translation-pane/random-writing", test_random_writing, fixed);
  add ("/translation-pane/a-large-file", test_a_large_file, fixed);
  add ("/translation-pane/the-text-is-let-go-of", test_the_text_is_let_go_of, fixed);

  return g_test_run ();
}

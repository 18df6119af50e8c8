/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a draft ignores: marked no longer, listed, kept and found again. */

#include <glib/gstdio.h>

#include "fixture.h"
#include "mellow-day.h"
#include "mellow-draft-keeper.h"
#include "mellow-draft-reader.h"
#include "mellow-draft-writer.h"
#include "mellow-mark.h"

#define AD "Act now, said he. Only 3 left. Then act now, my friend."

/* The list as `here “act now” 36-43, document scarcity.only-n-left, …`. */
static char *
list_to_string (MellowDraft *draft)
{
  GListModel *model = G_LIST_MODEL (mellow_draft_get_ignored (draft));
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (MellowIgnoredItem) item = g_list_model_get_item (model, i);
    const char *phrase = mellow_ignored_item_get_phrase (item);
    ProseSpan place;

    g_string_append_printf (string, "%s%s ", i > 0 ? ", " : "",
                            prose_ignore_level_to_string (mellow_ignored_item_get_level (item)));
    if (*phrase != '\0')
      g_string_append_printf (string, "“%s”", phrase);
    else
      g_string_append (string, mellow_ignored_item_get_rule (item));
    if (mellow_ignored_item_get_place (item, &place))
      g_string_append_printf (string, " %u-%u", place.start, place.end);
    if (mellow_ignored_item_has_expired (item))
      g_string_append (string, " expired");
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

#define assert_list(draft, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *list_ = list_to_string (draft);                                               \
    g_assert_cmpstr (list_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

/* The marked phrases: `Act now, Only 3 left`. */
static char *
phrases_to_string (GListModel *marks)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++) {
    g_autoptr (MellowMark) mark = g_list_model_get_item (marks, i);

    g_ptr_array_add (phrases, g_strdup (mellow_mark_get_phrase (mark)));
  }
  g_ptr_array_add (phrases, NULL);
  return g_strjoinv (", ", (char **)phrases->pdata);
}

#define assert_phrases(marks, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *phrases_ = phrases_to_string (marks);                                         \
    g_assert_cmpstr (phrases_, ==, expected);                                                      \
  }                                                                                                \
  G_STMT_END

static MellowIgnoredItem *
ignore (MellowDraft *draft, guint position, ProseIgnoreLevel level)
{
  ProseDiagnostic mark = mellow_review_get_mark (mellow_draft_get_review (draft), position);
  g_autoptr (GError) error = NULL;
  MellowIgnoredItem *item = mellow_ignored_list_ignore (mellow_draft_get_ignored (draft), &mark,
                                                        level, PROSE_IGNORE_REASON_QUOTED, &error);

  g_assert_no_error (error);
  return item;
}

static void
remove_item (MellowDraft *draft, MellowIgnoredItem *item)
{
  g_assert_true (mellow_ignored_list_remove (mellow_draft_get_ignored (draft), item, NULL));
}

static void
test_here (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  GListModel *marks = mellow_draft_get_marks (draft);
  double pressure = mellow_review_get_pressure (mellow_draft_get_review (draft));
  g_autoptr (MellowIgnoredItem) item = g_object_ref (ignore (draft, 2, PROSE_IGNORE_HERE));

  assert_phrases (marks, "Act now, Only 3 left");
  assert_list (draft, "here “act now” 36-43");
  g_assert_cmpstr (mellow_ignored_item_get_title (item), ==, "Act now");
  g_assert_cmpint (mellow_ignored_item_get_reason (item), ==, PROSE_IGNORE_REASON_QUOTED);
  g_assert_cmpfloat (mellow_review_get_pressure (mellow_draft_get_review (draft)), <, pressure);
  place_cursor (mellow_draft_get_buffer (draft), 0);
  type_text (mellow_draft_get_buffer (draft), "Æ! ");
  assert_list (draft, "here “act now” 40-47");

  remove_item (draft, item);
  assert_phrases (marks, "Act now, Only 3 left, act now");
  assert_list (draft, "");
  g_assert_false (mellow_ignored_list_has (mellow_draft_get_ignored (draft), item));
  g_assert_true (mellow_ignored_list_add (mellow_draft_get_ignored (draft), item, NULL));
  assert_phrases (marks, "Act now, Only 3 left");
  g_assert_true (mellow_ignored_list_has (mellow_draft_get_ignored (draft), item));
}

/* The button of a notice may be pressed long after. */
static void
test_adding_after_an_edit (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  g_autoptr (MellowIgnoredItem) item = g_object_ref (ignore (draft, 2, PROSE_IGNORE_HERE));

  remove_item (draft, item);
  place_cursor (mellow_draft_get_buffer (draft), 0);
  type_text (mellow_draft_get_buffer (draft), "Act now? Æ! ");
  g_assert_true (mellow_ignored_list_add (mellow_draft_get_ignored (draft), item, NULL));
  assert_list (draft, "here “act now” 49-56");
  assert_phrases (mellow_draft_get_marks (draft), "Act now, Act now, Only 3 left");
}

static void
test_an_edit_and_its_undo (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  GtkTextIter start, end;

  ignore (draft, 0, PROSE_IGNORE_HERE);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
  assert_list (draft, "here “Act now”");
  gtk_text_buffer_undo (buffer);
  assert_list (draft, "here “Act now” 0-7");
  assert_phrases (mellow_draft_get_marks (draft), "Only 3 left, act now");
}

static void
test_in_the_document (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  MellowIgnoredList *list = mellow_draft_get_ignored (draft);
  ProseDiagnostic mark;
  MellowIgnoredItem *item;

  item = ignore (draft, 0, PROSE_IGNORE_IN_DOCUMENT);
  assert_phrases (mellow_draft_get_marks (draft), "Only 3 left");
  mark = mellow_review_get_mark (mellow_draft_get_review (draft), 0);
  mellow_ignored_list_turn_rule_off (list, mark.rule, PROSE_IGNORE_IN_DOCUMENT,
                                     PROSE_IGNORE_REASON_NONE, NULL);
  assert_phrases (mellow_draft_get_marks (draft), "");
  assert_list (draft, "document “Act now”, document scarcity.only-n-left");
  g_assert_true (mellow_ignored_list_set_reason (list, item, PROSE_IGNORE_REASON_BRAND, NULL));
  g_assert_cmpint (mellow_ignored_item_get_reason (item), ==, PROSE_IGNORE_REASON_BRAND);
  remove_item (draft, item);
  assert_phrases (mellow_draft_get_marks (draft), "Act now, act now");
}

static void
test_a_proof (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  MellowIgnoredList *list = mellow_draft_get_ignored (draft);
  ProseDiagnostic mark = mellow_review_get_mark (mellow_draft_get_review (draft), 1);
  g_autoptr (MellowProof) proof = mellow_proof_new ("the stock list", "Ida", "2026-12-31");
  g_autoptr (MellowProof) older = mellow_proof_new ("an old list", NULL, "2026-11-30");
  g_autoptr (MellowProof) kept = NULL;
  MellowIgnoredItem *item;

  mellow_day_set_date (mellow_day_get_default (), "2026-12-31");
  item = mellow_ignored_list_prove (list, mark.rule, "Only 3 left", proof, NULL);
  kept = mellow_ignored_item_dup_proof (item);
  g_assert_cmpint (mellow_ignored_item_get_subject (item), ==, PROSE_IGNORE_CLAIM);
  g_assert_true (mellow_proof_equal (kept, proof));
  assert_phrases (mellow_draft_get_marks (draft), "Act now, act now");
  g_assert_true (mellow_ignored_list_set_proof (list, item, older, NULL));
  assert_phrases (mellow_draft_get_marks (draft), "Act now, Only 3 left, act now");
  assert_list (draft, "document “Only 3 left” expired");
}

/* The text is open when the day turns, and when somebody looks at another day. */
static void
test_the_day_turns (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  MellowDay *day = mellow_day_get_default ();
  ProseDiagnostic mark = mellow_review_get_mark (mellow_draft_get_review (draft), 1);
  g_autoptr (MellowProof) proof = mellow_proof_new ("the stock list", "Ida", "2026-12-31");

  mellow_day_set_date (day, "2026-12-31");
  mellow_ignored_list_prove (mellow_draft_get_ignored (draft), mark.rule, "Only 3 left", proof,
                             NULL);
  assert_phrases (mellow_draft_get_marks (draft), "Act now, act now");
  mellow_day_set_date (day, "2027-01-01");
  assert_phrases (mellow_draft_get_marks (draft), "Act now, Only 3 left, act now");
  assert_list (draft, "document “Only 3 left” expired");
  mellow_day_set_date (day, "2026-12-30");
  assert_phrases (mellow_draft_get_marks (draft), "Act now, act now");
  assert_list (draft, "document “Only 3 left”");
}

static void
test_the_day_of_the_calendar (void)
{
  MellowDay *day = mellow_day_get_default ();

  mellow_day_set_date (day, "2001-01-01");
  g_assert_cmpstr (mellow_day_get_date (day), ==, "2001-01-01");
  mellow_day_set_date (day, NULL);
  g_assert_true (prose_ignore_date_is_valid (mellow_day_get_date (day)));
  g_assert_cmpstr (mellow_day_get_date (day), >, "2001-01-01");
}

/* --- everywhere --- */

static void
test_everywhere (void)
{
  g_autofree char *store = g_build_filename (g_get_user_data_dir (), "user.db", NULL);
  g_autoptr (MellowRuleLibrary) library =
      mellow_rule_library_new (g_getenv ("MELLOW_RULES"), store);
  g_autoptr (MellowDraft) draft = mellow_draft_new (mellow_rule_library_get_rules (library));
  MellowIgnoredList *list = mellow_draft_get_ignored (draft);
  ProseDiagnostic mark;
  g_autoptr (MellowIgnoredItem) item = NULL;
  g_autoptr (GError) error = NULL;

  type_text (mellow_draft_get_buffer (draft), AD);
  mark = mellow_review_get_mark (mellow_draft_get_review (draft), 0);
  g_assert_null (mellow_ignored_list_ignore (list, &mark, PROSE_IGNORE_EVERYWHERE,
                                             PROSE_IGNORE_REASON_BRAND, &error));
  g_assert_nonnull (error);

  mellow_ignored_list_set_library (list, library);
  item = g_object_ref (ignore (draft, 0, PROSE_IGNORE_EVERYWHERE));
  mellow_draft_set_rules (draft, mellow_rule_library_get_rules (library));
  assert_phrases (mellow_draft_get_marks (draft), "Only 3 left");
  mark = mellow_review_get_mark (mellow_draft_get_review (draft), 0);
  mellow_ignored_list_turn_rule_off (list, mark.rule, PROSE_IGNORE_EVERYWHERE,
                                     PROSE_IGNORE_REASON_NONE, NULL);
  assert_list (draft, "everywhere “act now”, everywhere scarcity.only-n-left");

  remove_item (draft, item);
  assert_list (draft, "everywhere scarcity.only-n-left");
  mellow_draft_set_rules (draft, mellow_rule_library_get_rules (library));
  assert_phrases (mellow_draft_get_marks (draft), "Act now, act now");
  g_assert_true (mellow_ignored_list_add (list, item, NULL));
  g_assert_true (mellow_ignored_list_has (list, item));
  g_assert_true (mellow_ignored_list_set_reason (list, item, PROSE_IGNORE_REASON_INTENDED, NULL));
  assert_list (draft, "everywhere “act now”, everywhere scarcity.only-n-left");
  g_clear_object (&library);
  g_clear_object (&draft);
  g_remove (store);
}

/* --- kept and found again --- */

static GFile *
create_file (const char *text)
{
  static int n = 0;
  g_autofree char *name = g_strdup_printf ("Køb %d.txt", n++);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static MellowDraft *
open_file (GFile *file)
{
  MellowDraft *draft = create_draft ("");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mellow_draft_load_async (draft, file, NULL, keep_result, &result);
  wait_until (result != NULL);
  mellow_draft_load_finish (draft, result, &error);
  g_assert_no_error (error);
  return draft;
}

static void
save (MellowDraft *draft, GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mellow_draft_save_async (draft, file, FALSE, NULL, keep_result, &result);
  wait_until (result != NULL);
  mellow_draft_save_finish (draft, result, NULL, &error);
  g_assert_no_error (error);
}

static void
test_kept_with_a_file (void)
{
  g_autoptr (GFile) file = create_file (AD);
  g_autoptr (MellowDraft) draft = open_file (file);
  g_autoptr (MellowDraft) again = NULL;
  g_autoptr (MellowDraft) saved = NULL;

  ignore (draft, 2, PROSE_IGNORE_HERE);
  g_assert_false (mellow_draft_is_modified (draft));
  again = open_file (file);
  assert_list (again, "here “act now” 36-43");
  assert_phrases (mellow_draft_get_marks (again), "Act now, Only 3 left");

  place_cursor (mellow_draft_get_buffer (again), 0);
  type_text (mellow_draft_get_buffer (again), "Then act now, he said. ");
  save (again, file);
  saved = open_file (file);
  assert_list (saved, "here “act now” 59-66");
  assert_phrases (mellow_draft_get_marks (saved), "act now, Act now, Only 3 left");
}

/* What is broken in the text is forgotten when that is saved, and not before. */
static void
test_forgotten_with_its_phrase (void)
{
  g_autoptr (GFile) file = create_file (AD);
  g_autoptr (MellowDraft) draft = open_file (file);
  g_autoptr (MellowDraft) unsaved = NULL;
  g_autoptr (MellowDraft) saved = NULL;

  ignore (draft, 0, PROSE_IGNORE_HERE);
  place_cursor (mellow_draft_get_buffer (draft), 7);
  type_text (mellow_draft_get_buffer (draft), "here");
  ignore (draft, 0, PROSE_IGNORE_HERE);
  unsaved = open_file (file);
  assert_list (unsaved, "here “Act now” 0-7, here “Only 3 left” 18-29");
  save (draft, file);
  saved = open_file (file);
  assert_list (saved, "here “Only 3 left” 22-33");
}

/* As after a kill: the copy is all there is. */
static void
test_kept_without_a_file (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  g_autoptr (MellowDraft) other = create_draft ("");
  g_autoptr (MellowDraftKeeper) keeper = mellow_draft_keeper_new (draft);
  g_autofree char *id = g_strdup (mellow_draft_keeper_get_id (keeper));
  g_autofree char *path = mellow_draft_copy_dup_path (id);
  g_autoptr (MellowDraftCopy) copy = NULL;

  gtk_text_buffer_set_modified (mellow_draft_get_buffer (draft), FALSE);
  ignore (draft, 2, PROSE_IGNORE_HERE);
  ignore (draft, 1, PROSE_IGNORE_IN_DOCUMENT);
  g_assert_true (mellow_draft_is_modified (draft));
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  copy = mellow_draft_copy_load (id, NULL);
  g_assert_nonnull (copy);
  mellow_draft_copy_restore (copy, other);
  assert_list (other, "here “act now” 36-43, document “Only 3 left”");
  assert_phrases (mellow_draft_get_marks (other), "Act now");
  mellow_draft_keeper_discard (keeper);
}

static void
test_rules_that_change_change_nothing (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  g_autoptr (ProseRuleSet) rules = load_test_rules ();

  ignore (draft, 2, PROSE_IGNORE_HERE);
  mellow_draft_set_rules (draft, rules);
  assert_list (draft, "here “act now” 36-43");
  assert_phrases (mellow_draft_get_marks (draft), "Act now, Only 3 left");
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("mellow-ignored-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ignored/here", test_here);
  g_test_add_func ("/ignored/adding-after-an-edit", test_adding_after_an_edit);
  g_test_add_func ("/ignored/an-edit-and-its-undo", test_an_edit_and_its_undo);
  g_test_add_func ("/ignored/in-the-document", test_in_the_document);
  g_test_add_func ("/ignored/a-proof", test_a_proof);
  g_test_add_func ("/ignored/the-day-turns", test_the_day_turns);
  g_test_add_func ("/ignored/the-day-of-the-calendar", test_the_day_of_the_calendar);
  g_test_add_func ("/ignored/everywhere", test_everywhere);
  g_test_add_func ("/ignored/kept-with-a-file", test_kept_with_a_file);
  g_test_add_func ("/ignored/forgotten-with-its-phrase", test_forgotten_with_its_phrase);
  g_test_add_func ("/ignored/kept-without-a-file", test_kept_without_a_file);
  g_test_add_func ("/ignored/rules-that-change-change-nothing",
                   test_rules_that_change_change_nothing);

  result = g_test_run ();
  remove_tree (home);
  return result;
}

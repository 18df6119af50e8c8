/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of marks says exactly what changed, and keeps a mark the same item
 * as long as it is the same mark.
 */

#include "fixture.h"

#define AD "Act now, only 3 left! We are proud, so do not let us down."

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "[%u -%u +%u]", position, removed, added);
}

static GString *
watch (GListModel *marks)
{
  GString *log = g_string_new (NULL);

  g_signal_connect (marks, "items-changed", G_CALLBACK (on_items_changed), log);
  return log;
}

static void
assert_log (GString *log, const char *expected)
{
  g_assert_cmpstr (log->str, ==, expected);
  g_string_truncate (log, 0);
}

static void
test_marks_in_order (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);

  assert_marks (mellow_draft_get_marks (draft),
                "Act now (buy-command.act-now), only 3 left (scarcity.only-n-left), "
                "We are proud (seller-centred.proud), let us down (shame.let-down)");
}

static void
test_item_is_made_once (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  GListModel *marks = mellow_draft_get_marks (draft);
  g_autoptr (MellowMark) mark = g_list_model_get_item (marks, 1);
  g_autoptr (MellowMark) again = g_list_model_get_item (marks, 1);

  g_assert_true (mark == again);
  g_assert_null (g_list_model_get_item (marks, 4));
}

static void
test_mark_survives_edits_of_its_paragraph (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  GListModel *marks = mellow_draft_get_marks (draft);
  g_autoptr (MellowMark) first = g_list_model_get_item (marks, 0);
  g_autoptr (MellowMark) second = g_list_model_get_item (marks, 1);
  g_autoptr (MellowMark) last = g_list_model_get_item (marks, 3);
  g_autoptr (MellowMark) last_again = NULL;
  GString *log = watch (marks);

  place_cursor (buffer, 8);
  type_keys (buffer, " for");
  assert_log (log, "");
  g_assert_cmpuint (mellow_mark_get_span (second).start, ==, 13);

  place_cursor (buffer, 0);
  type_text (buffer, "Buy now. ");
  assert_log (log, "[0 -0 +1]");
  g_assert_cmpuint (mellow_mark_get_position (first), ==, 1);
  last_again = g_list_model_get_item (marks, 4);
  g_assert_true (last == last_again);

  g_string_free (log, TRUE);
}

static void
test_broken_phrase_leaves_the_list (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  GListModel *marks = mellow_draft_get_marks (draft);
  g_autoptr (MellowMark) first = g_list_model_get_item (marks, 0);
  g_autoptr (MellowMark) second = g_list_model_get_item (marks, 1);
  g_autoptr (MellowMark) third = g_list_model_get_item (marks, 2);
  GString *log = watch (marks);

  place_cursor (buffer, 10);
  type_keys (buffer, "x");
  assert_log (log, "[1 -1 +0]");
  g_assert_cmpuint (mellow_mark_get_position (second), ==, G_MAXUINT);
  g_assert_cmpuint (mellow_mark_get_suggestions (second)->len, ==, 0);
  g_assert_false (mellow_mark_apply (second, 0));
  g_assert_cmpuint (mellow_mark_get_position (first), ==, 0);
  g_assert_cmpuint (mellow_mark_get_position (third), ==, 1);

  gtk_text_buffer_undo (buffer);
  assert_log (log, "[1 -0 +1]");
  g_string_free (log, TRUE);
}

static void
test_held_mark_is_not_listed (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Only 3 left! ");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  GListModel *marks = mellow_draft_get_marks (draft);
  GString *log = watch (marks);

  type_keys (buffer, "Act now");
  assert_log (log, "");
  type_keys (buffer, ",");
  assert_log (log, "[1 -0 +1]");

  g_string_free (log, TRUE);
}

static void
test_suggestions (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Act now, only 3 left!");
  g_autoptr (MellowMark) mark = g_list_model_get_item (mellow_draft_get_marks (draft), 1);
  GPtrArray *suggestions = mellow_mark_get_suggestions (mark);

  g_assert_cmpuint (suggestions->len, >, 0);
  g_assert_true (suggestions == mellow_mark_get_suggestions (mark));
}

static gboolean
find_kind (MellowMark *mark, ProseRewriteKind kind, guint *position)
{
  GPtrArray *suggestions = mellow_mark_get_suggestions (mark);

  for (*position = 0; *position < suggestions->len; (*position)++)
    if (((ProseSuggestion *)g_ptr_array_index (suggestions, *position))->kind == kind)
      return TRUE;

  return FALSE;
}

static void
test_apply_and_undo (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Æ! Act now, only 3 left!");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  g_autoptr (MellowMark) mark = g_list_model_get_item (mellow_draft_get_marks (draft), 1);
  guint evidence;

  g_assert_true (find_kind (mark, PROSE_REWRITE_EVIDENCE, &evidence));
  g_assert_true (mellow_mark_apply (mark, evidence));
  assert_text (buffer, "Æ! Act now, 3 in stock today!");
  assert_tags (buffer, "3-10 pressure");
  g_assert_false (gtk_text_buffer_get_has_selection (buffer));

  gtk_text_buffer_undo (buffer);
  assert_text (buffer, "Æ! Act now, only 3 left!");
  assert_tags (buffer, "3-10 pressure, 12-23 proof");
  assert_marks (mellow_draft_get_marks (draft),
                "Act now (buy-command.act-now), only 3 left (scarcity.only-n-left)");
}

/* What a list view would show that knows the list by its signals only. */
static void
follow (GListModel *marks, guint position, guint removed, guint added, GPtrArray *seen)
{
  g_ptr_array_remove_range (seen, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (seen, position + i, g_list_model_get_item (marks, position + i));
}

static void
assert_followed (GListModel *marks, GPtrArray *seen, GtkTextBuffer *buffer)
{
  g_autofree char *text = dup_text (buffer);

  g_assert_cmpuint (seen->len, ==, g_list_model_get_n_items (marks));
  for (guint i = 0; i < seen->len; i++) {
    MellowMark *mark = g_ptr_array_index (seen, i);
    g_autoptr (MellowMark) item = g_list_model_get_item (marks, i);
    ProseSpan span = mellow_mark_get_span (mark);
    g_autofree char *phrase = g_strndup (text + span.start, span.end - span.start);

    g_assert_true (item == mark);
    g_assert_cmpuint (mellow_mark_get_position (mark), ==, i);
    g_assert_cmpstr (phrase, ==, mellow_mark_get_phrase (mark));
  }
}

static void
test_random_edits (void)
{
  for (int round = 0; round < 20; round++) {
    g_autoptr (MellowDraft) draft = create_draft ("");
    GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
    GListModel *marks = mellow_draft_get_marks (draft);
    g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

    g_signal_connect (marks, "items-changed", G_CALLBACK (follow), seen);
    for (int i = 0; i < 60; i++) {
      edit_at_random (buffer);
      assert_followed (marks, seen, buffer);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mark-list/marks-in-order", test_marks_in_order);
  g_test_add_func ("/mark-list/item-is-made-once", test_item_is_made_once);
  g_test_add_func ("/mark-list/mark-survives-edits-of-its-paragraph",
                   test_mark_survives_edits_of_its_paragraph);
  g_test_add_func ("/mark-list/broken-phrase-leaves-the-list", test_broken_phrase_leaves_the_list);
  g_test_add_func ("/mark-list/held-mark-is-not-listed", test_held_mark_is_not_listed);
  g_test_add_func ("/mark-list/suggestions", test_suggestions);
  g_test_add_func ("/mark-list/apply-and-undo", test_apply_and_undo);
  g_test_add_func ("/mark-list/random-edits", test_random_edits);

  return g_test_run ();
}

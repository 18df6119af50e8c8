/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline of the marks, without a window: what is alike is one row, what the
 * filter holds back is none, and after any edit it is what it would be if it were
 * made anew.
 */

#include "fixture.h"
#include "mellow-mark-outline.h"

#define AD                                                                                         \
  "# Act now\n\nOnly 3 left, so act now! We are proud.\n\nACT  NOW. Do not let us down, act\nnow."

typedef struct {
  MellowDraft *draft;
  MellowMarkFilter *filter;
  MellowMarkOutline *outline;
} Outline;

static MellowMarkOutline *
create_outline (MellowDraft *draft, MellowMarkFilter *filter)
{
  return mellow_mark_outline_new (mellow_draft_get_review (draft), mellow_draft_get_marks (draft),
                                  filter);
}

static Outline
open_outline (const char *text)
{
  Outline self = { create_draft (text), mellow_mark_filter_new (), NULL };

  self.outline = create_outline (self.draft, self.filter);
  return self;
}

static void
close_outline (Outline *self)
{
  g_assert_finalize_object (self->outline);
  g_clear_object (&self->filter);
  g_clear_object (&self->draft);
}

/* The rows: `act now ×3 at 0, only 3 left ×1 at 1`. */
static char *
outline_to_string (MellowMarkOutline *outline)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outline)); i++) {
    g_autoptr (MellowMarkGroup) group = g_list_model_get_item (G_LIST_MODEL (outline), i);

    g_string_append_printf (line, "%s%s ×%u at %u", i > 0 ? ", " : "", group->phrase,
                            group->n_shown, group->first);
  }

  return g_string_free (line, FALSE);
}

#define assert_rows(outline, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *rows_ = outline_to_string (outline);                                          \
    g_assert_cmpstr (rows_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

/* Case, and how the words are set, do not matter; the rule does. */
static void
test_alike_marks_are_one_row (void)
{
  Outline self = open_outline (AD);

  assert_rows (self.outline, "act now ×4 at 0, only 3 left ×1 at 1, we are proud ×1 at 3, "
                             "let us down ×1 at 5");
  g_assert_cmpuint (mellow_mark_outline_get_n_marks (self.outline), ==, 7);
  g_assert_cmpuint (mellow_mark_outline_get_n_shown (self.outline), ==, 7);
  close_outline (&self);
}

static void
test_row_of_a_mark (void)
{
  Outline self = open_outline (AD);

  g_assert_cmpuint (mellow_mark_outline_find_row (self.outline, 0), ==, 0);
  g_assert_cmpuint (mellow_mark_outline_find_row (self.outline, 2), ==, 0);
  g_assert_cmpuint (mellow_mark_outline_find_row (self.outline, 5), ==, 3);
  g_assert_cmpuint (mellow_mark_outline_find_row (self.outline, 6), ==, 0);
  g_assert_cmpuint (mellow_mark_outline_find_row (self.outline, 7), ==, GTK_INVALID_LIST_POSITION);
  close_outline (&self);
}

static void
test_severity (void)
{
  Outline self = open_outline (AD);

  mellow_mark_filter_set_severity (self.filter, PROSE_SEVERITY_PROOF);
  assert_rows (self.outline, "only 3 left ×1 at 1");
  g_assert_cmpuint (mellow_mark_outline_get_n_marks (self.outline), ==, 7);
  g_assert_cmpuint (mellow_mark_outline_get_n_shown (self.outline), ==, 1);
  g_assert_cmpuint (mellow_mark_outline_find_row (self.outline, 0), ==, GTK_INVALID_LIST_POSITION);
  mellow_mark_filter_clear (self.filter);
  g_assert_cmpuint (mellow_mark_outline_get_n_shown (self.outline), ==, 7);
  close_outline (&self);
}

static void
test_family (void)
{
  Outline self = open_outline (AD);

  mellow_mark_filter_set_family (self.filter, "shame");
  assert_rows (self.outline, "let us down ×1 at 5");
  mellow_mark_filter_set_severity (self.filter, PROSE_SEVERITY_PROOF);
  assert_rows (self.outline, "");
  mellow_mark_filter_set_severity (self.filter, PROSE_SEVERITY_CREDIT);
  mellow_mark_filter_set_family (self.filter, NULL);
  g_assert_false (mellow_mark_filter_is_active (self.filter));
  close_outline (&self);
}

/* A zone parts those that are alike. */
static void
test_zone (void)
{
  Outline self = open_outline (AD);

  g_assert_cmpuint (mellow_mark_outline_count_zones (self.outline), ==, 2);
  g_assert_cmpuint (mellow_mark_outline_count_zone (self.outline, PROSE_ZONE_HEADLINE), ==, 1);
  g_assert_cmpuint (mellow_mark_outline_count_zone (self.outline, PROSE_ZONE_BODY), ==, 6);
  mellow_mark_filter_set_zone (self.filter, PROSE_ZONE_BODY);
  assert_rows (self.outline, "only 3 left ×1 at 1, act now ×3 at 2, we are proud ×1 at 3, "
                             "let us down ×1 at 5");
  mellow_mark_filter_set_zone (self.filter, PROSE_ZONE_HEADLINE);
  assert_rows (self.outline, "act now ×1 at 0");
  close_outline (&self);
}

/* A paragraph that becomes a headline takes its marks with it. */
static void
test_zone_of_an_edited_paragraph (void)
{
  Outline self = open_outline ("Act now\n\nOnly 3 left");

  mellow_mark_filter_set_zone (self.filter, PROSE_ZONE_HEADLINE);
  assert_rows (self.outline, "");
  place_cursor (mellow_draft_get_buffer (self.draft), 0);
  type_text (mellow_draft_get_buffer (self.draft), "# ");
  assert_rows (self.outline, "act now ×1 at 0");
  close_outline (&self);
}

static void
test_words (void)
{
  Outline self = open_outline (AD);

  mellow_mark_filter_set_text (self.filter, " NOW ");
  assert_rows (self.outline, "act now ×4 at 0");
  mellow_mark_filter_set_text (self.filter, "ct n");
  assert_rows (self.outline, "act now ×4 at 0");
  mellow_mark_filter_set_text (self.filter, "scarc");
  assert_rows (self.outline, "only 3 left ×1 at 1");
  mellow_mark_filter_set_text (self.filter, "æ");
  assert_rows (self.outline, "");
  mellow_mark_filter_set_text (self.filter, "  ");
  g_assert_false (mellow_mark_filter_is_active (self.filter));
  close_outline (&self);
}

static void
test_typing_under_a_filter (void)
{
  Outline self = open_outline (AD " ");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (self.draft);

  mellow_mark_filter_set_family (self.filter, "scarcity");
  type_keys (buffer, "Act now! Only 5 left! ");
  assert_rows (self.outline, "only 3 left ×1 at 1, only 5 left ×1 at 8");
  type_keys (buffer, "Only 3 left! ");
  assert_rows (self.outline, "only 3 left ×2 at 1, only 5 left ×1 at 8");
  g_assert_cmpuint (mellow_mark_outline_get_n_marks (self.outline), ==, 10);
  close_outline (&self);
}

static void
test_counts (void)
{
  Outline self = open_outline (AD);
  g_autoptr (GArray) families = mellow_mark_outline_list_families (self.outline);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < families->len; i++)
    g_string_append_printf (line, "%s %u ", g_array_index (families, MellowMarkFamily, i).id,
                            g_array_index (families, MellowMarkFamily, i).n_marks);
  g_assert_cmpstr (line->str, ==, "buy-command 4 seller-centred 1 shame 1 scarcity 1 ");
  g_string_free (line, TRUE);
  g_assert_cmpuint (mellow_mark_outline_count_severity (self.outline, PROSE_SEVERITY_PROOF), ==, 1);
  close_outline (&self);
}

/* Round the ends, past what is held back, and within a group. */
static void
test_steps (void)
{
  Outline self = open_outline (AD);

  g_assert_cmpuint (mellow_mark_outline_step (self.outline, -1, 1), ==, 0);
  g_assert_cmpuint (mellow_mark_outline_step (self.outline, 6, 1), ==, 0);
  g_assert_cmpuint (mellow_mark_outline_step (self.outline, 0, -1), ==, 6);
  g_assert_cmpuint (mellow_mark_outline_step_alike (self.outline, 0, 1), ==, 2);
  g_assert_cmpuint (mellow_mark_outline_step_alike (self.outline, 0, -1), ==, 6);
  g_assert_cmpuint (mellow_mark_outline_step_alike (self.outline, 3, 1), ==, 3);
  g_assert_cmpuint (mellow_mark_outline_count_to (self.outline, 4), ==, 5);
  g_assert_cmpuint (mellow_mark_outline_count_alike_to (self.outline, 4), ==, 3);

  mellow_mark_filter_set_family (self.filter, "shame");
  g_assert_cmpuint (mellow_mark_outline_step (self.outline, 0, 1), ==, 5);
  g_assert_cmpuint (mellow_mark_outline_step (self.outline, 5, 1), ==, 5);
  g_assert_cmpuint (mellow_mark_outline_count_to (self.outline, 5), ==, 1);
  mellow_mark_filter_set_text (self.filter, "nothing of it");
  g_assert_cmpuint (mellow_mark_outline_step (self.outline, 5, 1), ==, GTK_INVALID_LIST_POSITION);
  close_outline (&self);
}

static void
test_current (void)
{
  Outline self = open_outline (AD);
  g_autoptr (MellowMarkGroup) group = g_list_model_get_item (G_LIST_MODEL (self.outline), 0);
  g_autoptr (MellowMark) mark = NULL;

  g_assert_cmpuint (mellow_mark_outline_get_place (self.outline, group), ==, 0);
  mellow_mark_outline_set_current (self.outline, 4);
  g_assert_cmpuint (mellow_mark_outline_get_place (self.outline, group), ==, 4);
  mark = mellow_mark_outline_dup_mark (self.outline, group);
  g_assert_cmpstr (mellow_mark_get_phrase (mark), ==, "ACT  NOW");

  mellow_mark_filter_set_zone (self.filter, PROSE_ZONE_HEADLINE);
  g_assert_null (mellow_mark_outline_get_current (self.outline));
  mellow_mark_outline_set_current (self.outline, 4);
  g_assert_null (mellow_mark_outline_get_current (self.outline));
  close_outline (&self);
}

/* A row stays the same item as long as one of its marks is there. */
static void
test_row_outlives_its_first_mark (void)
{
  Outline self = open_outline (AD);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (self.draft);
  g_autoptr (MellowMarkGroup) group = g_list_model_get_item (G_LIST_MODEL (self.outline), 0);
  g_autoptr (MellowMarkGroup) again = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 9);
  gtk_text_buffer_delete (buffer, &start, &end);
  assert_rows (self.outline, "only 3 left ×1 at 0, act now ×3 at 1, we are proud ×1 at 2, "
                             "let us down ×1 at 4");
  again = g_list_model_get_item (G_LIST_MODEL (self.outline), 1);
  g_assert_true (group == again);
  close_outline (&self);
}

/* --- random edits --- */

static void
count_marks (GListModel *marks, guint position, guint removed, guint added, guint *n)
{
  *n += removed + added;
}

static void
count_changes (GListModel *rows, guint position, guint removed, guint added, guint *n)
{
  *n += 1;
}

/* What a list view would show that knows the rows by their signals only. */
static void
follow (GListModel *rows, guint position, guint removed, guint added, GPtrArray *seen)
{
  g_ptr_array_remove_range (seen, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (seen, position + i, g_list_model_get_item (rows, position + i));
}

static void
assert_as_if_made_anew (Outline *self, GPtrArray *seen)
{
  g_autoptr (MellowMarkOutline) anew = create_outline (self->draft, self->filter);
  g_autofree char *expected = outline_to_string (anew);

  assert_rows (self->outline, expected);
  g_assert_cmpuint (seen->len, ==, g_list_model_get_n_items (G_LIST_MODEL (self->outline)));
  for (guint i = 0; i < seen->len; i++) {
    g_autoptr (MellowMarkGroup) group = g_list_model_get_item (G_LIST_MODEL (self->outline), i);
    g_autoptr (MellowMark) mark = mellow_mark_outline_dup_mark (self->outline, group);

    g_assert_true (seen->pdata[i] == group);
    g_assert_cmpuint (mellow_mark_get_position (mark), ==, group->first);
    g_assert_true (mellow_mark_get_rule (mark) == group->rule);
  }
  for (guint zone = 0; zone <= PROSE_ZONE_DESCRIPTION; zone++)
    g_assert_cmpuint (mellow_mark_outline_count_zone (self->outline, zone), ==,
                      mellow_mark_outline_count_zone (anew, zone));
}

static void
filter_at_random (MellowMarkFilter *filter)
{
  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    mellow_mark_filter_set_severity (filter, g_test_rand_int_range (0, 5));
    break;
  case 1:
    mellow_mark_filter_set_family (filter, g_test_rand_bit () ? "scarcity" : "shame");
    break;
  case 2:
    mellow_mark_filter_set_zone (filter, g_test_rand_int_range (0, 3));
    break;
  case 3:
    mellow_mark_filter_set_text (filter, g_test_rand_bit () ? "now" : "3");
    break;
  default:
    mellow_mark_filter_clear (filter);
  }
}

static void
test_random_edits (void)
{
  for (int round = 0; round < 20; round++) {
    Outline self = open_outline ("");
    GtkTextBuffer *buffer = mellow_draft_get_buffer (self.draft);
    GPtrArray *seen = g_ptr_array_new_with_free_func (g_object_unref);

    g_signal_connect (self.outline, "items-changed", G_CALLBACK (follow), seen);
    for (int i = 0; i < 60; i++) {
      if (g_test_rand_int_range (0, 10) == 0)
        filter_at_random (self.filter);
      else if (g_test_rand_int_range (0, 10) == 0)
        type_text (buffer, "\n\n# ");
      else
        edit_at_random (buffer);
      assert_as_if_made_anew (&self, seen);
    }
    g_ptr_array_unref (seen);
    close_outline (&self);
  }
}

/* Nothing is told of an edit that leaves all marks as they are. */
static void
test_quiet_edit (void)
{
  Outline self = open_outline (AD " ");
  guint n = 0;

  g_signal_connect (self.outline, "items-changed", G_CALLBACK (count_marks), &n);
  type_keys (mellow_draft_get_buffer (self.draft), "We hope to see you. ");
  g_assert_cmpuint (n, ==, 0);
  close_outline (&self);
}

/* A text that is opened has its rows in one go, so that a view of them stays at the first. */
static void
test_first_rows (void)
{
  Outline self = open_outline ("");
  guint n = 0;

  g_signal_connect (self.outline, "items-changed", G_CALLBACK (count_changes), &n);
  type_text (mellow_draft_get_buffer (self.draft), AD);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self.outline)), ==, 4);
  g_assert_cmpuint (n, ==, 1);
  close_outline (&self);
}

/* A long text has its rows at once, and no mark but those that are asked for. */
static void
test_many_marks (void)
{
  GString *text = g_string_new (NULL);
  Outline self;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text, "Only %d left, so act now.\n\n", i + 2);
  self = open_outline (text->str);
  g_assert_cmpuint (mellow_mark_outline_get_n_marks (self.outline), ==, 4000);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self.outline)), ==, 2001);
  mellow_mark_filter_set_text (self.filter, "act");
  assert_rows (self.outline, "act now ×2000 at 1");
  mellow_mark_filter_set_text (self.filter, "1999");
  assert_rows (self.outline, "only 1999 left ×1 at 3994");
  close_outline (&self);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mark-outline/alike-marks-are-one-row", test_alike_marks_are_one_row);
  g_test_add_func ("/mark-outline/row-of-a-mark", test_row_of_a_mark);
  g_test_add_func ("/mark-outline/severity", test_severity);
  g_test_add_func ("/mark-outline/family", test_family);
  g_test_add_func ("/mark-outline/zone", test_zone);
  g_test_add_func ("/mark-outline/zone-of-an-edited-paragraph", test_zone_of_an_edited_paragraph);
  g_test_add_func ("/mark-outline/words", test_words);
  g_test_add_func ("/mark-outline/typing-under-a-filter", test_typing_under_a_filter);
  g_test_add_func ("/mark-outline/counts", test_counts);
  g_test_add_func ("/mark-outline/steps", test_steps);
  g_test_add_func ("/mark-outline/current", test_current);
  g_test_add_func ("/mark-outline/row-outlives-its-first-mark", test_row_outlives_its_first_mark);
  g_test_add_func ("/mark-outline/random-edits", test_random_edits);
  g_test_add_func ("/mark-outline/quiet-edit", test_quiet_edit);
  g_test_add_func ("/mark-outline/first-rows", test_first_rows);
  g_test_add_func ("/mark-outline/many-marks", test_many_marks);

  return g_test_run ();
}

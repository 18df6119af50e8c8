/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where somebody is among differences: in the list, at the cursor, from one to the next. */

#include "mellow-parity-walk.h"

typedef struct {
  MellowParityWalk *walk;
  GListStore *findings;
  GString *log;
} Desk;

static void
add (Desk *desk, ProseParityFinding *finding)
{
  g_autoptr (MellowParityItem) item = mellow_parity_item_new (finding);

  g_list_store_append (desk->findings, item);
}

static void
add_words (Desk *desk, ProseParityKind kind, ProseSpan words, ProseSpan unit)
{
  ProseParityFinding *finding = g_new0 (ProseParityFinding, 1);

  finding->kind = kind;
  finding->target = words;
  finding->unit = unit;
  add (desk, finding);
}

static void
add_address (Desk *desk)
{
  static const ProseSpan places[] = { { 60, 64 }, { 80, 84 } };
  ProseParityFinding *finding = g_new0 (ProseParityFinding, 1);

  finding->kind = PROSE_PARITY_ADDRESS_MIXED;
  finding->places = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  g_array_append_vals (finding->places, places, G_N_ELEMENTS (places));
  add (desk, finding);
}

static void
on_chosen (Desk *desk)
{
  g_string_append (desk->log, "chosen ");
}

static void
on_led (Desk *desk)
{
  g_string_append (desk->log, "led ");
}

/* Two units, with two differences in the first, and one that is seen in two others. */
static void
set_up (Desk *desk, const void *unused)
{
  desk->walk = mellow_parity_walk_new ();
  desk->findings = g_list_store_new (MELLOW_TYPE_PARITY_ITEM);
  desk->log = g_string_new (NULL);
  add_words (desk, PROSE_PARITY_QUESTION_TO_COMMAND, (ProseSpan){ 10, 15 }, (ProseSpan){ 5, 20 });
  add_words (desk, PROSE_PARITY_PRESSURE_ADDED, (ProseSpan){ 16, 18 }, (ProseSpan){ 5, 20 });
  add_words (desk, PROSE_PARITY_PRESSURE_ADDED, (ProseSpan){ 40, 45 }, (ProseSpan){ 30, 50 });
  add_address (desk);
  mellow_parity_walk_set_findings (desk->walk, G_LIST_MODEL (desk->findings));
  g_signal_connect_swapped (desk->walk, "chosen", G_CALLBACK (on_chosen), desk);
  g_signal_connect_swapped (desk->walk, "led", G_CALLBACK (on_led), desk);
}

static void
tear_down (Desk *desk, const void *unused)
{
  g_assert_finalize_object (desk->walk);
  g_object_unref (desk->findings);
  g_string_free (desk->log, TRUE);
}

/* Which difference is selected, which of its places is looked at, and which words those
 * are; and what was told on the way there. */
static char *
describe (Desk *desk)
{
  GString *line = g_string_new (NULL);
  guint position = mellow_parity_walk_get_position (desk->walk);
  ProseSpan words;

  if (mellow_parity_walk_find_words (desk->walk, &words))
    g_string_append_printf (line, "%u.%u %u-%u", position,
                            mellow_parity_walk_get_place (desk->walk), words.start, words.end);
  if (desk->log->len > 0)
    g_string_append_printf (line, " %s", g_strchomp (desk->log->str));
  g_string_truncate (desk->log, 0);
  return g_string_free (line, FALSE);
}

#define assert_at(desk, expected)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *at_ = describe (desk);                                                        \
    g_assert_cmpstr (at_, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_nothing_is_selected_at_first (Desk *desk, const void *unused)
{
  g_assert_cmpuint (mellow_parity_walk_get_n_findings (desk->walk), ==, 4);
  g_assert_cmpuint (mellow_parity_walk_get_n_shown (desk->walk), ==, 4);
  g_assert_null (mellow_parity_walk_get_selected (desk->walk));
  assert_at (desk, "");
}

static void
test_through_all_places_and_around (Desk *desk, const void *unused)
{
  mellow_parity_walk_step (desk->walk, 1);
  assert_at (desk, "0.0 10-15 led");
  mellow_parity_walk_step (desk->walk, -1);
  assert_at (desk, "3.1 80-84 led");
  mellow_parity_walk_step (desk->walk, -1);
  assert_at (desk, "3.0 60-64");
  mellow_parity_walk_step (desk->walk, -1);
  assert_at (desk, "2.0 40-45 led");
  mellow_parity_walk_step (desk->walk, 1);
  assert_at (desk, "3.0 60-64 led");
  mellow_parity_walk_step (desk->walk, 1);
  assert_at (desk, "3.1 80-84");
  mellow_parity_walk_step (desk->walk, 1);
  assert_at (desk, "0.0 10-15 led");
}

static void
test_back_from_nowhere (Desk *desk, const void *unused)
{
  mellow_parity_walk_step (desk->walk, -1);
  assert_at (desk, "3.1 80-84 led");
}

static void
test_places_of_one (Desk *desk, const void *unused)
{
  mellow_parity_walk_step_place (desk->walk, 1);
  assert_at (desk, "");
  mellow_parity_walk_follow (desk->walk, 62);
  assert_at (desk, "3.0 60-64 led");
  mellow_parity_walk_step_place (desk->walk, 1);
  assert_at (desk, "3.1 80-84");
  mellow_parity_walk_step_place (desk->walk, 1);
  assert_at (desk, "3.0 60-64");
  mellow_parity_walk_step_place (desk->walk, -1);
  assert_at (desk, "3.1 80-84");
}

/* Its words, else the gravest of the unit; the one that is selected stays if it may. */
static void
test_at_the_cursor (Desk *desk, const void *unused)
{
  mellow_parity_walk_follow (desk->walk, 17);
  assert_at (desk, "1.0 16-18 led");
  mellow_parity_walk_follow (desk->walk, 19);
  assert_at (desk, "1.0 16-18");
  mellow_parity_walk_follow (desk->walk, 10);
  assert_at (desk, "0.0 10-15 led");
  mellow_parity_walk_follow (desk->walk, 31);
  assert_at (desk, "2.0 40-45 led");
  mellow_parity_walk_follow (desk->walk, 6);
  assert_at (desk, "0.0 10-15 led");
  mellow_parity_walk_follow (desk->walk, 84);
  assert_at (desk, "3.1 80-84 led");
  mellow_parity_walk_follow (desk->walk, 25);
  assert_at (desk, "");
}

static void
test_what_is_chosen_is_told_of (Desk *desk, const void *unused)
{
  mellow_parity_walk_follow (desk->walk, 84);
  assert_at (desk, "3.1 80-84 led");
  gtk_single_selection_set_selected (mellow_parity_walk_get_selection (desk->walk), 2);
  assert_at (desk, "2.0 40-45 chosen");
  mellow_parity_walk_select (desk->walk, mellow_parity_walk_get_item (desk->walk, 1));
  assert_at (desk, "1.0 16-18 led");
  g_list_store_remove (desk->findings, 1);
  assert_at (desk, " chosen");
}

static void
test_one_kind (Desk *desk, const void *unused)
{
  g_assert_cmpuint (mellow_parity_walk_count_kind (desk->walk, PROSE_PARITY_PRESSURE_ADDED), ==, 2);
  g_assert_cmpuint (mellow_parity_walk_count_kind (desk->walk, PROSE_PARITY_TOO_LONG), ==, 0);

  mellow_parity_walk_follow (desk->walk, 12);
  mellow_parity_walk_set_kind (desk->walk, PROSE_PARITY_PRESSURE_ADDED);
  g_assert_cmpint (mellow_parity_walk_get_kind (desk->walk), ==, PROSE_PARITY_PRESSURE_ADDED);
  g_assert_cmpuint (mellow_parity_walk_get_n_shown (desk->walk), ==, 2);
  g_assert_cmpuint (mellow_parity_walk_get_n_findings (desk->walk), ==, 4);
  assert_at (desk, " led");
  mellow_parity_walk_step (desk->walk, -1);
  assert_at (desk, "1.0 40-45 led");
  mellow_parity_walk_step (desk->walk, 1);
  assert_at (desk, "0.0 16-18 led");

  mellow_parity_walk_set_kind (desk->walk, PROSE_PARITY_TOO_LONG);
  g_assert_cmpuint (mellow_parity_walk_get_n_shown (desk->walk), ==, 0);
  assert_at (desk, "");
  mellow_parity_walk_set_kind (desk->walk, MELLOW_PARITY_ANY_KIND);
  g_assert_cmpuint (mellow_parity_walk_get_n_shown (desk->walk), ==, 4);
}

static void
test_other_differences (Desk *desk, const void *unused)
{
  g_autoptr (GListStore) others = g_list_store_new (MELLOW_TYPE_PARITY_ITEM);

  mellow_parity_walk_set_kind (desk->walk, PROSE_PARITY_PRESSURE_ADDED);
  mellow_parity_walk_step (desk->walk, 1);
  assert_at (desk, "0.0 16-18 led");
  mellow_parity_walk_set_findings (desk->walk, G_LIST_MODEL (others));
  g_assert_cmpint (mellow_parity_walk_get_kind (desk->walk), ==, MELLOW_PARITY_ANY_KIND);
  assert_at (desk, "");
  mellow_parity_walk_set_findings (desk->walk, NULL);
  g_assert_cmpuint (mellow_parity_walk_get_n_findings (desk->walk), ==, 0);
  g_assert_cmpuint (mellow_parity_walk_count_kind (desk->walk, PROSE_PARITY_PRESSURE_ADDED), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, test) g_test_add ("/parity-walk/" name, Desk, NULL, set_up, test, tear_down)
  add_test ("nothing-is-selected-at-first", test_nothing_is_selected_at_first);
  add_test ("through-all-places-and-around", test_through_all_places_and_around);
  add_test ("back-from-nowhere", test_back_from_nowhere);
  add_test ("places-of-one", test_places_of_one);
  add_test ("at-the-cursor", test_at_the_cursor);
  add_test ("what-is-chosen-is-told-of", test_what_is_chosen_is_told_of);
  add_test ("one-kind", test_one_kind);
  add_test ("other-differences", test_other_differences);
#undef add_test

  return g_test_run ();
}

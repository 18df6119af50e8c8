/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-tone-note.h"

#include "prose-fixture.h"

/* The notes in a line, weak ones with a star: `no-next-step* 1, hedges 2`. */
static char *
notes_to_string (ProseMeasures measures)
{
  g_autoptr (GArray) notes = prose_tone_notes_new (&measures);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++) {
    const ProseToneNote *note = &g_array_index (notes, ProseToneNote, i);

    g_string_append_printf (line, "%s%s%s %d", i > 0 ? ", " : "",
                            prose_tone_note_kind_to_string (note->kind), note->is_weak ? "*" : "",
                            (int)note->count);
  }
  return g_string_free (line, FALSE);
}

#define assert_notes(expected, ...)                                                                \
  assert_string (notes_to_string ((ProseMeasures){ __VA_ARGS__ }), expected)

static void
test_nothing_to_say (void)
{
  assert_notes ("", 0);
  assert_notes ("", .words = 39, .sentences = 4);
  assert_notes ("", .words = 80, .sentences = 8, .reader = 4, .invitations = 1, .questions = 1);
}

static void
test_no_next_step (void)
{
  assert_notes ("no-next-step* 1", .words = 40, .sentences = 4, .reader = 1);
  assert_notes ("", .words = 40, .sentences = 4, .reader = 1, .invitations = 1);
  assert_notes ("", .words = 40, .sentences = 4, .reader = 1, .questions = 1);
}

/* What is told of things is not weak for it; what is told of the seller is. */
static void
test_no_reader (void)
{
  assert_notes ("no-reader 1", .words = 40, .sentences = 4, .questions = 1);
  assert_notes ("no-reader* 1", .words = 40, .sentences = 4, .questions = 1, .seller = 1);
}

static void
test_hedges (void)
{
  assert_notes ("hedges 1", .words = 30, .sentences = 4, .hedged = 1);
  assert_notes ("hedges* 2", .words = 30, .sentences = 6, .hedged = 2);
}

static void
test_questions (void)
{
  assert_notes ("", .words = 30, .sentences = 4, .questions = 2, .stacked_questions = 1);
  assert_notes ("stacked-questions* 3", .words = 30, .sentences = 4, .questions = 3,
                .stacked_questions = 2);
  assert_notes ("stacked-questions 3", .words = 30, .sentences = 4, .questions = 3,
                .stacked_questions = 2, .invitations = 1);
  assert_notes ("", .words = 30, .sentences = 5, .questions = 1);
  assert_notes ("much-asking 2", .words = 30, .sentences = 5, .questions = 2);
}

static void
test_calls (void)
{
  assert_notes ("", .words = 60, .sentences = 6, .reader = 1, .invitations = 3);
  assert_notes ("many-calls 4", .words = 60, .sentences = 6, .reader = 1, .invitations = 4);
  assert_notes ("", .words = 20, .sentences = 2, .invitations = 2);
}

static void
test_exclamations (void)
{
  assert_notes ("", .words = 30, .sentences = 12, .exclamations = 3);
  assert_notes ("many-exclamations 3", .words = 30, .sentences = 11, .exclamations = 3);
  assert_notes ("", .words = 30, .sentences = 1, .exclamations = 2);
}

static void
test_seller (void)
{
  assert_notes ("more-seller 4", .words = 30, .sentences = 4, .seller = 4, .reader = 3);
  assert_notes ("", .words = 30, .sentences = 4, .seller = 4, .reader = 4);
  assert_notes ("", .words = 30, .sentences = 4, .seller = 3);
}

/* One finding, however often: Danish du and De. A third form, to several readers,
 * goes with either. */
static void
test_mixed_address (void)
{
  assert_notes ("mixed-address 2", .words = 30, .sentences = 4, .address = { 9, 2, 0 });
  assert_notes ("", .words = 30, .sentences = 4, .address = { 9, 0, 3 });
  assert_notes ("", .words = 30, .sentences = 4, .address = { 0, 2, 1 });
}

static void
test_weakness (void)
{
  ProseMeasures strong = { .words = 40, .sentences = 4, .reader = 1, .invitations = 1 };
  ProseMeasures weak = { .words = 40, .sentences = 4, .reader = 1 };

  g_assert_false (prose_tone_is_weak (&strong));
  g_assert_true (prose_tone_is_weak (&weak));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/tone-note/" path, function)
  add_test ("nothing-to-say", test_nothing_to_say);
  add_test ("no-next-step", test_no_next_step);
  add_test ("no-reader", test_no_reader);
  add_test ("hedges", test_hedges);
  add_test ("questions", test_questions);
  add_test ("calls", test_calls);
  add_test ("exclamations", test_exclamations);
  add_test ("seller", test_seller);
  add_test ("mixed-address", test_mixed_address);
  add_test ("weakness", test_weakness);
#undef add_test

  return g_test_run ();
}

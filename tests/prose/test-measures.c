/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-measures.h"

#include "prose-fixture.h"

/* Each measure is another number, so that none can stand for another. */
static const ProseMeasures some = {
  .words = 1,
  .sentences = 2,
  .questions = 3,
  .exclamations = 4,
  .long_words = 5,
  .units = 6,
  .facts = 7,
  .reader = 8,
  .seller = 9,
  .address = { 15, 16, 17 },
  .load = { 10, 11, 12 },
  .invitations = 13,
  .unchecked = 14,
};

static void
test_add (void)
{
  ProseMeasures sum = some;

  prose_measures_add (&sum, &some);
  assert_string (measures_to_string (&sum),
                 "2 words, 4 sentences, 6 questions, 8 exclamations, 10 long, 12 units, 14 facts, "
                 "16 reader, 18 seller, 30 address, 32 address, 34 address, 20 pressure, 22 "
                 "warmth, 24 information, 26 invitations, 28 unchecked");
}

/* A new measure has to be added up too: no byte may be left behind. */
static void
test_subtract_leaves_no_trace (void)
{
  ProseMeasures sum = { 0 };
  ProseMeasures none = { 0 };
  gint64 *numbers = (gint64 *)&sum;

  for (guint i = 0; i < sizeof sum / sizeof *numbers; i++)
    numbers[i] = i + 1;
  prose_measures_subtract (&sum, &sum);
  g_assert_cmpmem (&sum, sizeof sum, &none, sizeof none);

  sum = some;
  prose_measures_add (&none, &some);
  g_assert_cmpmem (&sum, sizeof sum, &none, sizeof none);
}

static void
test_the_plural_mixes_with_no_form (void)
{
  ProseMeasures du_and_ihr = { .address = { 5, 0, 4 } };
  ProseMeasures du_and_sie = { .address = { 5, 2, 4 } };

  g_assert_cmpint (prose_measures_count_mixed_address (&du_and_ihr), ==, 0);
  g_assert_cmpint (prose_measures_count_mixed_address (&du_and_sie), ==, 2);
}

static void
test_the_form_of_address_used_most (void)
{
  ProseMeasures measures = { 0 };

  g_assert_cmpuint (prose_measures_get_address (&measures), ==, 0);
  g_assert_cmpuint (prose_measures_get_address (&some), ==, 2);
  measures.address[0] = measures.address[1] = 3;
  g_assert_cmpuint (prose_measures_get_address (&measures), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measures/add", test_add);
  g_test_add_func ("/measures/subtract-leaves-no-trace", test_subtract_leaves_no_trace);
  g_test_add_func ("/measures/the-plural-mixes-with-no-form", test_the_plural_mixes_with_no_form);
  g_test_add_func ("/measures/the-form-of-address-used-most", test_the_form_of_address_used_most);

  return g_test_run ();
}

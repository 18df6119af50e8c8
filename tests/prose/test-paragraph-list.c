/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-paragraph-list.h"

#include <string.h>

#include "prose-fixture.h"

/* A paragraph of some bytes, lines and marks. */
static ProseParagraph *
make_paragraph (const char *text, guint n_marks)
{
  ProseParagraph *paragraph = prose_paragraph_new (text, strlen (text));

  if (n_marks > 0) {
    paragraph->diagnostics = g_array_new (FALSE, TRUE, sizeof (ProseDiagnostic));
    g_array_set_size (paragraph->diagnostics, n_marks);
  }
  return paragraph;
}

static GPtrArray *
make_paragraphs (guint n)
{
  static const char *const texts[] = { "a\n", "æblegrød\r\n\r\n", "no end", "b\rc\u2029", "\n" };
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_paragraph_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (paragraphs,
                     make_paragraph (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))],
                                     g_test_rand_int_range (0, 3)));
  return paragraphs;
}

static guint
get_amount (const ProseParagraph *paragraph, ProseParagraphUnit unit)
{
  switch (unit) {
  case PROSE_PARAGRAPH_BYTES:
    return paragraph->length;
  case PROSE_PARAGRAPH_BREAKS:
    return paragraph->n_breaks;
  case PROSE_PARAGRAPH_DIAGNOSTICS:
    return paragraph->diagnostics != NULL ? paragraph->diagnostics->len : 0;
  case PROSE_PARAGRAPH_COUNT:
  default:
    return 1;
  }
}

static void
test_a_paragraph (void)
{
  g_autoptr (ProseParagraph) paragraph = prose_paragraph_new ("æ\r\nb\rc\u2029d\n", 11);
  g_autoptr (ProseParagraph) part = prose_paragraph_new ("ab\ncd", 3);

  g_assert_cmpuint (paragraph->length, ==, 11);
  g_assert_cmpuint (paragraph->n_breaks, ==, 3);
  g_assert_cmpstr (part->text, ==, "ab\n");
  g_assert_cmpuint (part->n_breaks, ==, 1);
}

static void
test_an_empty_list (void)
{
  g_autoptr (ProseParagraphList) list = prose_paragraph_list_new ();
  g_autoptr (GPtrArray) none = make_paragraphs (0);

  g_assert_cmpuint (prose_paragraph_list_get_sum (list, PROSE_PARAGRAPH_COUNT), ==, 0);
  prose_paragraph_list_insert (list, 0, none);
  g_assert_cmpuint (prose_paragraph_list_get_sum (list, PROSE_PARAGRAPH_BYTES), ==, 0);
}

/* The paragraph that a value lies in, and what comes before it; behind all of
 * them it is the last one. */
static void
assert_finds (ProseParagraphList *list, GPtrArray *plain, ProseParagraphUnit unit, guint value)
{
  ProseParagraphPlace place = prose_paragraph_list_find (list, unit, value);
  guint before[PROSE_PARAGRAPH_N_UNITS] = { 0 };
  guint i = 0;

  for (; i + 1 < plain->len && before[unit] + get_amount (plain->pdata[i], unit) <= value; i++)
    for (guint u = 0; u < PROSE_PARAGRAPH_N_UNITS; u++)
      before[u] += get_amount (plain->pdata[i], u);

  g_assert_true (prose_paragraph_list_get (list, &place) == plain->pdata[i]);
  g_assert_cmpmem (place.before, sizeof before, before, sizeof before);
}

static void
assert_sums (ProseParagraphList *list, GPtrArray *plain)
{
  for (guint unit = 0; unit < PROSE_PARAGRAPH_N_UNITS; unit++) {
    guint sum = 0;

    for (guint i = 0; i < plain->len; i++)
      sum += get_amount (plain->pdata[i], unit);
    g_assert_cmpuint (prose_paragraph_list_get_sum (list, unit), ==, sum);
  }
}

static void
assert_places (ProseParagraphList *list, GPtrArray *plain)
{
  for (guint i = 0; i < 8; i++) {
    ProseParagraphUnit unit = g_test_rand_int_range (0, PROSE_PARAGRAPH_N_UNITS);
    guint sum = prose_paragraph_list_get_sum (list, unit);

    assert_finds (list, plain, unit, g_test_rand_int_range (0, sum + 3));
    assert_finds (list, plain, unit, sum);
  }
}

/* From any paragraph to the next, up to the last. */
static void
assert_walk (ProseParagraphList *list, GPtrArray *plain)
{
  guint from = g_test_rand_int_range (0, plain->len);
  ProseParagraphPlace place = prose_paragraph_list_find (list, PROSE_PARAGRAPH_COUNT, from);

  for (guint i = from; i < plain->len; i++) {
    ProseParagraphPlace found = prose_paragraph_list_find (list, PROSE_PARAGRAPH_COUNT, i);

    g_assert_true (prose_paragraph_list_get (list, &place) == plain->pdata[i]);
    g_assert_cmpmem (&place, sizeof place, &found, sizeof found);
    g_assert_cmpint (prose_paragraph_list_next (list, &place), ==, i + 1 < plain->len);
  }
}

static void
insert_at_random (ProseParagraphList *list, GPtrArray *plain)
{
  g_autoptr (GPtrArray) paragraphs =
      make_paragraphs (g_test_rand_int_range (0, 10) > 0 ? g_test_rand_int_range (0, 5)
                                                         : g_test_rand_int_range (0, 900));
  guint number = g_test_rand_int_range (0, plain->len + 1);

  for (guint i = 0; i < paragraphs->len; i++)
    g_ptr_array_insert (plain, number + i, paragraphs->pdata[i]);
  prose_paragraph_list_insert (list, number, paragraphs);
  g_assert_cmpuint (paragraphs->len, ==, 0);
}

static void
remove_at_random (ProseParagraphList *list, GPtrArray *plain)
{
  guint number = g_test_rand_int_range (0, plain->len + 1);
  guint most = g_test_rand_int_range (0, 10) > 0 ? 5 : 700;
  guint n = g_test_rand_int_range (0, MIN (plain->len - number, most) + 1);
  g_autoptr (GPtrArray) removed = prose_paragraph_list_remove (list, number, n);

  g_assert_cmpuint (removed->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (removed->pdata[i] == plain->pdata[number + i]);
  if (n > 0)
    g_ptr_array_remove_range (plain, number, n);
}

static void
recount_at_random (ProseParagraphList *list, GPtrArray *plain)
{
  guint number = g_test_rand_int_range (0, plain->len);
  ProseParagraphPlace place = prose_paragraph_list_find (list, PROSE_PARAGRAPH_COUNT, number);
  ProseParagraph *paragraph = plain->pdata[number];

  g_clear_pointer (&paragraph->diagnostics, g_array_unref);
  paragraph->diagnostics = g_array_new (FALSE, TRUE, sizeof (ProseDiagnostic));
  g_array_set_size (paragraph->diagnostics, g_test_rand_int_range (1, 9));
  prose_paragraph_list_recount (list, &place);
}

/* What the list says has to agree with a plain array after any changes. */
static void
test_random_changes (void)
{
  g_autoptr (ProseParagraphList) list = prose_paragraph_list_new ();
  g_autoptr (GPtrArray) plain = g_ptr_array_new ();

  for (guint i = 0; i < 1500; i++) {
    if (g_test_rand_int_range (0, 9) < 5 && plain->len < 4000)
      insert_at_random (list, plain);
    else
      remove_at_random (list, plain);
    assert_sums (list, plain);
    if (plain->len == 0)
      continue;
    recount_at_random (list, plain);
    assert_sums (list, plain);
    assert_places (list, plain);
    if (i % 50 == 0)
      assert_walk (list, plain);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paragraph-list/a-paragraph", test_a_paragraph);
  g_test_add_func ("/paragraph-list/an-empty-list", test_an_empty_list);
  g_test_add_func ("/paragraph-list/random-changes", test_random_changes);

  return g_test_run ();
}

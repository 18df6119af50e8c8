/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-span.h"

static const ProseSpan phrase = { 4, 11 };

static void
test_length (void)
{
  g_assert_cmpuint (prose_span_get_length (phrase), ==, 7);
  g_assert_cmpuint (prose_span_get_length ((ProseSpan){ 3, 3 }), ==, 0);
  g_assert_true (prose_span_is_empty ((ProseSpan){ 3, 3 }));
  g_assert_false (prose_span_is_empty (phrase));
}

static void
test_overlap (void)
{
  g_assert_true (prose_span_overlaps (phrase, phrase));
  g_assert_true (prose_span_overlaps (phrase, (ProseSpan){ 10, 20 }));
  g_assert_true (prose_span_overlaps ((ProseSpan){ 0, 5 }, phrase));
  g_assert_true (prose_span_overlaps (phrase, (ProseSpan){ 6, 7 }));
}

static void
test_touching_is_no_overlap (void)
{
  g_assert_false (prose_span_overlaps (phrase, (ProseSpan){ 11, 20 }));
  g_assert_false (prose_span_overlaps ((ProseSpan){ 0, 4 }, phrase));
}

static void
test_containment (void)
{
  g_assert_true (prose_span_contains (phrase, phrase));
  g_assert_true (prose_span_contains (phrase, (ProseSpan){ 4, 5 }));
  g_assert_true (prose_span_contains (phrase, (ProseSpan){ 11, 11 }));
  g_assert_false (prose_span_contains (phrase, (ProseSpan){ 3, 5 }));
  g_assert_false (prose_span_contains (phrase, (ProseSpan){ 10, 12 }));
}

static void
test_shift (void)
{
  ProseSpan moved = prose_span_shift (phrase, 100);

  g_assert_cmpuint (moved.start, ==, 104);
  g_assert_cmpuint (moved.end, ==, 111);
}

static void
assert_span (ProseSpan span, guint start, guint end)
{
  g_assert_cmpuint (span.start, ==, start);
  g_assert_cmpuint (span.end, ==, end);
}

/* What is typed at an edge is not part of it. */
static void
test_after_insert (void)
{
  assert_span (prose_span_after_insert (phrase, 2, 3), 7, 14);
  assert_span (prose_span_after_insert (phrase, 4, 3), 7, 14);
  assert_span (prose_span_after_insert (phrase, 5, 3), 4, 14);
  assert_span (prose_span_after_insert (phrase, 11, 3), 4, 11);
  assert_span (prose_span_after_insert (phrase, 12, 3), 4, 11);
}

static void
test_after_delete (void)
{
  assert_span (prose_span_after_delete (phrase, (ProseSpan){ 0, 2 }), 2, 9);
  assert_span (prose_span_after_delete (phrase, (ProseSpan){ 2, 6 }), 2, 7);
  assert_span (prose_span_after_delete (phrase, (ProseSpan){ 5, 7 }), 4, 9);
  assert_span (prose_span_after_delete (phrase, (ProseSpan){ 9, 20 }), 4, 9);
  assert_span (prose_span_after_delete (phrase, (ProseSpan){ 11, 20 }), 4, 11);
  assert_span (prose_span_after_delete (phrase, (ProseSpan){ 1, 20 }), 1, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/length", test_length);
  g_test_add_func ("/span/overlap", test_overlap);
  g_test_add_func ("/span/touching-is-no-overlap", test_touching_is_no_overlap);
  g_test_add_func ("/span/containment", test_containment);
  g_test_add_func ("/span/shift", test_shift);
  g_test_add_func ("/span/after-insert", test_after_insert);
  g_test_add_func ("/span/after-delete", test_after_delete);

  return g_test_run ();
}

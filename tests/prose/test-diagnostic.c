/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-diagnostic.h"

#include "prose-fixture.h"

static void
test_shift_moves_all_places (void)
{
  ProseDiagnostic diagnostic = {
    .span = { 4, 11 },
    .sentence = { 2, 20 },
    .load = 600,
    .captures = { { 5, 6 }, { 0, 0 } },
  };
  ProseDiagnostic moved = prose_diagnostic_shift (diagnostic, 100);

  g_assert_cmpuint (moved.span.start, ==, 104);
  g_assert_cmpuint (moved.span.end, ==, 111);
  g_assert_cmpuint (moved.sentence.start, ==, 102);
  g_assert_cmpuint (moved.sentence.end, ==, 120);
  g_assert_cmpuint (moved.captures[0].start, ==, 105);
  g_assert_cmpuint (moved.captures[0].end, ==, 106);
  g_assert_true (prose_span_is_empty (moved.captures[1]));
  g_assert_cmpuint (moved.load, ==, 600);
  g_assert_cmpuint (diagnostic.span.start, ==, 4);
}

static void
test_notation (void)
{
  g_autoptr (ProseRule) rule = make_rule ("urgency.act-now", "act now", NULL);
  g_autoptr (ProseRule) danish = make_rule ("hast.køb-nu", "køb nu", NULL);
  g_autoptr (GArray) diagnostics = g_array_new (FALSE, TRUE, sizeof (ProseDiagnostic));
  ProseDiagnostic first = { .span = { 0, 7 }, .rule = rule };
  ProseDiagnostic second = { .span = { 9, 16 }, .rule = danish };

  assert_string (prose_diagnostics_to_string (diagnostics), "");
  g_array_append_val (diagnostics, first);
  assert_string (prose_diagnostics_to_string (diagnostics), "0-7 urgency.act-now");
  g_array_append_val (diagnostics, second);
  assert_string (prose_diagnostics_to_string (diagnostics),
                 "0-7 urgency.act-now, 9-16 hast.køb-nu");
}

static void
test_order (void)
{
  ProseDiagnostic early = { .span = { 4, 40 } };
  ProseDiagnostic late = { .span = { 5, 6 } };

  g_assert_cmpint (prose_diagnostic_compare_places (&early, &late), <, 0);
  g_assert_cmpint (prose_diagnostic_compare_places (&late, &early), >, 0);
  g_assert_cmpint (prose_diagnostic_compare_places (&late, &late), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diagnostic/shift-moves-all-places", test_shift_moves_all_places);
  g_test_add_func ("/diagnostic/order", test_order);
  g_test_add_func ("/diagnostic/notation", test_notation);

  return g_test_run ();
}

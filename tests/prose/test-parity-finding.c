/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prose-fixture.h"

static void
test_kinds (void)
{
  for (ProseParityKind kind = 0; kind < PROSE_N_PARITY_KINDS; kind++) {
    g_autoptr (ProseParityFinding) finding = prose_parity_finding_new (kind, NULL, "a", "b");

    g_assert_nonnull (prose_parity_kind_to_string (kind));
    g_assert_cmpuint (finding->weight, >, 0);
  }
  g_assert_cmpstr (prose_parity_kind_to_string (PROSE_PARITY_TOO_LONG), ==, "too-long");
}

static char *
dup_key (ProseParityKind kind, const char *family, const char *source, const char *target)
{
  g_autoptr (ProseParityFinding) finding = prose_parity_finding_new (kind, family, source, target);

  return g_strdup (finding->key);
}

/* Files of people keep keys: they are to stay as they are. */
static void
test_key (void)
{
  g_autofree char *key = dup_key (PROSE_PARITY_WARMTH_LOST, "worry", "Æ", "Ø");
  g_autofree char *family = dup_key (PROSE_PARITY_WARMTH_LOST, NULL, "Æ", "Ø");
  g_autofree char *kind = dup_key (PROSE_PARITY_TOO_LONG, "worry", "Æ", "Ø");
  g_autofree char *text = dup_key (PROSE_PARITY_WARMTH_LOST, "worry", "Æ", "O");

  g_assert_cmpstr (key, ==, "ad1219981d51966744575978");
  g_assert_cmpstr (key, !=, family);
  g_assert_cmpstr (key, !=, kind);
  g_assert_cmpstr (key, !=, text);
}

static void
test_order (void)
{
  g_autoptr (ProseParityFinding) command =
      prose_parity_finding_new (PROSE_PARITY_QUESTION_TO_COMMAND, NULL, "a", "b");
  g_autoptr (ProseParityFinding) warmth =
      prose_parity_finding_new (PROSE_PARITY_WARMTH_LOST, NULL, "a", "b");
  g_autoptr (ProseParityFinding) later =
      prose_parity_finding_new (PROSE_PARITY_WARMTH_LOST, NULL, "c", "d");

  later->target = (ProseSpan){ 4, 5 };
  g_assert_cmpint (prose_parity_finding_compare (command, warmth), <, 0);
  g_assert_cmpint (prose_parity_finding_compare (warmth, later), <, 0);
  g_assert_cmpint (prose_parity_finding_compare (later, warmth), >, 0);
  g_assert_cmpint (prose_parity_finding_compare (later, later), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parity-finding/kinds", test_kinds);
  g_test_add_func ("/parity-finding/key", test_key);
  g_test_add_func ("/parity-finding/order", test_order);

  return g_test_run ();
}

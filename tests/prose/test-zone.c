/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-zone.h"

static void
test_names_lead_there_and_back (void)
{
  for (guint i = PROSE_ZONE_ANY; i <= PROSE_ZONE_FINE_PRINT; i++) {
    ProseZone zone = PROSE_ZONE_FINE_PRINT + 1;

    g_assert_true (prose_zone_from_string (prose_zone_to_string (i), &zone));
    g_assert_cmpuint (zone, ==, i);
  }
}

static void
test_names (void)
{
  g_assert_cmpstr (prose_zone_to_string (PROSE_ZONE_HEADLINE), ==, "headline");
  g_assert_cmpstr (prose_zone_to_string (PROSE_ZONE_FINE_PRINT), ==, "fine-print");
}

static void
test_unknown_names (void)
{
  ProseZone zone = PROSE_ZONE_BUTTON;

  g_assert_false (prose_zone_from_string ("overskrift", &zone));
  g_assert_false (prose_zone_from_string ("Headline", &zone));
  g_assert_false (prose_zone_from_string ("", &zone));
  g_assert_false (prose_zone_from_string (NULL, &zone));
  g_assert_cmpuint (zone, ==, PROSE_ZONE_BUTTON);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/names-lead-there-and-back", test_names_lead_there_and_back);
  g_test_add_func ("/zone/names", test_names);
  g_test_add_func ("/zone/unknown-names", test_unknown_names);

  return g_test_run ();
}

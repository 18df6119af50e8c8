/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-zone.h"

#include <string.h>

static void
test_names_lead_there_and_back (void)
{
  for (guint i = PROSE_ZONE_ANY; i <= PROSE_ZONE_DESCRIPTION; i++) {
    ProseZone zone = PROSE_ZONE_DESCRIPTION + 1;

    g_assert_true (prose_zone_from_string (prose_zone_to_string (i), &zone));
    g_assert_cmpuint (zone, ==, i);
  }
}

static void
test_names (void)
{
  g_assert_cmpstr (prose_zone_to_string (PROSE_ZONE_HEADLINE), ==, "headline");
  g_assert_cmpstr (prose_zone_to_string (PROSE_ZONE_FINE_PRINT), ==, "fine-print");
  g_assert_cmpstr (prose_zone_to_string (PROSE_ZONE_DESCRIPTION), ==, "description");
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

static ProseZone
get_zone (const char *text)
{
  return prose_zone_of_paragraph (text, strlen (text));
}

static void
test_subjects (void)
{
  g_assert_cmpint (get_zone ("Subject: Last chance\n"), ==, PROSE_ZONE_SUBJECT);
  g_assert_cmpint (get_zone ("EMNE: Sidste chance"), ==, PROSE_ZONE_SUBJECT);
  g_assert_cmpint (get_zone ("Ämne: æbler"), ==, PROSE_ZONE_SUBJECT);
  g_assert_cmpint (get_zone ("Subjects: art, history"), ==, PROSE_ZONE_BODY);
  g_assert_cmpint (get_zone ("The subject: art"), ==, PROSE_ZONE_BODY);
}

static void
test_headlines (void)
{
  g_assert_cmpint (get_zone ("# Kaffe"), ==, PROSE_ZONE_HEADLINE);
  g_assert_cmpint (get_zone ("### Kaffe\n"), ==, PROSE_ZONE_HEADLINE);
  g_assert_cmpint (get_zone ("#kaffe"), ==, PROSE_ZONE_BODY);
  g_assert_cmpint (get_zone ("####### Kaffe"), ==, PROSE_ZONE_BODY);
  g_assert_cmpint (get_zone ("#"), ==, PROSE_ZONE_BODY);
}

static void
test_buttons (void)
{
  g_assert_cmpint (get_zone ("[Buy]"), ==, PROSE_ZONE_BUTTON);
  g_assert_cmpint (get_zone ("  [Kig på øl]\n"), ==, PROSE_ZONE_BUTTON);
  g_assert_cmpint (get_zone ("[Now in blue]"), ==, PROSE_ZONE_BUTTON);
  g_assert_cmpint (get_zone ("[see](https://example.dk)"), ==, PROSE_ZONE_BODY);
  g_assert_cmpint (get_zone ("[a] and [b]"), ==, PROSE_ZONE_BODY);
  g_assert_cmpint (get_zone ("[ ]"), ==, PROSE_ZONE_BODY);
  g_assert_cmpint (get_zone (""), ==, PROSE_ZONE_BODY);
}

static void
test_labels_that_decline (void)
{
  g_assert_cmpint (get_zone ("[No thanks, I like paying full price]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[Nej, jeg betaler gerne for meget]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[Måske senere]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[No]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[Vielleicht später]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[Kanske senare, tack]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[Hopp over]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[Peut-être plus tard]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[Ahora no]"), ==, PROSE_ZONE_DECLINE);
  g_assert_cmpint (get_zone ("[Passer commande]"), ==, PROSE_ZONE_BUTTON);
  g_assert_cmpint (get_zone ("No thanks"), ==, PROSE_ZONE_BODY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/names-lead-there-and-back", test_names_lead_there_and_back);
  g_test_add_func ("/zone/names", test_names);
  g_test_add_func ("/zone/unknown-names", test_unknown_names);
  g_test_add_func ("/zone/subjects", test_subjects);
  g_test_add_func ("/zone/headlines", test_headlines);
  g_test_add_func ("/zone/buttons", test_buttons);
  g_test_add_func ("/zone/labels-that-decline", test_labels_that_decline);

  return g_test_run ();
}

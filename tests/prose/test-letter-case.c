/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-letter-case.h"

#include <string.h>

#include "prose-fixture.h"

static gboolean
is_in_capitals (const char *text)
{
  return prose_is_in_capitals (text, strlen (text));
}

static gboolean
is_in_title_case (const char *text)
{
  return prose_is_in_title_case (text, strlen (text));
}

static void
test_capitals (void)
{
  g_assert_true (is_in_capitals ("ÅBEN NU, KL. 9"));
  g_assert_false (is_in_capitals ("Åben NU"));
  g_assert_false (is_in_capitals ("A 9"));
  g_assert_false (is_in_capitals (""));
  g_assert_true (prose_is_in_capitals ("NU eller", 2));
}

static void
test_title_case (void)
{
  g_assert_true (is_in_title_case ("Take a Look at the Øre Lamp"));
  g_assert_false (is_in_title_case ("Take a look at the Lamp"));
  g_assert_false (is_in_title_case ("Act Now"));
  g_assert_false (is_in_title_case ("Delivery Thursday or Saturday"));
  g_assert_false (is_in_title_case ("TAKE A LOOK"));
}

static void
test_starts (void)
{
  assert_string (prose_with_upper_start ("øl er klar"), "Øl er klar");
  assert_string (prose_with_lower_start ("Øl er klar"), "øl er klar");
  assert_string (prose_with_upper_start (""), "");
  assert_string (prose_with_upper_start ("3 lamps"), "3 lamps");
}

static void
test_to_title_case (void)
{
  assert_string (prose_to_title_case ("take a look at the øre lamp"),
                 "Take a Look at the Øre Lamp");
  assert_string (prose_to_title_case ("a lamp"), "A Lamp");
  assert_string (prose_to_title_case (""), "");
}

static void
test_to_calm_case (void)
{
  g_autoptr (ProseLexicon) lexicon =
      read_lexicon ("language: en\nlists: { names: [monday, øland, i'm], initials: [tv] }\n");

  assert_string (prose_to_calm_case ("TV ON MONDAY, ØLAND!", lexicon), "TV on Monday, Øland!");
  assert_string (prose_to_calm_case ("I'M HERE – I’M HERE", lexicon), "I'm here – I’m here");
  assert_string (prose_to_calm_case ("TVS", lexicon), "tvs");
  assert_string (prose_to_calm_case ("", lexicon), "");
}

/* Where nouns have a capital, what is no small word keeps it. */
static void
test_to_calm_case_with_nouns (void)
{
  g_autoptr (ProseLexicon) lexicon =
      read_lexicon ("language: de\n"
                    "lists: { options: [noun-capitals], common: [nur, noch, auf], "
                    "numbers: [drei], names: [sie] }\n"
                    "words:\n"
                    "  - { class: verb, forms: [infinitive], entries: [kaufen] }\n"
                    "  - { class: noun, forms: [singular, plural], entries: [lampe lampen] }\n");

  assert_string (prose_to_calm_case ("NUR NOCH DREI STEHLAMPEN AUF LAGER", lexicon),
                 "nur noch drei Stehlampen auf Lager");
  assert_string (prose_to_calm_case ("KAUFEN SIE GÜNSTIG", lexicon), "kaufen Sie günstig");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letter-case/capitals", test_capitals);
  g_test_add_func ("/letter-case/title-case", test_title_case);
  g_test_add_func ("/letter-case/starts", test_starts);
  g_test_add_func ("/letter-case/to-title-case", test_to_title_case);
  g_test_add_func ("/letter-case/to-calm-case", test_to_calm_case);
  g_test_add_func ("/letter-case/to-calm-case-with-nouns", test_to_calm_case_with_nouns);

  return g_test_run ();
}

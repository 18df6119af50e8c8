/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-article.h"

#include "prose-fixture.h"

static char *
correct (const char *text)
{
  g_autoptr (GString) string = g_string_new (text);

  prose_correct_articles (string);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_before_a_vowel (void)
{
  assert_string (correct ("take a apple"), "take an apple");
  assert_string (correct ("A offer and a idea"), "An offer and an idea");
  assert_string (correct ("an offer"), "an offer");
}

static void
test_before_a_consonant (void)
{
  assert_string (correct ("take an lamp"), "take a lamp");
  assert_string (correct ("An lamp"), "A lamp");
  assert_string (correct ("a lamp"), "a lamp");
}

static void
test_sound_is_not_spelling (void)
{
  assert_string (correct ("a hour, a honest heir"), "an hour, an honest heir");
  assert_string (correct ("an unique, an useful, an one-off"), "a unique, a useful, a one-off");
  assert_string (correct ("an European unit"), "a European unit");
  assert_string (correct ("a house"), "a house");
}

static void
test_un_is_not_uni (void)
{
  assert_string (correct ("a uninterrupted night"), "an uninterrupted night");
  assert_string (correct ("an unimportant detail"), "an unimportant detail");
  assert_string (correct ("a unidentified sound"), "an unidentified sound");
}

static void
test_numbers (void)
{
  assert_string (correct ("a 8-inch pan, a 80 cm board"), "an 8-inch pan, an 80 cm board");
  assert_string (correct ("a 11 or a 18 or a 11,000"), "an 11 or an 18 or an 11,000");
  assert_string (correct ("an 110 g bar, an 7"), "a 110 g bar, a 7");
  assert_string (correct ("a 180 g bar"), "a 180 g bar");
}

/* Short names in capitals are spelled out. */
static void
test_letters (void)
{
  assert_string (correct ("a LED lamp, a HD screen"), "an LED lamp, an HD screen");
  assert_string (correct ("an USB cable, an UK plug"), "a USB cable, a UK plug");
  assert_string (correct ("an MP3 player, an FM radio"), "an MP3 player, an FM radio");
  assert_string (correct ("an LAMP"), "a LAMP");
}

static void
test_other_words_stay (void)
{
  assert_string (correct ("Japan offers: papa eats"), "Japan offers: papa eats");
  assert_string (correct ("vitamin A oil"), "vitamin A oil");
  assert_string (correct ("what a"), "what a");
  assert_string (correct ("It is. A offer"), "It is. An offer");
  assert_string (correct ("a "), "a ");
  assert_string (correct (""), "");
}

static void
test_beyond_ascii (void)
{
  assert_string (correct ("a øl on a oak table"), "a øl on an oak table");
  assert_string (correct ("an “offer” or a “idea”"), "an “offer” or an “idea”");
  assert_string (correct ("an éclair"), "an éclair");
  assert_string (correct ("é a apple"), "é an apple");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article/before-a-vowel", test_before_a_vowel);
  g_test_add_func ("/article/before-a-consonant", test_before_a_consonant);
  g_test_add_func ("/article/sound-is-not-spelling", test_sound_is_not_spelling);
  g_test_add_func ("/article/un-is-not-uni", test_un_is_not_uni);
  g_test_add_func ("/article/numbers", test_numbers);
  g_test_add_func ("/article/letters", test_letters);
  g_test_add_func ("/article/other-words-stay", test_other_words_stay);
  g_test_add_func ("/article/beyond-ascii", test_beyond_ascii);

  return g_test_run ();
}

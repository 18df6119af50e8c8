/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-copy.h"

#include <string.h>

#include "prose-fixture.h"

/* Reads a page in small: <tags> are gaps, & is an entity `&;` that stands for “æ”. */
static ProseCopy *
read_copy (const char *page)
{
  ProseCopy *copy = prose_copy_new ();

  for (guint i = 0; page[i] != '\0';) {
    guint start = i;

    if (page[i] == '<') {
      i += strcspn (page + i, ">") + 1;
    } else if (page[i] == '&') {
      i += 2;
      prose_copy_append_replaced (copy, "æ", (ProseSpan){ start, i }, PROSE_ESCAPE_MARKUP);
    } else {
      i += strcspn (page + i, "<&");
      prose_copy_append (copy, page, (ProseSpan){ start, i }, PROSE_ESCAPE_MARKUP);
    }
  }
  return copy;
}

static char *
slice (const char *text, ProseSpan span)
{
  return g_strndup (text + span.start, prose_span_get_length (span));
}

static ProseSpan
find (const char *text, const char *part)
{
  const char *found = strstr (text, part);

  g_assert_nonnull (found);
  return (ProseSpan){ found - text, found - text + strlen (part) };
}

/* What in the page stands for a part of its copy, and back. */
static void
assert_stands_for (const char *page, const char *part, const char *expected)
{
  g_autoptr (ProseCopy) copy = read_copy (page);
  ProseSpan span = find (prose_copy_get_text (copy), part);
  ProseSpan source = prose_copy_to_source (copy, span);
  ProseSpan back = prose_copy_from_source (copy, source);

  assert_string (slice (page, source), expected);
  assert_string (slice (prose_copy_get_text (copy), back), part);
}

static void
test_reading (void)
{
  g_autoptr (ProseCopy) copy = read_copy ("Only <b>3</b> l&;ft");
  g_autoptr (ProseCopy) nothing = read_copy ("<br>");

  g_assert_cmpstr (prose_copy_get_text (copy), ==, "Only 3 læft");
  g_assert_cmpuint (prose_copy_get_length (copy), ==, 12);
  g_assert_cmpuint (prose_copy_get_n_runs (copy), ==, 5);
  g_assert_cmpuint (prose_copy_get_source (copy).end, ==, 19);
  g_assert_true (prose_copy_is_blank (nothing));
  g_assert_cmpuint (prose_copy_get_n_runs (nothing), ==, 0);
  g_assert_cmpuint (prose_copy_get_source (nothing).end, ==, 0);
}

static void
test_there_and_back (void)
{
  assert_stands_for ("Only <b>3</b> left", "Only 3 left", "Only <b>3</b> left");
  assert_stands_for ("Only <b>3</b> left", "Only ", "Only ");
  assert_stands_for ("Only <b>3</b> left", "3", "3");
  assert_stands_for ("Only <b>3</b> left", " left", " left");
  assert_stands_for ("K&;re <i>b&;rn</i>", "ære bær", "&;re <i>b&;r");
  assert_stands_for ("K&;re", "æ", "&;");
}

/* A place within markup is the place of the copy that it stands at. */
static void
test_places_in_markup (void)
{
  g_autoptr (ProseCopy) copy = read_copy ("a<b>c&;");

  g_assert_cmpuint (prose_copy_from_source (copy, (ProseSpan){ 2, 3 }).start, ==, 1);
  g_assert_cmpuint (prose_copy_from_source (copy, (ProseSpan){ 2, 3 }).end, ==, 1);
  g_assert_cmpuint (prose_copy_from_source (copy, (ProseSpan){ 6, 7 }).start, ==, 2);
  g_assert_cmpuint (prose_copy_from_source (copy, (ProseSpan){ 6, 7 }).end, ==, 4);
  g_assert_cmpuint (prose_copy_from_source (copy, (ProseSpan){ 50, 60 }).start, ==, 4);
}

static void
assert_trimmed (const char *page, const char *text, const char *source)
{
  g_autoptr (ProseCopy) copy = read_copy (page);

  prose_copy_trim (copy);
  g_assert_cmpstr (prose_copy_get_text (copy), ==, text);
  assert_string (slice (page, prose_copy_get_source (copy)), source);
}

static void
test_trimming (void)
{
  assert_trimmed (" \n<b> x y </b> ", "x y", "x y");
  assert_trimmed ("&;", "æ", "&;");
  assert_trimmed (" <b> </b> ", "", "");
  assert_trimmed ("", "", "");
}

static void
test_shifting (void)
{
  g_autoptr (ProseCopy) copy = read_copy ("a<b>c");

  prose_copy_shift (copy, 10);
  g_assert_cmpuint (prose_copy_to_source (copy, (ProseSpan){ 1, 2 }).start, ==, 14);
  g_assert_cmpuint (prose_copy_from_source (copy, (ProseSpan){ 14, 15 }).end, ==, 2);
}

/* What becomes of a page when its reader is to see new in the place of old. */
static char *
rewrite (const char *page, const char *old, const char *new)
{
  g_autoptr (ProseCopy) copy = read_copy (page);
  ProseSpan span = find (prose_copy_get_text (copy), old);
  g_autofree char *text = NULL;
  ProseSpan source;

  text = prose_copy_rewrite (copy, page, span, new, &source);
  return text != NULL ? g_strdup_printf ("%.*s%s%s", source.start, page, text, page + source.end)
                      : NULL;
}

static void
test_rewriting (void)
{
  assert_string (rewrite ("So act now!", "act now", "have a look"), "So have a look!");
  assert_string (rewrite ("<p>Act now!</p>", "Act now!", "Take R&D <3."),
                 "<p>Take R&amp;D &lt;3.</p>");
  assert_string (rewrite ("B&;r act now!", "act now", "bær"), "B&;r bær!");
  assert_string (rewrite ("Very, very good", "Very, very ", ""), "good");
  assert_string (rewrite ("Act now", "", "Please: "), "Please: Act now");
}

static void
test_rewriting_keeps_markup (void)
{
  assert_string (rewrite ("Only <b>3</b> left!", "Only 3 left", "3 in stock"),
                 "<b>3</b> in stock!");
  assert_string (rewrite ("Only <b>3 sofas</b> left", "Only 3 sofas left", "We have 3 sofas"),
                 "We have <b>3 sofas</b>");
  assert_string (rewrite ("So <b>act now</b>, friend", "act now", "have a look"),
                 "So <b>have a look</b>, friend");
  assert_string (rewrite ("<i>B&;r</i> now", "Bær now", "Bær today"), "<i>B&;r</i> today");
}

/* Among words that go there is no place for markup to stay. */
static void
test_rewriting_is_withheld (void)
{
  g_assert_null (rewrite ("Act <b>now</b>!", "Act now", "Take your time"));
  g_assert_null (rewrite ("Act now, <br>or never", "now, or never", "when you like"));
}

/* The quotes between the lines of a string are no markup. */
static void
test_strings_are_joined (void)
{
  const char *source_text = "\"Act \"\n\"now!\"";
  g_autoptr (ProseCopy) copy = prose_copy_new ();
  g_autofree char *text = NULL;
  ProseSpan source;

  prose_copy_append (copy, source_text, (ProseSpan){ 1, 5 }, PROSE_ESCAPE_STRING);
  prose_copy_append (copy, source_text, (ProseSpan){ 8, 12 }, PROSE_ESCAPE_STRING);
  text = prose_copy_rewrite (copy, source_text, (ProseSpan){ 0, 8 }, "A \"look\"\n", &source);
  g_assert_cmpstr (text, ==, "A \\\"look\\\"\\n");
  g_assert_cmpuint (source.start, ==, 1);
  g_assert_cmpuint (source.end, ==, 12);
}

/* Whatever is written, the reader sees what was wanted, and all tags are there. */
static void
test_any_rewriting (void)
{
  static const char *const words[] = { "act", "now", "&;", "3", "<b>", "</b>", " ", "left", "," };

  for (guint n = 0; n < 2000; n++) {
    g_autoptr (GString) page = g_string_new ("^");
    g_autoptr (GString) new = g_string_new (NULL);
    g_autoptr (ProseCopy) copy = NULL;
    g_autofree char *text = NULL, *after = NULL;
    g_autoptr (ProseCopy) copy_after = NULL;
    ProseSpan span, source;

    for (int i = g_test_rand_int_range (1, 12); i > 0; i--)
      g_string_append (page, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
      g_string_append (new, words[g_test_rand_int_range (6, G_N_ELEMENTS (words))]);
    copy = read_copy (page->str);
    span = (ProseSpan){ 1, prose_copy_get_length (copy) };
    text = prose_copy_rewrite (copy, page->str, span, new->str, &source);
    if (text == NULL)
      continue;

    after = g_strdup_printf ("%.*s%s%s", source.start, page->str, text, page->str + source.end);
    copy_after = read_copy (after);
    g_assert_cmpstr (prose_copy_get_text (copy_after) + 1, ==, new->str);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy/reading", test_reading);
  g_test_add_func ("/copy/there-and-back", test_there_and_back);
  g_test_add_func ("/copy/places-in-markup", test_places_in_markup);
  g_test_add_func ("/copy/trimming", test_trimming);
  g_test_add_func ("/copy/shifting", test_shifting);
  g_test_add_func ("/copy/rewriting", test_rewriting);
  g_test_add_func ("/copy/rewriting-keeps-markup", test_rewriting_keeps_markup);
  g_test_add_func ("/copy/rewriting-is-withheld", test_rewriting_is_withheld);
  g_test_add_func ("/copy/strings-are-joined", test_strings_are_joined);
  g_test_add_func ("/copy/any-rewriting", test_any_rewriting);

  return g_test_run ();
}

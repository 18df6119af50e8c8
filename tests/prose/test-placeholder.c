/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-placeholder.h"

#include "prose-fixture.h"

static char *
list (const char *text)
{
  g_auto (GStrv) placeholders = prose_placeholders_list (text);

  return g_strjoinv (" ", placeholders);
}

/* What is wrong: `-%d` is missing, `+%s 4-6` is too much. */
static char *
compare (const char *source, const char *target)
{
  g_autoptr (GPtrArray) faults = prose_placeholders_compare (source, target);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++) {
    const ProsePlaceholderFault *fault = faults->pdata[i];

    g_string_append (string, i > 0 ? ", " : "");
    if (fault->kind == PROSE_PLACEHOLDER_MISSING)
      g_string_append_printf (string, "-%s", fault->placeholder);
    else
      g_string_append_printf (string, "+%s %u-%u", fault->placeholder, fault->span.start,
                              fault->span.end);
  }
  return g_string_free (string, FALSE);
}

#define assert_list(text, expected) assert_string (list (text), expected)
#define assert_faults(source, target, expected) assert_string (compare (source, target), expected)

static void
test_list (void)
{
  assert_list ("%d of %1$s, %5.2f%% %lu", "%d %1$s %5.2f %lu");
  assert_list ("%(name)s %(n)d %{x} %1 %n", "%(name)s %(n)d %{x} %1 %n");
  assert_list ("{0} {name} {name:.2f} {d, date} {{x}} {{{y}}} ${z}",
               "{0} {name} {name:.2f} {d, date} {{x}} {{{y}}} ${z}");
  assert_list ("{n, plural, one {# dag} other {# dage}}", "{n");
  assert_list ("<b>a</b> <br/> <a href=\"x\">b</a>", "<b> </b> <br> <a> </a>");
}

static void
test_what_is_none (void)
{
  assert_list ("50 % sale, 100%", "");
  assert_list ("100%% dansk", "");
  assert_list ("a < b, <mail@example.dk>, {}, { a }, $5, {æ ø", "");
  assert_list ("%", "");
  assert_list ("%(", "");
  assert_list ("{{", "");
  assert_list ("<b", "");
}

static void
test_faults (void)
{
  assert_faults ("%d days", "%d dage", "");
  assert_faults ("%d days", "dage", "-%d");
  assert_faults ("Dear {name}", "Kære {navn}", "-{name}, +{navn} 6-12");
  assert_faults ("%s", "%s %s", "+%s 3-5");
  assert_faults ("{a} {a}", "{a}", "-{a}");
  assert_faults ("<a href='en'>x</a>", "<a href='da'>x", "-</a>");
}

static void
test_positions (void)
{
  assert_faults ("%s of %d", "%2$d af %1$s", "");
  assert_faults ("%1$s of %2$s", "%1$s af %1$s", "-%2$s, +%1$s 8-12");
  assert_faults ("%s of %d", "%2$s af %1$s", "-%d, +%s 8-12");
}

static void
test_keys (void)
{
  assert_faults ("_File", "_Filer", "");
  assert_faults ("_File", "Filer", "-_");
  assert_faults ("&File", "Fi&ler", "");
  assert_faults ("&File", "Filer", "-&");
  assert_faults ("&File", "文件(&F)", "");
  assert_faults ("File", "_Filer", "+_ 0-1");
  assert_faults ("R&D", "F og U", "");
  assert_faults ("{first_name}", "{first_name}", "");
  assert_faults ("A &amp; B", "A og B", "");
  assert_faults ("snake_case and more words, so many that it is a sentence and no label", "slange",
                 "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/placeholder/list", test_list);
  g_test_add_func ("/placeholder/what-is-none", test_what_is_none);
  g_test_add_func ("/placeholder/faults", test_faults);
  g_test_add_func ("/placeholder/positions", test_positions);
  g_test_add_func ("/placeholder/keys", test_keys);

  return g_test_run ();
}

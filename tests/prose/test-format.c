/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-format.h"

#include <string.h>

#include "prose-fixture.h"

static void
assert_format_of (const char *file, const char *expected)
{
  g_assert_cmpstr (prose_format_of_file (file)->name, ==, expected);
}

static void
test_by_name (void)
{
  g_auto (GStrv) names = prose_format_list_names ();

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_cmpstr (prose_format_find (names[i])->name, ==, names[i]);
  g_assert_null (prose_format_find ("gold"));
  g_assert_true (prose_format_is_text (prose_format_find ("text")));
}

static void
test_by_file (void)
{
  assert_format_of ("ad.txt", "text");
  assert_format_of ("AD.TXT", "text");
  assert_format_of ("page.HTM", "html");
  assert_format_of ("page.html", "html");
  assert_format_of ("ad.md", "markdown");
  assert_format_of ("ad", "text");
  assert_format_of (".txt", "text");
  assert_format_of ("annonce.ø", "text");
}

/* A segment for each paragraph, at its place. */
static void
test_text (void)
{
  const char *text = "Køb nu.\n\nEllers ikke.\n";
  g_autoptr (GPtrArray) segments =
      prose_format_read (prose_format_get_text (), text, strlen (text));
  const ProseSegment *last = segments->pdata[segments->len - 1];

  g_assert_cmpstr (prose_copy_get_text (last->copy), ==, "Ellers ikke.\n");
  g_assert_cmpuint (prose_copy_get_source (last->copy).start, ==, 10);
  g_assert_cmpint (last->zone, ==, PROSE_ZONE_ANY);
  g_assert_true (prose_segments_find (segments, 12) == last);
  g_assert_true (prose_segments_find (segments, 0) == segments->pdata[0]);
}

/* Of two that lie in each other, the one that has the character. */
static void
test_finding_segments (void)
{
  const char *page = "See <img alt=Act> here";
  g_autoptr (GPtrArray) segments = prose_segments_new ();
  ProseSegment *around = prose_segment_new (PROSE_ZONE_BODY);
  ProseSegment *inside = prose_segment_new (PROSE_ZONE_BODY);

  prose_copy_append (around->copy, page, (ProseSpan){ 0, 4 }, PROSE_ESCAPE_MARKUP);
  prose_copy_append (around->copy, page, (ProseSpan){ 17, 22 }, PROSE_ESCAPE_MARKUP);
  prose_copy_append (inside->copy, page, (ProseSpan){ 13, 16 }, PROSE_ESCAPE_UNQUOTED);
  g_ptr_array_add (segments, inside);
  g_ptr_array_add (segments, around);
  prose_segments_sort (segments, 0);

  g_assert_true (prose_segments_find (segments, 0) == around);
  g_assert_true (prose_segments_find (segments, 13) == inside);
  g_assert_true (prose_segments_find (segments, 18) == around);
  g_assert_true (prose_segments_find (segments, 6) == around);
  g_assert_null (prose_segments_find (segments, 30));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/by-name", test_by_name);
  g_test_add_func ("/format/by-file", test_by_file);
  g_test_add_func ("/format/text", test_text);
  g_test_add_func ("/format/finding-segments", test_finding_segments);

  return g_test_run ();
}

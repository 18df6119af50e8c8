/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-pack-file.h"

#include <string.h>

#include "prose-fixture.h"
#include "rules/prose-yaml.h"

/* The packs of a file with the lines they begin in: `0 "a\n", 2 "b\n"`. */
static char *
split (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = prose_pack_file_split ("fil.yaml", file, strlen (file), &error);
  g_autoptr (GString) string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++) {
    const ProsePackPart *part = parts->pdata[i];
    g_autofree char *text = g_strescape (part->text, "æøå");

    g_string_append_printf (string, "%s%u %s", i > 0 ? " | " : "", part->line, text);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

#define assert_split(file, expected) assert_string (split (file), expected)

static void
test_one_pack (void)
{
  assert_split ("a: b", "0 a: b");
  assert_split ("a: b\n", "0 a: b\\n");
  assert_split ("\n# x\na: b\n", "0 \\n# x\\na: b\\n");
  assert_split ("---\na: b\n", "1 a: b\\n");
  assert_split ("---\na: b\n...\n", "1 a: b\\n");
  assert_split ("--- {a: b}\n", "0     {a: b}\\n");
  assert_split ("\xef\xbb\xbf\xef\xbb\xbf"
                "a: b\n",
                "0 a: b\\n");
  assert_split ("---\t# x\na: b\n", "0    \\t# x\\na: b\\n");
}

static void
test_several_packs (void)
{
  assert_split ("a: b\n---\nc: d\n", "0 a: b\\n | 2 c: d\\n");
  assert_split ("---\na: b\n---\n---\nc: d", "1 a: b\\n | 4 c: d");
  assert_split ("a: b\n...\n---\nc: d\n", "0 a: b\\n | 3 c: d\\n");
  assert_split ("# x\n---\na: b\n---\r\nc: d\r\n", "0 # x\\n\\na: b\\n | 4 c: d\\r\\n");
}

/* Only a line that begins with just these signs is one. */
static void
test_near_misses (void)
{
  assert_split ("a: b\n ---\n", "0 a: b\\n ---\\n");
  assert_split ("a: b\n---x\n----\n", "0 a: b\\n---x\\n----\\n");
  assert_split ("a: b\n....\n", "0 a: b\\n....\\n");
  assert_split ("a: |\n  ---\n", "0 a: |\\n  ---\\n");
}

static void
test_no_pack (void)
{
  static const char *const files[] = { "", "\n", "# x\n", "---\n", "---\n...\n---\n# x" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (prose_pack_file_split ("fil.yaml", files[i], strlen (files[i]), &error));
    assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT,
                    "fil.yaml:1:1: there is no pack in this file");
  }
}

static void
test_no_text (void)
{
  static const char nul[] = "a: b\n\0";
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_pack_file_split ("fil.yaml", nul, sizeof nul, &error));
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_SYNTAX,
                  "fil.yaml:2:1: this line is not UTF-8; save the file as UTF-8 and try again");
}

static void
test_join (void)
{
  const char *none[] = { NULL };
  const char *two[] = { "æ: ø", "c: d\n", NULL };

  assert_string (prose_pack_file_join (none), "");
  assert_string (prose_pack_file_join (two), "æ: ø\n---\nc: d\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack-file/one-pack", test_one_pack);
  g_test_add_func ("/pack-file/several-packs", test_several_packs);
  g_test_add_func ("/pack-file/near-misses", test_near_misses);
  g_test_add_func ("/pack-file/no-pack", test_no_pack);
  g_test_add_func ("/pack-file/no-text", test_no_text);
  g_test_add_func ("/pack-file/join", test_join);

  return g_test_run ();
}

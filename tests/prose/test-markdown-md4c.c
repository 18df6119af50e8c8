/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what is read of Markdown, block by block, is what md4c makes of the whole file.
 * White space is left aside. */

#include "formats/prose-markdown-format.h"

#include <md4c.h>
#include <string.h>

#include "format-fixture.h"
#include "formats/prose-html-entity.h"

/* --- the whole --- */

typedef struct {
  GString *text;
  guint code_depth;
} Reading;

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  ((Reading *)user_data)->code_depth += type == MD_BLOCK_CODE;
  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  ((Reading *)user_data)->code_depth -= type == MD_BLOCK_CODE;
  return 0;
}

static int
pass_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
add_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  Reading *self = user_data;
  char entity[PROSE_HTML_ENTITY_SIZE];

  if (self->code_depth > 0)
    return 0;
  if (type == MD_TEXT_NORMAL)
    append_black (self->text, text, size);
  else if (type == MD_TEXT_ENTITY && prose_html_entity_read (text, size, FALSE, entity) == size)
    append_black (self->text, entity, strlen (entity));
  else if (type == MD_TEXT_ENTITY)
    append_black (self->text, text, size);
  return 0;
}

static char *
read_whole (const char *text)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = pass_span,
    .leave_span = pass_span,
    .text = add_text,
  };
  Reading reading = { .text = g_string_new (NULL) };

  md_parse (text, strlen (text), &parser, &reading);
  return g_string_free (reading.text, FALSE);
}

/* --- ours --- */

static char *
read_blocks (const char *text)
{
  return read_black_text (&prose_markdown_format, text,
                          1 << PROSE_ESCAPE_MARKDOWN | 1 << PROSE_ESCAPE_FIXED);
}

static void
assert_same_text (const char *text)
{
  g_autofree char *whole = read_whole (text);
  g_autofree char *ours = read_blocks (text);

  if (!g_str_equal (ours, whole))
    g_test_message ("%s", text);
  g_assert_cmpstr (ours, ==, whole);
}

/* --- tests --- */

/* Without front matter, which md4c does not know, what speaks to the checker, and labels
 * alone, whose definitions may be in another block: they are read as they stand. */
static void
test_corpus (void)
{
  g_autoptr (GPtrArray) names = list_format_corpus (&prose_markdown_format);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *text = read_format_corpus (names->pdata[i]);

    g_test_message ("%s", (char *)names->pdata[i]);
    if (g_ascii_isprint (*text) && strchr ("-+", *text) == NULL &&
        strstr (text, "mellow") == NULL && !g_str_has_prefix (names->pdata[i], "links"))
      assert_same_text (text);
  }
}

/* No labels of links: one that is not defined is taken for a link here, since another block
 * may define it. No code in deep indentation or in items: md4c does not end it as the standard
 * does. */
static const char *const parts[] = {
  "Only 3 left",
  "Køb nu",
  "\n",
  "\n\n",
  "\r\n",
  "  \n",
  "\\\n",
  " ",
  "\n  - a\n  ",
  "# ",
  "## ",
  "===\n",
  "- a ",
  "* a ",
  "1. a ",
  "> ",
  ">",
  "\n\n```\n",
  "\n\n~~~\n",
  "`a",
  "*",
  "**",
  "_",
  "~~",
  "](x)",
  "![",
  "&amp;",
  "&nbsp;",
  "\\",
  "\\*",
  "<b>",
  "</b>",
  "<div>\n",
  "</div>\n",
  "<!--",
  "-->",
  "<script>\n",
  "</script>\n",
  "\n\n|a|b|\n|---|---|\n|c|d|\n\n",
  "|",
  "<http://x.dk>",
  "æ",
  "€",
  "!",
  ".",
  "<",
  "(",
  ")",
};

/* The same files each time: one in a million may show where md4c leaves the standard. */
static void
test_random_files (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint n = 0; n < 20000; n++) {
    g_autoptr (GString) text = g_string_new ("a");

    for (guint i = g_rand_int_range (random, 0, 20); i > 0; i--)
      g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
    assert_same_text (text->str);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-md4c/corpus", test_corpus);
  g_test_add_func ("/markdown-md4c/random-files", test_random_files);

  return g_test_run ();
}

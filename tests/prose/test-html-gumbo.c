/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a page's text is what another parser reads: gumbo, which builds the tree that the
 * HTML standard asks for. White space is left aside. */

#include "formats/prose-html-format.h"

#include <gumbo.h>
#include <string.h>

#include "format-fixture.h"
#include "formats/prose-document.h"
#include "formats/prose-html-entity-table.h"

/* --- its text --- */

static gboolean
is_no_copy (const GumboElement *element)
{
  switch (element->tag) {
  case GUMBO_TAG_SCRIPT:
  case GUMBO_TAG_STYLE:
  case GUMBO_TAG_NOSCRIPT:
  case GUMBO_TAG_IFRAME:
  case GUMBO_TAG_XMP:
  case GUMBO_TAG_CODE:
  case GUMBO_TAG_KBD:
  case GUMBO_TAG_SAMP:
  case GUMBO_TAG_MATH:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_named (const GumboElement *element, const char *name)
{
  GumboStringPiece tag = element->original_tag;

  gumbo_tag_from_original_text (&tag);
  return tag.length == strlen (name) && g_ascii_strncasecmp (tag.data, name, tag.length) == 0;
}

/* The texts of a drawing. */
static gboolean
is_drawn_text (const GumboElement *element)
{
  return is_named (element, "title") || is_named (element, "text") || is_named (element, "desc") ||
         is_named (element, "foreignObject");
}

static void
walk (const GumboNode *node, gboolean is_copy, GString *string)
{
  const GumboVector *children = NULL;

  switch (node->type) {
  case GUMBO_NODE_TEXT:
  case GUMBO_NODE_CDATA:
  case GUMBO_NODE_WHITESPACE:
    if (is_copy)
      append_black (string, node->v.text.text, strlen (node->v.text.text));
    return;
  case GUMBO_NODE_ELEMENT:
  case GUMBO_NODE_TEMPLATE:
    if (is_no_copy (&node->v.element))
      return;
    if (node->v.element.tag == GUMBO_TAG_SVG)
      is_copy = FALSE;
    if (node->v.element.tag_namespace == GUMBO_NAMESPACE_SVG && is_drawn_text (&node->v.element))
      is_copy = TRUE;
    children = &node->v.element.children;
    break;
  case GUMBO_NODE_DOCUMENT:
    children = &node->v.document.children;
    break;
  case GUMBO_NODE_COMMENT:
  default:
    return;
  }
  for (guint i = 0; i < children->length; i++)
    walk (children->data[i], is_copy, string);
}

static char *
read_by_gumbo (const char *page)
{
  GumboOutput *output = gumbo_parse (page);
  GString *string = g_string_new (NULL);

  walk (output->document, TRUE, string);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  return g_string_free (string, FALSE);
}

/* --- our text --- */

static char *
read_by_us (const char *page)
{
  return read_black_text (&prose_html_format, page,
                          1 << PROSE_ESCAPE_MARKUP | 1 << PROSE_ESCAPE_CDATA);
}

static void
assert_same_text (const char *page)
{
  g_autofree char *gumbo = read_by_gumbo (page);
  g_autofree char *ours = read_by_us (page);

  if (!g_str_equal (ours, gumbo))
    g_test_message ("%s", page);
  g_assert_cmpstr (ours, ==, gumbo);
}

/* --- tests --- */

static void
assert_same_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "formats", name, NULL);
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  document = prose_document_new_from_file (bytes, &prose_html_format, NULL);
  g_assert_nonnull (document);
  g_test_message ("%s", name);
  assert_same_text (prose_document_get_text (document, NULL));
}

/* Templates are no pages yet, gumbo does not read XML, and directives are read as text here. */
static gboolean
is_known_to_gumbo (const char *name)
{
  static const char *const others[] = { "template", "chapter", "directives" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (name, others[i]))
      return FALSE;

  return TRUE;
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) names = list_format_corpus (&prose_html_format);

  g_assert_cmpuint (names->len, >=, 12);
  for (guint i = 0; i < names->len; i++)
    if (is_known_to_gumbo (names->pdata[i]))
      assert_same_file (names->pdata[i]);
}

static void
test_entities (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (prose_html_entities); i++) {
    g_autofree char *page =
        g_strdup_printf ("<p>a&%s;b &%s; &%s &%sx &%s=</p>", prose_html_entities[i].name,
                         prose_html_entities[i].name, prose_html_entities[i].name,
                         prose_html_entities[i].name, prose_html_entities[i].name);

    assert_same_text (page);
  }
}

static void
test_numbers (void)
{
  for (guint c = 0; c < 0x110100; c += c < 0x180 || (c > 0xd7f0 && c < 0xe010) ? 1 : 0x6b) {
    g_autofree char *page = g_strdup_printf ("a&#%u;b&#x%x;c&#X%Xz", c, c, c);

    assert_same_text (page);
  }
}

static const char *const parts[] = {
  "<p>",
  "</p>",
  "<h1>",
  "</h1>",
  "<b>",
  "</b>",
  "<div class=terms>",
  "</div>",
  "<li>",
  "<a class=btn>",
  "</a>",
  "<small>",
  "<br>",
  "<i lang='fr'>",
  "<script>",
  "</script>",
  "<!--",
  "-->",
  "--!>",
  "<![CDATA[",
  "]]>",
  "<img alt=\"",
  "\">",
  "<input value='",
  "'>",
  "&amp;",
  "&copy",
  "&notit;",
  "&#8364;",
  "&#x",
  "&",
  ";",
  "<",
  ">",
  "/",
  "=",
  "\"",
  "'",
  "!",
  "-",
  "Køb nu",
  "Only 3 left",
  " ",
  "\n  ",
  "€",
  "<style>",
  "</style>",
  "<textarea>",
  "</textarea>",
  "</",
  "<!",
  "<!-",
  "<x-y>",
  "<p/>",
  "<p a=b/>",
  "</p a='>'>",
  "<blockquote>",
};

static void
test_random_pages (void)
{
  for (guint n = 0; n < 20000; n++) {
    g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><body>");

    for (guint i = g_test_rand_int_range (0, 30); i > 0; i--)
      g_string_append (page, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
    assert_same_text (page->str);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-gumbo/corpus", test_corpus);
  g_test_add_func ("/html-gumbo/entities", test_entities);
  g_test_add_func ("/html-gumbo/numbers", test_numbers);
  g_test_add_func ("/html-gumbo/random-pages", test_random_pages);

  return g_test_run ();
}

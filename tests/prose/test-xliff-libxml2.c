/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the targets and sources of a file are what another parser reads: libxml2. White
 * space is left aside. */

#include "formats/prose-xliff-format.h"

#include <libxml/parser.h>
#include <string.h>

#include "format-fixture.h"
#include "formats/prose-translation.h"

static gboolean
is_named (const xmlNode *node, const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *)node->name);
}

static gboolean
is_translated (const xmlNode *node, gboolean is_around)
{
  xmlAttr *attribute = xmlHasProp ((xmlNode *)node, (const xmlChar *)"translate");

  if (attribute == NULL)
    return is_around;
  return g_str_equal (attribute->children->content, "yes");
}

static void
read_text (const xmlNode *node, GString *string)
{
  static const char *const codes[] = { "bpt", "ept", "ph", "it", NULL };

  for (; node != NULL; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      append_black (string, (const char *)node->content, strlen ((const char *)node->content));
    else if (node->type == XML_ENTITY_REF_NODE)
      g_string_append_printf (string, "&%s;", node->name);
    else if (node->type == XML_ELEMENT_NODE && !is_named (node, codes))
      read_text (node->children, string);
  }
}

/* The texts in the code of a string come behind it. */
static void
read_subs (const xmlNode *node, GString *string)
{
  static const char *const subs[] = { "sub", NULL };

  for (; node != NULL; node = node->next) {
    if (is_named (node, subs))
      read_text (node->children, string);
    read_subs (node->children, string);
  }
}

static void
walk (const xmlNode *node, gboolean is_around, GString *string)
{
  static const char *const strings[] = { "source", "target", NULL };
  static const char *const others[] = { "alt-trans", "matches", "ignorable", NULL };

  for (; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE || is_named (node, others))
      continue;
    if (!is_named (node, strings)) {
      walk (node->children, is_translated (node, is_around), string);
    } else if (is_around) {
      read_text (node->children, string);
      read_subs (node->children, string);
    }
  }
}

static char *
read_by_libxml2 (const char *text)
{
  xmlDoc *document =
      xmlReadMemory (text, strlen (text), NULL, "utf-8", XML_PARSE_NONET | XML_PARSE_NOWARNING);
  GString *string = g_string_new (NULL);

  g_assert_nonnull (document);
  walk (xmlDocGetRootElement (document), TRUE, string);
  xmlFreeDoc (document);
  return g_string_free (string, FALSE);
}

static void
leave_out (char *text, const char *opening, const char *closing)
{
  char *start, *end;

  while ((start = strstr (text, opening)) != NULL && (end = strstr (start, closing)) != NULL)
    memmove (start, end + strlen (closing), strlen (end + strlen (closing)) + 1);
}

static char *
read_by_us (const char *text)
{
  g_autoptr (GPtrArray) segments = prose_format_read (&prose_xliff_format, text, strlen (text));
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];
    g_autofree char *copy = g_strdup (prose_copy_get_text (segment->copy));

    leave_out (copy, "<!--", "-->");
    append_black (string, copy, strlen (copy));
  }
  return g_string_free (string, FALSE);
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) names = list_format_corpus (&prose_xliff_format);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *text = read_format_corpus (names->pdata[i]);
    g_autofree char *theirs = NULL;
    g_autofree char *ours = NULL;

    if (!g_utf8_validate (text, -1, NULL) || g_str_has_prefix (names->pdata[i], "broken"))
      continue;
    theirs = read_by_libxml2 (text);
    ours = read_by_us (text);
    /* A page's own tags, which are text to XML. */
    leave_out (theirs, "<p>", ">");
    leave_out (theirs, "</p>", ">");
    leave_out (theirs, "<br/>", ">");
    g_test_message ("%s", (char *)names->pdata[i]);
    g_assert_cmpstr (ours, ==, theirs);
  }
}

/* Whether a file is well-formed still when a target says what its source does, and more. */
static void
check_target (const char *text, const ProseTranslationUnit *unit)
{
  g_autofree char *new_text =
      g_strconcat ("R&D <ny> ]]> ", prose_translation_unit_get_source (unit, 0), NULL);
  g_autoptr (GString) edited = g_string_new (text);
  g_autofree char *theirs = NULL;
  g_autofree char *spelled = NULL;
  ProseSpan span;

  spelled = prose_translation_write_target (unit, 0, new_text, &span, NULL);
  g_assert_nonnull (spelled);
  g_string_erase (edited, span.start, span.end - span.start);
  g_string_insert (edited, span.start, spelled);
  theirs = read_by_libxml2 (edited->str);
  if (unit->state != PROSE_TRANSLATION_LOCKED)
    g_assert_nonnull (strstr (theirs, "R&D<ny>]]>"));
}

static void
test_written_targets (void)
{
  g_autoptr (GPtrArray) names = list_format_corpus (&prose_xliff_format);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *text = read_format_corpus (names->pdata[i]);
    g_autoptr (GPtrArray) units = NULL;

    if (!g_utf8_validate (text, -1, NULL) || g_str_has_prefix (names->pdata[i], "broken"))
      continue;
    units = prose_translation_read (&prose_xliff_format, text, strlen (text));
    for (guint k = 0; k < units->len; k++)
      check_target (text, units->pdata[k]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xliff-libxml2/corpus", test_corpus);
  g_test_add_func ("/xliff-libxml2/written-targets", test_written_targets);

  return g_test_run ();
}

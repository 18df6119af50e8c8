/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prose-fixture.h"

#include "text/prose-directive.h"

#include <string.h>

/* What is muted after all directives of a text, and how many there are. */
static char *
read_directives (const char *text)
{
  g_autoptr (GArray) directives = prose_directives_new ();
  GStringChunk *chunk = g_string_chunk_new (64);
  const char *muted = NULL;
  char *result;

  prose_find_directives (text, strlen (text), directives);
  for (guint i = 0; i < directives->len; i++)
    muted = prose_directive_apply (&g_array_index (directives, ProseDirective, i), muted, chunk);

  result = g_strdup_printf ("%u:%s", directives->len, muted != NULL ? muted : "");
  g_string_chunk_free (chunk);
  return result;
}

static void
test_forms (void)
{
  assert_string (read_directives ("<!-- mellow off -->"), "1:*");
  assert_string (read_directives ("<!--mellow off-->"), "1:*");
  assert_string (read_directives ("<!-- mellow off --> Køb nu <!-- mellow on -->"), "2:");
  assert_string (read_directives ("<!-- mellow off scarcity, deadline.act-now -->"),
                 "1: deadline.act-now scarcity ");
}

static void
test_other_comments (void)
{
  assert_string (read_directives ("<!-- mellow -->"), "0:");
  assert_string (read_directives ("<!-- mellow offer -->"), "0:");
  assert_string (read_directives ("<!-- melon off -->"), "0:");
  assert_string (read_directives ("<!-- mellow off"), "0:");
  assert_string (read_directives ("mellow off"), "0:");
  assert_string (read_directives (""), "0:");
}

static gboolean
is_one (const char *comment)
{
  return prose_directive_is_one (comment, strlen (comment));
}

static void
test_comments_that_are_one (void)
{
  g_assert_true (is_one ("<!-- mellow off -->"));
  g_assert_true (is_one ("<!--mellow on scarcity, crowd-->"));
  g_assert_false (is_one ("<!-- mellow off --> "));
  g_assert_false (is_one ("<!-- mellow off --> -->"));
  g_assert_false (is_one ("<!-- mellow offers -->"));
  g_assert_false (is_one ("<!-- æ mellow off -->"));
  g_assert_false (is_one ("<!-->"));
  g_assert_false (is_one (""));
}

static void
test_names_add_up (void)
{
  assert_string (read_directives ("<!-- mellow off b --><!-- mellow off a b -->"), "2: a b ");
  assert_string (read_directives ("<!-- mellow off a b --><!-- mellow on a -->"), "2: b ");
  assert_string (read_directives ("<!-- mellow off a --><!-- mellow on a -->"), "2:");
  assert_string (read_directives ("<!-- mellow off a --><!-- mellow on -->"), "2:");
  assert_string (read_directives ("<!-- mellow off --><!-- mellow on a -->"), "2:*");
}

static void
test_spans (void)
{
  g_autoptr (GArray) directives = prose_directives_new ();
  const char *text = "Æbler <!-- mellow off --> nu";
  ProseDirective *directive;

  prose_find_directives (text, strlen (text), directives);
  g_assert_cmpuint (directives->len, ==, 1);
  directive = &g_array_index (directives, ProseDirective, 0);
  assert_string (dup_span (text, directive->span), "<!-- mellow off -->");
  g_assert_true (directive->mutes);
  g_assert_null (directive->names);
}

static void
test_muted_rules (void)
{
  g_assert_false (prose_muted_has (NULL, "scarcity.only-n-left"));
  g_assert_true (prose_muted_has (PROSE_MUTED_ALL, "scarcity.only-n-left"));
  g_assert_true (prose_muted_has (" scarcity ", "scarcity.only-n-left"));
  g_assert_true (prose_muted_has (" a scarcity.only-n-left ", "scarcity.only-n-left"));
  g_assert_false (prose_muted_has (" scarcity.only ", "scarcity.only-n-left"));
  g_assert_false (prose_muted_has (" carcity ", "scarcity.only-n-left"));
}

/* A text cannot ask for memory without end: 32 names at once are heard, and none
 * that is longer than any rule's. */
static void
test_too_many_names (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *long_name = g_strnfill (65, 'x');
  g_autofree char *muted = NULL;
  g_auto (GStrv) names = NULL;

  g_string_printf (text, "<!-- mellow off %s -->", long_name);
  assert_string (read_directives (text->str), "1:");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "<!-- mellow off a%u -->", i);
  muted = read_directives (text->str);
  names = g_strsplit (muted, " ", -1);
  g_assert_cmpuint (g_strv_length (names), ==, 32 + 2);
}

static void
test_in_a_text (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_check (rules, "<!-- mellow off -->Act now!<!-- mellow on -->", "");
  assert_check (rules, "Act now! <!-- mellow off -->Act now!<!-- mellow on --> Act now!",
                "0-7 command.act-now, 55-62 command.act-now");
  assert_check (rules, "<!-- mellow off -->\n\nAct now!\n", "");
  assert_check (rules, "<!-- mellow off scarcity -->Act now!", "28-35 command.act-now");
  assert_check (rules, "<!-- mellow off command.act-now -->Act now!", "");
  assert_check_danish (rules, "Æbler: <!-- mellow off -->Køb nu!<!-- mellow on --> Køb nu!",
                       "54-61 command.koeb-nu");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/directive/forms", test_forms);
  g_test_add_func ("/directive/other-comments", test_other_comments);
  g_test_add_func ("/directive/comments-that-are-one", test_comments_that_are_one);
  g_test_add_func ("/directive/names-add-up", test_names_add_up);
  g_test_add_func ("/directive/spans", test_spans);
  g_test_add_func ("/directive/muted-rules", test_muted_rules);
  g_test_add_func ("/directive/too-many-names", test_too_many_names);
  g_test_add_func ("/directive/in-a-text", test_in_a_text);
  return g_test_run ();
}

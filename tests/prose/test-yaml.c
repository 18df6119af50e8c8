/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-yaml.h"

#include <string.h>

#include "prose-fixture.h"

static ProseYaml *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  ProseYaml *yaml = prose_yaml_new ("pack.yaml", text, strlen (text), &error);

  g_assert_no_error (error);
  return yaml;
}

static void
assert_refuses (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseYaml) yaml = prose_yaml_new ("pack.yaml", text, strlen (text), &error);

  g_assert_null (yaml);
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_SYNTAX, message);
}

#define IN_QUOTES                                                                                  \
  " (a text that begins with one of [ ] { } * & ! | > ' \" % @ stands in single quotes)"

static void
test_values (void)
{
  g_autoptr (ProseYaml) yaml = parse ("a: køb\nb: [x, y]\nc: {d: 1}\n");
  yaml_node_t *root = prose_yaml_get_root (yaml);
  yaml_node_t *list = prose_yaml_lookup (yaml, root, "b");

  g_assert_cmpstr (prose_yaml_get_text (prose_yaml_lookup (yaml, root, "a")), ==, "køb");
  g_assert_cmpuint (prose_yaml_get_n_items (list), ==, 2);
  g_assert_cmpstr (prose_yaml_get_text (prose_yaml_get_item (yaml, list, 1)), ==, "y");
  g_assert_null (prose_yaml_lookup (yaml, root, "d"));
  g_assert_null (prose_yaml_get_text (list));
  g_assert_null (prose_yaml_get_text (NULL));
}

static void
test_an_empty_file_has_no_root (void)
{
  g_autoptr (ProseYaml) yaml = parse ("# only a comment\n");

  g_assert_null (prose_yaml_get_root (yaml));
}

static void
test_syntax_errors (void)
{
  assert_refuses ("a: b\nc: 'd\n",
                  "pack.yaml:3:1: this is not YAML: found unexpected end of stream" IN_QUOTES);
  assert_refuses ("æ: b\nphrases: [a b\nwhy: c\n",
                  "pack.yaml:3:4: this is not YAML: did not find expected ',' or ']'" IN_QUOTES);
  assert_refuses ("phrases:\n  - *only left\n",
                  "pack.yaml:2:5: this is not YAML: found undefined alias" IN_QUOTES);
  assert_refuses ("why: a: b\n",
                  "pack.yaml:1:7: this is not YAML: mapping values are not allowed in this "
                  "context" IN_QUOTES);
}

static void
test_bad_bytes (void)
{
  assert_refuses ("a: b\næ: \xff\n",
                  "pack.yaml:2:4: this is not YAML: invalid leading UTF-8 octet");
  assert_refuses ("a: b\nc: \x01\n",
                  "pack.yaml:2:4: this is not YAML: control characters are not allowed");
}

/* Deep or self-containing files must not bring the reader down. */
static void
test_hostile_files (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseYaml) self_containing = parse ("a: &x [*x, *x]\n");
  g_autoptr (ProseYaml) many_aliases = parse ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
  g_autoptr (ProseYaml) nested = NULL;

  g_assert_nonnull (prose_yaml_get_root (self_containing));
  g_assert_nonnull (prose_yaml_get_root (many_aliases));

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  nested = prose_yaml_new ("pack.yaml", deep->str, deep->len, &error);
  g_assert_null (nested);
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT,
                  "pack.yaml:1:65: lists and maps nest too deep here");
}

static void
assert_place (const char *text, const char *key, guint offset, const char *message)
{
  g_autoptr (ProseYaml) yaml = parse (text);
  g_autoptr (GError) error = NULL;
  yaml_node_t *node = prose_yaml_lookup (yaml, prose_yaml_get_root (yaml), key);

  g_assert_false (prose_yaml_fail (yaml, node, offset, &error, "wrong %d", 1));
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, message);
}

static void
test_places (void)
{
  assert_place ("a: buy now\n", "a", 0, "pack.yaml:1:4: wrong 1");
  assert_place ("a: x\nbb: buy now\n", "bb", 4, "pack.yaml:2:9: wrong 1");
  assert_place ("a: 'buy now'\n", "a", 4, "pack.yaml:1:9: wrong 1");
  assert_place ("a: køb nu\n", "a", strlen ("køb "), "pack.yaml:1:8: wrong 1");
  assert_place ("æøå: nu\n", "æøå", 0, "pack.yaml:1:6: wrong 1");
  assert_place ("a: nu\n", "a", 99, "pack.yaml:1:6: wrong 1");
  assert_place ("a: [x]\n", "a", 0, "pack.yaml:1:4: wrong 1");
}

static void
test_expectations (void)
{
  g_autoptr (ProseYaml) yaml = parse ("a: [x]\nb: y\n");
  yaml_node_t *root = prose_yaml_get_root (yaml);
  yaml_node_t *list = prose_yaml_lookup (yaml, root, "a");
  yaml_node_t *text = prose_yaml_lookup (yaml, root, "b");
  g_autoptr (GError) no_list = NULL;
  g_autoptr (GError) no_text = NULL;

  g_assert_true (prose_yaml_expect (yaml, list, YAML_SEQUENCE_NODE, "a list", NULL));
  g_assert_false (prose_yaml_expect (yaml, text, YAML_SEQUENCE_NODE, "a list", &no_list));
  g_assert_false (prose_yaml_expect (yaml, list, YAML_SCALAR_NODE, "a text", &no_text));
  g_assert_cmpstr (no_list->message, ==, "pack.yaml:2:4: a list was expected");
  g_assert_cmpstr (no_text->message, ==,
                   "pack.yaml:1:4: a text was expected; a text that begins with [ or { or holds "
                   "“: ” stands in single quotes");
}

static void
assert_keys (const char *text, const char *message)
{
  static const char *const keys[] = { "id", "why", NULL };
  g_autoptr (ProseYaml) yaml = parse (text);
  g_autoptr (GError) error = NULL;

  if (prose_yaml_expect_keys (yaml, prose_yaml_get_root (yaml), keys, &error))
    g_assert_null (message);
  else
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_keys (void)
{
  assert_keys ("id: a\nwhy: b\n", NULL);
  assert_keys ("why: b\n", NULL);
  assert_keys ("id: a\nwhi: b\n", "pack.yaml:2:1: “whi” is no key here; known are id, why");
  assert_keys ("id: a\n[b]: c\n", "pack.yaml:2:1: “…” is no key here; known are id, why");
  assert_keys ("id: a\nwhy: b\nid: c\n", "pack.yaml:3:1: “id” stands here twice");
  assert_keys ("id: a\nid: a\n", "pack.yaml:2:1: “id” stands here twice");
}

/* Which would else be left out without a word. */
static void
test_a_second_document (void)
{
  static const char file[] = "a: å\n---\nb: c\n";
  static const char one[] = "---\na: b\n...\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseYaml) whole = NULL;

  g_assert_null (prose_yaml_new ("pack.yaml", file, strlen (file), &error));
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT,
                  "pack.yaml:2:1: a second document begins here; one was expected");
  whole = prose_yaml_new ("pack.yaml", one, strlen (one), NULL);
  g_assert_nonnull (whole);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/yaml/values", test_values);
  g_test_add_func ("/yaml/an-empty-file-has-no-root", test_an_empty_file_has_no_root);
  g_test_add_func ("/yaml/syntax-errors", test_syntax_errors);
  g_test_add_func ("/yaml/bad-bytes", test_bad_bytes);
  g_test_add_func ("/yaml/hostile-files", test_hostile_files);
  g_test_add_func ("/yaml/places", test_places);
  g_test_add_func ("/yaml/expectations", test_expectations);
  g_test_add_func ("/yaml/keys", test_keys);
  g_test_add_func ("/yaml/a-second-document", test_a_second_document);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-document-data.h"

#include <string.h>

#include "prose-fixture.h"
#include "rules/prose-yaml.h"

static ProseDocumentData *
read_data (const char *yaml)
{
  g_autoptr (GError) error = NULL;
  ProseDocumentData *data = prose_document_data_read ("ad.yaml", yaml, strlen (yaml), &error);

  g_assert_no_error (error);
  return data;
}

static void
assert_written (const char *yaml, const char *expected)
{
  g_autoptr (ProseDocumentData) data = read_data (yaml);

  assert_string (prose_document_data_write (data, NULL, TRUE), expected);
}

/* Reading what is written gives the same. */
static void
assert_kept (const char *yaml)
{
  assert_written (yaml, yaml);
}

static void
test_all_that_is_known (void)
{
  assert_kept ("brief: |\n"
               "  product: 'Ærø''s tent'\n"
               "messages:\n"
               "  - 'the tent that''s “dry”'\n"
               "  - 'Ærø: #1'\n"
               "original: 'file:///home/ida/%C3%A6rø''s.md'\n"
               "ignored:\n"
               "  - rule: 'superlative'\n"
               "    language: 'en'\n"
               "    time: '2026-11-29T09:30:00Z'\n"
               "  - rule: 'command.act-now'\n"
               "    language: 'en'\n"
               "    phrase: 'Act now: it''s “#1”'\n"
               "    level: 'here'\n"
               "    before: 'so please'\n"
               "    after: 'dear friend'\n"
               "    place: 210\n"
               "    reason: 'quoted'\n"
               "    time: '2026-11-29T09:31:00Z'\n"
               "  - rule: 'scarcity.only-n-left'\n"
               "    phrase: 'only 3 left'\n"
               "    proof: 'https://example.org/#stock'\n"
               "    owner: 'Ida Åbo'\n"
               "    valid-until: '2026-12-31'\n"
               "    reason: 'proven'\n"
               "    time: '2026-11-29T09:32:00Z'\n"
               "dismissed:\n"
               "  - key: '5d41402abc4b2a76b9719d91'\n"
               "    kind: 'pressure-added'\n"
               "    unit: 'cart: #1'\n"
               "    source: 'It''s here'\n"
               "    target: 'Kun “3” tilbage'\n"
               "    reason: 'intended'\n"
               "    time: '2026-11-29T09:33:00Z'\n"
               "    mood: blue\n"
               "  - key: 'a'\n"
               "    kind: 'address-mixed'\n"
               "    time: '2026-11-29T09:34:00Z'\n");
}

/* Three at most, each once. */
static void
test_messages (void)
{
  assert_written ("messages: [' quiet ', a, quiet, '', b, c]\n",
                  "messages:\n  - 'quiet'\n  - 'a'\n  - 'b'\n");
  assert_written ("messages: []\n", "");
}

static void
test_contract (void)
{
  g_autoptr (GError) error = NULL;

  assert_written ("contract: ' Nord''s: \"Lys\" '\n", "contract: 'Nord''s: \"Lys\"'\n");
  assert_written ("contract: ''\n", "");
  g_assert_null (prose_document_data_read ("ad.yaml", "contract: [a]\n", 14, &error));
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT,
                  "ad.yaml:1:11: the name of a contract was expected; a text that begins with [ or "
                  "{ or holds “: ” stands in single quotes");
}

static void
test_format (void)
{
  g_autoptr (GError) error = NULL;

  assert_written ("format: ' markdown'\n", "format: 'markdown'\n");
  assert_written ("format: a-later-one\n", "format: 'a-later-one'\n");
  assert_written ("format: ''\n", "");
  g_assert_null (prose_document_data_read ("ad.yaml", "format: [a]\n", 12, &error));
  g_assert_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT);
}

static void
test_messages_that_are_none (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_null (prose_document_data_read ("ad.yaml", "messages: a\n", 12, &error));
  g_assert_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT);
  g_assert_true (g_str_has_prefix (error->message, "ad.yaml:1:11: "));
  g_assert_null (prose_document_data_read ("ad.yaml", "messages: [[a]]\n", 16, &other));
  g_assert_true (g_str_has_prefix (other->message, "ad.yaml:1:12: "));
}

static void
test_nothing (void)
{
  assert_written ("", "");
  assert_written ("document: file:///x\nignored: []\n", "");
}

/* A later version may know more, of the whole and of an entry. */
static void
test_what_is_not_known_is_kept (void)
{
  assert_kept ("ignored:\n"
               "  - rule: 'a.b'\n"
               "    phrase: 'x'\n"
               "    time: '2026-11-29T09:30:00Z'\n"
               "    colour: \"red\"\n"
               "    notes:\n"
               "    - {by: Ida, at: 3}\n"
               "    - |\n"
               "      two\n"
               "\n"
               "      lines\n"
               "tone: calm\n"
               "trend: [1, 2, ~]\n");
  /* An alias, even of what it stands in, is no trap. */
  assert_written ("x: &a [1, *a]\n", "x: &id001 [1, *id001]\n");
}

static void
test_dormant_entries (void)
{
  g_autoptr (ProseDocumentData) data = read_data ("ignored:\n  - rule: a.b\n    phrase: x\n"
                                                  "    level: here\n");

  assert_string (prose_document_data_write (data, NULL, FALSE), "");
  g_assert_false (prose_ignore_list_get_entry (data->ignored, 0)->is_present);
}

static void
assert_refused (const char *yaml, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_document_data_read ("ad.yaml", yaml, strlen (yaml), &error));
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, message);
}

static void
test_damage_has_its_place (void)
{
  assert_refused ("- x\n", "ad.yaml:1:1: a map was expected");
  assert_refused ("ignored: x\n", "ad.yaml:1:10: a list of what is ignored was expected");
  assert_refused ("ignored:\n  - x\n", "ad.yaml:2:5: a map with a rule was expected");
  assert_refused ("ignored:\n  - phrase: x\n", "ad.yaml:2:5: “rule” is missing here");
  assert_refused ("ignored:\n  - rule: a.b\n    level: here\n",
                  "ad.yaml:2:5: “phrase” is missing here");
  assert_refused ("ignored:\n  - rule: a.b\n    level: Ærø\n",
                  "ad.yaml:3:12: “Ærø” is no level; known are here and document");
  assert_refused ("ignored:\n  - rule: a.b\n    reason: so\n",
                  "ad.yaml:3:13: “so” is no reason; known are intended, proven, quoted and brand");
  assert_refused ("ignored:\n  - rule: a.b\n    time: today\n",
                  "ad.yaml:3:11: “today” is no time; “2026-11-29T09:30:00Z” is one");
  assert_refused ("ignored:\n  - rule: a.b\n    place: -3\n",
                  "ad.yaml:3:12: “-3” is no place; a number of bytes is one");
  assert_refused ("ignored:\n  - rule: a.b\n    valid-until: 2026-02-30\n",
                  "ad.yaml:3:18: “2026-02-30” is no day; “2026-12-31” is one");
  assert_refused ("original: [x]\n",
                  "ad.yaml:1:11: the address of an original was expected; a text that begins with "
                  "[ or { or holds “: ” stands in single quotes");
  assert_refused ("dismissed: x\n", "ad.yaml:1:12: a list of what is dismissed was expected");
  assert_refused ("dismissed:\n  - x\n", "ad.yaml:2:5: a map with a key was expected");
  assert_refused ("dismissed:\n  - kind: x\n", "ad.yaml:2:5: “key” is missing here");
  assert_refused ("dismissed:\n  - key: [x]\n",
                  "ad.yaml:2:10: a text was expected; a text that begins with [ or { or holds “: ” "
                  "stands in single quotes");
  assert_refused ("dismissed:\n  - key: x\n    reason: so\n",
                  "ad.yaml:3:13: “so” is no reason; known are intended, proven, quoted and brand");
  assert_refused ("dismissed:\n  - key: x\n    time: today\n",
                  "ad.yaml:3:11: “today” is no time; “2026-11-29T09:30:00Z” is one");
  assert_refused ("ignored:\n  - rule: a.b\n    rule: c.d\n",
                  "ad.yaml:3:5: “rule” stands here twice");
  assert_refused ("ignored:\n  - rule: [a]\n",
                  "ad.yaml:2:11: a text was expected; a text that begins with [ or { or holds “: ” "
                  "stands in single quotes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-data/all-that-is-known", test_all_that_is_known);
  g_test_add_func ("/document-data/messages", test_messages);
  g_test_add_func ("/document-data/contract", test_contract);
  g_test_add_func ("/document-data/format", test_format);
  g_test_add_func ("/document-data/messages-that-are-none", test_messages_that_are_none);
  g_test_add_func ("/document-data/nothing", test_nothing);
  g_test_add_func ("/document-data/what-is-not-known-is-kept", test_what_is_not_known_is_kept);
  g_test_add_func ("/document-data/dormant-entries", test_dormant_entries);
  g_test_add_func ("/document-data/damage-has-its-place", test_damage_has_its_place);
  return g_test_run ();
}

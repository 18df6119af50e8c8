/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-brief.h"

#include <string.h>

#include "prose-fixture.h"
#include "rules/prose-yaml.h"

#define WHOLE                                                                                      \
  "product: Ålborg-maskinen\n"                                                                    \
  "benefits:\n"                                                                                    \
  "  - saves an hour on Fridays\n"                                                                 \
  "  - is quiet\n"                                                                                 \
  "audience: families\n"                                                                           \
  "message: quiet\n"                                                                               \
  "address: De\n"                                                                                  \
  "channel: mail\n"                                                                                \
  "facts:\n"                                                                                       \
  "  end-date: 30 June\n"                                                                          \
  "  stock: 42\n"                                                                                  \
  "  proof: measured in March\n"

static ProseBrief *
read_brief (const char *yaml)
{
  g_autoptr (GError) error = NULL;
  ProseBrief *brief = prose_brief_read ("brief.yaml", yaml, strlen (yaml), &error);

  g_assert_no_error (error);
  return brief;
}

static void
assert_whole (const ProseBrief *brief)
{
  g_assert_cmpstr (prose_brief_get (brief, "product"), ==, "Ålborg-maskinen");
  g_assert_cmpstr (prose_brief_get (brief, "benefit"), ==, "saves an hour on Fridays");
  g_assert_cmpstr (prose_brief_get_benefit (brief, 1), ==, "is quiet");
  g_assert_cmpuint (prose_brief_get_n_benefits (brief), ==, 2);
  g_assert_cmpstr (prose_brief_get (brief, "audience"), ==, "families");
  g_assert_cmpstr (prose_brief_get (brief, "message"), ==, "quiet");
  g_assert_cmpstr (prose_brief_get (brief, "address"), ==, "De");
  g_assert_cmpstr (prose_brief_get (brief, "channel"), ==, "mail");
  g_assert_cmpstr (prose_brief_get (brief, "end-date"), ==, "30 June");
  g_assert_cmpstr (prose_brief_get (brief, "stock"), ==, "42");
  g_assert_cmpstr (prose_brief_get (brief, "proof"), ==, "measured in March");
}

static void
test_reading (void)
{
  g_autoptr (ProseBrief) brief = read_brief (WHOLE);

  assert_whole (brief);
}

static void
test_round_trip (void)
{
  g_autoptr (ProseBrief) brief = read_brief (WHOLE);
  g_autofree char *yaml = prose_brief_write (brief);
  g_autoptr (ProseBrief) again = read_brief (yaml);

  assert_whole (again);
}

static void
test_odd_texts_come_back (void)
{
  static const char *const texts[] = { "it's", "a: b # c", "'", "- x", "{x}", "\\n", "42", "~" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (ProseBrief) brief = prose_brief_new ();
    g_autoptr (ProseBrief) again = NULL;
    g_autofree char *yaml = NULL;

    prose_brief_set (brief, "product", texts[i]);
    prose_brief_add_benefit (brief, texts[i]);
    yaml = prose_brief_write (brief);
    again = read_brief (yaml);
    g_assert_cmpstr (prose_brief_get (again, "product"), ==, texts[i]);
    g_assert_cmpstr (prose_brief_get (again, "benefit"), ==, texts[i]);
  }
}

static void
test_line_ends_become_spaces (void)
{
  g_autoptr (ProseBrief) brief = prose_brief_new ();
  g_autoptr (ProseBrief) again = NULL;
  g_autofree char *yaml = NULL;

  prose_brief_set (brief, "message", "quiet,\nalways");
  yaml = prose_brief_write (brief);
  again = read_brief (yaml);
  g_assert_cmpstr (prose_brief_get (again, "message"), ==, "quiet, always");
}

static void
test_an_empty_brief (void)
{
  g_autoptr (ProseBrief) brief = read_brief ("");
  g_autofree char *yaml = prose_brief_write (brief);

  g_assert_null (prose_brief_get (brief, "product"));
  g_assert_null (prose_brief_get (brief, "benefit"));
  g_assert_cmpstr (yaml, ==, "");
}

/* Nothing but space says nothing. */
static void
test_blank_texts (void)
{
  g_autoptr (ProseBrief) brief = prose_brief_new ();

  prose_brief_set (brief, "product", "øl");
  prose_brief_set (brief, "product", "  ");
  prose_brief_add_benefit (brief, " ");
  g_assert_null (prose_brief_get (brief, "product"));
  g_assert_cmpuint (prose_brief_get_n_benefits (brief), ==, 0);
}

static void
assert_refuses (const char *yaml, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_brief_read ("brief.yaml", yaml, strlen (yaml), &error));
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, message);
}

static void
test_wrong_briefs (void)
{
  assert_refuses ("- a\n", "brief.yaml:1:1: a brief was expected");
  assert_refuses ("product: [a]\n",
                  "brief.yaml:1:10: a text was expected; a text that begins with [ or { or holds "
                  "“: ” stands in single quotes");
  assert_refuses ("benefits: a\n", "brief.yaml:1:11: a list of benefits was expected");
  assert_refuses ("benefits: [a, b, c, d, e, f]\n",
                  "brief.yaml:1:11: at most 5 benefits can be used here");
  assert_refuses ("facts:\n  øl: 3\n",
                  "brief.yaml:2:3: “øl” is no key here; known are end-date, stock, proof");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/brief/" path, function)
  add_test ("reading", test_reading);
  add_test ("round-trip", test_round_trip);
  add_test ("odd-texts-come-back", test_odd_texts_come_back);
  add_test ("line-ends-become-spaces", test_line_ends_become_spaces);
  add_test ("an-empty-brief", test_an_empty_brief);
  add_test ("blank-texts", test_blank_texts);
  add_test ("wrong-briefs", test_wrong_briefs);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-parity-address.h"

#include <string.h>

#include "prose-fixture.h"

/* What is told of units, each familiar (f), polite (p), both (b), or neither (-), ten bytes apart.
 */
static char *
tell (const char *units, const char *language)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_auto (ProseParityAddress) address;
  g_autoptr (ProseParityFinding) finding = NULL;

  prose_parity_address_init (&address);
  for (guint i = 0; units[i] != '\0'; i++) {
    ProseMeasures measures = { .address = { strchr ("fb", units[i]) != NULL,
                                            strchr ("pb", units[i]) != NULL } };

    prose_parity_address_add (&address, &measures, (ProseSpan){ 10 * i, 10 * i + 5 });
  }
  finding = prose_parity_address_create_finding (&address, rules, language);
  return finding != NULL ? g_strdup_printf ("%u: %s", finding->target.start, finding->message)
                         : NULL;
}

static void
test_one_form (void)
{
  assert_string (tell ("", "en"), NULL);
  assert_string (tell ("--", "en"), NULL);
  assert_string (tell ("ff-f", "en"), NULL);
  assert_string (tell ("-pp", NULL), NULL);
}

static void
test_mixed (void)
{
  assert_string (tell ("ffp-p f", "en"),
                 "20: the reader is “the familiar form” in 3 units and “the polite form” in 2");
  assert_string (tell ("-pfpp", NULL),
                 "20: the reader is “the polite form” in 3 units and “the familiar form” in 1");
  assert_string (tell ("b", NULL),
                 "0: the reader is “the familiar form” in 1 unit and “the polite form” in 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parity-address/one-form", test_one_form);
  g_test_add_func ("/parity-address/mixed", test_mixed);

  return g_test_run ();
}

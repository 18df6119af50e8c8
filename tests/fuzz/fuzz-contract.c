/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A contract on tone: read, and a text held against it. */

#include "fuzz-target.h"

#include <string.h>

#include "prose-fixture.h"

#define TEXT "Act now! Only 3 lamps left in this class. Would you like to see how it works?"

static void
hold_against (const ProseContract *contract)
{
  static ProseRuleSet *rules;
  static ProseDocument *document;
  static ProseReport *report;
  g_autoptr (GPtrArray) deviations = NULL;

  if (report == NULL) {
    rules = build_standard_rules ();
    document = prose_document_new (TEXT, -1);
    report = check_text (rules, "en", TEXT);
  }
  deviations = prose_contract_check (contract, report, document, NULL);
  for (guint i = 0; i < deviations->len; i++) {
    const ProseDeviation *deviation = deviations->pdata[i];

    g_assert_true (g_utf8_validate (deviation->message, -1, NULL));
    g_assert_cmpuint (deviation->span.end, <=, strlen (TEXT));
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseContract) contract =
      prose_contract_read ("fuzz.yaml", (const char *)data, size, NULL, &error);

  if (contract == NULL)
    g_assert_true (g_str_has_prefix (error->message, "fuzz.yaml:"));
  else
    hold_against (contract);
  return 0;
}

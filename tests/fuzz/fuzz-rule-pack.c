/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of rules: read, compiled, and made to prove itself. */

#include "fuzz-target.h"

#include "prose-fixture.h"
#include "rewrite/prose-rule-proof.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRulePack) pack =
      prose_rule_pack_new ("fuzz.yaml", (const char *)data, size, lexicon, &error);
  g_autoptr (GPtrArray) failures = NULL;

  if (pack == NULL) {
    g_assert_true (g_str_has_prefix (error->message, "fuzz.yaml:"));
    return 0;
  }
  failures = prose_rule_proof_run (pack, lexicon, NULL);
  return 0;
}

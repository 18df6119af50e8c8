/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A phrase on the first line, matched against the text that comes after it. */

#include "fuzz-target.h"

#include <string.h>

#include "check/prose-checker.h"
#include "prose-fixture.h"

static ProseRuleSet *
compile (const char *phrase)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);

  g_ptr_array_add (rules, make_rule ("fuzz.rule", phrase, NULL));
  g_ptr_array_add (lexicons, build_lexicon ("en"));
  return prose_rule_set_new (rules, lexicons, NULL);
}

static void
check_diagnostics (const char *text, const GArray *diagnostics)
{
  gsize length = strlen (text);

  for (guint i = 0; i < diagnostics->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);

    g_assert_cmpuint (diagnostic->span.start, <, diagnostic->span.end);
    g_assert_cmpuint (diagnostic->span.end, <=, length);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *input = fuzz_dup_text (data, size);
  g_auto (GStrv) parts = g_strsplit (input, "\n", 2);
  g_autoptr (ProseRuleSet) rules = parts[0] != NULL ? compile (parts[0]) : NULL;
  g_autoptr (ProseReport) report = NULL;

  if (rules == NULL || parts[1] == NULL)
    return 0;

  report = check_text (rules, "en", parts[1]);
  check_diagnostics (parts[1], prose_report_get_diagnostics (report));
  return 0;
}

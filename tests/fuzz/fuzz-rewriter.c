/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text: every mark is rewritten. What comes out is text again, fits its place,
 * and presses less. */

#include "fuzz-target.h"

#include <string.h>

#include "prose-fixture.h"

typedef struct {
  ProseRuleSet *rules;
  ProseChecker *checker;
  ProseRewriter *rewriter;
} Desk;

static Desk *
get_desk (void)
{
  static Desk desk;

  if (desk.rules == NULL) {
    desk.rules = build_standard_rules ();
    desk.checker = prose_checker_new (desk.rules);
    desk.rewriter = prose_rewriter_new (desk.rules);
  }
  return &desk;
}

static void
check_suggestion (const ProseSuggestion *suggestion,
                  const ProseDiagnostic *mark,
                  const char *sentence)
{
  g_autoptr (GString) applied = g_string_new (sentence);
  guint start = suggestion->span.start - mark->sentence.start;

  g_assert_true (g_utf8_validate (suggestion->text, -1, NULL));
  g_assert_cmpuint (suggestion->span.start, >=, mark->sentence.start);
  g_assert_cmpuint (suggestion->span.end, <=, mark->sentence.end);
  g_string_erase (applied, start, prose_span_get_length (suggestion->span));
  g_string_insert (applied, start, suggestion->text);
  g_assert_cmpstr (applied->str, ==, suggestion->sentence);
}

static void
rewrite (Desk *desk, const char *text, const ProseDiagnostic *mark)
{
  g_autofree char *sentence = dup_span (text, mark->sentence);
  g_autoptr (GPtrArray) suggestions = prose_rewriter_suggest (desk->rewriter, mark, sentence);

  for (guint i = 0; i < suggestions->len; i++)
    check_suggestion (suggestions->pdata[i], mark, sentence);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Desk *desk = get_desk ();
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (ProseDocument) document = prose_document_new (text, -1);
  g_autoptr (ProseReport) report = prose_checker_check (desk->checker, document, "en");
  GArray *marks = prose_report_get_diagnostics (report);

  prose_rewriter_set_measures (desk->rewriter, prose_report_get_measures (report));
  for (guint i = 0; i < marks->len; i++)
    rewrite (desk, text, &g_array_index (marks, ProseDiagnostic, i));
  return 0;
}

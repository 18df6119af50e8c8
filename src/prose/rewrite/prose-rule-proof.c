/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A rule proves itself: alone, it marks what it says it flags, with the span
 * and the rewrites it promises, and leaves its near misses alone. */

#include "rewrite/prose-rule-proof.h"

#include <string.h>

#include "check/prose-checker.h"
#include "rewrite/prose-rewriter.h"

/* What one rule is proved with. */
typedef struct {
  ProseChecker *checker;
  ProseRewriter *rewriter;
  GPtrArray *failures;
} Proof;

static void G_GNUC_PRINTF (3, 4)
    add_failure (Proof *self, const ProseRuleExample *example, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->failures,
                   g_strdup_printf ("%s: %s: %s", example->place, example->rule->id, message));
}

static char *
dup_span (const char *text, ProseSpan span)
{
  return g_strndup (text + span.start, prose_span_get_length (span));
}

static char *
list_marks (const char *text, const GArray *found)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    g_autofree char *mark = dup_span (text, g_array_index (found, ProseDiagnostic, i).span);

    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", mark);
  }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The mark that the example promises; any, if it names none. */
static const ProseDiagnostic *
find_mark (const ProseRuleExample *example, const GArray *found)
{
  for (guint i = 0; i < found->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (found, ProseDiagnostic, i);
    g_autofree char *mark = dup_span (example->text, diagnostic->span);

    if (example->span == NULL || g_str_equal (mark, example->span))
      return diagnostic;
  }
  return NULL;
}

static void
prove_rewrite (Proof *self,
               const ProseRuleExample *example,
               GPtrArray *suggestions,
               const ProseRewriteTemplate *expected)
{
  const char *kind = prose_rewrite_kind_to_string (expected->kind);

  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = suggestions->pdata[i];

    if (suggestion->kind != expected->kind)
      continue;
    if (!g_str_equal (suggestion->text, expected->text))
      add_failure (self, example, "the %s rewrite is “%s”", kind, suggestion->text);
    return;
  }
  add_failure (self, example, "there is no %s rewrite here", kind);
}

static void
prove_rewrites (Proof *self, const ProseRuleExample *example, const ProseDiagnostic *mark)
{
  g_autofree char *sentence = dup_span (example->text, mark->sentence);
  g_autoptr (GPtrArray) suggestions = prose_rewriter_suggest (self->rewriter, mark, sentence);

  for (guint i = 0; i < example->rewrites->len; i++)
    prove_rewrite (self, example, suggestions,
                   &g_array_index (example->rewrites, ProseRewriteTemplate, i));
}

static void
prove_flags (Proof *self, const ProseRuleExample *example, const GArray *found)
{
  const ProseDiagnostic *mark = find_mark (example, found);
  g_autofree char *marks = NULL;

  if (found->len == 0) {
    add_failure (self, example, "marks nothing in “%s”", example->text);
    return;
  }
  if (mark == NULL) {
    marks = list_marks (example->text, found);
    add_failure (self, example, "marks %s instead of “%s”", marks, example->span);
    return;
  }
  if (mark->rule->severity != PROSE_SEVERITY_CREDIT)
    prove_rewrites (self, example, mark);
}

static void
prove_example (Proof *self, const ProseRuleExample *example)
{
  const ProseRule *rule = example->rule;
  g_autoptr (ProseDocument) document = prose_document_new (example->text, -1);
  g_autoptr (ProseReport) report =
      prose_checker_check (self->checker, document, rule->category->language);
  const GArray *found = rule->severity == PROSE_SEVERITY_CREDIT
                            ? prose_report_get_credits (report)
                            : prose_report_get_diagnostics (report);

  if (example->flags) {
    prove_flags (self, example, found);
  } else if (found->len > 0) {
    g_autofree char *marks = list_marks (example->text, found);

    add_failure (self, example, "should pass, but marks %s", marks);
  }
}

/* The rule as it is but for its zone, as its examples are texts of that zone, and loud. */
static ProseRule *
copy_for_any_zone (const ProseRule *rule)
{
  ProseRule *copy = prose_rule_new (rule->category, strchr (rule->id, '.') + 1);

  copy->severity = rule->severity;
  copy->weight = rule->weight;
  copy->guards = rule->guards & ~PROSE_GUARD_QUIET;
  copy->phrases = g_strdupv (rule->phrases);
  copy->exceptions = g_strdupv (rule->exceptions);
  g_array_unref (copy->rewrites);
  copy->rewrites = g_array_ref (rule->rewrites);

  return copy;
}

static gboolean
prove_rule (ProseRulePack *pack,
            ProseRule *rule,
            ProseLexicon *lexicon,
            GPtrArray *failures,
            GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  g_autoptr (ProseRuleSet) rule_set = NULL;
  g_autoptr (ProseChecker) checker = NULL;
  g_autoptr (ProseRewriter) rewriter = NULL;
  Proof proof = { .failures = failures };

  g_ptr_array_add (rules, copy_for_any_zone (rule));
  g_ptr_array_add (lexicons, lexicon);
  rule_set = prose_rule_set_new (rules, lexicons, error);
  if (rule_set == NULL)
    return FALSE;

  proof.checker = checker = prose_checker_new (rule_set);
  proof.rewriter = rewriter = prose_rewriter_new (rule_set);
  for (guint i = 0; i < pack->examples->len; i++) {
    const ProseRuleExample *example = pack->examples->pdata[i];

    if (example->rule == rule)
      prove_example (&proof, example);
  }
  return TRUE;
}

/**
 * prose_rule_proof_run:
 * @pack: a pack
 * @lexicon: the lexicon of its language
 * @error: return location for a #GError
 *
 * Proves each rule of a pack by its own examples, alone.
 *
 * Returns: (transfer full) (element-type utf8): the failures, as
 *   `name:line:column: rule: what`; %NULL with an error if a rule cannot even
 *   be compiled
 */
GPtrArray *
prose_rule_proof_run (ProseRulePack *pack, ProseLexicon *lexicon, GError **error)
{
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pack->rules->len; i++)
    if (!prove_rule (pack, pack->rules->pdata[i], lexicon, failures, error))
      return NULL;

  return g_steal_pointer (&failures);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rule-list.h"

#include "rules/prose-rule-store.h"

static gint
compare_rules (gconstpointer a, gconstpointer b)
{
  const ProseRule *first = *(const ProseRule *const *)a;
  const ProseRule *second = *(const ProseRule *const *)b;
  int order = g_strcmp0 (first->category->language, second->category->language);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

static gboolean
is_of_language (const ProseRule *rule, const char *language)
{
  return language == NULL || g_str_equal (rule->category->language, language);
}

/* The rules of the language, or of all languages, in a settled order. */
static GPtrArray *
sort_rules (ProseRuleSet *rules, const char *language)
{
  g_autoptr (GPtrArray) all = prose_rule_set_dup_rules (rules);
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);

  for (guint i = 0; i < all->len; i++)
    if (is_of_language (g_ptr_array_index (all, i), language))
      g_ptr_array_add (sorted, prose_rule_ref (g_ptr_array_index (all, i)));
  g_ptr_array_sort (sorted, compare_rules);

  return sorted;
}

static void
add_line (GString *output, const ProseRule *rule)
{
  g_string_append_printf (output, "%s\t%s\t%s\t%u\t%s\n", rule->category->language, rule->id,
                          prose_severity_to_string (rule->severity), rule->weight,
                          rule->category->title);
}

/**
 * mellow_rule_list_add:
 * @language: (nullable): whose rules; %NULL for all
 *
 * Writes a line for each rule: language, rule, severity, weight and the title
 * of its category, with tabs between them.
 */
void
mellow_rule_list_add (GString *output, ProseRuleSet *rules, const char *language)
{
  g_autoptr (GPtrArray) sorted = sort_rules (rules, language);

  for (guint i = 0; i < sorted->len; i++)
    add_line (output, g_ptr_array_index (sorted, i));
}

static void
add_lines_of (GString *output, GPtrArray *rules, const char *id)
{
  for (guint i = 0; i < rules->len; i++) {
    const ProseRule *rule = g_ptr_array_index (rules, i);

    if (g_str_equal (rule->id, id))
      add_line (output, rule);
  }
}

/**
 * mellow_rule_list_search:
 * @database: the file that @rules come from
 * @language: (nullable): whose rules; %NULL for all
 * @words: what to search
 *
 * The same for the rules about some words, those of each language with the best
 * first.
 *
 * Returns: whether @database could be searched
 */
gboolean
mellow_rule_list_search (GString *output,
                         ProseRuleSet *rules,
                         const char *database,
                         const char *language,
                         const char *words,
                         GError **error)
{
  g_autoptr (GPtrArray) codes = prose_rule_set_dup_languages (rules);

  for (guint i = 0; i < codes->len; i++) {
    const char *code = g_ptr_array_index (codes, i);
    g_autoptr (GPtrArray) all = sort_rules (rules, code);
    g_auto (GStrv) ids = NULL;

    if (language != NULL && !g_str_equal (code, language))
      continue;
    ids = prose_rule_store_search (database, code, words, error);
    if (ids == NULL)
      return FALSE;
    for (guint j = 0; ids[j] != NULL; j++)
      add_lines_of (output, all, ids[j]);
  }
  return TRUE;
}

static void
append_field (GString *output, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (output, "  %s: %s\n", name, value);
}

static void
append_texts (GString *output, const char *name, GStrv texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    append_field (output, name, texts[i]);
}

static void
append_rewrites (GString *output, GArray *rewrites)
{
  for (guint i = 0; i < rewrites->len; i++) {
    const ProseRewriteTemplate *rewrite = &g_array_index (rewrites, ProseRewriteTemplate, i);

    append_field (output, prose_rewrite_kind_to_string (rewrite->kind), rewrite->text);
  }
}

static void
append_explanation (GString *output, const ProseRule *rule)
{
  g_string_append_printf (output, "%s (%s): %s, %s, weight %u\n", rule->id,
                          rule->category->language, rule->category->title,
                          prose_severity_to_string (rule->severity), rule->weight);
  append_field (output, "why", rule->why);
  append_field (output, "reference", rule->reference);
  append_field (output, "ask", rule->ask);
  append_texts (output, "phrase", rule->phrases);
  append_texts (output, "except", rule->exceptions);
  append_rewrites (output, rule->rewrites);
  append_texts (output, "marks", rule->flagged);
  append_texts (output, "leaves", rule->passed);
}

/**
 * mellow_rule_list_explain:
 * @language: (nullable): whose rule; %NULL for any
 * @id: a rule, such as `scarcity.only-n-left`
 *
 * Writes all that is known of a rule, once for each language that has it.
 *
 * Returns: whether there is such a rule
 */
gboolean
mellow_rule_list_explain (GString *output,
                          ProseRuleSet *rules,
                          const char *language,
                          const char *id)
{
  g_autoptr (GPtrArray) sorted = sort_rules (rules, language);
  gboolean is_found = FALSE;

  for (guint i = 0; i < sorted->len; i++) {
    const ProseRule *rule = g_ptr_array_index (sorted, i);

    if (!g_str_equal (rule->id, id))
      continue;
    append_explanation (output, rule);
    is_found = TRUE;
  }

  return is_found;
}

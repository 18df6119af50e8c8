/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-pack.h"

#include <string.h>

#include "rules/prose-pattern.h"
#include "rules/prose-program.h"
#include "rules/prose-yaml.h"

/* The guards a pressure rule has unless it says otherwise. */
#define ALL_GUARDS (PROSE_GUARD_QUOTED | PROSE_GUARD_NEGATED | PROSE_GUARD_NAME)

#define MOST_WEIGHT 10

typedef struct {
  ProseYaml *yaml;
  ProseRulePack *pack;
  ProseTermTable *terms;
  GHashTable *sets; /* name → pattern */
  GHashTable *ids;  /* of the rules so far */
} Reader;

static void
example_free (ProseRuleExample *self)
{
  g_free (self->text);
  g_free (self->span);
  g_array_unref (self->rewrites);
  g_free (self->place);
  g_free (self);
}

void
prose_rule_pack_free (ProseRulePack *self)
{
  g_free (self->name);
  g_clear_pointer (&self->category, prose_category_unref);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->examples);
  g_free (self);
}

/* The text of a key that has to be there. */
static const char *
require_text (Reader *self, yaml_node_t *mapping, const char *key, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (self->yaml, mapping, key);

  if (node == NULL) {
    prose_yaml_fail (self->yaml, mapping, 0, error, "“%s” is missing here", key);
    return NULL;
  }
  if (!prose_yaml_expect (self->yaml, node, YAML_SCALAR_NODE, "a text", error))
    return NULL;

  return prose_yaml_get_text (node);
}

/* The text of a key that may be missing; FALSE only if it is something else. */
static gboolean
read_text (Reader *self, yaml_node_t *mapping, const char *key, char **text, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (self->yaml, mapping, key);

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (self->yaml, node, YAML_SCALAR_NODE, "a text", error))
    return FALSE;

  *text = g_strdup (prose_yaml_get_text (node));
  return TRUE;
}

/* --- patterns --- */

static gboolean
check_pattern (
    Reader *self, yaml_node_t *node, gboolean needs_anchor, GPtrArray *captures, GError **error)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (ProseNode));
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (ProseAnchor));
  g_autoptr (GError) problem = NULL;
  ProsePatternContext context = { self->terms, self->sets, captures };
  const char *pattern = prose_yaml_get_text (node);
  guint offset;

  if (!prose_pattern_parse (pattern, &context, nodes, &offset, &problem))
    return prose_yaml_fail (self->yaml, node, offset, error, "%s", problem->message);
  if (needs_anchor && !prose_program_find_anchors (nodes, self->terms, 0, anchors))
    return prose_yaml_fail (self->yaml, node, 0, error,
                            "a phrase needs a word or sign that is not optional");
  return TRUE;
}

/* --- the sets of the pack --- */

static void write_out (Reader *self, const char *pattern, GString *out);

static gsize
get_name_length (const char *p)
{
  gsize n = 0;

  while (g_ascii_isalnum (p[n]) || p[n] == '-' || p[n] == '_')
    n++;

  return n;
}

static gboolean
append_set (Reader *self, const char *name, gsize length, GString *out)
{
  g_autofree char *key = g_strndup (name, length);
  const char *body = g_hash_table_lookup (self->sets, key);

  if (body == NULL)
    return FALSE;

  g_string_append_c (out, '(');
  write_out (self, body, out);
  g_string_append_c (out, ')');
  return TRUE;
}

/* Whether the braces {name} mean something else than a set. */
static gboolean
is_reserved (const char *name, gsize length, gboolean alone)
{
  g_autofree char *copy = g_strndup (name, length);
  guint term;

  return prose_term_table_find_class (copy, &term) ||
         (alone && (g_str_equal (copy, "clause") || g_str_equal (copy, "end")));
}

/* Writes out <soon> at start. Returns its last character, or NULL if it is no set
 * of the pack. */
static const char *
write_out_set (Reader *self, const char *start, GString *out)
{
  gsize n = get_name_length (start + 1);

  if (start[n + 1] != '>' || !append_set (self, start + 1, n, out))
    return NULL;

  return start + n + 1;
}

/* The same for {soon} and {when:soon}, which capture. */
static const char *
write_out_braces (Reader *self, const char *start, GString *out)
{
  gsize n = get_name_length (start + 1);
  gboolean alone = start[n + 1] != ':';
  const char *set = alone ? start + 1 : start + n + 2;
  gsize n_set = get_name_length (set);
  gsize length_before = out->len;

  if (n == 0 || set[n_set] != '}' || is_reserved (set, n_set, alone))
    return NULL;

  g_string_append_printf (out, "{%.*s:", (int)n, start + 1);
  if (!append_set (self, set, n_set, out)) {
    g_string_truncate (out, length_before);
    return NULL;
  }
  g_string_append_c (out, '}');
  return set + n_set;
}

/* Appends the pattern with the sets of the pack written out, since only those of
 * the lexicon are known outside of it. */
static void
write_out (Reader *self, const char *pattern, GString *out)
{
  for (const char *p = pattern; *p != '\0'; p++) {
    const char *last = NULL;

    if (*p == '\\' && p[1] != '\0')
      g_string_append_c (out, *p++);
    else if (*p == '<')
      last = write_out_set (self, p, out);
    else if (*p == '{')
      last = write_out_braces (self, p, out);

    if (last != NULL)
      p = last;
    else
      g_string_append_c (out, *p);
  }
}

static gboolean
read_patterns (Reader *self,
               yaml_node_t *rule,
               const char *key,
               GPtrArray *captures,
               GStrv *patterns,
               GError **error)
{
  yaml_node_t *list = prose_yaml_lookup (self->yaml, rule, key);
  gboolean is_phrases = g_str_equal (key, "phrases");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (list == NULL && is_phrases)
    return prose_yaml_fail (self->yaml, rule, 0, error, "the rule has no phrases");
  if (list != NULL && !prose_yaml_expect (self->yaml, list, YAML_SEQUENCE_NODE, "a list", error))
    return FALSE;
  if (list != NULL && is_phrases && prose_yaml_get_n_items (list) == 0)
    return prose_yaml_fail (self->yaml, list, 0, error, "the rule has no phrases");

  for (guint i = 0; list != NULL && i < prose_yaml_get_n_items (list); i++) {
    yaml_node_t *item = prose_yaml_get_item (self->yaml, list, i);
    g_autoptr (GString) pattern = g_string_new (NULL);

    if (!prose_yaml_expect (self->yaml, item, YAML_SCALAR_NODE, "a phrase", error) ||
        !check_pattern (self, item, is_phrases, captures, error))
      return FALSE;
    write_out (self, prose_yaml_get_text (item), pattern);
    g_strv_builder_add (builder, pattern->str);
  }
  *patterns = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_sets (Reader *self, yaml_node_t *root, GError **error)
{
  yaml_node_t *sets = prose_yaml_lookup (self->yaml, root, "sets");

  if (sets == NULL)
    return TRUE;
  if (!prose_yaml_expect (self->yaml, sets, YAML_MAPPING_NODE, "a map of sets", error))
    return FALSE;

  for (yaml_node_pair_t *pair = sets->data.mapping.pairs.start; pair < sets->data.mapping.pairs.top;
       pair++) {
    yaml_node_t *key = prose_yaml_get_node (self->yaml, pair->key);
    yaml_node_t *value = prose_yaml_get_node (self->yaml, pair->value);

    if (!prose_yaml_expect (self->yaml, key, YAML_SCALAR_NODE, "the name of a set", error) ||
        !prose_yaml_expect_once (self->yaml, sets, pair, error) ||
        !prose_yaml_expect (self->yaml, value, YAML_SCALAR_NODE, "a phrase", error))
      return FALSE;
    g_hash_table_insert (self->sets, (gpointer)prose_yaml_get_text (key),
                         (gpointer)prose_yaml_get_text (value));
  }
  /* A set may name one that stands further down. */
  for (yaml_node_pair_t *pair = sets->data.mapping.pairs.start; pair < sets->data.mapping.pairs.top;
       pair++) {
    g_autoptr (GPtrArray) captures = g_ptr_array_new_with_free_func (g_free);

    if (!check_pattern (self, prose_yaml_get_node (self->yaml, pair->value), FALSE, captures,
                        error))
      return FALSE;
  }
  return TRUE;
}

/* --- rewrites --- */

static gboolean
has_capture (GPtrArray *captures, const char *name)
{
  return g_ptr_array_find_with_equal_func (captures, name, g_str_equal, NULL);
}

/* Every {name} of a template, and of {if name} and {unless name}, has to be a capture
 * of the phrases; a form of address is none. */
static gboolean
check_template (Reader *self, yaml_node_t *node, GPtrArray *captures, GError **error)
{
  const char *text = prose_yaml_get_text (node);

  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{')) {
    g_autofree char *slot = g_strndup (p + 1, strcspn (p + 1, ":=}"));
    gboolean is_wanted;
    const char *condition = prose_rewrite_slot_get_condition (slot, &is_wanted);
    const char *name = condition != NULL ? condition : slot;

    if (strchr (p, '}') == NULL)
      return prose_yaml_fail (self->yaml, node, p - text, error, "“{” has no closing “}”");
    if (!prose_rewrite_slot_is_address (p + 1) && !has_capture (captures, name) &&
        !prose_rewrite_slot_is_common (name))
      return prose_yaml_fail (self->yaml, node, p - text, error,
                              "no phrase of the rule captures “%s”", name);
  }
  return TRUE;
}

static gboolean
read_templates (Reader *self,
                ProseRule *rule,
                ProseRewriteKind kind,
                yaml_node_t *node,
                GPtrArray *captures,
                GError **error)
{
  if (node->type == YAML_SEQUENCE_NODE) {
    for (guint i = 0; i < prose_yaml_get_n_items (node); i++) {
      yaml_node_t *item = prose_yaml_get_item (self->yaml, node, i);

      if (!prose_yaml_expect (self->yaml, item, YAML_SCALAR_NODE, "a template", error) ||
          !read_templates (self, rule, kind, item, captures, error))
        return FALSE;
    }
    return TRUE;
  }
  if (!prose_yaml_expect (self->yaml, node, YAML_SCALAR_NODE, "a template", error) ||
      !check_template (self, node, captures, error))
    return FALSE;

  prose_rule_add_rewrite (rule, kind, prose_yaml_get_text (node));
  return TRUE;
}

static gboolean
read_kind (Reader *self, yaml_node_t *key, ProseRewriteKind *kind, GError **error)
{
  const char *name = prose_yaml_get_text (key);

  if (name != NULL && prose_rewrite_kind_from_string (name, kind))
    return TRUE;

  return prose_yaml_fail (self->yaml, key, 0, error,
                          "“%s” is no kind of rewrite; known are benefit, question, choice, "
                          "evidence, plain",
                          name != NULL ? name : "…");
}

static gboolean
read_rewrites (
    Reader *self, yaml_node_t *node, ProseRule *rule, GPtrArray *captures, GError **error)
{
  yaml_node_t *rewrites = prose_yaml_lookup (self->yaml, node, "rewrites");

  if (rewrites == NULL)
    return TRUE;
  if (!prose_yaml_expect (self->yaml, rewrites, YAML_MAPPING_NODE, "a map of rewrites", error))
    return FALSE;

  for (yaml_node_pair_t *pair = rewrites->data.mapping.pairs.start;
       pair < rewrites->data.mapping.pairs.top; pair++) {
    ProseRewriteKind kind;

    if (!read_kind (self, prose_yaml_get_node (self->yaml, pair->key), &kind, error) ||
        !prose_yaml_expect_once (self->yaml, rewrites, pair, error) ||
        !read_templates (self, rule, kind, prose_yaml_get_node (self->yaml, pair->value), captures,
                         error))
      return FALSE;
  }
  return TRUE;
}

/* --- examples --- */

static ProseRuleExample *
add_example (Reader *self, const ProseRule *rule, yaml_node_t *node, gboolean flags)
{
  ProseRuleExample *example = g_new0 (ProseRuleExample, 1);

  example->rule = rule;
  example->flags = flags;
  example->place = g_strdup_printf ("%s:%zu:%zu", self->yaml->name, node->start_mark.line + 1,
                                    node->start_mark.column + 1);
  example->rewrites = prose_rewrite_templates_new ();
  g_ptr_array_add (self->pack->examples, example);

  return example;
}

static gboolean
read_detailed_example (Reader *self, ProseRuleExample *example, yaml_node_t *node, GError **error)
{
  static const char *const keys[] = { "text",   "span",     "benefit", "question",
                                      "choice", "evidence", "plain",   NULL };
  const char *text;

  if (!prose_yaml_expect_keys (self->yaml, node, keys, error))
    return FALSE;
  text = require_text (self, node, "text", error);
  if (text == NULL || !read_text (self, node, "span", &example->span, error))
    return FALSE;

  example->text = g_strdup (text);
  if (example->span != NULL && strstr (text, example->span) == NULL)
    return prose_yaml_fail (self->yaml, node, 0, error, "the text does not hold the span “%s”",
                            example->span);

  for (const char *const *key = keys + 2; *key != NULL; key++) {
    ProseRewriteTemplate rewrite = { 0 };

    if (!read_text (self, node, *key, &rewrite.text, error))
      return FALSE;
    if (rewrite.text == NULL)
      continue;
    prose_rewrite_kind_from_string (*key, &rewrite.kind);
    g_array_append_val (example->rewrites, rewrite);
  }
  return TRUE;
}

static gboolean
read_example (Reader *self, ProseRuleExample *example, yaml_node_t *node, GError **error)
{
  if (node->type == YAML_MAPPING_NODE)
    return read_detailed_example (self, example, node, error);
  if (!prose_yaml_expect (self->yaml, node, YAML_SCALAR_NODE, "a text", error))
    return FALSE;

  example->text = g_strdup (prose_yaml_get_text (node));
  return TRUE;
}

static gboolean
read_examples (Reader *self, yaml_node_t *node, const char *key, ProseRule *rule, GError **error)
{
  yaml_node_t *list = prose_yaml_lookup (self->yaml, node, key);

  if (list == NULL)
    return prose_yaml_fail (self->yaml, node, 0, error, "the rule has no “%s” to prove it", key);
  if (!prose_yaml_expect (self->yaml, list, YAML_SEQUENCE_NODE, "a list of texts", error))
    return FALSE;
  if (prose_yaml_get_n_items (list) == 0)
    return prose_yaml_fail (self->yaml, list, 0, error, "there is no text here to prove the rule");

  for (guint i = 0; i < prose_yaml_get_n_items (list); i++) {
    yaml_node_t *item = prose_yaml_get_item (self->yaml, list, i);
    ProseRuleExample *example = add_example (self, rule, item, g_str_equal (key, "flags"));

    if (!read_example (self, example, item, error))
      return FALSE;
    prose_rule_add_example (rule, example->flags, example->text);
  }
  return TRUE;
}

/* --- rules --- */

static gboolean
read_severity (Reader *self, yaml_node_t *node, ProseRule *rule, GError **error)
{
  yaml_node_t *severity = prose_yaml_lookup (self->yaml, node, "severity");
  gboolean is_soft = self->pack->category->meter != PROSE_METER_PRESSURE;

  rule->severity = PROSE_SEVERITY_CREDIT;
  if (severity == NULL && is_soft)
    return TRUE;
  if (severity == NULL)
    return prose_yaml_fail (self->yaml, node, 0, error, "“severity” is missing here");
  if (is_soft)
    return prose_yaml_fail (self->yaml, severity, 0, error,
                            "a soft pack gives credit: its rules have no severity");
  if (prose_severity_from_string (prose_yaml_get_text (severity), &rule->severity) &&
      rule->severity != PROSE_SEVERITY_CREDIT)
    return TRUE;

  return prose_yaml_fail (self->yaml, severity, 0, error,
                          "a severity is one of note, pressure, proof, remove");
}

static gboolean
read_weight (Reader *self, yaml_node_t *node, ProseRule *rule, GError **error)
{
  const char *text = require_text (self, node, "weight", error);
  guint64 weight;

  if (text == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, MOST_WEIGHT, &weight, NULL))
    return prose_yaml_fail (self->yaml, prose_yaml_lookup (self->yaml, node, "weight"), 0, error,
                            "a weight is a whole number from 0 to %d", MOST_WEIGHT);
  rule->weight = weight;
  return TRUE;
}

static gboolean
read_zone (Reader *self, yaml_node_t *node, ProseRule *rule, GError **error)
{
  yaml_node_t *zone = prose_yaml_lookup (self->yaml, node, "zone");

  if (zone == NULL || prose_zone_from_string (prose_yaml_get_text (zone), &rule->zone))
    return TRUE;

  return prose_yaml_fail (self->yaml, zone, 0, error,
                          "a zone is one of headline, subject, button, decline, fine-print, "
                          "description, body");
}

static gboolean
read_guard (Reader *self, yaml_node_t *node, ProseGuards *guards, GError **error)
{
  const char *name = prose_yaml_get_text (node);

  if (g_strcmp0 (name, "quoted") == 0)
    *guards |= PROSE_GUARD_QUOTED;
  else if (g_strcmp0 (name, "negated") == 0)
    *guards |= PROSE_GUARD_NEGATED;
  else if (g_strcmp0 (name, "name") == 0)
    *guards |= PROSE_GUARD_NAME;
  else if (g_strcmp0 (name, "quiet") == 0)
    *guards |= PROSE_GUARD_QUIET;
  else
    return prose_yaml_fail (self->yaml, node, 0, error,
                            "a guard is one of quoted, negated, name, quiet");
  return TRUE;
}

static gboolean
read_guards (Reader *self, yaml_node_t *node, ProseRule *rule, GError **error)
{
  yaml_node_t *list = prose_yaml_lookup (self->yaml, node, "guards");

  if (list == NULL) {
    rule->guards = self->pack->category->meter == PROSE_METER_PRESSURE ? ALL_GUARDS : 0;
    return TRUE;
  }
  if (!prose_yaml_expect (self->yaml, list, YAML_SEQUENCE_NODE, "a list of guards", error))
    return FALSE;

  for (guint i = 0; i < prose_yaml_get_n_items (list); i++)
    if (!read_guard (self, prose_yaml_get_item (self->yaml, list, i), &rule->guards, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_words (Reader *self, yaml_node_t *node, ProseRule *rule, GError **error)
{
  return read_text (self, node, "why", &rule->why, error) &&
         read_text (self, node, "reference", &rule->reference, error) &&
         read_text (self, node, "ask", &rule->ask, error);
}

static gboolean
fill_rule (Reader *self, yaml_node_t *node, ProseRule *rule, GError **error)
{
  g_autoptr (GPtrArray) captures = g_ptr_array_new_with_free_func (g_free);

  return read_severity (self, node, rule, error) && read_weight (self, node, rule, error) &&
         read_zone (self, node, rule, error) && read_guards (self, node, rule, error) &&
         read_words (self, node, rule, error) &&
         read_patterns (self, node, "phrases", captures, &rule->phrases, error) &&
         read_rewrites (self, node, rule, captures, error) &&
         read_patterns (self, node, "except", captures, &rule->exceptions, error) &&
         read_examples (self, node, "flags", rule, error) &&
         read_examples (self, node, "passes", rule, error);
}

static gboolean
read_rule (Reader *self, yaml_node_t *node, GError **error)
{
  static const char *const keys[] = { "id",       "severity", "weight", "zone", "guards",
                                      "phrases",  "except",   "why",    "ask",  "reference",
                                      "rewrites", "flags",    "passes", NULL };
  ProseRule *rule;
  const char *id;

  if (!prose_yaml_expect (self->yaml, node, YAML_MAPPING_NODE, "a rule", error) ||
      !prose_yaml_expect_keys (self->yaml, node, keys, error))
    return FALSE;
  id = require_text (self, node, "id", error);
  if (id == NULL)
    return FALSE;
  if (!g_hash_table_add (self->ids, (gpointer)id))
    return prose_yaml_fail (self->yaml, node, 0, error, "another rule of this pack has the id “%s”",
                            id);

  rule = prose_rule_new (self->pack->category, id);
  g_ptr_array_add (self->pack->rules, rule);
  return fill_rule (self, node, rule, error);
}

static gboolean
read_rules (Reader *self, yaml_node_t *root, GError **error)
{
  yaml_node_t *rules = prose_yaml_lookup (self->yaml, root, "rules");

  if (rules == NULL)
    return prose_yaml_fail (self->yaml, root, 0, error, "“rules” is missing here");
  if (!prose_yaml_expect (self->yaml, rules, YAML_SEQUENCE_NODE, "a list of rules", error))
    return FALSE;

  for (guint i = 0; i < prose_yaml_get_n_items (rules); i++)
    if (!read_rule (self, prose_yaml_get_item (self->yaml, rules, i), error))
      return FALSE;
  return TRUE;
}

/* What the family covers; an example is of no use where that is nothing. */
static gboolean
read_coverage (Reader *self, yaml_node_t *root, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (self->yaml, root, "covers");
  ProseCoverage coverage;
  const char *example;

  if (node == NULL)
    return TRUE;
  if (!prose_coverage_from_string (prose_yaml_get_text (node), &coverage))
    return prose_yaml_fail (self->yaml, node, 0, error,
                            "a family covers one of need, benefit, worry, limit, step, choice");
  example = require_text (self, root, "example", error);
  if (example == NULL)
    return FALSE;

  prose_category_set_coverage (self->pack->category, coverage, example);
  return TRUE;
}

static gboolean
read_category (Reader *self, yaml_node_t *root, const char *language, GError **error)
{
  const char *id = require_text (self, root, "category", error);
  const char *title = id != NULL ? require_text (self, root, "title", error) : NULL;
  const char *meter_name = title != NULL ? require_text (self, root, "meter", error) : NULL;
  ProseMeter meter;

  if (meter_name == NULL)
    return FALSE;
  if (!prose_meter_from_string (meter_name, &meter))
    return prose_yaml_fail (self->yaml, prose_yaml_lookup (self->yaml, root, "meter"), 0, error,
                            "a meter is one of pressure, warmth, information");

  self->pack->category = prose_category_new (
      language, id, title, meter, prose_yaml_lookup (self->yaml, root, "next-step") != NULL);
  prose_category_set_makes_claims (self->pack->category,
                                   prose_yaml_lookup (self->yaml, root, "claims") != NULL);
  return read_coverage (self, root, error);
}

/* A pack need not say its language; if it does, it is read as one of that. */
static gboolean
expect_language (Reader *self, yaml_node_t *root, const char *language, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (self->yaml, root, "language");

  if (node == NULL || g_strcmp0 (prose_yaml_get_text (node), language) == 0)
    return TRUE;

  return prose_yaml_fail (self->yaml, node, 0, error, "the language “%s” was expected here",
                          language);
}

static gboolean
read_name (Reader *self, yaml_node_t *root, GError **error)
{
  if (!read_text (self, root, "name", &self->pack->name, error))
    return FALSE;
  if (self->pack->name == NULL)
    self->pack->name = g_strdup (self->pack->category->id);
  if (*self->pack->name != '\0')
    return TRUE;

  return prose_yaml_fail (self->yaml, root, 0, error, "the pack has an empty name");
}

static gboolean
read_pack (Reader *self, const char *language, GError **error)
{
  static const char *const keys[] = { "language", "name",      "category", "title",
                                      "meter",    "next-step", "covers",   "example",
                                      "claims",   "sets",      "rules",    NULL };
  yaml_node_t *root = prose_yaml_get_root (self->yaml);

  if (root == NULL) {
    g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, "%s:1:1: the pack is empty",
                 self->yaml->name);
    return FALSE;
  }
  return prose_yaml_expect (self->yaml, root, YAML_MAPPING_NODE, "a rule pack", error) &&
         prose_yaml_expect_keys (self->yaml, root, keys, error) &&
         expect_language (self, root, language, error) &&
         read_category (self, root, language, error) && read_name (self, root, error) &&
         read_sets (self, root, error) && read_rules (self, root, error);
}

/**
 * prose_rule_pack_new:
 * @name: the file's name, for messages
 * @data: its content, YAML
 * @length: its length in bytes
 * @lexicon: the lexicon of its language
 * @error: return location for a #GError
 *
 * Reads and checks a rule pack; `data/rules/README.md` describes its form.
 *
 * Returns: (transfer full): the pack, or %NULL with an error of
 *   %PROSE_YAML_ERROR whose message is `name:line:column: what is wrong`
 */
ProseRulePack *
prose_rule_pack_new (
    const char *name, const char *data, gsize length, ProseLexicon *lexicon, GError **error)
{
  g_autoptr (ProseYaml) yaml = prose_yaml_new (name, data, length, error);
  g_autoptr (ProseTermTable) terms = NULL;
  g_autoptr (GHashTable) sets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ProseRulePack) pack = NULL;
  Reader reader;

  if (yaml == NULL)
    return NULL;

  pack = g_new0 (ProseRulePack, 1);
  pack->rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  pack->examples = g_ptr_array_new_with_free_func ((GDestroyNotify)example_free);
  terms = prose_term_table_new (lexicon);
  reader = (Reader){ yaml, pack, terms, sets, ids };
  if (!read_pack (&reader, prose_lexicon_get_language (lexicon), error))
    return NULL;

  return g_steal_pointer (&pack);
}

/**
 * prose_rule_pack_dup_language:
 * @data: the content of a pack, YAML
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): the language that the pack says it is of
 */
char *
prose_rule_pack_dup_language (const char *data, gsize length)
{
  g_autoptr (ProseYaml) yaml = prose_yaml_new ("", data, length, NULL);
  yaml_node_t *root = yaml != NULL ? prose_yaml_get_root (yaml) : NULL;

  if (root == NULL || root->type != YAML_MAPPING_NODE)
    return NULL;

  return g_strdup (prose_yaml_get_text (prose_yaml_lookup (yaml, root, "language")));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A contract on tone is a file of YAML; all its keys are optional:
 *
 *     client: Nordlys Dishwashers
 *     pressure: {most: 20}
 *     warmth: {least: 15}
 *     information: {least: 10, most: 90}
 *     questions: {most: 20}              # of a hundred sentences
 *     address: du
 *     banned: [countdown, shame, all]    # families and rules; “all” is every mark
 *     allowed: [deadline.date-stated]    # what is named more closely goes before
 *     words: [synergy, "best in class"]
 */

#include "tone/prose-contract.h"

#include <math.h>
#include <string.h>

#include "check/prose-ignore-key.h"
#include "rules/prose-yaml.h"
#include "text/prose-directive.h"
#include "tone/prose-tone-figures.h"
#include "tone/prose-tone-summary.h"

#define ALL "all"

/* Where a corridor ends if nothing was agreed. */
#define LEAST 0
#define MOST 100

static const char *const known_keys[] = { "client",    "pressure", "warmth", "information",
                                          "questions", "address",  "banned", "allowed",
                                          "words",     NULL };

/* A contract that is being read. */
typedef struct {
  ProseYaml *yaml;
  ProseRuleSet *rules; /* (nullable) */
  GHashTable *names;   /* of families and rules, NULL if there are no rules */
  ProseContract *contract;
} Reader;

/**
 * prose_contract_new:
 *
 * Returns: (transfer full): a contract in which nothing was agreed
 */
ProseContract *
prose_contract_new (void)
{
  const ProseCorridor wide = { LEAST, MOST };
  ProseContract *self = g_new0 (ProseContract, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->meters); i++)
    self->meters[i] = wide;
  self->questions = wide;
  self->banned = g_ptr_array_new_with_free_func (g_free);
  self->allowed = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
prose_contract_free (ProseContract *self)
{
  g_free (self->client);
  g_free (self->address);
  g_ptr_array_unref (self->banned);
  g_ptr_array_unref (self->allowed);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* --- reading --- */

static gboolean
read_text (Reader *self, yaml_node_t *root, const char *key, char **text, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (self->yaml, root, key);

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (self->yaml, node, YAML_SCALAR_NODE, "a text", error))
    return FALSE;
  if (*prose_yaml_get_text (node) == '\0')
    return prose_yaml_fail (self->yaml, node, 0, error, "“%s” says nothing here", key);

  *text = g_strdup (prose_yaml_get_text (node));
  return TRUE;
}

static gboolean
read_limit (Reader *self, yaml_node_t *map, const char *key, double *limit, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (self->yaml, map, key);
  const char *text = node != NULL ? prose_yaml_get_text (node) : NULL;
  char *end = NULL;
  double number;

  if (node == NULL)
    return TRUE;

  number = text != NULL && g_ascii_isdigit (*text) ? g_ascii_strtod (text, &end) : -1;
  if (number < LEAST || number > MOST || *end != '\0')
    return prose_yaml_fail (self->yaml, node, 0, error, "a number from 0 to 100 was expected");

  *limit = number;
  return TRUE;
}

static gboolean
read_corridor (
    Reader *self, yaml_node_t *root, const char *key, ProseCorridor *corridor, GError **error)
{
  static const char *const keys[] = { "least", "most", NULL };
  yaml_node_t *node = prose_yaml_lookup (self->yaml, root, key);

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (self->yaml, node, YAML_MAPPING_NODE,
                          "a corridor, such as {least: 10, most: 20},", error) ||
      !prose_yaml_expect_keys (self->yaml, node, keys, error) ||
      !read_limit (self, node, "least", &corridor->least, error) ||
      !read_limit (self, node, "most", &corridor->most, error))
    return FALSE;
  if (corridor->least > corridor->most)
    return prose_yaml_fail (self->yaml, node, 0, error, "“least” is more than “most” here");

  return TRUE;
}

static gboolean
read_corridors (Reader *self, yaml_node_t *root, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->contract->meters); i++)
    if (!read_corridor (self, root, prose_meter_to_string (i), &self->contract->meters[i], error))
      return FALSE;

  return read_corridor (self, root, "questions", &self->contract->questions, error);
}

static gboolean
expect_device (Reader *self, yaml_node_t *node, GError **error)
{
  const char *name = prose_yaml_get_text (node);

  if (self->names == NULL || g_str_equal (name, ALL) || g_hash_table_contains (self->names, name))
    return TRUE;

  return prose_yaml_fail (self->yaml, node, 0, error, "there is no rule “%s”, and no family", name);
}

/* A word has to have something that a text can be searched for. */
static gboolean
expect_word (Reader *self, yaml_node_t *node, GError **error)
{
  const char *text = prose_yaml_get_text (node);
  g_autofree char *phrase = prose_ignore_key_dup_phrase (text, (ProseSpan){ 0, strlen (text) });

  return *phrase != '\0' ||
         prose_yaml_fail (self->yaml, node, 0, error, "there is no word in “%s”", text);
}

typedef gboolean (*ExpectFunction) (Reader *self, yaml_node_t *node, GError **error);

static gboolean
read_list (Reader *self,
           yaml_node_t *root,
           const char *key,
           GPtrArray *texts,
           ExpectFunction expect,
           GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (self->yaml, root, key);

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (self->yaml, node, YAML_SEQUENCE_NODE, "a list", error))
    return FALSE;

  for (guint i = 0; i < prose_yaml_get_n_items (node); i++) {
    yaml_node_t *item = prose_yaml_get_item (self->yaml, node, i);

    if (!prose_yaml_expect (self->yaml, item, YAML_SCALAR_NODE, "a text", error) ||
        !expect (self, item, error))
      return FALSE;
    g_ptr_array_add (texts, g_strdup (prose_yaml_get_text (item)));
  }
  return TRUE;
}

static gboolean
has_text (const GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (texts->pdata[i], text))
      return TRUE;

  return FALSE;
}

/* Of two that are named equally closely, none can go before. */
static gboolean
expect_no_contradiction (Reader *self, yaml_node_t *root, GError **error)
{
  yaml_node_t *allowed = prose_yaml_lookup (self->yaml, root, "allowed");

  for (guint i = 0; i < self->contract->allowed->len; i++) {
    const char *name = self->contract->allowed->pdata[i];

    if (has_text (self->contract->banned, name))
      return prose_yaml_fail (self->yaml, prose_yaml_get_item (self->yaml, allowed, i), 0, error,
                              "“%s” is banned above, and allowed here", name);
  }
  return TRUE;
}

/* The name of a form of address is one of some language. */
static gboolean
expect_address (Reader *self, yaml_node_t *root, GError **error)
{
  g_autoptr (GPtrArray) languages = NULL;
  const char *address = self->contract->address;

  if (self->rules == NULL || address == NULL)
    return TRUE;

  languages = prose_rule_set_dup_languages (self->rules);
  for (guint i = 0; i < languages->len; i++) {
    ProseLexicon *lexicon = prose_rule_set_get_lexicon (self->rules, languages->pdata[i]);

    if (lexicon != NULL && prose_lexicon_find_address (lexicon, address, G_MAXUINT) != G_MAXUINT)
      return TRUE;
  }
  return prose_yaml_fail (self->yaml, prose_yaml_lookup (self->yaml, root, "address"), 0, error,
                          "no language has the form of address “%s”", address);
}

static gboolean
read_contract (Reader *self, yaml_node_t *root, GError **error)
{
  ProseContract *contract = self->contract;

  return prose_yaml_expect (self->yaml, root, YAML_MAPPING_NODE, "a map", error) &&
         prose_yaml_expect_keys (self->yaml, root, known_keys, error) &&
         read_text (self, root, "client", &contract->client, error) &&
         read_corridors (self, root, error) &&
         read_text (self, root, "address", &contract->address, error) &&
         expect_address (self, root, error) &&
         read_list (self, root, "banned", contract->banned, expect_device, error) &&
         read_list (self, root, "allowed", contract->allowed, expect_device, error) &&
         expect_no_contradiction (self, root, error) &&
         read_list (self, root, "words", contract->words, expect_word, error);
}

/* The names of all families and rules, of every language. */
static GHashTable *
create_names (GPtrArray *rules)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rules->len; i++) {
    const ProseRule *rule = rules->pdata[i];

    g_hash_table_add (names, rule->id);
    g_hash_table_add (names, rule->category->id);
  }
  return names;
}

/**
 * prose_contract_read:
 * @name: the file's name, for messages
 * @data: its content, YAML
 * @length: its length in bytes
 * @rules: (nullable): the rules that it speaks of; without them, names are not looked up
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what was agreed, or %NULL with an error of
 *   %PROSE_YAML_ERROR whose message is `name:line:column: what is wrong`
 */
ProseContract *
prose_contract_read (
    const char *name, const char *data, gsize length, ProseRuleSet *rules, GError **error)
{
  g_autoptr (ProseYaml) yaml = prose_yaml_new (name, data, length, error);
  g_autoptr (ProseContract) self = NULL;
  g_autoptr (GPtrArray) all = rules != NULL ? prose_rule_set_dup_rules (rules) : NULL;
  g_autoptr (GHashTable) names = all != NULL ? create_names (all) : NULL;
  Reader reader;

  if (yaml == NULL)
    return NULL;

  self = prose_contract_new ();
  reader = (Reader){ yaml, rules, names, self };
  if (prose_yaml_get_root (yaml) != NULL &&
      !read_contract (&reader, prose_yaml_get_root (yaml), error))
    return NULL;

  return g_steal_pointer (&self);
}

/* --- writing --- */

/* `{least: 10, most: 20}`; an end where nothing was agreed is left out. */
static void
append_corridor (GString *yaml, const char *key, const ProseCorridor *corridor)
{
  char least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean has_least = corridor->least > LEAST, has_most = corridor->most < MOST;

  if (!has_least && !has_most)
    return;

  g_ascii_formatd (least, sizeof least, "%.10g", corridor->least);
  g_ascii_formatd (most, sizeof most, "%.10g", corridor->most);
  g_string_append_printf (yaml, "%s: {", key);
  if (has_least)
    g_string_append_printf (yaml, "least: %s%s", least, has_most ? ", " : "");
  if (has_most)
    g_string_append_printf (yaml, "most: %s", most);
  g_string_append (yaml, "}\n");
}

static void
append_text (GString *yaml, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (yaml, "%s: ", key);
  prose_yaml_append_text (yaml, text);
}

static void
append_list (GString *yaml, const char *key, const GPtrArray *texts)
{
  if (texts->len > 0)
    g_string_append_printf (yaml, "%s:\n", key);
  for (guint i = 0; i < texts->len; i++) {
    g_string_append (yaml, "  - ");
    prose_yaml_append_text (yaml, texts->pdata[i]);
  }
}

/**
 * prose_contract_write:
 * @self: what was agreed
 *
 * Returns: (transfer full): the contract as YAML, which prose_contract_read() reads
 *   back; empty if nothing was agreed
 */
char *
prose_contract_write (const ProseContract *self)
{
  g_autoptr (GString) yaml = g_string_new (NULL);

  append_text (yaml, "client", self->client);
  for (guint i = 0; i < G_N_ELEMENTS (self->meters); i++)
    append_corridor (yaml, prose_meter_to_string (i), &self->meters[i]);
  append_corridor (yaml, "questions", &self->questions);
  append_text (yaml, "address", self->address);
  append_list (yaml, "banned", self->banned);
  append_list (yaml, "allowed", self->allowed);
  append_list (yaml, "words", self->words);

  return g_string_free (g_steal_pointer (&yaml), FALSE);
}

/* --- checking --- */

static void
deviation_free (ProseDeviation *self)
{
  g_free (self->subject);
  g_free (self->family);
  g_free (self->message);
  g_free (self);
}

static ProseDeviation *
add (GPtrArray *deviations, ProseDeviationKind kind, const char *subject, char *message)
{
  ProseDeviation *self = g_new0 (ProseDeviation, 1);

  self->kind = kind;
  self->subject = g_strdup (subject);
  self->message = message;
  g_ptr_array_add (deviations, self);
  return self;
}

static ProseDeviation *
add_at (GPtrArray *deviations,
        ProseDeviationKind kind,
        ProseSpan span,
        const char *subject,
        char *message)
{
  ProseDeviation *self = add (deviations, kind, subject, message);

  self->has_place = TRUE;
  self->span = span;
  return self;
}

/* A figure as it is shown, so that none is beyond what it seems to be. */
static double
round_to_tenths (double value)
{
  return round (value * 10) / 10;
}

/* `46`, `20.5`: a tenth where there is one. */
static char *
format_figure (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4g", value));
}

static void
check_corridor (GPtrArray *deviations,
                ProseDeviationKind kind,
                const char *subject,
                const char *unit,
                const ProseCorridor *corridor,
                double exact)
{
  double value = round_to_tenths (exact);
  gboolean is_less = value < corridor->least;
  double limit = is_less ? corridor->least : corridor->most;
  g_autofree char *figure = format_figure (value);
  g_autofree char *agreed = format_figure (limit);
  ProseDeviation *deviation;

  if (!is_less && value <= limit)
    return;

  deviation = add (deviations, kind, subject,
                   g_strdup_printf ("%s: %s%s, agreed at %s %s%s", subject, figure, unit,
                                    is_less ? "least" : "most", agreed, unit));
  deviation->value = value;
  deviation->limit = limit;
}

static void
check_figures (const ProseContract *self, const ProseMeasures *measures, GPtrArray *deviations)
{
  ProseToneSummary tone = prose_tone_summary_new (measures);
  const double meters[] = { tone.pressure, tone.warmth, tone.information };

  for (guint i = 0; i < G_N_ELEMENTS (meters); i++)
    check_corridor (deviations, PROSE_DEVIATION_METER, prose_meter_to_string (i), "",
                    &self->meters[i], meters[i]);
  check_corridor (deviations, PROSE_DEVIATION_QUESTIONS, "questions", " % of the sentences",
                  &self->questions, prose_tone_figures_new (measures).question_share);
}

/* Whoever says du to one reader says I to several. */
static gboolean
goes_with (guint form, guint agreed)
{
  return form == agreed || (agreed == PROSE_ADDRESS_FIRST && form == PROSE_ADDRESS_SEVERAL);
}

/* Each other form is one deviation, however often it is used. A language that does not
 * have the form that was agreed has nothing to keep. */
static void
check_address (const ProseContract *self,
               const ProseMeasures *measures,
               ProseLexicon *lexicon,
               GPtrArray *deviations)
{
  guint agreed = G_MAXUINT;

  if (self->address != NULL && lexicon != NULL)
    agreed = prose_lexicon_find_address (lexicon, self->address, G_MAXUINT);
  if (agreed == G_MAXUINT)
    return;

  for (guint i = 0; i < PROSE_N_ADDRESSES; i++) {
    g_autofree char *form = prose_lexicon_dup_address (lexicon, i);
    gint64 count = measures->address[i];
    char *message;

    if (goes_with (i, agreed) || count == 0 || form == NULL)
      continue;
    message = g_strdup_printf ("address: “%s” is used, agreed is “%s”", form, self->address);
    add (deviations, PROSE_DEVIATION_ADDRESS, form, message)->value = count;
  }
}

/* Whether what a rule finds is banned. The closest name decides: that of the rule, of
 * its family, or all, which is about marks: who does not want soft phrases either names
 * them. */
static gboolean
is_banned (const ProseContract *self, const ProseRule *rule)
{
  gboolean is_soft = rule->severity == PROSE_SEVERITY_CREDIT;
  const char *const names[] = { rule->id, rule->category->id, is_soft ? NULL : ALL };

  for (guint i = 0; i < G_N_ELEMENTS (names) && names[i] != NULL; i++) {
    if (has_text (self->banned, names[i]))
      return TRUE;
    if (has_text (self->allowed, names[i]))
      return FALSE;
  }
  return FALSE;
}

/* The comments of a text that switch rules off and on, gone along. */
typedef struct {
  const GArray *directives;
  GStringChunk *chunk;
  guint next;
  const char *muted;
} Muting;

/* Whether a place, behind those that were asked for, is in a comment or is muted:
 * banned words are one rule, `words`. */
static gboolean
is_muted_at (Muting *self, guint place)
{
  while (self->next < self->directives->len) {
    const ProseDirective *directive = &g_array_index (self->directives, ProseDirective, self->next);

    if (place < directive->span.start)
      break;
    if (place < directive->span.end)
      return TRUE;
    self->muted = prose_directive_apply (directive, self->muted, self->chunk);
    self->next++;
  }
  return prose_muted_has (self->muted, "words");
}

/* What is about the whole text first, then by place. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ProseDeviation *first = *(ProseDeviation *const *)a;
  const ProseDeviation *second = *(ProseDeviation *const *)b;

  if (first->has_place != second->has_place)
    return first->has_place - second->has_place;
  if (!first->has_place)
    return 0;

  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

/**
 * prose_deviations_new:
 *
 * Returns: (transfer full) (element-type ProseDeviation): no deviations yet
 */
GPtrArray *
prose_deviations_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)deviation_free);
}

/**
 * prose_deviations_sort:
 * @deviations: (element-type ProseDeviation): where a text does not keep a contract
 *
 * Puts what is about the whole text first, and the rest in the order of the text.
 */
void
prose_deviations_sort (GPtrArray *deviations)
{
  g_ptr_array_sort (deviations, compare_places);
}

/**
 * prose_contract_check_figures:
 * @self: what was agreed
 * @measures: what a text amounts to
 * @lexicon: (nullable): the lexicon of its language
 * @deviations: (element-type ProseDeviation): where to add to
 *
 * Adds what of the text as a whole does not keep it: that costs the same for a text of
 * any length.
 */
void
prose_contract_check_figures (const ProseContract *self,
                              const ProseMeasures *measures,
                              ProseLexicon *lexicon,
                              GPtrArray *deviations)
{
  if (measures->words > 0)
    check_figures (self, measures, deviations);
  check_address (self, measures, lexicon, deviations);
}

/**
 * prose_contract_check_devices:
 * @self: what was agreed
 * @found: (element-type ProseDiagnostic): what was found in a text, marks or credits
 * @document: the text
 * @deviations: (element-type ProseDeviation): where to add to
 *
 * Adds what was found, and is to be left out.
 */
void
prose_contract_check_devices (const ProseContract *self,
                              const GArray *found,
                              ProseDocument *document,
                              GPtrArray *deviations)
{
  for (guint i = 0; i < found->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (found, ProseDiagnostic, i);
    g_autofree char *phrase = NULL;
    char *message;

    if (!is_banned (self, mark->rule))
      continue;
    phrase = prose_document_dup_copy (document, mark->span);
    message = g_strdup_printf ("%s: “%s” was agreed to be left out", mark->rule->id, phrase);
    add_at (deviations, PROSE_DEVIATION_DEVICE, mark->span, mark->rule->id, message)->family =
        g_strdup (mark->rule->category->title);
  }
}

static void
find_in_segment (const char *phrase, const ProseCopy *copy, GArray *spans)
{
  g_autoptr (GArray) found = prose_ignore_key_find_phrase (phrase, prose_copy_get_text (copy),
                                                           prose_copy_get_length (copy));

  for (guint i = 0; i < found->len; i++) {
    ProseSpan span = prose_copy_to_source (copy, g_array_index (found, ProseSpan, i));

    g_array_append_val (spans, span);
  }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const ProseSpan *first = a;
  const ProseSpan *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Where a reader sees a phrase, in the order of the text: segments may lie in others. */
static GArray *
find_phrase (const char *phrase, ProseDocument *document)
{
  GPtrArray *segments = prose_document_get_segments (document);
  GArray *spans;
  gsize length;
  const char *text = prose_document_get_text (document, &length);

  if (segments == NULL)
    return prose_ignore_key_find_phrase (phrase, text, length);

  spans = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];

    if (segment->role == PROSE_SEGMENT_COPY)
      find_in_segment (phrase, segment->copy, spans);
  }
  g_array_sort (spans, compare_spans);
  return spans;
}

/**
 * prose_contract_check_word:
 * @self: what was agreed
 * @position: one of its words
 * @document: the text
 * @deviations: (element-type ProseDeviation): where to add to
 *
 * Adds where a reader sees a word that is to be left out.
 */
void
prose_contract_check_word (const ProseContract *self,
                           guint position,
                           ProseDocument *document,
                           GPtrArray *deviations)
{
  const char *word = self->words->pdata[position];
  g_autofree char *phrase = prose_ignore_key_dup_phrase (word, (ProseSpan){ 0, strlen (word) });
  g_autoptr (GArray) spans = find_phrase (phrase, document);
  g_autoptr (GArray) directives = prose_directives_new ();
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (64);
  Muting muting = { .directives = directives, .chunk = chunk };
  gsize length;
  const char *text = prose_document_get_text (document, &length);

  if (spans->len > 0)
    prose_find_directives (text, length, directives);
  for (guint i = 0; i < spans->len; i++) {
    ProseSpan span = g_array_index (spans, ProseSpan, i);

    if (!is_muted_at (&muting, span.start))
      add_at (deviations, PROSE_DEVIATION_WORD, span, word,
              g_strdup_printf ("words: “%s” was agreed to be left out", word));
  }
}

/**
 * prose_contract_check:
 * @self: what was agreed
 * @report: what was found in a text
 * @document: the text
 * @lexicon: (nullable): the lexicon of its language
 *
 * Returns: (transfer full) (element-type ProseDeviation): where the text does not keep
 *   it; what is about the whole text first, then in the order of the text
 */
GPtrArray *
prose_contract_check (const ProseContract *self,
                      ProseReport *report,
                      ProseDocument *document,
                      ProseLexicon *lexicon)
{
  GPtrArray *deviations = prose_deviations_new ();
  const ProseMeasures *measures = prose_report_get_measures (report);

  prose_contract_check_figures (self, measures, lexicon, deviations);
  prose_contract_check_devices (self, prose_report_get_diagnostics (report), document, deviations);
  prose_contract_check_devices (self, prose_report_get_credits (report), document, deviations);
  for (guint i = 0; i < self->words->len; i++)
    prose_contract_check_word (self, i, document, deviations);
  prose_deviations_sort (deviations);

  return deviations;
}

/**
 * prose_deviation_kind_to_string:
 * @kind: what of a contract is not kept
 *
 * Returns: its name for machines (`meter`)
 */
const char *
prose_deviation_kind_to_string (ProseDeviationKind kind)
{
  static const char *const names[] = {
    [PROSE_DEVIATION_METER] = "meter",     [PROSE_DEVIATION_QUESTIONS] = "questions",
    [PROSE_DEVIATION_ADDRESS] = "address", [PROSE_DEVIATION_DEVICE] = "device",
    [PROSE_DEVIATION_WORD] = "word",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

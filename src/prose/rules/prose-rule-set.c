/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-set.h"

#include <string.h>

/* A language of the set. Once its state is final, it is read without a lock. */
typedef struct {
  const char *code;
  GPtrArray *layers;     /* of ProseLanguageRules; the first is NULL until it is loaded */
  GPtrArray *off;        /* what is switched off in the first layer: rules and families */
  char *problem;         /* (nullable): why it could not be loaded */
  ProseLexicon *lexicon; /* (nullable): the whole lexicon, once it was asked for */
} Language;

struct _ProseRuleSet {
  GPtrArray *languages; /* of Language */
  GHashTable *ignored;  /* set of ignored phrases, see make_phrase_key() */
  ProseRuleSetLoader loader;
  ProseLexiconLoader lexicon_loader;
  gpointer source;
  GDestroyNotify free_source;
  GMutex loading;
};

static void
free_layer (ProseLanguageRules *layer)
{
  g_clear_pointer (&layer, prose_language_rules_free);
}

static void
language_free (Language *self)
{
  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->off);
  g_clear_pointer (&self->lexicon, prose_lexicon_unref);
  g_free (self->problem);
  g_free (self);
}

static Language *
find_language (ProseRuleSet *self, const char *code)
{
  for (guint i = 0; code != NULL && i < self->languages->len; i++)
    if (g_str_equal (((Language *)self->languages->pdata[i])->code, code))
      return self->languages->pdata[i];

  return NULL;
}

static Language *
add_language (ProseRuleSet *self, const char *code)
{
  Language *language = g_new0 (Language, 1);

  language->code = g_intern_string (code);
  language->layers = g_ptr_array_new_with_free_func ((GDestroyNotify)free_layer);
  g_ptr_array_add (language->layers, NULL);
  language->off = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->languages, language);
  return language;
}

static void
rule_set_clear (ProseRuleSet *self)
{
  g_ptr_array_unref (self->languages);
  g_hash_table_unref (self->ignored);
  if (self->free_source != NULL)
    self->free_source (self->source);
  g_mutex_clear (&self->loading);
}

static ProseRuleSet *
rule_set_new (void)
{
  ProseRuleSet *self = g_atomic_rc_box_new0 (ProseRuleSet);

  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify)language_free);
  self->ignored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->loading);

  return self;
}

static GPtrArray *
select_rules (GPtrArray *rules, const char *language)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);

  for (guint i = 0; i < rules->len; i++) {
    ProseRule *rule = rules->pdata[i];

    if (g_str_equal (rule->category->language, language))
      g_ptr_array_add (selected, prose_rule_ref (rule));
  }
  return selected;
}

static gboolean
compile_language (ProseRuleSet *self, GPtrArray *rules, ProseLexicon *lexicon, GError **error)
{
  const char *code = prose_lexicon_get_language (lexicon);
  g_autoptr (GPtrArray) selected = select_rules (rules, code);
  ProseLanguageRules *compiled = prose_language_rules_compile (lexicon, selected, error);

  if (compiled == NULL)
    return FALSE;

  add_language (self, code)->layers->pdata[0] = compiled;
  return TRUE;
}

/* The rules of a language that has no lexicon get an empty one. */
static gboolean
compile_without_lexicon (ProseRuleSet *self, GPtrArray *rules, GError **error)
{
  for (guint i = 0; i < rules->len; i++) {
    const char *code = ((ProseRule *)rules->pdata[i])->category->language;
    g_autoptr (ProseLexicon) empty = NULL;

    if (find_language (self, code) != NULL)
      continue;
    empty = prose_lexicon_new (code);
    if (!compile_language (self, rules, empty, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * prose_rule_set_new:
 * @rules: (element-type ProseRule): the rules, of any languages
 * @lexicons: (element-type ProseLexicon): at most one per language
 * @error: return location for a #GError
 *
 * Compiles rules for matching.
 *
 * Returns: (transfer full): the rule set, or %NULL with an error of
 *   %PROSE_PATTERN_ERROR
 */
ProseRuleSet *
prose_rule_set_new (GPtrArray *rules, GPtrArray *lexicons, GError **error)
{
  g_autoptr (ProseRuleSet) self = rule_set_new ();

  for (guint i = 0; i < lexicons->len; i++)
    if (!compile_language (self, rules, lexicons->pdata[i], error))
      return NULL;
  if (!compile_without_lexicon (self, rules, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * prose_rule_set_new_with_loader:
 * @languages: (array zero-terminated=1): the codes of its languages
 * @loader: loads one of them
 * @source: (transfer full): for @loader
 * @free_source: (nullable): frees @source
 *
 * Returns: (transfer full): a rule set whose languages are loaded when they are
 *   needed
 */
ProseRuleSet *
prose_rule_set_new_with_loader (const char *const *languages,
                                ProseRuleSetLoader loader,
                                gpointer source,
                                GDestroyNotify free_source)
{
  ProseRuleSet *self = rule_set_new ();

  self->loader = loader;
  self->source = source;
  self->free_source = free_source;
  for (guint i = 0; languages[i] != NULL; i++)
    add_language (self, languages[i]);

  return self;
}

/**
 * prose_rule_set_set_lexicon_loader:
 * @self: a rule set with a loader that is not shared yet
 * @loader: loads the lexicon of one of its languages
 */
void
prose_rule_set_set_lexicon_loader (ProseRuleSet *self, ProseLexiconLoader loader)
{
  self->lexicon_loader = loader;
}

ProseRuleSet *
prose_rule_set_ref (ProseRuleSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
prose_rule_set_unref (ProseRuleSet *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)rule_set_clear);
}

/* --- layers --- */

static void
load_language (ProseRuleSet *self, Language *language)
{
  g_autoptr (GError) error = NULL;
  ProseLanguageRules *rules = self->loader (self->source, language->code, &error);

  if (rules == NULL) {
    language->problem = g_strdup (error->message);
    return;
  }

  for (guint i = 0; i < language->off->len; i++)
    prose_language_rules_switch_off (rules, language->off->pdata[i]);
  language->layers->pdata[0] = rules;
}

/**
 * prose_rule_set_get_layers:
 * @self: a rule set
 * @language: (nullable): a language code
 *
 * Returns: (nullable) (transfer none) (element-type ProseLanguageRules): the
 *   rules of that language, the layers that were added last
 */
GPtrArray *
prose_rule_set_get_layers (ProseRuleSet *self, const char *language)
{
  Language *found = find_language (self, language);

  if (found == NULL)
    return NULL;

  g_mutex_lock (&self->loading);
  if (found->layers->pdata[0] == NULL && found->problem == NULL)
    load_language (self, found);
  g_mutex_unlock (&self->loading);

  return found->problem == NULL ? found->layers : NULL;
}

/* Of several families the last one of those with most rules: its example fits most texts. The
 * rules of a family stand together. */
static const char *
find_example (ProseLanguageRules *layer, ProseCoverage coverage)
{
  GPtrArray *rules = prose_language_rules_get_rules (layer);
  const ProseCategory *family = NULL, *broadest = NULL;
  guint n = 0, most = 0;

  for (guint i = 0; i < rules->len; i++) {
    const ProseCategory *category = ((const ProseRule *)rules->pdata[i])->category;

    n = category == family ? n + 1 : 1;
    family = category;
    if (family->covers == coverage && n >= most) {
      broadest = family;
      most = n;
    }
  }
  return broadest != NULL ? broadest->example : NULL;
}

/**
 * prose_rule_set_find_example:
 * @self: a rule set
 * @language: (nullable): a language code
 * @coverage: something that a text may cover
 *
 * Returns: (nullable): a sentence of that language that does so
 */
const char *
prose_rule_set_find_example (ProseRuleSet *self, const char *language, ProseCoverage coverage)
{
  GPtrArray *layers = prose_rule_set_get_layers (self, language);
  const char *example = NULL;

  for (guint i = 0; example == NULL && layers != NULL && i < layers->len; i++)
    example = find_example (layers->pdata[i], coverage);

  return example;
}

/**
 * prose_rule_set_get_language:
 * @self: a rule set
 * @language: (nullable): a language code
 *
 * Returns: (nullable) (transfer none): the first layer of that language
 */
ProseLanguageRules *
prose_rule_set_get_language (ProseRuleSet *self, const char *language)
{
  GPtrArray *layers = prose_rule_set_get_layers (self, language);

  return layers != NULL ? layers->pdata[0] : NULL;
}

static void
switch_off_in_first_layer (Language *language, const char *name)
{
  if (language->layers->pdata[0] != NULL)
    prose_language_rules_switch_off (language->layers->pdata[0], name);
  else
    g_ptr_array_add (language->off, g_strdup (name));
}

static gboolean
add_layer (ProseRuleSet *self, Language *language, GPtrArray *rules, GError **error)
{
  ProseLexicon *lexicon = prose_rule_set_get_lexicon (self, language->code);
  ProseLanguageRules *layer;

  if (lexicon == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, language->problem);
    return FALSE;
  }
  layer = prose_language_rules_compile (lexicon, rules, error);
  if (layer == NULL)
    return FALSE;

  for (guint i = 0; i < rules->len; i++)
    prose_rule_set_switch_off (self, language->code, ((ProseRule *)rules->pdata[i])->id);
  g_ptr_array_add (language->layers, layer);
  return TRUE;
}

/**
 * prose_rule_set_add_rules:
 * @self: a rule set that is not shared yet
 * @rules: (element-type ProseRule): rules, of any languages
 * @error: return location for a #GError
 *
 * Lays rules over those that are there. A rule replaces the one of its name.
 *
 * Returns: whether all could be compiled; if not, @error is of
 *   %PROSE_PATTERN_ERROR, or says why a language could not be loaded
 */
gboolean
prose_rule_set_add_rules (ProseRuleSet *self, GPtrArray *rules, GError **error)
{
  guint n_languages = self->languages->len;

  for (guint i = 0; i < n_languages; i++) {
    Language *language = self->languages->pdata[i];
    g_autoptr (GPtrArray) selected = select_rules (rules, language->code);

    if (selected->len > 0 && !add_layer (self, language, selected, error))
      return FALSE;
  }
  return compile_without_lexicon (self, rules, error);
}

/* --- what does not count --- */

/**
 * prose_rule_set_switch_off:
 * @self: a rule set that is not shared yet
 * @language: (nullable): whose rules; %NULL for all languages
 * @name: a rule (`scarcity.only-n-left`), or a family of them (`scarcity`)
 *
 * Makes rules find nothing, in any layer that is there already.
 */
void
prose_rule_set_switch_off (ProseRuleSet *self, const char *language, const char *name)
{
  for (guint i = 0; i < self->languages->len; i++) {
    Language *known = self->languages->pdata[i];

    if (language != NULL && !g_str_equal (known->code, language))
      continue;
    switch_off_in_first_layer (known, name);
    for (guint j = 1; j < known->layers->len; j++)
      prose_language_rules_switch_off (known->layers->pdata[j], name);
  }
}

static char *
make_phrase_key (const char *rule, const char *phrase)
{
  return g_strjoin ("\t", rule, phrase, NULL);
}

/**
 * prose_rule_set_ignore:
 * @self: a rule set that is not shared yet
 * @rule: the id of a rule
 * @phrase: a phrase, as [struct@Prose.IgnoreKey] has it
 *
 * Makes the rule leave that phrase alone, wherever it stands.
 */
void
prose_rule_set_ignore (ProseRuleSet *self, const char *rule, const char *phrase)
{
  g_hash_table_add (self->ignored, make_phrase_key (rule, phrase));
}

/**
 * prose_rule_set_ignores_any:
 * @self: a rule set
 *
 * Returns: whether it ignores any phrase, so that one has to be asked for
 */
gboolean
prose_rule_set_ignores_any (ProseRuleSet *self)
{
  return g_hash_table_size (self->ignored) > 0;
}

/**
 * prose_rule_set_ignores:
 * @self: a rule set
 * @rule: a rule of it
 * @phrase: a phrase, as [struct@Prose.IgnoreKey] has it
 *
 * Returns: whether @rule has to leave that phrase alone
 */
gboolean
prose_rule_set_ignores (ProseRuleSet *self, const ProseRule *rule, const char *phrase)
{
  g_autofree char *key = make_phrase_key (rule->id, phrase);

  return g_hash_table_contains (self->ignored, key);
}

/* --- what there is --- */

/**
 * prose_rule_set_dup_captures:
 * @self: a rule set
 * @rule: a rule of it
 *
 * Returns: (element-type utf8) (transfer container): the names of its captures,
 *   in the order of a diagnostic's
 */
GPtrArray *
prose_rule_set_dup_captures (ProseRuleSet *self, const ProseRule *rule)
{
  GPtrArray *layers = prose_rule_set_get_layers (self, rule->category->language);

  for (guint i = 0; layers != NULL && i < layers->len; i++)
    if (g_ptr_array_find (prose_language_rules_get_rules (layers->pdata[i]), rule, NULL))
      return prose_language_rules_dup_captures (layers->pdata[i], rule);

  g_return_val_if_reached (g_ptr_array_new ());
}

/**
 * prose_rule_set_get_problem:
 * @self: a rule set
 * @language: (nullable): a language code
 *
 * Returns: (nullable): why the rules of that language could not be loaded, for
 *   the user
 */
const char *
prose_rule_set_get_problem (ProseRuleSet *self, const char *language)
{
  Language *found = find_language (self, language);

  return found != NULL ? found->problem : NULL;
}

/**
 * prose_rule_set_has_language:
 * @self: a rule set
 * @language: a language code
 *
 * Returns: whether there are rules for that language
 */
gboolean
prose_rule_set_has_language (ProseRuleSet *self, const char *language)
{
  return find_language (self, language) != NULL;
}

static void
append_rules (GPtrArray *all, ProseLanguageRules *layer)
{
  GPtrArray *rules = prose_language_rules_get_rules (layer);

  for (guint i = 0; i < rules->len; i++)
    if (!prose_language_rules_is_off (layer, i))
      g_ptr_array_add (all, prose_rule_ref (rules->pdata[i]));
}

/**
 * prose_rule_set_dup_rules:
 * @self: a rule set
 *
 * Returns: (element-type ProseRule) (transfer full): the rules of all languages
 *   that are in use
 */
GPtrArray *
prose_rule_set_dup_rules (ProseRuleSet *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);

  for (guint i = 0; i < self->languages->len; i++) {
    const Language *language = self->languages->pdata[i];
    GPtrArray *layers = prose_rule_set_get_layers (self, language->code);

    for (guint j = 0; layers != NULL && j < layers->len; j++)
      append_rules (all, layers->pdata[j]);
  }
  return all;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * prose_rule_set_dup_languages:
 * @self: a rule set
 *
 * Returns: (transfer container) (element-type utf8): the codes of its languages,
 *   English first, then by the alphabet
 */
GPtrArray *
prose_rule_set_dup_languages (ProseRuleSet *self)
{
  GPtrArray *codes = g_ptr_array_new ();
  guint english;

  for (guint i = 0; i < self->languages->len; i++)
    g_ptr_array_add (codes, (gpointer)((Language *)self->languages->pdata[i])->code);
  g_ptr_array_sort (codes, compare_codes);
  if (g_ptr_array_find (codes, g_intern_string ("en"), &english))
    g_ptr_array_insert (codes, 0, g_ptr_array_steal_index (codes, english));

  return codes;
}

/* The lexicon that came with the rules, unless there is a way to a larger one. */
static ProseLexicon *
load_lexicon (ProseRuleSet *self, Language *language)
{
  ProseLexicon *whole = NULL;

  if (self->lexicon_loader != NULL)
    whole = self->lexicon_loader (self->source, language->code);
  if (whole != NULL)
    return whole;

  return prose_lexicon_ref (prose_language_rules_get_lexicon (language->layers->pdata[0]));
}

/**
 * prose_rule_set_get_lexicon:
 * @self: a rule set
 * @language: a language code
 *
 * Returns: (nullable) (transfer none): the whole lexicon of that language
 */
ProseLexicon *
prose_rule_set_get_lexicon (ProseRuleSet *self, const char *language)
{
  Language *found = find_language (self, language);

  if (prose_rule_set_get_language (self, language) == NULL)
    return NULL;

  g_mutex_lock (&self->loading);
  if (found->lexicon == NULL)
    found->lexicon = load_lexicon (self, found);
  g_mutex_unlock (&self->loading);

  return found->lexicon;
}

/**
 * prose_rule_set_dup_lexicon:
 * @self: a rule set
 * @language: a language code
 *
 * Returns: (transfer full): the whole lexicon of that language; for one that has
 *   no rules yet, an empty one to read rules with
 */
ProseLexicon *
prose_rule_set_dup_lexicon (ProseRuleSet *self, const char *language)
{
  ProseLexicon *lexicon = prose_rule_set_get_lexicon (self, language);

  return lexicon != NULL ? prose_lexicon_ref (lexicon) : prose_lexicon_new (language);
}

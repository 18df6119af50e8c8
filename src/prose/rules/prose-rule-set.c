/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-set.h"

#include <string.h>

/* A language of the set. Once its state is final, it is read without a lock. */
typedef struct {
  const char *code;
  ProseLanguageRules *rules; /* (nullable): not loaded yet, or not loadable */
  char *problem;             /* (nullable): why it could not be loaded */
  ProseLexicon *lexicon;     /* (nullable): the whole lexicon, once it was asked for */
} Language;

struct _ProseRuleSet {
  GPtrArray *languages; /* of Language */
  ProseRuleSetLoader loader;
  ProseLexiconLoader lexicon_loader;
  gpointer source;
  GDestroyNotify free_source;
  GMutex loading;
};

static void
language_free (Language *self)
{
  g_clear_pointer (&self->rules, prose_language_rules_free);
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
  g_ptr_array_add (self->languages, language);
  return language;
}

static void
rule_set_clear (ProseRuleSet *self)
{
  g_ptr_array_unref (self->languages);
  if (self->free_source != NULL)
    self->free_source (self->source);
  g_mutex_clear (&self->loading);
}

static ProseRuleSet *
rule_set_new (void)
{
  ProseRuleSet *self = g_atomic_rc_box_new0 (ProseRuleSet);

  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify)language_free);
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

  add_language (self, code)->rules = compiled;
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

static void
load_language (ProseRuleSet *self, Language *language)
{
  g_autoptr (GError) error = NULL;

  language->rules = self->loader (self->source, language->code, &error);
  if (language->rules == NULL)
    language->problem = g_strdup (error->message);
}

/**
 * prose_rule_set_get_language:
 * @self: a rule set
 * @language: (nullable): a language code
 *
 * Returns: (nullable) (transfer none): the rules of that language
 */
ProseLanguageRules *
prose_rule_set_get_language (ProseRuleSet *self, const char *language)
{
  Language *found = find_language (self, language);

  if (found == NULL)
    return NULL;

  g_mutex_lock (&self->loading);
  if (found->rules == NULL && found->problem == NULL)
    load_language (self, found);
  g_mutex_unlock (&self->loading);

  return found->rules;
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

/**
 * prose_rule_set_dup_rules:
 * @self: a rule set
 *
 * Returns: (element-type ProseRule) (transfer full): the rules of all languages
 */
GPtrArray *
prose_rule_set_dup_rules (ProseRuleSet *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);

  for (guint i = 0; i < self->languages->len; i++) {
    const Language *language = self->languages->pdata[i];
    ProseLanguageRules *loaded = prose_rule_set_get_language (self, language->code);
    GPtrArray *rules = loaded != NULL ? prose_language_rules_get_rules (loaded) : NULL;

    for (guint j = 0; rules != NULL && j < rules->len; j++)
      g_ptr_array_add (all, prose_rule_ref (rules->pdata[j]));
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

  return prose_lexicon_ref (prose_language_rules_get_lexicon (language->rules));
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

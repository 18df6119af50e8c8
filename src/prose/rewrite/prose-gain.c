/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lexicon says what a gain looks like, in its set `gain`, which captures the
 * verb and the rest of the gain:
 *
 *     gain: '{clause} {verb:(save|sleep)} {rest:1..8} {end}'
 */

#include "rewrite/prose-gain.h"

#include <string.h>

#include "rewrite/prose-inflection.h"
#include "rules/prose-matcher.h"
#include "text/prose-tokenizer.h"

#define SET "gain"

struct _ProseGainFinder {
  ProseLexicon *lexicon;
  ProseWordTable *table;
  ProseLanguageRules *rules; /* (nullable): the lexicon has no such set */
  ProseMatcher *matcher;
  GPtrArray *captures;
};

/* The set as the only phrase of a rule, so that the matcher finds it. */
static ProseRule *
make_rule (ProseLexicon *lexicon)
{
  g_autoptr (ProseCategory) category =
      prose_category_new (prose_lexicon_get_language (lexicon), SET, "", PROSE_METER_WARMTH, FALSE);
  ProseRule *rule = prose_rule_new (category, SET);

  prose_rule_add_phrase (rule, FALSE, prose_lexicon_get_set (lexicon, SET));
  return rule;
}

/**
 * prose_gain_finder_new:
 * @lexicon: a whole lexicon
 *
 * Returns: (transfer full): a finder, for one thread; it finds nothing if the
 *   lexicon does not say how
 */
ProseGainFinder *
prose_gain_finder_new (ProseLexicon *lexicon)
{
  ProseGainFinder *self = g_new0 (ProseGainFinder, 1);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);

  self->lexicon = prose_lexicon_ref (lexicon);
  self->table = prose_word_table_new ();
  if (prose_lexicon_get_set (lexicon, SET) == NULL)
    return self;

  g_ptr_array_add (rules, make_rule (lexicon));
  self->rules = prose_language_rules_compile (lexicon, rules, NULL);
  if (self->rules == NULL)
    return self;

  self->matcher = prose_matcher_new (self->rules, self->table);
  self->captures = prose_language_rules_dup_captures (self->rules, rules->pdata[0]);
  return self;
}

void
prose_gain_finder_free (ProseGainFinder *self)
{
  g_clear_pointer (&self->captures, g_ptr_array_unref);
  g_clear_pointer (&self->matcher, prose_matcher_free);
  g_clear_pointer (&self->rules, prose_language_rules_free);
  prose_word_table_free (self->table);
  prose_lexicon_unref (self->lexicon);
  g_free (self);
}

static char *
dup_capture (ProseGainFinder *self, const ProseMatch *match, const char *name, const char *sentence)
{
  for (guint i = 0; i < self->captures->len; i++) {
    guint first = match->captures[2 * i];
    guint next = match->captures[2 * i + 1];
    guint start;

    if (!g_str_equal (self->captures->pdata[i], name) || next <= first)
      continue;
    start = g_array_index (self->matcher->tokens, ProseToken, first).span.start;
    return g_strndup (sentence + start,
                      g_array_index (self->matcher->tokens, ProseToken, next - 1).span.end - start);
  }
  return NULL;
}

/* As a verb that something can go before: "to sleep better", "at sove bedre". */
static char *
make_gain (ProseGainFinder *self, const ProseMatch *match, const char *sentence)
{
  g_autofree char *verb = dup_capture (self, match, "verb", sentence);
  g_autofree char *rest = dup_capture (self, match, "rest", sentence);
  g_autofree char *calm = verb != NULL ? g_utf8_strdown (verb, -1) : NULL;
  g_autofree char *infinitive =
      calm != NULL ? prose_inflect (calm, "infinitive", self->lexicon) : NULL;

  if (infinitive == NULL)
    return NULL;

  return rest != NULL ? g_strdup_printf ("%s %s", infinitive, rest) : g_steal_pointer (&infinitive);
}

/**
 * prose_gain_finder_find:
 * @self: a finder
 * @sentence: a sentence
 *
 * Returns: (transfer full) (nullable): what the reader gains, as a verb in the
 *   infinitive and what belongs to it
 */
char *
prose_gain_finder_find (ProseGainFinder *self, const char *sentence)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (ProseMatch));
  ProseSentence all = { .span = { 0, strlen (sentence) } };

  if (self->matcher == NULL)
    return NULL;

  if (prose_word_table_trim (self->table))
    prose_vocabulary_clear (self->matcher->vocabulary);
  prose_tokenize (sentence, strlen (sentence), tokens);
  prose_word_table_intern (self->table, sentence, tokens, words);
  prose_matcher_read (self->matcher, tokens, words);
  all.n_tokens = tokens->len;
  prose_matcher_match (self->matcher, &all, matches);

  return matches->len > 0 ? make_gain (self, &g_array_index (matches, ProseMatch, 0), sentence)
                          : NULL;
}

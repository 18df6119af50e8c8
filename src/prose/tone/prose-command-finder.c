/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-command-finder.h"

#include <string.h>

#include "text/prose-fold.h"
#include "text/prose-tokenizer.h"

/* A question among more sentences than this is not what a mark stands for. */
#define MOST_SENTENCES_OF_QUESTION 2

/**
 * prose_command_finder_init:
 * @self: a finder
 * @rules: the rules, which have the words of their languages
 */
void
prose_command_finder_init (ProseCommandFinder *self, ProseRuleSet *rules)
{
  *self = (ProseCommandFinder){ .rules = rules };
}

void
prose_command_finder_clear (ProseCommandFinder *self)
{
  g_clear_pointer (&self->lexicon, prose_lexicon_unref);
}

/* With the forms of its words, which are loaded when they are first asked for. */
static ProseLexicon *
get_whole_lexicon (ProseCommandFinder *self, const char *language)
{
  if (self->lexicon != NULL && !g_str_equal (prose_lexicon_get_language (self->lexicon), language))
    g_clear_pointer (&self->lexicon, prose_lexicon_unref);
  if (self->lexicon == NULL)
    self->lexicon = prose_rule_set_dup_lexicon (self->rules, language);

  return self->lexicon;
}

/* What tells the reader to do something. */
static gboolean
commands (const ProseRule *rule)
{
  return rule->category->is_next_step || g_str_equal (rule->category->id, "controlling");
}

/* Whether something may stand for a question: a command, or what presses, if there is not
 * much else. */
static gboolean
may_replace_question (const ProseRule *rule, const ProseParitySide *question)
{
  return commands (rule) || (rule->severity >= PROSE_SEVERITY_PROOF &&
                             question->measures.sentences <= MOST_SENTENCES_OF_QUESTION);
}

/* The gravest of what may stand for a question and is in the translation alone. */
static const ProseDiagnostic *
find_mark (const GArray *source, const GArray *target, const ProseParitySide *question)
{
  const ProseDiagnostic *command = NULL;

  for (guint i = 0; i < target->len; i++) {
    const ProseDiagnostic *found = &g_array_index (target, ProseDiagnostic, i);

    if (may_replace_question (found->rule, question) &&
        !prose_parity_has_family (source, found->rule->category->id) &&
        (command == NULL || found->rule->weight > command->rule->weight))
      command = found;
  }
  return command;
}

static gboolean
is_imperative (ProseLexicon *lexicon, const char *word)
{
  static const char *const tags[] = { "imperative", "familiar" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (prose_lexicon_is_form (lexicon, word, tags[i]))
      return TRUE;

  /* English has no form of its own for it. */
  return g_str_equal (prose_lexicon_get_language (lexicon), "en") &&
         prose_lexicon_is_form (lexicon, word, "infinitive");
}

static gboolean
ends_sentence (const char *text, const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_PUNCTUATION && strchr (".!:", text[token->span.start]) != NULL;
}

/* The verb that a sentence of the translation begins with as a command does. */
static gboolean
find_imperative (ProseLexicon *lexicon, const ProseParitySide *target, ProseSpan *verb)
{
  const char *text = prose_copy_get_text (target->segment->copy);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  gboolean is_start = TRUE;

  prose_tokenize (text, prose_copy_get_length (target->segment->copy), tokens);
  for (guint i = 0; lexicon != NULL && i + 1 < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);
    g_autofree char *word = prose_parity_side_dup_words (target, token->span);
    g_autofree char *folded = prose_fold_word (word);

    if (is_start && token->kind == PROSE_TOKEN_WORD && is_imperative (lexicon, folded)) {
      *verb = token->span;
      return TRUE;
    }
    is_start = ends_sentence (text, token) || (is_start && token->kind != PROSE_TOKEN_WORD);
  }
  return FALSE;
}

/* What is left of a question in the translation, if that is a cry: all of it. */
static gboolean
find_cry (const ProseParitySide *source, const ProseParitySide *target, ProseSpan *words)
{
  *words = (ProseSpan){ 0, prose_copy_get_length (target->segment->copy) };
  return target->measures.exclamations > 0 && source->measures.exclamations == 0;
}

/* Whether a question became something else that is no mark; the verb tells. */
static gboolean
find_words (ProseCommandFinder *self,
            const ProseParitySide *source,
            const ProseParitySide *target,
            const char *language,
            ProseSpan *words)
{
  return source->measures.sentences <= MOST_SENTENCES_OF_QUESTION &&
         (find_imperative (get_whole_lexicon (self, language), target, words) ||
          find_cry (source, target, words));
}

/**
 * prose_command_finder_find:
 * @self: a finder
 * @source: an original
 * @target: its translation
 * @language: the language of the translation
 * @command: (out): what stands there for the question
 *
 * Looks for what a question of the original became, if the translation asks none.
 *
 * Returns: whether it became a command, or what presses
 */
gboolean
prose_command_finder_find (ProseCommandFinder *self,
                           const ProseParitySide *source,
                           const ProseParitySide *target,
                           const char *language,
                           ProseParityCommand *command)
{
  const ProseDiagnostic *mark;

  *command = (ProseParityCommand){ 0 };
  if (source->measures.questions == 0 || target->measures.questions > 0)
    return FALSE;

  mark = find_mark (source->marks, target->marks, source);
  if (mark == NULL)
    mark = find_mark (source->credits, target->credits, source);
  if (mark == NULL)
    return find_words (self, source, target, language, &command->words);

  command->mark = mark;
  command->words = mark->span;
  command->only_presses = !commands (mark->rule);
  return TRUE;
}

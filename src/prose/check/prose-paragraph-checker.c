/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-paragraph-checker.h"

#include "check/prose-guards.h"
#include "check/prose-ignore-key.h"
#include "check/prose-load.h"
#include "check/prose-sentence-measure.h"
#include "rules/prose-matcher.h"
#include "text/prose-muting.h"
#include "text/prose-sentence.h"
#include "text/prose-tokenizer.h"
#include "text/prose-word-table.h"

struct _ProseParagraphChecker {
  ProseRuleSet *rules;
  GHashTable *matchers; /* language → GPtrArray of ProseMatcher, one per layer */
  ProseWordTable *table;
  const char *text; /* the paragraph that was read */
  GArray *tokens;
  GArray *words; /* of guint, one per token */
  ProseMuting *muting;
  GArray *sentences;
  GArray *matches;
  GArray *found;            /* of ProseDiagnostic, of one sentence */
  ProseIgnoreList *ignored; /* (nullable) */
  gboolean finds_claims;    /* those that press nobody, too */
  guint place;              /* of what was read in its document, in bytes */
  const ProseCopy *copy;    /* (nullable): where its text came from, behind that place */
  GArray *matches_ignored;  /* of ProseMatch: those of the sentence at hand */
  GArray *matches_proven;   /* of ProseMatch: those among them that have a proof */
  GPtrArray *rules_ignored; /* of ProseRule: of what the list ignored in it */
};

/**
 * prose_paragraph_checker_new:
 * @rules: the rules to check by
 *
 * Returns: (transfer full): a checker
 */
ProseParagraphChecker *
prose_paragraph_checker_new (ProseRuleSet *rules)
{
  ProseParagraphChecker *self = g_new0 (ProseParagraphChecker, 1);

  self->rules = prose_rule_set_ref (rules);
  self->matchers =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->table = prose_word_table_new ();
  self->tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->muting = prose_muting_new ();
  self->sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));
  self->matches = g_array_new (FALSE, FALSE, sizeof (ProseMatch));
  self->found = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  self->matches_ignored = g_array_new (FALSE, FALSE, sizeof (ProseMatch));
  self->matches_proven = g_array_new (FALSE, FALSE, sizeof (ProseMatch));
  self->rules_ignored = g_ptr_array_new ();

  return self;
}

void
prose_paragraph_checker_free (ProseParagraphChecker *self)
{
  g_hash_table_unref (self->matchers);
  prose_rule_set_unref (self->rules);
  prose_word_table_free (self->table);
  g_array_unref (self->tokens);
  g_array_unref (self->words);
  prose_muting_free (self->muting);
  g_array_unref (self->sentences);
  g_array_unref (self->matches);
  g_array_unref (self->found);
  g_array_unref (self->matches_ignored);
  g_array_unref (self->matches_proven);
  g_ptr_array_unref (self->rules_ignored);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  g_free (self);
}

ProseRuleSet *
prose_paragraph_checker_get_rules (ProseParagraphChecker *self)
{
  return self->rules;
}

/**
 * prose_paragraph_checker_set_ignore_list:
 * @self: a checker
 * @list: (nullable): what is ignored beside what its rules ignore
 */
void
prose_paragraph_checker_set_ignore_list (ProseParagraphChecker *self, ProseIgnoreList *list)
{
  if (list != NULL)
    prose_ignore_list_ref (list);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  self->ignored = list;
}

/**
 * prose_paragraph_checker_set_finds_claims:
 * @self: a checker
 * @finds_claims: whether what quiet rules find is among the marks, as if its proof had
 *   expired
 */
void
prose_paragraph_checker_set_finds_claims (ProseParagraphChecker *self, gboolean finds_claims)
{
  self->finds_claims = finds_claims;
}

/* A matcher for each layer of a language, or NULL if it has no rules. */
static GPtrArray *
ensure_matchers (ProseParagraphChecker *self, const char *language)
{
  GPtrArray *matchers = language != NULL ? g_hash_table_lookup (self->matchers, language) : NULL;
  GPtrArray *layers;

  if (matchers != NULL)
    return matchers;
  layers = prose_rule_set_get_layers (self->rules, language);
  if (layers == NULL)
    return NULL;

  matchers = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_matcher_free);
  for (guint i = 0; i < layers->len; i++)
    g_ptr_array_add (matchers, prose_matcher_new (layers->pdata[i], self->table));
  g_hash_table_insert (self->matchers, (gpointer)g_intern_string (language), matchers);
  return matchers;
}

static void
forget_words (ProseParagraphChecker *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->matchers);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    GPtrArray *matchers = value;

    for (guint i = 0; i < matchers->len; i++)
      prose_vocabulary_clear (((ProseMatcher *)matchers->pdata[i])->vocabulary);
  }
}

/**
 * prose_paragraph_checker_read:
 * @self: a checker
 * @text: a paragraph, which stays valid until the next one is read
 * @length: its length in bytes
 */
void
prose_paragraph_checker_read (ProseParagraphChecker *self, const char *text, gsize length)
{
  if (prose_word_table_trim (self->table))
    forget_words (self);

  self->text = text;
  self->place = 0;
  self->copy = NULL;
  g_array_set_size (self->tokens, 0);
  prose_tokenize (text, length, self->tokens);
  prose_muting_read (self->muting, text, length, self->tokens);
  prose_word_table_intern (self->table, text, self->tokens, self->words);
}

/**
 * prose_paragraph_checker_set_muted:
 * @self: a checker that has read a paragraph
 * @muted: (nullable): what is muted where the paragraph starts, see
 *   %PROSE_MUTED_ALL
 */
void
prose_paragraph_checker_set_muted (ProseParagraphChecker *self, const char *muted)
{
  prose_muting_set_start (self->muting, muted);
}

/**
 * prose_paragraph_checker_set_place:
 * @self: a checker that has read a paragraph
 * @place: where the paragraph starts in its document, in bytes
 * @copy: (nullable): where its text came from behind @place, which stays valid until the
 *   next one is read; %NULL if it stands there as it was read
 */
void
prose_paragraph_checker_set_place (ProseParagraphChecker *self, guint place, const ProseCopy *copy)
{
  self->place = place;
  self->copy = copy;
}

/* Where in the document a part of the paragraph starts, in bytes. */
static guint
get_place_of (ProseParagraphChecker *self, ProseSpan span)
{
  return self->place +
         (self->copy != NULL ? prose_copy_to_source (self->copy, span).start : span.start);
}

/**
 * prose_paragraph_checker_get_muted_after:
 * @self: a checker that has read a paragraph
 *
 * Returns: (nullable): what is muted where the next paragraph starts
 */
const char *
prose_paragraph_checker_get_muted_after (ProseParagraphChecker *self)
{
  return prose_muting_get_at (self->muting, G_MAXUINT);
}

/**
 * prose_paragraph_checker_vote:
 * @self: a checker that has read a paragraph
 *
 * Returns: how its words vote for its language
 */
ProseLanguageVote
prose_paragraph_checker_vote (ProseParagraphChecker *self)
{
  return prose_word_table_vote (self->table, self->words);
}

/* --- from matches to diagnostics --- */

static gboolean
counts_in_zone (const ProseRule *rule, ProseZone zone)
{
  return rule->zone == PROSE_ZONE_ANY || rule->zone == zone;
}

static guint
count_tokens (const ProseMatch *match)
{
  return match->next - match->first;
}

/* Marks come before claims that press nobody, and those before credits. */
static guint
get_rank (const ProseRule *rule)
{
  if (rule->severity == PROSE_SEVERITY_CREDIT)
    return 0;

  return prose_rule_is_quiet (rule) ? 1 : 1 + rule->severity;
}

/* Of two that overlap, the graver stays; then the longer; then that of the
 * earlier rule, and of its earlier phrase. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const ProseMatch *first = a;
  const ProseMatch *second = b;
  guint rank = get_rank (first->phrase.rule);
  guint other = get_rank (second->phrase.rule);

  if (rank != other)
    return rank > other ? -1 : 1;
  if (count_tokens (first) != count_tokens (second))
    return count_tokens (first) > count_tokens (second) ? -1 : 1;
  if (first->phrase.order != second->phrase.order)
    return first->phrase.order < second->phrase.order ? -1 : 1;
  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  return (first->phrase.start > second->phrase.start) -
         (first->phrase.start < second->phrase.start);
}

/* A match yields to one that was kept before it where they overlap; only a
 * credit does not yield to a mere note. */
static gboolean
yields (const ProseMatch *match, const ProseMatch *kept)
{
  gboolean credit_beside_note = match->phrase.rule->severity == PROSE_SEVERITY_CREDIT &&
                                kept->phrase.rule->severity == PROSE_SEVERITY_NOTE;

  return !credit_beside_note && match->first < kept->next && kept->first < match->next;
}

static gboolean
yields_to_any (const ProseMatch *match, const GArray *matches, guint n_kept)
{
  for (guint i = 0; i < n_kept; i++)
    if (yields (match, &g_array_index (matches, ProseMatch, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_muted (ProseParagraphChecker *self, const ProseMatch *match)
{
  return prose_muting_has (self->muting,
                           g_array_index (self->tokens, ProseToken, match->first).span.start,
                           match->phrase.rule->id);
}

static ProseSpan
get_span (ProseParagraphChecker *self, guint first, guint next)
{
  if (next <= first)
    return (ProseSpan){ 0, 0 };

  return (ProseSpan){ g_array_index (self->tokens, ProseToken, first).span.start,
                      g_array_index (self->tokens, ProseToken, next - 1).span.end };
}

static void
note_ignored (ProseParagraphChecker *self, const ProseRule *rule)
{
  if (!g_ptr_array_find (self->rules_ignored, rule, NULL))
    g_ptr_array_add (self->rules_ignored, (gpointer)rule);
}

static gboolean
is_proven (ProseParagraphChecker *self, const ProseSentence *sentence, const ProseMatch *match)
{
  return self->ignored != NULL &&
         prose_ignore_list_proves (self->ignored, match->phrase.rule, self->text, sentence->span,
                                   get_span (self, match->first, match->next));
}

static gboolean
has_expired_proof (ProseParagraphChecker *self,
                   const ProseSentence *sentence,
                   const ProseMatch *match)
{
  const ProseIgnoreEntry *proof;

  if (self->ignored == NULL)
    return FALSE;

  proof = prose_ignore_list_find_proof (self->ignored, match->phrase.rule, self->text,
                                        sentence->span, get_span (self, match->first, match->next));
  return proof != NULL &&
         prose_ignore_entry_has_expired (proof, prose_ignore_list_get_today (self->ignored));
}

/* A claim that presses nobody. Once it has a proof, that may expire: the list is to
 * know what it concerns. */
static gboolean
is_unmarked_claim (ProseParagraphChecker *self,
                   const ProseSentence *sentence,
                   const ProseMatch *match)
{
  if (!prose_rule_is_quiet (match->phrase.rule) || self->finds_claims ||
      has_expired_proof (self, sentence, match))
    return FALSE;

  note_ignored (self, match->phrase.rule);
  return TRUE;
}

static gboolean
is_ignored (ProseParagraphChecker *self, const ProseSentence *sentence, const ProseMatch *match)
{
  const ProseRule *rule = match->phrase.rule;
  gboolean in_document = self->ignored != NULL && prose_ignore_list_concerns (self->ignored, rule);
  g_autofree char *phrase = NULL;
  ProseSpan span;

  if (!in_document && !prose_rule_set_ignores_any (self->rules))
    return FALSE;

  span = get_span (self, match->first, match->next);
  phrase = prose_ignore_key_dup_phrase (self->text, span);
  if (prose_rule_set_ignores (self->rules, rule, phrase))
    return TRUE;
  if (!in_document ||
      (!prose_ignore_list_ignores (self->ignored, rule, phrase, get_place_of (self, span)) &&
       !is_proven (self, sentence, match)))
    return FALSE;

  note_ignored (self, rule);
  return TRUE;
}

/* What is ignored would not have been marked twice by its rule: a lesser match of that
 * on some of its words says the same. Where those are proven, so does a lesser match of
 * any rule that asks for a proof. */
static gboolean
is_part_of_ignored (ProseParagraphChecker *self, const ProseMatch *match)
{
  for (guint i = 0; i < self->matches_ignored->len; i++) {
    const ProseMatch *ignored = &g_array_index (self->matches_ignored, ProseMatch, i);

    if (ignored->phrase.rule == match->phrase.rule && yields (match, ignored))
      return TRUE;
  }
  return prose_rule_makes_claims (match->phrase.rule) &&
         yields_to_any (match, self->matches_proven, self->matches_proven->len);
}

static void
note_match_ignored (ProseParagraphChecker *self,
                    const ProseSentence *sentence,
                    const ProseMatch *match)
{
  g_array_append_val (self->matches_ignored, *match);
  if (is_proven (self, sentence, match))
    g_array_append_val (self->matches_proven, *match);
}

/* Keeps the matches that count, the best first. Whether a guard or an exception
 * voids a match is asked last, since it costs most. */
static void
select_matches (ProseParagraphChecker *self, const ProseSentence *sentence, ProseZone zone)
{
  guint n_kept = 0;

  g_array_sort (self->matches, compare_matches);
  g_array_set_size (self->matches_ignored, 0);
  g_array_set_size (self->matches_proven, 0);
  for (guint i = 0; i < self->matches->len; i++) {
    const ProseMatch *match = &g_array_index (self->matches, ProseMatch, i);

    if (!counts_in_zone (match->phrase.rule, zone) || is_muted (self, match) ||
        is_unmarked_claim (self, sentence, match) || yields_to_any (match, self->matches, n_kept) ||
        is_part_of_ignored (self, match) || prose_guards_void (match, sentence) ||
        prose_match_is_excepted (match, sentence))
      continue;
    if (is_ignored (self, sentence, match))
      note_match_ignored (self, sentence, match);
    else
      g_array_index (self->matches, ProseMatch, n_kept++) = *match;
  }
  g_array_set_size (self->matches, n_kept);
}

static ProseDiagnostic
make_diagnostic (ProseParagraphChecker *self,
                 const ProseSentence *sentence,
                 const ProseMatch *match,
                 ProseZone zone)
{
  ProseDiagnostic diagnostic = { .span = get_span (self, match->first, match->next),
                                 .sentence = sentence->span,
                                 .rule = match->phrase.rule,
                                 .zone = zone };

  for (guint i = 0; i < PROSE_MAX_CAPTURES; i++)
    diagnostic.captures[i] = get_span (self, match->captures[2 * i], match->captures[2 * i + 1]);
  return diagnostic;
}

/* Finds what counts in a sentence, in the order of the text. */
static void
find_diagnostics (ProseParagraphChecker *self,
                  GPtrArray *matchers,
                  const ProseSentence *sentence,
                  ProseZone zone)
{
  g_array_set_size (self->matches, 0);
  g_array_set_size (self->found, 0);
  for (guint i = 0; i < matchers->len; i++)
    prose_matcher_match (matchers->pdata[i], sentence, self->matches);
  if (self->matches->len == 0)
    return;

  select_matches (self, sentence, zone);
  for (guint i = 0; i < self->matches->len; i++) {
    ProseDiagnostic diagnostic =
        make_diagnostic (self, sentence, &g_array_index (self->matches, ProseMatch, i), zone);

    g_array_append_val (self->found, diagnostic);
  }
  g_array_sort (self->found, prose_diagnostic_compare_places);
}

/* --- checking --- */

static void
measure_found (const ProseDiagnostic *diagnostic, ProseMeasures *measures)
{
  measures->load[diagnostic->rule->category->meter] += diagnostic->load;
  measures->invitations += diagnostic->rule->category->is_next_step;
  measures->covered[diagnostic->rule->category->covers]++;
}

static void
check_sentence (ProseParagraphChecker *self,
                GPtrArray *matchers,
                const ProseSentence *sentence,
                ProseZone zone,
                GArray *diagnostics,
                GArray *credits,
                ProseMeasures *measures)
{
  prose_sentence_measure (sentence, self->text, matchers->pdata[0], measures);
  find_diagnostics (self, matchers, sentence, zone);
  prose_load_assign (self->found, zone);
  for (guint i = 0; i < self->found->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (self->found, ProseDiagnostic, i);
    gboolean is_credit = diagnostic->rule->severity == PROSE_SEVERITY_CREDIT;

    g_array_append_val (is_credit ? credits : diagnostics, *diagnostic);
    measure_found (diagnostic, measures);
  }
}

static guint
count_stacked_questions (const GArray *sentences)
{
  guint n = 0;

  for (guint i = 1; i < sentences->len; i++)
    n += g_array_index (sentences, ProseSentence, i).is_question &&
         g_array_index (sentences, ProseSentence, i - 1).is_question;

  return n;
}

static guint
count_words (ProseParagraphChecker *self)
{
  guint n = 0;

  for (guint i = 0; i < self->tokens->len; i++) {
    guint8 kind = g_array_index (self->tokens, ProseToken, i).kind;

    n += kind == PROSE_TOKEN_WORD || kind == PROSE_TOKEN_NUMBER;
  }
  return n;
}

/**
 * prose_paragraph_checker_check:
 * @self: a checker that has read a paragraph
 * @language: (nullable): its language
 * @zone: its part on the page
 * @diagnostics: (element-type ProseDiagnostic): where its marks are appended,
 *   in order, in bytes of the paragraph
 * @credits: (element-type ProseDiagnostic): where its credits are appended
 * @measures: where its measures are added
 *
 * Returns: whether there are rules for @language; if not, nothing was checked
 */
gboolean
prose_paragraph_checker_check (ProseParagraphChecker *self,
                               const char *language,
                               ProseZone zone,
                               GArray *diagnostics,
                               GArray *credits,
                               ProseMeasures *measures)
{
  GPtrArray *matchers = ensure_matchers (self, language);
  ProseMatcher *first;

  g_ptr_array_set_size (self->rules_ignored, 0);
  if (matchers == NULL) {
    measures->unchecked += count_words (self);
    return FALSE;
  }

  first = matchers->pdata[0];
  g_array_set_size (self->sentences, 0);
  prose_find_sentences (self->text, self->tokens, &first->abbreviations, self->sentences);
  for (guint i = 0; i < matchers->len; i++)
    prose_matcher_read (matchers->pdata[i], self->tokens, self->words);
  for (guint i = 0; i < self->sentences->len; i++)
    check_sentence (self, matchers, &g_array_index (self->sentences, ProseSentence, i), zone,
                    diagnostics, credits, measures);
  measures->stacked_questions += count_stacked_questions (self->sentences);
  return TRUE;
}

/**
 * prose_paragraph_checker_get_rules_ignored:
 * @self: a checker that has checked a paragraph
 *
 * Returns: (transfer none) (element-type ProseRule): the rules whose marks the
 *   ignore list has kept from that paragraph, each once
 */
GPtrArray *
prose_paragraph_checker_get_rules_ignored (ProseParagraphChecker *self)
{
  return self->rules_ignored;
}

static guint
count_found (ProseParagraphChecker *self, const char *language)
{
  g_autoptr (GArray) diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  ProseMeasures measures = { 0 };

  prose_paragraph_checker_check (self, language, PROSE_ZONE_BODY, diagnostics, credits, &measures);
  return 2 * diagnostics->len + credits->len;
}

/**
 * prose_paragraph_checker_try_languages:
 * @self: a checker; it forgets what it has read
 * @vote: how the words of @text vote; it has no winner
 * @text: a text
 * @length: its length in bytes
 *
 * What the document ignores does not tell its language.
 *
 * Returns: (nullable): of the languages that @text may be in, the likeliest whose rules
 *   find something, if it is short; of those alike the one whose rules find most
 */
const char *
prose_paragraph_checker_try_languages (ProseParagraphChecker *self,
                                       const ProseLanguageVote *vote,
                                       const char *text,
                                       gsize length)
{
  g_autoptr (GPtrArray) languages = prose_rule_set_dup_languages (self->rules);
  ProseIgnoreList *ignored = self->ignored;
  const char *best = NULL;
  gint least_lag = G_MAXINT;
  guint most = 0;

  if (length > PROSE_LONGEST_LABEL)
    return NULL;

  self->ignored = NULL;
  prose_paragraph_checker_read (self, text, length);
  for (guint i = 0; i < languages->len; i++) {
    gint lag = prose_language_vote_get_lag (vote, languages->pdata[i]);
    guint n = lag <= least_lag && lag < G_MAXINT ? count_found (self, languages->pdata[i]) : 0;

    if (n > 0 && (lag < least_lag || n > most)) {
      least_lag = lag;
      most = n;
      best = languages->pdata[i];
    }
  }
  self->ignored = ignored;
  return best;
}

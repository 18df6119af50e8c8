/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-paragraph-checker.h"

#include "check/prose-guards.h"
#include "check/prose-ignore-key.h"
#include "rules/prose-matcher.h"
#include "text/prose-directive.h"
#include "text/prose-sentence.h"
#include "text/prose-tokenizer.h"
#include "text/prose-word-table.h"

/* Weights are counted in hundredths, so that factors stay whole numbers. */
#define LOAD_UNIT 100

/* Devices of different families in one sentence strengthen each other: each
 * further family adds a quarter, up to double (DOMAIN.md, D2: multiply, do not
 * add; the size of the factor is our own choice). */
#define STACKING_STEP 25
#define STACKING_MOST 200

/* A sentence counts as this many words at least, so that "Act now!" alone is
 * not 100 percent pressure. */
#define SHORTEST_SENTENCE 8

/* So many softeners in a sentence are a pile (DOMAIN.md, D8). */
#define PILE_OF_HEDGES 3

/* The bits of all forms of address. */
#define ADDRESS_MASK (PROSE_WORD_ADDRESS | PROSE_WORD_ADDRESS << 1 | PROSE_WORD_ADDRESS << 2)

struct _ProseParagraphChecker {
  ProseRuleSet *rules;
  GHashTable *matchers; /* language → GPtrArray of ProseMatcher, one per layer */
  ProseWordTable *table;
  const char *text; /* the paragraph that was read */
  GArray *tokens;
  GArray *words;          /* of guint, one per token */
  GArray *directives;     /* of ProseDirective */
  const char *muted;      /* (nullable): what is muted where the paragraph starts */
  GPtrArray *muted_after; /* of what is muted after each directive, or NULL */
  GStringChunk *chunk;    /* where those strings lie */
  GArray *sentences;
  GArray *matches;
  GArray *found;            /* of ProseDiagnostic, of one sentence */
  GPtrArray *families;      /* of the marks of the sentence so far */
  ProseIgnoreList *ignored; /* (nullable) */
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
  self->directives = prose_directives_new ();
  self->muted_after = g_ptr_array_new ();
  self->chunk = g_string_chunk_new (256);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));
  self->matches = g_array_new (FALSE, FALSE, sizeof (ProseMatch));
  self->found = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  self->families = g_ptr_array_new ();
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
  g_array_unref (self->directives);
  g_ptr_array_unref (self->muted_after);
  g_string_chunk_free (self->chunk);
  g_array_unref (self->sentences);
  g_array_unref (self->matches);
  g_array_unref (self->found);
  g_ptr_array_unref (self->families);
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

/* Takes the tokens of directives out: they are no part of the copy. */
static void
drop_directives (ProseParagraphChecker *self)
{
  guint n_kept = 0;
  guint next = 0;

  for (guint i = 0; i < self->tokens->len; i++) {
    ProseToken token = g_array_index (self->tokens, ProseToken, i);

    while (next < self->directives->len &&
           g_array_index (self->directives, ProseDirective, next).span.end <= token.span.start)
      next++;
    if (next == self->directives->len ||
        !prose_span_overlaps (token.span,
                              g_array_index (self->directives, ProseDirective, next).span))
      g_array_index (self->tokens, ProseToken, n_kept++) = token;
  }
  g_array_set_size (self->tokens, n_kept);
}

/* Finds out what is muted after each directive. */
static void
follow_directives (ProseParagraphChecker *self)
{
  const char *muted = self->muted;

  g_ptr_array_set_size (self->muted_after, 0);
  for (guint i = 0; i < self->directives->len; i++) {
    const ProseDirective *directive = &g_array_index (self->directives, ProseDirective, i);

    muted = prose_directive_apply (directive, muted, self->chunk);
    g_ptr_array_add (self->muted_after, (gpointer)muted);
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
  self->muted = NULL;
  self->place = 0;
  self->copy = NULL;
  g_array_set_size (self->tokens, 0);
  g_array_set_size (self->directives, 0);
  prose_tokenize (text, length, self->tokens);
  prose_find_directives (text, length, self->directives);
  if (self->directives->len > 0)
    drop_directives (self);
  follow_directives (self);
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
  self->muted = muted;
  follow_directives (self);
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

/* What is muted at a place of the paragraph, in bytes. */
static const char *
get_muted_at (ProseParagraphChecker *self, guint place)
{
  guint first = 0;
  guint next = self->directives->len;

  while (first < next) {
    guint middle = (first + next) / 2;

    if (g_array_index (self->directives, ProseDirective, middle).span.start < place)
      first = middle + 1;
    else
      next = middle;
  }
  return first > 0 ? self->muted_after->pdata[first - 1] : self->muted;
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
  return get_muted_at (self, G_MAXUINT);
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

/* Of two that overlap, the graver stays; then the longer; then that of the
 * earlier rule, and of its earlier phrase. Marks come before credits. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const ProseMatch *first = a;
  const ProseMatch *second = b;

  if (first->phrase.rule->severity != second->phrase.rule->severity)
    return first->phrase.rule->severity > second->phrase.rule->severity ? -1 : 1;
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
  guint place;

  if (self->muted == NULL && self->directives->len == 0)
    return FALSE;

  place = g_array_index (self->tokens, ProseToken, match->first).span.start;
  return prose_muted_has (get_muted_at (self, place), match->phrase.rule->id);
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
        yields_to_any (match, self->matches, n_kept) || is_part_of_ignored (self, match) ||
        prose_guards_void (match, sentence) || prose_match_is_excepted (match, sentence))
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

/* --- load --- */

static const ProseRule *
get_found_rule (ProseParagraphChecker *self, guint i)
{
  return g_array_index (self->found, ProseDiagnostic, i).rule;
}

static gboolean
presses (const ProseRule *rule)
{
  return rule->category->meter == PROSE_METER_PRESSURE && rule->weight > 0;
}

/* Notes the family of a mark. Whether no earlier one of the sentence is of it. */
static gboolean
add_family (ProseParagraphChecker *self, guint i)
{
  gpointer family = get_found_rule (self, i)->category;

  if (g_ptr_array_find (self->families, family, NULL))
    return FALSE;

  g_ptr_array_add (self->families, family);
  return TRUE;
}

static guint
get_stacking (ProseParagraphChecker *self)
{
  guint n_families = 0;

  g_ptr_array_set_size (self->families, 0);
  for (guint i = 0; i < self->found->len; i++)
    n_families += add_family (self, i) && presses (get_found_rule (self, i));

  return MIN (100 + STACKING_STEP * (MAX (n_families, 1) - 1), STACKING_MOST);
}

/* Pressure where it meets the reader first weighs more (DOMAIN.md, D7). */
static guint
get_zone_factor (ProseZone zone)
{
  switch (zone) {
  case PROSE_ZONE_SUBJECT:
  case PROSE_ZONE_DECLINE:
    return 200;
  case PROSE_ZONE_HEADLINE:
    return 150;
  case PROSE_ZONE_ANY:
  case PROSE_ZONE_BODY:
  case PROSE_ZONE_BUTTON:
  case PROSE_ZONE_FINE_PRINT:
  case PROSE_ZONE_DESCRIPTION:
  default:
    return 100;
  }
}

static void
assign_loads (ProseParagraphChecker *self, ProseZone zone)
{
  guint factor = get_zone_factor (zone) * get_stacking (self);

  g_ptr_array_set_size (self->families, 0);
  for (guint i = 0; i < self->found->len; i++) {
    ProseDiagnostic *diagnostic = &g_array_index (self->found, ProseDiagnostic, i);
    gboolean is_first = add_family (self, i);

    if (presses (diagnostic->rule))
      diagnostic->load = diagnostic->rule->weight * LOAD_UNIT * factor / (100 * 100);
    else if (is_first)
      diagnostic->load = diagnostic->rule->weight * LOAD_UNIT;
  }
}

/* --- measures --- */

/* A form that is told by its capital is not told where there is one anyway. */
static void
count_address (guint flags, gboolean is_capital_anyway, ProseMeasures *measures)
{
  if (is_capital_anyway && (flags & PROSE_WORD_POLITE))
    return;

  for (guint i = 0; i < PROSE_N_ADDRESSES; i++)
    measures->address[i] += (flags & PROSE_WORD_ADDRESS << i) != 0;
}

/* Whether what follows a token begins with a capital whatever it is: in the midst of
 * capitals ("ALLE SENGE I DAG"), or after any sign but a comma: a colon, a dash, the
 * bullet of a list, an emoji. */
static gboolean
calls_for_capital (ProseParagraphChecker *self, guint i)
{
  const ProseToken *token = &g_array_index (self->tokens, ProseToken, i);

  switch (token->kind) {
  case PROSE_TOKEN_PUNCTUATION:
    return self->text[token->span.start] != ',';
  case PROSE_TOKEN_SYMBOL:
  case PROSE_TOKEN_EMOJI:
    return TRUE;
  case PROSE_TOKEN_WORD:
  case PROSE_TOKEN_NUMBER:
  case PROSE_TOKEN_URL:
  default:
    return (token->flags & PROSE_TOKEN_CAPS) != 0;
  }
}

/* Whether a German verb is in the plural: all but two of these end so. */
static gboolean
is_plural_verb (const char *text, ProseSpan span)
{
  static const char *const endings[] = { "en", "eln", "ern", "sind", "tun" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    guint n = strlen (endings[i]);

    if (prose_span_get_length (span) >= n && memcmp (text + span.end - n, endings[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* German "Sie" at the start of a sentence is the reader if the verb behind it is a plural, as in
 * "Sie sparen Zeit": "sie" may be somebody else, but copy rarely speaks of people it has not
 * named. "Sie spart" is not. */
static gboolean
is_polite_start (ProseParagraphChecker *self,
                 ProseMatcher *matcher,
                 const ProseSentence *sentence,
                 guint token)
{
  ProseLexicon *lexicon = prose_language_rules_get_lexicon (matcher->rules);
  const ProseToken *verb;

  if (token + 1 >= sentence->first_token + sentence->n_tokens ||
      !prose_lexicon_list_has (lexicon, "options", "polite-starts"))
    return FALSE;

  verb = &g_array_index (self->tokens, ProseToken, token + 1);
  return verb->kind == PROSE_TOKEN_WORD && !(verb->flags & PROSE_TOKEN_CAPITALISED) &&
         is_plural_verb (self->text, verb->span);
}

static void
measure_sentence (ProseParagraphChecker *self,
                  ProseMatcher *matcher,
                  const ProseSentence *sentence,
                  ProseMeasures *measures)
{
  guint words = 0, long_words = 0, facts = 0, reader = 0, seller = 0, hedges = 0;

  for (guint i = 0; i < sentence->n_tokens; i++) {
    guint token = sentence->first_token + i;
    guint flags = prose_matcher_get_word (matcher, token)->flags;

    words += (flags & PROSE_WORD_COUNTED) != 0;
    long_words += (flags & PROSE_WORD_LONG) != 0;
    facts += (flags & PROSE_WORD_FACT) != 0;
    reader += (flags & PROSE_WORD_READER) != 0;
    seller += (flags & PROSE_WORD_SELLER) != 0;
    hedges += (flags & PROSE_WORD_HEDGE) != 0;
    if (G_UNLIKELY (flags & ADDRESS_MASK))
      count_address (flags,
                     words == 1 ? !is_polite_start (self, matcher, sentence, token)
                                : calls_for_capital (self, token - 1),
                     measures);
    if (flags & PROSE_WORD_EXCLAMATION)
      measures->exclamations +=
          prose_span_get_length (g_array_index (matcher->tokens, ProseToken, token).span);
  }
  if (words == 0)
    return;

  measures->words += words;
  measures->long_words += long_words;
  measures->facts += facts;
  measures->reader += reader;
  measures->seller += seller;
  measures->hedged += hedges >= PILE_OF_HEDGES;
  measures->sentences++;
  measures->questions += sentence->is_question;
  measures->units += MAX (words, SHORTEST_SENTENCE);
}

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
  measure_sentence (self, matchers->pdata[0], sentence, measures);
  find_diagnostics (self, matchers, sentence, zone);
  assign_loads (self, zone);
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
 * @text: a text none of whose words tell its language
 * @length: its length in bytes
 *
 * What the document ignores does not tell its language.
 *
 * Returns: (nullable): the language whose rules find most in @text, if it is
 *   short and they find something
 */
const char *
prose_paragraph_checker_try_languages (ProseParagraphChecker *self, const char *text, gsize length)
{
  g_autoptr (GPtrArray) languages = prose_rule_set_dup_languages (self->rules);
  ProseIgnoreList *ignored = self->ignored;
  const char *best = NULL;
  guint most = 0;

  if (length > PROSE_LONGEST_LABEL)
    return NULL;

  self->ignored = NULL;
  prose_paragraph_checker_read (self, text, length);
  for (guint i = 0; i < languages->len; i++) {
    guint n = count_found (self, languages->pdata[i]);

    if (n > most) {
      most = n;
      best = languages->pdata[i];
    }
  }
  self->ignored = ignored;
  return best;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-rewriter.h"

#include <string.h>

#include "check/prose-ignore-key.h"
#include "check/prose-paragraph-checker.h"
#include "rewrite/prose-address.h"
#include "rewrite/prose-gain.h"
#include "rewrite/prose-inflection.h"
#include "rewrite/prose-letter-case.h"
#include "rewrite/prose-recast.h"
#include "rewrite/prose-removal.h"
#include "rewrite/prose-template.h"
#include "text/prose-fold.h"

/* How many suggestions a mark shows, each of another kind. */
#define MOST_SUGGESTIONS 3

/* Questions sink where a fifth of the sentences ask (Ahluwalia and Burnkrant 2004:
 * many turn the attention to the seller; the share is our own choice, D4). */
#define MUCH_ASKING 5

struct _ProseRewriter {
  GObject parent_instance;
  ProseParagraphChecker *checker;
  GHashTable *gains;        /* language → ProseGainFinder */
  ProseBrief *brief;        /* (nullable) */
  ProseIgnoreList *ignored; /* (nullable) */
  guint address;            /* the form of address of the text, from 0 */
  gboolean asks_much;       /* whether a fifth of the sentences of the text ask */
};

G_DEFINE_FINAL_TYPE (ProseRewriter, prose_rewriter, G_TYPE_OBJECT)

static void
prose_rewriter_finalize (GObject *object)
{
  ProseRewriter *self = PROSE_REWRITER (object);

  prose_paragraph_checker_free (self->checker);
  g_hash_table_unref (self->gains);
  g_clear_pointer (&self->brief, prose_brief_unref);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  G_OBJECT_CLASS (prose_rewriter_parent_class)->finalize (object);
}

static void
prose_rewriter_class_init (ProseRewriterClass *class)
{
  G_OBJECT_CLASS (class)->finalize = prose_rewriter_finalize;
}

static void
prose_rewriter_init (ProseRewriter *self)
{
  self->gains = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)prose_gain_finder_free);
}

/**
 * prose_rewriter_new:
 * @rules: the rules whose templates it fills, and by which it checks them
 *
 * Returns: (transfer full): a rewriter, for one thread
 */
ProseRewriter *
prose_rewriter_new (ProseRuleSet *rules)
{
  ProseRewriter *self = g_object_new (PROSE_TYPE_REWRITER, NULL);

  self->checker = prose_paragraph_checker_new (rules);
  return self;
}

/**
 * prose_rewriter_set_brief:
 * @self: a rewriter
 * @brief: (nullable): what the writer told of the text
 */
void
prose_rewriter_set_brief (ProseRewriter *self, ProseBrief *brief)
{
  if (brief != NULL)
    prose_brief_ref (brief);
  g_clear_pointer (&self->brief, prose_brief_unref);
  self->brief = brief;
}

/**
 * prose_rewriter_set_ignore_list:
 * @self: a rewriter
 * @list: (nullable): what the text ignores that the next marks are of
 *
 * What is ignored is no mark, neither before a rewrite nor after it.
 */
void
prose_rewriter_set_ignore_list (ProseRewriter *self, ProseIgnoreList *list)
{
  if (list != NULL)
    prose_ignore_list_ref (list);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  self->ignored = list;
}

/**
 * prose_rewriter_set_measures:
 * @self: a rewriter
 * @measures: those of the text that the next marks are of
 *
 * Tells how the text speaks to its reader, and whether it asks much already.
 */
void
prose_rewriter_set_measures (ProseRewriter *self, const ProseMeasures *measures)
{
  self->address = prose_measures_get_address (measures);
  self->asks_much = measures->sentences >= MUCH_ASKING &&
                    measures->questions * MUCH_ASKING >= measures->sentences;
}

/* --- checking --- */

/* A part of the copy in the file. */
static ProseSpan
find_in_file (const ProseDraftPlace *place, ProseSpan span)
{
  if (place->copy == NULL)
    return span;

  return prose_span_shift (prose_copy_to_source (place->copy, span), place->start);
}

static GArray *
check_sentence (ProseRewriter *self,
                const ProseDraft *draft,
                const char *sentence,
                ProseIgnoreList *ignored,
                ProseMeasures *measures)
{
  GArray *diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));

  *measures = (ProseMeasures){ 0 };
  prose_paragraph_checker_set_ignore_list (self->checker, ignored);
  prose_paragraph_checker_read (self->checker, sentence, strlen (sentence));
  prose_paragraph_checker_set_place (
      self->checker, find_in_file (&draft->place, draft->diagnostic->sentence).start, NULL);
  prose_paragraph_checker_check (self->checker, draft->diagnostic->rule->category->language,
                                 draft->diagnostic->zone, diagnostics, credits, measures);

  return diagnostics;
}

static guint
count_rule (const GArray *diagnostics, const ProseRule *rule)
{
  guint n = 0;

  for (guint i = 0; i < diagnostics->len; i++)
    n += g_array_index (diagnostics, ProseDiagnostic, i).rule == rule;

  return n;
}

/* Whether words of the sentence that were marked before are those of phrase, or
 * have them inside. */
static gboolean
was_marked (const ProseDraft *draft, const char *phrase)
{
  for (guint i = 0; i < draft->before->len; i++) {
    ProseSpan span = g_array_index (draft->before, ProseDiagnostic, i).span;
    g_autofree char *marked = prose_ignore_key_dup_phrase (draft->sentence, span);

    if (strstr (marked, phrase) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Whether no rule finds more than it did before, but for words that another rule
 * found: "get yours now!" ends in a full stop now. */
static gboolean
has_no_new_mark (const ProseDraft *draft, const char *sentence, const GArray *after)
{
  for (guint i = 0; i < after->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (after, ProseDiagnostic, i);
    g_autofree char *phrase = NULL;

    if (count_rule (after, mark->rule) <= count_rule (draft->before, mark->rule))
      continue;
    phrase = prose_ignore_key_dup_phrase (sentence, mark->span);
    if (!was_marked (draft, phrase))
      return FALSE;
  }
  return after->len < draft->before->len;
}

/* What is ignored in the sentence as it would read. */
static ProseIgnoreList *
dup_ignored_after (ProseRewriter *self, const ProseDraft *draft, const ProseSuggestion *suggestion)
{
  ProseSpan span = find_in_file (&draft->place, suggestion->span);

  return self->ignored != NULL
             ? prose_ignore_list_dup_after_edit (self->ignored, span, strlen (suggestion->text))
             : NULL;
}

/* A rewrite that presses as much as what it is for, or brings a mark of its
 * own, is not shown. Weighs the sentence as it would read, too. */
static gboolean
is_softer (ProseRewriter *self, const ProseDraft *draft, ProseSuggestion *suggestion)
{
  const ProseRule *rule = draft->diagnostic->rule;
  g_autoptr (ProseIgnoreList) ignored = dup_ignored_after (self, draft, suggestion);
  g_autoptr (GArray) after =
      check_sentence (self, draft, suggestion->sentence, ignored, &suggestion->change);

  prose_measures_subtract (&suggestion->change, &draft->measures);
  return has_no_new_mark (draft, suggestion->sentence, after) &&
         (suggestion->change.load[PROSE_METER_PRESSURE] < 0 || rule->weight == 0);
}

/* --- drafting --- */

/* A mark may take the end of the sentence along, which stays. */
static const char *
get_missing_end (const ProseDraft *draft, const char *text)
{
  gboolean is_at_end = draft->mark.end == draft->end_mark.end &&
                       prose_is_any_of (draft->sentence[draft->mark.end - 1], ".!?");

  return is_at_end && !prose_is_ended (text) ? "." : "";
}

/* A phrase has the case of its place, and Title Case in a headline that has it. */
static char *
fit_case (const ProseDraft *draft, const char *filled)
{
  if (prose_lexicon_list_has (draft->context.lexicon, "options", "title-case") &&
      prose_is_in_title_case (draft->sentence, draft->length))
    return prose_to_title_case (filled);
  if (prose_draft_begins_sentence (draft))
    return prose_with_upper_start (filled);

  return g_strdup (filled);
}

/* Leaves the phrase out. What then comes first gets the capital. */
static ProseSuggestion *
remove_phrase (const ProseDraft *draft, ProseRewriteKind kind)
{
  ProseSpan removed = prose_removal_get_span (draft);
  gboolean is_first =
      draft->mark.start <= draft->words.start || prose_draft_begins_sentence (draft);
  g_autoptr (GString) text = g_string_new (NULL);
  guint first = removed.end;

  if (!prose_draft_figures_survive (draft, "") || !prose_removal_leaves_a_sentence (draft, removed))
    return NULL;
  if (!is_first || removed.end >= draft->words.end)
    return prose_suggestion_new (draft, kind, removed, "");

  first = prose_part_read (draft->sentence, removed.end, draft->words.end).first_word;
  g_string_append_len (text, draft->sentence + removed.end, first - removed.end);
  if (first < draft->words.end) {
    const char *letter = draft->sentence + first;

    g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (letter)));
    first += g_utf8_skip[(guchar)*letter];
  }
  return prose_suggestion_new (draft, kind, (ProseSpan){ removed.start, first }, text->str);
}

/* How many words a text has that can stand alone: not "the". */
static guint
count_content (const ProseDraft *draft, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += !prose_draft_is_folded_in (draft, words[i], "unfinished");

  return n;
}

/* "Meet the new lamp" does not come down to "A lamp", while "The new lamp" may, and
 * "Flash sale" to "Sale". */
static gboolean
is_stump (const ProseDraft *draft, const char *filled)
{
  ProsePart before = prose_part_read (draft->sentence, draft->words.start, draft->mark.start);
  ProsePart after = prose_part_read (draft->sentence, draft->mark.end, draft->words.end);
  ProsePart mark = prose_part_read (draft->sentence, draft->mark.start, draft->mark.end);
  g_autofree char *first = prose_draft_dup_word_at (draft, draft->mark.start);
  g_autofree char *folded = prose_fold_word (first);
  guint n = count_content (draft, filled);

  return before.n_words + after.n_words == 0 && n < 2 && mark.n_words > n + 1 &&
         prose_is_command (folded, draft->context.lexicon);
}

/* Whether the mark ends one sentence and begins another, with an emoji between them,
 * and more words of both around it. */
static gboolean
runs_across_emoji (const ProseDraft *draft)
{
  return prose_part_read (draft->sentence, draft->mark.start, draft->mark.end).has_emoji_inside &&
         prose_part_read (draft->sentence, draft->words.start, draft->mark.start).n_words > 0 &&
         prose_part_read (draft->sentence, draft->mark.end, draft->words.end).n_words > 0;
}

/* Whether nothing follows the mark that a phrase in its place could go on to. */
static gboolean
ends_clause (const ProseDraft *draft)
{
  return draft->mark.end >= draft->words.end ||
         prose_is_any_of (draft->sentence[draft->mark.end], ",;:.!?");
}

static ProseSuggestion *
suggest_phrase (const ProseDraft *draft, ProseRewriteKind kind, const char *filled)
{
  g_autofree char *fitted = NULL;
  g_autofree char *text = NULL;

  if (*filled == '\0')
    return remove_phrase (draft, kind);
  if (!prose_draft_keeps_facts_of_phrase (draft, kind, filled) || is_stump (draft, filled) ||
      runs_across_emoji (draft))
    return NULL;

  fitted = fit_case (draft, filled);
  text = g_strconcat (fitted, get_missing_end (draft, fitted), NULL);
  return prose_suggestion_new (draft, kind, draft->mark, text);
}

static ProseSuggestion *
suggest_sentence (const ProseDraft *draft, ProseRewriteKind kind, const char *filled)
{
  ProseSpan all = { draft->words.start, draft->end_mark.end };
  g_autofree char *text = NULL;

  if (!prose_draft_keeps_facts_of_phrase (draft, kind, filled))
    return NULL;

  while (prose_draft_ends_in_opening_mark (draft, all.start))
    all.start -= PROSE_OPENING_MARK_LENGTH;
  text = prose_recast_clause (draft, filled);
  return text != NULL ? prose_suggestion_new (draft, kind, all, text) : NULL;
}

/* Whether the capture that the template ends with breaks off, and nothing goes on from
 * it. */
static gboolean
ends_cut_short (const ProseDraft *draft, const ProseRewriteTemplate *template, const char *filled)
{
  return g_str_has_suffix (template->text, "}") && ends_clause (draft) &&
         prose_template_breaks_off (filled, draft->context.lexicon, TRUE);
}

/* How the brief wants the reader to be spoken to, or how the text does it. */
static guint
get_address (ProseRewriter *self, ProseLexicon *lexicon)
{
  const char *asked = self->brief != NULL ? prose_brief_get (self->brief, "address") : NULL;

  return prose_lexicon_find_address (lexicon, asked, self->address);
}

static ProseSuggestion *
try_template (ProseRewriter *self, const ProseDraft *draft, const ProseRewriteTemplate *template)
{
  ProseLexicon *lexicon = draft->context.lexicon;
  g_autofree char *addressed =
      prose_address_convert (template->text, lexicon, get_address (self, lexicon));
  g_autofree char *filled =
      addressed != NULL ? prose_template_fill (addressed, &draft->context) : NULL;
  ProseSuggestion *suggestion;

  if (filled == NULL || ends_cut_short (draft, template, filled))
    return NULL;

  suggestion = prose_template_is_sentence (template->text)
                   ? suggest_sentence (draft, template->kind, filled)
                   : suggest_phrase (draft, template->kind, filled);
  if (suggestion != NULL)
    suggestion->needs_facts = prose_template_needs_facts (template->text);
  return suggestion;
}

static gboolean
has_kind (GPtrArray *suggestions, ProseRewriteKind kind)
{
  for (guint i = 0; i < suggestions->len; i++)
    if (((ProseSuggestion *)suggestions->pdata[i])->kind == kind)
      return TRUE;

  return FALSE;
}

static void
add_suggestion (ProseRewriter *self,
                const ProseDraft *draft,
                const ProseRewriteTemplate *template,
                GPtrArray *suggestions)
{
  ProseSuggestion *suggestion;

  if (suggestions->len == MOST_SUGGESTIONS || has_kind (suggestions, template->kind))
    return;

  suggestion = try_template (self, draft, template);
  if (suggestion == NULL)
    return;
  if (is_softer (self, draft, suggestion) &&
      prose_suggestion_write_into_file (suggestion, &draft->place))
    g_ptr_array_add (suggestions, suggestion);
  else
    prose_suggestion_free (suggestion);
}

/* Whether it says the same of any copy: a sentence in place of the clause, and
 * none of the writer's words in it. */
static gboolean
is_general (const ProseRewriteTemplate *template)
{
  return prose_template_is_sentence (template->text) &&
         !prose_template_needs_facts (template->text);
}

/* Such a sentence is for the mark that would have no suggestion, or none that
 * turns to the reader; a question of this sort is not for one that has what keeps the
 * copy's own things, and a question to the writer. */
static gboolean
is_wanted (const ProseDraft *draft,
           const ProseRewriteTemplate *template,
           guint n_own,
           GPtrArray *suggestions)
{
  gboolean asks = template->kind == PROSE_REWRITE_QUESTION;

  if (suggestions->len == 0)
    return TRUE;
  if (asks && n_own > 0 && draft->diagnostic->rule->ask != NULL)
    return FALSE;

  return (asks || template->kind == PROSE_REWRITE_BENEFIT) &&
         !has_kind (suggestions, PROSE_REWRITE_BENEFIT) &&
         !has_kind (suggestions, PROSE_REWRITE_QUESTION);
}

/* In the order of the pack, those that may sink or those that may not; n_own of those
 * before them speak of the copy's own things. */
static void
add_suggestions (ProseRewriter *self,
                 const ProseDraft *draft,
                 gboolean general,
                 gboolean sinks,
                 guint n_own,
                 GPtrArray *suggestions)
{
  const GArray *templates = draft->diagnostic->rule->rewrites;

  for (guint i = 0; i < templates->len; i++) {
    const ProseRewriteTemplate *template = &g_array_index (templates, ProseRewriteTemplate, i);
    gboolean does_sink = self->asks_much && template->kind == PROSE_REWRITE_QUESTION;

    if (is_general (template) == general && does_sink == sinks &&
        (!general || is_wanted (draft, template, n_own, suggestions)))
      add_suggestion (self, draft, template, suggestions);
  }
}

/* What speaks of the copy's own things comes first; where the text asks much
 * already, questions come last of their sort. */
static void
add_all_suggestions (ProseRewriter *self, const ProseDraft *draft, GPtrArray *suggestions)
{
  guint n_own;

  add_suggestions (self, draft, FALSE, FALSE, 0, suggestions);
  add_suggestions (self, draft, FALSE, TRUE, 0, suggestions);
  n_own = suggestions->len;
  add_suggestions (self, draft, TRUE, FALSE, n_own, suggestions);
  add_suggestions (self, draft, TRUE, TRUE, n_own, suggestions);
}

/* The finder of the language, made when it is first needed. */
static ProseGainFinder *
ensure_gain_finder (ProseRewriter *self, ProseLexicon *lexicon)
{
  const char *language = g_intern_string (prose_lexicon_get_language (lexicon));
  ProseGainFinder *finder = g_hash_table_lookup (self->gains, language);

  if (finder == NULL) {
    finder = prose_gain_finder_new (lexicon);
    g_hash_table_insert (self->gains, (gpointer)language, finder);
  }
  return finder;
}

static GPtrArray *
suggest (ProseRewriter *self,
         const ProseDiagnostic *diagnostic,
         const char *sentence,
         const ProseDraftPlace *place)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_suggestion_free);
  ProseRuleSet *rule_set = prose_paragraph_checker_get_rules (self->checker);
  ProseLexicon *lexicon =
      prose_rule_set_get_lexicon (rule_set, diagnostic->rule->category->language);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GArray) before = NULL;
  g_autofree char *gain = NULL;
  ProseDraft draft;

  prose_draft_init (&draft, diagnostic, sentence, lexicon, self->brief);
  draft.place = *place;
  before = check_sentence (self, &draft, sentence, self->ignored, &draft.measures);
  draft.before = before;
  draft.has_clause = prose_clause_find (&draft.clause, sentence, draft.words, draft.mark, lexicon);
  gain = prose_gain_finder_find (ensure_gain_finder (self, lexicon), sentence);
  names = prose_rule_set_dup_captures (rule_set, diagnostic->rule);
  values = prose_draft_dup_captures (&draft, names->len);
  draft.context.names = names;
  draft.context.values = values;
  draft.context.gain = gain;
  add_all_suggestions (self, &draft, suggestions);

  return suggestions;
}

/**
 * prose_rewriter_suggest:
 * @self: a rewriter
 * @diagnostic: a mark of a plain text
 * @sentence: the text of its sentence, as long as the sentence's span
 *
 * Fills the templates of the mark's rule, and keeps those whose sentence,
 * checked again, presses less and has no new mark.
 *
 * Returns: (transfer full) (element-type ProseSuggestion): at most three, each
 *   of another kind, the best first
 */
GPtrArray *
prose_rewriter_suggest (ProseRewriter *self,
                        const ProseDiagnostic *diagnostic,
                        const char *sentence)
{
  return suggest (self, diagnostic, sentence, &(ProseDraftPlace){ NULL });
}

/**
 * prose_rewriter_suggest_in_segment:
 * @self: a rewriter
 * @diagnostic: a mark of a file
 * @segment: the segment that it stands in
 * @bytes: the bytes of the file that @segment was read from
 * @start: where in the file they start
 *
 * As [method@Prose.Rewriter.suggest], in what a reader sees of the file. A wording that
 * the file cannot take, because of markup among the words that go, is none.
 *
 * Returns: (transfer full) (element-type ProseSuggestion): at most three, each of another
 *   kind, the best first, as edits of the file
 */
GPtrArray *
prose_rewriter_suggest_in_segment (ProseRewriter *self,
                                   const ProseDiagnostic *diagnostic,
                                   const ProseSegment *segment,
                                   const char *bytes,
                                   guint start)
{
  ProseDiagnostic mark =
      prose_diagnostic_from_source (prose_diagnostic_shift (*diagnostic, -start), segment->copy);
  ProseDraftPlace place = { segment->copy, bytes, start };
  g_autofree char *sentence = g_strndup (prose_copy_get_text (segment->copy) + mark.sentence.start,
                                         prose_span_get_length (mark.sentence));

  return suggest (self, &mark, sentence, &place);
}

/**
 * prose_rewriter_dup_example:
 * @self: a rewriter
 * @language: (nullable): the language of a text
 * @coverage: something that a text may cover
 *
 * Returns: (transfer full) (nullable): a sentence that does so, and speaks to the
 *   reader as the text does; %NULL if the rules have none
 */
char *
prose_rewriter_dup_example (ProseRewriter *self, const char *language, ProseCoverage coverage)
{
  ProseRuleSet *rule_set = prose_paragraph_checker_get_rules (self->checker);
  const char *example = prose_rule_set_find_example (rule_set, language, coverage);
  ProseLexicon *lexicon = example != NULL ? prose_rule_set_get_lexicon (rule_set, language) : NULL;

  return lexicon != NULL ? prose_address_convert (example, lexicon, get_address (self, lexicon))
                         : g_strdup (example);
}

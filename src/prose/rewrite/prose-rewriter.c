/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-rewriter.h"

#include <string.h>

#include "check/prose-ignore-key.h"
#include "check/prose-paragraph-checker.h"
#include "rewrite/prose-address.h"
#include "rewrite/prose-clause.h"
#include "rewrite/prose-facts.h"
#include "rewrite/prose-gain.h"
#include "rewrite/prose-letter-case.h"
#include "rewrite/prose-template.h"
#include "text/prose-fold.h"

/* How many suggestions a mark shows, each of another kind. */
#define MOST_SUGGESTIONS 3

/* Questions sink where a fifth of the sentences ask (Ahluwalia and Burnkrant 2004:
 * many turn the attention to the seller; the share is our own choice, D4). */
#define MUCH_ASKING 5

/* How many words beside the phrase a recast clause may lose. */
#define MOST_LOST_WORDS 6

struct _ProseRewriter {
  GObject parent_instance;
  ProseParagraphChecker *checker;
  GHashTable *gains;  /* language → ProseGainFinder */
  ProseBrief *brief;  /* (nullable) */
  guint address;      /* the form of address of the text, from 0 */
  gboolean asks_much; /* whether a fifth of the sentences of the text ask */
};

G_DEFINE_FINAL_TYPE (ProseRewriter, prose_rewriter, G_TYPE_OBJECT)

/* A mark that is being rewritten, in bytes of its sentence. */
typedef struct {
  const ProseDiagnostic *diagnostic;
  const char *sentence;
  gsize length;
  ProseSpan mark;
  ProseSpan words;    /* from the first word on, without what ends the sentence */
  ProseSpan end_mark; /* what ends it; may be empty */
  ProseClause clause; /* of the mark */
  gboolean has_clause;
  ProseTemplateContext context;
  GArray *before;         /* of ProseDiagnostic: what is found in the sentence as it is */
  ProseMeasures measures; /* of the sentence as it is */
} Draft;

void
prose_suggestion_free (ProseSuggestion *self)
{
  g_free (self->text);
  g_free (self->sentence);
  g_free (self);
}

static void
prose_rewriter_finalize (GObject *object)
{
  ProseRewriter *self = PROSE_REWRITER (object);

  prose_paragraph_checker_free (self->checker);
  g_hash_table_unref (self->gains);
  g_clear_pointer (&self->brief, prose_brief_unref);
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

static GArray *
check_sentence (ProseRewriter *self,
                const ProseDiagnostic *diagnostic,
                const char *sentence,
                ProseMeasures *measures)
{
  GArray *diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));

  *measures = (ProseMeasures){ 0 };
  prose_paragraph_checker_read (self->checker, sentence, strlen (sentence));
  prose_paragraph_checker_check (self->checker, diagnostic->rule->category->language,
                                 diagnostic->zone, diagnostics, credits, measures);

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
was_marked (const Draft *draft, const char *phrase)
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
has_no_new_mark (const Draft *draft, const char *sentence, const GArray *after)
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

/* A rewrite that presses as much as what it is for, or brings a mark of its
 * own, is not shown. Weighs the sentence as it would read, too. */
static gboolean
is_softer (ProseRewriter *self, const Draft *draft, ProseSuggestion *suggestion)
{
  const ProseRule *rule = draft->diagnostic->rule;
  g_autoptr (GArray) after =
      check_sentence (self, draft->diagnostic, suggestion->sentence, &suggestion->change);

  prose_measures_subtract (&suggestion->change, &draft->measures);
  return has_no_new_mark (draft, suggestion->sentence, after) &&
         (suggestion->change.load[PROSE_METER_PRESSURE] < 0 || rule->weight == 0);
}

/* --- the words of a sentence --- */

/* Where the words of the sentence start: behind bullets and quotation marks. */
static gsize
get_words_start (const char *sentence)
{
  const char *p = sentence;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return *p == '\0' ? 0 : (gsize)(p - sentence);
}

/* Whether the sentence ends in what closes after it: quotation marks and
 * brackets, and the stars of an emphasis that it opened; a lone star points to
 * a footnote and belongs to what it stands at. Gives its length. */
static gsize
get_closer_length (const char *sentence, gsize length)
{
  static const char *const closers[] = { "\"", "'", "”", "’", "»", ")", "]", NULL };

  for (guint i = 0; closers[i] != NULL; i++) {
    gsize n = strlen (closers[i]);

    if (length > n && memcmp (sentence + length - n, closers[i], n) == 0)
      return n;
  }
  return length > 1 && strchr ("*_", *sentence) != NULL && sentence[length - 1] == *sentence;
}

/* Where what closes after the sentence starts. */
static gsize
get_words_end (const char *sentence, gsize length)
{
  gsize n;

  while ((n = get_closer_length (sentence, length)) > 0)
    length -= n;

  return length;
}

/* Whether a word of one letter is small but for its place: the English article,
 * and what binds a part to the sentence, as in Danish "I dag" but not in "I får". */
static gboolean
is_small_letter (const char *text, ProseLexicon *lexicon)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  g_autofree char *first = prose_fold_word (words[0]);
  g_autofree char *second = words[1] != NULL ? prose_fold_word (words[1]) : NULL;

  if (second == NULL || g_utf8_strlen (first, -1) > 1)
    return FALSE;
  if (prose_lexicon_list_has (lexicon, "options", "a-an") && g_str_equal (first, "a"))
    return TRUE;

  return prose_lexicon_list_has (lexicon, "dependents", first) &&
         !prose_lexicon_list_has (lexicon, "finite", second) &&
         prose_lexicon_get_form (lexicon, second, "present") == NULL;
}

/* Whether a capital may come from standing first: not that of a name. */
static gboolean
may_be_lowered (const char *text, ProseLexicon *lexicon)
{
  g_autofree char *first = g_strndup (text, strcspn (text, " "));
  g_autofree char *folded = prose_fold_word (first);

  if (!prose_starts_upper (text) || prose_lexicon_list_has (lexicon, "names", folded))
    return FALSE;

  return g_unichar_islower (g_utf8_get_char (g_utf8_next_char (text))) ||
         is_small_letter (text, lexicon);
}

/* First in the sentence, or behind a label: "Subject: Your free room". */
static gboolean
stands_first (const Draft *draft, guint start)
{
  while (start > draft->words.start && draft->sentence[start - 1] == ' ')
    start--;

  return start <= draft->words.start || draft->sentence[start - 1] == ':';
}

/* A capture is calm, too, where the writer shouted the phrase. */
static char *
dup_capture (const Draft *draft, ProseSpan span)
{
  const char *start = draft->sentence + span.start;
  gsize length = prose_span_get_length (span);
  g_autofree char *text = g_strndup (start, length);

  if (prose_is_in_capitals (draft->sentence + draft->mark.start,
                            prose_span_get_length (draft->mark)) &&
      prose_is_in_capitals (start, length))
    return prose_to_calm_case (text, draft->context.lexicon);
  if (stands_first (draft, span.start) && may_be_lowered (text, draft->context.lexicon))
    return prose_with_lower_start (text);

  return g_steal_pointer (&text);
}

/* --- facts --- */

/* Which words that start there are names: not the first of the sentence, and none
 * where all is in capitals. */
static ProseNames
get_names (const Draft *draft, guint start)
{
  if (prose_is_in_capitals (draft->sentence, draft->length))
    return PROSE_NAMES_NONE;

  return start <= draft->words.start ? PROSE_NAMES_INSIDE : PROSE_NAMES_ALL;
}

static gboolean
survives (const Draft *draft, guint start, guint end, const char *text)
{
  return end <= start ||
         prose_facts_survive (draft->sentence + start, end - start, text, get_names (draft, start));
}

/* Of the phrase itself the figures; its words are those of the rule. */
static gboolean
figures_survive (const Draft *draft, const char *text)
{
  return prose_facts_survive (draft->sentence + draft->mark.start,
                              prose_span_get_length (draft->mark), text, PROSE_NAMES_NONE);
}

/* Kinds that promise the same facts keep those of the phrase, and the names that
 * it captured. */
static gboolean
keeps_facts_of_phrase (const Draft *draft, ProseRewriteKind kind, const char *filled)
{
  guint start = draft->diagnostic->sentence.start;

  if (kind != PROSE_REWRITE_EVIDENCE && kind != PROSE_REWRITE_PLAIN)
    return TRUE;

  for (guint i = 0; i < draft->context.names->len; i++) {
    ProseSpan span = draft->diagnostic->captures[i];

    if (!prose_span_is_empty (span) &&
        !survives (draft, span.start - start, span.end - start, filled))
      return FALSE;
  }
  return figures_survive (draft, filled);
}

/* --- drafting --- */

/* The writer's words where the whole sentence is in capitals: calm. */
static char *
dup_part (const Draft *draft, ProseSpan span)
{
  g_autofree char *text = g_strndup (draft->sentence + span.start, prose_span_get_length (span));

  if (prose_is_in_capitals (draft->sentence, draft->length))
    return prose_to_calm_case (text, draft->context.lexicon);

  return g_steal_pointer (&text);
}

/* Whether the part says what the template does: the gain that it was filled with. */
static gboolean
is_said_by (const Draft *draft, const char *part, const char *filled)
{
  const char *gain = draft->context.gain;
  const char *rest = gain != NULL ? strchr (gain, ' ') : NULL;

  return rest != NULL && strstr (filled, gain) != NULL && g_str_has_suffix (part, rest) &&
         strlen (part) <= strlen (gain) + 4;
}

static gboolean
is_any_of (char c, const char *signs)
{
  return c != '\0' && strchr (signs, c) != NULL;
}

/* Whether nothing has to end the text: a full stop does already, or an emoji. */
static gboolean
is_ended (const char *text)
{
  gsize length = strlen (text);
  const char *last = length > 0 ? g_utf8_prev_char (text + length) : text;

  return is_any_of (*last, ".!?") ||
         g_unichar_type (g_utf8_get_char (last)) == G_UNICODE_OTHER_SYMBOL;
}

/* A part before or after the clause, as a sentence of its own. */
static void
append_part (GString *result, const Draft *draft, ProseSpan span, char end, const char *filled)
{
  const char ending[] = { end, '\0' };
  g_autofree char *part = NULL;
  g_autofree char *sentence = NULL;

  if (prose_span_is_empty (span))
    return;

  part = dup_part (draft, span);
  if (is_said_by (draft, part, filled))
    return;
  sentence = prose_with_upper_start (part);
  g_string_append_printf (result, "%s%s%s", result->len > 0 ? " " : "", sentence,
                          is_ended (sentence) ? "" : ending);
}

/* Recasts the clause of the phrase: the filled template is a sentence, and so is
 * what stands before the clause, and after it. What the copy says comes first, and
 * the template last, unless the part after it goes on from there. NULL if that
 * would lose much, or a fact. */
static char *
recast_clause (const Draft *draft, const char *filled)
{
  const ProseClause *clause = &draft->clause;
  g_autoptr (GString) result = g_string_new (NULL);
  g_autofree char *sentence = prose_with_upper_start (filled);
  gboolean asks = draft->sentence[draft->end_mark.start] == '?';

  if (!draft->has_clause || clause->n_lost > MOST_LOST_WORDS ||
      !survives (draft, clause->span.start, draft->mark.start, filled) ||
      !survives (draft, draft->mark.end, clause->span.end, filled))
    return NULL;

  append_part (result, draft, clause->before, '.', filled);
  if (!clause->after_is_tied)
    append_part (result, draft, clause->after, asks ? '?' : '.', filled);
  g_string_append_printf (result, "%s%s", result->len > 0 ? " " : "", sentence);
  if (clause->after_is_tied)
    append_part (result, draft, clause->after, asks ? '?' : '.', filled);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* A mark may take the end of the sentence along, which stays. */
static const char *
get_missing_end (const Draft *draft, const char *text)
{
  gboolean is_at_end = draft->mark.end == draft->end_mark.end &&
                       is_any_of (draft->sentence[draft->mark.end - 1], ".!?");

  return is_at_end && !is_ended (text) ? "." : "";
}

/* A phrase has the case of its place, and Title Case in a headline that has it. */
static char *
fit_case (const Draft *draft, const char *filled)
{
  if (prose_lexicon_list_has (draft->context.lexicon, "options", "title-case") &&
      prose_is_in_title_case (draft->sentence, draft->length))
    return prose_to_title_case (filled);
  if (draft->mark.start == draft->words.start &&
      prose_starts_upper (draft->sentence + draft->mark.start))
    return prose_with_upper_start (filled);

  return g_strdup (filled);
}

/* The length of a dash that stands free, with the spaces around it; 0 if there is
 * none. */
static guint
get_dash_length (const char *text)
{
  static const char *const dashes[] = { " – ", " — ", " - ", NULL };

  for (guint i = 0; dashes[i] != NULL; i++)
    if (g_str_has_prefix (text, dashes[i]))
      return strlen (dashes[i]);

  return 0;
}

/* The length of the sign, the space or the dash that ends there. */
static guint
get_gap_before (const Draft *draft, guint end)
{
  static const guint lengths[] = { 5, 3 }; /* of dashes: in UTF-8, and in ASCII */
  const char *text = draft->sentence;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (end >= draft->words.start + lengths[i] &&
        get_dash_length (text + end - lengths[i]) == lengths[i])
      return lengths[i];

  return is_any_of (text[end - 1], ",;: ");
}

/* The end of what stands before, without the signs and the joining words that
 * nothing follows any more: "and", "so". */
static guint
trim_end (const Draft *draft, guint end)
{
  const char *text = draft->sentence;
  guint start, n;

  do {
    g_autofree char *word = NULL;
    g_autofree char *folded = NULL;

    while (end > draft->words.start && (n = get_gap_before (draft, end)) > 0)
      end -= n;
    for (start = end; start > draft->words.start && text[start - 1] != ' ';)
      start--;
    word = g_strndup (text + start, end - start);
    folded = g_utf8_strdown (word, -1);
    if (start == end || !prose_lexicon_list_has (draft->context.lexicon, "openers", folded))
      return end;
    end = start;
  } while (end > draft->words.start);

  return end;
}

/* Takes the mark out, and what stood only between it and its neighbours: the
 * spaces and signs after it at the start of the sentence, those before it at the
 * end, and elsewhere what would stand twice. */
static ProseSpan
widen_for_removal (const Draft *draft)
{
  const char *text = draft->sentence;
  ProseSpan span = draft->mark;
  gboolean is_first = span.start == draft->words.start;

  if (is_first)
    span.end += get_dash_length (text + span.end);
  while (span.end < draft->words.end && is_any_of (text[span.end], is_first ? " ,;:!-" : " "))
    span.end++;
  if (is_first)
    return span;

  if (span.end == draft->words.end)
    span.start = trim_end (draft, span.start);
  if (span.end < draft->words.end && is_any_of (text[span.end], ",;:")) {
    span.start -= text[span.start - 1] == ' ';
    span.start -= is_any_of (text[span.start - 1], ",;:");
  }
  return span;
}

static ProseSuggestion *
make_suggestion (const Draft *draft, ProseRewriteKind kind, ProseSpan replaced, const char *text)
{
  ProseSuggestion *suggestion = g_new0 (ProseSuggestion, 1);

  /* "for 150 kr." ends the sentence as well. */
  if (g_str_has_suffix (text, ".") && draft->sentence[replaced.end] == '.')
    replaced.end++;

  suggestion->kind = kind;
  suggestion->span = prose_span_shift (replaced, draft->diagnostic->sentence.start);
  suggestion->text = g_strdup (text);
  suggestion->sentence = g_strdup_printf ("%.*s%s%s", (int)replaced.start, draft->sentence, text,
                                          draft->sentence + replaced.end);
  return suggestion;
}

/* Whether at most one word would be left of the sentence. */
static gboolean
leaves_a_stump (const Draft *draft, ProseSpan removed)
{
  g_autofree char *before =
      g_strndup (draft->sentence + draft->words.start, removed.start - draft->words.start);
  g_autofree char *after =
      g_strndup (draft->sentence + removed.end, MAX (draft->words.end, removed.end) - removed.end);
  g_autofree char *left = g_strstrip (g_strconcat (before, " ", after, NULL));

  return strchr (left, ' ') == NULL;
}

/* Leaves the phrase out. What then comes first gets the capital. */
static ProseSuggestion *
remove_phrase (const Draft *draft, ProseRewriteKind kind)
{
  ProseSpan removed = widen_for_removal (draft);
  g_autofree char *next = NULL;
  g_autofree char *upper = NULL;
  guint size;

  if (!figures_survive (draft, "") || leaves_a_stump (draft, removed))
    return NULL;
  if (removed.start > draft->words.start || removed.end >= draft->words.end)
    return make_suggestion (draft, kind, removed, "");

  size = g_utf8_skip[(guchar)draft->sentence[removed.end]];
  next = g_strndup (draft->sentence + removed.end, size);
  upper = prose_with_upper_start (next);
  return make_suggestion (draft, kind, (ProseSpan){ removed.start, removed.end + size }, upper);
}

static ProseSuggestion *
suggest_phrase (const Draft *draft, ProseRewriteKind kind, const char *filled)
{
  g_autofree char *fitted = NULL;
  g_autofree char *text = NULL;

  if (*filled == '\0')
    return remove_phrase (draft, kind);
  if (!keeps_facts_of_phrase (draft, kind, filled))
    return NULL;

  fitted = fit_case (draft, filled);
  text = g_strconcat (fitted, get_missing_end (draft, fitted), NULL);
  return make_suggestion (draft, kind, draft->mark, text);
}

static ProseSuggestion *
suggest_sentence (const Draft *draft, ProseRewriteKind kind, const char *filled)
{
  ProseSpan all = { draft->words.start, draft->end_mark.end };
  g_autofree char *text = NULL;

  if (!keeps_facts_of_phrase (draft, kind, filled))
    return NULL;

  text = recast_clause (draft, filled);
  return text != NULL ? make_suggestion (draft, kind, all, text) : NULL;
}

static ProseSuggestion *
try_template (ProseRewriter *self, const Draft *draft, const ProseRewriteTemplate *template)
{
  ProseLexicon *lexicon = draft->context.lexicon;
  const char *asked = self->brief != NULL ? prose_brief_get (self->brief, "address") : NULL;
  guint address = prose_address_find (lexicon, asked, self->address);
  g_autofree char *addressed = prose_address_convert (template->text, lexicon, address);
  g_autofree char *filled = prose_template_fill (addressed, &draft->context);
  ProseSuggestion *suggestion;

  if (filled == NULL)
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
                const Draft *draft,
                const ProseRewriteTemplate *template,
                GPtrArray *suggestions)
{
  ProseSuggestion *suggestion;

  if (suggestions->len == MOST_SUGGESTIONS || has_kind (suggestions, template->kind))
    return;

  suggestion = try_template (self, draft, template);
  if (suggestion == NULL)
    return;
  if (is_softer (self, draft, suggestion))
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
 * turns to the reader. */
static gboolean
is_wanted (const ProseRewriteTemplate *template, GPtrArray *suggestions)
{
  return suggestions->len == 0 ||
         ((template->kind == PROSE_REWRITE_BENEFIT || template->kind == PROSE_REWRITE_QUESTION) &&
          !has_kind (suggestions, PROSE_REWRITE_BENEFIT) &&
          !has_kind (suggestions, PROSE_REWRITE_QUESTION));
}

/* In the order of the pack, those that may sink or those that may not. */
static void
add_suggestions (ProseRewriter *self,
                 const Draft *draft,
                 gboolean general,
                 gboolean sinks,
                 GPtrArray *suggestions)
{
  const GArray *templates = draft->diagnostic->rule->rewrites;

  for (guint i = 0; i < templates->len; i++) {
    const ProseRewriteTemplate *template = &g_array_index (templates, ProseRewriteTemplate, i);
    gboolean does_sink = self->asks_much && template->kind == PROSE_REWRITE_QUESTION;

    if (is_general (template) == general && does_sink == sinks &&
        (!general || is_wanted (template, suggestions)))
      add_suggestion (self, draft, template, suggestions);
  }
}

/* What speaks of the copy's own things comes first; where the text asks much
 * already, questions come last of their sort. */
static void
add_all_suggestions (ProseRewriter *self, const Draft *draft, GPtrArray *suggestions)
{
  add_suggestions (self, draft, FALSE, FALSE, suggestions);
  add_suggestions (self, draft, FALSE, TRUE, suggestions);
  add_suggestions (self, draft, TRUE, FALSE, suggestions);
  add_suggestions (self, draft, TRUE, TRUE, suggestions);
}

static GPtrArray *
dup_captures (const Draft *draft, guint n)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  guint start = draft->diagnostic->sentence.start;

  for (guint i = 0; i < n; i++) {
    ProseSpan span = draft->diagnostic->captures[i];

    if (prose_span_is_empty (span))
      g_ptr_array_add (values, NULL);
    else
      g_ptr_array_add (values,
                       dup_capture (draft, (ProseSpan){ span.start - start, span.end - start }));
  }
  return values;
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

static void
draft_init (Draft *self,
            const ProseDiagnostic *diagnostic,
            const char *sentence,
            ProseLexicon *lexicon,
            ProseBrief *brief)
{
  guint start = diagnostic->sentence.start;

  *self = (Draft){ .diagnostic = diagnostic,
                   .sentence = sentence,
                   .length = strlen (sentence),
                   .mark = { diagnostic->span.start - start, diagnostic->span.end - start },
                   .context = { .lexicon = lexicon, .brief = brief } };
  self->end_mark.end = get_words_end (sentence, self->length);
  self->end_mark.start = self->end_mark.end;
  while (self->end_mark.start > self->mark.end &&
         strchr (".!?", sentence[self->end_mark.start - 1]) != NULL)
    self->end_mark.start--;
  self->words.start = get_words_start (sentence);
  self->words.end = MAX (self->end_mark.start, self->mark.end);
  self->end_mark.end = MAX (self->end_mark.end, self->mark.end);
}

/**
 * prose_rewriter_suggest:
 * @self: a rewriter
 * @diagnostic: a mark
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
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_suggestion_free);
  ProseRuleSet *rule_set = prose_paragraph_checker_get_rules (self->checker);
  ProseLexicon *lexicon =
      prose_rule_set_get_lexicon (rule_set, diagnostic->rule->category->language);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GArray) before = NULL;
  g_autofree char *gain = NULL;
  Draft draft;

  draft_init (&draft, diagnostic, sentence, lexicon, self->brief);
  before = check_sentence (self, diagnostic, sentence, &draft.measures);
  draft.before = before;
  draft.has_clause = prose_clause_find (&draft.clause, sentence, draft.words, draft.mark, lexicon);
  gain = prose_gain_finder_find (ensure_gain_finder (self, lexicon), sentence);
  names = prose_rule_set_dup_captures (rule_set, diagnostic->rule);
  values = dup_captures (&draft, names->len);
  draft.context.names = names;
  draft.context.values = values;
  draft.context.gain = gain;
  add_all_suggestions (self, &draft, suggestions);

  return suggestions;
}

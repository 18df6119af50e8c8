/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-rewriter.h"

#include <string.h>

#include "check/prose-ignore-key.h"
#include "check/prose-paragraph-checker.h"
#include "rewrite/prose-address.h"
#include "rewrite/prose-draft.h"
#include "rewrite/prose-facts.h"
#include "rewrite/prose-gain.h"
#include "rewrite/prose-inflection.h"
#include "rewrite/prose-letter-case.h"
#include "rewrite/prose-removal.h"
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
  GHashTable *gains;        /* language → ProseGainFinder */
  ProseBrief *brief;        /* (nullable) */
  ProseIgnoreList *ignored; /* (nullable) */
  guint address;            /* the form of address of the text, from 0 */
  gboolean asks_much;       /* whether a fifth of the sentences of the text ask */
};

G_DEFINE_FINAL_TYPE (ProseRewriter, prose_rewriter, G_TYPE_OBJECT)

void
prose_suggestion_free (ProseSuggestion *self)
{
  g_free (self->text);
  g_free (self->wording);
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

  if (!prose_starts_upper (text) || prose_lexicon_list_has (lexicon, "names", folded) ||
      !prose_lexicon_is_small (lexicon, folded))
    return FALSE;

  return g_unichar_islower (g_utf8_get_char (g_utf8_next_char (text))) ||
         is_small_letter (text, lexicon);
}

/* First in the sentence, or behind a label, "Subject: Your free room", or an emoji. */
static gboolean
stands_first (const ProseDraft *draft, guint start)
{
  while (start > draft->words.start && draft->sentence[start - 1] == ' ')
    start--;

  return start <= draft->words.start || draft->sentence[start - 1] == ':' ||
         prose_part_follows_emoji (draft->sentence, start);
}

/* A capture is calm, too, where the writer shouted the phrase. */
static char *
dup_capture (const ProseDraft *draft, ProseSpan span)
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
get_names (const ProseDraft *draft, guint start)
{
  if (prose_is_in_capitals (draft->sentence, draft->length))
    return PROSE_NAMES_NONE;

  return start <= draft->words.start ? PROSE_NAMES_INSIDE : PROSE_NAMES_ALL;
}

static gboolean
survives (const ProseDraft *draft, guint start, guint end, const char *text)
{
  return end <= start || prose_facts_survive (draft->sentence + start, end - start, text,
                                              get_names (draft, start), draft->context.lexicon);
}

/* Of the phrase itself the figures; its words are those of the rule. */
static gboolean
figures_survive (const ProseDraft *draft, const char *text)
{
  return prose_facts_survive (draft->sentence + draft->mark.start,
                              prose_span_get_length (draft->mark), text, PROSE_NAMES_NONE,
                              draft->context.lexicon);
}

/* Kinds that promise the same facts keep those of the phrase, and the names that
 * it captured. */
static gboolean
keeps_facts_of_phrase (const ProseDraft *draft, ProseRewriteKind kind, const char *filled)
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
dup_part (const ProseDraft *draft, ProseSpan span)
{
  g_autofree char *text = g_strndup (draft->sentence + span.start, prose_span_get_length (span));

  if (prose_is_in_capitals (draft->sentence, draft->length))
    return prose_to_calm_case (text, draft->context.lexicon);

  return g_steal_pointer (&text);
}

/* Whether the part says what the template does: the gain that it was filled with. */
static gboolean
is_said_by (const ProseDraft *draft, const char *part, const char *filled)
{
  const char *gain = draft->context.gain;
  const char *rest = gain != NULL ? strchr (gain, ' ') : NULL;

  return rest != NULL && strstr (filled, gain) != NULL && g_str_has_suffix (part, rest) &&
         strlen (part) <= strlen (gain) + 4;
}

/* Whether nothing has to end the text: a full stop does already, or an emoji. */
static gboolean
is_ended (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (prose_is_any_of (text[length - 1], ".!?") ||
                        prose_part_read (text, 0, length).ends_in_emoji);
}

/* Whether the sentence asks as Spanish does, from its first word on. */
static gboolean
opens_question (const ProseDraft *draft)
{
  return g_str_has_prefix (draft->sentence, "¿") && draft->words.start == PROSE_OPENING_MARK_LENGTH;
}

/* The space that stands before the mark at the end, as in French; "" if none does. */
static const char *
get_space_before_end (const ProseDraft *draft)
{
  static const char *const spaces[] = { " ", "\u00a0", "\u202f", NULL };
  g_autofree char *before = g_strndup (draft->sentence, draft->end_mark.start);

  for (guint i = 0; spaces[i] != NULL; i++)
    if (g_str_has_suffix (before, spaces[i]))
      return spaces[i];

  return "";
}

/* A part before or after the clause, as a sentence of its own. */
static void
append_part (GString *result, const ProseDraft *draft, ProseSpan span, char end, const char *filled)
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
  g_string_append_printf (result, "%s%s%s%s%s", result->len > 0 ? " " : "",
                          end == '?' && opens_question (draft) ? "¿" : "", sentence,
                          end == '?' && !is_ended (sentence) ? get_space_before_end (draft) : "",
                          is_ended (sentence) ? "" : ending);
}

/* Recasts the clause of the phrase: the filled template is a sentence, and so is
 * what stands before the clause, and after it. What the copy says comes first, and
 * the template last, unless the part after it goes on from there. NULL if that
 * would lose much, or a fact. */
static char *
recast_clause (const ProseDraft *draft, const char *filled)
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
get_missing_end (const ProseDraft *draft, const char *text)
{
  gboolean is_at_end = draft->mark.end == draft->end_mark.end &&
                       prose_is_any_of (draft->sentence[draft->mark.end - 1], ".!?");

  return is_at_end && !is_ended (text) ? "." : "";
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

/* The last place before end where one of the marks ends; 0 if there is none. */
static guint
find_opening_mark (const ProseDraft *draft, guint end)
{
  for (guint i = end; i >= PROSE_OPENING_MARK_LENGTH; i--)
    if (prose_draft_ends_in_opening_mark (draft, i))
      return i;

  return 0;
}

/* A ¡ or ¿ before what is replaced that nothing closes any more goes along: then
 * text and what stands between them are put in its place. */
static char *
drop_lone_opening_mark (const ProseDraft *draft, ProseSpan *replaced, const char *text)
{
  g_autofree char *result = g_strdup (text);
  guint end;

  while ((end = find_opening_mark (draft, replaced->start)) > 0) {
    guint start = end - PROSE_OPENING_MARK_LENGTH;
    char closer = memcmp (draft->sentence + start, "¡", PROSE_OPENING_MARK_LENGTH) == 0 ? '!' : '?';
    g_autofree char *between = g_strndup (draft->sentence + end, replaced->start - end);
    g_autofree char *longer = g_strconcat (between, result, NULL);

    if (strchr (longer, closer) != NULL || strchr (draft->sentence + replaced->end, closer) != NULL)
      break;
    g_free (result);
    result = g_steal_pointer (&longer);
    replaced->start = start;
  }
  return g_steal_pointer (&result);
}

/* A ! at the end whose ¡ is among what is replaced becomes a full stop. */
static char *
close_calmly (const ProseDraft *draft, ProseSpan *replaced, const char *text)
{
  ProseSpan rest = { replaced->end, draft->end_mark.start };
  gboolean was_opened = find_opening_mark (draft, replaced->end) > replaced->start;

  if (!was_opened || draft->sentence[draft->end_mark.start] != '!' || rest.end < rest.start ||
      strstr (text, "¡") != NULL)
    return g_strdup (text);

  replaced->end = draft->end_mark.end;
  return g_strdup_printf ("%s%.*s.", text, (int)prose_span_get_length (rest),
                          draft->sentence + rest.start);
}

static ProseSuggestion *
make_suggestion (const ProseDraft *draft,
                 ProseRewriteKind kind,
                 ProseSpan replaced,
                 const char *filled)
{
  ProseSuggestion *suggestion = g_new0 (ProseSuggestion, 1);
  g_autofree char *closed = close_calmly (draft, &replaced, filled);
  g_autofree char *text = drop_lone_opening_mark (draft, &replaced, closed);

  /* "for 150 kr." ends the sentence as well. */
  if (g_str_has_suffix (text, ".") && draft->sentence[replaced.end] == '.')
    replaced.end++;

  suggestion->kind = kind;
  suggestion->span = prose_span_shift (replaced, draft->diagnostic->sentence.start);
  suggestion->text = g_strdup (text);
  suggestion->wording = g_strdup (text);
  suggestion->sentence = g_strdup_printf ("%.*s%s%s", (int)replaced.start, draft->sentence, text,
                                          draft->sentence + replaced.end);
  return suggestion;
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

  if (!figures_survive (draft, "") || !prose_removal_leaves_a_sentence (draft, removed))
    return NULL;
  if (!is_first || removed.end >= draft->words.end)
    return make_suggestion (draft, kind, removed, "");

  first = prose_part_read (draft->sentence, removed.end, draft->words.end).first_word;
  g_string_append_len (text, draft->sentence + removed.end, first - removed.end);
  if (first < draft->words.end) {
    const char *letter = draft->sentence + first;

    g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (letter)));
    first += g_utf8_skip[(guchar)*letter];
  }
  return make_suggestion (draft, kind, (ProseSpan){ removed.start, first }, text->str);
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
  if (!keeps_facts_of_phrase (draft, kind, filled) || is_stump (draft, filled) ||
      runs_across_emoji (draft))
    return NULL;

  fitted = fit_case (draft, filled);
  text = g_strconcat (fitted, get_missing_end (draft, fitted), NULL);
  return make_suggestion (draft, kind, draft->mark, text);
}

static ProseSuggestion *
suggest_sentence (const ProseDraft *draft, ProseRewriteKind kind, const char *filled)
{
  ProseSpan all = { draft->words.start, draft->end_mark.end };
  g_autofree char *text = NULL;

  if (!keeps_facts_of_phrase (draft, kind, filled))
    return NULL;

  while (prose_draft_ends_in_opening_mark (draft, all.start))
    all.start -= PROSE_OPENING_MARK_LENGTH;
  text = recast_clause (draft, filled);
  return text != NULL ? make_suggestion (draft, kind, all, text) : NULL;
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

/* Makes the edit of the copy one of the file. Whether the file can have it. */
static gboolean
write_into_file (const ProseDraft *draft, ProseSuggestion *suggestion)
{
  const ProseDraftPlace *place = &draft->place;
  ProseSpan source;
  char *text;

  if (place->copy == NULL)
    return TRUE;

  text =
      prose_copy_rewrite (place->copy, place->bytes, suggestion->span, suggestion->text, &source);
  if (text == NULL)
    return FALSE;

  g_free (suggestion->text);
  suggestion->text = text;
  suggestion->span = prose_span_shift (source, place->start);
  return TRUE;
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
  if (is_softer (self, draft, suggestion) && write_into_file (draft, suggestion))
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

static GPtrArray *
dup_captures (const ProseDraft *draft, guint n)
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
draft_init (ProseDraft *self,
            const ProseDiagnostic *diagnostic,
            const char *sentence,
            ProseLexicon *lexicon,
            ProseBrief *brief)
{
  guint start = diagnostic->sentence.start;

  *self = (ProseDraft){ .diagnostic = diagnostic,
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

  draft_init (&draft, diagnostic, sentence, lexicon, self->brief);
  draft.place = *place;
  before = check_sentence (self, &draft, sentence, self->ignored, &draft.measures);
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

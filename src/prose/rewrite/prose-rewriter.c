/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-rewriter.h"

#include <string.h>

#include "check/prose-paragraph-checker.h"
#include "rewrite/prose-template.h"

/* How many suggestions a mark shows, each of another kind. */
#define MOST_SUGGESTIONS 3

struct _ProseRewriter {
  GObject parent_instance;
  ProseParagraphChecker *checker;
};

G_DEFINE_FINAL_TYPE (ProseRewriter, prose_rewriter, G_TYPE_OBJECT)

/* A mark that is being rewritten, in bytes of its sentence. */
typedef struct {
  const ProseDiagnostic *diagnostic;
  const char *sentence;
  gsize length;
  ProseSpan mark;
  ProseTemplateContext context;
  GArray *before; /* of ProseDiagnostic: what is found in the sentence as it is */
  gint64 load;    /* its Pressure, as it is */
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

/* --- checking --- */

static GArray *
check_sentence (ProseRewriter *self,
                const ProseDiagnostic *diagnostic,
                const char *sentence,
                gint64 *load)
{
  GArray *diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  ProseMeasures measures = { 0 };

  prose_paragraph_checker_read (self->checker, sentence, strlen (sentence));
  prose_paragraph_checker_check (self->checker, diagnostic->rule->category->language,
                                 diagnostic->zone, diagnostics, credits, &measures);
  *load = measures.load[PROSE_METER_PRESSURE];

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

/* Whether no rule finds more than it did before. */
static gboolean
has_no_new_mark (const GArray *before, const GArray *after)
{
  for (guint i = 0; i < after->len; i++) {
    const ProseRule *rule = g_array_index (after, ProseDiagnostic, i).rule;

    if (count_rule (after, rule) > count_rule (before, rule))
      return FALSE;
  }
  return after->len < before->len;
}

/* A rewrite that presses as much as what it is for, or brings a mark of its
 * own, is not shown. */
static gboolean
is_softer (ProseRewriter *self, const Draft *draft, const char *sentence)
{
  const ProseRule *rule = draft->diagnostic->rule;
  g_autoptr (GArray) after = NULL;
  gint64 load;

  after = check_sentence (self, draft->diagnostic, sentence, &load);
  return has_no_new_mark (draft->before, after) && (load < draft->load || rule->weight == 0);
}

/* --- case --- */

static gboolean
is_in_capitals (const char *text, gsize length)
{
  guint n_upper = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_islower (c))
      return FALSE;
    n_upper += g_unichar_isupper (c) != 0;
  }
  return n_upper >= 2;
}

static char *
with_first_letter (const char *text, gunichar (*convert) (gunichar))
{
  g_autoptr (GString) result = g_string_new (NULL);

  if (*text == '\0')
    return g_strdup ("");

  g_string_append_unichar (result, convert (g_utf8_get_char (text)));
  g_string_append (result, g_utf8_next_char (text));
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static gboolean
starts_upper (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text));
}

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

/* A capture as it reads inside of a sentence: calm, and without the capital
 * that it had only from standing first. */
static char *
dup_capture (const Draft *draft, ProseSpan span)
{
  const char *start = draft->sentence + span.start;
  gsize length = prose_span_get_length (span);
  g_autofree char *text = g_strndup (start, length);

  if (is_in_capitals (draft->sentence + draft->mark.start, prose_span_get_length (draft->mark)) &&
      is_in_capitals (start, length))
    return g_utf8_strdown (text, -1);
  if (span.start == get_words_start (draft->sentence) && starts_upper (text) &&
      !starts_upper (g_utf8_next_char (text)))
    return with_first_letter (text, g_unichar_tolower);

  return g_steal_pointer (&text);
}

/* --- drafting --- */

static gboolean
has_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;

  return FALSE;
}

/* Whether recasting the sentence would drop a figure that the phrase does not
 * hold. */
static gboolean
would_lose_facts (const Draft *draft)
{
  return has_digit (draft->sentence, draft->mark.start) ||
         has_digit (draft->sentence + draft->mark.end, draft->length - draft->mark.end);
}

static ProseSpan
get_replaced (const Draft *draft, gboolean is_sentence)
{
  if (!is_sentence)
    return draft->mark;

  return (ProseSpan){ get_words_start (draft->sentence),
                      get_words_end (draft->sentence, draft->length) };
}

static char *
fit_case (const Draft *draft, ProseSpan replaced, const char *filled)
{
  if (replaced.start == get_words_start (draft->sentence) &&
      starts_upper (draft->sentence + replaced.start))
    return with_first_letter (filled, g_unichar_toupper);

  return g_strdup (filled);
}

static ProseSuggestion *
make_suggestion (const Draft *draft, const ProseRewriteTemplate *template)
{
  gboolean is_sentence = prose_template_is_sentence (template->text);
  ProseSpan replaced = get_replaced (draft, is_sentence);
  g_autofree char *filled = NULL;
  ProseSuggestion *suggestion;

  if (is_sentence && would_lose_facts (draft))
    return NULL;
  filled = prose_template_fill (template->text, &draft->context);
  if (filled == NULL)
    return NULL;

  suggestion = g_new0 (ProseSuggestion, 1);
  suggestion->kind = template->kind;
  suggestion->span = prose_span_shift (replaced, draft->diagnostic->sentence.start);
  suggestion->text = fit_case (draft, replaced, filled);
  suggestion->sentence = g_strdup_printf ("%.*s%s%s", (int)replaced.start, draft->sentence,
                                          suggestion->text, draft->sentence + replaced.end);
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
add_suggestions (ProseRewriter *self, const Draft *draft, GPtrArray *suggestions)
{
  const GArray *templates = draft->diagnostic->rule->rewrites;

  for (guint i = 0; i < templates->len && suggestions->len < MOST_SUGGESTIONS; i++) {
    const ProseRewriteTemplate *template = &g_array_index (templates, ProseRewriteTemplate, i);
    ProseSuggestion *suggestion;

    if (has_kind (suggestions, template->kind))
      continue;
    suggestion = make_suggestion (draft, template);
    if (suggestion == NULL)
      continue;
    if (is_softer (self, draft, suggestion->sentence))
      g_ptr_array_add (suggestions, suggestion);
    else
      prose_suggestion_free (suggestion);
  }
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
  const char *language = diagnostic->rule->category->language;
  ProseRuleSet *rule_set = prose_paragraph_checker_get_rules (self->checker);
  guint start = diagnostic->sentence.start;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GArray) before = NULL;
  Draft draft = {
    .diagnostic = diagnostic,
    .sentence = sentence,
    .length = strlen (sentence),
    .mark = { diagnostic->span.start - start, diagnostic->span.end - start },
  };

  before = check_sentence (self, diagnostic, sentence, &draft.load);
  draft.before = before;
  draft.context.lexicon = prose_rule_set_get_lexicon (rule_set, language);
  draft.context.names = names = prose_rule_set_dup_captures (rule_set, diagnostic->rule);
  values = dup_captures (&draft, names->len);
  draft.context.values = values;
  add_suggestions (self, &draft, suggestions);

  return suggestions;
}

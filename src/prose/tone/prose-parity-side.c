/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-parity-side.h"

#include "check/prose-passage.h"
#include "text/prose-fold.h"
#include "text/prose-tokenizer.h"

/* The most bytes of the label of a button, and the least of a word in capitals that is
 * loud, and no abbreviation. */
#define LONGEST_LABEL 40
#define LONG_FOR_CAPITALS 4

/* Between what something costs and that it is nothing: “koster ikke noget”. */
#define MOST_WORDS_TO_NOTHING 2

void
prose_parity_side_init (ProseParitySide *self)
{
  *self = (ProseParitySide){ .marks = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic)),
                             .credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic)),
                             .pressure = prose_parity_devices_new (),
                             .claims = prose_parity_devices_new (),
                             .warmth = prose_parity_devices_new () };
}

void
prose_parity_side_clear (ProseParitySide *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->credits);
  g_array_unref (self->pressure);
  g_array_unref (self->claims);
  g_array_unref (self->warmth);
}

/* --- what was found --- */

/* What these families find says something of the product; all others that are to be
 * proven, such as deadlines and stock, press as well. */
static gboolean
is_about_product (const ProseCategory *category)
{
  static const char *const families[] = { "authority", "free", "green-claim", "superlative", NULL };

  return g_strv_contains (families, category->id);
}

/* Matters of style are another language's own business. */
static void
sort_mark (ProseParitySide *self, const ProseDiagnostic *mark)
{
  const ProseRule *rule = mark->rule;

  if (rule->severity < PROSE_SEVERITY_PROOF || rule->category->meter != PROSE_METER_PRESSURE)
    return;

  prose_parity_devices_add (is_about_product (rule->category) ? self->claims : self->pressure,
                            mark);
}

static void
sort_found (ProseParitySide *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    sort_mark (self, &g_array_index (self->marks, ProseDiagnostic, i));
  for (guint i = 0; i < self->credits->len; i++) {
    const ProseDiagnostic *credit = &g_array_index (self->credits, ProseDiagnostic, i);

    if (credit->rule->category->meter == PROSE_METER_WARMTH)
      prose_parity_devices_add (self->warmth, credit);
  }
}

/* --- words --- */

/* “Free”, in the languages that have rules: some of them mark every delivery that costs
 * nothing, some do not. */
static gboolean
means_free (const char *folded)
{
  static const char *const words[] = { "free",        "gratis",       "kostenlos",   "kostenlose",
                                       "kostenloser", "kostenloses",  "kostenlosen", "umsonst",
                                       "kostenfrei",  "gratuit",      "gratuite",    "gratuits",
                                       "gratuites",   "gratuitement", "offert",      "offerte",
                                       "offerts",     "offertes",     "gratuito",    "gratuita",
                                       "gratuitos",   "gratuitas",    "fri",         "fritt",
                                       "fria",        "frit",         "frie",        NULL };

  return g_strv_contains (words, folded);
}

/* “It costs nothing”, in the same languages: what it costs stands at most two words before. */
static gboolean
means_cost (const char *folded)
{
  static const char *const words[] = { "cost",    "costs",  "koster",  "kostet", "kosten",
                                       "kostar",  "kosta",  "koste",   "coûte",  "coûter",
                                       "coûtent", "cuesta", "cuestan", NULL };

  return g_strv_contains (words, folded);
}

static gboolean
means_nothing (const char *folded)
{
  static const char *const words[] = { "nothing", "intet", "noget", "nichts", "ingenting",
                                       "inget",   "rien",  "nada",  NULL };

  return g_strv_contains (words, folded);
}

static void
look_at_cost (ProseParitySide *self, const char *folded, guint *since_cost)
{
  *since_cost = means_cost (folded) ? 0 : *since_cost + 1;
  if (*since_cost > 0 && *since_cost <= MOST_WORDS_TO_NOTHING && means_nothing (folded))
    self->says_free = TRUE;
}

static void
look_at_word (ProseParitySide *self,
              const ProseToken *token,
              const char *folded,
              ProseLexicon *lexicon)
{
  if ((token->flags & PROSE_TOKEN_CAPS) && prose_span_get_length (token->span) >= LONG_FOR_CAPITALS)
    self->n_loud++;
  if (means_free (folded))
    self->says_free = TRUE;
  if (lexicon == NULL || !prose_lexicon_list_has (lexicon, "hedges", folded))
    return;
  if (self->n_hedges++ == 0)
    self->hedge = token->span;
}

static void
look_at_words (ProseParitySide *self, ProseLexicon *lexicon)
{
  const char *text = prose_copy_get_text (self->segment->copy);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GString) folded = g_string_new (NULL);
  guint since_cost = MOST_WORDS_TO_NOTHING;

  self->n_loud = self->measures.exclamations;
  prose_tokenize (text, prose_copy_get_length (self->segment->copy), tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    if (token->kind != PROSE_TOKEN_WORD)
      continue;
    prose_fold (text + token->span.start, prose_span_get_length (token->span), folded);
    look_at_word (self, token, folded->str, lexicon);
    look_at_cost (self, folded->str, &since_cost);
  }
}

/* --- reading --- */

static void
empty (ProseParitySide *self)
{
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->credits, 0);
  g_array_set_size (self->pressure, 0);
  g_array_set_size (self->claims, 0);
  g_array_set_size (self->warmth, 0);
  self->measures = (ProseMeasures){ 0 };
  self->n_hedges = 0;
  self->says_free = FALSE;
}

static gboolean
check (ProseParitySide *self,
       ProseParagraphChecker *checker,
       const ProsePassage *passage,
       const char *language)
{
  prose_paragraph_checker_read (checker, passage->text, passage->length);
  prose_paragraph_checker_set_muted (checker, self->muted);
  prose_paragraph_checker_set_place (checker, 0, passage->copy);
  self->muted = prose_paragraph_checker_get_muted_after (checker);
  return prose_paragraph_checker_check (checker, language, passage->zone, self->marks,
                                        self->credits, &self->measures);
}

static gboolean
looks_like_label (const ProsePassage *passage)
{
  return passage->length > 0 && passage->length <= LONGEST_LABEL &&
         !g_ascii_ispunct (passage->text[passage->length - 1]);
}

/* Some languages leave the command on a button alone, others do not: as a sentence it is
 * one in all of them. */
static void
check_as_sentence (ProseParitySide *self,
                   ProseParagraphChecker *checker,
                   const ProsePassage *label,
                   const char *language)
{
  g_autofree char *text = g_strndup (label->text, label->length + 1);
  ProsePassage sentence = *label;
  ProseMeasures measures = self->measures;

  text[label->length] = '.';
  sentence.text = text;
  sentence.length++;
  check (self, checker, &sentence, language);
  self->measures = measures;
  for (guint i = 0; i < self->marks->len; i++) {
    ProseSpan *span = &g_array_index (self->marks, ProseDiagnostic, i).span;

    span->end = MIN (span->end, label->length);
  }
}

/**
 * prose_parity_side_read:
 * @self: a side
 * @checker: a checker
 * @segment: the text
 * @language: (nullable): its language
 *
 * Finds in a text what there is to be compared, in place of what was there before.
 *
 * Returns: whether there are rules for @language
 */
gboolean
prose_parity_side_read (ProseParitySide *self,
                        ProseParagraphChecker *checker,
                        const ProseSegment *segment,
                        const char *language)
{
  ProsePassage passage = prose_passage_of_segment (segment);
  ProseRuleSet *rules = prose_paragraph_checker_get_rules (checker);

  empty (self);
  self->segment = segment;
  if (!check (self, checker, &passage, language))
    return FALSE;
  self->is_label = self->marks->len == 0 && self->credits->len == 0 && looks_like_label (&passage);
  if (self->is_label)
    check_as_sentence (self, checker, &passage, language);

  sort_found (self);
  look_at_words (self, prose_rule_set_get_lexicon (rules, language));
  return TRUE;
}

/**
 * prose_parity_side_dup_words:
 * @self: a side
 * @span: a part of its copy, in bytes
 *
 * Returns: (transfer full): the words of it
 */
char *
prose_parity_side_dup_words (const ProseParitySide *self, ProseSpan span)
{
  return g_strndup (prose_copy_get_text (self->segment->copy) + span.start,
                    prose_span_get_length (span));
}

/**
 * prose_parity_side_to_source:
 * @self: a side
 * @span: a part of its copy, in bytes
 *
 * Returns: where that stands in its file
 */
ProseSpan
prose_parity_side_to_source (const ProseParitySide *self, ProseSpan span)
{
  return prose_copy_to_source (self->segment->copy, span);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-matcher.h"

#include <string.h>

#include "prose-fixture.h"
#include "text/prose-fold.h"

/* --- words and forms --- */

static void
test_words (void)
{
  assert_phrase ("act now", "Act now, or ask us first.", "Act now");
  assert_phrase ("act now", "ACT \t NOW!", "ACT \t NOW");
  assert_phrase ("køb nu", "Æbler: Køb nu, køb Nu", "Køb nu, køb Nu");
  assert_phrase ("don't wait", "Don’t wait.", "Don’t wait");
  assert_phrase ("act now", "Act right now.", "");
  assert_phrase ("act now", "Act, now.", "");
  assert_phrase ("act now", "React now. Act nowhere.", "");
}

static void
test_sentences_are_not_crossed (void)
{
  assert_phrase ("act now", "We act. Now you.", "");
  assert_phrase ("act {0..3} now", "We act today. Now you.", "");
}

static void
test_choices_and_optional_parts (void)
{
  assert_phrase ("(act|buy it) [right] now", "Act now! Buy it right now!",
                 "Act now, Buy it right now");
  assert_phrase ("(act|buy it) [right] now", "Buy now! Act very now!", "");
  assert_phrase ("so+ good", "It is so so so good.", "so so so good");
  assert_phrase ("so+ good", "It is good.", "");
}

static void
test_forms (void)
{
  assert_phrase ("~buy it", "She bought it, he buys it.", "bought it, buys it");
  assert_phrase ("~café", "Two CAFÉS.", "CAFÉS");
  assert_phrase ("~buy it", "The buyer sold it.", "");
}

static void
test_parts_of_words (void)
{
  assert_phrase ("lyn*", "Lynudsalg og lyntilbud", "Lynudsalg, lyntilbud");
  assert_phrase ("lyn*", "Lyn og slyngel", "");
  assert_phrase ("*udsalg", "Årets lynudsalg", "lynudsalg");
  assert_phrase ("*udsalg", "Årets udsalget udsalg", "");
  assert_phrase ("*gebillig*", "De er megebillige", "megebillige");
}

static void
test_compounds_are_not_cut (void)
{
  assert_phrase ("free", "It is sugar-free.", "");
  assert_phrase ("free", "It is free-range.", "");
  assert_phrase ("sugar-free", "It is sugar-free.", "sugar-free");
  assert_phrase ("free", "It is sugar – free.", "free");
  assert_phrase ("fri", "Den er sukker-fri.", "");
}

/* --- classes, captures and gaps --- */

static void
test_classes (void)
{
  assert_phrase ("only {number}", "Only 3 or only two or only Ø.", "Only 3, only two");
  assert_phrase ("{caps} wow", "ØL wow, Øl wow", "ØL wow");
  assert_phrase ("{title} wow", "ØL wow, Øl wow, øl wow", "ØL wow, Øl wow");
  assert_phrase ("wow {emoji}", "Wow 😀, wow x", "Wow 😀");
  assert_phrase ("see {url}", "See www.mellow.app, see us", "See www.mellow.app");
  assert_phrase ("{n:money}", "Pay £ 5 or ten or 5 pounds.", "£ 5, 5 pounds");
}

/* "twenty-six" is one number, wherever it stands in the phrase. */
/* A gap at the end of a phrase takes the next word whole, if it has room. */
static void
test_last_gap_takes_compounds_whole (void)
{
  assert_phrase ("be quick , {1..4}", "Be quick, re-order today.", "Be quick, re-order");
  assert_phrase ("be quick , {1..2}", "Be quick, re-order today.", "");
  assert_phrase ("be quick , {1..4} today", "Be quick, re-order today.",
                 "Be quick, re-order today");
  assert_phrase ("be quick {0..3}", "Be quick re-order.", "Be quick");
}

static void
test_numbers_with_a_hyphen (void)
{
  assert_phrase ("only {number}", "Only one-two lamps.", "Only one-two");
  assert_phrase ("{n:number} left", "One-two left, three left, one - two left.",
                 "One-two left, three left, two left");
  assert_phrase ("{n:number} {0..1} left now", "One-two lamps left now.", "One-two lamps left now");
  assert_phrase ("{number} {word}", "One-two lamps.", "One-two lamps");
  assert_phrase ("{number} - word", "A three-word line.", "three-word");
  assert_phrase ("only {number}", "Only one-way, only 3-two.", "");
}

static void
test_captures_take_compounds_whole (void)
{
  assert_phrase ("get {thing:1..3}", "Get straight-A lamps.", "Get straight-A");
  assert_phrase ("{thing:1..3} now {0..1}", "So sugar-fri now.", "sugar-fri now");
  assert_phrase ("get {a:1..3} {b:1..3} {end}", "Get straight-A lamps.", "Get straight-A lamps");
}

static void
test_gaps (void)
{
  assert_phrase ("act {0..2} now", "Act now, act so now, act so very now, act so very much now",
                 "Act now, act so now, act so very now");
  assert_phrase ("act {1..2} now", "Act now.", "");
  assert_phrase ("act {0..2} now", "Act (it is) now.", "");
  assert_phrase ("act {0..4} now", "Act at 50 % now.", "Act at 50 % now");
}

/* As few tokens as will do. */
static void
test_gaps_are_short (void)
{
  assert_phrase ("act {0..4} now", "Act now and now.", "Act now");
}

static void
test_marks (void)
{
  assert_phrase ("wow !", "Wow! Wow!!! Wow.", "Wow!, Wow!!!");
  assert_phrase ("wow !!+", "Wow! Wow!!! Wow.", "Wow!!!");
  assert_phrase ("wow ?!", "Wow?! Wow!?", "Wow?!");
  assert_phrase ("free \\*", "Free * now", "Free *");
}

/* A phrase may look at a comma; the mark does not cover it. */
static void
test_loose_marks_at_the_ends_are_not_covered (void)
{
  assert_phrase (", act now ,", "So, act now, friends.", "act now");
  assert_phrase (", act now ,", "So act now, friends.", "");
  assert_phrase ("wait – act", "Wait – act", "Wait – act");
}

/* A price is not cut: the Danish sign for a round one, and the currency. */
static void
test_prices_are_whole (void)
{
  assert_phrase ("now {n:number}", "Now 4.999,- Now 50.- now 20 kroner.",
                 "Now 4.999,-, Now 50.-, now 20 kroner");
  assert_phrase ("now {n:number}", "Now 50, now 20.", "Now 50, now 20");
  assert_phrase ("now {n:number}", "Now 50 – now 20,- (or 20,-).", "Now 50, now 20,-");
}

/* --- edges --- */

static void
test_sentence_edges (void)
{
  assert_phrase ("^ act now", "Act now! “Act now.” • Act now", "Act now, Act now, Act now");
  assert_phrase ("^ act now", "Please act now.", "");
  assert_phrase ("act now $", "So act now! So act now.)", "act now, act now");
  assert_phrase ("act now $", "So act now, friends.", "");
  assert_phrase ("^ køb nu $", "Køb nu!", "Køb nu");
}

static void
test_clause_edges (void)
{
  assert_phrase ("{clause} act now", "Act now, act now and act now.", "Act now, act now, act now");
  assert_phrase ("{clause} act now", "You act now.", "");
  assert_phrase ("act {end}", "We act. We act, you act – now.", "act, act, act");
  assert_phrase ("act {end}", "We act now.", "");
  assert_phrase ("act {end}", "We act. now", "");
  assert_phrase ("save {1..2} {end}", "Save 50 approx. on øl", "");
  assert_phrase ("save {1..5} {end}", "Save 50 approx. on øl.", "Save 50 approx. on øl");
  assert_phrase ("act {end}", "We act 😀 now and act 😀", "act, act");
  assert_phrase ("{clause} act", "Øl 😀 act", "act");
  assert_phrase ("{clause} act", "¡Act! We ¡act! ¿Y act?", "Act, act");
  assert_phrase ("^ act {end}", "¡Act ¡now!", "Act");
  assert_phrase ("save {1..3} {end}", "Save on øl 20 %.", "");
  assert_phrase ("save {1..4} {end}", "Save on øl 20 %.", "Save on øl 20 %");
  assert_phrase ("save {number} {end}", "Save 20 %. Save 20 €! Save 20!", "Save 20");
  assert_phrase ("save {number} % $", "Save 20 %.", "Save 20 %");
}

/* --- exceptions --- */

/* What a way captured that led nowhere is forgotten. */
static void
test_captures_of_a_failed_way (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (
      make_rule ("a.see", "(see {what:word} now|see {other:word} later)", NULL), NULL);
  static const char text[] = "See æbler later";
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  const ProseDiagnostic *mark =
      &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 0);

  g_assert_true (prose_span_is_empty (mark->captures[0]));
  assert_string (dup_span (text, mark->captures[1]), "æbler");
}

static char *
check_with_exception (const char *text)
{
  ProseRule *rule = make_rule ("a.left", "only {number} {0..1} left", NULL);
  g_autoptr (ProseRuleSet) rules = NULL;

  rule->exceptions = g_strsplit ("only {number} days left;left the", ";", -1);
  rules = compile_rules (rule, NULL);
  return marks_to_string (rules, "en", text);
}

static void
test_exceptions_void_what_they_overlap (void)
{
  assert_string (check_with_exception ("Only 3 lamps left."), "0-17 a.left");
  assert_string (check_with_exception ("Only 3 days left."), "");
  assert_string (check_with_exception ("Only 3 left the shop."), "");
  assert_string (check_with_exception ("Æ, only 3 left, only 3 days left."), "4-15 a.left");
  assert_string (check_with_exception ("Only 3 days left, only 3 left."), "18-29 a.left");
  assert_string (check_with_exception ("Only 3 days left. Only 3 left."), "18-29 a.left");
}

/* --- limits --- */

/* Patterns that could be tried in countless ways end soon, one way or other. */
static void
test_hostile_patterns (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "a ");
  assert_string (find_phrase ("((a|a)+ [a])+ b", text->str), "");
  assert_string (find_phrase ("a+ a {0..12} a {0..12} a {0..12} b", text->str), "");
  g_string_append (text, "b");
  assert_string (find_phrase ("a b", text->str), "a b");
}

/* --- an oracle --- */

/* A pattern that is matched on its tree, at every token, without anchors,
 * peeks or programs: what the matcher has to agree with. */
typedef struct {
  ProseTermTable *terms;
  GArray *nodes;
  const char *text;
  const GArray *tokens;
  const ProseSentence *sentence;
  guint n_steps; /* for one token */
  gboolean gave_up;
} Oracle;

/* An attempt of the matcher may take 5000 instructions, a handful for each of
 * these steps. What would take more is not asked. */
#define MOST_STEPS 800

static const ProseNode *
get_node (const Oracle *self, guint i)
{
  return &g_array_index (self->nodes, ProseNode, i);
}

static gboolean
is_counted (const Oracle *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (g_array_index (self->tokens, ProseToken, i).kind <= PROSE_TOKEN_NUMBER)
      return TRUE;

  return FALSE;
}

static gboolean
satisfies (const Oracle *self, guint token, guint id)
{
  const ProseTerm *term = prose_term_table_get (self->terms, id);
  const ProseToken *here = &g_array_index (self->tokens, ProseToken, token);
  g_autoptr (GString) folded = g_string_new (NULL);
  gboolean is_word = here->kind == PROSE_TOKEN_WORD;

  prose_fold (self->text + here->span.start, prose_span_get_length (here->span), folded);
  switch (term->kind) {
  case PROSE_TERM_WORD:
    return g_str_equal (folded->str, term->text);
  case PROSE_TERM_PREFIX:
    return is_word && g_str_has_prefix (folded->str, term->text) &&
           folded->len > strlen (term->text);
  case PROSE_TERM_SUFFIX:
    return is_word && g_str_has_suffix (folded->str, term->text) &&
           folded->len > strlen (term->text);
  case PROSE_TERM_MARK:
    return !is_word && g_str_has_prefix (folded->str, term->text) && folded->len >= term->run;
  case PROSE_TERM_ANY_OF:
    for (guint i = 0; i < term->members->len; i++)
      if (satisfies (self, token, g_array_index (term->members, guint, i)))
        return TRUE;
    return FALSE;
  case PROSE_TERM_CLASS:
    if (id == PROSE_TERM_CLASS_NUMBER)
      return here->kind == PROSE_TOKEN_NUMBER;
    return here->kind <= PROSE_TOKEN_NUMBER; /* words, and what a gap passes over here */
  case PROSE_TERM_LEMMA:
  case PROSE_TERM_INFIX:
  default:
    g_assert_not_reached ();
  }
}

static void find_ends (Oracle *self, guint node, guint at, GArray *ends);

/* The ends of a sequence of siblings from i on, the best first. */
static void
find_sequence_ends (Oracle *self, guint i, guint at, GArray *ends)
{
  g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (guint));

  if (i == 0) {
    g_array_append_val (ends, at);
    return;
  }
  find_ends (self, i, at, here);
  for (guint j = 0; j < here->len; j++)
    find_sequence_ends (self, get_node (self, i)->next, g_array_index (here, guint, j), ends);
}

static void
find_repeat_ends (Oracle *self, guint repeat, guint at, GArray *ends)
{
  g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (guint));

  find_sequence_ends (self, get_node (self, repeat)->first_child, at, here);
  for (guint j = 0; j < here->len; j++) {
    guint end = g_array_index (here, guint, j);

    if (end > at)
      find_repeat_ends (self, repeat, end, ends);
    g_array_append_val (ends, end);
  }
}

static void
find_gap_ends (const Oracle *self, const ProseNode *gap, guint at, GArray *ends)
{
  guint end = self->sentence->first_token + self->sentence->n_tokens;

  for (guint n = 0; n <= gap->max; n++, at++) {
    if (n >= gap->min)
      g_array_append_val (ends, at);
    if (at >= end || !satisfies (self, at, PROSE_TERM_CLASS_GAP))
      return;
  }
}

static gboolean
is_at_edge (const Oracle *self, guint edge, guint at)
{
  guint start = self->sentence->first_token;

  if (edge == PROSE_EDGE_SENTENCE_START)
    return !is_counted (self, start, at);
  g_assert_cmpuint (edge, ==, PROSE_EDGE_SENTENCE_END);
  return !is_counted (self, at, start + self->sentence->n_tokens);
}

/* Appends where a match of a node may end that starts at a token. */
static void
find_ends (Oracle *self, guint i, guint at, GArray *ends)
{
  const ProseNode *node = get_node (self, i);
  guint next = at + 1;

  self->gave_up |= ++self->n_steps > MOST_STEPS;
  if (self->gave_up)
    return;

  switch (node->kind) {
  case PROSE_NODE_SEQUENCE:
  case PROSE_NODE_CAPTURE:
    find_sequence_ends (self, node->first_child, at, ends);
    break;
  case PROSE_NODE_CHOICE:
    for (guint child = node->first_child; child != 0; child = get_node (self, child)->next)
      find_ends (self, child, at, ends);
    break;
  case PROSE_NODE_OPTIONAL:
    find_sequence_ends (self, node->first_child, at, ends);
    g_array_append_val (ends, at);
    break;
  case PROSE_NODE_REPEAT:
    find_repeat_ends (self, i, at, ends);
    break;
  case PROSE_NODE_TERM:
    if (at < self->sentence->first_token + self->sentence->n_tokens &&
        satisfies (self, at, node->value))
      g_array_append_val (ends, next);
    break;
  case PROSE_NODE_GAP:
    find_gap_ends (self, node, at, ends);
    break;
  case PROSE_NODE_EDGE:
    if (is_at_edge (self, node->value, at))
      g_array_append_val (ends, at);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Where the best match from a token ends; the token itself if there is none. */
static guint
find_end (Oracle *self, guint first)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  self->n_steps = 0;
  find_ends (self, 0, first, ends);
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, guint, i) > first)
      return g_array_index (ends, guint, i);

  return first;
}

static char *
ask_oracle (Oracle *self)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < self->sentence->n_tokens; i++) {
    guint first = self->sentence->first_token + i;
    guint end = find_end (self, first);

    if (end > first)
      g_string_append_printf (found, "%u-%u ", first, end);
  }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const ProseMatch *first = a;
  const ProseMatch *second = b;

  return (first->first > second->first) - (first->first < second->first);
}

static char *
ask_matcher (ProseRuleSet *rules, const char *text, const GArray *tokens, const ProseSentence *in)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();
  g_autoptr (ProseMatcher) matcher =
      prose_matcher_new (prose_rule_set_get_language (rules, "en"), table);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (ProseMatch));
  g_autoptr (GString) found = g_string_new (NULL);

  prose_word_table_intern (table, text, tokens, words);
  prose_matcher_read (matcher, tokens, words);
  prose_matcher_match (matcher, in, matches);
  g_array_sort (matches, compare_matches);

  for (guint i = 0; i < matches->len; i++) {
    const ProseMatch *match = &g_array_index (matches, ProseMatch, i);

    if (i == 0 || match->first != g_array_index (matches, ProseMatch, i - 1).first)
      g_string_append_printf (found, "%u-%u ", match->first, match->next);
  }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
append_random_item (GString *pattern, int depth)
{
  static const char *const words[] = { "a", "b", "c", "ø", "d*", "*e", "!", "{number}", "{word}" };
  int kind = g_test_rand_int_range (0, depth > 0 ? 14 : 7);

  if (kind < 7) {
    g_string_append (pattern, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    return;
  }
  if (kind == 7) {
    int min = g_test_rand_int_range (0, 3);

    g_string_append_printf (pattern, "{%d..%d}", min, min + g_test_rand_int_range (1, 3));
    return;
  }
  if (kind == 8) {
    g_string_append (pattern, g_test_rand_bit () ? "^" : "$");
    return;
  }
  g_string_append (pattern, kind < 11 ? "[" : kind == 11 ? "{x:" : "(");
  for (int n = g_test_rand_int_range (1, 4); n > 0; n--) {
    for (int m = g_test_rand_int_range (1, 3); m > 0; m--) {
      append_random_item (pattern, depth - 1);
      g_string_append_c (pattern, ' ');
    }
    if (n > 1)
      g_string_append_c (pattern, '|');
  }
  g_string_append (pattern, kind < 11 ? "]" : kind == 11 ? "}" : ")");
  if (kind == 12)
    g_string_append_c (pattern, '+');
}

static char *
make_random_pattern (void)
{
  g_autoptr (GString) pattern = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 6); n > 0; n--) {
    append_random_item (pattern, 3);
    g_string_append_c (pattern, ' ');
  }
  return g_string_free (g_steal_pointer (&pattern), FALSE);
}

static char *
make_random_text (void)
{
  static const char *const words[] = { "a", "b", "c", "A", "Ø", "de", "dd", "ee", "7", "!", "!!" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 12); n > 0; n--)
    g_string_append_printf (text, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
compare_on_random_texts (ProseRuleSet *rules, Oracle *oracle, const char *pattern)
{
  for (guint i = 0; i < 20; i++) {
    g_autofree char *text = make_random_text ();
    g_autoptr (GArray) tokens = tokenize (text);
    ProseSentence sentence = { .n_tokens = tokens->len };
    g_autofree char *expected = NULL;
    g_autofree char *found = NULL;

    oracle->text = text;
    oracle->tokens = tokens;
    oracle->sentence = &sentence;
    oracle->gave_up = FALSE;
    expected = ask_oracle (oracle);
    if (oracle->gave_up)
      continue;
    found = ask_matcher (rules, text, tokens, &sentence);
    if (!g_str_equal (found, expected))
      g_test_message ("“%s” in “%s”", pattern, text);
    g_assert_cmpstr (found, ==, expected);
  }
}

static void
test_agreement_with_the_oracle (void)
{
  guint n_tried = 0;

  while (n_tried < 1500) {
    g_autofree char *pattern = make_random_pattern ();
    g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
    g_autoptr (GPtrArray) captures = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (ProseNode));
    g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (ProseAnchor));
    g_autoptr (ProseTermTable) terms = prose_term_table_new (lexicon);
    g_autoptr (ProseRuleSet) rules = NULL;
    ProsePatternContext context = { terms, NULL, captures };
    Oracle oracle = { terms, nodes };

    if (!prose_pattern_parse (pattern, &context, nodes, NULL, NULL) ||
        !prose_program_find_anchors (nodes, terms, 0, anchors))
      continue;
    rules = compile_rules (make_rule ("z.first", "zz [yy] zz", NULL),
                           make_rule ("a.a", pattern, NULL), NULL);
    compare_on_random_texts (rules, &oracle, pattern);
    n_tried++;
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/matcher/" path, function)
  add_test ("words", test_words);
  add_test ("sentences-are-not-crossed", test_sentences_are_not_crossed);
  add_test ("choices-and-optional-parts", test_choices_and_optional_parts);
  add_test ("forms", test_forms);
  add_test ("parts-of-words", test_parts_of_words);
  add_test ("compounds-are-not-cut", test_compounds_are_not_cut);
  add_test ("classes", test_classes);
  add_test ("numbers-with-a-hyphen", test_numbers_with_a_hyphen);
  add_test ("last-gap-takes-compounds-whole", test_last_gap_takes_compounds_whole);
  add_test ("captures-take-compounds-whole", test_captures_take_compounds_whole);
  add_test ("gaps", test_gaps);
  add_test ("gaps-are-short", test_gaps_are_short);
  add_test ("marks", test_marks);
  add_test ("loose-marks-at-the-ends-are-not-covered",
            test_loose_marks_at_the_ends_are_not_covered);
  add_test ("prices-are-whole", test_prices_are_whole);
  add_test ("sentence-edges", test_sentence_edges);
  add_test ("clause-edges", test_clause_edges);
  add_test ("captures-of-a-failed-way", test_captures_of_a_failed_way);
  add_test ("exceptions-void-what-they-overlap", test_exceptions_void_what_they_overlap);
  add_test ("hostile-patterns", test_hostile_patterns);
  add_test ("agreement-with-the-oracle", test_agreement_with_the_oracle);

  return g_test_run ();
}

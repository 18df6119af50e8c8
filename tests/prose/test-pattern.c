/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-pattern.h"

#include "prose-fixture.h"

/* What a pattern is parsed against: the English lexicon and a pack's set. */
typedef struct {
  ProseTermTable *terms;
  GHashTable *sets;
  GPtrArray *captures;
  GArray *nodes;
} Fixture;

static void
set_up (Fixture *fixture)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");

  fixture->terms = prose_term_table_new (lexicon);
  fixture->sets = g_hash_table_new (g_str_hash, g_str_equal);
  fixture->captures = g_ptr_array_new_with_free_func (g_free);
  fixture->nodes = g_array_new (FALSE, FALSE, sizeof (ProseNode));
  g_hash_table_insert (fixture->sets, (gpointer) "shop", (gpointer) "shop|web shop");
  g_hash_table_insert (fixture->sets, (gpointer) "soon", (gpointer) "tonight");
  g_hash_table_insert (fixture->sets, (gpointer) "loop", (gpointer) "again <loop>");
  g_hash_table_insert (fixture->sets, (gpointer) "wrong", (gpointer) "a b)");
  g_hash_table_insert (fixture->sets, (gpointer) "outer", (gpointer) "x <wrong>");
}

static void
tear_down (Fixture *fixture)
{
  prose_term_table_free (fixture->terms);
  g_hash_table_unref (fixture->sets);
  g_ptr_array_unref (fixture->captures);
  g_array_unref (fixture->nodes);
}

static gboolean
parse (Fixture *fixture, const char *pattern, guint *offset, GError **error)
{
  ProsePatternContext context = { fixture->terms, fixture->sets, fixture->captures };

  return prose_pattern_parse (pattern, &context, fixture->nodes, offset, error);
}

/* --- a notation for trees --- */

static void
append_term (GString *string, const Fixture *fixture, guint id)
{
  const ProseTerm *term = prose_term_table_get (fixture->terms, id);

  switch (term->kind) {
  case PROSE_TERM_LEMMA:
    g_string_append_printf (string, "~%s", term->text);
    break;
  case PROSE_TERM_PREFIX:
    g_string_append_printf (string, "%s*", term->text);
    break;
  case PROSE_TERM_SUFFIX:
    g_string_append_printf (string, "*%s", term->text);
    break;
  case PROSE_TERM_INFIX:
    g_string_append_printf (string, "*%s*", term->text);
    break;
  case PROSE_TERM_CLASS:
    g_string_append_printf (string, "#%s", term->text);
    break;
  case PROSE_TERM_MARK:
    for (guint i = 0; i < term->run; i++)
      g_string_append (string, term->text);
    break;
  case PROSE_TERM_ANY_OF:
    for (guint i = 0; i < term->members->len; i++) {
      g_string_append (string, i > 0 ? "/" : "");
      append_term (string, fixture, g_array_index (term->members, guint, i));
    }
    break;
  case PROSE_TERM_WORD:
  default:
    g_string_append (string, term->text);
  }
}

static void append_node (GString *string, const Fixture *fixture, guint i);

static void
append_children (GString *string, const Fixture *fixture, guint parent, const char *separator)
{
  guint i = g_array_index (fixture->nodes, ProseNode, parent).first_child;

  for (const char *before = ""; i != 0; before = separator) {
    g_string_append (string, before);
    append_node (string, fixture, i);
    i = g_array_index (fixture->nodes, ProseNode, i).next;
  }
}

static void
append_group (GString *string, const Fixture *fixture, guint i, const char *open, const char *close)
{
  g_string_append (string, open);
  append_children (string, fixture, i, " ");
  g_string_append (string, close);
}

static void
append_node (GString *string, const Fixture *fixture, guint i)
{
  static const char *const edges[] = { "^", "$", "{clause}", "{end}" };
  const ProseNode *node = &g_array_index (fixture->nodes, ProseNode, i);

  switch (node->kind) {
  case PROSE_NODE_CHOICE:
    if (node->first_child == node->last_child) {
      append_children (string, fixture, i, "");
      break;
    }
    g_string_append_c (string, '(');
    append_children (string, fixture, i, "|");
    g_string_append_c (string, ')');
    break;
  case PROSE_NODE_OPTIONAL:
    append_group (string, fixture, i, "[", "]");
    break;
  case PROSE_NODE_REPEAT:
    append_group (string, fixture, i, "", "+");
    break;
  case PROSE_NODE_CAPTURE:
    g_string_append_printf (string, "{%s:", (char *)fixture->captures->pdata[node->value]);
    append_group (string, fixture, i, "", "}");
    break;
  case PROSE_NODE_TERM:
    append_term (string, fixture, node->value);
    break;
  case PROSE_NODE_GAP:
    g_string_append_printf (string, "%u..%u", node->min, node->max);
    break;
  case PROSE_NODE_EDGE:
    g_string_append (string, edges[node->value]);
    break;
  case PROSE_NODE_SEQUENCE:
  default:
    append_children (string, fixture, i, " ");
  }
}

static char *
tree_to_string (const char *pattern)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture);
  parse (&fixture, pattern, NULL, &error);
  g_assert_no_error (error);
  append_node (string, &fixture, 0);
  tear_down (&fixture);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

#define assert_tree(pattern, expected) assert_string (tree_to_string (pattern), expected)

static void
assert_refuses (const char *pattern, ProsePatternError code, guint offset, const char *message)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  guint place = 0;

  set_up (&fixture);
  g_assert_false (parse (&fixture, pattern, &place, &error));
  tear_down (&fixture);

  assert_failure (error, PROSE_PATTERN_ERROR, (int)code, message);
  g_assert_cmpuint (place, ==, offset);
}

#define assert_syntax_error(pattern, offset, message)                                              \
  assert_refuses (pattern, PROSE_PATTERN_ERROR_SYNTAX, offset, message)

#define assert_unknown(pattern, offset, message)                                                   \
  assert_refuses (pattern, PROSE_PATTERN_ERROR_UNKNOWN, offset, message)

/* --- what can be written --- */

static void
test_words (void)
{
  assert_tree ("act now", "act now");
  assert_tree ("  Act   NOW ", "act now");
  assert_tree ("Køb ÆBLER", "køb æbler");
  assert_tree ("don’t sugar-free", "don't sugar - free");
  assert_tree ("f.eks 24/7", "f.eks 24 / 7");
}

static void
test_choices (void)
{
  assert_tree ("(pick up|take along)", "(pick up|take along)");
  assert_tree ("act now|stay here", "(act now|stay here)");
  assert_tree ("(a b|(c d|e f))", "(a b|(c d|e f))");
}

/* One look at a token answers for all single words of a choice. */
static void
test_single_words_are_united (void)
{
  assert_tree ("(act|buy) now", "act/buy now");
  assert_tree ("(act|pick up|~buy)", "(pick up|act/~buy)");
  assert_tree ("(act|(buy|order))", "(buy/order|act)");
  assert_tree ("(act|act)", "act/act");
  assert_tree ("(act)", "act");
}

static void
test_optional_parts (void)
{
  assert_tree ("act [right] now", "act [right] now");
  assert_tree ("[so|very] much", "[so/very] much");
  assert_tree ("[in [the] shop]", "[in [the] shop]");
}

static void
test_repeats (void)
{
  assert_tree ("very+ good", "very+ good");
  assert_tree ("(very|so)+ good", "very/so+ good");
  assert_tree ("{caps}+", "{caps:#caps}+");
}

static void
test_forms_and_parts_of_words (void)
{
  assert_tree ("~buy now", "~buy now");
  assert_tree ("~Café", "~café");
  assert_tree ("lyn* *udsalg *billig*", "lyn* *udsalg *billig*");
  assert_tree ("Lyn*", "lyn*");
}

static void
test_captures (void)
{
  assert_tree ("only {count:number} left", "only {count:#number} left");
  assert_tree ("{number} left", "{number:#number} left");
  assert_tree ("only {thing:1..3} left", "only {thing:1..3} left");
  assert_tree ("{thing:2} left", "{thing:2..2} left");
  assert_tree ("{verb:(buy|order)} now", "{verb:buy/order} now");
  assert_tree ("{verb:~buy it} now", "{verb:~buy it} now");
  assert_tree ("{when:<soon>}", "{when:tonight}");
}

static void
test_gaps (void)
{
  assert_tree ("act {0..4} now", "act 0..4 now");
  assert_tree ("act {3} now", "act 3..3 now");
  assert_tree ("act {12} now", "act 12..12 now");
}

static void
test_edges (void)
{
  assert_tree ("^ act now $", "^ act now $");
  assert_tree ("{clause} act {end}", "{clause} act {end}");
}

/* Those of the pack come before those of the lexicon. */
static void
test_sets (void)
{
  assert_tree ("in the <shop>", "in the (web shop|shop)");
  assert_tree ("act <soon>", "act tonight");
  assert_tree ("{soon}", "{soon:tonight}");
  assert_tree ("<money>", "(($|£|€) {number:#number}|{number:#number} dollars/pounds/kroner)");
}

static void
test_marks (void)
{
  assert_tree ("now !", "now !");
  assert_tree ("now!", "now !");
  assert_tree ("!!+ ?!", "!!+ ? !");
  assert_tree ("no , – ; : \" %", "no , - ; : \" %");
  assert_tree ("wait…", "wait ...");
}

static void
test_a_backslash_takes_the_next_as_itself (void)
{
  assert_tree ("\\$ 5", "$ 5");
  assert_tree ("\\( \\) \\[ \\{ \\| \\< \\~ \\^", "( ) [ { | < ~ ^");
  assert_tree ("a\\+b", "a + b");
}

static void
test_captures_of_a_rule_share_their_names (void)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture);
  g_assert_true (parse (&fixture, "{count:number} of {thing:1..2}", NULL, &error));
  g_assert_true (parse (&fixture, "{thing:word} {rest:1}", NULL, &error));
  g_assert_cmpuint (fixture.captures->len, ==, 3);
  g_assert_cmpstr (fixture.captures->pdata[1], ==, "thing");
  g_assert_cmpstr (fixture.captures->pdata[2], ==, "rest");
  tear_down (&fixture);
}

/* --- what cannot --- */

static void
test_missing_words (void)
{
  assert_syntax_error ("", 0, "a word is missing here");
  assert_syntax_error ("  ", 0, "a word is missing here");
  assert_syntax_error ("act ()", 5, "a word is missing here");
  assert_syntax_error ("æ (a|)", 6, "a word is missing here");
  assert_syntax_error ("(|a)", 1, "a word is missing here");
  assert_syntax_error ("act |", 5, "a word is missing here");
}

/* Nothing, once or more, could be tried without end. */
static void
test_repeats_of_nothing (void)
{
  assert_syntax_error ("so [very]+ good", 9, "“+” cannot repeat what may be empty");
  assert_syntax_error ("å ([a]|b)+", 10, "“+” cannot repeat what may be empty");
  assert_syntax_error ("a {0..2}+", 8, "“+” cannot repeat what may be empty");
  assert_syntax_error ("a ^+", 3, "“+” cannot repeat what may be empty");
  assert_tree ("so ([very] much)+", "so [very] much+");
  assert_tree ("a {1..2}+", "a 1..2+");
}

static void
test_unclosed_groups (void)
{
  assert_syntax_error ("act (now", 4, "“(” has no closing “)”");
  assert_syntax_error ("æ [now", 3, "“[” has no closing “]”");
  assert_syntax_error ("act (now]", 4, "“(” has no closing “)”");
  assert_syntax_error ("act {count:number", 4, "“{” has no closing “}”");
  assert_syntax_error ("act {1..2", 4, "“{” has no closing “}”");
  assert_syntax_error ("act <soon", 4, "“<” has no closing “>”");
}

static void
test_closers_of_nothing (void)
{
  assert_syntax_error ("act now)", 7, "“)” closes nothing here");
  assert_syntax_error ("åh ]", 4, "“]” closes nothing here");
  assert_syntax_error ("act }", 4, "“}” closes nothing here");
}

static void
test_signs_of_the_grammar_alone (void)
{
  assert_syntax_error ("+ now", 0,
                       "“+” stands where a word was expected; write \\+ for the sign itself");
  assert_syntax_error ("act >", 4,
                       "“>” stands where a word was expected; write \\> for the sign itself");
  assert_syntax_error ("act * now", 4,
                       "“*” stands where a word was expected; write \\* for the sign itself");
}

static void
test_wrong_braces (void)
{
  assert_syntax_error ("{}", 0, "“{” needs a name or a range after it");
  assert_syntax_error ("{æ}", 0, "“{” needs a name or a range after it");
  assert_syntax_error ("a {1..} b", 3, "a gap is written {1..3} or {name:1..3}");
  assert_syntax_error ("a {3..1} b", 3, "a gap goes from fewer to more tokens, at most 12");
  assert_syntax_error ("a {0} b", 3, "a gap goes from fewer to more tokens, at most 12");
  assert_syntax_error ("a {x:1..13} b", 5, "a gap goes from fewer to more tokens, at most 12");
  assert_syntax_error ("a {99999999999999999999} b", 3,
                       "a gap goes from fewer to more tokens, at most 12");
}

static void
test_unknown_names (void)
{
  assert_unknown ("act <later>", 4, "there is no set <later>");
  assert_unknown ("only {n:numbre} left", 8, "there is no class or set “numbre”");
  assert_unknown ("{numbre} left", 0, "there is no class or set “numbre”");
  assert_unknown ("å ~sell", 3, "the lexicon has no entry “sell” for ~sell");
  assert_unknown ("~", 0, "the lexicon has no entry “” for ~");
}

/* What is wrong inside of a set is told where the set is named. */
static void
test_wrong_sets (void)
{
  assert_syntax_error ("act <wrong>", 4, "“)” closes nothing here");
  assert_syntax_error ("act now <outer>", 8, "“)” closes nothing here");
}

static void
test_limits (void)
{
  assert_refuses (
      "so {a:1} {b:1} {c:1} {d:1} {e:1} {f:1} {g:1} {h:1} {i:1} {j:1} {k:1} {l:1} {m:1} "
      "{n:1} {o:1} {p:1} {q:1}",
      PROSE_PATTERN_ERROR_LIMIT, 99, "a rule has at most 16 captures, “q” is one more");
  assert_refuses ("act <loop>", PROSE_PATTERN_ERROR_LIMIT, 4,
                  "groups and sets nest too deep here; does a set name itself?");
  assert_refuses ("((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))",
                  PROSE_PATTERN_ERROR_LIMIT, 25,
                  "groups and sets nest too deep here; does a set name itself?");
}

/* Sets of sets that double each time would fill the memory. */
static void
test_exploding_sets (void)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" };
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  guint place;

  set_up (&fixture);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (names); i++) {
    const char *next = names[i + 1];

    g_ptr_array_add (bodies, g_strdup_printf ("<%s> <%s> <%s> <%s> x", next, next, next, next));
    g_hash_table_insert (fixture.sets, (gpointer)names[i], bodies->pdata[i]);
  }
  g_hash_table_insert (fixture.sets, (gpointer) "j", (gpointer) "y");

  g_assert_false (parse (&fixture, "act <a>", &place, &error));
  assert_failure (error, PROSE_PATTERN_ERROR, PROSE_PATTERN_ERROR_LIMIT, "the phrase is too large");
  g_assert_cmpuint (place, ==, 4);
  tear_down (&fixture);
}

/* Whatever is written, it is parsed or refused at a place inside of it. */
static void
test_random_patterns (void)
{
  static const char *const pieces[] = { "(", ")",   "[",    "]",  "{",      "}", "<",
                                        ">", "|",   "+",    "~",  "*",      "^", "$",
                                        "!", ",",   ":",    "..", "\\",     " ", " ",
                                        "a", "buy", "soon", "1",  "number", "æ", "clause" };
  Fixture fixture;

  set_up (&fixture);
  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) pattern = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    guint place = 0;

    for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
      g_string_append (pattern, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    g_ptr_array_set_size (fixture.captures, 0);
    g_assert_true (parse (&fixture, pattern->str, &place, &error) == (error == NULL));
    g_assert_cmpuint (place, <=, pattern->len);
  }
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pattern/words", test_words);
  g_test_add_func ("/pattern/choices", test_choices);
  g_test_add_func ("/pattern/single-words-are-united", test_single_words_are_united);
  g_test_add_func ("/pattern/optional-parts", test_optional_parts);
  g_test_add_func ("/pattern/repeats", test_repeats);
  g_test_add_func ("/pattern/forms-and-parts-of-words", test_forms_and_parts_of_words);
  g_test_add_func ("/pattern/captures", test_captures);
  g_test_add_func ("/pattern/gaps", test_gaps);
  g_test_add_func ("/pattern/edges", test_edges);
  g_test_add_func ("/pattern/sets", test_sets);
  g_test_add_func ("/pattern/marks", test_marks);
  g_test_add_func ("/pattern/a-backslash-takes-the-next-as-itself",
                   test_a_backslash_takes_the_next_as_itself);
  g_test_add_func ("/pattern/captures-of-a-rule-share-their-names",
                   test_captures_of_a_rule_share_their_names);
  g_test_add_func ("/pattern/missing-words", test_missing_words);
  g_test_add_func ("/pattern/repeats-of-nothing", test_repeats_of_nothing);
  g_test_add_func ("/pattern/unclosed-groups", test_unclosed_groups);
  g_test_add_func ("/pattern/closers-of-nothing", test_closers_of_nothing);
  g_test_add_func ("/pattern/signs-of-the-grammar-alone", test_signs_of_the_grammar_alone);
  g_test_add_func ("/pattern/wrong-braces", test_wrong_braces);
  g_test_add_func ("/pattern/unknown-names", test_unknown_names);
  g_test_add_func ("/pattern/wrong-sets", test_wrong_sets);
  g_test_add_func ("/pattern/limits", test_limits);
  g_test_add_func ("/pattern/exploding-sets", test_exploding_sets);
  g_test_add_func ("/pattern/random-patterns", test_random_patterns);

  return g_test_run ();
}

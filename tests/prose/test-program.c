/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-program.h"

#include "prose-fixture.h"

typedef struct {
  ProseTermTable *terms;
  GArray *nodes;
} Pattern;

static void
parse (Pattern *self, const char *text)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (GPtrArray) captures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  ProsePatternContext context = { .captures = captures };

  self->terms = context.terms = prose_term_table_new (lexicon);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (ProseNode));
  prose_pattern_parse (text, &context, self->nodes, NULL, &error);
  g_assert_no_error (error);
}

static void
pattern_clear (Pattern *self)
{
  prose_term_table_free (self->terms);
  g_array_unref (self->nodes);
}

static void
append_term (GString *string, ProseTermTable *terms, guint id)
{
  const ProseTerm *term = prose_term_table_get (terms, id);

  if (term->kind != PROSE_TERM_ANY_OF) {
    g_string_append (string, term->text);
    return;
  }
  for (guint i = 0; i < term->members->len; i++) {
    g_string_append (string, i > 0 ? "/" : "");
    append_term (string, terms, g_array_index (term->members, guint, i));
  }
}

static void
append_instruction (GString *string, ProseTermTable *terms, const ProseInstruction *instruction)
{
  static const char *const names[] = { "term", "peek", "edge", "split", "jump", "save", "match" };

  g_string_append (string, names[instruction->operation]);
  switch (instruction->operation) {
  case PROSE_OPERATION_TERM:
  case PROSE_OPERATION_PEEK:
    g_string_append_c (string, ' ');
    append_term (string, terms, instruction->a);
    break;
  case PROSE_OPERATION_SPLIT:
    g_string_append_printf (string, " %u %u", instruction->a, instruction->b);
    break;
  case PROSE_OPERATION_EDGE:
  case PROSE_OPERATION_JUMP:
  case PROSE_OPERATION_SAVE:
    g_string_append_printf (string, " %u", instruction->a);
    break;
  case PROSE_OPERATION_MATCH:
  default:
    break;
  }
}

/* The instructions from 1 on, which is where the first program starts. */
static char *
program_to_string (const char *pattern)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GArray) code = g_array_new (FALSE, FALSE, sizeof (ProseInstruction));
  Pattern parsed;

  parse (&parsed, pattern);
  g_assert_cmpuint (prose_program_append (code, parsed.nodes, parsed.terms), ==, 1);
  for (guint i = 1; i < code->len; i++) {
    g_string_append (string, i > 1 ? ", " : "");
    append_instruction (string, parsed.terms, &g_array_index (code, ProseInstruction, i));
  }
  pattern_clear (&parsed);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* Per anchor its term, and how far before it a match starts: `left 2-5`. */
static char *
anchors_to_string (const char *pattern)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (ProseAnchor));
  Pattern parsed;

  parse (&parsed, pattern);
  if (!prose_program_find_anchors (parsed.nodes, parsed.terms, 7, anchors))
    g_string_append (string, "none");
  for (guint i = 0; i < anchors->len; i++) {
    const ProseAnchor *anchor = &g_array_index (anchors, ProseAnchor, i);

    g_assert_cmpuint (anchor->phrase, ==, 7);
    g_string_append (string, i > 0 ? ", " : "");
    append_term (string, parsed.terms, anchor->term);
    g_string_append_printf (string, " %u-%u", anchor->min_before, anchor->max_before);
  }
  pattern_clear (&parsed);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

#define assert_program(pattern, expected) assert_string (program_to_string (pattern), expected)
#define assert_anchors(pattern, expected) assert_string (anchors_to_string (pattern), expected)

/* --- programs --- */

static void
test_sequence (void)
{
  assert_program ("køb nu", "term køb, term nu, match");
  assert_program ("^ act $", "edge 0, term act, edge 1, match");
}

static void
test_optional (void)
{
  assert_program ("act [right] now", "term act, split 3 4, term right, term now, match");
}

static void
test_choice (void)
{
  assert_program ("(a b|c d) e",
                  "peek a/c, split 3 6, term a, term b, jump 8, term c, term d, term e, match");
  assert_program ("(a b|c d|e f)",
                  "peek a/c/e, peek a/c/e, split 4 7, term a, term b, jump 13, split 8 11, term c, "
                  "term d, jump 13, term e, term f, match");
  assert_program ("(a|b) c", "peek a/b, term a/b, term c, match");
}

static void
test_repeat (void)
{
  assert_program ("very+ good", "term very, split 1 3, term good, match");
}

static void
test_capture (void)
{
  assert_program ("only {n:number}", "term only, save 0, term number, save 1, match");
}

/* As few tokens as will do: the way on is tried before each more. */
static void
test_gap (void)
{
  assert_program ("a {1..3} b",
                  "term a, term gap, split 7 4, term gap, split 7 6, term gap, term b, match");
  assert_program ("a {0..1} b", "term a, split 4 3, term gap, term b, match");
  assert_program ("a {2} b", "term a, term gap, term gap, term b, match");
}

static void
test_programs_follow_each_other (void)
{
  g_autoptr (GArray) code = g_array_new (FALSE, FALSE, sizeof (ProseInstruction));
  Pattern parsed;
  guint second;

  parse (&parsed, "(a b|c d)");
  g_assert_cmpuint (prose_program_append (code, parsed.nodes, parsed.terms), ==, 1);
  second = prose_program_append (code, parsed.nodes, parsed.terms);
  pattern_clear (&parsed);

  g_assert_cmpint (g_array_index (code, ProseInstruction, second - 1).operation, ==,
                   PROSE_OPERATION_MATCH);
  g_assert_cmpuint (g_array_index (code, ProseInstruction, second + 1).a, ==, second + 2);
  g_assert_cmpuint (g_array_index (code, ProseInstruction, second + 1).b, ==, second + 5);
  g_assert_cmpuint (g_array_index (code, ProseInstruction, second + 4).a, ==, second + 7);
}

/* --- anchors --- */

static void
test_the_rarest_term_is_the_anchor (void)
{
  assert_anchors ("the hurry of you", "hurry 1-1");
  assert_anchors ("hurry the lamp", "hurry 0-0");
  assert_anchors ("{caps} now", "caps 0-0");
  assert_anchors ("~buy æble", "æble 1-1");
}

static void
test_what_may_stand_before_it (void)
{
  assert_anchors ("[the] {0..4} hurry", "hurry 0-5");
  assert_anchors ("(the|of the) {thing:1..3} hurry", "hurry 2-5");
  assert_anchors ("^ the hurry", "hurry 1-1");
  assert_anchors ("the+ hurry", "hurry 1-16");
}

static void
test_each_choice_has_an_anchor (void)
{
  assert_anchors ("(hurry the|the of quick) now", "hurry 0-0, quick 2-2");
  assert_anchors ("you [really] (must|have to)", "have 1-2, must 1-2");
}

static void
test_optional_terms_are_none (void)
{
  assert_anchors ("[hurry] now", "now 0-1");
  assert_anchors ("[act] [now]", "none");
  assert_anchors ("{0..3} {word}", "none");
  assert_anchors ("^ $", "none");
  assert_anchors ("(hurry|{word})", "none");
  assert_anchors ("{thing:1..3}", "none");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/program/sequence", test_sequence);
  g_test_add_func ("/program/optional", test_optional);
  g_test_add_func ("/program/choice", test_choice);
  g_test_add_func ("/program/repeat", test_repeat);
  g_test_add_func ("/program/capture", test_capture);
  g_test_add_func ("/program/gap", test_gap);
  g_test_add_func ("/program/programs-follow-each-other", test_programs_follow_each_other);
  g_test_add_func ("/program/the-rarest-term-is-the-anchor", test_the_rarest_term_is_the_anchor);
  g_test_add_func ("/program/what-may-stand-before-it", test_what_may_stand_before_it);
  g_test_add_func ("/program/each-choice-has-an-anchor", test_each_choice_has_an_anchor);
  g_test_add_func ("/program/optional-terms-are-none", test_optional_terms_are_none);

  return g_test_run ();
}

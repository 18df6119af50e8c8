/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pattern language, read by recursive descent.
 *
 *   pattern  = choices
 *   sequence = { item }
 *   item     = primary [ "+" ]
 *   primary  = "(" choices ")"          one of several
 *            | "[" choices "]"          one of several, or nothing
 *            | "<" name ">"             a set of the pack or of the lexicon
 *            | "~" word                 any form of a word of the lexicon
 *            | "^" | "$"                start and end of the sentence
 *            | "{" braces "}"
 *            | literal
 *   choices  = sequence { "|" sequence }
 *   braces   = "clause" | "end"         start and end of a clause
 *            | range                    a gap
 *            | name                     a class or a set, captured by its name
 *            | name ":" range           a captured gap
 *            | name ":" class           a captured class
 *            | name ":" sequence        a captured phrase
 *   range    = number [ ".." number ]
 *   literal  = characters up to white space or a sign of the grammar, "\" taking
 *              the next one as itself; "*" at an end leaves that end open
 *
 * A literal is cut by the tokenizer, so that it is matched as it is written.
 */

#include "rules/prose-pattern.h"

#include <string.h>

#include "rules/prose-rule.h"
#include "text/prose-fold.h"
#include "text/prose-tokenizer.h"

/* How deep groups and sets may nest. */
#define DEEPEST_NESTING 24

/* The longest gap, in tokens. */
#define LONGEST_GAP 12

/* The largest tree; sets within sets could grow without end. */
#define MOST_NODES 20000

typedef struct {
  const ProsePatternContext *context;
  GArray *nodes;
  const char *p;
  guint depth;
  guint set_depth; /* how many sets p is inside of */
  const char *error_place;
  GError *error;
} Parser;

static gboolean parse_choices (Parser *self, char closer, guint parent);
static gboolean parse_sequence (Parser *self, guint parent);

/* clang-format off */
G_DEFINE_QUARK (prose-pattern-error-quark, prose_pattern_error)
/* clang-format on */

static gboolean G_GNUC_PRINTF (4, 5)
    fail (Parser *self, const char *place, ProsePatternError code, const char *format, ...)
{
  va_list arguments;

  if (self->error != NULL)
    return FALSE;

  va_start (arguments, format);
  self->error = g_error_new_valist (PROSE_PATTERN_ERROR, code, format, arguments);
  va_end (arguments);
  self->error_place = place;
  return FALSE;
}

static ProseNode *
get_node (Parser *self, guint i)
{
  return &g_array_index (self->nodes, ProseNode, i);
}

/* Appends a node as the last child of parent and returns its index. */
static guint
add_node (Parser *self, guint parent, ProseNodeKind kind)
{
  ProseNode node = { .kind = kind };
  guint i = self->nodes->len;

  g_array_append_val (self->nodes, node);
  if (i == 0)
    return i;

  if (get_node (self, parent)->last_child == 0)
    get_node (self, parent)->first_child = i;
  else
    get_node (self, get_node (self, parent)->last_child)->next = i;
  get_node (self, parent)->last_child = i;

  return i;
}

static guint
add_valued_node (Parser *self, guint parent, ProseNodeKind kind, guint value)
{
  guint i = add_node (self, parent, kind);

  get_node (self, i)->value = value;
  return i;
}

static void
skip_space (Parser *self)
{
  while (g_ascii_isspace (*self->p))
    self->p++;
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

static char *
read_name (Parser *self)
{
  const char *start = self->p;

  while (is_name_char (*self->p))
    self->p++;

  return g_strndup (start, self->p - start);
}

/* --- literals --- */

static gboolean
is_mark (const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_PUNCTUATION || token->kind == PROSE_TOKEN_SYMBOL;
}

static void
add_mark (Parser *self, guint parent, const char *folded)
{
  gunichar c = g_utf8_get_char (folded);
  char mark[8] = { 0 };
  guint term;

  g_unichar_to_utf8 (c, mark);
  term = prose_term_table_add_mark (self->context->terms, mark, g_utf8_strlen (folded, -1));
  add_valued_node (self, parent, PROSE_NODE_TERM, term);
}

static void
add_tokens (Parser *self, guint parent, const char *literal)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GString) folded = g_string_new (NULL);

  prose_tokenize (literal, strlen (literal), tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    prose_fold (literal + token->span.start, prose_span_get_length (token->span), folded);
    if (is_mark (token))
      add_mark (self, parent, folded->str);
    else
      add_valued_node (self, parent, PROSE_NODE_TERM,
                       prose_term_table_add (self->context->terms, PROSE_TERM_WORD, folded->str));
  }
}

static void
add_affix (Parser *self, guint parent, const char *stem, gboolean open_start, gboolean open_end)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  ProseTermKind kind = PROSE_TERM_INFIX;

  if (!open_start)
    kind = PROSE_TERM_PREFIX;
  else if (!open_end)
    kind = PROSE_TERM_SUFFIX;

  prose_fold (stem, strlen (stem), folded);
  add_valued_node (self, parent, PROSE_NODE_TERM,
                   prose_term_table_add (self->context->terms, kind, folded->str));
}

/* Characters up to the next sign of the grammar. A plus is one only after
 * punctuation, where it repeats. */
static char *
read_literal (Parser *self)
{
  g_autoptr (GString) literal = g_string_new (NULL);

  while (*self->p != '\0' && !g_ascii_isspace (*self->p) &&
         strchr ("()[]{}<>|~*^$+", *self->p) == NULL) {
    if (*self->p == '\\' && self->p[1] != '\0')
      self->p++;
    g_string_append_c (literal, *self->p++);
  }
  return g_string_free (g_steal_pointer (&literal), FALSE);
}

static gboolean
parse_literal (Parser *self, guint parent)
{
  const char *start = self->p;
  g_autofree char *literal = NULL;
  gboolean open_start, open_end;
  guint group;

  open_start = *self->p == '*';
  if (open_start)
    self->p++;
  literal = read_literal (self);
  open_end = *self->p == '*';
  if (open_end)
    self->p++;

  if (*literal == '\0')
    return fail (self, start, PROSE_PATTERN_ERROR_SYNTAX,
                 "“%.1s” stands where a word was expected; write \\%.1s for the sign itself", start,
                 start);

  if (open_start || open_end) {
    add_affix (self, parent, literal, open_start, open_end);
    return TRUE;
  }
  group = add_node (self, parent, PROSE_NODE_SEQUENCE);
  add_tokens (self, group, literal);
  if (get_node (self, group)->first_child == 0)
    return fail (self, start, PROSE_PATTERN_ERROR_SYNTAX, "“%s” holds no word or sign", literal);
  return TRUE;
}

static gboolean
parse_lemma (Parser *self, guint parent)
{
  const char *start = self->p++;
  ProseTermTable *terms = self->context->terms;
  g_autofree char *literal = read_literal (self);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GPtrArray) forms = NULL;

  prose_fold (literal, strlen (literal), folded);
  forms = prose_lexicon_get_forms (prose_term_table_get_lexicon (terms), folded->str);
  if (forms == NULL)
    return fail (self, start, PROSE_PATTERN_ERROR_UNKNOWN, "the lexicon has no entry “%s” for ~%s",
                 folded->str, folded->str);

  add_valued_node (self, parent, PROSE_NODE_TERM,
                   prose_term_table_add (terms, PROSE_TERM_LEMMA, folded->str));
  return TRUE;
}

/* --- sets --- */

/* Parses the pattern of a set in place, as one of its choices. What is wrong
 * with it is told at the place that named the set. */
static gboolean
parse_set_body (Parser *self, const char *body, guint parent, const char *place)
{
  const char *outer = self->p;
  gboolean parsed;

  self->p = body;
  self->set_depth++;
  parsed = parse_choices (self, '\0', parent);
  self->set_depth--;
  self->p = outer;
  if (!parsed && self->set_depth == 0)
    self->error_place = place;

  return parsed;
}

static const char *
find_set (Parser *self, const char *name)
{
  const char *body = NULL;

  if (self->context->sets != NULL)
    body = g_hash_table_lookup (self->context->sets, name);
  if (body == NULL)
    body = prose_lexicon_get_set (prose_term_table_get_lexicon (self->context->terms), name);

  return body;
}

static gboolean
parse_set (Parser *self, guint parent)
{
  const char *start = self->p++;
  g_autofree char *name = read_name (self);
  const char *body = find_set (self, name);

  if (*self->p != '>')
    return fail (self, start, PROSE_PATTERN_ERROR_SYNTAX, "“<” has no closing “>”");
  self->p++;
  if (body == NULL)
    return fail (self, start, PROSE_PATTERN_ERROR_UNKNOWN, "there is no set <%s>", name);

  return parse_set_body (self, body, parent, start);
}

/* --- braces --- */

static gboolean
read_range (Parser *self, guint *min, guint *max)
{
  const char *start = self->p;

  *min = *max = g_ascii_strtoull (self->p, (char **)&self->p, 10);
  if (self->p[0] == '.' && self->p[1] == '.') {
    self->p += 2;
    if (!g_ascii_isdigit (*self->p))
      return fail (self, start, PROSE_PATTERN_ERROR_SYNTAX,
                   "a gap is written {1..3} or {name:1..3}");
    *max = g_ascii_strtoull (self->p, (char **)&self->p, 10);
  }
  if (*max == 0 || *min > *max || *max > LONGEST_GAP)
    return fail (self, start, PROSE_PATTERN_ERROR_SYNTAX,
                 "a gap goes from fewer to more tokens, at most %d", LONGEST_GAP);
  return TRUE;
}

static gboolean
parse_gap (Parser *self, guint parent)
{
  guint min, max, gap;

  if (!read_range (self, &min, &max))
    return FALSE;

  gap = add_node (self, parent, PROSE_NODE_GAP);
  get_node (self, gap)->min = min;
  get_node (self, gap)->max = max;
  return TRUE;
}

static gboolean
add_capture (Parser *self, guint parent, const char *name, const char *place, guint *capture)
{
  GPtrArray *names = self->context->captures;
  guint value = names->len;

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], name))
      value = i;

  if (value >= PROSE_MAX_CAPTURES)
    return fail (self, place, PROSE_PATTERN_ERROR_LIMIT,
                 "a rule has at most %d captures, “%s” is one more", PROSE_MAX_CAPTURES, name);
  if (value == names->len)
    g_ptr_array_add (names, g_strdup (name));

  *capture = add_valued_node (self, parent, PROSE_NODE_CAPTURE, value);
  return TRUE;
}

static gboolean
parse_class (Parser *self, guint parent, const char *name, const char *place)
{
  const char *body;
  guint term;

  if (prose_term_table_find_class (name, &term)) {
    add_valued_node (self, parent, PROSE_NODE_TERM, term);
    return TRUE;
  }
  body = find_set (self, name);
  if (body == NULL)
    return fail (self, place, PROSE_PATTERN_ERROR_UNKNOWN, "there is no class or set “%s”", name);

  return parse_set_body (self, body, parent, place);
}

/* The inside of {name:…}. */
static gboolean
parse_capture_body (Parser *self, guint capture)
{
  const char *start = self->p;
  const char *after = self->p;

  if (g_ascii_isdigit (*self->p))
    return parse_gap (self, capture);

  while (is_name_char (*after))
    after++;
  if (after > start && *after == '}') {
    g_autofree char *name = read_name (self);

    return parse_class (self, capture, name, start);
  }
  return parse_choices (self, '}', capture);
}

static gboolean
parse_edge (Parser *self, guint parent, const char *name)
{
  if (g_str_equal (name, "clause"))
    add_valued_node (self, parent, PROSE_NODE_EDGE, PROSE_EDGE_CLAUSE_START);
  else if (g_str_equal (name, "end"))
    add_valued_node (self, parent, PROSE_NODE_EDGE, PROSE_EDGE_CLAUSE_END);
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse_named_braces (Parser *self, guint parent, const char *place)
{
  g_autofree char *name = read_name (self);
  guint capture = 0;

  if (*name == '\0')
    return fail (self, place, PROSE_PATTERN_ERROR_SYNTAX, "“{” needs a name or a range after it");
  if (*self->p == '}' && parse_edge (self, parent, name))
    return TRUE;
  if (!add_capture (self, parent, name, place, &capture))
    return FALSE;
  if (*self->p != ':')
    return parse_class (self, capture, name, place);

  self->p++;
  return parse_capture_body (self, capture);
}

static gboolean
parse_braces (Parser *self, guint parent)
{
  const char *start = self->p++;
  gboolean parsed;

  if (g_ascii_isdigit (*self->p))
    parsed = parse_gap (self, parent);
  else
    parsed = parse_named_braces (self, parent, start);
  if (!parsed)
    return FALSE;

  if (*self->p != '}')
    return fail (self, start, PROSE_PATTERN_ERROR_SYNTAX, "“{” has no closing “}”");
  self->p++;
  return TRUE;
}

/* --- groups --- */

static gboolean
parse_group (Parser *self, char closer, guint parent)
{
  const char *start = self->p++;

  if (!parse_choices (self, closer, parent))
    return FALSE;
  if (*self->p != closer)
    return fail (self, start, PROSE_PATTERN_ERROR_SYNTAX, "“%.1s” has no closing “%c”", start,
                 closer);
  self->p++;
  return TRUE;
}

static gboolean
parse_primary (Parser *self, guint parent)
{
  switch (*self->p) {
  case '(':
    return parse_group (self, ')', parent);
  case '[':
    return parse_group (self, ']', add_node (self, parent, PROSE_NODE_OPTIONAL));
  case '<':
    return parse_set (self, parent);
  case '~':
    return parse_lemma (self, parent);
  case '{':
    return parse_braces (self, parent);
  case '^':
    self->p++;
    add_valued_node (self, parent, PROSE_NODE_EDGE, PROSE_EDGE_SENTENCE_START);
    return TRUE;
  case '$':
    self->p++;
    add_valued_node (self, parent, PROSE_NODE_EDGE, PROSE_EDGE_SENTENCE_END);
    return TRUE;
  default:
    return parse_literal (self, parent);
  }
}

/* Whether the node can match without a token. */
static gboolean
may_be_empty (Parser *self, guint i)
{
  const ProseNode *node = get_node (self, i);

  switch (node->kind) {
  case PROSE_NODE_TERM:
    return FALSE;
  case PROSE_NODE_GAP:
    return node->min == 0;
  case PROSE_NODE_OPTIONAL:
  case PROSE_NODE_EDGE:
    return TRUE;
  case PROSE_NODE_CHOICE:
    for (guint child = node->first_child; child != 0; child = get_node (self, child)->next)
      if (may_be_empty (self, child))
        return TRUE;
    return FALSE;
  case PROSE_NODE_SEQUENCE:
  case PROSE_NODE_REPEAT:
  case PROSE_NODE_CAPTURE:
  default:
    for (guint child = node->first_child; child != 0; child = get_node (self, child)->next)
      if (!may_be_empty (self, child))
        return FALSE;
    return TRUE;
  }
}

/* An item is wrapped in a node of its own before it is known whether a plus
 * follows; that makes it a repeat. */
static gboolean
parse_item (Parser *self, guint parent)
{
  guint item = add_node (self, parent, PROSE_NODE_SEQUENCE);

  if (!parse_primary (self, item))
    return FALSE;
  if (*self->p == '+') {
    if (may_be_empty (self, item))
      return fail (self, self->p, PROSE_PATTERN_ERROR_SYNTAX,
                   "“+” cannot repeat what may be empty");
    self->p++;
    get_node (self, item)->kind = PROSE_NODE_REPEAT;
  }
  if (self->nodes->len > MOST_NODES)
    return fail (self, self->p, PROSE_PATTERN_ERROR_LIMIT, "the phrase is too large");
  return TRUE;
}

static gboolean
parse_sequence (Parser *self, guint parent)
{
  const char *start = self->p;
  guint n = 0;

  for (skip_space (self); *self->p != '\0' && strchr (")]}|", *self->p) == NULL; n++) {
    if (!parse_item (self, parent))
      return FALSE;
    skip_space (self);
  }
  if (n == 0)
    return fail (self, start, PROSE_PATTERN_ERROR_SYNTAX, "a word is missing here");
  return TRUE;
}

/* The term of a choice that is a single word or lemma. */
static gboolean
get_single_word (Parser *self, guint node, guint *term)
{
  const ProseNode *here = get_node (self, node);
  ProseTermKind kind;

  while (here->kind == PROSE_NODE_SEQUENCE && here->first_child != 0 &&
         here->first_child == here->last_child)
    here = get_node (self, here->first_child);
  if (here->kind != PROSE_NODE_TERM)
    return FALSE;

  *term = here->value;
  kind = prose_term_table_get (self->context->terms, *term)->kind;
  return kind == PROSE_TERM_WORD || kind == PROSE_TERM_LEMMA || kind == PROSE_TERM_ANY_OF;
}

static void
collect_words (Parser *self, guint term, GArray *words)
{
  const ProseTerm *known = prose_term_table_get (self->context->terms, term);

  if (known->kind == PROSE_TERM_ANY_OF)
    g_array_append_vals (words, known->members->data, known->members->len);
  else
    g_array_append_val (words, term);
}

/* Makes all choices that are single words one choice: one look at a token
 * then answers for all of them. Order among choices matters only where one is
 * the beginning of another, and longer ones keep their place before it. */
static void
unite_single_words (Parser *self, guint choice)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0, last = 0;
  guint next;

  for (guint i = get_node (self, choice)->first_child; i != 0; i = next) {
    guint term;

    next = get_node (self, i)->next;
    if (get_single_word (self, i, &term)) {
      collect_words (self, term, words);
      continue;
    }
    if (first == 0)
      first = i;
    else
      get_node (self, last)->next = i;
    last = i;
    get_node (self, i)->next = 0;
  }
  if (words->len == 0)
    return;

  get_node (self, choice)->first_child = first;
  get_node (self, choice)->last_child = last;
  add_valued_node (
      self, choice, PROSE_NODE_TERM,
      prose_term_table_add_any_of (self->context->terms, (guint *)words->data, words->len));
}

static gboolean
parse_choices (Parser *self, char closer, guint parent)
{
  guint choice = add_node (self, parent, PROSE_NODE_CHOICE);
  guint n = 0;

  if (self->depth++ > DEEPEST_NESTING)
    return fail (self, self->p, PROSE_PATTERN_ERROR_LIMIT,
                 "groups and sets nest too deep here; does a set name itself?");
  for (;; n++) {
    if (!parse_sequence (self, add_node (self, choice, PROSE_NODE_SEQUENCE)))
      return FALSE;
    if (*self->p != '|')
      break;
    self->p++;
  }
  self->depth--;
  if (n > 0)
    unite_single_words (self, choice);

  if (closer == '\0' && *self->p != '\0')
    return fail (self, self->p, PROSE_PATTERN_ERROR_SYNTAX, "“%.1s” closes nothing here", self->p);
  return TRUE;
}

/**
 * prose_pattern_parse:
 * @pattern: a phrase, as packs write it
 * @context: what it is parsed against
 * @nodes: (element-type ProseNode): where the tree is put, in place of what was
 *   there
 * @error_offset: (out) (optional): on failure, where in @pattern it is wrong, in
 *   bytes
 * @error: return location for a #GError
 *
 * Returns: whether @pattern could be parsed; if not, @error of
 *   %PROSE_PATTERN_ERROR says why in words for the author of the pack
 */
gboolean
prose_pattern_parse (const char *pattern,
                     const ProsePatternContext *context,
                     GArray *nodes,
                     guint *error_offset,
                     GError **error)
{
  Parser parser = { .context = context, .nodes = nodes, .p = pattern };

  g_array_set_size (nodes, 0);
  add_node (&parser, 0, PROSE_NODE_SEQUENCE);
  if (parse_choices (&parser, '\0', 0))
    return TRUE;

  if (error_offset != NULL)
    *error_offset = CLAMP (parser.error_place - pattern, 0, (gssize)strlen (pattern));
  g_propagate_error (error, parser.error);
  return FALSE;
}

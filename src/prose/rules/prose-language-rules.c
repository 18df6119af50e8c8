/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-language-rules.h"

#include <string.h>

#include "rules/prose-rule-compiler.h"
#include "rules/prose-rule-image.h"

struct _ProseLanguageRules {
  ProseLexicon *lexicon;
  GPtrArray *rules; /* of ProseRule, in the order of the image */
  gboolean *off;    /* for each rule, whether it is switched off */
  GBytes *image;
  const guint8 *data; /* of the image */
};

/* --- the image --- */

static const ProseImageHeader *
get_header (ProseLanguageRules *self)
{
  return (const ProseImageHeader *)(gconstpointer)self->data;
}

static gconstpointer
get_section (ProseLanguageRules *self, ProseImageSection section)
{
  return self->data + get_header (self)->start[section];
}

static guint
get_section_size (ProseLanguageRules *self, ProseImageSection section)
{
  return get_header (self)->start[section + 1] - get_header (self)->start[section];
}

static const char *
get_string (ProseLanguageRules *self, guint place)
{
  return (const char *)get_section (self, PROSE_IMAGE_STRINGS) + place;
}

/* The checksum stands for where the sections are and all that is inside. */
static gboolean
is_whole (const guint8 *data, gsize length, guint n_rules)
{
  const ProseImageHeader *header = (const ProseImageHeader *)(gconstpointer)data;

  if (length < sizeof *header || header->magic != PROSE_IMAGE_MAGIC || header->n_rules != n_rules ||
      header->start[0] != sizeof *header || header->start[PROSE_IMAGE_N_SECTIONS] != length)
    return FALSE;
  for (guint i = 0; i < PROSE_IMAGE_N_SECTIONS; i++)
    if (header->start[i] % 4 != 0 || header->start[i] > header->start[i + 1])
      return FALSE;

  return header->checksum ==
         prose_image_checksum (data + PROSE_IMAGE_CHECKED, length - PROSE_IMAGE_CHECKED);
}

/**
 * prose_language_rules_new:
 * @lexicon: the lexicon of the language
 * @rules: (element-type ProseRule): the rules, in the order they were compiled
 * @image: what they were compiled to
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the rules, or %NULL with %G_IO_ERROR_INVALID_DATA
 * if
 *   @image is not whole or not made of as many rules
 */
ProseLanguageRules *
prose_language_rules_new (ProseLexicon *lexicon, GPtrArray *rules, GBytes *image, GError **error)
{
  ProseLanguageRules *self;
  gsize length;
  const guint8 *data = g_bytes_get_data (image, &length);

  if (!is_whole (data, length, rules->len)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 "the compiled rules of “%s” are damaged", prose_lexicon_get_language (lexicon));
    return NULL;
  }

  self = g_new0 (ProseLanguageRules, 1);
  self->lexicon = prose_lexicon_ref (lexicon);
  self->rules = g_ptr_array_ref (rules);
  self->off = g_new0 (gboolean, rules->len);
  self->image = g_bytes_ref (image);
  self->data = data;
  return self;
}

/**
 * prose_language_rules_compile:
 * @lexicon: the lexicon of the language
 * @rules: (element-type ProseRule): rules of that language
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the rules, compiled on the spot, or %NULL with an
 *   error of %PROSE_PATTERN_ERROR
 */
ProseLanguageRules *
prose_language_rules_compile (ProseLexicon *lexicon, GPtrArray *rules, GError **error)
{
  g_autoptr (ProseRuleCompiler) compiler = prose_rule_compiler_new (lexicon);
  g_autoptr (GBytes) image = NULL;

  for (guint i = 0; i < rules->len; i++)
    if (!prose_rule_compiler_add (compiler, rules->pdata[i], error))
      return NULL;

  image = prose_rule_compiler_finish (compiler);
  return prose_language_rules_new (lexicon, rules, image, error);
}

void
prose_language_rules_free (ProseLanguageRules *self)
{
  prose_lexicon_unref (self->lexicon);
  g_ptr_array_unref (self->rules);
  g_free (self->off);
  g_bytes_unref (self->image);
  g_free (self);
}

/* --- switching rules off --- */

/**
 * prose_language_rules_switch_off:
 * @self: rules that are not shared yet
 * @name: a rule (`scarcity.only-n-left`), or a family of them (`scarcity`)
 *
 * Makes a rule, or all of a family, find nothing from now on.
 */
void
prose_language_rules_switch_off (ProseLanguageRules *self, const char *name)
{
  for (guint i = 0; i < self->rules->len; i++) {
    const ProseRule *rule = self->rules->pdata[i];

    if (g_str_equal (rule->id, name) || g_str_equal (rule->category->id, name))
      self->off[i] = TRUE;
  }
}

/**
 * prose_language_rules_is_off:
 * @self: rules
 * @order: the place of a rule among them
 *
 * Returns: whether that rule is switched off
 */
gboolean
prose_language_rules_is_off (ProseLanguageRules *self, guint order)
{
  return self->off[order];
}

/* --- reading --- */

ProseLexicon *
prose_language_rules_get_lexicon (ProseLanguageRules *self)
{
  return self->lexicon;
}

/**
 * prose_language_rules_get_rules:
 * @self: rules
 *
 * Returns: (element-type ProseRule) (transfer none): the rules themselves
 */
GPtrArray *
prose_language_rules_get_rules (ProseLanguageRules *self)
{
  return self->rules;
}

/**
 * prose_language_rules_get_n_terms:
 * @self: rules
 *
 * Returns: how many terms there are; their numbers are below
 */
guint
prose_language_rules_get_n_terms (ProseLanguageRules *self)
{
  return get_section_size (self, PROSE_IMAGE_RUNS) / sizeof (guint);
}

const ProseInstruction *
prose_language_rules_get_code (ProseLanguageRules *self)
{
  return get_section (self, PROSE_IMAGE_CODE);
}

ProsePhrase
prose_language_rules_get_phrase (ProseLanguageRules *self, guint phrase)
{
  const ProseImagePhrase *phrases = get_section (self, PROSE_IMAGE_PHRASES);

  return (ProsePhrase){ .rule = self->rules->pdata[phrases[phrase].rule],
                        .order = phrases[phrase].rule,
                        .start = phrases[phrase].start };
}

/**
 * prose_language_rules_get_anchors:
 * @self: rules
 * @term: a term
 * @n_anchors: (out): how many
 *
 * Returns: (array length=n_anchors): the anchors that @term has
 */
const ProseAnchor *
prose_language_rules_get_anchors (ProseLanguageRules *self, guint term, guint *n_anchors)
{
  const guint *first = (const guint *)get_section (self, PROSE_IMAGE_FIRST_ANCHOR) + term;

  *n_anchors = first[1] - first[0];
  return (const ProseAnchor *)get_section (self, PROSE_IMAGE_ANCHORS) + first[0];
}

/**
 * prose_language_rules_get_exceptions:
 * @self: rules
 * @order: the place of a rule among them
 * @n_exceptions: (out): how many
 *
 * Returns: (array length=n_exceptions): where the programs of its exceptions
 *   start
 */
const guint *
prose_language_rules_get_exceptions (ProseLanguageRules *self, guint order, guint *n_exceptions)
{
  const ProseImageRule *rule =
      (const ProseImageRule *)get_section (self, PROSE_IMAGE_RULES) + order;

  *n_exceptions = rule[1].first_exception - rule[0].first_exception;
  return (const guint *)get_section (self, PROSE_IMAGE_EXCEPTIONS) + rule[0].first_exception;
}

/**
 * prose_language_rules_dup_captures:
 * @self: rules
 * @rule: one of them
 *
 * Returns: (element-type utf8) (transfer container): the names of its captures,
 *   in the order of a diagnostic's
 */
GPtrArray *
prose_language_rules_dup_captures (ProseLanguageRules *self, const ProseRule *rule)
{
  const guint *names = get_section (self, PROSE_IMAGE_CAPTURES);
  GPtrArray *captures = g_ptr_array_new ();
  const ProseImageRule *known;
  guint order;

  g_return_val_if_fail (g_ptr_array_find (self->rules, rule, &order), captures);

  known = (const ProseImageRule *)get_section (self, PROSE_IMAGE_RULES) + order;
  for (guint i = known[0].first_capture; i < known[1].first_capture; i++)
    g_ptr_array_add (captures, (gpointer)get_string (self, names[i]));
  return captures;
}

/* --- what a token satisfies --- */

static const ProseImageSlot *
find_slot (ProseLanguageRules *self, ProseImageSection section, const char *text, gsize length)
{
  const ProseImageSlot *slots = get_section (self, section);
  guint mask = get_section_size (self, section) / sizeof (ProseImageSlot) - 1;
  guint hash = prose_image_hash (text, length);

  for (guint i = hash & mask; slots[i].text != 0; i = (i + 1) & mask) {
    const char *known = get_string (self, slots[i].text);

    if (slots[i].hash == hash && strncmp (known, text, length) == 0 && known[length] == '\0')
      return &slots[i];
  }
  return NULL;
}

static const guint *
get_slot_terms (ProseLanguageRules *self, const ProseImageSlot *slot)
{
  return (const guint *)get_section (self, PROSE_IMAGE_TERMS) + slot->first_term;
}

static void
collect_from (ProseLanguageRules *self,
              ProseImageSection section,
              const char *text,
              gsize length,
              GArray *terms)
{
  const ProseImageSlot *slot = find_slot (self, section, text, length);

  if (slot != NULL)
    g_array_append_vals (terms, get_slot_terms (self, slot), slot->n_terms);
}

static void
collect_affixes (ProseLanguageRules *self, const GString *word, gboolean at_end, GArray *terms)
{
  ProseImageSection lengths_section =
      at_end ? PROSE_IMAGE_SUFFIX_LENGTHS : PROSE_IMAGE_PREFIX_LENGTHS;
  const guint *lengths = get_section (self, lengths_section);
  guint n_lengths = get_section_size (self, lengths_section) / sizeof (guint);

  for (guint i = 0; i < n_lengths; i++)
    if (lengths[i] < word->len)
      collect_from (self, at_end ? PROSE_IMAGE_SUFFIXES : PROSE_IMAGE_PREFIXES,
                    word->str + (at_end ? word->len - lengths[i] : 0), lengths[i], terms);
}

static void
collect_infixes (ProseLanguageRules *self, const GString *word, GArray *terms)
{
  const ProseImageSlot *infixes = get_section (self, PROSE_IMAGE_INFIXES);
  guint n = get_section_size (self, PROSE_IMAGE_INFIXES) / sizeof (ProseImageSlot);

  for (guint i = 0; i < n; i++)
    if (strstr (word->str, get_string (self, infixes[i].text)) != NULL)
      g_array_append_vals (terms, get_slot_terms (self, &infixes[i]), infixes[i].n_terms);
}

static void
collect_marks (ProseLanguageRules *self, const GString *folded, GArray *terms)
{
  const guint *runs = get_section (self, PROSE_IMAGE_RUNS);
  guint run = g_utf8_strlen (folded->str, folded->len);
  const ProseImageSlot *slot = find_slot (self, PROSE_IMAGE_MARKS, folded->str,
                                          g_utf8_next_char (folded->str) - folded->str);

  for (guint i = 0; slot != NULL && i < slot->n_terms; i++) {
    guint term = get_slot_terms (self, slot)[i];

    if (runs[term] <= run)
      g_array_append_val (terms, term);
  }
}

static void
collect_class (GArray *terms, ProseTermClass class)
{
  guint id = class;

  g_array_append_val (terms, id);
}

/* What a gap may pass over besides words: marks that belong to words. */
static gboolean
may_be_in_gap (const ProseToken *token, const GString *folded)
{
  switch (token->kind) {
  case PROSE_TOKEN_WORD:
  case PROSE_TOKEN_NUMBER:
  case PROSE_TOKEN_URL:
  case PROSE_TOKEN_SYMBOL:
    return TRUE;
  case PROSE_TOKEN_PUNCTUATION:
    return strchr ("%&/'#@", folded->str[0]) != NULL ||
           (folded->str[0] == '-' && !(token->flags & PROSE_TOKEN_SPACED));
  case PROSE_TOKEN_EMOJI:
  default:
    return FALSE;
  }
}

static void
collect_classes (ProseLanguageRules *self,
                 const ProseToken *token,
                 const GString *folded,
                 GArray *terms)
{
  gboolean is_word = token->kind == PROSE_TOKEN_WORD;

  if (token->kind == PROSE_TOKEN_NUMBER ||
      (is_word && prose_lexicon_list_has (self->lexicon, "numbers", folded->str)))
    collect_class (terms, PROSE_TERM_CLASS_NUMBER);
  if (is_word || token->kind == PROSE_TOKEN_NUMBER)
    collect_class (terms, PROSE_TERM_CLASS_WORD);
  if (is_word && (token->flags & PROSE_TOKEN_CAPS))
    collect_class (terms, PROSE_TERM_CLASS_CAPS);
  if (is_word && (token->flags & PROSE_TOKEN_CAPITALISED))
    collect_class (terms, PROSE_TERM_CLASS_TITLE);
  if (token->kind == PROSE_TOKEN_EMOJI)
    collect_class (terms, PROSE_TERM_CLASS_EMOJI);
  if (token->kind == PROSE_TOKEN_URL)
    collect_class (terms, PROSE_TERM_CLASS_URL);
  if (may_be_in_gap (token, folded))
    collect_class (terms, PROSE_TERM_CLASS_GAP);
}

/* What stands behind the apostrophe of an elided word: "offre" of "l'offre". */
static const char *
find_elided (ProseLanguageRules *self, const GString *word)
{
  const char *apostrophe = memchr (word->str, '\'', word->len);
  g_autofree char *before = NULL;

  if (apostrophe == NULL || apostrophe[1] == '\0')
    return NULL;

  before = g_strndup (word->str, apostrophe - word->str);
  return prose_lexicon_list_has (self->lexicon, "elisions", before) ? apostrophe + 1 : NULL;
}

/* French drops accents from capitals: "DERNIERE", "A saisir". The compiler keeps
 * such spellings, in capitals. */
static void
collect_bare (ProseLanguageRules *self, const ProseToken *token, const char *word, GArray *terms)
{
  g_autofree char *bare = NULL;

  if (!(token->flags & (PROSE_TOKEN_CAPITALISED | PROSE_TOKEN_CAPS)) || !g_str_is_ascii (word) ||
      !prose_lexicon_list_has (self->lexicon, "options", "bare-capitals"))
    return;

  bare = g_ascii_strup (word, -1);
  collect_from (self, PROSE_IMAGE_WORDS, bare, strlen (bare), terms);
}

/* Each ß as ss, or else each ss as ß: as Swiss write it, and as capitals were written long.
 * NULL for a word that has neither, and where these are other letters. */
static GString *
dup_other_spelling (ProseLanguageRules *self, const GString *word)
{
  gboolean has_sharp = strstr (word->str, "ß") != NULL;
  GString *other;

  if ((!has_sharp && strstr (word->str, "ss") == NULL) ||
      !prose_lexicon_list_has (self->lexicon, "options", "sharp-s"))
    return NULL;

  other = g_string_new_len (word->str, word->len);
  g_string_replace (other, has_sharp ? "ß" : "ss", has_sharp ? "ss" : "ß", 0);
  return other;
}

/* The phrase "große Auswahl" finds "GROSSE AUSWAHL", too, and the other way round. */
static void
collect_other_spelling (ProseLanguageRules *self, const GString *word, GArray *terms)
{
  g_autoptr (GString) other = dup_other_spelling (self, word);

  if (other == NULL)
    return;

  collect_from (self, PROSE_IMAGE_WORDS, other->str, other->len, terms);
  collect_affixes (self, other, FALSE, terms);
  collect_affixes (self, other, TRUE, terms);
  collect_infixes (self, other, terms);
}

/* The phrase "offre" finds "l'offre", too. */
static void
collect_elided (ProseLanguageRules *self,
                const ProseToken *token,
                const GString *word,
                GArray *terms)
{
  const char *elided = find_elided (self, word);
  g_autoptr (GString) rest = NULL;

  if (elided == NULL)
    return;

  rest = g_string_new (elided);
  collect_from (self, PROSE_IMAGE_WORDS, rest->str, rest->len, terms);
  collect_affixes (self, rest, FALSE, terms);
  collect_bare (self, token, rest->str, terms);
}

/**
 * prose_language_rules_collect_terms:
 * @self: rules
 * @token: a token
 * @folded: its text, folded
 * @terms: (element-type guint): where the terms it satisfies are appended
 */
void
prose_language_rules_collect_terms (ProseLanguageRules *self,
                                    const ProseToken *token,
                                    const GString *folded,
                                    GArray *terms)
{
  if (folded->len == 0)
    return;

  collect_classes (self, token, folded, terms);
  if (token->kind == PROSE_TOKEN_PUNCTUATION || token->kind == PROSE_TOKEN_SYMBOL) {
    collect_marks (self, folded, terms);
    return;
  }
  collect_from (self, PROSE_IMAGE_WORDS, folded->str, folded->len, terms);
  if (token->kind == PROSE_TOKEN_WORD) {
    collect_affixes (self, folded, FALSE, terms);
    collect_affixes (self, folded, TRUE, terms);
    collect_infixes (self, folded, terms);
    collect_bare (self, token, folded->str, terms);
    collect_elided (self, token, folded, terms);
    collect_other_spelling (self, folded, terms);
  }
}

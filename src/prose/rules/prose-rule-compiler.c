/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-compiler.h"

#include <string.h>

#include "rules/prose-rule-image.h"

/* A text and the terms it satisfies, while they are gathered. */
typedef struct {
  const char *text;
  GArray *terms; /* of guint */
} Entry;

/* Entries in the order they came, so that images come out alike. */
typedef struct {
  GArray *entries;     /* of Entry */
  GHashTable *by_text; /* text → its number and one */
} EntryTable;

struct _ProseRuleCompiler {
  ProseTermTable *terms;
  GArray *nodes;
  GArray *anchors;
  GByteArray *sections[PROSE_IMAGE_N_SECTIONS];
  GHashTable *strings; /* text → place in the strings */
  EntryTable tables[4];
  GPtrArray *bare; /* (nullable): words as capitals without accents, if the language has them */
  guint n_rules;
};

/* The hashed tables, in the order of their sections. */
enum {
  TABLE_WORDS,
  TABLE_PREFIXES,
  TABLE_SUFFIXES,
  TABLE_MARKS,
};

static void
entry_clear (Entry *self)
{
  g_array_unref (self->terms);
}

/**
 * prose_rule_compiler_new:
 * @lexicon: the lexicon of the language
 *
 * Returns: (transfer full): a compiler without rules
 */
ProseRuleCompiler *
prose_rule_compiler_new (ProseLexicon *lexicon)
{
  ProseRuleCompiler *self = g_new0 (ProseRuleCompiler, 1);

  self->terms = prose_term_table_new (lexicon);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (ProseNode));
  self->anchors = g_array_new (FALSE, FALSE, sizeof (ProseAnchor));
  self->strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < PROSE_IMAGE_N_SECTIONS; i++)
    self->sections[i] = g_byte_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->tables); i++) {
    self->tables[i].entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    g_array_set_clear_func (self->tables[i].entries, (GDestroyNotify)entry_clear);
    self->tables[i].by_text = g_hash_table_new (g_str_hash, g_str_equal);
  }
  g_byte_array_append (self->sections[PROSE_IMAGE_STRINGS], (const guint8 *)"", 1);
  if (prose_lexicon_list_has (lexicon, "options", "bare-capitals"))
    self->bare = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
prose_rule_compiler_free (ProseRuleCompiler *self)
{
  prose_term_table_free (self->terms);
  g_array_unref (self->nodes);
  g_array_unref (self->anchors);
  g_hash_table_unref (self->strings);
  for (guint i = 0; i < PROSE_IMAGE_N_SECTIONS; i++)
    g_byte_array_unref (self->sections[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->tables); i++) {
    g_array_unref (self->tables[i].entries);
    g_hash_table_unref (self->tables[i].by_text);
  }
  g_clear_pointer (&self->bare, g_ptr_array_unref);
  g_free (self);
}

static void
append (ProseRuleCompiler *self, ProseImageSection section, gconstpointer data, gsize size)
{
  g_byte_array_append (self->sections[section], data, size);
}

static void
append_number (ProseRuleCompiler *self, ProseImageSection section, guint number)
{
  append (self, section, &number, sizeof number);
}

static guint
count_numbers (ProseRuleCompiler *self, ProseImageSection section)
{
  return self->sections[section]->len / sizeof (guint);
}

/* Where a text stands in the strings, each once. */
static guint
place_string (ProseRuleCompiler *self, const char *text)
{
  gpointer found;
  guint place;

  if (g_hash_table_lookup_extended (self->strings, text, NULL, &found))
    return GPOINTER_TO_UINT (found);

  place = self->sections[PROSE_IMAGE_STRINGS]->len;
  append (self, PROSE_IMAGE_STRINGS, text, strlen (text) + 1);
  g_hash_table_insert (self->strings, g_strdup (text), GUINT_TO_POINTER (place));
  return place;
}

/* --- phrases --- */

/* Programs are appended to an array; it becomes bytes only when all are in. */
static guint
emit_program (ProseRuleCompiler *self)
{
  GByteArray *section = self->sections[PROSE_IMAGE_CODE];
  g_autoptr (GArray) code = g_array_new (FALSE, FALSE, sizeof (ProseInstruction));
  guint base = section->len / sizeof (ProseInstruction);
  guint start = prose_program_append (code, self->nodes, self->terms);

  for (guint i = 0; i < code->len; i++) {
    ProseInstruction *instruction = &g_array_index (code, ProseInstruction, i);

    if (instruction->operation == PROSE_OPERATION_JUMP ||
        instruction->operation == PROSE_OPERATION_SPLIT)
      instruction->a += base;
    if (instruction->operation == PROSE_OPERATION_SPLIT)
      instruction->b += base;
  }
  append (self, PROSE_IMAGE_CODE, code->data, code->len * sizeof (ProseInstruction));
  return base + start;
}

static gboolean
parse (ProseRuleCompiler *self,
       const ProseRule *rule,
       const char *pattern,
       GPtrArray *captures,
       GError **error)
{
  ProsePatternContext context = { .terms = self->terms, .captures = captures };

  if (prose_pattern_parse (pattern, &context, self->nodes, NULL, error))
    return TRUE;

  g_prefix_error (error, "%s: ", rule->id);
  return FALSE;
}

static gboolean
add_phrase (ProseRuleCompiler *self,
            const ProseRule *rule,
            const char *pattern,
            GPtrArray *captures,
            GError **error)
{
  ProseImagePhrase phrase = { .rule = self->n_rules };
  guint number = self->sections[PROSE_IMAGE_PHRASES]->len / sizeof phrase;

  if (!parse (self, rule, pattern, captures, error))
    return FALSE;
  if (!prose_program_find_anchors (self->nodes, self->terms, number, self->anchors)) {
    g_set_error (error, PROSE_PATTERN_ERROR, PROSE_PATTERN_ERROR_SYNTAX,
                 "%s: “%s” has no word or sign that every match must have", rule->id, pattern);
    return FALSE;
  }

  phrase.start = emit_program (self);
  append (self, PROSE_IMAGE_PHRASES, &phrase, sizeof phrase);
  return TRUE;
}

/* Where the exceptions and capture names of the next rule start. */
static void
append_rule (ProseRuleCompiler *self)
{
  ProseImageRule rule = { count_numbers (self, PROSE_IMAGE_EXCEPTIONS),
                          count_numbers (self, PROSE_IMAGE_CAPTURES) };

  append (self, PROSE_IMAGE_RULES, &rule, sizeof rule);
}

/**
 * prose_rule_compiler_add:
 * @self: a compiler
 * @rule: a rule of its language
 * @error: return location for a #GError
 *
 * Returns: whether all phrases of @rule could be compiled; if not, @error is of
 *   %PROSE_PATTERN_ERROR
 */
gboolean
prose_rule_compiler_add (ProseRuleCompiler *self, const ProseRule *rule, GError **error)
{
  g_autoptr (GPtrArray) captures = g_ptr_array_new_with_free_func (g_free);

  append_rule (self);
  for (guint i = 0; rule->phrases != NULL && rule->phrases[i] != NULL; i++)
    if (!add_phrase (self, rule, rule->phrases[i], captures, error))
      return FALSE;
  for (guint i = 0; rule->exceptions != NULL && rule->exceptions[i] != NULL; i++) {
    if (!parse (self, rule, rule->exceptions[i], captures, error))
      return FALSE;
    append_number (self, PROSE_IMAGE_EXCEPTIONS, emit_program (self));
  }
  for (guint i = 0; i < captures->len; i++)
    append_number (self, PROSE_IMAGE_CAPTURES, place_string (self, captures->pdata[i]));
  self->n_rules++;

  return TRUE;
}

/* --- from terms to texts --- */

static void
add_entry (EntryTable *table, const char *text, guint term)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (table->by_text, text));

  if (number == 0) {
    Entry entry = { text, g_array_new (FALSE, FALSE, sizeof (guint)) };

    g_array_append_val (table->entries, entry);
    number = table->entries->len;
    g_hash_table_insert (table->by_text, (gpointer)text, GUINT_TO_POINTER (number));
  }
  g_array_append_val (g_array_index (table->entries, Entry, number - 1).terms, term);
}

/* A folded word in capitals without accents: "DERNIERE" of "dernière". No folded word
 * has capitals, so that the two never meet in a table. */
static char *
make_bare (const char *word)
{
  g_autofree char *parted = g_utf8_normalize (word, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = parted; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_ismark (c))
      g_string_append_unichar (bare, g_unichar_toupper (c));
  }
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

static void
add_word (ProseRuleCompiler *self, const char *word, guint term)
{
  add_entry (&self->tables[TABLE_WORDS], word, term);
  if (self->bare == NULL || g_str_is_ascii (word))
    return;

  g_ptr_array_add (self->bare, make_bare (word));
  add_entry (&self->tables[TABLE_WORDS], self->bare->pdata[self->bare->len - 1], term);
}

static void
add_lemma (ProseRuleCompiler *self, const char *lemma, guint term)
{
  g_autoptr (GPtrArray) forms =
      prose_lexicon_get_forms (prose_term_table_get_lexicon (self->terms), lemma);

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    add_word (self, forms->pdata[i], term);
}

static void
add_infix (ProseRuleCompiler *self, const char *text, guint term)
{
  ProseImageSlot slot = { .text = place_string (self, text),
                          .first_term = count_numbers (self, PROSE_IMAGE_TERMS),
                          .n_terms = 1 };

  append_number (self, PROSE_IMAGE_TERMS, term);
  append (self, PROSE_IMAGE_INFIXES, &slot, sizeof slot);
}

/* Enters the texts that satisfy known under the term id; for a term that
 * unites others those of its members. */
static void
add_texts (ProseRuleCompiler *self, const ProseTerm *known, guint id)
{
  switch (known->kind) {
  case PROSE_TERM_WORD:
    add_word (self, known->text, id);
    break;
  case PROSE_TERM_LEMMA:
    add_lemma (self, known->text, id);
    break;
  case PROSE_TERM_ANY_OF:
    for (guint i = 0; i < known->members->len; i++)
      add_texts (self, prose_term_table_get (self->terms, g_array_index (known->members, guint, i)),
                 id);
    break;
  case PROSE_TERM_PREFIX:
    add_entry (&self->tables[TABLE_PREFIXES], known->text, id);
    break;
  case PROSE_TERM_SUFFIX:
    add_entry (&self->tables[TABLE_SUFFIXES], known->text, id);
    break;
  case PROSE_TERM_INFIX:
    add_infix (self, known->text, id);
    break;
  case PROSE_TERM_MARK:
    add_entry (&self->tables[TABLE_MARKS], known->text, id);
    break;
  case PROSE_TERM_CLASS:
  default:
    break;
  }
}

/* --- sections --- */

static void
append_lengths (ProseRuleCompiler *self, const EntryTable *table, ProseImageSection section)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < table->entries->len; i++) {
    guint length = strlen (g_array_index (table->entries, Entry, i).text);

    if (g_hash_table_add (seen, GUINT_TO_POINTER (length)))
      append_number (self, section, length);
  }
}

static void
append_slots (ProseRuleCompiler *self, const EntryTable *table, ProseImageSection section)
{
  guint n_slots = 1;
  g_autofree ProseImageSlot *slots = NULL;

  while (n_slots < 2 * table->entries->len + 1)
    n_slots *= 2;
  slots = g_new0 (ProseImageSlot, n_slots);

  for (guint i = 0; i < table->entries->len; i++) {
    const Entry *entry = &g_array_index (table->entries, Entry, i);
    guint hash = prose_image_hash (entry->text, strlen (entry->text));
    guint j = hash & (n_slots - 1);

    while (slots[j].text != 0)
      j = (j + 1) & (n_slots - 1);
    slots[j] = (ProseImageSlot){ place_string (self, entry->text), hash,
                                 count_numbers (self, PROSE_IMAGE_TERMS), entry->terms->len };
    append (self, PROSE_IMAGE_TERMS, entry->terms->data, entry->terms->len * sizeof (guint));
  }
  append (self, section, slots, n_slots * sizeof (ProseImageSlot));
}

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  const ProseAnchor *first = a;
  const ProseAnchor *second = b;

  if (first->term != second->term)
    return first->term < second->term ? -1 : 1;
  return (first->phrase > second->phrase) - (first->phrase < second->phrase);
}

static void
append_anchors (ProseRuleCompiler *self)
{
  guint n_terms = prose_term_table_get_size (self->terms);
  guint next = 0;

  g_array_sort (self->anchors, compare_anchors);
  for (guint term = 0; term <= n_terms; term++) {
    while (next < self->anchors->len &&
           g_array_index (self->anchors, ProseAnchor, next).term < term)
      next++;
    append_number (self, PROSE_IMAGE_FIRST_ANCHOR, next);
  }
  append (self, PROSE_IMAGE_ANCHORS, self->anchors->data,
          self->anchors->len * sizeof (ProseAnchor));
}

static GBytes *
assemble (ProseRuleCompiler *self)
{
  ProseImageHeader header = { .magic = PROSE_IMAGE_MAGIC, .n_rules = self->n_rules };
  GByteArray *image = g_byte_array_new ();
  static const guint8 padding[4];

  g_byte_array_append (image, (const guint8 *)&header, sizeof header);
  for (guint i = 0; i < PROSE_IMAGE_N_SECTIONS; i++) {
    header.start[i] = image->len;
    g_byte_array_append (image, self->sections[i]->data, self->sections[i]->len);
    g_byte_array_append (image, padding, -image->len & 3);
  }
  header.start[PROSE_IMAGE_N_SECTIONS] = image->len;
  memcpy (image->data, &header, sizeof header);
  header.checksum =
      prose_image_checksum (image->data + PROSE_IMAGE_CHECKED, image->len - PROSE_IMAGE_CHECKED);
  memcpy (image->data, &header, sizeof header);

  return g_byte_array_free_to_bytes (image);
}

/**
 * prose_rule_compiler_finish:
 * @self: a compiler that has got all rules; it can only be freed after
 *
 * Returns: (transfer full): the image. The same rules give the same bytes
 */
GBytes *
prose_rule_compiler_finish (ProseRuleCompiler *self)
{
  for (guint i = 0; i < prose_term_table_get_size (self->terms); i++) {
    const ProseTerm *term = prose_term_table_get (self->terms, i);

    add_texts (self, term, i);
    append_number (self, PROSE_IMAGE_RUNS, term->run);
  }
  append_rule (self);
  append_anchors (self);
  append_lengths (self, &self->tables[TABLE_PREFIXES], PROSE_IMAGE_PREFIX_LENGTHS);
  append_lengths (self, &self->tables[TABLE_SUFFIXES], PROSE_IMAGE_SUFFIX_LENGTHS);
  for (guint i = 0; i < G_N_ELEMENTS (self->tables); i++)
    append_slots (self, &self->tables[i], PROSE_IMAGE_WORDS + i);

  return assemble (self);
}

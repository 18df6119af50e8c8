/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spelling, by the dictionaries that are installed: the words that rewrites bring
 * into a sentence, and the forms of the lexicons. What a dictionary does not know
 * and is right all the same stands in tests/corpus/words.<language>, a word a
 * line. Without a dictionary for a language there is nothing to compare with. */

#include <enchant.h>
#include <string.h>

#include "prose-fixture.h"
#include "shipped-packs.h"
#include "text/prose-tokenizer.h"

/* The dictionaries of a language, any of which may know a word, and the words that
 * none has to. */
typedef struct {
  EnchantBroker *broker;
  GPtrArray *dictionaries; /* of EnchantDict */
  GHashTable *known;
  GHashTable *unknown; /* set of words, each told once */
} Speller;

static void
read_known_words (Speller *self, const char *language)
{
  g_autofree char *name = g_strdup_printf ("words.%s", language);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  words = g_strsplit (text, "\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (self->known, g_strdup (words[i]));
}

static Speller *
speller_new (const char *language)
{
  static const char *const english[] = { "en_US", "en_GB", NULL };
  static const char *const danish[] = { "da_DK", NULL };
  const char *const *codes = g_str_equal (language, "en") ? english : danish;
  Speller *self = g_new0 (Speller, 1);

  self->broker = enchant_broker_init ();
  self->dictionaries = g_ptr_array_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_known_words (self, language);
  for (guint i = 0; codes[i] != NULL; i++)
    if (enchant_broker_dict_exists (self->broker, codes[i]))
      g_ptr_array_add (self->dictionaries, enchant_broker_request_dict (self->broker, codes[i]));

  return self;
}

static void
speller_free (Speller *self)
{
  for (guint i = 0; i < self->dictionaries->len; i++)
    enchant_broker_free_dict (self->broker, self->dictionaries->pdata[i]);
  g_ptr_array_unref (self->dictionaries);
  enchant_broker_free (self->broker);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->unknown);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Speller, speller_free)

static gboolean
knows (Speller *self, const char *word)
{
  if (*word == '\0' || g_hash_table_contains (self->known, word))
    return TRUE;

  for (guint i = 0; i < self->dictionaries->len; i++)
    if (enchant_dict_check (self->dictionaries->pdata[i], word, strlen (word)) == 0)
      return TRUE;

  return FALSE;
}

static void
check_word (Speller *self, const char *word, const char *where)
{
  if (knows (self, word) || !g_hash_table_add (self->unknown, g_strdup (word)))
    return;

  g_test_message ("%s: “%s”", where, word);
  g_test_fail ();
}

static gboolean
needs_dictionary (Speller *self)
{
  if (self->dictionaries->len > 0)
    return TRUE;

  g_test_skip ("there is no dictionary here");
  return FALSE;
}

/* --- rewrites --- */

/* The words of templates; slots are the writer's words. */
static void
check_template (Speller *self, const ProseRule *rule, const char *template_text)
{
  g_autoptr (GRegex) slots = g_regex_new ("\\{[^}]*\\}", 0, 0, NULL);
  g_autofree char *text = g_regex_replace (slots, template_text, -1, 0, " ", 0, NULL);
  g_autoptr (GArray) tokens = tokenize (text);

  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);
    g_autofree char *word = dup_span (text, token->span);

    if (token->kind == PROSE_TOKEN_WORD)
      check_word (self, word, rule->id);
  }
}

static void
test_rewrites (gconstpointer data)
{
  const char *language = data;
  g_autoptr (Speller) speller = speller_new (language);
  g_autoptr (GPtrArray) packs = read_shipped_packs ();

  if (!needs_dictionary (speller))
    return;

  for (guint i = 0; i < packs->len; i++) {
    const ShippedPack *shipped = packs->pdata[i];

    for (guint j = 0; g_str_equal (shipped->language, language) && j < shipped->pack->rules->len;
         j++) {
      const ProseRule *rule = shipped->pack->rules->pdata[j];

      for (guint k = 0; k < rule->rewrites->len; k++)
        check_template (speller, rule,
                        g_array_index (rule->rewrites, ProseRewriteTemplate, k).text);
    }
  }
}

/* --- lexicons --- */

static void
check_form (Speller *speller, const ProseLexiconRecord *record)
{
  if (record->kind != PROSE_LEXICON_FORM || g_strcmp0 (record->tag, "gender") == 0 ||
      g_str_equal (record->value, "-"))
    return;

  check_word (speller, record->value, record->name);
}

static void
test_lexicon (gconstpointer data)
{
  const char *language = data;
  g_autoptr (Speller) speller = speller_new (language);
  g_autoptr (GPtrArray) packs = read_shipped_packs ();

  if (!needs_dictionary (speller))
    return;

  for (guint i = 0; i < packs->len; i++) {
    const ShippedPack *shipped = packs->pdata[i];
    const GArray *records = prose_lexicon_get_records (shipped->lexicon);

    if (!g_str_equal (shipped->language, language))
      continue;
    for (guint j = 0; j < records->len; j++)
      check_form (speller, &g_array_index (records, ProseLexiconRecord, j));
    return;
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/spelling/rewrites/en", "en", test_rewrites);
  g_test_add_data_func ("/spelling/rewrites/da", "da", test_rewrites);
  g_test_add_data_func ("/spelling/lexicon/en", "en", test_lexicon);
  g_test_add_data_func ("/spelling/lexicon/da", "da", test_lexicon);

  return g_test_run ();
}

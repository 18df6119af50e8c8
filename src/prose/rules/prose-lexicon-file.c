/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-lexicon-file.h"

#include <string.h>

#include "rules/prose-pattern.h"
#include "rules/prose-yaml.h"
#include "text/prose-fold.h"

typedef struct {
  ProseYaml *yaml;
  ProseLexicon *lexicon;
  GString *folded;
} Reader;

/* What is done with each key and value of a map. */
typedef gboolean (*ReadPair) (Reader *self, const char *key, yaml_node_t *value, GError **error);

static gboolean
read_map (Reader *self, yaml_node_t *root, const char *name, ReadPair read, GError **error)
{
  yaml_node_t *map = prose_yaml_lookup (self->yaml, root, name);

  if (map == NULL)
    return TRUE;
  if (!prose_yaml_expect (self->yaml, map, YAML_MAPPING_NODE, "a map", error))
    return FALSE;

  for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top;
       pair++) {
    yaml_node_t *key = prose_yaml_get_node (self->yaml, pair->key);

    if (!prose_yaml_expect (self->yaml, key, YAML_SCALAR_NODE, "a name", error) ||
        !prose_yaml_expect_once (self->yaml, map, pair, error) ||
        !read (self, prose_yaml_get_text (key), prose_yaml_get_node (self->yaml, pair->value),
               error))
      return FALSE;
  }
  return TRUE;
}

static const char *
fold (Reader *self, const char *word)
{
  prose_fold (word, strlen (word), self->folded);
  return self->folded->str;
}

static gboolean
read_list (Reader *self, const char *name, yaml_node_t *list, GError **error)
{
  if (!prose_yaml_expect (self->yaml, list, YAML_SEQUENCE_NODE, "a list of words", error))
    return FALSE;

  for (guint i = 0; i < prose_yaml_get_n_items (list); i++) {
    yaml_node_t *item = prose_yaml_get_item (self->yaml, list, i);

    if (!prose_yaml_expect (self->yaml, item, YAML_SCALAR_NODE, "a word", error))
      return FALSE;
    prose_lexicon_add (self->lexicon,
                       (ProseLexiconRecord){ .kind = PROSE_LEXICON_LIST,
                                             .name = name,
                                             .value = fold (self, prose_yaml_get_text (item)) });
  }
  return TRUE;
}

static gboolean
read_set (Reader *self, const char *name, yaml_node_t *pattern, GError **error)
{
  if (!prose_yaml_expect (self->yaml, pattern, YAML_SCALAR_NODE, "a phrase", error))
    return FALSE;

  prose_lexicon_add (self->lexicon, (ProseLexiconRecord){ .kind = PROSE_LEXICON_SET,
                                                          .name = name,
                                                          .value = prose_yaml_get_text (pattern) });
  return TRUE;
}

/* Sets may name words and sets that stand further down, so they are looked at
 * when all is read. */
static gboolean
check_set (Reader *self, const char *name, yaml_node_t *node, GError **error)
{
  g_autoptr (ProseTermTable) terms = prose_term_table_new (self->lexicon);
  g_autoptr (GPtrArray) captures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (ProseNode));
  g_autoptr (GError) problem = NULL;
  ProsePatternContext context = { terms, NULL, captures };
  guint offset;

  if (prose_pattern_parse (prose_yaml_get_text (node), &context, nodes, &offset, &problem))
    return TRUE;

  return prose_yaml_fail (self->yaml, node, offset, error, "%s", problem->message);
}

/* --- words --- */

static void
add_forms (Reader *self, const char *lemma, const char *tag, const char *variants)
{
  g_auto (GStrv) forms = g_strsplit (variants, "/", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    prose_lexicon_add (self->lexicon, (ProseLexiconRecord){ .kind = PROSE_LEXICON_FORM,
                                                            .name = lemma,
                                                            .tag = tag,
                                                            .value = fold (self, forms[i]) });
}

/* The first form that is a word of the text names the entry. */
static char *
find_lemma (char **forms, char **tags)
{
  for (guint i = 0; forms[i] != NULL; i++)
    if (!g_str_equal (tags[i], "gender") && !g_str_equal (forms[i], "-"))
      return g_strndup (forms[i], strcspn (forms[i], "/"));

  return NULL;
}

static gboolean
read_entry (Reader *self, yaml_node_t *node, GStrv tags, GError **error)
{
  g_auto (GStrv) forms = NULL;
  g_autofree char *lemma = NULL;
  g_autofree char *folded = NULL;

  if (!prose_yaml_expect (self->yaml, node, YAML_SCALAR_NODE, "the forms of a word", error))
    return FALSE;
  forms = g_strsplit (prose_yaml_get_text (node), " ", -1);
  if (g_strv_length (forms) != g_strv_length (tags))
    return prose_yaml_fail (self->yaml, node, 0, error,
                            "%u forms were expected, this entry has %u; write - for one that does "
                            "not exist",
                            g_strv_length (tags), g_strv_length (forms));
  lemma = find_lemma (forms, tags);
  if (lemma == NULL)
    return prose_yaml_fail (self->yaml, node, 0, error, "the entry has no form");

  folded = g_strdup (fold (self, lemma));
  for (guint i = 0; forms[i] != NULL; i++)
    if (!g_str_equal (forms[i], "-"))
      add_forms (self, folded, tags[i], forms[i]);
  return TRUE;
}

static gboolean
read_tags (Reader *self, yaml_node_t *class, GStrv *tags, GError **error)
{
  yaml_node_t *list = prose_yaml_lookup (self->yaml, class, "forms");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (list == NULL)
    return prose_yaml_fail (self->yaml, class, 0, error, "“forms” is missing here");
  if (!prose_yaml_expect (self->yaml, list, YAML_SEQUENCE_NODE, "a list of forms", error))
    return FALSE;

  for (guint i = 0; i < prose_yaml_get_n_items (list); i++) {
    yaml_node_t *item = prose_yaml_get_item (self->yaml, list, i);

    if (!prose_yaml_expect (self->yaml, item, YAML_SCALAR_NODE, "the name of a form", error))
      return FALSE;
    g_strv_builder_add (builder, prose_yaml_get_text (item));
  }
  *tags = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_word_class (Reader *self, yaml_node_t *class, GError **error)
{
  static const char *const keys[] = { "class", "forms", "entries", NULL };
  g_auto (GStrv) tags = NULL;
  yaml_node_t *entries;

  if (!prose_yaml_expect (self->yaml, class, YAML_MAPPING_NODE, "a class of words", error) ||
      !prose_yaml_expect_keys (self->yaml, class, keys, error) ||
      !read_tags (self, class, &tags, error))
    return FALSE;
  entries = prose_yaml_lookup (self->yaml, class, "entries");
  if (entries == NULL)
    return prose_yaml_fail (self->yaml, class, 0, error, "“entries” is missing here");
  if (!prose_yaml_expect (self->yaml, entries, YAML_SEQUENCE_NODE, "a list of words", error))
    return FALSE;

  for (guint i = 0; i < prose_yaml_get_n_items (entries); i++)
    if (!read_entry (self, prose_yaml_get_item (self->yaml, entries, i), tags, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_words (Reader *self, yaml_node_t *root, GError **error)
{
  yaml_node_t *classes = prose_yaml_lookup (self->yaml, root, "words");

  if (classes == NULL)
    return TRUE;
  if (!prose_yaml_expect (self->yaml, classes, YAML_SEQUENCE_NODE, "a list of classes of words",
                          error))
    return FALSE;

  for (guint i = 0; i < prose_yaml_get_n_items (classes); i++)
    if (!read_word_class (self, prose_yaml_get_item (self->yaml, classes, i), error))
      return FALSE;
  return TRUE;
}

/**
 * prose_lexicon_file_read:
 * @name: the file's name, for messages
 * @data: its content, YAML
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Reads and checks a lexicon; `data/rules/README.md` describes its form.
 *
 * Returns: (transfer full): the lexicon, or %NULL with an error of
 *   %PROSE_YAML_ERROR whose message is `name:line:column: what is wrong`
 */
ProseLexicon *
prose_lexicon_file_read (const char *name, const char *data, gsize length, GError **error)
{
  static const char *const keys[] = { "language", "lists", "sets", "words", NULL };
  g_autoptr (ProseYaml) yaml = prose_yaml_new (name, data, length, error);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (ProseLexicon) lexicon = NULL;
  const char *language;
  yaml_node_t *root;
  Reader reader;

  if (yaml == NULL)
    return NULL;
  root = prose_yaml_get_root (yaml);
  if (root == NULL || root->type != YAML_MAPPING_NODE) {
    g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT,
                 "%s:1:1: a lexicon was expected", name);
    return NULL;
  }
  if (!prose_yaml_expect_keys (yaml, root, keys, error))
    return NULL;
  language = prose_yaml_require_language (yaml, root, error);
  if (language == NULL)
    return NULL;

  lexicon = prose_lexicon_new (language);
  reader = (Reader){ yaml, lexicon, folded };
  if (!read_map (&reader, root, "lists", read_list, error) ||
      !read_map (&reader, root, "sets", read_set, error) || !read_words (&reader, root, error) ||
      !read_map (&reader, root, "sets", check_set, error))
    return NULL;

  return g_steal_pointer (&lexicon);
}

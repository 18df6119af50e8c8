/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document ignores is written as a list of YAML:
 *
 *     - rule: command.act-now          # a phrase
 *       language: en
 *       phrase: Act now
 *       level: here                    # or document, which is the default
 *       before: so please              # the two words on each side, for here only
 *       after: dear friend
 *       place: 210                     # where it stood, in bytes
 *       reason: quoted                 # intended, proven, quoted or brand
 *       time: '2026-11-29T09:30:00Z'
 *     - rule: scarcity.only-n-left     # with a proof: a claim
 *       phrase: only 3 left
 *       proof: https://example.org/stock
 *       owner: Ida
 *       valid-until: 2026-12-31
 *     - rule: superlative.best         # without a phrase: a rule, or a family, that is off
 *
 * A key that is not known is one of a later version, and kept as it is.
 */

#include "check/prose-ignore-file.h"

#include "check/prose-decision.h"

static const char *const known_keys[] = { "rule",  "language",    "phrase", "level", "before",
                                          "after", "place",       "proof",  "owner", "reason",
                                          "time",  "valid-until", NULL };

/* --- reading --- */

static gboolean
read_level (ProseYaml *yaml, yaml_node_t *map, ProseIgnoreLevel *level, GError **error)
{
  const char *name = prose_decision_get_text (yaml, map, "level");

  *level = PROSE_IGNORE_IN_DOCUMENT;
  if (*name == '\0' ||
      (prose_ignore_level_from_string (name, level) && *level != PROSE_IGNORE_EVERYWHERE))
    return TRUE;

  return prose_yaml_fail (yaml, prose_yaml_lookup (yaml, map, "level"), 0, error,
                          "“%s” is no level; known are here and document", name);
}

static gboolean
read_place (ProseYaml *yaml, yaml_node_t *map, guint *place, GError **error)
{
  const char *text = prose_decision_get_text (yaml, map, "place");
  guint64 number = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL))
    return prose_yaml_fail (yaml, prose_yaml_lookup (yaml, map, "place"), 0, error,
                            "“%s” is no place; a number of bytes is one", text);

  *place = number;
  return TRUE;
}

static gboolean
expect_day (ProseYaml *yaml, yaml_node_t *map, GError **error)
{
  const char *date = prose_decision_get_text (yaml, map, "valid-until");

  return *date == '\0' || prose_ignore_date_is_valid (date) ||
         prose_yaml_fail (yaml, prose_yaml_lookup (yaml, map, "valid-until"), 0, error,
                          "“%s” is no day; “2026-12-31” is one", date);
}

static const char *
get_optional (ProseYaml *yaml, yaml_node_t *map, const char *key)
{
  const char *text = prose_decision_get_text (yaml, map, key);

  return *text != '\0' ? text : NULL;
}

static ProseIgnoreEntry *
create_entry (ProseYaml *yaml, yaml_node_t *map, ProseIgnoreLevel level)
{
  const char *rule = prose_decision_get_text (yaml, map, "rule");
  const char *language = get_optional (yaml, map, "language");
  const char *phrase = prose_decision_get_text (yaml, map, "phrase");
  const char *proof = get_optional (yaml, map, "proof");

  if (*phrase == '\0' && level != PROSE_IGNORE_HERE)
    return prose_ignore_entry_new_for_rule (level, language, rule);
  if (proof != NULL)
    return prose_ignore_entry_new_for_claim (language, rule, phrase, proof,
                                             get_optional (yaml, map, "valid-until"));

  return prose_ignore_entry_new_for_phrase (level, language, rule, phrase);
}

static gboolean
read_surroundings (ProseIgnoreEntry *entry, ProseYaml *yaml, yaml_node_t *map, GError **error)
{
  ProseIgnoreKey *key = entry->key;

  g_free (key->before);
  g_free (key->after);
  key->before = g_strdup (prose_decision_get_text (yaml, map, "before"));
  key->after = g_strdup (prose_decision_get_text (yaml, map, "after"));
  return read_place (yaml, map, &key->place, error);
}

static ProseIgnoreEntry *
read_entry (ProseYaml *yaml, yaml_node_t *map, GError **error)
{
  g_autoptr (ProseIgnoreEntry) entry = NULL;
  ProseIgnoreLevel level;

  if (!prose_yaml_expect (yaml, map, YAML_MAPPING_NODE, "a map with a rule", error) ||
      !prose_decision_expect_texts (yaml, map, known_keys, error) ||
      !read_level (yaml, map, &level, error) || !expect_day (yaml, map, error))
    return NULL;
  if (*prose_decision_get_text (yaml, map, "rule") == '\0') {
    prose_yaml_fail (yaml, map, 0, error, "“rule” is missing here");
    return NULL;
  }
  if (level == PROSE_IGNORE_HERE && *prose_decision_get_text (yaml, map, "phrase") == '\0') {
    prose_yaml_fail (yaml, map, 0, error, "“phrase” is missing here");
    return NULL;
  }

  entry = create_entry (yaml, map, level);
  entry->owner = g_strdup (get_optional (yaml, map, "owner"));
  entry->extra = prose_yaml_dup_other_pairs (yaml, map, known_keys);
  if (!prose_decision_read_reason (yaml, map, &entry->reason, error) ||
      !prose_decision_read_time (yaml, map, &entry->created, error) ||
      !read_surroundings (entry, yaml, map, error))
    return NULL;

  return g_steal_pointer (&entry);
}

/**
 * prose_ignore_file_read:
 * @yaml: a file
 * @node: (nullable): a list in it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what the list says, here-entries without a place yet, or
 *   %NULL with an error of %PROSE_YAML_ERROR
 */
ProseIgnoreList *
prose_ignore_file_read (ProseYaml *yaml, yaml_node_t *node, GError **error)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();

  if (node == NULL)
    return g_steal_pointer (&list);
  if (!prose_yaml_expect (yaml, node, YAML_SEQUENCE_NODE, "a list of what is ignored", error))
    return NULL;

  for (guint i = 0; i < prose_yaml_get_n_items (node); i++) {
    g_autoptr (ProseIgnoreEntry) entry =
        read_entry (yaml, prose_yaml_get_item (yaml, node, i), error);

    if (entry == NULL)
      return NULL;
    prose_ignore_list_add (list, entry);
  }
  prose_ignore_list_lose_places (list);
  return g_steal_pointer (&list);
}

/* --- writing --- */

static void
append_entry (GString *yaml, const ProseIgnoreEntry *entry)
{
  g_string_append (yaml, "  - rule: ");
  prose_yaml_append_text (yaml, entry->key->rule);
  prose_decision_append (yaml, "language", entry->language);
  prose_decision_append (yaml, "phrase", entry->written);
  if (prose_ignore_entry_is_here (entry)) {
    prose_decision_append (yaml, "level", prose_ignore_level_to_string (entry->level));
    prose_decision_append (yaml, "before", entry->key->before);
    prose_decision_append (yaml, "after", entry->key->after);
    g_string_append_printf (yaml, "    place: %u\n", entry->key->place);
  }
  prose_decision_append (yaml, "proof", entry->proof);
  prose_decision_append (yaml, "owner", entry->owner);
  prose_decision_append (yaml, "valid-until", entry->valid_until);
  prose_decision_append_end (yaml, entry->reason, entry->created, entry->extra);
}

/**
 * prose_ignore_file_write:
 * @list: what is ignored
 * @with_dormant: whether to write here-entries too whose phrase is not in the text
 *   now
 * @yaml: where it is appended, as a list that prose_ignore_file_read() reads,
 *   indented by two spaces
 */
void
prose_ignore_file_write (const ProseIgnoreList *list, gboolean with_dormant, GString *yaml)
{
  for (guint i = 0; i < prose_ignore_list_get_n_entries (list); i++) {
    const ProseIgnoreEntry *entry = prose_ignore_list_get_entry (list, i);

    if (entry->is_present || with_dormant)
      append_entry (yaml, entry);
  }
}

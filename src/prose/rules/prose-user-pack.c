/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-user-pack.h"

#include <string.h>

#include "rules/prose-yaml.h"

void
prose_user_pack_free (ProseUserPack *self)
{
  g_free (self->language);
  g_free (self->name);
  g_free (self->category);
  g_free (self->text);
  g_free (self);
}

/* The text, below as many empty lines as stand above it in its file: so each place
 * that an error tells is one of the file. */
static char *
put_in_place (const ProsePackPart *part)
{
  g_autofree char *lines = g_strnfill (part->line, '\n');

  return g_strconcat (lines, part->text, NULL);
}

/* A pack of the user is in no folder that tells its language. */
static char *
read_language (const char *file_name, const char *text, GError **error)
{
  g_autoptr (ProseYaml) yaml = prose_yaml_new (file_name, text, strlen (text), error);
  yaml_node_t *root;

  if (yaml == NULL)
    return NULL;
  root = prose_yaml_get_root (yaml);
  if (root == NULL) {
    g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, "%s:1:1: the pack is empty",
                 file_name);
    return NULL;
  }
  if (!prose_yaml_expect (yaml, root, YAML_MAPPING_NODE, "a rule pack", error))
    return NULL;

  return g_strdup (prose_yaml_require_language (yaml, root, error));
}

/**
 * prose_user_pack_new:
 * @file_name: what the file is called, for messages
 * @part: a pack of it
 * @rules: (nullable): the rules whose lexicons the phrases may name
 * @read: (out): the pack, read
 * @error: return location for a #GError
 *
 * Reads and checks a pack of the user.
 *
 * Returns: (transfer full): the pack as it is kept, or %NULL with an error of
 *   %PROSE_YAML_ERROR whose message is `file:line:column: what is wrong`
 */
ProseUserPack *
prose_user_pack_new (const char *file_name,
                     const ProsePackPart *part,
                     ProseRuleSet *rules,
                     ProseRulePack **read,
                     GError **error)
{
  g_autofree char *text = put_in_place (part);
  g_autofree char *language = read_language (file_name, text, error);
  g_autoptr (ProseLexicon) lexicon = NULL;
  ProseUserPack *self;

  if (language == NULL)
    return NULL;

  lexicon =
      rules != NULL ? prose_rule_set_dup_lexicon (rules, language) : prose_lexicon_new (language);
  *read = prose_rule_pack_new (file_name, text, strlen (text), lexicon, error);
  if (*read == NULL)
    return NULL;

  self = g_new0 (ProseUserPack, 1);
  self->language = g_steal_pointer (&language);
  self->name = g_strdup ((*read)->name);
  self->category = g_strdup ((*read)->category->id);
  self->text = g_strdup (part->text);
  return self;
}

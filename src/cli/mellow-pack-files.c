/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rule packs that are named on the command line: added for the run, or proved
 * by their own examples. */

#include "mellow-pack-files.h"

#include "mellow-input.h"
#include "rewrite/prose-rule-proof.h"
#include "rules/prose-rule-pack.h"

/* A pack and the lexicon that it was read with. */
typedef struct {
  ProseRulePack *pack;
  ProseLexicon *lexicon;
} PackFile;

static void
pack_file_clear (PackFile *self)
{
  g_clear_pointer (&self->pack, prose_rule_pack_free);
  g_clear_pointer (&self->lexicon, prose_lexicon_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PackFile, pack_file_clear)

/* The packs of the source tree lie in a folder by the code of their language. */
static char *
dup_folder_language (const char *path, ProseRuleSet *rules)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (folder);

  return prose_rule_set_has_language (rules, name) ? g_steal_pointer (&name) : NULL;
}

/* What the pack says itself goes before what the command line says, and that
 * before the folder. */
static char *
find_language (const char *path, const char *own, const char *language, ProseRuleSet *rules)
{
  if (own != NULL)
    return g_strdup (own);

  return language != NULL ? g_strdup (language) : dup_folder_language (path, rules);
}

static gboolean
read_pack_file (
    PackFile *self, const char *path, const char *language, ProseRuleSet *rules, GError **error)
{
  g_autoptr (GBytes) bytes = mellow_input_read (path, error);
  g_autofree char *own = NULL;
  g_autofree char *chosen = NULL;
  const char *data;
  gsize length;

  if (bytes == NULL) {
    g_prefix_error (error, "%s: ", path);
    return FALSE;
  }

  data = g_bytes_get_data (bytes, &length);
  own = prose_rule_pack_dup_language (data, length);
  chosen = find_language (path, own, language, rules);
  if (chosen == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 "%s:1:1: “language” is missing here, and --language is not given", path);
    return FALSE;
  }

  self->lexicon = prose_rule_set_dup_lexicon (rules, chosen);
  self->pack = prose_rule_pack_new (path, data, length, self->lexicon, error);
  return self->pack != NULL;
}

static gboolean
add_pack_file (ProseRuleSet *rules, const char *path, const char *language, GError **error)
{
  g_auto (PackFile) file = { NULL };

  return read_pack_file (&file, path, language, rules, error) &&
         prose_rule_set_add_rules (rules, file.pack->rules, error);
}

/**
 * mellow_pack_files_add:
 * @rules: a rule set that is not shared yet
 * @paths: (array zero-terminated=1): pack files
 * @language: (nullable): the language of packs that do not say theirs
 * @error: return location for a #GError
 *
 * Lays the rules of pack files over those that are there.
 *
 * Returns: whether all could be read
 */
gboolean
mellow_pack_files_add (ProseRuleSet *rules,
                       const char *const *paths,
                       const char *language,
                       GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    if (!add_pack_file (rules, paths[i], language, error))
      return FALSE;

  return TRUE;
}

/**
 * mellow_pack_files_prove:
 * @rules: a rule set, for the lexicons of its languages
 * @path: a pack file
 * @language: (nullable): its language, if it does not say so
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type utf8): what its examples show not to
 *   hold, as `file:line:column: rule: what`; %NULL if it could not be read
 */
GPtrArray *
mellow_pack_files_prove (ProseRuleSet *rules,
                         const char *path,
                         const char *language,
                         GError **error)
{
  g_auto (PackFile) file = { NULL };

  if (!read_pack_file (&file, path, language, rules, error))
    return NULL;

  return prose_rule_proof_run (file.pack, file.lexicon, error);
}

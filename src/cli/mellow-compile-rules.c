/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Build tool: proves rule packs by their own examples, and compiles them with
 * their lexicons into the rules database. */

#include <stdio.h>
#include <stdlib.h>

#include "rewrite/prose-rule-proof.h"
#include "rules/prose-lexicon-file.h"
#include "rules/prose-rule-store.h"
#include "rules/prose-yaml.h"

static char *output = NULL;
static gboolean prove = FALSE;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Write the rules database", "FILE" },
  { "prove", 'p', 0, G_OPTION_ARG_NONE, &prove, "Prove each rule by its examples", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE.yaml…" },
  { NULL },
};

/* A file that was named, read. */
typedef struct {
  const char *path;
  char *data;
  gsize length;
  gboolean is_pack;
  char *language;
} Source;

static void
source_free (Source *self)
{
  g_free (self->data);
  g_free (self->language);
  g_free (self);
}

/* A pack says which category it is of; its language is its own word, or the
 * name of its folder. A lexicon has to say. */
static gboolean
identify (Source *self, GError **error)
{
  g_autoptr (ProseYaml) yaml = prose_yaml_new (self->path, self->data, self->length, error);
  g_autofree char *folder = g_path_get_dirname (self->path);
  yaml_node_t *root;

  if (yaml == NULL)
    return FALSE;

  root = prose_yaml_get_root (yaml);
  if (root != NULL && root->type == YAML_MAPPING_NODE) {
    self->is_pack = prose_yaml_lookup (yaml, root, "category") != NULL;
    self->language = g_strdup (prose_yaml_get_text (prose_yaml_lookup (yaml, root, "language")));
  }
  if (self->language == NULL)
    self->language = g_path_get_basename (folder);
  return TRUE;
}

static Source *
source_new (const char *path, GError **error)
{
  Source *self = g_new0 (Source, 1);

  self->path = path;
  if (g_file_get_contents (path, &self->data, &self->length, error) && identify (self, error))
    return self;

  source_free (self);
  return NULL;
}

static GPtrArray *
read_sources (GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)source_free);

  for (guint i = 0; files != NULL && files[i] != NULL; i++) {
    Source *source = source_new (files[i], error);

    if (source == NULL)
      return NULL;
    g_ptr_array_add (sources, source);
  }
  return g_steal_pointer (&sources);
}

static GPtrArray *
read_lexicons (GPtrArray *sources, GError **error)
{
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);

  for (guint i = 0; i < sources->len; i++) {
    const Source *source = sources->pdata[i];
    ProseLexicon *lexicon;

    if (source->is_pack)
      continue;
    lexicon = prose_lexicon_file_read (source->path, source->data, source->length, error);
    if (lexicon == NULL)
      return NULL;
    g_ptr_array_add (lexicons, lexicon);
  }
  return g_steal_pointer (&lexicons);
}

static ProseLexicon *
ensure_lexicon (GPtrArray *lexicons, const char *language)
{
  for (guint i = 0; i < lexicons->len; i++)
    if (g_str_equal (prose_lexicon_get_language (lexicons->pdata[i]), language))
      return lexicons->pdata[i];

  g_ptr_array_add (lexicons, prose_lexicon_new (language));
  return lexicons->pdata[lexicons->len - 1];
}

static gboolean
prove_pack (ProseRulePack *pack, ProseLexicon *lexicon, guint *n_failures, GError **error)
{
  g_autoptr (GPtrArray) failures = prose_rule_proof_run (pack, lexicon, error);

  if (failures == NULL)
    return FALSE;

  for (guint i = 0; i < failures->len; i++)
    puts (failures->pdata[i]);
  *n_failures += failures->len;
  return TRUE;
}

static GPtrArray *
read_packs (GPtrArray *sources, GPtrArray *lexicons, guint *n_failures, GError **error)
{
  g_autoptr (GPtrArray) packs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_pack_free);

  for (guint i = 0; i < sources->len; i++) {
    const Source *source = sources->pdata[i];
    ProseLexicon *lexicon;
    ProseRulePack *pack;

    if (!source->is_pack)
      continue;
    lexicon = ensure_lexicon (lexicons, source->language);
    pack = prose_rule_pack_new (source->path, source->data, source->length, lexicon, error);
    if (pack == NULL)
      return NULL;
    g_ptr_array_add (packs, pack);
    if (prove && !prove_pack (pack, lexicon, n_failures, error))
      return NULL;
  }
  return g_steal_pointer (&packs);
}

static gboolean
run (guint *n_failures, GError **error)
{
  g_autoptr (GPtrArray) sources = read_sources (error);
  g_autoptr (GPtrArray) lexicons = NULL;
  g_autoptr (GPtrArray) packs = NULL;

  if (sources == NULL)
    return FALSE;
  lexicons = read_lexicons (sources, error);
  if (lexicons == NULL)
    return FALSE;
  packs = read_packs (sources, lexicons, n_failures, error);

  return packs != NULL &&
         (output == NULL || prose_rule_store_write (output, packs, lexicons, error));
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- compile Mellow's rule packs");
  g_autoptr (GError) error = NULL;
  guint n_failures = 0;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || !run (&n_failures, &error)) {
    fprintf (stderr, "%s\n", error->message);
    return EXIT_FAILURE;
  }
  if (prove)
    printf ("%u failed\n", n_failures);

  return n_failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

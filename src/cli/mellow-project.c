/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-project.h"

#include <string.h>

#include "check/prose-ignore-file.h"
#include "mellow-file-walk.h"
#include "mellow-input.h"

#define FILE_NAME ".mellow.yaml"

static const char *const known_keys[] = { "contract", "language", "source-language",
                                          "packs",    "ignored",  "exclude",
                                          NULL };

/* --- finding --- */

/* As somebody in the current folder would name it. */
static char *
shorten (const char *path)
{
  g_autofree char *here = g_get_current_dir ();
  gsize length = strlen (here);

  if (g_str_has_prefix (path, here) && path[length] == '/')
    return g_strdup (path + length + 1);

  return g_strdup (path);
}

/**
 * mellow_project_find:
 * @file: a file, a folder, or `-` for the current folder
 *
 * Looks for the file of the project in the folder of a file, and in those around it.
 *
 * Returns: (transfer full) (nullable): the nearest
 */
char *
mellow_project_find (const char *file)
{
  g_autofree char *folder = g_canonicalize_filename (g_str_equal (file, "-") ? "." : file, NULL);
  char *parent;

  for (;; g_free (folder), folder = parent) {
    g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return shorten (path);
    parent = g_path_get_dirname (folder);
    if (!g_str_equal (parent, folder))
      continue;
    g_free (parent);
    return NULL;
  }
}

/* --- reading --- */

static gboolean
read_text (ProseYaml *yaml, yaml_node_t *root, const char *key, char **text, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (yaml, root, key);

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (yaml, node, YAML_SCALAR_NODE, "a text", error))
    return FALSE;
  if (*prose_yaml_get_text (node) == '\0')
    return prose_yaml_fail (yaml, node, 0, error, "“%s” has no value", key);

  *text = g_strdup (prose_yaml_get_text (node));
  return TRUE;
}

/* `auto` is what it is without the key. */
static gboolean
read_language (ProseYaml *yaml, yaml_node_t *root, const char *key, char **code, GError **error)
{
  if (!read_text (yaml, root, key, code, error))
    return FALSE;
  if (g_strcmp0 (*code, "auto") == 0)
    g_clear_pointer (code, g_free);

  return TRUE;
}

static gboolean
read_list (ProseYaml *yaml, yaml_node_t *root, const char *key, GStrv *texts, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (yaml, root, key);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  if (node != NULL && !prose_yaml_expect (yaml, node, YAML_SEQUENCE_NODE, "a list", error))
    return FALSE;

  for (guint i = 0; node != NULL && i < prose_yaml_get_n_items (node); i++) {
    yaml_node_t *item = prose_yaml_get_item (yaml, node, i);

    if (!prose_yaml_expect (yaml, item, YAML_SCALAR_NODE, "a text", error))
      return FALSE;
    g_ptr_array_add (items, g_strdup (prose_yaml_get_text (item)));
  }
  g_ptr_array_add (items, NULL);
  *texts = (GStrv)g_ptr_array_free (g_steal_pointer (&items), FALSE);
  return TRUE;
}

/* Paths in the file are meant from where it lies. */
static void
resolve (const MellowProject *self, char **path)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  char *resolved;

  if (*path == NULL || g_path_is_absolute (*path))
    return;

  resolved = g_str_equal (folder, ".") ? g_strdup (*path) : g_build_filename (folder, *path, NULL);
  g_free (*path);
  *path = resolved;
}

static gboolean
read_map (MellowProject *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  if (!prose_yaml_expect (yaml, root, YAML_MAPPING_NODE, "a map", error) ||
      !prose_yaml_expect_keys (yaml, root, known_keys, error) ||
      !read_language (yaml, root, "language", &self->language, error) ||
      !read_language (yaml, root, "source-language", &self->source_language, error) ||
      !read_text (yaml, root, "contract", &self->contract, error) ||
      !read_list (yaml, root, "packs", &self->packs, error) ||
      !read_list (yaml, root, "exclude", &self->exclude, error))
    return FALSE;

  self->ignored = prose_ignore_file_read (yaml, prose_yaml_lookup (yaml, root, "ignored"), error);
  return self->ignored != NULL;
}

static gboolean
read_yaml (MellowProject *self, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  yaml_node_t *root;

  self->yaml = prose_yaml_new (self->path, data != NULL ? data : "", length, error);
  if (self->yaml == NULL)
    return FALSE;

  root = prose_yaml_get_root (self->yaml);
  if (root != NULL)
    return read_map (self, self->yaml, root, error);

  self->packs = g_new0 (char *, 1);
  self->exclude = g_new0 (char *, 1);
  self->ignored = prose_ignore_list_new ();
  return TRUE;
}

/**
 * mellow_project_read:
 * @path: the file of a project
 * @error: return location
 *
 * Returns: (transfer full): the project, or %NULL with an error whose message begins with
 *   the file and the place in it
 */
MellowProject *
mellow_project_read (const char *path, GError **error)
{
  g_autoptr (MellowProject) self = g_new0 (MellowProject, 1);
  g_autoptr (GBytes) bytes = mellow_input_read (path, error);
  g_autofree char *full = g_canonicalize_filename (path, NULL);

  if (bytes == NULL) {
    g_prefix_error (error, "%s: ", path);
    return NULL;
  }
  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (full);
  if (!read_yaml (self, bytes, error))
    return NULL;

  resolve (self, &self->contract);
  for (guint i = 0; self->packs[i] != NULL; i++)
    resolve (self, &self->packs[i]);
  return g_steal_pointer (&self);
}

void
mellow_project_free (MellowProject *self)
{
  g_free (self->path);
  g_clear_pointer (&self->yaml, prose_yaml_free);
  g_free (self->folder);
  g_free (self->language);
  g_free (self->source_language);
  g_free (self->contract);
  g_strfreev (self->packs);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  g_strfreev (self->exclude);
  g_free (self);
}

/**
 * mellow_project_dup_place:
 * @key: a key that the file has
 * @item: which item of its list; 0 if it has none
 *
 * Returns: (transfer full): where its value stands, as `file:line:column`
 */
char *
mellow_project_dup_place (const MellowProject *self, const char *key, guint item)
{
  yaml_node_t *node = prose_yaml_lookup (self->yaml, prose_yaml_get_root (self->yaml), key);

  if (node->type == YAML_SEQUENCE_NODE)
    node = prose_yaml_get_item (self->yaml, node, item);

  return g_strdup_printf ("%s:%zu:%zu", self->path, node->start_mark.line + 1,
                          node->start_mark.column + 1);
}

/**
 * mellow_project_excludes:
 * @file: a file within the folder of the project
 *
 * Returns: whether the project leaves it out, or a folder that it lies in
 */
gboolean
mellow_project_excludes (const MellowProject *self, const char *file)
{
  g_autofree char *full = g_canonicalize_filename (file, NULL);
  char *within, *slash;

  if (!g_str_has_prefix (full, self->folder))
    return FALSE;

  within = full + strlen (self->folder);
  within += *within == '/';
  for (slash = strchr (within, '/'); slash != NULL; slash = strchr (slash + 1, '/')) {
    *slash = '\0';
    if (mellow_file_matches_any (within, (const char *const *)self->exclude))
      return TRUE;
    *slash = '/';
  }
  return mellow_file_matches_any (within, (const char *const *)self->exclude);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A brief is written as YAML:
 *
 *     product: the Aalborg dishwasher
 *     benefits:                            # begin with a verb, the product does it
 *       - saves an hour on Fridays
 *     audience: families with small children
 *     message: quiet from start to finish
 *     address: du                          # du, De or I, or as the language has it
 *     channel: mail
 *     facts:
 *       end-date: 30 June
 *       stock: 42
 *       proof: measured at 39 decibels in March 2026
 */

#include "rewrite/prose-brief.h"

#include "rules/prose-yaml.h"

struct _ProseBrief {
  GHashTable *values; /* name → text */
  GPtrArray *benefits;
};

/* The keys that are plain texts, and those below "facts". */
static const char *const text_keys[] = { "product", "audience", "message", "address", "channel" };
static const char *const fact_keys[] = { "end-date", "stock", "proof" };

/**
 * prose_brief_new:
 *
 * Returns: (transfer full): a brief that says nothing
 */
ProseBrief *
prose_brief_new (void)
{
  ProseBrief *self = g_atomic_rc_box_new0 (ProseBrief);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->benefits = g_ptr_array_new_with_free_func (g_free);
  return self;
}

ProseBrief *
prose_brief_ref (ProseBrief *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
brief_clear (ProseBrief *self)
{
  g_hash_table_unref (self->values);
  g_ptr_array_unref (self->benefits);
}

void
prose_brief_unref (ProseBrief *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)brief_clear);
}

/* --- what it says --- */

/**
 * prose_brief_set:
 * @self: a brief that is not shared yet
 * @name: `product`, `audience`, `message`, `address`, `channel`, `end-date`,
 *   `stock` or `proof`
 * @value: (nullable): the text; %NULL or nothing but space to take it away
 */
void
prose_brief_set (ProseBrief *self, const char *name, const char *value)
{
  g_autofree char *text = g_strstrip (g_strdup (value != NULL ? value : ""));

  if (*text == '\0')
    g_hash_table_remove (self->values, name);
  else
    g_hash_table_insert (self->values, g_strdup (name), g_steal_pointer (&text));
}

/**
 * prose_brief_add_benefit:
 * @self: a brief that is not shared yet
 * @benefit: what the product does for the reader, from the verb on (`saves an
 *   hour on Fridays`)
 */
void
prose_brief_add_benefit (ProseBrief *self, const char *benefit)
{
  g_autofree char *text = g_strstrip (g_strdup (benefit));

  if (*text != '\0' && self->benefits->len < PROSE_BRIEF_MOST_BENEFITS)
    g_ptr_array_add (self->benefits, g_steal_pointer (&text));
}

/**
 * prose_brief_get:
 * @self: a brief
 * @name: see [method@Prose.Brief.set]; `benefit` for the first benefit
 *
 * Returns: (nullable): what the brief says of it
 */
const char *
prose_brief_get (const ProseBrief *self, const char *name)
{
  if (g_str_equal (name, "benefit"))
    return prose_brief_get_benefit (self, 0);

  return g_hash_table_lookup (self->values, name);
}

const char *
prose_brief_get_benefit (const ProseBrief *self, guint place)
{
  return place < self->benefits->len ? self->benefits->pdata[place] : NULL;
}

guint
prose_brief_get_n_benefits (const ProseBrief *self)
{
  return self->benefits->len;
}

/* --- reading --- */

static gboolean
read_texts (ProseBrief *self,
            ProseYaml *yaml,
            yaml_node_t *map,
            const char *const *keys,
            guint n_keys,
            GError **error)
{
  for (guint i = 0; i < n_keys; i++) {
    yaml_node_t *node = prose_yaml_lookup (yaml, map, keys[i]);

    if (node == NULL)
      continue;
    if (!prose_yaml_expect (yaml, node, YAML_SCALAR_NODE, "a text", error))
      return FALSE;
    prose_brief_set (self, keys[i], prose_yaml_get_text (node));
  }
  return TRUE;
}

static gboolean
read_benefits (ProseBrief *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  yaml_node_t *list = prose_yaml_lookup (yaml, root, "benefits");

  if (list == NULL)
    return TRUE;
  if (!prose_yaml_expect (yaml, list, YAML_SEQUENCE_NODE, "a list of benefits", error))
    return FALSE;
  if (prose_yaml_get_n_items (list) > PROSE_BRIEF_MOST_BENEFITS)
    return prose_yaml_fail (yaml, list, 0, error, "at most %d benefits can be used here",
                            PROSE_BRIEF_MOST_BENEFITS);

  for (guint i = 0; i < prose_yaml_get_n_items (list); i++) {
    yaml_node_t *item = prose_yaml_get_item (yaml, list, i);

    if (!prose_yaml_expect (yaml, item, YAML_SCALAR_NODE, "a benefit", error))
      return FALSE;
    prose_brief_add_benefit (self, prose_yaml_get_text (item));
  }
  return TRUE;
}

static gboolean
read_facts (ProseBrief *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  static const char *const keys[] = { "end-date", "stock", "proof", NULL };
  yaml_node_t *facts = prose_yaml_lookup (yaml, root, "facts");

  if (facts == NULL)
    return TRUE;

  return prose_yaml_expect (yaml, facts, YAML_MAPPING_NODE, "a map of facts", error) &&
         prose_yaml_expect_keys (yaml, facts, keys, error) &&
         read_texts (self, yaml, facts, fact_keys, G_N_ELEMENTS (fact_keys), error);
}

/**
 * prose_brief_read:
 * @name: the file's name, for messages
 * @data: its content, YAML
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the brief, or %NULL with an error of
 *   %PROSE_YAML_ERROR whose message is `name:line:column: what is wrong`
 */
ProseBrief *
prose_brief_read (const char *name, const char *data, gsize length, GError **error)
{
  static const char *const keys[] = { "product", "benefits", "audience", "message",
                                      "address", "channel",  "facts",    NULL };
  g_autoptr (ProseYaml) yaml = prose_yaml_new (name, data, length, error);
  g_autoptr (ProseBrief) self = NULL;
  yaml_node_t *root;

  if (yaml == NULL)
    return NULL;

  self = prose_brief_new ();
  root = prose_yaml_get_root (yaml);
  if (root == NULL)
    return g_steal_pointer (&self);
  if (!prose_yaml_expect (yaml, root, YAML_MAPPING_NODE, "a brief", error) ||
      !prose_yaml_expect_keys (yaml, root, keys, error) ||
      !read_texts (self, yaml, root, text_keys, G_N_ELEMENTS (text_keys), error) ||
      !read_benefits (self, yaml, root, error) || !read_facts (self, yaml, root, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* --- writing --- */

static void
append_texts (
    GString *yaml, const ProseBrief *self, const char *indent, const char *const *keys, guint n)
{
  for (guint i = 0; i < n; i++) {
    const char *value = prose_brief_get (self, keys[i]);

    if (value == NULL)
      continue;
    g_string_append_printf (yaml, "%s%s: ", indent, keys[i]);
    prose_yaml_append_text (yaml, value);
  }
}

/**
 * prose_brief_write:
 * @self: a brief
 *
 * Returns: (transfer full): the brief as YAML, which
 *   [func@Prose.Brief.read] reads back
 */
char *
prose_brief_write (const ProseBrief *self)
{
  g_autoptr (GString) yaml = g_string_new (NULL);
  g_autoptr (GString) facts = g_string_new (NULL);

  append_texts (yaml, self, "", text_keys, G_N_ELEMENTS (text_keys));
  if (self->benefits->len > 0)
    g_string_append (yaml, "benefits:\n");
  for (guint i = 0; i < self->benefits->len; i++) {
    g_string_append (yaml, "  - ");
    prose_yaml_append_text (yaml, self->benefits->pdata[i]);
  }
  append_texts (facts, self, "  ", fact_keys, G_N_ELEMENTS (fact_keys));
  if (facts->len > 0)
    g_string_append_printf (yaml, "facts:\n%s", facts->str);

  return g_string_free (g_steal_pointer (&yaml), FALSE);
}

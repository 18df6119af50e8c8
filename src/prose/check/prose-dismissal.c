/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The differences in tone that a user wants to leave as they are, are written as a list of
 * YAML:
 *
 *     - key: 5d41402abc4b2a76b9719d91    # of both texts and of what differs
 *       kind: pressure-added
 *       unit: cart.button
 *       source: 'Shall we keep it?'
 *       target: 'Køb nu'
 *       reason: intended               # proven, quoted or brand
 *       time: '2026-11-29T09:30:00Z'
 *
 * A key of the map that is not known is one of a later version, and kept as it is.
 */

#include "check/prose-dismissal.h"

#include "check/prose-decision.h"

static const char *const known_keys[] = { "key",    "kind",   "unit", "source",
                                          "target", "reason", "time", NULL };

/**
 * prose_dismissal_new:
 * @key: what a difference is known by
 * @kind: its kind
 *
 * Returns: (transfer full): the decision, made now, to leave it as it is
 */
ProseDismissal *
prose_dismissal_new (const char *key, const char *kind)
{
  ProseDismissal *self = g_new0 (ProseDismissal, 1);

  self->key = g_strdup (key);
  self->kind = g_strdup (kind);
  self->created = g_get_real_time () / G_USEC_PER_SEC;
  return self;
}

ProseDismissal *
prose_dismissal_copy (const ProseDismissal *self)
{
  ProseDismissal *copy = prose_dismissal_new (self->key, self->kind);

  copy->unit = g_strdup (self->unit);
  copy->source = g_strdup (self->source);
  copy->target = g_strdup (self->target);
  copy->reason = self->reason;
  copy->created = self->created;
  copy->extra = g_strdup (self->extra);
  return copy;
}

void
prose_dismissal_free (ProseDismissal *self)
{
  g_free (self->key);
  g_free (self->kind);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->target);
  g_free (self->extra);
  g_free (self);
}

/**
 * prose_dismissals_new:
 *
 * Returns: (transfer full) (element-type ProseDismissal): an empty list
 */
GPtrArray *
prose_dismissals_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)prose_dismissal_free);
}

/**
 * prose_dismissals_find:
 * @self: (element-type ProseDismissal): what was dismissed
 * @key: what a difference is known by
 *
 * Returns: (transfer none) (nullable): the decision about it
 */
ProseDismissal *
prose_dismissals_find (GPtrArray *self, const char *key)
{
  for (guint i = 0; i < self->len; i++)
    if (g_str_equal (((const ProseDismissal *)self->pdata[i])->key, key))
      return self->pdata[i];

  return NULL;
}

/* --- reading --- */

static char *
dup_optional (ProseYaml *yaml, yaml_node_t *map, const char *key)
{
  const char *text = prose_decision_get_text (yaml, map, key);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static ProseDismissal *
read_dismissal (ProseYaml *yaml, yaml_node_t *map, GError **error)
{
  g_autoptr (ProseDismissal) self = NULL;

  if (!prose_yaml_expect (yaml, map, YAML_MAPPING_NODE, "a map with a key", error) ||
      !prose_decision_expect_texts (yaml, map, known_keys, error))
    return NULL;
  if (*prose_decision_get_text (yaml, map, "key") == '\0') {
    prose_yaml_fail (yaml, map, 0, error, "“key” is missing here");
    return NULL;
  }

  self = prose_dismissal_new (prose_decision_get_text (yaml, map, "key"),
                              prose_decision_get_text (yaml, map, "kind"));
  self->unit = dup_optional (yaml, map, "unit");
  self->source = dup_optional (yaml, map, "source");
  self->target = dup_optional (yaml, map, "target");
  self->extra = prose_yaml_dup_other_pairs (yaml, map, known_keys);
  self->created = 0;
  if (!prose_decision_read_reason (yaml, map, &self->reason, error) ||
      !prose_decision_read_time (yaml, map, &self->created, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * prose_dismissals_list_keys:
 * @self: (element-type ProseDismissal): what was dismissed
 *
 * Returns: (transfer full) (element-type utf8): the set of the keys; they belong to @self
 */
GHashTable *
prose_dismissals_list_keys (GPtrArray *self)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->len; i++)
    g_hash_table_add (keys, ((const ProseDismissal *)self->pdata[i])->key);

  return keys;
}

/**
 * prose_dismissals_read:
 * @yaml: a file
 * @node: (nullable): a list in it
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseDismissal): what the list says, or %NULL with
 *   an error of %PROSE_YAML_ERROR
 */
GPtrArray *
prose_dismissals_read (ProseYaml *yaml, yaml_node_t *node, GError **error)
{
  g_autoptr (GPtrArray) self = prose_dismissals_new ();

  if (node == NULL)
    return g_steal_pointer (&self);
  if (!prose_yaml_expect (yaml, node, YAML_SEQUENCE_NODE, "a list of what is dismissed", error))
    return NULL;

  for (guint i = 0; i < prose_yaml_get_n_items (node); i++) {
    ProseDismissal *dismissal = read_dismissal (yaml, prose_yaml_get_item (yaml, node, i), error);

    if (dismissal == NULL)
      return NULL;
    g_ptr_array_add (self, dismissal);
  }
  return g_steal_pointer (&self);
}

/* --- writing --- */

/**
 * prose_dismissals_write:
 * @self: (element-type ProseDismissal): what was dismissed
 * @yaml: where it is appended, as a list that prose_dismissals_read() reads, indented by
 *   two spaces
 */
void
prose_dismissals_write (GPtrArray *self, GString *yaml)
{
  for (guint i = 0; i < self->len; i++) {
    const ProseDismissal *dismissal = self->pdata[i];

    g_string_append (yaml, "  - key: ");
    prose_yaml_append_text (yaml, dismissal->key);
    prose_decision_append (yaml, "kind", dismissal->kind);
    prose_decision_append (yaml, "unit", dismissal->unit);
    prose_decision_append (yaml, "source", dismissal->source);
    prose_decision_append (yaml, "target", dismissal->target);
    prose_decision_append_end (yaml, dismissal->reason, dismissal->created, dismissal->extra);
  }
}

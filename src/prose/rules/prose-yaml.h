/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <yaml.h>

G_BEGIN_DECLS

/**
 * PROSE_YAML_ERROR:
 *
 * What is wrong with a YAML file, as `name:line:column: what`.
 */
#define PROSE_YAML_ERROR (prose_yaml_error_quark ())

/**
 * ProseYamlError:
 * @PROSE_YAML_ERROR_SYNTAX: it is no YAML
 * @PROSE_YAML_ERROR_CONTENT: it is, but does not say what it should
 */
typedef enum {
  PROSE_YAML_ERROR_SYNTAX,
  PROSE_YAML_ERROR_CONTENT,
} ProseYamlError;

/**
 * ProseYaml:
 * @name: the file's name, for messages
 * @document: its nodes, with their places
 *
 * A YAML file, read.
 */
typedef struct {
  char *name;
  yaml_document_t document;
} ProseYaml;

GQuark prose_yaml_error_quark (void);
ProseYaml *prose_yaml_new (const char *name, const char *data, gsize length, GError **error);
void prose_yaml_free (ProseYaml *self);

yaml_node_t *prose_yaml_get_root (ProseYaml *self);
yaml_node_t *prose_yaml_get_node (ProseYaml *self, int index);
yaml_node_t *prose_yaml_lookup (ProseYaml *self, yaml_node_t *mapping, const char *key);
const char *prose_yaml_get_text (yaml_node_t *node);
guint prose_yaml_get_n_items (yaml_node_t *node);
yaml_node_t *prose_yaml_get_item (ProseYaml *self, yaml_node_t *sequence, guint i);

void prose_yaml_append_text (GString *yaml, const char *text);
char *prose_yaml_dup_other_pairs (ProseYaml *self, yaml_node_t *mapping, const char *const *keys);

gboolean prose_yaml_expect (
    ProseYaml *self, yaml_node_t *node, yaml_node_type_t type, const char *what, GError **error);
gboolean prose_yaml_expect_once (ProseYaml *self,
                                 yaml_node_t *mapping,
                                 yaml_node_pair_t *pair,
                                 GError **error);
gboolean prose_yaml_expect_keys (ProseYaml *self,
                                 yaml_node_t *mapping,
                                 const char *const *keys,
                                 GError **error);
const char *prose_yaml_require_language (ProseYaml *self, yaml_node_t *mapping, GError **error);
gboolean prose_yaml_fail (
    ProseYaml *self, yaml_node_t *node, guint offset, GError **error, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseYaml, prose_yaml_free)

G_END_DECLS

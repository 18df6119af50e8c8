/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-ignore-reason.h"
#include "rules/prose-yaml.h"

G_BEGIN_DECLS

/**
 * ProseDismissal:
 * @key: what the difference is known by as long as both texts stay as they are
 * @kind: its kind, as machines call it (`pressure-added`)
 * @unit: (nullable): the unit it is about
 * @source: (nullable): the words of the original, for whoever reads the list
 * @target: (nullable): those of the translation, likewise
 * @reason: why
 * @created: when, in seconds since 1970
 * @extra: (nullable): what a later version knows of it, as YAML
 *
 * A difference in tone that the user wants to leave as it is.
 */
typedef struct {
  char *key;
  char *kind;
  char *unit;
  char *source;
  char *target;
  ProseIgnoreReason reason;
  gint64 created;
  char *extra;
} ProseDismissal;

ProseDismissal *prose_dismissal_new (const char *key, const char *kind);
ProseDismissal *prose_dismissal_copy (const ProseDismissal *self);
void prose_dismissal_free (ProseDismissal *self);

GPtrArray *prose_dismissals_new (void);
ProseDismissal *prose_dismissals_find (GPtrArray *self, const char *key);
GHashTable *prose_dismissals_list_keys (GPtrArray *self);
GPtrArray *prose_dismissals_read (ProseYaml *yaml, yaml_node_t *node, GError **error);
void prose_dismissals_write (GPtrArray *self, GString *yaml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseDismissal, prose_dismissal_free)

G_END_DECLS

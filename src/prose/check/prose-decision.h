/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What decisions of a user have in common in a file: each is a map of YAML with texts, a
 * reason and a time. */

#pragma once

#include "check/prose-ignore-entry.h"
#include "rules/prose-yaml.h"

G_BEGIN_DECLS

gboolean prose_decision_expect_texts (ProseYaml *yaml,
                                      yaml_node_t *map,
                                      const char *const *keys,
                                      GError **error);
const char *prose_decision_get_text (ProseYaml *yaml, yaml_node_t *map, const char *key);
gboolean prose_decision_read_reason (ProseYaml *yaml,
                                     yaml_node_t *map,
                                     ProseIgnoreReason *reason,
                                     GError **error);
gboolean prose_decision_read_time (ProseYaml *yaml,
                                   yaml_node_t *map,
                                   gint64 *created,
                                   GError **error);

void prose_decision_append (GString *yaml, const char *key, const char *text);
void prose_decision_append_end (GString *yaml,
                                ProseIgnoreReason reason,
                                gint64 created,
                                const char *extra);

G_END_DECLS

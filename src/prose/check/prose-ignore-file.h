/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-ignore-list.h"
#include "rules/prose-yaml.h"

G_BEGIN_DECLS

ProseIgnoreList *prose_ignore_file_read (ProseYaml *yaml, yaml_node_t *node, GError **error);
void prose_ignore_file_write (const ProseIgnoreList *list, gboolean with_dormant, GString *yaml);

G_END_DECLS

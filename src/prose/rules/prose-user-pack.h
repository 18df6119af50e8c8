/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-pack-file.h"
#include "rules/prose-rule-pack.h"
#include "rules/prose-rule-set.h"

G_BEGIN_DECLS

/**
 * ProseUserPack:
 * @language: the language of its rules
 * @name: what it is called; no other pack of the language is called so
 * @category: the family of its rules
 * @text: the pack, YAML
 * @changed: when it was put here, in seconds since 1970
 *
 * A pack of own rules. The text says all the rest.
 */
typedef struct {
  char *language;
  char *name;
  char *category;
  char *text;
  gint64 changed;
} ProseUserPack;

ProseUserPack *prose_user_pack_new (const char *file_name,
                                    const ProsePackPart *part,
                                    ProseRuleSet *rules,
                                    ProseRulePack **read,
                                    GError **error);
void prose_user_pack_free (ProseUserPack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseUserPack, prose_user_pack_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prose.h"
#include "rules/prose-rule-pack.h"

G_BEGIN_DECLS

/* A pack of the tree, and the lexicon of its language. */
typedef struct {
  char *language;
  char *name;
  ProseLexicon *lexicon;
  ProseRulePack *pack;
} ShippedPack;

GPtrArray *read_shipped_packs (void);
ProseRuleSet *load_shipped_rules (void);

G_END_DECLS

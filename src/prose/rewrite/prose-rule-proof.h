/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-rule-pack.h"

G_BEGIN_DECLS

GPtrArray *prose_rule_proof_run (ProseRulePack *pack, ProseLexicon *lexicon, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-rule-set.h"
#include "rules/prose-user-store.h"

G_BEGIN_DECLS

gboolean prose_user_rules_apply (ProseUserStore *store, ProseRuleSet *rules, GError **error);

G_END_DECLS

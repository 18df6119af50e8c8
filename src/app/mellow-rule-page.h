/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-rule-entry.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_RULE_PAGE (mellow_rule_page_get_type ())
G_DECLARE_FINAL_TYPE (MellowRulePage, mellow_rule_page, MELLOW, RULE_PAGE, AdwBin)

MellowRuleEntry *mellow_rule_page_get_entry (MellowRulePage *self);
void mellow_rule_page_set_entry (MellowRulePage *self, MellowRuleEntry *entry);

G_END_DECLS

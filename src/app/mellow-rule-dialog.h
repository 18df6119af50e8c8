/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-draft.h"
#include "mellow-own-rule.h"
#include "mellow-rule-index.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_RULE_DIALOG (mellow_rule_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MellowRuleDialog, mellow_rule_dialog, MELLOW, RULE_DIALOG, AdwWindow)

MellowRuleDialog *mellow_rule_dialog_new (GtkWindow *parent,
                                          MellowRuleLibrary *library,
                                          MellowRuleIndex *index,
                                          MellowDraft *draft,
                                          const MellowOwnRule *rule);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-off.h"

void
prose_rule_off_free (ProseRuleOff *self)
{
  g_free (self->document);
  g_free (self->language);
  g_free (self->rule);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-measures.h"
#include "rules/prose-rule-set.h"
#include "tone/prose-parity-finding.h"

G_BEGIN_DECLS

/**
 * ProseParityAddress:
 * @places: (element-type ProseSpan): where units speak to one reader in the first form of the
 *   language, and where in the second ([enum@Prose.Address])
 *
 * How translations address the reader. One that does so in both forms is in both places.
 */
typedef struct {
  GArray *places[2];
} ProseParityAddress;

void prose_parity_address_init (ProseParityAddress *self);
void prose_parity_address_clear (ProseParityAddress *self);
void prose_parity_address_add (ProseParityAddress *self,
                               const ProseMeasures *measures,
                               ProseSpan place);
ProseParityFinding *prose_parity_address_create_finding (const ProseParityAddress *self,
                                                         ProseRuleSet *rules,
                                                         const char *language);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProseParityAddress, prose_parity_address_clear)

G_END_DECLS

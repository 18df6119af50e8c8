/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tone/prose-parity-device.h"

G_BEGIN_DECLS

/* How much more the rules of one side have to weigh: two packs seldom weigh the same
 * phrase alike, but one device weighs four and more. Own choice. */
#define PROSE_PARITY_LEAST_DIFFERENCE 3

/**
 * ProseParityBalance:
 * @added: (nullable): the gravest that the translation alone has
 * @lost: (nullable): the gravest that the original alone has
 * @before: (nullable): of the device that differs most on both sides, that of the original
 * @after: (nullable): that of the translation
 * @more: what the translation weighs more
 *
 * Devices of one kind on both sides.
 */
typedef struct {
  const ProseParityDevice *added;
  const ProseParityDevice *lost;
  const ProseParityDevice *before, *after;
  gint more;
} ProseParityBalance;

ProseParityBalance prose_parity_balance_new (const GArray *source, const GArray *target);
gint prose_parity_balance_get_change (const ProseParityBalance *self);

G_END_DECLS

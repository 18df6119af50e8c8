/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-parity-balance.h"

/* Of two severities, less will do. Own choice. */
#define LEAST_DIFFERENCE_OF_SEVERITIES 2

static gboolean
is_graver (const ProseParityDevice *device, const ProseParityDevice *other)
{
  return other == NULL || device->weight > other->weight;
}

static const ProseParityDevice *
find_alone (const GArray *devices, const GArray *others)
{
  const ProseParityDevice *gravest = NULL;

  for (guint i = 0; i < devices->len; i++) {
    const ProseParityDevice *device = &g_array_index (devices, ProseParityDevice, i);

    if (prose_parity_devices_find (others, prose_parity_device_get_family (device)) == NULL &&
        is_graver (device, gravest))
      gravest = device;
  }
  return gravest;
}

static gint
get_difference (const ProseParityDevice *before, const ProseParityDevice *after)
{
  return (gint)after->weight - (gint)before->weight;
}

/* Whether the same device is clearly stronger, or weaker, in the translation. */
static gboolean
differs (const ProseParityDevice *before, const ProseParityDevice *after)
{
  ProseSeverity a = before->strongest->rule->severity, b = after->strongest->rule->severity;
  gint more = get_difference (before, after);

  if (ABS (more) >= PROSE_PARITY_LEAST_DIFFERENCE)
    return TRUE;

  return ABS (more) >= LEAST_DIFFERENCE_OF_SEVERITIES && a != b && (b > a) == (more > 0);
}

/**
 * prose_parity_balance_new:
 * @source: (element-type ProseParityDevice): what an original does
 * @target: (element-type ProseParityDevice): what its translation does
 *
 * Returns: how they compare, as long as both stay as they are
 */
ProseParityBalance
prose_parity_balance_new (const GArray *source, const GArray *target)
{
  ProseParityBalance self = { .added = find_alone (target, source),
                              .lost = find_alone (source, target),
                              .more = (gint)prose_parity_devices_get_weight (target) -
                                      (gint)prose_parity_devices_get_weight (source) };

  for (guint i = 0; i < source->len; i++) {
    const ProseParityDevice *before = &g_array_index (source, ProseParityDevice, i);
    const ProseParityDevice *after =
        prose_parity_devices_find (target, prose_parity_device_get_family (before));

    if (after == NULL || !differs (before, after))
      continue;
    if (self.before == NULL ||
        ABS (get_difference (before, after)) > ABS (get_difference (self.before, self.after))) {
      self.before = before;
      self.after = after;
    }
  }
  return self;
}

/**
 * prose_parity_balance_get_change:
 * @self: a balance
 *
 * Returns: what the device that differs most on both sides weighs more in the translation;
 *   0 if there is none
 */
gint
prose_parity_balance_get_change (const ProseParityBalance *self)
{
  return self->before != NULL ? get_difference (self->before, self->after) : 0;
}

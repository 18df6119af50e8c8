/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-parity-device.h"

/* What one pack counts among deadlines is a countdown in another. */
static const char *
get_kin (const char *family)
{
  return g_str_equal (family, "countdown") ? "deadline" : family;
}

static ProseParityDevice *
find_device (const GArray *devices, const char *family)
{
  for (guint i = 0; i < devices->len; i++) {
    ProseParityDevice *device = &g_array_index (devices, ProseParityDevice, i);

    if (g_str_equal (get_kin (prose_parity_device_get_family (device)), get_kin (family)))
      return device;
  }
  return NULL;
}

static gboolean
is_graver (const ProseRule *rule, const ProseRule *other)
{
  if (rule->severity != other->severity)
    return rule->severity > other->severity;

  return rule->weight > other->weight;
}

/**
 * prose_parity_devices_new:
 *
 * Returns: (transfer full) (element-type ProseParityDevice): the devices of a text, none yet
 */
GArray *
prose_parity_devices_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ProseParityDevice));
}

/**
 * prose_parity_devices_add:
 * @devices: (element-type ProseParityDevice): the devices of a text
 * @found: a mark or a soft phrase of it; it outlives them
 *
 * Adds what was found to its family, of which the gravest stays.
 */
void
prose_parity_devices_add (GArray *devices, const ProseDiagnostic *found)
{
  ProseParityDevice device = { .strongest = found, .weight = found->rule->weight };
  ProseParityDevice *known = find_device (devices, found->rule->category->id);

  if (known == NULL)
    g_array_append_val (devices, device);
  else if (is_graver (found->rule, known->strongest->rule))
    *known = device;
}

/**
 * prose_parity_devices_remove:
 * @devices: (element-type ProseParityDevice): the devices of a text
 * @family: a family of rules
 *
 * Leaves a family out of the comparison.
 */
void
prose_parity_devices_remove (GArray *devices, const char *family)
{
  ProseParityDevice *device = find_device (devices, family);

  if (device != NULL)
    g_array_remove_index (devices, device - (ProseParityDevice *)devices->data);
}

/**
 * prose_parity_devices_find:
 * @devices: (element-type ProseParityDevice): the devices of a text
 * @family: a family of rules
 *
 * Returns: (nullable): what the text does with that family
 */
const ProseParityDevice *
prose_parity_devices_find (const GArray *devices, const char *family)
{
  return find_device (devices, family);
}

/**
 * prose_parity_devices_get_weight:
 * @devices: (element-type ProseParityDevice): the devices of a text
 *
 * Returns: what they weigh together
 */
guint
prose_parity_devices_get_weight (const GArray *devices)
{
  guint weight = 0;

  for (guint i = 0; i < devices->len; i++)
    weight += g_array_index (devices, ProseParityDevice, i).weight;

  return weight;
}

/**
 * prose_parity_device_get_family:
 * @self: a device
 *
 * Returns: the family of rules that found it
 */
const char *
prose_parity_device_get_family (const ProseParityDevice *self)
{
  return self->strongest->rule->category->id;
}

/**
 * prose_parity_has_family:
 * @found: (element-type ProseDiagnostic): what was found in a text
 * @family: a family of rules
 *
 * Returns: whether something of that very family is among it
 */
gboolean
prose_parity_has_family (const GArray *found, const char *family)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (g_array_index (found, ProseDiagnostic, i).rule->category->id, family))
      return TRUE;

  return FALSE;
}

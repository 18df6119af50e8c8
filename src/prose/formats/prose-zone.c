/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-zone.h"

static const char *const names[] = {
  [PROSE_ZONE_ANY] = "any",
  [PROSE_ZONE_BODY] = "body",
  [PROSE_ZONE_HEADLINE] = "headline",
  [PROSE_ZONE_SUBJECT] = "subject",
  [PROSE_ZONE_BUTTON] = "button",
  [PROSE_ZONE_DECLINE] = "decline",
  [PROSE_ZONE_FINE_PRINT] = "fine-print",
};

const char *
prose_zone_to_string (ProseZone zone)
{
  g_return_val_if_fail (zone < G_N_ELEMENTS (names), NULL);

  return names[zone];
}

/**
 * prose_zone_from_string:
 * @name: a name as packs write it
 * @zone: (out): the zone it names
 *
 * Returns: whether @name names a zone
 */
gboolean
prose_zone_from_string (const char *name, ProseZone *zone)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_strcmp0 (name, names[i]) == 0) {
      *zone = i;
      return TRUE;
    }
  }
  return FALSE;
}

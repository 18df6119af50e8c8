/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseZone:
 * @PROSE_ZONE_DESCRIPTION: what search engines and links to the page show of it
 *
 * The part a piece of copy plays on its page. Rules can be bound to one, and
 * pressure in a headline, a subject line or a decline label weighs more.
 */
typedef enum {
  PROSE_ZONE_ANY,
  PROSE_ZONE_BODY,
  PROSE_ZONE_HEADLINE,
  PROSE_ZONE_SUBJECT,
  PROSE_ZONE_BUTTON,
  PROSE_ZONE_DECLINE,
  PROSE_ZONE_FINE_PRINT,
  PROSE_ZONE_DESCRIPTION,
} ProseZone;

const char *prose_zone_to_string (ProseZone zone);
gboolean prose_zone_from_string (const char *name, ProseZone *zone);
ProseZone prose_zone_of_paragraph (const char *text, gsize length);
gboolean prose_zone_declines (const char *label, gsize length);

G_END_DECLS

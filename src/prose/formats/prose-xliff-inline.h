/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-xliff-unit.h"

G_BEGIN_DECLS

/**
 * ProseXliffProtection:
 * @levels: for each annotation around, from its low end, whether it protects its text
 * @n_levels: how many there are
 *
 * Where in a string text is not to be translated.
 */
typedef struct {
  guint64 levels;
  guint n_levels;
} ProseXliffProtection;

gboolean prose_xliff_ends_line (const ProseXmlToken *tag,
                                const char *block,
                                guint end,
                                const ProseXliffUnit *unit);
void prose_xliff_protection_pass (ProseXliffProtection *self,
                                  const ProseXmlToken *tag,
                                  const char *block);
gboolean prose_xliff_protection_is_on (const ProseXliffProtection *self);
void prose_xliff_find_subs (const char *block, ProseSpan code, GArray *subs);

G_END_DECLS

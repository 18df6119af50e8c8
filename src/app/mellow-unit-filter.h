/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-parity-result.h"
#include "mellow-translation.h"

G_BEGIN_DECLS

/**
 * MellowUnitKind:
 * @MELLOW_UNIT_ANY: all units
 * @MELLOW_UNIT_UNTRANSLATED: those without a translation
 * @MELLOW_UNIT_NEEDS_REVIEW: those that someone has to look at
 * @MELLOW_UNIT_DIFFERS: those whose tone differs from that of the original
 * @MELLOW_UNIT_MARKED: those with marks in the translation
 *
 * Units that are looked for.
 */
typedef enum {
  MELLOW_UNIT_ANY,
  MELLOW_UNIT_UNTRANSLATED,
  MELLOW_UNIT_NEEDS_REVIEW,
  MELLOW_UNIT_DIFFERS,
  MELLOW_UNIT_MARKED,
} MellowUnitKind;

#define MELLOW_TYPE_UNIT_FILTER (mellow_unit_filter_get_type ())
G_DECLARE_FINAL_TYPE (MellowUnitFilter, mellow_unit_filter, MELLOW, UNIT_FILTER, GtkFilter)

MellowUnitFilter *mellow_unit_filter_new (MellowTranslation *translation,
                                          MellowParityResult *differences);
MellowUnitKind mellow_unit_filter_get_kind (MellowUnitFilter *self);
gboolean mellow_unit_filter_is_active (MellowUnitFilter *self);
void mellow_unit_filter_set (MellowUnitFilter *self, MellowUnitKind kind, const char *words);
void mellow_unit_filter_run (MellowUnitFilter *self, MellowTranslationItem *kept);
MellowTranslationItem *mellow_unit_filter_find (MellowUnitFilter *self,
                                                MellowUnitKind kind,
                                                guint start,
                                                int step);

G_END_DECLS

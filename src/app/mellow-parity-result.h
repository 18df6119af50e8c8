/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "mellow-parity-item.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_PARITY_RESULT (mellow_parity_result_get_type ())
G_DECLARE_FINAL_TYPE (MellowParityResult, mellow_parity_result, MELLOW, PARITY_RESULT, GObject)

MellowParityResult *mellow_parity_result_new (void);
void mellow_parity_result_take (MellowParityResult *self,
                                ProseParity *parity,
                                gboolean has_originals,
                                GPtrArray *dismissals);
void mellow_parity_result_dismiss (MellowParityResult *self, GPtrArray *dismissals);
void mellow_parity_result_follow_insert (MellowParityResult *self, guint place, guint length);
void mellow_parity_result_follow_delete (MellowParityResult *self, ProseSpan gone);

GListModel *mellow_parity_result_get_findings (MellowParityResult *self);
GListModel *mellow_parity_result_get_dismissed (MellowParityResult *self);
MellowParityItem *mellow_parity_result_find (MellowParityResult *self, const char *unit);

guint mellow_parity_result_get_n_compared (MellowParityResult *self);
guint mellow_parity_result_count_skipped (MellowParityResult *self, ProseParityGap gap);
gboolean mellow_parity_result_find_skipped (MellowParityResult *self,
                                            ProseParityGap gap,
                                            guint after,
                                            ProseSpan *place);
const char *mellow_parity_result_get_language (MellowParityResult *self, gboolean is_target);
const ProseMeasures *mellow_parity_result_get_measures (MellowParityResult *self,
                                                        gboolean is_target);

G_END_DECLS

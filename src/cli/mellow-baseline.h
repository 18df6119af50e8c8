/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "mellow-checked-text.h"

G_BEGIN_DECLS

/**
 * MellowBaseline:
 *
 * What an earlier run found, so that only what is new is reported.
 */
typedef struct _MellowBaseline MellowBaseline;

MellowBaseline *mellow_baseline_read (const char *name, GBytes *bytes, GError **error);
void mellow_baseline_free (MellowBaseline *self);
GArray *mellow_baseline_take_known (MellowBaseline *self,
                                    const MellowCheckedText *checked,
                                    ProseParity *parity);
guint mellow_baseline_get_n_known (const MellowBaseline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowBaseline, mellow_baseline_free)

G_END_DECLS

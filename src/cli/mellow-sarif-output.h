/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-checked-text.h"

G_BEGIN_DECLS

/**
 * MellowSarifOutput:
 *
 * A log of SARIF 2.1.0 that is being gathered: the rules that found something stand
 * before the results, so it is written at the end.
 */
typedef struct _MellowSarifOutput MellowSarifOutput;

MellowSarifOutput *mellow_sarif_output_new (void);
void mellow_sarif_output_free (MellowSarifOutput *self);
void mellow_sarif_output_add (MellowSarifOutput *self, const MellowCheckedText *checked);
void mellow_sarif_output_add_problem (MellowSarifOutput *self,
                                      const char *name,
                                      const char *message);
void mellow_sarif_output_write (MellowSarifOutput *self, const char *version, GString *output);

G_END_DECLS

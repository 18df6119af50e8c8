/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-checked-text.h"

G_BEGIN_DECLS

void mellow_text_output_add (GString *output, const MellowCheckedText *checked, gboolean verbose);
void mellow_text_output_add_claims (GString *output, const MellowCheckedText *checked);
void mellow_text_output_add_deviations (GString *output, const MellowCheckedText *checked);
void mellow_text_output_add_parity (GString *output,
                                    const MellowCheckedText *checked,
                                    gboolean verbose);
void mellow_text_output_add_uncompared (GString *output, const MellowCheckedText *checked);
void mellow_text_output_add_unchecked (GString *output, const MellowCheckedText *checked);

G_END_DECLS

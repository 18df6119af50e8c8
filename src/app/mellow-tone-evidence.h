/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

char *mellow_tone_evidence_describe (const GArray *diagnostics, guint max_families);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-zone.h"

G_BEGIN_DECLS

void prose_load_assign (GArray *found, ProseZone zone);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"

G_BEGIN_DECLS

/* XLIFF 1.2 and 2. */
extern const ProseFormat prose_xliff_format;

G_END_DECLS

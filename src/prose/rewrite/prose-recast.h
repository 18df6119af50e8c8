/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rewrite/prose-draft.h"

G_BEGIN_DECLS

char *prose_recast_clause (const ProseDraft *draft, const char *filled);

G_END_DECLS

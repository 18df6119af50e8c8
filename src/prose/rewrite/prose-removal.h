/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes with a mark that is taken out of its sentence. */

#pragma once

#include "rewrite/prose-draft.h"

G_BEGIN_DECLS

ProseSpan prose_removal_get_span (const ProseDraft *draft);
gboolean prose_removal_leaves_a_sentence (const ProseDraft *draft, ProseSpan removed);

G_END_DECLS

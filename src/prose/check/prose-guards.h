/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-matcher.h"

G_BEGIN_DECLS

gboolean prose_guards_void (ProseMatcher *matcher,
                            const ProseSentence *sentence,
                            const ProseMatch *match);

G_END_DECLS

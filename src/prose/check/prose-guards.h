/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-matcher.h"

G_BEGIN_DECLS

gboolean prose_guards_void (const ProseMatch *match, const ProseSentence *sentence);

G_END_DECLS

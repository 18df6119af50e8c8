/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-measures.h"
#include "rules/prose-matcher.h"

G_BEGIN_DECLS

void prose_sentence_measure (const ProseSentence *sentence,
                             const char *text,
                             ProseMatcher *matcher,
                             ProseMeasures *measures);

G_END_DECLS

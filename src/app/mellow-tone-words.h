/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

const char *mellow_tone_words_get_verdict (ProseVerdict verdict);
char *mellow_tone_words_describe_verdict (const ProseMeasures *measures);
const char *mellow_tone_words_get_reason (const ProseMeasures *measures);

char *mellow_tone_words_describe_note (const ProseToneNote *note);
char *mellow_tone_words_describe_repeat (const char *phrase, guint count);
ProseCoverage mellow_tone_words_get_help (ProseToneNoteKind kind);

const char *mellow_tone_words_get_coverage (ProseCoverage coverage);
const char *mellow_tone_words_get_meter (ProseMeter meter);

G_END_DECLS

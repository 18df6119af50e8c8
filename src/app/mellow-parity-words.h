/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-parity-item.h"

G_BEGIN_DECLS

const char *mellow_parity_words_get_title (ProseParityKind kind);
const char *mellow_parity_words_get_icon (ProseParityKind kind);
char *mellow_parity_words_dup_target (MellowParityItem *item);
char *mellow_parity_words_dup_source (MellowParityItem *item);
char *mellow_parity_words_dup_reason (MellowParityItem *item);
char *mellow_parity_words_dup_gap (ProseParityGap gap, guint n);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-parity-watch.h"

G_BEGIN_DECLS

MellowDraft *create_translation (const char *format, const char *text);
MellowParityWatch *watch_over (MellowDraft *draft);

G_END_DECLS

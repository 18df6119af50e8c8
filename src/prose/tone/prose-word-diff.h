/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "text/prose-span.h"

G_BEGIN_DECLS

void prose_word_diff (const char *before, const char *after, GArray *removed, GArray *added);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-copy.h"

G_BEGIN_DECLS

gboolean prose_escape_append (GString *source, const char *copy, ProseEscape escape);

G_END_DECLS

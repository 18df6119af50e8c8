/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-encoding.h"

G_BEGIN_DECLS

gboolean prose_html_find_charset (const char *data, gsize length, ProseEncoding *encoding);

G_END_DECLS

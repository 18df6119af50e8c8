/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"

G_BEGIN_DECLS

extern const ProseFormat prose_markdown_format;

G_END_DECLS

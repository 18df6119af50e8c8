/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-copy.h"

G_BEGIN_DECLS

ProseCopy *prose_markup_leave_out (const ProseCopy *string, const char *block);

G_END_DECLS

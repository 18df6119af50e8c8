/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

char *prose_address_convert (const char *text, ProseLexicon *lexicon, guint address);

G_END_DECLS

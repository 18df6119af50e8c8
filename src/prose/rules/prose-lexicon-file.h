/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

ProseLexicon *prose_lexicon_file_read (const char *name,
                                       const char *data,
                                       gsize length,
                                       GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"
#include "formats/prose-po-entry.h"

G_BEGIN_DECLS

/* PO files of gettext. */
extern const ProseFormat prose_po_format;

char *prose_po_format_dup_id (const ProsePoEntry *entry, const char *block);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowTextChange:
 * @before: what goes, in bytes of the text as it was
 * @after: what stands in its place, in bytes of the text as it is now
 *
 * What makes a text another one, in whole characters. What stands before it and behind it is
 * the same in both.
 */
typedef struct {
  ProseSpan before;
  ProseSpan after;
} MellowTextChange;

MellowTextChange mellow_text_change_find (
    const char *old, gsize old_length, const char *new, gsize new_length, guint most);
guint mellow_text_change_move (const char *old, const char *new, guint place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseDirective:
 * @span: the whole comment
 * @mutes: whether it switches rules off
 * @names: (nullable) (array zero-terminated=1): the rules or families it is
 *   about; %NULL for all
 *
 * A comment in the copy that speaks to the checker: `<!-- mellow off -->`,
 * `<!-- mellow off scarcity deadline.act-now -->`, `<!-- mellow on -->`.
 */
typedef struct {
  ProseSpan span;
  gboolean mutes;
  GStrv names;
} ProseDirective;

/**
 * PROSE_MUTED_ALL:
 *
 * What is muted, where everything is. Otherwise it is the names of the rules
 * and families that are, sorted, with a space around each; or %NULL for none.
 * Two that lie in the same chunk can be compared by their pointers.
 */
#define PROSE_MUTED_ALL "*"

GArray *prose_directives_new (void);
void prose_find_directives (const char *text, gsize length, GArray *directives);
gboolean prose_directive_is_one (const char *comment, gsize length);
const char *prose_directive_apply (const ProseDirective *self,
                                   const char *muted,
                                   GStringChunk *chunk);
gboolean prose_muted_has (const char *muted, const char *rule);

G_END_DECLS

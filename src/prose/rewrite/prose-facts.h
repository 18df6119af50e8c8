/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

/**
 * ProseNames:
 * @PROSE_NAMES_NONE: a capital says nothing
 * @PROSE_NAMES_INSIDE: what has a capital is a name, but for the first word
 * @PROSE_NAMES_ALL: what has a capital is a name
 *
 * Which words of a text are taken for names.
 */
typedef enum {
  PROSE_NAMES_NONE,
  PROSE_NAMES_INSIDE,
  PROSE_NAMES_ALL,
} ProseNames;

gboolean prose_facts_survive (
    const char *before, gsize length, const char *after, ProseNames names, ProseLexicon *lexicon);

G_END_DECLS

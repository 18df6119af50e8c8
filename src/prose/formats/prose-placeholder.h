/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProsePlaceholderFaultKind:
 * @PROSE_PLACEHOLDER_MISSING: the source has it, the target has not
 * @PROSE_PLACEHOLDER_SURPLUS: the target has it, the source has not
 *
 * What can be wrong with a placeholder.
 */
typedef enum {
  PROSE_PLACEHOLDER_MISSING,
  PROSE_PLACEHOLDER_SURPLUS,
} ProsePlaceholderFaultKind;

/**
 * ProsePlaceholderFault:
 * @kind: what is wrong
 * @placeholder: with what: `%d`, `{name}`, `<b>`; or the sign of a menu key, `_` or `&`
 * @span: where it stands too much, in bytes of the target; where it is missing, empty
 *
 * A placeholder that is not in the source and the target equally often. There is one for
 * each time.
 */
typedef struct {
  ProsePlaceholderFaultKind kind;
  char *placeholder;
  ProseSpan span;
} ProsePlaceholderFault;

guint prose_placeholder_find_end (const char *text, guint start);
GStrv prose_placeholders_list (const char *text);
GPtrArray *prose_placeholders_compare (const char *source, const char *target);

G_END_DECLS

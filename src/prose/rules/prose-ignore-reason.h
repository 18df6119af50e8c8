/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseIgnoreReason:
 * @PROSE_IGNORE_REASON_NONE: none was given
 * @PROSE_IGNORE_REASON_INTENDED: it is meant so
 * @PROSE_IGNORE_REASON_PROVEN: it is true, and proven
 * @PROSE_IGNORE_REASON_QUOTED: somebody else says it
 * @PROSE_IGNORE_REASON_BRAND: it is a term of the brand
 *
 * Why something is not to be marked.
 */
typedef enum {
  PROSE_IGNORE_REASON_NONE,
  PROSE_IGNORE_REASON_INTENDED,
  PROSE_IGNORE_REASON_PROVEN,
  PROSE_IGNORE_REASON_QUOTED,
  PROSE_IGNORE_REASON_BRAND,
} ProseIgnoreReason;

const char *prose_ignore_reason_to_string (ProseIgnoreReason reason);
gboolean prose_ignore_reason_from_string (const char *name, ProseIgnoreReason *reason);

G_END_DECLS

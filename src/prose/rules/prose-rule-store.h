/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rules/prose-rule-set.h"

G_BEGIN_DECLS

/**
 * PROSE_RULE_STORE_ERROR:
 *
 * Why a rules database could not be used.
 */
#define PROSE_RULE_STORE_ERROR (prose_rule_store_error_quark ())

/**
 * ProseRuleStoreError:
 * @PROSE_RULE_STORE_ERROR_MISSING: there is no such file
 * @PROSE_RULE_STORE_ERROR_DAMAGED: it is not a rules database, or not whole
 * @PROSE_RULE_STORE_ERROR_VERSION: it was made by a newer version
 * @PROSE_RULE_STORE_ERROR_FAILED: it could not be read or written
 */
typedef enum {
  PROSE_RULE_STORE_ERROR_MISSING,
  PROSE_RULE_STORE_ERROR_DAMAGED,
  PROSE_RULE_STORE_ERROR_VERSION,
  PROSE_RULE_STORE_ERROR_FAILED,
} ProseRuleStoreError;

GQuark prose_rule_store_error_quark (void);

gboolean prose_rule_store_write (const char *path,
                                 GPtrArray *packs,
                                 GPtrArray *lexicons,
                                 GError **error);
ProseRuleSet *prose_rule_store_load (const char *path, GError **error);
ProseRuleSet *prose_rule_store_load_for_reader (const char *path,
                                                const char *reader,
                                                gboolean with_phrases,
                                                GError **error);
GStrv prose_rule_store_search (const char *path,
                               const char *language,
                               const char *words,
                               GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-edit.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_ADVISER (mellow_adviser_get_type ())
G_DECLARE_FINAL_TYPE (MellowAdviser, mellow_adviser, MELLOW, ADVISER, GObject)

MellowAdviser *mellow_adviser_new (ProseRuleSet *rules,
                                   ProseLiveChecker *checker,
                                   ProseBrief *brief);
gboolean mellow_adviser_set_brief (MellowAdviser *self, ProseBrief *brief);
void mellow_adviser_set_ignore_list (MellowAdviser *self, ProseIgnoreList *list);

GPtrArray *mellow_adviser_suggest (MellowAdviser *self, const ProseDiagnostic *mark);
gboolean mellow_adviser_is_rewrite_withheld (MellowAdviser *self, const ProseDiagnostic *mark);
const ProseSuggestion *mellow_adviser_find_common (const GPtrArray *suggestions);
GPtrArray *mellow_adviser_find_alike (MellowAdviser *self,
                                      const GArray *marks,
                                      const ProseRule *rule);
char *mellow_adviser_dup_example (MellowAdviser *self, ProseCoverage coverage);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prose.h"

G_BEGIN_DECLS

ProseReport *mellow_text_check (ProseChecker *checker,
                                ProseIgnoreList *ignored,
                                ProseDocument *document,
                                const char *language);
GPtrArray *mellow_text_find_claims (ProseChecker *checker,
                                    ProseIgnoreList *ignored,
                                    ProseDocument *document,
                                    const char *language,
                                    const GArray *marks);
ProseParity *mellow_text_compare (ProseRuleSet *rules,
                                  ProseDocument *document,
                                  ProseDocument *original,
                                  const char *language,
                                  const char *source_language);

G_END_DECLS

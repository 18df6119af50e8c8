/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prose.h"

G_BEGIN_DECLS

gboolean mellow_pack_files_add (ProseRuleSet *rules,
                                const char *const *paths,
                                const char *language,
                                GError **error);
GPtrArray *mellow_pack_files_prove (ProseRuleSet *rules,
                                    const char *path,
                                    const char *language,
                                    GError **error);

G_END_DECLS

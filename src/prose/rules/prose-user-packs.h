/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The own rules of a user, in the database of a store. */

#pragma once

#include "rules/prose-user-pack.h"
#include "rules/prose-user-store.h"

G_BEGIN_DECLS

GPtrArray *prose_user_packs_dup (ProseUserStore *self, const char *language, GError **error);
ProseUserPack *prose_user_packs_set (ProseUserStore *self,
                                     const char *file_name,
                                     const char *text,
                                     ProseRuleSet *rules,
                                     GError **error);
gboolean prose_user_packs_remove (ProseUserStore *self, const ProseUserPack *pack, GError **error);
char *prose_user_packs_export (ProseUserStore *self, const char *language, GError **error);
GPtrArray *prose_user_packs_import (ProseUserStore *self,
                                    const char *file_name,
                                    const char *data,
                                    gsize length,
                                    ProseRuleSet *rules,
                                    GPtrArray **replaced,
                                    GError **error);
GStrv prose_user_packs_search (ProseUserStore *self,
                               const char *language,
                               const char *words,
                               GError **error);

G_END_DECLS

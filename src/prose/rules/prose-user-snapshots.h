/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How texts were before, in the database of a store. */

#pragma once

#include "rules/prose-snapshot.h"
#include "rules/prose-user-store.h"

G_BEGIN_DECLS

GPtrArray *prose_user_snapshots_dup (ProseUserStore *self, const char *document, GError **error);
gboolean prose_user_snapshots_add (ProseUserStore *self, ProseSnapshot *snapshot, GError **error);
gboolean prose_user_snapshots_rename (ProseUserStore *self,
                                      gint64 id,
                                      const char *name,
                                      GError **error);
gboolean prose_user_snapshots_remove (ProseUserStore *self, gint64 id, GError **error);
gboolean prose_user_snapshots_copy (ProseUserStore *self,
                                    const char *from,
                                    const char *to,
                                    GError **error);
gboolean prose_user_snapshots_remove_all (ProseUserStore *self,
                                          const char *document,
                                          GError **error);

G_END_DECLS

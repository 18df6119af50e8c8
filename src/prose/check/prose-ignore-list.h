/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-ignore-entry.h"
#include "formats/prose-reading.h"

G_BEGIN_DECLS

/**
 * ProseIgnoreList:
 *
 * What one document ignores: phrases here and throughout, rules that are off,
 * claims that are proven. Shared by reference count, for one thread.
 *
 * The places of here-entries follow the text: who edits it tells the list. A list
 * that a [class@Prose.LiveChecker] checks by is changed through that.
 */
typedef struct _ProseIgnoreList ProseIgnoreList;

ProseIgnoreList *prose_ignore_list_new (void);
ProseIgnoreList *prose_ignore_list_ref (ProseIgnoreList *self);
void prose_ignore_list_unref (ProseIgnoreList *self);

guint prose_ignore_list_get_n_entries (const ProseIgnoreList *self);
ProseIgnoreEntry *prose_ignore_list_get_entry (const ProseIgnoreList *self, guint i);
ProseIgnoreEntry *prose_ignore_list_find (const ProseIgnoreList *self,
                                          const ProseIgnoreEntry *entry);
gboolean prose_ignore_list_add (ProseIgnoreList *self, ProseIgnoreEntry *entry);
gboolean prose_ignore_list_remove (ProseIgnoreList *self, ProseIgnoreEntry *entry);

const char *prose_ignore_list_get_today (const ProseIgnoreList *self);
void prose_ignore_list_set_today (ProseIgnoreList *self, const char *date);

gboolean prose_ignore_list_concerns (const ProseIgnoreList *self, const ProseRule *rule);
gboolean prose_ignore_list_ignores (const ProseIgnoreList *self,
                                    const ProseRule *rule,
                                    const char *phrase,
                                    guint place);
ProseIgnoreEntry *prose_ignore_list_find_proof (const ProseIgnoreList *self,
                                                const ProseRule *rule,
                                                const char *text,
                                                ProseSpan within,
                                                ProseSpan span);
gboolean prose_ignore_list_proves (const ProseIgnoreList *self,
                                   const ProseRule *rule,
                                   const char *text,
                                   ProseSpan within,
                                   ProseSpan span);

gboolean prose_ignore_list_has_here (const ProseIgnoreList *self, ProseSpan span);
void prose_ignore_list_follow_edit (ProseIgnoreList *self,
                                    ProseSpan deleted,
                                    guint n_inserted,
                                    const ProseReading *reading);
void prose_ignore_list_lose_places (ProseIgnoreList *self);
gboolean prose_ignore_list_resolve (ProseIgnoreList *self,
                                    const ProseReading *reading,
                                    const GArray *diagnostics);
ProseIgnoreList *prose_ignore_list_dup_after_edit (const ProseIgnoreList *self,
                                                   ProseSpan deleted,
                                                   guint n_inserted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseIgnoreList, prose_ignore_list_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-document-data.h"
#include "mellow-ignored-item.h"
#include "mellow-review.h"
#include "mellow-rule-library.h"

G_BEGIN_DECLS

/* What a draft ignores, as a list of MellowIgnoredItem: of the document, and, once
 * it has a library, what is ignored everywhere. Lent by mellow_draft_get_ignored(). */
#define MELLOW_TYPE_IGNORED_LIST (mellow_ignored_list_get_type ())
G_DECLARE_FINAL_TYPE (MellowIgnoredList, mellow_ignored_list, MELLOW, IGNORED_LIST, GObject)

MellowIgnoredList *mellow_ignored_list_new (MellowReview *review, MellowDocumentData *data);
void mellow_ignored_list_set_library (MellowIgnoredList *self, MellowRuleLibrary *library);

/* Each gives the item that is in the list now, or NULL with an error (only what is
 * kept in the library can fail). Who ignores what is ignored already gets that item. */
MellowIgnoredItem *mellow_ignored_list_ignore (MellowIgnoredList *self,
                                               const ProseDiagnostic *mark,
                                               ProseIgnoreLevel level,
                                               ProseIgnoreReason reason,
                                               GError **error);
MellowIgnoredItem *mellow_ignored_list_prove (MellowIgnoredList *self,
                                              const ProseRule *rule,
                                              const char *phrase,
                                              const MellowProof *proof,
                                              GError **error);
MellowIgnoredItem *mellow_ignored_list_turn_rule_off (MellowIgnoredList *self,
                                                      const ProseRule *rule,
                                                      ProseIgnoreLevel level,
                                                      ProseIgnoreReason reason,
                                                      GError **error);

/* Undo of each other: remove() takes an item out, add() puts that same item back. */
gboolean mellow_ignored_list_remove (MellowIgnoredList *self,
                                     MellowIgnoredItem *item,
                                     GError **error);
gboolean mellow_ignored_list_add (MellowIgnoredList *self, MellowIgnoredItem *item, GError **error);
gboolean mellow_ignored_list_set_reason (MellowIgnoredList *self,
                                         MellowIgnoredItem *item,
                                         ProseIgnoreReason reason,
                                         GError **error);
gboolean mellow_ignored_list_set_proof (MellowIgnoredList *self,
                                        MellowIgnoredItem *item,
                                        const MellowProof *proof,
                                        GError **error);
MellowIgnoredItem *mellow_ignored_list_find (MellowIgnoredList *self,
                                             const ProseIgnoreEntry *entry);
gboolean mellow_ignored_list_has (MellowIgnoredList *self, MellowIgnoredItem *item);

G_END_DECLS

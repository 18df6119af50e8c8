/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-dismissal.h"
#include "check/prose-ignore-list.h"
#include "rewrite/prose-brief.h"

G_BEGIN_DECLS

/**
 * PROSE_DOCUMENT_DATA_MOST_MESSAGES:
 *
 * How many messages a text may be followed for.
 */
#define PROSE_DOCUMENT_DATA_MOST_MESSAGES 3

/**
 * ProseDocumentData:
 * @brief: what the writer knows of the text
 * @contract: (nullable): the contract on its tone, by its name
 * @messages: (array zero-terminated=1): what the text is to say again and again
 * @original: (nullable): the address of the text that it is a translation of
 * @format: (nullable): the format it is read as, by its name, if its own does not tell
 * @ignored: what the text ignores
 * @dismissed: (element-type ProseDismissal): how its tone may differ from the original's
 * @rest: (nullable): what a later version knows, as YAML
 *
 * What is known of a text and does not stand in it, as a file beside it has it:
 *
 *     document: file:///home/ida/ad.md
 *     brief: |
 *       product: 'the Aalborg dishwasher'
 *     contract: 'Nordlys Dishwashers'
 *     messages:
 *       - 'quiet dishwasher'
 *     original: 'file:///home/ida/ad.en.md'
 *     format: 'markdown'
 *     ignored:
 *       - rule: command.act-now
 *         phrase: 'Act now'
 *     dismissed:
 *       - key: 5d41402abc4b2a76b9719d91
 *         kind: pressure-added
 */
typedef struct {
  ProseBrief *brief;
  char *contract;
  GStrv messages;
  char *original;
  char *format;
  ProseIgnoreList *ignored;
  GPtrArray *dismissed;
  char *rest;
} ProseDocumentData;

ProseDocumentData *prose_document_data_new (void);
ProseDocumentData *prose_document_data_read (const char *name,
                                             const char *data,
                                             gsize length,
                                             GError **error);
void prose_document_data_set_contract (ProseDocumentData *self, const char *name);
void prose_document_data_set_messages (ProseDocumentData *self, const char *const *messages);
void prose_document_data_set_original (ProseDocumentData *self, const char *uri);
void prose_document_data_set_format (ProseDocumentData *self, const char *name);
char *prose_document_data_write (const ProseDocumentData *self,
                                 const char *document,
                                 gboolean with_dormant);
void prose_document_data_free (ProseDocumentData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseDocumentData, prose_document_data_free)

G_END_DECLS

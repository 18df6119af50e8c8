/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-measures.h"
#include "formats/prose-format.h"
#include "text/prose-language.h"

G_BEGIN_DECLS

/**
 * ProseParagraphUnit:
 * @PROSE_PARAGRAPH_COUNT: paragraphs: one each
 * @PROSE_PARAGRAPH_BYTES: bytes of text
 * @PROSE_PARAGRAPH_BREAKS: line ends
 * @PROSE_PARAGRAPH_DIAGNOSTICS: marks
 *
 * What the paragraphs of a text can be counted in.
 */
typedef enum {
  PROSE_PARAGRAPH_COUNT,
  PROSE_PARAGRAPH_BYTES,
  PROSE_PARAGRAPH_BREAKS,
  PROSE_PARAGRAPH_DIAGNOSTICS,
} ProseParagraphUnit;

#define PROSE_PARAGRAPH_N_UNITS (PROSE_PARAGRAPH_DIAGNOSTICS + 1)

/**
 * ProseParagraph:
 * @text: its text, line ends included
 * @length: its length in bytes
 * @n_breaks: how many line ends it has
 * @vote: how its words vote for its language
 * @diagnostics: (nullable) (element-type ProseDiagnostic): its marks, in bytes
 *   from its start
 * @credits: (nullable) (element-type ProseDiagnostic): its credits
 * @measures: what it amounts to
 * @ignored: (nullable) (element-type ProseRule): rules whose marks the document
 *   keeps from it
 * @n_unchecked: how many texts in it have words that no rule looked at
 * @unchecked_language: (nullable): the language of the first of these, interned, if it is known
 * @muted_before: (nullable): what is muted where it starts
 * @muted_after: (nullable): what is muted where it ends
 * @segments: (nullable) (element-type ProseSegment): what is read of it, in bytes from its
 *   start; %NULL for plain text, which is read as it stands
 * @state: what the format reads it by
 *
 * A piece of a text that is being edited, and what was found in it.
 */
typedef struct {
  char *text;
  guint length;
  guint n_breaks;
  ProseLanguageVote vote;
  GArray *diagnostics;
  GArray *credits;
  ProseMeasures measures;
  GPtrArray *ignored;
  guint n_unchecked;
  const char *unchecked_language;
  const char *muted_before;
  const char *muted_after;
  GPtrArray *segments;
  ProseFormatState state;
} ProseParagraph;

/**
 * ProseParagraphPlace:
 * @block: the block it lies in
 * @item: its place in the block
 * @before: what comes before it, per [enum@Prose.ParagraphUnit]
 *
 * A paragraph's place in a list. Void as soon as the list changes.
 */
typedef struct {
  guint block;
  guint item;
  guint before[PROSE_PARAGRAPH_N_UNITS];
} ProseParagraphPlace;

/**
 * ProseParagraphList:
 *
 * The paragraphs of a text, in blocks of some hundred that know their sums: to
 * find one by its number, a byte, a line or a mark takes a look at each block
 * and then at each paragraph of one block.
 */
typedef struct _ProseParagraphList ProseParagraphList;

ProseParagraph *prose_paragraph_new (const char *text, guint length);
void prose_paragraph_free (ProseParagraph *self);

ProseParagraphList *prose_paragraph_list_new (void);
void prose_paragraph_list_free (ProseParagraphList *self);
guint prose_paragraph_list_get_sum (ProseParagraphList *self, ProseParagraphUnit unit);
ProseParagraphPlace prose_paragraph_list_find (ProseParagraphList *self,
                                               ProseParagraphUnit unit,
                                               guint value);
ProseParagraph *prose_paragraph_list_get (ProseParagraphList *self,
                                          const ProseParagraphPlace *place);
gboolean prose_paragraph_list_next (ProseParagraphList *self, ProseParagraphPlace *place);
void prose_paragraph_list_insert (ProseParagraphList *self, guint number, GPtrArray *paragraphs);
GPtrArray *prose_paragraph_list_remove (ProseParagraphList *self, guint number, guint n);
void prose_paragraph_list_recount (ProseParagraphList *self, const ProseParagraphPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseParagraph, prose_paragraph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseParagraphList, prose_paragraph_list_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-copy.h"

G_BEGIN_DECLS

/**
 * ProseTranslationState:
 * @PROSE_TRANSLATION_UNTRANSLATED: there is no translation yet
 * @PROSE_TRANSLATION_NEEDS_REVIEW: there is one that someone has to look at
 * @PROSE_TRANSLATION_TRANSLATED: there is one
 * @PROSE_TRANSLATION_FINAL: there is one that is approved
 * @PROSE_TRANSLATION_LOCKED: it is not to be translated
 *
 * How far a translation is.
 */
typedef enum {
  PROSE_TRANSLATION_UNTRANSLATED,
  PROSE_TRANSLATION_NEEDS_REVIEW,
  PROSE_TRANSLATION_TRANSLATED,
  PROSE_TRANSLATION_FINAL,
  PROSE_TRANSLATION_LOCKED,
} ProseTranslationState;

/**
 * ProseTranslationTag:
 * @spelled: how the file writes it
 * @partner: the number of the tag that it closes, from 0; -1 if it closes none
 * @closer: the number of the tag that closes it; -1 if none does
 * @behind: the number of a tag that it has to stand behind, from 0; -1 if there is none. Other
 *   than partners, two such tags may overlap others
 * @is_optional: whether the translation may do without
 *
 * A tag inside of a text, which is read as `{1}`.
 */
typedef struct {
  char *spelled;
  int partner;
  int closer;
  int behind;
  gboolean is_optional;
} ProseTranslationTag;

/**
 * ProseTranslationTarget:
 * @copy: what it says, with tags as `{1}`
 * @content: where that stands in the text, even if it is empty
 * @place: what is replaced when it is written
 * @spelled: what stands at @place
 * @before: what is written before a new content
 * @after: what is written behind it
 *
 * A translation, or where there could be one.
 */
typedef struct {
  ProseCopy *copy;
  ProseSpan content;
  ProseSpan place;
  char *spelled;
  char *before;
  char *after;
} ProseTranslationTarget;

/**
 * ProseTranslationUnit:
 * @span: where it stands in the text
 * @id: what the segments of its source and targets are known by
 * @context: (nullable): where it is used
 * @note: (nullable): what is said of it for the translator
 * @source_language: (nullable): an interned code
 * @language: (nullable): of the translation, an interned code
 * @source: the original, with tags as `{1}`
 * @source_plural: (nullable): its plural
 * @targets: (element-type ProseTranslationTarget): the translation; one for each plural form
 * @state: how far it is
 * @limit: how many characters the translation may have; 0 if nothing is said
 * @placeholders: (array zero-terminated=1): the placeholders of @source
 * @tags: (element-type ProseTranslationTag): what stands for `{1}` and so on
 * @first_tag: the number of the first tag; more than 1 if the text has such numbers itself
 * @escape: how the file spells it: %PROSE_ESCAPE_STRING or %PROSE_ESCAPE_MARKUP
 * @line_end: how lines of the file end
 *
 * What is translated as one: an entry of a PO file, a unit or a segment of XLIFF. Spans are
 * in bytes of the whole text.
 */
typedef struct {
  ProseSpan span;
  char *id;
  char *context;
  char *note;
  const char *source_language;
  const char *language;
  ProseCopy *source;
  ProseCopy *source_plural;
  GPtrArray *targets;
  ProseTranslationState state;
  guint limit;
  GStrv placeholders;
  GPtrArray *tags;
  guint first_tag;
  ProseEscape escape;
  const char *line_end;
} ProseTranslationUnit;

ProseTranslationUnit *prose_translation_unit_new (ProseEscape escape);
void prose_translation_unit_free (ProseTranslationUnit *self);
ProseTranslationTarget *prose_translation_unit_add_target (ProseTranslationUnit *self,
                                                           ProseCopy *copy);
void prose_translation_unit_add_tag (ProseTranslationUnit *self,
                                     char *spelled,
                                     int partner,
                                     gboolean is_optional);
void prose_translation_unit_finish (ProseTranslationUnit *self, guint offset);
const char *prose_translation_unit_get_source (const ProseTranslationUnit *self, guint n);
const char *prose_translation_unit_get_target (const ProseTranslationUnit *self, guint n);
guint prose_translation_unit_read_tag (const ProseTranslationUnit *self,
                                       const char *text,
                                       guint *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseTranslationUnit, prose_translation_unit_free)

G_END_DECLS

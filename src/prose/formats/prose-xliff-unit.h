/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-copy.h"
#include "formats/prose-xml-token.h"

G_BEGIN_DECLS

/**
 * ProseXliffString:
 * @tag: its start tag; its span is empty if there is no such element
 * @content: what stands inside, in bytes of the unit
 *
 * A `source`, `seg-source` or `target`.
 */
typedef struct {
  ProseXmlToken tag;
  ProseSpan content;
} ProseXliffString;

/**
 * ProseXliffPart:
 * @id: (nullable): the id of a segment, of its own within the unit; its number if it has
 *   none and is not the first
 * @state: (nullable): what is said of how far its translation is
 * @detail: (nullable): what is said of that more closely
 * @source: the original
 * @seg_source: the original, cut into sentences
 * @target: the translation
 *
 * What is translated as one.
 */
typedef struct {
  char *id;
  char *state;
  char *detail;
  ProseXliffString source;
  ProseXliffString seg_source;
  ProseXliffString target;
} ProseXliffPart;

/**
 * ProseXliffUnit:
 * @tag: its start tag
 * @parts: (element-type ProseXliffPart): one in XLIFF 1.2, one for each segment in 2
 * @notes: (element-type ProseSpan): what notes say
 * @comments: (element-type ProseSpan): the comments outside of its strings
 * @line_ends: (nullable): the ids of code that is kept apart from its strings and ends a line
 *
 * A `trans-unit` of XLIFF 1.2 or a `unit` of XLIFF 2, by where its parts stand.
 */
typedef struct {
  ProseXmlToken tag;
  GPtrArray *parts;
  GArray *notes;
  GArray *comments;
  GHashTable *line_ends;
} ProseXliffUnit;

gboolean prose_xliff_is_unit (const ProseXmlToken *token, const char *text);
gboolean prose_xliff_is_around_units (const ProseXmlToken *token, const char *text);
guint prose_xliff_unit_find_end (const char *text, gsize length, guint start);
ProseXliffUnit *prose_xliff_unit_read (const char *block, guint length);
void prose_xliff_unit_free (ProseXliffUnit *self);

gboolean prose_xliff_string_is_there (const ProseXliffString *self);
gboolean prose_xliff_is_line_end_code (const char *text, ProseSpan code);
gboolean prose_xliff_unit_is_line_end (const ProseXliffUnit *self, const char *data);
guint prose_xliff_skip_element (const ProseXmlToken *tag,
                                const char *text,
                                guint end,
                                guint *content_end);
guint prose_xliff_find_atom_end (const ProseXmlToken *token, const char *text, guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseXliffUnit, prose_xliff_unit_free)

G_END_DECLS

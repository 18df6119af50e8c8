/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseEscape:
 * @PROSE_ESCAPE_NONE: the bytes stand for themselves
 * @PROSE_ESCAPE_MARKUP: text between tags: `&` and `<` are written as entities
 * @PROSE_ESCAPE_DOUBLE_QUOTED: the value of an attribute in double quotes
 * @PROSE_ESCAPE_SINGLE_QUOTED: the value of an attribute in single quotes
 * @PROSE_ESCAPE_UNQUOTED: the value of an attribute without quotes, which takes no space
 * @PROSE_ESCAPE_CDATA: a CDATA section, which takes anything but its own end
 * @PROSE_ESCAPE_STRING: a string as in C and PO: `"`, `\` and line ends are escaped
 * @PROSE_ESCAPE_MARKDOWN: text of Markdown, where signs that would mark it up take a `\`
 * @PROSE_ESCAPE_FIXED: what stays as it is: the slot of a template, an address
 *
 * How a file has to spell what stands at a place.
 */
typedef enum {
  PROSE_ESCAPE_NONE,
  PROSE_ESCAPE_MARKUP,
  PROSE_ESCAPE_DOUBLE_QUOTED,
  PROSE_ESCAPE_SINGLE_QUOTED,
  PROSE_ESCAPE_UNQUOTED,
  PROSE_ESCAPE_CDATA,
  PROSE_ESCAPE_STRING,
  PROSE_ESCAPE_MARKDOWN,
  PROSE_ESCAPE_FIXED,
} ProseEscape;

/**
 * ProseRun:
 * @copy: where it starts in the copy, in bytes; it ends where the next one starts
 * @source: what it stands for in the file
 * @is_verbatim: whether it is the same bytes there; otherwise it is indivisible, such as
 *   an entity
 * @escape: how the file spells what stands there
 *
 * A part of the copy and where it came from. What lies between the sources of two runs
 * is no copy: a tag, the quotes between the lines of a string.
 */
typedef struct {
  guint copy;
  ProseSpan source;
  gboolean is_verbatim;
  ProseEscape escape;
} ProseRun;

/**
 * ProseCopy:
 *
 * What a reader of a page sees of a stretch of a file: its text in one piece, valid
 * UTF-8, and where each byte of it came from.
 */
typedef struct _ProseCopy ProseCopy;

ProseCopy *prose_copy_new (void);
ProseCopy *prose_copy_dup (const ProseCopy *self);
void prose_copy_free (ProseCopy *self);
void prose_copy_append (ProseCopy *self, const char *text, ProseSpan source, ProseEscape escape);
void prose_copy_append_replaced (ProseCopy *self,
                                 const char *text,
                                 ProseSpan source,
                                 ProseEscape escape);
void prose_copy_trim (ProseCopy *self);
void prose_copy_shift (ProseCopy *self, guint offset);

const char *prose_copy_get_text (const ProseCopy *self);
guint prose_copy_get_length (const ProseCopy *self);
guint prose_copy_get_n_runs (const ProseCopy *self);
const ProseRun *prose_copy_get_run (const ProseCopy *self, guint i);
guint prose_copy_find_run (const ProseCopy *self, guint place);
ProseSpan prose_copy_get_source (const ProseCopy *self);
gboolean prose_copy_is_blank (const ProseCopy *self);

ProseSpan prose_copy_to_source (const ProseCopy *self, ProseSpan span);
ProseSpan prose_copy_from_source (const ProseCopy *self, ProseSpan source);
char *prose_copy_rewrite (const ProseCopy *self,
                          const char *source_text,
                          ProseSpan span,
                          const char *replacement,
                          ProseSpan *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseCopy, prose_copy_free)

G_END_DECLS

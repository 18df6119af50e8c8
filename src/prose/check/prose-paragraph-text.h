/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the paragraphs of a text say, and where. */

#pragma once

#include "check/prose-paragraph-list.h"
#include "formats/prose-reading.h"

G_BEGIN_DECLS

char *prose_paragraph_text_dup (ProseParagraphList *self, ProseSpan span);
char *prose_paragraph_text_dup_copy (ProseParagraphList *self, ProseSpan span);
ProseReading *prose_paragraph_text_read (ProseParagraphList *self, ProseSpan span);
void prose_paragraph_text_append_runs (ProseParagraphList *self, ProseSpan span, GArray *runs);
const ProseSegment *prose_paragraph_text_find_segment (ProseParagraphList *self,
                                                       guint offset,
                                                       guint *start,
                                                       const char **block);

guint prose_paragraph_text_get_offset (ProseParagraphList *self, guint line, guint line_index);
void prose_paragraph_text_get_line (ProseParagraphList *self,
                                    guint offset,
                                    guint *line,
                                    guint *line_index);

G_END_DECLS

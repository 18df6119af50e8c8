/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"
#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseEchoKind:
 * @PROSE_ECHO_VERBATIM: word for word
 * @PROSE_ECHO_VARIED: all its words in one sentence, in other forms or another order
 * @PROSE_ECHO_NEAR: half of its words or more, but not all
 *
 * How a message sounds again.
 */
typedef enum {
  PROSE_ECHO_VERBATIM,
  PROSE_ECHO_VARIED,
  PROSE_ECHO_NEAR,
} ProseEchoKind;

/**
 * ProseEcho:
 * @span: from the first of its words to the last, in bytes of the text
 * @sentence: which sentence of the text it stands in, from 0
 * @kind: how it sounds
 */
typedef struct {
  ProseSpan span;
  guint sentence;
  ProseEchoKind kind;
} ProseEcho;

/**
 * ProseMessageTrace:
 * @echoes: (element-type ProseEcho): where the message sounds, in the order of the text
 * @n_sentences: how many sentences the text has
 * @n_verbatim: how many echoes are word for word
 * @n_varied: how many say it in other words
 * @n_near: how many come near
 * @longest_gap: the most sentences in a row without it, near ones counted as without
 *
 * A message that a text is to carry, followed through the text.
 */
typedef struct {
  GArray *echoes;
  guint n_sentences;
  guint n_verbatim;
  guint n_varied;
  guint n_near;
  guint longest_gap;
} ProseMessageTrace;

/**
 * ProseMessageReader:
 *
 * Follows a message through a text that comes paragraph by paragraph.
 */
typedef struct _ProseMessageReader ProseMessageReader;

ProseMessageReader *prose_message_reader_new (const char *message, ProseLexicon *lexicon);
void prose_message_reader_read (ProseMessageReader *self,
                                const char *text,
                                gsize length,
                                guint offset);
ProseMessageTrace *prose_message_reader_take_trace (ProseMessageReader *self);
void prose_message_reader_free (ProseMessageReader *self);

ProseMessageTrace *prose_message_trace_new (const char *message,
                                            const char *text,
                                            gsize length,
                                            ProseLexicon *lexicon);
void prose_message_trace_free (ProseMessageTrace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseMessageReader, prose_message_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseMessageTrace, prose_message_trace_free)

G_END_DECLS

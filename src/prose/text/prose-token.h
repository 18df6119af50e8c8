/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseTokenKind:
 * @PROSE_TOKEN_WORD: letters, with inner apostrophes and full stops (`don't`, `e.g`)
 * @PROSE_TOKEN_NUMBER: begins with a digit (`1.999`, `3rd`)
 * @PROSE_TOKEN_PUNCTUATION: one mark, or a run of the same one (`,`, `!!!`)
 * @PROSE_TOKEN_SYMBOL: anything else that is seen (`%`, `©`)
 * @PROSE_TOKEN_EMOJI: one emoji with its modifiers
 * @PROSE_TOKEN_URL: a web or mail address
 *
 * What a token is made of.
 */
typedef enum {
  PROSE_TOKEN_WORD,
  PROSE_TOKEN_NUMBER,
  PROSE_TOKEN_PUNCTUATION,
  PROSE_TOKEN_SYMBOL,
  PROSE_TOKEN_EMOJI,
  PROSE_TOKEN_URL,
} ProseTokenKind;

/**
 * ProseTokenFlags:
 * @PROSE_TOKEN_SPACED: white space, or the start of the text, stands before it
 * @PROSE_TOKEN_CAPITALISED: its first letter is upper case
 * @PROSE_TOKEN_CAPS: it has two letters or more, all upper case
 */
typedef enum {
  PROSE_TOKEN_SPACED = 1 << 0,
  PROSE_TOKEN_CAPITALISED = 1 << 1,
  PROSE_TOKEN_CAPS = 1 << 2,
} ProseTokenFlags;

/**
 * ProseToken:
 * @span: where it stands in the text
 * @kind: a [enum@Prose.TokenKind]
 * @flags: a set of [flags@Prose.TokenFlags]
 *
 * A piece of text that phrases are matched by. White space makes no token.
 */
typedef struct {
  ProseSpan span;
  guint8 kind;
  guint8 flags;
} ProseToken;

G_END_DECLS

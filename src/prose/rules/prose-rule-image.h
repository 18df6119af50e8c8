/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-program.h"

G_BEGIN_DECLS

/**
 * ProseImageSection:
 * @PROSE_IMAGE_CODE: #ProseInstruction: the programs of all phrases
 * @PROSE_IMAGE_PHRASES: #ProseImagePhrase
 * @PROSE_IMAGE_ANCHORS: #ProseAnchor, sorted by term
 * @PROSE_IMAGE_FIRST_ANCHOR: #guint: per term its first anchor, one more at the end
 * @PROSE_IMAGE_RUNS: #guint: per term the shortest run of a mark, 0 if it is none
 * @PROSE_IMAGE_RULES: #ProseImageRule, one more at the end
 * @PROSE_IMAGE_EXCEPTIONS: #guint: where the programs of exceptions start
 * @PROSE_IMAGE_CAPTURES: #guint: names of captures, in the strings
 * @PROSE_IMAGE_WORDS: #ProseImageSlot: words, hashed
 * @PROSE_IMAGE_PREFIXES: #ProseImageSlot: beginnings of words, hashed
 * @PROSE_IMAGE_SUFFIXES: #ProseImageSlot: ends of words, hashed
 * @PROSE_IMAGE_MARKS: #ProseImageSlot: marks, hashed
 * @PROSE_IMAGE_PREFIX_LENGTHS: #guint: each once, in bytes
 * @PROSE_IMAGE_SUFFIX_LENGTHS: #guint: each once, in bytes
 * @PROSE_IMAGE_INFIXES: #ProseImageSlot: insides of words, in no order
 * @PROSE_IMAGE_TERMS: #guint: the terms that slots list
 * @PROSE_IMAGE_STRINGS: bytes: texts that end in NUL; the first is empty
 *
 * The parts of a rule image.
 */
typedef enum {
  PROSE_IMAGE_CODE,
  PROSE_IMAGE_PHRASES,
  PROSE_IMAGE_ANCHORS,
  PROSE_IMAGE_FIRST_ANCHOR,
  PROSE_IMAGE_RUNS,
  PROSE_IMAGE_RULES,
  PROSE_IMAGE_EXCEPTIONS,
  PROSE_IMAGE_CAPTURES,
  PROSE_IMAGE_WORDS,
  PROSE_IMAGE_PREFIXES,
  PROSE_IMAGE_SUFFIXES,
  PROSE_IMAGE_MARKS,
  PROSE_IMAGE_PREFIX_LENGTHS,
  PROSE_IMAGE_SUFFIX_LENGTHS,
  PROSE_IMAGE_INFIXES,
  PROSE_IMAGE_TERMS,
  PROSE_IMAGE_STRINGS,
} ProseImageSection;

#define PROSE_IMAGE_N_SECTIONS (PROSE_IMAGE_STRINGS + 1)

/**
 * ProseImageHeader:
 * @magic: %PROSE_IMAGE_MAGIC, which tells another byte order too
 * @checksum: of all that comes after it
 * @n_rules: how many rules it was made of
 * @start: where each section starts, in bytes, a multiple of four; one more at
 *   the end
 *
 * What stands first in a rule image.
 */
typedef struct {
  guint magic;
  guint checksum;
  guint n_rules;
  guint start[PROSE_IMAGE_N_SECTIONS + 1];
} ProseImageHeader;

/* Where that starts which the checksum is of. */
#define PROSE_IMAGE_CHECKED G_STRUCT_OFFSET (ProseImageHeader, n_rules)

/* "Mel" and the version of the layout, and of what phrases mean; whoever changes it counts up. */
#define PROSE_IMAGE_MAGIC 0x4d656c03

/**
 * ProseImagePhrase:
 * @rule: the place of its rule
 * @start: where its program starts
 */
typedef struct {
  guint rule;
  guint start;
} ProseImagePhrase;

/**
 * ProseImageRule:
 * @first_exception: its first exception; those of the next rule come after its
 * @first_capture: its first capture name
 */
typedef struct {
  guint first_exception;
  guint first_capture;
} ProseImageRule;

/**
 * ProseImageSlot:
 * @text: where the text stands in the strings; 0 for a free slot
 * @hash: of the text
 * @first_term: its first term
 * @n_terms: how many
 *
 * A text and the terms it satisfies. Hashed slots are a power of two in number,
 * at most half full; the next slot is tried when one is taken.
 */
typedef struct {
  guint text;
  guint hash;
  guint first_term;
  guint n_terms;
} ProseImageSlot;

guint prose_image_hash (const char *text, gsize length);
guint prose_image_checksum (const guint8 *data, gsize length);

G_END_DECLS

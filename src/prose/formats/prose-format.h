/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-encoding.h"
#include "formats/prose-segment.h"

G_BEGIN_DECLS

/**
 * ProseFormatState:
 * @open: what is open where a block starts, in bits of the format's own
 * @language: (nullable): the language of what follows, an interned code, as the file has
 *   told so far
 * @source_language: (nullable): of what it is translated from
 *
 * All that a block is read by beside its own bytes. All zero at the start of a file. Two
 * are equal if their members are.
 */
typedef struct {
  guint64 open;
  const char *language;
  const char *source_language;
} ProseFormatState;

/**
 * ProseFormat:
 * @name: its name, as the command line knows it
 * @suffixes: (array zero-terminated=1): how names of its files end, with the dot
 * @find_block_end: where the block ends that starts at a place; sets the state to that
 *   behind it. May look ahead of that end, but into the next block only
 * @read_block: appends the segments of one block, in any order, with spans in bytes of the
 *   block. What is no copy is left out
 * @find_encoding: (nullable): what a file says of its encoding that has no byte order mark
 *   and is no UTF-8; whether it names one that is known
 *
 * How files of a kind are read. A file is cut into blocks, which together are all of its
 * bytes and are read one by one, so that an edit makes few of them to be read again: a
 * block has all of whatever must not be cut, such as a comment or a script.
 */
typedef struct {
  const char *name;
  const char *const *suffixes;
  guint (*find_block_end) (const char *text, gsize length, guint start, ProseFormatState *state);
  void (*read_block) (const char *block,
                      guint length,
                      const ProseFormatState *state,
                      GPtrArray *segments);
  gboolean (*find_encoding) (const char *data, gsize length, ProseEncoding *encoding);
} ProseFormat;

const ProseFormat *prose_format_get_text (void);
const ProseFormat *prose_format_find (const char *name);
const ProseFormat *prose_format_of_file (const char *name);
char **prose_format_list_names (void);
gboolean prose_format_is_text (const ProseFormat *self);
gboolean prose_format_state_equal (const ProseFormatState *a, const ProseFormatState *b);
GPtrArray *prose_format_read (const ProseFormat *self, const char *text, gsize length);

G_END_DECLS

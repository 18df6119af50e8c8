/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseSnapshot:
 * @id: what it is known by; 0 until it is kept
 * @document: the document's URI
 * @name: what the user calls it
 * @text: the text as it was
 * @created: when, in seconds since 1970; 0 for now
 * @words: how many words it had
 * @pressure: its meter then, 0 to 100
 * @warmth: its meter then
 * @information: its meter then
 * @verdict: the tone in a word then, as prose_verdict_to_string() has it
 *
 * A text as it was at a time, and what was measured then.
 */
typedef struct {
  gint64 id;
  char *document;
  char *name;
  char *text;
  gint64 created;
  gint64 words;
  double pressure;
  double warmth;
  double information;
  char *verdict;
} ProseSnapshot;

void prose_snapshot_free (ProseSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseSnapshot, prose_snapshot_free)

G_END_DECLS

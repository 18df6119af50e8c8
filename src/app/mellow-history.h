/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-text-buffer.h"

G_BEGIN_DECLS

/**
 * MellowDecision:
 * @undo: takes a decision back
 * @redo: takes it again
 * @free: (nullable): called with what the decision is about when it cannot be
 *   taken back any more
 *
 * What the writer decides about a text without editing it. Each function is given
 * what was added with [method@Mellow.History.add].
 */
typedef struct {
  void (*undo) (gpointer data);
  void (*redo) (gpointer data);
  GDestroyNotify free;
} MellowDecision;

#define MELLOW_TYPE_HISTORY (mellow_history_get_type ())
G_DECLARE_FINAL_TYPE (MellowHistory, mellow_history, MELLOW, HISTORY, GObject)

MellowHistory *mellow_history_new (MellowTextBuffer *buffer);

void mellow_history_add (MellowHistory *self, const MellowDecision *decision, gpointer data);
void mellow_history_begin_edit (MellowHistory *self);
void mellow_history_end_edit (MellowHistory *self);

gboolean mellow_history_can_undo (MellowHistory *self);
gboolean mellow_history_can_redo (MellowHistory *self);
void mellow_history_undo (MellowHistory *self);
void mellow_history_redo (MellowHistory *self);

G_END_DECLS

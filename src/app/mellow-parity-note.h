/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-parity-watch.h"

G_BEGIN_DECLS

/**
 * MellowParityNote:
 * @icon: the name of an icon
 * @title: what it says, in a few words
 * @description: what it says, in a sentence, as Pango markup
 * @label: (nullable): what can be done about it, %NULL if nothing can
 * @action: (nullable): the action that does it
 *
 * What is said in the place of differences, when none are listed.
 */
typedef struct {
  const char *icon;
  const char *title;
  char *description;
  const char *label;
  const char *action;
} MellowParityNote;

MellowParityNote *mellow_parity_note_new (MellowParityWatch *watch);
void mellow_parity_note_free (MellowParityNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowParityNote, mellow_parity_note_free)

G_END_DECLS

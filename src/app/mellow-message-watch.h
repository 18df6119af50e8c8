/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"

G_BEGIN_DECLS

/**
 * MellowRepeat:
 * @phrase: a phrase that presses, as it stands first
 * @place: where it stands first
 * @count: how often it comes word for word
 *
 * A device that is said again, which presses more than once said.
 */
typedef struct {
  char *phrase;
  ProseSpan place;
  guint count;
} MellowRepeat;

#define MELLOW_TYPE_MESSAGE_WATCH (mellow_message_watch_get_type ())
G_DECLARE_FINAL_TYPE (MellowMessageWatch, mellow_message_watch, MELLOW, MESSAGE_WATCH, GObject)

MellowMessageWatch *mellow_message_watch_new (MellowDraft *draft);
void mellow_message_watch_set_active (MellowMessageWatch *self, gboolean is_active);
void mellow_message_watch_catch_up (MellowMessageWatch *self);
guint mellow_message_watch_get_n_messages (MellowMessageWatch *self);
const char *mellow_message_watch_get_message (MellowMessageWatch *self, guint i);
const ProseMessageTrace *mellow_message_watch_get_trace (MellowMessageWatch *self, guint i);
GPtrArray *mellow_message_watch_get_repeats (MellowMessageWatch *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-draft.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_MESSAGES_PANE (mellow_messages_pane_get_type ())
G_DECLARE_FINAL_TYPE (MellowMessagesPane, mellow_messages_pane, MELLOW, MESSAGES_PANE, AdwBin)

void mellow_messages_pane_set_draft (MellowMessagesPane *self, MellowDraft *draft);
void mellow_messages_pane_open (MellowMessagesPane *self);
void mellow_messages_pane_close (MellowMessagesPane *self);
gboolean mellow_messages_pane_is_open (MellowMessagesPane *self);
gboolean mellow_messages_pane_pin (MellowMessagesPane *self, const char *message);

G_END_DECLS

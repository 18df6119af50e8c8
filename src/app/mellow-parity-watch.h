/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-parity-result.h"

G_BEGIN_DECLS

/**
 * MellowParityState:
 * @MELLOW_PARITY_NO_ORIGINAL: the text is not known to be a translation
 * @MELLOW_PARITY_COMPARING: it is compared for the first time
 * @MELLOW_PARITY_COMPARED: it was compared
 * @MELLOW_PARITY_NO_FILE: the file of the original cannot be read
 *
 * What is known of a text and its original.
 */
typedef enum {
  MELLOW_PARITY_NO_ORIGINAL,
  MELLOW_PARITY_COMPARING,
  MELLOW_PARITY_COMPARED,
  MELLOW_PARITY_NO_FILE,
} MellowParityState;

#define MELLOW_TYPE_PARITY_WATCH (mellow_parity_watch_get_type ())
G_DECLARE_FINAL_TYPE (MellowParityWatch, mellow_parity_watch, MELLOW, PARITY_WATCH, GObject)

gboolean mellow_parity_watch_has_original (MellowDraft *draft);
gboolean mellow_parity_watch_has_own_original (MellowDraft *draft);
MellowParityWatch *mellow_parity_watch_of (MellowDraft *draft);

MellowParityState mellow_parity_watch_get_state (MellowParityWatch *self);
gboolean mellow_parity_watch_is_behind (MellowParityWatch *self);
const char *mellow_parity_watch_get_problem (MellowParityWatch *self);
GFile *mellow_parity_watch_get_file (MellowParityWatch *self);
void mellow_parity_watch_check_file (MellowParityWatch *self);
MellowParityResult *mellow_parity_watch_get_result (MellowParityWatch *self);

G_END_DECLS

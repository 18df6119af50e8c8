/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"

G_BEGIN_DECLS

/**
 * MellowFileState:
 * @MELLOW_FILE_STATE_CALM: the file is as the text knows it, or there is none
 * @MELLOW_FILE_STATE_CHANGED: another program has written the file
 * @MELLOW_FILE_STATE_GONE: the file has been deleted or moved
 * @MELLOW_FILE_STATE_READ_ONLY: the file may be read only
 * @MELLOW_FILE_STATE_CLOSED_FOLDER: the file is not there, and its folder takes
 *   no new ones
 * @MELLOW_FILE_STATE_IMPORTED: the text was taken out of the file, which holds more
 */
typedef enum {
  MELLOW_FILE_STATE_CALM,
  MELLOW_FILE_STATE_CHANGED,
  MELLOW_FILE_STATE_GONE,
  MELLOW_FILE_STATE_READ_ONLY,
  MELLOW_FILE_STATE_CLOSED_FOLDER,
  MELLOW_FILE_STATE_IMPORTED,
} MellowFileState;

#define MELLOW_TYPE_FILE_WATCH (mellow_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (MellowFileWatch, mellow_file_watch, MELLOW, FILE_WATCH, GObject)

MellowFileWatch *mellow_file_watch_new (MellowDraft *draft);

MellowFileState mellow_file_watch_get_state (MellowFileWatch *self);
const char *mellow_file_watch_get_etag (MellowFileWatch *self);
void mellow_file_watch_check (MellowFileWatch *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowTabRecord:
 * @uri: (nullable): the file it shows
 * @copy: (nullable): the name of the recovery copy, if its text is not saved
 * @encoding: how the file spells it
 * @cursor: where the cursor is, in characters
 */
typedef struct {
  char *uri;
  char *copy;
  ProseEncoding encoding;
  guint cursor;
} MellowTabRecord;

/**
 * MellowWindowRecord:
 * @tabs: (element-type MellowTabRecord): its tabs, from first to last
 * @selected: which of them is selected
 */
typedef struct {
  GPtrArray *tabs;
  guint selected;
} MellowWindowRecord;

MellowTabRecord *mellow_window_record_add_tab (MellowWindowRecord *self);

GPtrArray *mellow_session_record_new (void);
MellowWindowRecord *mellow_session_record_add_window (GPtrArray *windows);
GBytes *mellow_session_record_to_bytes (GPtrArray *windows);
GPtrArray *mellow_session_record_new_from_bytes (GBytes *bytes);

G_END_DECLS

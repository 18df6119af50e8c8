/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-window.h"

G_BEGIN_DECLS

/**
 * MellowWindowFunc:
 * @user_data: what the caller has given
 *
 * Returns: (transfer none): a new window without tabs
 */
typedef MellowWindow *(*MellowWindowFunc) (gpointer user_data);

#define MELLOW_TYPE_SESSION (mellow_session_get_type ())
G_DECLARE_FINAL_TYPE (MellowSession, mellow_session, MELLOW, SESSION, GObject)

MellowSession *mellow_session_new (GtkApplication *application, GSettings *settings);

gboolean mellow_session_restore (MellowSession *self,
                                 gboolean whole,
                                 MellowWindowFunc create_window,
                                 gpointer user_data);
void mellow_session_hold (MellowSession *self);

G_END_DECLS

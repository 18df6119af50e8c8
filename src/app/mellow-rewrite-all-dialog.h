/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-mark.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_REWRITE_ALL_DIALOG (mellow_rewrite_all_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowRewriteAllDialog, mellow_rewrite_all_dialog, MELLOW, REWRITE_ALL_DIALOG, AdwWindow)

MellowRewriteAllDialog *mellow_rewrite_all_dialog_new (GtkWindow *parent, MellowMark *mark);

G_END_DECLS

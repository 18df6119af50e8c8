/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-rule-index.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_IGNORED_DIALOG (mellow_ignored_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MellowIgnoredDialog, mellow_ignored_dialog, MELLOW, IGNORED_DIALOG, AdwWindow)

MellowIgnoredDialog *mellow_ignored_dialog_new (GtkWindow *parent,
                                                MellowRuleLibrary *library,
                                                MellowRuleIndex *index);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-draft.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_BRIEF_DIALOG (mellow_brief_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MellowBriefDialog, mellow_brief_dialog, MELLOW, BRIEF_DIALOG, AdwWindow)

MellowBriefDialog *mellow_brief_dialog_new (GtkWindow *parent, MellowDraft *draft);
void mellow_brief_dialog_import (MellowBriefDialog *self, GFile *file);
void mellow_brief_dialog_export (MellowBriefDialog *self, GFile *file);

G_END_DECLS

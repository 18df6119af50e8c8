/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_TEMPLATE_DIALOG (mellow_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowTemplateDialog, mellow_template_dialog, MELLOW, TEMPLATE_DIALOG, AdwWindow)

MellowTemplateDialog *mellow_template_dialog_new (GtkWindow *parent, const char *folder);

G_END_DECLS

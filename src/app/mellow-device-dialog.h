/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-device.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_DEVICE_DIALOG (mellow_device_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MellowDeviceDialog, mellow_device_dialog, MELLOW, DEVICE_DIALOG, AdwWindow)

MellowDeviceDialog *mellow_device_dialog_new (GtkWindow *parent,
                                              const char *title,
                                              GListModel *devices);

G_END_DECLS

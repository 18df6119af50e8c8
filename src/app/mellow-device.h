/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_DEVICE (mellow_device_get_type ())
G_DECLARE_FINAL_TYPE (MellowDevice, mellow_device, MELLOW, DEVICE, GObject)

const char *mellow_device_get_id (MellowDevice *self);
const char *mellow_device_get_title (MellowDevice *self);
const char *mellow_device_get_subtitle (MellowDevice *self);
gboolean mellow_device_matches (MellowDevice *self, const char *words);

GListModel *mellow_devices_new (ProseRuleSet *rules);
MellowDevice *mellow_devices_find (GListModel *devices, const char *id);

G_END_DECLS

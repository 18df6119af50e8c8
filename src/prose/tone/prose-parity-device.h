/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-diagnostic.h"

G_BEGIN_DECLS

/**
 * ProseParityDevice:
 * @strongest: the gravest mark of the family, in bytes of the copy
 * @weight: what that one weighs
 *
 * What a text does with a family of rules, whatever its language: they have the same names
 * in all.
 */
typedef struct {
  const ProseDiagnostic *strongest;
  guint weight;
} ProseParityDevice;

GArray *prose_parity_devices_new (void);
void prose_parity_devices_add (GArray *devices, const ProseDiagnostic *found);
void prose_parity_devices_remove (GArray *devices, const char *family);
const ProseParityDevice *prose_parity_devices_find (const GArray *devices, const char *family);
guint prose_parity_devices_get_weight (const GArray *devices);
const char *prose_parity_device_get_family (const ProseParityDevice *self);
gboolean prose_parity_has_family (const GArray *found, const char *family);

G_END_DECLS

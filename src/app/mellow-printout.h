/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_PRINTOUT (mellow_printout_get_type ())
G_DECLARE_FINAL_TYPE (MellowPrintout, mellow_printout, MELLOW, PRINTOUT, GObject)

MellowPrintout *mellow_printout_new (MellowDraft *draft, GSettings *settings);
GtkPrintOperation *mellow_printout_create_operation (MellowPrintout *self);

G_END_DECLS

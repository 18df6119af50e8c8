/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_CLAIMS_WINDOW (mellow_claims_window_get_type ())
G_DECLARE_FINAL_TYPE (MellowClaimsWindow, mellow_claims_window, MELLOW, CLAIMS_WINDOW, AdwWindow)

MellowClaimsWindow *mellow_claims_window_new (GtkApplication *application);
void mellow_claims_window_set_page (MellowClaimsWindow *self, MellowPage *page);

G_END_DECLS

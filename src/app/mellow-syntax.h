/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-review.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_SYNTAX (mellow_syntax_get_type ())
G_DECLARE_FINAL_TYPE (MellowSyntax, mellow_syntax, MELLOW, SYNTAX, GObject)

MellowSyntax *mellow_syntax_new (MellowReview *review, GSettings *settings, AdwStyleManager *style);
void mellow_syntax_set_enabled (MellowSyntax *self, gboolean is_enabled);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_REWRITE_BUTTON (mellow_rewrite_button_get_type ())
G_DECLARE_FINAL_TYPE (MellowRewriteButton, mellow_rewrite_button, MELLOW, REWRITE_BUTTON, GtkButton)

const char *mellow_rewrite_kind_get_label (ProseRewriteKind kind);
GtkWidget *mellow_rewrite_button_new (MellowReview *review,
                                      const ProseSuggestion *suggestion,
                                      guint number);

G_END_DECLS

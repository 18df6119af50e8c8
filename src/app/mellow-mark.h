/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_MARK (mellow_mark_get_type ())
G_DECLARE_FINAL_TYPE (MellowMark, mellow_mark, MELLOW, MARK, GObject)

MellowMark *mellow_mark_new (MellowReview *review, guint position);
guint mellow_mark_get_position (MellowMark *self);
void mellow_mark_set_position (MellowMark *self, guint position);
void mellow_mark_refresh (MellowMark *self);
gboolean mellow_mark_is_for (MellowMark *self, const ProseDiagnostic *diagnostic);

MellowReview *mellow_mark_get_review (MellowMark *self);
const ProseRule *mellow_mark_get_rule (MellowMark *self);
const char *mellow_mark_get_phrase (MellowMark *self);
ProseSpan mellow_mark_get_span (MellowMark *self);
gboolean mellow_mark_is_quoted (MellowMark *self);
const char *mellow_mark_get_expiry (MellowMark *self);
GPtrArray *mellow_mark_get_suggestions (MellowMark *self);
gboolean mellow_mark_is_rewrite_withheld (MellowMark *self);
gboolean mellow_mark_apply (MellowMark *self, guint suggestion);
guint mellow_mark_count_alike (MellowMark *self);
GPtrArray *mellow_mark_find_alike (MellowMark *self);

G_END_DECLS

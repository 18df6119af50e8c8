/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"
#include "mellow-suggestion-panel.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_MARK_GUIDE (mellow_mark_guide_get_type ())
G_DECLARE_FINAL_TYPE (MellowMarkGuide, mellow_mark_guide, MELLOW, MARK_GUIDE, GObject)

MellowMarkGuide *mellow_mark_guide_new (MellowSuggestionPanel *panel);
void mellow_mark_guide_set_page (MellowMarkGuide *self, MellowPage *page);
gboolean mellow_mark_guide_has_rules (MellowMarkGuide *self);
void mellow_mark_guide_set_has_rules (MellowMarkGuide *self, gboolean has_rules);

void mellow_mark_guide_go_to (MellowMarkGuide *self, guint position);
void mellow_mark_guide_walk (MellowMarkGuide *self, int step);
void mellow_mark_guide_walk_alike (MellowMarkGuide *self, int step);
void mellow_mark_guide_filter (MellowMarkGuide *self);
void mellow_mark_guide_apply (MellowMarkGuide *self, guint rewrite);

G_END_DECLS

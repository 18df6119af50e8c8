/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-side-panel.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_WINDOW (mellow_window_get_type ())
G_DECLARE_FINAL_TYPE (MellowWindow, mellow_window, MELLOW, WINDOW, AdwApplicationWindow)

MellowWindow *mellow_window_new (AdwApplication *application,
                                 ProseRuleSet *rules,
                                 GSettings *settings);
MellowPage *mellow_window_add_page (MellowWindow *self);
AdwTabView *mellow_window_get_tabs (MellowWindow *self);
MellowPage *mellow_window_get_page (MellowWindow *self);
MellowSidePanel *mellow_window_get_side_panel (MellowWindow *self);
MellowMark *mellow_window_get_selected_mark (MellowWindow *self);
void mellow_window_set_rules (MellowWindow *self, ProseRuleSet *rules);
gboolean mellow_window_show_file (MellowWindow *self, GFile *file);
void mellow_window_open (MellowWindow *self, GFile *file);
void mellow_window_show_notice (MellowWindow *self, const char *notice);
void mellow_window_show_rules_problem (MellowWindow *self, const char *problem);
void mellow_window_show_tour (MellowWindow *self);

G_END_DECLS

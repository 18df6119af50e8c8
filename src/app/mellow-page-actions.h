/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_PAGE_ACTIONS (mellow_page_actions_get_type ())
G_DECLARE_FINAL_TYPE (MellowPageActions, mellow_page_actions, MELLOW, PAGE_ACTIONS, GObject)

MellowPageActions *mellow_page_actions_new (GActionMap *map, GSettings *settings);
void mellow_page_actions_set_page (MellowPageActions *self, MellowPage *page);

G_END_DECLS

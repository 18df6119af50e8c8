/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-rule-library.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_RULES_WINDOW (mellow_rules_window_get_type ())
G_DECLARE_FINAL_TYPE (MellowRulesWindow, mellow_rules_window, MELLOW, RULES_WINDOW, AdwWindow)

MellowRulesWindow *mellow_rules_window_new (GtkApplication *application,
                                            MellowRuleLibrary *library);
void mellow_rules_window_import (MellowRulesWindow *self, GFile *file);
void mellow_rules_window_export (MellowRulesWindow *self, const char *language, GFile *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *mellow_text_font_dup_css (GSettings *settings);
char *mellow_text_font_dup_print_name (GSettings *settings, const char *system_font);

G_END_DECLS

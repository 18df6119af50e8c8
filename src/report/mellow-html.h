/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void mellow_html_begin_page (GString *html,
                             const char *language,
                             const char *title,
                             const char *style);
void mellow_html_end_page (GString *html);
void mellow_html_add_text (GString *html, const char *text, gssize length);
void mellow_html_add_element (GString *html, const char *name, const char *text);

G_END_DECLS

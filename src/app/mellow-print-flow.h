/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

void mellow_print_flow_print (MellowPage *page, GSettings *settings);
void mellow_print_flow_choose_pdf (MellowPage *page, GSettings *settings);
void mellow_print_flow_write_pdf (MellowPage *page, GtkPrintOperation *operation, GFile *file);
void mellow_print_flow_export_pdf (MellowPage *page, GSettings *settings, GFile *file);

G_END_DECLS

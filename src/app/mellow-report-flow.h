/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

void mellow_report_flow_choose (MellowPage *page, GSettings *settings);
void mellow_report_flow_export (MellowPage *page, const char *date, GFile *file);

G_END_DECLS

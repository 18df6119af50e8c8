/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-comparison.h"

G_BEGIN_DECLS

char *mellow_comparison_page_write (const MellowComparison *comparison, const char *title);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-report-article.h"

G_BEGIN_DECLS

void mellow_report_claims_add (const MellowReportArticle *self);

G_END_DECLS

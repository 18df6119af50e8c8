/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-report-article.h"

G_BEGIN_DECLS

/* What a text sounds like as a whole. */
void mellow_report_tone_add_meters (const MellowReportArticle *self);
void mellow_report_tone_add_notes (const MellowReportArticle *self);
void mellow_report_tone_add_coverage (const MellowReportArticle *self);
void mellow_report_tone_add_measures (const MellowReportArticle *self);

G_END_DECLS

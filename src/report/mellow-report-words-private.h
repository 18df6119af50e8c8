/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-report-words.h"

G_BEGIN_DECLS

/* A table for each language, in a file of its own. */
extern const MellowReportWords mellow_report_words_en;
extern const MellowReportWords mellow_report_words_da;
extern const MellowReportWords mellow_report_words_de;
extern const MellowReportWords mellow_report_words_sv;
extern const MellowReportWords mellow_report_words_nb;
extern const MellowReportWords mellow_report_words_fr;
extern const MellowReportWords mellow_report_words_es;

G_END_DECLS

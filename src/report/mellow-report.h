/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-checked-text.h"
#include "mellow-report-words.h"

G_BEGIN_DECLS

/**
 * MellowReport:
 *
 * A report on the tone of texts as one page of HTML that needs nothing else: no script,
 * no network, light and dark, on paper too. The same texts give the same bytes.
 */
typedef struct _MellowReport MellowReport;

MellowReport *mellow_report_new (const MellowReportWords *words, const char *date);
void mellow_report_free (MellowReport *self);
void mellow_report_add (MellowReport *self, const MellowCheckedText *checked);
char *mellow_report_dup_title (MellowReport *self);
char *mellow_report_dup_body (MellowReport *self);
void mellow_report_write (MellowReport *self, GString *html);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowReport, mellow_report_free)

G_END_DECLS

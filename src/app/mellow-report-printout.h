/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_REPORT_PRINTOUT (mellow_report_printout_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowReportPrintout, mellow_report_printout, MELLOW, REPORT_PRINTOUT, GObject)

MellowReportPrintout *mellow_report_printout_new (const char *title,
                                                  const char *body,
                                                  const char *date);
GtkPrintOperation *mellow_report_printout_create_operation (MellowReportPrintout *self);

G_END_DECLS

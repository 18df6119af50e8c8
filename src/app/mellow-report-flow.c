/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report on the text of a page, as a page of HTML or as a PDF. */

#include "mellow-report-flow.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-day.h"
#include "mellow-export-flow.h"
#include "mellow-print-flow.h"
#include "mellow-report-printout.h"
#include "mellow-text-report.h"

/* A report that is being made, and where it goes. */
typedef struct {
  MellowPage *page;
  GFile *file;
  char *date;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->page);
  g_object_unref (export->file);
  g_free (export->date);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
tell (GtkWidget *page, const char *text)
{
  mellow_page_tell (MELLOW_PAGE (page), text);
}

static gboolean
is_pdf (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".pdf");
}

/* --- writing --- */

static void
write_page (Export *export, MellowReport *report)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  mellow_report_write (report, html);
  bytes = g_string_free_to_bytes (g_steal_pointer (&html));
  mellow_export_flow_write (GTK_WIDGET (export->page), export->file, bytes,
                            _ ("The report is written"), tell);
}

static void
write_pdf (Export *export, MellowReport *report)
{
  g_autofree char *body = mellow_report_dup_body (report);
  g_autofree char *title = mellow_report_dup_title (report);
  g_autoptr (MellowReportPrintout) printout =
      mellow_report_printout_new (title, body, export->date);
  g_autoptr (GtkPrintOperation) operation = mellow_report_printout_create_operation (printout);

  mellow_print_flow_write_pdf (export->page, operation, export->file);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (MellowReport) report =
      mellow_text_report_create_finish (MELLOW_DRAFT (source), result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (export->page)) == NULL)
    return;

  if (is_pdf (export->file))
    write_pdf (export, report);
  else
    write_page (export, report);
}

/**
 * mellow_report_flow_export:
 * @page: a page in a window
 * @date: the day of the report, as `2026-12-31`
 * @file: where it goes: a PDF if its name ends so, else a page of HTML
 *
 * Writes the report on the text of the page, as it is now.
 */
void
mellow_report_flow_export (MellowPage *page, const char *date, GFile *file)
{
  Export *export;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (G_IS_FILE (file));

  export = g_new (Export, 1);
  *export = (Export){ g_object_ref (page), g_object_ref (file), g_strdup (date) };
  mellow_text_report_create_async (mellow_page_get_draft (page), date, NULL, on_created, export);
}

/* --- asking --- */

#define PDF_FILTER "mellow-pdf-filter"

static void
on_file_chosen (GtkWidget *page, GFile *file)
{
  GSettings *settings = g_object_get_data (G_OBJECT (page), "mellow-report-settings");
  const char *today = mellow_day_get_date (mellow_day_get_default ());

  g_settings_set_string (settings, "report-format", is_pdf (file) ? "pdf" : "html");
  mellow_report_flow_export (MELLOW_PAGE (page), today, file);
}

static const char *
get_ending (GtkFileChooser *chooser)
{
  gpointer pdf = g_object_get_data (G_OBJECT (chooser), PDF_FILTER);

  return gtk_file_chooser_get_filter (chooser) == pdf ? ".pdf" : ".html";
}

/* Who asks for the other kind gets a name for it. */
static void
on_filter_changed (GtkFileChooser *chooser)
{
  const char *ending = get_ending (chooser);
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *other = NULL;
  char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot == NULL || g_str_equal (dot, ending))
    return;

  *dot = '\0';
  other = g_strconcat (name, ending, NULL);
  gtk_file_chooser_set_current_name (chooser, other);
}

static GtkFileFilter *
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
  return filter;
}

static void
add_filters (GtkFileChooser *chooser, gboolean wants_pdf)
{
  GtkFileFilter *html = add_filter (chooser, _ ("Web page (HTML)"), "*.html");
  GtkFileFilter *pdf = add_filter (chooser, _ ("PDF"), "*.pdf");

  g_object_set_data (G_OBJECT (chooser), PDF_FILTER, pdf);
  gtk_file_chooser_set_filter (chooser, wants_pdf ? pdf : html);
  g_signal_connect (chooser, "notify::filter", G_CALLBACK (on_filter_changed), NULL);
}

/**
 * mellow_report_flow_choose:
 * @page: a page in a window
 * @settings: the user's settings; they keep whether it was HTML or PDF
 *
 * Asks where the report on the text should go, and as what, and writes it there.
 */
void
mellow_report_flow_choose (MellowPage *page, GSettings *settings)
{
  GtkFileChooser *chooser;
  g_autofree char *format = NULL;
  gboolean wants_pdf;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (G_IS_SETTINGS (settings));

  format = g_settings_get_string (settings, "report-format");
  wants_pdf = g_str_equal (format, "pdf");
  g_object_set_data_full (G_OBJECT (page), "mellow-report-settings", g_object_ref (settings),
                          g_object_unref);
  chooser =
      mellow_export_flow_ask (GTK_WIDGET (page), _ ("Export the Report"), NULL, on_file_chosen);
  /* Translators: the end of the name of a file: “landing-page-report.html”. */
  mellow_export_flow_suggest_place (chooser, mellow_page_get_draft (page),
                                    wants_pdf ? _ ("-report.pdf") : _ ("-report.html"));
  add_filters (chooser, wants_pdf);
}

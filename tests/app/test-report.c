/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report from the window: as a page and as a PDF, with the shipped words and the
 * fixed rules. */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-contract-library.h"
#include "mellow-parity-watch.h"
#include "mellow-report-flow.h"
#include "mellow-settings.h"
#include "pdf-fixture.h"
#include "window-fixture.h"

#define DAY "2026-11-29"

static const char ad[] =
    "A tent for two\n\nAct now! Only 3 left. We are proud of it. Take your time "
    "& <ask> us.\n";

static void
export_to (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  mellow_report_flow_export (mellow_window_get_page (fixture->window), DAY, file);
}

static char *
dup_page (const char *path)
{
  char *html = NULL;

  return g_file_get_contents (path, &html, NULL, NULL) ? html : NULL;
}

static gboolean
is_page_written (const char *path)
{
  g_autofree char *html = dup_page (path);

  return html != NULL && g_str_has_suffix (html, "</html>\n");
}

/* What the window writes as the kind that the name tells. */
static char *
report_and_read (Fixture *fixture, const char *name)
{
  Target target = make_target (name);
  char *text;

  export_to (fixture, target.path);
  if (g_str_has_suffix (name, ".pdf")) {
    wait_until (is_pdf_written (target.path));
    text = read_pdf (target.path);
  } else {
    wait_until (is_page_written (target.path));
    text = dup_page (target.path);
  }
  clear_target (&target);
  return text;
}

/* --- the page --- */

static void
test_page (Fixture *fixture)
{
  g_autofree char *page = NULL;

  gtk_text_buffer_set_text (fixture->buffer, ad, -1);
  page = report_and_read (fixture, "report.html");
  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>\n<html lang=\"en\">"));
  g_assert_nonnull (strstr (page, "Tone report · " DAY));
  g_assert_nonnull (strstr (page, "<mark class=\"proof\" id=\"m1-2\">Only 3 left</mark>"));
  g_assert_nonnull (strstr (page, "Take your time"));
  g_assert_nonnull (strstr (page, "&amp; &lt;ask&gt; us."));
  g_assert_nonnull (strstr (page, "<h2>Claims</h2>"));
}

/* What the text does not keep of its contract is told; without one, nothing is. */
static void
test_contract (Fixture *fixture)
{
  const char *yaml = "client: Nord & Søn\nbanned: [scarcity]\n";
  g_autofree char *replaced = NULL;
  g_autofree char *file = mellow_contract_library_import (
      mellow_contract_library_get_default (), "x.yaml", yaml, strlen (yaml), &replaced, NULL);
  g_autofree char *without = NULL;
  g_autofree char *page = NULL;

  g_assert_nonnull (file);
  gtk_text_buffer_set_text (fixture->buffer, ad, -1);
  without = report_and_read (fixture, "report.html");
  g_assert_null (strstr (without, "<h2>Tone contract</h2>"));
  mellow_document_data_set_contract (mellow_draft_get_data (fixture->draft), "Nord & Søn");
  page = report_and_read (fixture, "report.html");
  g_assert_nonnull (strstr (page, "<h2>Tone contract</h2>\n<p>Nord &amp; Søn</p>"));
  g_assert_nonnull (strstr (page, "was agreed to be left out"));
}

/* A translation is compared with its original; what is dismissed is counted. */
static void
test_translation (Fixture *fixture)
{
  static const char po[] = "msgid \"\"\nmsgstr \"Language: da\\n\"\n\n"
                           "msgid \"The lamps are in stock.\"\n"
                           "msgstr \"Kun 3 lamper tilbage!\"\n\n"
                           "msgid \"Would you like some help?\"\nmsgstr \"Køb nu!\"\n";
  MellowParityWatch *watch = mellow_parity_watch_of (fixture->draft);
  g_autoptr (MellowParityItem) item = NULL;
  g_autoptr (ProseDismissal) dismissal = NULL;
  g_autofree char *page = NULL;
  g_autofree char *pdf = NULL;

  mellow_draft_choose_format (fixture->draft, prose_format_find ("po"));
  gtk_text_buffer_set_text (fixture->buffer, po, -1);
  wait_until (!mellow_parity_watch_is_behind (watch));
  item = g_list_model_get_item (
      mellow_parity_result_get_findings (mellow_parity_watch_get_result (watch)), 0);
  dismissal = mellow_parity_item_create_dismissal (item);
  mellow_document_data_dismiss (mellow_draft_get_data (fixture->draft), dismissal);

  page = report_and_read (fixture, "report.html");
  g_assert_nonnull (strstr (page, "<h2>Beside the original</h2>"));
  g_assert_nonnull (strstr (page, "<b>More pressure than in the original</b>"));
  g_assert_nonnull (strstr (page, "“<bdi>The lamps are in stock.</bdi>”"));
  g_assert_null (strstr (page, "<b>A question became a command</b>"));
  g_assert_nonnull (strstr (page, "<p>May differ, as was decided: 1</p>"));
  pdf = report_and_read (fixture, "report.pdf");
  g_assert_nonnull (strstr (pdf, "More pressure than in the original"));
}

/* An original that is out of reach is said, not passed over. */
static void
test_original_out_of_reach (Fixture *fixture)
{
  g_autofree char *page = NULL;

  gtk_text_buffer_set_text (fixture->buffer, ad, -1);
  mellow_document_data_set_original (mellow_draft_get_data (fixture->draft),
                                     "file:///not/there.md");
  page = report_and_read (fixture, "report.html");
  g_assert_nonnull (
      strstr (page, "<h2>Beside the original</h2>\n<p>The original could not be read. "));
}

/* What is ignored in the document is ignored in the report, and a proof is told. */
static void
test_what_is_known (Fixture *fixture)
{
  g_autofree char *page = NULL;
  GArray *marks;
  ProseIgnoreEntry *entry;

  gtk_text_buffer_set_text (fixture->buffer, ad, -1);
  marks = mellow_review_dup_marks (mellow_draft_get_review (fixture->draft),
                                   (ProseSpan){ 0, strlen (ad) });
  for (guint i = 0; i < marks->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, i);

    if (mark->rule->severity != PROSE_SEVERITY_PROOF)
      continue;
    entry = prose_live_checker_create_ignore_entry (
        mellow_review_get_checker (mellow_draft_get_review (fixture->draft)),
        PROSE_IGNORE_IN_DOCUMENT, mark);
    entry->reason = PROSE_IGNORE_REASON_PROVEN;
    entry->proof = g_strdup ("Counted by Ida");
    entry->valid_until = g_strdup ("2026-12-31");
    mellow_review_add_ignored (mellow_draft_get_review (fixture->draft), entry);
    break;
  }
  g_array_unref (marks);

  page = report_and_read (fixture, "report.html");
  g_assert_null (strstr (page, "<mark class=\"proof\""));
  g_assert_nonnull (strstr (page, "Proven<br/>Counted by Ida"));
  g_assert_nonnull (strstr (page, "2026-12-31"));
}

static void
test_same_bytes (gpointer data, const char *name)
{
  Fixture *fixture = data;
  Target first = make_target (name), second = make_target (name);
  g_autofree char *first_bytes = NULL, *second_bytes = NULL;
  gsize n_first, n_second;

  gtk_text_buffer_set_text (fixture->buffer, ad, -1);
  export_to (fixture, first.path);
  wait_until (is_page_written (first.path) || is_pdf_written (first.path));
  g_usleep (1100 * 1000); /* a PDF would tell the second */
  export_to (fixture, second.path);
  wait_until (is_page_written (second.path) || is_pdf_written (second.path));
  g_assert_true (g_file_get_contents (first.path, &first_bytes, &n_first, NULL));
  g_assert_true (g_file_get_contents (second.path, &second_bytes, &n_second, NULL));
  g_assert_cmpmem (first_bytes, n_first, second_bytes, n_second);
  clear_target (&first);
  clear_target (&second);
}

static void
test_same_page (Fixture *fixture)
{
  test_same_bytes (fixture, "report.html");
}

/* --- the PDF --- */

static void
test_same_pdf (Fixture *fixture)
{
  test_same_bytes (fixture, "report.pdf");
}

static void
test_pdf_says_what_the_page_says (Fixture *fixture)
{
  static const char *const said[] = {
    "Tone report · " DAY, "Pressure ",  "Warmth ",     "Information ",
    "What the marks say", "Act now",    "1.",          "It could read",
    "& <ask> us.",        "Claims",     "Valid until", "What good advice does",
    "Readability (LIX)",  "Page 1 of ",
  };
  g_autofree char *text = NULL;

  if (!has_pdf_reader ())
    return;

  gtk_text_buffer_set_text (fixture->buffer, ad, -1);
  text = report_and_read (fixture, "report.pdf");
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (text, said[i]) == NULL)
      g_error ("“%s” is not in\n%s", said[i], text);
}

/* Each line once, on whatever page, and never at the foot of one alone. */
static void
test_nothing_is_cut_off (Fixture *fixture)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (!has_pdf_reader ())
    return;

  for (int i = 0; i < 150; i++)
    g_string_append_printf (long_text, "Act now, line%dx, æble.\n\n", i);
  for (int i = 0; i < 1500; i++)
    g_string_append_printf (long_text, "ord%dz ", i);
  gtk_text_buffer_set_text (fixture->buffer, long_text->str, -1);
  text = report_and_read (fixture, "report.pdf");
  g_assert_cmpint (count_in (text, "\f"), >, 5);
  g_assert_cmpint (count_in (text, "Page "), ==, count_in (text, "\f"));
  for (int i = 0; i < 150; i++) {
    g_autofree char *line = g_strdup_printf ("line%dx", i);

    g_assert_nonnull (strstr (text, line));
  }
  for (int i = 0; i < 1500; i++) {
    g_autofree char *word = g_strdup_printf ("ord%dz", i);

    g_assert_cmpint (count_in (text, word), ==, 1);
  }
}

/* A claim whose row is longer than a page goes on at the next. */
static void
test_row_longer_than_a_page (Fixture *fixture)
{
  g_autoptr (GString) proof = g_string_new (NULL);
  MellowReview *review = mellow_draft_get_review (fixture->draft);
  GArray *marks;
  ProseIgnoreEntry *entry;
  g_autofree char *text = NULL;

  if (!has_pdf_reader ())
    return;

  gtk_text_buffer_set_text (fixture->buffer, "Only 3 left.", -1);
  marks = mellow_review_dup_marks (review, (ProseSpan){ 0, 12 });
  entry = prose_live_checker_create_ignore_entry (mellow_review_get_checker (review),
                                                  PROSE_IGNORE_IN_DOCUMENT,
                                                  &g_array_index (marks, ProseDiagnostic, 0));
  g_array_unref (marks);
  for (int i = 0; i < 900; i++)
    g_string_append_printf (proof, "p%dz ", i);
  entry->reason = PROSE_IGNORE_REASON_PROVEN;
  entry->proof = g_strdup (proof->str);
  mellow_review_add_ignored (review, entry);

  text = report_and_read (fixture, "report.pdf");
  for (int i = 0; i < 900; i++) {
    g_autofree char *word = g_strdup_printf ("p%dz", i);

    g_assert_cmpint (count_in (text, word), ==, 1);
  }
}

static void
test_empty_text (Fixture *fixture)
{
  g_autofree char *text = NULL;

  if (!has_pdf_reader ())
    return;

  text = report_and_read (fixture, "report.pdf");
  g_assert_nonnull (strstr (text, "Nothing is marked."));
}

/* --- asking --- */

/* The kind that was chosen last is what the next question begins with. */
static void
test_kind_is_kept (Fixture *fixture)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();
  g_autofree char *name = NULL, *other = NULL;

  g_settings_set_string (settings, "report-format", "pdf");
  activate (fixture, "win.export-report");
  wait_until (gtk_file_chooser_get_filter (await_file_chooser ()) != NULL);
  name = gtk_file_chooser_get_current_name (find_file_chooser ());
  g_assert_true (g_str_has_suffix (name, "-report.pdf"));
  gtk_window_close (GTK_WINDOW (find_file_chooser ()));
  wait_until (find_file_chooser () == NULL);

  g_settings_reset (settings, "report-format");
  activate (fixture, "win.export-report");
  wait_until (gtk_file_chooser_get_filter (await_file_chooser ()) != NULL);
  other = gtk_file_chooser_get_current_name (find_file_chooser ());
  g_assert_true (g_str_has_suffix (other, "-report.html"));
  gtk_window_close (GTK_WINDOW (find_file_chooser ()));
  wait_until (find_file_chooser () == NULL);
}

static void
test_failure_is_told (Fixture *fixture)
{
  export_to (fixture, "/nonexistent/folder/ad.html");
  wait_until (find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==,
                   "Could Not Write “ad.html”");
  answer_dialog ("close");
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/report/page", test_page, fixed);
  add ("/report/contract", test_contract, fixed);
  add ("/report/translation", test_translation, g_getenv ("MELLOW_SHIPPED_RULES"));
  add ("/report/original-out-of-reach", test_original_out_of_reach, fixed);
  add ("/report/what-is-known", test_what_is_known, fixed);
  add ("/report/same-page", test_same_page, fixed);
  add ("/report/same-pdf", test_same_pdf, fixed);
  add ("/report/pdf-says-what-the-page-says", test_pdf_says_what_the_page_says, fixed);
  add ("/report/nothing-is-cut-off", test_nothing_is_cut_off, fixed);
  add ("/report/row-longer-than-a-page", test_row_longer_than_a_page, fixed);
  add ("/report/empty-text", test_empty_text, fixed);
  add ("/report/kind-is-kept", test_kind_is_kept, fixed);
  add ("/report/failure-is-told", test_failure_is_told, fixed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text on paper: PDFs are written and read again with pdftotext, which ends
 * every page with a form feed.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-print-choice.h"
#include "mellow-print-flow.h"
#include "mellow-settings.h"
#include "mellow-state-file.h"
#include "pdf-fixture.h"
#include "window-fixture.h"

static void
export_to (Fixture *fixture, const char *path)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  mellow_print_flow_export_pdf (mellow_window_get_page (fixture->window), settings, file);
}

/* The text of the PDF that the window writes of its text. */
static char *
print_and_read (Fixture *fixture)
{
  Target target = make_target ("ad.pdf");
  char *text;

  export_to (fixture, target.path);
  wait_until (is_pdf_written (target.path));
  text = read_pdf (target.path);
  clear_target (&target);

  return text;
}

static void
set_lines (Fixture *fixture, int n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 1; i <= n; i++)
    g_string_append_printf (text, "Linje %d.\n", i);
  gtk_text_buffer_set_text (fixture->buffer, text->str, -1);
}

static int
count_pages (Fixture *fixture, int n_lines)
{
  g_autofree char *text = NULL;

  set_lines (fixture, n_lines);
  text = print_and_read (fixture);
  return count_in (text, "\f");
}

static void
assert_has_line (const char *text, int number)
{
  g_autofree char *line = g_strdup_printf ("Linje %d.", number);

  g_assert_cmpint (count_in (text, line), ==, 1);
}

/* As many pages as the lines need, no line twice, none lost. */
static void
test_pages (Fixture *fixture)
{
  g_autofree char *text = NULL;
  int n = 1;

  if (!has_pdf_reader ())
    return;

  while (count_pages (fixture, n + 1) == 1)
    n++;
  g_assert_cmpint (n, >, 25);
  g_assert_cmpint (count_pages (fixture, 3 * n), ==, 3);
  g_assert_cmpint (count_pages (fixture, 3 * n + 1), ==, 4);

  text = print_and_read (fixture);
  for (int i = 1; i <= 3 * n + 1; i++)
    assert_has_line (text, i);
  g_assert_cmpint (count_in (text, "Page 4 of 4"), ==, 1);
}

/* A paragraph that is longer than a page goes on on the next. */
static void
test_long_paragraph (Fixture *fixture)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (!has_pdf_reader ())
    return;

  for (int i = 0; i < 1500; i++)
    g_string_append (long_text, "blåbærgrød ");
  gtk_text_buffer_set_text (fixture->buffer, long_text->str, -1);
  text = print_and_read (fixture);
  g_assert_cmpint (count_in (text, "\f"), >, 1);
  g_assert_cmpint (count_in (text, "blåbærgrød"), ==, 1500);
}

static void
test_empty_text (Fixture *fixture)
{
  g_autofree char *text = NULL;

  if (!has_pdf_reader ())
    return;

  text = print_and_read (fixture);
  g_assert_cmpint (count_in (text, "\f"), ==, 1);
  g_assert_cmpint (count_in (text, "Page 1 of 1"), ==, 1);
}

static void
test_footer_has_the_name (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/100 % grød.txt");
  g_autofree char *text = NULL;

  if (!has_pdf_reader ())
    return;

  mellow_draft_set_file (fixture->draft, file);
  text = print_and_read (fixture);
  g_assert_cmpint (count_in (text, "100 % grød.txt"), ==, 1);
}

/* The page has the colours of the marks, if the window shows them. */
static void
test_marks (Fixture *fixture)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();
  Target plain = make_target ("plain.pdf"), marked = make_target ("marked.pdf");
  g_autofree char *plain_bytes = NULL, *marked_bytes = NULL;
  gsize n_plain, n_marked;

  type_text (fixture->buffer, "Act now, only 3 left! We are proud, so do not let us down.");
  export_to (fixture, marked.path);
  wait_until (is_pdf_written (marked.path));
  g_settings_set_boolean (settings, "show-marks", FALSE);
  export_to (fixture, plain.path);
  wait_until (is_pdf_written (plain.path));
  g_settings_reset (settings, "show-marks");

  g_assert_true (g_file_get_contents (plain.path, &plain_bytes, &n_plain, NULL));
  g_assert_true (g_file_get_contents (marked.path, &marked_bytes, &n_marked, NULL));
  g_assert_cmpuint (n_marked, >, n_plain);
  clear_target (&plain);
  clear_target (&marked);
}

/* An older PDF is replaced when the new one is whole. */
static void
test_older_pdf_is_replaced (Fixture *fixture)
{
  Target target = make_target ("ad.pdf");

  g_assert_true (g_file_set_contents (target.path, "old", -1, NULL));
  export_to (fixture, target.path);
  wait_until (is_pdf_written (target.path));
  clear_target (&target);
}

static gpointer
find_window_of (const char *type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), type))
      return l->data;

  return NULL;
}

static void
test_failure_is_told (Fixture *fixture)
{
  export_to (fixture, "/nonexistent/folder/ad.pdf");
  wait_until (find_window_of ("AdwMessageDialog") != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_window_of ("AdwMessageDialog")), ==,
                   "Could Not Write “ad.pdf”");
  gtk_window_destroy (find_window_of ("AdwMessageDialog"));
}

static gboolean
is_there (GtkPrintOperation *operation)
{
  mellow_print_choice_restore (operation);
  return gtk_print_operation_get_print_settings (operation) != NULL;
}

/* The printer is, and what is of one text alone is not. */
static void
test_choice_comes_back (Fixture *fixture)
{
  g_autoptr (GtkPrintOperation) first = gtk_print_operation_new ();
  g_autoptr (GtkPrintOperation) next = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *path = mellow_state_dup_path ("print", NULL);
  GtkPrintSettings *kept;

  g_assert_false (is_there (next));
  gtk_print_settings_set_printer (settings, "Blækprinter");
  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  gtk_print_settings_set_n_copies (settings, 3);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_operation_set_print_settings (first, settings);
  mellow_print_choice_keep (first);

  wait_until (is_there (next));
  kept = gtk_print_operation_get_print_settings (next);
  g_assert_cmpstr (gtk_print_settings_get_printer (kept), ==, "Blækprinter");
  g_assert_cmpint (gtk_print_settings_get_duplex (kept), ==, GTK_PRINT_DUPLEX_HORIZONTAL);
  g_assert_cmpint (gtk_print_settings_get_n_copies (kept), ==, 1);
  g_assert_cmpint (gtk_print_settings_get_print_pages (kept), ==, GTK_PRINT_PAGES_ALL);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_damaged_choice_is_none (Fixture *fixture)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autofree char *path = mellow_state_dup_path ("print", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "[Print Set", -1, NULL));
  g_assert_false (is_there (operation));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_print_by_key (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "ctrl+p", NULL);
  wait_until (find_window_of ("GtkPrintUnixDialog") != NULL);
  use_hand ("key", "Escape", NULL);
  wait_until (find_window_of ("GtkPrintUnixDialog") == NULL);
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/print/pages", test_pages, fixed);
  add ("/print/long-paragraph", test_long_paragraph, fixed);
  add ("/print/empty-text", test_empty_text, fixed);
  add ("/print/footer-has-the-name", test_footer_has_the_name, fixed);
  add ("/print/marks", test_marks, fixed);
  add ("/print/older-pdf-is-replaced", test_older_pdf_is_replaced, fixed);
  add ("/print/failure-is-told", test_failure_is_told, fixed);
  add ("/print/choice-comes-back", test_choice_comes_back, fixed);
  add ("/print/damaged-choice-is-none", test_damaged_choice_is_none, fixed);
  add ("/print/print-by-key", test_print_by_key, fixed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the call that opens a file to when the window has all of it: two megabytes of HTML,
 * and a PO file of 10,000 units, with everything switched on that a writer has.
 *
 *   bench-open TEXT…
 *
 * The texts are in English or, if their names end in .da.txt, in Danish; the files are made of
 * these. A file is opened in a tab of its own, and closed again. "Read and checked" is when
 * the draft has the text and all marks are known, "seen" the first frame after that, and
 * "done" when the main loop has nothing left to do: every mark is drawn and listed, every
 * word looked up. By the wall clock: run it while nothing else runs; "work" is what the
 * processor did meanwhile in all threads. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-fixture.h"
#include "mellow-application.h"
#include "mellow-data.h"
#include "mellow-settings.h"
#include "mellow-window.h"

#define N_RUNS 5
#define HTML_LENGTH (2 * BENCH_MEGABYTE)
#define N_UNITS 10000

/* What is told of each file. */
#define N_TIMES 5

/* Nothing to do for so long is the end, in microseconds. */
#define QUIET (400 * G_TIME_SPAN_MILLISECOND)

typedef struct {
  GtkApplication *application;
  MellowWindow *window;
  char *paths[2];
  guint n_frames;
} Bench;

static void
fail (const char *message)
{
  fprintf (stderr, "%s\n", message);
  exit (EXIT_FAILURE);
}

/* --- the files --- */

static BenchCorpus *
create_corpus (int n, char **paths, gboolean is_danish)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (int i = 0; i < n; i++)
    if (g_str_has_suffix (paths[i], ".da.txt") == is_danish)
      g_ptr_array_add (own, paths[i]);
  if (own->len == 0)
    fail ("bench-open needs texts in English and in Danish");

  return bench_corpus_new (own->len, (char **)own->pdata);
}

/* The lines of a text that are not blank. */
static GPtrArray *
make_lines (BenchCorpus *corpus, gsize length)
{
  GString *text = bench_corpus_make_text (corpus, length);
  g_auto (GStrv) all = g_strsplit (text->str, "\n", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; all[i] != NULL; i++)
    if (*g_strstrip (all[i]) != '\0')
      g_ptr_array_add (lines, g_strdup (all[i]));

  g_string_free (text, TRUE);
  return lines;
}

static char *
write_file (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (!g_file_set_contents (path, text, -1, NULL))
    fail ("cannot write a file to open");

  return path;
}

/* Each paragraph with a word in bold. */
static char *
write_page (BenchCorpus *corpus)
{
  g_autoptr (GPtrArray) lines = make_lines (corpus, HTML_LENGTH);
  g_autoptr (GString) page = g_string_new ("<!doctype html>\n<html lang=\"en\">\n<body>\n");

  for (guint i = 0; i < lines->len && page->len < HTML_LENGTH; i++) {
    g_auto (GStrv) words = g_strsplit (lines->pdata[i], " ", 2);
    g_autofree char *first = g_markup_escape_text (words[0], -1);
    g_autofree char *rest = g_markup_escape_text (words[1] != NULL ? words[1] : "", -1);

    g_string_append_printf (page, "<p class=\"copy\"><b>%s</b> %s</p>\n", first, rest);
  }
  g_string_append (page, "</body>\n</html>\n");
  return write_file ("two-megabytes.html", page->str);
}

static void
append_string (GString *file, const char *keyword, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\\\"", parts);

  g_string_append_printf (file, "%s \"%s\"\n", keyword, escaped);
}

static char *
write_translations (BenchCorpus *english, BenchCorpus *danish)
{
  g_autoptr (GPtrArray) sources = make_lines (english, 2 * BENCH_MEGABYTE);
  g_autoptr (GPtrArray) targets = make_lines (danish, 2 * BENCH_MEGABYTE);
  g_autoptr (GString) file = g_string_new ("msgid \"\"\nmsgstr \"\"\n\"Language: da\\n\"\n\n");

  for (guint i = 0; i < N_UNITS; i++) {
    g_string_append_printf (file, "#: page-%u.html:%u\n", i / 50, i % 50);
    append_string (file, "msgid", sources->pdata[i % sources->len]);
    append_string (file, "msgstr", targets->pdata[i % targets->len]);
    g_string_append_c (file, '\n');
  }
  return write_file ("ten-thousand-units.po", file->str);
}

/* --- the window --- */

static void
on_after_paint (Bench *bench)
{
  bench->n_frames++;
}

static MellowDraft *
get_draft (Bench *bench)
{
  return mellow_page_get_draft (mellow_window_get_page (bench->window));
}

static gboolean
has_file (Bench *bench, GFile *file)
{
  MellowDraft *draft = get_draft (bench);
  GFile *own = mellow_draft_get_file (draft);

  return own != NULL && g_file_equal (own, file) && !mellow_draft_is_busy (draft);
}

/* Returns when something was done last. */
static gint64
wait_for_quiet (void)
{
  gint64 last = g_get_monotonic_time ();

  while (g_get_monotonic_time () < last + QUIET) {
    gint64 start = g_get_monotonic_time ();

    while (g_main_context_iteration (NULL, FALSE))
      ;
    if (g_get_monotonic_time () - start > G_TIME_SPAN_MILLISECOND)
      last = g_get_monotonic_time ();
    g_usleep (500);
  }
  return last;
}

static void
add_time (GArray *times, double milliseconds)
{
  g_array_append_val (times, milliseconds);
}

/* Opens a file once, and closes it. */
static void
open_once (Bench *bench, const char *path, GArray *times[N_TIMES])
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  double work = bench_get_milliseconds ();
  gint64 start = g_get_monotonic_time ();
  guint n_frames;

  g_application_open (G_APPLICATION (bench->application), &file, 1, "");
  while (!has_file (bench, file) && g_get_monotonic_time () < start + G_TIME_SPAN_MINUTE)
    g_main_context_iteration (NULL, FALSE);
  if (!has_file (bench, file))
    fail ("the file did not open");
  add_time (times[0], (g_get_monotonic_time () - start) / 1e3);
  add_time (times[1], bench_get_milliseconds () - work);

  n_frames = bench->n_frames;
  while (bench->n_frames == n_frames)
    g_main_context_iteration (NULL, TRUE);
  add_time (times[2], (g_get_monotonic_time () - start) / 1e3);

  add_time (times[3], (wait_for_quiet () - start) / 1e3);
  add_time (times[4], bench_get_milliseconds () - work);
}

static void
bench_file (Bench *bench, const char *path, const char *name)
{
  static const char *const titles[N_TIMES] = { "read and checked", "  work of that", "seen", "done",
                                               "  work of that" };
  GArray *times[N_TIMES];
  MellowReview *review;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < N_RUNS; i++) {
    if (i > 0)
      gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.close-tab", NULL);
    gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.new-tab", NULL);
    wait_for_quiet ();
    open_once (bench, path, times);
  }

  review = mellow_draft_get_review (get_draft (bench));
  printf ("\n%s: %.3f MB, %u marks\n", name, mellow_review_get_length (review) / 1e6,
          mellow_review_get_n_marks (review));
  bench_print_times_header ();
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    bench_print_times (titles[i], times[i]);
    g_array_unref (times[i]);
  }
  fflush (stdout);
}

/* In the application's main loop, once the window is there. The tab it begins with stays, so
 * that the window does. */
static void
on_activate (GtkApplication *application, Bench *bench)
{
  GdkFrameClock *clock;

  bench->window = MELLOW_WINDOW (gtk_application_get_active_window (application));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
  wait_for_quiet ();
  bench_file (bench, bench->paths[0], "a page of HTML");
  bench_file (bench, bench->paths[1], "a PO file of 10,000 units");
  exit (EXIT_SUCCESS);
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchCorpus) english = create_corpus (argc - 1, argv + 1, FALSE);
  g_autoptr (BenchCorpus) danish = create_corpus (argc - 1, argv + 1, TRUE);
  g_autoptr (GSettings) settings = mellow_settings_new ();
  g_autoptr (MellowApplication) application = NULL;
  Bench bench = { .paths = { write_page (english), write_translations (english, danish) } };

  g_settings_set_boolean (settings, "tour-shown", TRUE);
  application = mellow_application_new (G_APPLICATION_NON_UNIQUE);
  bench.application = GTK_APPLICATION (application);
  g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), &bench);
  return g_application_run (G_APPLICATION (application), 1, argv);
}

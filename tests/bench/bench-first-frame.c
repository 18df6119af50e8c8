/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the window takes from the start of the process to its first frame, and to
 * the first one that has the text: with nothing to open, with a small file, and with a
 * megabyte that has 10,000 marks.
 *
 *   bench-first-frame TEXT…
 *
 * Each time is of a process of its own, this program again, which does what mellow
 * does. By the wall clock: run it while nothing else runs; "work" is what the processor
 * does for it meanwhile, in all its threads. */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-fixture.h"
#include "mellow-application.h"
#include "mellow-data.h"
#include "mellow-settings.h"
#include "mellow-window.h"

#define N_STARTS 15

/* The started process is told by this when it was started. */
#define START "MELLOW_BENCH_START"

static void
fail (const char *message)
{
  fprintf (stderr, "%s\n", message);
  exit (EXIT_FAILURE);
}

/* --- the process that is started --- */

static gboolean
has_text (GtkWindow *window)
{
  MellowPage *page = mellow_window_get_page (MELLOW_WINDOW (window));
  MellowDraft *draft = mellow_page_get_draft (page);

  return mellow_page_is_free (page) ||
         (mellow_draft_get_file (draft) != NULL && !mellow_draft_is_busy (draft));
}

/* Tells when the first frame was, and ends with the first that has the text. */
static void
on_frame (GtkWindow *window)
{
  static double work;
  static gint64 first;
  gint64 start = g_ascii_strtoll (g_getenv (START), NULL, 10);

  if (first == 0) {
    first = g_get_monotonic_time ();
    work = bench_get_milliseconds ();
  }
  if (!has_text (window))
    return;

  printf ("%f %f %f\n", (first - start) / 1e3, work, (g_get_monotonic_time () - start) / 1e3);
  exit (EXIT_SUCCESS);
}

static void
on_realized (GtkWindow *window)
{
  g_signal_connect_data (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                         G_CALLBACK (on_frame), window, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
on_window (GtkApplication *application, GtkWindow *window)
{
  if (MELLOW_IS_WINDOW (window))
    g_signal_connect (window, "realize", G_CALLBACK (on_realized), NULL);
}

static int
start (int argc, char **argv)
{
  g_autoptr (MellowApplication) application = NULL;
  g_autoptr (GSettings) settings = mellow_settings_new ();

  g_settings_set_boolean (settings, "tour-shown", TRUE);
  setlocale (LC_ALL, "");
  application = mellow_application_new (G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* --- the one that starts it --- */

static void
time_start (char **arguments, GArray *first, GArray *work, GArray *whole)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  double times[3];

  g_setenv (START, now, TRUE);
  if (!g_spawn_sync (NULL, arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                     NULL, NULL) ||
      sscanf (output, "%lf %lf %lf", &times[0], &times[1], &times[2]) != 3)
    fail ("the window did not come");

  g_array_append_val (first, times[0]);
  g_array_append_val (work, times[1]);
  g_array_append_val (whole, times[2]);
}

static void
bench_starts (const char *program, const char *path, const char *name)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STARTS; i++)
    time_start ((char *[]){ (char *)program, (char *)path, NULL }, first, work, whole);
  bench_print_times (name, first);
  bench_print_times ("  work of that", work);
  if (path != NULL)
    bench_print_times ("  with the text in it", whole);
}

int
main (int argc, char **argv)
{
  g_autofree char *rules = mellow_find_rules_database ();
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "megabyte.txt", NULL);

  if (g_getenv (START) != NULL)
    return start (argc, argv);
  if (argc < 2)
    fail ("usage: bench-first-frame TEXT…");

  bench_write_marked_text (path, rules, argc - 1, argv + 1);
  bench_print_times_header ();
  bench_starts (argv[0], NULL, "first frame, nothing to open");
  bench_starts (argv[0], argv[1], "first frame, a small file");
  bench_starts (argv[0], path, "first frame, a megabyte");
  return EXIT_SUCCESS;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long mellow-check takes from start to end over a small file, beside a
 * program that does nothing.
 *
 *   bench-start MELLOW-CHECK TEXT */

#include <stdio.h>
#include <stdlib.h>

#include "bench-fixture.h"

#define N_STARTS 20

/* Its findings, and its exit status for having some, are not of interest. */
static void
run (char **arguments)
{
  g_autoptr (GError) error = NULL;

  if (g_spawn_sync (NULL, arguments, NULL,
                    G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, NULL, &error))
    return;

  fprintf (stderr, "%s\n", error->message);
  exit (EXIT_FAILURE);
}

/* By the wall clock: the time is spent in another process. */
static void
bench_program (const char *name, char **arguments)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STARTS; i++) {
    gint64 start = g_get_monotonic_time ();
    double time;

    run (arguments);
    time = (g_get_monotonic_time () - start) / 1e3;
    g_array_append_val (times, time);
  }
  bench_print_times (name, times);
}

int
main (int argc, char **argv)
{
  if (argc != 3) {
    fprintf (stderr, "usage: bench-start MELLOW-CHECK TEXT\n");
    return EXIT_FAILURE;
  }
  bench_print_times_header ();
  bench_program ("true", (char *[]){ "true", NULL });
  bench_program ("mellow-check --version", (char *[]){ argv[1], "--version", NULL });
  bench_program ("mellow-check with a small file", (char *[]){ argv[1], argv[2], NULL });
  return EXIT_SUCCESS;
}

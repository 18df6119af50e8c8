/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a key to what is seen of it: types into the real window, in the middle of a
 * megabyte with 10,000 marks, with everything switched on that a writer has.
 *
 *   bench-typing CHARACTERS TEXT…
 *
 * The keys are events of the X server, pressed by xdotool 20 times a second. A time
 * ends with the frame that has the letter: when the frame clock has painted it. It
 * begins where the key reaches the window; "sent" has the way there besides, through
 * xdotool and the server. These are by the wall clock, as the writer sees it: run it
 * while nothing else runs. "Work" is what the processor does meanwhile for the window;
 * the rest is waiting for the frame.
 *
 * A cursor that may blink keeps the frame clock going 60 times a second, and a key then
 * waits for the next beat. It stands still while something is typed: only the first
 * letter of a burst waits. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-fixture.h"
#include "mellow-application.h"
#include "mellow-data.h"
#include "mellow-window.h"

#define KEYS_PER_SECOND 20

/* How often the copy below goes round before a paragraph ends: some 90 words. GTK lays
 * out a paragraph as one, so that keys in an endless one take longer and longer. */
#define ROUNDS_PER_PARAGRAPH 3

/* What is typed, over and over; it has marks, and words that no dictionary has. */
static const char copy[] =
    "our new lamps are here. act now, only 3 lamps left in stock. you can try one at home if you "
    "like, and send it back when it does not suit you. do not miss out on the brightlight. ";

/* What becomes of a key, in microseconds. */
typedef struct {
  gint64 sent;
  gint64 received;
  gint64 painted;
  gint64 work_before; /* of this thread so far */
  gint64 work_after;
} Key;

typedef struct {
  GtkApplication *application;
  MellowWindow *window;

  guint n_keys;
  guint n_received;
  guint n_painted;
  Key *keys;
} Bench;

static void
fail (const char *message)
{
  fprintf (stderr, "%s\n", message);
  exit (EXIT_FAILURE);
}

/* --- the hand --- */

static const char *
get_key (guint i)
{
  static char letter[2];
  guint n = ROUNDS_PER_PARAGRAPH * (sizeof copy - 1);

  if (i % (n + 1) == n)
    return "Return";

  letter[0] = copy[i % (n + 1) % (sizeof copy - 1)];
  switch (letter[0]) {
  case ' ':
    return "space";
  case '.':
    return "period";
  case ',':
    return "comma";
  default:
    return letter;
  }
}

/* Presses the keys, in a thread of its own. They fall at any moment of a frame, and
 * no key waits for the one before. */
static gpointer
type (gpointer data)
{
  Bench *bench = data;
  FILE *hand = popen ("xdotool -", "w");
  g_autoptr (GRand) dice = g_rand_new_with_seed (7);
  gint64 next = g_get_monotonic_time ();

  for (guint i = 0; hand != NULL && i < bench->n_keys; i++) {
    gint64 now = g_get_monotonic_time ();

    next += G_USEC_PER_SEC / KEYS_PER_SECOND + g_rand_int_range (dice, -8000, 8000);
    if (now < next)
      g_usleep (next - now);
    bench->keys[i].sent = g_get_monotonic_time ();
    fprintf (hand, "key --delay 0 %s\n", get_key (i));
    fflush (hand);
  }
  if (hand == NULL || pclose (hand) != 0)
    fail ("xdotool could not type");

  return NULL;
}

/* --- the window --- */

static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gboolean
on_key (GtkEventController *controller,
        guint symbol,
        guint code,
        GdkModifierType modifiers,
        Bench *bench)
{
  if (bench->n_received < bench->n_keys) {
    Key *key = &bench->keys[bench->n_received++];

    key->received = g_get_monotonic_time ();
    key->work_before = get_work ();
  }
  return GDK_EVENT_PROPAGATE;
}

static void
on_after_paint (Bench *bench)
{
  while (bench->n_painted < bench->n_received) {
    Key *key = &bench->keys[bench->n_painted++];

    key->painted = g_get_monotonic_time ();
    key->work_after = get_work ();
  }
}

static void
follow_frames (Bench *bench)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), bench);
  gtk_widget_add_controller (GTK_WIDGET (bench->window), keys);
  g_signal_connect_data (clock, "after-paint", G_CALLBACK (on_after_paint), bench, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Until nothing has been to do for a second: the text is laid out, its words are
 * looked up. */
static void
wait_for_quiet (void)
{
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () < quiet_since + G_TIME_SPAN_SECOND) {
    gint64 start = g_get_monotonic_time ();

    while (g_main_context_iteration (NULL, FALSE))
      ;
    if (g_get_monotonic_time () - start > G_TIME_SPAN_MILLISECOND)
      quiet_since = g_get_monotonic_time ();
    g_usleep (1000);
  }
}

/* --- what is told --- */

static gint64
get_time (const Key *key)
{
  return key->painted - key->received;
}

static gint64
get_time_from_sent (const Key *key)
{
  return key->painted - key->sent;
}

static gint64
get_work_on (const Key *key)
{
  return key->work_after - key->work_before;
}

static void
print_times (Bench *bench, const char *name, gint64 (*get) (const Key *))
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < bench->n_keys; i++) {
    double time = get (&bench->keys[i]) / 1e3;

    g_array_append_val (times, time);
  }
  bench_print_times (name, times);
}

static void
print_memory (const char *name)
{
  g_autofree char *memory = bench_dup_memory ("VmRSS");

  printf ("%-34s %12s\n", name, memory);
}

static MellowDraft *
get_draft (Bench *bench)
{
  return mellow_page_get_draft (mellow_window_get_page (bench->window));
}

static void
type_all (Bench *bench)
{
  GThread *hand;

  wait_for_quiet ();
  bench->n_received = 0;
  bench->n_painted = 0;
  hand = g_thread_new ("hand", type, bench);
  while (bench->n_painted < bench->n_keys)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (hand);

  print_times (bench, "key to painted", get_time);
  print_times (bench, "  from where it is sent", get_time_from_sent);
  print_times (bench, "  work of that", get_work_on);
}

static void
wait_for_text (Bench *bench)
{
  while (mellow_draft_get_file (get_draft (bench)) == NULL ||
         mellow_draft_is_busy (get_draft (bench)))
    g_main_context_iteration (NULL, TRUE);
  wait_for_quiet ();
}

static void
run (Bench *bench)
{
  MellowReview *review;

  bench->window = MELLOW_WINDOW (gtk_application_get_active_window (bench->application));
  wait_for_text (bench);
  review = mellow_draft_get_review (get_draft (bench));
  printf ("\n%-34s %9.3f MB\n", "text", mellow_review_get_length (review) / 1e6);
  printf ("%-34s %12u\n", "marks", mellow_review_get_n_marks (review));
  print_memory ("resident memory");

  mellow_draft_set_cursor (get_draft (bench), mellow_review_get_length (review) / 2);
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.focus-text", NULL);
  follow_frames (bench);
  bench_print_times_header ();
  type_all (bench);
  print_memory ("resident memory after typing");
}

/* In the application's main loop, once the window is there. */
static void
on_open (GtkApplication *application, gpointer files, int n_files, const char *hint, Bench *bench)
{
  run (bench);
  exit (EXIT_SUCCESS);
}

int
main (int argc, char **argv)
{
  g_autofree char *rules = mellow_find_rules_database ();
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "megabyte.txt", NULL);
  g_autoptr (MellowApplication) application = NULL;
  Bench bench = { 0 };

  if (argc < 3)
    fail ("usage: bench-typing CHARACTERS TEXT…");
  bench_write_marked_text (path, rules, argc - 2, argv + 2);

  bench.n_keys = strtoul (argv[1], NULL, 10);
  bench.keys = g_new0 (Key, bench.n_keys);
  application = mellow_application_new (G_APPLICATION_NON_UNIQUE);
  bench.application = GTK_APPLICATION (application);
  g_signal_connect_after (application, "open", G_CALLBACK (on_open), &bench);
  return g_application_run (G_APPLICATION (application), 2, (char *[]){ argv[0], path });
}

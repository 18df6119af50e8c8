/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edit costs in a draft of 1 MB with 10,000 marks, alone and with the list
 * of the side panel at it, which shows all marks or some of them.
 *
 *   bench-outline RULES.db */

#include <stdio.h>
#include <stdlib.h>

#include "bench-fixture.h"
#include "mellow-draft.h"
#include "mellow-mark-outline.h"

#define N_MARKS 10000
#define N_EDITS 2000

/* Ordinary sentences, and a phrase that is marked; no two of them are quite alike. */
static char *
create_text (void)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < N_MARKS; i++) {
    g_string_append_printf (text, "Only %d left in the shop. ", i + 2);
    g_string_append (text, "The kettle is on, and the garden is open until dark. ");
    if (i % 4 == 3)
      g_string_append (text, "\n\n");
  }
  return g_string_free (text, FALSE);
}

static void
add_time (GArray *times, double start)
{
  double time = bench_get_milliseconds () - start;

  g_array_append_val (times, time);
}

/* Types a word into a sentence without a mark, or a sentence with one, at places all
 * over the text, and takes it back. */
static void
time_edits (MellowDraft *draft, const char *words, const char *name)
{
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);
  int n_lines = gtk_text_buffer_get_line_count (buffer);

  for (int i = 0; i < N_EDITS; i++) {
    GtkTextIter start, end;
    double begin;

    gtk_text_buffer_get_iter_at_line (buffer, &start, g_rand_int_range (dice, 0, n_lines / 2) * 2);
    begin = bench_get_milliseconds ();
    gtk_text_buffer_insert (buffer, &start, words, -1);
    add_time (times, begin);
    end = start;
    gtk_text_iter_backward_chars (&start, g_utf8_strlen (words, -1));
    begin = bench_get_milliseconds ();
    gtk_text_buffer_delete (buffer, &start, &end);
    add_time (times, begin);
  }
  bench_print_times (name, times);
}

static void
time_both (MellowDraft *draft, const char *list)
{
  g_autofree char *plain = g_strdup_printf ("a word, %s", list);
  g_autofree char *marked = g_strdup_printf ("a mark, %s", list);

  time_edits (draft, "Well ", plain);
  time_edits (draft, "Only 1 left. ", marked);
}

int
main (int argc, char **argv)
{
  g_autoptr (ProseRuleSet) rules = NULL;
  g_autoptr (MellowDraft) draft = NULL;
  g_autoptr (MellowMarkFilter) filter = mellow_mark_filter_new ();
  g_autoptr (MellowMarkOutline) outline = NULL;
  g_autofree char *text = create_text ();
  double start;

  if (argc != 2) {
    fprintf (stderr, "usage: bench-outline RULES.db\n");
    return EXIT_FAILURE;
  }
  rules = bench_load_rules (argv[1]);
  draft = mellow_draft_new (rules);
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (draft)), text, -1);

  bench_print_times_header ();
  time_both (draft, "no list");
  start = bench_get_milliseconds ();
  outline = mellow_mark_outline_new (mellow_draft_get_review (draft),
                                     mellow_draft_get_marks (draft), filter);
  printf ("list of %u marks made in %.1f ms\n", mellow_mark_outline_get_n_marks (outline),
          bench_get_milliseconds () - start);
  time_both (draft, "all listed");
  start = bench_get_milliseconds ();
  mellow_mark_filter_set_text (filter, "99");
  printf ("filtered to %u marks in %.1f ms\n", mellow_mark_outline_get_n_shown (outline),
          bench_get_milliseconds () - start);
  time_both (draft, "filtered");
  return EXIT_SUCCESS;
}

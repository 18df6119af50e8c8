/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench-corpus.h"
#include "prose.h"

/* What is timed: one pass over a text. Returns how much it found. */
typedef guint (*BenchPass) (const GString *text, gpointer data);

double bench_get_milliseconds (void);
ProseRuleSet *bench_load_rules (const char *path);

guint bench_pass_check (const GString *text, gpointer checker);
guint bench_pass_check_english (const GString *text, gpointer checker);
double bench_time_pass (
    BenchPass pass, const GString *text, gpointer data, guint n_runs, guint *found);

void bench_write_marked_text (const char *path, const char *rules, int n_texts, char **texts);

void bench_print_times_header (void);
void bench_print_times (const char *name, GArray *times);

char *bench_dup_memory (const char *name);

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define BENCH_KILOBYTE 1000
#define BENCH_MEGABYTE (1000 * BENCH_KILOBYTE)

/* Pieces of copy, and texts of any length made of them by repeating them with
 * other words and numbers. Pseudo-random, the same in every run. */
typedef struct {
  GPtrArray *texts;
  GPtrArray *words; /* the distinct ones, interned */
  GRand *dice;
} BenchCorpus;

BenchCorpus *bench_corpus_new (int n_paths, char **paths);
void bench_corpus_free (BenchCorpus *self);
const char *bench_corpus_pick_word (BenchCorpus *self);
GString *bench_corpus_make_text (BenchCorpus *self, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchCorpus, bench_corpus_free)

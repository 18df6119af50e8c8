/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tone-trend.h"

#include <glib/gi18n.h>
#include <math.h>

/* How far back it goes, in seconds. */
#define REACH (10 * 60.0)

/* A writer who has not typed for so long pauses, in milliseconds. */
#define PAUSE 1000

/**
 * MellowToneTrend:
 *
 * How the Pressure of a text moved over the last minutes of writing: a sample after
 * each pause of the writer. It is kept in memory, and starts anew with a text that
 * comes whole.
 */
struct _MellowToneTrend {
  GObject parent_instance;

  MellowReview *review;
  GArray *samples;
  guint source;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowToneTrend, mellow_tone_trend, G_TYPE_OBJECT)

static MellowToneSample *
get_sample (MellowToneTrend *self, guint i)
{
  return &g_array_index (self->samples, MellowToneSample, i);
}

/* The last sample of before stays: from there it moved. */
static void
drop_old (MellowToneTrend *self, double now)
{
  guint n_old = 0;

  while (n_old + 1 < self->samples->len && get_sample (self, n_old + 1)->time < now - REACH)
    n_old++;
  if (n_old > 0)
    g_array_remove_range (self->samples, 0, n_old);
}

/* A text that was loaded has no history of edits. */
static gboolean
is_new_text (MellowToneTrend *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (mellow_review_get_buffer (self->review));

  return !gtk_text_buffer_get_can_undo (buffer) && !gtk_text_buffer_get_can_redo (buffer);
}

static gboolean
take_sample (gpointer user_data)
{
  MellowToneTrend *self = user_data;
  MellowToneSample sample = { g_get_monotonic_time () / (double)G_USEC_PER_SEC,
                              mellow_review_get_pressure (self->review) };

  self->source = 0;
  if (is_new_text (self))
    g_array_set_size (self->samples, 0);
  if (mellow_review_get_measures (self->review)->words > 0)
    mellow_tone_trend_add (self, sample);

  return G_SOURCE_REMOVE;
}

static void
on_review_changed (MellowToneTrend *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, take_sample, self);
}

static void
mellow_tone_trend_dispose (GObject *object)
{
  MellowToneTrend *self = MELLOW_TONE_TREND (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (mellow_tone_trend_parent_class)->dispose (object);
}

static void
mellow_tone_trend_finalize (GObject *object)
{
  g_array_unref (MELLOW_TONE_TREND (object)->samples);

  G_OBJECT_CLASS (mellow_tone_trend_parent_class)->finalize (object);
}

static void
mellow_tone_trend_class_init (MellowToneTrendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_tone_trend_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_tone_trend_finalize;

  /**
   * MellowToneTrend::changed:
   * @self: a trend
   *
   * There is another sample.
   */
  signals[CHANGED] = g_signal_new ("changed", MELLOW_TYPE_TONE_TREND, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_tone_trend_init (MellowToneTrend *self)
{
  self->samples = g_array_new (FALSE, FALSE, sizeof (MellowToneSample));
}

/**
 * mellow_tone_trend_new:
 * @review: a text that is being written
 *
 * Returns: (transfer full): its trend
 */
MellowToneTrend *
mellow_tone_trend_new (MellowReview *review)
{
  MellowToneTrend *self;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);

  self = g_object_new (MELLOW_TYPE_TONE_TREND, NULL);
  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (on_review_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * mellow_tone_trend_add:
 * @self: a trend
 * @sample: the newest sample
 *
 * Adds a sample, and forgets those of too long ago.
 */
void
mellow_tone_trend_add (MellowToneTrend *self, MellowToneSample sample)
{
  g_return_if_fail (MELLOW_IS_TONE_TREND (self));

  g_array_append_val (self->samples, sample);
  drop_old (self, sample.time);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_tone_trend_get_samples:
 * @self: a trend
 *
 * Returns: (transfer none) (element-type MellowToneSample): the samples, the oldest
 *   one first
 */
const GArray *
mellow_tone_trend_get_samples (MellowToneTrend *self)
{
  g_return_val_if_fail (MELLOW_IS_TONE_TREND (self), NULL);

  return self->samples;
}

/**
 * mellow_tone_trend_describe:
 * @self: a trend
 *
 * Returns: (transfer full) (nullable): where Pressure moved, in words; %NULL if there
 *   is nothing to tell yet
 */
char *
mellow_tone_trend_describe (MellowToneTrend *self)
{
  long first, last;

  g_return_val_if_fail (MELLOW_IS_TONE_TREND (self), NULL);

  if (self->samples->len < 2)
    return NULL;

  first = lround (get_sample (self, 0)->pressure);
  last = lround (get_sample (self, self->samples->len - 1)->pressure);
  if (first == last)
    return g_strdup_printf (_ ("Pressure is at %ld, as before"), last);

  return g_strdup_printf (first > last ? _ ("Pressure fell from %ld to %ld")
                                       : _ ("Pressure rose from %ld to %ld"),
                          first, last);
}

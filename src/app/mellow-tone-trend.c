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
 * comes whole. Before that are the versions that were kept of it.
 */
struct _MellowToneTrend {
  GObject parent_instance;

  MellowReview *review;
  GArray *samples;
  GPtrArray *past; /* of MellowTonePoint, the oldest first */
  guint source;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowToneTrend, mellow_tone_trend, G_TYPE_OBJECT)

static void
point_free (gpointer data)
{
  MellowTonePoint *point = data;

  g_free (point->name);
  g_free (point);
}

/**
 * mellow_tone_point_describe:
 * @self: the tone of a version
 *
 * Returns: (transfer full): which version it is, and its tone, in words
 */
char *
mellow_tone_point_describe (const MellowTonePoint *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *when = NULL;

  if (self->name == NULL)
    return g_strdup_printf (_ ("Now: Pressure %ld, Warmth %ld"), lround (self->pressure),
                            lround (self->warmth));

  time = g_date_time_new_from_unix_local (self->created);
  when = time != NULL ? g_date_time_format (time, "%x %H:%M") : g_strdup ("");
  /* Translators: the name of a version of the text, when it was kept, its meters. */
  return g_strdup_printf (_ ("%s, %s: Pressure %ld, Warmth %ld"), self->name, when,
                          lround (self->pressure), lround (self->warmth));
}

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
  g_ptr_array_unref (MELLOW_TONE_TREND (object)->past);

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
   * There is another sample, or another past.
   */
  signals[CHANGED] = g_signal_new ("changed", MELLOW_TYPE_TONE_TREND, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_tone_trend_init (MellowToneTrend *self)
{
  self->samples = g_array_new (FALSE, FALSE, sizeof (MellowToneSample));
  self->past = g_ptr_array_new_with_free_func (point_free);
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
 * mellow_tone_trend_set_past:
 * @self: a trend
 * @snapshots: (element-type ProseSnapshot): what was kept of the text, the last one
 *   first
 */
void
mellow_tone_trend_set_past (MellowToneTrend *self, GPtrArray *snapshots)
{
  g_return_if_fail (MELLOW_IS_TONE_TREND (self));
  g_return_if_fail (snapshots != NULL);

  g_ptr_array_set_size (self->past, 0);
  for (guint i = snapshots->len; i > 0; i--) {
    const ProseSnapshot *snapshot = snapshots->pdata[i - 1];
    MellowTonePoint *point = g_new (MellowTonePoint, 1);

    *point = (MellowTonePoint){ g_strdup (snapshot->name), snapshot->created, snapshot->pressure,
                                snapshot->warmth };
    g_ptr_array_add (self->past, point);
  }
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_tone_trend_get_past:
 * @self: a trend
 *
 * Returns: (transfer none) (element-type MellowTonePoint): the versions that were kept,
 *   the oldest one first
 */
const GPtrArray *
mellow_tone_trend_get_past (MellowToneTrend *self)
{
  g_return_val_if_fail (MELLOW_IS_TONE_TREND (self), NULL);

  return self->past;
}

/**
 * mellow_tone_trend_get_now:
 * @self: a trend
 *
 * Returns: the tone of the text as it is
 */
MellowTonePoint
mellow_tone_trend_get_now (MellowToneTrend *self)
{
  ProseToneSummary tone = { 0 };

  g_return_val_if_fail (MELLOW_IS_TONE_TREND (self), (MellowTonePoint){ 0 });

  tone = prose_tone_summary_new (mellow_review_get_measures (self->review));
  return (MellowTonePoint){ .pressure = tone.pressure, .warmth = tone.warmth };
}

/**
 * mellow_tone_trend_describe_past:
 * @self: a trend
 *
 * Returns: (transfer full) (nullable): how the text moved since the first version, in
 *   words; %NULL if none was kept
 */
char *
mellow_tone_trend_describe_past (MellowToneTrend *self)
{
  const MellowTonePoint *first;
  MellowTonePoint now;

  g_return_val_if_fail (MELLOW_IS_TONE_TREND (self), NULL);

  if (self->past->len == 0)
    return NULL;

  first = self->past->pdata[0];
  now = mellow_tone_trend_get_now (self);
  /* Translators: the name of a version, and each meter then and now. */
  return g_strdup_printf (_ ("Since %s: Pressure %ld → %ld, Warmth %ld → %ld"), first->name,
                          lround (first->pressure), lround (now.pressure), lround (first->warmth),
                          lround (now.warmth));
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

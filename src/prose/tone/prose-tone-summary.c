/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From measures to meters. Each meter is what its marks and credits weigh per
 * length of text, bent so that it rises steeply at first and never passes 100:
 *
 *     meter = 100 · (1 − exp (−load per 100 words / scale))
 *
 * Density rather than a sum, so that doubling a text changes nothing. The
 * scales are our own choice: a text with one device of weight 6 in 50 words
 * should read as firm, three of them as pushy.
 */

#include "tone/prose-tone-summary.h"

#include <math.h>

#include "tone/prose-tone-note.h"

#define PRESSURE_SCALE 24.0
#define WARMTH_SCALE 30.0
#define INFORMATION_SCALE 30.0

/* What a number or a price adds to Information, in weights. */
#define FACT_WEIGHT 3.0

/* From here on a text is firm, and pushy. */
#define FIRM 20.0
#define PUSHY 50.0

#define HUNDREDTHS 100.0

static double
get_meter (double load, double units, double scale)
{
  if (units <= 0)
    return 0;

  return 100.0 * (1.0 - exp (-(100.0 * load / units) / scale));
}

static double
get_lix (const ProseMeasures *measures)
{
  if (measures->sentences == 0 || measures->words == 0)
    return 0;

  return (double)measures->words / measures->sentences +
         100.0 * measures->long_words / measures->words;
}

static ProseVerdict
judge (const ProseMeasures *measures, double pressure)
{
  if (pressure >= PUSHY)
    return PROSE_VERDICT_PUSHY;
  if (pressure >= FIRM)
    return PROSE_VERDICT_FIRM;

  return prose_tone_is_weak (measures) ? PROSE_VERDICT_TOO_WEAK : PROSE_VERDICT_CALM;
}

/**
 * prose_tone_summary_new:
 * @measures: what a text amounts to
 *
 * Returns: its tone
 */
ProseToneSummary
prose_tone_summary_new (const ProseMeasures *measures)
{
  double warmth = measures->load[PROSE_METER_WARMTH] / HUNDREDTHS;
  double information =
      measures->load[PROSE_METER_INFORMATION] / HUNDREDTHS + FACT_WEIGHT * measures->facts;
  ProseToneSummary summary = {
    .pressure = get_meter (measures->load[PROSE_METER_PRESSURE] / HUNDREDTHS, measures->units,
                           PRESSURE_SCALE),
    .warmth = get_meter (warmth, measures->units, WARMTH_SCALE),
    .information = get_meter (information, measures->units, INFORMATION_SCALE),
    .lix = get_lix (measures),
  };

  summary.verdict = judge (measures, summary.pressure);
  return summary;
}

static double
get_value (const ProseToneSummary *summary, ProseMeter meter)
{
  switch (meter) {
  case PROSE_METER_WARMTH:
    return summary->warmth;
  case PROSE_METER_INFORMATION:
    return summary->information;
  case PROSE_METER_PRESSURE:
  default:
    return summary->pressure;
  }
}

static double
get_part (const ProseMeasures *measures, ProseMeter meter, double load)
{
  ProseToneSummary summary = prose_tone_summary_new (measures);
  double all = measures->load[meter];

  if (meter == PROSE_METER_INFORMATION)
    all += FACT_WEIGHT * HUNDREDTHS * measures->facts;

  return all > 0 ? get_value (&summary, meter) * load / all : 0;
}

/**
 * prose_tone_get_points:
 * @measures: what the text amounts to
 * @diagnostic: a mark or a credit of it
 *
 * Returns: how much of its meter comes from @diagnostic; the points of all marks and
 *   credits of a meter, and those of the facts, add up to it
 */
double
prose_tone_get_points (const ProseMeasures *measures, const ProseDiagnostic *diagnostic)
{
  return get_part (measures, diagnostic->rule->category->meter, diagnostic->load);
}

/**
 * prose_tone_get_points_of_facts:
 * @measures: what the text amounts to
 *
 * Returns: how much of Information comes from numbers, prices and dates
 */
double
prose_tone_get_points_of_facts (const ProseMeasures *measures)
{
  return get_part (measures, PROSE_METER_INFORMATION, FACT_WEIGHT * HUNDREDTHS * measures->facts);
}

/**
 * prose_tone_get_share:
 * @measures: what the text amounts to
 * @diagnostic: a mark of it
 *
 * Returns: how much of the text's Pressure comes from @diagnostic, in points;
 *   the shares of all marks add up to the meter
 */
double
prose_tone_get_share (const ProseMeasures *measures, const ProseDiagnostic *diagnostic)
{
  if (diagnostic->rule->category->meter != PROSE_METER_PRESSURE)
    return 0;

  return prose_tone_get_points (measures, diagnostic);
}

/**
 * prose_verdict_to_string:
 * @verdict: a verdict
 *
 * Returns: its name for machines (`calm`)
 */
const char *
prose_verdict_to_string (ProseVerdict verdict)
{
  static const char *const names[] = {
    [PROSE_VERDICT_CALM] = "calm",
    [PROSE_VERDICT_FIRM] = "firm",
    [PROSE_VERDICT_PUSHY] = "pushy",
    [PROSE_VERDICT_TOO_WEAK] = "too weak",
  };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (names), NULL);

  return names[verdict];
}

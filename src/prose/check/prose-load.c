/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much the marks and credits of a sentence weigh together. */

#include "check/prose-load.h"

#include "check/prose-diagnostic.h"

/* Weights are counted in hundredths, so that factors stay whole numbers. */
#define LOAD_UNIT 100

/* Devices of different families in one sentence strengthen each other: each
 * further family adds a quarter, up to double (DOMAIN.md, D2: multiply, do not
 * add; the size of the factor is our own choice). */
#define STACKING_STEP 25
#define STACKING_MOST 200

static const ProseRule *
get_rule (const GArray *found, guint i)
{
  return g_array_index (found, ProseDiagnostic, i).rule;
}

static gboolean
presses (const ProseRule *rule)
{
  return rule->category->meter == PROSE_METER_PRESSURE && rule->weight > 0;
}

/* Whether no earlier mark of the sentence is of the family. */
static gboolean
is_first_of_family (const GArray *found, guint i)
{
  for (guint j = 0; j < i; j++)
    if (get_rule (found, j)->category == get_rule (found, i)->category)
      return FALSE;

  return TRUE;
}

static guint
get_stacking (const GArray *found)
{
  guint n_families = 0;

  for (guint i = 0; i < found->len; i++)
    n_families += presses (get_rule (found, i)) && is_first_of_family (found, i);

  return MIN (100 + STACKING_STEP * (MAX (n_families, 1) - 1), STACKING_MOST);
}

/* Pressure where it meets the reader first weighs more (DOMAIN.md, D7). */
static guint
get_zone_factor (ProseZone zone)
{
  switch (zone) {
  case PROSE_ZONE_SUBJECT:
  case PROSE_ZONE_DECLINE:
    return 200;
  case PROSE_ZONE_HEADLINE:
    return 150;
  case PROSE_ZONE_ANY:
  case PROSE_ZONE_BODY:
  case PROSE_ZONE_BUTTON:
  case PROSE_ZONE_FINE_PRINT:
  case PROSE_ZONE_DESCRIPTION:
  default:
    return 100;
  }
}

/**
 * prose_load_assign:
 * @found: (element-type ProseDiagnostic): all marks and credits of a sentence, in order
 * @zone: its part on the page
 *
 * Gives each its load, in hundredths of a weight. Of what does not press, the first of each
 * family has one.
 */
void
prose_load_assign (GArray *found, ProseZone zone)
{
  guint factor = get_zone_factor (zone) * get_stacking (found);

  for (guint i = 0; i < found->len; i++) {
    ProseDiagnostic *diagnostic = &g_array_index (found, ProseDiagnostic, i);

    if (presses (diagnostic->rule))
      diagnostic->load = diagnostic->rule->weight * LOAD_UNIT * factor / (100 * 100);
    else if (is_first_of_family (found, i))
      diagnostic->load = diagnostic->rule->weight * LOAD_UNIT;
  }
}

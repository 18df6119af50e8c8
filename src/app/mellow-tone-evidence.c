/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tone-evidence.h"

/* A family of marks and what it adds to the meter. */
typedef struct {
  const ProseCategory *category;
  guint count;
  guint load;
} Family;

static Family *
find_family (GArray *families, const ProseCategory *category)
{
  Family family = { category, 0, 0 };

  for (guint i = 0; i < families->len; i++)
    if (g_array_index (families, Family, i).category == category)
      return &g_array_index (families, Family, i);

  g_array_append_val (families, family);
  return &g_array_index (families, Family, families->len - 1);
}

static int
compare_families (gconstpointer a, gconstpointer b)
{
  const Family *family = a, *other = b;

  if (family->load != other->load)
    return family->load < other->load ? 1 : -1;

  return other->count > family->count ? 1 : other->count < family->count ? -1 : 0;
}

static GArray *
count_families (const GArray *diagnostics)
{
  GArray *families = g_array_new (FALSE, FALSE, sizeof (Family));

  for (guint i = 0; i < diagnostics->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);
    Family *family = find_family (families, diagnostic->rule->category);

    family->count++;
    family->load += diagnostic->load;
  }

  g_array_sort (families, compare_families);
  return families;
}

/**
 * mellow_tone_evidence_describe:
 * @diagnostics: (element-type ProseDiagnostic): marks or credits of a text
 * @max_families: how many families to name
 *
 * Says in a line what stands behind a meter: `Scarcity ×2, Buy command ×1`.
 *
 * Returns: (transfer full): the families, the heaviest one first; an ellipsis
 *   stands for more
 */
char *
mellow_tone_evidence_describe (const GArray *diagnostics, guint max_families)
{
  g_autoptr (GArray) families = count_families (diagnostics);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < MIN (families->len, max_families); i++) {
    Family family = g_array_index (families, Family, i);

    g_string_append_printf (line, "%s%s ×%u", i > 0 ? ", " : "", family.category->title,
                            family.count);
  }
  if (families->len > max_families)
    g_string_append (line, " …");

  return g_string_free (line, FALSE);
}

/* What is alike stays in the order of the text. */
static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  const MellowToneEvidence *evidence = a, *other = b;

  if (evidence->points != other->points)
    return evidence->points < other->points ? 1 : -1;

  return prose_diagnostic_compare_places (&evidence->mark, &other->mark);
}

/**
 * mellow_tone_evidence_rank:
 * @measures: what a text amounts to
 * @diagnostics: (element-type ProseDiagnostic): its marks or its credits
 * @meter: a meter
 *
 * Returns: (transfer full) (element-type MellowToneEvidence): those that move the
 *   meter, the heaviest one first
 */
GArray *
mellow_tone_evidence_rank (const ProseMeasures *measures,
                           const GArray *diagnostics,
                           ProseMeter meter)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (MellowToneEvidence));

  for (guint i = 0; i < diagnostics->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (diagnostics, ProseDiagnostic, i);
    MellowToneEvidence evidence = { *mark, prose_tone_get_points (measures, mark) };

    if (mark->rule->category->meter == meter && mark->load > 0)
      g_array_append_val (ranked, evidence);
  }

  g_array_sort (ranked, compare_evidence);
  return ranked;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is compared with what: the two sides of the units of a translation, or the parts
 * of two texts. Those are aligned by their structure: part by part if both are built
 * alike; else heading by heading, and between headings, or without them, so that as much
 * as possible stands beside its like. */

#include "tone/prose-parity-pair.h"

#include <math.h>
#include <string.h>

#include "check/prose-passage.h"
#include "formats/prose-translation-unit.h"

/* What it costs to leave a part alone, to pair parts of unlike zones, and a figure that
 * only one of them has; what a common one gains. Own choice: two paragraphs of one page
 * seldom differ in length by more than e² and in two figures. */
#define COST_ALONE 1.5
#define COST_ZONE 2.0
#define COST_FIGURE 0.7
#define GAIN_FIGURE 0.5

/* Two texts of more parts than this, multiplied, are paired in their order. */
#define MOST_CELLS (1u << 22)

/* A part of a text, by what stays when it is translated. */
typedef struct {
  const ProseSegment *segment;
  ProseZone zone;
  double length;   /* logarithm of characters */
  guint64 figures; /* a bit for each */
} Part;

/* --- pairs --- */

/**
 * prose_parity_pair_new:
 * @id: (nullable): what the unit is known by
 * @source: (nullable): the original
 * @target: (nullable): its translation
 *
 * Returns: (transfer full): the two, to be compared
 */
ProseParityPair *
prose_parity_pair_new (const char *id, const ProseSegment *source, const ProseSegment *target)
{
  ProseParityPair *self = g_new0 (ProseParityPair, 1);

  self->id = g_strdup (id);
  self->source = source;
  self->target = target;
  return self;
}

void
prose_parity_pair_free (ProseParityPair *self)
{
  g_free (self->id);
  g_free (self);
}

static GPtrArray *
create_pairs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)prose_parity_pair_free);
}

/* --- units of a translation --- */

static const ProseSegment *
get_segment (GPtrArray *segments, guint i)
{
  return segments->pdata[i];
}

/* The segments that are translated by themselves, in the code of others, or all but these. */
static GPtrArray *
select_segments (GPtrArray *segments, gboolean is_in_code)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; i < segments->len; i++)
    if (get_segment (segments, i)->is_in_code == is_in_code)
      g_ptr_array_add (selected, segments->pdata[i]);

  return selected;
}

/* A unit ends where the next one has another id, or begins with its original. */
static guint
find_unit_end (GPtrArray *segments, guint start)
{
  const ProseSegment *first = get_segment (segments, start);
  guint end = start + 1;

  for (; end < segments->len; end++) {
    const ProseSegment *segment = get_segment (segments, end);

    if (first->id == NULL || g_strcmp0 (segment->id, first->id) != 0 ||
        (segment->role == PROSE_SEGMENT_SOURCE &&
         get_segment (segments, end - 1)->role == PROSE_SEGMENT_COPY))
      break;
  }
  return end;
}

/* The first plural form of a translation is that of the original's singular; all others
 * are made from its plural. */
static void
add_unit (GPtrArray *pairs, GPtrArray *segments, ProseSpan unit)
{
  const char *id = get_segment (segments, unit.start)->id;
  const ProseSegment *source = NULL, *plural = NULL;
  guint n_pairs = pairs->len;

  for (guint i = unit.start; i < unit.end; i++) {
    const ProseSegment *segment = get_segment (segments, i);
    gboolean is_first = pairs->len == n_pairs;

    if (segment->role == PROSE_SEGMENT_COPY)
      g_ptr_array_add (
          pairs, prose_parity_pair_new (id, is_first || plural == NULL ? source : plural, segment));
    else if (source == NULL)
      source = segment;
    else
      plural = segment;
  }
  if (pairs->len == n_pairs)
    g_ptr_array_add (pairs, prose_parity_pair_new (id, source, NULL));
}

/* Of what stands in code all originals of a unit come before all translations. */
static void
add_pairs_in_code (GPtrArray *pairs, GPtrArray *segments)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = get_segment (segments, i);
    const ProseSegment *source = g_hash_table_lookup (sources, segment->id);

    if (segment->role == PROSE_SEGMENT_SOURCE)
      g_hash_table_insert (sources, segment->id, (gpointer)segment);
    else if (source != NULL)
      g_ptr_array_add (pairs, prose_parity_pair_new (segment->id, source, segment));
  }
}

/**
 * prose_parity_pairs_new:
 * @segments: (element-type ProseSegment): those of a file of translations
 *
 * Returns: (transfer full) (element-type ProseParityPair): the units of the file, a pair for
 *   each plural form; empty if there is no original in it
 */
GPtrArray *
prose_parity_pairs_new (GPtrArray *segments)
{
  g_autoptr (GPtrArray) units = select_segments (segments, FALSE);
  g_autoptr (GPtrArray) in_code = select_segments (segments, TRUE);
  GPtrArray *pairs = create_pairs ();
  gboolean has_source = FALSE;

  for (guint start = 0, end; start < units->len; start = end) {
    end = find_unit_end (units, start);
    add_unit (pairs, units, (ProseSpan){ start, end });
  }
  add_pairs_in_code (pairs, in_code);
  for (guint i = 0; i < pairs->len; i++)
    has_source |= ((const ProseParityPair *)pairs->pdata[i])->source != NULL;
  if (!has_source)
    g_ptr_array_set_size (pairs, 0);

  return pairs;
}

/**
 * prose_parity_pairs_set_limits:
 * @pairs: (element-type ProseParityPair): the units of a file of translations
 * @units: (element-type ProseTranslationUnit): the same, as [func@Prose.Translation.read]
 *   reads them
 *
 * Takes over how long each translation may be.
 */
void
prose_parity_pairs_set_limits (GPtrArray *pairs, GPtrArray *units)
{
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++) {
    ProseParityPair *pair = pairs->pdata[i];
    guint start = pair->target != NULL ? prose_copy_get_source (pair->target->copy).start : 0;

    if (pair->target == NULL || pair->target->is_in_code)
      continue;
    while (n < units->len && ((const ProseTranslationUnit *)units->pdata[n])->span.end <= start)
      n++;
    if (n < units->len)
      pair->limit = ((const ProseTranslationUnit *)units->pdata[n])->limit;
  }
}

/* --- parts of two texts --- */

static guint64
find_figures (const char *text)
{
  guint64 figures = 0;

  while (*(text += strcspn (text, "0123456789")) != '\0') {
    guint hash = 0;

    for (; g_ascii_isdigit (*text); text++)
      hash = hash * 31 + *text;
    figures |= G_GUINT64_CONSTANT (1) << hash % 64;
  }
  return figures;
}

static GArray *
create_parts (GPtrArray *segments)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];
    const char *text = prose_copy_get_text (segment->copy);
    Part part = { .segment = segment,
                  .zone = prose_passage_of_segment (segment).zone,
                  .length = log (1 + g_utf8_strlen (text, -1)),
                  .figures = find_figures (text) };

    if (segment->role == PROSE_SEGMENT_COPY && !prose_copy_is_blank (segment->copy))
      g_array_append_val (parts, part);
  }
  return parts;
}

static const Part *
get_part (const GArray *parts, guint i)
{
  return &g_array_index (parts, Part, i);
}

static guint
count_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static double
get_cost (const Part *source, const Part *target)
{
  return fabs (source->length - target->length) + (source->zone != target->zone) * COST_ZONE +
         count_bits (source->figures ^ target->figures) * COST_FIGURE -
         count_bits (source->figures & target->figures) * GAIN_FIGURE;
}

static void
add_pair (GPtrArray *pairs, const Part *source, const Part *target)
{
  g_ptr_array_add (pairs, prose_parity_pair_new (NULL, source != NULL ? source->segment : NULL,
                                                 target != NULL ? target->segment : NULL));
}

static gboolean
are_built_alike (const GArray *sources, ProseSpan a, const GArray *targets, ProseSpan b)
{
  if (prose_span_get_length (a) != prose_span_get_length (b))
    return FALSE;
  for (guint i = 0; i < prose_span_get_length (a); i++)
    if (get_part (sources, a.start + i)->zone != get_part (targets, b.start + i)->zone)
      return FALSE;

  return TRUE;
}

static void
pair_in_order (
    GPtrArray *pairs, const GArray *sources, ProseSpan a, const GArray *targets, ProseSpan b)
{
  guint n = MAX (prose_span_get_length (a), prose_span_get_length (b));

  for (guint i = 0; i < n; i++)
    add_pair (pairs, a.start + i < a.end ? get_part (sources, a.start + i) : NULL,
              b.start + i < b.end ? get_part (targets, b.start + i) : NULL);
}

typedef enum {
  STEP_BOTH,
  STEP_SOURCE,
  STEP_TARGET,
} Step;

/* The cheapest way through both ranges, from their ends: which step leads on from each
 * place. */
static guint8 *
find_steps (const GArray *sources, ProseSpan a, const GArray *targets, ProseSpan b)
{
  guint n = prose_span_get_length (a), m = prose_span_get_length (b);
  guint8 *steps = g_malloc ((gsize)(n + 1) * (m + 1));
  g_autofree double *below = g_new (double, m + 1);
  g_autofree double *costs = g_new (double, m + 1);

  for (guint i = n + 1; i-- > 0;) {
    for (guint k = m + 1; k-- > 0;) {
      double both = i < n && k < m ? below[k + 1] + get_cost (get_part (sources, a.start + i),
                                                              get_part (targets, b.start + k))
                                   : INFINITY;
      double source = i < n ? below[k] + COST_ALONE : INFINITY;
      double target = k < m ? costs[k + 1] + COST_ALONE : INFINITY;
      guint8 step = STEP_BOTH;

      costs[k] = both;
      if (source < costs[k]) {
        costs[k] = source;
        step = STEP_SOURCE;
      }
      if (target < costs[k]) {
        costs[k] = target;
        step = STEP_TARGET;
      }
      if (i == n && k == m)
        costs[k] = 0;
      steps[(gsize)i * (m + 1) + k] = step;
    }
    memcpy (below, costs, (m + 1) * sizeof (double));
  }
  return steps;
}

static void
pair_by_likeness (
    GPtrArray *pairs, const GArray *sources, ProseSpan a, const GArray *targets, ProseSpan b)
{
  g_autofree guint8 *steps = find_steps (sources, a, targets, b);
  guint n = prose_span_get_length (a), m = prose_span_get_length (b);

  for (guint i = 0, k = 0; i < n || k < m;) {
    Step step = steps[(gsize)i * (m + 1) + k];

    add_pair (pairs, step != STEP_TARGET ? get_part (sources, a.start + i) : NULL,
              step != STEP_SOURCE ? get_part (targets, b.start + k) : NULL);
    i += step != STEP_TARGET;
    k += step != STEP_SOURCE;
  }
}

static void
pair_ranges (
    GPtrArray *pairs, const GArray *sources, ProseSpan a, const GArray *targets, ProseSpan b)
{
  guint64 cells = (guint64)(prose_span_get_length (a) + 1) * (prose_span_get_length (b) + 1);

  if (are_built_alike (sources, a, targets, b) || cells > MOST_CELLS)
    pair_in_order (pairs, sources, a, targets, b);
  else
    pair_by_likeness (pairs, sources, a, targets, b);
}

/* Where sections start: at the start, and at each heading after it. */
static GArray *
find_sections (const GArray *parts)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < parts->len; i++)
    if (i == 0 || get_part (parts, i)->zone == PROSE_ZONE_HEADLINE)
      g_array_append_val (starts, i);

  return starts;
}

static gboolean
begins_with_heading (const GArray *parts)
{
  return parts->len > 0 && get_part (parts, 0)->zone == PROSE_ZONE_HEADLINE;
}

static ProseSpan
get_section (const GArray *starts, guint i, guint end)
{
  return (ProseSpan){ g_array_index (starts, guint, i),
                      i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : end };
}

/**
 * prose_parity_pairs_align:
 * @sources: (element-type ProseSegment): a text
 * @targets: (element-type ProseSegment): the same in another language
 *
 * Returns: (transfer full) (element-type ProseParityPair): which part of the one stands for
 *   which of the other, in the order of both; a part without its like has no other side
 */
GPtrArray *
prose_parity_pairs_align (GPtrArray *sources, GPtrArray *targets)
{
  GPtrArray *pairs = create_pairs ();
  g_autoptr (GArray) a = create_parts (sources);
  g_autoptr (GArray) b = create_parts (targets);
  g_autoptr (GArray) a_starts = find_sections (a);
  g_autoptr (GArray) b_starts = find_sections (b);

  if (a_starts->len != b_starts->len || begins_with_heading (a) != begins_with_heading (b)) {
    pair_ranges (pairs, a, (ProseSpan){ 0, a->len }, b, (ProseSpan){ 0, b->len });
    return pairs;
  }
  for (guint i = 0; i < a_starts->len; i++)
    pair_ranges (pairs, a, get_section (a_starts, i, a->len), b, get_section (b_starts, i, b->len));

  return pairs;
}

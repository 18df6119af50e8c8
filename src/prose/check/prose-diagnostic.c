/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-diagnostic.h"

/**
 * prose_diagnostic_shift:
 * @diagnostic: a diagnostic
 * @offset: how far its text stands from the start of a larger one, in bytes
 *
 * Returns: the same diagnostic in the larger text
 */
ProseDiagnostic
prose_diagnostic_shift (ProseDiagnostic diagnostic, guint offset)
{
  diagnostic.span = prose_span_shift (diagnostic.span, offset);
  diagnostic.sentence = prose_span_shift (diagnostic.sentence, offset);
  for (guint i = 0; i < G_N_ELEMENTS (diagnostic.captures); i++)
    diagnostic.captures[i] = prose_span_shift (diagnostic.captures[i], offset);

  return diagnostic;
}

typedef ProseSpan (*Mapping) (const ProseCopy *copy, ProseSpan span);

static ProseDiagnostic
map (ProseDiagnostic diagnostic, const ProseCopy *copy, Mapping mapping)
{
  diagnostic.span = mapping (copy, diagnostic.span);
  diagnostic.sentence = mapping (copy, diagnostic.sentence);
  for (guint i = 0; i < G_N_ELEMENTS (diagnostic.captures); i++)
    if (!prose_span_is_empty (diagnostic.captures[i]))
      diagnostic.captures[i] = mapping (copy, diagnostic.captures[i]);

  return diagnostic;
}

/**
 * prose_diagnostic_to_source:
 * @diagnostic: a diagnostic in the bytes of a copy
 * @copy: that copy
 *
 * Returns: the same diagnostic in the bytes that @copy was read from
 */
ProseDiagnostic
prose_diagnostic_to_source (ProseDiagnostic diagnostic, const ProseCopy *copy)
{
  return map (diagnostic, copy, prose_copy_to_source);
}

/**
 * prose_diagnostic_from_source:
 * @diagnostic: a diagnostic in the bytes that a copy was read from
 * @copy: that copy
 *
 * Returns: the same diagnostic in the bytes of @copy
 */
ProseDiagnostic
prose_diagnostic_from_source (ProseDiagnostic diagnostic, const ProseCopy *copy)
{
  return map (diagnostic, copy, prose_copy_from_source);
}

/**
 * prose_diagnostic_compare_places:
 * @a: a #ProseDiagnostic
 * @b: another
 *
 * Orders diagnostics as they stand in the text; a #GCompareFunc.
 *
 * Returns: less than, equal to or greater than 0
 */
int
prose_diagnostic_compare_places (gconstpointer a, gconstpointer b)
{
  const ProseDiagnostic *first = a;
  const ProseDiagnostic *second = b;

  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

/**
 * prose_diagnostics_to_string:
 * @diagnostics: (element-type ProseDiagnostic): diagnostics
 *
 * A short notation for tests and debugging: `0-7 urgency.act-now, …`.
 *
 * Returns: (transfer full): spans and rules, separated by commas
 */
char *
prose_diagnostics_to_string (const GArray *diagnostics)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);

    if (i > 0)
      g_string_append (string, ", ");
    g_string_append_printf (string, "%u-%u %s", diagnostic->span.start, diagnostic->span.end,
                            diagnostic->rule->id);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

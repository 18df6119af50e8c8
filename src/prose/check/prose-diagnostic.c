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

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of any encoding: what can be read is checked, and encodes to the same
 * bytes again. */

#include "fuzz-target.h"

#include <string.h>

#include "prose-fixture.h"
#include "text/prose-line-index.h"

static void
check_round_trip (GBytes *bytes, ProseDocument *document)
{
  gsize length;
  const char *text = prose_document_get_text (document, &length);
  g_autoptr (GBytes) encoded =
      prose_document_encode (text, length, prose_document_get_encoding (document));

  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_true (g_utf8_validate_len (text, length, NULL));
  g_assert_true (g_bytes_equal (bytes, encoded));
}

static void
check_places (ProseDocument *document, const GArray *diagnostics)
{
  gsize length;
  const char *text = prose_document_get_text (document, &length);
  g_autoptr (ProseLineIndex) lines = prose_line_index_new (text, length);

  for (guint i = 0; i < diagnostics->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);
    ProsePosition place = prose_line_index_locate (lines, diagnostic->span.start);

    g_assert_cmpuint (diagnostic->span.start, <, diagnostic->span.end);
    g_assert_cmpuint (diagnostic->span.end, <=, length);
    g_assert_cmpuint (place.line, >, 0);
    g_assert_cmpuint (place.column, >, 0);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static ProseChecker *checker = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseDocument) document = prose_document_new_from_bytes (bytes, &error);
  g_autoptr (ProseReport) report = NULL;

  if (document == NULL) {
    g_assert_nonnull (error);
    return 0;
  }
  if (checker == NULL) {
    g_autoptr (ProseRuleSet) rules = build_standard_rules ();

    checker = prose_checker_new (rules);
  }
  check_round_trip (bytes, document);
  report = prose_checker_check (checker, document, NULL);
  check_places (document, prose_report_get_diagnostics (report));
  return 0;
}

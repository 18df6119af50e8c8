/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The units of a PO or XLIFF file of any bytes: each target stands in the file, is written as
 * it is if nothing has changed, and else in one piece that is valid UTF-8. */

#include "fuzz-target.h"

#include <string.h>

#include "formats/prose-po-format.h"
#include "formats/prose-translation.h"
#include "formats/prose-xliff-format.h"

static void
check_target (const ProseTranslationUnit *unit, guint n, const char *text, gsize length)
{
  const ProseTranslationTarget *target = unit->targets->pdata[n];
  const char *before = prose_translation_unit_get_target (unit, n);
  g_autofree char *longer = g_strconcat ("{1}<", before, "\n&\"", NULL);
  g_autofree char *same = NULL;
  g_autofree char *spelled = NULL;
  ProseSpan span;

  g_assert_cmpuint (target->content.end, <=, length);
  same = prose_translation_write_target (unit, n, before, &span, NULL);
  g_assert_cmpuint (strlen (same), ==, span.end - span.start);
  g_assert_true (memcmp (same, text + span.start, span.end - span.start) == 0);
  spelled = prose_translation_write_target (unit, n, longer, &span, NULL);
  g_assert_true (spelled == NULL || g_utf8_validate (spelled, -1, NULL));
}

static void
check_units (const ProseFormat *format, const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GPtrArray) units = prose_translation_read (format, text, length);

  for (guint i = 0; i < units->len; i++) {
    const ProseTranslationUnit *unit = units->pdata[i];

    for (guint n = 0; n < unit->targets->len; n++) {
      g_autoptr (GPtrArray) faults = prose_translation_check_placeholders (
          prose_translation_unit_get_source (unit, n), prose_translation_unit_get_target (unit, n));

      g_assert_nonnull (faults);
      check_target (unit, n, text, length);
    }
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);

  check_units (&prose_po_format, text);
  check_units (&prose_xliff_format, text);
  return 0;
}

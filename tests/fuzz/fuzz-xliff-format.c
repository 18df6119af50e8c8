/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An XLIFF file of any bytes: it is read in blocks, and what is read stands in it. */

#include "fuzz-target.h"

#include <string.h>

#include "format-fixture.h"
#include "formats/prose-xliff-format.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  gsize length = strlen (text);
  /* The first byte says where the file is edited. */
  guint place = length > 0 ? (guchar)text[0] * length / 256 : 0;

  check_format (&prose_xliff_format, text, length);
  while (place > 0 && (text[place] & 0xc0) == 0x80)
    place--;
  check_format_edit (&prose_xliff_format, text, (ProseSpan){ place, place }, "</unit><target>");
  return 0;
}

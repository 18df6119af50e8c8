/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Markdown of any bytes: it is read in blocks, and what is read stands in it. */

#include "fuzz-target.h"

#include <string.h>

#include "format-fixture.h"
#include "formats/prose-markdown-format.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  gsize length = strlen (text);
  /* The first byte says where the text is edited. */
  guint place = length > 0 ? (guchar)text[0] * length / 256 : 0;

  check_format (&prose_markdown_format, text, length);
  while (place > 0 && (text[place] & 0xc0) == 0x80)
    place--;
  check_format_edit (&prose_markdown_format, text, (ProseSpan){ place, place }, "\n\n");
  check_format_edit (&prose_markdown_format, text, (ProseSpan){ place, length }, "");
  return 0;
}

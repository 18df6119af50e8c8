/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of any bytes: it is read in blocks, and what is read stands in it. */

#include "fuzz-target.h"

#include <string.h>

#include "format-fixture.h"
#include "formats/prose-html-format.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *page = fuzz_dup_text (data, size);
  gsize length = strlen (page);
  /* The first byte says where the page is edited. */
  guint place = length > 0 ? (guchar)page[0] * length / 256 : 0;
  ProseEncoding encoding;

  prose_html_format.find_encoding ((const char *)data, size, &encoding);
  check_format (&prose_html_format, page, length);
  while (place > 0 && (page[place] & 0xc0) == 0x80)
    place--;
  check_format_edit (&prose_html_format, page, (ProseSpan){ place, place }, "<p>");
  check_format_edit (&prose_html_format, page, (ProseSpan){ place, length }, "");
  return 0;
}

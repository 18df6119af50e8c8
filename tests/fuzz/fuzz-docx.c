/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A Word document of any bytes, and a part of one: there is a text, or an error. */

#include "fuzz-target.h"

#include <string.h>

#include "formats/prose-docx-text.h"
#include "formats/prose-docx.h"

static void
read_archive (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = prose_docx_read (bytes, &error);

  g_assert_true ((text == NULL) == (error != NULL));
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
read_part (const char *part)
{
  g_autoptr (GHashTable) headings = prose_docx_read_headings (part, strlen (part));
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);

  prose_docx_read_paragraphs (part, strlen (part), headings, paragraphs);
  for (guint i = 0; i < paragraphs->len; i++) {
    g_assert_true (g_utf8_validate (paragraphs->pdata[i], -1, NULL));
    g_assert_null (strstr (paragraphs->pdata[i], "\n\n"));
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *part = fuzz_dup_text (data, size);

  read_archive (data, size);
  read_part (part);
  return 0;
}

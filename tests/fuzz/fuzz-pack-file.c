/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of several packs: what is taken apart and put together again comes apart
 * the same way. */

#include "fuzz-target.h"

#include <string.h>

#include "rules/prose-pack-file.h"

static char *
join (GPtrArray *parts)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (texts, ((ProsePackPart *)parts->pdata[i])->text);
  g_ptr_array_add (texts, NULL);

  return prose_pack_file_join ((const char *const *)texts->pdata);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts =
      prose_pack_file_split ("fuzz.yaml", (const char *)data, size, &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *file = NULL;
  g_autofree char *file_again = NULL;

  if (parts == NULL) {
    g_assert_true (g_str_has_prefix (error->message, "fuzz.yaml:"));
    return 0;
  }
  file = join (parts);
  again = prose_pack_file_split ("fuzz.yaml", file, strlen (file), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, parts->len);
  file_again = join (again);
  g_assert_cmpstr (file_again, ==, file);
  return 0;
}

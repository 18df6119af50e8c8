/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What each target defines: it must come back from any bytes, with nothing
 * broken. libFuzzer calls it, or the main() of fuzz-main.c. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The bytes as what the engine is given: valid UTF-8 without NUL, ending in one. */
static inline char *
fuzz_dup_text (const guint8 *data, gsize size)
{
  return g_utf8_make_valid ((const char *)data, size);
}

G_END_DECLS

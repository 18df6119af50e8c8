/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-ignore-reason.h"

static const char *const reason_names[] = {
  [PROSE_IGNORE_REASON_NONE] = "none",     [PROSE_IGNORE_REASON_INTENDED] = "intended",
  [PROSE_IGNORE_REASON_PROVEN] = "proven", [PROSE_IGNORE_REASON_QUOTED] = "quoted",
  [PROSE_IGNORE_REASON_BRAND] = "brand",
};

const char *
prose_ignore_reason_to_string (ProseIgnoreReason reason)
{
  g_return_val_if_fail (reason < G_N_ELEMENTS (reason_names), NULL);

  return reason_names[reason];
}

gboolean
prose_ignore_reason_from_string (const char *name, ProseIgnoreReason *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reason_names); i++) {
    if (g_strcmp0 (reason_names[i], name) == 0) {
      *reason = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-snapshot.h"

void
prose_snapshot_free (ProseSnapshot *self)
{
  g_free (self->document);
  g_free (self->name);
  g_free (self->text);
  g_free (self->verdict);
  g_free (self);
}

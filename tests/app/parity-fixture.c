/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text by the shipped rules, compared with its original. */

#include "parity-fixture.h"

#include "fixture.h"

MellowDraft *
create_translation (const char *format, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRuleSet) rules =
      prose_rule_store_load (g_getenv ("MELLOW_SHIPPED_RULES"), &error);
  MellowDraft *draft = NULL;

  g_assert_no_error (error);
  draft = mellow_draft_new (rules);
  mellow_draft_choose_format (draft, prose_format_find (format));
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (draft)), text, -1);
  return draft;
}

/* What compares it, once it has. */
MellowParityWatch *
watch_over (MellowDraft *draft)
{
  MellowParityWatch *watch = mellow_parity_watch_of (draft);

  wait_until (!mellow_parity_watch_is_behind (watch));
  return watch;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits, each of four bytes and the text it inserts: whether it deletes, where,
 * how much it deletes or inserts. After each, the live checker knows what a check
 * of the whole text finds. */

#include "fuzz-target.h"

#include <string.h>

#include "check/prose-live-checker.h"
#include "prose-fixture.h"

#define LONGEST_TEXT 4096

typedef struct {
  ProseRuleSet *rules;
  ProseLiveChecker *live;
  GString *text;
} Editor;

/* The start of the character that position is in. */
static guint
find_character_start (const GString *text, guint position)
{
  position %= text->len + 1;
  while (position > 0 && position < text->len && (text->str[position] & 0xc0) == 0x80)
    position--;

  return position;
}

static void
insert (Editor *self, guint position, const char *text)
{
  guint at = find_character_start (self->text, position);

  if (*text == '\0' || self->text->len + strlen (text) > LONGEST_TEXT)
    return;
  g_string_insert (self->text, at, text);
  prose_live_checker_insert (self->live, at, text, -1);
}

static void delete (Editor *self, guint position, guint length)
{
  guint start = find_character_start (self->text, position);
  guint end = find_character_start (self->text, MIN (start + length, self->text->len));

  if (start == end)
    return;
  g_string_erase (self->text, start, end - start);
  prose_live_checker_delete (self->live, (ProseSpan){ start, end });
}

static void
check (Editor *self)
{
  ProseSpan all = { 0, self->text->len };
  g_autoptr (GArray) diagnostics = prose_live_checker_dup_diagnostics (self->live, all);
  g_autoptr (GArray) credits = prose_live_checker_dup_credits (self->live, all);
  g_autofree char *text = prose_live_checker_dup_text (self->live, all);
  g_autofree char *marks = prose_diagnostics_to_string (diagnostics);
  g_autofree char *measures = measures_to_string (prose_live_checker_get_measures (self->live));
  g_autoptr (ProseReport) report = check_text (self->rules, "en", self->text->str);

  g_assert_cmpstr (text, ==, self->text->str);
  assert_string (prose_diagnostics_to_string (prose_report_get_diagnostics (report)), marks);
  g_assert_cmpuint (credits->len, ==, prose_report_get_credits (report)->len);
  assert_string (measures_to_string (prose_report_get_measures (report)), measures);
}

static void
run (Editor *self, const guint8 *data, gsize size)
{
  while (size >= 4) {
    gboolean deletes = data[0] & 1;
    guint position = data[1] << 8 | data[2];
    guint length = data[3];

    data += 4, size -= 4;
    if (deletes) {
      delete (self, position, length);
    } else {
      g_autofree char *text = fuzz_dup_text (data, MIN (length, size));

      insert (self, position, text);
      data += MIN (length, size), size -= MIN (length, size);
    }
    check (self);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static ProseRuleSet *rules = NULL;
  Editor editor = { 0 };

  if (rules == NULL)
    rules = build_standard_rules ();
  editor = (Editor){ rules, prose_live_checker_new (rules), g_string_new (NULL) };
  prose_live_checker_set_language (editor.live, "en");

  run (&editor, data, size);

  g_object_unref (editor.live);
  g_string_free (editor.text, TRUE);
  return 0;
}

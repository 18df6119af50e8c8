/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps, each of four bytes and the text it inserts: what it does, where, how much it
 * deletes or inserts. It edits, or changes what is ignored. After each, the live
 * checker knows what a check of the whole text finds. */

#include "fuzz-target.h"

#include <string.h>

#include "check/prose-live-checker.h"
#include "prose-fixture.h"

#define LONGEST_TEXT 4096

typedef struct {
  ProseRuleSet *rules;
  ProseLiveChecker *live;
  ProseIgnoreList *ignored;
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

/* The n-th mark here, or throughout. */
static void
ignore_mark (Editor *self, guint n, ProseIgnoreLevel level)
{
  guint n_marks = prose_live_checker_get_n_diagnostics (self->live);
  g_autoptr (ProseIgnoreEntry) entry = NULL;
  ProseDiagnostic mark;

  if (n_marks == 0)
    return;
  mark = prose_live_checker_get_diagnostic (self->live, n % n_marks);
  entry = prose_live_checker_create_ignore_entry (self->live, level, &mark);
  prose_live_checker_add_ignored (self->live, entry);
}

static void
stop_ignoring (Editor *self, guint n)
{
  guint n_entries = prose_ignore_list_get_n_entries (self->ignored);

  if (n_entries > 0)
    prose_live_checker_remove_ignored (self->live,
                                       prose_ignore_list_get_entry (self->ignored, n % n_entries));
}

static void
change_ignored (Editor *self, guint step, guint n)
{
  static const char *const rules[] = { "command", "command.act-now", "scarcity.only-n-left" };
  g_autoptr (ProseIgnoreEntry) entry = NULL;

  switch (step & 3) {
  case 0:
    ignore_mark (self, n, PROSE_IGNORE_HERE);
    break;
  case 1:
    ignore_mark (self, n, PROSE_IGNORE_IN_DOCUMENT);
    break;
  case 2:
    entry = prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, "en",
                                             rules[n % G_N_ELEMENTS (rules)]);
    prose_live_checker_add_ignored (self->live, entry);
    break;
  default:
    stop_ignoring (self, n);
  }
}

static ProseReport *
check_whole (Editor *self)
{
  g_autoptr (ProseDocument) document = prose_document_new (self->text->str, self->text->len);
  g_autoptr (ProseChecker) checker = prose_checker_new (self->rules);

  prose_checker_set_ignore_list (checker, self->ignored);
  return prose_checker_check (checker, document, "en");
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
  g_autoptr (ProseReport) report = check_whole (self);

  g_assert_cmpstr (text, ==, self->text->str);
  assert_string (prose_diagnostics_to_string (prose_report_get_diagnostics (report)), marks);
  g_assert_cmpuint (credits->len, ==, prose_report_get_credits (report)->len);
  assert_string (measures_to_string (prose_report_get_measures (report)), measures);
}

static void
run (Editor *self, const guint8 *data, gsize size)
{
  while (size >= 4) {
    guint step = data[0];
    guint position = data[1] << 8 | data[2];
    guint length = data[3];

    data += 4, size -= 4;
    if (step & 2) {
      change_ignored (self, step >> 2, position + length);
    } else if (step & 1) {
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
  editor = (Editor){ rules, prose_live_checker_new (rules), prose_ignore_list_new (),
                     g_string_new (NULL) };
  prose_live_checker_set_language (editor.live, "en");
  prose_live_checker_set_ignore_list (editor.live, editor.ignored);

  run (&editor, data, size);

  g_object_unref (editor.live);
  prose_ignore_list_unref (editor.ignored);
  g_string_free (editor.text, TRUE);
  return 0;
}

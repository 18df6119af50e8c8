/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the live checker share: a text that is edited, at random too, and
 * what has to hold after every edit.
 */

#include "live-session.h"

#include <string.h>

#include "text/prose-paragraph.h"

void
set_up (Session *session, gconstpointer unused)
{
  session->rules = build_standard_rules ();
  session->live = prose_live_checker_new (session->rules);
  session->checker = prose_checker_new (session->rules);
  session->language = NULL;
  session->format = prose_format_get_text ();
  session->text = g_string_new (NULL);
  session->marks = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  session->ignored = NULL;
}

void
tear_down (Session *session, gconstpointer unused)
{
  g_assert_finalize_object (session->live);
  g_object_unref (session->checker);
  prose_rule_set_unref (session->rules);
  g_string_free (session->text, TRUE);
  g_array_unref (session->marks);
  g_clear_pointer (&session->ignored, prose_ignore_list_unref);
}

/* Does with the marks what a change says: some go, some come, those behind them
 * move by as much as the text has grown. */
void
follow (Session *session, const ProseLiveChange *change, gint growth)
{
  g_assert_cmpuint (change->position + change->removed, <=, session->marks->len);
  g_array_remove_range (session->marks, change->position, change->removed);
  for (guint i = change->position; i < session->marks->len; i++) {
    ProseDiagnostic *mark = &g_array_index (session->marks, ProseDiagnostic, i);

    *mark = prose_diagnostic_shift (*mark, growth);
  }
  for (guint i = 0; i < change->added; i++) {
    ProseDiagnostic mark = prose_live_checker_get_diagnostic (session->live, change->position + i);

    g_assert_true (prose_span_contains (change->span, mark.span));
    g_array_insert_val (session->marks, change->position + i, mark);
  }
}

ProseLiveChange
insert (Session *session, guint offset, const char *text)
{
  ProseLiveChange change = prose_live_checker_insert (session->live, offset, text, -1);

  g_string_insert (session->text, offset, text);
  follow (session, &change, strlen (text));
  return change;
}

ProseLiveChange
erase (Session *session, ProseSpan span)
{
  ProseLiveChange change = prose_live_checker_delete (session->live, span);

  g_string_erase (session->text, span.start, prose_span_get_length (span));
  follow (session, &change, -(gint)prose_span_get_length (span));
  return change;
}

void
set_text (Session *session, const char *text)
{
  gint growth = (gint)strlen (text) - (gint)session->text->len;
  ProseLiveChange change = prose_live_checker_set_text (session->live, text, -1);

  g_string_assign (session->text, text);
  follow (session, &change, growth);
}

void
set_language (Session *session, const char *language)
{
  session->language = language;
  prose_live_checker_set_language (session->live, language);
  g_array_unref (session->marks);
  session->marks =
      prose_live_checker_dup_diagnostics (session->live, (ProseSpan){ 0, session->text->len });
}

char *
change_to_string (ProseLiveChange change)
{
  return g_strdup_printf ("%u-%u at %u: %u go, %u come", change.span.start, change.span.end,
                          change.position, change.removed, change.added);
}

void
set_format (Session *session, const ProseFormat *format)
{
  ProseLiveChange change = prose_live_checker_set_format (session->live, format);

  session->format = format;
  follow (session, &change, 0);
}

/* --- what has to hold after every edit --- */

ProseSpan
get_whole (Session *session)
{
  return (ProseSpan){ 0, session->text->len };
}

/* All that is known of diagnostics. */
static char *
describe (const GArray *diagnostics)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);

    g_string_append_printf (string, "%u-%u %s %u in %u-%u", diagnostic->span.start,
                            diagnostic->span.end, diagnostic->rule->id, diagnostic->load,
                            diagnostic->sentence.start, diagnostic->sentence.end);
    for (guint j = 0; j < PROSE_MAX_CAPTURES; j++)
      if (!prose_span_is_empty (diagnostic->captures[j]))
        g_string_append_printf (string, " %u:%u-%u", j, diagnostic->captures[j].start,
                                diagnostic->captures[j].end);
    g_string_append (string, "\n");
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* Takes found. */
static void
assert_described (GArray *found, const char *expected)
{
  assert_string (describe (found), expected);
  g_array_unref (found);
}

/* What is ignored as of now, but for what has no place in the text now. */
static ProseIgnoreList *
dup_placed (Session *session)
{
  ProseIgnoreList *placed = prose_ignore_list_new ();

  if (session->ignored == NULL)
    return placed;

  prose_ignore_list_set_today (placed, prose_ignore_list_get_today (session->ignored));
  for (guint i = 0; i < prose_ignore_list_get_n_entries (session->ignored); i++) {
    ProseIgnoreEntry *entry = prose_ignore_list_get_entry (session->ignored, i);

    if (entry->is_present)
      prose_ignore_list_add (placed, entry);
  }
  return placed;
}

static ProseReport *
check_by (Session *session, ProseDocument *document, ProseIgnoreList *list)
{
  prose_checker_set_ignore_list (session->checker, list);
  prose_document_set_format (document, session->format);
  return prose_checker_check (session->checker, document, session->language);
}

static void
assert_same_as_a_whole_check (Session *session)
{
  g_autoptr (ProseDocument) document = prose_document_new (session->text->str, session->text->len);
  g_autoptr (ProseIgnoreList) placed = dup_placed (session);
  g_autoptr (ProseReport) report = check_by (session, document, placed);
  g_autofree char *diagnostics = describe (prose_report_get_diagnostics (report));
  g_autofree char *credits = describe (prose_report_get_credits (report));
  g_autofree char *measures = measures_to_string (prose_report_get_measures (report));

  prose_checker_set_ignore_list (session->checker, NULL);
  assert_described (prose_live_checker_dup_diagnostics (session->live, get_whole (session)),
                    diagnostics);
  assert_described (prose_live_checker_dup_credits (session->live, get_whole (session)), credits);
  assert_string (measures_to_string (prose_live_checker_get_measures (session->live)), measures);
  assert_described (g_array_ref (session->marks), diagnostics);
}

static void
assert_same_from_scratch (Session *session)
{
  g_autoptr (ProseLiveChecker) fresh = prose_live_checker_new (session->rules);
  g_autoptr (ProseIgnoreList) placed = dup_placed (session);
  g_autoptr (GArray) diagnostics = NULL;
  g_autoptr (GArray) credits = NULL;
  g_autofree char *described = NULL;
  g_autofree char *described_credits = NULL;

  prose_live_checker_set_format (fresh, session->format);
  prose_live_checker_set_language (fresh, session->language);
  prose_live_checker_set_text (fresh, session->text->str, session->text->len);
  if (session->ignored != NULL)
    prose_live_checker_set_ignore_list (fresh, placed);
  diagnostics = prose_live_checker_dup_diagnostics (fresh, get_whole (session));
  credits = prose_live_checker_dup_credits (fresh, get_whole (session));
  described = describe (diagnostics);
  described_credits = describe (credits);

  assert_described (prose_live_checker_dup_diagnostics (session->live, get_whole (session)),
                    described);
  assert_described (prose_live_checker_dup_credits (session->live, get_whole (session)),
                    described_credits);
  g_assert_cmpmem (prose_live_checker_get_measures (session->live), sizeof (ProseMeasures),
                   prose_live_checker_get_measures (fresh), sizeof (ProseMeasures));
}

static void
assert_text (Session *session)
{
  g_assert_cmpuint (prose_live_checker_get_length (session->live), ==, session->text->len);
  assert_string (prose_live_checker_dup_text (session->live, get_whole (session)),
                 session->text->str);
}

guint
pick_offset (Session *session)
{
  guint offset = g_test_rand_int_range (0, session->text->len + 1);

  while (offset < session->text->len && ((guchar)session->text->str[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

ProseSpan
pick_span (Session *session)
{
  guint a = pick_offset (session);
  guint b = pick_offset (session);

  return (ProseSpan){ MIN (a, b), MAX (a, b) };
}

static void
assert_part (Session *session, ProseSpan span)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  g_autofree char *described = NULL;
  g_autofree char *text = dup_span (session->text->str, span);

  for (guint i = 0; i < session->marks->len; i++) {
    ProseDiagnostic mark = g_array_index (session->marks, ProseDiagnostic, i);

    if (prose_span_overlaps (mark.span, span))
      g_array_append_val (expected, mark);
  }
  described = describe (expected);
  assert_described (prose_live_checker_dup_diagnostics (session->live, span), described);
  assert_string (prose_live_checker_dup_text (session->live, span), text);
}

/* The first mark that ends at an offset or after it. */
static guint
find_plainly (Session *session, guint offset)
{
  guint i = 0;

  while (i < session->marks->len &&
         g_array_index (session->marks, ProseDiagnostic, i).span.end < offset)
    i++;
  return i;
}

/* The line an offset lies in, counted from the start of the text. */
static void
count_lines (Session *session, guint offset, guint *line, guint *line_index)
{
  guint start = 0;

  for (*line = 0;; (*line)++) {
    guint next;
    ProseSpan span = prose_next_line (session->text->str, session->text->len, start, &next);

    if (offset < next || span.end == next)
      break;
    start = next;
  }
  *line_index = offset - start;
}

void
assert_line (Session *session, guint offset)
{
  guint line, line_index, expected_line, expected_index;

  count_lines (session, offset, &expected_line, &expected_index);
  prose_live_checker_get_line (session->live, offset, &line, &line_index);
  g_assert_cmpuint (line, ==, expected_line);
  g_assert_cmpuint (line_index, ==, expected_index);
  g_assert_cmpuint (prose_live_checker_get_offset (session->live, line, line_index), ==, offset);
}

void
assert_places (Session *session)
{
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (session->live), ==, session->marks->len);
  assert_line (session, 0);
  assert_line (session, session->text->len);
  for (guint i = 0; i < 8; i++) {
    guint offset = pick_offset (session);

    assert_line (session, offset);
    g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, offset), ==,
                      find_plainly (session, offset));
    assert_part (session, pick_span (session));
  }
}

void
assert_sound (Session *session)
{
  assert_text (session);
  assert_same_as_a_whole_check (session);
  assert_same_from_scratch (session);
  assert_places (session);
}

/* --- random edits --- */

static const char *const pieces[] = {
  "Act now",
  "act now!",
  "Only 3 lamps left. ",
  "take your time",
  " ",
  " ",
  ".",
  "\n",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\n\r",
  "\u2029",
  "Køb nu",
  "kun 3 tilbage",
  "tag dig god tid ",
  "æøå",
  "😀",
  "👍🏽",
  "\u0301",
  "!",
  "? ",
  "“",
  "”",
  "not ",
  "the of and ",
  "og det er",
  "- ",
  "# ",
  "1. ",
  "A long line that goes on and on, as mail programs wrap it ",
  "let us down",
  "now",
  "Act",
  "x",
  "we are proud, ",
  "<!-- mellow off -->",
  "<!-- mellow on -->",
  "<!-- mellow off command -->",
  "-->",
  "here is how ",
  "\u2028",
  "\t",
  "\u00a0",
};

void
insert_at_random (Session *session)
{
  insert (session, pick_offset (session), pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

void
erase_at_random (Session *session)
{
  ProseSpan span = pick_span (session);

  /* Short ones mostly, long ones now and then. */
  if (g_test_rand_int_range (0, 12) > 0 && prose_span_get_length (span) > 12) {
    const char *text = session->text->str;

    span.end = g_utf8_offset_to_pointer (text + span.start, g_test_rand_int_range (1, 4)) - text;
    span.end = MIN (span.end, session->text->len);
  }
  erase (session, span);
}

/* Joins two lines, or makes \r\n into half of it. */
static void
erase_a_line_end (Session *session)
{
  guint from = pick_offset (session);
  gsize at = from + strcspn (session->text->str + from, "\r\n");

  if (at < session->text->len)
    erase (session, (ProseSpan){ at, at + 1 });
}

static void
change_language (Session *session)
{
  static const char *const languages[] = { NULL, "en", "da", "sv" };

  set_language (session, languages[g_test_rand_int_range (0, G_N_ELEMENTS (languages))]);
}

static void
replace_all (Session *session)
{
  g_autofree char *half = dup_span (session->text->str, pick_span (session));

  set_text (session, half);
}

void
edit_at_random (Session *session)
{
  int dice = g_test_rand_int_range (0, 200);

  if (session->text->len > 1500)
    erase (session, pick_span (session));
  else if (dice < 120)
    insert_at_random (session);
  else if (dice < 170)
    erase_at_random (session);
  else if (dice < 196)
    erase_a_line_end (session);
  else if (dice < 198)
    change_language (session);
  else
    replace_all (session);
}

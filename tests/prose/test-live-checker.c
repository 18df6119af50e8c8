/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-live-checker.h"

#include <string.h>

#include "prose-fixture.h"
#include "text/prose-paragraph.h"
#include "toy-format.h"

/* A text that is edited, kept a second time the plain way, and the marks as an
 * application keeps them: by what each change tells. */
typedef struct {
  ProseRuleSet *rules;
  ProseLiveChecker *live;
  ProseChecker *checker;
  const char *language;
  const ProseFormat *format;
  GString *text;
  GArray *marks;            /* of ProseDiagnostic */
  ProseIgnoreList *ignored; /* NULL for none */
} Session;

static void
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

static void
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
static void
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

static ProseLiveChange
insert (Session *session, guint offset, const char *text)
{
  ProseLiveChange change = prose_live_checker_insert (session->live, offset, text, -1);

  g_string_insert (session->text, offset, text);
  follow (session, &change, strlen (text));
  return change;
}

static ProseLiveChange
erase (Session *session, ProseSpan span)
{
  ProseLiveChange change = prose_live_checker_delete (session->live, span);

  g_string_erase (session->text, span.start, prose_span_get_length (span));
  follow (session, &change, -(gint)prose_span_get_length (span));
  return change;
}

static void
set_text (Session *session, const char *text)
{
  gint growth = (gint)strlen (text) - (gint)session->text->len;
  ProseLiveChange change = prose_live_checker_set_text (session->live, text, -1);

  g_string_assign (session->text, text);
  follow (session, &change, growth);
}

static void
set_language (Session *session, const char *language)
{
  session->language = language;
  prose_live_checker_set_language (session->live, language);
  g_array_unref (session->marks);
  session->marks =
      prose_live_checker_dup_diagnostics (session->live, (ProseSpan){ 0, session->text->len });
}

static char *
change_to_string (ProseLiveChange change)
{
  return g_strdup_printf ("%u-%u at %u: %u go, %u come", change.span.start, change.span.end,
                          change.position, change.removed, change.added);
}

/* --- what has to hold after every edit --- */

static ProseSpan
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

static guint
pick_offset (Session *session)
{
  guint offset = g_test_rand_int_range (0, session->text->len + 1);

  while (offset < session->text->len && ((guchar)session->text->str[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

static ProseSpan
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

static void
assert_line (Session *session, guint offset)
{
  guint line, line_index, expected_line, expected_index;

  count_lines (session, offset, &expected_line, &expected_index);
  prose_live_checker_get_line (session->live, offset, &line, &line_index);
  g_assert_cmpuint (line, ==, expected_line);
  g_assert_cmpuint (line_index, ==, expected_index);
  g_assert_cmpuint (prose_live_checker_get_offset (session->live, line, line_index), ==, offset);
}

static void
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

static void
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

static void
insert_at_random (Session *session)
{
  insert (session, pick_offset (session), pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

static void
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

static void
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

static void
test_random_edits (Session *session, gconstpointer unused)
{
  for (guint i = 0; i < 4000; i++) {
    edit_at_random (session);
    assert_sound (session);
  }
}

/* As many paragraphs as need a way to find one among them. */
static void
test_random_edits_of_a_long_text (Session *session, gconstpointer unused)
{
  static const char *const lines[] = { "Act now!\n", "Only 3 left.\r\n", "Take your time\n", "\n",
                                       "The tent is here\n" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, lines[g_test_rand_int_range (0, G_N_ELEMENTS (lines))]);
  set_text (session, text->str);

  for (guint i = 0; i < 400; i++) {
    if (g_test_rand_int_range (0, 10) > 0)
      insert_at_random (session);
    else
      erase_at_random (session);
    assert_places (session);
    if (i % 20 == 0)
      assert_sound (session);
  }
  assert_sound (session);
}

/* --- other formats --- */

static void
set_format (Session *session, const ProseFormat *format)
{
  ProseLiveChange change = prose_live_checker_set_format (session->live, format);

  session->format = format;
  follow (session, &change, 0);
}

static void
test_marks_stand_in_the_file (Session *session, gconstpointer unused)
{
  set_text (session, "So act <b>now</b>!\n= Act now!\nB&;r {Act now!} only 3 left.\n");
  set_format (session, get_toy_format ());
  assert_string (prose_diagnostics_to_string (session->marks),
                 "3-13 command.act-now, 36-43 command.act-now, 46-57 scarcity.only-n-left");
  assert_sound (session);
  assert_string (prose_live_checker_dup_copy (session->live, (ProseSpan){ 3, 13 }), "act now");
  assert_string (prose_live_checker_dup_copy (session->live, (ProseSpan){ 30, 57 }),
                 "Bær  only 3 left");
}

/* What is opened far ahead of a mark reaches it, and lets it go again. */
static void
test_an_edit_reaches_far (Session *session, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("Hello.\n");

  set_format (session, get_toy_format ());
  for (guint i = 0; i < 50; i++)
    g_string_append (text, "Act now!\n");
  set_text (session, text->str);
  g_assert_cmpuint (session->marks->len, ==, 50);
  insert (session, 2, "(*");
  g_assert_cmpuint (session->marks->len, ==, 0);
  insert (session, session->text->len - 5, "*)");
  assert_sound (session);
  erase (session, (ProseSpan){ 2, 4 });
  g_assert_cmpuint (session->marks->len, ==, 49);
  assert_sound (session);
  insert (session, 7, "@da\n");
  g_assert_cmpuint (session->marks->len, ==, 0);
  assert_sound (session);
}

/* A block of a file may have texts in several languages. */
static void
test_languages_of_a_block (Session *session, gconstpointer unused)
{
  set_format (session, prose_format_find ("markdown"));
  set_text (session,
            "- This is what you get for the price of one: only 3 lamps left.\n"
            "- Det er ikke det samme som i går, og der er kun 3 tilbage til dig, hvis du vil.\n");
  assert_sound (session);
  assert_string (prose_diagnostics_to_string (session->marks),
                 "45-62 scarcity.only-n-left, 110-123 scarcity.kun-n");
}

/* A change of the format keeps the text. */
static void
test_changing_the_format (Session *session, gconstpointer unused)
{
  set_text (session, "Act <now>! Act now!");
  g_assert_cmpuint (session->marks->len, ==, 1);
  set_format (session, get_toy_format ());
  assert_sound (session);
  set_format (session, prose_format_get_text ());
  assert_sound (session);
}

static void
edit_format_at_random (Session *session,
                       const ProseFormat *format,
                       const char *const *marks,
                       guint n_marks,
                       guint n_edits)
{
  set_format (session, format);
  for (guint i = 0; i < n_edits; i++) {
    if (g_test_rand_int_range (0, 3) == 0 && session->text->len < 1500)
      insert (session, pick_offset (session), marks[g_test_rand_int_range (0, n_marks)]);
    else
      edit_at_random (session);
    assert_sound (session);
  }
}

static void
test_random_edits_of_a_format (Session *session, gconstpointer unused)
{
  static const char *const marks[] = {
    "<", ">", "<b>", "|", "|", "&;", "{", "}", "(*", "*)", "\n+", "\n-", "\n@da\n", "\n=", "\n",
  };

  edit_format_at_random (session, get_toy_format (), marks, G_N_ELEMENTS (marks), 6000);
}

static void
test_random_edits_of_html (Session *session, gconstpointer unused)
{
  static const char *const marks[] = {
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<h1>",
    "</h1>",
    "<div class=terms>",
    "</div>",
    "<a class=btn>",
    "</a>",
    "<small>",
    "<br>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<svg>",
    "</svg>",
    "<p lang=da>",
    "<html lang=da>",
    "<img alt='Act now'>",
    "<p title=\"",
    "\">",
    "&amp;",
    "{{",
    "}}",
    "<%",
    "%>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<",
    ">",
    "<text>",
    "<li>",
    "<button>",
  };

  edit_format_at_random (session, prose_format_find ("html"), marks, G_N_ELEMENTS (marks), 4000);
}

static void
test_random_edits_of_markdown (Session *session, gconstpointer unused)
{
  static const char *const marks[] = {
    "\n\n",
    "\n",
    "\n\n- ",
    "\n  ",
    "\n# ",
    "\n```\n",
    "\n~~~\n",
    "<!--",
    "\n<!--",
    "-->",
    "*",
    "**",
    "`",
    "[",
    "](x)",
    "][",
    "![",
    "&amp;",
    "\\",
    "  \n",
    "\n> ",
    "\n---\n",
    "\n\n<script>\n",
    "</script>\n",
    "---\ntitle: x\n",
    "\n[Act now]\n",
    "\n\n    ",
    "<div>\n",
    "|a|b|\n|---|---|\n",
  };

  edit_format_at_random (session, prose_format_find ("markdown"), marks, G_N_ELEMENTS (marks),
                         4000);
}

/* --- what is ignored --- */

static void
ignore_nothing (Session *session)
{
  ProseLiveChange change;

  session->ignored = prose_ignore_list_new ();
  prose_ignore_list_set_today (session->ignored, "2026-06-15");
  change = prose_live_checker_set_ignore_list (session->live, session->ignored);
  follow (session, &change, 0);
}

static ProseLiveChange
ignore (Session *session, ProseIgnoreEntry *entry)
{
  ProseLiveChange change = prose_live_checker_add_ignored (session->live, entry);

  follow (session, &change, 0);
  return change;
}

static ProseLiveChange
stop_ignoring (Session *session, ProseIgnoreEntry *entry)
{
  ProseLiveChange change = prose_live_checker_remove_ignored (session->live, entry);

  follow (session, &change, 0);
  return change;
}

static ProseIgnoreEntry *
make_entry (Session *session, ProseIgnoreLevel level, guint mark)
{
  g_assert_cmpuint (mark, <, session->marks->len);
  return prose_live_checker_create_ignore_entry (
      session->live, level, &g_array_index (session->marks, ProseDiagnostic, mark));
}

static ProseLiveChange
ignore_mark (Session *session, ProseIgnoreLevel level, guint mark)
{
  g_autoptr (ProseIgnoreEntry) entry = make_entry (session, level, mark);

  return ignore (session, entry);
}

/* A present here-entry knows itself what prose_ignore_key_find() would need. */
static void
assert_keys_are_current (Session *session)
{
  g_autoptr (ProseReading) reading = prose_live_checker_read (session->live, get_whole (session));
  const char *text = prose_reading_get_text (reading);

  for (guint i = 0; i < prose_ignore_list_get_n_entries (session->ignored); i++) {
    const ProseIgnoreEntry *entry = prose_ignore_list_get_entry (session->ignored, i);
    g_autoptr (ProseIgnoreKey) key = NULL;
    ProseSpan span;

    if (!prose_ignore_entry_is_here (entry) || !entry->is_present)
      continue;
    span = prose_reading_from_source (reading, entry->range);
    key = prose_ignore_key_new_for_span (text, prose_reading_get_length (reading), entry->key->rule,
                                         span);
    g_assert_true (prose_ignore_key_is_same_phrase (key, entry->key));
    g_assert_cmpstr (key->before, ==, entry->key->before);
    g_assert_cmpstr (key->after, ==, entry->key->after);
    g_assert_cmpuint (entry->key->place, ==, entry->range.start);
    assert_string (dup_span (text, span), entry->written);
  }
}

static void
add_at_random (Session *session)
{
  static const char *const rules[] = { "command.act-now", "scarcity.only-n-left", "scarcity",
                                       "command.koeb-nu" };
  static const char *const dates[] = { NULL, "2026-06-01", "2026-06-15", "2026-07-01" };
  g_autoptr (ProseIgnoreEntry) entry = NULL;

  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    entry =
        prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, g_test_rand_bit () ? "en" : NULL,
                                         rules[g_test_rand_int_range (0, 4)]);
    break;
  case 1:
    entry =
        prose_ignore_entry_new_for_claim ("en", "scarcity.only-n-left", "only 3 lamps left",
                                          "the stock list", dates[g_test_rand_int_range (0, 4)]);
    break;
  default:
    if (session->marks->len == 0)
      return;
    entry = make_entry (
        session, g_test_rand_int_range (0, 4) > 0 ? PROSE_IGNORE_HERE : PROSE_IGNORE_IN_DOCUMENT,
        g_test_rand_int_range (0, session->marks->len));
  }
  ignore (session, entry);
}

static void
remove_at_random (Session *session)
{
  guint n = prose_ignore_list_get_n_entries (session->ignored);

  if (n > 0)
    stop_ignoring (session,
                   prose_ignore_list_get_entry (session->ignored, g_test_rand_int_range (0, n)));
}

static void
change_ignored_at_random (Session *session)
{
  static const char *const days[] = { "2026-05-01", "2026-06-15", "2026-06-16", "2026-08-01" };
  ProseLiveChange change;

  if (g_test_rand_int_range (0, 20) == 0) {
    change = prose_live_checker_set_today (session->live, days[g_test_rand_int_range (0, 4)]);
    follow (session, &change, 0);
  } else if (prose_ignore_list_get_n_entries (session->ignored) > 12 || g_test_rand_bit ()) {
    remove_at_random (session);
  } else {
    add_at_random (session);
  }
}

/* GLib prints the seed of the run; --seed runs it again. */
static void
test_random_edits_and_ignores (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  for (guint i = 0; i < 4000; i++) {
    if (g_test_rand_int_range (0, 3) == 0)
      change_ignored_at_random (session);
    else
      edit_at_random (session);
    assert_sound (session);
    assert_keys_are_current (session);
  }
}

/* --- what is ignored in a file of another format --- */

#define PAGE                                                                                       \
  "<h1 title=\"Act now!\">Oak table</h1>\n<p>Please, friends, <b>act</b>\n now &amp; here.</p>\n"  \
  "<p>Only <b>3</b> left</p><p>Then act now, they say.</p>"

static void
open_page (Session *session, const char *page)
{
  set_language (session, "en");
  set_format (session, prose_format_find ("html"));
  ignore_nothing (session);
  set_text (session, page);
}

static void
test_ignoring_here_what_a_tag_parts (Session *session, gconstpointer unused)
{
  const ProseIgnoreEntry *entry;

  open_page (session, PAGE);
  ignore_mark (session, PROSE_IGNORE_HERE, 1);
  entry = prose_ignore_list_get_entry (session->ignored, 0);
  g_assert_cmpstr (entry->written, ==, "act now");
  g_assert_cmpstr (entry->key->before, ==, "please friends");
  g_assert_cmpstr (entry->key->after, ==, "here only");
  g_assert_cmpuint (session->marks->len, ==, 3);

  insert (session, 0, "<!-- a page --><p>New</p>");
  g_assert_cmpuint (session->marks->len, ==, 3);
  insert (session, strstr (session->text->str, "act</b>") - session->text->str, "f");
  g_assert_false (entry->is_present);
  erase (session, (ProseSpan){ strstr (session->text->str, "fact</b>") - session->text->str,
                               strstr (session->text->str, "act</b>") - session->text->str });
  g_assert_true (entry->is_present);
  g_assert_cmpuint (session->marks->len, ==, 3);
  assert_keys_are_current (session);
}

/* The file comes back with other markup around the same words. */
static void
test_ignored_words_are_found_under_other_tags (Session *session, gconstpointer unused)
{
  open_page (session, PAGE);
  while (session->marks->len > 0)
    ignore_mark (session, PROSE_IGNORE_HERE, 0);
  g_assert_cmpuint (prose_ignore_list_get_n_entries (session->ignored), ==, 4);

  set_text (session, "<h1 title='Act now!'><i>Oak</i> table</h1>\n<section><p>Please, friends, "
                     "a&#99;t <em class=x>now</em> &amp; here.</p>"
                     "<p><span>Only 3</span>&#32;<b>left</b></p><p>Then <q>act</q> now, they say.");
  g_assert_cmpuint (session->marks->len, ==, 0);
  assert_keys_are_current (session);
  insert (session, session->text->len, "<p>Act now!");
  g_assert_cmpuint (session->marks->len, ==, 1);
}

static void
test_ignoring_throughout_what_tags_part (Session *session, gconstpointer unused)
{
  open_page (session, PAGE);
  ignore_mark (session, PROSE_IGNORE_IN_DOCUMENT, 1);
  assert_string (
      dup_span (session->text->str, g_array_index (session->marks, ProseDiagnostic, 0).span),
      "Only <b>3</b> left");
  g_assert_cmpuint (session->marks->len, ==, 1);
}

static void
test_random_ignores_of_a_page (Session *session, gconstpointer unused)
{
  open_page (session, PAGE);
  for (guint i = 0; i < 2000; i++) {
    if (g_test_rand_int_range (0, 3) == 0)
      change_ignored_at_random (session);
    else if (g_test_rand_int_range (0, 8) == 0)
      insert (session, pick_span (session).start, g_test_rand_bit () ? "<p>act now" : "<b>");
    else
      edit_at_random (session);
    assert_sound (session);
  }
}

/* What GtkTextBuffer does to undo a deletion: it writes the same text again. No two
 * of the phrases have the same words around them, by which they are told apart. */
static void
test_a_deletion_undone_brings_back_what_was_ignored (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  set_language (session, "en");
  set_text (
      session,
      "Please, friends, act now or later. We say: act now!\n\nÆrø asks: act now?\n\nSo act now");
  while (session->marks->len > 0)
    ignore_mark (session, PROSE_IGNORE_HERE, 0);

  for (guint i = 0; i < 300; i++) {
    ProseSpan spans[4];
    char *texts[4];

    for (guint j = 0; j < 4; j++) {
      spans[j] = pick_span (session);
      texts[j] = dup_span (session->text->str, spans[j]);
      erase (session, spans[j]);
    }
    for (guint j = 4; j-- > 0;) {
      insert (session, spans[j].start, texts[j]);
      g_free (texts[j]);
    }
    assert_string (prose_diagnostics_to_string (session->marks), "");
    assert_sound (session);
    assert_keys_are_current (session);
  }
}

/* --- single edits --- */

#define assert_marks(session, expected)                                                            \
  assert_string (prose_diagnostics_to_string ((session)->marks), expected)

#define assert_change(change, expected) assert_string (change_to_string (change), expected)

static void
test_an_empty_text (Session *session, gconstpointer unused)
{
  guint line = 7, line_index = 7;

  assert_sound (session);
  prose_live_checker_get_line (session->live, 0, &line, &line_index);
  g_assert_cmpuint (line, ==, 0);
  g_assert_cmpuint (line_index, ==, 0);
  assert_change (erase (session, (ProseSpan){ 0, 0 }), "0-0 at 0: 0 go, 0 come");
  assert_change (insert (session, 0, ""), "0-0 at 0: 0 go, 0 come");
  assert_sound (session);
}

static void
test_a_mark_comes_and_goes (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  assert_change (insert (session, 0, "Æ, act no"), "0-10 at 0: 0 go, 0 come");
  assert_change (insert (session, 10, "w"), "0-11 at 0: 0 go, 1 come");
  assert_marks (session, "4-11 command.act-now");
  assert_change (insert (session, 11, "here"), "0-15 at 0: 1 go, 0 come");
  assert_marks (session, "");
}

/* Only what is near an edit is looked at again. */
static void
test_other_paragraphs_only_move (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  set_text (session, "Act now!\n\nThe tent is here.\n\nAct now!\n\nOnly 3 left!");
  assert_change (insert (session, 27, "old "), "10-32 at 1: 0 go, 0 come");
  assert_marks (session, "0-7 command.act-now, 33-40 command.act-now, 43-54 scarcity.only-n-left");
  assert_change (erase (session, (ProseSpan){ 33, 41 }), "33-34 at 1: 1 go, 0 come");
  assert_marks (session, "0-7 command.act-now, 35-46 scarcity.only-n-left");
}

static void
test_joining_and_parting_lines (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  set_text (session, "So act\n\nnow, please");
  assert_marks (session, "");
  erase (session, (ProseSpan){ 6, 7 });
  assert_marks (session, "3-10 command.act-now");
  insert (session, 6, "\r");
  assert_marks (session, "3-11 command.act-now");
  insert (session, 7, "\r");
  assert_marks (session, "");
  assert_sound (session);
}

static void
test_half_of_a_line_end (Session *session, gconstpointer unused)
{
  set_text (session, "a\r\nb");
  assert_line (session, 2);
  insert (session, 2, "x");
  assert_line (session, 4);
  assert_sound (session);
  erase (session, (ProseSpan){ 2, 3 });
  assert_sound (session);
}

static void
test_the_language_follows_the_text (Session *session, gconstpointer unused)
{
  set_text (session, "Køb nu! Act now!");
  set_text (session, "Hvad synes du om den? Køb nu! Act now!");
  assert_marks (session, "22-29 command.koeb-nu");
  insert (session, 0, "You can have it if you want it, and they can, too, but not for us.\n\n");
  set_text (session, "What do you think of it? Køb nu! Act now!");
  assert_marks (session, "34-41 command.act-now");
  assert_sound (session);
}

static void
assert_paragraph (Session *session, guint offset, guint start, guint end, const char *language)
{
  ProseSpan span;
  const char *found = prose_live_checker_find_paragraph (session->live, offset, &span);

  g_assert_cmpstr (found, ==, language);
  g_assert_cmpuint (span.start, ==, start);
  g_assert_cmpuint (span.end, ==, end);
}

static void
test_each_paragraph_has_its_language (Session *session, gconstpointer unused)
{
  assert_paragraph (session, 0, 0, 0, NULL);
  set_text (session, "Would you like to see how it works?\n\nHvad spørger du om, når du køber "
                     "noget nyt til hjemmet?\n");
  assert_paragraph (session, 0, 0, 36, "en");
  assert_paragraph (session, 35, 0, 36, "en");
  assert_paragraph (session, 37, 37, session->text->len, "da");
  assert_paragraph (session, session->text->len, 37, session->text->len, "da");
  set_language (session, "sv");
  assert_paragraph (session, 5, 0, 36, "sv");
}

static void
test_a_chosen_language_stays (Session *session, gconstpointer unused)
{
  set_text (session, "Hvad synes du om den? Køb nu! Act now!");
  set_language (session, "en");
  assert_marks (session, "31-38 command.act-now");
  insert (session, 0, "Æ ");
  assert_marks (session, "34-41 command.act-now");
  set_language (session, "sv");
  assert_marks (session, "");
  set_language (session, NULL);
  assert_marks (session, "25-32 command.koeb-nu");
}

/* What is the same at both ends is not looked at again. */
static void
test_setting_a_text_like_it (Session *session, gconstpointer unused)
{
  ProseLiveChange change;

  set_language (session, "en");
  set_text (session, "Act now!\n\nOld\n\nAct now!");
  change = prose_live_checker_set_text (session->live, "Act now!\n\nNew\n\nAct now!", -1);
  assert_change (change, "10-14 at 1: 0 go, 0 come");
  change = prose_live_checker_set_text (session->live, "Act now!\n\nNew\n\nAct now!", -1);
  assert_change (change, "23-23 at 2: 0 go, 0 come");
}

static void
test_finding_marks (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  set_text (session, "Act now! Æ.\n\nOnly 3 left.");
  assert_marks (session, "0-7 command.act-now, 14-25 scarcity.only-n-left");
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 0), ==, 0);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 7), ==, 0);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 8), ==, 1);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 25), ==, 1);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 26), ==, 2);
}

/* A mark at the end of a paragraph ends where the next one starts. */
static void
test_a_mark_at_the_end_of_a_paragraph (Session *session, gconstpointer unused)
{
  set_language (session, "en");
  set_text (session, "So act now");
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 10), ==, 0);
  g_assert_cmpuint (prose_live_checker_find_diagnostic (session->live, 11), ==, 1);
}

static void
test_lines_and_offsets (Session *session, gconstpointer unused)
{
  set_text (session, "ål\r\n\r\nb\u2029c\rd\n");
  for (guint line = 0; line < 6; line++) {
    static const guint starts[] = { 0, 5, 7, 11, 13, 15 };
    guint found, line_index;

    g_assert_cmpuint (prose_live_checker_get_offset (session->live, line, 0), ==, starts[line]);
    prose_live_checker_get_line (session->live, starts[line], &found, &line_index);
    g_assert_cmpuint (found, ==, line);
    g_assert_cmpuint (line_index, ==, 0);
  }
}

/* Sums of whole numbers: what goes leaves no trace. */
static void
test_taking_all_back (Session *session, gconstpointer unused)
{
  static const ProseMeasures none;

  for (guint i = 0; i < 50; i++)
    insert_at_random (session);
  erase (session, get_whole (session));
  g_assert_cmpmem (prose_live_checker_get_measures (session->live), sizeof none, &none,
                   sizeof none);
  assert_marks (session, "");
  assert_sound (session);
}

/* --- single ignores --- */

static void
test_ignoring_here (Session *session, gconstpointer unused)
{
  g_autoptr (ProseIgnoreEntry) entry = NULL;

  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Æ. Act now!\n\nOh, act now, or not.\n\nAct now!");
  entry = make_entry (session, PROSE_IGNORE_HERE, 1);
  g_assert_cmpstr (entry->written, ==, "act now");
  assert_change (ignore (session, entry), "14-35 at 1: 1 go, 0 come");
  assert_marks (session, "4-11 command.act-now, 36-43 command.act-now");
  assert_sound (session);
  insert (session, 0, "Hello. ");
  insert (session, 25, "so ");
  assert_marks (session, "11-18 command.act-now, 46-53 command.act-now");
  g_assert_cmpstr (entry->key->before, ==, "oh so");
  assert_change (stop_ignoring (session, entry), "21-45 at 1: 0 go, 1 come");
  assert_sound (session);
}

/* What is looked at around an edit ends in the middle of a character. */
static void
test_ignoring_here_in_a_long_text (Session *session, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("So act now, Ærø!\n\n");

  ignore_nothing (session);
  set_language (session, "en");
  for (guint i = 0; i < 400; i++)
    g_string_append (text, "😀\n\n");
  set_text (session, text->str);
  ignore_mark (session, PROSE_IGNORE_HERE, 0);
  for (guint i = 0; i < 4; i++) {
    insert (session, 0, "x");
    assert_marks (session, "");
    assert_keys_are_current (session);
  }
  g_assert_true (prose_ignore_list_get_entry (session->ignored, 0)->is_present);
}

static void
test_ignoring_ends_with_the_phrase (Session *session, gconstpointer unused)
{
  const ProseIgnoreEntry *entry;

  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "So act now, Ærø!");
  ignore_mark (session, PROSE_IGNORE_HERE, 0);
  entry = prose_ignore_list_get_entry (session->ignored, 0);
  insert (session, 10, "here");
  g_assert_false (entry->is_present);
  assert_marks (session, "");
  erase (session, (ProseSpan){ 10, 14 });
  g_assert_true (entry->is_present);
  assert_marks (session, "");
  erase (session, (ProseSpan){ 3, 10 });
  g_assert_false (entry->is_present);
  insert (session, 0, "Act now! ");
  assert_marks (session, "0-7 command.act-now");
  assert_sound (session);
}

/* The phrase behind it is another one, though it now stands where that stood. */
static void
test_what_moves_up_is_not_ignored (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Act now!\n\nAct now!");
  ignore_mark (session, PROSE_IGNORE_HERE, 0);
  assert_marks (session, "10-17 command.act-now");
  erase (session, (ProseSpan){ 0, 10 });
  assert_marks (session, "0-7 command.act-now");
  insert (session, 0, "Act now!\n\n");
  assert_marks (session, "10-17 command.act-now");
  insert (session, 0, "Act now!\n\n");
  assert_marks (session, "0-7 command.act-now, 20-27 command.act-now");
  assert_sound (session);
}

static void
test_ignoring_a_phrase_throughout (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Act now!\n\nOnly 3 left.\n\nThe end.\n\nACT NOW!\n\nOnly 3 left.");
  assert_change (ignore_mark (session, PROSE_IGNORE_IN_DOCUMENT, 0), "0-43 at 0: 3 go, 1 come");
  assert_marks (session, "10-21 scarcity.only-n-left, 44-55 scarcity.only-n-left");
  insert (session, 0, "Act now! ");
  assert_marks (session, "19-30 scarcity.only-n-left, 53-64 scarcity.only-n-left");
  assert_change (stop_ignoring (session, prose_ignore_list_get_entry (session->ignored, 0)),
                 "0-52 at 0: 1 go, 4 come");
  assert_sound (session);
}

static void
test_turning_a_rule_off (Session *session, gconstpointer unused)
{
  g_autoptr (ProseIgnoreEntry) rule =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, "en", "scarcity.only-n-left");
  g_autoptr (ProseIgnoreEntry) family =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, NULL, "command");
  g_autoptr (ProseIgnoreEntry) danish =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, "da", "scarcity.only-n-left");

  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Act now! Only 3 left.");
  ignore (session, danish);
  assert_marks (session, "0-7 command.act-now, 9-20 scarcity.only-n-left");
  ignore (session, rule);
  assert_marks (session, "0-7 command.act-now");
  ignore (session, family);
  assert_marks (session, "");
  g_assert_cmpuint (prose_live_checker_get_measures (session->live)->load[PROSE_METER_PRESSURE], ==,
                    0);
  stop_ignoring (session, rule);
  assert_marks (session, "9-20 scarcity.only-n-left");
  assert_sound (session);
}

static void
test_a_proof_expires (Session *session, gconstpointer unused)
{
  g_autoptr (ProseIgnoreEntry) claim = prose_ignore_entry_new_for_claim (
      "en", "scarcity.only-n-left", "Only 3 left", "https://example.org", "2026-06-15");
  ProseLiveChange change;

  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Only 3 left. Only 4 left.");
  ignore (session, claim);
  assert_marks (session, "13-24 scarcity.only-n-left");
  change = prose_live_checker_set_today (session->live, "2026-06-16");
  follow (session, &change, 0);
  assert_marks (session, "0-11 scarcity.only-n-left, 13-24 scarcity.only-n-left");
  g_assert_cmpuint (prose_ignore_list_get_n_entries (session->ignored), ==, 1);
  assert_sound (session);
}

/* Loaded, or set as a whole: found again by the words around it. */
static void
test_a_new_text_finds_what_is_ignored_here (Session *session, gconstpointer unused)
{
  ignore_nothing (session);
  set_language (session, "en");
  set_text (session, "Act now, he said. Then act now, they said.");
  ignore_mark (session, PROSE_IGNORE_HERE, 1);
  set_text (session, "Oh! Act now, he said. Then act now, they said. Then act now!");
  assert_marks (session, "4-11 command.act-now, 52-59 command.act-now");
  set_text (session, "Nothing.");
  assert_marks (session, "");
  assert_sound (session);
}

static void
assert_sums (Session *session, ProseSpan span, gint64 words, ProseSeverity expected)
{
  ProseSeverity gravest;
  ProseMeasures measures = prose_live_checker_measure (session->live, span, &gravest);

  g_assert_cmpint (measures.words, ==, words);
  g_assert_cmpint (gravest, ==, expected);
}

static void
test_measures_of_a_part (Session *session, gconstpointer unused)
{
  assert_sums (session, (ProseSpan){ 0, 0 }, 0, PROSE_SEVERITY_CREDIT);
  set_language (session, "en");
  set_text (session, "Act now.\n\nTake your time, æble.\n\nOnly 3 left, do not let us down.");
  assert_sums (session, (ProseSpan){ 0, 10 }, 2, PROSE_SEVERITY_PRESSURE);
  assert_sums (session, (ProseSpan){ 10, 34 }, 4, PROSE_SEVERITY_CREDIT);
  assert_sums (session, (ProseSpan){ 0, 34 }, 6, PROSE_SEVERITY_PRESSURE);
  assert_sums (session, (ProseSpan){ 36, 40 }, 8, PROSE_SEVERITY_REMOVE);
  assert_sums (session, get_whole (session), 14, PROSE_SEVERITY_REMOVE);
}

static void
test_the_language_of_the_whole (Session *session, gconstpointer unused)
{
  g_assert_null (prose_live_checker_get_language (session->live));
  set_text (session, "Det er ikke noget, som vi har i dag, og det er der ikke mange, der har.");
  g_assert_cmpstr (prose_live_checker_get_language (session->live), ==, "da");
  set_language (session, "en");
  g_assert_cmpstr (prose_live_checker_get_language (session->live), ==, "en");
}

static void
assert_unchecked (Session *session, const char *expected)
{
  g_autoptr (GArray) languages = prose_live_checker_list_unchecked (session->live);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < languages->len; i++) {
    ProseUncheckedLanguage found = g_array_index (languages, ProseUncheckedLanguage, i);

    g_string_append_printf (string, "%s%s %u", i > 0 ? ", " : "",
                            found.language != NULL ? found.language : "?", found.n_paragraphs);
  }
  g_assert_cmpstr (string->str, ==, expected);
}

/* A text that is opened gets a list of its own, which is empty mostly. */
static void
test_an_empty_list_is_no_other (Session *session, gconstpointer unused)
{
  g_autoptr (ProseIgnoreList) empty = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreList) other = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreEntry) entry = prose_ignore_entry_new_for_phrase (
      PROSE_IGNORE_IN_DOCUMENT, NULL, "command.act-now", "Act now");

  prose_live_checker_set_text (session->live, "Act now, my friend.", -1);
  g_assert_cmpuint (prose_live_checker_set_ignore_list (session->live, empty).removed, ==, 0);
  g_assert_cmpuint (prose_live_checker_set_ignore_list (session->live, other).added, ==, 0);
  g_assert_true (prose_live_checker_get_ignore_list (session->live) == other);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (session->live), ==, 1);
  prose_ignore_list_add (list, entry);
  prose_live_checker_set_ignore_list (session->live, list);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (session->live), ==, 0);
  prose_live_checker_set_ignore_list (session->live, NULL);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (session->live), ==, 1);
}

/* Which languages have no rules, and how much is in them. */
static void
test_unchecked_languages (Session *session, gconstpointer unused)
{
  static const char text[] =
      "<p lang=pl>Kup teraz.</p><p lang=en>Act now.</p><p lang=pl>Tylko 3!</p><p lang=pl>4</p>"
      "<p lang=fi>Osta <img alt='Vain 3'> nyt.</p><p lang=ru>Да.</p>";

  assert_unchecked (session, "");
  prose_live_checker_set_format (session->live, prose_format_find ("html"));
  prose_live_checker_set_text (session->live, text, -1);
  assert_unchecked (session, "pl 3, fi 2, ru 1");
  prose_live_checker_delete (session->live, (ProseSpan){ 9, 11 });
  prose_live_checker_insert (session->live, 9, "en", 2);
  assert_unchecked (session, "fi 2, pl 2, ru 1");
  prose_live_checker_set_text (session->live, "<p>Zzyzx qqq.</p>", -1);
  assert_unchecked (session, "? 1");
  prose_live_checker_set_text (session->live, "", 0);
  assert_unchecked (session, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function)                                                                   \
  g_test_add ("/live-checker/" path, Session, NULL, set_up, function, tear_down)
  add_test ("an-empty-text", test_an_empty_text);
  add_test ("a-mark-comes-and-goes", test_a_mark_comes_and_goes);
  add_test ("other-paragraphs-only-move", test_other_paragraphs_only_move);
  add_test ("joining-and-parting-lines", test_joining_and_parting_lines);
  add_test ("half-of-a-line-end", test_half_of_a_line_end);
  add_test ("the-language-follows-the-text", test_the_language_follows_the_text);
  add_test ("an-empty-list-is-no-other", test_an_empty_list_is_no_other);
  add_test ("unchecked-languages", test_unchecked_languages);
  add_test ("each-paragraph-has-its-language", test_each_paragraph_has_its_language);
  add_test ("a-chosen-language-stays", test_a_chosen_language_stays);
  add_test ("setting-a-text-like-it", test_setting_a_text_like_it);
  add_test ("finding-marks", test_finding_marks);
  add_test ("a-mark-at-the-end-of-a-paragraph", test_a_mark_at_the_end_of_a_paragraph);
  add_test ("lines-and-offsets", test_lines_and_offsets);
  add_test ("taking-all-back", test_taking_all_back);
  add_test ("random-edits", test_random_edits);
  add_test ("random-edits-of-a-long-text", test_random_edits_of_a_long_text);

  add_test ("marks-stand-in-the-file", test_marks_stand_in_the_file);
  add_test ("an-edit-reaches-far", test_an_edit_reaches_far);
  add_test ("languages-of-a-block", test_languages_of_a_block);
  add_test ("changing-the-format", test_changing_the_format);
  add_test ("random-edits-of-a-format", test_random_edits_of_a_format);
  add_test ("random-edits-of-html", test_random_edits_of_html);
  add_test ("random-edits-of-markdown", test_random_edits_of_markdown);

  add_test ("ignoring-here", test_ignoring_here);
  add_test ("ignoring-here-in-a-long-text", test_ignoring_here_in_a_long_text);
  add_test ("ignoring-ends-with-the-phrase", test_ignoring_ends_with_the_phrase);
  add_test ("what-moves-up-is-not-ignored", test_what_moves_up_is_not_ignored);
  add_test ("ignoring-a-phrase-throughout", test_ignoring_a_phrase_throughout);
  add_test ("turning-a-rule-off", test_turning_a_rule_off);
  add_test ("a-proof-expires", test_a_proof_expires);
  add_test ("a-new-text-finds-what-is-ignored-here", test_a_new_text_finds_what_is_ignored_here);
  add_test ("a-deletion-undone-brings-back-what-was-ignored",
            test_a_deletion_undone_brings_back_what_was_ignored);
  add_test ("measures-of-a-part", test_measures_of_a_part);
  add_test ("the-language-of-the-whole", test_the_language_of_the_whole);
  add_test ("random-edits-and-ignores", test_random_edits_and_ignores);
  add_test ("ignoring-here-what-a-tag-parts", test_ignoring_here_what_a_tag_parts);
  add_test ("ignored-words-are-found-under-other-tags",
            test_ignored_words_are_found_under_other_tags);
  add_test ("ignoring-throughout-what-tags-part", test_ignoring_throughout_what_tags_part);
  add_test ("random-ignores-of-a-page", test_random_ignores_of_a_page);

  return g_test_run ();
}

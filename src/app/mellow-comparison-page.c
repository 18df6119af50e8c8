/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before and after as a page to send to a client: one file of HTML that needs no
 * other, has no script, follows the reader's light or dark, and prints. The same
 * comparison gives the same bytes. */

#include "mellow-comparison-page.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "mellow-tone-words.h"

/* clang-format off */
static const char style[] =
  ":root{color-scheme:light dark;--ink:#242424;--quiet:#5e5c64;--paper:#fff;--line:#d0cfd4;"
  "--gone:#8f1d14;--gone-paper:#fbe9e7;--new:#1a5c3a;--new-paper:#e3f4ea;--press:#9c4a00}\n"
  "@media (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--quiet:#b0aeb6;--paper:#1e1e20;"
  "--line:#48464c;--gone:#ffb4a9;--gone-paper:#4a2320;--new:#9be3b9;--new-paper:#1d3f2c;"
  "--press:#ffb877}}\n"
  "body{margin:0 auto;padding:2rem 1.2rem 4rem;max-width:64rem;background:var(--paper);"
  "color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}\n"
  "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.2rem}h3{font-size:1rem;margin:1.2rem 0 .4rem}\n"
  "table{border-collapse:collapse;width:100%}\n"
  "th,td{text-align:start;vertical-align:top;padding:.45rem .7rem;border-bottom:1px solid var(--line)}\n"
  ".meters{max-width:38rem}.meters td{font-variant-numeric:tabular-nums}\n"
  ".text{table-layout:fixed}.text td:first-child,.text th:first-child{width:7.5rem}\n"
  ".kind,.none{color:var(--quiet);font-size:.85rem}\n"
  ".text tr.equal td{color:var(--quiet)}\n"
  "del{background:var(--gone-paper);color:var(--gone);text-decoration:line-through}\n"
  "ins{background:var(--new-paper);color:var(--new);text-decoration:underline}\n"
  "u{text-decoration:underline double var(--press);text-underline-offset:.15em}\n"
  "td{white-space:pre-line}li{margin:.2rem 0}footer{margin-top:3rem;color:var(--quiet);font-size:.85rem}\n"
  "@media (max-width:40rem){.text,.text tbody,.text tr,.text td{display:block}.text thead{display:none}"
  ".text td{border:0;padding:.2rem 0}.text td:first-child{width:auto}"
  ".text tr{border-bottom:1px solid var(--line);padding:.5rem 0;display:block}"
  ".text td[data-of]:not(:empty)::before{content:attr(data-of) \": \";color:var(--quiet)}"
  ".text tr.equal td::before{content:none!important}.text tr.equal td:last-child{display:none}}\n"
  "@media print{:root{--ink:#000;--quiet:#444;--paper:#fff;--line:#999;--gone:#8f1d14;"
  "--gone-paper:#fff;--new:#1a5c3a;--new-paper:#fff;--press:#9c4a00}"
  "body{max-width:none;padding:0;font-size:10.5pt}tr,li{break-inside:avoid}h2{break-after:avoid}"
  "thead{display:table-header-group}}\n";
/* clang-format on */

static void
append_escaped (GString *page, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (page, escaped);
}

static void
append_element (GString *page, const char *name, const char *text)
{
  g_string_append_printf (page, "<%s>", name);
  append_escaped (page, text, -1);
  g_string_append_printf (page, "</%.*s>", (int)strcspn (name, " "), name);
}

/* --- meters --- */

static void
append_row (
    GString *page, const char *name, const char *before, const char *after, const char *change)
{
  g_string_append (page, "<tr>");
  append_element (page, "th scope=\"row\"", name);
  append_element (page, "td", before);
  append_element (page, "td", after);
  append_element (page, "td", change);
  g_string_append (page, "</tr>\n");
}

/* A minus as wide as the plus. */
static char *
format_change (long change)
{
  return change == 0  ? g_strdup ("±0")
         : change > 0 ? g_strdup_printf ("+%ld", change)
                      : g_strdup_printf ("−%ld", -change);
}

static void
append_numbers (GString *page, const char *name, long before, long after)
{
  g_autofree char *left = g_strdup_printf ("%ld", before);
  g_autofree char *right = g_strdup_printf ("%ld", after);
  g_autofree char *change = format_change (after - before);

  append_row (page, name, left, right, change);
}

static void
append_meters (GString *page, const MellowComparison *self)
{
  const ProseToneSummary *before = &self->before.tone, *after = &self->after.tone;

  g_string_append (page, "<table class=\"meters\">\n<thead><tr><td></td>");
  append_element (page, "th scope=\"col\"", self->before.name);
  append_element (page, "th scope=\"col\"", self->after.name);
  append_element (page, "th scope=\"col\"", _ ("Change"));
  g_string_append (page, "</tr></thead>\n<tbody>\n");
  append_row (page, _ ("Tone"), mellow_tone_words_get_verdict (before->verdict),
              mellow_tone_words_get_verdict (after->verdict), "");
  append_numbers (page, _ ("Pressure"), lround (before->pressure), lround (after->pressure));
  append_numbers (page, _ ("Warmth"), lround (before->warmth), lround (after->warmth));
  append_numbers (page, _ ("Information"), lround (before->information),
                  lround (after->information));
  append_numbers (page, _ ("Words"), prose_report_get_measures (self->before.report)->words,
                  prose_report_get_measures (self->after.report)->words);
  g_string_append (page, "</tbody>\n</table>\n");
}

/* --- devices --- */

static void
append_device (GString *page, const MellowDeviceChange *device)
{
  g_string_append (page, "<li>“");
  append_escaped (page, device->phrase, -1);
  g_string_append (page, "” <span class=\"kind\">");
  append_escaped (page, device->rule->category->title, -1);
  if (device->count > 1)
    g_string_append_printf (page, " ×%u", device->count);
  g_string_append (page, "</span></li>\n");
}

static void
append_devices (GString *page, const char *heading, GPtrArray *devices)
{
  if (devices->len == 0)
    return;

  append_element (page, "h3", heading);
  g_string_append (page, "\n<ul>\n");
  for (guint i = 0; i < devices->len; i++)
    append_device (page, devices->pdata[i]);
  g_string_append (page, "</ul>\n");
}

static void
append_what_changed (GString *page, const MellowComparison *self)
{
  append_element (page, "h2", _ ("What changed"));
  g_string_append_c (page, '\n');
  append_devices (page, _ ("Pressed, and is gone"), self->marks_gone);
  append_devices (page, _ ("Presses, and is new"), self->marks_new);
  append_devices (page, _ ("Soft, and is new"), self->credits_new);
  append_devices (page, _ ("Soft, and is gone"), self->credits_gone);
  if (self->marks_gone->len + self->marks_new->len + self->credits_new->len +
          self->credits_gone->len ==
      0)
    append_element (page, "p class=\"none\"", _ ("No device of tone went or came."));
}

/* --- the text --- */

/* A sentence with what changed in it and what presses in it. */
typedef struct {
  const MellowComparedText *side;
  ProseSpan span;
  const GArray *changes; /* of ProseSpan, from the start of the sentence */
  const char *element;   /* around a change */
} Cell;

static gboolean
is_changed (const Cell *cell, guint offset)
{
  for (guint i = 0; i < cell->changes->len; i++) {
    ProseSpan change = g_array_index (cell->changes, ProseSpan, i);

    if (cell->span.start + change.start <= offset && offset < cell->span.start + change.end)
      return TRUE;
  }
  return FALSE;
}

/* The first mark that ends behind the start of the sentence; they are in order. */
static guint
find_mark (GArray *marks, guint start)
{
  guint low = 0, high = marks->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (marks, ProseDiagnostic, middle).span.end <= start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
is_marked (GArray *marks, guint first, ProseSpan sentence, guint offset)
{
  for (guint i = first; i < marks->len; i++) {
    ProseSpan span = g_array_index (marks, ProseDiagnostic, i).span;

    if (span.start >= sentence.end)
      return FALSE;
    if (span.start <= offset && offset < span.end)
      return TRUE;
  }
  return FALSE;
}

static void
append_run (GString *page, const Cell *cell, ProseSpan run, gboolean changed, gboolean marked)
{
  if (changed)
    g_string_append_printf (page, "<%s>", cell->element);
  if (marked)
    g_string_append (page, "<u>");
  append_escaped (page, cell->side->text + run.start, prose_span_get_length (run));
  if (marked)
    g_string_append (page, "</u>");
  if (changed)
    g_string_append_printf (page, "</%s>", cell->element);
}

static void
append_sentence (GString *page, const Cell *cell)
{
  GArray *marks = prose_report_get_diagnostics (cell->side->report);
  guint first = find_mark (marks, cell->span.start);

  for (guint start = cell->span.start; start < cell->span.end;) {
    gboolean changed = is_changed (cell, start);
    gboolean marked = is_marked (marks, first, cell->span, start);
    guint end = start + 1;

    while (end < cell->span.end && is_changed (cell, end) == changed &&
           is_marked (marks, first, cell->span, end) == marked)
      end++;
    append_run (page, cell, (ProseSpan){ start, end }, changed, marked);
    start = end;
  }
}

static void
append_cell (GString *page, const Cell *cell)
{
  g_string_append (page, "<td data-of=\"");
  append_escaped (page, cell->side->name, -1);
  g_string_append (page, "\">");
  append_sentence (page, cell);
  g_string_append (page, "</td>");
}

static void
append_alignment (GString *page, const MellowComparison *self, const ProseAlignment *alignment)
{
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  Cell before = { &self->before, alignment->before, removed, "del" };
  Cell after = { &self->after, alignment->after, added, "ins" };

  if (alignment->kind != PROSE_ALIGNMENT_EQUAL) {
    g_autofree char *left = g_strndup (self->before.text + alignment->before.start,
                                       prose_span_get_length (alignment->before));
    g_autofree char *right = g_strndup (self->after.text + alignment->after.start,
                                        prose_span_get_length (alignment->after));

    prose_word_diff (left, right, removed, added);
  }
  g_string_append_printf (page, "<tr class=\"%s\">",
                          prose_alignment_kind_to_string (alignment->kind));
  append_element (page, "td class=\"kind\"",
                  alignment->kind != PROSE_ALIGNMENT_EQUAL
                      ? mellow_comparison_get_kind_label (alignment->kind)
                      : "");
  append_cell (page, &before);
  append_cell (page, &after);
  g_string_append (page, "</tr>\n");
}

static void
append_text (GString *page, const MellowComparison *self)
{
  append_element (page, "h2", _ ("Sentence by sentence"));
  g_string_append (page, "\n<table class=\"text\">\n<thead><tr><td></td>");
  append_element (page, "th scope=\"col\"", self->before.name);
  append_element (page, "th scope=\"col\"", self->after.name);
  g_string_append (page, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < self->alignments->len; i++)
    append_alignment (page, self, &g_array_index (self->alignments, ProseAlignment, i));
  g_string_append (page, "</tbody>\n</table>\n");
}

/**
 * mellow_comparison_page_write:
 * @comparison: two versions of a text
 * @title: what the text is called
 *
 * Returns: (transfer full): a page of HTML
 */
char *
mellow_comparison_page_write (const MellowComparison *comparison, const char *title)
{
  const char *language = prose_report_get_language (comparison->after.report);
  GString *page = g_string_new ("<!DOCTYPE html>\n");
  g_autofree char *heading = g_strdup_printf (_ ("%s: before and after"), title);

  g_string_append_printf (page, "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          language != NULL ? language : "");
  g_string_append (page,
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  append_element (page, "title", heading);
  g_string_append_printf (page, "\n<style>\n%s</style>\n</head>\n<body>\n", style);
  append_element (page, "h1", heading);
  g_string_append_c (page, '\n');
  append_meters (page, comparison);
  append_what_changed (page, comparison);
  append_text (page, comparison);
  append_element (page, "footer",
                  _ ("Double underlines mark what may press the reader. Each meter goes from 0 to "
                     "100. Made with Mellow."));
  g_string_append (page, "\n</body>\n</html>\n");
  return g_string_free (page, FALSE);
}

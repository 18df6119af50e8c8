/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before and after as a page to send to a client: one file of HTML that needs no
 * other, has no script, follows the reader's light or dark, and prints. The same
 * comparison gives the same bytes. */

#include "mellow-comparison-page.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "mellow-html.h"
#include "mellow-phrase.h"
#include "mellow-tone-words.h"

static const char style[] =
    ":root{--gone:#8f1d14;--gone-paper:#fbe9e7;--new:#1a5c3a;--new-paper:#e3f4ea;--press:#9c4a00}"
    "@media(prefers-color-scheme:dark){:root{--gone:#ffb4a9;--gone-paper:#4a2320;--new:#9be3b9;"
    "--new-paper:#1d3f2c;--press:#ffb877}}"
    "body{max-width:64rem}h3{margin-top:1.2rem}"
    "th,td{padding:.45rem .7rem}td{white-space:pre-line}li{margin:.2rem 0}"
    ".meters{max-width:38rem}.meters td{font-variant-numeric:tabular-nums}"
    ".text{table-layout:fixed}.text td:first-child,.text th:first-child{width:7.5rem}"
    ".kind,.none{color:var(--quiet);font-size:.85rem}"
    ".text tr.equal td{color:var(--quiet)}"
    "del{background:var(--gone-paper);color:var(--gone);text-decoration:line-through}"
    "ins{background:var(--new-paper);color:var(--new);text-decoration:underline}"
    "u{text-decoration:underline double var(--press);text-underline-offset:.15em}"
    "footer{margin-top:3rem;color:var(--quiet);font-size:.85rem}"
    "@media(max-width:40rem){.text,.text tbody,.text tr,.text td{display:block}"
    ".text thead{display:none}.text td{border:0;padding:.2rem 0}.text td:first-child{width:auto}"
    ".text tr{border-bottom:1px solid var(--line);padding:.5rem 0;display:block}"
    ".text td[data-of]:not(:empty)::before{content:attr(data-of) \": \";color:var(--quiet)}"
    ".text tr.equal td::before{content:none!important}.text tr.equal td:last-child{display:none}}"
    "@media print{:root{--gone:#8f1d14;--gone-paper:#fff;--new:#1a5c3a;--new-paper:#fff;"
    "--press:#9c4a00}}";

/* --- meters --- */

static void
append_row (
    GString *page, const char *name, const char *before, const char *after, const char *change)
{
  g_string_append (page, "<tr>");
  mellow_html_add_element (page, "th scope=\"row\"", name);
  mellow_html_add_element (page, "td", before);
  mellow_html_add_element (page, "td", after);
  mellow_html_add_element (page, "td", change);
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
  mellow_html_add_element (page, "th scope=\"col\"", self->before.name);
  mellow_html_add_element (page, "th scope=\"col\"", self->after.name);
  mellow_html_add_element (page, "th scope=\"col\"", _ ("Change"));
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
  g_autofree char *phrase = mellow_phrase_quote (device->phrase);

  g_string_append (page, "<li>");
  mellow_html_add_text (page, phrase, -1);
  g_string_append (page, " <span class=\"kind\">");
  mellow_html_add_text (page, device->rule->category->title, -1);
  if (device->count > 1)
    g_string_append_printf (page, " ×%u", device->count);
  g_string_append (page, "</span></li>\n");
}

static void
append_devices (GString *page, const char *heading, GPtrArray *devices)
{
  if (devices->len == 0)
    return;

  mellow_html_add_element (page, "h3", heading);
  g_string_append (page, "<ul>\n");
  for (guint i = 0; i < devices->len; i++)
    append_device (page, devices->pdata[i]);
  g_string_append (page, "</ul>\n");
}

static void
append_what_changed (GString *page, const MellowComparison *self)
{
  mellow_html_add_element (page, "h2", _ ("What changed"));
  append_devices (page, _ ("Pressed, and is gone"), self->marks_gone);
  append_devices (page, _ ("Presses, and is new"), self->marks_new);
  append_devices (page, _ ("Soft, and is new"), self->credits_new);
  append_devices (page, _ ("Soft, and is gone"), self->credits_gone);
  if (self->marks_gone->len + self->marks_new->len + self->credits_new->len +
          self->credits_gone->len ==
      0)
    mellow_html_add_element (page, "p class=\"none\"", _ ("No device of tone went or came."));
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
  mellow_html_add_text (page, cell->side->text + run.start, prose_span_get_length (run));
  if (marked)
    g_string_append (page, "</u>");
  if (changed)
    g_string_append_printf (page, "</%s>", cell->element);
}

static void
append_sentence (GString *page, const Cell *cell)
{
  GArray *marks = cell->side->marks;
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
  mellow_html_add_text (page, cell->side->name, -1);
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
  mellow_html_add_element (page, "td class=\"kind\"",
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
  mellow_html_add_element (page, "h2", _ ("Sentence by sentence"));
  g_string_append (page, "<table class=\"text\">\n<thead><tr><td></td>");
  mellow_html_add_element (page, "th scope=\"col\"", self->before.name);
  mellow_html_add_element (page, "th scope=\"col\"", self->after.name);
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
  GString *page = g_string_new (NULL);
  g_autofree char *heading = g_strdup_printf (_ ("%s: before and after"), title);

  mellow_html_begin_page (page, language != NULL ? language : "", heading, style);
  g_string_append (page, "<body>\n");
  mellow_html_add_element (page, "h1", heading);
  append_meters (page, comparison);
  append_what_changed (page, comparison);
  append_text (page, comparison);
  mellow_html_add_element (
      page, "footer",
      _ ("Double underlines mark what may press the reader. Each meter goes from 0 to "
         "100. Made with Mellow."));
  g_string_append (page, "</body>\n");
  mellow_html_end_page (page);
  return g_string_free (page, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that is being edited, as its paragraphs.
 *
 * An edit touches a few paragraphs; they are cut and checked anew, all others
 * keep what was found in them, which is stored relative to their start. Whether
 * a paragraph ends after a line depends on that line and the next only, so one
 * paragraph before the edit and one after it are enough to cut right.
 */

#include "check/prose-live-checker.h"

#include <string.h>

#include "check/prose-paragraph-checker.h"
#include "check/prose-paragraph-list.h"
#include "text/prose-paragraph.h"

struct _ProseLiveChecker {
  GObject parent_instance;
  ProseParagraphChecker *checker;
  const char *chosen_language;   /* (nullable): by the user */
  const char *document_language; /* (nullable): as the text tells */
  ProseParagraphList *paragraphs;
  ProseLanguageVote vote;
  ProseMeasures measures;
  GArray *scratch_diagnostics;
  GArray *scratch_credits;
};

G_DEFINE_FINAL_TYPE (ProseLiveChecker, prose_live_checker, G_TYPE_OBJECT)

static void
prose_live_checker_finalize (GObject *object)
{
  ProseLiveChecker *self = PROSE_LIVE_CHECKER (object);

  prose_paragraph_checker_free (self->checker);
  prose_paragraph_list_free (self->paragraphs);
  g_array_unref (self->scratch_diagnostics);
  g_array_unref (self->scratch_credits);
  G_OBJECT_CLASS (prose_live_checker_parent_class)->finalize (object);
}

static void
prose_live_checker_class_init (ProseLiveCheckerClass *class)
{
  G_OBJECT_CLASS (class)->finalize = prose_live_checker_finalize;
}

static void
prose_live_checker_init (ProseLiveChecker *self)
{
  self->paragraphs = prose_paragraph_list_new ();
  self->scratch_diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  self->scratch_credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
}

/**
 * prose_live_checker_new:
 * @rules: the rules to check by
 *
 * Returns: (transfer full): a live checker of an empty text
 */
ProseLiveChecker *
prose_live_checker_new (ProseRuleSet *rules)
{
  ProseLiveChecker *self = g_object_new (PROSE_TYPE_LIVE_CHECKER, NULL);

  self->checker = prose_paragraph_checker_new (rules);
  return self;
}

/* --- checking --- */

static guint
get_sum (ProseLiveChecker *self, ProseParagraphUnit unit)
{
  return prose_paragraph_list_get_sum (self->paragraphs, unit);
}

static gboolean
is_empty (ProseLiveChecker *self)
{
  return get_sum (self, PROSE_PARAGRAPH_COUNT) == 0;
}

static GArray *
copy_found (const GArray *found)
{
  GArray *copy;

  if (found->len == 0)
    return NULL;
  copy = g_array_sized_new (FALSE, FALSE, sizeof (ProseDiagnostic), found->len);
  g_array_append_vals (copy, found->data, found->len);
  return copy;
}

static const char *
get_language (ProseLiveChecker *self, const ProseParagraph *paragraph)
{
  if (self->chosen_language != NULL)
    return self->chosen_language;

  return prose_language_choose (&paragraph->vote, self->document_language);
}

/* Checks a paragraph anew and replaces what it adds to the measures. */
static void
check_paragraph (ProseLiveChecker *self, ProseParagraph *paragraph, const char *muted)
{
  paragraph->muted_before = muted;
  prose_measures_subtract (&self->measures, &paragraph->measures);
  g_clear_pointer (&paragraph->diagnostics, g_array_unref);
  g_clear_pointer (&paragraph->credits, g_array_unref);
  paragraph->measures = (ProseMeasures){ 0 };
  g_array_set_size (self->scratch_diagnostics, 0);
  g_array_set_size (self->scratch_credits, 0);

  prose_paragraph_checker_read (self->checker, paragraph->text, paragraph->length);
  prose_paragraph_checker_set_muted (self->checker, muted);
  paragraph->muted_after = prose_paragraph_checker_get_muted_after (self->checker);
  prose_paragraph_checker_check (self->checker, get_language (self, paragraph),
                                 prose_zone_of_paragraph (paragraph->text, paragraph->length),
                                 self->scratch_diagnostics, self->scratch_credits,
                                 &paragraph->measures);
  paragraph->diagnostics = copy_found (self->scratch_diagnostics);
  paragraph->credits = copy_found (self->scratch_credits);
  prose_measures_add (&self->measures, &paragraph->measures);
}

/* What is muted where the paragraph with this number starts. */
static const char *
get_muted_before (ProseLiveChecker *self, guint number)
{
  ProseParagraphPlace place;

  if (number == 0)
    return NULL;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_COUNT, number - 1);
  return prose_paragraph_list_get (self->paragraphs, &place)->muted_after;
}

/* Checks n paragraphs from the one with number first on, and those behind them
 * that start under other directives now.
 *
 * Returns: how many were checked */
static guint
check_range (ProseLiveChecker *self, guint first, guint n)
{
  guint n_all = get_sum (self, PROSE_PARAGRAPH_COUNT);
  const char *muted = get_muted_before (self, first);
  ProseParagraphPlace place;
  guint i;

  if (first == n_all)
    return 0;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_COUNT, first);
  for (i = 0; first + i < n_all; i++) {
    ProseParagraphPlace here = place;
    ProseParagraph *paragraph = prose_paragraph_list_get (self->paragraphs, &here);

    if (i >= n && paragraph->muted_before == muted)
      break;
    check_paragraph (self, paragraph, muted);
    muted = paragraph->muted_after;
    if (!prose_paragraph_list_next (self->paragraphs, &place) || place.block != here.block ||
        i + 1 >= n)
      prose_paragraph_list_recount (self->paragraphs, &here);
  }
  return i;
}

/* The language of the whole, as far as its words or, in a mere label, its rules
 * tell. */
static const char *
find_language (ProseLiveChecker *self)
{
  const char *language = prose_language_vote_get_winner (&self->vote, 1);
  guint length = get_sum (self, PROSE_PARAGRAPH_BYTES);
  g_autofree char *text = NULL;

  if (language != NULL || length > PROSE_LONGEST_LABEL)
    return language;

  text = prose_live_checker_dup_text (self, (ProseSpan){ 0, length });
  return prose_paragraph_checker_try_languages (self->checker, text, length);
}

/* --- replacing --- */

/* Paragraphs that an edit replaces: those from first on, n_old of them, by the
 * pieces of text. */
typedef struct {
  guint first;
  guint n_old;
  guint start;    /* of the first, in bytes */
  guint position; /* of the first's first mark */
  GString *text;
} Replacement;

static GPtrArray *
cut (const GString *text)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_paragraph_free);

  for (guint start = 0; start < text->len;) {
    guint end = prose_paragraph_get_end (text->str, text->len, start);

    g_ptr_array_add (pieces, prose_paragraph_new (text->str + start, end - start));
    start = end;
  }
  return pieces;
}

static const ProseParagraph *
get_paragraph (ProseLiveChecker *self, guint number)
{
  ProseParagraphPlace place =
      prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_COUNT, number);

  return prose_paragraph_list_get (self->paragraphs, &place);
}

static gboolean
is_same (const ProseParagraph *a, const ProseParagraph *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

/* Leaves out the paragraphs at both ends that came out as they were. */
static void
keep_unchanged (ProseLiveChecker *self, Replacement *replacement, GPtrArray *pieces)
{
  guint n_kept = 0;

  while (replacement->n_old > 0 && n_kept < pieces->len) {
    const ProseParagraph *old = get_paragraph (self, replacement->first);

    if (!is_same (old, pieces->pdata[n_kept]))
      break;
    replacement->start += old->length;
    replacement->position += old->diagnostics != NULL ? old->diagnostics->len : 0;
    replacement->first++;
    replacement->n_old--;
    n_kept++;
  }
  if (n_kept > 0)
    g_ptr_array_remove_range (pieces, 0, n_kept);

  while (replacement->n_old > 0 && pieces->len > 0 &&
         is_same (get_paragraph (self, replacement->first + replacement->n_old - 1),
                  pieces->pdata[pieces->len - 1])) {
    replacement->n_old--;
    g_ptr_array_set_size (pieces, pieces->len - 1);
  }
}

/* Takes the old paragraphs out, and counts the marks that go with them. Returns
 * how many bytes went. */
static guint
take_out (ProseLiveChecker *self, const Replacement *replacement, guint *n_diagnostics)
{
  g_autoptr (GPtrArray) old =
      prose_paragraph_list_remove (self->paragraphs, replacement->first, replacement->n_old);
  guint n_bytes = 0;

  for (guint i = 0; i < old->len; i++) {
    const ProseParagraph *paragraph = old->pdata[i];

    prose_measures_subtract (&self->measures, &paragraph->measures);
    prose_language_vote_subtract (&self->vote, &paragraph->vote);
    *n_diagnostics += paragraph->diagnostics != NULL ? paragraph->diagnostics->len : 0;
    n_bytes += paragraph->length;
  }
  return n_bytes;
}

/* Puts the pieces in, and lets them vote; they are checked when the language of
 * the whole is known. */
static void
put_in (ProseLiveChecker *self, guint first, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++) {
    ProseParagraph *paragraph = pieces->pdata[i];

    prose_paragraph_checker_read (self->checker, paragraph->text, paragraph->length);
    paragraph->vote = prose_paragraph_checker_vote (self->checker);
    prose_language_vote_add (&self->vote, &paragraph->vote);
  }
  prose_paragraph_list_insert (self->paragraphs, first, pieces);
}

/* Checks all anew, because the language has changed. */
static ProseLiveChange
check_all (ProseLiveChecker *self, guint n_old_diagnostics)
{
  check_range (self, 0, get_sum (self, PROSE_PARAGRAPH_COUNT));

  return (ProseLiveChange){ .span = { 0, get_sum (self, PROSE_PARAGRAPH_BYTES) },
                            .removed = n_old_diagnostics,
                            .added = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS) };
}

static ProseLiveChange
replace (ProseLiveChecker *self, Replacement *replacement)
{
  g_autoptr (GPtrArray) pieces = cut (replacement->text);
  guint n_diagnostics = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS);
  guint n_bytes = get_sum (self, PROSE_PARAGRAPH_BYTES);
  ProseLiveChange change = { 0 };
  const char *language;
  guint n_pieces;

  keep_unchanged (self, replacement, pieces);
  n_pieces = pieces->len;
  change.position = replacement->position;
  change.span.start = replacement->start;
  n_bytes -= take_out (self, replacement, &change.removed);
  put_in (self, replacement->first, pieces);
  change.span.end = replacement->start + get_sum (self, PROSE_PARAGRAPH_BYTES) - n_bytes;

  language = find_language (self);
  if (language != self->document_language) {
    self->document_language = language;
    if (self->chosen_language == NULL)
      return check_all (self, n_diagnostics);
  }

  if (check_range (self, replacement->first, n_pieces) > n_pieces) {
    change.span.end = get_sum (self, PROSE_PARAGRAPH_BYTES);
    change.removed = n_diagnostics - change.position;
  }
  change.added = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS) - (n_diagnostics - change.removed);
  return change;
}

/* Gathers the paragraphs from the one before span to the one after it. */
static Replacement
gather (ProseLiveChecker *self, ProseSpan span, GString *text)
{
  Replacement replacement = { .text = text };
  ProseParagraphPlace place, last;
  guint n;

  if (is_empty (self))
    return replacement;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES, span.start);
  last = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES, span.end);
  if (place.before[PROSE_PARAGRAPH_COUNT] > 0)
    place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_COUNT,
                                       place.before[PROSE_PARAGRAPH_COUNT] - 1);

  replacement.first = place.before[PROSE_PARAGRAPH_COUNT];
  replacement.start = place.before[PROSE_PARAGRAPH_BYTES];
  replacement.position = place.before[PROSE_PARAGRAPH_DIAGNOSTICS];
  n = last.before[PROSE_PARAGRAPH_COUNT] + 2 - replacement.first;
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self->paragraphs, &place);

    g_string_append_len (text, paragraph->text, paragraph->length);
    replacement.n_old++;
  } while (replacement.n_old < n && prose_paragraph_list_next (self->paragraphs, &place));

  return replacement;
}

/* --- editing --- */

/**
 * prose_live_checker_set_text:
 * @self: a live checker
 * @text: the new text, valid UTF-8
 * @length: its length in bytes, or -1 if it ends in NUL
 *
 * Replaces the whole text.
 *
 * Returns: what became of the marks
 */
ProseLiveChange
prose_live_checker_set_text (ProseLiveChecker *self, const char *text, gssize length)
{
  g_autoptr (GString) whole = g_string_new_len (text, length);
  Replacement replacement = { .n_old = get_sum (self, PROSE_PARAGRAPH_COUNT), .text = whole };

  return replace (self, &replacement);
}

/**
 * prose_live_checker_insert:
 * @self: a live checker
 * @offset: where the text goes in, in bytes, at most the length of the text
 * @text: valid UTF-8
 * @length: its length in bytes, or -1 if it ends in NUL
 *
 * Returns: what became of the marks
 */
ProseLiveChange
prose_live_checker_insert (ProseLiveChecker *self, guint offset, const char *text, gssize length)
{
  g_autoptr (GString) region = g_string_new (NULL);
  Replacement replacement = gather (self, (ProseSpan){ offset, offset }, region);

  g_return_val_if_fail (offset - replacement.start <= region->len, (ProseLiveChange){ 0 });

  g_string_insert_len (region, offset - replacement.start, text, length);
  return replace (self, &replacement);
}

/**
 * prose_live_checker_delete:
 * @self: a live checker
 * @span: what goes, within the text
 *
 * Returns: what became of the marks
 */
ProseLiveChange
prose_live_checker_delete (ProseLiveChecker *self, ProseSpan span)
{
  g_autoptr (GString) region = g_string_new (NULL);
  Replacement replacement = gather (self, span, region);

  g_return_val_if_fail (span.end - replacement.start <= region->len, (ProseLiveChange){ 0 });

  g_string_erase (region, span.start - replacement.start, prose_span_get_length (span));
  return replace (self, &replacement);
}

/**
 * prose_live_checker_set_language:
 * @self: a live checker
 * @language: (nullable): the language of the whole text, or %NULL to find it
 *   out by paragraph
 *
 * Checks the text anew by the rules of @language.
 */
void
prose_live_checker_set_language (ProseLiveChecker *self, const char *language)
{
  language = g_intern_string (language);
  if (self->chosen_language == language)
    return;

  self->chosen_language = language;
  check_all (self, get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS));
}

/* --- reading --- */

guint
prose_live_checker_get_length (ProseLiveChecker *self)
{
  return get_sum (self, PROSE_PARAGRAPH_BYTES);
}

/**
 * prose_live_checker_dup_text:
 * @self: a live checker
 * @span: a part of the text
 *
 * Returns: (transfer full): that part
 */
char *
prose_live_checker_dup_text (ProseLiveChecker *self, ProseSpan span)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ProseParagraphPlace place;

  if (is_empty (self))
    return g_strdup ("");

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES, span.start);
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self->paragraphs, &place);
    guint start = place.before[PROSE_PARAGRAPH_BYTES];
    guint from = MAX (span.start, start) - start;
    guint to = span.end > start ? MIN (span.end - start, paragraph->length) : 0;

    if (from >= to)
      break;
    g_string_append_len (text, paragraph->text + from, to - from);
  } while (prose_paragraph_list_next (self->paragraphs, &place));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * prose_live_checker_find_paragraph:
 * @self: a live checker
 * @offset: a place in the text, in bytes
 * @span: (out): the paragraph that it lies in; the last one at the end of the
 *   text
 *
 * Returns: (nullable): the language the paragraph is checked in, %NULL if none
 *   is known
 */
const char *
prose_live_checker_find_paragraph (ProseLiveChecker *self, guint offset, ProseSpan *span)
{
  const ProseParagraph *paragraph;
  ProseParagraphPlace place;

  *span = (ProseSpan){ 0, 0 };
  if (is_empty (self))
    return NULL;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES, offset);
  paragraph = prose_paragraph_list_get (self->paragraphs, &place);
  span->start = place.before[PROSE_PARAGRAPH_BYTES];
  span->end = span->start + paragraph->length;
  return get_language (self, paragraph);
}

/**
 * prose_live_checker_get_offset:
 * @self: a live checker
 * @line: a line, from 0
 * @line_index: a place in it, in bytes
 *
 * Returns: the same place from the start of the text, in bytes
 */
guint
prose_live_checker_get_offset (ProseLiveChecker *self, guint line, guint line_index)
{
  const ProseParagraph *paragraph;
  ProseParagraphPlace place;
  guint start = 0;

  if (is_empty (self))
    return line_index;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BREAKS, line);
  paragraph = prose_paragraph_list_get (self->paragraphs, &place);
  for (guint i = place.before[PROSE_PARAGRAPH_BREAKS]; i < line && start < paragraph->length; i++)
    prose_next_line (paragraph->text, paragraph->length, start, &start);

  return place.before[PROSE_PARAGRAPH_BYTES] + start + line_index;
}

/**
 * prose_live_checker_get_line:
 * @self: a live checker
 * @offset: a place in the text, in bytes
 * @line: (out): its line, from 0
 * @line_index: (out): its place in that line, in bytes
 */
void
prose_live_checker_get_line (ProseLiveChecker *self, guint offset, guint *line, guint *line_index)
{
  const ProseParagraph *paragraph;
  ProseParagraphPlace place;
  guint start = 0;

  *line = 0;
  *line_index = offset;
  if (is_empty (self))
    return;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES, offset);
  paragraph = prose_paragraph_list_get (self->paragraphs, &place);
  *line = place.before[PROSE_PARAGRAPH_BREAKS];
  offset -= place.before[PROSE_PARAGRAPH_BYTES];
  for (;;) {
    guint next;
    ProseSpan span = prose_next_line (paragraph->text, paragraph->length, start, &next);

    if (offset < next || span.end == next)
      break;
    start = next;
    (*line)++;
  }
  *line_index = offset - start;
}

guint
prose_live_checker_get_n_diagnostics (ProseLiveChecker *self)
{
  return get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS);
}

/**
 * prose_live_checker_get_diagnostic:
 * @self: a live checker
 * @position: the number of a mark, less than there are
 *
 * Returns: that mark
 */
ProseDiagnostic
prose_live_checker_get_diagnostic (ProseLiveChecker *self, guint position)
{
  const ProseParagraph *paragraph;
  ProseParagraphPlace place;

  g_return_val_if_fail (position < prose_live_checker_get_n_diagnostics (self),
                        (ProseDiagnostic){ 0 });

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_DIAGNOSTICS, position);
  paragraph = prose_paragraph_list_get (self->paragraphs, &place);
  return prose_diagnostic_shift (
      g_array_index (paragraph->diagnostics, ProseDiagnostic,
                     position - place.before[PROSE_PARAGRAPH_DIAGNOSTICS]),
      place.before[PROSE_PARAGRAPH_BYTES]);
}

/* How many marks of a paragraph end before offset, which is from its start. */
static guint
count_before (const ProseParagraph *paragraph, guint offset)
{
  guint n = 0;

  while (paragraph->diagnostics != NULL && n < paragraph->diagnostics->len &&
         g_array_index (paragraph->diagnostics, ProseDiagnostic, n).span.end < offset)
    n++;

  return n;
}

/**
 * prose_live_checker_find_diagnostic:
 * @self: a live checker
 * @offset: a place in the text, in bytes
 *
 * Returns: the number of the first mark that ends at @offset or after it; the
 *   number of all marks if there is none
 */
guint
prose_live_checker_find_diagnostic (ProseLiveChecker *self, guint offset)
{
  ProseParagraphPlace place;

  if (is_empty (self))
    return 0;

  /* A mark that ends where a paragraph starts belongs to the one before. */
  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES,
                                     offset > 0 ? offset - 1 : 0);
  return place.before[PROSE_PARAGRAPH_DIAGNOSTICS] +
         count_before (prose_paragraph_list_get (self->paragraphs, &place),
                       offset - place.before[PROSE_PARAGRAPH_BYTES]);
}

static void
append_found (GArray *all, const GArray *found, guint start, ProseSpan span)
{
  for (guint i = 0; found != NULL && i < found->len; i++) {
    ProseDiagnostic diagnostic =
        prose_diagnostic_shift (g_array_index (found, ProseDiagnostic, i), start);

    if (prose_span_overlaps (diagnostic.span, span))
      g_array_append_val (all, diagnostic);
  }
}

static GArray *
dup_found (ProseLiveChecker *self, ProseSpan span, gboolean credits)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  ProseParagraphPlace place;

  if (is_empty (self))
    return all;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES, span.start);
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self->paragraphs, &place);

    append_found (all, credits ? paragraph->credits : paragraph->diagnostics,
                  place.before[PROSE_PARAGRAPH_BYTES], span);
  } while (prose_paragraph_list_next (self->paragraphs, &place) &&
           place.before[PROSE_PARAGRAPH_BYTES] < span.end);

  return all;
}

/**
 * prose_live_checker_dup_diagnostics:
 * @self: a live checker
 * @span: a part of the text
 *
 * Returns: (transfer full) (element-type ProseDiagnostic): the marks that share
 *   a byte with @span, in order
 */
GArray *
prose_live_checker_dup_diagnostics (ProseLiveChecker *self, ProseSpan span)
{
  return dup_found (self, span, FALSE);
}

/**
 * prose_live_checker_dup_credits:
 * @self: a live checker
 * @span: a part of the text
 *
 * Returns: (transfer full) (element-type ProseDiagnostic): the soft phrases that
 *   share a byte with @span, in order
 */
GArray *
prose_live_checker_dup_credits (ProseLiveChecker *self, ProseSpan span)
{
  return dup_found (self, span, TRUE);
}

/**
 * prose_live_checker_get_measures:
 * @self: a live checker
 *
 * Returns: (transfer none): the measures of the whole text
 */
const ProseMeasures *
prose_live_checker_get_measures (ProseLiveChecker *self)
{
  return &self->measures;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that is being edited, as its paragraphs.
 *
 * An edit touches a few paragraphs; they are cut and checked anew, all others
 * keep what was found in them, which is stored relative to their start.
 */

#include "check/prose-live-checker.h"

#include <string.h>

#include "check/prose-paragraph-checker.h"
#include "check/prose-paragraph-list.h"
#include "check/prose-paragraph-text.h"
#include "check/prose-passage.h"
#include "check/prose-replacement.h"

struct _ProseLiveChecker {
  GObject parent_instance;
  ProseParagraphChecker *checker;
  ProseIgnoreList *ignored; /* (nullable) */
  const ProseFormat *format;
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
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
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
  self->format = prose_format_get_text ();
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

/* --- passages --- */

static guint
get_n_passages (const ProseParagraph *paragraph)
{
  return paragraph->segments != NULL ? paragraph->segments->len : 1;
}

/* Whether the passage with that number is to be checked. */
static gboolean
get_passage (const ProseParagraph *paragraph, guint i, ProsePassage *passage)
{
  const ProseSegment *segment;

  if (paragraph->segments == NULL) {
    *passage = prose_passage_of_text (paragraph->text, paragraph->length);
    return TRUE;
  }
  segment = paragraph->segments->pdata[i];
  *passage = prose_passage_of_segment (segment);
  return segment->role == PROSE_SEGMENT_COPY;
}

/* The language of the passage that was read last: a block of a file may have several, each
 * in its own, and the vote of the whole is that of none of them. */
static const char *
get_language (ProseLiveChecker *self, const ProseParagraph *paragraph, const char *declared)
{
  ProseLanguageVote vote;

  if (self->chosen_language != NULL)
    return self->chosen_language;
  if (declared != NULL)
    return declared;

  vote =
      paragraph->segments != NULL ? prose_paragraph_checker_vote (self->checker) : paragraph->vote;
  return prose_language_choose (&vote, self->document_language);
}

static void
note_unchecked (ProseParagraph *paragraph, const char *language)
{
  if (paragraph->n_unchecked++ == 0)
    paragraph->unchecked_language = g_intern_string (language);
}

static void
check_passage (ProseLiveChecker *self,
               ProseParagraph *paragraph,
               const ProsePassage *passage,
               guint start)
{
  guint n_diagnostics = self->scratch_diagnostics->len;
  guint n_credits = self->scratch_credits->len;
  gint64 n_unchecked = paragraph->measures.unchecked;
  const char *language;
  GPtrArray *ignored;

  prose_paragraph_checker_read (self->checker, passage->text, passage->length);
  prose_paragraph_checker_set_muted (self->checker, paragraph->muted_after);
  prose_paragraph_checker_set_place (self->checker, start, passage->copy);
  paragraph->muted_after = prose_paragraph_checker_get_muted_after (self->checker);
  language = get_language (self, paragraph, passage->language);
  prose_paragraph_checker_check (self->checker, language, passage->zone, self->scratch_diagnostics,
                                 self->scratch_credits, &paragraph->measures);
  if (paragraph->measures.unchecked > n_unchecked)
    note_unchecked (paragraph, language);
  prose_passage_place_found (passage, self->scratch_diagnostics, n_diagnostics, 0);
  prose_passage_place_found (passage, self->scratch_credits, n_credits, 0);

  ignored = prose_paragraph_checker_get_rules_ignored (self->checker);
  if (ignored->len == 0)
    return;
  if (paragraph->ignored == NULL)
    paragraph->ignored = g_ptr_array_new ();
  g_ptr_array_extend (paragraph->ignored, ignored, NULL, NULL);
}

/* Checks a paragraph anew and replaces what it adds to the measures. */
static void
check_paragraph (ProseLiveChecker *self, ProseParagraph *paragraph, guint start, const char *muted)
{
  ProsePassage passage;

  paragraph->muted_before = muted;
  paragraph->muted_after = muted;
  prose_measures_subtract (&self->measures, &paragraph->measures);
  g_clear_pointer (&paragraph->diagnostics, g_array_unref);
  g_clear_pointer (&paragraph->credits, g_array_unref);
  g_clear_pointer (&paragraph->ignored, g_ptr_array_unref);
  paragraph->measures = (ProseMeasures){ 0 };
  paragraph->n_unchecked = 0;
  paragraph->unchecked_language = NULL;
  g_array_set_size (self->scratch_diagnostics, 0);
  g_array_set_size (self->scratch_credits, 0);

  for (guint i = 0; i < get_n_passages (paragraph); i++)
    if (get_passage (paragraph, i, &passage))
      check_passage (self, paragraph, &passage, start);
  if (get_n_passages (paragraph) > 1) {
    g_array_sort (self->scratch_diagnostics, prose_diagnostic_compare_places);
    g_array_sort (self->scratch_credits, prose_diagnostic_compare_places);
  }
  paragraph->diagnostics = copy_found (self->scratch_diagnostics);
  paragraph->credits = copy_found (self->scratch_credits);
  prose_measures_add (&self->measures, &paragraph->measures);
}

/* --- checking --- */

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
    check_paragraph (self, paragraph, here.before[PROSE_PARAGRAPH_BYTES], muted);
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

  if (language != NULL || length == 0 || length > PROSE_LONGEST_LABEL)
    return language;

  text = prose_live_checker_dup_text (self, (ProseSpan){ 0, length });
  return prose_paragraph_checker_try_languages (self->checker, text, length);
}

/* --- replacing --- */

/* An edit, and what the ignore list is to be told of it. */
typedef struct {
  ProseReplacement replaced;
  gboolean checks_all;  /* those paragraphs too that come out as they were */
  gboolean is_followed; /* the ignore list is told: */
  ProseSpan deleted;
  guint n_inserted;
} Edit;

/* Takes the old paragraphs out, and counts the marks that go with them. Returns
 * how many bytes went. */
static guint
take_out (ProseLiveChecker *self, const ProseReplacement *replaced, guint *n_diagnostics)
{
  g_autoptr (GPtrArray) old =
      prose_paragraph_list_remove (self->paragraphs, replaced->first, replaced->n_old);
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

static void
read_segments (ProseLiveChecker *self, ProseParagraph *paragraph)
{
  if (prose_format_is_text (self->format))
    return;

  paragraph->segments = prose_segments_new ();
  self->format->read_block (paragraph->text, paragraph->length, &paragraph->state,
                            paragraph->segments);
  prose_segments_sort (paragraph->segments, 0);
}

static void
let_vote (ProseLiveChecker *self, ProseParagraph *paragraph)
{
  ProsePassage passage;

  for (guint i = 0; i < get_n_passages (paragraph); i++) {
    ProseLanguageVote vote;

    if (!get_passage (paragraph, i, &passage))
      continue;
    prose_paragraph_checker_read (self->checker, passage.text, passage.length);
    vote = prose_paragraph_checker_vote (self->checker);
    prose_language_vote_add (&paragraph->vote, &vote);
  }
  prose_language_vote_add (&self->vote, &paragraph->vote);
}

/* Puts the pieces in, and lets them vote; they are checked when the language of
 * the whole is known. */
static void
put_in (ProseLiveChecker *self, guint first, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++) {
    read_segments (self, pieces->pdata[i]);
    let_vote (self, pieces->pdata[i]);
  }
  prose_paragraph_list_insert (self->paragraphs, first, pieces);
}

/* --- what is ignored --- */

/* How much of the text before and behind what is cut anew is looked at for what
 * here-entries are known by, in bytes. */
#define AROUND 1024

#define EVERYWHERE ((ProseSpan){ 0, G_MAXUINT })

/* What a reader sees of a part of the text, and of some more on both sides. */
static ProseReading *
read_around (ProseLiveChecker *self, ProseSpan span)
{
  span.start -= MIN (span.start, AROUND);
  span.end = MIN (span.end + AROUND, get_sum (self, PROSE_PARAGRAPH_BYTES));
  return prose_live_checker_read (self, span);
}

/* Notes down that the ignore list is to be told of an edit: deleted goes, n_inserted bytes
 * come. What is cut anew is checked if something is ignored in it. */
static void
prepare_to_follow (ProseLiveChecker *self, Edit *edit, ProseSpan deleted, guint n_inserted)
{
  const ProseReplacement *replaced = &edit->replaced;
  guint n_cut = replaced->text->len + prose_span_get_length (deleted) - n_inserted;

  if (self->ignored == NULL || !prose_ignore_list_has_here (self->ignored, EVERYWHERE))
    return;

  edit->is_followed = TRUE;
  edit->deleted = deleted;
  edit->n_inserted = n_inserted;
  edit->checks_all = prose_ignore_list_has_here (
      self->ignored, (ProseSpan){ replaced->start, replaced->start + n_cut });
}

/* Tells the ignore list of the edit that put n_bytes in; what they say is known, but they
 * are not checked yet. */
static void
follow_edit (ProseLiveChecker *self, const Edit *edit, guint n_bytes)
{
  ProseSpan edited = { edit->deleted.start, edit->deleted.start + edit->n_inserted };
  g_autoptr (ProseReading) reading = NULL;

  if (!edit->is_followed)
    return;

  edited.start = MIN (edited.start, edit->replaced.start);
  edited.end = MAX (edited.end, edit->replaced.start + n_bytes);
  reading = read_around (self, edited);
  prose_ignore_list_follow_edit (self->ignored, edit->deleted, edit->n_inserted, reading);
}

/* --- making the edit --- */

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
replace (ProseLiveChecker *self, Edit *edit)
{
  ProseReplacement *replaced = &edit->replaced;
  g_autoptr (GPtrArray) pieces = prose_replacement_cut (replaced, self->paragraphs, self->format);
  guint n_diagnostics = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS);
  guint n_bytes = get_sum (self, PROSE_PARAGRAPH_BYTES);
  ProseLiveChange change = { 0 };
  const char *language;
  guint n_pieces;

  if (!edit->checks_all)
    prose_replacement_keep_unchanged (replaced, self->paragraphs, pieces);
  n_pieces = pieces->len;
  change.position = replaced->position;
  change.span.start = replaced->start;
  n_bytes -= take_out (self, replaced, &change.removed);
  put_in (self, replaced->first, pieces);
  change.span.end = replaced->start + get_sum (self, PROSE_PARAGRAPH_BYTES) - n_bytes;
  follow_edit (self, edit, prose_span_get_length (change.span));

  language = find_language (self);
  if (language != self->document_language) {
    self->document_language = language;
    if (self->chosen_language == NULL)
      return check_all (self, n_diagnostics);
  }

  if (check_range (self, replaced->first, n_pieces) > n_pieces) {
    change.span.end = get_sum (self, PROSE_PARAGRAPH_BYTES);
    change.removed = n_diagnostics - change.position;
  }
  change.added = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS) - (n_diagnostics - change.removed);
  return change;
}

/* --- editing --- */

/* Finds the places of here-entries in a text that is new, and checks it again
 * where it has some. */
static void
resolve (ProseLiveChecker *self)
{
  ProseSpan all = { 0, get_sum (self, PROSE_PARAGRAPH_BYTES) };
  g_autoptr (ProseReading) reading = prose_live_checker_read (self, all);
  g_autoptr (GArray) diagnostics = prose_live_checker_dup_diagnostics (self, all);

  if (prose_ignore_list_resolve (self->ignored, reading, diagnostics))
    check_range (self, 0, get_sum (self, PROSE_PARAGRAPH_COUNT));
}

/**
 * prose_live_checker_set_text:
 * @self: a live checker
 * @text: the new text, valid UTF-8
 * @length: its length in bytes, or -1 if it ends in NUL
 *
 * Replaces the whole text. What is ignored here is looked for in it by its phrase
 * and the words around that.
 *
 * Returns: what became of the marks
 */
ProseLiveChange
prose_live_checker_set_text (ProseLiveChecker *self, const char *text, gssize length)
{
  g_autoptr (GString) whole = g_string_new_len (text, length);
  Edit edit = { { .n_old = get_sum (self, PROSE_PARAGRAPH_COUNT), .text = whole } };
  ProseLiveChange change;

  if (self->ignored == NULL || !prose_ignore_list_has_here (self->ignored, EVERYWHERE))
    return replace (self, &edit);

  prose_ignore_list_lose_places (self->ignored);
  edit.checks_all = TRUE;
  change = replace (self, &edit);
  resolve (self);
  change.added = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS);
  return change;
}

const ProseFormat *
prose_live_checker_get_format (ProseLiveChecker *self)
{
  return self->format;
}

/**
 * prose_live_checker_set_format:
 * @self: a live checker
 * @format: how the text is to be read
 *
 * Reads the text anew, if there is some.
 *
 * Returns: what became of the marks
 */
ProseLiveChange
prose_live_checker_set_format (ProseLiveChecker *self, const ProseFormat *format)
{
  guint n_old = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS);
  g_autofree char *text = NULL;
  ProseLiveChange change;

  if (self->format == format)
    return (ProseLiveChange){ { 0 } };

  text =
      prose_live_checker_dup_text (self, (ProseSpan){ 0, get_sum (self, PROSE_PARAGRAPH_BYTES) });
  prose_live_checker_set_text (self, "", 0);
  self->format = format;
  change = prose_live_checker_set_text (self, text, -1);
  change.removed = n_old;
  return change;
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
  ProseSpan place = { offset, offset };
  Edit edit = { prose_replacement_gather (self->paragraphs, place, region) };

  g_return_val_if_fail (offset - edit.replaced.start <= region->len, (ProseLiveChange){ 0 });

  g_string_insert_len (region, offset - edit.replaced.start, text, length);
  prepare_to_follow (self, &edit, place, length < 0 ? strlen (text) : (gsize)length);
  return replace (self, &edit);
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
  Edit edit = { prose_replacement_gather (self->paragraphs, span, region) };

  g_return_val_if_fail (span.end - edit.replaced.start <= region->len, (ProseLiveChange){ 0 });

  g_string_erase (region, span.start - edit.replaced.start, prose_span_get_length (span));
  prepare_to_follow (self, &edit, span, 0);
  return replace (self, &edit);
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

/* --- changing what is ignored --- */

static gboolean
finds_marks_of (const ProseParagraph *paragraph, const ProseIgnoreEntry *entry)
{
  for (guint credits = 0; credits < 2; credits++) {
    const GArray *found = credits ? paragraph->credits : paragraph->diagnostics;

    for (guint i = 0; found != NULL && i < found->len; i++)
      if (prose_ignore_entry_concerns (entry, g_array_index (found, ProseDiagnostic, i).rule))
        return TRUE;
  }
  return FALSE;
}

static gboolean
ignores_marks_of (const ProseParagraph *paragraph, const ProseIgnoreEntry *entry)
{
  for (guint i = 0; paragraph->ignored != NULL && i < paragraph->ignored->len; i++)
    if (prose_ignore_entry_concerns (entry, paragraph->ignored->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Whether what entry ignores or ignored is in the paragraph, as far as that is
 * known. */
static gboolean
may_concern (const ProseParagraph *paragraph, guint start, const ProseIgnoreEntry *entry)
{
  ProseSpan span = { start, start + paragraph->length };

  if (prose_ignore_entry_is_here (entry) &&
      (entry->key->place < span.start || entry->key->place >= span.end))
    return FALSE;

  return finds_marks_of (paragraph, entry) || ignores_marks_of (paragraph, entry);
}

/* The numbers of the paragraphs that a change of entry makes to be checked. */
static GArray *
find_concerned (ProseLiveChecker *self, const ProseIgnoreEntry *entry)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  ProseParagraphPlace place;

  if (is_empty (self))
    return numbers;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES,
                                     prose_ignore_entry_is_here (entry) ? entry->key->place : 0);
  do {
    if (may_concern (prose_paragraph_list_get (self->paragraphs, &place),
                     place.before[PROSE_PARAGRAPH_BYTES], entry))
      g_array_append_val (numbers, place.before[PROSE_PARAGRAPH_COUNT]);
  } while (!prose_ignore_entry_is_here (entry) &&
           prose_paragraph_list_next (self->paragraphs, &place));

  return numbers;
}

static guint
count_marks_until (ProseLiveChecker *self, guint number, guint *n_bytes)
{
  ProseParagraphPlace place =
      prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_COUNT, number);
  const ProseParagraph *paragraph = prose_paragraph_list_get (self->paragraphs, &place);

  *n_bytes = place.before[PROSE_PARAGRAPH_BYTES] + paragraph->length;
  return place.before[PROSE_PARAGRAPH_DIAGNOSTICS] +
         (paragraph->diagnostics != NULL ? paragraph->diagnostics->len : 0);
}

/* Checks the paragraphs again that entry concerns. */
static ProseLiveChange
check_concerned (ProseLiveChecker *self, const ProseIgnoreEntry *entry)
{
  g_autoptr (GArray) numbers = find_concerned (self, entry);
  ProseLiveChange change = { { 0 } };
  ProseParagraphPlace place;
  guint first, last;

  if (numbers->len == 0)
    return change;

  first = g_array_index (numbers, guint, 0);
  last = g_array_index (numbers, guint, numbers->len - 1);
  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_COUNT, first);
  change.position = place.before[PROSE_PARAGRAPH_DIAGNOSTICS];
  change.span.start = place.before[PROSE_PARAGRAPH_BYTES];
  change.removed = count_marks_until (self, last, &change.span.end) - change.position;
  for (guint i = 0; i < numbers->len; i++)
    check_range (self, g_array_index (numbers, guint, i), 1);
  change.added = count_marks_until (self, last, &change.span.end) - change.position;

  return change;
}

static gboolean
ignores_anything (const ProseIgnoreList *list)
{
  return list != NULL && prose_ignore_list_get_n_entries (list) > 0;
}

/**
 * prose_live_checker_set_ignore_list:
 * @self: a live checker
 * @list: (nullable): what the text ignores; from now on changed through @self only
 *
 * Checks the text anew, unless neither list nor the one before has anything in it. What is
 * ignored here and has no place in the text yet is looked for.
 *
 * Returns: what became of the marks
 */
ProseLiveChange
prose_live_checker_set_ignore_list (ProseLiveChecker *self, ProseIgnoreList *list)
{
  guint n_old = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS);
  gboolean is_same = !ignores_anything (self->ignored) && !ignores_anything (list);
  ProseLiveChange change = { { 0 } };

  if (list != NULL)
    prose_ignore_list_ref (list);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  self->ignored = list;
  prose_paragraph_checker_set_ignore_list (self->checker, list);
  if (is_same)
    return change;

  change = check_all (self, n_old);
  if (list != NULL && prose_ignore_list_has_here (list, EVERYWHERE)) {
    resolve (self);
    change.added = get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS);
  }
  return change;
}

/**
 * prose_live_checker_get_ignore_list:
 * @self: a live checker
 *
 * Returns: (transfer none) (nullable): what the text ignores
 */
ProseIgnoreList *
prose_live_checker_get_ignore_list (ProseLiveChecker *self)
{
  return self->ignored;
}

/**
 * prose_live_checker_create_ignore_entry:
 * @self: a live checker
 * @level: how far it is to reach
 * @mark: a mark of the text
 *
 * Returns: (transfer full): the phrase of @mark, to be ignored
 */
ProseIgnoreEntry *
prose_live_checker_create_ignore_entry (ProseLiveChecker *self,
                                        ProseIgnoreLevel level,
                                        const ProseDiagnostic *mark)
{
  g_autoptr (ProseReading) reading = read_around (self, mark->span);
  ProseDiagnostic in_reading = *mark;
  ProseIgnoreEntry *entry;

  in_reading.span = prose_reading_from_source (reading, mark->span);
  entry = prose_ignore_entry_new_for_mark (level, prose_reading_get_text (reading),
                                           prose_reading_get_length (reading), &in_reading);
  if (level == PROSE_IGNORE_HERE) {
    entry->range = mark->span;
    entry->key->place = mark->span.start;
  }
  return entry;
}

/* Finds the place of an entry that was taken out of the list, if the text was edited
 * since. */
static void
place_entry (ProseLiveChecker *self, ProseIgnoreEntry *entry)
{
  g_autoptr (ProseIgnoreList) alone = prose_ignore_list_new ();
  ProseSpan all = { 0, get_sum (self, PROSE_PARAGRAPH_BYTES) };
  g_autofree char *there = prose_live_checker_dup_copy (self, entry->range);
  g_autoptr (ProseReading) reading = NULL;
  g_autoptr (GArray) diagnostics = NULL;

  if (entry->is_present && g_str_equal (there, entry->written))
    return;

  reading = prose_live_checker_read (self, all);
  diagnostics = prose_live_checker_dup_diagnostics (self, all);
  prose_ignore_list_add (alone, entry);
  prose_ignore_list_lose_places (alone);
  prose_ignore_list_resolve (alone, reading, diagnostics);
}

/**
 * prose_live_checker_add_ignored:
 * @self: a live checker with an ignore list
 * @entry: what is to be ignored
 *
 * Returns: what became of the marks; nothing if the list has the very same
 */
ProseLiveChange
prose_live_checker_add_ignored (ProseLiveChecker *self, ProseIgnoreEntry *entry)
{
  g_return_val_if_fail (self->ignored != NULL, (ProseLiveChange){ { 0 } });

  if (prose_ignore_entry_is_here (entry))
    place_entry (self, entry);
  if (!prose_ignore_list_add (self->ignored, entry))
    return (ProseLiveChange){ { 0 } };

  return check_concerned (self, entry);
}

/**
 * prose_live_checker_remove_ignored:
 * @self: a live checker with an ignore list
 * @entry: one of its entries
 *
 * Returns: what became of the marks
 */
ProseLiveChange
prose_live_checker_remove_ignored (ProseLiveChecker *self, ProseIgnoreEntry *entry)
{
  g_autoptr (ProseIgnoreEntry) kept = prose_ignore_entry_ref (entry);

  g_return_val_if_fail (self->ignored != NULL, (ProseLiveChange){ { 0 } });

  if (!prose_ignore_list_remove (self->ignored, entry))
    return (ProseLiveChange){ { 0 } };

  return check_concerned (self, kept);
}

/* Whether a proof expires between two days, in either order. */
static gboolean
has_turned (const ProseIgnoreEntry *entry, const char *before, const char *now)
{
  return prose_ignore_entry_has_expired (entry, before) !=
         prose_ignore_entry_has_expired (entry, now);
}

/**
 * prose_live_checker_set_today:
 * @self: a live checker with an ignore list
 * @date: (nullable): the day, see [method@Prose.IgnoreList.set_today]
 *
 * Returns: what became of the marks
 */
ProseLiveChange
prose_live_checker_set_today (ProseLiveChecker *self, const char *date)
{
  g_autofree char *before = NULL;
  gboolean turned = FALSE;

  g_return_val_if_fail (self->ignored != NULL, (ProseLiveChange){ { 0 } });

  before = g_strdup (prose_ignore_list_get_today (self->ignored));
  prose_ignore_list_set_today (self->ignored, date);
  for (guint i = 0; i < prose_ignore_list_get_n_entries (self->ignored); i++)
    turned |= has_turned (prose_ignore_list_get_entry (self->ignored, i), before, date);

  return turned ? check_all (self, get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS))
                : (ProseLiveChange){ { 0 } };
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
  return prose_paragraph_text_dup (self->paragraphs, span);
}

/* The language of what a paragraph has at a place. */
static const char *
find_language_at (ProseLiveChecker *self, const ProseParagraph *paragraph, guint place)
{
  const ProseSegment *segment =
      paragraph->segments != NULL ? prose_segments_find (paragraph->segments, place) : NULL;

  if (paragraph->segments != NULL)
    prose_paragraph_checker_read (self->checker,
                                  segment != NULL ? prose_copy_get_text (segment->copy) : "",
                                  segment != NULL ? prose_copy_get_length (segment->copy) : 0);
  return get_language (self, paragraph, segment != NULL ? segment->language : NULL);
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
  return find_language_at (self, paragraph, offset - span->start);
}

/**
 * prose_live_checker_find_segment:
 * @self: a live checker
 * @offset: a place in the text, in bytes
 * @start: (out): where in the text the bytes start that the segment counts
 * @block: (out): those bytes
 *
 * Returns: (transfer none) (nullable): the segment that has the place, until the next
 *   edit; %NULL if none has, and for plain text
 */
const ProseSegment *
prose_live_checker_find_segment (ProseLiveChecker *self,
                                 guint offset,
                                 guint *start,
                                 const char **block)
{
  return prose_paragraph_text_find_segment (self->paragraphs, offset, start, block);
}

/**
 * prose_live_checker_list_segments:
 * @self: a live checker
 * @offset: a place in the text, in bytes
 * @start: (out): where in the text the bytes start that the segments count
 *
 * Returns: (transfer none) (nullable) (element-type ProseSegment): what is read of the
 *   paragraph that has the place, until the next edit; %NULL for plain text
 */
GPtrArray *
prose_live_checker_list_segments (ProseLiveChecker *self, guint offset, guint *start)
{
  ProseParagraphPlace place;

  if (is_empty (self))
    return NULL;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES, offset);
  *start = place.before[PROSE_PARAGRAPH_BYTES];
  return prose_paragraph_list_get (self->paragraphs, &place)->segments;
}

/**
 * prose_live_checker_find_block:
 * @self: a live checker
 * @offset: a place in the text, in bytes
 * @span: (out): the block of the format that has the place; the last one at the end of the
 *   text
 * @state: (out): what the block is read by
 *
 * Returns: (transfer none) (nullable): the bytes of the block, ending in NUL, until the next
 *   edit; %NULL if the text is empty
 */
const char *
prose_live_checker_find_block (ProseLiveChecker *self,
                               guint offset,
                               ProseSpan *span,
                               ProseFormatState *state)
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
  *state = paragraph->state;
  return paragraph->text;
}

/**
 * prose_live_checker_dup_copy:
 * @self: a live checker
 * @span: a part of the text, within one segment
 *
 * Returns: (transfer full): what a reader sees of it
 */
char *
prose_live_checker_dup_copy (ProseLiveChecker *self, ProseSpan span)
{
  return prose_paragraph_text_dup_copy (self->paragraphs, span);
}

/**
 * prose_live_checker_read:
 * @self: a live checker
 * @span: a part of the text
 *
 * Returns: (transfer full): what a reader sees of it; of another format than plain text all
 *   of the blocks that it touches
 */
ProseReading *
prose_live_checker_read (ProseLiveChecker *self, ProseSpan span)
{
  return prose_paragraph_text_read (self->paragraphs, span, prose_format_is_text (self->format));
}

/**
 * prose_live_checker_append_runs:
 * @self: a live checker
 * @span: a part of the text, within one segment
 * @runs: (element-type ProseSpan): where they are appended
 *
 * Tells which stretches of a part of the text a reader sees, without the markup between
 * them; of plain text that is all.
 */
void
prose_live_checker_append_runs (ProseLiveChecker *self, ProseSpan span, GArray *runs)
{
  prose_paragraph_text_append_runs (self->paragraphs, span, runs);
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
  return prose_paragraph_text_get_offset (self->paragraphs, line, line_index);
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
  prose_paragraph_text_get_line (self->paragraphs, offset, line, line_index);
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

static ProseSeverity
find_gravest (const GArray *diagnostics)
{
  ProseSeverity gravest = PROSE_SEVERITY_CREDIT;

  for (guint i = 0; diagnostics != NULL && i < diagnostics->len; i++)
    gravest = MAX (gravest, g_array_index (diagnostics, ProseDiagnostic, i).rule->severity);

  return gravest;
}

/**
 * prose_live_checker_measure:
 * @self: a live checker
 * @span: a part of the text
 * @gravest: (out): the severity of the gravest mark in it, %PROSE_SEVERITY_CREDIT if
 *   it has none
 *
 * Returns: what the paragraphs amount to that @span touches
 */
ProseMeasures
prose_live_checker_measure (ProseLiveChecker *self, ProseSpan span, ProseSeverity *gravest)
{
  ProseMeasures measures = { 0 };
  ProseParagraphPlace place;

  *gravest = PROSE_SEVERITY_CREDIT;
  if (is_empty (self))
    return measures;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_BYTES, span.start);
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self->paragraphs, &place);

    prose_measures_add (&measures, &paragraph->measures);
    *gravest = MAX (*gravest, find_gravest (paragraph->diagnostics));
  } while (prose_paragraph_list_next (self->paragraphs, &place) &&
           place.before[PROSE_PARAGRAPH_BYTES] < span.end);

  return measures;
}

/* --- what was not checked --- */

static void
count_unchecked (GArray *languages, const ProseParagraph *paragraph)
{
  ProseUncheckedLanguage found = { paragraph->unchecked_language, paragraph->n_unchecked };

  for (guint i = 0; i < languages->len; i++) {
    ProseUncheckedLanguage *known = &g_array_index (languages, ProseUncheckedLanguage, i);

    if (known->language != found.language)
      continue;
    known->n_paragraphs += found.n_paragraphs;
    return;
  }
  g_array_append_val (languages, found);
}

/* Those with most paragraphs first; of equal ones the known, by their codes. */
static int
compare_unchecked (gconstpointer a, gconstpointer b)
{
  const ProseUncheckedLanguage *first = a, *second = b;

  if (first->n_paragraphs != second->n_paragraphs)
    return first->n_paragraphs < second->n_paragraphs ? 1 : -1;

  return first->language != NULL && second->language != NULL
             ? strcmp (first->language, second->language)
             : (first->language == NULL) - (second->language == NULL);
}

/**
 * prose_live_checker_list_unchecked:
 * @self: a live checker
 *
 * Looks at each paragraph, if there is any that was not checked.
 *
 * Returns: (transfer full) (element-type ProseUncheckedLanguage): the languages of paragraphs
 *   that no rule looked at, those with most paragraphs first
 */
GArray *
prose_live_checker_list_unchecked (ProseLiveChecker *self)
{
  GArray *languages = g_array_new (FALSE, FALSE, sizeof (ProseUncheckedLanguage));
  ProseParagraphPlace place;

  if (self->measures.unchecked == 0)
    return languages;

  place = prose_paragraph_list_find (self->paragraphs, PROSE_PARAGRAPH_COUNT, 0);
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self->paragraphs, &place);

    if (paragraph->n_unchecked > 0)
      count_unchecked (languages, paragraph);
  } while (prose_paragraph_list_next (self->paragraphs, &place));

  g_array_sort (languages, compare_unchecked);
  return languages;
}

/**
 * prose_live_checker_get_language:
 * @self: a live checker
 *
 * Returns: (nullable): the language of the whole text, as it was chosen or as its
 *   words tell; %NULL if it is not known
 */
const char *
prose_live_checker_get_language (ProseLiveChecker *self)
{
  return self->chosen_language != NULL ? self->chosen_language : self->document_language;
}

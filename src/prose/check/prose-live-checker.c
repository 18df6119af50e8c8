/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that is being edited, as its paragraphs.
 *
 * An edit touches a few paragraphs; they are cut and checked anew, all others
 * keep what was found in them, which is stored relative to their start.
 */

#include "check/prose-live-checker.h"

#include <string.h>

#include "check/prose-ignored-places.h"
#include "check/prose-paragraph-list.h"
#include "check/prose-paragraph-text.h"
#include "check/prose-passage-checker.h"
#include "check/prose-replacement.h"

struct _ProseLiveChecker {
  GObject parent_instance;
  ProsePassageChecker *checker;
  ProseIgnoreList *ignored; /* (nullable) */
  const ProseFormat *format;
  ProseParagraphList *paragraphs;
  ProseLanguageVote vote;
  ProseMeasures measures;
};

G_DEFINE_FINAL_TYPE (ProseLiveChecker, prose_live_checker, G_TYPE_OBJECT)

static void
prose_live_checker_finalize (GObject *object)
{
  ProseLiveChecker *self = PROSE_LIVE_CHECKER (object);

  prose_passage_checker_free (self->checker);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  prose_paragraph_list_free (self->paragraphs);
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

  self->checker = prose_passage_checker_new (rules);
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
    prose_measures_subtract (&self->measures, &paragraph->measures);
    prose_passage_checker_check (self->checker, paragraph, here.before[PROSE_PARAGRAPH_BYTES],
                                 muted);
    prose_measures_add (&self->measures, &paragraph->measures);
    muted = paragraph->muted_after;
    if (!prose_paragraph_list_next (self->paragraphs, &place) || place.block != here.block ||
        i + 1 >= n)
      prose_paragraph_list_recount (self->paragraphs, &here);
  }
  return i;
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

/* Puts the pieces in, and lets them vote; they are checked when the language of
 * the whole is known. */
static void
put_in (ProseLiveChecker *self, guint first, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++) {
    ProseParagraph *paragraph = pieces->pdata[i];

    read_segments (self, paragraph);
    prose_passage_checker_vote (self->checker, paragraph);
    prose_language_vote_add (&self->vote, &paragraph->vote);
  }
  prose_paragraph_list_insert (self->paragraphs, first, pieces);
}

/* --- what is ignored --- */

#define EVERYWHERE ((ProseSpan){ 0, G_MAXUINT })

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
  guint n_pieces;

  if (!edit->checks_all)
    prose_replacement_keep_unchanged (replaced, self->paragraphs, pieces);
  n_pieces = pieces->len;
  change.position = replaced->position;
  change.span.start = replaced->start;
  n_bytes -= take_out (self, replaced, &change.removed);
  put_in (self, replaced->first, pieces);
  change.span.end = replaced->start + get_sum (self, PROSE_PARAGRAPH_BYTES) - n_bytes;
  if (edit->is_followed)
    prose_ignored_places_follow_edit (self->ignored, self->paragraphs, edit->deleted,
                                      edit->n_inserted, change.span);

  if (prose_passage_checker_find_language (self->checker, self->paragraphs, &self->vote))
    return check_all (self, n_diagnostics);

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
  if (prose_ignored_places_resolve (self->ignored, self->paragraphs))
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
  if (prose_passage_checker_set_language (self->checker, language))
    check_all (self, get_sum (self, PROSE_PARAGRAPH_DIAGNOSTICS));
}

/* --- changing what is ignored --- */

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
  g_autoptr (GArray) numbers = prose_paragraph_findings_list_concerned (self->paragraphs, entry);
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
  prose_passage_checker_set_ignore_list (self->checker, list);
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
  return prose_ignored_places_create_entry (self->paragraphs, level, mark);
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
    prose_ignored_places_find_entry (self->paragraphs, entry);
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
  return prose_passage_checker_find_language_at (self->checker, paragraph, offset - span->start);
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
  return prose_paragraph_text_read (self->paragraphs, span);
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
  g_return_val_if_fail (position < prose_live_checker_get_n_diagnostics (self),
                        (ProseDiagnostic){ 0 });

  return prose_paragraph_findings_get (self->paragraphs, position);
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
  return prose_paragraph_findings_find (self->paragraphs, offset);
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
  return prose_paragraph_findings_dup (self->paragraphs, span, FALSE);
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
  return prose_paragraph_findings_dup (self->paragraphs, span, TRUE);
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
  return prose_paragraph_findings_measure (self->paragraphs, span, gravest);
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
  return self->measures.unchecked > 0 ? prose_paragraph_findings_list_unchecked (self->paragraphs)
                                      : g_array_new (FALSE, FALSE, sizeof (ProseUncheckedLanguage));
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
  return prose_passage_checker_get_language (self->checker);
}

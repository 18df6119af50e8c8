/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A here-entry is present while its phrase stands at its place. An edit beside it
 * only moves it. An edit that touches the phrase may break it; the entry is then
 * dormant, and its range is where the phrase was, which grows by what is written
 * there. An edit that completes the phrase brings the entry back: at its place, as
 * long as the first byte of the phrase was never deleted, or else in the range, with
 * the same words around it. So does an undo, in as many steps as it takes. */

#include "check/prose-ignore-list.h"

#include <string.h>

/* How far from a phrase the words around it may stand, in bytes, and some more: see
 * the window of a key. */
#define MARGIN 200

struct _ProseIgnoreList {
  GPtrArray *entries; /* of ProseIgnoreEntry, the oldest first */
  char *today;        /* (nullable): no proof expires then */
};

/**
 * prose_ignore_list_new:
 *
 * Returns: (transfer full): a list that ignores nothing
 */
ProseIgnoreList *
prose_ignore_list_new (void)
{
  ProseIgnoreList *self = g_rc_box_new0 (ProseIgnoreList);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_ignore_entry_unref);
  return self;
}

ProseIgnoreList *
prose_ignore_list_ref (ProseIgnoreList *self)
{
  return g_rc_box_acquire (self);
}

static void
list_clear (ProseIgnoreList *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self->today);
}

void
prose_ignore_list_unref (ProseIgnoreList *self)
{
  g_rc_box_release_full (self, (GDestroyNotify)list_clear);
}

/* --- entries --- */

guint
prose_ignore_list_get_n_entries (const ProseIgnoreList *self)
{
  return self->entries->len;
}

/**
 * prose_ignore_list_get_entry:
 * @self: a list
 * @i: less than there are entries
 *
 * Returns: (transfer none): an entry, the oldest first
 */
ProseIgnoreEntry *
prose_ignore_list_get_entry (const ProseIgnoreList *self, guint i)
{
  return self->entries->pdata[i];
}

/**
 * prose_ignore_list_find:
 * @self: a list
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): the entry of the list that ignores the very
 *   same
 */
ProseIgnoreEntry *
prose_ignore_list_find (const ProseIgnoreList *self, const ProseIgnoreEntry *entry)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (prose_ignore_entry_is_same (self->entries->pdata[i], entry))
      return self->entries->pdata[i];

  return NULL;
}

/**
 * prose_ignore_list_add:
 * @self: a list
 * @entry: an entry
 *
 * Returns: whether it was added: not if the very same is ignored already
 */
gboolean
prose_ignore_list_add (ProseIgnoreList *self, ProseIgnoreEntry *entry)
{
  guint i = self->entries->len;

  if (prose_ignore_list_find (self, entry) != NULL)
    return FALSE;

  while (i > 0 && ((ProseIgnoreEntry *)self->entries->pdata[i - 1])->created > entry->created)
    i--;
  g_ptr_array_insert (self->entries, i, prose_ignore_entry_ref (entry));
  return TRUE;
}

/**
 * prose_ignore_list_remove:
 * @self: a list
 * @entry: one of its entries
 *
 * Returns: whether it was there
 */
gboolean
prose_ignore_list_remove (ProseIgnoreList *self, ProseIgnoreEntry *entry)
{
  return g_ptr_array_remove (self->entries, entry);
}

/**
 * prose_ignore_list_get_today:
 * @self: a list
 *
 * Returns: (nullable): the day for which it says what is ignored
 */
const char *
prose_ignore_list_get_today (const ProseIgnoreList *self)
{
  return self->today;
}

/**
 * prose_ignore_list_set_today:
 * @self: a list
 * @date: (nullable): a day, as `2026-12-31`; %NULL if no proof is to expire
 *
 * Says which day it is. A claim whose proof does not hold on it stays in the list
 * and is not ignored.
 */
void
prose_ignore_list_set_today (ProseIgnoreList *self, const char *date)
{
  char *today = g_strdup (date);

  g_free (self->today);
  self->today = today;
}

/* --- what is ignored --- */

/**
 * prose_ignore_list_concerns:
 * @self: a list
 * @rule: a rule
 *
 * Returns: whether it may ignore a mark of @rule, so that it has to be asked
 */
gboolean
prose_ignore_list_concerns (const ProseIgnoreList *self, const ProseRule *rule)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (prose_ignore_entry_concerns (self->entries->pdata[i], rule))
      return TRUE;

  return FALSE;
}

static gboolean
is_ignored_by (const ProseIgnoreList *self,
               const ProseIgnoreEntry *entry,
               const char *phrase,
               guint place)
{
  if (prose_ignore_entry_has_expired (entry, self->today))
    return FALSE;
  if (entry->subject == PROSE_IGNORE_RULE)
    return TRUE;
  if (prose_ignore_entry_is_here (entry) && !(entry->is_present && entry->key->place == place))
    return FALSE;

  return g_str_equal (entry->key->phrase, phrase);
}

/**
 * prose_ignore_list_ignores:
 * @self: a list
 * @rule: a rule
 * @phrase: what it would mark, the words folded, as a key has them
 * @place: where that starts in the text, in bytes
 *
 * Returns: whether that is not to be marked
 */
gboolean
prose_ignore_list_ignores (const ProseIgnoreList *self,
                           const ProseRule *rule,
                           const char *phrase,
                           guint place)
{
  for (guint i = 0; i < self->entries->len; i++) {
    const ProseIgnoreEntry *entry = self->entries->pdata[i];

    if (prose_ignore_entry_concerns (entry, rule) && is_ignored_by (self, entry, phrase, place))
      return TRUE;
  }
  return FALSE;
}

/* One that holds goes before one that has expired, and the rule's own before that of
 * another. */
static guint
rank_proof (const ProseIgnoreList *self, const ProseIgnoreEntry *entry, const ProseRule *rule)
{
  return (prose_ignore_entry_has_expired (entry, self->today) ? 0 : 2) +
         (g_str_equal (entry->key->rule, rule->id) ? 1 : 0);
}

/**
 * prose_ignore_list_find_proof:
 * @self: a list
 * @rule: a rule
 * @text: a text
 * @within: the sentence of it that is looked at
 * @span: what @rule marks in that
 *
 * Returns: (transfer none) (nullable): the proof of what is marked, see
 *   prose_ignore_entry_proves()
 */
ProseIgnoreEntry *
prose_ignore_list_find_proof (const ProseIgnoreList *self,
                              const ProseRule *rule,
                              const char *text,
                              ProseSpan within,
                              ProseSpan span)
{
  ProseIgnoreEntry *found = NULL;

  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];

    if (prose_ignore_entry_proves (entry, rule, text, within, span) &&
        (found == NULL || rank_proof (self, entry, rule) > rank_proof (self, found, rule)))
      found = entry;
  }
  return found;
}

/**
 * prose_ignore_list_proves:
 * @self: a list
 * @rule: a rule
 * @text: a text
 * @within: the sentence of it that is looked at
 * @span: what @rule marks in that
 *
 * Returns: whether that has a proof that holds
 */
gboolean
prose_ignore_list_proves (const ProseIgnoreList *self,
                          const ProseRule *rule,
                          const char *text,
                          ProseSpan within,
                          ProseSpan span)
{
  const ProseIgnoreEntry *proof = prose_ignore_list_find_proof (self, rule, text, within, span);

  return proof != NULL && !prose_ignore_entry_has_expired (proof, self->today);
}

/* --- places --- */

/* Whether two spans share a byte or touch. */
static gboolean
touches (ProseSpan a, ProseSpan b)
{
  return a.start <= b.end && b.start <= a.end;
}

/**
 * prose_ignore_list_has_here:
 * @self: a list
 * @span: a part of the text
 *
 * Returns: whether a here-entry, present or dormant, has its place in @span or
 *   beside it
 */
gboolean
prose_ignore_list_has_here (const ProseIgnoreList *self, ProseSpan span)
{
  for (guint i = 0; i < self->entries->len; i++) {
    const ProseIgnoreEntry *entry = self->entries->pdata[i];

    if (prose_ignore_entry_is_here (entry) && touches (entry->range, span))
      return TRUE;
  }
  return FALSE;
}

static void
set_present (ProseIgnoreEntry *entry, ProseSpan range)
{
  entry->range = range;
  entry->key->place = range.start;
  entry->is_present = TRUE;
  entry->is_anchored = TRUE;
}

/* What a phrase in a reading is known by, as far as its words and those around it go. */
static ProseIgnoreKey *
create_key (const ProseIgnoreEntry *entry, const ProseReading *reading, ProseSpan span)
{
  return prose_ignore_key_new_for_span (prose_reading_get_text (reading),
                                        prose_reading_get_length (reading), entry->key->rule, span);
}

static gboolean
has_same_surroundings (const ProseIgnoreEntry *entry, const ProseReading *reading, ProseSpan span)
{
  g_autoptr (ProseIgnoreKey) key = create_key (entry, reading, span);

  return prose_ignore_key_has_same_surroundings (entry->key, key);
}

/* Makes the key, and the phrase as it is written, those of the text. */
static void
refresh (ProseIgnoreEntry *entry, const ProseReading *reading)
{
  ProseSpan span = prose_reading_from_source (reading, entry->range);
  ProseIgnoreKey *key = create_key (entry, reading, span);

  prose_ignore_key_free (entry->key);
  entry->key = key;
  key->place = entry->range.start;
  g_free (entry->written);
  entry->written =
      g_strndup (prose_reading_get_text (reading) + span.start, prose_span_get_length (span));
}

/* What stands before the first word of the phrase, or behind the last, may be part
 * of a mark: "$5 off!". */
static guint
get_lead (const ProseIgnoreEntry *entry)
{
  g_auto (GStrv) words = g_strsplit (entry->key->phrase, " ", 2);
  g_autoptr (GArray) first =
      prose_ignore_key_find_phrase (words[0], entry->written, strlen (entry->written));

  return first->len > 0 ? g_array_index (first, ProseSpan, 0).start : 0;
}

static void
add_written (const ProseIgnoreEntry *entry, const char *text, gsize length, GArray *spans)
{
  gsize n = strlen (entry->written);

  for (gsize i = 0; n > 0 && i + n <= length; i++) {
    ProseSpan span = { i, i + n };

    if (memcmp (text + i, entry->written, n) == 0)
      g_array_append_val (spans, span);
  }
}

static void
widen (const ProseIgnoreEntry *entry, const char *text, gsize length, GArray *spans)
{
  guint lead = get_lead (entry);
  gsize n = strlen (entry->written);

  for (guint i = 0; i < spans->len; i++) {
    ProseSpan *span = &g_array_index (spans, ProseSpan, i);

    if (span->start < lead || memcmp (text + span->start - lead, entry->written, lead) != 0)
      continue;
    span->start -= lead;
    if (span->start + n > span->end && span->start + n <= length &&
        memcmp (text + span->start, entry->written, n) == 0)
      span->end = span->start + n;
  }
}

/* Where the phrase of an entry stands in a reading. */
static GArray *
find_phrase (const ProseIgnoreEntry *entry, const ProseReading *reading)
{
  const char *text = prose_reading_get_text (reading);
  gsize length = prose_reading_get_length (reading);
  GArray *spans;

  if (*entry->key->phrase != '\0') {
    spans = prose_ignore_key_find_phrase (entry->key->phrase, text, length);
    widen (entry, text, length, spans);
    return spans;
  }

  spans = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  add_written (entry, text, length, spans);
  return spans;
}

static gboolean
is_taken (const ProseIgnoreList *self, const ProseIgnoreEntry *entry, guint place)
{
  for (guint i = 0; i < self->entries->len; i++) {
    const ProseIgnoreEntry *other = self->entries->pdata[i];

    if (other != entry && prose_ignore_entry_is_here (other) && other->is_present &&
        other->key->place == place && prose_ignore_key_is_same_phrase (other->key, entry->key))
      return TRUE;
  }
  return FALSE;
}

/* An edit, and the text around it as it is now. */
typedef struct {
  ProseSpan deleted;
  guint n_inserted;
  const ProseReading *reading;
} Edit;

static guint
move (const Edit *edit, guint place)
{
  return place - prose_span_get_length (edit->deleted) + edit->n_inserted;
}

/* A range that an edit touches, after it. */
static ProseSpan
stretch (const Edit *edit, ProseSpan range)
{
  return (ProseSpan){ MIN (range.start, edit->deleted.start),
                      move (edit, MAX (range.end, edit->deleted.end)) };
}

/* Whether the phrase stands at the place of the entry, after the edit. */
static gboolean
stands_at_place (const ProseIgnoreEntry *entry, const Edit *edit, ProseSpan *found)
{
  g_autoptr (GArray) spans = find_phrase (entry, edit->reading);

  for (guint i = 0; i < spans->len; i++) {
    *found = prose_reading_to_source (edit->reading, g_array_index (spans, ProseSpan, i));
    if (found->start == entry->key->place)
      return TRUE;
  }
  return FALSE;
}

/* What an edit may make a phrase or take from one: not only what it touches, since a
 * full stop or a slash makes one word of two, and the words around count too. */
static ProseSpan
get_reach (const Edit *edit)
{
  return (ProseSpan){ edit->deleted.start - MIN (edit->deleted.start, MARGIN),
                      edit->deleted.start + edit->n_inserted + MARGIN };
}

/* Whether an edit has completed the phrase of a dormant entry with the same words
 * around it, and where. */
static gboolean
comes_back (ProseIgnoreList *self, const ProseIgnoreEntry *entry, const Edit *edit, ProseSpan *back)
{
  g_autoptr (GArray) spans = find_phrase (entry, edit->reading);

  for (guint i = 0; i < spans->len; i++) {
    ProseSpan in_reading = g_array_index (spans, ProseSpan, i);

    *back = prose_reading_to_source (edit->reading, in_reading);
    if (touches (*back, get_reach (edit)) && prose_span_contains (entry->range, *back) &&
        !is_taken (self, entry, back->start) &&
        has_same_surroundings (entry, edit->reading, in_reading))
      return TRUE;
  }
  return FALSE;
}

/* Moves the place as the text moves. What is deleted with its first byte is no
 * longer anchored; what is written right before that pushes it on. */
static void
move_place (ProseIgnoreEntry *entry, const Edit *edit)
{
  guint place = entry->key->place;

  if (edit->deleted.end <= place && (entry->is_anchored || edit->deleted.end < place))
    entry->key->place = move (edit, place);
  else if (edit->deleted.start <= place && !prose_span_is_empty (edit->deleted)) {
    entry->key->place = edit->deleted.start;
    entry->is_anchored = FALSE;
  }
}

static void
move_range (ProseIgnoreEntry *entry, const Edit *edit)
{
  ProseSpan range = entry->range;

  if (touches (range, edit->deleted))
    entry->range = stretch (edit, range);
  else if (edit->deleted.end < range.start)
    entry->range = (ProseSpan){ move (edit, range.start), move (edit, range.end) };
}

/* Whether the edit may have broken or completed the phrase. */
static gboolean
is_reached (const ProseIgnoreEntry *entry, const Edit *edit)
{
  return prose_ignore_entry_is_here (entry) && touches (entry->range, get_reach (edit));
}

static void
look_at_places (ProseIgnoreList *self, const Edit *edit)
{
  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];
    ProseSpan range;

    if (!is_reached (entry, edit))
      continue;
    if (entry->is_anchored && stands_at_place (entry, edit, &range))
      set_present (entry, range);
    else
      entry->is_present = FALSE;
  }
}

static void
wake_entries (ProseIgnoreList *self, const Edit *edit)
{
  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];
    ProseSpan range;

    if (is_reached (entry, edit) && !entry->is_anchored && comes_back (self, entry, edit, &range))
      set_present (entry, range);
  }
}

static void
refresh_entries (ProseIgnoreList *self, const Edit *edit)
{
  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];

    if (is_reached (entry, edit) && entry->is_present)
      refresh (entry, edit->reading);
  }
}

/**
 * prose_ignore_list_follow_edit:
 * @self: a list
 * @deleted: what was deleted from the text; empty for a place
 * @n_inserted: how many bytes were inserted in its place
 * @reading: what a reader sees after the edit: of some paragraphs and a kilobyte about it,
 *   if not of all
 *
 * Moves the places of here-entries with the text. Text that is written right before
 * a phrase pushes it on; a place inside what is deleted goes to its start. What an
 * entry is known by on the next load is brought up to date.
 */
void
prose_ignore_list_follow_edit (ProseIgnoreList *self,
                               ProseSpan deleted,
                               guint n_inserted,
                               const ProseReading *reading)
{
  const Edit edit = { deleted, n_inserted, reading };

  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];

    if (!prose_ignore_entry_is_here (entry))
      continue;
    move_place (entry, &edit);
    move_range (entry, &edit);
  }
  look_at_places (self, &edit);
  wake_entries (self, &edit);
  refresh_entries (self, &edit);
}

/**
 * prose_ignore_list_lose_places:
 * @self: a list
 *
 * Makes all here-entries dormant, so that they can be found in another text.
 */
void
prose_ignore_list_lose_places (ProseIgnoreList *self)
{
  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];

    if (!prose_ignore_entry_is_here (entry))
      continue;
    entry->range = (ProseSpan){ entry->key->place, entry->key->place };
    entry->is_present = FALSE;
    entry->is_anchored = FALSE;
  }
}

/* What an entry is known by, with its place in the reading. */
static ProseIgnoreKey
place_key (const ProseIgnoreEntry *entry, const ProseReading *reading)
{
  ProseIgnoreKey key = *entry->key;

  key.place = prose_reading_from_source (reading, (ProseSpan){ key.place, key.place }).start;
  return key;
}

static gboolean
find_marked (const ProseIgnoreEntry *entry,
             const ProseReading *reading,
             const GArray *marks,
             gboolean exact,
             ProseSpan *span)
{
  ProseIgnoreKey key = place_key (entry, reading);
  guint i = prose_ignore_key_find (&key, prose_reading_get_text (reading),
                                   prose_reading_get_length (reading), marks);

  if (i == PROSE_IGNORE_NONE)
    return FALSE;

  *span = g_array_index (marks, ProseDiagnostic, i).span;
  return !exact || has_same_surroundings (entry, reading, *span);
}

static guint
get_distance (guint a, guint b)
{
  return MAX (a, b) - MIN (a, b);
}

/* A phrase that no rule marks, perhaps since the rule is off. Sets where it is in the
 * file. */
static gboolean
find_unmarked (ProseIgnoreList *self,
               const ProseIgnoreEntry *entry,
               const ProseReading *reading,
               ProseSpan *source)
{
  g_autoptr (GArray) spans = find_phrase (entry, reading);
  ProseIgnoreKey key = place_key (entry, reading);
  guint least = G_MAXUINT;

  for (guint i = 0; i < spans->len; i++) {
    ProseSpan found = g_array_index (spans, ProseSpan, i);
    ProseSpan there = prose_reading_to_source (reading, found);
    guint distance = has_same_surroundings (entry, reading, found)
                         ? 0
                         : 1 + get_distance (found.start, key.place);

    if (distance >= least || is_taken (self, entry, there.start))
      continue;
    *source = there;
    least = distance;
  }
  return least < G_MAXUINT;
}

static void
take_mark (GArray *marks, guint place, const char *rule)
{
  for (guint i = marks->len; i-- > 0;) {
    const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, i);

    if (mark->span.start == place && g_str_equal (mark->rule->id, rule))
      g_array_remove_index (marks, i);
  }
}

static gboolean
resolve_marked (ProseIgnoreList *self, const ProseReading *reading, GArray *marks, gboolean exact)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];
    ProseSpan span;

    if (entry->is_present || !find_marked (entry, reading, marks, exact, &span))
      continue;
    set_present (entry, prose_reading_to_source (reading, span));
    refresh (entry, reading);
    take_mark (marks, span.start, entry->key->rule);
    any = TRUE;
  }
  return any;
}

static void
resolve_unmarked (ProseIgnoreList *self, const ProseReading *reading)
{
  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];
    ProseSpan source = { 0, 0 };

    if (entry->is_present || !find_unmarked (self, entry, reading, &source))
      continue;
    set_present (entry, source);
    refresh (entry, reading);
  }
}

/* The marks of a file where they are in a reading of it. */
static GArray *
dup_marks_in_reading (const GArray *diagnostics, const ProseReading *reading)
{
  GArray *marks = g_array_copy ((GArray *)diagnostics);

  for (guint i = 0; i < marks->len; i++) {
    ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, i);

    mark->span = prose_reading_from_source (reading, mark->span);
  }
  return marks;
}

/**
 * prose_ignore_list_resolve:
 * @self: a list
 * @reading: what a reader sees of a text
 * @diagnostics: (element-type ProseDiagnostic): the marks of the text, those that dormant
 *   entries are to ignore too
 *
 * Finds the places of dormant here-entries in a text that was loaded: those with
 * the same words around them first, then the nearest of the same phrase, each mark
 * for one entry. An entry whose phrase is not in the text stays dormant.
 *
 * Returns: whether there are marks to ignore now
 */
gboolean
prose_ignore_list_resolve (ProseIgnoreList *self,
                           const ProseReading *reading,
                           const GArray *diagnostics)
{
  g_autoptr (GArray) marks = dup_marks_in_reading (diagnostics, reading);
  gboolean any = resolve_marked (self, reading, marks, TRUE);

  any |= resolve_marked (self, reading, marks, FALSE);
  resolve_unmarked (self, reading);

  return any;
}

static ProseIgnoreEntry *
copy_after_edit (const ProseIgnoreEntry *entry, const Edit *edit)
{
  ProseIgnoreEntry *copy = prose_ignore_entry_new_for_phrase (entry->level, entry->language,
                                                              entry->key->rule, entry->written);

  if (!entry->is_present || prose_span_overlaps (entry->range, edit->deleted))
    return copy;

  set_present (copy, entry->range);
  if (edit->deleted.end <= entry->range.start)
    set_present (copy,
                 (ProseSpan){ move (edit, entry->range.start), move (edit, entry->range.end) });
  return copy;
}

/**
 * prose_ignore_list_dup_after_edit:
 * @self: a list
 * @deleted: a part of the text
 * @n_inserted: how many bytes are to stand in its place
 *
 * Returns: (transfer full): what the list would ignore in the text after that edit,
 *   to check a rewrite by
 */
ProseIgnoreList *
prose_ignore_list_dup_after_edit (const ProseIgnoreList *self, ProseSpan deleted, guint n_inserted)
{
  const Edit edit = { .deleted = deleted, .n_inserted = n_inserted };
  ProseIgnoreList *copy = prose_ignore_list_new ();

  prose_ignore_list_set_today (copy, self->today);
  for (guint i = 0; i < self->entries->len; i++) {
    ProseIgnoreEntry *entry = self->entries->pdata[i];

    g_ptr_array_add (copy->entries, prose_ignore_entry_is_here (entry)
                                        ? copy_after_edit (entry, &edit)
                                        : prose_ignore_entry_ref (entry));
  }
  return copy;
}

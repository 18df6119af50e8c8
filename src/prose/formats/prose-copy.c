/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A reader's text and where it came from.
 *
 * The runs are in the order of the copy and of the file alike, so that both ways are a
 * binary search. What lies in the file between two runs is a gap: markup. A gap belongs
 * to the place between two characters of the copy.
 */

#include "formats/prose-copy.h"

#include <string.h>

#include "formats/prose-escape.h"

struct _ProseCopy {
  GString *text;
  GArray *runs; /* of ProseRun */
};

/**
 * prose_copy_new:
 *
 * Returns: (transfer full): a copy of nothing
 */
ProseCopy *
prose_copy_new (void)
{
  ProseCopy *self = g_new0 (ProseCopy, 1);

  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (ProseRun));
  return self;
}

/**
 * prose_copy_dup:
 * @self: a copy
 *
 * Returns: (transfer full): the same text from the same places
 */
ProseCopy *
prose_copy_dup (const ProseCopy *self)
{
  ProseCopy *other = g_new0 (ProseCopy, 1);

  other->text = g_string_new_len (self->text->str, self->text->len);
  other->runs = g_array_copy (self->runs);
  return other;
}

void
prose_copy_free (ProseCopy *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_free (self);
}

/* --- building --- */

static ProseRun *
get_run (const ProseCopy *self, guint i)
{
  return &g_array_index (self->runs, ProseRun, i);
}

static guint
get_run_end (const ProseCopy *self, guint i)
{
  return i + 1 < self->runs->len ? get_run (self, i + 1)->copy : self->text->len;
}

/**
 * prose_copy_append:
 * @self: a copy
 * @text: the file's text, or the block of it that @source is in the bytes of
 * @source: what of it is copy as it stands, behind what was appended before
 * @escape: how the file spells what stands there
 */
void
prose_copy_append (ProseCopy *self, const char *text, ProseSpan source, ProseEscape escape)
{
  ProseRun run = { self->text->len, source, TRUE, escape };
  ProseRun *last = self->runs->len > 0 ? get_run (self, self->runs->len - 1) : NULL;

  if (prose_span_is_empty (source))
    return;

  g_string_append_len (self->text, text + source.start, prose_span_get_length (source));
  if (last != NULL && last->is_verbatim && last->escape == escape &&
      last->source.end == source.start)
    last->source.end = source.end;
  else
    g_array_append_val (self->runs, run);
}

/**
 * prose_copy_append_replaced:
 * @self: a copy
 * @text: what a reader sees
 * @source: what the file has in its place, behind what was appended before
 * @escape: how the file spells what stands there
 */
void
prose_copy_append_replaced (ProseCopy *self, const char *text, ProseSpan source, ProseEscape escape)
{
  ProseRun run = { self->text->len, source, FALSE, escape };

  if (*text == '\0')
    return;

  g_string_append (self->text, text);
  g_array_append_val (self->runs, run);
}

/* Cuts the first n bytes off, which are white space. */
static void
cut_start (ProseCopy *self, guint n)
{
  while (self->runs->len > 0 && get_run_end (self, 0) <= n)
    g_array_remove_index (self->runs, 0);
  if (self->runs->len > 0 && get_run (self, 0)->copy < n) {
    ProseRun *run = get_run (self, 0);

    run->source.start += run->is_verbatim ? n - run->copy : 0;
    run->copy = n;
  }
  for (guint i = 0; i < self->runs->len; i++)
    get_run (self, i)->copy -= n;
  g_string_erase (self->text, 0, n);
}

static void
cut_end (ProseCopy *self, guint length)
{
  while (self->runs->len > 0 && get_run (self, self->runs->len - 1)->copy >= length)
    g_array_set_size (self->runs, self->runs->len - 1);
  if (self->runs->len > 0) {
    ProseRun *run = get_run (self, self->runs->len - 1);

    if (run->is_verbatim)
      run->source.end = run->source.start + length - run->copy;
  }
  g_string_truncate (self->text, length);
}

/**
 * prose_copy_trim:
 * @self: a copy
 *
 * Takes the white space off both ends.
 */
void
prose_copy_trim (ProseCopy *self)
{
  guint length = self->text->len;
  guint n = 0;

  while (length > 0 && g_ascii_isspace (self->text->str[length - 1]))
    length--;
  cut_end (self, length);
  while (n < length && g_ascii_isspace (self->text->str[n]))
    n++;
  if (n > 0)
    cut_start (self, n);
}

/**
 * prose_copy_shift:
 * @self: a copy
 * @offset: how much further on in the file it came from, in bytes
 */
void
prose_copy_shift (ProseCopy *self, guint offset)
{
  for (guint i = 0; i < self->runs->len; i++) {
    get_run (self, i)->source.start += offset;
    get_run (self, i)->source.end += offset;
  }
}

/* --- reading --- */

/**
 * prose_copy_get_text:
 * @self: a copy
 *
 * Returns: what a reader sees, valid UTF-8
 */
const char *
prose_copy_get_text (const ProseCopy *self)
{
  return self->text->str;
}

guint
prose_copy_get_length (const ProseCopy *self)
{
  return self->text->len;
}

guint
prose_copy_get_n_runs (const ProseCopy *self)
{
  return self->runs->len;
}

const ProseRun *
prose_copy_get_run (const ProseCopy *self, guint i)
{
  return get_run (self, i);
}

/**
 * prose_copy_get_source:
 * @self: a copy
 *
 * Returns: what it stands for in the file, from its first byte to its last
 */
ProseSpan
prose_copy_get_source (const ProseCopy *self)
{
  if (self->runs->len == 0)
    return (ProseSpan){ 0, 0 };

  return (ProseSpan){ get_run (self, 0)->source.start,
                      get_run (self, self->runs->len - 1)->source.end };
}

/**
 * prose_copy_is_blank:
 * @self: a copy
 *
 * Returns: whether it is nothing but white space, no-break spaces among it
 */
gboolean
prose_copy_is_blank (const ProseCopy *self)
{
  for (const char *p = self->text->str; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* --- there and back --- */

/* The run that has the byte of the copy at position; the last one behind the end. */
static guint
find_run (const ProseCopy *self, guint position)
{
  guint first = 0, next = self->runs->len;

  while (next - first > 1) {
    guint middle = (first + next) / 2;

    if (get_run (self, middle)->copy <= position)
      first = middle;
    else
      next = middle;
  }
  return first;
}

/* Where in the file the byte at position starts. */
static guint
get_source_start (const ProseCopy *self, guint position)
{
  const ProseRun *run = get_run (self, find_run (self, position));

  if (position >= self->text->len)
    return get_run (self, self->runs->len - 1)->source.end;

  return run->source.start + (run->is_verbatim ? position - run->copy : 0);
}

/* Where in the file the byte before position ends. */
static guint
get_source_end (const ProseCopy *self, guint position)
{
  const ProseRun *run;

  if (position == 0)
    return get_run (self, 0)->source.start;

  run = get_run (self, find_run (self, position - 1));
  return run->is_verbatim ? run->source.start + position - run->copy : run->source.end;
}

/**
 * prose_copy_to_source:
 * @self: a copy
 * @span: a part of it, in bytes
 *
 * Returns: that part in the file, in bytes, with the markup inside it but none at its
 *   ends
 */
ProseSpan
prose_copy_to_source (const ProseCopy *self, ProseSpan span)
{
  guint start;

  if (self->runs->len == 0)
    return (ProseSpan){ 0, 0 };

  start = get_source_start (self, span.start);
  return (ProseSpan){ start, span.end > span.start ? get_source_end (self, span.end) : start };
}

/**
 * prose_copy_find_run:
 * @self: a copy
 * @place: a place in the file, in bytes
 *
 * Returns: the number of the first run that ends behind it; the number of runs if none does
 */
guint
prose_copy_find_run (const ProseCopy *self, guint place)
{
  guint first = 0, next = self->runs->len;

  while (first < next) {
    guint middle = (first + next) / 2;

    if (get_run (self, middle)->source.end <= place)
      first = middle + 1;
    else
      next = middle;
  }
  return first;
}

/* What of the copy comes from before a place in the file; all of a run that cannot be
 * divided, if takes_whole. */
static guint
count_before (const ProseCopy *self, guint place, gboolean takes_whole)
{
  guint i = prose_copy_find_run (self, place);
  const ProseRun *run;

  if (i == self->runs->len)
    return self->text->len;

  run = get_run (self, i);
  if (place <= run->source.start)
    return run->copy;
  if (run->is_verbatim)
    return run->copy + place - run->source.start;
  return takes_whole ? get_run_end (self, i) : run->copy;
}

/**
 * prose_copy_from_source:
 * @self: a copy
 * @source: a part of the file, in bytes
 *
 * Returns: what of it is in the copy, in bytes
 */
ProseSpan
prose_copy_from_source (const ProseCopy *self, ProseSpan source)
{
  ProseSpan span = { count_before (self, source.start, FALSE),
                     count_before (self, source.end, TRUE) };

  span.end = MAX (span.start, span.end);
  return span;
}

/* --- rewriting --- */

/* A part of a text that stays or changes as one, in bytes. */
typedef ProseSpan Piece;

/* Longer texts than so many pieces in each other's place are not compared. */
#define MOST_PIECES 400

static gboolean
joins_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Cuts a text into words and single other characters. */
static GArray *
cut_pieces (const char *text, guint length)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *end = text + length;

  for (const char *p = text; p < end;) {
    const char *start = p;
    Piece piece;

    do
      p = g_utf8_next_char (p);
    while (p < end && joins_word (g_utf8_get_char (start)) && joins_word (g_utf8_get_char (p)));
    piece = (Piece){ start - text, p - text };
    g_array_append_val (pieces, piece);
  }
  return pieces;
}

/* A rewriting under way: of old, the copy from start on, to new. */
typedef struct {
  const ProseCopy *copy;
  const char *source_text;
  guint start;
  const char *old;
  const char *new;
  GArray *old_pieces;
  GArray *new_pieces;
  guint16 *kept; /* how many pieces can stay from each pair of pieces on */
  GString *result;
} Rewriting;

static void
rewriting_clear (Rewriting *self)
{
  g_array_unref (self->old_pieces);
  g_array_unref (self->new_pieces);
  g_free (self->kept);
  g_string_free (self->result, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rewriting, rewriting_clear)

static Piece
get_old (const Rewriting *self, guint i)
{
  return g_array_index (self->old_pieces, Piece, i);
}

static Piece
get_new (const Rewriting *self, guint i)
{
  return g_array_index (self->new_pieces, Piece, i);
}

static gboolean
is_same (const Rewriting *self, guint i, guint j)
{
  Piece old = get_old (self, i), new = get_new (self, j);

  return prose_span_get_length (old) == prose_span_get_length (new) &&
         memcmp (self->old + old.start, self->new + new.start, prose_span_get_length (old)) == 0;
}

static guint16 *
get_kept (const Rewriting *self, guint i, guint j)
{
  return &self->kept[i * (self->new_pieces->len + 1) + j];
}

/* The longest common subsequence of the pieces, from behind. */
static void
compare_pieces (Rewriting *self)
{
  guint n = self->old_pieces->len, m = self->new_pieces->len;

  self->kept = g_new0 (guint16, (n + 1) * (m + 1));
  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      *get_kept (self, i, j) = is_same (self, i, j)
                                   ? *get_kept (self, i + 1, j + 1) + 1
                                   : MAX (*get_kept (self, i + 1, j), *get_kept (self, i, j + 1));
}

/* Whether what lies in the file between two runs may go with the copy around it: the
 * quotes at the end of a line of a string may, markup may not. */
static gboolean
is_gap_kept (const ProseRun *before, const ProseRun *after)
{
  return before->source.end < after->source.start &&
         !(before->escape == PROSE_ESCAPE_STRING && after->escape == PROSE_ESCAPE_STRING);
}

static gboolean
has_gap_inside (const ProseCopy *self, ProseSpan span)
{
  for (guint i = find_run (self, span.start) + 1;
       i < self->runs->len && get_run (self, i)->copy < span.end; i++)
    if (get_run (self, i)->copy > span.start &&
        is_gap_kept (get_run (self, i - 1), get_run (self, i)))
      return TRUE;

  return FALSE;
}

static gboolean
has_fixed_inside (const ProseCopy *self, ProseSpan span)
{
  for (guint i = find_run (self, span.start);
       i < self->runs->len && get_run (self, i)->copy < span.end; i++)
    if (get_run (self, i)->escape == PROSE_ESCAPE_FIXED)
      return TRUE;

  return FALSE;
}

/* How the file spells what comes in the place of span. What comes between two runs is
 * spelled as the first, if that takes anything. */
static ProseEscape
get_escape_at (const ProseCopy *self, ProseSpan span)
{
  guint position = prose_span_is_empty (span) && span.start > 0 ? span.start - 1 : span.start;
  ProseEscape escape = get_run (self, find_run (self, position))->escape;

  return escape == PROSE_ESCAPE_FIXED ? get_run (self, find_run (self, span.start))->escape
                                      : escape;
}

/* The gap before a place of the copy, in the file. */
static void
append_gap (Rewriting *self, guint position)
{
  guint from = get_source_end (self->copy, position);
  guint to = get_source_start (self->copy, position);

  if (position > self->start && to > from)
    g_string_append_len (self->result, self->source_text + from, to - from);
}

/* Writes what becomes of the old pieces from i to i_end, which go, and the new ones from
 * j to j_end, which come. Whether that can be. */
static gboolean
append_change (Rewriting *self, guint i, guint i_end, guint j, guint j_end)
{
  guint start = i < self->old_pieces->len ? get_old (self, i).start : strlen (self->old);
  guint end = i_end > i ? get_old (self, i_end - 1).end : start;
  ProseSpan gone = { self->start + start, self->start + end };
  g_autofree char *come = NULL;

  if (has_gap_inside (self->copy, gone) || (i_end > i && has_fixed_inside (self->copy, gone)))
    return FALSE;
  if (i_end > i)
    append_gap (self, gone.start);
  if (j_end == j)
    return TRUE;

  come = g_strndup (self->new + get_new (self, j).start,
                    get_new (self, j_end - 1).end - get_new (self, j).start);
  return prose_escape_append (self->result, come, get_escape_at (self->copy, gone));
}

static void
append_kept (Rewriting *self, guint i)
{
  Piece piece = get_old (self, i);
  ProseSpan source = prose_copy_to_source (
      self->copy, (ProseSpan){ self->start + piece.start, self->start + piece.end });

  append_gap (self, self->start + piece.start);
  g_string_append_len (self->result, self->source_text + source.start,
                       prose_span_get_length (source));
}

/* Whether a change ends before a pair of pieces, which stay. A space between words that
 * change does not: words would go where they do not belong. */
static gboolean
ends_change (const Rewriting *self, guint i, guint j)
{
  guint n = self->old_pieces->len, m = self->new_pieces->len;
  gboolean is_last = i + 1 >= n && j + 1 >= m;

  if (i >= n || j >= m || !is_same (self, i, j))
    return FALSE;

  return self->old[get_old (self, i).start] != ' ' || is_last ||
         (i + 1 < n && j + 1 < m && is_same (self, i + 1, j + 1));
}

/* Follows the pieces that stay, and writes the changes between them. */
static gboolean
write_pieces (Rewriting *self)
{
  guint n = self->old_pieces->len, m = self->new_pieces->len;
  guint i = 0, j = 0;

  while (i < n || j < m) {
    guint i_end = i, j_end = j;

    while ((i_end < n || j_end < m) && !ends_change (self, i_end, j_end)) {
      if (i_end < n && j_end < m && is_same (self, i_end, j_end))
        i_end++, j_end++;
      else if (j_end == m || (i_end < n && *get_kept (self, i_end + 1, j_end) >=
                                               *get_kept (self, i_end, j_end + 1)))
        i_end++;
      else
        j_end++;
    }
    if ((i_end > i || j_end > j) && !append_change (self, i, i_end, j, j_end))
      return FALSE;
    if (i_end < n)
      append_kept (self, i_end);
    i = i_end + 1;
    j = j_end + 1;
  }
  return TRUE;
}

/**
 * prose_copy_rewrite:
 * @self: a copy
 * @source_text: the file's text, or the block of it, whose bytes the runs count
 * @span: a part of the copy
 * @replacement: what it is to be
 * @source: (out): what to replace in the file
 *
 * Works out what to write into the file, so that its reader sees @replacement in the
 * place of @span. Markup inside stays around the words that it was around.
 *
 * Returns: (transfer full) (nullable): what to write in the place of @source; %NULL if
 *   markup stands among words that go, or if the file cannot spell it there
 */
char *
prose_copy_rewrite (const ProseCopy *self,
                    const char *source_text,
                    ProseSpan span,
                    const char *replacement,
                    ProseSpan *source)
{
  g_autofree char *old = NULL;
  g_auto (Rewriting) rewriting = { .copy = self, .source_text = source_text, .start = span.start };

  g_return_val_if_fail (span.start <= span.end && span.end <= self->text->len, NULL);

  old = g_strndup (self->text->str + span.start, prose_span_get_length (span));
  rewriting.old = old;
  rewriting.new = replacement;
  rewriting.old_pieces = cut_pieces (old, strlen (old));
  rewriting.new_pieces = cut_pieces (replacement, strlen (replacement));
  rewriting.result = g_string_new (NULL);
  if (self->runs->len == 0 ||
      MAX (rewriting.old_pieces->len, rewriting.new_pieces->len) > MOST_PIECES)
    return NULL;

  compare_pieces (&rewriting);
  if (!write_pieces (&rewriting))
    return NULL;

  *source = prose_copy_to_source (self, span);
  return g_strdup (rewriting.result->str);
}

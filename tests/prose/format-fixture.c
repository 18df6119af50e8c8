/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "format-fixture.h"

#include <string.h>

/* A block of a text, and what is open where it starts. */
typedef struct {
  guint start;
  ProseFormatState state;
} Block;

static void
add_segment (GString *string, const ProseSegment *segment)
{
  ProseSpan source = prose_copy_get_source (segment->copy);
  g_auto (GStrv) lines = g_strsplit (prose_copy_get_text (segment->copy), "\n", -1);
  g_autofree char *joined = g_strjoinv ("\\n", lines);

  g_string_append_printf (string, "%s%s \"%s\" %u-%u", string->len > 0 ? "\n" : "",
                          prose_zone_to_string (segment->zone), joined, source.start, source.end);
  if (segment->language != NULL)
    g_string_append_printf (string, " %s", segment->language);
  if (segment->id != NULL)
    g_string_append_printf (string, " #%s", segment->id);
}

char *
segments_to_string (const ProseFormat *format, const char *text)
{
  g_autoptr (GPtrArray) segments = NULL;
  GString *string = g_string_new (NULL);

  check_format (format, text, strlen (text));
  segments = prose_format_read (format, text, strlen (text));
  for (guint i = 0; i < segments->len; i++)
    add_segment (string, segments->pdata[i]);

  return g_string_free (string, FALSE);
}

/* --- what holds for any text --- */

static gboolean
is_bound (const char *text, guint length, guint place)
{
  return place == length || (text[place] & 0xc0) != 0x80;
}

static void
check_run (const ProseCopy *copy, guint i, const char *block, guint length, guint last)
{
  const ProseRun *run = prose_copy_get_run (copy, i);
  guint end = i + 1 < prose_copy_get_n_runs (copy) ? prose_copy_get_run (copy, i + 1)->copy
                                                   : prose_copy_get_length (copy);

  g_assert_cmpuint (run->source.start, >=, last);
  g_assert_cmpuint (run->source.end, >=, run->source.start);
  g_assert_cmpuint (run->source.end, <=, length);
  g_assert_cmpuint (end, >, run->copy);
  g_assert_true (is_bound (block, length, run->source.start));
  g_assert_true (is_bound (block, length, run->source.end));
  if (run->is_verbatim) {
    g_assert_cmpuint (prose_span_get_length (run->source), ==, end - run->copy);
    g_assert_true (memcmp (prose_copy_get_text (copy) + run->copy, block + run->source.start,
                           end - run->copy) == 0);
  }
}

static void
check_copy (const ProseCopy *copy, const char *block, guint length)
{
  guint last = 0;

  g_assert_cmpuint (strlen (prose_copy_get_text (copy)), ==, prose_copy_get_length (copy));
  g_assert_true (g_utf8_validate (prose_copy_get_text (copy), -1, NULL));
  g_assert_false (prose_copy_is_blank (copy));
  for (guint i = 0; i < prose_copy_get_n_runs (copy); i++) {
    check_run (copy, i, block, length, last);
    last = prose_copy_get_run (copy, i)->source.end;
  }
}

static void
check_block (const ProseFormat *format,
             const char *text,
             guint length,
             const ProseFormatState *state)
{
  g_autoptr (GPtrArray) segments = prose_segments_new ();
  /* Without a NUL behind it, so that reading too far is seen. */
  g_autofree char *block = g_memdup2 (text, length);
  guint last = 0;

  format->read_block (block, length, state, segments);
  prose_segments_sort (segments, 0);
  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];
    ProseSpan source = prose_copy_get_source (segment->copy);

    check_copy (segment->copy, block, length);
    g_assert_cmpuint (source.start, >=, last);
    last = source.start;
  }
}

/* The blocks of a text from one on. */
static GArray *
cut_blocks (const ProseFormat *format, const char *text, gsize length, Block block)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  while (block.start < length) {
    guint end;

    g_array_append_val (blocks, block);
    end = format->find_block_end (text, length, block.start, &block.state);
    g_assert_cmpuint (end, >, block.start);
    g_assert_cmpuint (end, <=, length);
    g_assert_true (is_bound (text, length, end));
    block.start = end;
  }
  return blocks;
}

static Block
get_block (GArray *blocks, guint i)
{
  return g_array_index (blocks, Block, i);
}

void
check_format (const ProseFormat *format, const char *text, gsize length)
{
  g_autofree char *exact = g_memdup2 (text, length);
  g_autoptr (GArray) blocks = cut_blocks (format, exact, length, (Block){ 0 });

  for (guint i = 0; i < blocks->len; i++) {
    Block block = get_block (blocks, i);
    guint end = i + 1 < blocks->len ? get_block (blocks, i + 1).start : length;

    check_block (format, exact + block.start, end - block.start, &block.state);
  }
}

/* --- edits --- */

/* The block before the one that has the place. */
static guint
find_first (GArray *blocks, guint place)
{
  guint i = 0;

  while (i + 1 < blocks->len && get_block (blocks, i + 1).start <= place)
    i++;

  return i > 0 ? i - 1 : 0;
}

static void
assert_same (Block a, Block b)
{
  g_assert_cmpuint (a.start, ==, b.start);
  g_assert_true (prose_format_state_equal (&a.state, &b.state));
}

/* The blocks after an edit: cut anew from the one before it on, until one starts where an
 * old one did, under the same state; the old ones from there. */
static GArray *
cut_again (
    const ProseFormat *format, GArray *old, const GString *text, ProseSpan gone, guint n_come)
{
  guint first = find_first (old, gone.start);
  Block start = get_block (old, first);
  g_autoptr (GArray) fresh = cut_blocks (format, text->str, text->len, start);
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  guint next = first + 1;

  g_array_append_vals (blocks, old->data, first);
  for (guint i = 0; i < fresh->len; i++) {
    Block block = get_block (fresh, i);

    while (next < old->len &&
           (get_block (old, next).start < gone.end ||
            get_block (old, next).start + n_come - (gone.end - gone.start) < block.start))
      next++;
    if (i > 0 && next < old->len && block.start > gone.start + n_come) {
      Block meets = get_block (old, next);

      meets.start += n_come - (gone.end - gone.start);
      if (meets.start == block.start && prose_format_state_equal (&meets.state, &block.state))
        break;
    }
    g_array_append_val (blocks, block);
  }
  if (blocks->len < first + fresh->len)
    for (; next < old->len; next++) {
      Block block = get_block (old, next);

      block.start += n_come - (gone.end - gone.start);
      g_array_append_val (blocks, block);
    }
  return blocks;
}

void
check_format_edit (const ProseFormat *format, const char *text, ProseSpan gone, const char *come)
{
  g_autoptr (GArray) old = cut_blocks (format, text, strlen (text), (Block){ 0 });
  g_autoptr (GString) edited = g_string_new (text);
  g_autoptr (GArray) again = NULL;
  g_autoptr (GArray) anew = NULL;

  if (old->len == 0)
    return;

  g_string_erase (edited, gone.start, gone.end - gone.start);
  g_string_insert (edited, gone.start, come);
  again = cut_again (format, old, edited, gone, strlen (come));
  anew = cut_blocks (format, edited->str, edited->len, (Block){ 0 });
  if (edited->len == 0)
    return;

  g_assert_cmpuint (again->len, ==, anew->len);
  for (guint i = 0; i < again->len; i++)
    assert_same (get_block (again, i), get_block (anew, i));
}

/* --- random texts --- */

static char *
make_text (const char *const *parts, guint n_parts)
{
  GString *text = g_string_new (NULL);

  for (guint n = g_test_rand_int_range (0, 40); n > 0; n--)
    g_string_append (text, parts[g_test_rand_int_range (0, n_parts)]);

  return g_string_free (text, FALSE);
}

static ProseSpan
choose_span (const char *text)
{
  guint n = g_utf8_strlen (text, -1);
  guint start = g_test_rand_int_range (0, n + 1);
  guint end = g_test_rand_int_range (start, MIN (n, start + 8) + 1);

  return (ProseSpan){ g_utf8_offset_to_pointer (text, start) - text,
                      g_utf8_offset_to_pointer (text, end) - text };
}

/* Checks texts of parts put together, cut off, and edited. */
void
check_format_at_random (const ProseFormat *format,
                        const char *const *parts,
                        guint n_parts,
                        guint n_rounds)
{
  for (guint i = 0; i < n_rounds; i++) {
    g_autofree char *text = make_text (parts, n_parts);
    g_autofree char *come =
        g_strdup (g_test_rand_bit () ? parts[g_test_rand_int_range (0, n_parts)] : "");
    ProseSpan span = choose_span (text);

    check_format (format, text, strlen (text));
    check_format (format, text, span.start);
    check_format_edit (format, text, span, come);
  }
}

/* --- rewriting --- */

/* Whether one of the segments has the text. */
static gboolean
has_text (GPtrArray *segments, const char *text)
{
  for (guint i = 0; i < segments->len; i++)
    if (g_str_equal (prose_copy_get_text (((ProseSegment *)segments->pdata[i])->copy), text))
      return TRUE;

  return FALSE;
}

/* Writes a replacement for a part of a segment into the file, and reads that again: its
 * reader has to see what was meant, and nothing else may have changed. */
static void
check_rewrite (const ProseFormat *format,
               const char *text,
               GPtrArray *segments,
               const ProseSegment *segment,
               ProseSpan span,
               const char *replacement)
{
  g_autoptr (GString) copy = g_string_new (prose_copy_get_text (segment->copy));
  g_autoptr (GString) edited = g_string_new (text);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *come = NULL;
  ProseSpan source;

  come = prose_copy_rewrite (segment->copy, text, span, replacement, &source);
  if (come == NULL)
    return;

  g_string_erase (copy, span.start, prose_span_get_length (span));
  g_string_insert (copy, span.start, replacement);
  g_string_erase (edited, source.start, prose_span_get_length (source));
  g_string_insert (edited, source.start, come);
  again = prose_format_read (format, edited->str, edited->len);
  if (!has_text (again, copy->str))
    g_test_message ("“%s”\nin “%.*s”", copy->str, (int)(strlen (come) + 80),
                    edited->str + MAX (source.start, 40) - 40);
  g_assert_true (has_text (again, copy->str));
  g_assert_cmpuint (again->len, ==, segments->len);
}

/* The word of a segment that begins at or behind a place. */
static ProseSpan
find_word (const char *copy, guint place)
{
  ProseSpan word = { place, place };

  while (copy[word.start] != '\0' &&
         (!g_ascii_isalpha (copy[word.start]) || (word.start > 0 && copy[word.start - 1] != ' ')))
    word.start++;
  word.end = word.start;
  while (g_ascii_isalpha (copy[word.end]))
    word.end++;
  return word;
}

/* Puts what markup might misunderstand in the place of words of a text. */
void
check_format_rewrites (const ProseFormat *format, const char *text)
{
  static const char *const replacements[] = { "a",    "ø",     "Q&A",   "a <b> c", "\"a\"",
                                              "it's", "*a*",   "_a_",   "[a]",     "`a`",
                                              "a\\b", "&amp;", "a & b", "a~~b",    "a = b" };
  g_autoptr (GPtrArray) segments = prose_format_read (format, text, strlen (text));

  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];
    const char *copy = prose_copy_get_text (segment->copy);
    ProseSpan word;

    /* These are what they are by their words and brackets. */
    if (g_str_has_prefix (copy, "Subject") || *copy == '[')
      continue;
    for (word = find_word (copy, 0); word.start < word.end; word = find_word (copy, word.end))
      check_rewrite (format, text, segments, segment, word,
                     replacements[g_test_rand_int_range (0, G_N_ELEMENTS (replacements))]);
  }
}

/* --- the corpus --- */

char *
read_format_corpus (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "formats", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The names of the files of a format. */
GPtrArray *
list_format_corpus (const ProseFormat *format)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "formats", NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name; directory != NULL && (name = g_dir_read_name (directory)) != NULL;)
    if (prose_format_of_file (name) == format)
      g_ptr_array_add (names, g_strdup (name));

  return names;
}

/* --- beside another parser --- */

/* Appends what of a text is no white space, in which parsers differ. */
void
append_black (GString *string, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xa0)
      g_string_append_unichar (string, g_utf8_get_char (p));
}

/* A part of a text, as it comes in the page. */
typedef struct {
  guint place;
  char *text;
} Part;

static void
part_clear (Part *self)
{
  g_free (self->text);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Part *first = a, *second = b;

  return first->place < second->place ? -1 : first->place > second->place;
}

static void
add_runs (GArray *parts, const ProseCopy *copy)
{
  for (guint i = 0; i < prose_copy_get_n_runs (copy); i++) {
    const ProseRun *run = prose_copy_get_run (copy, i);
    guint end = i + 1 < prose_copy_get_n_runs (copy) ? prose_copy_get_run (copy, i + 1)->copy
                                                     : prose_copy_get_length (copy);
    Part part = { run->source.start,
                  g_strndup (prose_copy_get_text (copy) + run->copy, end - run->copy) };

    g_array_append_val (parts, part);
  }
}

/* What our reader sees of a text, without white space, in the order of the file; of the
 * segments that begin with one of the escapes, a bit for each. */
char *
read_black_text (const ProseFormat *format, const char *text, guint escapes)
{
  g_autoptr (GPtrArray) segments = prose_format_read (format, text, strlen (text));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  GString *string = g_string_new (NULL);

  g_array_set_clear_func (parts, (GDestroyNotify)part_clear);
  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];

    if (escapes & 1 << prose_copy_get_run (segment->copy, 0)->escape)
      add_runs (parts, segment->copy);
  }
  g_array_sort (parts, compare_places);
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);

    append_black (string, part->text, strlen (part->text));
  }
  return g_string_free (string, FALSE);
}

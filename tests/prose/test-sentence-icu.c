/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences end where ICU ends them, but for the differences that
 * prose-sentence.c states: on the sample texts, with the abbreviations of the
 * shipped lexicons, and on random paragraphs. The seed that g_test_init() prints
 * repeats a run: --seed. */

#include "text/prose-sentence.h"

#include <string.h>
#include <unicode/ubrk.h>

#include "prose-fixture.h"
#include "text/prose-paragraph.h"

#define N_PARAGRAPHS 20000

typedef struct {
  const char *text;
  GArray *tokens;
  GArray *sentences;
  const ProseAbbreviations *abbreviations;
} Paragraph;

static void
paragraph_init (Paragraph *self, const char *text, const ProseAbbreviations *abbreviations)
{
  self->text = text;
  self->tokens = tokenize (text);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));
  self->abbreviations = abbreviations;
  prose_find_sentences (text, self->tokens, abbreviations, self->sentences);
}

static void
paragraph_clear (Paragraph *self)
{
  g_array_unref (self->tokens);
  g_array_unref (self->sentences);
}

static const ProseToken *
get_token (const Paragraph *self, guint i)
{
  return &g_array_index (self->tokens, ProseToken, i);
}

static gunichar
get_character (const Paragraph *self, guint i)
{
  return g_utf8_get_char (self->text + get_token (self, i)->span.start);
}

/* --- what is different on purpose --- */

static gboolean
is_mark (const Paragraph *self, guint i)
{
  return get_token (self, i)->kind == PROSE_TOKEN_PUNCTUATION;
}

static gboolean
is_any_of (gunichar c, const char *characters)
{
  return g_utf8_strchr (characters, -1, c) != NULL;
}

/* The first of the marks that end a sentence before token next. */
static guint
find_terminator (const Paragraph *self, guint next)
{
  guint first = next;

  while (first > 0 && is_mark (self, first - 1) &&
         (first == next || !(get_token (self, first)->flags & PROSE_TOKEN_SPACED)))
    first--;
  while (first < next && !is_any_of (get_character (self, first), ".!?…"))
    first++;

  return first;
}

static gboolean
is_in (const Paragraph *self, guint i, GHashTable *words)
{
  g_autofree char *word = dup_span (self->text, get_token (self, i)->span);
  g_autofree char *folded = g_utf8_strdown (word, -1);

  return g_hash_table_contains (words, folded);
}

/* What numbers a figure keeps its full stop: the No. 1 choice. */
static gboolean
is_abbreviation (const Paragraph *self, guint i, guint next)
{
  return is_in (self, i, self->abbreviations->all) ||
         (is_in (self, i, self->abbreviations->numberers) &&
          get_token (self, next)->kind == PROSE_TOKEN_NUMBER);
}

static gboolean
is_initial (const Paragraph *self, guint i)
{
  g_autofree char *word = dup_span (self->text, get_token (self, i)->span);

  return g_utf8_strlen (word, -1) == 1 && g_unichar_isupper (get_character (self, i));
}

/* The first letter from token i on, past marks; 0 if a number or nothing comes. */
static gunichar
find_letter (const Paragraph *self, guint i)
{
  while (i < self->tokens->len && is_mark (self, i))
    i++;

  return i < self->tokens->len && get_token (self, i)->kind == PROSE_TOKEN_WORD
             ? get_character (self, i)
             : 0;
}

/* ICU begins a sentence at token i, and Mellow does not. */
static gboolean
is_joined_on_purpose (const Paragraph *self, guint i)
{
  guint first = find_terminator (self, i);

  if (!(get_token (self, i)->flags & PROSE_TOKEN_SPACED))
    return TRUE;
  if (first == 0 || first == i)
    return FALSE;
  if (g_unichar_islower (find_letter (self, i)) && i > first + 1)
    return TRUE;
  if (get_character (self, first) != '.')
    return FALSE;

  return is_abbreviation (self, first - 1, i) || is_initial (self, first - 1) ||
         (get_token (self, first - 1)->kind == PROSE_TOKEN_NUMBER &&
          !g_unichar_isupper (find_letter (self, i)));
}

/* Mellow begins a sentence at token i, and ICU does not. */
static gboolean
is_parted_on_purpose (const Paragraph *self, guint i)
{
  if (get_token (self, i)->kind != PROSE_TOKEN_WORD ||
      get_token (self, i - 1)->kind == PROSE_TOKEN_EMOJI)
    return TRUE;

  for (guint mark = find_terminator (self, i); mark < i; mark++)
    if (get_character (self, mark) == 0x2026)
      return TRUE;

  return FALSE;
}

/* --- the comparison --- */

/* Where ICU begins sentences, as a flag for each byte of a text. */
static gboolean *
find_icu_starts (UBreakIterator *breaks, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *input = utext_openUTF8 (NULL, text, -1, &status);
  gboolean *is_start = g_new0 (gboolean, strlen (text) + 1);

  ubrk_setUText (breaks, input, &status);
  g_assert_true (U_SUCCESS (status));
  for (int at = ubrk_first (breaks); at != UBRK_DONE; at = ubrk_next (breaks))
    is_start[at] = TRUE;

  utext_close (input);
  return is_start;
}

static gboolean *
find_own_starts (const Paragraph *self)
{
  gboolean *is_start = g_new0 (gboolean, strlen (self->text) + 1);

  for (guint i = 0; i < self->sentences->len; i++)
    is_start[g_array_index (self->sentences, ProseSentence, i).span.start] = TRUE;

  return is_start;
}

/* In ASCII, as the place of the test may be. */
static void
print_place (const char *text, guint at, gboolean is_own)
{
  g_autofree char *before = g_strndup (text, at);
  g_autofree char *escaped = g_strescape (before, NULL);
  g_autofree char *rest = g_strescape (text + at, NULL);

  g_test_message ("%s: between '%s' and '%s'", is_own ? "Mellow" : "ICU", escaped, rest);
}

static void
assert_same_sentences (UBreakIterator *breaks,
                       const char *text,
                       const ProseAbbreviations *abbreviations)
{
  g_autofree gboolean *icu = find_icu_starts (breaks, text);
  g_autofree gboolean *own = NULL;
  Paragraph paragraph;

  paragraph_init (&paragraph, text, abbreviations);
  own = find_own_starts (&paragraph);
  for (guint i = 1; i < paragraph.tokens->len; i++) {
    guint at = get_token (&paragraph, i)->span.start;
    gboolean is_fine = own[at] == icu[at] || (own[at] ? is_parted_on_purpose (&paragraph, i)
                                                      : is_joined_on_purpose (&paragraph, i));

    if (!is_fine)
      print_place (text, at, own[at]);
    g_assert_true (is_fine);
  }
  paragraph_clear (&paragraph);
}

/* --- what is compared --- */

static char *get_path (const char *directory, const char *format, ...) G_GNUC_PRINTF (2, 3);

static char *
get_path (const char *directory, const char *format, ...)
{
  g_autofree char *name = NULL;
  va_list arguments;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return g_test_build_filename (G_TEST_DIST, directory, name, NULL);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static ProseLexicon *
read_shipped_lexicon (const char *language)
{
  g_autofree char *path = get_path ("../data/lexicon", "%s.yaml", language);
  g_autofree char *yaml = read_file (path);

  return read_lexicon (yaml);
}

/* Without those that end a sentence now and then: ICU knows none. */
static ProseAbbreviations
get_abbreviations (ProseLexicon *lexicon)
{
  return (ProseAbbreviations){ .all = prose_lexicon_get_list (lexicon, "abbreviations"),
                               .numberers = prose_lexicon_get_list (lexicon, "numberers") };
}

/* A line end inside a paragraph is a space here, and ends a sentence to ICU. */
static void
compare_paragraphs (UBreakIterator *breaks,
                    const char *text,
                    const ProseAbbreviations *abbreviations)
{
  gsize length = strlen (text);

  for (guint start = 0; start < length;) {
    guint end = prose_paragraph_get_end (text, length, start);
    g_autofree char *paragraph = g_strndup (text + start, end - start);

    g_strdelimit (paragraph, "\r\n", ' ');
    g_strstrip (paragraph);
    assert_same_sentences (breaks, paragraph, abbreviations);
    start = end;
  }
}

static void
test_corpus (gconstpointer language)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open (UBRK_SENTENCE, language, NULL, 0, &status);
  g_autofree char *path = get_path ("corpus", ".");
  g_autofree char *ending = g_strdup_printf (".%s.txt", (const char *)language);
  g_autoptr (GDir) corpus = g_dir_open (path, 0, NULL);
  g_autoptr (ProseLexicon) lexicon = read_shipped_lexicon (language);
  ProseAbbreviations abbreviations = get_abbreviations (lexicon);
  guint n = 0;

  g_assert_nonnull (corpus);
  for (const char *name; (name = g_dir_read_name (corpus)) != NULL;) {
    g_autofree char *file = get_path ("corpus", "%s", name);
    g_autofree char *text = NULL;

    if (!g_str_has_suffix (name, ending))
      continue;
    text = read_file (file);
    compare_paragraphs (breaks, text, &abbreviations);
    n++;
  }
  g_assert_cmpuint (n, >, 0);
  ubrk_close (breaks);
}

static const char *const words[] = {
  "Køb", "nu",  "the",  "Lamp", "æbler", "Ærø",  "I",    "K",   "å",   "e.g", "Mr", "kr",
  "3",   "10",  "1.5",  "lyn",  "It’s",  "er",   "NASA", "3rd", "U.S", "x-y", "hr", "ca.",
  "😀",   "50%", "“Buy", "(Or",  "–",     "“sæt", "(og",  "-",   "«Vi", "No",  "nr",
};

static const char *const endings[] = {
  " ",   " ",   " ",   ". ",  ".  ", "! ", "? ", "… ",      "... ", "?! ", ", ",   ": ",  ".” ",
  "!” ", ".) ", "?” ", ".» ", ".",   "!",  "; ", ".\u00a0", "!!! ", " . ", ".\" ", "?' ",
};

static char *
make_paragraph (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (1, 16); i > 0; i--) {
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    g_string_append (text, endings[g_test_rand_int_range (0, G_N_ELEMENTS (endings))]);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_random_paragraphs (gconstpointer language)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open (UBRK_SENTENCE, language, NULL, 0, &status);
  g_autoptr (ProseLexicon) lexicon = read_shipped_lexicon (language);
  ProseAbbreviations abbreviations = get_abbreviations (lexicon);

  for (guint i = 0; i < N_PARAGRAPHS; i++) {
    g_autofree char *text = make_paragraph ();

    assert_same_sentences (breaks, text, &abbreviations);
  }
  ubrk_close (breaks);
}

/* --- what is read in copy, with the shipped abbreviations --- */

/* The sentences of all paragraphs, with a bar between them. */
static char *
sentences_to_string (const char *language, const char *text)
{
  g_autoptr (ProseLexicon) lexicon = read_shipped_lexicon (language);
  ProseAbbreviations abbreviations = get_abbreviations (lexicon);
  g_autoptr (GString) string = g_string_new (NULL);
  gsize length = strlen (text);

  for (guint start = 0; start < length;) {
    guint end = prose_paragraph_get_end (text, length, start);
    g_autofree char *part = g_strndup (text + start, end - start);
    Paragraph paragraph;

    paragraph_init (&paragraph, part, &abbreviations);
    for (guint i = 0; i < paragraph.sentences->len; i++) {
      g_autofree char *sentence =
          dup_span (part, g_array_index (paragraph.sentences, ProseSentence, i).span);

      g_string_append_printf (string, "%s%s", string->len > 0 ? " | " : "", sentence);
    }
    paragraph_clear (&paragraph);
    start = end;
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

#define assert_sentences(text, expected) assert_string (sentences_to_string ("en", text), expected)

#define assert_danish_sentences(text, expected)                                                    \
  assert_string (sentences_to_string ("da", text), expected)

static void
test_danish (void)
{
  assert_danish_sentences ("Køb f.eks. Ærø-honning. Den er god.",
                           "Køb f.eks. Ærø-honning. | Den er god.");
  assert_danish_sentences ("De koster ca. 50 kr. pr. stk. og vejer lidt. Køb!",
                           "De koster ca. 50 kr. pr. stk. og vejer lidt. | Køb!");
  assert_danish_sentences ("Vi åbner kl. 10.30. Kom ind.", "Vi åbner kl. 10.30. | Kom ind.");
  assert_danish_sentences ("Det sagde hr. Jensen d. 3. maj. Godt.",
                           "Det sagde hr. Jensen d. 3. maj. | Godt.");
  assert_danish_sentences ("Af Å. Østergård. Læs mere.", "Af Å. Østergård. | Læs mere.");
}

static void
test_english (void)
{
  assert_sentences ("Ask Mr. Smith about U.S. law. He knows.",
                    "Ask Mr. Smith about U.S. law. | He knows.");
  assert_sentences ("Take e.g. this one. Or that.", "Take e.g. this one. | Or that.");
  assert_sentences ("The UK's No. 1 choice. No. Really.", "The UK's No. 1 choice. | No. | Really.");
  assert_sentences ("What?! No.", "What?! | No.");
  assert_sentences ("What?! only three left", "What?! | only three left");
  assert_sentences ("He said \"Stop.\" Then left.", "He said \"Stop.\" | Then left.");
  assert_sentences ("\"Stop!\" he said. Then left.", "\"Stop!\" he said. | Then left.");
  assert_sentences ("It costs 5. (Really.) Take 3.", "It costs 5. | (Really.) | Take 3.");
  assert_sentences ("Hurry. 3 lamps left. 😀 Yes.", "Hurry. | 3 lamps left. | 😀 Yes.");
}

static void
test_ellipses (void)
{
  assert_sentences ("Wait... There is more… Much more... or less… or none.",
                    "Wait... | There is more… | Much more... or less… or none.");
}

static void
test_headings_and_items (void)
{
  assert_sentences ("# A warm lamp\nIt is soft\n- Wool\n- Oak and brass\n\nAsk us",
                    "# A warm lamp | It is soft | - Wool | - Oak and brass | Ask us");
}

static void
test_scripts_without_spaces (void)
{
  assert_sentences ("今すぐ購入。残り3個！「本当？」はい。",
                    "今すぐ購入。 | 残り3個！ | 「本当？」 | はい。");
  assert_sentences ("क्या यह है? हाँ। ठीक।", "क्या यह है? | हाँ। | ठीक।");
}

/* A text of nothing but marks has as many places to look at as characters. */
static void
test_marks_only (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sentences = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, ". ");
  sentences = sentences_to_string ("en", text->str);
  g_assert_true (g_str_has_prefix (sentences, ". | ."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentence-icu/danish", test_danish);
  g_test_add_func ("/sentence-icu/english", test_english);
  g_test_add_func ("/sentence-icu/ellipses", test_ellipses);
  g_test_add_func ("/sentence-icu/headings-and-items", test_headings_and_items);
  g_test_add_func ("/sentence-icu/scripts-without-spaces", test_scripts_without_spaces);
  g_test_add_func ("/sentence-icu/marks-only", test_marks_only);
  g_test_add_data_func ("/sentence-icu/corpus/en", "en", test_corpus);
  g_test_add_data_func ("/sentence-icu/corpus/da", "da", test_corpus);
  g_test_add_data_func ("/sentence-icu/random-paragraphs/en", "en", test_random_paragraphs);
  g_test_add_data_func ("/sentence-icu/random-paragraphs/da", "da", test_random_paragraphs);

  return g_test_run ();
}

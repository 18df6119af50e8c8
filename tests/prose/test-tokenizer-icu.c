/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random text of many scripts: the tokenizer bounds words where ICU does, but
 * for the differences that prose-tokenizer.c states. The seed that
 * g_test_init() prints repeats a run: --seed. */

#include "text/prose-tokenizer.h"

#include <string.h>
#include <unicode/ubrk.h>

#include "prose-fixture.h"

#define N_TEXTS 20000

/* Letters and marks of a script, assigned code points only. */
typedef struct {
  const char *name;
  gunichar first;
  gunichar last;
} Script;

static const Script alphabets[] = {
  { "Basic Latin", 'A', 'z' },          { "Latin-1", 0xa0, 0xff },
  { "Latin Extended", 0x100, 0x24f },   { "Modifier letters", 0x2b0, 0x2ff },
  { "Combining marks", 0x300, 0x36f },  { "Greek", 0x370, 0x3ff },
  { "Cyrillic", 0x400, 0x52f },         { "Armenian", 0x531, 0x58f },
  { "Hebrew", 0x591, 0x5f4 },           { "Arabic", 0x600, 0x6ff },
  { "Devanagari", 0x900, 0x97f },       { "Tamil", 0xb82, 0xbfa },
  { "Tibetan", 0xf00, 0xfda },          { "Georgian", 0x10a0, 0x10ff },
  { "Hangul Jamo", 0x1100, 0x11ff },    { "Ethiopic", 0x1200, 0x137c },
  { "Greek Extended", 0x1f00, 0x1ffe }, { "Latin Extended Additional", 0x1e00, 0x1eff },
  { "Letterlike", 0x2100, 0x218b },     { "Latin ligatures", 0xfb00, 0xfb06 },
  { "Deseret", 0x10400, 0x1044f },      { "Mathematical letters", 0x1d400, 0x1d7ff },
};

static const Script marks[] = {
  { "ASCII", ' ', '~' },          { "General punctuation", 0x2010, 0x206f },
  { "Currency", 0x20a0, 0x20c0 }, { "Technical", 0x2300, 0x23ff },
  { "Dingbats", 0x2600, 0x27bf }, { "Full-width", 0xff01, 0xff65 },
  { "Emoji", 0x1f300, 0x1f64f },  { "Flags", 0x1f1e6, 0x1f1ff },
  { "Tags", 0xe0020, 0xe007f },
};

static const Script without_spaces[] = {
  { "Thai", 0xe01, 0xe5b },
  { "Lao", 0xe81, 0xedf },
  { "Burmese", 0x1000, 0x109f },
  { "Khmer", 0x1780, 0x17f9 },
  { "CJK punctuation", 0x3000, 0x303f },
  { "Hiragana", 0x3041, 0x309f },
  { "Katakana", 0x30a0, 0x30ff },
  { "Han", 0x4e00, 0x4fff },
  { "Hangul", 0xac00, 0xacff },
  { "Half-width Katakana", 0xff66, 0xff9f },
};

/* What is awkward about real text. */
static const char *const pieces[] = {
  "don't",
  "don’t",
  "1.999,50",
  "1 990 ",
  "e.g.",
  "f.eks.",
  "10:30",
  "snake_case",
  "__",
  "70 %",
  "$5",
  "3rd",
  "5'10\"",
  "’tis",
  "rock 'n' roll",
  "and/or",
  "til\u00adbud",
  "50\u00a0kr.",
  "\r\n",
  "\n",
  "\r",
  "\u2028",
  "  ",
  "\t",
  "cafe\u0301",
  "n\u0303\u0323",
  "...",
  "…",
  "?!",
  "!!!",
  "“Buy”",
  "»køb«",
  "—",
  "👍🏽",
  "👩‍👩‍👧",
  "🇩🇰🇬🇧",
  "❤️",
  "1️⃣",
  "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "\u200d",
  "\u200c",
  "\u200b",
  "\ufeff",
  "Ærø",
  "STRAẞE",
  "צה\"ל",
  "ג'ינס",
  "सस्ता",
  "اشترِ",
  "დღეს",
  "գնել",
  "İstanbul",
  "l·l",
};

static const char *const phrases_without_spaces[] = {
  "สวัสดีครับ",  "ซื้อตอนนี้",   "ສະບາຍດີ",    "မင်္ဂလာပါ", "សួស្តី",    "今すぐ購入",
  "カタカナ", "立即购买", "日本語abc", "3月5日",  "한국어",
};

/* Neither is the same to every ICU, or here; see test_differences_on_purpose(). */
static gboolean
is_different (gunichar c)
{
  return c == '@' || c == 0x202f;
}

static void
append_character (GString *text, const Script *script)
{
  gunichar c;

  do
    c = g_test_rand_int_range (script->first, script->last + 1);
  while (!g_unichar_isdefined (c) || is_different (c));
  g_string_append_unichar (text, c);
}

static const Script *
pick_script (const Script *scripts, guint n)
{
  return &scripts[g_test_rand_int_range (0, n)];
}

/* A few characters of one script, as words are. */
static void
append_word (GString *text, const Script *script)
{
  for (int i = g_test_rand_int_range (0, 5); i >= 0; i--)
    append_character (text, script);
}

static void
append_alphabetic_part (GString *text)
{
  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    break;
  case 1:
    append_character (text, pick_script (marks, G_N_ELEMENTS (marks)));
    break;
  case 2:
    g_string_append_c (text, " .,:;'_-1"[g_test_rand_int_range (0, 9)]);
    break;
  default:
    append_word (text, pick_script (alphabets, G_N_ELEMENTS (alphabets)));
  }
}

static void
append_part_without_spaces (GString *text)
{
  guint i = g_test_rand_int_range (0, G_N_ELEMENTS (phrases_without_spaces));

  if (g_test_rand_bit ())
    g_string_append (text, phrases_without_spaces[i]);
  else
    append_word (text, pick_script (without_spaces, G_N_ELEMENTS (without_spaces)));
}

static char *
make_text (gboolean has_spaces)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 16); i >= 0; i--) {
    if (has_spaces || g_test_rand_bit ())
      append_alphabetic_part (text);
    else
      append_part_without_spaces (text);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- where words are bounded, as a flag for each byte of a text and its end --- */

static gboolean *
find_icu_boundaries (UBreakIterator *words, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *input = utext_openUTF8 (NULL, text, -1, &status);
  gboolean *is_boundary = g_new0 (gboolean, strlen (text) + 1);

  ubrk_setUText (words, input, &status);
  g_assert_true (U_SUCCESS (status));
  for (int at = ubrk_first (words); at != UBRK_DONE; at = ubrk_next (words))
    is_boundary[at] = TRUE;

  utext_close (input);
  return is_boundary;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0b || c == 0x85 ||
         g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR || c == 0x2028 || c == 0x2029;
}

/* Leaves out what is different on purpose. Between two characters of white space
 * there is no token to bound. */
static void
forgive_white_space (const char *text, gboolean *is_boundary)
{
  gboolean in_space = TRUE;

  for (const char *p = text; p <= text + strlen (text); p = g_utf8_next_char (p)) {
    if (*p == '\0' || is_space (g_utf8_get_char (p))) {
      if (in_space)
        is_boundary[p - text] = FALSE;
      in_space = TRUE;
    } else if (is_boundary[p - text]) {
      in_space = FALSE;
    }
  }
}

/* Whether white space stands before the place, or after it. */
static gboolean
is_at_space (const char *text, guint at)
{
  return is_space (g_utf8_get_char (g_utf8_prev_char (text + at))) ||
         is_space (g_utf8_get_char (text + at));
}

/* Runs of one mark, addresses and numbers with spaces between their thousands are
 * one token, and ICU cuts them; a narrow no-break space cuts, and a zero width
 * joiner ties emoji to emoji only, where ICU joins. */
static gboolean
is_different_on_purpose (const char *text, const ProseToken *token, guint at)
{
  const char *before = g_utf8_prev_char (text + at);

  if (token->kind == PROSE_TOKEN_URL)
    return at >= token->span.start && at <= token->span.end;
  if (at > token->span.start && at < token->span.end)
    return token->kind == PROSE_TOKEN_PUNCTUATION || token->kind == PROSE_TOKEN_SYMBOL ||
           (token->kind == PROSE_TOKEN_NUMBER && is_at_space (text, at));

  return at == token->span.start && g_utf8_get_char (before) == 0x200d;
}

/* The same of tokens; icu says where it does not matter. */
static gboolean *
find_own_boundaries (const char *text, const gboolean *icu)
{
  g_autoptr (GArray) tokens = tokenize (text);
  gboolean *is_boundary = g_new0 (gboolean, strlen (text) + 1);

  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    is_boundary[token->span.start] = is_boundary[token->span.end] = TRUE;
  }
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    for (guint at = MAX (token->span.start, 1); at <= token->span.end; at++)
      if (is_different_on_purpose (text, token, at))
        is_boundary[at] = icu[at];
  }
  return is_boundary;
}

/* The text with a bar at each boundary, in ASCII. */
static char *
boundaries_to_string (const char *text, const gboolean *is_boundary)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_boundary[p - text])
      g_string_append_c (string, '|');
    if (c >= ' ' && c < 0x7f)
      g_string_append_c (string, c);
    else
      g_string_append_printf (string, "<%04x>", c);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
assert_same_boundaries (UBreakIterator *words, const char *text)
{
  g_autofree gboolean *icu = find_icu_boundaries (words, text);
  g_autofree gboolean *own = find_own_boundaries (text, icu);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  forgive_white_space (text, icu);
  forgive_white_space (text, own);
  if (memcmp (icu, own, (strlen (text) + 1) * sizeof *icu) == 0)
    return;

  expected = boundaries_to_string (text, icu);
  found = boundaries_to_string (text, own);
  g_assert_cmpstr (found, ==, expected);
}

static void
compare (const char *locale, gboolean has_spaces)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, locale, NULL, 0, &status);

  g_assert_true (U_SUCCESS (status));
  for (guint i = 0; i < N_TEXTS; i++) {
    g_autofree char *text = make_text (has_spaces);

    assert_same_boundaries (words, text);
  }
  ubrk_close (words);
}

static void
test_alphabetic_scripts (void)
{
  compare ("en", TRUE);
  compare ("da", TRUE);
}

static void
test_scripts_without_spaces (void)
{
  compare ("en", FALSE);
}

/* Every character there is, between letters, between digits and after a space. */
static void
test_every_character (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, "en", NULL, 0, &status);

  for (gunichar c = 1; c <= 0x10ffff; c++) {
    g_autoptr (GString) text = g_string_new (NULL);

    if (!g_unichar_isdefined (c) || !g_unichar_validate (c) || is_different (c))
      continue;
    for (const char *p = "?b?1?2 ?_?ア"; *p != '\0'; p = g_utf8_next_char (p))
      g_string_append_unichar (text, *p == '?' ? c : g_utf8_get_char (p));
    assert_same_boundaries (words, text->str);
  }
  ubrk_close (words);
}

/* The tokens, with a bar between them. */
static char *
tokens_to_string (const char *text)
{
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++) {
    g_autofree char *token = dup_span (text, g_array_index (tokens, ProseToken, i).span);

    g_string_append_printf (string, "%s%s", i > 0 ? "|" : "", token);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_words_without_spaces (void)
{
  assert_string (tokens_to_string ("今すぐ購入、 Køb!"), "今|すぐ|購入|、|Køb|!");
  assert_string (tokens_to_string ("立即购买!!!"), "立即|购买|!!!");
  assert_string (tokens_to_string ("ซื้อตอนนี้ 50 บาท"), "ซื้อ|ตอน|นี้|50|บาท");
  assert_string (tokens_to_string ("iPhone用ケース"), "iPhone|用|ケース");
  assert_string (tokens_to_string ("Apple은 3개"), "Apple|은|3|개");
}

static void
test_addresses_without_spaces (void)
{
  assert_string (tokens_to_string ("見てwww.x.dk、https://x.dk/あ。"),
                 "見|て|www.x.dk|、|https://x.dk/あ|。");
}

static void
test_differences_on_purpose (void)
{
  assert_string (tokens_to_string ("10\u202fkr. or 10\u00a0000\u202fkr."),
                 "10|kr|.|or|10\u00a0000|kr|.");
  assert_string (tokens_to_string ("Wow!!! ---"), "Wow|!!!|---");
  assert_string (tokens_to_string ("a\u200d😀"), "a\u200d|😀");
  assert_string (tokens_to_string ("www.x.dk/a-b"), "www.x.dk/a-b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokenizer-icu/every-character", test_every_character);
  g_test_add_func ("/tokenizer-icu/alphabetic-scripts", test_alphabetic_scripts);
  g_test_add_func ("/tokenizer-icu/scripts-without-spaces", test_scripts_without_spaces);
  g_test_add_func ("/tokenizer-icu/words-without-spaces", test_words_without_spaces);
  g_test_add_func ("/tokenizer-icu/addresses-without-spaces", test_addresses_without_spaces);
  g_test_add_func ("/tokenizer-icu/differences-on-purpose", test_differences_on_purpose);

  return g_test_run ();
}

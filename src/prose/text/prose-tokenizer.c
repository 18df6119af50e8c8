/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words as Unicode Standard Annex 29 and ICU bound them, in one pass over the
 * bytes. ASCII, which most of any copy is, is looked up in a table; so are the
 * blocks next to it; the rest asks ICU for its word break property. Scripts
 * that put no space between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese)
 * need a dictionary: ICU cuts the whole run that such a letter stands in.
 *
 * Where this differs from ICU on purpose: white space makes no token, and the
 * narrow no-break space is white space; a number goes on behind a space between
 * its thousands (1 990); a run of one punctuation mark is one token, and
 * so is a web or mail address; other than there @ is a mark (in ICU 72 alone it
 * is a letter); a zero width joiner ties emoji to emoji only.
 */

#include "text/prose-tokenizer.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* What a character does at a word boundary. Those up to the mid ones are the
 * classes of UAX 29 that can stand in a word; see its rules WB5 to WB13. */
typedef enum {
  CLASS_LETTER,
  CLASS_HEBREW,
  CLASS_NUMERIC,
  CLASS_JOINER,    /* ExtendNumLet: _ */
  CLASS_COMPLEX,   /* letters of Thai and the like */
  CLASS_KATAKANA,  /* joins its own kind and _ */
  CLASS_IDEOGRAPH, /* Han, Hiragana and Hangul, which join no other letters */
  CLASS_MID_BOTH,  /* MidNumLet and Single_Quote: . ' ’ */
  CLASS_MID_LETTER,
  CLASS_MID_NUMBER,
  CLASS_EXTEND, /* marks, format characters, zero width joiner */
  CLASS_SPACE,
  CLASS_PICTOGRAPH,
  CLASS_REGIONAL,
  CLASS_PUNCTUATION,
  CLASS_SYMBOL,
} CharClass;

/* How many tokens are gathered before they are appended. */
#define BATCH_SIZE 64

/* The code points that are looked up without ICU: Latin, Greek and Cyrillic,
 * and general punctuation. */
#define TABLE_LOW 0x530
#define TABLE_HIGH_START 0x2000
#define TABLE_HIGH_END 0x2070

typedef struct {
  guint8 low[TABLE_LOW];
  guint8 high[TABLE_HIGH_END - TABLE_HIGH_START];
} ClassTable;

/* Letters that do not join others, for which ICU has dictionaries. */
static gboolean
is_ideograph (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript (c, &status);
  gboolean is_hangul_syllable = c >= 0xac00 && c <= 0xd7a3;

  return is_hangul_syllable || script == USCRIPT_HAN || script == USCRIPT_HIRAGANA;
}

/* Classes of characters that UAX 29 lists no word break property for. */
static CharClass
ask_class_of_other (UChar32 c)
{
  if (u_isUWhiteSpace (c))
    return CLASS_SPACE;
  if (u_hasBinaryProperty (c, UCHAR_EXTENDED_PICTOGRAPHIC) && c > 0xff)
    return CLASS_PICTOGRAPH;
  if (u_getIntPropertyValue (c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
    return CLASS_COMPLEX;
  if (u_hasBinaryProperty (c, UCHAR_IDEOGRAPHIC))
    return CLASS_IDEOGRAPH;
  if (u_isalpha (c))
    return CLASS_LETTER;
  if (u_ispunct (c))
    return CLASS_PUNCTUATION;

  return CLASS_SYMBOL;
}

static CharClass
ask_class (UChar32 c)
{
  /* ICU's root rules take the colon out of MidLetter. */
  if (c == ':' || c == 0xfe55 || c == 0xff1a)
    return CLASS_PUNCTUATION;
  if (is_ideograph (c))
    return CLASS_IDEOGRAPH;

  switch (u_getIntPropertyValue (c, UCHAR_WORD_BREAK)) {
  case U_WB_ALETTER:
    return CLASS_LETTER;
  case U_WB_HEBREW_LETTER:
    return CLASS_HEBREW;
  case U_WB_NUMERIC:
    return CLASS_NUMERIC;
  case U_WB_KATAKANA:
    return CLASS_KATAKANA;
  case U_WB_EXTENDNUMLET:
    return c == 0x202f ? CLASS_SPACE : CLASS_JOINER;
  case U_WB_MIDNUMLET:
  case U_WB_SINGLE_QUOTE:
    return CLASS_MID_BOTH;
  case U_WB_MIDLETTER:
    return CLASS_MID_LETTER;
  case U_WB_MIDNUM:
    return CLASS_MID_NUMBER;
  case U_WB_EXTEND:
  case U_WB_FORMAT:
  case U_WB_ZWJ:
    return CLASS_EXTEND;
  case U_WB_REGIONAL_INDICATOR:
    return CLASS_REGIONAL;
  default:
    return ask_class_of_other (c);
  }
}

static const ClassTable *
get_class_table (void)
{
  static ClassTable table;
  static gsize initialised = 0;

  if (g_once_init_enter (&initialised)) {
    for (UChar32 c = 0; c < TABLE_LOW; c++)
      table.low[c] = ask_class (c);
    for (UChar32 c = TABLE_HIGH_START; c < TABLE_HIGH_END; c++)
      table.high[c - TABLE_HIGH_START] = ask_class (c);
    g_once_init_leave (&initialised, 1);
  }
  return &table;
}

/* A place in the text and the character there. At the end, size is 0. */
typedef struct {
  const char *text;
  guint length;
  const ClassTable *table;
  guint position;
  guint size;
  UChar32 character;
  CharClass class;
} Cursor;

static inline void
cursor_read (Cursor *self)
{
  const char *p = self->text + self->position;

  if (self->position >= self->length) {
    self->size = 0;
    self->class = CLASS_SPACE;
    return;
  }
  if ((guchar)*p < 0x80) {
    self->character = (guchar)*p;
    self->size = 1;
    self->class = self->table->low[self->character];
    return;
  }

  self->character = g_utf8_get_char (p);
  self->size = g_utf8_skip[(guchar)*p];
  if (self->character < TABLE_LOW)
    self->class = self->table->low[self->character];
  else if (self->character >= TABLE_HIGH_START && self->character < TABLE_HIGH_END)
    self->class = self->table->high[self->character - TABLE_HIGH_START];
  else
    self->class = ask_class (self->character);
}

static inline void
cursor_step (Cursor *self)
{
  self->position += self->size;
  cursor_read (self);
}

/* WB4: marks and format characters belong to the character before them. */
static inline void
cursor_step_over_marks (Cursor *self)
{
  cursor_step (self);
  while (self->size > 0 && self->class == CLASS_EXTEND)
    cursor_step (self);
}

/* WB3a: nothing belongs to a line end. */
static gboolean
is_line_end (UChar32 c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static inline void
cursor_step_over_space (Cursor *self)
{
  if (is_line_end (self->character))
    cursor_step (self);
  else
    cursor_step_over_marks (self);
}

static gboolean
is_letter (CharClass class)
{
  return class == CLASS_LETTER || class == CLASS_HEBREW || class == CLASS_COMPLEX;
}

static gboolean
is_in_word (CharClass class)
{
  return class <= CLASS_IDEOGRAPH;
}

static gboolean
is_mid (CharClass class)
{
  return class == CLASS_MID_BOTH || class == CLASS_MID_LETTER || class == CLASS_MID_NUMBER;
}

/* Whether words with such a character are cut with a dictionary. */
static gboolean
needs_dictionary (CharClass class)
{
  return class == CLASS_COMPLEX || class == CLASS_KATAKANA || class == CLASS_IDEOGRAPH;
}

/* Whether the mark at the cursor joins a character of class before to the one
 * after it (WB6, WB7, WB7b, WB7c, WB11, WB12). */
static gboolean
mark_joins (const Cursor *self, CharClass before)
{
  Cursor next = *self;

  cursor_step_over_marks (&next);
  switch (self->class) {
  case CLASS_MID_BOTH:
    return (is_letter (before) && is_letter (next.class)) ||
           (before == CLASS_NUMERIC && next.class == CLASS_NUMERIC);
  case CLASS_MID_LETTER:
    return is_letter (before) && is_letter (next.class);
  case CLASS_MID_NUMBER:
    return before == CLASS_NUMERIC && next.class == CLASS_NUMERIC;
  default:
    return before == CLASS_HEBREW && self->character == '"' && next.class == CLASS_HEBREW;
  }
}

/* Whether a word that has come to a character of class before goes on with the
 * character at the cursor. */
static gboolean
word_goes_on (const Cursor *self, CharClass before)
{
  switch (self->class) {
  case CLASS_LETTER:
  case CLASS_HEBREW:
  case CLASS_COMPLEX:
  case CLASS_NUMERIC:
  case CLASS_JOINER:
    return TRUE;
  case CLASS_KATAKANA:
    return before == CLASS_JOINER;
  case CLASS_MID_BOTH:
  case CLASS_MID_LETTER:
  case CLASS_MID_NUMBER:
    return mark_joins (self, before);
  default:
    return before == CLASS_HEBREW && mark_joins (self, before);
  }
}

/* WB7a: a Hebrew word may end in an apostrophe. */
static gboolean
is_geresh (const Cursor *self, CharClass before)
{
  return before == CLASS_HEBREW && self->size > 0 && self->character == '\'';
}

/* Letters seen in a word, for its flags. */
typedef struct {
  guint n_upper;
  guint n_lower;
  gboolean starts_upper;
} LetterCase;

static void
letter_case_add (LetterCase *self, UChar32 c)
{
  gboolean upper, lower;

  if (c < 0x80) {
    upper = g_ascii_isupper (c);
    lower = g_ascii_islower (c);
  } else {
    upper = u_isupper (c) || u_istitle (c);
    lower = u_islower (c);
  }
  if (upper && self->n_upper + self->n_lower == 0)
    self->starts_upper = TRUE;
  self->n_upper += upper;
  self->n_lower += lower;
}

static guint8
letter_case_get_flags (const LetterCase *self)
{
  guint8 flags = 0;

  if (self->starts_upper)
    flags |= PROSE_TOKEN_CAPITALISED;
  if (self->n_upper >= 2 && self->n_lower == 0)
    flags |= PROSE_TOKEN_CAPS;

  return flags;
}

/* Faster than g_ascii_isalpha(), which looks in a table. */
static inline gboolean
is_ascii_letter (char c)
{
  return (guchar)((c | 0x20) - 'a') < 26;
}

static inline gboolean
is_upper_ascii_letter (char letter)
{
  return !(letter & 0x20);
}

static guint
count_upper (const char *letters, guint n)
{
  guint n_upper = 0;

  for (guint i = 0; i < n; i++)
    n_upper += is_upper_ascii_letter (letters[i]);

  return n_upper;
}

/* Takes ASCII letters in a row, which is most of most words. */
static void
scan_ascii_letters (Cursor *self, LetterCase *letters)
{
  guint position = self->position;
  guint n_upper;

  while (position < self->length && is_ascii_letter (self->text[position]))
    position++;
  n_upper = count_upper (self->text + self->position, position - self->position);
  letters->starts_upper |= letters->n_upper + letters->n_lower == 0 &&
                           is_upper_ascii_letter (self->text[self->position]);

  letters->n_upper += n_upper;
  letters->n_lower += position - self->position - n_upper;
  self->position = position;
  cursor_read (self);
  while (self->size > 0 && self->class == CLASS_EXTEND)
    cursor_step (self);
}

/* --- thousands --- */

/* How many digits one space parts from the next. */
#define DIGITS_IN_GROUP 3

/* The spaces that stand between thousands in print and in copy. */
static gboolean
is_group_space (UChar32 c)
{
  return c == ' ' || c == 0xa0 || c == 0x2009 || c == 0x202f;
}

static guint
count_digits (const char *text, guint from, guint to)
{
  guint n = 0;

  while (from + n < to && g_ascii_isdigit (text[from + n]))
    n++;

  return n;
}

/* Whether a whole group of digits stands behind the space at the cursor. */
static gboolean
group_follows (Cursor next)
{
  guint end;

  cursor_step (&next);
  end = next.position + DIGITS_IN_GROUP;
  if (count_digits (next.text, next.position, MIN (end, next.length)) < DIGITS_IN_GROUP)
    return FALSE;

  next.position = end;
  cursor_read (&next);
  return next.size == 0 || (!is_in_word (next.class) && next.class != CLASS_EXTEND);
}

/* Goes on to the last group of a number whose thousands are parted by spaces, if it
 * is one: at the cursor it begins with no 0, and with no more digits than a group has. */
static void
skip_groups (Cursor *self)
{
  guint n = count_digits (self->text, self->position, self->length);
  Cursor next = *self;

  if (n == 0 || n > DIGITS_IN_GROUP || self->character == '0')
    return;

  next.position += n;
  cursor_read (&next);
  while (next.size > 0 && is_group_space (next.character) && group_follows (next)) {
    cursor_step (&next);
    *self = next;
    next.position += DIGITS_IN_GROUP;
    cursor_read (&next);
  }
}

/* Stops early, and returns FALSE, before a letter that needs a dictionary. */
static gboolean
scan_word (Cursor *self, ProseToken *token)
{
  LetterCase letters = { 0 };
  CharClass before;

  token->kind = self->class == CLASS_NUMERIC ? PROSE_TOKEN_NUMBER : PROSE_TOKEN_WORD;
  if (token->kind == PROSE_TOKEN_NUMBER)
    skip_groups (self);
  do {
    before = self->class;
    if (before == CLASS_LETTER && self->size == 1) {
      scan_ascii_letters (self, &letters);
      continue;
    }
    if (needs_dictionary (before))
      return FALSE;
    if (is_letter (before))
      letter_case_add (&letters, self->character);
    cursor_step_over_marks (self);
  } while (self->size > 0 && word_goes_on (self, before));

  if (is_geresh (self, before))
    cursor_step_over_marks (self);
  token->flags |= letter_case_get_flags (&letters);
  return TRUE;
}

/* WB3c and WB15: an emoji with its modifiers and what a zero width joiner ties
 * to it; or a flag, which is two regional indicators. */
static void
scan_emoji (Cursor *self, ProseToken *token)
{
  gboolean is_flag = self->class == CLASS_REGIONAL;
  gboolean joined = FALSE;

  token->kind = PROSE_TOKEN_EMOJI;
  if (is_flag)
    cursor_step_over_marks (self);
  else
    cursor_step (self);
  if (is_flag && self->size > 0 && self->class == CLASS_REGIONAL)
    cursor_step (self);

  while (self->size > 0 &&
         (self->class == CLASS_EXTEND || (joined && self->class == CLASS_PICTOGRAPH))) {
    joined = self->character == 0x200d;
    cursor_step (self);
  }
}

static void
scan_mark (Cursor *self, ProseToken *token)
{
  UChar32 character = self->character;
  gboolean repeats = self->class != CLASS_SYMBOL || character == '$';

  token->kind = self->class == CLASS_SYMBOL ? PROSE_TOKEN_SYMBOL : PROSE_TOKEN_PUNCTUATION;
  do
    cursor_step_over_marks (self);
  while (repeats && self->size > 0 && self->character == character);
}

/* Addresses may hold letters of any script, but no quotation mark, dash or
 * space beyond ASCII. */
static gboolean
is_address_character (gunichar c)
{
  if (c >= 0x80)
    return g_unichar_isalnum (c) || g_unichar_ismark (c);

  return g_ascii_isalnum (c) || (c != 0 && strchr ("-._~:/?#[]@!$&'()*+,;=%", c) != NULL);
}

/* The end of the address that starts at start; closing punctuation is left to
 * the sentence. */
static guint
find_address_end (const Cursor *self, guint start)
{
  guint end = start;

  while (end < self->length && is_address_character (g_utf8_get_char (self->text + end)))
    end += g_utf8_skip[(guchar)self->text[end]];
  while (end > start && strchr (".,;:!?'()[]", self->text[end - 1]) != NULL)
    end--;

  return end;
}

/* Whether prefix stands at position, and the address goes on behind it. */
static gboolean
has_prefix_at (const Cursor *self, guint position, const char *prefix)
{
  gsize n = strlen (prefix);

  return self->length - position > n &&
         g_ascii_strncasecmp (self->text + position, prefix, n) == 0 &&
         g_unichar_isalnum (g_utf8_get_char (self->text + position + n));
}

/* Makes a word that begins an address into the whole address. */
static void
extend_to_address (Cursor *self, ProseToken *token)
{
  guint start = token->span.start;
  guint word_end = self->position;
  const char *text = self->text;
  gboolean is_mail =
      word_end + 1 < self->length && text[word_end] == '@' && g_ascii_isalnum (text[word_end + 1]);

  if (!is_mail && !has_prefix_at (self, start, "https://") &&
      !has_prefix_at (self, start, "http://") && !has_prefix_at (self, start, "www."))
    return;

  self->position = MAX (find_address_end (self, start), word_end);
  cursor_read (self);
  token->kind = PROSE_TOKEN_URL;
}

/* A cheap look before the thorough one: is it followed by @, or h…: or ww…? */
static gboolean
may_begin_address (const Cursor *self, const ProseToken *token)
{
  const char *word = self->text + token->span.start;

  if (self->size > 0 && self->character == '@')
    return TRUE;
  if (*word == 'h' || *word == 'H')
    return self->size > 0 && self->character == ':';

  return (*word == 'w' || *word == 'W') && self->position > token->span.start + 1 &&
         (word[1] == 'w' || word[1] == 'W');
}

/* --- scripts without spaces --- */

/* ICU's word iterator and the text it reads, one of each per thread, opened when
 * a text first needs them. */
typedef struct {
  UBreakIterator *words;
  UText *text;
} WordIterator;

static void
word_iterator_free (gpointer data)
{
  WordIterator *self = data;

  ubrk_close (self->words);
  utext_close (self->text);
  g_free (self);
}

static GPrivate word_iterator = G_PRIVATE_INIT (word_iterator_free);

/* Returns NULL if ICU came without its data. */
static UBreakIterator *
open_word_iterator (const char *text, guint length)
{
  WordIterator *self = g_private_get (&word_iterator);
  UErrorCode status = U_ZERO_ERROR;

  if (self == NULL) {
    self = g_new0 (WordIterator, 1);
    self->words = ubrk_open (UBRK_WORD, "en", NULL, 0, &status);
    g_private_set (&word_iterator, self);
  }
  self->text = utext_openUTF8 (self->text, text, length, &status);
  ubrk_setUText (self->words, self->text, &status);

  return U_SUCCESS (status) ? self->words : NULL;
}

/* The end of the run of letters, digits and single marks between them that the
 * cursor stands at: a place where ICU bounds words whatever comes after it. */
static guint
find_run_end (Cursor cursor)
{
  CharClass before = CLASS_SPACE;

  while (cursor.size > 0) {
    guint position = cursor.position;

    if (is_mid (cursor.class) || cursor.character == '"') {
      gboolean ends_word = is_geresh (&cursor, before);

      cursor_step_over_marks (&cursor);
      position = ends_word ? cursor.position : position;
    }
    if (!is_in_word (cursor.class))
      return position;
    before = cursor.class;
    cursor_step_over_marks (&cursor);
  }
  return cursor.position;
}

static void
scan_word_until (Cursor *self, guint end, ProseToken *token)
{
  LetterCase letters = { 0 };

  token->kind = PROSE_TOKEN_WORD;
  if (self->class == CLASS_NUMERIC)
    token->kind = PROSE_TOKEN_NUMBER;
  else if (!is_in_word (self->class))
    token->kind = PROSE_TOKEN_PUNCTUATION;

  while (self->position < end) {
    if (is_letter (self->class))
      letter_case_add (&letters, self->character);
    cursor_step (self);
  }
  token->flags |= letter_case_get_flags (&letters);
}

/* Appends the words of the run that token begins, as ICU cuts it. Kept out of
 * prose_tokenize(), which is slower with it inside. */
G_GNUC_NO_INLINE static void
append_dictionary_words (Cursor *self, ProseToken token, GArray *tokens)
{
  guint start = token.span.start;
  UBreakIterator *words;
  guint end;

  self->position = start;
  cursor_read (self);
  end = find_run_end (*self);
  words = open_word_iterator (self->text + start, end - start);

  while (self->position < end) {
    int next = words != NULL ? ubrk_next (words) : UBRK_DONE;
    guint word_end = next == UBRK_DONE ? end : start + next;

    if (word_end <= self->position)
      continue;
    token.span.start = self->position;
    scan_word_until (self, word_end, &token);
    if (may_begin_address (self, &token))
      extend_to_address (self, &token);
    token.span.end = self->position;
    g_array_append_val (tokens, token);
    token.flags = 0;
  }
}

/* Returns FALSE if token begins a run that is cut with a dictionary. */
static gboolean
scan_token (Cursor *self, ProseToken *token)
{
  gboolean is_whole = TRUE;

  switch (self->class) {
  case CLASS_LETTER:
  case CLASS_HEBREW:
  case CLASS_NUMERIC:
  case CLASS_JOINER:
  case CLASS_COMPLEX:
  case CLASS_KATAKANA:
  case CLASS_IDEOGRAPH:
    is_whole = scan_word (self, token);
    if (may_begin_address (self, token))
      extend_to_address (self, token);
    break;
  case CLASS_PICTOGRAPH:
  case CLASS_REGIONAL:
    scan_emoji (self, token);
    break;
  default:
    scan_mark (self, token);
  }
  return is_whole || token->kind == PROSE_TOKEN_URL;
}

/* --- plain text --- */

static inline gboolean
is_plain_space (const Cursor *self, guint position)
{
  return position < self->length && (self->text[position] == ' ' || self->text[position] == '\n');
}

/* Whether no word of ASCII letters goes on at position, and no address either. */
static inline gboolean
ends_plain_word (const Cursor *self, guint position)
{
  guchar c;

  if (position >= self->length)
    return FALSE;

  c = self->text[position];
  if (c == '.')
    return is_plain_space (self, position + 1);
  return c < 0x80 && self->table->low[c] > CLASS_MID_LETTER && c != ':' && c != '@';
}

static inline guint8
get_plain_case (const char *letters, guint n)
{
  if (!is_upper_ascii_letter (letters[0]))
    return 0;

  return PROSE_TOKEN_CAPITALISED | (n >= 2 && count_upper (letters, n) == n ? PROSE_TOKEN_CAPS : 0);
}

static inline gboolean
is_plain_mark (char c)
{
  return c == ',' || c == '.' || c == '!' || c == '?' || c == ';';
}

/* Takes words of ASCII letters, single marks and spaces, which most of any copy
 * is, up to what is less plain; what is to come is left to scan_token(). Keeps
 * to its own variables, which is twice as fast as to step the cursor.
 *
 * Returns how many tokens were put; at most most. */
static guint
take_plain_tokens (Cursor *self, guint8 *spaced, ProseToken *tokens, guint most)
{
  const char *text = self->text;
  guint position = self->position;
  guint8 flags = *spaced;
  guint n = 0;

  while (n < most && position < self->length) {
    guint start = position;

    if (is_ascii_letter (text[position])) {
      do
        position++;
      while (position < self->length && is_ascii_letter (text[position]));
      if (!ends_plain_word (self, position)) {
        position = start;
        break;
      }
      flags |= get_plain_case (text + start, position - start);
      tokens[n++] = (ProseToken){ { start, position }, PROSE_TOKEN_WORD, flags };
      flags = 0;
    } else if (text[position] == ' ' && (guchar)text[MIN (position + 1, self->length - 1)] < 0x80) {
      position++;
      flags = PROSE_TOKEN_SPACED;
    } else if (is_plain_mark (text[position]) && is_plain_space (self, position + 1)) {
      position++;
      tokens[n++] = (ProseToken){ { start, position }, PROSE_TOKEN_PUNCTUATION, flags };
      flags = 0;
    } else {
      break;
    }
  }

  self->position = position;
  cursor_read (self);
  *spaced = flags;
  return n;
}

/* Appending some dozen tokens costs hardly more than appending one. */
static void
flush_batch (GArray *tokens, const ProseToken *batch, guint *n)
{
  g_array_append_vals (tokens, batch, *n);
  *n = 0;
}

/**
 * prose_tokenize:
 * @text: valid UTF-8; need not end in NUL
 * @length: its length in bytes, below 2³²
 * @tokens: (element-type ProseToken): where the tokens are appended
 *
 * Cuts @text into tokens. Boundaries are those of UAX 29 as ICU draws them.
 */
void
prose_tokenize (const char *text, gsize length, GArray *tokens)
{
  Cursor cursor = { .text = text, .length = length, .table = get_class_table () };
  guint8 spaced = PROSE_TOKEN_SPACED;
  ProseToken batch[BATCH_SIZE];
  guint n = 0;

  for (;;) {
    ProseToken token;

    n += take_plain_tokens (&cursor, &spaced, &batch[n], BATCH_SIZE - n);
    if (n == BATCH_SIZE) {
      flush_batch (tokens, batch, &n);
      continue;
    }
    if (cursor.size == 0)
      break;
    if (cursor.class == CLASS_SPACE) {
      spaced = PROSE_TOKEN_SPACED;
      cursor_step_over_space (&cursor);
      continue;
    }
    token = (ProseToken){ .span.start = cursor.position, .flags = spaced };
    spaced = 0;
    if (scan_token (&cursor, &token)) {
      token.span.end = cursor.position;
      batch[n++] = token;
    } else {
      flush_batch (tokens, batch, &n);
      append_dictionary_words (&cursor, token, tokens);
    }
  }
  flush_batch (tokens, batch, &n);
}

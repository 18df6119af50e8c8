/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Soft sell repeats its message without pushing: the words of the message come
 * again, in other forms and another order. What counts are its words of content;
 * those that every text has (the lexicon's list "common") count only in a message
 * that has no others. Two words are one where the lexicon has them as forms of one
 * lemma, or where one is the other with a short ending, for the many words that no
 * lexicon has. */

#include "tone/prose-message.h"

#include <string.h>

#include "text/prose-fold.h"
#include "text/prose-paragraph.h"
#include "text/prose-sentence.h"
#include "text/prose-tokenizer.h"

/* A word without its ending has so many bytes at least, the ending so many at most. */
#define SHORTEST_STEM 4
#define LONGEST_ENDING 3

struct _ProseMessageReader {
  ProseLexicon *lexicon;
  GPtrArray *words;   /* of the message, folded, all of them */
  GPtrArray *content; /* of those the ones that count */
  const char *text;
  GArray *tokens; /* of the paragraph */
  ProseMessageTrace *trace;
  guint gap; /* sentences since the last echo */
};

static gboolean
is_word (const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_WORD || token->kind == PROSE_TOKEN_NUMBER;
}

static char *
dup_folded (const char *text, const ProseToken *token)
{
  GString *folded = g_string_new (NULL);

  prose_fold (text + token->span.start, prose_span_get_length (token->span), folded);
  return g_string_free (folded, FALSE);
}

/* --- the message --- */

static void
read_message (ProseMessageReader *self, const char *message)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));

  prose_tokenize (message, strlen (message), tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    if (is_word (token))
      g_ptr_array_add (self->words, dup_folded (message, token));
  }
}

static void
choose_content (ProseMessageReader *self)
{
  for (guint i = 0; i < self->words->len; i++)
    if (!prose_lexicon_list_has (self->lexicon, "common", self->words->pdata[i]))
      g_ptr_array_add (self->content, self->words->pdata[i]);

  for (guint i = 0; self->content->len == 0 && i < self->words->len; i++)
    g_ptr_array_add (self->content, self->words->pdata[i]);
}

/* --- one sentence --- */

static gboolean
has_short_ending (const char *longer, const char *stem)
{
  gsize length = strlen (stem);

  return length >= SHORTEST_STEM && g_str_has_prefix (longer, stem) &&
         strlen (longer) <= length + LONGEST_ENDING;
}

static gboolean
is_same_word (ProseMessageReader *self, const char *word, const char *other)
{
  return g_str_equal (word, other) || has_short_ending (word, other) ||
         has_short_ending (other, word) || prose_lexicon_share_lemma (self->lexicon, word, other);
}

static const ProseToken *
get_token (ProseMessageReader *self, const ProseSentence *sentence, guint i)
{
  return &g_array_index (self->tokens, ProseToken, sentence->first_token + i);
}

static GPtrArray *
dup_words (ProseMessageReader *self, const ProseSentence *sentence)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sentence->n_tokens; i++)
    g_ptr_array_add (words, dup_folded (self->text, get_token (self, sentence, i)));

  return words;
}

/* The first token that is the word, in any form; the number of tokens if none is. */
static guint
find_word (ProseMessageReader *self, GPtrArray *words, const char *word)
{
  guint i = 0;

  while (i < words->len && !is_same_word (self, words->pdata[i], word))
    i++;

  return i;
}

static gboolean
stands_at (ProseMessageReader *self, GPtrArray *words, guint start)
{
  for (guint i = 0; i < self->words->len; i++)
    if (!g_str_equal (words->pdata[start + i], self->words->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
find_verbatim (ProseMessageReader *self, GPtrArray *words, guint *first, guint *last)
{
  for (guint i = 0; i + self->words->len <= words->len; i++) {
    if (stands_at (self, words, i)) {
      *first = i;
      *last = i + self->words->len - 1;
      return TRUE;
    }
  }
  return FALSE;
}

/* How many of the words that count are there, and from where to where. */
static guint
count_content (ProseMessageReader *self, GPtrArray *words, guint *first, guint *last)
{
  guint n = 0;

  *first = words->len;
  *last = 0;
  for (guint i = 0; i < self->content->len; i++) {
    guint place = find_word (self, words, self->content->pdata[i]);

    if (place == words->len)
      continue;
    n++;
    *first = MIN (*first, place);
    *last = MAX (*last, place);
  }
  return n;
}

static gboolean
find_echo (ProseMessageReader *self, const ProseSentence *sentence, ProseEcho *echo)
{
  g_autoptr (GPtrArray) words = dup_words (self, sentence);
  guint first, last;

  if (find_verbatim (self, words, &first, &last)) {
    echo->kind = PROSE_ECHO_VERBATIM;
  } else {
    guint n = count_content (self, words, &first, &last);

    if (n == 0 || 2 * n < self->content->len)
      return FALSE;
    echo->kind = n == self->content->len ? PROSE_ECHO_VARIED : PROSE_ECHO_NEAR;
  }

  echo->span.start = get_token (self, sentence, first)->span.start;
  echo->span.end = get_token (self, sentence, last)->span.end;
  return TRUE;
}

/* --- the text --- */

static void
count_echo (ProseMessageTrace *trace, ProseEchoKind kind)
{
  trace->n_verbatim += kind == PROSE_ECHO_VERBATIM;
  trace->n_varied += kind == PROSE_ECHO_VARIED;
  trace->n_near += kind == PROSE_ECHO_NEAR;
}

static void
read_sentence (ProseMessageReader *self, const ProseSentence *sentence, guint offset)
{
  ProseMessageTrace *trace = self->trace;
  ProseEcho echo = { .sentence = trace->n_sentences };
  gboolean has_echo = find_echo (self, sentence, &echo);

  trace->n_sentences++;
  if (has_echo) {
    echo.span = prose_span_shift (echo.span, offset);
    count_echo (trace, echo.kind);
    g_array_append_val (trace->echoes, echo);
  }
  self->gap = has_echo && echo.kind != PROSE_ECHO_NEAR ? 0 : self->gap + 1;
  trace->longest_gap = MAX (trace->longest_gap, self->gap);
}

static gboolean
has_word (ProseMessageReader *self, const ProseSentence *sentence)
{
  for (guint i = 0; i < sentence->n_tokens; i++)
    if (is_word (get_token (self, sentence, i)))
      return TRUE;

  return FALSE;
}

/**
 * prose_message_reader_read:
 * @self: a reader
 * @text: a paragraph of the text, the one after that which was read last
 * @length: its length in bytes
 * @offset: where it begins in the text
 *
 * Reads on, by a paragraph.
 */
void
prose_message_reader_read (ProseMessageReader *self, const char *text, gsize length, guint offset)
{
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));
  ProseAbbreviations abbreviations = prose_lexicon_get_abbreviations (self->lexicon);

  if (self->words->len == 0)
    return;

  self->text = text;
  g_array_set_size (self->tokens, 0);
  prose_tokenize (text, length, self->tokens);
  prose_find_sentences (text, self->tokens, &abbreviations, sentences);
  for (guint i = 0; i < sentences->len; i++) {
    const ProseSentence *sentence = &g_array_index (sentences, ProseSentence, i);

    if (has_word (self, sentence))
      read_sentence (self, sentence, offset);
  }
}

static ProseMessageTrace *
create_trace (void)
{
  ProseMessageTrace *trace = g_new0 (ProseMessageTrace, 1);

  trace->echoes = g_array_new (FALSE, FALSE, sizeof (ProseEcho));
  return trace;
}

/**
 * prose_message_reader_new:
 * @message: a message in a few words (`quiet dishwasher`)
 * @lexicon: the lexicon of the text's language
 *
 * Returns: (transfer full): a reader that has read nothing yet
 */
ProseMessageReader *
prose_message_reader_new (const char *message, ProseLexicon *lexicon)
{
  ProseMessageReader *self = g_new0 (ProseMessageReader, 1);

  self->lexicon = prose_lexicon_ref (lexicon);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->content = g_ptr_array_new ();
  self->tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  self->trace = create_trace ();
  read_message (self, message);
  choose_content (self);
  return self;
}

/**
 * prose_message_reader_take_trace:
 * @self: a reader that has read the text
 *
 * Returns: (transfer full): where the message sounds; nowhere, if it has no word
 */
ProseMessageTrace *
prose_message_reader_take_trace (ProseMessageReader *self)
{
  return g_steal_pointer (&self->trace);
}

void
prose_message_reader_free (ProseMessageReader *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->content);
  g_array_unref (self->tokens);
  g_clear_pointer (&self->trace, prose_message_trace_free);
  prose_lexicon_unref (self->lexicon);
  g_free (self);
}

/**
 * prose_message_trace_new:
 * @message: a message in a few words (`quiet dishwasher`)
 * @text: a text
 * @length: its length in bytes
 * @lexicon: the lexicon of its language
 *
 * Returns: (transfer full): where the message sounds; nowhere, if it has no word
 */
ProseMessageTrace *
prose_message_trace_new (const char *message, const char *text, gsize length, ProseLexicon *lexicon)
{
  g_autoptr (ProseMessageReader) reader = prose_message_reader_new (message, lexicon);

  for (guint start = 0; start < length;) {
    guint end = prose_paragraph_get_end (text, length, start);

    prose_message_reader_read (reader, text + start, end - start, start);
    start = end;
  }
  return prose_message_reader_take_trace (reader);
}

void
prose_message_trace_free (ProseMessageTrace *self)
{
  g_array_unref (self->echoes);
  g_free (self);
}

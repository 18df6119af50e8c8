/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-ignore-entry.h"

#include <stdlib.h>
#include <string.h>

static ProseIgnoreEntry *
entry_new (ProseIgnoreSubject subject,
           ProseIgnoreLevel level,
           const char *language,
           const char *written,
           ProseIgnoreKey *key)
{
  ProseIgnoreEntry *self = g_rc_box_new0 (ProseIgnoreEntry);

  self->subject = subject;
  self->level = level;
  self->language = g_intern_string (language);
  self->written = g_strdup (written);
  self->key = key;
  self->created = g_get_real_time () / G_USEC_PER_SEC;
  self->is_present = level != PROSE_IGNORE_HERE;

  return self;
}

/* The key of a phrase wherever it stands. */
static ProseIgnoreKey *
key_new (const char *rule, const char *written)
{
  ProseIgnoreKey *key = g_new0 (ProseIgnoreKey, 1);

  key->rule = g_strdup (rule);
  key->phrase = prose_ignore_key_dup_phrase (written, (ProseSpan){ 0, strlen (written) });
  key->before = g_strdup ("");
  key->after = g_strdup ("");

  return key;
}

/**
 * prose_ignore_entry_new_for_phrase:
 * @level: how far it reaches; for here, words around it and place are yet to be set
 * @language: (nullable): the language of the rule
 * @rule: the id of the rule that would mark it
 * @written: the phrase
 *
 * Returns: (transfer full): a phrase that is ignored, as of now
 */
ProseIgnoreEntry *
prose_ignore_entry_new_for_phrase (ProseIgnoreLevel level,
                                   const char *language,
                                   const char *rule,
                                   const char *written)
{
  return entry_new (PROSE_IGNORE_PHRASE, level, language, written, key_new (rule, written));
}

/**
 * prose_ignore_entry_new_for_mark:
 * @level: how far it reaches
 * @text: a text
 * @length: its length in bytes
 * @mark: a mark in it
 *
 * Returns: (transfer full): the phrase of that mark, to be ignored, as of now
 */
ProseIgnoreEntry *
prose_ignore_entry_new_for_mark (ProseIgnoreLevel level,
                                 const char *text,
                                 gsize length,
                                 const ProseDiagnostic *mark)
{
  g_autofree char *written =
      g_strndup (text + mark->span.start, prose_span_get_length (mark->span));
  ProseIgnoreEntry *self;

  if (level != PROSE_IGNORE_HERE)
    return prose_ignore_entry_new_for_phrase (level, mark->rule->category->language, mark->rule->id,
                                              written);

  self = entry_new (PROSE_IGNORE_PHRASE, level, mark->rule->category->language, written,
                    prose_ignore_key_new (text, length, mark));
  self->range = mark->span;
  self->is_present = TRUE;
  self->is_anchored = TRUE;
  return self;
}

/**
 * prose_ignore_entry_new_for_rule:
 * @level: how far it reaches
 * @language: (nullable): the language of the rule
 * @rule: its id, or that of a family
 *
 * Returns: (transfer full): a rule that is off, as of now
 */
ProseIgnoreEntry *
prose_ignore_entry_new_for_rule (ProseIgnoreLevel level, const char *language, const char *rule)
{
  g_return_val_if_fail (level != PROSE_IGNORE_HERE, NULL);

  return entry_new (PROSE_IGNORE_RULE, level, language, "", key_new (rule, ""));
}

/**
 * prose_ignore_entry_new_for_claim:
 * @language: (nullable): the language of the rule
 * @rule: the id of the rule that asks for the proof
 * @written: the claim
 * @proof: the proof: an address, a note
 * @valid_until: (nullable): the last day on which it holds, as `2026-12-31`
 *
 * Returns: (transfer full): a claim that is proven, as of now
 */
ProseIgnoreEntry *
prose_ignore_entry_new_for_claim (const char *language,
                                  const char *rule,
                                  const char *written,
                                  const char *proof,
                                  const char *valid_until)
{
  ProseIgnoreEntry *self;

  g_return_val_if_fail (valid_until == NULL || prose_ignore_date_is_valid (valid_until), NULL);

  self = entry_new (PROSE_IGNORE_CLAIM, PROSE_IGNORE_IN_DOCUMENT, language, written,
                    key_new (rule, written));
  self->reason = PROSE_IGNORE_REASON_PROVEN;
  self->proof = g_strdup (proof);
  self->valid_until = g_strdup (valid_until);
  return self;
}

ProseIgnoreEntry *
prose_ignore_entry_ref (ProseIgnoreEntry *self)
{
  return g_rc_box_acquire (self);
}

static void
entry_clear (ProseIgnoreEntry *self)
{
  prose_ignore_key_free (self->key);
  g_free (self->written);
  g_free (self->proof);
  g_free (self->owner);
  g_free (self->valid_until);
  g_free (self->extra);
}

void
prose_ignore_entry_unref (ProseIgnoreEntry *self)
{
  g_rc_box_release_full (self, (GDestroyNotify)entry_clear);
}

/**
 * prose_ignore_entry_is_here:
 * @self: an entry
 *
 * Returns: whether it is about one place of the text
 */
gboolean
prose_ignore_entry_is_here (const ProseIgnoreEntry *self)
{
  return self->level == PROSE_IGNORE_HERE;
}

/**
 * prose_ignore_entry_is_same:
 * @self: an entry
 * @other: another
 *
 * Returns: whether both ignore the very same, for whatever reason
 */
gboolean
prose_ignore_entry_is_same (const ProseIgnoreEntry *self, const ProseIgnoreEntry *other)
{
  if (self == other)
    return TRUE;
  if (self->subject != other->subject || self->level != other->level ||
      self->language != other->language || !prose_ignore_key_is_same_phrase (self->key, other->key))
    return FALSE;

  return !prose_ignore_entry_is_here (self) ||
         (self->is_present && other->is_present && self->key->place == other->key->place);
}

/**
 * prose_ignore_entry_has_expired:
 * @self: an entry
 * @date: (nullable): a day, as `2026-12-31`
 *
 * Returns: whether it is a claim whose proof no longer holds on @date
 */
gboolean
prose_ignore_entry_has_expired (const ProseIgnoreEntry *self, const char *date)
{
  return self->valid_until != NULL && date != NULL && strcmp (self->valid_until, date) < 0;
}

/* A proof counts for the words, whichever rule asks for it; but what presses does so
 * whether it is true or not. */
static gboolean
can_be_proven_by_words (const ProseRule *rule)
{
  return prose_rule_makes_claims (rule) && rule->severity <= PROSE_SEVERITY_PROOF;
}

/**
 * prose_ignore_entry_concerns:
 * @self: an entry
 * @rule: a rule
 *
 * Returns: whether it is about marks of @rule, some of them or all
 */
gboolean
prose_ignore_entry_concerns (const ProseIgnoreEntry *self, const ProseRule *rule)
{
  if (self->language != NULL && self->language != rule->category->language)
    return FALSE;
  if (g_str_equal (self->key->rule, rule->id))
    return TRUE;

  return self->subject == PROSE_IGNORE_CLAIM
             ? can_be_proven_by_words (rule)
             : self->subject == PROSE_IGNORE_RULE &&
                   g_str_equal (self->key->rule, rule->category->id);
}

static gboolean
has_first_word_of (const char *words, const char *others)
{
  g_autofree char *first = g_strndup (others, strcspn (others, " "));

  return strstr (words, first) != NULL;
}

/* Whether a part of a text has words of the entry in it, or stands in them. Of two that
 * overlap, one has the first word of the other: a quick look before a long one. */
static gboolean
shares_words (const ProseIgnoreEntry *self,
              const char *phrase,
              const char *text,
              ProseSpan within,
              ProseSpan span)
{
  const char *own = self->key->phrase;
  g_autoptr (GArray) places = NULL;

  if (*own == '\0' || (!has_first_word_of (phrase, own) && !has_first_word_of (own, phrase)))
    return FALSE;

  places = prose_ignore_key_find_phrase (own, text + within.start, prose_span_get_length (within));
  for (guint i = 0; i < places->len; i++)
    if (prose_span_overlaps (prose_span_shift (g_array_index (places, ProseSpan, i), within.start),
                             span))
      return TRUE;

  return FALSE;
}

/**
 * prose_ignore_entry_proves:
 * @self: an entry
 * @rule: a rule
 * @text: a text
 * @within: the sentence of it that is looked at
 * @span: what @rule marks in that
 *
 * Returns: whether it is the proof of what is marked, be it expired or not: that of the
 *   same words, or of some of them if they are marked as a claim
 */
gboolean
prose_ignore_entry_proves (const ProseIgnoreEntry *self,
                           const ProseRule *rule,
                           const char *text,
                           ProseSpan within,
                           ProseSpan span)
{
  g_autofree char *phrase = NULL;

  if (self->subject != PROSE_IGNORE_CLAIM || !prose_ignore_entry_concerns (self, rule))
    return FALSE;

  phrase = prose_ignore_key_dup_phrase (text, span);
  return g_str_equal (self->key->phrase, phrase) ||
         (can_be_proven_by_words (rule) && shares_words (self, phrase, text, within, span));
}

/**
 * prose_ignore_date_is_valid:
 * @date: a text
 *
 * Returns: whether it is a day, as `2026-12-31`
 */
gboolean
prose_ignore_date_is_valid (const char *date)
{
  static const char shape[] = "0000-00-00";
  gsize n = 0;

  while (n < strlen (shape) && (shape[n] == '0' ? g_ascii_isdigit (date[n]) : date[n] == shape[n]))
    n++;

  return n == strlen (shape) && date[n] == '\0' &&
         g_date_valid_dmy (atoi (date + 8), atoi (date + 5), atoi (date));
}

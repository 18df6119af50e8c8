/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-claim.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* How much of the sentence is shown on each side of the words, in characters. */
#define AROUND 70

/* A proof that runs out in so many days does so soon. */
#define SOON 14

/**
 * MellowClaim:
 *
 * Something in a text that a reader could want to see proven, as an item of a
 * [class@Mellow.ClaimList]. It stays as it is; only its place moves with the text.
 */
struct _MellowClaim {
  GObject parent_instance;

  ProseRule *rule; /* it may outlive the rule set */
  ProseSpan span;
  char *phrase;
  char *excerpt;
  ProseSpan words; /* where the phrase is in that */
  ProseIgnoreEntry *entry;
  MellowProof *proof;
  gboolean has_expired;
  int days_left; /* of a proof that has a last day */
};

G_DEFINE_FINAL_TYPE (MellowClaim, mellow_claim, G_TYPE_OBJECT)

static void
mellow_claim_finalize (GObject *object)
{
  MellowClaim *self = MELLOW_CLAIM (object);

  prose_rule_unref (self->rule);
  g_free (self->phrase);
  g_free (self->excerpt);
  g_clear_pointer (&self->entry, prose_ignore_entry_unref);
  g_clear_pointer (&self->proof, mellow_proof_free);

  G_OBJECT_CLASS (mellow_claim_parent_class)->finalize (object);
}

static void
mellow_claim_class_init (MellowClaimClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_claim_finalize;
}

static void
mellow_claim_init (MellowClaim *self)
{
}

/* --- the words in their sentence --- */

/* A text on one line. */
static char *
dup_line (const char *text, gsize length)
{
  GString *line = g_string_new (NULL);
  gboolean is_space = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isspace (c))
      g_string_append_unichar (line, c);
    else if (!is_space)
      g_string_append_c (line, ' ');
    is_space = g_unichar_isspace (c);
  }
  return g_string_free (line, FALSE);
}

/* The end of what stands before the words, cut between two of its words. */
static const char *
cut_before (const char *before)
{
  glong n = g_utf8_strlen (before, -1);
  const char *cut, *space;

  if (n <= AROUND)
    return before;

  cut = g_utf8_offset_to_pointer (before, n - AROUND);
  space = strchr (cut, ' ');
  return space != NULL ? space + 1 : cut;
}

/* The length of what stays of what stands behind the words, in bytes. */
static gsize
cut_after (const char *after)
{
  const char *cut, *space;

  if (g_utf8_strlen (after, -1) <= AROUND)
    return strlen (after);

  cut = g_utf8_offset_to_pointer (after, AROUND);
  space = g_strrstr_len (after, cut - after, " ");
  return space != NULL ? space - after : cut - after;
}

static void
set_excerpt (MellowClaim *self, const char *sentence, ProseSpan words)
{
  g_autofree char *before = dup_line (sentence, words.start);
  g_autofree char *middle = dup_line (sentence + words.start, prose_span_get_length (words));
  g_autofree char *after = dup_line (sentence + words.end, strlen (sentence + words.end));
  GString *excerpt = g_string_new (NULL);
  const char *start;
  gsize length;

  g_strchug (before);
  g_strchomp (after);
  start = cut_before (before);
  length = cut_after (after);

  g_string_append (excerpt, start > before ? "…" : "");
  g_string_append (excerpt, start);
  self->words.start = excerpt->len;
  g_string_append (excerpt, middle);
  self->words.end = excerpt->len;
  g_string_append_len (excerpt, after, length);
  g_string_append (excerpt, after[length] != '\0' ? "…" : "");
  self->excerpt = g_string_free (excerpt, FALSE);
}

/* --- the proof --- */

static void
read_day (GDate *day, const char *date)
{
  g_date_set_dmy (day, atoi (date + 8), atoi (date + 5), atoi (date));
}

static int
count_days (const char *from, const char *until)
{
  GDate first, last;

  read_day (&first, from);
  read_day (&last, until);
  return g_date_days_between (&first, &last);
}

static void
set_proof (MellowClaim *self, const ProseClaim *claim, const char *today)
{
  ProseIgnoreEntry *entry = claim->entry;

  if (entry == NULL)
    return;

  self->entry = prose_ignore_entry_ref (entry);
  self->proof = mellow_proof_new (entry->proof, entry->owner, entry->valid_until);
  self->has_expired = claim->state == PROSE_CLAIM_EXPIRED;
  if (entry->valid_until != NULL)
    self->days_left = count_days (today, entry->valid_until);
}

/**
 * mellow_claim_new:
 * @claim: a claim, as the engine has it
 * @sentence: its words, and the sentence that they stand in
 * @today: the day, as `2026-12-31`
 *
 * Returns: (transfer full): its item
 */
MellowClaim *
mellow_claim_new (const ProseClaim *claim, const ProseMarkedSentence *sentence, const char *today)
{
  MellowClaim *self = g_object_new (MELLOW_TYPE_CLAIM, NULL);

  self->rule = prose_rule_ref ((ProseRule *)claim->mark.rule);
  self->span = claim->mark.span;
  self->phrase = g_strdup (sentence->phrase);
  set_excerpt (self, sentence->text, sentence->place);
  set_proof (self, claim, today);
  return self;
}

/**
 * mellow_claim_get_rule:
 * @self: a claim
 *
 * Returns: (transfer none): the rule that asks for the proof
 */
const ProseRule *
mellow_claim_get_rule (MellowClaim *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), NULL);

  return self->rule;
}

const char *
mellow_claim_get_phrase (MellowClaim *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), NULL);

  return self->phrase;
}

/**
 * mellow_claim_get_excerpt:
 * @self: a claim
 * @words: (out) (optional): where its words are in that, in bytes
 *
 * Returns: (transfer none): its sentence on one line, or what is near the words of a
 *   long one
 */
const char *
mellow_claim_get_excerpt (MellowClaim *self, ProseSpan *words)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), NULL);

  if (words != NULL)
    *words = self->words;
  return self->excerpt;
}

/**
 * mellow_claim_get_proof:
 * @self: a claim
 *
 * Returns: (transfer none) (nullable): its proof, be it expired or not
 */
const MellowProof *
mellow_claim_get_proof (MellowClaim *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), NULL);

  return self->proof;
}

/**
 * mellow_claim_get_entry:
 * @self: a claim
 *
 * Returns: (transfer none) (nullable): its proof, as the engine has it
 */
ProseIgnoreEntry *
mellow_claim_get_entry (MellowClaim *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), NULL);

  return self->entry;
}

/**
 * mellow_claim_get_span:
 * @self: a claim
 *
 * Returns: where its words stood when the list was last brought up to date
 */
ProseSpan
mellow_claim_get_span (MellowClaim *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), ((ProseSpan){ 0 }));

  return self->span;
}

void
mellow_claim_set_span (MellowClaim *self, ProseSpan span)
{
  g_return_if_fail (MELLOW_IS_CLAIM (self));

  self->span = span;
}

/**
 * mellow_claim_is_same:
 * @self: a claim
 * @other: another
 *
 * Returns: whether both show the same, wherever they stand
 */
gboolean
mellow_claim_is_same (MellowClaim *self, MellowClaim *other)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), FALSE);
  g_return_val_if_fail (MELLOW_IS_CLAIM (other), FALSE);

  return self->rule == other->rule && g_str_equal (self->excerpt, other->excerpt) &&
         self->words.start == other->words.start && self->words.end == other->words.end &&
         self->entry == other->entry && self->has_expired == other->has_expired &&
         self->days_left == other->days_left && mellow_proof_equal (self->proof, other->proof);
}

/* --- in words --- */

MellowClaimStanding
mellow_claim_get_standing (MellowClaim *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), MELLOW_CLAIM_OPEN);

  if (self->proof == NULL)
    return MELLOW_CLAIM_OPEN;
  if (self->has_expired)
    return MELLOW_CLAIM_EXPIRED;

  return self->proof->valid_until != NULL && self->days_left <= SOON ? MELLOW_CLAIM_SOON
                                                                     : MELLOW_CLAIM_PROVEN;
}

/* The families whose phrases say something that is so or is not, and what that is; the title of
 * the family if it has no shorter word. */
static const struct {
  const char *family;
  const char *label;
} kinds[] = {
  { "deadline", N_ ("Deadline") },           { "countdown", N_ ("Deadline") },
  { "scarcity", N_ ("Stock number") },       { "superlative", N_ ("Superlative") },
  { "price-push", N_ ("Price comparison") }, { "free", N_ ("Said to be free") },
  { "authority", N_ ("Endorsement") },       { "crowd", N_ ("Endorsement") },
  { "green-claim", N_ ("Green claim") },     { "catch", NULL },
};

/**
 * mellow_claim_can_be_proven:
 * @rule: a rule
 *
 * Returns: whether what it marks can be true and proven
 */
gboolean
mellow_claim_can_be_proven (const ProseRule *rule)
{
  g_return_val_if_fail (rule != NULL, FALSE);

  if (rule->severity == PROSE_SEVERITY_PROOF)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (rule->category->id, kinds[i].family))
      return rule->severity != PROSE_SEVERITY_REMOVE;

  return FALSE;
}

/**
 * mellow_claim_get_kind:
 * @self: a claim
 *
 * Returns: (transfer none): what kind of claim it is, in words
 */
const char *
mellow_claim_get_kind (MellowClaim *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].label != NULL && g_str_equal (self->rule->category->id, kinds[i].family))
      return _ (kinds[i].label);

  return self->rule->category->title;
}

static char *
describe_days_left (MellowClaim *self)
{
  if (self->days_left == 0)
    return g_strdup (_ ("Proven, runs out today"));

  return g_strdup_printf (ngettext ("Proven, runs out in %u day", "Proven, runs out in %u days",
                                    (guint)self->days_left),
                          (guint)self->days_left);
}

/**
 * mellow_claim_describe_standing:
 * @self: a claim
 *
 * Returns: (transfer full): how it stands, in words
 */
char *
mellow_claim_describe_standing (MellowClaim *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM (self), NULL);

  switch (mellow_claim_get_standing (self)) {
  case MELLOW_CLAIM_EXPIRED:
    /* Translators: %s is a date, as 2026-12-31. */
    return g_strdup_printf (_ ("Proof ran out on %s"), self->proof->valid_until);
  case MELLOW_CLAIM_SOON:
    return describe_days_left (self);
  case MELLOW_CLAIM_PROVEN:
    return g_strdup (_ ("Proven"));
  case MELLOW_CLAIM_OPEN:
  default:
    return g_strdup (C_ ("claim", "Open"));
  }
}

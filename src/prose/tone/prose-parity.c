/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tone parity: what is pushy, warm and claimed in a text, compared with its translation.
 * Only what rules find on both sides is compared, family by family, so that other words
 * for the same are no difference. */

#include "tone/prose-parity.h"

#include <string.h>

#include "check/prose-passage.h"
#include "tone/prose-command-finder.h"
#include "tone/prose-parity-address.h"
#include "tone/prose-parity-balance.h"
#include "tone/prose-parity-side.h"

/* What warm phrases have to weigh together, to be missed: a clear one, or two light ones. Own
 * choice. */
#define LEAST_WARMTH 6

/* A unit of one or two words that stays as it is, is a name. */
#define FEWEST_WORDS_TO_TRANSLATE 3

/* A comparison. */
typedef struct {
  ProseParity *parity;
  ProseRuleSet *rules;
  ProseParagraphChecker *checker;
  const ProseParityPair *pair;
  ProseParitySide source;
  ProseParitySide target;
  gboolean is_chosen[2]; /* the language of the originals, of the translations */
  ProseCommandFinder finder;
  ProseParityAddress address;
} Run;

/* --- languages --- */

static const ProseSegment *
get_segment (const ProseParityPair *pair, gboolean is_target)
{
  return is_target ? pair->target : pair->source;
}

/* What the user chose goes before what the file tells of the unit. */
static const char *
get_language (Run *self, gboolean is_target)
{
  const ProseParity *parity = self->parity;
  const char *own = get_segment (self->pair, is_target)->language;

  if (own != NULL && !self->is_chosen[is_target])
    return own;

  return is_target ? parity->target_language : parity->source_language;
}

/* --- findings --- */

/* What is read first weighs more. */
static guint
get_zone_weight (const ProseParitySide *side)
{
  switch (prose_passage_of_segment (side->segment).zone) {
  case PROSE_ZONE_SUBJECT:
  case PROSE_ZONE_HEADLINE:
  case PROSE_ZONE_DECLINE:
    return 3;
  case PROSE_ZONE_ANY:
  case PROSE_ZONE_BODY:
  case PROSE_ZONE_BUTTON:
  case PROSE_ZONE_FINE_PRINT:
  case PROSE_ZONE_DESCRIPTION:
  default:
    return 0;
  }
}

/* A finding about the unit that is being compared; takes the message. */
static ProseParityFinding *
add_finding (Run *self, ProseParityKind kind, const char *family, guint more, char *message)
{
  const ProseCopy *source = self->pair->source->copy;
  const ProseCopy *target = self->pair->target->copy;
  ProseParityFinding *finding = prose_parity_finding_new (
      kind, family, prose_copy_get_text (source), prose_copy_get_text (target));

  finding->id = g_strdup (self->pair->id);
  finding->source = prose_copy_get_source (source);
  finding->target = finding->unit = prose_copy_get_source (target);
  finding->original = g_strdup (prose_copy_get_text (source));
  finding->translation = g_strdup (prose_copy_get_text (target));
  finding->message = message;
  finding->weight += more + get_zone_weight (&self->target);
  g_ptr_array_add (self->parity->findings, finding);
  return finding;
}

static void
set_source (Run *self, ProseParityFinding *finding, ProseSpan words)
{
  finding->source = prose_parity_side_to_source (&self->source, words);
  finding->source_words = prose_parity_side_dup_words (&self->source, words);
}

static void
set_target (Run *self, ProseParityFinding *finding, ProseSpan words)
{
  finding->target = prose_parity_side_to_source (&self->target, words);
  finding->target_words = prose_parity_side_dup_words (&self->target, words);
}

/* A finding about devices of one side, or of both; takes the message. */
static void
add_difference (Run *self,
                ProseParityKind kind,
                const ProseParityDevice *source,
                const ProseParityDevice *target,
                guint more,
                char *message)
{
  const ProseParityDevice *device = target != NULL ? target : source;
  ProseParityFinding *finding =
      add_finding (self, kind, prose_parity_device_get_family (device), more, message);

  if (source != NULL)
    set_source (self, finding, source->strongest->span);
  if (target != NULL)
    set_target (self, finding, target->strongest->span);
}

G_GNUC_PRINTF (3, 4)
static char *
create_message (const ProseParitySide *side, ProseSpan words, const char *format, ...)
{
  g_autofree char *phrase = prose_parity_side_dup_words (side, words);
  g_autofree char *rest = NULL;
  va_list arguments;

  va_start (arguments, format);
  rest = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return g_strdup_printf ("“%s” %s", phrase, rest);
}

static gboolean
makes_claims (const ProseParityDevice *device)
{
  return device->strongest->rule->category->makes_claims;
}

/* --- pressure --- */

static gboolean
is_shameless (const ProseParityDevice *device)
{
  return device != NULL && device->strongest->rule->severity == PROSE_SEVERITY_REMOVE;
}

static void
add_pressure (Run *self, const ProseParityBalance *balance)
{
  const ProseParityDevice *added = balance->added;
  const ProseParityDevice *instead = balance->lost;
  const char *family = prose_parity_device_get_family (added);
  char *message = create_message (&self->target, added->strongest->span,
                                  instead != NULL ? "presses more than the original does (%s)"
                                                  : "presses, and the original does not (%s)",
                                  family);

  add_difference (self, PROSE_PARITY_PRESSURE_ADDED, instead, added, added->weight, message);
}

static void
add_pressure_lost (Run *self, const ProseParityBalance *balance)
{
  const ProseParityDevice *lost = balance->lost;
  char *message = create_message (
      &self->source, lost->strongest->span, "presses, and the translation %s (%s)",
      balance->added != NULL ? "does so less" : "does not", prose_parity_device_get_family (lost));

  add_difference (self, PROSE_PARITY_PRESSURE_LOST, lost, balance->added, lost->weight / 2,
                  message);
}

/* The same device, in another strength: of what can be proven it is a claim. */
static void
compare_strength (Run *self, const ProseParityBalance *balance)
{
  const ProseParityDevice *after = balance->after;
  gint more = prose_parity_balance_get_change (balance);
  gboolean is_claim = more != 0 && makes_claims (after);
  const char *family;
  ProseParityKind kind;
  char *message;

  if (more == 0)
    return;
  family = prose_parity_device_get_family (after);
  if (more > 0)
    kind = is_claim ? PROSE_PARITY_CLAIM_STRENGTHENED : PROSE_PARITY_PRESSURE_ADDED;
  else
    kind = is_claim ? PROSE_PARITY_CLAIM_WEAKENED : PROSE_PARITY_PRESSURE_LOST;
  message = create_message (
      &self->target, after->strongest->span,
      more > 0 ? "is stronger than the original (%s)" : "is weaker than the original (%s)", family);
  add_difference (self, kind, balance->before, after, ABS (more), message);
}

/* What a label says only when it is read as a sentence, is no news by itself. */
static void
leave_labels_alone (Run *self, ProseParityBalance *balance)
{
  if (self->target.is_label)
    balance->added = NULL;
  if (self->source.is_label)
    balance->lost = NULL;
}

/* Whether a family is found in some words that stand alone. */
static gboolean
is_found_in (Run *self, const char *words, gsize length, const char *language, const char *family)
{
  g_autofree char *sentence = g_strdup_printf ("%.*s.", (int)length, words);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  ProseMeasures measures = { 0 };

  prose_paragraph_checker_read (self->checker, sentence, length + 1);
  prose_paragraph_checker_set_muted (self->checker, NULL);
  prose_paragraph_checker_set_place (self->checker, 0, NULL);
  return prose_paragraph_checker_check (self->checker, language, PROSE_ZONE_ANY, marks, credits,
                                        &measures) &&
         prose_parity_has_family (marks, family);
}

/* Whether the beginning or the end of a phrase is of that family. */
static gboolean
phrase_hides (Run *self, const char *phrase, const char *language, const char *family)
{
  for (const char *gap = strchr (phrase, ' '); gap != NULL; gap = strchr (gap + 1, ' '))
    if (is_found_in (self, phrase, gap - phrase, language, family) ||
        is_found_in (self, gap + 1, strlen (gap + 1), language, family))
      return TRUE;

  return FALSE;
}

/* Whether a mark is about more than its family tells: “buy now before it is too late” is one
 * mark where a pack knows all of it, and has a command and a deadline in it. */
static gboolean
hides (Run *self, gboolean is_target, const ProseParityDevice *device)
{
  const ProseParitySide *side = is_target ? &self->target : &self->source;

  for (guint i = 0; i < side->pressure->len; i++) {
    ProseSpan span = g_array_index (side->pressure, ProseParityDevice, i).strongest->span;
    g_autofree char *phrase = prose_parity_side_dup_words (side, span);

    if (phrase_hides (self, phrase, get_language (self, is_target),
                      prose_parity_device_get_family (device)))
      return TRUE;
  }
  return FALSE;
}

static void
leave_hidden_alone (Run *self, ProseParityBalance *balance)
{
  if (balance->added != NULL && hides (self, FALSE, balance->added))
    balance->added = NULL;
  if (balance->lost != NULL && hides (self, TRUE, balance->lost))
    balance->lost = NULL;
}

/* What takes the place of another device of about the same weight is its translation. */
static void
compare_pressure (Run *self, const ProseDiagnostic *command)
{
  ProseParityBalance balance =
      prose_parity_balance_new (self->source.pressure, self->target.pressure);
  gboolean is_graver = is_shameless (balance.added) && !is_shameless (balance.lost);

  leave_labels_alone (self, &balance);
  leave_hidden_alone (self, &balance);
  if (balance.added != NULL && balance.added->strongest == command)
    balance.added = NULL;
  else if (balance.added != NULL && (balance.more >= PROSE_PARITY_LEAST_DIFFERENCE || is_graver))
    add_pressure (self, &balance);
  if (balance.lost != NULL && balance.more <= -PROSE_PARITY_LEAST_DIFFERENCE && command == NULL)
    add_pressure_lost (self, &balance);
  compare_strength (self, &balance);
}

/* --- questions --- */

/* Whether a question became a command; and which mark of the translation says so. */
static gboolean
compare_questions (Run *self, const ProseDiagnostic **mark)
{
  ProseParityCommand command;
  gboolean is_command = prose_command_finder_find (&self->finder, &self->source, &self->target,
                                                   get_language (self, TRUE), &command);
  const ProseRule *rule;
  ProseParityFinding *finding;

  *mark = command.mark;
  if (!is_command)
    return FALSE;

  rule = command.mark != NULL ? command.mark->rule : NULL;
  finding =
      add_finding (self, PROSE_PARITY_QUESTION_TO_COMMAND, rule != NULL ? rule->category->id : NULL,
                   rule != NULL && rule->severity > PROSE_SEVERITY_CREDIT ? rule->weight : 0,
                   create_message (&self->target, command.words,
                                   command.only_presses
                                       ? "presses, where the original asks"
                                       : "tells the reader what to do, where the original asks"));
  set_target (self, finding, command.words);
  return TRUE;
}

/* --- warmth --- */

static gboolean
asks_for_need (const ProseParityDevice *device)
{
  return device->strongest->rule->category->covers == PROSE_COVERAGE_NEED;
}

/* A question that is still one has kept its warmth, whatever it asks. A single warm phrase
 * may be one that the rules of the other language do not know. */
static gboolean
is_lost (Run *self, const ProseParityDevice *device)
{
  if (asks_for_need (device))
    return self->target.measures.questions == 0;

  return prose_parity_devices_get_weight (self->source.warmth) >= LEAST_WARMTH;
}

static void
compare_warmth (Run *self)
{
  const ProseParityDevice *lost =
      prose_parity_balance_new (self->source.warmth, self->target.warmth).lost;
  char *message;

  if (lost == NULL || self->target.warmth->len > 0 || !is_lost (self, lost))
    return;

  message = create_message (&self->source, lost->strongest->span,
                            "is warm (%s), and nothing in the translation is",
                            prose_parity_device_get_family (lost));
  add_difference (self, PROSE_PARITY_WARMTH_LOST, lost, NULL, lost->weight / 2, message);
}

/* --- claims --- */

static const ProseParityDevice *
find_claim (const ProseParitySide *side)
{
  if (side->claims->len > 0)
    return &g_array_index (side->claims, ProseParityDevice, 0);
  for (guint i = 0; i < side->pressure->len; i++)
    if (makes_claims (&g_array_index (side->pressure, ProseParityDevice, i)))
      return &g_array_index (side->pressure, ProseParityDevice, i);

  return NULL;
}

static gboolean
hedges (const ProseParitySide *side, const ProseParitySide *other)
{
  return side->n_hedges > 0 && other->n_hedges == 0 && side->measures.questions == 0;
}

/* A claim that one side alone softens. Whether it did so was all that differed. */
static void
compare_hedges (Run *self)
{
  gboolean is_stronger = hedges (&self->source, &self->target);
  const ProseParitySide *side = is_stronger ? &self->source : &self->target;
  const ProseParityDevice *claim = find_claim (is_stronger ? &self->target : &self->source);
  ProseParityFinding *finding;
  char *message;

  if (claim == NULL || (!is_stronger && !hedges (&self->target, &self->source)))
    return;

  message = create_message (side, side->hedge,
                            is_stronger ? "softens what the original says, and is not translated"
                                        : "softens what the original says as a fact");
  finding = add_finding (
      self, is_stronger ? PROSE_PARITY_CLAIM_STRENGTHENED : PROSE_PARITY_CLAIM_WEAKENED,
      prose_parity_device_get_family (claim), claim->weight, message);
  finding->is_hedge = TRUE;
  if (is_stronger) {
    set_source (self, finding, side->hedge);
    set_target (self, finding, claim->strongest->span);
  } else {
    set_source (self, finding, claim->strongest->span);
    set_target (self, finding, side->hedge);
  }
}

static void
add_claim (Run *self, const ProseParityDevice *claim, gboolean is_stronger)
{
  const char *family = prose_parity_device_get_family (claim);
  char *message =
      create_message (is_stronger ? &self->target : &self->source, claim->strongest->span,
                      is_stronger ? "is no claim of the original (%s)"
                                  : "is a claim (%s) that the translation does not make",
                      family);

  add_difference (self, is_stronger ? PROSE_PARITY_CLAIM_STRENGTHENED : PROSE_PARITY_CLAIM_WEAKENED,
                  is_stronger ? NULL : claim, is_stronger ? claim : NULL,
                  is_stronger ? claim->weight : claim->weight / 2, message);
}

static void
compare_claims (Run *self)
{
  ProseParityBalance balance = prose_parity_balance_new (self->source.claims, self->target.claims);
  guint n_findings = self->parity->findings->len;

  if (balance.added != NULL && balance.lost == NULL)
    add_claim (self, balance.added, TRUE);
  else if (balance.lost != NULL && balance.added == NULL)
    add_claim (self, balance.lost, FALSE);
  compare_strength (self, &balance);
  if (self->parity->findings->len == n_findings)
    compare_hedges (self);
}

/* --- length --- */

static void
compare_length (Run *self)
{
  guint length = g_utf8_strlen (prose_copy_get_text (self->pair->target->copy), -1);
  guint limit = self->pair->limit;
  ProseParityFinding *finding;

  if (limit == 0 || length <= limit)
    return;

  finding = add_finding (self, PROSE_PARITY_TOO_LONG, NULL, 0,
                         g_strdup_printf ("%u characters, where %u are allowed", length, limit));
  finding->count = length;
  finding->limit = limit;
}

/* --- units --- */

/* The language of one side: as the file tells, or as the words of it do. */
static const char *
find_language (Run *self, GPtrArray *pairs, gboolean is_target)
{
  ProseLanguageVote votes = { 0 };

  for (guint i = 0; i < pairs->len; i++) {
    const ProseSegment *segment = get_segment (pairs->pdata[i], is_target);
    ProseLanguageVote vote;

    if (segment == NULL)
      continue;
    if (segment->language != NULL)
      return segment->language;
    prose_paragraph_checker_read (self->checker, prose_copy_get_text (segment->copy),
                                  prose_copy_get_length (segment->copy));
    vote = prose_paragraph_checker_vote (self->checker);
    prose_language_vote_add (&votes, &vote);
  }
  return prose_language_vote_get_winner (&votes, 1);
}

static void
skip_free (ProseParitySkip *self)
{
  g_free (self->id);
  g_free (self);
}

static void
skip (Run *self, ProseParityGap gap, const char *reason)
{
  ProseParitySkip *skip = g_new0 (ProseParitySkip, 1);
  const ProseParityPair *pair = self->pair;

  skip->gap = gap;
  skip->id = g_strdup (pair->id);
  skip->has_target = pair->target != NULL;
  skip->span =
      prose_copy_get_source (pair->target != NULL ? pair->target->copy : pair->source->copy);
  skip->reason = reason;
  g_ptr_array_add (self->parity->skipped, skip);
}

static guint
count_spaces (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

/* Whether the unit is as it was; a name is right as it is, and needs no word. */
static gboolean
skip_untranslated (Run *self)
{
  const char *source = prose_copy_get_text (self->pair->source->copy);

  if (!g_str_equal (source, prose_copy_get_text (self->pair->target->copy)))
    return FALSE;
  if (count_spaces (source) + 1 >= FEWEST_WORDS_TO_TRANSLATE)
    skip (self, PROSE_PARITY_GAP_UNTRANSLATED, "the translation is the original");

  return TRUE;
}

static gboolean
read_side (Run *self, gboolean is_target)
{
  static const char *const unknown[] = { "the language of the original was not recognised",
                                         "the language of the translation was not recognised" };
  static const char *const without_rules[] = {
    "there are no rules for the language of the original",
    "there are no rules for the language of the translation"
  };
  const char *language = get_language (self, is_target);

  if (prose_parity_side_read (is_target ? &self->target : &self->source, self->checker,
                              get_segment (self->pair, is_target), language))
    return TRUE;

  if (language == NULL)
    skip (self, PROSE_PARITY_GAP_UNKNOWN_LANGUAGE, unknown[is_target]);
  else
    skip (self, PROSE_PARITY_GAP_NO_RULES, without_rules[is_target]);
  return FALSE;
}

/* What packs weigh differently, although the texts say the same. */
static void
level_packs (Run *self)
{
  if (self->source.says_free && self->target.says_free) {
    prose_parity_devices_remove (self->source.claims, "free");
    prose_parity_devices_remove (self->target.claims, "free");
  }
  if (self->source.n_loud == self->target.n_loud) {
    prose_parity_devices_remove (self->source.pressure, "shouting");
    prose_parity_devices_remove (self->target.pressure, "shouting");
  }
}

static void
compare_sides (Run *self)
{
  const ProseDiagnostic *command;
  gboolean has_command;

  level_packs (self);
  has_command = compare_questions (self, &command);
  compare_pressure (self, command);
  compare_claims (self);
  if (!has_command)
    compare_warmth (self);
  prose_parity_address_add (&self->address, &self->target.measures,
                            prose_copy_get_source (self->pair->target->copy));
  prose_measures_add (&self->parity->source, &self->source.measures);
  prose_measures_add (&self->parity->target, &self->target.measures);
  self->parity->n_compared++;
}

static void
compare_pair (Run *self, const ProseParityPair *pair)
{
  self->pair = pair;
  if (pair->source == NULL) {
    skip (self, PROSE_PARITY_GAP_NO_ORIGINAL, "it has no original");
    return;
  }
  if (pair->target == NULL) {
    skip (self, PROSE_PARITY_GAP_UNTRANSLATED,
          pair->id != NULL ? "it is not translated" : "it has no translation");
    return;
  }

  self->source.segment = pair->source;
  self->target.segment = pair->target;
  compare_length (self);
  if (!skip_untranslated (self) && read_side (self, FALSE) && read_side (self, TRUE))
    compare_sides (self);
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  return prose_parity_finding_compare (*(const ProseParityFinding *const *)a,
                                       *(const ProseParityFinding *const *)b);
}

static void
run_clear (Run *self)
{
  prose_paragraph_checker_free (self->checker);
  prose_command_finder_clear (&self->finder);
  prose_parity_side_clear (&self->source);
  prose_parity_side_clear (&self->target);
  prose_parity_address_clear (&self->address);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/**
 * prose_parity_new:
 * @rules: the rules to check both sides by
 * @pairs: (element-type ProseParityPair): what to compare with what
 * @source_language: (nullable): the language of the originals; %NULL to tell it
 * @target_language: (nullable): that of the translations; %NULL to tell it
 *
 * Compares the tone of a translation with that of its original.
 *
 * Returns: (transfer full): what differs
 */
ProseParity *
prose_parity_new (ProseRuleSet *rules,
                  GPtrArray *pairs,
                  const char *source_language,
                  const char *target_language)
{
  ProseParity *self = g_new0 (ProseParity, 1);
  g_auto (Run) run = { .parity = self,
                       .rules = rules,
                       .checker = prose_paragraph_checker_new (rules),
                       .is_chosen = { source_language != NULL, target_language != NULL } };
  ProseParityFinding *mixed;

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_parity_finding_free);
  self->dismissed = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_parity_finding_free);
  self->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify)skip_free);
  prose_command_finder_init (&run.finder, rules);
  prose_parity_side_init (&run.source);
  prose_parity_side_init (&run.target);
  prose_parity_address_init (&run.address);

  self->source_language = source_language != NULL ? g_intern_string (source_language)
                                                  : find_language (&run, pairs, FALSE);
  self->target_language = target_language != NULL ? g_intern_string (target_language)
                                                  : find_language (&run, pairs, TRUE);
  for (guint i = 0; i < pairs->len; i++)
    compare_pair (&run, pairs->pdata[i]);
  mixed = prose_parity_address_create_finding (&run.address, rules, self->target_language);
  if (mixed != NULL)
    g_ptr_array_add (self->findings, mixed);
  g_ptr_array_sort (self->findings, compare_weights);

  return self;
}

void
prose_parity_free (ProseParity *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->dismissed);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

/**
 * prose_parity_leave_out:
 * @self: what differs
 * @dismissals: (element-type ProseDismissal): what the user wants to leave as it is
 *
 * Takes what was dismissed out of the findings.
 */
void
prose_parity_leave_out (ProseParity *self, GPtrArray *dismissals)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->findings);
  g_autoptr (GHashTable) keys = prose_dismissals_list_keys (dismissals);

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_parity_finding_free);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++) {
    ProseParityFinding *finding = all->pdata[i];
    gboolean is_dismissed = g_hash_table_contains (keys, finding->key);

    g_ptr_array_add (is_dismissed ? self->dismissed : self->findings, finding);
  }
}

/**
 * prose_parity_count_gap:
 * @self: what differs
 * @gap: why something was not compared
 *
 * Returns: how many units were not, for that reason
 */
guint
prose_parity_count_gap (const ProseParity *self, ProseParityGap gap)
{
  guint n = 0;

  for (guint i = 0; i < self->skipped->len; i++)
    n += ((const ProseParitySkip *)self->skipped->pdata[i])->gap == gap;

  return n;
}

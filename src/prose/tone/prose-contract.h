/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-checker.h"

G_BEGIN_DECLS

/**
 * ProseCorridor:
 * @least: what a figure is to be at least
 * @most: what it is to be at most
 *
 * Where a figure is to stay. It ends at 0 and 100 where nothing was agreed.
 */
typedef struct {
  double least;
  double most;
} ProseCorridor;

/**
 * ProseContract:
 * @client: (nullable): whose texts it is about
 * @meters: where each [enum@Prose.Meter] is to stay
 * @questions: how many in a hundred sentences may ask
 * @address: (nullable): how the reader is spoken to, by the first word (`du`)
 * @banned: (element-type utf8): rules and families that are to find nothing, or `all`
 * @allowed: (element-type utf8): those that may all the same
 * @words: (element-type utf8): words, and phrases, that are not to stand in a text
 *
 * What was agreed on the tone of a client's texts.
 */
typedef struct {
  char *client;
  ProseCorridor meters[3];
  ProseCorridor questions;
  char *address;
  GPtrArray *banned;
  GPtrArray *allowed;
  GPtrArray *words;
} ProseContract;

/**
 * ProseDeviationKind:
 * @PROSE_DEVIATION_METER: a meter is outside its corridor
 * @PROSE_DEVIATION_QUESTIONS: too many sentences ask, or too few
 * @PROSE_DEVIATION_ADDRESS: the reader is spoken to in another form
 * @PROSE_DEVIATION_DEVICE: a rule found what is banned
 * @PROSE_DEVIATION_WORD: a banned word stands in the text
 *
 * What of a contract a text does not keep.
 */
typedef enum {
  PROSE_DEVIATION_METER,
  PROSE_DEVIATION_QUESTIONS,
  PROSE_DEVIATION_ADDRESS,
  PROSE_DEVIATION_DEVICE,
  PROSE_DEVIATION_WORD,
} ProseDeviationKind;

/**
 * ProseDeviation:
 * @kind: what is not kept
 * @has_place: whether it is about one place of the text
 * @span: that place
 * @subject: the meter, the form that is used, the rule, or the word
 * @family: (nullable): the title of the family of that rule
 * @value: the figure that is outside, or how often the form is used
 * @limit: the end of the corridor that it is beyond
 * @message: what there is, and what was agreed, in English
 */
typedef struct {
  ProseDeviationKind kind;
  gboolean has_place;
  ProseSpan span;
  char *subject;
  char *family;
  double value;
  double limit;
  char *message;
} ProseDeviation;

ProseContract *prose_contract_new (void);
ProseContract *prose_contract_read (
    const char *name, const char *data, gsize length, ProseRuleSet *rules, GError **error);
char *prose_contract_write (const ProseContract *self);
void prose_contract_free (ProseContract *self);

GPtrArray *prose_contract_check (const ProseContract *self,
                                 ProseReport *report,
                                 ProseDocument *document,
                                 ProseLexicon *lexicon);
void prose_contract_check_figures (const ProseContract *self,
                                   const ProseMeasures *measures,
                                   ProseLexicon *lexicon,
                                   GPtrArray *deviations);
void prose_contract_check_devices (const ProseContract *self,
                                   const GArray *found,
                                   ProseDocument *document,
                                   GPtrArray *deviations);
void prose_contract_check_word (const ProseContract *self,
                                guint position,
                                ProseDocument *document,
                                GPtrArray *deviations);

GPtrArray *prose_deviations_new (void);
void prose_deviations_sort (GPtrArray *deviations);
const char *prose_deviation_kind_to_string (ProseDeviationKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseContract, prose_contract_free)

G_END_DECLS

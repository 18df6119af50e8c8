/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-zone.h"
#include "rules/prose-coverage.h"

G_BEGIN_DECLS

/**
 * PROSE_MAX_CAPTURES:
 *
 * How many captures the phrases of one rule may name together.
 */
#define PROSE_MAX_CAPTURES 16

/**
 * ProseSeverity:
 * @PROSE_SEVERITY_CREDIT: no mark at all: a soft device, to be credited
 * @PROSE_SEVERITY_NOTE: a matter of style
 * @PROSE_SEVERITY_PROOF: allowed if true; the writer is asked for the proof
 * @PROSE_SEVERITY_PRESSURE: a softer wording exists
 * @PROSE_SEVERITY_REMOVE: there is no honest use
 *
 * How a match is shown, from the quietest to the gravest.
 */
typedef enum {
  PROSE_SEVERITY_CREDIT,
  PROSE_SEVERITY_NOTE,
  PROSE_SEVERITY_PROOF,
  PROSE_SEVERITY_PRESSURE,
  PROSE_SEVERITY_REMOVE,
} ProseSeverity;

/**
 * ProseMeter:
 *
 * The meter that a category moves.
 */
typedef enum {
  PROSE_METER_PRESSURE,
  PROSE_METER_WARMTH,
  PROSE_METER_INFORMATION,
} ProseMeter;

/**
 * ProseRewriteKind:
 * @PROSE_REWRITE_BENEFIT: says what the reader gains
 * @PROSE_REWRITE_QUESTION: asks what the reader needs
 * @PROSE_REWRITE_CHOICE: leaves the decision to the reader
 * @PROSE_REWRITE_EVIDENCE: gives a date, a number, a source
 * @PROSE_REWRITE_PLAIN: the same facts, calm
 */
typedef enum {
  PROSE_REWRITE_BENEFIT,
  PROSE_REWRITE_QUESTION,
  PROSE_REWRITE_CHOICE,
  PROSE_REWRITE_EVIDENCE,
  PROSE_REWRITE_PLAIN,
} ProseRewriteKind;

/**
 * ProseGuards:
 * @PROSE_GUARD_QUOTED: inside quotation marks in a longer sentence
 * @PROSE_GUARD_NEGATED: a negation stands close before it, or right after
 * @PROSE_GUARD_NAME: part of a proper name or a title
 * @PROSE_GUARD_QUIET: anywhere, but where a proof of it has expired; whoever looks for
 *   claims finds it all the same
 *
 * Where a match of a rule does not count.
 */
typedef enum {
  PROSE_GUARD_QUOTED = 1 << 0,
  PROSE_GUARD_NEGATED = 1 << 1,
  PROSE_GUARD_NAME = 1 << 2,
  PROSE_GUARD_QUIET = 1 << 3,
} ProseGuards;

/**
 * ProseCategory:
 * @language: the language of its rules, an interned code (`en`)
 * @id: the family (`scarcity`)
 * @title: its name for the user, in the language of the rules or in the user's
 * @meter: what its rules move
 * @is_next_step: whether its rules find what the reader may do next
 * @covers: what a text covers in which they find something
 * @example: (nullable): a sentence that does so, for the user
 * @makes_claims: whether what its rules find claims something that can be proven
 *
 * A family of rules of one language.
 */
typedef struct {
  const char *language;
  char *id;
  char *title;
  ProseMeter meter;
  gboolean is_next_step;
  ProseCoverage covers;
  char *example;
  gboolean makes_claims;
} ProseCategory;

/**
 * ProseRewriteTemplate:
 * @kind: what sort of rewrite it gives
 * @text: the template, as written in the pack
 */
typedef struct {
  ProseRewriteKind kind;
  char *text;
} ProseRewriteTemplate;

/**
 * ProseRule:
 * @category: its family
 * @id: its name within all packs of its language (`scarcity.only-n-left`)
 * @severity: how a match is shown
 * @weight: what a match adds to the meter, 0 to 10
 * @zone: where it counts, %PROSE_ZONE_ANY for everywhere
 * @guards: when a match does not count
 * @why: the reason, for the user
 * @reference: (nullable): law or research behind it
 * @ask: (nullable): a question to the writer
 * @phrases: (array zero-terminated=1): patterns, one of which has to match
 * @exceptions: (array zero-terminated=1): patterns that void an overlapping match
 * @rewrites: (element-type ProseRewriteTemplate): in the order of the pack
 * @flagged: (nullable) (array zero-terminated=1): examples that it marks
 * @passed: (nullable) (array zero-terminated=1): near misses that it leaves alone
 *
 * One rule, as its pack has it. Read-only once it is made; shared by reference
 * count.
 */
typedef struct {
  ProseCategory *category;
  char *id;
  ProseSeverity severity;
  guint weight;
  ProseZone zone;
  ProseGuards guards;
  char *why;
  char *reference;
  char *ask;
  GStrv phrases;
  GStrv exceptions;
  GArray *rewrites;
  GStrv flagged;
  GStrv passed;
} ProseRule;

ProseCategory *prose_category_new (const char *language,
                                   const char *id,
                                   const char *title,
                                   ProseMeter meter,
                                   gboolean is_next_step);
void prose_category_set_title (ProseCategory *self, const char *title);
void prose_category_set_coverage (ProseCategory *self, ProseCoverage covers, const char *example);
void prose_category_set_makes_claims (ProseCategory *self, gboolean makes_claims);
ProseCategory *prose_category_ref (ProseCategory *self);
void prose_category_unref (ProseCategory *self);

GArray *prose_rewrite_templates_new (void);

ProseRule *prose_rule_new (ProseCategory *category, const char *name);
ProseRule *prose_rule_ref (ProseRule *self);
void prose_rule_unref (ProseRule *self);
void prose_rule_add_phrase (ProseRule *self, gboolean is_exception, const char *pattern);
void prose_rule_add_example (ProseRule *self, gboolean flags, const char *text);
void prose_rule_add_rewrite (ProseRule *self, ProseRewriteKind kind, const char *template_text);

gboolean prose_rule_makes_claims (const ProseRule *self);
gboolean prose_rule_is_quiet (const ProseRule *self);

const char *prose_severity_to_string (ProseSeverity severity);
gboolean prose_severity_from_string (const char *name, ProseSeverity *severity);
const char *prose_meter_to_string (ProseMeter meter);
gboolean prose_meter_from_string (const char *name, ProseMeter *meter);
const char *prose_rewrite_kind_to_string (ProseRewriteKind kind);
gboolean prose_rewrite_slot_is_common (const char *name);
const char *prose_rewrite_slot_get_condition (const char *slot, gboolean *is_wanted);
gboolean prose_rewrite_slot_is_address (const char *slot);
gboolean prose_rewrite_kind_from_string (const char *name, ProseRewriteKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseCategory, prose_category_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseRule, prose_rule_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prose.h"

#include "rules/prose-lexicon-file.h"
#include "rules/prose-rule-pack.h"

G_BEGIN_DECLS

ProseLexicon *read_lexicon (const char *yaml);
ProseLexicon *build_lexicon (const char *language);
ProseRulePack *read_pack (const char *yaml, ProseLexicon *lexicon);
ProseRulePack *build_pack (const char *family);
ProseRule *make_rule (const char *id, const char *phrase, ...) G_GNUC_NULL_TERMINATED;
ProseRuleSet *compile_rules (ProseRule *rule, ...) G_GNUC_NULL_TERMINATED;
ProseRuleSet *build_rules (const char *yaml, ...) G_GNUC_NULL_TERMINATED;
ProseRuleSet *build_standard_rules (void);

GArray *tokenize (const char *text);
char *dup_span (const char *text, ProseSpan span);
ProseReport *check_text (ProseRuleSet *rules, const char *language, const char *text);
char *marks_to_string (ProseRuleSet *rules, const char *language, const char *text);
char *credits_to_string (ProseRuleSet *rules, const char *language, const char *text);
char *measures_to_string (const ProseMeasures *measures);
char *find_phrase (const char *phrase, const char *text);

/* Takes the string that result gives, and compares it. */
#define assert_string(result, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *string_ = result;                                                             \
    g_assert_cmpstr (string_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

/* What is marked in an English text: `0-7 urgency.act-now, …`. */
#define assert_check(rules, text, expected)                                                        \
  assert_string (marks_to_string (rules, "en", text), expected)

#define assert_check_danish(rules, text, expected)                                                 \
  assert_string (marks_to_string (rules, "da", text), expected)

#define assert_credits(rules, text, expected)                                                      \
  assert_string (credits_to_string (rules, "en", text), expected)

/* The parts of text that a phrase matches: `act now, buy now`. */
#define assert_phrase(phrase, text, expected) assert_string (find_phrase (phrase, text), expected)

/* An error and the whole of its message. */
#define assert_failure(error, domain, code, expected)                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error (error, domain, code);                                                          \
    g_assert_cmpstr ((error)->message, ==, expected);                                              \
  }                                                                                                \
  G_STMT_END

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-options.h"
#include "mellow-project.h"

G_BEGIN_DECLS

/**
 * MellowSetting:
 * @project: (nullable): the project of the texts
 * @rules: the rules
 * @checker: checks by them
 * @rewriter: proposes other wordings
 * @ignored: (nullable): what is ignored
 * @dismissed: (nullable) (element-type ProseDismissal): how the tone of a translation may
 *   differ
 * @contract: (nullable): what was agreed on the tone
 * @language: (nullable): the language of the texts
 * @source_language: (nullable): the language that translations are made from
 * @format: (nullable): how a text is to be read, whatever its name tells
 *
 * All that texts are checked by: what the command line says, and where it says nothing, what
 * their project does.
 */
typedef struct {
  MellowProject *project;
  ProseRuleSet *rules;
  ProseChecker *checker;
  ProseRewriter *rewriter;
  ProseIgnoreList *ignored;
  GPtrArray *dismissed;
  ProseContract *contract;
  const char *language;
  const char *source_language;
  const ProseFormat *format;
} MellowSetting;

MellowSetting *mellow_setting_new (const MellowOptions *options,
                                   MellowProject *project,
                                   ProseRuleSet *rules,
                                   GError **error);
void mellow_setting_free (MellowSetting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowSetting, mellow_setting_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-rule.h"

G_BEGIN_DECLS

/**
 * MellowOptions:
 * @language: (nullable): the language of the texts, %NULL to tell it for each
 * @is_json: whether to write JSON rather than text
 * @each_line: whether every line is a text of its own
 * @fail_on: the least severity that makes the command fail;
 *   %PROSE_SEVERITY_CREDIT for none
 * @verbose: whether text output has rewrites and the tone
 * @list_rules: whether to list the rules
 * @search: (nullable): words that the listed rules are to have
 * @explain: (nullable): a rule to explain
 * @brief: (nullable): the file of what the writer told of the texts
 * @document_data: (nullable): the file of what is known of the text, brief and what
 *   is ignored
 * @rules_from: (nullable) (array zero-terminated=1): packs to add for this run
 * @test_packs: (nullable) (array zero-terminated=1): packs to prove
 * @version: whether to tell the version
 * @files: (nullable) (array zero-terminated=1): what to check
 *
 * What the user asked for.
 */
typedef struct {
  char *language;
  gboolean is_json;
  gboolean each_line;
  ProseSeverity fail_on;
  gboolean verbose;
  gboolean list_rules;
  char *search;
  char *explain;
  char *brief;
  char *document_data;
  GStrv rules_from;
  GStrv test_packs;
  gboolean version;
  GStrv files;
} MellowOptions;

gboolean mellow_options_parse (MellowOptions *self, char **arguments, GError **error);
void mellow_options_clear (MellowOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MellowOptions, mellow_options_clear)

G_END_DECLS

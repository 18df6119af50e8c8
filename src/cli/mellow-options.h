/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"
#include "rules/prose-rule.h"

#include "mellow-report-words.h"

G_BEGIN_DECLS

/**
 * MellowFormat:
 * @MELLOW_FORMAT_TEXT: a line for each finding
 * @MELLOW_FORMAT_JSON: all that is known, as JSON
 * @MELLOW_FORMAT_SARIF: a log of SARIF 2.1.0, for tools that gather findings
 * @MELLOW_FORMAT_HTML: a report to be read, as one page
 *
 * How to write what was found.
 */
typedef enum {
  MELLOW_FORMAT_TEXT,
  MELLOW_FORMAT_JSON,
  MELLOW_FORMAT_SARIF,
  MELLOW_FORMAT_HTML,
} MellowFormat;

/**
 * MellowOptions:
 * @language: (nullable): the language of the texts, %NULL to tell it for each
 * @format: how to write what was found
 * @format_in: (nullable): how to read the files, %NULL to go by their names
 * @report_words: the words of a report in the language that was asked for
 * @each_line: whether every line is a text of its own
 * @fail_on: the least severity that makes the command fail;
 *   %PROSE_SEVERITY_CREDIT for none
 * @fail_on_parity: whether a difference in tone from the original makes the command fail
 * @compare: whether the second of two files is a translation of the first
 * @source_language: (nullable): the language of originals, %NULL to tell it for each
 * @baseline: (nullable): the JSON of an earlier run, whose findings are known
 * @include: (nullable) (array zero-terminated=1): which files of folders to check
 * @exclude: (nullable) (array zero-terminated=1): which to leave out
 * @no_project: whether files of projects are left alone
 * @verbose: whether text output has rewrites and the tone
 * @list_rules: whether to list the rules
 * @search: (nullable): words that the listed rules are to have
 * @explain: (nullable): a rule to explain
 * @brief: (nullable): the file of what the writer told of the texts
 * @document_data: (nullable): the file of what is known of the text, brief and what
 *   is ignored
 * @claims: whether to list what may want a proof
 * @contract: (nullable): the file of what was agreed on the tone
 * @date: (nullable): the date that the report tells, as `2026-12-31`
 * @rules_from: (nullable) (array zero-terminated=1): packs to add for this run
 * @test_packs: (nullable) (array zero-terminated=1): packs to prove
 * @version: whether to tell the version
 * @files: (nullable) (array zero-terminated=1): what to check
 *
 * What the user asked for.
 */
typedef struct {
  char *language;
  MellowFormat format;
  const ProseFormat *format_in;
  const MellowReportWords *report_words;
  gboolean each_line;
  ProseSeverity fail_on;
  gboolean fail_on_parity;
  gboolean compare;
  char *source_language;
  char *baseline;
  GStrv include;
  GStrv exclude;
  gboolean no_project;
  gboolean verbose;
  gboolean list_rules;
  char *search;
  char *explain;
  char *brief;
  char *document_data;
  gboolean claims;
  char *contract;
  char *date;
  GStrv rules_from;
  GStrv test_packs;
  gboolean version;
  GStrv files;
} MellowOptions;

gboolean mellow_options_parse (MellowOptions *self, char **arguments, GError **error);
void mellow_options_clear (MellowOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MellowOptions, mellow_options_clear)

G_END_DECLS

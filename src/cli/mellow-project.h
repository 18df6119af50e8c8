/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prose.h"
#include "rules/prose-yaml.h"

G_BEGIN_DECLS

/**
 * MellowProject:
 * @path: its file
 * @yaml: what stands in it
 * @folder: where that lies, from the root
 * @language: (nullable): the language of its texts
 * @source_language: (nullable): the language that its translations are made from
 * @contract: (nullable): the file of what was agreed on its tone
 * @packs: (array zero-terminated=1): packs of rules that are its own
 * @ignored: what it ignores in all of its texts
 * @exclude: (array zero-terminated=1): patterns of files that are not checked
 *
 * What is the same for all texts of a folder, as its `.mellow.yaml` tells.
 */
typedef struct {
  char *path;
  ProseYaml *yaml;
  char *folder;
  char *language;
  char *source_language;
  char *contract;
  GStrv packs;
  ProseIgnoreList *ignored;
  GStrv exclude;
} MellowProject;

char *mellow_project_find (const char *file);
MellowProject *mellow_project_read (const char *path, GError **error);
void mellow_project_free (MellowProject *self);
char *mellow_project_dup_place (const MellowProject *self, const char *key, guint item);
gboolean mellow_project_excludes (const MellowProject *self, const char *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowProject, mellow_project_free)

G_END_DECLS

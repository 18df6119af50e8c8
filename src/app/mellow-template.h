/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MellowTemplate:
 * @name: what its file is called (`newsletter`)
 * @language: the language of its text
 * @path: its file
 *
 * A text to start from, with places to fill in in square brackets.
 */
typedef struct {
  const char *name;
  char *language;
  char *path;
} MellowTemplate;

GPtrArray *mellow_templates_find (const char *folder);
void mellow_template_free (MellowTemplate *self);
const char *mellow_template_get_title (const MellowTemplate *self);
const char *mellow_template_get_purpose (const MellowTemplate *self);
char *mellow_template_load (const MellowTemplate *self, GError **error);

G_END_DECLS

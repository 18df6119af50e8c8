/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file in a folder of its own. */
typedef struct {
  char *directory;
  char *path;
} Target;

Target make_target (const char *name);
void clear_target (Target *target);

gboolean is_pdf_written (const char *path);
gboolean has_pdf_reader (void);
char *read_pdf (const char *path);
int count_in (const char *text, const char *piece);

G_END_DECLS

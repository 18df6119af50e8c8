/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MELLOW_SPELLING_TAG:
 *
 * The name of the tag on misspelt words.
 */
#define MELLOW_SPELLING_TAG "misspelt"

GtkTextTag *mellow_spelling_tag_create (GtkTextBuffer *buffer);
GtkTextTag *mellow_spelling_tag_find (GtkTextBuffer *buffer);
void mellow_spelling_tag_apply (GtkTextTag *self, const GtkTextIter *start, const GtkTextIter *end);
void mellow_spelling_tag_remove (GtkTextTag *self,
                                 const GtkTextIter *start,
                                 const GtkTextIter *end);
gboolean mellow_spelling_tag_find_next (GtkTextTag *self, GtkTextIter *start, GtkTextIter *end);

G_END_DECLS

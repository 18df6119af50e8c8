/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MellowTextMap:
 * @get_offset: where in the text of a draft a place is that a view shows, in bytes
 * @get_iter: where the view shows a place of the text; the nearest one, if it does not
 *
 * How places of a text view and of the text of a draft belong together. The view may show
 * the whole text, or what a part of it says. Each function is given what knows the view.
 */
typedef struct {
  guint (*get_offset) (gpointer owner, const GtkTextIter *iter);
  void (*get_iter) (gpointer owner, guint offset, GtkTextIter *iter);
} MellowTextMap;

G_END_DECLS

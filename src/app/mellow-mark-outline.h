/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-mark-filter.h"
#include "mellow-mark-group.h"
#include "mellow-mark.h"

G_BEGIN_DECLS

/**
 * MellowMarkFamily:
 * @id: the id of a category
 * @title: its name for the user
 * @n_marks: how many marks it has in the text
 */
typedef struct {
  const char *id;
  const char *title;
  guint n_marks;
} MellowMarkFamily;

#define MELLOW_TYPE_MARK_OUTLINE (mellow_mark_outline_get_type ())
G_DECLARE_FINAL_TYPE (MellowMarkOutline, mellow_mark_outline, MELLOW, MARK_OUTLINE, GObject)

MellowMarkOutline *mellow_mark_outline_new (MellowReview *review,
                                            GListModel *marks,
                                            MellowMarkFilter *filter);

guint mellow_mark_outline_get_n_marks (MellowMarkOutline *self);
guint mellow_mark_outline_get_n_shown (MellowMarkOutline *self);
guint mellow_mark_outline_count_severity (MellowMarkOutline *self, ProseSeverity severity);
guint mellow_mark_outline_count_zone (MellowMarkOutline *self, ProseZone zone);
guint mellow_mark_outline_count_zones (MellowMarkOutline *self);
GArray *mellow_mark_outline_list_families (MellowMarkOutline *self);

guint mellow_mark_outline_find_row (MellowMarkOutline *self, guint position);
guint mellow_mark_outline_step (MellowMarkOutline *self, int position, int step);
guint mellow_mark_outline_step_alike (MellowMarkOutline *self, guint position, int step);
guint mellow_mark_outline_count_to (MellowMarkOutline *self, guint position);
guint mellow_mark_outline_count_alike_to (MellowMarkOutline *self, guint position);

MellowMark *mellow_mark_outline_get_current (MellowMarkOutline *self);
void mellow_mark_outline_set_current (MellowMarkOutline *self, guint position);
guint mellow_mark_outline_get_place (MellowMarkOutline *self, MellowMarkGroup *group);
MellowMark *mellow_mark_outline_dup_mark (MellowMarkOutline *self, MellowMarkGroup *group);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_MARK_GROUP (mellow_mark_group_get_type ())
G_DECLARE_FINAL_TYPE (MellowMarkGroup, mellow_mark_group, MELLOW, MARK_GROUP, GObject)

/**
 * MellowMarkGroup:
 * @rule: their rule
 * @phrase: their phrase, folded
 * @n_marks: how many there are
 * @passes: whether they pass the filter, but for their zone
 * @n_shown: how many pass it, zone included
 * @first: the place of the first one that is shown among all marks
 * @from_end: the place of that one among the shown marks, counted from the end, from 1
 *
 * The marks of one rule on the same words. A [class@Mellow.MarkOutline] keeps its
 * figures.
 */
struct _MellowMarkGroup {
  GObject parent_instance;

  ProseRule *rule; /* it may outlive the rule set */
  char *phrase;
  guint n_marks;
  gboolean passes;
  guint n_shown;
  guint first;
  guint from_end;
};

MellowMarkGroup *mellow_mark_group_new (const ProseRule *rule, const char *phrase);

G_END_DECLS

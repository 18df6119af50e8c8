/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-mark-group.h"

G_DEFINE_FINAL_TYPE (MellowMarkGroup, mellow_mark_group, G_TYPE_OBJECT)

static void
mellow_mark_group_finalize (GObject *object)
{
  MellowMarkGroup *self = MELLOW_MARK_GROUP (object);

  g_clear_pointer (&self->rule, prose_rule_unref);
  g_clear_pointer (&self->phrase, g_free);

  G_OBJECT_CLASS (mellow_mark_group_parent_class)->finalize (object);
}

static void
mellow_mark_group_class_init (MellowMarkGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_mark_group_finalize;
}

static void
mellow_mark_group_init (MellowMarkGroup *self)
{
}

/**
 * mellow_mark_group_new:
 * @rule: a rule
 * @phrase: words, folded
 *
 * Returns: (transfer full): a group without marks
 */
MellowMarkGroup *
mellow_mark_group_new (const ProseRule *rule, const char *phrase)
{
  MellowMarkGroup *self = g_object_new (MELLOW_TYPE_MARK_GROUP, NULL);

  self->rule = prose_rule_ref ((ProseRule *)rule);
  self->phrase = g_strdup (phrase);

  return self;
}

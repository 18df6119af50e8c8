/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-mark-filter.h"

#include <string.h>

/**
 * MellowMarkFilter:
 *
 * Which marks the user wants to see: of one severity, one family, one zone, with
 * some words; or any of it.
 */
struct _MellowMarkFilter {
  GObject parent_instance;

  ProseSeverity severity; /* PROSE_SEVERITY_CREDIT, which is no mark, for any */
  char *family;           /* (nullable): the id of a category */
  ProseZone zone;
  char *text; /* (nullable): folded */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowMarkFilter, mellow_mark_filter, G_TYPE_OBJECT)

static void
tell (MellowMarkFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mellow_mark_filter_finalize (GObject *object)
{
  MellowMarkFilter *self = MELLOW_MARK_FILTER (object);

  g_clear_pointer (&self->family, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (mellow_mark_filter_parent_class)->finalize (object);
}

static void
mellow_mark_filter_class_init (MellowMarkFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_mark_filter_finalize;

  /**
   * MellowMarkFilter::changed:
   * @self: a filter
   *
   * Other marks pass it now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_mark_filter_init (MellowMarkFilter *self)
{
}

/**
 * mellow_mark_filter_new:
 *
 * Returns: (transfer full): a filter that every mark passes
 */
MellowMarkFilter *
mellow_mark_filter_new (void)
{
  return g_object_new (MELLOW_TYPE_MARK_FILTER, NULL);
}

/**
 * mellow_mark_filter_is_active:
 * @self: a filter
 *
 * Returns: whether it may hold back anything
 */
gboolean
mellow_mark_filter_is_active (MellowMarkFilter *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK_FILTER (self), FALSE);

  return self->severity != PROSE_SEVERITY_CREDIT || self->family != NULL ||
         self->zone != PROSE_ZONE_ANY || self->text != NULL;
}

/**
 * mellow_mark_filter_clear:
 * @self: a filter
 *
 * Lets every mark pass again.
 */
void
mellow_mark_filter_clear (MellowMarkFilter *self)
{
  g_return_if_fail (MELLOW_IS_MARK_FILTER (self));

  if (!mellow_mark_filter_is_active (self))
    return;

  self->severity = PROSE_SEVERITY_CREDIT;
  self->zone = PROSE_ZONE_ANY;
  g_clear_pointer (&self->family, g_free);
  g_clear_pointer (&self->text, g_free);
  tell (self);
}

/**
 * mellow_mark_filter_get_severity:
 * @self: a filter
 *
 * Returns: the only severity that passes, %PROSE_SEVERITY_CREDIT if all do
 */
ProseSeverity
mellow_mark_filter_get_severity (MellowMarkFilter *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK_FILTER (self), PROSE_SEVERITY_CREDIT);

  return self->severity;
}

/**
 * mellow_mark_filter_set_severity:
 * @self: a filter
 * @severity: the only one to pass, %PROSE_SEVERITY_CREDIT for all
 */
void
mellow_mark_filter_set_severity (MellowMarkFilter *self, ProseSeverity severity)
{
  g_return_if_fail (MELLOW_IS_MARK_FILTER (self));

  if (self->severity == severity)
    return;

  self->severity = severity;
  tell (self);
}

/**
 * mellow_mark_filter_get_family:
 * @self: a filter
 *
 * Returns: (nullable): the id of the only category that passes
 */
const char *
mellow_mark_filter_get_family (MellowMarkFilter *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK_FILTER (self), NULL);

  return self->family;
}

static void
set_string (MellowMarkFilter *self, char **place, char *value)
{
  if (g_strcmp0 (*place, value) == 0) {
    g_free (value);
    return;
  }

  g_free (*place);
  *place = value;
  tell (self);
}

/**
 * mellow_mark_filter_set_family:
 * @self: a filter
 * @family: (nullable): the id of the only category to pass, %NULL for all
 */
void
mellow_mark_filter_set_family (MellowMarkFilter *self, const char *family)
{
  g_return_if_fail (MELLOW_IS_MARK_FILTER (self));

  set_string (self, &self->family, g_strdup (family));
}

/**
 * mellow_mark_filter_get_zone:
 * @self: a filter
 *
 * Returns: the only zone that passes, %PROSE_ZONE_ANY if all do
 */
ProseZone
mellow_mark_filter_get_zone (MellowMarkFilter *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK_FILTER (self), PROSE_ZONE_ANY);

  return self->zone;
}

/**
 * mellow_mark_filter_set_zone:
 * @self: a filter
 * @zone: the only one to pass, %PROSE_ZONE_ANY for all
 */
void
mellow_mark_filter_set_zone (MellowMarkFilter *self, ProseZone zone)
{
  g_return_if_fail (MELLOW_IS_MARK_FILTER (self));

  if (self->zone == zone)
    return;

  self->zone = zone;
  tell (self);
}

/**
 * mellow_mark_filter_set_text:
 * @self: a filter
 * @text: what phrase or family have to contain; blank for anything
 */
void
mellow_mark_filter_set_text (MellowMarkFilter *self, const char *text)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (MELLOW_IS_MARK_FILTER (self));
  g_return_if_fail (text != NULL);

  folded = g_strstrip (mellow_mark_filter_fold (text));
  set_string (self, &self->text, *folded != '\0' ? g_steal_pointer (&folded) : NULL);
}

/**
 * mellow_mark_filter_fold:
 * @text: some words
 *
 * Returns: (transfer full): @text without regard to case, line ends and the number
 *   of spaces: phrases that fold alike are alike
 */
char *
mellow_mark_filter_fold (const char *text)
{
  char *folded = g_utf8_casefold (text, -1);
  char *end = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *end++ = *p;
    else if (end == folded || end[-1] != ' ')
      *end++ = ' ';
  *end = '\0';

  return folded;
}

static gboolean
has_text (MellowMarkFilter *self, const ProseRule *rule, const char *phrase)
{
  g_autofree char *title = NULL;

  if (self->text == NULL || strstr (phrase, self->text) != NULL)
    return TRUE;

  title = mellow_mark_filter_fold (rule->category->title);
  return strstr (title, self->text) != NULL;
}

/**
 * mellow_mark_filter_passes:
 * @self: a filter
 * @rule: the rule of a mark
 * @phrase: its phrase, folded
 *
 * Returns: whether such a mark passes, wherever it stands
 */
gboolean
mellow_mark_filter_passes (MellowMarkFilter *self, const ProseRule *rule, const char *phrase)
{
  g_return_val_if_fail (MELLOW_IS_MARK_FILTER (self), FALSE);

  if (self->severity != PROSE_SEVERITY_CREDIT && rule->severity != self->severity)
    return FALSE;
  if (self->family != NULL && strcmp (rule->category->id, self->family) != 0)
    return FALSE;

  return has_text (self, rule, phrase);
}

/**
 * mellow_mark_filter_passes_zone:
 * @self: a filter
 * @zone: where a mark stands
 *
 * Returns: whether marks pass there
 */
gboolean
mellow_mark_filter_passes_zone (MellowMarkFilter *self, ProseZone zone)
{
  g_return_val_if_fail (MELLOW_IS_MARK_FILTER (self), FALSE);

  return self->zone == PROSE_ZONE_ANY || self->zone == zone;
}

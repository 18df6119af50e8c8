/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-day.h"

#include <prose.h>

/* How often the calendar is looked at, in seconds: a timer until midnight would not
 * count the hours that the computer sleeps. */
#define INTERVAL 60

/**
 * MellowDay:
 *
 * The day, by which proofs hold or have run out. The program may run when it turns, or
 * be told to go by another day.
 */
struct _MellowDay {
  GObject parent_instance;

  char *date;
  guint source; /* 0 for a day that was set */
};

enum {
  PROP_0,
  PROP_DATE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowDay, mellow_day, G_TYPE_OBJECT)

static void
take_date (MellowDay *self, char *date)
{
  g_autofree char *old = self->date;

  self->date = date;
  if (g_strcmp0 (old, date) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static gboolean
look_at_the_calendar (gpointer user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  take_date (user_data, g_date_time_format (now, "%Y-%m-%d"));
  return G_SOURCE_CONTINUE;
}

static void
follow_the_calendar (MellowDay *self)
{
  look_at_the_calendar (self);
  self->source = g_timeout_add_seconds (INTERVAL, look_at_the_calendar, self);
}

static void
mellow_day_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DATE)
    g_value_set_string (value, MELLOW_DAY (object)->date);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mellow_day_finalize (GObject *object)
{
  MellowDay *self = MELLOW_DAY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->date);

  G_OBJECT_CLASS (mellow_day_parent_class)->finalize (object);
}

static void
mellow_day_class_init (MellowDayClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = mellow_day_get_property;
  G_OBJECT_CLASS (klass)->finalize = mellow_day_finalize;

  properties[PROP_DATE] =
      g_param_spec_string ("date", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
mellow_day_init (MellowDay *self)
{
  follow_the_calendar (self);
}

/**
 * mellow_day_get_default:
 *
 * Returns: (transfer none): the day of the program
 */
MellowDay *
mellow_day_get_default (void)
{
  static MellowDay *day;

  if (day == NULL)
    day = g_object_new (MELLOW_TYPE_DAY, NULL);

  return day;
}

/**
 * mellow_day_get_date:
 * @self: the day
 *
 * Returns: (transfer none): its date, as `2026-12-31`
 */
const char *
mellow_day_get_date (MellowDay *self)
{
  g_return_val_if_fail (MELLOW_IS_DAY (self), NULL);

  return self->date;
}

/**
 * mellow_day_set_date:
 * @self: the day
 * @date: (nullable): the date to go by from now on, as `2026-12-31`; %NULL for that of
 *   the calendar
 */
void
mellow_day_set_date (MellowDay *self, const char *date)
{
  g_return_if_fail (MELLOW_IS_DAY (self));
  g_return_if_fail (date == NULL || prose_ignore_date_is_valid (date));

  g_clear_handle_id (&self->source, g_source_remove);
  if (date != NULL)
    take_date (self, g_strdup (date));
  else
    follow_the_calendar (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-steady-cursor.h"

/* How long after a letter the cursor stands still, in milliseconds: longer than
 * between two letters of a slow hand, and no longer than GTK keeps it from fading. */
#define STILL 500

/**
 * MellowSteadyCursor:
 *
 * Keeps the cursor from blinking while something is typed.
 *
 * It does not fade then anyway. But as long as it may, GTK 4 draws by a clock of 60
 * beats a second, and a letter waits for the next beat; without, it is drawn at once.
 */
struct _MellowSteadyCursor {
  GObject parent_instance;

  GtkSettings *settings;
  guint release_source; /* 0 while it is not held */
};

G_DEFINE_FINAL_TYPE (MellowSteadyCursor, mellow_steady_cursor, G_TYPE_OBJECT)

static void
let_blink (MellowSteadyCursor *self)
{
  g_clear_handle_id (&self->release_source, g_source_remove);
  gtk_settings_reset_property (self->settings, "gtk-cursor-blink");
}

static gboolean
on_pause (gpointer user_data)
{
  MellowSteadyCursor *self = user_data;

  self->release_source = 0;
  let_blink (self);
  return G_SOURCE_REMOVE;
}

static void
mellow_steady_cursor_dispose (GObject *object)
{
  MellowSteadyCursor *self = MELLOW_STEADY_CURSOR (object);

  if (self->release_source != 0)
    let_blink (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mellow_steady_cursor_parent_class)->dispose (object);
}

static void
mellow_steady_cursor_class_init (MellowSteadyCursorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_steady_cursor_dispose;
}

static void
mellow_steady_cursor_init (MellowSteadyCursor *self)
{
}

/**
 * mellow_steady_cursor_new:
 * @settings: whether cursors blink
 *
 * Returns: (transfer full): nothing that is held yet
 */
MellowSteadyCursor *
mellow_steady_cursor_new (GtkSettings *settings)
{
  MellowSteadyCursor *self = g_object_new (MELLOW_TYPE_STEADY_CURSOR, NULL);

  self->settings = g_object_ref (settings);
  return self;
}

static gboolean
blinks (MellowSteadyCursor *self)
{
  gboolean blink;

  g_object_get (self->settings, "gtk-cursor-blink", &blink, NULL);
  return blink;
}

/**
 * mellow_steady_cursor_hold:
 * @self: a steady cursor
 *
 * Something was typed: the cursor stands still for a moment. Where it never blinks,
 * nothing changes.
 */
void
mellow_steady_cursor_hold (MellowSteadyCursor *self)
{
  g_return_if_fail (MELLOW_IS_STEADY_CURSOR (self));

  if (self->release_source != 0)
    g_source_remove (self->release_source);
  else if (blinks (self))
    g_object_set (self->settings, "gtk-cursor-blink", FALSE, NULL);
  else
    return;

  self->release_source = g_timeout_add (STILL, on_pause, self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-focus-mode.h"

/* Something around the text: the property that shows it, and the setting that
 * does so outside of focus mode, NULL for what is always there. */
typedef struct {
  gpointer object;
  const char *property;
  const char *key;
} Fold;

/**
 * MellowFocusMode:
 *
 * The text and nothing else: while it is active, what is around the text is
 * folded away; afterwards all is there again that the settings want.
 */
struct _MellowFocusMode {
  GObject parent_instance;

  GSettings *settings;
  GArray *folds;
  gboolean is_active;
};

enum {
  PROP_0,
  PROP_ACTIVE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowFocusMode, mellow_focus_mode, G_TYPE_OBJECT)

static void
show (MellowFocusMode *self, const Fold *fold)
{
  gboolean is_wanted = fold->key == NULL || g_settings_get_boolean (self->settings, fold->key);

  g_object_set (fold->object, fold->property, is_wanted && !self->is_active, NULL);
}

static void
show_all (MellowFocusMode *self)
{
  for (guint i = 0; i < self->folds->len; i++)
    show (self, &g_array_index (self->folds, Fold, i));
}

static void
mellow_focus_mode_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_ACTIVE:
    g_value_set_boolean (value, MELLOW_FOCUS_MODE (object)->is_active);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_focus_mode_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_ACTIVE:
    mellow_focus_mode_set_active (MELLOW_FOCUS_MODE (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_focus_mode_finalize (GObject *object)
{
  MellowFocusMode *self = MELLOW_FOCUS_MODE (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->folds, g_array_unref);

  G_OBJECT_CLASS (mellow_focus_mode_parent_class)->finalize (object);
}

static void
mellow_focus_mode_class_init (MellowFocusModeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_focus_mode_get_property;
  object_class->set_property = mellow_focus_mode_set_property;
  object_class->finalize = mellow_focus_mode_finalize;

  properties[PROP_ACTIVE] =
      g_param_spec_boolean ("active", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mellow_focus_mode_init (MellowFocusMode *self)
{
  self->folds = g_array_new (FALSE, FALSE, sizeof (Fold));
}

/**
 * mellow_focus_mode_new:
 * @settings: the user's settings
 *
 * Returns: (transfer full): a focus mode that folds nothing yet
 */
MellowFocusMode *
mellow_focus_mode_new (GSettings *settings)
{
  MellowFocusMode *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_FOCUS_MODE, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_focus_mode_fold:
 * @self: a focus mode
 * @object: something around the text, that lives longer than @self
 * @property: its property that shows it, a literal
 * @key: (nullable): the setting that shows it outside of focus mode, a literal;
 *   %NULL for what is always there
 *
 * Lets the focus mode fold something away.
 */
void
mellow_focus_mode_fold (MellowFocusMode *self,
                        gpointer object,
                        const char *property,
                        const char *key)
{
  Fold fold = { object, property, key };

  g_return_if_fail (MELLOW_IS_FOCUS_MODE (self));
  g_return_if_fail (G_IS_OBJECT (object));

  g_array_append_val (self->folds, fold);
  show (self, &fold);
}

/**
 * mellow_focus_mode_is_active:
 * @self: a focus mode
 *
 * Returns: whether there is the text and nothing else
 */
gboolean
mellow_focus_mode_is_active (MellowFocusMode *self)
{
  g_return_val_if_fail (MELLOW_IS_FOCUS_MODE (self), FALSE);

  return self->is_active;
}

/**
 * mellow_focus_mode_set_active:
 * @self: a focus mode
 * @is_active: whether there is to be the text and nothing else
 */
void
mellow_focus_mode_set_active (MellowFocusMode *self, gboolean is_active)
{
  g_return_if_fail (MELLOW_IS_FOCUS_MODE (self));

  if (self->is_active == is_active)
    return;

  self->is_active = is_active;
  show_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

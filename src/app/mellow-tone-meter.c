/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tone-meter.h"

/**
 * MellowToneMeter:
 *
 * One meter of the tone: its name, a bar and the number, in a row or, where
 * room is short, with the bar below. It can be clicked.
 */
struct _MellowToneMeter {
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *grid;
  GtkLabel *title_label;
  GtkLevelBar *bar;
  GtkLabel *number_label;

  char *title;
  double value;
  gboolean stacked;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_VALUE,
  PROP_STACKED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowToneMeter, mellow_tone_meter, GTK_TYPE_WIDGET)

enum {
  CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The button is named as it is read: `Pressure 71`. */
static void
update_name (MellowToneMeter *self)
{
  g_autofree char *name = g_strdup_printf ("%s %.0f", self->title, self->value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
set_title (MellowToneMeter *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  update_name (self);
}

static void
mellow_tone_meter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowToneMeter *self = MELLOW_TONE_METER (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_VALUE:
    g_value_set_double (value, self->value);
    break;
  case PROP_STACKED:
    g_value_set_boolean (value, self->stacked);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_tone_meter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MellowToneMeter *self = MELLOW_TONE_METER (object);

  switch (id) {
  case PROP_TITLE:
    set_title (self, g_value_get_string (value));
    break;
  case PROP_VALUE:
    mellow_tone_meter_set_value (self, g_value_get_double (value));
    break;
  case PROP_STACKED:
    mellow_tone_meter_set_stacked (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_tone_meter_dispose (GObject *object)
{
  MellowToneMeter *self = MELLOW_TONE_METER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (mellow_tone_meter_parent_class)->dispose (object);
}

static void
on_clicked (MellowToneMeter *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
mellow_tone_meter_class_init (MellowToneMeterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GParamFlags explicit_flags = flags | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mellow_tone_meter_get_property;
  object_class->set_property = mellow_tone_meter_set_property;
  object_class->dispose = mellow_tone_meter_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] =
      g_param_spec_double ("value", NULL, NULL, 0.0, 100.0, 0.0, explicit_flags);
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, explicit_flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowToneMeter::clicked:
   * @self: a meter
   *
   * The user wants to know what moves it.
   */
  signals[CLICKED] = g_signal_new ("clicked", MELLOW_TYPE_TONE_METER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tonemeter");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-tone-meter.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowToneMeter, button);
  gtk_widget_class_bind_template_child (widget_class, MellowToneMeter, grid);
  gtk_widget_class_bind_template_child (widget_class, MellowToneMeter, title_label);
  gtk_widget_class_bind_template_child (widget_class, MellowToneMeter, bar);
  gtk_widget_class_bind_template_child (widget_class, MellowToneMeter, number_label);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

/* The bar itself tells nothing that is red or green: a meter is no grade. */
static void
remove_offsets (GtkLevelBar *bar)
{
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_FULL);
}

static void
mellow_tone_meter_init (MellowToneMeter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remove_offsets (self->bar);
}

/**
 * mellow_tone_meter_get_value:
 * @self: a meter
 *
 * Returns: what it shows, 0 to 100
 */
double
mellow_tone_meter_get_value (MellowToneMeter *self)
{
  g_return_val_if_fail (MELLOW_IS_TONE_METER (self), 0.0);

  return self->value;
}

/**
 * mellow_tone_meter_set_value:
 * @self: a meter
 * @value: what to show, 0 to 100
 */
void
mellow_tone_meter_set_value (MellowToneMeter *self, double value)
{
  char number[16];

  g_return_if_fail (MELLOW_IS_TONE_METER (self));

  if (self->value == value)
    return;

  self->value = value;
  g_snprintf (number, sizeof number, "%.0f", value);
  gtk_label_set_text (self->number_label, number);
  gtk_level_bar_set_value (self->bar, value);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
place (MellowToneMeter *self, gpointer child, int column, int row, int width)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (self->grid);

  g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", column, "row", row,
                "column-span", width, NULL);
}

/**
 * mellow_tone_meter_set_stacked:
 * @self: a meter
 * @stacked: whether the bar is below name and number
 */
void
mellow_tone_meter_set_stacked (MellowToneMeter *self, gboolean stacked)
{
  g_return_if_fail (MELLOW_IS_TONE_METER (self));

  if (self->stacked == stacked)
    return;

  self->stacked = stacked;
  place (self, self->bar, stacked ? 0 : 1, stacked ? 1 : 0, stacked ? 2 : 1);
  place (self, self->number_label, stacked ? 1 : 2, 0, 1);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), stacked ? 3 : 8);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACKED]);
}

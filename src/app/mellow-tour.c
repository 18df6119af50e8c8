/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tour.h"

/**
 * MellowTour:
 *
 * A page in place of the three panes that shows what they are for: the text, the
 * suggestions, the summary. It goes with its button, with Escape, or when one
 * just begins to write.
 */
struct _MellowTour {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkOrientable *panes;
  GtkWidget *start_button;
};

enum {
  PROP_0,
  PROP_ORIENTATION,
  N_PROPERTIES,
};

enum {
  CLOSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowTour, mellow_tour, GTK_TYPE_WIDGET)

static void
close_tour (MellowTour *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
activate_close (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_tour (MELLOW_TOUR (widget));
}

/* Space and Return press the button. */
static gboolean
begins_to_write (guint key, GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 &&
         g_unichar_isgraph (gdk_keyval_to_unicode (key));
}

/* Whoever begins to write needs no tour, and the letter is not lost. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                MellowTour *self)
{
  if (!begins_to_write (key, state))
    return GDK_EVENT_PROPAGATE;

  close_tour (self);
  return gtk_event_controller_key_forward (
      controller, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
mellow_tour_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_ORIENTATION:
    g_value_set_enum (value, gtk_orientable_get_orientation (MELLOW_TOUR (object)->panes));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_tour_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_ORIENTATION:
    gtk_orientable_set_orientation (MELLOW_TOUR (object)->panes, g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_tour_dispose (GObject *object)
{
  g_clear_pointer (&MELLOW_TOUR (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (mellow_tour_parent_class)->dispose (object);
}

static void
mellow_tour_class_init (MellowTourClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_tour_get_property;
  object_class->set_property = mellow_tour_set_property;
  object_class->dispose = mellow_tour_dispose;

  /* How text and suggestions stand to each other. */
  properties[PROP_ORIENTATION] =
      g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                         GTK_ORIENTATION_HORIZONTAL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowTour::closed:
   * @self: a tour
   *
   * It is hidden, and the text may have the keyboard.
   */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "tour.close", NULL, activate_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "tour.close", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tour");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-tour.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowTour, content);
  gtk_widget_class_bind_template_child (widget_class, MellowTour, panes);
  gtk_widget_class_bind_template_child (widget_class, MellowTour, start_button);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
mellow_tour_init (MellowTour *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_tour_open:
 * @self: a tour in a window
 *
 * Shows it and gives it the keyboard.
 */
void
mellow_tour_open (MellowTour *self)
{
  g_return_if_fail (MELLOW_IS_TOUR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->start_button);
}

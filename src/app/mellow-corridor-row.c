/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-corridor-row.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST 0
#define MOST 100
#define STEP 5
#define PAGE 20

/* More digits behind the point than anybody agrees on. */
#define MOST_DIGITS 4

/**
 * MellowCorridorRow:
 *
 * A row of a form to say where a figure is to stay, from and to, with what that means
 * below.
 */
struct _MellowCorridorRow {
  AdwPreferencesRow parent_instance;

  GtkSpinButton *least;
  GtkSpinButton *most;
  GtkLabel *meaning;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowCorridorRow, mellow_corridor_row, ADW_TYPE_PREFERENCES_ROW)

/* The other end gives way, so that there is always something between them. */
static void
on_least_changed (MellowCorridorRow *self)
{
  double least = gtk_spin_button_get_value (self->least);

  if (gtk_spin_button_get_value (self->most) < least)
    gtk_spin_button_set_value (self->most, least);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_most_changed (MellowCorridorRow *self)
{
  double most = gtk_spin_button_get_value (self->most);

  if (gtk_spin_button_get_value (self->least) > most)
    gtk_spin_button_set_value (self->least, most);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The keys lead to what is in the row, forward and back, and not to the row. */
static gboolean
mellow_corridor_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
mellow_corridor_row_class_init (MellowCorridorRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = mellow_corridor_row_focus;

  /**
   * MellowCorridorRow::changed:
   * @self: a row
   *
   * The corridor is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_corridor_row_init (MellowCorridorRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/* The wheel moves the form, not a figure that happens to pass below the pointer. */
static void
ignore_wheel (GtkWidget *button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (button);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
  }
}

static GtkSpinButton *
create_spin_button (const char *format, const char *title)
{
  GtkWidget *button = gtk_spin_button_new_with_range (LEAST, MOST, STEP);
  g_autofree char *name = g_strdup_printf (format, title);

  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (button), STEP, PAGE);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (button), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (button), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (button), 3);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  ignore_wheel (button);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_SPIN_BUTTON (button);
}

static GtkWidget *
create_line (MellowCorridorRow *self, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->least));
  gtk_box_append (GTK_BOX (line), gtk_label_new ("–"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->most));
  return line;
}

static GtkLabel *
create_meaning (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return GTK_LABEL (label);
}

static void
fill (MellowCorridorRow *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  /* Translators: %s is a meter: the lower end of where it is to stay. */
  self->least = create_spin_button (_ ("%s, From"), title);
  /* Translators: %s is a meter: the upper end of where it is to stay. */
  self->most = create_spin_button (_ ("%s, To"), title);
  self->meaning = create_meaning ();
  gtk_box_append (GTK_BOX (box), create_line (self, title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->meaning));
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * mellow_corridor_row_new:
 * @title: what is to stay somewhere
 *
 * Returns: (transfer floating): a row for a corridor, as wide as it can be
 */
MellowCorridorRow *
mellow_corridor_row_new (const char *title)
{
  const ProseCorridor wide = { LEAST, MOST };
  MellowCorridorRow *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_CORRIDOR_ROW, "title", title, NULL);
  fill (self, title);
  mellow_corridor_row_set_corridor (self, &wide);
  g_signal_connect_object (self->least, "value-changed", G_CALLBACK (on_least_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->most, "value-changed", G_CALLBACK (on_most_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_corridor_row_get_corridor:
 * @self: a row
 *
 * Returns: where the figure is to stay
 */
ProseCorridor
mellow_corridor_row_get_corridor (MellowCorridorRow *self)
{
  const ProseCorridor wide = { LEAST, MOST };

  g_return_val_if_fail (MELLOW_IS_CORRIDOR_ROW (self), wide);

  return (ProseCorridor){ gtk_spin_button_get_value (self->least),
                          gtk_spin_button_get_value (self->most) };
}

/**
 * mellow_corridor_row_take_typed:
 * @self: a row
 *
 * Lets what is being typed count already.
 */
void
mellow_corridor_row_take_typed (MellowCorridorRow *self)
{
  g_return_if_fail (MELLOW_IS_CORRIDOR_ROW (self));

  gtk_spin_button_update (self->least);
  gtk_spin_button_update (self->most);
}

/* A figure keeps the digits that a file gave it. */
static guint
count_digits (double value)
{
  guint n = 0;

  while (n < MOST_DIGITS && fabs (value - round (value)) > 1e-6) {
    value *= 10;
    n++;
  }
  return n;
}

static void
set_value (GtkSpinButton *button, double value)
{
  gtk_spin_button_set_digits (button, count_digits (value));
  gtk_spin_button_set_value (button, value);
}

/**
 * mellow_corridor_row_set_corridor:
 * @self: a row
 * @corridor: where the figure is to stay
 */
void
mellow_corridor_row_set_corridor (MellowCorridorRow *self, const ProseCorridor *corridor)
{
  ProseCorridor wanted;

  g_return_if_fail (MELLOW_IS_CORRIDOR_ROW (self));
  g_return_if_fail (corridor != NULL);

  wanted = *corridor;
  set_value (self->most, MOST);
  set_value (self->least, wanted.least);
  set_value (self->most, wanted.most);
}

/**
 * mellow_corridor_row_set_meaning:
 * @self: a row
 * @meaning: what the corridor means, in words
 */
void
mellow_corridor_row_set_meaning (MellowCorridorRow *self, const char *meaning)
{
  g_return_if_fail (MELLOW_IS_CORRIDOR_ROW (self));

  gtk_label_set_text (self->meaning, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->least), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meaning, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->most), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meaning, -1);
}

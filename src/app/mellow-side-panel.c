/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-side-panel.h"

#include <glib/gi18n.h>

/**
 * MellowSidePanel:
 *
 * What stands beside the text: its child, which is about the text alone, and for a
 * translation a second page about it and its original, with a switch between the two.
 * Switch and second page are made when there is first a use for them.
 */
struct _MellowSidePanel {
  GtkBox parent_instance;

  GtkWidget *content;
  GtkWidget *switcher;      /* (nullable) */
  MellowParityPane *parity; /* (nullable) */
  gboolean has_original;
  gboolean wants_original; /* if there is one */
};

enum {
  PROP_0,
  PROP_CONTENT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowSidePanel, mellow_side_panel, GTK_TYPE_BOX)

static GtkWidget *
create_button (const char *label, const char *tooltip, const char *page)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.side-page");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_string (page));
  return button;
}

static void
create_switcher (MellowSidePanel *self)
{
  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->switcher, "linked");
  gtk_widget_add_css_class (self->switcher, "side-switcher");
  gtk_box_append (GTK_BOX (self->switcher),
                  create_button (_ ("Suggestions"), _ ("Suggestions"), "marks"));
  gtk_box_append (
      GTK_BOX (self->switcher),
      create_button (_ ("Original"), _ ("Tone Beside the Original (Ctrl+Shift+O)"), "original"));
  gtk_box_prepend (GTK_BOX (self), self->switcher);
}

static void
update (MellowSidePanel *self)
{
  gboolean shows_original = mellow_side_panel_shows_original (self);

  if (self->has_original && self->switcher == NULL)
    create_switcher (self);
  if (self->switcher != NULL)
    gtk_widget_set_visible (self->switcher, self->has_original);
  if (shows_original)
    mellow_side_panel_get_parity (self);
  if (self->parity != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->parity), shows_original);
  gtk_widget_set_visible (self->content, !shows_original);
}

/* Who comes here wants to read, and not to switch. */
static gboolean
mellow_side_panel_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MellowSidePanel *self = MELLOW_SIDE_PANEL (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *page =
      mellow_side_panel_shows_original (self) ? GTK_WIDGET (self->parity) : self->content;

  if (direction == GTK_DIR_TAB_FORWARD &&
      (focus == NULL || !gtk_widget_is_ancestor (focus, widget)) &&
      gtk_widget_child_focus (page, direction))
    return TRUE;

  return GTK_WIDGET_CLASS (mellow_side_panel_parent_class)->focus (widget, direction);
}

static void
mellow_side_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_CONTENT:
    g_value_set_object (value, MELLOW_SIDE_PANEL (object)->content);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_side_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MellowSidePanel *self = MELLOW_SIDE_PANEL (object);

  switch (id) {
  case PROP_CONTENT:
    self->content = g_value_get_object (value);
    gtk_widget_set_vexpand (self->content, TRUE);
    gtk_box_append (GTK_BOX (self), self->content);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_side_panel_class_init (MellowSidePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_side_panel_get_property;
  object_class->set_property = mellow_side_panel_set_property;
  GTK_WIDGET_CLASS (klass)->focus = mellow_side_panel_focus;

  properties[PROP_CONTENT] =
      g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mellow_side_panel_init (MellowSidePanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * mellow_side_panel_get_parity:
 * @self: a panel
 *
 * Returns: (transfer none): the page about a translation and its original, made when it is
 *   first asked for
 */
MellowParityPane *
mellow_side_panel_get_parity (MellowSidePanel *self)
{
  g_return_val_if_fail (MELLOW_IS_SIDE_PANEL (self), NULL);

  if (self->parity == NULL) {
    self->parity = mellow_parity_pane_new ();
    gtk_widget_set_vexpand (GTK_WIDGET (self->parity), TRUE);
    gtk_widget_set_visible (GTK_WIDGET (self->parity), mellow_side_panel_shows_original (self));
    gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->parity));
  }
  return self->parity;
}

/**
 * mellow_side_panel_set_has_original:
 * @self: a panel
 * @has_original: whether the text beside it is known to be a translation
 */
void
mellow_side_panel_set_has_original (MellowSidePanel *self, gboolean has_original)
{
  g_return_if_fail (MELLOW_IS_SIDE_PANEL (self));

  if (self->has_original == has_original)
    return;

  self->has_original = has_original;
  update (self);
}

/**
 * mellow_side_panel_shows_original:
 * @self: a panel
 *
 * Returns: whether it shows the page about a translation and its original
 */
gboolean
mellow_side_panel_shows_original (MellowSidePanel *self)
{
  g_return_val_if_fail (MELLOW_IS_SIDE_PANEL (self), FALSE);

  return self->has_original && self->wants_original;
}

/**
 * mellow_side_panel_show_original:
 * @self: a panel
 * @shows_original: whether to show the page about a translation and its original, where
 *   there is one
 */
void
mellow_side_panel_show_original (MellowSidePanel *self, gboolean shows_original)
{
  g_return_if_fail (MELLOW_IS_SIDE_PANEL (self));

  self->wants_original = shows_original;
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-group-row.h"

#include <glib/gi18n.h>

#include "mellow-mark-style.h"
#include "mellow-suggestion-row.h"

/**
 * MellowGroupRow:
 *
 * A row of the panel: the note on one mark, and how many more are like it. When it
 * is expanded it steps through their places.
 */
struct _MellowGroupRow {
  GtkWidget parent_instance;

  GtkWidget *places; /* (nullable): until it is wanted; few rows ever do */
  GtkLabel *place_label;
  MellowSuggestionRow *note;

  MellowMarkOutline *outline; /* (nullable): while it shows a group */
  MellowMarkGroup *group;
  gulong updated_handler;
};

enum {
  PROP_0,
  PROP_EXPANDED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowGroupRow, mellow_group_row, GTK_TYPE_WIDGET)

static void
update_mark (MellowGroupRow *self)
{
  MellowMark *shown = mellow_suggestion_row_get_mark (self->note);
  guint place = mellow_mark_outline_get_place (self->outline, self->group);
  g_autoptr (MellowMark) mark = NULL;

  if (shown != NULL && mellow_mark_get_position (shown) == place)
    return;

  mark = mellow_mark_outline_dup_mark (self->outline, self->group);
  mellow_suggestion_row_set_mark (self->note, mark);
}

/* What stands at the end of the line of the phrase. */
static void
update_more (MellowGroupRow *self)
{
  guint n = self->group->n_shown - 1;
  g_autofree char *text = NULL;

  if (n > 0 && !mellow_group_row_is_expanded (self))
    text = g_strdup_printf (ngettext ("+%u like this", "+%u like this", n), n);
  mellow_suggestion_row_set_aside (self->note, text);
}

static GtkWidget *
create_step_button (const char *icon, const char *name, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
create_places (MellowGroupRow *self)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0,
                    "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  self->places = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->place_label = GTK_LABEL (label);
  gtk_widget_add_css_class (self->places, "places");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->places), label);
  gtk_box_append (GTK_BOX (self->places),
                  create_step_button ("go-previous-symbolic", _ ("Previous Like This"),
                                      _ ("Previous Like This (Ctrl+Shift+F8)"),
                                      "win.previous-alike"));
  gtk_box_append (GTK_BOX (self->places),
                  create_step_button ("go-next-symbolic", _ ("Next Like This"),
                                      _ ("Next Like This (Ctrl+F8)"), "win.next-alike"));
  gtk_widget_insert_before (self->places, GTK_WIDGET (self), GTK_WIDGET (self->note));
}

static void
update_places (MellowGroupRow *self)
{
  guint n = self->group->n_shown;
  gboolean is_wanted = n > 1 && mellow_group_row_is_expanded (self);
  g_autofree char *text = NULL;

  if (is_wanted && self->places == NULL)
    create_places (self);
  if (self->places != NULL)
    gtk_widget_set_visible (self->places, is_wanted);
  if (!is_wanted)
    return;

  text = g_strdup_printf (
      _ ("%u of %u like this"),
      mellow_mark_outline_count_alike_to (
          self->outline, mellow_mark_outline_get_place (self->outline, self->group)),
      n);
  gtk_label_set_text (self->place_label, text);
}

static char *
create_name (MellowGroupRow *self)
{
  MellowMark *mark = mellow_suggestion_row_get_mark (self->note);
  const ProseRule *rule = self->group->rule;
  guint n = self->group->n_shown;
  g_autofree char *phrase = g_strdelimit (g_strdup (mellow_mark_get_phrase (mark)), "\r\n\t", ' ');
  g_autofree char *name = g_strdup_printf (
      /* Translators: phrase, family, severity, and which of the marks it is. */
      _ ("“%s”, %s, %s, %u of %u"), phrase, rule->category->title,
      mellow_mark_style_get_label (rule->severity),
      mellow_mark_outline_count_to (self->outline, mellow_mark_get_position (mark)),
      mellow_mark_outline_get_n_shown (self->outline));

  if (n == 1)
    return g_steal_pointer (&name);

  /* Translators: the first %s is what a row says, of a mark that others are like. */
  return g_strdup_printf (ngettext ("%s, %u like this", "%s, %u like this", n), name, n);
}

/* GTK puts the focus on what it has built around the row. */
static void
update_name (MellowGroupRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = create_name (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED,
                               mellow_group_row_is_expanded (self), -1);
}

static void
update (MellowGroupRow *self)
{
  if (self->group == NULL || self->group->n_shown == 0)
    return;

  update_mark (self);
  update_more (self);
  update_places (self);
  update_name (self);
}

static void
let_go (MellowGroupRow *self)
{
  if (self->outline != NULL)
    g_clear_signal_handler (&self->updated_handler, self->outline);
  g_clear_object (&self->outline);
  g_clear_object (&self->group);
}

static void
mellow_group_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_EXPANDED:
    g_value_set_boolean (value, mellow_group_row_is_expanded (MELLOW_GROUP_ROW (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_group_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MellowGroupRow *self = MELLOW_GROUP_ROW (object);

  switch (id) {
  case PROP_EXPANDED:
    mellow_suggestion_row_set_expanded (self->note, g_value_get_boolean (value));
    update (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_group_row_dispose (GObject *object)
{
  MellowGroupRow *self = MELLOW_GROUP_ROW (object);
  GtkWidget *child;

  let_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mellow_group_row_parent_class)->dispose (object);
}

static void
mellow_group_row_class_init (MellowGroupRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_group_row_get_property;
  object_class->set_property = mellow_group_row_set_property;
  object_class->dispose = mellow_group_row_dispose;

  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MELLOW_TYPE_SUGGESTION_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "grouprow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-group-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowGroupRow, note);
}

static void
mellow_group_row_init (MellowGroupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * mellow_group_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mellow_group_row_new (void)
{
  return g_object_new (MELLOW_TYPE_GROUP_ROW, NULL);
}

/**
 * mellow_group_row_show:
 * @self: a row, as the child of a list item
 * @outline: (nullable): an outline, %NULL to show nothing
 * @group: (nullable): one of its rows
 */
void
mellow_group_row_show (MellowGroupRow *self, MellowMarkOutline *outline, MellowMarkGroup *group)
{
  g_return_if_fail (MELLOW_IS_GROUP_ROW (self));

  let_go (self);
  if (outline == NULL) {
    mellow_suggestion_row_set_mark (self->note, NULL);
    return;
  }

  self->outline = g_object_ref (outline);
  self->group = g_object_ref (group);
  self->updated_handler = g_signal_connect_swapped (outline, "updated", G_CALLBACK (update), self);
  update (self);
}

/**
 * mellow_group_row_is_expanded:
 * @self: a row
 *
 * Returns: whether it shows the whole note
 */
gboolean
mellow_group_row_is_expanded (MellowGroupRow *self)
{
  g_return_val_if_fail (MELLOW_IS_GROUP_ROW (self), FALSE);

  return mellow_suggestion_row_get_expanded (self->note);
}

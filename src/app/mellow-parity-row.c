/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-parity-words.h"

/* Between the context and the original in the name of a unit of a PO file. */
#define CONTEXT_END '\004'

/* Between file and name in that of an XLIFF file. */
#define FILE_END '#'

/**
 * MellowParityRow:
 *
 * A difference between the tone of a text and that of its original: what it is, the words
 * of both, and a sentence on it. When it is expanded it offers to dismiss it, and counts
 * the places of one that has several.
 */
struct _MellowParityRow {
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *unit;
  GtkLabel *target;
  GtkLabel *source;
  GtkLabel *reason;
  GtkLabel *places;
  GtkWidget *foot;
  GtkWidget *steps;

  MellowParityItem *item; /* (nullable) */
  gulong changed_handler;
  guint place;
  gboolean is_expanded;
};

enum {
  PROP_0,
  PROP_EXPANDED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowParityRow, mellow_parity_row, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_source (MellowParityRow *self)
{
  g_autofree char *words = mellow_parity_words_dup_source (self->item);
  /* Translators: %s are words of the original, in quotation marks. */
  g_autofree char *text = words != NULL ? g_strdup_printf (_ ("Original: %s"), words) : NULL;

  show_text (self->source, text);
}

/* A PO file knows a unit by all of its original, which stands below, after the context that
 * there may be; an XLIFF file by the file of its original and a name in it. */
static char *
dup_unit (MellowParityRow *self)
{
  const char *unit = mellow_parity_item_get_unit (self->item);
  const char *original = mellow_parity_item_get_finding (self->item)->original;
  const char *end = unit != NULL ? strchr (unit, CONTEXT_END) : NULL;
  const char *file = unit != NULL ? strrchr (unit, FILE_END) : NULL;

  if (unit == NULL || (end == NULL && g_strcmp0 (unit, original) == 0))
    return NULL;
  if (end != NULL)
    return g_strndup (unit, end - unit);

  return g_strdup (file != NULL && file[1] != '\0' ? file + 1 : unit);
}

static void
show_unit (MellowParityRow *self)
{
  g_autofree char *line = dup_unit (self);
  g_autofree char *whole = g_strdup (line != NULL ? mellow_parity_item_get_unit (self->item) : "");

  if (line != NULL)
    g_strdelimit (line, "\r\n\t", ' ');
  show_text (self->unit, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->unit), g_strdelimit (whole, "\004", ' '));
}

/* GTK puts the focus on what it has built around the row. */
static void
name_row (MellowParityRow *self, const char *target, const char *reason)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *title = mellow_parity_words_get_title (mellow_parity_item_get_kind (self->item));
  g_autofree char *name = NULL;

  if (item == NULL)
    return;

  /* Translators: how the tone differs, the words, and a sentence on it. */
  name = g_strdup_printf (_ ("%s, %s. %s"), title, target != NULL ? target : "", reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_foot (MellowParityRow *self)
{
  guint n = self->item != NULL ? mellow_parity_item_get_n_places (self->item) : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->foot, self->is_expanded && self->item != NULL);
  gtk_widget_set_visible (self->steps, n > 1);
  if (n < 2)
    return;

  text = g_strdup_printf (_ ("%u of %u places"), MIN (self->place, n - 1) + 1, n);
  gtk_label_set_text (self->places, text);
}

static void
update (MellowParityRow *self)
{
  ProseParityKind kind = mellow_parity_item_get_kind (self->item);
  g_autofree char *target = mellow_parity_words_dup_target (self->item);
  g_autofree char *reason = mellow_parity_words_dup_reason (self->item);

  gtk_image_set_from_icon_name (self->icon, mellow_parity_words_get_icon (kind));
  gtk_label_set_text (self->title, mellow_parity_words_get_title (kind));
  show_unit (self);
  show_text (self->target, target);
  show_source (self);
  show_text (self->reason, reason);
  name_row (self, target, reason);
  update_foot (self);
}

/* --- the object --- */

static void
let_go (MellowParityRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  g_clear_object (&self->item);
}

static void
mellow_parity_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_EXPANDED:
    g_value_set_boolean (value, MELLOW_PARITY_ROW (object)->is_expanded);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_parity_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MellowParityRow *self = MELLOW_PARITY_ROW (object);

  switch (id) {
  case PROP_EXPANDED:
    self->is_expanded = g_value_get_boolean (value);
    update_foot (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_parity_row_dispose (GObject *object)
{
  MellowParityRow *self = MELLOW_PARITY_ROW (object);
  GtkWidget *child;

  let_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mellow_parity_row_parent_class)->dispose (object);
}

static void
mellow_parity_row_class_init (MellowParityRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_parity_row_get_property;
  object_class->set_property = mellow_parity_row_set_property;
  object_class->dispose = mellow_parity_row_dispose;

  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "parityrow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-parity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, title);
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, unit);
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, target);
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, source);
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, reason);
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, places);
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, foot);
  gtk_widget_class_bind_template_child (widget_class, MellowParityRow, steps);
}

static void
mellow_parity_row_init (MellowParityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_parity_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mellow_parity_row_new (void)
{
  return g_object_new (MELLOW_TYPE_PARITY_ROW, NULL);
}

/**
 * mellow_parity_row_show:
 * @self: a row, as the child of a list item
 * @item: (nullable): a difference, %NULL to show nothing
 */
void
mellow_parity_row_show (MellowParityRow *self, MellowParityItem *item)
{
  g_return_if_fail (MELLOW_IS_PARITY_ROW (self));

  let_go (self);
  self->place = 0;
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * mellow_parity_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MellowParityItem *
mellow_parity_row_get_item (MellowParityRow *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ROW (self), NULL);

  return self->item;
}

/**
 * mellow_parity_row_set_place:
 * @self: a row
 * @place: at which of its places the user looks, from 0
 */
void
mellow_parity_row_set_place (MellowParityRow *self, guint place)
{
  g_return_if_fail (MELLOW_IS_PARITY_ROW (self));

  self->place = place;
  update_foot (self);
}

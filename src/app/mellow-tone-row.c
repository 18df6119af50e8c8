/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tone-row.h"

/* A sentence may be long; its beginning tells which one it is. */
#define MOST_LINES 3

/**
 * MellowToneRow:
 *
 * A row of the details of the tone: a title, a figure at its end, and a line below
 * it. A row that has a place in the text can be activated.
 */
struct _MellowToneRow {
  GtkListBoxRow parent_instance;

  ProseSpan place;
};

G_DEFINE_FINAL_TYPE (MellowToneRow, mellow_tone_row, GTK_TYPE_LIST_BOX_ROW)

static void
mellow_tone_row_class_init (MellowToneRowClass *klass)
{
}

static void
mellow_tone_row_init (MellowToneRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", MOST_LINES,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_caption (const char *text)
{
  GtkWidget *label = create_label (text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
create_aside (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* What it shows, in the order in which it is read. */
static char *
create_name (const char *title, const char *aside, const char *caption)
{
  GString *name = g_string_new (title);

  if (aside != NULL)
    g_string_append_printf (name, ", %s", aside);
  if (caption != NULL)
    g_string_append_printf (name, ", %s", caption);

  return g_string_free (name, FALSE);
}

/**
 * mellow_tone_row_new:
 * @title: what it is about
 * @aside: (nullable): a figure
 * @caption: (nullable): what is said of it
 *
 * Returns: (transfer floating): a row
 */
MellowToneRow *
mellow_tone_row_new (const char *title, const char *aside, const char *caption)
{
  MellowToneRow *self = g_object_new (MELLOW_TYPE_TONE_ROW, NULL);
  g_autofree char *name = create_name (title, aside, caption);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), create_label (title, NULL));
  if (caption != NULL)
    gtk_box_append (GTK_BOX (column), create_caption (caption));
  gtk_box_append (GTK_BOX (line), column);
  if (aside != NULL)
    gtk_box_append (GTK_BOX (line), create_aside (aside));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

/**
 * mellow_tone_row_set_place:
 * @self: a row
 * @place: where the text has what it is about
 */
void
mellow_tone_row_set_place (MellowToneRow *self, ProseSpan place)
{
  g_return_if_fail (MELLOW_IS_TONE_ROW (self));

  self->place = place;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * mellow_tone_row_get_place:
 * @self: a row
 *
 * Returns: where the text has what it is about; empty if it has no place
 */
ProseSpan
mellow_tone_row_get_place (MellowToneRow *self)
{
  g_return_val_if_fail (MELLOW_IS_TONE_ROW (self), ((ProseSpan){ 0, 0 }));

  return self->place;
}

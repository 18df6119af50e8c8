/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-recent-popover.h"

#include <glib/gi18n.h>

#include "mellow-recent-row.h"
#include "mellow-recent.h"

/**
 * MellowRecentPopover:
 *
 * The files that were open lately, to be searched and opened.
 */
struct _MellowRecentPopover {
  GtkPopover parent_instance;

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *placeholder;
};

G_DEFINE_FINAL_TYPE (MellowRecentPopover, mellow_recent_popover, GTK_TYPE_POPOVER)

static gboolean
is_match (GtkListBoxRow *row, gpointer user_data)
{
  MellowRecentPopover *self = user_data;

  return mellow_recent_row_matches (MELLOW_RECENT_ROW (row),
                                    gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
update_placeholder (MellowRecentPopover *self)
{
  gboolean is_empty = gtk_list_box_get_row_at_index (self->list, 0) == NULL;

  gtk_label_set_text (self->placeholder, is_empty ? _ ("Texts that you open are listed here.")
                                                  : _ ("No recent text is called that."));
}

static void
on_search_changed (MellowRecentPopover *self)
{
  gtk_list_box_invalidate_filter (self->list);
  update_placeholder (self);
}

static GtkListBoxRow *
find_first_match (MellowRecentPopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_match (row, self))
      return row;

  return NULL;
}

static void
on_row_activated (MellowRecentPopover *self, GtkListBoxRow *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GFile) file = g_object_ref (mellow_recent_row_get_file (MELLOW_RECENT_ROW (row)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_application_open (G_APPLICATION (gtk_window_get_application (window)), &file, 1, "");
}

static void
on_search_activated (MellowRecentPopover *self)
{
  GtkListBoxRow *row = find_first_match (self);

  if (row != NULL)
    on_row_activated (self, row);
}

static void
fill (MellowRecentPopover *self)
{
  g_autoptr (GPtrArray) files = mellow_recent_list ();
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->list, mellow_recent_row_new (files->pdata[i]));
  update_placeholder (self);
}

static void
mellow_recent_popover_show (GtkWidget *widget)
{
  MellowRecentPopover *self = MELLOW_RECENT_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);

  GTK_WIDGET_CLASS (mellow_recent_popover_parent_class)->show (widget);
}

static void
mellow_recent_popover_class_init (MellowRecentPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->show = mellow_recent_popover_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-recent-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowRecentPopover, search);
  gtk_widget_class_bind_template_child (widget_class, MellowRecentPopover, list);
  gtk_widget_class_bind_template_child (widget_class, MellowRecentPopover, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
mellow_recent_popover_init (MellowRecentPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_match, self, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-recent-row.h"

#include "mellow-file-name.h"
#include "mellow-recent.h"

/**
 * MellowRecentRow:
 *
 * A file that was open lately, and a button that takes it out of the list.
 */
struct _MellowRecentRow {
  AdwActionRow parent_instance;

  GFile *file;
};

G_DEFINE_FINAL_TYPE (MellowRecentRow, mellow_recent_row, ADW_TYPE_ACTION_ROW)

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_recent_remove (MELLOW_RECENT_ROW (widget)->file);
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (widget)), widget);
}

static void
mellow_recent_row_dispose (GObject *object)
{
  g_clear_object (&MELLOW_RECENT_ROW (object)->file);

  G_OBJECT_CLASS (mellow_recent_row_parent_class)->dispose (object);
}

static void
mellow_recent_row_class_init (MellowRecentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_recent_row_dispose;

  gtk_widget_class_install_action (widget_class, "recent.remove", NULL, activate_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "recent.remove", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-recent-row.ui");
}

static void
mellow_recent_row_init (MellowRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_recent_row_new:
 * @file: a file
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
mellow_recent_row_new (GFile *file)
{
  g_autofree char *name = NULL, *folder = NULL;
  MellowRecentRow *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = mellow_file_dup_name (file);
  folder = mellow_file_dup_folder (file);
  self = g_object_new (MELLOW_TYPE_RECENT_ROW, "title", name, "subtitle", folder, NULL);
  self->file = g_object_ref (file);

  return GTK_WIDGET (self);
}

/**
 * mellow_recent_row_get_file:
 * @self: a row
 *
 * Returns: (transfer none): its file
 */
GFile *
mellow_recent_row_get_file (MellowRecentRow *self)
{
  g_return_val_if_fail (MELLOW_IS_RECENT_ROW (self), NULL);

  return self->file;
}

static char *
dup_folded_path (MellowRecentRow *self)
{
  g_autofree char *path = g_file_get_parse_name (self->file);

  return g_utf8_casefold (path, -1);
}

/**
 * mellow_recent_row_matches:
 * @self: a row
 * @words: what the user looks for
 *
 * Returns: whether name and folder have each of @words
 */
gboolean
mellow_recent_row_matches (MellowRecentRow *self, const char *words)
{
  g_autofree char *folded = NULL, *path = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (MELLOW_IS_RECENT_ROW (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  folded = g_utf8_casefold (words, -1);
  path = dup_folded_path (self);
  parts = g_strsplit (folded, " ", -1);
  for (char **part = parts; *part != NULL; part++)
    if (strstr (path, *part) == NULL)
      return FALSE;

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the snapshots of a text are, and as what the text is known there: by its file,
 * or as the draft that it is until it has one. */

#include "mellow-snapshot-store.h"

/* The store is opened with the rules, when it is first asked for. */
#define LIBRARY "mellow-snapshot-library"

#define DRAFT "draft:"

/**
 * mellow_snapshot_store_set:
 * @window: a window
 * @library: what the user's database is opened by
 *
 * Says where snapshots of the texts of a window are kept.
 */
void
mellow_snapshot_store_set (GtkWidget *window, MellowRuleLibrary *library)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (MELLOW_IS_RULE_LIBRARY (library));

  g_object_set_data_full (G_OBJECT (window), LIBRARY, g_object_ref (library), g_object_unref);
}

/**
 * mellow_snapshot_store_find:
 * @widget: a window, or a widget in one
 *
 * Returns: (transfer none) (nullable): where snapshots are kept; %NULL if there is no
 *   such place
 */
ProseUserStore *
mellow_snapshot_store_find (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  MellowRuleLibrary *library = root != NULL ? g_object_get_data (G_OBJECT (root), LIBRARY) : NULL;

  return library != NULL ? mellow_rule_library_get_store (library) : NULL;
}

/**
 * mellow_snapshot_store_dup_document:
 * @draft: a text
 *
 * Returns: (transfer full): what it is called in the store
 */
char *
mellow_snapshot_store_dup_document (MellowDraft *draft)
{
  GFile *file;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  file = mellow_draft_get_file (draft);
  return file != NULL ? g_file_get_uri (file)
                      : g_strconcat (DRAFT, mellow_draft_get_copy_id (draft), NULL);
}

/**
 * mellow_snapshot_store_load:
 * @store: where snapshots are kept
 * @draft: a text
 * @error: why it failed
 *
 * Reads the snapshots of a text; its trend shows them.
 *
 * Returns: (transfer full) (nullable) (element-type ProseSnapshot): how the text was,
 *   the last one first
 */
GPtrArray *
mellow_snapshot_store_load (ProseUserStore *store, MellowDraft *draft, GError **error)
{
  g_autofree char *document = mellow_snapshot_store_dup_document (draft);
  GPtrArray *snapshots = prose_user_snapshots_dup (store, document, error);

  if (snapshots != NULL)
    mellow_tone_trend_set_past (mellow_draft_get_trend (draft), snapshots);
  return snapshots;
}

/**
 * mellow_snapshot_store_refresh:
 * @store: (nullable): where snapshots are kept
 * @draft: a text
 *
 * Shows the snapshots that there are of a text in its trend.
 */
void
mellow_snapshot_store_refresh (ProseUserStore *store, MellowDraft *draft)
{
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return;

  snapshots = mellow_snapshot_store_load (store, draft, &error);
  if (snapshots == NULL)
    g_message ("%s", error->message);
}

/**
 * mellow_snapshot_store_is_draft:
 * @document: what a text is called in the store
 *
 * Returns: whether it has no file
 */
gboolean
mellow_snapshot_store_is_draft (const char *document)
{
  return g_str_has_prefix (document, DRAFT);
}

/**
 * mellow_snapshot_store_follow:
 * @widget: a widget in a window
 * @from: what a text was called in the store
 * @to: what it is called now
 * @error: why it failed
 *
 * Lets the snapshots of a text come along to where it was saved. A file that it was
 * saved from keeps its own; a draft is no more.
 *
 * Returns: whether they did
 */
gboolean
mellow_snapshot_store_follow (GtkWidget *widget, const char *from, const char *to, GError **error)
{
  ProseUserStore *store;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  store = mellow_snapshot_store_find (widget);
  if (store == NULL || g_str_equal (from, to))
    return TRUE;

  if (!prose_user_snapshots_copy (store, from, to, error))
    return FALSE;
  return !mellow_snapshot_store_is_draft (from) ||
         prose_user_snapshots_remove_all (store, from, error);
}

/**
 * mellow_snapshot_store_forget:
 * @widget: a widget in a window
 * @document: what a text is called in the store
 *
 * Forgets the snapshots of a draft that the user does not want. Those of a file stay.
 */
void
mellow_snapshot_store_forget (GtkWidget *widget, const char *document)
{
  ProseUserStore *store;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  store = mellow_snapshot_store_find (widget);
  if (store == NULL || !mellow_snapshot_store_is_draft (document))
    return;

  if (!prose_user_snapshots_remove_all (store, document, &error))
    g_message ("%s", error->message);
}

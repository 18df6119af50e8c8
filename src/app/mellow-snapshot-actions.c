/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of a window to keep a text as it is, and to see what became of it. */

#include "mellow-snapshot-actions.h"

#include <glib/gi18n.h>

#include "mellow-snapshot-flow.h"
#include "mellow-snapshot-store.h"
#include "mellow-snapshots-window.h"

static ProseUserStore *
get_store (gpointer window)
{
  return mellow_snapshot_store_find (GTK_WIDGET (window));
}

static MellowPage *
get_page (gpointer window)
{
  return mellow_window_get_page (MELLOW_WINDOW (window));
}

static void
activate_take_snapshot (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  mellow_snapshot_flow_ask (get_page (window), get_store (window));
}

static void
activate_show_snapshots (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ProseUserStore *store = get_store (window);

  if (store == NULL)
    mellow_page_tell (get_page (window), _ ("There is no place to keep snapshots."));
  else
    gtk_window_present (
        GTK_WINDOW (mellow_snapshots_window_new (GTK_WINDOW (window), get_page (window), store)));
}

static void
activate_compare (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  mellow_snapshot_flow_compare (get_page (window), get_store (window));
}

static const GActionEntry actions[] = {
  { .name = "take-snapshot", .activate = activate_take_snapshot },
  { .name = "show-snapshots", .activate = activate_show_snapshots },
  { .name = "compare", .activate = activate_compare },
};

/**
 * mellow_snapshot_actions_add_to:
 * @window: a window
 * @library: what the user's database is opened by
 *
 * Lets the user keep versions of a text.
 */
void
mellow_snapshot_actions_add_to (MellowWindow *window, MellowRuleLibrary *library)
{
  g_return_if_fail (MELLOW_IS_WINDOW (window));
  g_return_if_fail (MELLOW_IS_RULE_LIBRARY (library));

  mellow_snapshot_store_set (GTK_WIDGET (window), library);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

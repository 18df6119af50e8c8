/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The action of a window that lists what the open text claims. The list is a window of
 * its own, one for each window of texts, and shows the claims of the tab that is turned
 * to. */

#include "mellow-claim-actions.h"

#include "mellow-claims-window.h"

#define LIST "mellow-claims-window"

static MellowClaimsWindow *
get_list (gpointer window)
{
  return g_object_get_data (G_OBJECT (window), LIST);
}

/* Without a tab there is nothing to list. */
static void
on_tab_selected (MellowWindow *window)
{
  MellowClaimsWindow *list = get_list (window);
  MellowPage *page = mellow_window_get_page (window);

  if (list == NULL)
    return;

  if (page != NULL)
    mellow_claims_window_set_page (list, page);
  else
    gtk_window_destroy (GTK_WINDOW (list));
}

static void
forget_list (gpointer window)
{
  g_object_set_data (G_OBJECT (window), LIST, NULL);
}

/* Each goes with the other, or is told that it is gone. */
static MellowClaimsWindow *
create_list (gpointer window)
{
  MellowClaimsWindow *list =
      mellow_claims_window_new (gtk_window_get_application (GTK_WINDOW (window)));

  g_object_set_data (G_OBJECT (window), LIST, list);
  g_signal_connect_object (list, "destroy", G_CALLBACK (forget_list), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "destroy", G_CALLBACK (gtk_window_destroy), list,
                           G_CONNECT_SWAPPED);
  return list;
}

static void
activate_claims (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MellowClaimsWindow *list = get_list (window);

  if (list == NULL)
    list = create_list (window);
  mellow_claims_window_set_page (list, mellow_window_get_page (window));
  gtk_window_present (GTK_WINDOW (list));
}

static const GActionEntry actions[] = {
  { .name = "claims", .activate = activate_claims },
};

/**
 * mellow_claim_actions_add_to:
 * @window: a window
 *
 * Lets the user see what a text claims.
 */
void
mellow_claim_actions_add_to (MellowWindow *window)
{
  g_return_if_fail (MELLOW_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  g_signal_connect_object (mellow_window_get_tabs (window), "notify::selected-page",
                           G_CALLBACK (on_tab_selected), window,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

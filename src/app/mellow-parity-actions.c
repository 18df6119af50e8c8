/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of a window about translations and their originals, and the page of its side
 * panel that lists how they differ. */

#include "mellow-parity-actions.h"

#include <glib/gi18n.h>

#include "mellow-dismissed-window.h"
#include "mellow-parity-flow.h"

#define FOLLOWER "mellow-parity-follower"

/* What the panel follows: the draft of the tab that is turned to. */
typedef struct {
  MellowWindow *window; /* not held: it has this */
  GSignalGroup *draft_signals;
  GSignalGroup *review_signals;
} Follower;

static MellowPage *
get_page (gpointer window)
{
  return mellow_window_get_page (MELLOW_WINDOW (window));
}

static MellowSidePanel *
get_panel (gpointer window)
{
  return mellow_window_get_side_panel (MELLOW_WINDOW (window));
}

static gboolean
has_original (gpointer window)
{
  MellowPage *page = get_page (window);

  return page != NULL && mellow_parity_watch_has_original (mellow_page_get_draft (page));
}

static void
set_enabled (gpointer window, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

/* --- the panel --- */

static void
update_state (MellowWindow *window)
{
  gboolean shows_original = mellow_side_panel_shows_original (get_panel (window));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "side-page");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (shows_original ? "original" : "marks"));
}

static void
update (MellowWindow *window)
{
  MellowPage *page = get_page (window);
  MellowDraft *draft = page != NULL ? mellow_page_get_draft (page) : NULL;
  gboolean has_own = draft != NULL && mellow_parity_watch_has_own_original (draft);
  MellowSidePanel *panel = get_panel (window);

  mellow_side_panel_set_has_original (panel, has_original (window));
  if (mellow_side_panel_shows_original (panel))
    mellow_parity_pane_set_page (mellow_side_panel_get_parity (panel), page);
  set_enabled (window, "compare-with-original", !has_own);
  set_enabled (window, "forget-original",
               !has_own && draft != NULL &&
                   mellow_document_data_get_original (mellow_draft_get_data (draft)) != NULL);
  update_state (window);
}

/* The pane of a page that is there, with that page in it. */
static MellowParityPane *
get_pane (gpointer window)
{
  MellowParityPane *pane = mellow_side_panel_get_parity (get_panel (window));

  mellow_parity_pane_set_page (pane, get_page (window));
  return pane;
}

static void
show_page (gpointer window, gboolean shows_original)
{
  mellow_side_panel_show_original (get_panel (window), shows_original);
  update (window);
}

static void
show_panel (gpointer window)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "focus-mode",
                                      g_variant_new_boolean (FALSE));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-panel",
                                      g_variant_new_boolean (TRUE));
}

/* --- the actions --- */

static void
change_side_page (GSimpleAction *action, GVariant *value, gpointer window)
{
  show_page (window, g_str_equal (g_variant_get_string (value, NULL), "original"));
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Shows it, goes there, and back. Where there is no original, it asks for one. */
static void
activate_show_original (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MellowSidePanel *panel = get_panel (window);

  if (!has_original (window)) {
    mellow_parity_flow_choose_original (get_page (window));
    return;
  }
  if (mellow_side_panel_shows_original (panel) && has_focus (GTK_WIDGET (panel))) {
    show_page (window, FALSE);
    gtk_widget_grab_focus (GTK_WIDGET (get_page (window)));
    return;
  }
  show_panel (window);
  show_page (window, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (panel), GTK_DIR_TAB_FORWARD);
}

static void
walk (gpointer window, int step)
{
  if (!has_original (window)) {
    mellow_page_tell (get_page (window), _ ("Choose an original to compare this text with first"));
    return;
  }
  show_panel (window);
  show_page (window, TRUE);
  mellow_parity_pane_walk (get_pane (window), step);
}

static void
activate_next_difference (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  walk (window, 1);
}

static void
activate_previous_difference (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  walk (window, -1);
}

static void
activate_dismiss_difference (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (has_original (window))
    mellow_parity_pane_dismiss (get_pane (window));
  else
    mellow_page_tell (get_page (window), _ ("Choose an original to compare this text with first"));
}

static void
activate_show_dismissed (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_window_present (
      GTK_WINDOW (mellow_dismissed_window_new (GTK_WINDOW (window), get_page (window))));
}

static void
activate_compare_with_original (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  mellow_parity_flow_choose_original (get_page (window));
}

static void
activate_forget_original (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  mellow_parity_flow_forget_original (get_page (window));
}

static const GActionEntry actions[] = {
  { .name = "side-page",
    .parameter_type = "s",
    .state = "'marks'",
    .change_state = change_side_page },
  { .name = "show-original", .activate = activate_show_original },
  { .name = "next-difference", .activate = activate_next_difference },
  { .name = "previous-difference", .activate = activate_previous_difference },
  { .name = "dismiss-difference", .activate = activate_dismiss_difference },
  { .name = "show-dismissed", .activate = activate_show_dismissed },
  { .name = "compare-with-original", .activate = activate_compare_with_original },
  { .name = "forget-original", .activate = activate_forget_original },
};

/* --- following --- */

static void
on_tab_selected (Follower *self)
{
  MellowPage *page = get_page (self->window);
  MellowDraft *draft = page != NULL ? mellow_page_get_draft (page) : NULL;

  g_signal_group_set_target (self->draft_signals, draft);
  g_signal_group_set_target (self->review_signals,
                             draft != NULL ? mellow_draft_get_review (draft) : NULL);
  update (self->window);
}

/* Whoever has just said what the original is wants to see them side by side. */
static void
on_data_changed (Follower *self)
{
  gboolean had_original =
      g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "forget-original");

  update (self->window);
  if (!had_original &&
      g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "forget-original"))
    show_page (self->window, TRUE);
}

static void
on_format_changed (Follower *self)
{
  update (self->window);
}

static void
follower_free (gpointer data)
{
  Follower *self = data;

  g_object_unref (self->draft_signals);
  g_object_unref (self->review_signals);
  g_free (self);
}

static Follower *
follower_new (MellowWindow *window)
{
  Follower *self = g_new0 (Follower, 1);

  self->window = window;
  self->draft_signals = g_signal_group_new (MELLOW_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "brief-changed",
                                  G_CALLBACK (on_data_changed), self);
  self->review_signals = g_signal_group_new (MELLOW_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals, "format-changed",
                                  G_CALLBACK (on_format_changed), self);
  return self;
}

/* GTK keeps the actions of a window that is gone. */
static void
let_go (GtkWidget *window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_remove_action (G_ACTION_MAP (window), actions[i].name);
}

static void
on_window_tab_selected (MellowWindow *window)
{
  Follower *follower = g_object_get_data (G_OBJECT (window), FOLLOWER);

  if (follower != NULL && g_action_map_lookup_action (G_ACTION_MAP (window), "side-page") != NULL)
    on_tab_selected (follower);
}

/* The original may have been edited elsewhere. */
static void
on_window_activated (MellowWindow *window)
{
  if (gtk_window_is_active (GTK_WINDOW (window)) && get_page (window) != NULL &&
      mellow_side_panel_shows_original (get_panel (window)))
    mellow_parity_watch_check_file (
        mellow_parity_watch_of (mellow_page_get_draft (get_page (window))));
}

/**
 * mellow_parity_actions_add_to:
 * @window: a window without tabs
 *
 * Lets the user compare translations with their originals.
 */
void
mellow_parity_actions_add_to (MellowWindow *window)
{
  g_return_if_fail (MELLOW_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  g_object_set_data_full (G_OBJECT (window), FOLLOWER, follower_new (window), follower_free);
  g_signal_connect_object (mellow_window_get_tabs (window), "notify::selected-page",
                           G_CALLBACK (on_window_tab_selected), window,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (on_window_activated), NULL);
  g_signal_connect (window, "destroy", G_CALLBACK (let_go), NULL);
}

/**
 * mellow_parity_actions_dismiss_focused:
 * @window: a window
 *
 * Dismisses the difference whose row has the focus.
 *
 * Returns: whether there is one
 */
gboolean
mellow_parity_actions_dismiss_focused (MellowWindow *window)
{
  MellowSidePanel *panel;

  g_return_val_if_fail (MELLOW_IS_WINDOW (window), FALSE);

  panel = get_panel (window);
  if (!mellow_side_panel_shows_original (panel) || !has_focus (GTK_WIDGET (panel)))
    return FALSE;

  mellow_parity_pane_dismiss (mellow_side_panel_get_parity (panel));
  return TRUE;
}

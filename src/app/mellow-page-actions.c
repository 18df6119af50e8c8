/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-page-actions.h"

#include <glib/gi18n.h>

#include "mellow-brief-dialog.h"
#include "mellow-contracts-window.h"
#include "mellow-print-flow.h"
#include "mellow-report-flow.h"
#include "mellow-slot.h"

/**
 * MellowPageActions:
 *
 * What the menus and keys of a window do with the page that is selected there, as
 * actions of the window.
 */
struct _MellowPageActions {
  GObject parent_instance;

  GActionMap *map; /* weak */
  GSettings *settings;
  MellowPage *page; /* weak */
  GSignalGroup *history_signals;
  GSignalGroup *review_signals;
};

G_DEFINE_FINAL_TYPE (MellowPageActions, mellow_page_actions, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (MellowPageActions *self)
{
  return mellow_draft_get_buffer (mellow_page_get_draft (self->page));
}

static MellowReview *
get_review (MellowPageActions *self)
{
  return mellow_draft_get_review (mellow_page_get_draft (self->page));
}

static MellowHistory *
get_history (MellowPageActions *self)
{
  return mellow_review_get_history (get_review (self));
}

static void
show_cursor (MellowPageActions *self)
{
  mellow_editor_show_cursor (mellow_page_get_editor (self->page));
}

static void
focus_text (MellowPageActions *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
  show_cursor (self);
}

/* --- the file --- */

static void
save (MellowPageActions *self, gboolean choose_file)
{
  if (!mellow_page_is_saving (self->page))
    mellow_page_save_async (self->page, choose_file, NULL, NULL);
}

static void
activate_save (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, FALSE);
}

static void
activate_save_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, TRUE);
}

static void
activate_reload (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  mellow_page_reload (self->page);
}

static void
activate_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  mellow_print_flow_print (self->page, self->settings);
}

static void
activate_export_pdf (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  mellow_print_flow_choose_pdf (self->page, self->settings);
}

static void
activate_export_report (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  mellow_report_flow_choose (self->page, self->settings);
}

/* --- the text --- */

static void
activate_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  mellow_history_undo (get_history (self));
  show_cursor (self);
}

static void
activate_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  mellow_history_redo (get_history (self));
  show_cursor (self);
}

static void
activate_focus_text (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  focus_text (user_data);
}

static void
activate_next_slot (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  if (!mellow_slot_select_next (get_buffer (self)))
    mellow_page_tell (self->page, _ ("No place in square brackets is left to fill in"));
  focus_text (self);
}

static void
activate_next_misspelling (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  if (mellow_spelling_assistant_go_to_next (
          mellow_editor_get_spelling (mellow_page_get_editor (self->page))))
    focus_text (self);
  else
    mellow_page_tell (self->page, _ ("No misspelt word is marked in this text"));
}

static void
activate_show_card (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;

  if (!mellow_editor_show_card (mellow_page_get_editor (self->page)))
    mellow_page_tell (self->page, _ ("Put the cursor on a marked phrase first"));
}

static void
activate_brief (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page)));

  gtk_window_present (
      GTK_WINDOW (mellow_brief_dialog_new (window, mellow_page_get_draft (self->page))));
}

static void
activate_contracts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page)));

  gtk_window_present (GTK_WINDOW (mellow_contracts_window_new (
      window, mellow_contract_library_get_default (), mellow_page_get_draft (self->page))));
}

/* Puts them away if they have the focus. */
static void
activate_messages (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;
  MellowMessagesPane *pane = mellow_page_get_messages (self->page);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self->page));
  GtkWidget *focus = gtk_root_get_focus (window);

  if (mellow_messages_pane_is_open (pane) && focus != NULL &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (pane)))
    mellow_messages_pane_close (pane);
  else
    mellow_messages_pane_open (pane);
}

/* What a reader sees of a part of the text. */
static char *
dup_words (MellowReview *review, const GtkTextIter *start, const GtkTextIter *end)
{
  ProseSpan span = { mellow_review_get_offset (review, start),
                     mellow_review_get_offset (review, end) };
  g_autoptr (ProseReading) reading =
      prose_live_checker_read (mellow_review_get_checker (review), span);
  ProseSpan words = prose_reading_from_source (reading, span);

  return g_strndup (prose_reading_get_text (reading) + words.start, prose_span_get_length (words));
}

static void
activate_pin_message (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowPageActions *self = user_data;
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end)) {
    mellow_page_tell (self->page, _ ("Select the words of the message first"));
    return;
  }

  words = dup_words (get_review (self), &start, &end);
  mellow_messages_pane_pin (mellow_page_get_messages (self->page), words);
}

static void
change_read_as (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  MellowPageActions *self = user_data;
  const ProseFormat *format = prose_format_find (g_variant_get_string (value, NULL));

  if (format != NULL)
    mellow_draft_choose_format (mellow_page_get_draft (self->page), format);
}

static const GActionEntry entries[] = {
  { "save", activate_save },
  { "save-as", activate_save_as },
  { "reload", activate_reload },
  { "print", activate_print },
  { "export-pdf", activate_export_pdf },
  { "export-report", activate_export_report },
  { "undo", activate_undo },
  { "redo", activate_redo },
  { "focus-text", activate_focus_text },
  { "next-slot", activate_next_slot },
  { "next-misspelling", activate_next_misspelling },
  { "show-card", activate_show_card },
  { "brief", activate_brief },
  { "contracts", activate_contracts },
  { "messages", activate_messages },
  { "pin-message", activate_pin_message },
  { "read-as", NULL, "s", "'text'", change_read_as },
};

/* --- what can be done now --- */

static void
set_enabled (MellowPageActions *self, const char *name, gboolean is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->map, name)),
                               is_enabled);
}

static void
update_history (MellowPageActions *self)
{
  set_enabled (self, "undo", mellow_history_can_undo (get_history (self)));
  set_enabled (self, "redo", mellow_history_can_redo (get_history (self)));
}

static void
update_format (MellowPageActions *self)
{
  MellowReview *review = get_review (self);
  GAction *action = g_action_map_lookup_action (self->map, "read-as");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (mellow_review_get_format (review)->name));
}

/* GTK keeps the actions of a window that is gone. */
static void
remove_entries (MellowPageActions *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (self->map, entries[i].name);
}

static void
mellow_page_actions_dispose (GObject *object)
{
  MellowPageActions *self = MELLOW_PAGE_ACTIONS (object);

  if (self->map != NULL)
    remove_entries (self);
  g_clear_weak_pointer (&self->map);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->review_signals);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mellow_page_actions_parent_class)->dispose (object);
}

static void
mellow_page_actions_class_init (MellowPageActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_page_actions_dispose;
}

static void
mellow_page_actions_init (MellowPageActions *self)
{
  self->history_signals = g_signal_group_new (MELLOW_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "notify::can-undo",
                                  G_CALLBACK (update_history), self);
  g_signal_group_connect_swapped (self->history_signals, "notify::can-redo",
                                  G_CALLBACK (update_history), self);
  self->review_signals = g_signal_group_new (MELLOW_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals, "format-changed",
                                  G_CALLBACK (update_format), self);
}

/**
 * mellow_page_actions_new:
 * @map: the window whose actions they are
 * @settings: the user's settings
 *
 * Returns: (transfer full): the actions, for no page yet
 */
MellowPageActions *
mellow_page_actions_new (GActionMap *map, GSettings *settings)
{
  MellowPageActions *self;

  g_return_val_if_fail (G_IS_ACTION_MAP (map), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_PAGE_ACTIONS, NULL);
  g_set_weak_pointer (&self->map, map);
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);

  return self;
}

/**
 * mellow_page_actions_set_page:
 * @self: the actions
 * @page: (nullable): the page that they act on from now on
 */
void
mellow_page_actions_set_page (MellowPageActions *self, MellowPage *page)
{
  g_return_if_fail (MELLOW_IS_PAGE_ACTIONS (self));
  g_return_if_fail (page == NULL || MELLOW_IS_PAGE (page));

  g_set_weak_pointer (&self->page, page);
  g_signal_group_set_target (self->history_signals, page != NULL ? get_history (self) : NULL);
  g_signal_group_set_target (self->review_signals,
                             page != NULL ? mellow_draft_get_review (mellow_page_get_draft (page))
                                          : NULL);
  if (page == NULL)
    return;
  update_history (self);
  update_format (self);
}

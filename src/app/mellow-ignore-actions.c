/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of a window to leave marks as they are, and to see what is left so. */

#include "mellow-ignore-actions.h"

#include <glib/gi18n.h>

#include "mellow-ignore-flow.h"
#include "mellow-ignored-window.h"
#include "mellow-parity-actions.h"
#include "mellow-proof-dialog.h"

static MellowPage *
get_page (gpointer window)
{
  return mellow_window_get_page (MELLOW_WINDOW (window));
}

static void
focus_text (gpointer window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.focus-text", NULL);
}

/* The mark at the cursor, which is the one that is selected in the panel. */
static guint
find_mark (gpointer window)
{
  MellowMark *mark = mellow_window_get_selected_mark (MELLOW_WINDOW (window));

  if (mark != NULL)
    return mellow_mark_get_position (mark);

  mellow_page_tell (get_page (window), _ ("Put the cursor on a marked phrase first"));
  return G_MAXUINT;
}

/* Who stands on a difference from the original means that one. Here and below the target
 * comes from a menu, and is one that there is. */
static void
activate_ignore (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ProseIgnoreLevel level;
  guint mark;

  if (mellow_parity_actions_dismiss_focused (MELLOW_WINDOW (window)))
    return;

  mark = find_mark (window);
  if (mark != G_MAXUINT &&
      prose_ignore_level_from_string (g_variant_get_string (parameter, NULL), &level))
    mellow_ignore_flow_ignore (get_page (window), mark, level, PROSE_IGNORE_REASON_NONE);
}

static gboolean
read_target (GVariant *target, guint *mark, ProseIgnoreLevel *level, ProseIgnoreReason *reason)
{
  const char *level_name, *reason_name;

  g_variant_get (target, "(u&s&s)", mark, &level_name, &reason_name);
  return prose_ignore_level_from_string (level_name, level) &&
         prose_ignore_reason_from_string (reason_name, reason);
}

static void
activate_ignore_mark (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ProseIgnoreLevel level;
  ProseIgnoreReason reason;
  guint mark;

  if (!read_target (parameter, &mark, &level, &reason))
    return;

  mellow_ignore_flow_ignore (get_page (window), mark, level, reason);
  focus_text (window);
}

static void
activate_turn_rule_off (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ProseIgnoreLevel level;
  ProseIgnoreReason reason;
  guint mark;

  if (!read_target (parameter, &mark, &level, &reason) || level == PROSE_IGNORE_HERE)
    return;

  mellow_ignore_flow_turn_rule_off (get_page (window), mark, level, reason);
  focus_text (window);
}

/* The mark may have moved, or be gone, when the dialog is answered. */
static void
on_proven (MellowMark *mark, const MellowProof *proof, GtkWindow *dialog)
{
  GtkWindow *window = gtk_window_get_transient_for (dialog);

  mellow_ignore_flow_prove_mark (get_page (window), mellow_mark_get_position (mark), proof);
}

static void
activate_prove (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  GListModel *marks = mellow_draft_get_marks (mellow_page_get_draft (get_page (window)));
  g_autoptr (MellowMark) mark = g_list_model_get_item (marks, g_variant_get_uint32 (parameter));
  MellowProofDialog *dialog;

  if (mark == NULL)
    return;

  dialog = mellow_proof_dialog_new (GTK_WINDOW (window), mellow_mark_get_phrase (mark));
  g_signal_connect_data (dialog, "proven", G_CALLBACK (on_proven), g_steal_pointer (&mark),
                         (GClosureNotify)(void (*) (void))g_object_unref, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
activate_show_ignored (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_window_present (
      GTK_WINDOW (mellow_ignored_window_new (GTK_WINDOW (window), get_page (window))));
}

static const GActionEntry actions[] = {
  { .name = "ignore", .activate = activate_ignore, .parameter_type = "s" },
  { .name = "ignore-mark", .activate = activate_ignore_mark, .parameter_type = "(uss)" },
  { .name = "turn-rule-off", .activate = activate_turn_rule_off, .parameter_type = "(uss)" },
  { .name = "prove-mark", .activate = activate_prove, .parameter_type = "u" },
  { .name = "show-ignored", .activate = activate_show_ignored },
};

/* What is ignored everywhere is kept with the rules. */
static void
on_page_attached (MellowRuleLibrary *library, AdwTabPage *tab)
{
  MellowPage *page = MELLOW_PAGE (adw_tab_page_get_child (tab));

  mellow_ignored_list_set_library (mellow_draft_get_ignored (mellow_page_get_draft (page)),
                                   library);
}

/**
 * mellow_ignore_actions_add_to:
 * @window: a window without tabs
 * @library: the rules, and what is ignored everywhere
 *
 * Lets the user leave marks as they are.
 */
void
mellow_ignore_actions_add_to (MellowWindow *window, MellowRuleLibrary *library)
{
  g_return_if_fail (MELLOW_IS_WINDOW (window));
  g_return_if_fail (MELLOW_IS_RULE_LIBRARY (library));

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  g_signal_connect_object (mellow_window_get_tabs (window), "page-attached",
                           G_CALLBACK (on_page_attached), library, G_CONNECT_SWAPPED);
}

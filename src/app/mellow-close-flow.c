/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conversation before pages are closed: a save that is under way is waited
 * for, and of texts with changes the user is asked whether to save them.
 */

#include "mellow-close-flow.h"

#include <glib/gi18n.h>

/* What a close flow works on, the data of its task. */
typedef struct {
  GtkWindow *parent;
  GPtrArray *pages;
  guint next; /* page to save */
} CloseFlow;

static void begin (GTask *task);

static void
close_flow_free (gpointer data)
{
  CloseFlow *flow = data;

  g_object_unref (flow->parent);
  g_ptr_array_unref (flow->pages);
  g_free (flow);
}

static void
return_true (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

/* A dialog looks back at its parent as it goes, so the parent goes after it. */
static void
finish (GTask *task, gboolean may_close)
{
  if (may_close) {
    g_idle_add_once (return_true, task);
    return;
  }
  g_task_return_boolean (task, FALSE);
  g_object_unref (task);
}

static MellowDraft *
get_draft (CloseFlow *flow, guint i)
{
  return mellow_page_get_draft (flow->pages->pdata[i]);
}

/* --- saving --- */

static void save_next (GTask *task);

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;

  if (mellow_page_save_finish (MELLOW_PAGE (source), result))
    save_next (task);
  else
    finish (task, FALSE);
}

static void
save_next (GTask *task)
{
  CloseFlow *flow = g_task_get_task_data (task);

  while (flow->next < flow->pages->len && !mellow_draft_is_modified (get_draft (flow, flow->next)))
    flow->next++;
  if (flow->next == flow->pages->len)
    finish (task, TRUE);
  else
    mellow_page_save_async (flow->pages->pdata[flow->next++], FALSE, on_saved, task);
}

/* --- asking --- */

static char *
dup_question (CloseFlow *flow)
{
  g_autoptr (GString) question = g_string_new (NULL);
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < flow->pages->len; i++) {
    if (!mellow_draft_is_modified (get_draft (flow, i)))
      continue;
    g_free (title);
    title = mellow_draft_dup_title (get_draft (flow, i));
    g_string_append_printf (question, "\n• %s", title);
    n++;
  }
  if (n == 1)
    return g_strdup_printf (
        _ ("“%s” has changes that are not saved. Without saving they are lost."), title);

  g_string_prepend (
      question, _ ("These texts have changes that are not saved. Without saving they are lost.\n"));
  return g_string_free (g_steal_pointer (&question), FALSE);
}

static void
discard_all (CloseFlow *flow)
{
  for (guint i = 0; i < flow->pages->len; i++)
    mellow_page_discard (flow->pages->pdata[i]);
}

static void
on_response (GTask *task, const char *response)
{
  gboolean is_discarded = g_str_equal (response, "discard");

  if (g_str_equal (response, "save")) {
    save_next (task);
    return;
  }

  if (is_discarded)
    discard_all (g_task_get_task_data (task));
  finish (task, is_discarded);
}

static void
ask (GTask *task)
{
  CloseFlow *flow = g_task_get_task_data (task);
  g_autofree char *question = dup_question (flow);
  GtkWidget *widget = adw_message_dialog_new (flow->parent, _ ("Save Changes?"), question);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- waiting --- */

static void
on_saving_changed (MellowPage *page, GParamSpec *pspec, GTask *task)
{
  g_signal_handlers_disconnect_by_func (page, on_saving_changed, task);
  begin (task);
}

static MellowPage *
find_saving (CloseFlow *flow)
{
  for (guint i = 0; i < flow->pages->len; i++)
    if (mellow_page_is_saving (flow->pages->pdata[i]))
      return flow->pages->pdata[i];

  return NULL;
}

static gboolean
has_changes (CloseFlow *flow)
{
  for (guint i = 0; i < flow->pages->len; i++)
    if (mellow_draft_is_modified (get_draft (flow, i)))
      return TRUE;

  return FALSE;
}

static void
begin (GTask *task)
{
  CloseFlow *flow = g_task_get_task_data (task);
  MellowPage *saving = find_saving (flow);

  if (saving != NULL)
    g_signal_connect (saving, "notify::saving", G_CALLBACK (on_saving_changed), task);
  else if (has_changes (flow))
    ask (task);
  else
    finish (task, TRUE);
}

/**
 * mellow_close_flow_run_async:
 * @parent: the window that asks
 * @pages: (element-type MellowPage): the pages to be closed
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Finds out whether pages may be closed, after saving what the user wants saved.
 */
void
mellow_close_flow_run_async (GtkWindow *parent,
                             GPtrArray *pages,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  CloseFlow *flow;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (pages != NULL);

  flow = g_new0 (CloseFlow, 1);
  flow->parent = g_object_ref (parent);
  flow->pages = g_ptr_array_ref (pages);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, mellow_close_flow_run_async);
  g_task_set_task_data (task, flow, close_flow_free);
  begin (task);
}

/**
 * mellow_close_flow_run_finish:
 * @result: what the callback was given
 *
 * Returns: whether the pages may be closed
 */
gboolean
mellow_close_flow_run_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

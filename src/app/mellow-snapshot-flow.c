/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping a text as it is now under a name, and bringing it back. */

#include "mellow-snapshot-flow.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-comparison-window.h"
#include "mellow-name-flow.h"
#include "mellow-phrase.h"
#include "mellow-snapshot-store.h"

static GtkWindow *
get_window (MellowPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- taking one --- */

static void
tell_about (MellowPage *page, const char *format, const char *name)
{
  g_autofree char *quoted = mellow_phrase_quote_short (name);
  g_autofree char *text = g_strdup_printf (format, quoted);

  mellow_page_tell (page, text);
}

static char *
dup_text (MellowPage *page)
{
  return mellow_text_buffer_dup_text (
      MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (mellow_page_get_draft (page))));
}

static ProseSnapshot *
create_snapshot (MellowPage *page, const char *name)
{
  MellowReview *review = mellow_draft_get_review (mellow_page_get_draft (page));
  const ProseMeasures *measures = mellow_review_get_measures (review);
  ProseToneSummary tone = prose_tone_summary_new (measures);
  ProseSnapshot *snapshot = g_new0 (ProseSnapshot, 1);

  snapshot->document = mellow_snapshot_store_dup_document (mellow_page_get_draft (page));
  snapshot->name = g_strdup (name);
  snapshot->text = dup_text (page);
  snapshot->words = measures->words;
  snapshot->pressure = tone.pressure;
  snapshot->warmth = tone.warmth;
  snapshot->information = tone.information;
  snapshot->verdict = g_strdup (prose_verdict_to_string (tone.verdict));
  return snapshot;
}

/**
 * mellow_snapshot_flow_take:
 * @page: a page
 * @store: where snapshots are kept
 * @name: what to call it
 *
 * Keeps the text as it is now, and says so.
 *
 * Returns: whether it is kept
 */
gboolean
mellow_snapshot_flow_take (MellowPage *page, ProseUserStore *store, const char *name)
{
  g_autoptr (ProseSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MELLOW_IS_PAGE (page), FALSE);
  g_return_val_if_fail (PROSE_IS_USER_STORE (store), FALSE);

  snapshot = create_snapshot (page, name);
  if (!prose_user_snapshots_add (store, snapshot, &error)) {
    mellow_page_tell (page, error->message);
    return FALSE;
  }

  tell_about (page, _ ("The text is kept as %s"), name);
  mellow_snapshot_store_refresh (store, mellow_page_get_draft (page));
  return TRUE;
}

/**
 * mellow_snapshot_flow_list:
 * @page: a page
 * @store: (nullable): where snapshots are kept
 *
 * Returns: (transfer full) (nullable) (element-type ProseSnapshot): how its text was,
 *   the last one first; %NULL if there is none to be had, and it is said why
 */
GPtrArray *
mellow_snapshot_flow_list (MellowPage *page, ProseUserStore *store)
{
  GPtrArray *snapshots;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MELLOW_IS_PAGE (page), NULL);

  if (store == NULL) {
    mellow_page_tell (page, _ ("There is no place to keep snapshots."));
    return NULL;
  }

  snapshots = mellow_snapshot_store_load (store, mellow_page_get_draft (page), &error);
  if (snapshots == NULL)
    mellow_page_tell (page, error->message);
  return snapshots;
}

typedef struct {
  MellowPage *page;
  ProseUserStore *store;
} Request;

static Request *
request_new (MellowPage *page, ProseUserStore *store)
{
  Request *request = g_new (Request, 1);

  *request = (Request){ g_object_ref (page), g_object_ref (store) };
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->page);
  g_object_unref (request->store);
  g_free (request);
}

static void
on_name_chosen (gpointer data, const char *name)
{
  Request *request = data;

  mellow_snapshot_flow_take (request->page, request->store, name);
}

/**
 * mellow_snapshot_flow_ask:
 * @page: a page in a window
 * @store: (nullable): where snapshots are kept
 *
 * Asks for a name and keeps the text under it. The snapshots of a draft come along when
 * it is saved.
 */
void
mellow_snapshot_flow_ask (MellowPage *page, ProseUserStore *store)
{
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (page));

  snapshots = mellow_snapshot_flow_list (page, store);
  if (snapshots == NULL || get_window (page) == NULL)
    return;

  /* Translators: the name of a snapshot. */
  name = g_strdup_printf (_ ("Version %u"), snapshots->len + 1);
  mellow_name_flow_ask (get_window (page), _ ("Take a Snapshot"), name, _ ("_Take"), on_name_chosen,
                        request_new (page, store), request_free);
}

/* --- going back --- */

/**
 * mellow_snapshot_flow_restore:
 * @page: a page
 * @snapshot: how its text was
 *
 * Makes the text what it was, in one step that can be undone.
 */
void
mellow_snapshot_flow_restore (MellowPage *page, const ProseSnapshot *snapshot)
{
  GtkTextBuffer *buffer;
  g_autofree char *now = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (snapshot != NULL);

  buffer = mellow_draft_get_buffer (mellow_page_get_draft (page));
  now = dup_text (page);
  if (g_str_equal (now, snapshot->text)) {
    tell_about (page, _ ("The text is what it was in %s"), snapshot->name);
    return;
  }

  mellow_text_buffer_reload (MELLOW_TEXT_BUFFER (buffer), snapshot->text, -1);
  gtk_text_buffer_set_modified (buffer, TRUE);
  quoted = mellow_phrase_quote_short (snapshot->name);
  text = g_strdup_printf (_ ("%s is back"), quoted);
  mellow_page_tell_undoable (page, text);
}

/**
 * mellow_snapshot_flow_compare:
 * @page: a page in a window
 * @store: (nullable): where snapshots are kept
 *
 * Shows the last snapshot and the text as it is now.
 */
void
mellow_snapshot_flow_compare (MellowPage *page, ProseUserStore *store)
{
  g_autoptr (GPtrArray) snapshots = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (page));

  snapshots = mellow_snapshot_flow_list (page, store);
  if (snapshots == NULL)
    return;

  if (snapshots->len == 0)
    mellow_page_tell (page, _ ("Take a snapshot first (Ctrl+D); then you can see what changed"));
  else
    gtk_window_present (
        GTK_WINDOW (mellow_comparison_window_new (get_window (page), page, snapshots, 0)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the writer decides about a translation beside its original: which differences in tone
 * are to stay, each one step to undo, and what the original is. */

#include "mellow-parity-flow.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mellow-file-name.h"
#include "mellow-parity-watch.h"
#include "mellow-parity-words.h"
#include "mellow-phrase.h"

/* A difference that is to stay, or is not any more. */
typedef struct {
  MellowDocumentData *data; /* not held: the history belongs to the same draft */
  ProseDismissal *dismissal;
} Choice;

static Choice *
choice_new (MellowDraft *draft, const ProseDismissal *dismissal)
{
  Choice *choice = g_new0 (Choice, 1);

  g_set_weak_pointer (&choice->data, mellow_draft_get_data (draft));
  choice->dismissal = prose_dismissal_copy (dismissal);
  return choice;
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_weak_pointer (&choice->data);
  prose_dismissal_free (choice->dismissal);
  g_free (choice);
}

static void
put_in (gpointer data)
{
  const Choice *choice = data;

  mellow_document_data_dismiss (choice->data, choice->dismissal);
}

static void
take_out (gpointer data)
{
  const Choice *choice = data;

  mellow_document_data_bring_back (choice->data, choice->dismissal->key);
}

static void
exchange_reason (gpointer data)
{
  Choice *choice = data;
  const ProseDismissal *known = prose_dismissals_find (
      mellow_document_data_get_dismissed (choice->data), choice->dismissal->key);
  ProseIgnoreReason before = known != NULL ? known->reason : PROSE_IGNORE_REASON_NONE;

  mellow_document_data_dismiss (choice->data, choice->dismissal);
  choice->dismissal->reason = before;
}

static const MellowDecision DISMISSING = { take_out, put_in, choice_free };
static const MellowDecision BRINGING_BACK = { put_in, take_out, choice_free };
static const MellowDecision CHANGING_REASON = { exchange_reason, exchange_reason, choice_free };

static void
decide (MellowDraft *draft, const MellowDecision *decision, Choice *choice)
{
  mellow_history_add (mellow_review_get_history (mellow_draft_get_review (draft)), decision,
                      choice);
}

static const ProseDismissal *
find_dismissal (MellowDraft *draft, MellowParityItem *item)
{
  return prose_dismissals_find (mellow_document_data_get_dismissed (mellow_draft_get_data (draft)),
                                mellow_parity_item_get_key (item));
}

static void
tell (MellowPage *page, MellowParityItem *item, const char *format)
{
  const ProseParityFinding *finding = mellow_parity_item_get_finding (item);
  const char *words = finding->target_words != NULL ? finding->target_words : finding->translation;
  gboolean is_about_words = finding->kind != PROSE_PARITY_ADDRESS_MIXED;
  g_autofree char *name = is_about_words ? mellow_phrase_quote_short (words)
                                         : g_strdup (mellow_parity_words_get_title (finding->kind));
  g_autofree char *text = g_strdup_printf (format, name);

  mellow_page_tell_undoable (page, text);
}

/**
 * mellow_parity_flow_dismiss:
 * @page: a page
 * @item: a difference between its text and the original
 *
 * Leaves it as it is, and does not tell of it any more as long as both texts stay.
 */
void
mellow_parity_flow_dismiss (MellowPage *page, MellowParityItem *item)
{
  g_autoptr (ProseDismissal) dismissal = NULL;
  g_autoptr (MellowParityItem) dismissed = NULL;
  MellowDraft *draft;
  Choice *choice;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (MELLOW_IS_PARITY_ITEM (item));

  draft = mellow_page_get_draft (page);
  dismissed = g_object_ref (item);
  dismissal = mellow_parity_item_create_dismissal (item);
  choice = choice_new (draft, dismissal);
  put_in (choice);
  decide (draft, &DISMISSING, choice);
  /* Translators: %s is a phrase in quotation marks. */
  tell (page, dismissed, _ ("%s may differ"));
}

/**
 * mellow_parity_flow_bring_back:
 * @page: a page
 * @item: a difference that was dismissed
 *
 * Tells of it again.
 */
void
mellow_parity_flow_bring_back (MellowPage *page, MellowParityItem *item)
{
  g_autoptr (MellowParityItem) returned = NULL;
  const ProseDismissal *known;
  MellowDraft *draft;
  Choice *choice;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (MELLOW_IS_PARITY_ITEM (item));

  draft = mellow_page_get_draft (page);
  returned = g_object_ref (item);
  known = find_dismissal (draft, item);
  if (known == NULL)
    return;

  choice = choice_new (draft, known);
  take_out (choice);
  decide (draft, &BRINGING_BACK, choice);
  tell (page, returned, _ ("%s is listed again"));
}

/**
 * mellow_parity_flow_set_reason:
 * @page: a page
 * @item: a difference that was dismissed
 * @reason: why
 */
void
mellow_parity_flow_set_reason (MellowPage *page, MellowParityItem *item, ProseIgnoreReason reason)
{
  const ProseDismissal *known;
  MellowDraft *draft;
  Choice *choice;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (MELLOW_IS_PARITY_ITEM (item));

  draft = mellow_page_get_draft (page);
  known = find_dismissal (draft, item);
  if (known == NULL || known->reason == reason)
    return;

  choice = choice_new (draft, known);
  choice->dismissal->reason = reason;
  exchange_reason (choice);
  decide (draft, &CHANGING_REASON, choice);
}

/* --- from another file --- */

/* All that is dismissed, and what else it may be. */
typedef struct {
  MellowDocumentData *data; /* not held: the history belongs to the same draft */
  GPtrArray *dismissals;
} Takeover;

static void
takeover_free (gpointer data)
{
  Takeover *takeover = data;

  g_clear_weak_pointer (&takeover->data);
  g_ptr_array_unref (takeover->dismissals);
  g_free (takeover);
}

static GPtrArray *
copy_dismissals (GPtrArray *dismissals)
{
  return g_ptr_array_copy (dismissals, (GCopyFunc)(void (*) (void))prose_dismissal_copy, NULL);
}

static void
exchange_all (gpointer data)
{
  Takeover *takeover = data;
  g_autoptr (GPtrArray) others = g_steal_pointer (&takeover->dismissals);

  takeover->dismissals = copy_dismissals (mellow_document_data_get_dismissed (takeover->data));
  mellow_document_data_set_dismissed (takeover->data, others);
}

static const MellowDecision TAKING_OVER = { exchange_all, exchange_all, takeover_free };

/* What is known of a text, or what a side file says. */
static MellowDocumentData *
read_known (GFile *file, GError **error)
{
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autofree char *name = g_file_get_basename (file);
  gboolean is_side_file = g_str_has_suffix (name, ".yaml") || g_str_has_suffix (name, ".yml");

  if (!(is_side_file ? mellow_document_data_import (data, file, error)
                     : mellow_document_data_load (data, file, error)))
    return NULL;

  return g_steal_pointer (&data);
}

static guint
add_new (GPtrArray *dismissals, GPtrArray *others)
{
  guint n = dismissals->len;

  for (guint i = 0; i < others->len; i++) {
    const ProseDismissal *other = others->pdata[i];

    if (prose_dismissals_find (dismissals, other->key) == NULL)
      g_ptr_array_add (dismissals, prose_dismissal_copy (other));
  }
  return dismissals->len - n;
}

/**
 * mellow_parity_flow_take_over:
 * @page: a page
 * @file: an earlier file of translations that was worked on here, or a side file
 * @error: why it failed
 *
 * Dismisses what was dismissed there, too, for a client may send an update under another
 * name.
 *
 * Returns: how many decisions were taken over
 */
guint
mellow_parity_flow_take_over (MellowPage *page, GFile *file, GError **error)
{
  g_autoptr (MellowDocumentData) data = NULL;
  MellowDraft *draft;
  Takeover *takeover;
  guint n;

  g_return_val_if_fail (MELLOW_IS_PAGE (page), 0);
  g_return_val_if_fail (G_IS_FILE (file), 0);

  data = read_known (file, error);
  if (data == NULL)
    return 0;

  draft = mellow_page_get_draft (page);
  takeover = g_new0 (Takeover, 1);
  g_set_weak_pointer (&takeover->data, mellow_draft_get_data (draft));
  takeover->dismissals = copy_dismissals (mellow_document_data_get_dismissed (takeover->data));
  n = add_new (takeover->dismissals, mellow_document_data_get_dismissed (data));
  if (n == 0) {
    takeover_free (takeover);
    return 0;
  }

  exchange_all (takeover);
  mellow_history_add (mellow_review_get_history (mellow_draft_get_review (draft)), &TAKING_OVER,
                      takeover);
  return n;
}

/* --- the original --- */

/**
 * mellow_parity_flow_set_original:
 * @page: a page
 * @file: the original of its text
 *
 * Compares the text with another one from now on.
 */
void
mellow_parity_flow_set_original (MellowPage *page, GFile *file)
{
  MellowDraft *draft;
  g_autofree char *uri = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (G_IS_FILE (file));

  draft = mellow_page_get_draft (page);
  if (mellow_file_tie_has_file (mellow_draft_get_tie (draft), file)) {
    mellow_page_tell (page, _ ("This is the text itself. Its original is another file."));
    return;
  }

  uri = g_file_get_uri (file);
  mellow_document_data_set_original (mellow_draft_get_data (draft), uri);
}

/**
 * mellow_parity_flow_forget_original:
 * @page: a page
 *
 * Compares the text with none any more.
 */
void
mellow_parity_flow_forget_original (MellowPage *page)
{
  g_return_if_fail (MELLOW_IS_PAGE (page));

  mellow_document_data_set_original (mellow_draft_get_data (mellow_page_get_draft (page)), NULL);
}

/* The chooser is in use until it has told of its response. */
static void
on_file_chosen (GtkNativeDialog *chooser, int response, MellowPage *page)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    mellow_parity_flow_set_original (page, file);
  g_idle_add_once ((GSourceOnceFunc)g_object_unref, chooser);
}

/* Where the original was, or where the text is. */
static void
suggest_folder (GtkFileChooser *chooser, MellowDraft *draft)
{
  const char *uri = mellow_document_data_get_original (mellow_draft_get_data (draft));
  g_autoptr (GFile) before = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  GFile *near = before != NULL ? before : mellow_draft_get_file (draft);
  g_autoptr (GFile) folder = near != NULL ? g_file_get_parent (near) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/**
 * mellow_parity_flow_choose_original:
 * @page: a page in a window
 *
 * Asks what its text is a translation of, and compares it with that.
 */
void
mellow_parity_flow_choose_original (MellowPage *page)
{
  GtkFileChooserNative *chooser;
  GtkWindow *window;

  g_return_if_fail (MELLOW_IS_PAGE (page));

  window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  chooser =
      gtk_file_chooser_native_new (_ ("Compare with Original"), window,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Compare"), _ ("_Cancel"));
  suggest_folder (GTK_FILE_CHOOSER (chooser), mellow_page_get_draft (page));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-page.h"

#include <glib/gi18n.h>

#include "mellow-draft-keeper.h"
#include "mellow-draft-reader.h"
#include "mellow-file-name.h"
#include "mellow-file-notice.h"
#include "mellow-load-flow.h"
#include "mellow-long-line-notice.h"
#include "mellow-recent.h"
#include "mellow-save-flow.h"
#include "mellow-snapshot-store.h"
#include "mellow-toast.h"

/**
 * MellowPage:
 *
 * A draft at work: its text, and what is told of loading and saving it. A window
 * has one for each tab.
 */
struct _MellowPage {
  AdwBin parent_instance;

  MellowNotice *file_place;
  MellowNotice *keeper_place;
  MellowNotice *long_line_place;
  AdwToastOverlay *toasts;
  MellowEditor *editor;
  MellowMessagesPane *messages;

  MellowDraft *draft;
  MellowDraftKeeper *keeper;
  MellowFileNotice *file_notice;
  MellowLongLineNotice *long_line_notice;
  AdwToast *undoable; /* not held: it goes by itself */
  AdwToast *told;     /* likewise: what was told last */
  GFile *loading_file;
  guint loading_cursor; /* where the cursor goes then */
  ProseEncoding loading_encoding;
  gboolean is_reopening; /* it was open at the end */
  gboolean is_saving;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_SAVING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowPage, mellow_page, ADW_TYPE_BIN)

static void
notify (MellowPage *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
on_title_changed (MellowPage *self)
{
  notify (self, PROP_TITLE);
}

/* --- loading --- */

static void
show_loaded (MellowPage *self)
{
  mellow_recent_add (mellow_draft_get_file (self->draft));
  mellow_text_view_lay_out_anew (mellow_editor_get_view (self->editor));
  mellow_draft_set_cursor (self->draft, self->loading_cursor);
  if (self->loading_cursor > 0)
    mellow_editor_show_cursor (self->editor);
}

static void
set_editable (MellowPage *self, gboolean is_editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (mellow_editor_get_view (self->editor)), is_editable);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MellowPage *self = MELLOW_PAGE (source);
  g_autoptr (GFile) file = g_steal_pointer (&self->loading_file);
  MellowLoadResult outcome = mellow_load_flow_run_finish (result);

  if (self->draft == NULL)
    return;

  set_editable (self, TRUE);
  if (outcome == MELLOW_LOAD_RESULT_LOADED) {
    show_loaded (self);
  } else if (outcome == MELLOW_LOAD_RESULT_MISSING) {
    mellow_draft_set_file (self->draft, file);
    mellow_recent_remove (file);
    mellow_page_tell (self, self->is_reopening
                                ? _ ("This file is not there any more. Saving creates it again.")
                                : _ ("There is no such file yet. Saving creates it."));
  }
}

static void
on_reloaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (mellow_draft_load_finish (MELLOW_DRAFT (source), result, &error))
    mellow_page_tell (self, _ ("Reloaded. Undo brings your text back."));
  else
    mellow_page_tell (self, error->message);
}

/* --- notices --- */

/* What the system did not tell of is seen when the writer comes back. */
static void
on_focused (MellowPage *self)
{
  mellow_file_notice_check (self->file_notice);
}

static void
activate_keep (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MellowPage *self = MELLOW_PAGE (widget);

  mellow_file_notice_keep (self->file_notice);
  gtk_widget_grab_focus (widget);
}

static void
on_keeper_problem (MellowPage *self)
{
  const char *problem = mellow_draft_keeper_get_problem (self->keeper);
  g_autofree char *text = NULL;

  if (problem == NULL) {
    mellow_notice_hide (self->keeper_place);
    return;
  }

  text = g_strdup_printf (_ ("What you write cannot be kept safe until you save it. %s"), problem);
  mellow_notice_show (self->keeper_place, text, _ ("_Save"), "win.save", NULL);
}

static void
on_modified_changed (MellowPage *self)
{
  on_title_changed (self);
  if (!mellow_draft_is_modified (self->draft))
    mellow_notice_hide (self->keeper_place);
}

/* Undo would mean something else than the toast says. */
static void
drop_undoable (MellowPage *self)
{
  AdwToast *toast = self->undoable;

  g_clear_weak_pointer (&self->undoable);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* --- messages --- */

static void
on_place_chosen (MellowPage *self, guint start, guint end)
{
  mellow_editor_show_place (self->editor, (ProseSpan){ start, end });
}

static void
on_told (MellowPage *self, const char *text, gboolean is_undoable)
{
  if (is_undoable)
    mellow_page_tell_undoable (self, text);
  else
    mellow_page_tell (self, text);
}

/* --- saving --- */

static void
set_saving (MellowPage *self, gboolean is_saving)
{
  self->is_saving = is_saving;
  notify (self, PROP_SAVING);
}

static void
take_snapshots_along (MellowPage *self, GTask *task)
{
  const char *before = g_task_get_task_data (task);
  g_autofree char *after = mellow_snapshot_store_dup_document (self->draft);
  g_autoptr (GError) error = NULL;

  if (!mellow_snapshot_store_follow (GTK_WIDGET (self), before, after, &error))
    mellow_page_tell (self, error->message);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MellowPage *self = g_task_get_source_object (task);
  gboolean was_missing;
  gboolean is_saved = mellow_save_flow_run_finish (result, &was_missing);

  if (is_saved) {
    take_snapshots_along (self, task);
    mellow_recent_add (mellow_draft_get_file (self->draft));
    mellow_page_tell (self, was_missing ? _ ("The file had been deleted. It is there again.")
                                        : _ ("Saved"));
  }
  g_task_return_boolean (task, is_saved);
  set_saving (self, FALSE);
}

/* --- the object --- */

static void
mellow_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowPage *self = MELLOW_PAGE (object);

  switch (id) {
  case PROP_TITLE:
    g_value_take_string (value, mellow_page_dup_title (self));
    break;
  case PROP_SAVING:
    g_value_set_boolean (value, self->is_saving);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static gboolean
mellow_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MELLOW_PAGE (widget)->editor));
}

static void
mellow_page_dispose (GObject *object)
{
  MellowPage *self = MELLOW_PAGE (object);

  g_clear_weak_pointer (&self->undoable);
  g_clear_weak_pointer (&self->told);
  g_clear_object (&self->keeper);
  g_clear_object (&self->file_notice);
  g_clear_object (&self->long_line_notice);
  g_clear_object (&self->draft);
  g_clear_object (&self->loading_file);

  G_OBJECT_CLASS (mellow_page_parent_class)->dispose (object);
}

static void
mellow_page_class_init (MellowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_page_get_property;
  object_class->dispose = mellow_page_dispose;
  widget_class->grab_focus = mellow_page_grab_focus;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVING] =
      g_param_spec_boolean ("saving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MELLOW_TYPE_EDITOR);
  g_type_ensure (MELLOW_TYPE_MESSAGES_PANE);
  g_type_ensure (MELLOW_TYPE_NOTICE);
  gtk_widget_class_install_action (widget_class, "page.keep", NULL, activate_keep);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowPage, file_place);
  gtk_widget_class_bind_template_child (widget_class, MellowPage, keeper_place);
  gtk_widget_class_bind_template_child (widget_class, MellowPage, long_line_place);
  gtk_widget_class_bind_template_child (widget_class, MellowPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowPage, editor);
  gtk_widget_class_bind_template_child (widget_class, MellowPage, messages);
  gtk_widget_class_bind_template_callback (widget_class, gtk_widget_grab_focus);
  gtk_widget_class_bind_template_callback (widget_class, on_focused);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_told);
  gtk_widget_class_bind_template_callback (widget_class, mellow_page_tell);
}

static void
mellow_page_init (MellowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (MellowPage *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
follow_draft (MellowPage *self)
{
  MellowReview *review = mellow_draft_get_review (self->draft);

  follow (self, mellow_draft_get_buffer (self->draft), "modified-changed",
          G_CALLBACK (on_modified_changed));
  follow (self, self->keeper, "notify::problem", G_CALLBACK (on_keeper_problem));
  follow (self, mellow_draft_get_tie (self->draft), "notify::file", G_CALLBACK (on_title_changed));
  follow (self, mellow_review_get_history (review), "moved", G_CALLBACK (drop_undoable));
  follow (self, self->draft, "notice", G_CALLBACK (mellow_page_tell));
}

/**
 * mellow_page_new:
 * @rules: the rules to review the draft by
 * @settings: the user's settings
 *
 * Returns: (transfer floating): a page with an empty draft
 */
MellowPage *
mellow_page_new (ProseRuleSet *rules, GSettings *settings)
{
  MellowPage *self;
  MellowReview *review;

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_PAGE, NULL);
  self->draft = mellow_draft_new (rules);
  self->keeper = mellow_draft_keeper_new (self->draft);
  self->file_notice = mellow_file_notice_new (self->draft, self->file_place);
  review = mellow_draft_get_review (self->draft);
  self->long_line_notice = mellow_long_line_notice_new (review, self->long_line_place);
  mellow_editor_set_draft (self->editor, self->draft, settings);
  mellow_messages_pane_set_draft (self->messages, self->draft);
  follow_draft (self);

  return self;
}

/**
 * mellow_page_get_draft:
 * @self: a page
 *
 * Returns: (transfer none): the text it shows
 */
MellowDraft *
mellow_page_get_draft (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  return self->draft;
}

/**
 * mellow_page_get_editor:
 * @self: a page
 *
 * Returns: (transfer none): where its text is written
 */
MellowEditor *
mellow_page_get_editor (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  return self->editor;
}

/**
 * mellow_page_get_messages:
 * @self: a page
 *
 * Returns: (transfer none): what its text is to say again and again, below it
 */
MellowMessagesPane *
mellow_page_get_messages (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  return self->messages;
}

/**
 * mellow_page_dup_title:
 * @self: a page
 *
 * Returns: (transfer full): the name of its draft, with a dot before it while it
 *   has changes that are not saved
 */
char *
mellow_page_dup_title (MellowPage *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  name = mellow_draft_dup_title (self->draft);
  return mellow_draft_is_modified (self->draft) ? g_strdup_printf ("• %s", name)
                                                : g_steal_pointer (&name);
}

/**
 * mellow_page_dup_folder:
 * @self: a page
 *
 * Returns: (transfer full): where its file is, the user's own folder written as
 *   `~`; empty for a draft without a file
 */
char *
mellow_page_dup_folder (MellowPage *self)
{
  GFile *file;

  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  file = mellow_draft_get_file (self->draft);
  return file != NULL ? mellow_file_dup_folder (file) : g_strdup ("");
}

/**
 * mellow_page_tell:
 * @self: a page
 * @text: what happened
 *
 * Tells something in passing, over the text. What is told already is not told again: a
 * key that is pressed many times leads to one word.
 */
void
mellow_page_tell (MellowPage *self, const char *text)
{
  AdwToast *toast;

  g_return_if_fail (MELLOW_IS_PAGE (self));

  toast = mellow_toast_new (text);
  if (self->told != NULL &&
      g_str_equal (adw_toast_get_title (self->told), adw_toast_get_title (toast))) {
    g_object_unref (toast);
    return;
  }
  g_set_weak_pointer (&self->told, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * mellow_page_tell_undoable:
 * @self: a page
 * @text: what was done just now
 *
 * Tells something in passing, and offers to undo it as long as nothing else is done.
 */
void
mellow_page_tell_undoable (MellowPage *self, const char *text)
{
  AdwToast *toast;

  g_return_if_fail (MELLOW_IS_PAGE (self));

  toast = mellow_toast_new_undoable (text, "win.undo");
  g_set_weak_pointer (&self->undoable, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * mellow_page_is_free:
 * @self: a page
 *
 * Returns: whether a file can be opened in it without losing anything
 */
gboolean
mellow_page_is_free (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), FALSE);

  return self->loading_file == NULL && mellow_draft_is_blank (self->draft);
}

/**
 * mellow_page_get_file:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the file it shows, or soon will
 */
GFile *
mellow_page_get_file (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  return self->loading_file != NULL ? self->loading_file : mellow_draft_get_file (self->draft);
}

/**
 * mellow_page_get_cursor:
 * @self: a page
 *
 * Returns: where the cursor is, or soon will be, in characters
 */
guint
mellow_page_get_cursor (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), 0);

  return self->loading_file != NULL ? self->loading_cursor : mellow_draft_get_cursor (self->draft);
}

/**
 * mellow_page_get_encoding:
 * @self: a page
 *
 * Returns: how its file spells it, or is being read
 */
ProseEncoding
mellow_page_get_encoding (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), PROSE_ENCODING_UTF8);

  return self->loading_file != NULL
             ? self->loading_encoding
             : mellow_file_tie_get_encoding (mellow_draft_get_tie (self->draft));
}

/**
 * mellow_page_has_file:
 * @self: a page
 * @file: a file
 *
 * Returns: whether it shows @file, or soon will
 */
gboolean
mellow_page_has_file (MellowPage *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (MELLOW_IS_PAGE (self), FALSE);

  own = mellow_page_get_file (self);
  return own != NULL && g_file_equal (own, file);
}

static void
open_file (MellowPage *self, GFile *file, ProseEncoding encoding, guint cursor)
{
  self->loading_file = g_object_ref (file);
  self->loading_cursor = cursor;
  self->loading_encoding = encoding;
  /* What is written now would make way for the file. */
  set_editable (self, FALSE);
  mellow_load_flow_run_async (GTK_WIDGET (self), self->draft, file, encoding, on_loaded, NULL);
}

/**
 * mellow_page_open:
 * @self: a page that is free
 * @file: a file; it need not be there yet
 *
 * Reads a file. What goes wrong is said in the window.
 */
void
mellow_page_open (MellowPage *self, GFile *file)
{
  g_return_if_fail (MELLOW_IS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->loading_file == NULL);

  open_file (self, file, PROSE_ENCODING_UTF8, 0);
}

/**
 * mellow_page_open_at:
 * @self: a page that is free
 * @file: a file; it need not be there yet
 * @encoding: how it spells it, as for [method@Mellow.Draft.load_as_async]
 * @cursor: where the cursor goes, in characters
 *
 * As [method@Mellow.Page.open], for a file that was open before.
 */
void
mellow_page_open_at (MellowPage *self, GFile *file, ProseEncoding encoding, guint cursor)
{
  g_return_if_fail (MELLOW_IS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->loading_file == NULL);

  self->is_reopening = TRUE;
  open_file (self, file, encoding, cursor);
}

/**
 * mellow_page_reload:
 * @self: a page
 *
 * Shows what the file has now. It can be undone.
 */
void
mellow_page_reload (MellowPage *self)
{
  g_return_if_fail (MELLOW_IS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (mellow_draft_get_file (self->draft) == NULL)
    mellow_page_tell (self, _ ("This text has no file yet"));
  else if (!mellow_draft_is_busy (self->draft))
    mellow_draft_reload_async (self->draft, NULL, on_reloaded, g_object_ref (self));
}

/**
 * mellow_page_get_copy_id:
 * @self: a page
 *
 * Returns: (transfer none): the name of the recovery copy that is kept of its text
 *   while that is not saved
 */
const char *
mellow_page_get_copy_id (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  return mellow_draft_keeper_get_id (self->keeper);
}

/**
 * mellow_page_restore:
 * @self: a page that is free
 * @id: the name of @copy
 * @copy: what it is to show
 *
 * Shows a text that was not saved when Mellow stopped.
 */
void
mellow_page_restore (MellowPage *self, const char *id, const MellowDraftCopy *copy)
{
  g_return_if_fail (MELLOW_IS_PAGE (self));
  g_return_if_fail (copy != NULL);

  mellow_draft_keeper_restore (self->keeper, id, copy);
  mellow_editor_show_cursor (self->editor);
  mellow_notice_show (self->keeper_place,
                      _ ("Here is your text as you left it. It is not saved yet."), _ ("_Save"),
                      "win.save", NULL);
}

/**
 * mellow_page_discard:
 * @self: a page that is about to be closed
 *
 * Forgets the changes that are not saved, and the snapshots of a draft: the user does
 * not want them.
 */
void
mellow_page_discard (MellowPage *self)
{
  g_autofree char *document = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (self));

  document = mellow_snapshot_store_dup_document (self->draft);
  mellow_snapshot_store_forget (GTK_WIDGET (self), document);
  mellow_draft_keeper_discard (self->keeper);
}

/**
 * mellow_page_is_saving:
 * @self: a page
 *
 * Returns: whether a save is under way
 */
gboolean
mellow_page_is_saving (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), FALSE);

  return self->is_saving;
}

/**
 * mellow_page_save_async:
 * @self: a page in a window, that is not saving
 * @choose_file: whether to ask for another place, even if the draft has one
 * @callback: (nullable): called when it is over
 * @user_data: for @callback
 *
 * Saves the draft, and asks the user what only the user knows.
 */
void
mellow_page_save_async (MellowPage *self,
                        gboolean choose_file,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (MELLOW_IS_PAGE (self));
  g_return_if_fail (!self->is_saving);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, mellow_page_save_async);
  g_task_set_task_data (task, mellow_snapshot_store_dup_document (self->draft), g_free);
  set_saving (self, TRUE);
  mellow_save_flow_run_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->draft,
                              choose_file || mellow_file_notice_is_read_only (self->file_notice),
                              on_saved, task);
}

/**
 * mellow_page_save_finish:
 * @self: a page
 * @result: what the callback was given
 *
 * Returns: whether the draft is saved; if not, the user turned back and knows
 */
gboolean
mellow_page_save_finish (MellowPage *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

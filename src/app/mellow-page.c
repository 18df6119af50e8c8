/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-page.h"

#include <glib/gi18n.h>

#include "mellow-card.h"
#include "mellow-save-flow.h"

/**
 * MellowPage:
 *
 * A draft at work: its text, and what is told of loading and saving it. A window
 * has one for each tab.
 */
struct _MellowPage {
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  MellowTextView *view;
  MellowCard *card;

  MellowDraft *draft;
  GFile *loading_file;
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

static GtkWindow *
get_window (MellowPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

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

static const char *
explain_load_error (const GError *error)
{
  if (g_error_matches (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_BINARY))
    return _ ("It is not a text file.");
  if (g_error_matches (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING))
    return _ ("Its characters are neither UTF-8 nor UTF-16. "
              "Convert it to UTF-8 and open it again.");
  if (g_error_matches (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_TOO_LARGE))
    return _ ("It is too large.");

  return error->message;
}

static void
tell_about_load_error (MellowPage *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *heading = g_strdup_printf (_ ("Could Not Open “%s”"), name);
  GtkWidget *dialog =
      adw_message_dialog_new (get_window (self), heading, explain_load_error (error));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowPage) self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->loading_file);
  g_autoptr (GError) error = NULL;

  if (mellow_draft_load_finish (MELLOW_DRAFT (source), result, &error))
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
    mellow_draft_set_file (self->draft, file);
    mellow_page_tell (self, _ ("There is no such file yet. Saving creates it."));
  } else {
    tell_about_load_error (self, file, error);
  }
}

/* --- saving --- */

static void
set_saving (MellowPage *self, gboolean is_saving)
{
  self->is_saving = is_saving;
  notify (self, PROP_SAVING);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MellowPage *self = g_task_get_source_object (task);
  gboolean was_missing;
  gboolean is_saved = mellow_save_flow_run_finish (result, &was_missing);

  if (is_saved)
    mellow_page_tell (self, was_missing ? _ ("The file had been deleted. It is there again.")
                                        : _ ("Saved"));
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
  return gtk_widget_grab_focus (GTK_WIDGET (MELLOW_PAGE (widget)->view));
}

/* GTK 4.8 keeps a reference to a popover that had the focus, so what the card holds
 * is taken from it. */
static void
drop_card (MellowPage *self)
{
  g_autoptr (MellowCard) card = self->card != NULL ? g_object_ref (self->card) : NULL;

  if (card == NULL)
    return;

  self->card = NULL;
  gtk_widget_unparent (GTK_WIDGET (card));
  g_object_run_dispose (G_OBJECT (card));
}

static void
mellow_page_dispose (GObject *object)
{
  MellowPage *self = MELLOW_PAGE (object);

  drop_card (self);
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

  g_type_ensure (MELLOW_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowPage, view);
}

static void
mellow_page_init (MellowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  AdwStyleManager *style = adw_style_manager_get_default ();
  MellowPage *self;
  MellowHighlighter *highlighter;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_PAGE, NULL);
  self->draft = mellow_draft_new (rules);
  highlighter = mellow_draft_get_highlighter (self->draft);
  buffer = mellow_draft_get_buffer (self->draft);

  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), buffer);
  self->card = mellow_card_new (GTK_WIDGET (self), self->view, self->draft);
  g_settings_bind (settings, "line-length", self->view, "line-length", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "show-marks", highlighter, "visible", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "show-credits", highlighter, "shows-credits", G_SETTINGS_BIND_GET);
  g_object_bind_property (style, "dark", highlighter, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", highlighter, "high-contrast",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (buffer, "modified-changed", G_CALLBACK (on_title_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::file", G_CALLBACK (on_title_changed), self,
                           G_CONNECT_SWAPPED);

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
 * mellow_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): where the text is written
 */
MellowTextView *
mellow_page_get_view (MellowPage *self)
{
  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  return self->view;
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
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) folder = NULL;
  g_autofree char *below_home = NULL;
  GFile *file;

  g_return_val_if_fail (MELLOW_IS_PAGE (self), NULL);

  file = mellow_draft_get_file (self->draft);
  folder = file != NULL ? g_file_get_parent (file) : NULL;
  if (folder == NULL)
    return g_strdup ("");
  if (g_file_equal (folder, home))
    return g_strdup ("~");

  below_home = g_file_get_relative_path (home, folder);
  return below_home != NULL ? g_strdup_printf ("~/%s", below_home) : g_file_get_parse_name (folder);
}

/**
 * mellow_page_tell:
 * @self: a page
 * @text: what happened
 *
 * Tells something in passing, over the text.
 */
void
mellow_page_tell (MellowPage *self, const char *text)
{
  g_return_if_fail (MELLOW_IS_PAGE (self));

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/**
 * mellow_page_show_card:
 * @self: a page
 *
 * Shows the note on the mark at the cursor.
 */
void
mellow_page_show_card (MellowPage *self)
{
  g_return_if_fail (MELLOW_IS_PAGE (self));

  if (!mellow_card_show_at_cursor (self->card))
    mellow_page_tell (self, _ ("Put the cursor on a marked phrase first"));
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

  own = self->loading_file != NULL ? self->loading_file : mellow_draft_get_file (self->draft);
  return own != NULL && g_file_equal (own, file);
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

  self->loading_file = g_object_ref (file);
  mellow_draft_load_async (self->draft, file, NULL, on_loaded, g_object_ref (self));
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
  set_saving (self, TRUE);
  mellow_save_flow_run_async (get_window (self), self->draft, choose_file, on_saved, task);
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

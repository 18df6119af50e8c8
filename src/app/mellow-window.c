/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-window.h"

#include <glib/gi18n.h>

#include "mellow-save-flow.h"
#include "mellow-suggestion-panel.h"
#include "mellow-text-view.h"
#include "mellow-tone-pane.h"

/* Below this width the summary stacks its meters. */
#define COMPACT_WIDTH 880

/* Below this width the panel goes under the text. */
#define NARROW_WIDTH 720

/**
 * MellowWindow:
 *
 * A draft at work: the text, the notes beside it, the tone below.
 */
struct _MellowWindow {
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkPaned *paned;
  MellowTextView *view;
  MellowSuggestionPanel *panel;
  GtkRevealer *summary;
  MellowTonePane *tone_pane;

  MellowDraft *draft;
  GSettings *settings;
  gboolean has_rules;
  GFile *loading_file;

  int width;
  guint layout_source;
  gboolean is_saving;
  gboolean closes_when_saved;
};

G_DEFINE_FINAL_TYPE (MellowWindow, mellow_window, ADW_TYPE_APPLICATION_WINDOW)

static MellowReview *
get_review (MellowWindow *self)
{
  return mellow_draft_get_review (self->draft);
}

static void
show_toast (MellowWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
show_problem (MellowWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Where the file is, the user's own folder written as `~`. */
static char *
dup_folder (GFile *file)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *below_home = NULL;

  if (folder == NULL)
    return g_strdup ("");
  if (g_file_equal (folder, home))
    return g_strdup ("~");

  below_home = g_file_get_relative_path (home, folder);
  return below_home != NULL ? g_strdup_printf ("~/%s", below_home) : g_file_get_parse_name (folder);
}

static void
update_title (MellowWindow *self)
{
  g_autofree char *name = mellow_draft_dup_title (self->draft);
  g_autofree char *folder = dup_folder (mellow_draft_get_file (self->draft));
  g_autofree char *title =
      mellow_draft_is_modified (self->draft) ? g_strdup_printf ("• %s", name) : g_strdup (name);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, folder);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static gboolean
touches (ProseSpan span, guint offset)
{
  return span.start <= offset && offset <= span.end;
}

/* The mark at the cursor, also right behind it. Where two meet, the one that is
 * selected stays. */
static guint
find_mark_at_cursor (MellowWindow *self)
{
  MellowReview *review = get_review (self);
  MellowMark *selected = mellow_suggestion_panel_get_selected (self->panel);
  guint cursor = mellow_review_get_cursor (review);
  guint position = mellow_review_find_mark (review, cursor);

  if (selected != NULL && touches (mellow_mark_get_span (selected), cursor))
    return mellow_mark_get_position (selected);
  if (position < mellow_review_get_n_marks (review) &&
      touches (mellow_review_get_mark (review, position).span, cursor))
    return position;

  return GTK_INVALID_LIST_POSITION;
}

static void
show_current_phrase (MellowWindow *self)
{
  MellowMark *mark = mellow_suggestion_panel_get_selected (self->panel);

  mellow_highlighter_set_current (mellow_draft_get_highlighter (self->draft),
                                  mark != NULL ? mellow_mark_get_span (mark) : (ProseSpan){ 0, 0 });
}

static void
follow_cursor (MellowWindow *self)
{
  mellow_suggestion_panel_select (self->panel, find_mark_at_cursor (self));
  show_current_phrase (self);
}

static MellowPanelNote
choose_note (MellowWindow *self)
{
  MellowReview *review = get_review (self);

  if (!self->has_rules)
    return MELLOW_PANEL_NOTE_NO_RULES;
  if (mellow_review_get_measures (review)->words > 0)
    return MELLOW_PANEL_NOTE_CALM;

  return mellow_review_get_length (review) > 0 ? MELLOW_PANEL_NOTE_UNKNOWN_LANGUAGE
                                               : MELLOW_PANEL_NOTE_BLANK;
}

static void
update_note (MellowWindow *self)
{
  mellow_suggestion_panel_set_note (self->panel, choose_note (self));
}

static void
on_review_changed (MellowWindow *self)
{
  update_note (self);
  follow_cursor (self);
}

static void
go_to_mark (MellowWindow *self, guint position)
{
  MellowReview *review = get_review (self);
  GtkTextIter iter;

  mellow_suggestion_panel_select (self->panel, position);
  mellow_review_get_iter (review, mellow_review_get_mark (review, position).span.start, &iter);
  gtk_text_buffer_place_cursor (mellow_draft_get_buffer (self->draft), &iter);
  mellow_text_view_show_cursor (self->view);
}

static void
on_mark_chosen (MellowWindow *self, MellowMark *mark)
{
  go_to_mark (self, mellow_mark_get_position (mark));
}

/* Where the walk over the marks stands: at the selected one, or before the next
 * one after the cursor. */
static void
walk (MellowWindow *self, int step)
{
  MellowReview *review = get_review (self);
  MellowMark *selected = mellow_suggestion_panel_get_selected (self->panel);
  int n = mellow_review_get_n_marks (review);
  int position;

  if (n == 0) {
    show_toast (self, _ ("Nothing is marked in this text"));
    return;
  }

  if (selected != NULL)
    position = (int)mellow_mark_get_position (selected) + step;
  else
    position = (int)mellow_review_find_mark (review, mellow_review_get_cursor (review)) -
               (step < 0 ? 1 : 0);

  go_to_mark (self, (position + n) % n);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
activate_next_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk (MELLOW_WINDOW (widget), 1);
}

static void
activate_previous_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk (MELLOW_WINDOW (widget), -1);
}

static void
activate_apply_rewrite (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MellowWindow *self = MELLOW_WINDOW (widget);
  MellowMark *mark = mellow_suggestion_panel_get_selected (self->panel);

  if (mark == NULL)
    show_toast (self, _ ("Put the cursor on a marked phrase first"));
  else if (!mellow_mark_apply (mark, g_variant_get_uint32 (parameter)))
    show_toast (self, _ ("This mark has no such rewrite"));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  mellow_text_view_show_cursor (self->view);
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MellowWindow *self = MELLOW_WINDOW (widget);

  gtk_text_buffer_undo (mellow_draft_get_buffer (self->draft));
  mellow_text_view_show_cursor (self->view);
}

static void
activate_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MellowWindow *self = MELLOW_WINDOW (widget);

  gtk_text_buffer_redo (mellow_draft_get_buffer (self->draft));
  mellow_text_view_show_cursor (self->view);
}

static void
update_history_actions (MellowWindow *self)
{
  GtkTextBuffer *buffer = mellow_draft_get_buffer (self->draft);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 gtk_text_buffer_get_can_undo (buffer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 gtk_text_buffer_get_can_redo (buffer));
}

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
tell_about_load_error (MellowWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *heading = g_strdup_printf (_ ("Could Not Open “%s”"), name);

  show_problem (self, heading, explain_load_error (error));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowWindow) self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->loading_file);
  g_autoptr (GError) error = NULL;

  if (mellow_draft_load_finish (MELLOW_DRAFT (source), result, &error))
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
    mellow_draft_set_file (self->draft, file);
    show_toast (self, _ ("There is no such file yet. Saving creates it."));
  } else {
    tell_about_load_error (self, file, error);
  }
}

static void
on_file_chosen (GtkNativeDialog *chooser, int response, MellowWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
    GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

    g_application_open (application, &file, 1, "");
  }

  g_object_unref (chooser);
}

static void
activate_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MellowWindow *self = MELLOW_WINDOW (widget);
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Open a Text"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MellowWindow *self = MELLOW_WINDOW (source);
  gboolean was_missing;
  gboolean is_saved = mellow_save_flow_run_finish (result, &was_missing);
  gboolean closes = self->closes_when_saved;

  self->is_saving = FALSE;
  self->closes_when_saved = FALSE;

  if (!is_saved)
    return;
  if (closes)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_toast (self,
                was_missing ? _ ("The file had been deleted. It is there again.") : _ ("Saved"));
}

static void
save (MellowWindow *self, gboolean choose_file)
{
  if (self->is_saving)
    return;

  self->is_saving = TRUE;
  mellow_save_flow_run_async (GTK_WINDOW (self), self->draft, choose_file, on_saved, NULL);
}

static void
activate_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (MELLOW_WINDOW (widget), FALSE);
}

static void
activate_save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (MELLOW_WINDOW (widget), TRUE);
}

static void
remember_size (MellowWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
discard (gpointer user_data)
{
  g_autoptr (GtkWindow) window = user_data;

  remember_size (MELLOW_WINDOW (window));
  gtk_window_destroy (window);
}

/* A dialog looks back at its parent as it goes, so the parent goes after it. */
static void
on_close_response (MellowWindow *self, const char *response)
{
  if (g_str_equal (response, "discard")) {
    g_idle_add_once (discard, g_object_ref (self));
  } else if (g_str_equal (response, "save")) {
    self->closes_when_saved = TRUE;
    save (self, FALSE);
  }
}

static void
ask_before_closing (MellowWindow *self)
{
  g_autofree char *title = mellow_draft_dup_title (self->draft);
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save Changes?"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_format_body (
      dialog, _ ("“%s” has changes that are not saved. Without saving they are lost."), title);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
mellow_window_close_request (GtkWindow *window)
{
  MellowWindow *self = MELLOW_WINDOW (window);

  if (self->is_saving) {
    self->closes_when_saved = TRUE;
    return TRUE;
  }
  if (mellow_draft_is_modified (self->draft)) {
    ask_before_closing (self);
    return TRUE;
  }

  remember_size (self);
  return GTK_WINDOW_CLASS (mellow_window_parent_class)->close_request (window);
}

static gboolean
lay_out (gpointer user_data)
{
  MellowWindow *self = user_data;
  GtkOrientation orientation =
      self->width < NARROW_WIDTH ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  self->layout_source = 0;
  mellow_tone_pane_set_narrow (self->tone_pane, self->width < COMPACT_WIDTH);
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) != orientation) {
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
    g_object_set (self->paned, "position-set", FALSE, NULL);
  }

  return G_SOURCE_REMOVE;
}

/* Widgets may not change their layout while they are given their place. */
static void
mellow_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MellowWindow *self = MELLOW_WINDOW (widget);

  GTK_WIDGET_CLASS (mellow_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (width == self->width)
    return;

  self->width = width;
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_out, self, NULL);
}

static void
mellow_window_dispose (GObject *object)
{
  MellowWindow *self = MELLOW_WINDOW (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->draft);
  g_clear_object (&self->settings);
  g_clear_object (&self->loading_file);

  G_OBJECT_CLASS (mellow_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, activate_open);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, activate_save_as);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, activate_redo);
  gtk_widget_class_install_action (widget_class, "win.next-mark", NULL, activate_next_mark);
  gtk_widget_class_install_action (widget_class, "win.previous-mark", NULL, activate_previous_mark);
  gtk_widget_class_install_action (widget_class, "win.apply-rewrite", "u", activate_apply_rewrite);
}

static void
mellow_window_class_init (MellowWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_window_dispose;
  widget_class->size_allocate = mellow_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = mellow_window_close_request;

  g_type_ensure (MELLOW_TYPE_SUGGESTION_PANEL);
  g_type_ensure (MELLOW_TYPE_TEXT_VIEW);
  g_type_ensure (MELLOW_TYPE_TONE_PANE);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/mellow/Mellow/mellow-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, view);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, tone_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_chosen);
}

static void
mellow_window_init (MellowWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->has_rules = TRUE;
}

/* What can be folded away is a setting, an action and a property in one. */
static void
add_switch (MellowWindow *self, const char *key, gpointer object, const char *property)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, key);

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_settings_bind (self->settings, key, object, property, G_SETTINGS_BIND_GET);
}

static void
restore_size (MellowWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
follow_draft (MellowWindow *self)
{
  GtkTextBuffer *buffer = mellow_draft_get_buffer (self->draft);
  MellowReview *review = get_review (self);
  GConnectFlags flags = G_CONNECT_SWAPPED;

  g_signal_connect_object (buffer, "modified-changed", G_CALLBACK (update_title), self, flags);
  g_signal_connect_object (buffer, "notify::can-undo", G_CALLBACK (update_history_actions), self,
                           flags);
  g_signal_connect_object (buffer, "notify::can-redo", G_CALLBACK (update_history_actions), self,
                           flags);
  g_signal_connect_object (self->draft, "notify::file", G_CALLBACK (update_title), self, flags);
  g_signal_connect_object (review, "changed", G_CALLBACK (on_review_changed), self, flags);
  g_signal_connect_object (review, "cursor-moved", G_CALLBACK (follow_cursor), self, flags);
}

static void
show_draft (MellowWindow *self)
{
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), mellow_draft_get_buffer (self->draft));
  mellow_suggestion_panel_set_marks (self->panel, mellow_draft_get_marks (self->draft));
  mellow_tone_pane_set_review (self->tone_pane, get_review (self));
  g_object_bind_property (adw_style_manager_get_default (), "dark",
                          mellow_draft_get_highlighter (self->draft), "dark",
                          G_BINDING_SYNC_CREATE);
  follow_draft (self);
  update_title (self);
  update_history_actions (self);
  update_note (self);
}

/**
 * mellow_window_new:
 * @application: the application
 * @rules: the rules to review drafts by
 * @settings: the user's settings
 *
 * Returns: (transfer none): a window with an empty draft; it belongs to GTK
 */
MellowWindow *
mellow_window_new (AdwApplication *application, ProseRuleSet *rules, GSettings *settings)
{
  MellowWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  self->draft = mellow_draft_new (rules);

  add_switch (self, "show-marks", mellow_draft_get_highlighter (self->draft), "visible");
  add_switch (self, "show-panel", self->panel, "visible");
  add_switch (self, "show-summary", self->summary, "reveal-child");
  restore_size (self);
  show_draft (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return self;
}

/**
 * mellow_window_get_draft:
 * @self: a window
 *
 * Returns: (transfer none): the text it shows
 */
MellowDraft *
mellow_window_get_draft (MellowWindow *self)
{
  g_return_val_if_fail (MELLOW_IS_WINDOW (self), NULL);

  return self->draft;
}

/**
 * mellow_window_is_free:
 * @self: a window
 *
 * Returns: whether a file can be opened in it without losing anything
 */
gboolean
mellow_window_is_free (MellowWindow *self)
{
  g_return_val_if_fail (MELLOW_IS_WINDOW (self), FALSE);

  return self->loading_file == NULL && mellow_draft_is_blank (self->draft);
}

/**
 * mellow_window_has_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether it shows @file, or soon will
 */
gboolean
mellow_window_has_file (MellowWindow *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (MELLOW_IS_WINDOW (self), FALSE);

  own = self->loading_file != NULL ? self->loading_file : mellow_draft_get_file (self->draft);
  return own != NULL && g_file_equal (own, file);
}

/**
 * mellow_window_is_saving:
 * @self: a window
 *
 * Returns: whether a save is under way
 */
gboolean
mellow_window_is_saving (MellowWindow *self)
{
  g_return_val_if_fail (MELLOW_IS_WINDOW (self), FALSE);

  return self->is_saving;
}

/**
 * mellow_window_open:
 * @self: a window that is free
 * @file: a file; it need not be there yet
 *
 * Reads a file. What goes wrong is said in the window.
 */
void
mellow_window_open (MellowWindow *self, GFile *file)
{
  g_return_if_fail (MELLOW_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->loading_file == NULL);

  self->loading_file = g_object_ref (file);
  mellow_draft_load_async (self->draft, file, NULL, on_loaded, g_object_ref (self));
}

/**
 * mellow_window_show_notice:
 * @self: a window
 * @notice: what the user should know
 *
 * Tells something above the text.
 */
void
mellow_window_show_notice (MellowWindow *self, const char *notice)
{
  g_return_if_fail (MELLOW_IS_WINDOW (self));

  gtk_label_set_text (self->notice_label, notice);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

/**
 * mellow_window_show_rules_problem:
 * @self: a window
 * @problem: why there are no rules
 *
 * Says that nothing can be marked.
 */
void
mellow_window_show_rules_problem (MellowWindow *self, const char *problem)
{
  g_return_if_fail (MELLOW_IS_WINDOW (self));

  self->has_rules = FALSE;
  mellow_window_show_notice (self, problem);
  update_note (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-spelling-assistant.h"

#include <glib/gi18n.h>

#include "mellow-spelling-language.h"
#include "mellow-spelling-menu.h"
#include "mellow-spelling-tag.h"

/**
 * MellowSpellingAssistant:
 *
 * What a writer meets of spelling in a text view: the entries of its context menu
 * for the word that was clicked or that the cursor is at, and a word on a
 * dictionary that is missing.
 */
struct _MellowSpellingAssistant {
  GObject parent_instance;

  GtkTextView *view; /* not owned: it has this object's controllers and actions */
  GSettings *settings;
  MellowSpeller *speller;
  GMenu *suggestions;
  GMenu *ways;
  GSimpleActionGroup *actions;
  MellowSpelledWord word; /* that the menu is about */
};

enum {
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowSpellingAssistant, mellow_spelling_assistant, G_TYPE_OBJECT)

static void
tell (MellowSpellingAssistant *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* --- the menu --- */

static MellowSpelledWord
find_word (MellowSpellingAssistant *self, guint offset)
{
  return mellow_spelled_word_read (mellow_speller_get_review (self->speller),
                                   mellow_speller_get_judge (self->speller), offset);
}

static void
read_word (MellowSpellingAssistant *self)
{
  MellowReview *review = mellow_speller_get_review (self->speller);

  mellow_spelled_word_clear (&self->word);
  self->word = (MellowSpelledWord){ 0 };
  if (mellow_speller_is_enabled (self->speller))
    self->word = find_word (self, mellow_review_get_cursor (review));
}

static void
fill_menu (MellowSpellingAssistant *self)
{
  read_word (self);
  mellow_spelling_menu_fill (self->suggestions, self->ways,
                             mellow_speller_get_judge (self->speller)->dictionaries, &self->word);
}

static gboolean
is_in_selection (GtkTextBuffer *buffer, const GtkTextIter *iter)
{
  GtkTextIter start, end;

  return gtk_text_buffer_get_selection_bounds (buffer, &start, &end) &&
         gtk_text_iter_compare (&start, iter) <= 0 && gtk_text_iter_compare (iter, &end) <= 0;
}

static void
move_cursor_to (GtkTextView *view, double x, double y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  if (!is_in_selection (buffer, &iter))
    gtk_text_buffer_place_cursor (buffer, &iter);
}

/* The text view opens its menu next; it goes by the word that was clicked. */
static void
on_pressed (MellowSpellingAssistant *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkEventSequence *sequence =
      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));
  GdkEvent *event = gtk_gesture_get_last_event (gesture, sequence);

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;

  move_cursor_to (GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture))),
                  x, y);
  fill_menu (self);
}

static gboolean
on_key_pressed (MellowSpellingAssistant *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    fill_menu (self);

  return GDK_EVENT_PROPAGATE;
}

static void
add_controllers (MellowSpellingAssistant *self, GtkTextView *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}

/* The view may have other entries, too. */
static void
add_menu (MellowSpellingAssistant *self, GtkTextView *view)
{
  GMenuModel *others = gtk_text_view_get_extra_menu (view);
  g_autoptr (GMenu) extra = g_menu_new ();

  g_menu_append_section (extra, NULL, G_MENU_MODEL (self->suggestions));
  g_menu_append_section (extra, NULL, G_MENU_MODEL (self->ways));
  if (others != NULL)
    g_menu_append_section (extra, NULL, others);
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (extra));
}

/* --- actions --- */

static MellowDictionary *
get_dictionary (MellowSpellingAssistant *self)
{
  return mellow_dictionaries_get (mellow_speller_get_judge (self->speller)->dictionaries,
                                  self->word.language);
}

static gboolean
has_word (MellowSpellingAssistant *self)
{
  return self->word.text != NULL && self->word.spelling != MELLOW_SPELLING_UNKNOWN;
}

/* The text may have changed since the menu was opened. */
static gboolean
is_still_there (MellowSpellingAssistant *self)
{
  g_auto (MellowSpelledWord) now = find_word (self, self->word.span.start);

  return now.span.start == self->word.span.start && g_strcmp0 (now.text, self->word.text) == 0;
}

static void
activate_correct (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowSpellingAssistant *self = user_data;

  if (has_word (self) && is_still_there (self) &&
      !mellow_review_rewrite (mellow_speller_get_review (self->speller), self->word.span,
                              g_variant_get_string (parameter, NULL)))
    tell (self, _ ("A tag stands inside this word, so only you can correct it"));
}

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowSpellingAssistant *self = user_data;
  g_autofree char *text = NULL;

  if (!has_word (self) || mellow_dictionary_add_word (get_dictionary (self), self->word.text))
    return;

  text = g_strdup_printf (_ ("Your dictionary cannot be written. “%s” is accepted for now."),
                          self->word.text);
  tell (self, text);
}

static void
activate_remove (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowSpellingAssistant *self = user_data;

  if (has_word (self))
    mellow_dictionary_remove_word (get_dictionary (self), self->word.text);
}

static void
activate_accept (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowSpellingAssistant *self = user_data;

  if (has_word (self))
    mellow_word_list_add (mellow_speller_get_judge (self->speller)->accepted, self->word.text);
}

static void
activate_refuse (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MellowSpellingAssistant *self = user_data;

  if (has_word (self))
    mellow_word_list_remove (mellow_speller_get_judge (self->speller)->accepted, self->word.text);
}

static const GActionEntry entries[] = {
  { .name = "correct", .activate = activate_correct, .parameter_type = "s" },
  { .name = "add", .activate = activate_add },
  { .name = "remove", .activate = activate_remove },
  { .name = "accept", .activate = activate_accept },
  { .name = "refuse", .activate = activate_refuse },
};

static void
create_actions (MellowSpellingAssistant *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  g_object_bind_property (self->view, "editable",
                          g_action_map_lookup_action (G_ACTION_MAP (self->actions), "correct"),
                          "enabled", G_BINDING_SYNC_CREATE);
}

/* --- a dictionary that is missing --- */

/* Said once and never again; the context menu says it whenever it is asked. */
static gboolean
note_down (MellowSpellingAssistant *self, const char *package)
{
  g_auto (GStrv) told = g_settings_get_strv (self->settings, "missing-dictionaries");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (g_strv_contains ((const char *const *)told, package))
    return FALSE;

  g_strv_builder_addv (builder, (const char **)told);
  g_strv_builder_add (builder, package);
  all = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "missing-dictionaries", (const char *const *)all);
  return TRUE;
}

static void
on_dictionary_missing (MellowSpellingAssistant *self, const char *language)
{
  g_autofree char *package = mellow_dictionaries_dup_package (
      mellow_speller_get_judge (self->speller)->dictionaries, language);
  g_autofree char *text = NULL;

  if (!note_down (self, package))
    return;

  text = g_strdup_printf (_ ("To check spelling in %s, install %s"),
                          mellow_spelling_language_get_name (language), package);
  tell (self, text);
}

/* --- the object --- */

static void
mellow_spelling_assistant_dispose (GObject *object)
{
  MellowSpellingAssistant *self = MELLOW_SPELLING_ASSISTANT (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->speller);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->ways);
  g_clear_object (&self->actions);
  mellow_spelled_word_clear (&self->word);

  G_OBJECT_CLASS (mellow_spelling_assistant_parent_class)->dispose (object);
}

static void
mellow_spelling_assistant_class_init (MellowSpellingAssistantClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_spelling_assistant_dispose;

  /**
   * MellowSpellingAssistant::told:
   * @self: an assistant
   * @text: what the writer should know
   */
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mellow_spelling_assistant_init (MellowSpellingAssistant *self)
{
  self->suggestions = g_menu_new ();
  self->ways = g_menu_new ();
}

/**
 * mellow_spelling_assistant_new:
 * @draft: a draft
 * @view: the view that shows it, and that outlives the assistant
 * @settings: the user's settings
 *
 * Returns: (transfer full): an assistant for @view
 */
MellowSpellingAssistant *
mellow_spelling_assistant_new (MellowDraft *draft, GtkTextView *view, GSettings *settings)
{
  MellowDictionaries *dictionaries = mellow_dictionaries_get_default ();
  MellowSpellingAssistant *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_SPELLING_ASSISTANT, NULL);
  self->view = view;
  self->settings = g_object_ref (settings);
  self->speller = mellow_speller_new (mellow_draft_get_review (draft),
                                      mellow_draft_get_accepted_words (draft), dictionaries);
  g_settings_bind (settings, "english-variant", dictionaries, "english-variant",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "check-spelling", self->speller, "enabled", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->speller, "dictionary-missing", G_CALLBACK (on_dictionary_missing),
                           self, G_CONNECT_SWAPPED);
  create_actions (self);
  mellow_spelling_assistant_add_view (self, view);

  return self;
}

/**
 * mellow_spelling_assistant_add_view:
 * @self: an assistant
 * @view: a view that shows a part of the draft, and whose cursor moves that of the draft
 *
 * Gives another view the entries for the word at its cursor.
 */
void
mellow_spelling_assistant_add_view (MellowSpellingAssistant *self, GtkTextView *view)
{
  g_return_if_fail (MELLOW_IS_SPELLING_ASSISTANT (self));
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  add_controllers (self, view);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (self->actions));
  add_menu (self, view);
}

/**
 * mellow_spelling_assistant_get_speller:
 * @self: an assistant
 *
 * Returns: (transfer none): what finds the misspelt words
 */
MellowSpeller *
mellow_spelling_assistant_get_speller (MellowSpellingAssistant *self)
{
  g_return_val_if_fail (MELLOW_IS_SPELLING_ASSISTANT (self), NULL);

  return self->speller;
}

/**
 * mellow_spelling_assistant_go_to_next:
 * @self: an assistant
 *
 * Puts the cursor on the next misspelt word; after the last one on the first.
 *
 * Returns: whether there is one
 */
gboolean
mellow_spelling_assistant_go_to_next (MellowSpellingAssistant *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (MELLOW_IS_SPELLING_ASSISTANT (self), FALSE);

  buffer = GTK_TEXT_BUFFER (mellow_review_get_buffer (mellow_speller_get_review (self->speller)));
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_forward_char (&start);
  if (!mellow_spelling_tag_find_next (mellow_spelling_tag_find (buffer), &start, &end))
    return FALSE;

  gtk_text_buffer_place_cursor (buffer, &start);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-editor.h"

#include <glib/gi18n.h>

#include "mellow-card.h"
#include "mellow-syntax.h"
#include "mellow-tone-strip.h"

/**
 * MellowEditor:
 *
 * Where a draft is written: as text, with the tone of each paragraph beside it, or, if it is
 * a file of translations, unit by unit in the place of the text.
 */
struct _MellowEditor {
  AdwBin parent_instance;

  GtkBox *box;
  GtkWidget *text_place;
  MellowTextView *view;
  MellowTranslationPane *translation; /* (nullable): in the place of the text */
  GtkWidget *strip_place;
  MellowToneStrip *strip;
  MellowCard *card;

  MellowDraft *draft;
  MellowSpellingAssistant *spelling;
  MellowSyntax *syntax;
  GSettings *settings;
  gboolean is_bare;
};

enum {
  PROP_0,
  PROP_TRANSLATION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowEditor, mellow_editor, ADW_TYPE_BIN)

static void
tell (MellowEditor *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* --- units of a translation --- */

static void
update_strip (MellowEditor *self)
{
  gtk_widget_set_visible (self->strip_place, !self->is_bare && self->translation == NULL);
}

static void
update_editable (MellowEditor *self)
{
  if (self->translation != NULL)
    mellow_translation_pane_set_editable (self->translation,
                                          gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)));
}

static void
add_translation (MellowEditor *self)
{
  self->translation = mellow_translation_pane_new (self->draft, self->spelling);
  gtk_widget_set_hexpand (GTK_WIDGET (self->translation), TRUE);
  g_signal_connect_object (self->translation, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->translation), self->text_place);
  update_editable (self);
}

static void
remove_translation (MellowEditor *self)
{
  GtkWidget *pane = GTK_WIDGET (self->translation);

  self->translation = NULL;
  gtk_box_remove (self->box, pane);
}

static gboolean
wants_translation (MellowEditor *self)
{
  return prose_translation_has_units (
             mellow_review_get_format (mellow_draft_get_review (self->draft))) &&
         g_settings_get_boolean (self->settings, "show-units");
}

/* What is not seen is not coloured and not laid out either, for its cursor least of all:
 * that takes long in a large file. */
static void
show_text (MellowEditor *self, gboolean is_shown)
{
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view),
                            is_shown ? mellow_draft_get_buffer (self->draft) : NULL);
  gtk_widget_set_visible (self->text_place, is_shown);
  mellow_syntax_set_enabled (self->syntax, is_shown);
}

/* The pane is made when it is seen for the first time. */
static void
update_translation (MellowEditor *self)
{
  gboolean is_wanted = wants_translation (self);
  gboolean had_focus;

  if (is_wanted == (self->translation != NULL) ||
      (is_wanted && !gtk_widget_get_mapped (GTK_WIDGET (self))))
    return;

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box)) != NULL;
  if (is_wanted)
    add_translation (self);
  else
    remove_translation (self);
  show_text (self, !is_wanted);
  update_strip (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  mellow_editor_show_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRANSLATION]);
}

/* --- the object --- */

static void
mellow_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_TRANSLATION:
    g_value_set_object (value, MELLOW_EDITOR (object)->translation);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static gboolean
mellow_editor_grab_focus (GtkWidget *widget)
{
  MellowEditor *self = MELLOW_EDITOR (widget);

  return gtk_widget_grab_focus (self->translation != NULL ? GTK_WIDGET (self->translation)
                                                          : GTK_WIDGET (self->view));
}

static void
mellow_editor_dispose (GObject *object)
{
  MellowEditor *self = MELLOW_EDITOR (object);

  mellow_card_drop (&self->card);
  g_clear_object (&self->spelling);
  g_clear_object (&self->syntax);
  g_clear_object (&self->settings);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_editor_parent_class)->dispose (object);
}

static void
mellow_editor_class_init (MellowEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_editor_get_property;
  object_class->dispose = mellow_editor_dispose;
  widget_class->grab_focus = mellow_editor_grab_focus;

  properties[PROP_TRANSLATION] =
      g_param_spec_object ("translation", NULL, NULL, MELLOW_TYPE_TRANSLATION_PANE,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowEditor::told:
   * @self: an editor
   * @text: what the user should know
   *
   * Something happened that is to be told in passing.
   */
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MELLOW_TYPE_TEXT_VIEW);
  g_type_ensure (MELLOW_TYPE_TONE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowEditor, box);
  gtk_widget_class_bind_template_child (widget_class, MellowEditor, text_place);
  gtk_widget_class_bind_template_child (widget_class, MellowEditor, view);
  gtk_widget_class_bind_template_child (widget_class, MellowEditor, strip_place);
  gtk_widget_class_bind_template_child (widget_class, MellowEditor, strip);
}

/* Before the entries for spelling, which keep it. */
static void
add_menu (MellowEditor *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Pin as _Message"), "win.pin-message");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), G_MENU_MODEL (menu));
}

static void
mellow_editor_init (MellowEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_menu (self);
}

/* How marks look is up to the user and to the style of all windows. */
static void
bind_highlighter (MellowEditor *self, AdwStyleManager *style)
{
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (self->draft);

  g_settings_bind (self->settings, "show-marks", highlighter, "visible", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "show-credits", highlighter, "shows-credits",
                   G_SETTINGS_BIND_GET);
  g_object_bind_property (style, "dark", highlighter, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", highlighter, "high-contrast",
                          G_BINDING_SYNC_CREATE);
}

static void
fill_view (MellowEditor *self)
{
  MellowReview *review = mellow_draft_get_review (self->draft);

  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), mellow_draft_get_buffer (self->draft));
  mellow_text_view_set_history (self->view, mellow_review_get_history (review));
  mellow_tone_strip_attach (self->strip, GTK_TEXT_VIEW (self->view), review);
  g_settings_bind (self->settings, "show-strip", self->strip, "visible", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "line-length", self->view, "line-length", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->view, "notify::editable", G_CALLBACK (update_editable), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mellow_editor_set_draft:
 * @self: an editor that has no draft yet
 * @draft: a draft
 * @settings: the user's settings
 */
void
mellow_editor_set_draft (MellowEditor *self, MellowDraft *draft, GSettings *settings)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  MellowReview *review;

  g_return_if_fail (MELLOW_IS_EDITOR (self));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->settings = g_object_ref (settings);
  review = mellow_draft_get_review (draft);
  fill_view (self);
  self->card = mellow_card_new (GTK_WIDGET (self), self->view, draft);
  self->spelling = mellow_spelling_assistant_new (draft, GTK_TEXT_VIEW (self->view), settings);
  g_signal_connect_object (self->spelling, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  self->syntax = mellow_syntax_new (review, settings, style);
  bind_highlighter (self, style);
  g_signal_connect_object (settings, "changed::show-units", G_CALLBACK (update_translation), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "format-changed", G_CALLBACK (update_translation), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update_translation), NULL);
}

/**
 * mellow_editor_get_view:
 * @self: an editor
 *
 * Returns: (transfer none): where the text is written
 */
MellowTextView *
mellow_editor_get_view (MellowEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_EDITOR (self), NULL);

  return self->view;
}

/**
 * mellow_editor_get_translation:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): where the units of a file of translations are shown,
 *   in the place of its text
 */
MellowTranslationPane *
mellow_editor_get_translation (MellowEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_EDITOR (self), NULL);

  return self->translation;
}

/**
 * mellow_editor_get_spelling:
 * @self: an editor
 *
 * Returns: (transfer none): what helps with the spelling of its text
 */
MellowSpellingAssistant *
mellow_editor_get_spelling (MellowEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_EDITOR (self), NULL);

  return self->spelling;
}

/**
 * mellow_editor_set_bare:
 * @self: an editor
 * @bare: whether it is to show the text and nothing beside it
 */
void
mellow_editor_set_bare (MellowEditor *self, gboolean bare)
{
  g_return_if_fail (MELLOW_IS_EDITOR (self));

  self->is_bare = bare;
  update_strip (self);
}

/* --- places --- */

/**
 * mellow_editor_show_cursor:
 * @self: an editor
 *
 * Scrolls so that the cursor is well in view.
 */
void
mellow_editor_show_cursor (MellowEditor *self)
{
  g_return_if_fail (MELLOW_IS_EDITOR (self));

  if (self->translation != NULL)
    mellow_translation_pane_show_cursor (self->translation);
  else
    mellow_text_view_show_cursor (self->view);
}

/**
 * mellow_editor_select_place:
 * @self: an editor
 * @place: a part of its text
 *
 * Selects a part of the text, in view; the focus stays where it is.
 */
void
mellow_editor_select_place (MellowEditor *self, ProseSpan place)
{
  MellowReview *review;
  GtkTextIter start, end;

  g_return_if_fail (MELLOW_IS_EDITOR (self));

  review = mellow_draft_get_review (self->draft);
  mellow_review_get_iter (review, place.start, &start);
  mellow_review_get_iter (review, place.end, &end);
  gtk_text_buffer_select_range (mellow_draft_get_buffer (self->draft), &start, &end);
  mellow_editor_show_cursor (self);
}

/**
 * mellow_editor_show_place:
 * @self: an editor
 * @place: a part of its text
 *
 * Selects a part of the text, in view, and goes there.
 */
void
mellow_editor_show_place (MellowEditor *self, ProseSpan place)
{
  g_return_if_fail (MELLOW_IS_EDITOR (self));

  mellow_editor_select_place (self, place);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * mellow_editor_show_card:
 * @self: an editor
 *
 * Shows the note on the mark at the cursor.
 *
 * Returns: whether there is one
 */
gboolean
mellow_editor_show_card (MellowEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_EDITOR (self), FALSE);

  return self->translation != NULL ? mellow_translation_pane_show_card (self->translation)
                                   : mellow_card_show_at_cursor (self->card);
}

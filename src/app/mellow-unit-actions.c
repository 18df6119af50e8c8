/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of a window on the units of a file of translations. They are there for a tab
 * that has such a file, so that their keys are free in others. */

#include "mellow-unit-actions.h"

#include <glib/gi18n.h>

static MellowEditor *
get_editor (gpointer window)
{
  MellowPage *page = mellow_window_get_page (window);

  return page != NULL ? mellow_page_get_editor (page) : NULL;
}

static MellowTranslationPane *
get_pane (gpointer window)
{
  return mellow_editor_get_translation (get_editor (window));
}

static void
tell (gpointer window, const char *text)
{
  mellow_page_tell (mellow_window_get_page (window), text);
}

/* --- what they do --- */

static void
activate_find (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  mellow_translation_pane_search (get_pane (window));
}

static void
activate_copy (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (!mellow_translation_pane_copy_source (get_pane (window)))
    tell (window, _ ("This unit is not to be translated"));
}

/* Where a walk leads to. */
static const struct {
  const char *action;
  MellowUnitKind kind;
  int step;
  const char *nothing; /* what is said where it leads nowhere */
} walks[] = {
  { "next-unit", MELLOW_UNIT_ANY, 1, N_ ("This is the last unit") },
  { "previous-unit", MELLOW_UNIT_ANY, -1, N_ ("This is the first unit") },
  { "next-untranslated", MELLOW_UNIT_UNTRANSLATED, 1, N_ ("Everything is translated") },
  { "previous-untranslated", MELLOW_UNIT_UNTRANSLATED, -1, N_ ("Everything is translated") },
  { "next-to-review", MELLOW_UNIT_NEEDS_REVIEW, 1, N_ ("No unit needs review") },
  { "previous-to-review", MELLOW_UNIT_NEEDS_REVIEW, -1, N_ ("No unit needs review") },
};

static void
activate_walk (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    if (g_str_equal (name, walks[i].action) &&
        !mellow_translation_pane_walk (get_pane (window), walks[i].kind, walks[i].step))
      tell (window, _ (walks[i].nothing));
}

static const GActionEntry entries[] = {
  { .name = "find-unit", .activate = activate_find },
  { .name = "copy-original", .activate = activate_copy },
  { .name = "next-unit", .activate = activate_walk },
  { .name = "previous-unit", .activate = activate_walk },
  { .name = "next-untranslated", .activate = activate_walk },
  { .name = "previous-untranslated", .activate = activate_walk },
  { .name = "next-to-review", .activate = activate_walk },
  { .name = "previous-to-review", .activate = activate_walk },
};

/* --- when they are there --- */

/**
 * MellowUnitActions:
 *
 * Switches the actions of a window on and off, as its selected tab has units or not.
 */
struct _MellowUnitActions {
  GObject parent_instance;

  MellowWindow *window; /* it has this object */
  GSettings *settings;
  GSignalGroup *editor_signals; /* of the selected page */
  GSignalGroup *review_signals;
  GSimpleAction *show; /* units, or the file as text */
};

G_DEFINE_FINAL_TYPE (MellowUnitActions, mellow_unit_actions, G_TYPE_OBJECT)

static MellowReview *
get_review (MellowUnitActions *self)
{
  MellowPage *page = mellow_window_get_page (self->window);

  return page != NULL ? mellow_draft_get_review (mellow_page_get_draft (page)) : NULL;
}

static gboolean
has_units (MellowUnitActions *self)
{
  MellowReview *review = get_review (self);

  return review != NULL && prose_translation_has_units (mellow_review_get_format (review));
}

static gboolean
has_pane (MellowUnitActions *self)
{
  MellowEditor *editor = get_editor (self->window);

  return editor != NULL && mellow_editor_get_translation (editor) != NULL;
}

static void
update (MellowUnitActions *self)
{
  gboolean is_enabled = has_pane (self);

  g_simple_action_set_enabled (self->show, has_units (self));
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), entries[i].name);

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
  }
}

static void
on_tab_selected (MellowUnitActions *self)
{
  g_signal_group_set_target (self->editor_signals, get_editor (self->window));
  g_signal_group_set_target (self->review_signals, get_review (self));
  update (self);
}

static void
change_show (MellowUnitActions *self, GVariant *value)
{
  g_settings_set_boolean (self->settings, "show-units", g_variant_get_boolean (value));
}

static void
on_setting (MellowUnitActions *self)
{
  g_simple_action_set_state (
      self->show, g_variant_new_boolean (g_settings_get_boolean (self->settings, "show-units")));
}

static void
mellow_unit_actions_dispose (GObject *object)
{
  MellowUnitActions *self = MELLOW_UNIT_ACTIONS (object);

  g_clear_object (&self->editor_signals);
  g_clear_object (&self->review_signals);
  g_clear_object (&self->show);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mellow_unit_actions_parent_class)->dispose (object);
}

static void
mellow_unit_actions_class_init (MellowUnitActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_unit_actions_dispose;
}

static void
mellow_unit_actions_init (MellowUnitActions *self)
{
  self->editor_signals = g_signal_group_new (MELLOW_TYPE_EDITOR);
  g_signal_group_connect_swapped (self->editor_signals, "notify::translation", G_CALLBACK (update),
                                  self);
  self->review_signals = g_signal_group_new (MELLOW_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals, "format-changed", G_CALLBACK (update),
                                  self);
}

static void
add_show (MellowUnitActions *self)
{
  self->show = g_simple_action_new_stateful ("show-units", NULL, g_variant_new_boolean (TRUE));
  g_signal_connect_object (self->show, "change-state", G_CALLBACK (change_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::show-units", G_CALLBACK (on_setting), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->window), G_ACTION (self->show));
  on_setting (self);
}

/**
 * mellow_unit_actions_add_to:
 * @window: a window
 * @settings: the user's settings
 *
 * Lets the user work on the units of a file of translations.
 */
void
mellow_unit_actions_add_to (MellowWindow *window, GSettings *settings)
{
  MellowUnitActions *self;

  g_return_if_fail (MELLOW_IS_WINDOW (window));
  g_return_if_fail (G_IS_SETTINGS (settings));

  self = g_object_new (MELLOW_TYPE_UNIT_ACTIONS, NULL);
  self->window = window;
  self->settings = g_object_ref (settings);
  g_object_set_data_full (G_OBJECT (window), "mellow-unit-actions", self, g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  add_show (self);
  g_signal_connect_object (mellow_window_get_tabs (window), "notify::selected-page",
                           G_CALLBACK (on_tab_selected), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_tab_selected (self);
}

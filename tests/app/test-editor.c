/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a draft is written, in a window of its own. */

#include "fixture.h"
#include "mellow-editor.h"
#include "mellow-settings.h"
#include "mellow-tone-strip.h"

#define AD "Act now. Æbler.\nCall us if you like."
#define PO "msgid \"Køb nu\"\nmsgstr \"Act now\"\n"

typedef struct {
  GtkWindow *window;
  MellowEditor *editor;
  MellowDraft *draft;
  GSettings *settings;
  guint n_switched;
} Scene;

static void
on_switched (Scene *scene)
{
  scene->n_switched++;
}

static void
set_up (Scene *scene, gconstpointer text)
{
  scene->settings = mellow_settings_new ();
  g_settings_reset (scene->settings, "show-units");
  scene->draft = create_draft (text);
  scene->editor = g_object_new (MELLOW_TYPE_EDITOR, NULL);
  mellow_editor_set_draft (scene->editor, scene->draft, scene->settings);
  g_signal_connect_swapped (scene->editor, "notify::translation", G_CALLBACK (on_switched), scene);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->window, 500, 400);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->editor));
  gtk_window_present (scene->window);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (scene->editor)));
}

static void
tear_down (Scene *scene, gconstpointer text)
{
  gtk_window_destroy (scene->window);
  g_assert_finalize_object (scene->draft);
  g_object_unref (scene->settings);
}

static gboolean
has_focus (Scene *scene, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (scene->window);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
shows_strip (Scene *scene)
{
  GtkWidget *place =
      gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (scene->editor)));

  g_assert_true (MELLOW_IS_TONE_STRIP (gtk_widget_get_first_child (place)));
  return gtk_widget_get_mapped (place);
}

static char *
dup_selection (Scene *scene)
{
  GtkTextBuffer *buffer = mellow_draft_get_buffer (scene->draft);
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_a_place (Scene *scene, gconstpointer unused)
{
  gpointer view = mellow_editor_get_view (scene->editor);
  g_autofree char *selected = NULL;
  g_autofree char *shown = NULL;

  gtk_window_set_focus (scene->window, NULL);
  mellow_editor_select_place (scene->editor, (ProseSpan){ 9, 15 });
  selected = dup_selection (scene);
  g_assert_cmpstr (selected, ==, "Æbler");
  g_assert_false (has_focus (scene, view));
  mellow_editor_show_place (scene->editor, (ProseSpan){ 17, 21 });
  shown = dup_selection (scene);
  g_assert_cmpstr (shown, ==, "Call");
  g_assert_true (has_focus (scene, view));
}

static void
test_the_note_at_the_cursor (Scene *scene, gconstpointer unused)
{
  place_cursor (mellow_draft_get_buffer (scene->draft), 12);
  g_assert_false (mellow_editor_show_card (scene->editor));
  place_cursor (mellow_draft_get_buffer (scene->draft), 3);
  g_assert_true (mellow_editor_show_card (scene->editor));
}

static void
test_nothing_beside_it (Scene *scene, gconstpointer unused)
{
  g_assert_true (shows_strip (scene));
  mellow_editor_set_bare (scene->editor, TRUE);
  g_assert_false (shows_strip (scene));
  mellow_editor_set_bare (scene->editor, FALSE);
  g_assert_true (shows_strip (scene));
}

/* The pane has the place of the text and of what is beside it, and the focus if that was
 * there. */
static void
test_units_in_the_place_of_the_text (Scene *scene, gconstpointer unused)
{
  gpointer view = mellow_editor_get_view (scene->editor);

  gtk_widget_grab_focus (GTK_WIDGET (scene->editor));
  g_assert_true (has_focus (scene, view));
  mellow_draft_choose_format (scene->draft, prose_format_find ("po"));
  g_assert_nonnull (mellow_editor_get_translation (scene->editor));
  g_assert_cmpuint (scene->n_switched, ==, 1);
  g_assert_false (gtk_widget_get_mapped (view));
  g_assert_false (shows_strip (scene));
  g_assert_true (has_focus (scene, mellow_editor_get_translation (scene->editor)));

  mellow_editor_set_bare (scene->editor, FALSE);
  g_assert_false (shows_strip (scene));
  g_settings_set_boolean (scene->settings, "show-units", FALSE);
  g_assert_null (mellow_editor_get_translation (scene->editor));
  g_assert_cmpuint (scene->n_switched, ==, 2);
  g_assert_true (has_focus (scene, view));
  g_assert_true (shows_strip (scene));
}

/* Reading units takes its time, so a text that is not seen has none yet. */
static void
test_units_are_made_when_they_are_seen (Scene *scene, gconstpointer unused)
{
  gtk_widget_set_visible (GTK_WIDGET (scene->window), FALSE);
  mellow_draft_choose_format (scene->draft, prose_format_find ("po"));
  g_assert_null (mellow_editor_get_translation (scene->editor));
  gtk_window_present (scene->window);
  wait_until (mellow_editor_get_translation (scene->editor) != NULL);
}

static void
test_units_cannot_be_written_either (Scene *scene, gconstpointer unused)
{
  GtkTextView *view = GTK_TEXT_VIEW (mellow_editor_get_view (scene->editor));
  MellowTranslationPane *pane;
  gpointer target;

  gtk_text_view_set_editable (view, FALSE);
  mellow_draft_choose_format (scene->draft, prose_format_find ("po"));
  pane = mellow_editor_get_translation (scene->editor);
  target = mellow_target_editor_get_view (mellow_translation_pane_get_editor (pane));
  g_assert_false (gtk_text_view_get_editable (target));
  gtk_text_view_set_editable (view, TRUE);
  g_assert_true (gtk_text_view_get_editable (target));
}

#define add(path, text, test) g_test_add (path, Scene, text, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_source_init ();
  adw_init ();

  add ("/editor/a-place", AD, test_a_place);
  add ("/editor/the-note-at-the-cursor", AD, test_the_note_at_the_cursor);
  add ("/editor/nothing-beside-it", AD, test_nothing_beside_it);
  add ("/editor/units-in-the-place-of-the-text", PO, test_units_in_the_place_of_the_text);
  add ("/editor/units-are-made-when-they-are-seen", PO, test_units_are_made_when_they_are_seen);
  add ("/editor/units-cannot-be-written-either", PO, test_units_cannot_be_written_either);

  return g_test_run ();
}

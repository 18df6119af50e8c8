/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip beside the text in the real window: what it shows, that it follows the
 * text, and that it scrolls it.
 */

#include "mellow-settings.h"
#include "mellow-tone-strip.h"
#include "window-fixture.h"

static MellowToneStrip *
get_strip (Fixture *fixture)
{
  return find_widget (mellow_window_get_page (fixture->window), MELLOW_TYPE_TONE_STRIP);
}

static gboolean
shows (Fixture *fixture, const char *expected)
{
  g_autofree char *bars = mellow_tone_strip_to_string (get_strip (fixture));

  return g_str_equal (bars, expected);
}

static guint
count_bars (Fixture *fixture)
{
  g_autofree char *bars = mellow_tone_strip_to_string (get_strip (fixture));
  g_auto (GStrv) each = g_strsplit (bars, ", ", -1);

  return g_strv_length (each);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window)))));
}

static double
get_middle (Fixture *fixture)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  return (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2) /
         gtk_adjustment_get_upper (adjustment);
}

/* So many paragraphs, of which every fourth one presses. */
static void
write_long (Fixture *fixture, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, i % 4 == 0 ? "Act now, it is good to be here.\n\n"
                                      : "It is good to be here, and it is here.\n\n");
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (fixture->buffer), text->str, -1);
  mellow_text_view_lay_out_anew (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window))));
}

/* A bar for each paragraph that presses or is credited, none for what is plain. */
static void
test_each_paragraph_has_a_bar (Fixture *fixture)
{
  type_text (fixture->buffer,
             "Act now, my friend, and be good.\n\nIt is a fine day today.\n\n"
             "Take your time, it is good here.\n\nDo not let us down, it is good.");
  wait_until (shows (fixture, "pressure 33, credit 28, remove 45"));
}

static void
test_it_follows_the_text (Fixture *fixture)
{
  type_text (fixture->buffer, "It is a fine day today.");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  wait_until (shows (fixture, ""));
  type_text (fixture->buffer, "\n\nAct now, my friend, and be good.");
  wait_until (shows (fixture, "pressure 33"));
  gtk_text_buffer_set_text (fixture->buffer, "Gone.", -1);
  wait_until (shows (fixture, ""));
}

/* A long text has as many bars as there is room for. */
static void
test_a_long_text_shares_bars (Fixture *fixture)
{
  write_long (fixture, 5000);
  wait_until (gtk_adjustment_get_upper (get_adjustment (fixture)) > 50000);
  wait_until (count_bars (fixture) > 50);
  g_assert_cmpuint (count_bars (fixture), <=,
                    gtk_widget_get_height (GTK_WIDGET (get_strip (fixture))) / 3 + 2);
}

/* Clicks in the middle of the strip, drags to its upper end. */
static void
test_it_scrolls (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_long (fixture, 100);
  wait_until (count_bars (fixture) > 20);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), ==, 0);
  click (fixture, get_strip (fixture));
  wait_until (get_middle (fixture) > 0.4 && get_middle (fixture) < 0.6);
  use_hand ("mousedown", "1", "mousemove_relative", "--sync", "--", "0", "-60", NULL);
  wait_until (get_middle (fixture) < 0.42);
  use_hand ("mousemove_relative", "--sync", "--", "0", "160", NULL);
  wait_until (get_middle (fixture) > 0.58);
  use_hand ("mouseup", "1", NULL);
}

static void
test_it_can_be_switched_off (Fixture *fixture)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();

  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_strip (fixture))));
  activate (fixture, "win.show-strip");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (get_strip (fixture))));
  g_assert_false (g_settings_get_boolean (settings, "show-strip"));
  type_text (fixture->buffer, "Act now, my friend, and be good.");
  activate (fixture, "win.show-strip");
  wait_until (shows (fixture, "pressure 33"));
}

/* Also in a tab that is opened while it is on. */
static void
test_focus_mode_has_none (Fixture *fixture)
{
  activate (fixture, "win.focus-mode");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (get_strip (fixture))));
  activate (fixture, "win.new-tab");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (get_strip (fixture))));
  activate (fixture, "win.focus-mode");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_strip (fixture))));
}

static double
get_left (gpointer widget, gpointer window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  return bounds.origin.x;
}

static void
test_it_mirrors (Fixture *fixture)
{
  gpointer view =
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window)));

  wait_until (has_place (get_strip (fixture)));
  g_assert_cmpfloat (get_left (get_strip (fixture), fixture->window), >,
                     get_left (view, fixture->window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  wait_until (get_left (get_strip (fixture), fixture->window) < get_left (view, fixture->window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_it_is_told (Fixture *fixture)
{
  gpointer strip = get_strip (fixture);
  g_autofree char *is_other = NULL;

  gtk_test_accessible_assert_role (strip, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (strip, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tone of Each Paragraph");
  type_text (fixture->buffer, "Act now, my friend, and be good.");
  wait_until (shows (fixture, "pressure 33"));
  is_other = gtk_test_accessible_check_property (strip, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                 "1 part of the text has Pressure");
  g_assert_null (is_other);
}

int
main (int argc, char **argv)
{
  const char *rules = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/tone-strip/each-paragraph-has-a-bar", test_each_paragraph_has_a_bar, rules);
  add ("/tone-strip/it-follows-the-text", test_it_follows_the_text, rules);
  add ("/tone-strip/a-long-text-shares-bars", test_a_long_text_shares_bars, rules);
  add ("/tone-strip/it-scrolls", test_it_scrolls, rules);
  add ("/tone-strip/it-can-be-switched-off", test_it_can_be_switched_off, rules);
  add ("/tone-strip/focus-mode-has-none", test_focus_mode_has_none, rules);
  add ("/tone-strip/it-mirrors", test_it_mirrors, rules);
  add ("/tone-strip/it-is-told", test_it_is_told, rules);

  return g_test_run ();
}

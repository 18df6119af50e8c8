/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The summary of the tone in the real window: how it opens and closes, what it lists,
 * and that what has a place leads there.
 */

#include "mellow-tone-details.h"
#include "mellow-tone-meter.h"
#include "mellow-tone-pane.h"
#include "mellow-tone-row.h"
#include "mellow-trend-line.h"
#include "window-fixture.h"

#define AD "We are proud.\n\nAct now, it is good.\n\nTake your time. Do not let us down."

/* Calm, long enough for a next step to be missed, and none of it there. */
#define WEAK                                                                                       \
  "The lamp is made of steel and glass, and it has been made in this town for a long time. "       \
  "It stands on the table in the evening and gives a quiet light. The steel is from the north, "   \
  "and the glass is blown by hand in a small shop by the river."

static MellowTonePane *
get_pane (Fixture *fixture)
{
  return find_widget (fixture->window, MELLOW_TYPE_TONE_PANE);
}

static GtkWidget *
get_details (Fixture *fixture)
{
  return find_widget (get_pane (fixture), MELLOW_TYPE_TONE_DETAILS);
}

static GtkWidget *
get_view (Fixture *fixture)
{
  return GTK_WIDGET (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window))));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
has_focus_inside (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* A label that can be seen and says that, in root. */
static gpointer
find_text (gpointer root, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (root), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gpointer found = find_text (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return find_text (get_pane (fixture), text) != NULL;
}

static GtkListBoxRow *
find_row_of (Fixture *fixture, const char *text)
{
  gpointer label;

  wait_until (shows (fixture, text));
  label = find_text (get_pane (fixture), text);
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
}

static MellowToneMeter *
find_meter (gpointer root, const char *title)
{
  return MELLOW_TONE_METER (
      gtk_widget_get_ancestor (find_text (root, title), MELLOW_TYPE_TONE_METER));
}

/* The titles of the rows in the order they are read. */
static char *
list_titles (GtkWidget *list)
{
  GString *titles = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_string_append_printf (titles, "%s\n", gtk_label_get_text (find_widget (row, GTK_TYPE_LABEL)));

  return g_string_free (titles, FALSE);
}

static char *
dup_selection (Fixture *fixture)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end))
    return g_strdup ("");

  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
}

static gboolean
has_selected (Fixture *fixture, const char *text)
{
  g_autofree char *selection = dup_selection (fixture);

  return g_str_equal (selection, text);
}

/* --- at rest and open --- */

static void
test_it_opens_and_closes (Fixture *fixture)
{
  g_assert_false (gtk_widget_get_mapped (get_details (fixture)));
  activate (fixture, "win.tone-details");
  wait_until (gtk_widget_get_mapped (get_details (fixture)));
  wait_until (has_focus_inside (fixture, get_details (fixture)));
  activate (fixture, "win.tone-details");
  wait_until (!gtk_widget_get_mapped (get_details (fixture)));
  wait_until (get_focus (fixture) == get_view (fixture));
}

/* From the text the key leads to what is open already. */
static void
test_the_key_leads_there_and_back (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "ctrl+shift+e", NULL);
  wait_until (has_focus_inside (fixture, get_details (fixture)));
  gtk_widget_grab_focus (get_view (fixture));
  use_hand ("key", "ctrl+shift+e", NULL);
  wait_until (has_focus_inside (fixture, get_details (fixture)));
  use_hand ("key", "Escape", NULL);
  wait_until (!gtk_widget_get_mapped (get_details (fixture)));
  wait_until (get_focus (fixture) == get_view (fixture));
}

static void
test_a_click_on_the_verdict (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_text (fixture->buffer, AD);
  wait_until (shows (fixture, "Pushy"));
  click (fixture, find_text (get_pane (fixture), "Pushy"));
  wait_until (gtk_widget_get_mapped (get_details (fixture)));
  click (fixture, find_text (get_pane (fixture), "Pushy"));
  wait_until (!gtk_widget_get_mapped (get_details (fixture)));
}

/* Where the summary is folded away, the key brings it back. */
static void
test_it_comes_out_of_focus_mode (Fixture *fixture)
{
  activate (fixture, "win.show-summary");
  activate (fixture, "win.focus-mode");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (get_pane (fixture))) ||
              gtk_widget_get_height (GTK_WIDGET (get_pane (fixture))) <= 1);
  activate (fixture, "win.tone-details");
  wait_until (has_place (get_details (fixture)));
}

/* --- the overview --- */

static void
test_an_empty_text (Fixture *fixture)
{
  activate (fixture, "win.tone-details");
  wait_until (shows (fixture, "The tone shows as you write."));
  g_assert_true (shows (fixture, "No verdict yet"));
  g_assert_false (shows (fixture, "Measures"));
}

static void
test_an_unknown_language (Fixture *fixture)
{
  type_text (fixture->buffer,
             "Tämä on vain lyhyt teksti, jota kukaan ei täällä ymmärrä ollenkaan.");
  wait_until (shows (fixture, "Language not known"));
  activate (fixture, "win.tone-details");
  wait_until (
      shows (fixture, "There are no rules for the language of this text, so nothing is measured."));
  g_assert_false (shows (fixture, "Measures"));
}

/* A weak text says what it lacks, with a sentence that would help; not before it is
 * long enough. */
static void
test_a_weak_text (Fixture *fixture)
{
  activate (fixture, "win.tone-details");
  type_text (fixture->buffer, WEAK);
  wait_until (shows (fixture, "Too weak: no next step"));
  wait_until (shows (fixture, "Readers who like it find no next step here."));
  g_assert_nonnull (find_text (find_row_of (fixture, "Readers who like it find no next step here."),
                               "For example: “You are welcome to try it for a week.”"));
}

static void
test_an_example_in_the_language_of_the_text (Fixture *fixture)
{
  activate (fixture, "win.tone-details");
  type_text (fixture->buffer, "Lampen er lavet af stål og glas, og den står på bordet om aftenen.");
  wait_until (shows (fixture, "Not here yet. For example: “Du er velkommen til at prøve den i en "
                              "uge.”"));
}

/* The details follow the text, and its measures. */
static void
test_it_is_live (Fixture *fixture)
{
  type_text (fixture->buffer, "It is good. It is here. Is it?");
  activate (fixture, "win.tone-details");
  wait_until (shows (fixture, "one sentence in 3 asks"));
  type_text (fixture->buffer, " Is it there?");
  wait_until (shows (fixture, "one sentence in 2 asks"));
}

static void
test_a_covered_sentence_is_a_place (Fixture *fixture)
{
  type_text (fixture->buffer,
             "The steel is from the north. Take the time you need; the price is the "
             "same next week. It is here.");
  activate (fixture, "win.tone-details");
  wait_until (shows (fixture, "Leaves the choice"));
  gtk_widget_activate (GTK_WIDGET (
      find_row_of (fixture, "Take the time you need; the price is the same next week.")));
  wait_until (has_selected (fixture, "Take the time you need; the price is the same next week."));
  wait_until (get_focus (fixture) == get_view (fixture));
}

static void
test_another_tab (Fixture *fixture)
{
  type_text (fixture->buffer, AD);
  activate (fixture, "win.tone-details");
  wait_until (shows (fixture, "Measures"));
  activate (fixture, "win.new-tab");
  wait_until (shows (fixture, "The tone shows as you write."));
  g_assert_false (shows (fixture, "Measures"));
}

/* --- meters --- */

static void
test_a_meter_shows_its_marks (Fixture *fixture)
{
  g_autofree char *titles = NULL;

  if (!has_hand ())
    return;

  type_text (fixture->buffer, AD);
  click (fixture, find_meter (get_pane (fixture), "Pressure"));
  titles =
      list_titles (gtk_widget_get_parent (GTK_WIDGET (find_row_of (fixture, "“let us down”"))));
  g_assert_cmpstr (titles, ==, "“let us down”\n“Act now”\n“We are proud”\n");
  g_assert_true (has_focus_inside (fixture, get_details (fixture)));

  use_hand ("key", "Down", "Return", NULL);
  wait_until (has_selected (fixture, "Act now"));
  wait_until (get_focus (fixture) == get_view (fixture));
  use_hand ("key", "ctrl+shift+e", "Down", "Return", NULL);
  wait_until (has_selected (fixture, "We are proud"));
}

/* Escape leads back to where the user came from. */
static void
test_back_from_a_meter (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_text (fixture->buffer, AD);
  click (fixture, find_meter (get_pane (fixture), "Warmth"));
  wait_until (shows (fixture, "“Take your time”"));
  use_hand ("key", "Escape", NULL);
  wait_until (!gtk_widget_get_mapped (get_details (fixture)));

  activate (fixture, "win.tone-details");
  click (fixture, find_meter (get_pane (fixture), "Information"));
  wait_until (shows (fixture, "Nothing moves it yet."));
  use_hand ("key", "Escape", NULL);
  wait_until (shows (fixture, "Measures"));
  use_hand ("key", "Escape", NULL);
  wait_until (!gtk_widget_get_mapped (get_details (fixture)));
}

/* They have their rank among what else does: two of them are heavy, one is light. */
static void
test_facts_move_information (Fixture *fixture)
{
  g_autofree char *titles = NULL;

  if (!has_hand ())
    return;

  type_text (fixture->buffer,
             "The lamp weighs 39 grams because it is made of steel, and it costs 45 kroner.");
  click (fixture, find_meter (get_pane (fixture), "Information"));
  titles = list_titles (
      gtk_widget_get_parent (GTK_WIDGET (find_row_of (fixture, "2 numbers, prices and dates"))));
  g_assert_true (g_str_has_prefix (titles, "2 numbers, prices and dates\n“"));
  gtk_text_buffer_set_text (fixture->buffer,
                            "The lamp weighs 39 grams because it is made of steel.", -1);
  wait_until (shows (fixture, "1 number, price or date"));
  g_clear_pointer (&titles, g_free);
  titles = list_titles (
      gtk_widget_get_parent (GTK_WIDGET (find_row_of (fixture, "1 number, price or date"))));
  g_assert_false (g_str_has_prefix (titles, "1 number"));
}

/* A place of before an edit is none. */
static void
test_a_place_that_is_gone (Fixture *fixture)
{
  GtkListBoxRow *row;

  if (!has_hand ())
    return;

  type_text (fixture->buffer, AD);
  click (fixture, find_meter (get_pane (fixture), "Pressure"));
  row = find_row_of (fixture, "“let us down”");
  gtk_text_buffer_set_text (fixture->buffer, "Ø", -1);
  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_true (has_selected (fixture, ""));
  wait_until (!shows (fixture, "“let us down”"));
}

/* A command said again and again is a note, and leads to where it begins. */
static void
test_repeats (Fixture *fixture)
{
  activate (fixture, "win.tone-details");
  type_text (fixture->buffer, "Æ. Act now! It is green.\n\nAct now. Act now.");
  wait_until (
      shows (fixture, "“Act now” is said word for word 3 times. Other words are heard better."));
  gtk_widget_activate (GTK_WIDGET (find_row_of (
      fixture, "“Act now” is said word for word 3 times. Other words are heard better.")));
  g_assert_true (has_selected (fixture, "Act now"));
}

/* --- the trend --- */

static void
test_the_trend (Fixture *fixture)
{
  activate (fixture, "win.tone-details");
  type_text (fixture->buffer, "It is good to be here, and to stay for as long as it takes.");
  wait_until (mellow_tone_trend_get_samples (mellow_draft_get_trend (fixture->draft))->len == 1);
  g_assert_false (shows (fixture, "While You Wrote"));
  type_text (fixture->buffer, " Act now. Do not let us down.");
  wait_until (mellow_tone_trend_get_samples (mellow_draft_get_trend (fixture->draft))->len == 2);
  wait_until (shows (fixture, "While You Wrote"));
  wait_until (has_place (find_widget (get_pane (fixture), MELLOW_TYPE_TREND_LINE)));
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");
  const char *shipped = g_getenv ("MELLOW_SHIPPED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/tone-pane/it-opens-and-closes", test_it_opens_and_closes, fixed);
  add ("/tone-pane/the-key-leads-there-and-back", test_the_key_leads_there_and_back, fixed);
  add ("/tone-pane/a-click-on-the-verdict", test_a_click_on_the_verdict, fixed);
  add ("/tone-pane/it-comes-out-of-focus-mode", test_it_comes_out_of_focus_mode, fixed);
  add ("/tone-pane/an-empty-text", test_an_empty_text, fixed);
  add ("/tone-pane/an-unknown-language", test_an_unknown_language, fixed);
  add ("/tone-pane/a-weak-text", test_a_weak_text, shipped);
  add ("/tone-pane/an-example-in-the-language-of-the-text",
       test_an_example_in_the_language_of_the_text, shipped);
  add ("/tone-pane/it-is-live", test_it_is_live, fixed);
  add ("/tone-pane/a-covered-sentence-is-a-place", test_a_covered_sentence_is_a_place, shipped);
  add ("/tone-pane/another-tab", test_another_tab, fixed);
  add ("/tone-pane/a-meter-shows-its-marks", test_a_meter_shows_its_marks, fixed);
  add ("/tone-pane/back-from-a-meter", test_back_from_a_meter, fixed);
  add ("/tone-pane/facts-move-information", test_facts_move_information, shipped);
  add ("/tone-pane/a-place-that-is-gone", test_a_place_that_is_gone, fixed);
  add ("/tone-pane/repeats", test_repeats, fixed);
  add ("/tone-pane/the-trend", test_the_trend, fixed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The look around: shown once, before there is anything to write, and gone as
 * soon as it is not wanted. Each of these tests is a first start.
 */

#include "mellow-settings.h"
#include "mellow-text-view.h"
#include "mellow-tour.h"
#include "window-fixture.h"

static gboolean
is_shown (Fixture *fixture)
{
  return gtk_widget_get_visible (find_widget (fixture->window, MELLOW_TYPE_TOUR));
}

static gboolean
is_text_shown (Fixture *fixture)
{
  return gtk_widget_get_mapped (find_widget (fixture->window, MELLOW_TYPE_TEXT_VIEW));
}

static gboolean
has_text_focus (Fixture *fixture)
{
  return MELLOW_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window)));
}

static void
test_first_start (Fixture *fixture)
{
  g_autoptr (GSettings) settings = mellow_settings_new ();

  g_assert_true (is_shown (fixture));
  g_assert_false (is_text_shown (fixture));
  g_assert_true (g_settings_get_boolean (settings, "tour-shown"));
  gtk_widget_activate_action (find_widget (fixture->window, MELLOW_TYPE_TOUR), "tour.close", NULL);
  g_assert_false (is_shown (fixture));
  wait_until (is_text_shown (fixture));
  g_assert_true (has_text_focus (fixture));
}

static void
test_no_second_window_has_it (Fixture *fixture)
{
  activate (fixture, "app.new-window");
  wait_until (count_windows (fixture) == 2);
  follow_window (fixture);
  g_assert_false (is_shown (fixture));
}

static void
test_escape_closes_it (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "Escape", NULL);
  wait_until (!is_shown (fixture));
  wait_until (is_text_shown (fixture));
}

static void
test_return_closes_it (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "Return", NULL);
  wait_until (!is_shown (fixture));
  assert_text (fixture->buffer, "");
}

/* The first letter is not lost. */
static void
test_writing_closes_it (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("type", "--delay", "20", "Write", NULL);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) == 5);
  assert_text (fixture->buffer, "Write");
  g_assert_false (is_shown (fixture));
}

static void
test_help_key_brings_it_back (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "Escape", NULL);
  wait_until (!is_shown (fixture));
  activate (fixture, "win.focus-mode");
  use_hand ("key", "F1", NULL);
  wait_until (is_shown (fixture));
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/tour/first-start", test_first_start, fixed);
  add ("/tour/no-second-window-has-it", test_no_second_window_has_it, fixed);
  add ("/tour/escape-closes-it", test_escape_closes_it, fixed);
  add ("/tour/return-closes-it", test_return_closes_it, fixed);
  add ("/tour/writing-closes-it", test_writing_closes_it, fixed);
  add ("/tour/help-key-brings-it-back", test_help_key_brings_it_back, fixed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The messages of a text: pinned, followed while it is written, gone to, kept. */

#include "mellow-draft-keeper.h"
#include "mellow-message-watch.h"
#include "mellow-messages-pane.h"
#include "window-fixture.h"

#define AD                                                                                         \
  "Æ! Quiet dishwasher.\n\nAct now! It is new. It is blue. It is here. Dishwashers run quietly. " \
  "Act now!"

static MellowMessagesPane *
find_pane (Fixture *fixture)
{
  return find_widget (fixture->window, MELLOW_TYPE_MESSAGES_PANE);
}

/* The rows of the pane: `“quiet dishwasher” (once word for word); Line 1 · …`. */
static char *
rows_to_string (Fixture *fixture)
{
  GtkListBox *list = find_widget (find_pane (fixture), GTK_TYPE_LIST_BOX);
  GString *line = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++) {
    const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

    g_string_append_printf (line, "%s%s", i > 0 ? "; " : "",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    if (subtitle != NULL && *subtitle != '\0')
      g_string_append_printf (line, " (%s)", subtitle);
  }
  return g_string_free (line, FALSE);
}

static gboolean
has_rows (Fixture *fixture, const char *expected)
{
  g_autofree char *rows = rows_to_string (fixture);

  return g_str_equal (rows, expected);
}

#define assert_rows(fixture, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *rows_ = rows_to_string (fixture);                                             \
    g_assert_cmpstr (rows_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static char *
dup_selection (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end);
  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, FALSE);
}

static gboolean
has_selected (Fixture *fixture, const char *expected)
{
  g_autofree char *selection = dup_selection (fixture);

  return g_str_equal (selection, expected);
}

#define REPEAT "“Act now” (said word for word 2 times, which presses a little more each time)"
#define QUIET                                                                                           \
  "“quiet dishwasher” (once word for word · once in other words · away for 4 sentences in a row " \
  "· nicely varied); Line 1 · word for word · “Quiet dishwasher”; Line 3 · in other words · "  \
  "“Dishwashers run quietly”"

static void
test_pinned_and_followed (Fixture *fixture)
{
  type_text (fixture->buffer, AD);
  activate (fixture, "win.messages");
  assert_rows (fixture, REPEAT);
  g_assert_true (mellow_messages_pane_pin (find_pane (fixture), " quiet dishwasher\n"));
  assert_rows (fixture, QUIET "; " REPEAT);

  /* Not at once: after a pause. */
  type_text (fixture->buffer, " A quiet one.");
  assert_rows (fixture, QUIET "; " REPEAT);
  wait_until (!has_rows (fixture, QUIET "; " REPEAT));
  assert_rows (fixture,
               "“quiet dishwasher” (once word for word · once in other words · once nearly · away "
               "for 4 sentences in a row · nicely varied); Line 1 · word for word · “Quiet "
               "dishwasher”; Line 3 · in other words · “Dishwashers run quietly”; Line 3 · nearly "
               "· “quiet”; " REPEAT);
}

static void
test_gaps (Fixture *fixture)
{
  type_text (fixture->buffer, "One. Two. Three. Four. Quiet. One. Two.");
  activate (fixture, "win.messages");
  mellow_messages_pane_pin (find_pane (fixture), "quiet");
  assert_rows (fixture, "“quiet” (once word for word · not in the first 4 sentences); Line 1 · "
                        "word for word · “Quiet”");
  type_text (fixture->buffer, " Three. Four. Five.");
  wait_until (!has_rows (fixture, "“quiet” (once word for word · not in the first 4 sentences); "
                                  "Line 1 · word for word · “Quiet”"));
  assert_rows (fixture, "“quiet” (once word for word · not in the last 5 sentences); Line 1 · "
                        "word for word · “Quiet”");
  mellow_messages_pane_pin (find_pane (fixture), "Ærø");
  g_assert_true (says (find_pane (fixture), "not in this text yet"));
}

/* A command that is pinned is no message like others. */
static void
test_a_command_presses (Fixture *fixture)
{
  type_text (fixture->buffer, "Act now! Act now!");
  activate (fixture, "win.messages");
  mellow_messages_pane_pin (find_pane (fixture), "act now");
  g_assert_true (
      says (find_pane (fixture), "2 times word for word · as a command it presses more each time"));
}

static void
test_three_at_most (Fixture *fixture)
{
  MellowMessagesPane *pane = find_pane (fixture);

  activate (fixture, "win.messages");
  g_assert_false (mellow_messages_pane_pin (pane, " … "));
  g_assert_true (mellow_messages_pane_pin (pane, "one"));
  g_assert_true (mellow_messages_pane_pin (pane, "one"));
  g_assert_true (mellow_messages_pane_pin (pane, "two"));
  g_assert_true (mellow_messages_pane_pin (pane, "three"));
  g_assert_false (mellow_messages_pane_pin (pane, "four"));
  g_assert_cmpuint (g_strv_length ((GStrv)mellow_document_data_get_messages (
                        mellow_draft_get_data (fixture->draft))),
                    ==, 3);
}

/* Like all that is done to a text. */
static void
test_undone (Fixture *fixture)
{
  activate (fixture, "win.messages");
  mellow_messages_pane_pin (find_pane (fixture), "one");
  gtk_widget_activate_action (GTK_WIDGET (find_pane (fixture)), "messages.remove", "u", 0);
  assert_rows (fixture, "");
  activate (fixture, "win.undo");
  g_assert_cmpstr (mellow_document_data_get_messages (mellow_draft_get_data (fixture->draft))[0],
                   ==, "one");
  activate (fixture, "win.undo");
  assert_rows (fixture, "");
  activate (fixture, "win.redo");
  assert_rows (fixture, "“one” (not in this text yet)");
}

static void
test_the_brief_offers_its_message (Fixture *fixture)
{
  g_autoptr (ProseBrief) brief = prose_brief_new ();

  prose_brief_set (brief, "message", "quiet dishwasher");
  mellow_document_data_set_brief (mellow_draft_get_data (fixture->draft), brief);
  activate (fixture, "win.messages");
  assert_rows (fixture, "Pin “quiet dishwasher”, the key message of the brief");
  g_signal_emit_by_name (
      find_widget (find_pane (fixture), GTK_TYPE_LIST_BOX), "row-activated",
      gtk_list_box_get_row_at_index (find_widget (find_pane (fixture), GTK_TYPE_LIST_BOX), 0));
  assert_rows (fixture, "“quiet dishwasher” (not in this text yet)");
}

static void
test_the_message_of_the_brief_by_one_key (Fixture *fixture)
{
  g_autoptr (ProseBrief) brief = prose_brief_new ();

  if (!has_hand ())
    return;

  prose_brief_set (brief, "message", "quiet dishwasher");
  mellow_document_data_set_brief (mellow_draft_get_data (fixture->draft), brief);
  use_hand ("key", "ctrl+m", NULL);
  wait_until (mellow_messages_pane_is_open (find_pane (fixture)));
  use_hand ("key", "Return", NULL);
  wait_until (has_rows (fixture, "“quiet dishwasher” (not in this text yet)"));
}

static void
test_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_text (fixture->buffer, AD);
  use_hand ("key", "ctrl+m", NULL);
  wait_until (mellow_messages_pane_is_open (find_pane (fixture)));
  use_hand ("type", "quiet dishwasher", NULL);
  use_hand ("key", "Return", NULL);
  wait_until (has_rows (fixture, QUIET "; " REPEAT));

  /* From the entry up to the echo in the last line, and into the text. */
  use_hand ("key", "shift+Tab", NULL);
  use_hand ("key", "Home", NULL);
  use_hand ("key", "Down", NULL);
  use_hand ("key", "Down", NULL);
  use_hand ("key", "Return", NULL);
  wait_until (has_selected (fixture, "Dishwashers run quietly"));

  use_hand ("key", "ctrl+m", NULL);
  use_hand ("key", "Escape", NULL);
  wait_until (!mellow_messages_pane_is_open (find_pane (fixture)));
  use_hand ("key", "ctrl+shift+m", NULL);
  wait_until (g_strv_length ((GStrv)mellow_document_data_get_messages (
                  mellow_draft_get_data (fixture->draft))) == 2);
  g_assert_cmpstr (mellow_document_data_get_messages (mellow_draft_get_data (fixture->draft))[1],
                   ==, "Dishwashers run quietly");
}

/* --- kept --- */

static void
test_kept_in_the_copy_of_a_draft (Fixture *fixture)
{
  g_autoptr (MellowDraftCopy) copy = NULL;
  g_autoptr (MellowDraft) other = create_draft ("");

  type_text (fixture->buffer, AD);
  mellow_messages_pane_pin (find_pane (fixture), "quiet “Ærø”: #1");
  g_assert_true (mellow_draft_is_modified (fixture->draft));
  copy = mellow_draft_copy_new (fixture->draft);
  mellow_draft_copy_restore (copy, other);
  g_assert_cmpstr (mellow_document_data_get_messages (mellow_draft_get_data (other))[0], ==,
                   "quiet “Ærø”: #1");
  g_assert_null (mellow_document_data_get_messages (mellow_draft_get_data (other))[1]);
}

/* --- the watch --- */

/* Nobody looks: nothing is read, however much is written. */
static void
test_no_reading_in_vain (Fixture *fixture)
{
  g_autoptr (MellowMessageWatch) watch = mellow_message_watch_new (fixture->draft);
  const char *messages[] = { "quiet", NULL };
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  type_text (fixture->buffer, AD);
  mellow_document_data_set_messages (mellow_draft_get_data (fixture->draft), messages);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (mellow_message_watch_get_n_messages (watch), ==, 0);
  mellow_message_watch_set_active (watch, TRUE);
  g_assert_cmpuint (mellow_message_watch_get_trace (watch, 0)->echoes->len, ==, 2);
}

/* In many slices, with a key press in between. */
static void
test_a_long_text (Fixture *fixture)
{
  g_autoptr (MellowMessageWatch) watch = mellow_message_watch_new (fixture->draft);
  const char *messages[] = { "quiet dishwasher", NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "A quiet dishwasher is here. Act now!\n\n");
  mellow_document_data_set_messages (mellow_draft_get_data (fixture->draft), messages);
  mellow_message_watch_set_active (watch, TRUE);
  type_text (fixture->buffer, text->str);
  mellow_message_watch_set_active (watch, FALSE);
  mellow_message_watch_set_active (watch, TRUE);
  g_assert_cmpuint (mellow_message_watch_get_trace (watch, 0)->n_verbatim, ==, 0);
  type_text (fixture->buffer, "Quiet dishwashers.");
  g_assert_cmpuint (mellow_message_watch_get_trace (watch, 0)->n_verbatim, ==, 0);
  wait_until (mellow_message_watch_get_trace (watch, 0)->n_verbatim == 3000);
  g_assert_cmpuint (mellow_message_watch_get_trace (watch, 0)->n_varied, ==, 1);
  g_assert_cmpuint (((MellowRepeat *)mellow_message_watch_get_repeats (watch)->pdata[0])->count, ==,
                    3000);
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/messages/pinned-and-followed", test_pinned_and_followed, fixed);
  add ("/messages/gaps", test_gaps, fixed);
  add ("/messages/a-command-presses", test_a_command_presses, fixed);
  add ("/messages/three-at-most", test_three_at_most, fixed);
  add ("/messages/undone", test_undone, fixed);
  add ("/messages/the-brief-offers-its-message", test_the_brief_offers_its_message, fixed);
  add ("/messages/the-message-of-the-brief-by-one-key", test_the_message_of_the_brief_by_one_key,
       fixed);
  add ("/messages/with-keys", test_with_keys, fixed);
  add ("/messages/kept-in-the-copy-of-a-draft", test_kept_in_the_copy_of_a_draft, fixed);
  add ("/messages/no-reading-in-vain", test_no_reading_in_vain, fixed);
  add ("/messages/a-long-text", test_a_long_text, fixed);

  return g_test_run ();
}

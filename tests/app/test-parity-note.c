/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why no difference from the original is listed, in words. */

#include "mellow-parity-note.h"

#include <glib/gstdio.h>

#include "parity-fixture.h"

#define HEAD "msgid \"\"\nmsgstr \"Language: da\\n\"\n\n"

static void
assert_note (MellowParityWatch *watch, const char *title, const char *text, const char *action)
{
  g_autoptr (MellowParityNote) note = mellow_parity_note_new (watch);

  g_assert_cmpstr (note->title, ==, title);
  g_assert_cmpstr (note->description, ==, text);
  g_assert_cmpstr (note->action, ==, action);
  g_assert_true ((note->label == NULL) == (note->action == NULL));
  g_assert_nonnull (note->icon);
}

static void
test_no_original (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("text", "Kun 3 lamper tilbage!");

  assert_note (watch_over (draft), "Beside Which Original?",
               "Choose the text that this one is a translation of. Their tones are compared here.",
               "win.compare-with-original");
}

/* It is Pango markup, so the name of a file may have any sign. */
static void
test_no_file (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("text", "Kun 3 lamper tilbage!");
  g_autofree char *folder = g_dir_make_tmp ("mellow-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "R&D.txt", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  mellow_document_data_set_original (mellow_draft_get_data (draft), uri);
  assert_note (watch_over (draft), "Where Is the Original?",
               "“R&amp;D.txt” cannot be read just now. It is not where it was.",
               "win.compare-with-original");
  g_rmdir (folder);
}

static void
test_one_moment (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", HEAD);

  assert_note (mellow_parity_watch_of (draft), "One Moment", "Both texts are being read.", NULL);
  watch_over (draft);
}

static void
test_nothing_translated (void)
{
  g_autoptr (MellowDraft) draft =
      create_translation ("po", HEAD "msgid \"The lamps are in stock.\"\nmsgstr \"\"\n");

  assert_note (watch_over (draft), "Nothing to Compare Yet",
               "What is translated is compared here with its original.", NULL);
}

static void
test_in_tune (void)
{
  g_autoptr (MellowDraft) draft =
      create_translation ("po", HEAD "msgid \"The lamps are in stock.\"\n"
                                     "msgstr \"Lamperne er på lager.\"\n");

  assert_note (watch_over (draft), "In Tune", "The translation sounds as calm as its original.",
               NULL);
}

static void
dismiss_first (MellowDraft *draft)
{
  GListModel *findings = mellow_parity_result_get_findings (
      mellow_parity_watch_get_result (mellow_parity_watch_of (draft)));
  g_autoptr (MellowParityItem) item = g_list_model_get_item (findings, 0);
  g_autoptr (ProseDismissal) dismissal = mellow_parity_item_create_dismissal (item);

  mellow_document_data_dismiss (mellow_draft_get_data (draft), dismissal);
}

/* Also one that is dismissed says so only when there is none left. */
static void
test_filtered_and_dismissed (void)
{
  g_autoptr (MellowDraft) draft =
      create_translation ("po", HEAD "msgid \"The lamps are in stock.\"\n"
                                     "msgstr \"Kun 3 lamper tilbage!\"\n\n"
                                     "msgid \"Would you like some help?\"\n"
                                     "msgstr \"Køb nu!\"\n");
  MellowParityWatch *watch = watch_over (draft);

  assert_note (watch, "Nothing Under This Filter",
               "2 differences are waiting outside of the filter.", "parity.clear-filter");
  dismiss_first (draft);
  assert_note (watch, "Nothing Under This Filter",
               "One difference is waiting outside of the filter.", "parity.clear-filter");
  dismiss_first (draft);
  assert_note (watch, "Nothing Left to Compare",
               "2 differences are dismissed; you chose to leave them.", "win.show-dismissed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parity-note/no-original", test_no_original);
  g_test_add_func ("/parity-note/no-file", test_no_file);
  g_test_add_func ("/parity-note/one-moment", test_one_moment);
  g_test_add_func ("/parity-note/nothing-translated", test_nothing_translated);
  g_test_add_func ("/parity-note/in-tune", test_in_tune);
  g_test_add_func ("/parity-note/filtered-and-dismissed", test_filtered_and_dismissed);

  return g_test_run ();
}

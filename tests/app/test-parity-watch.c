/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the tone of a text that is being written differs from that of its original. */

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "parity-fixture.h"

static const char shop[] = "msgid \"\"\n"
                           "msgstr \"\"\n"
                           "\"Language: da\\n\"\n"
                           "\n"
                           "msgid \"The lamps are in stock.\"\n"
                           "msgstr \"Kun 3 lamper tilbage!\"\n"
                           "\n"
                           "msgid \"Would you like some help?\"\n"
                           "msgstr \"Køb nu!\"\n"
                           "\n"
                           "msgid \"One lamp is here for you.\"\n"
                           "msgstr \"Der er en lampe til dig.\"\n"
                           "\n"
                           "msgid \"Your lamps are on their way.\"\n"
                           "msgstr \"Deres lamper er på vej til Dem.\"\n"
                           "\n"
                           "msgid \"We write to you.\"\n"
                           "msgstr \"\"\n";

/* A line for each difference: its kind, the words in the text where it is said to be. */
static char *
describe (MellowDraft *draft, GListModel *items)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (MellowParityItem) item = g_list_model_get_item (items, i);

    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                            prose_parity_kind_to_string (mellow_parity_item_get_kind (item)));
    for (guint k = 0; k < mellow_parity_item_get_n_places (item); k++) {
      g_autofree char *words = mellow_review_dup_text (mellow_draft_get_review (draft),
                                                       mellow_parity_item_get_place (item, k));

      g_string_append_printf (lines, "|%s", words);
    }
  }
  return g_string_free (lines, FALSE);
}

static GListModel *
get_findings (MellowParityWatch *watch)
{
  return mellow_parity_result_get_findings (mellow_parity_watch_get_result (watch));
}

#define assert_finds(draft, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *finds_ = describe (draft, get_findings (mellow_parity_watch_of (draft)));     \
    g_assert_cmpstr (finds_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

#define assert_dismissed(draft, expected)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *dismissed_ =                                                                  \
        describe (draft, mellow_parity_result_get_dismissed (                                      \
                             mellow_parity_watch_get_result (mellow_parity_watch_of (draft))));    \
    g_assert_cmpstr (dismissed_, ==, expected);                                                    \
  }                                                                                                \
  G_STMT_END

#define COMMAND "question-to-command|Køb nu!"
#define ADDED "pressure-added|Kun 3 lamper tilbage"
#define MIXED "address-mixed|Deres lamper er på vej til Dem."
#define ALL COMMAND "\n" ADDED "\n" MIXED

static void
replace (MellowDraft *draft, const char *words, const char *others)
{
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, others, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* --- a file with its originals --- */

static void
test_translations (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  MellowParityWatch *watch;
  MellowParityResult *result;

  g_assert_true (mellow_parity_watch_has_original (draft));
  g_assert_true (mellow_parity_watch_has_own_original (draft));
  watch = mellow_parity_watch_of (draft);
  result = mellow_parity_watch_get_result (watch);
  g_assert_true (watch == mellow_parity_watch_of (draft));
  g_assert_cmpint (mellow_parity_watch_get_state (watch), ==, MELLOW_PARITY_COMPARING);

  wait_until (!mellow_parity_watch_is_behind (watch));
  g_assert_cmpint (mellow_parity_watch_get_state (watch), ==, MELLOW_PARITY_COMPARED);
  assert_finds (draft, ALL);
  g_assert_cmpuint (mellow_parity_result_get_n_compared (result), ==, 4);
  g_assert_cmpstr (mellow_parity_result_get_language (result, FALSE), ==, "en");
  g_assert_cmpstr (mellow_parity_result_get_language (result, TRUE), ==, "da");
  g_assert_cmpfloat (
      prose_tone_summary_new (mellow_parity_result_get_measures (result, TRUE)).pressure, >,
      prose_tone_summary_new (mellow_parity_result_get_measures (result, FALSE)).pressure);
}

static void
test_units (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  MellowParityWatch *watch = watch_over (draft);
  MellowParityResult *result = mellow_parity_watch_get_result (watch);
  MellowParityItem *item = mellow_parity_result_find (result, "Would you like some help?");

  g_assert_cmpint (mellow_parity_item_get_kind (item), ==, PROSE_PARITY_QUESTION_TO_COMMAND);
  g_assert_null (mellow_parity_result_find (result, "One lamp is here for you."));
  g_assert_null (mellow_parity_result_find (result, "no unit"));
}

static void
test_what_is_not_compared (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  MellowParityWatch *watch = watch_over (draft);
  MellowParityResult *result = mellow_parity_watch_get_result (watch);
  g_autofree char *words = NULL;
  ProseSpan place;

  g_assert_cmpuint (mellow_parity_result_count_skipped (result, PROSE_PARITY_GAP_UNTRANSLATED), ==,
                    1);
  g_assert_cmpuint (mellow_parity_result_count_skipped (result, PROSE_PARITY_GAP_NO_RULES), ==, 0);
  g_assert_false (mellow_parity_result_find_skipped (result, PROSE_PARITY_GAP_NO_RULES, 0, &place));
  place_cursor (mellow_draft_get_buffer (draft), 0);
  type_text (mellow_draft_get_buffer (draft), "# æ\n");
  g_assert_true (
      mellow_parity_result_find_skipped (result, PROSE_PARITY_GAP_UNTRANSLATED, 9999, &place));
  words = mellow_review_dup_text (mellow_draft_get_review (draft), place);
  g_assert_cmpstr (words, ==, "We write to you.");
}

/* Places move at once, what is found follows. */
static void
test_it_follows_the_text (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  MellowParityWatch *watch = watch_over (draft);
  g_autoptr (MellowParityItem) before = g_list_model_get_item (get_findings (watch), 0);
  g_autoptr (MellowParityItem) after = NULL;

  place_cursor (mellow_draft_get_buffer (draft), 0);
  type_text (mellow_draft_get_buffer (draft), "# Ærø\n");
  replace (draft, "Kun 3 lamper tilbage!", "Lamperne er på lager.");
  g_assert_true (mellow_parity_watch_is_behind (watch));
  assert_finds (draft, COMMAND "\npressure-added|\n" MIXED);

  wait_until (!mellow_parity_watch_is_behind (watch));
  assert_finds (draft, COMMAND "\n" MIXED);
  after = g_list_model_get_item (get_findings (watch), 0);
  g_assert_true (before == after);
}

static void
test_another_format (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  MellowParityWatch *watch = watch_over (draft);

  mellow_draft_choose_format (draft, prose_format_get_text ());
  g_assert_cmpint (mellow_parity_watch_get_state (watch), ==, MELLOW_PARITY_NO_ORIGINAL);
  assert_finds (draft, "");
  mellow_draft_choose_format (draft, prose_format_find ("po"));
  wait_until (!mellow_parity_watch_is_behind (watch));
  assert_finds (draft, ALL);
}

static void
test_other_rules (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  g_autoptr (ProseRuleSet) rules = load_test_rules ();
  MellowParityWatch *watch = watch_over (draft);
  MellowParityResult *result = mellow_parity_watch_get_result (watch);

  mellow_draft_set_rules (draft, rules);
  wait_until (!mellow_parity_watch_is_behind (watch));
  assert_finds (draft, "");
  g_assert_cmpuint (mellow_parity_result_count_skipped (result, PROSE_PARITY_GAP_NO_RULES), ==, 4);
}

/* A text that is no translation is none of its business. */
static void
test_no_original (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("text", "Act now!");
  MellowParityWatch *watch = mellow_parity_watch_of (draft);

  g_assert_false (mellow_parity_watch_has_original (draft));
  g_assert_cmpint (mellow_parity_watch_get_state (watch), ==, MELLOW_PARITY_NO_ORIGINAL);
  type_text (mellow_draft_get_buffer (draft), " Act now!");
  g_assert_false (mellow_parity_watch_is_behind (watch));
}

/* Whatever is typed, and however late a result comes: in the end it is that of the text. */
static void
test_random_edits (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  MellowParityWatch *watch = mellow_parity_watch_of (draft);

  for (int round = 0; round < 3; round++) {
    g_autoptr (MellowDraft) other = NULL;
    g_autofree char *text = NULL;
    g_autofree char *expected = NULL;

    for (int i = 0; i < 20; i++) {
      edit_at_random (mellow_draft_get_buffer (draft));
      if (g_test_rand_bit ())
        g_main_context_iteration (NULL, FALSE);
    }
    wait_until (!mellow_parity_watch_is_behind (watch));
    text = dup_text (mellow_draft_get_buffer (draft));
    other = create_translation ("po", text);
    expected = describe (other, get_findings (watch_over (other)));
    assert_finds (draft, expected);
  }
}

/* --- what is dismissed --- */

static void
dismiss_first (MellowDraft *draft)
{
  g_autoptr (MellowParityItem) item =
      g_list_model_get_item (get_findings (mellow_parity_watch_of (draft)), 0);
  g_autoptr (ProseDismissal) dismissal = mellow_parity_item_create_dismissal (item);

  mellow_document_data_dismiss (mellow_draft_get_data (draft), dismissal);
}

static void
test_dismissed (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  MellowParityWatch *watch = watch_over (draft);
  MellowParityResult *result = mellow_parity_watch_get_result (watch);
  const ProseDismissal *dismissal;

  dismiss_first (draft);
  assert_finds (draft, ADDED "\n" MIXED);
  assert_dismissed (draft, COMMAND);
  g_assert_null (mellow_parity_result_find (result, "Would you like some help?"));
  dismissal = mellow_document_data_get_dismissed (mellow_draft_get_data (draft))->pdata[0];
  g_assert_cmpstr (dismissal->unit, ==, "Would you like some help?");
  g_assert_cmpstr (dismissal->target, ==, "Køb nu!");
  mellow_document_data_bring_back (mellow_draft_get_data (draft), dismissal->key);
  assert_finds (draft, ALL);
  assert_dismissed (draft, "");
}

/* As long as both texts stay; whatever else an update brings. */
static void
test_dismissed_until_a_text_changes (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);
  MellowParityWatch *watch = watch_over (draft);

  dismiss_first (draft);
  replace (draft, "We write to you.", "We write.");
  replace (draft, "One lamp", "A lamp");
  wait_until (!mellow_parity_watch_is_behind (watch));
  assert_dismissed (draft, COMMAND);

  replace (draft, "some help?", "any help?");
  wait_until (!mellow_parity_watch_is_behind (watch));
  assert_finds (draft, ALL);
  replace (draft, "any help?", "some help?");
  wait_until (!mellow_parity_watch_is_behind (watch));
  assert_dismissed (draft, COMMAND);
  replace (draft, "Køb nu!", "Køb nu.");
  wait_until (!mellow_parity_watch_is_behind (watch));
  assert_finds (draft, "question-to-command|Køb nu\n" ADDED "\n" MIXED);
}

/* --- an original in another file --- */

static char *
write_original (const char *folder, const char *text)
{
  char *path = g_build_filename (folder, "ærø.md", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_a_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mellow-XXXXXX", NULL);
  g_autofree char *path = write_original (folder, "# Lamps\n\nThe lamps are in stock.\n");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (MellowDraft) draft =
      create_translation ("markdown", "# Lamper\n\n*Kun 3* lamper tilbage!\n");
  MellowParityWatch *watch = mellow_parity_watch_of (draft);

  mellow_document_data_set_original (mellow_draft_get_data (draft), uri);
  g_assert_true (mellow_parity_watch_has_original (draft));
  g_assert_cmpint (mellow_parity_watch_get_state (watch), ==, MELLOW_PARITY_COMPARING);
  wait_until (!mellow_parity_watch_is_behind (watch));
  assert_finds (draft, "pressure-added|Kun 3* lamper tilbage");

  /* Its changes are seen when somebody looks. */
  g_free (write_original (folder, "# Lamps\n\nOnly 3 lamps left!\n"));
  mellow_parity_watch_check_file (watch);
  wait_until (g_list_model_get_n_items (get_findings (watch)) == 0);
  g_assert_false (mellow_parity_watch_is_behind (watch));

  g_remove (path);
  mellow_parity_watch_check_file (watch);
  wait_until (mellow_parity_watch_get_state (watch) == MELLOW_PARITY_NO_FILE);
  g_assert_nonnull (mellow_parity_watch_get_problem (watch));

  /* And when it is back, or the text is edited. */
  g_free (write_original (folder, "# Lamps\n\nThe lamps are in stock.\n"));
  mellow_parity_watch_check_file (watch);
  wait_until (mellow_parity_watch_get_state (watch) == MELLOW_PARITY_COMPARED);
  assert_finds (draft, "pressure-added|Kun 3* lamper tilbage");
  g_assert_null (mellow_parity_watch_get_problem (watch));

  mellow_document_data_set_original (mellow_draft_get_data (draft), NULL);
  g_assert_cmpint (mellow_parity_watch_get_state (watch), ==, MELLOW_PARITY_NO_ORIGINAL);
  assert_finds (draft, "");
  g_remove (path);
  g_rmdir (folder);
}

static void
assert_compared (const char *name,
                 const char *original,
                 gssize length,
                 const char *format,
                 const char *text,
                 const char *expected)
{
  g_autofree char *folder = g_dir_make_tmp ("mellow-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (MellowDraft) draft = create_translation (format, text);

  g_assert_true (g_file_set_contents (path, original, length, NULL));
  mellow_document_data_set_original (mellow_draft_get_data (draft), uri);
  watch_over (draft);
  assert_finds (draft, expected);
  g_remove (path);
  g_rmdir (folder);
}

/* Each in its own format, and in the encoding that the file has. */
static void
test_formats_and_encodings (void)
{
  static const char utf16[] = "\xff\xfeI\0t\0 \0i\0s\0 \0i\0n\0 \0s\0t\0o\0c\0k\0.\0";

  assert_compared ("page.html", "<h1>Lamps</h1><p>The lamps are <b>in stock</b>.</p>", -1, "html",
                   "<h1>Lamper</h1>\n<p><b>Kun 3</b> lamper tilbage!</p>",
                   "pressure-added|Kun 3</b> lamper tilbage");
  assert_compared ("page.html", "<p>The lamps are in stock.</p>", -1, "text",
                   "Kun 3 lamper tilbage!", "pressure-added|Kun 3 lamper tilbage");
  assert_compared ("old.txt", "The caf\xe9 lamps are in stock.", -1, "text",
                   "Kun 3 lamper tilbage!", "pressure-added|Kun 3 lamper tilbage");
  assert_compared ("wide.txt", utf16, sizeof utf16 - 1, "text", "Kun 3 lamper tilbage!",
                   "pressure-added|Kun 3 lamper tilbage");
}

/* What has its originals in it needs no other. */
static void
test_translations_are_compared_with_themselves (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", shop);

  mellow_document_data_set_original (mellow_draft_get_data (draft), "file:///not/there.md");
  watch_over (draft);
  assert_finds (draft, ALL);
  g_assert_null (mellow_parity_watch_get_file (mellow_parity_watch_of (draft)));
}

/* A draft may go while it is compared, or before. */
static void
test_a_draft_that_is_gone (gconstpointer is_running)
{
  MellowDraft *draft = create_translation ("po", shop);
  g_autoptr (MellowParityWatch) watch = g_object_ref (mellow_parity_watch_of (draft));

  if (is_running != NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (draft);
  for (int i = 0; i < 50; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (2000);
  }
  g_assert_cmpuint (g_list_model_get_n_items (get_findings (watch)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parity-watch/translations", test_translations);
  g_test_add_func ("/parity-watch/units", test_units);
  g_test_add_func ("/parity-watch/what-is-not-compared", test_what_is_not_compared);
  g_test_add_func ("/parity-watch/it-follows-the-text", test_it_follows_the_text);
  g_test_add_func ("/parity-watch/another-format", test_another_format);
  g_test_add_func ("/parity-watch/other-rules", test_other_rules);
  g_test_add_func ("/parity-watch/no-original", test_no_original);
  g_test_add_func ("/parity-watch/random-edits", test_random_edits);
  g_test_add_func ("/parity-watch/dismissed", test_dismissed);
  g_test_add_func ("/parity-watch/dismissed-until-a-text-changes",
                   test_dismissed_until_a_text_changes);
  g_test_add_func ("/parity-watch/a-file", test_a_file);
  g_test_add_func ("/parity-watch/formats-and-encodings", test_formats_and_encodings);
  g_test_add_func ("/parity-watch/translations-are-compared-with-themselves",
                   test_translations_are_compared_with_themselves);
  g_test_add_data_func ("/parity-watch/a-draft-that-is-gone/before", NULL,
                        test_a_draft_that_is_gone);
  g_test_add_data_func ("/parity-watch/a-draft-that-is-gone/meanwhile", "running",
                        test_a_draft_that_is_gone);

  return g_test_run ();
}

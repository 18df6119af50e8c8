/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one target of a unit says, as a text in step with the file, and what is said of it. */

#include "fixture.h"
#include "mellow-target-note.h"
#include "mellow-target-text.h"
#include "mellow-translation.h"

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\n"
#define FIRST "#. max-length: 12\nmsgid \"Køb %d\"\nmsgstr \"Act now\"\n"
#define PLURAL                                                                                     \
  "\nmsgid \"%d dag\"\nmsgid_plural \"%d dage\"\nmsgstr[0] \"\"\nmsgstr[1] \"%d days\"\n"
#define PO HEADER FIRST PLURAL

#define XLIFF                                                                                      \
  "<xliff srcLang='da' trgLang='en'><file id='f'>\n"                                               \
  "<unit id='1'><segment><source>Køb <pc id='1'>nu</pc> &amp; her</source></segment></unit>\n"    \
  "</file></xliff>\n"

typedef struct {
  MellowDraft *draft;
  GtkTextBuffer *file;
  MellowTranslation *translation;
  MellowTargetText *text;
  GtkTextBuffer *buffer; /* of the text */
  guint n_changes;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, const char *format, const char *text)
{
  fixture->draft = create_draft ("");
  fixture->file = mellow_draft_get_buffer (fixture->draft);
  mellow_review_set_format (mellow_draft_get_review (fixture->draft), prose_format_find (format));
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (fixture->file), text, -1);
  fixture->translation = mellow_translation_new (mellow_draft_get_review (fixture->draft));
  fixture->text = mellow_target_text_new (fixture->draft);
  fixture->buffer = mellow_target_text_get_buffer (fixture->text);
  g_signal_connect_swapped (fixture->text, "changed", G_CALLBACK (on_changed), fixture);
}

static void
set_up_po (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, "po", PO);
}

static void
set_up_xliff (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, "xliff", XLIFF);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->text);
  g_object_unref (fixture->translation);
  g_object_unref (fixture->draft);
}

/* Shows a target of a unit. */
static void
show (Fixture *fixture, guint unit, guint n)
{
  mellow_target_text_set_item (fixture->text, mellow_translation_get (fixture->translation, unit),
                               n);
}

static char *
dup_shown (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
}

#define assert_shows(fixture, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *shown_ = dup_shown (fixture);                                                 \
    g_assert_cmpstr (shown_, ==, expected);                                                        \
    g_assert_cmpstr (mellow_target_text_get_text ((fixture)->text), ==, shown_);                   \
  }                                                                                                \
  G_STMT_END

/* --- what is shown --- */

static void
test_what_a_target_says (Fixture *fixture, gconstpointer data)
{
  g_assert_null (mellow_target_text_get_item (fixture->text));
  assert_shows (fixture, "");
  show (fixture, 0, 0);
  assert_shows (fixture, "Act now");
  show (fixture, 1, 1);
  assert_shows (fixture, "%d days");
  g_assert_true (mellow_target_text_get_item (fixture->text) ==
                 mellow_translation_get (fixture->translation, 1));
  g_assert_cmpuint (mellow_target_text_get_n (fixture->text), ==, 1);
  show (fixture, 1, 2);
  g_assert_null (mellow_target_text_get_item (fixture->text));
  assert_shows (fixture, "");
  mellow_target_text_set_item (fixture->text, NULL, 0);
  assert_shows (fixture, "");
}

static void
test_it_follows_the_file (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1, 1);
  place_cursor (fixture->file, find_words (fixture->file, "days\""));
  fixture->n_changes = 0;
  type_text (fixture->file, "sunny ");
  assert_shows (fixture, "%d sunny days");
  g_assert_cmpuint (fixture->n_changes, >, 0);
  gtk_text_buffer_undo (fixture->file);
  assert_shows (fixture, "%d days");
}

static void
test_the_cursor_of_the_file (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1, 1);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 0);
  place_cursor (fixture->file, find_words (fixture->file, "days\""));
  mellow_target_text_follow_cursor (fixture->text);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 3);
  place_cursor (fixture->file, 0);
  mellow_target_text_follow_cursor (fixture->text);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 3);
}

static void
test_the_cursor_leads (Fixture *fixture, gconstpointer data)
{
  int place = find_words (fixture->file, "days\"");

  show (fixture, 1, 1);
  place_cursor (fixture->buffer, 3);
  g_assert_cmpint (get_cursor (fixture->file), ==, place);
  place_cursor (fixture->file, find_words (fixture->file, "\"\nmsgstr[1]"));
  mellow_target_text_lead_cursor (fixture->text);
  g_assert_cmpint (get_cursor (fixture->file), ==, place);
  place_cursor (fixture->file, find_words (fixture->file, "dag\""));
  mellow_target_text_lead_cursor (fixture->text);
  g_assert_cmpint (get_cursor (fixture->file), ==, find_words (fixture->file, "dag\""));
}

/* --- what is written --- */

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  show (fixture, 0, 0);
  place_cursor (fixture->buffer, 3);
  type_keys (fixture->buffer, "e\"d ø");
  assert_shows (fixture, "Acte\"d ø now");
  assert_text (fixture->file,
               HEADER "#. max-length: 12\nmsgid \"Køb %d\"\nmsgstr \"Acte\\\"d ø now\"\n" PLURAL);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 8);
  while (gtk_text_buffer_get_can_undo (fixture->file))
    gtk_text_buffer_undo (fixture->file);
  assert_text (fixture->file, PO);
  assert_shows (fixture, "Act now");
}

static void
test_several_edits_are_one (Fixture *fixture, gconstpointer data)
{
  show (fixture, 0, 0);
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_set_text (fixture->buffer, "", -1);
  assert_text (fixture->file, PO);
  gtk_text_buffer_insert_at_cursor (fixture->buffer, "Wait", -1);
  gtk_text_buffer_end_user_action (fixture->buffer);
  assert_text (fixture->file,
               HEADER "#. max-length: 12\nmsgid \"Køb %d\"\nmsgstr \"Wait\"\n" PLURAL);
  gtk_text_buffer_undo (fixture->file);
  assert_text (fixture->file, PO);
}

/* The file has what is missing behind the text; here the text stays as it is written. */
static void
test_missing_tags (Fixture *fixture, gconstpointer data)
{
  show (fixture, 0, 0);
  assert_shows (fixture, "");
  g_assert_false (mellow_target_text_is_mended (fixture->text));
  type_keys (fixture->buffer, "Buy");
  assert_shows (fixture, "Buy");
  g_assert_true (mellow_target_text_is_mended (fixture->text));
  find_words (fixture->file, "<target>Buy<pc id='1'></pc></target>");
  type_keys (fixture->buffer, " {1}now{2}");
  g_assert_false (mellow_target_text_is_mended (fixture->text));
  find_words (fixture->file, "<target>Buy <pc id='1'>now</pc></target>");
}

static void
test_the_original_is_copied (Fixture *fixture, gconstpointer data)
{
  show (fixture, 0, 0);
  mellow_target_text_copy_source (fixture->text);
  assert_shows (fixture, "Køb {1}nu{2} & her");
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 18);
  find_words (fixture->file, "<target>Køb <pc id='1'>nu</pc> &amp; her</target>");
  gtk_text_buffer_undo (fixture->file);
  assert_text (fixture->file, XLIFF);
  assert_shows (fixture, "");
}

/* Whatever is typed on either side: the file has what is shown, and all can be undone. */
static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  MellowTranslationItem *item = mellow_translation_get (fixture->translation, 0);

  show (fixture, 0, 0);
  for (int i = 0; i < 100; i++) {
    edit_at_random (fixture->buffer);
    g_assert_true (mellow_translation_get (fixture->translation, 0) == item);
    assert_shows (fixture,
                  prose_translation_unit_get_target (mellow_translation_item_get_unit (item), 0));
  }
  while (gtk_text_buffer_get_can_undo (fixture->file))
    gtk_text_buffer_undo (fixture->file);
  assert_text (fixture->file, PO);
  assert_shows (fixture, "Act now");
}

/* --- what is said of it --- */

#define assert_note(fixture, n, written, expected, problem)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (MellowTargetNote) note_ = mellow_target_note_new (                                  \
        mellow_translation_item_get_unit (mellow_translation_get ((fixture)->translation, n)), 0,  \
        written);                                                                                  \
    g_assert_cmpstr (note_->text, ==, expected);                                                   \
    g_assert_true (note_->has_problem == problem);                                                 \
  }                                                                                                \
  G_STMT_END

#define BEHIND "In the file, the tags stand behind the text until they have their place"

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  assert_note (fixture, 0, "Act now", "7 of 12 characters · Missing: %d", TRUE);
  assert_note (fixture, 1, "", "", FALSE);
}

static void
test_notes_on_tags (Fixture *fixture, gconstpointer data)
{
  assert_note (fixture, 0, "", "", FALSE);
  assert_note (fixture, 0, "Buy", "Missing: {1} {2} · " BEHIND, TRUE);
  assert_note (fixture, 0, "{1}{1}{2}", "There too often: {1} · " BEHIND, TRUE);
  assert_note (fixture, 0, "{1}{2}{3}", "Not in the original: {3} · " BEHIND, TRUE);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*set_up) (Fixture *fixture, gconstpointer data);
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/target-text/what-a-target-says", set_up_po, test_what_a_target_says },
    { "/target-text/it-follows-the-file", set_up_po, test_it_follows_the_file },
    { "/target-text/the-cursor-of-the-file", set_up_po, test_the_cursor_of_the_file },
    { "/target-text/the-cursor-leads", set_up_po, test_the_cursor_leads },
    { "/target-text/typing", set_up_po, test_typing },
    { "/target-text/several-edits-are-one", set_up_po, test_several_edits_are_one },
    { "/target-text/missing-tags", set_up_xliff, test_missing_tags },
    { "/target-text/the-original-is-copied", set_up_xliff, test_the_original_is_copied },
    { "/target-text/random-edits", set_up_po, test_random_edits },
    { "/target-text/notes", set_up_po, test_notes },
    { "/target-text/notes-on-tags", set_up_xliff, test_notes_on_tags },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, tests[i].set_up, tests[i].test, tear_down);

  return g_test_run ();
}

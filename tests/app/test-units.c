/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The units of a file of translations, in step with its text. */

#include <string.h>

#include "fixture.h"
#include "mellow-translation.h"
#include "mellow-unit-mark.h"

#define PO                                                                                         \
  "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\n"                                               \
  "#. Ærlig\n#, fuzzy\nmsgctxt \"button\"\nmsgid \"Køb\"\nmsgstr \"Act now\"\n\n"                \
  "msgid \"%d dag\"\nmsgid_plural \"%d dage\"\nmsgstr[0] \"\"\nmsgstr[1] \"%d days\"\n\n"          \
  "#~ msgid \"gammel\"\n#~ msgstr \"old\"\n\n"                                                     \
  "msgid \"Rolig\"\nmsgstr \"\"\n\"Take your \"\n\"time\"\n"

#define XLIFF                                                                                      \
  "<xliff srcLang='da' trgLang='en'><file id='f'>\n"                                               \
  "<unit id='1'><segment id='a'><source>Køb <pc id='1'>nu</pc></source>"                          \
  "<target>Act <pc id='1'>now</pc></target></segment>\n"                                           \
  "<segment id='b'><source>Rolig</source></segment></unit>\n"                                      \
  "<unit id='2' translate='no'><segment><source>Mellow</source></segment></unit>\n"                \
  "</file></xliff>\n"

static MellowDraft *
create_file (const char *text, const char *format)
{
  MellowDraft *draft = create_draft ("");

  mellow_review_set_format (mellow_draft_get_review (draft), prose_format_find (format));
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (draft)), text, -1);
  return draft;
}

static MellowTranslation *
read_units (MellowDraft *draft)
{
  return mellow_translation_new (mellow_draft_get_review (draft));
}

static void
add_target (GString *string, MellowTranslationItem *item, guint n)
{
  ProseSpan content = mellow_translation_item_get_content (item, n);

  g_string_append_printf (string, " > \"%s\" %u-%u",
                          prose_copy_get_text (mellow_translation_item_get_copy (item, n)),
                          content.start, content.end);
}

/* A line for each unit: `place context|source > "target" 20-26`. */
static char *
units_to_string (MellowTranslation *translation)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (translation)); i++) {
    MellowTranslationItem *item = mellow_translation_get (translation, i);
    const ProseTranslationUnit *unit = mellow_translation_item_get_unit (item);

    g_string_append_printf (string, "%s%u %u %s", i > 0 ? "\n" : "",
                            mellow_translation_item_get_place (item), unit->state,
                            prose_copy_get_text (unit->source));
    for (guint n = 0; n < mellow_translation_item_get_n_targets (item); n++)
      add_target (string, item, n);
  }
  return g_string_free (string, FALSE);
}

#define assert_units(translation, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *units_ = units_to_string (translation);                                       \
    g_assert_cmpstr (units_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_reads_what_is_there (void)
{
  g_autoptr (MellowDraft) draft = create_file (PO, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);

  assert_units (translation, "37 1 Køb > \"Act now\" 94-101\n"
                             "104 0 %d dag > \"\" 153-153 > \"%d days\" 166-173\n"
                             "211 2 Rolig > \"Take your time\" 233-253");
}

static void
test_several_of_one_block (void)
{
  g_autoptr (MellowDraft) draft = create_file (XLIFF, "xliff");
  g_autoptr (MellowTranslation) translation = read_units (draft);

  assert_units (translation, "47 2 Køb {1}nu{2} > \"Act {1}now{2}\" 124-147\n"
                             "191 0 Rolig > \"\" 205-205\n"
                             "223 4 Mellow > \"\" 283-283");
  g_assert_cmpuint (mellow_translation_find (translation, 0), ==, 0);
  g_assert_cmpuint (mellow_translation_find (translation, 190), ==, 0);
  g_assert_cmpuint (mellow_translation_find (translation, 191), ==, 1);
  g_assert_cmpuint (mellow_translation_find (translation, 223), ==, 2);
  g_assert_cmpuint (mellow_translation_find (translation, 1000), ==, 2);
}

static void
test_no_units (void)
{
  g_autoptr (MellowDraft) empty = create_file ("", "po");
  g_autoptr (MellowTranslation) none = read_units (empty);
  g_autoptr (MellowDraft) other = create_file ("<p>Act now</p>", "xliff");
  g_autoptr (MellowTranslation) without = read_units (other);

  assert_units (none, "");
  assert_units (without, "");
  g_assert_cmpuint (mellow_translation_find (none, 0), ==, 0);
  g_assert_null (mellow_translation_get (none, 0));
  type_text (mellow_draft_get_buffer (empty), "msgid \"a\"\nmsgstr \"\"\n");
  assert_units (none, "0 0 a > \"\" 18-18");
  mellow_review_set_format (mellow_draft_get_review (empty), prose_format_find ("markdown"));
  assert_units (none, "");
  mellow_review_set_format (mellow_draft_get_review (empty), prose_format_find ("po"));
  assert_units (none, "0 0 a > \"\" 18-18");
}

static void
test_places_there_and_back (void)
{
  g_autoptr (MellowDraft) draft = create_file (PO, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);
  MellowTranslationItem *wrapped = mellow_translation_get (translation, 2);

  g_assert_cmpint (mellow_translation_item_find_target (wrapped, 233), ==, 0);
  g_assert_cmpint (mellow_translation_item_find_target (wrapped, 254), ==, -1);
  for (guint i = 0; i <= strlen ("Take your time"); i++)
    g_assert_cmpuint (mellow_translation_item_to_text (
                          wrapped, 0, mellow_translation_item_to_file (wrapped, 0, i)),
                      ==, i);
  g_assert_cmpuint (mellow_translation_item_to_file (mellow_translation_get (translation, 1), 0, 0),
                    ==, 153);
  g_assert_cmpuint (mellow_translation_item_to_text (wrapped, 0, 0), ==, 0);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_an_edit_leaves_the_items (void)
{
  g_autoptr (MellowDraft) draft = create_file (PO, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  MellowTranslationItem *first = mellow_translation_get (translation, 0);
  MellowTranslationItem *last = mellow_translation_get (translation, 2);
  guint n_lists = 0, n_first = 0, n_last = 0, n_told = 0;

  g_signal_connect_swapped (translation, "items-changed", G_CALLBACK (count), &n_lists);
  g_signal_connect_swapped (translation, "changed", G_CALLBACK (count), &n_told);
  g_signal_connect_swapped (first, "changed", G_CALLBACK (count), &n_first);
  g_signal_connect_swapped (last, "changed", G_CALLBACK (count), &n_last);
  place_cursor (buffer, find_words (buffer, " now"));
  type_keys (buffer, "ed");
  assert_units (translation, "37 1 Køb > \"Acted now\" 94-103\n"
                             "106 0 %d dag > \"\" 155-155 > \"%d days\" 168-175\n"
                             "213 2 Rolig > \"Take your time\" 235-255");
  g_assert_true (mellow_translation_get (translation, 0) == first);
  g_assert_true (mellow_translation_get (translation, 2) == last);
  g_assert_cmpuint (n_lists, ==, 0);
  g_assert_cmpuint (n_first, ==, 2);
  g_assert_cmpuint (n_last, ==, 0);
  g_assert_cmpuint (n_told, ==, 2);
}

/* What is between two edits of one step need not be a file at all. */
static void
test_a_step_is_seen_when_it_is_over (void)
{
  g_autoptr (MellowDraft) draft = create_file (PO, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  guint n_lists = 0;
  GtkTextIter start, end;

  g_signal_connect_swapped (translation, "items-changed", G_CALLBACK (count), &n_lists);
  gtk_text_buffer_begin_user_action (buffer);
  place_cursor (buffer, find_words (buffer, "msgid \"%d dag\""));
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  g_assert_true (mellow_translation_is_busy (translation));
  type_text (buffer, "msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n");
  gtk_text_buffer_end_user_action (buffer);
  g_assert_false (mellow_translation_is_busy (translation));
  assert_units (translation, "37 1 Køb > \"Act now\" 94-101\n"
                             "104 2 a > \"b\" 122-123\n126 2 c > \"d\" 144-145");
  g_assert_cmpuint (n_lists, ==, 0);
  gtk_text_buffer_undo (buffer);
  g_assert_cmpuint (n_lists, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (translation)), ==, 3);
}

/* What was typed first goes with what is deleted then. */
static void
test_a_step_that_leaves_less (void)
{
  g_autoptr (MellowDraft) draft = create_file (PO, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (buffer);
  place_cursor (buffer, find_words (buffer, "time"));
  type_text (buffer, "own ");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 30);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
  assert_units (translation, "");
  gtk_text_buffer_undo (buffer);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (translation)), ==, 3);
}

static void
note_change (GString *string, guint position, guint removed, guint added)
{
  g_string_append_printf (string, "%u-%u+%u ", position, removed, added);
}

static void
test_units_come_and_go (void)
{
  g_autoptr (MellowDraft) draft = create_file (PO, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  g_autoptr (MellowTranslationItem) last = g_object_ref (mellow_translation_get (translation, 2));
  g_autoptr (GString) changes = g_string_new (NULL);

  g_signal_connect_swapped (translation, "items-changed", G_CALLBACK (note_change), changes);
  place_cursor (buffer, find_words (buffer, "msgid \"%d dag\""));
  type_text (buffer, "msgid \"a\"\nmsgstr \"b\"\n\n");
  gtk_text_buffer_undo (buffer);
  g_assert_cmpstr (changes->str, ==, "1-0+1 1-1+0 ");
  g_assert_true (mellow_translation_get (translation, 2) == last);
}

static const char *
describe_marks (GArray *marks)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++) {
    MellowUnitMark *mark = &g_array_index (marks, MellowUnitMark, i);

    g_string_append_printf (string, "%u-%u %u ", mark->span.start, mark->span.end, mark->severity);
  }
  return g_intern_string (string->str);
}

static void
test_marks_of_both_sides (void)
{
  g_autoptr (MellowDraft) draft =
      create_file ("<xliff srcLang='en' trgLang='en'><file id='f'><unit id='1'><segment>"
                   "<source>Æ: act now <x/></source><target>Æ &amp; act now</target>"
                   "</segment></unit></file></xliff>",
                   "xliff");
  g_autoptr (MellowTranslation) translation = read_units (draft);
  MellowTranslationItem *item = mellow_translation_get (translation, 0);
  g_autoptr (GArray) target = mellow_translation_dup_target_marks (translation, item, 0);

  g_assert_cmpstr (describe_marks (target), ==, "5-12 3 ");
  g_assert_true (mellow_translation_has_marks (translation, item));
  g_assert_cmpstr (describe_marks (mellow_translation_get_source_marks (translation, item)), ==,
                   "4-11 3 ");
}

static void
test_no_marks (void)
{
  g_autoptr (MellowDraft) draft = create_file (PO, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);

  g_assert_true (
      mellow_translation_has_marks (translation, mellow_translation_get (translation, 0)));
  g_assert_false (
      mellow_translation_has_marks (translation, mellow_translation_get (translation, 1)));
  g_assert_false (
      mellow_translation_has_marks (translation, mellow_translation_get (translation, 2)));
}

/* --- whatever is edited --- */

static const char *const pieces[] = {
  "\n",
  "\n\n",
  "\"",
  "msgid \"x\"\n",
  "msgstr \"y\"\n",
  "msgid",
  "#",
  "#~ ",
  "\\\"",
  "æ",
  "Act now",
  "</target>",
  "<unit>",
  "</unit>",
  "<target>",
  "<source>s</source>",
  "<",
  ">",
  "&amp;",
  "<!--",
  "-->",
  "Language: da\\n",
  "</file>",
  "msgid_plural \"p\"\n",
  "msgstr[1] \"q\"\n",
  "\r\n",
};

static void
edit (GtkTextBuffer *buffer)
{
  int n = g_test_rand_int_range (0, 10), length = gtk_text_buffer_get_char_count (buffer);
  GtkTextIter start, end;

  if (n < 5) {
    place_cursor (buffer, g_test_rand_int_range (0, length + 1));
    type_text (buffer, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  } else if (n < 8) {
    gtk_text_buffer_get_iter_at_offset (buffer, &start, g_test_rand_int_range (0, length + 1));
    end = start;
    gtk_text_iter_forward_chars (&end, g_test_rand_int_range (1, n == 7 ? 80 : 6));
    gtk_text_buffer_delete (buffer, &start, &end);
  } else if (n < 9) {
    gtk_text_buffer_undo (buffer);
  } else {
    gtk_text_buffer_redo (buffer);
  }
}

static void
edit_in_one_step (GtkTextBuffer *buffer)
{
  gtk_text_buffer_begin_user_action (buffer);
  for (int i = g_test_rand_int_range (1, 5); i > 0; i--) {
    int length = gtk_text_buffer_get_char_count (buffer);

    place_cursor (buffer, g_test_rand_int_range (0, length + 1));
    type_text (buffer, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  }
  gtk_text_buffer_end_user_action (buffer);
}

/* What those who follow the list think is in it. */
static void
follow_list (GPtrArray *shadow, guint position, guint removed, guint added, GListModel *list)
{
  if (removed > 0)
    g_ptr_array_remove_range (shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shadow, position + i, g_list_model_get_item (list, position + i));
}

static void
assert_same_list (GPtrArray *shadow, MellowTranslation *translation)
{
  g_assert_cmpuint (shadow->len, ==, g_list_model_get_n_items (G_LIST_MODEL (translation)));
  for (guint i = 0; i < shadow->len; i++)
    g_assert_true (shadow->pdata[i] == mellow_translation_get (translation, i));
}

static void
edit_at_length (const char *text, const char *format)
{
  g_autoptr (MellowDraft) draft = create_file (text, format);
  g_autoptr (MellowTranslation) translation = read_units (draft);
  g_autoptr (GPtrArray) shadow = g_ptr_array_new_with_free_func (g_object_unref);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  follow_list (shadow, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (translation)),
               G_LIST_MODEL (translation));
  g_signal_connect_swapped (translation, "items-changed", G_CALLBACK (follow_list), shadow);
  for (int i = 0; i < 60; i++) {
    g_autofree char *before = dup_text (buffer);
    g_autoptr (MellowTranslation) anew = NULL;
    g_autofree char *expected = NULL, *units = NULL;

    if (g_test_rand_int_range (0, 4) == 0)
      edit_in_one_step (buffer);
    else
      edit (buffer);
    anew = read_units (draft);
    expected = units_to_string (anew);
    units = units_to_string (translation);
    if (!g_str_equal (units, expected)) {
      g_autofree char *after = dup_text (buffer);

      g_test_message ("before:\n%s\nafter:\n%s", before, after);
    }
    g_assert_cmpstr (units, ==, expected);
    assert_same_list (shadow, translation);
  }
}

static void
test_random_edits (void)
{
  for (int round = 0; round < 30; round++) {
    edit_at_length (PO PO, "po");
    edit_at_length (XLIFF, "xliff");
  }
}

/* The units of the list are those that are read of the whole text. */
static void
test_same_as_read_at_once (void)
{
  g_autoptr (MellowDraft) draft = create_file (PO, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);
  g_autoptr (GPtrArray) units = prose_translation_read (prose_format_find ("po"), PO, strlen (PO));

  g_assert_cmpuint (units->len, ==, g_list_model_get_n_items (G_LIST_MODEL (translation)));
  for (guint i = 0; i < units->len; i++) {
    const ProseTranslationUnit *unit = units->pdata[i];
    const ProseTranslationTarget *target = unit->targets->pdata[0];
    MellowTranslationItem *item = mellow_translation_get (translation, i);

    g_assert_cmpstr (unit->id, ==, mellow_translation_item_get_unit (item)->id);
    g_assert_cmpuint (target->content.start, ==,
                      mellow_translation_item_get_content (item, 0).start);
  }
}

/* --- many units --- */

static char *
make_file (guint n)
{
  GString *text = g_string_new (PO);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\n#. note\nmsgid \"Only %u left\"\nmsgstr \"Act now, %u\"\n", i,
                            i);
  return g_string_free (text, FALSE);
}

static void
test_many_units (void)
{
  g_autofree char *text = make_file (10000);
  g_autoptr (MellowDraft) draft = create_file (text, "po");
  g_autoptr (MellowTranslation) translation = read_units (draft);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (translation)), ==, 10003);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/units/reads-what-is-there", test_reads_what_is_there);
  g_test_add_func ("/units/several-of-one-block", test_several_of_one_block);
  g_test_add_func ("/units/no-units", test_no_units);
  g_test_add_func ("/units/places-there-and-back", test_places_there_and_back);
  g_test_add_func ("/units/an-edit-leaves-the-items", test_an_edit_leaves_the_items);
  g_test_add_func ("/units/a-step-is-seen-when-it-is-over", test_a_step_is_seen_when_it_is_over);
  g_test_add_func ("/units/a-step-that-leaves-less", test_a_step_that_leaves_less);
  g_test_add_func ("/units/units-come-and-go", test_units_come_and_go);
  g_test_add_func ("/units/marks-of-both-sides", test_marks_of_both_sides);
  g_test_add_func ("/units/no-marks", test_no_marks);
  g_test_add_func ("/units/random-edits", test_random_edits);
  g_test_add_func ("/units/same-as-read-at-once", test_same_as_read_at_once);
  g_test_add_func ("/units/many-units", test_many_units);

  return g_test_run ();
}

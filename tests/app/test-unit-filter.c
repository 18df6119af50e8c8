/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which units of a file of translations are listed, and which is the next one of a kind. */

#include "fixture.h"
#include "mellow-unit-filter.h"
#include "parity-fixture.h"

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Language: da\\n\"\n\n"
#define CALM "msgid \"The lamps are in stock.\"\nmsgstr \"Lamperne er på lager.\"\n\n"
#define PUSHY "msgid \"Would you like some help?\"\nmsgstr \"Køb nu!\"\n\n"
#define PLURAL                                                                                     \
  "msgid \"%d day\"\nmsgid_plural \"%d DAYS\"\nmsgstr[0] \"\"\nmsgstr[1] \"%d dage\"\n\n"
#define FUZZY "#, fuzzy\nmsgid \"Blue island\"\nmsgstr \"Blå Ø\"\n"
#define PO HEADER CALM PUSHY PLURAL FUZZY

typedef struct {
  MellowDraft *draft;
  MellowTranslation *translation;
  MellowUnitFilter *filter;
  GtkFilterListModel *shown;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  MellowParityWatch *watch;

  fixture->draft = create_translation ("po", PO);
  watch = watch_over (fixture->draft);
  fixture->translation = mellow_translation_new (mellow_draft_get_review (fixture->draft));
  fixture->filter =
      mellow_unit_filter_new (fixture->translation, mellow_parity_watch_get_result (watch));
  fixture->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (fixture->translation)),
                                              g_object_ref (GTK_FILTER (fixture->filter)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->shown);
  g_assert_finalize_object (fixture->filter);
  g_object_unref (fixture->translation);
  g_object_unref (fixture->draft);
}

static const char *
get_source (MellowTranslationItem *item)
{
  return prose_copy_get_text (mellow_translation_item_get_unit (item)->source);
}

/* The originals that are listed. */
static char *
list (Fixture *fixture)
{
  GString *sources = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->shown)); i++) {
    g_autoptr (MellowTranslationItem) item =
        g_list_model_get_item (G_LIST_MODEL (fixture->shown), i);

    g_string_append_printf (sources, "%s%s", i > 0 ? "|" : "", get_source (item));
  }
  return g_string_free (sources, FALSE);
}

#define assert_lists(fixture, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *list_ = list (fixture);                                                       \
    g_assert_cmpstr (list_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
look_for (Fixture *fixture, MellowUnitKind kind, const char *words)
{
  mellow_unit_filter_set (fixture->filter, kind, words);
  mellow_unit_filter_run (fixture->filter, NULL);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_assert_false (mellow_unit_filter_is_active (fixture->filter));
  assert_lists (fixture, "The lamps are in stock.|Would you like some help?|%d day|Blue island");
  look_for (fixture, MELLOW_UNIT_UNTRANSLATED, "");
  g_assert_true (mellow_unit_filter_is_active (fixture->filter));
  assert_lists (fixture, "%d day");
  look_for (fixture, MELLOW_UNIT_NEEDS_REVIEW, "");
  assert_lists (fixture, "Blue island");
  look_for (fixture, MELLOW_UNIT_DIFFERS, "");
  assert_lists (fixture, "Would you like some help?");
  look_for (fixture, MELLOW_UNIT_MARKED, "");
  assert_lists (fixture, "Would you like some help?");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, MELLOW_UNIT_ANY, "LAMPERNE");
  assert_lists (fixture, "The lamps are in stock.");
  look_for (fixture, MELLOW_UNIT_ANY, "would");
  assert_lists (fixture, "Would you like some help?");
  look_for (fixture, MELLOW_UNIT_ANY, "blå ø");
  assert_lists (fixture, "Blue island");
  look_for (fixture, MELLOW_UNIT_ANY, "d days");
  assert_lists (fixture, "%d day");
  look_for (fixture, MELLOW_UNIT_ANY, "dage");
  assert_lists (fixture, "%d day");
  look_for (fixture, MELLOW_UNIT_NEEDS_REVIEW, "dage");
  assert_lists (fixture, "");
  look_for (fixture, MELLOW_UNIT_ANY, "");
  g_assert_false (mellow_unit_filter_is_active (fixture->filter));
}

/* A unit stays where it is while it is written, and for one run more if it is to. */
static void
test_it_waits_until_it_is_run (Fixture *fixture, gconstpointer data)
{
  MellowTranslationItem *item = mellow_translation_get (fixture->translation, 2);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (fixture->draft);
  GtkTextIter place;

  look_for (fixture, MELLOW_UNIT_UNTRANSLATED, "");
  mellow_review_get_iter (mellow_draft_get_review (fixture->draft),
                          mellow_translation_item_get_content (item, 0).start, &place);
  gtk_text_buffer_insert (buffer, &place, "%d dag", -1);
  g_assert_true (mellow_translation_get (fixture->translation, 2) == item);
  assert_lists (fixture, "%d day");
  mellow_unit_filter_run (fixture->filter, item);
  assert_lists (fixture, "%d day");
  mellow_unit_filter_run (fixture->filter, NULL);
  assert_lists (fixture, "");
}

#define assert_next(fixture, kind, start, step, expected)                                          \
  g_assert_cmpstr (get_source (mellow_unit_filter_find ((fixture)->filter, kind, start, step)),    \
                   ==, expected)

static void
test_the_next_one (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, MELLOW_UNIT_ANY, "no unit has this");
  assert_next (fixture, MELLOW_UNIT_ANY, 0, 1, "Would you like some help?");
  assert_next (fixture, MELLOW_UNIT_ANY, 0, -1, "Blue island");
  assert_next (fixture, MELLOW_UNIT_ANY, 3, 1, "The lamps are in stock.");
  assert_next (fixture, MELLOW_UNIT_UNTRANSLATED, 3, 1, "%d day");
  assert_next (fixture, MELLOW_UNIT_UNTRANSLATED, 2, 1, "%d day");
  assert_next (fixture, MELLOW_UNIT_UNTRANSLATED, 2, -1, "%d day");
  assert_next (fixture, MELLOW_UNIT_NEEDS_REVIEW, 0, -1, "Blue island");
}

static void
test_no_units (void)
{
  g_autoptr (MellowDraft) draft = create_translation ("po", "");
  g_autoptr (MellowTranslation) translation =
      mellow_translation_new (mellow_draft_get_review (draft));
  g_autoptr (MellowParityResult) differences = mellow_parity_result_new ();
  g_autoptr (MellowUnitFilter) filter = mellow_unit_filter_new (translation, differences);

  g_assert_null (mellow_unit_filter_find (filter, MELLOW_UNIT_ANY, 0, 1));
  g_assert_null (mellow_unit_filter_find (filter, MELLOW_UNIT_ANY, 0, -1));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/unit-filter/kinds", test_kinds);
  add ("/unit-filter/words", test_words);
  add ("/unit-filter/it-waits-until-it-is-run", test_it_waits_until_it_is_run);
  add ("/unit-filter/the-next-one", test_the_next_one);
  g_test_add_func ("/unit-filter/no-units", test_no_units);

  return g_test_run ();
}

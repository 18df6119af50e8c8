/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came of comparing a text with its original: what stays of it, and where it is. */

#include <string.h>

#include "fixture.h"
#include "mellow-parity-result.h"
#include "mellow-text-check.h"

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Language: da\\n\"\n\n"
#define ADDED "msgid \"The lamps are in stock.\"\nmsgstr \"Kun 3 lamper tilbage!\"\n\n"
#define COMMAND "msgid \"Would you like some help?\"\nmsgstr \"Køb nu!\"\n\n"
#define GAP "msgid \"We write to you.\"\nmsgstr \"\"\n"

/* How the translations of a PO file differ from its originals. */
static ProseParity *
compare (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRuleSet) rules =
      prose_rule_store_load (g_getenv ("MELLOW_SHIPPED_RULES"), &error);
  g_autoptr (ProseDocument) document = prose_document_new (text, -1);

  g_assert_no_error (error);
  prose_document_set_format (document, prose_format_find ("po"));
  return mellow_text_compare (rules, document, NULL, NULL, NULL);
}

static MellowParityResult *
create_result (const char *text)
{
  g_autoptr (GPtrArray) none = prose_dismissals_new ();
  MellowParityResult *result = mellow_parity_result_new ();

  mellow_parity_result_take (result, compare (text), TRUE, none);
  return result;
}

/* The kinds of what is listed, and the words where it is said to be. */
static char *
describe (GListModel *items, const char *text)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (MellowParityItem) item = g_list_model_get_item (items, i);
    ProseSpan place = mellow_parity_item_get_place (item, 0);

    g_string_append_printf (line, "%s%s|%.*s", i > 0 ? ", " : "",
                            prose_parity_kind_to_string (mellow_parity_item_get_kind (item)),
                            prose_span_get_length (place), text + place.start);
  }
  return g_string_free (line, FALSE);
}

#define assert_items(items, text, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *items_ = describe (items, text);                                              \
    g_assert_cmpstr (items_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_before_anything_is_compared (void)
{
  g_autoptr (MellowParityResult) result = mellow_parity_result_new ();
  ProseSpan place;

  g_assert_cmpuint (g_list_model_get_n_items (mellow_parity_result_get_findings (result)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (mellow_parity_result_get_dismissed (result)), ==, 0);
  g_assert_null (mellow_parity_result_find (result, "Would you like some help?"));
  g_assert_null (mellow_parity_result_find (result, NULL));
  g_assert_cmpuint (mellow_parity_result_get_n_compared (result), ==, 0);
  g_assert_cmpuint (mellow_parity_result_count_skipped (result, PROSE_PARITY_GAP_UNTRANSLATED), ==,
                    0);
  g_assert_false (
      mellow_parity_result_find_skipped (result, PROSE_PARITY_GAP_UNTRANSLATED, 0, &place));
  g_assert_null (mellow_parity_result_get_language (result, TRUE));
  g_assert_null (mellow_parity_result_get_measures (result, FALSE));
  mellow_parity_result_follow_insert (result, 0, 1);
  mellow_parity_result_follow_delete (result, (ProseSpan){ 0, 1 });
}

static void
test_what_is_found_again_stays (void)
{
  g_autoptr (MellowParityResult) result = create_result (HEADER ADDED COMMAND);
  g_autoptr (GPtrArray) none = prose_dismissals_new ();
  GListModel *findings = mellow_parity_result_get_findings (result);
  g_autoptr (MellowParityItem) command = g_list_model_get_item (findings, 0);
  g_autoptr (MellowParityItem) after = NULL;

  assert_items (findings, HEADER ADDED COMMAND,
                "question-to-command|Køb nu!, pressure-added|Kun 3 lamper tilbage");
  g_assert_true (mellow_parity_result_find (result, "Would you like some help?") == command);
  mellow_parity_result_take (result, compare (HEADER COMMAND), TRUE, none);
  after = g_list_model_get_item (findings, 0);
  g_assert_true (after == command);
  assert_items (findings, HEADER COMMAND, "question-to-command|Køb nu!");
  g_assert_true (mellow_parity_result_find (result, "Would you like some help?") == command);
  mellow_parity_result_take (result, NULL, FALSE, none);
  assert_items (findings, "", "");
  g_assert_null (mellow_parity_result_find (result, "Would you like some help?"));
}

static void
test_what_is_dismissed (void)
{
  g_autoptr (MellowParityResult) result = create_result (HEADER ADDED COMMAND);
  g_autoptr (GPtrArray) dismissals = prose_dismissals_new ();
  GListModel *findings = mellow_parity_result_get_findings (result);
  GListModel *dismissed = mellow_parity_result_get_dismissed (result);
  MellowParityItem *command = mellow_parity_result_find (result, "Would you like some help?");

  g_ptr_array_add (dismissals, mellow_parity_item_create_dismissal (command));
  mellow_parity_result_dismiss (result, dismissals);
  assert_items (findings, HEADER ADDED COMMAND, "pressure-added|Kun 3 lamper tilbage");
  assert_items (dismissed, HEADER ADDED COMMAND, "question-to-command|Køb nu!");
  g_assert_null (mellow_parity_result_find (result, "Would you like some help?"));
  mellow_parity_result_take (result, compare (HEADER COMMAND), TRUE, dismissals);
  assert_items (findings, HEADER COMMAND, "");
  assert_items (dismissed, HEADER COMMAND, "question-to-command|Køb nu!");
  g_ptr_array_set_size (dismissals, 0);
  mellow_parity_result_dismiss (result, dismissals);
  assert_items (findings, HEADER COMMAND, "question-to-command|Køb nu!");
  assert_items (dismissed, HEADER COMMAND, "");
}

/* What stands before moves along; what is deleted of a place is no more of it. */
static void
test_places_move (void)
{
  g_autoptr (MellowParityResult) result = create_result (HEADER COMMAND GAP);
  GListModel *findings = mellow_parity_result_get_findings (result);
  static const char text[] = HEADER COMMAND GAP;
  guint start = strstr (text, "b nu!") - text;
  ProseSpan before, after;

  g_assert_true (
      mellow_parity_result_find_skipped (result, PROSE_PARITY_GAP_UNTRANSLATED, 0, &before));
  mellow_parity_result_follow_insert (result, 0, 4);
  assert_items (findings, "# æ" HEADER COMMAND GAP, "question-to-command|Køb nu!");
  g_assert_true (
      mellow_parity_result_find_skipped (result, PROSE_PARITY_GAP_UNTRANSLATED, 0, &after));
  g_assert_cmpuint (after.start, ==, before.start + 4);
  mellow_parity_result_follow_delete (result, (ProseSpan){ 0, 4 });
  before.start = start;
  before.end = before.start + 4;
  mellow_parity_result_follow_delete (result, before);
  assert_items (findings, HEADER "msgid \"Would you like some help?\"\nmsgstr \"Kø!\"\n\n" GAP,
                "question-to-command|Kø!");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parity-result/before-anything-is-compared", test_before_anything_is_compared);
  g_test_add_func ("/parity-result/what-is-found-again-stays", test_what_is_found_again_stays);
  g_test_add_func ("/parity-result/what-is-dismissed", test_what_is_dismissed);
  g_test_add_func ("/parity-result/places-move", test_places_move);

  return g_test_run ();
}

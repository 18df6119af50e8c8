/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of the ways to leave a mark as it is, and whose words a phrase is. */

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "fixture.h"
#include "mellow-ignore-menu.h"
#include "mellow-phrase.h"

/* --- quotations --- */

static gboolean
is_quoted (const char *text, const char *phrase)
{
  const char *place = strstr (text, phrase);

  g_assert_nonnull (place);
  return mellow_phrase_is_quoted (text,
                                  (ProseSpan){ place - text, place - text + strlen (phrase) });
}

static void
test_somebody_s_words (void)
{
  g_assert_true (is_quoted ("Ida said: \"Buy now, all of you.\" So.", "Buy now"));
  g_assert_true (is_quoted ("Ida said: “Buy now, all of you.”", "Buy now"));
  g_assert_true (is_quoted ("Ida sagde: »Køb nu, alle sammen.«", "Køb nu"));
  g_assert_true (is_quoted ("Ida sagde: „Køb nu, alle sammen.“", "Køb nu"));
  g_assert_true (is_quoted ("Æ “ja” og „Køb nu“.", "Køb nu"));
}

static void
test_own_words (void)
{
  g_assert_false (is_quoted ("Buy now, all of you.", "Buy now"));
  g_assert_false (is_quoted ("“No,” said Ida. Buy now, or “later”.", "Buy now"));
  g_assert_false (is_quoted ("“So. Buy now, and it never ends.", "Buy now"));
  g_assert_false (is_quoted ("A 15\" screen: buy now, or a 17\" one.", "buy now"));
  g_assert_false (is_quoted ("Don’t buy now: it’s Ida’s.", "buy now"));
}

static void
assert_quoted (const char *phrase, const char *expected, const char *expected_short)
{
  g_autofree char *quoted = mellow_phrase_quote (phrase);
  g_autofree char *quoted_short = mellow_phrase_quote_short (phrase);

  g_assert_cmpstr (quoted, ==, expected);
  g_assert_cmpstr (quoted_short, ==, expected_short);
}

static void
test_names_of_phrases (void)
{
  assert_quoted ("køb\nnu", "“køb nu”", "“køb nu”");
  assert_quoted ("the very best garden sofa that anybody ever made",
                 "“the very best garden sofa that anybody ever made”",
                 "“the very best…ody ever made”");
}

/* --- the menu --- */

static GMenuModel *
create_menu (const char *text)
{
  g_autoptr (MellowDraft) draft = create_draft (text);
  g_autoptr (MellowMark) mark = g_list_model_get_item (mellow_draft_get_marks (draft), 0);

  g_assert_nonnull (mark);
  return mellow_ignore_menu_new (mark);
}

static char *
dup_attribute (GMenuModel *menu, int i, const char *name)
{
  g_autoptr (GVariant) value = g_menu_model_get_item_attribute_value (menu, i, name, NULL);

  return value != NULL ? g_variant_print (value, FALSE) : NULL;
}

/* `action('target') action …`, sections divided by `|`. */
static void
append_actions (GString *line, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
    g_autofree char *action = dup_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION);
    g_autofree char *target = dup_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET);

    if (section != NULL) {
      g_string_append (line, i > 0 ? " |" : "");
      append_actions (line, section);
      continue;
    }
    g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "",
                            action + strlen ("'suggestion."));
    g_string_truncate (line, line->len - 1);
    if (target != NULL)
      g_string_append_printf (line, "(%s)", target);
  }
}

static void
assert_actions (const char *text, const char *expected)
{
  g_autoptr (GMenuModel) menu = create_menu (text);
  g_autoptr (GString) line = g_string_new (NULL);

  append_actions (line, menu);
  g_assert_cmpstr (line->str, ==, expected);
}

#define LEVELS "ignore('here') ignore('document') ignore('everywhere')"
#define REASONS "reason('intended') reason('proven') reason('quoted') reason('brand')"
#define REASONS_OF_A_QUOTATION                                                                     \
  "reason('quoted') reason('intended') reason('proven') reason('brand')"
#define RULE "turn-rule-off('document') turn-rule-off('everywhere')"

static void
test_all_levels (void)
{
  assert_actions ("Act now, friends. ", LEVELS " | " REASONS " | " RULE);
}

static void
test_a_claim_can_be_proven (void)
{
  assert_actions ("Only 3 left, friends. ", LEVELS " | " REASONS " | prove | " RULE);
}

static void
test_a_quotation (void)
{
  assert_actions ("Ida: “Act now, friends.” ", LEVELS " | " REASONS_OF_A_QUOTATION " | " RULE);
}

static void
collect_labels (GPtrArray *labels, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
    char *label;

    if (section != NULL)
      collect_labels (labels, section);
    else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
      g_ptr_array_add (labels, label);
  }
}

/* The letter after the underscore; one that is doubled is none. */
static gunichar
get_mnemonic (const char *label)
{
  const char *p = label;

  while ((p = strchr (p, '_')) != NULL && p[1] == '_')
    p += 2;

  return p != NULL ? g_unichar_tolower (g_utf8_get_char (p + 1)) : 0;
}

static void
assert_mnemonics_differ (const char *text)
{
  g_autoptr (GMenuModel) menu = create_menu (text);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  collect_labels (labels, menu);
  g_assert_cmpint (labels->len, ==, 10);
  for (guint i = 0; i < labels->len; i++) {
    gunichar mnemonic = get_mnemonic (labels->pdata[i]);

    g_test_message ("%s", (char *)labels->pdata[i]);
    g_assert_cmpint (mnemonic, !=, 0);
    g_assert_true (g_hash_table_add (known, GUINT_TO_POINTER (mnemonic)));
  }
}

static void
test_labels (void)
{
  g_autoptr (GMenuModel) menu = create_menu ("Only 3 left, friends. ");
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  collect_labels (labels, menu);
  g_assert_cmpstr (labels->pdata[0], ==, "Ignore _Here");
  g_assert_cmpstr (labels->pdata[1], ==, "Ignore “Only 3 left” in This _Document");
  g_assert_cmpstr (labels->pdata[2], ==, "Ignore “Only 3 left” _Everywhere");
  assert_mnemonics_differ ("Only 3 left, friends. ");
}

/* What is bound last counts from then on. */
static void
test_labels_in_danish (void)
{
  g_autofree char *translations = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_setenv ("LANGUAGE", "da", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  menu = create_menu ("Only 3 left, friends. ");
  collect_labels (labels, menu);
  g_assert_cmpstr (labels->pdata[0], ==, "Ignorér _her");
  assert_mnemonics_differ ("Only 3 left, friends. ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_source_init ();

  g_test_add_func ("/phrase/somebody-s-words", test_somebody_s_words);
  g_test_add_func ("/phrase/own-words", test_own_words);
  g_test_add_func ("/phrase/names", test_names_of_phrases);
  g_test_add_func ("/ignore-menu/all-levels", test_all_levels);
  g_test_add_func ("/ignore-menu/a-claim-can-be-proven", test_a_claim_can_be_proven);
  g_test_add_func ("/ignore-menu/a-quotation", test_a_quotation);
  g_test_add_func ("/ignore-menu/labels", test_labels);
  g_test_add_func ("/ignore-menu/labels-in-danish", test_labels_in_danish);

  return g_test_run ();
}

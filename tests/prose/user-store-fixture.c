/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the user's store share: a store that is full, and notations of what is in it.
 */

#include "user-store-fixture.h"

#include <glib/gstdio.h>

ProseUserStore *
open_any (const char *path)
{
  g_autoptr (GError) error = NULL;
  ProseUserStore *store = prose_user_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

/* Opens a store that has to be as it was left. */
ProseUserStore *
open_store (const char *path)
{
  ProseUserStore *store = open_any (path);

  g_assert_cmpstr (prose_user_store_get_notice (store), ==, NULL);
  g_assert_null (prose_user_store_get_damaged_path (store));
  return store;
}

void
assert_refuses (const char *path, ProseUserStoreError code, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserStore) store = prose_user_store_open (path, &error);
  g_autofree char *message = g_strdup_printf ("%s: %s", path, what);

  g_assert_null (store);
  assert_failure (error, PROSE_USER_STORE_ERROR, (int)code, message);
}

void
write_file (const char *path, const char *content, gsize length)
{
  g_unlink (path);
  g_assert_true (
      g_file_set_contents_full (path, content, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

GBytes *
read_file (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

#define END_LIST(string) g_string_free (g_steal_pointer (&(string)), FALSE)

char *
list_rules_off (ProseUserStore *store, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_store_dup_rules_off (store, document, &error);
  g_autoptr (GString) string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++) {
    const ProseRuleOff *off = all->pdata[i];

    g_string_append_printf (string, "%s[%s] %s %s %s at %d", i > 0 ? ", " : "", off->document,
                            off->language, off->rule, prose_ignore_reason_to_string (off->reason),
                            (int)off->created);
  }
  return END_LIST (string);
}

char *
list_ignored (ProseUserStore *store, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_store_dup_ignored_phrases (store, document, &error);
  g_autoptr (GString) string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++) {
    const ProseIgnoredPhrase *ignored = all->pdata[i];

    g_string_append_printf (string, "%s%s [%s] %s: %s(%s)%s %u %s at %d", i > 0 ? ", " : "",
                            prose_ignore_level_to_string (ignored->level), ignored->document,
                            ignored->rule, ignored->before, ignored->phrase, ignored->after,
                            ignored->place, prose_ignore_reason_to_string (ignored->reason),
                            (int)ignored->created);
  }
  return END_LIST (string);
}

char *
join_proofs (GPtrArray *all)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++) {
    const ProseProof *proof = all->pdata[i];

    g_string_append_printf (string, "%s[%s] %s (%s): %s, %s, until %s at %d", i > 0 ? "; " : "",
                            proof->document, proof->rule, proof->phrase, proof->text, proof->owner,
                            proof->valid_until != NULL ? proof->valid_until : "-",
                            (int)proof->created);
  }
  return END_LIST (string);
}

char *
list_proofs (ProseUserStore *store, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_store_dup_proofs (store, document, &error);

  g_assert_no_error (error);
  return join_proofs (all);
}

char *
list_packs (ProseUserStore *store, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_packs_dup (store, language, &error);
  g_autoptr (GString) string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++) {
    const ProseUserPack *pack = all->pdata[i];

    g_string_append_printf (string, "%s%s %s: %s", i > 0 ? ", " : "", pack->language, pack->name,
                            pack->category);
  }
  return END_LIST (string);
}

void
add_rule_off (ProseUserStore *store, ProseRuleOff rule_off)
{
  g_autoptr (GError) error = NULL;

  prose_user_store_add_rule_off (store, &rule_off, &error);
  g_assert_no_error (error);
}

void
add_ignored (ProseUserStore *store, ProseIgnoredPhrase ignored)
{
  g_autoptr (GError) error = NULL;

  prose_user_store_add_ignored_phrase (store, &ignored, &error);
  g_assert_no_error (error);
}

void
add_proof (ProseUserStore *store, ProseProof proof)
{
  g_autoptr (GError) error = NULL;

  prose_user_store_add_proof (store, &proof, &error);
  g_assert_no_error (error);
}

const ProseRuleOff urgency_off = { AD, "da", "hast.køb-nu", PROSE_IGNORE_REASON_QUOTED, 7 };

const ProseIgnoredPhrase here = {
  .level = PROSE_IGNORE_HERE,
  .document = AD,
  .rule = "hast.køb-nu",
  .phrase = "køb nu",
  .before = "æ ø",
  .after = "å “é",
  .place = 300,
  .created = 1,
  .reason = PROSE_IGNORE_REASON_PROVEN,
};

const ProseProof test_result = {
  AD, "superlativ.bedst", "bedst i test", "Tænk 3/2026, side 14", "Åse Ørsted", "2026-12-31", 4,
};

const char own_pack[] = "# Vores egne ord: æ, ø, å\n"
                        "language: da\n"
                        "name: Husets ord\n"
                        "category: hus\n"
                        "title: Husets ord\n"
                        "meter: pressure\n"
                        "rules:\n"
                        "  - id: kanon\n"
                        "    severity: note\n"
                        "    weight: 2\n"
                        "    phrases: [~købe kanon, kanontilbud]\n"
                        "    why: Vi siger det med færre ord.\n"
                        "    flags: [Et kanontilbud!]\n"
                        "    passes: [En kanon fra 1801.]\n";

void
set_pack (ProseUserStore *store, const char *text)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserPack) pack = prose_user_packs_set (store, "own.yaml", text, rules, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pack->text, ==, text);
}

char *
search (ProseUserStore *store, const char *language, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = prose_user_packs_search (store, language, words, &error);

  g_assert_no_error (error);
  return g_strjoinv (", ", ids);
}

void
fill (ProseUserStore *store)
{
  add_rule_off (store, urgency_off);
  add_ignored (store, here);
  add_proof (store, test_result);
  set_pack (store, own_pack);
}

void
assert_full (ProseUserStore *store)
{
  assert_string (list_rules_off (store, NULL), URGENCY_OFF);
  assert_string (list_ignored (store, NULL), HERE);
  assert_string (list_proofs (store, NULL), TEST_RESULT);
  assert_string (list_packs (store, NULL), "da Husets ord: hus");
  assert_string (search (store, "da", "kanon"), "hus.kanon");
}

GBytes *
make_full_file (const char *path)
{
  g_autoptr (ProseUserStore) store = open_store (path);

  fill (store);
  g_clear_object (&store);
  return read_file (path);
}

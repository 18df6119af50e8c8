/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A damaged database of the user. */

#include "fuzz-target.h"

#include "database-fixture.h"
#include "fuzz-damage.h"
#include "prose-fixture.h"

static const char pack[] =
    "{language: da, category: hus, title: Hus, meter: warmth, rules: [{id: tak, weight: 3,"
    " phrases: [tak, tusind tak], why: Det er venligt., flags: [Tak!], passes: [Et tag.]}]}";

static const ProseRuleOff rule_off = { "file:///a", "da", "hus.tak", .created = 1 };
static const ProseIgnoredPhrase ignored = {
  PROSE_IGNORE_HERE, "file:///a", "hus.tak", "tak", "mange", "for", 3, .created = 1,
};
static const ProseProof proof = { "", "a.b", "bedst", "test", "mig", "2026-12-31", 1 };

static GBytes *
build_database (void)
{
  DatabaseFixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserStore) store = NULL;
  g_autoptr (ProseUserPack) kept = NULL;
  char *data;
  gsize size;

  database_fixture_set_up (&fixture, NULL);
  store = prose_user_store_open (fixture.path, &error);
  g_assert_no_error (error);
  g_assert_true (prose_user_store_add_rule_off (store, &rule_off, NULL));
  g_assert_true (prose_user_store_add_ignored_phrase (store, &ignored, NULL));
  g_assert_true (prose_user_store_add_proof (store, &proof, NULL));
  kept = prose_user_packs_set (store, "hus.yaml", pack, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);

  g_assert_true (g_file_get_contents (fixture.path, &data, &size, NULL));
  database_fixture_tear_down (&fixture, NULL);
  return g_bytes_new_take (data, size);
}

static void
check_file (const char *path, const GByteArray *expected)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_cmpmem (data, size, expected->data, expected->len);
}

static void
forget (GPtrArray *values)
{
  g_clear_pointer (&values, g_ptr_array_unref);
}

/* Everything that can be asked: it is answered or not. */
static void
ask (ProseUserStore *store)
{
  forget (prose_user_packs_dup (store, NULL, NULL));
  forget (prose_user_store_dup_rules_off (store, NULL, NULL));
  forget (prose_user_store_dup_ignored_phrases (store, NULL, NULL));
  forget (prose_user_store_dup_expired_proofs (store, "2027-01-01", NULL));
  g_strfreev (prose_user_packs_search (store, "da", "tusind ta", NULL));
  g_free (prose_user_packs_export (store, "da", NULL));
}

/* And everything that can be done. */
static void
change (ProseUserStore *store)
{
  g_autoptr (ProseUserPack) kept = prose_user_packs_set (store, "hus.yaml", pack, NULL, NULL);

  prose_user_store_remove_rule_off (store, &rule_off, NULL);
  prose_user_store_add_rule_off (store, &rule_off, NULL);
  prose_user_store_add_ignored_phrase (store, &ignored, NULL);
  prose_user_store_remove_proof (store, &proof, NULL);
  if (kept != NULL)
    prose_user_packs_remove (store, kept, NULL);
}

/* The store opens, or the old file is kept beside it, or it is not touched. */
static void
open_and_use (const char *path, const GByteArray *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserStore) store = prose_user_store_open (path, &error);

  if (store == NULL) {
    g_assert_nonnull (error);
    check_file (path, file);
    return;
  }
  if (prose_user_store_get_damaged_path (store) != NULL)
    check_file (prose_user_store_get_damaged_path (store), file);
  ask (store);
  change (store);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) file = fuzz_damage (build_database, data, size);
  DatabaseFixture fixture;
  g_autoptr (GError) error = NULL;

  database_fixture_set_up (&fixture, NULL);
  g_file_set_contents_full (fixture.path, (const char *)file->data, file->len,
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  open_and_use (fixture.path, file);
  database_fixture_tear_down (&fixture, NULL);
  return 0;
}

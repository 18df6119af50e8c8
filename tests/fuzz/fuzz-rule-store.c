/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A damaged rules database. */

#include "fuzz-target.h"

#include "database-fixture.h"
#include "fuzz-damage.h"
#include "prose-fixture.h"
#include "rules/prose-rule-store.h"

static void
add_pack (const char *family, GPtrArray *packs)
{
  g_ptr_array_add (packs, build_pack (family));
}

static GBytes *
build_database (void)
{
  g_autoptr (GPtrArray) packs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_pack_free);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);
  DatabaseFixture fixture;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  database_fixture_set_up (&fixture, NULL);
  add_pack ("command", packs);
  add_pack ("scarcity", packs);
  add_pack ("choice", packs);
  g_ptr_array_add (lexicons, build_lexicon ("en"));
  prose_rule_store_write (fixture.path, packs, lexicons, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture.path, &data, &size, &error);
  g_assert_no_error (error);

  database_fixture_tear_down (&fixture, NULL);
  return g_bytes_new_take (data, size);
}

static void
use (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRuleSet) rules = prose_rule_store_load (path, &error);
  g_autoptr (ProseReport) report = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (rules == NULL) {
    g_assert_nonnull (error);
    return;
  }
  report = check_text (rules, "en", "Act now! Only 3 lamps left. Take your time, it is your call.");
  all = prose_rule_set_dup_rules (rules);
  g_strfreev (prose_rule_store_search (path, "en", "lamps sto", NULL));
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
  use (fixture.path);
  database_fixture_tear_down (&fixture, NULL);
  return 0;
}

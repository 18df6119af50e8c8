/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A damaged database of the user. Input that begins as SQLite does is the file
 * itself; any other is a list of damages to a good one, five bytes each: three for
 * the place, one for what stands there then, one for how it goes on: 0xff cuts the
 * file off here, and any other repeats the byte as often. */

#include "fuzz-target.h"

#include <glib/gstdio.h>
#include <string.h>

#include "prose-fixture.h"

#define DAMAGE_SIZE 5

/* SQLite waits for the disk a dozen times to make one database, so it is made
 * once, and where there is memory to make it in. */
static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shared = g_strdup ("/dev/shm/fuzz-user-XXXXXX");
  char *folder;

  if (g_mkdtemp_full (shared, 0700) != NULL)
    return g_steal_pointer (&shared);

  folder = g_dir_make_tmp ("fuzz-user-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (directory)) != NULL;) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

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
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "user.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserStore) store = prose_user_store_open (path, &error);
  g_autoptr (ProseUserPack) kept = NULL;
  char *data;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (prose_user_store_add_rule_off (store, &rule_off, NULL));
  g_assert_true (prose_user_store_add_ignored_phrase (store, &ignored, NULL));
  g_assert_true (prose_user_store_add_proof (store, &proof, NULL));
  kept = prose_user_store_set_pack (store, "hus.yaml", pack, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  remove_folder (folder);
  return g_bytes_new_take (data, size);
}

static GBytes *
get_database (void)
{
  static GBytes *database = NULL;

  if (database == NULL)
    database = build_database ();
  return database;
}

static void
do_damage (GByteArray *file, const guint8 *damage)
{
  guint place = (damage[0] << 16 | damage[1] << 8 | damage[2]) % MAX (file->len, 1);
  guint n = MIN (damage[4] + 1u, file->len - place);

  if (damage[4] == 0xff)
    g_byte_array_set_size (file, place);
  else
    memset (file->data + place, damage[3], n);
}

static GByteArray *
make_file (const guint8 *data, gsize size)
{
  GByteArray *file = g_byte_array_new ();
  gsize n;
  const guint8 *good = g_bytes_get_data (get_database (), &n);

  if (size >= 6 && memcmp (data, "SQLite", 6) == 0)
    return g_byte_array_append (file, data, size);

  g_byte_array_append (file, good, n);
  for (gsize i = 0; i + DAMAGE_SIZE <= size; i += DAMAGE_SIZE)
    do_damage (file, data + i);
  return file;
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
  forget (prose_user_store_dup_packs (store, NULL, NULL));
  forget (prose_user_store_dup_rules_off (store, NULL, NULL));
  forget (prose_user_store_dup_ignored_phrases (store, NULL, NULL));
  forget (prose_user_store_dup_expired_proofs (store, "2027-01-01", NULL));
  g_strfreev (prose_user_store_search (store, "da", "tusind ta", NULL));
  g_free (prose_user_store_export (store, "da", NULL));
}

/* And everything that can be done. */
static void
change (ProseUserStore *store)
{
  g_autoptr (ProseUserPack) kept = prose_user_store_set_pack (store, "hus.yaml", pack, NULL, NULL);

  prose_user_store_remove_rule_off (store, &rule_off, NULL);
  prose_user_store_add_rule_off (store, &rule_off, NULL);
  prose_user_store_add_ignored_phrase (store, &ignored, NULL);
  prose_user_store_remove_proof (store, &proof, NULL);
  if (kept != NULL)
    prose_user_store_remove_pack (store, kept, NULL);
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
  g_autoptr (GByteArray) file = make_file (data, size);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "user.db", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, (const char *)file->data, file->len, G_FILE_SET_CONTENTS_NONE,
                            0600, &error);
  g_assert_no_error (error);
  open_and_use (path, file);
  remove_folder (folder);
  return 0;
}

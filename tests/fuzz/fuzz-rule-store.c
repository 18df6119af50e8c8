/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A damaged rules database. Input that begins as SQLite does is the file itself;
 * any other is a list of damages to a good one, five bytes each: three for the
 * place, one for what stands there then, one for how it goes on: 0xff cuts the
 * file off here, and any other repeats the byte as often. */

#include "fuzz-target.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "prose-fixture.h"
#include "rules/prose-rule-store.h"

#define DAMAGE_SIZE 5

static char *
make_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("fuzz-rules-XXXXXX.db", &path, &error);

  g_assert_no_error (error);
  close (file);
  return g_steal_pointer (&path);
}

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
  g_autofree char *path = make_path ();
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  add_pack ("command", packs);
  add_pack ("scarcity", packs);
  add_pack ("choice", packs);
  g_ptr_array_add (lexicons, build_lexicon ("en"));
  prose_rule_store_write (path, packs, lexicons, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  g_unlink (path);
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
  g_autoptr (GByteArray) file = make_file (data, size);
  g_autofree char *path = make_path ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, (const char *)file->data, file->len, G_FILE_SET_CONTENTS_NONE,
                            0600, &error);
  g_assert_no_error (error);
  use (path);
  g_unlink (path);
  return 0;
}

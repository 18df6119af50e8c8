/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How texts were before, in the user's database. */

#include "user-store-fixture.h"

#define FIRST "3: første “Køb nu!” at 100, 2 words, 71.5/10.0/0.0 pushy"

/* The snapshots of a document in a line, the last one first. */
static char *
list_snapshots (ProseUserStore *store, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_snapshots_dup (store, document, &error);
  GString *line = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++) {
    const ProseSnapshot *s = all->pdata[i];

    g_string_append_printf (line,
                            "%s%" G_GINT64_FORMAT ": %s “%s” at %" G_GINT64_FORMAT
                            ", %" G_GINT64_FORMAT " words, %.1f/%.1f/%.1f %s",
                            i > 0 ? "; " : "", s->id, s->name, s->text, s->created, s->words,
                            s->pressure, s->warmth, s->information, s->verdict);
  }
  return g_string_free (line, FALSE);
}

static gint64
add_snapshot (ProseUserStore *store, const char *document, gint64 id, gint64 created)
{
  ProseSnapshot snapshot = {
    .id = id,
    .document = (char *)document,
    .name = "første",
    .text = "Køb nu!",
    .created = created,
    .words = 2,
    .pressure = 71.5,
    .warmth = 10,
    .verdict = "pushy",
  };
  g_autoptr (GError) error = NULL;

  prose_user_snapshots_add (store, &snapshot, &error);
  g_assert_no_error (error);
  g_assert_cmpint (snapshot.created, >, 0);
  return snapshot.id;
}

static void
test_kept_by_document (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  assert_string (list_snapshots (store, AD), "");
  add_snapshot (store, MAIL, 0, 0);
  add_snapshot (store, AD, 3, 100);
  add_snapshot (store, AD, 0, 90);
  g_clear_object (&store);

  store = open_store (fixture->path);
  assert_string (list_snapshots (store, AD),
                 FIRST "; 4: første “Køb nu!” at 90, 2 words, 71.5/10.0/0.0 pushy");
}

static void
test_renamed (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_snapshot (store, AD, 3, 100);
  g_assert_true (prose_user_snapshots_rename (store, 3, "før “kunden”", NULL));
  assert_string (list_snapshots (store, AD),
                 "3: før “kunden” “Køb nu!” at 100, 2 words, 71.5/10.0/0.0 pushy");
}

/* A number is not given again, so that what was removed can be put back. */
static void
test_removed_and_put_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_snapshot (store, AD, 3, 100);
  g_assert_true (prose_user_snapshots_remove (store, 3, NULL));
  assert_string (list_snapshots (store, AD), "");
  g_assert_cmpint (add_snapshot (store, MAIL, 0, 0), ==, 4);
  g_assert_cmpint (add_snapshot (store, AD, 3, 100), ==, 3);
  assert_string (list_snapshots (store, AD), FIRST);
}

/* Its own stay, and what came from there does not come again. */
static void
test_copied (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_snapshot (store, AD, 3, 100);
  add_snapshot (store, MAIL, 0, 90);
  g_assert_true (prose_user_snapshots_copy (store, AD, MAIL, NULL));
  assert_string (list_snapshots (store, AD), FIRST);
  assert_string (list_snapshots (store, MAIL),
                 "5: første “Køb nu!” at 100, 2 words, 71.5/10.0/0.0 pushy; "
                 "4: første “Køb nu!” at 90, 2 words, 71.5/10.0/0.0 pushy");

  g_assert_true (prose_user_snapshots_copy (store, MAIL, AD, NULL));
  g_assert_true (prose_user_snapshots_copy (store, AD, MAIL, NULL));
  g_assert_true (prose_user_snapshots_remove_all (store, AD, NULL));
  assert_string (list_snapshots (store, AD), "");
  assert_string (list_snapshots (store, MAIL),
                 "5: første “Køb nu!” at 100, 2 words, 71.5/10.0/0.0 pushy; "
                 "4: første “Køb nu!” at 90, 2 words, 71.5/10.0/0.0 pushy");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_user_store_test ("snapshots/kept-by-document", test_kept_by_document);
  add_user_store_test ("snapshots/renamed", test_renamed);
  add_user_store_test ("snapshots/removed-and-put-back", test_removed_and_put_back);
  add_user_store_test ("snapshots/copied", test_copied);

  return g_test_run ();
}

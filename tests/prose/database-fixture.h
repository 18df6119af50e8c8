/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For each test a folder of its own, and a path in it for a database. */
typedef struct {
  char *folder;
  char *path;
} DatabaseFixture;

void database_fixture_set_up (DatabaseFixture *self, gconstpointer unused);
void database_fixture_tear_down (DatabaseFixture *self, gconstpointer unused);

void remove_tree (const char *path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "mellow-application.h"
#include "mellow-window.h"

G_BEGIN_DECLS

typedef struct {
  MellowApplication *application;
  MellowWindow *window;
  MellowDraft *draft;
  GtkTextBuffer *buffer;
  GListModel *marks;
} Fixture;

gpointer find_widget (gpointer root, GType type);
GtkEditable *find_row (gpointer root, const char *title);
gboolean says (gpointer root, const char *text);
guint count_windows (Fixture *fixture);
void follow_window (Fixture *fixture);
void activate (Fixture *fixture, const char *action);

void open_file (Fixture *fixture, const char *path);

gpointer find_toplevel (GType type);
gpointer await_window (GType type);
gpointer find_file_chooser (void);
gpointer await_file_chooser (void);
gpointer find_dialog (void);
void answer_dialog (const char *response);

gboolean has_hand (void);
void use_hand (const char *command, ...) G_GNUC_NULL_TERMINATED;
gboolean has_place (gpointer widget);
void click (Fixture *fixture, gpointer widget);

void add (const char *path, void (*run) (Fixture *), const char *rules);

G_END_DECLS

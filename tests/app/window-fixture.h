/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "mellow-application.h"
#include "mellow-window.h"

G_BEGIN_DECLS

/* How long to wait for what should come at once, in microseconds. */
#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct {
  MellowApplication *application;
  MellowWindow *window;
  MellowDraft *draft;
  GtkTextBuffer *buffer;
  GListModel *marks;
} Fixture;

/* Runs the main loop until the condition holds. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end_ = g_get_monotonic_time () + PATIENCE;                                              \
    while (!(condition)) {                                                                         \
      g_assert_cmpint (g_get_monotonic_time (), <, end_);                                          \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (1000);                                                                           \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

gpointer find_widget (gpointer root, GType type);
guint count_windows (Fixture *fixture);
void follow_window (Fixture *fixture);
void activate (Fixture *fixture, const char *action);

void open_file (Fixture *fixture, const char *path);

gpointer find_dialog (void);
void answer_dialog (const char *response);

gboolean has_hand (void);
void use_hand (const char *command, ...) G_GNUC_NULL_TERMINATED;
gboolean has_place (gpointer widget);
void click (Fixture *fixture, gpointer widget);

void add (const char *path, void (*run) (Fixture *), const char *rules);

G_END_DECLS

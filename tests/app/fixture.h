/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"

G_BEGIN_DECLS

/* How long to wait for what should come at once, in microseconds. */
#define PATIENCE (60 * G_USEC_PER_SEC)

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

ProseRuleSet *load_test_rules (void);
MellowDraft *create_draft (const char *text);

void type_text (GtkTextBuffer *buffer, const char *text);
void type_keys (GtkTextBuffer *buffer, const char *text);
void place_cursor (GtkTextBuffer *buffer, int offset);
int get_cursor (GtkTextBuffer *buffer);
int find_words (GtkTextBuffer *buffer, const char *words);
char *dup_text (GtkTextBuffer *buffer);
void edit_at_random (GtkTextBuffer *buffer);

void give_up_privileges (void);

char *tags_to_string (GtkTextBuffer *buffer);
char *marks_to_string (GListModel *marks);

#define assert_text(buffer, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = dup_text (buffer);                                                    \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

#define assert_tags(buffer, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *tags_ = tags_to_string (buffer);                                              \
    g_assert_cmpstr (tags_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

#define assert_marks(marks, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *marks_ = marks_to_string (marks);                                             \
    g_assert_cmpstr (marks_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-live-checker.h"
#include "prose-fixture.h"

G_BEGIN_DECLS

/* A text that is edited, kept a second time the plain way, and the marks as an
 * application keeps them: by what each change tells. */
typedef struct {
  ProseRuleSet *rules;
  ProseLiveChecker *live;
  ProseChecker *checker;
  const char *language;
  const ProseFormat *format;
  GString *text;
  GArray *marks;            /* of ProseDiagnostic */
  ProseIgnoreList *ignored; /* NULL for none */
} Session;

void set_up (Session *session, gconstpointer unused);
void tear_down (Session *session, gconstpointer unused);
void follow (Session *session, const ProseLiveChange *change, gint growth);
ProseLiveChange insert (Session *session, guint offset, const char *text);
ProseLiveChange erase (Session *session, ProseSpan span);
void set_text (Session *session, const char *text);
void set_language (Session *session, const char *language);
void set_format (Session *session, const ProseFormat *format);
char *change_to_string (ProseLiveChange change);
ProseSpan get_whole (Session *session);
guint pick_offset (Session *session);
ProseSpan pick_span (Session *session);
void assert_line (Session *session, guint offset);
void assert_places (Session *session);
void assert_sound (Session *session);
void insert_at_random (Session *session);
void erase_at_random (Session *session);
void edit_at_random (Session *session);

#define assert_marks(session, expected)                                                            \
  assert_string (prose_diagnostics_to_string ((session)->marks), expected)

#define assert_change(change, expected) assert_string (change_to_string (change), expected)

#define add_test(path, function)                                                                   \
  g_test_add ("/live-checker/" path, Session, NULL, set_up, function, tear_down)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the window share: a draft by fixed rules, and notations for
 * what is tagged and listed.
 */

#include "fixture.h"

#include <linux/capability.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The rules of pack/, as the build has compiled them. */
ProseRuleSet *
load_test_rules (void)
{
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules = prose_rule_store_load (g_getenv ("MELLOW_RULES"), &error);

  g_assert_no_error (error);
  return rules;
}

MellowDraft *
create_draft (const char *text)
{
  g_autoptr (ProseRuleSet) rules = load_test_rules ();
  MellowDraft *draft = mellow_draft_new (rules);

  type_text (mellow_draft_get_buffer (draft), text);
  return draft;
}

/* As a paste does. */
void
type_text (GtkTextBuffer *buffer, const char *text)
{
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* As a keyboard does: a letter at a time. */
void
type_keys (GtkTextBuffer *buffer, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    g_autofree char *key = g_strndup (p, g_utf8_next_char (p) - p);

    type_text (buffer, key);
  }
}

void
place_cursor (GtkTextBuffer *buffer, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

int
get_cursor (GtkTextBuffer *buffer)
{
  int cursor;

  g_object_get (buffer, "cursor-position", &cursor, NULL);
  return cursor;
}

char *
dup_text (GtkTextBuffer *buffer)
{
  return mellow_text_buffer_dup_text (MELLOW_TEXT_BUFFER (buffer));
}

/* Where words begin that are there, in characters. */
int
find_words (GtkTextBuffer *buffer, const char *words)
{
  g_autofree char *text = dup_text (buffer);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return g_utf8_pointer_to_offset (text, found);
}

static void
insert_at_random (GtkTextBuffer *buffer)
{
  static const char *const pieces[] = {
    "Act now", "only 3 left",    " ",           "!", ". ",   "\n",  "\r\n", "\r",
    "æøå",     "Køb nu 😀",       "let us down", "x", "\n\n", "buy", " now", "We are proud",
    "\u2029",  "take your time",
  };
  int n_pieces = G_N_ELEMENTS (pieces);

  place_cursor (buffer, g_test_rand_int_range (0, gtk_text_buffer_get_char_count (buffer) + 1));
  type_text (buffer, pieces[g_test_rand_int_range (0, n_pieces)]);
}

static void
delete_at_random (GtkTextBuffer *buffer)
{
  int n = gtk_text_buffer_get_char_count (buffer);
  GtkTextIter start, end;

  if (n == 0)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_test_rand_int_range (0, n));
  end = start;
  gtk_text_iter_forward_chars (&end, g_test_rand_int_range (1, 12));
  gtk_text_buffer_delete (buffer, &start, &end);
}

void
edit_at_random (GtkTextBuffer *buffer)
{
  int n = g_test_rand_int_range (0, 10);

  if (n < 5)
    insert_at_random (buffer);
  else if (n < 8)
    delete_at_random (buffer);
  else if (n < 9)
    gtk_text_buffer_undo (buffer);
  else
    place_cursor (buffer, g_test_rand_int_range (0, gtk_text_buffer_get_char_count (buffer) + 1));
}

static void
append_run (GString *line, const GtkTextIter *start, const GtkTextIter *end, const char *name)
{
  if (line->len > 0)
    g_string_append (line, ", ");
  g_string_append_printf (line, "%d-%d %s", gtk_text_iter_get_offset (start),
                          gtk_text_iter_get_offset (end), name);
}

static void
append_tag (GString *line, GtkTextBuffer *buffer, const char *name, const char *label)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_has_tag (&start, tag) && !gtk_text_iter_forward_to_tag_toggle (&start, tag))
    return;

  while (!gtk_text_iter_is_end (&start)) {
    end = start;
    gtk_text_iter_forward_to_tag_toggle (&end, tag);
    append_run (line, &start, &end, label);
    start = end;
    if (!gtk_text_iter_forward_to_tag_toggle (&start, tag))
      return;
  }
}

/* What is underlined, in characters: `0-7 pressure, 9-20 proof`, by severity. */
char *
tags_to_string (GtkTextBuffer *buffer)
{
  GString *line = g_string_new (NULL);

  append_tag (line, buffer, "mark_remove", "remove");
  append_tag (line, buffer, "mark_pressure", "pressure");
  append_tag (line, buffer, "mark_proof", "proof");
  append_tag (line, buffer, "mark_note", "note");
  append_tag (line, buffer, "mark_credit", "credit");

  return g_string_free (line, FALSE);
}

/* What a list shows: `Act now (buy-command.act-now), …`. */
char *
marks_to_string (GListModel *marks)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++) {
    g_autoptr (MellowMark) mark = g_list_model_get_item (marks, i);

    g_string_append_printf (line, "%s%s (%s)", i > 0 ? ", " : "", mellow_mark_get_phrase (mark),
                            mellow_mark_get_rule (mark)->id);
  }

  return g_string_free (line, FALSE);
}

/* After that nobody may write everywhere, not even root. It holds for threads that are
 * started later, so it comes first. */
void
give_up_privileges (void)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = { 0 };

  g_assert_cmpint (syscall (SYS_capset, &header, none), ==, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written of windows and tabs is read again, and nothing else. */

#include "mellow-session-record.h"

#include <string.h>

#define AN_ID "6c0f1d68-2f55-4a2c-9d8e-0a1b2c3d4e5f"

/* `[a.txt@3 draft] *[b.txt Windows-1252]`: windows in brackets, the selected tab
 * with a star. */
static char *
windows_to_string (GPtrArray *windows)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < windows->len; i++) {
    MellowWindowRecord *window = windows->pdata[i];

    g_string_append_c (line, '[');
    for (guint j = 0; j < window->tabs->len; j++) {
      MellowTabRecord *tab = window->tabs->pdata[j];

      g_string_append_printf (line, "%s%s%s@%u %s%s", j > 0 ? ", " : "",
                              j == window->selected ? "*" : "", tab->uri != NULL ? tab->uri : "",
                              tab->cursor, prose_encoding_get_name (tab->encoding),
                              tab->copy != NULL ? " draft" : "");
    }
    g_string_append_c (line, ']');
  }

  return g_string_free (line, FALSE);
}

static void
assert_read (GBytes *bytes, const char *expected)
{
  g_autoptr (GPtrArray) windows = mellow_session_record_new_from_bytes (bytes);
  g_autofree char *line = windows_to_string (windows);

  g_assert_cmpstr (line, ==, expected);
}

static void
assert_text_read (const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  assert_read (bytes, expected);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) windows = mellow_session_record_new ();
  g_autoptr (GBytes) bytes = NULL;
  MellowWindowRecord *window = mellow_session_record_add_window (windows);
  MellowTabRecord *tab = mellow_window_record_add_tab (window);

  tab->uri = g_strdup ("file:///K%C3%B8b.txt");
  tab->cursor = 3;
  tab->encoding = PROSE_ENCODING_WINDOWS_1252;
  tab = mellow_window_record_add_tab (window);
  tab->copy = g_strdup (AN_ID);
  window->selected = 1;
  mellow_session_record_add_window (windows);

  bytes = mellow_session_record_to_bytes (windows);
  assert_read (bytes, "[file:///K%C3%B8b.txt@3 Windows-1252, *@0 UTF-8 draft][]");
}

static void
test_damaged_files_tell_of_nothing (void)
{
  assert_text_read ("", "");
  assert_text_read ("\x01\xff nonsense", "");
  assert_text_read ("[Window 2]\nSelected=0\n", "");
  assert_text_read ("[Window 1]\nSelected=-5\n[Window 1 Tab 1]\nCursor=much\nFile=a\n",
                    "[a@0 UTF-8]");
}

/* The name of a draft is part of a path. */
static void
test_a_draft_is_no_path (void)
{
  assert_text_read ("[Window 1]\n[Window 1 Tab 1]\nDraft=../../etc/passwd\n", "[*@0 UTF-8]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-record/round-trip", test_round_trip);
  g_test_add_func ("/session-record/damaged-files-tell-of-nothing",
                   test_damaged_files_tell_of_nothing);
  g_test_add_func ("/session-record/a-draft-is-no-path", test_a_draft_is_no_path);

  return g_test_run ();
}

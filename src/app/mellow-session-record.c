/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which texts were open in which window, as a key file: a group for each window and
 * for each of its tabs.
 */

#include "mellow-session-record.h"

/* More of either is no session that anyone has had. */
#define MOST_GROUPS 1000

static void
tab_record_free (gpointer data)
{
  MellowTabRecord *tab = data;

  g_free (tab->uri);
  g_free (tab->copy);
  g_free (tab);
}

static void
window_record_free (gpointer data)
{
  MellowWindowRecord *window = data;

  g_ptr_array_unref (window->tabs);
  g_free (window);
}

/**
 * mellow_session_record_new:
 *
 * Returns: (transfer full) (element-type MellowWindowRecord): no windows
 */
GPtrArray *
mellow_session_record_new (void)
{
  return g_ptr_array_new_with_free_func (window_record_free);
}

/**
 * mellow_session_record_add_window:
 * @windows: (element-type MellowWindowRecord): the windows there are
 *
 * Returns: (transfer none): a window without tabs, at the end
 */
MellowWindowRecord *
mellow_session_record_add_window (GPtrArray *windows)
{
  MellowWindowRecord *window = g_new0 (MellowWindowRecord, 1);

  window->tabs = g_ptr_array_new_with_free_func (tab_record_free);
  g_ptr_array_add (windows, window);
  return window;
}

/**
 * mellow_window_record_add_tab:
 * @self: a window
 *
 * Returns: (transfer none): a tab with nothing in it, at the end
 */
MellowTabRecord *
mellow_window_record_add_tab (MellowWindowRecord *self)
{
  MellowTabRecord *tab = g_new0 (MellowTabRecord, 1);

  g_ptr_array_add (self->tabs, tab);
  return tab;
}

static char *
name_window (guint i)
{
  return g_strdup_printf ("Window %u", i + 1);
}

static char *
name_tab (guint i, guint j)
{
  return g_strdup_printf ("Window %u Tab %u", i + 1, j + 1);
}

static void
set_string (GKeyFile *file, const char *group, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, group, key, value);
}

static void
write_tab (GKeyFile *file, const char *group, const MellowTabRecord *tab)
{
  set_string (file, group, "File", tab->uri);
  set_string (file, group, "Draft", tab->copy);
  set_string (file, group, "Encoding", prose_encoding_get_name (tab->encoding));
  g_key_file_set_uint64 (file, group, "Cursor", tab->cursor);
}

static void
write_window (GKeyFile *file, guint i, const MellowWindowRecord *window)
{
  g_autofree char *group = name_window (i);

  g_key_file_set_uint64 (file, group, "Selected", window->selected);
  for (guint j = 0; j < window->tabs->len; j++) {
    g_autofree char *tab_group = name_tab (i, j);

    write_tab (file, tab_group, window->tabs->pdata[j]);
  }
}

/**
 * mellow_session_record_to_bytes:
 * @windows: (element-type MellowWindowRecord): the windows there are
 *
 * Returns: (transfer full): the content of a file that tells of them
 */
GBytes *
mellow_session_record_to_bytes (GPtrArray *windows)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize length;
  char *data;

  for (guint i = 0; i < windows->len; i++)
    write_window (file, i, windows->pdata[i]);

  data = g_key_file_to_data (file, &length, NULL);
  return g_bytes_new_take (data, length);
}

static guint
read_number (GKeyFile *file, const char *group, const char *key)
{
  return MIN (g_key_file_get_uint64 (file, group, key, NULL), G_MAXINT);
}

static void
read_tab (GKeyFile *file, const char *group, MellowTabRecord *tab)
{
  g_autofree char *encoding = g_key_file_get_string (file, group, "Encoding", NULL);

  tab->uri = g_key_file_get_string (file, group, "File", NULL);
  tab->copy = g_key_file_get_string (file, group, "Draft", NULL);
  tab->cursor = read_number (file, group, "Cursor");
  if (encoding != NULL)
    prose_encoding_find (encoding, &tab->encoding);

  /* It becomes the name of a file. */
  if (tab->copy != NULL && !g_uuid_string_is_valid (tab->copy))
    g_clear_pointer (&tab->copy, g_free);
}

static void
read_tabs (GKeyFile *file, guint i, MellowWindowRecord *window)
{
  for (guint j = 0; j < MOST_GROUPS; j++) {
    g_autofree char *group = name_tab (i, j);

    if (!g_key_file_has_group (file, group))
      return;
    read_tab (file, group, mellow_window_record_add_tab (window));
  }
}

/**
 * mellow_session_record_new_from_bytes:
 * @bytes: the content of a file
 *
 * Returns: (transfer full) (element-type MellowWindowRecord): the windows that it
 *   tells of; none if it cannot be read
 */
GPtrArray *
mellow_session_record_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GPtrArray *windows = mellow_session_record_new ();

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return windows;

  for (guint i = 0; i < MOST_GROUPS; i++) {
    g_autofree char *group = name_window (i);
    MellowWindowRecord *window;

    if (!g_key_file_has_group (file, group))
      break;
    window = mellow_session_record_add_window (windows);
    window->selected = read_number (file, group, "Selected");
    read_tabs (file, i, window);
  }

  return windows;
}

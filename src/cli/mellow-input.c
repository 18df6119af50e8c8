/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* One byte more than a document may have, so that the engine is the one to
 * say that it is too large, and an endless device does end. */
#define READ_LIMIT (1u << 30)

static gboolean
set_errno_error (GError **error)
{
  int saved_errno = errno;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                       g_strerror (saved_errno));

  return FALSE;
}

/* Makes room first for what a regular file is known to hold, so that it is
 * read in one go. */
static gsize
get_first_block_size (int descriptor)
{
  struct stat status;
  gboolean is_known = fstat (descriptor, &status) == 0 && S_ISREG (status.st_mode);

  return is_known ? CLAMP (status.st_size + 1, 4096, 1 << 26) : 1 << 16;
}

static gboolean
read_all (int descriptor, GByteArray *bytes, GError **error)
{
  gsize block = get_first_block_size (descriptor);

  while (bytes->len <= READ_LIMIT) {
    guint length = bytes->len;
    gssize count;

    g_byte_array_set_size (bytes, length + block);
    count = read (descriptor, bytes->data + length, block);
    g_byte_array_set_size (bytes, length + MAX (count, 0));
    if (count == 0)
      return TRUE;
    if (count < 0 && errno != EINTR)
      return set_errno_error (error);
  }

  return TRUE;
}

/**
 * mellow_input_read:
 * @name: a path, or `-` for standard input
 * @error: return location
 *
 * Reads a whole input. GIO is left out on purpose: its file system modules
 * take longer to load than the check of a page.
 *
 * Returns: (transfer full): the bytes, or %NULL with a [error@GLib.FileError]
 *   that does not repeat the name
 */
GBytes *
mellow_input_read (const char *name, GError **error)
{
  gboolean is_stdin = g_str_equal (name, "-");
  g_autoptr (GByteArray) bytes = NULL;
  gboolean success;
  int descriptor;

  descriptor = is_stdin ? STDIN_FILENO : g_open (name, O_RDONLY | O_CLOEXEC, 0);
  if (descriptor < 0) {
    set_errno_error (error);
    return NULL;
  }

  bytes = g_byte_array_new ();
  success = read_all (descriptor, bytes, error);
  if (!is_stdin)
    close (descriptor);

  return success ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

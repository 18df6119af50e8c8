/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told in passing, as text: a toast takes its title for markup, and would show
 * nothing of one that names Q&A. */

#include "mellow-toast.h"

#include <glib/gi18n.h>

/**
 * mellow_toast_new:
 * @text: what happened; it may have any sign in it
 *
 * Returns: (transfer full): a toast that says so
 */
AdwToast *
mellow_toast_new (const char *text)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  title = g_markup_escape_text (text, -1);
  return adw_toast_new (title);
}

/**
 * mellow_toast_new_undoable:
 * @text: what was done just now
 * @undo: the action that undoes it
 *
 * Returns: (transfer full): a toast that says so, and offers to undo it
 */
AdwToast *
mellow_toast_new_undoable (const char *text, const char *undo)
{
  AdwToast *toast;

  g_return_val_if_fail (undo != NULL, NULL);

  toast = mellow_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, undo);
  return toast;
}

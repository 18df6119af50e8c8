/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told in passing. */

#include "mellow-toast.h"

/* What a label would show of a title. */
static char *
dup_shown (AdwToast *toast)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  pango_parse_markup (adw_toast_get_title (toast), -1, 0, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_any_sign (void)
{
  g_autoptr (AdwToast) toast = mellow_toast_new ("“Æg & <Søn>” is deleted");
  g_autofree char *shown = dup_shown (toast);

  g_assert_cmpstr (shown, ==, "“Æg & <Søn>” is deleted");
  g_assert_null (adw_toast_get_button_label (toast));
}

static void
test_undo (void)
{
  g_autoptr (AdwToast) toast = mellow_toast_new_undoable ("Q&A is pinned", "win.undo");
  g_autofree char *shown = dup_shown (toast);

  g_assert_cmpstr (shown, ==, "Q&A is pinned");
  g_assert_cmpstr (adw_toast_get_button_label (toast), ==, "_Undo");
  g_assert_cmpstr (adw_toast_get_action_name (toast), ==, "win.undo");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/toast/any-sign", test_any_sign);
  g_test_add_func ("/toast/undo", test_undo);

  return g_test_run ();
}

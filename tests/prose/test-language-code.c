/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-language-code.h"

static void
assert_code (const char *name, const char *code)
{
  g_assert_cmpstr (prose_language_code_intern (name), ==, code);
}

static void
test_codes (void)
{
  assert_code ("da", "da");
  assert_code ("da_DK", "da");
  assert_code ("DA-dk", "da");
  assert_code ("nb_NO.UTF-8", "nb");
  assert_code ("no", "nb");
  assert_code ("sr@latin", "sr");
  assert_code ("fil-PH", "fil");
}

static void
test_what_is_none (void)
{
  assert_code (NULL, NULL);
  assert_code ("", NULL);
  assert_code ("d", NULL);
  assert_code ("dansk", NULL);
  assert_code ("dæ", NULL);
  assert_code ("d1", NULL);
  assert_code ("{{lang}}", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language-code/codes", test_codes);
  g_test_add_func ("/language-code/what-is-none", test_what_is_none);

  return g_test_run ();
}

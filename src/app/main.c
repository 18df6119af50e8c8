/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>

#include "mellow-application.h"
#include "mellow-data.h"

static void
choose_language (void)
{
  g_autofree char *installed = mellow_find_installed (MELLOW_LOCALEDIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, mellow_is_uninstalled () ? MELLOW_BUILD_LOCALE_DIR : installed);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (MellowApplication) application = NULL;

  choose_language ();
  application = mellow_application_new (G_APPLICATION_DEFAULT_FLAGS);

  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-settings.h"

#include "mellow-data.h"

static GSettingsSchema *
look_up_in (const char *directory)
{
  g_autoptr (GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (
      directory, g_settings_schema_source_get_default (), TRUE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, MELLOW_APPLICATION_ID, FALSE)
                        : NULL;
}

/* What belongs to this very program comes first: that of the system may be of
 * another version. */
static GSettingsSchema *
look_up_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autofree char *installed = mellow_find_installed (MELLOW_SCHEMA_DIR);
  GSettingsSchema *schema =
      look_up_in (mellow_is_uninstalled () ? MELLOW_BUILD_SCHEMA_DIR : installed);

  if (schema == NULL && source != NULL)
    schema = g_settings_schema_source_lookup (source, MELLOW_APPLICATION_ID, TRUE);

  return schema;
}

/**
 * mellow_settings_new:
 *
 * Looks for the settings where the system has them, where this program was
 * installed to, and in the build tree if it runs from there.
 *
 * Returns: (transfer full): the settings. Without a schema the installation is
 *   broken, and the program ends saying so
 */
GSettings *
mellow_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = look_up_schema ();

  if (schema == NULL)
    g_error ("The settings schema %s is not installed", MELLOW_APPLICATION_ID);

  return g_settings_new_full (schema, NULL, NULL);
}

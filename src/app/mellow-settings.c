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

/* The build tree comes first for a program that runs from there: an installed
 * schema may be of another version. */
static GSettingsSchema *
look_up_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = NULL;

  if (mellow_is_uninstalled ())
    schema = look_up_in (MELLOW_BUILD_SCHEMA_DIR);
  if (schema == NULL && source != NULL)
    schema = g_settings_schema_source_lookup (source, MELLOW_APPLICATION_ID, TRUE);
  if (schema == NULL)
    schema = look_up_in (MELLOW_SCHEMA_DIR);

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

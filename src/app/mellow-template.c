/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-template.h"

#include <glib/gi18n.h>
#include <string.h>

/* The templates there are, in the order they are offered in. */
static const struct {
  const char *name;
  const char *title;
  const char *purpose;
} kinds[] = {
  { "abandoned-basket", N_ ("Abandoned Basket"), N_ ("A mail that helps, and lets go") },
  { "landing-page", N_ ("Landing Page"), N_ ("Benefits, a limit, a small first step") },
  { "ad", N_ ("Ad"), N_ ("A question, a benefit, a fact") },
  { "newsletter", N_ ("Newsletter"), N_ ("Useful first, news second") },
  { "product-text", N_ ("Product Text"), N_ ("What it does, and what is good to know") },
};

static guint
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return i;

  return G_N_ELEMENTS (kinds);
}

/* A template is called name.language.txt; other files are none. */
static MellowTemplate *
template_new (const char *folder, const char *file_name)
{
  g_auto (GStrv) parts = g_strsplit (file_name, ".", -1);
  MellowTemplate *self;
  guint kind;

  if (g_strv_length (parts) != 3 || !g_str_equal (parts[2], "txt"))
    return NULL;
  kind = find_kind (parts[0]);
  if (kind == G_N_ELEMENTS (kinds))
    return NULL;

  self = g_new0 (MellowTemplate, 1);
  self->name = kinds[kind].name;
  self->language = g_strdup (parts[1]);
  self->path = g_build_filename (folder, file_name, NULL);
  return self;
}

void
mellow_template_free (MellowTemplate *self)
{
  g_free (self->language);
  g_free (self->path);
  g_free (self);
}

static int
compare_templates (gconstpointer a, gconstpointer b)
{
  const MellowTemplate *first = *(const MellowTemplate *const *)a;
  const MellowTemplate *second = *(const MellowTemplate *const *)b;
  int order = strcmp (first->language, second->language);

  return order != 0 ? order : (int)find_kind (first->name) - (int)find_kind (second->name);
}

/**
 * mellow_templates_find:
 * @folder: where templates lie
 *
 * Returns: (transfer full) (element-type MellowTemplate): the templates there, by
 *   language and in the order they are offered in
 */
GPtrArray *
mellow_templates_find (const char *folder)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify)mellow_template_free);
  g_autoptr (GDir) files = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, templates);

  files = g_dir_open (folder, 0, NULL);
  while (files != NULL && (name = g_dir_read_name (files)) != NULL) {
    MellowTemplate *template = template_new (folder, name);

    if (template != NULL)
      g_ptr_array_add (templates, template);
  }
  g_ptr_array_sort (templates, compare_templates);
  return templates;
}

/**
 * mellow_template_get_title:
 * @self: a template
 *
 * Returns: (transfer none): its name for the user
 */
const char *
mellow_template_get_title (const MellowTemplate *self)
{
  return _ (kinds[find_kind (self->name)].title);
}

/**
 * mellow_template_get_purpose:
 * @self: a template
 *
 * Returns: (transfer none): how it goes about it, in a few words
 */
const char *
mellow_template_get_purpose (const MellowTemplate *self)
{
  return _ (kinds[find_kind (self->name)].purpose);
}

/**
 * mellow_template_load:
 * @self: a template
 * @error: why it failed
 *
 * Returns: (transfer full): its text, or %NULL with an error
 */
char *
mellow_template_load (const MellowTemplate *self, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &text, &length, error))
    return NULL;
  if (g_utf8_validate_len (text, length, NULL))
    return g_steal_pointer (&text);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s: this is not UTF-8"), self->path);
  return NULL;
}

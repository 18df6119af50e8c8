/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-setting.h"

#include "mellow-input.h"
#include "mellow-pack-files.h"

static GBytes *
read_file (const char *path, GError **error)
{
  GBytes *bytes = mellow_input_read (path, error);

  if (bytes == NULL)
    g_prefix_error (error, "%s: ", path);
  return bytes;
}

/* The languages that have rules, as `en, da`. */
static char *
list_languages (ProseRuleSet *rules)
{
  g_autoptr (GPtrArray) codes = prose_rule_set_dup_languages (rules);

  g_ptr_array_add (codes, NULL);

  return g_strjoinv (", ", (char **)codes->pdata);
}

/* What a project says is to be found in its file. */
static char *
dup_origin (const MellowSetting *self, const char *key, const char *option)
{
  return self->project != NULL && option == NULL ? mellow_project_dup_place (self->project, key, 0)
                                                 : g_strdup ("mellow-check");
}

static gboolean
knows_language (const MellowSetting *self,
                const char *language,
                const char *key,
                const char *option,
                GError **error)
{
  g_autofree char *known = NULL, *origin = NULL;

  if (language == NULL || prose_rule_set_has_language (self->rules, language))
    return TRUE;

  known = list_languages (self->rules);
  origin = dup_origin (self, key, option);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "%s: no rules for language “%s”: expected auto or one of %s", origin, language,
               known);
  return FALSE;
}

static void
choose_languages (MellowSetting *self, const MellowOptions *options)
{
  const MellowProject *project = self->project;

  self->language = options->language;
  self->source_language = options->source_language;
  if (project != NULL && self->language == NULL)
    self->language = project->language;
  if (project != NULL && self->source_language == NULL)
    self->source_language = project->source_language;
}

static gboolean
knows_languages (const MellowSetting *self, const MellowOptions *options, GError **error)
{
  return knows_language (self, self->language, "language", options->language, error) &&
         knows_language (self, self->source_language, "source-language", options->source_language,
                         error);
}

/* A file that a project names and that cannot be read is a mistake of its file. */
static gboolean
fail_in_project (
    const MellowSetting *self, const char *key, guint item, GError *cause, GError **error)
{
  g_autofree char *place = NULL;

  if (cause->domain == G_FILE_ERROR) {
    place = mellow_project_dup_place (self->project, key, item);
    g_prefix_error (&cause, "%s: ", place);
  }
  g_propagate_error (error, cause);
  return FALSE;
}

static gboolean
add_own_packs (MellowSetting *self, GError **error)
{
  const MellowProject *project = self->project;
  GError *cause = NULL;

  for (guint i = 0; project != NULL && project->packs[i] != NULL; i++) {
    const char *const paths[] = { project->packs[i], NULL };

    if (!mellow_pack_files_add (self->rules, paths, self->language, &cause))
      return fail_in_project (self, "packs", i, cause, error);
  }
  return TRUE;
}

/* Those of the command line lie over those of the project. */
static gboolean
add_packs (MellowSetting *self, const MellowOptions *options, GError **error)
{
  const char *const *more = (const char *const *)options->rules_from;

  return add_own_packs (self, error) &&
         (more == NULL || mellow_pack_files_add (self->rules, more, self->language, error));
}

static gboolean
use_brief (MellowSetting *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ProseBrief) brief = NULL;

  if (path == NULL)
    return TRUE;

  bytes = read_file (path, error);
  if (bytes == NULL)
    return FALSE;
  brief = prose_brief_read (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (brief == NULL)
    return FALSE;

  prose_rewriter_set_brief (self->rewriter, brief);
  return TRUE;
}

static gboolean
use_document_data (MellowSetting *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ProseDocumentData) known = NULL;

  if (path == NULL)
    return TRUE;

  bytes = read_file (path, error);
  if (bytes == NULL)
    return FALSE;
  known = prose_document_data_read (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                    error);
  if (known == NULL)
    return FALSE;

  prose_rewriter_set_brief (self->rewriter, known->brief);
  self->ignored = prose_ignore_list_ref (known->ignored);
  self->dismissed = g_ptr_array_ref (known->dismissed);
  self->format = known->format != NULL ? prose_format_find (known->format) : NULL;
  return TRUE;
}

static void
ignore_too (MellowSetting *self, const ProseIgnoreList *more)
{
  guint n = prose_ignore_list_get_n_entries (more);

  if (n == 0)
    return;
  if (self->ignored == NULL)
    self->ignored = prose_ignore_list_new ();
  for (guint i = 0; i < n; i++)
    prose_ignore_list_add (self->ignored, prose_ignore_list_get_entry (more, i));
}

static void
use_ignored (MellowSetting *self, const MellowOptions *options)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  if (self->project != NULL)
    ignore_too (self, self->project->ignored);
  if (self->ignored == NULL)
    return;

  prose_ignore_list_set_today (self->ignored, options->date != NULL ? options->date : today);
  prose_rewriter_set_ignore_list (self->rewriter, self->ignored);
}

static gboolean
use_contract (MellowSetting *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    return TRUE;

  bytes = read_file (path, error);
  if (bytes == NULL)
    return FALSE;
  self->contract = prose_contract_read (path, g_bytes_get_data (bytes, NULL),
                                        g_bytes_get_size (bytes), self->rules, error);
  return self->contract != NULL;
}

static gboolean
choose_contract (MellowSetting *self, const MellowOptions *options, GError **error)
{
  GError *cause = NULL;

  if (options->contract != NULL || self->project == NULL)
    return use_contract (self, options->contract, error);

  return use_contract (self, self->project->contract, &cause) ||
         fail_in_project (self, "contract", 0, cause, error);
}

/**
 * mellow_setting_new:
 * @options: what the command line says
 * @project: (nullable) (transfer full): the project of the texts
 * @rules: (transfer full): rules that are not shared yet
 * @error: return location
 *
 * Returns: (transfer full): what to check by, or %NULL with an error whose message begins
 *   with the file that it is about
 */
MellowSetting *
mellow_setting_new (const MellowOptions *options,
                    MellowProject *project,
                    ProseRuleSet *rules,
                    GError **error)
{
  g_autoptr (MellowSetting) self = g_new0 (MellowSetting, 1);

  self->project = project;
  self->rules = rules;
  choose_languages (self, options);
  if (!add_packs (self, options, error) || !knows_languages (self, options, error))
    return NULL;

  self->checker = prose_checker_new (rules);
  self->rewriter = prose_rewriter_new (rules);
  if (!use_document_data (self, options->document_data, error) ||
      !use_brief (self, options->brief, error) || !choose_contract (self, options, error))
    return NULL;

  use_ignored (self, options);
  return g_steal_pointer (&self);
}

void
mellow_setting_free (MellowSetting *self)
{
  g_clear_pointer (&self->project, mellow_project_free);
  g_clear_object (&self->checker);
  g_clear_object (&self->rewriter);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  g_clear_pointer (&self->dismissed, g_ptr_array_unref);
  g_clear_pointer (&self->contract, prose_contract_free);
  g_clear_pointer (&self->rules, prose_rule_set_unref);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-document-data.h"

#include <string.h>

#include "check/prose-ignore-file.h"
#include "rules/prose-yaml.h"

static const char *const known_keys[] = { "document", "brief",     "contract",
                                          "messages", "original",  "format",
                                          "ignored",  "dismissed", NULL };

/**
 * prose_document_data_new:
 *
 * Returns: (transfer full): the data of a text that nothing is known of
 */
ProseDocumentData *
prose_document_data_new (void)
{
  ProseDocumentData *self = g_new0 (ProseDocumentData, 1);

  self->brief = prose_brief_new ();
  self->messages = g_new0 (char *, 1);
  self->ignored = prose_ignore_list_new ();
  self->dismissed = prose_dismissals_new ();
  return self;
}

void
prose_document_data_free (ProseDocumentData *self)
{
  g_clear_pointer (&self->brief, prose_brief_unref);
  g_clear_pointer (&self->messages, g_strfreev);
  g_free (self->contract);
  g_free (self->original);
  g_free (self->format);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  g_clear_pointer (&self->dismissed, g_ptr_array_unref);
  g_free (self->rest);
  g_free (self);
}

/* The brief is a text of its own in the file, so that it reads like one that was
 * exported. */
static gboolean
read_brief (ProseDocumentData *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (yaml, root, "brief");
  const char *text;

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (yaml, node, YAML_SCALAR_NODE, "a brief as one text, after “|”,", error))
    return FALSE;

  text = prose_yaml_get_text (node);
  prose_brief_unref (self->brief);
  self->brief = prose_brief_read (yaml->name, text, strlen (text), error);
  return self->brief != NULL;
}

static gboolean
has_message (GPtrArray *messages, const char *message)
{
  return g_ptr_array_find_with_equal_func (messages, message, g_str_equal, NULL);
}

/* A line of its own without spaces around; NULL for nothing. */
static char *
clean_line (const char *text)
{
  g_autofree char *message = g_strdup (text);

  g_strdelimit (message, "\t\r\n", ' ');
  g_strstrip (message);
  return *message != '\0' ? g_steal_pointer (&message) : NULL;
}

/**
 * prose_document_data_set_messages:
 * @self: what is known of a text
 * @messages: (array zero-terminated=1): what the text is to say again and again;
 *   more than there may be, empty ones and those that come again are left out
 */
void
prose_document_data_set_messages (ProseDocumentData *self, const char *const *messages)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; messages[i] != NULL && kept->len < PROSE_DOCUMENT_DATA_MOST_MESSAGES; i++) {
    g_autofree char *message = clean_line (messages[i]);

    if (message != NULL && !has_message (kept, message))
      g_ptr_array_add (kept, g_steal_pointer (&message));
  }
  g_ptr_array_add (kept, NULL);
  g_strfreev (self->messages);
  self->messages = (GStrv)g_ptr_array_free (g_steal_pointer (&kept), FALSE);
}

/**
 * prose_document_data_set_contract:
 * @self: what is known of a text
 * @name: (nullable): the contract on its tone, by its name; %NULL for none
 */
void
prose_document_data_set_contract (ProseDocumentData *self, const char *name)
{
  g_autofree char *clean = name != NULL ? clean_line (name) : NULL;

  g_free (self->contract);
  self->contract = g_steal_pointer (&clean);
}

/**
 * prose_document_data_set_original:
 * @self: what is known of a text
 * @uri: (nullable): the address of the text that it is a translation of; %NULL for none
 */
void
prose_document_data_set_original (ProseDocumentData *self, const char *uri)
{
  g_autofree char *clean = uri != NULL ? clean_line (uri) : NULL;

  g_free (self->original);
  self->original = g_steal_pointer (&clean);
}

/**
 * prose_document_data_set_format:
 * @self: what is known of a text
 * @name: (nullable): the format it is read as, by its name; %NULL for the one that the name of
 *   its file tells
 */
void
prose_document_data_set_format (ProseDocumentData *self, const char *name)
{
  g_autofree char *clean = name != NULL ? clean_line (name) : NULL;

  g_free (self->format);
  self->format = g_steal_pointer (&clean);
}

static gboolean
read_messages (ProseDocumentData *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();
  yaml_node_t *node = prose_yaml_lookup (yaml, root, "messages");

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (yaml, node, YAML_SEQUENCE_NODE, "a list of messages", error))
    return FALSE;

  for (guint i = 0; i < prose_yaml_get_n_items (node); i++) {
    yaml_node_t *item = prose_yaml_get_item (yaml, node, i);

    if (!prose_yaml_expect (yaml, item, YAML_SCALAR_NODE, "a message", error))
      return FALSE;
    g_ptr_array_add (messages, (gpointer)prose_yaml_get_text (item));
  }
  g_ptr_array_add (messages, NULL);
  prose_document_data_set_messages (self, (const char *const *)messages->pdata);
  return TRUE;
}

static gboolean
read_contract (ProseDocumentData *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (yaml, root, "contract");

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (yaml, node, YAML_SCALAR_NODE, "the name of a contract", error))
    return FALSE;

  prose_document_data_set_contract (self, prose_yaml_get_text (node));
  return TRUE;
}

static gboolean
read_original (ProseDocumentData *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (yaml, root, "original");

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (yaml, node, YAML_SCALAR_NODE, "the address of an original", error))
    return FALSE;

  prose_document_data_set_original (self, prose_yaml_get_text (node));
  return TRUE;
}

static gboolean
read_format (ProseDocumentData *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  yaml_node_t *node = prose_yaml_lookup (yaml, root, "format");

  if (node == NULL)
    return TRUE;
  if (!prose_yaml_expect (yaml, node, YAML_SCALAR_NODE, "the name of a format", error))
    return FALSE;

  prose_document_data_set_format (self, prose_yaml_get_text (node));
  return TRUE;
}

static gboolean
read_dismissed (ProseDocumentData *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  g_ptr_array_unref (self->dismissed);
  self->dismissed =
      prose_dismissals_read (yaml, prose_yaml_lookup (yaml, root, "dismissed"), error);

  return self->dismissed != NULL;
}

static gboolean
read_ignored (ProseDocumentData *self, ProseYaml *yaml, yaml_node_t *root, GError **error)
{
  prose_ignore_list_unref (self->ignored);
  self->ignored = prose_ignore_file_read (yaml, prose_yaml_lookup (yaml, root, "ignored"), error);

  return self->ignored != NULL;
}

/**
 * prose_document_data_read:
 * @name: the file's name, for messages
 * @data: its content, YAML
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what is known of a text, or %NULL with an error of
 *   %PROSE_YAML_ERROR whose message is `name:line:column: what is wrong`
 */
ProseDocumentData *
prose_document_data_read (const char *name, const char *data, gsize length, GError **error)
{
  g_autoptr (ProseYaml) yaml = prose_yaml_new (name, data, length, error);
  g_autoptr (ProseDocumentData) self = NULL;
  yaml_node_t *root;

  if (yaml == NULL)
    return NULL;

  self = prose_document_data_new ();
  root = prose_yaml_get_root (yaml);
  if (root == NULL)
    return g_steal_pointer (&self);
  if (!prose_yaml_expect (yaml, root, YAML_MAPPING_NODE, "a map", error) ||
      !read_brief (self, yaml, root, error) || !read_contract (self, yaml, root, error) ||
      !read_messages (self, yaml, root, error) || !read_original (self, yaml, root, error) ||
      !read_format (self, yaml, root, error) || !read_ignored (self, yaml, root, error) ||
      !read_dismissed (self, yaml, root, error))
    return NULL;

  self->rest = prose_yaml_dup_other_pairs (yaml, root, known_keys);
  return g_steal_pointer (&self);
}

static void
append_brief (GString *yaml, const ProseBrief *brief)
{
  g_autofree char *text = prose_brief_write (brief);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (*text == '\0')
    return;

  g_string_append (yaml, "brief: |\n");
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (yaml, "  %s\n", lines[i]);
}

static void
append_pair (GString *yaml, const char *key, const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (yaml, "%s: ", key);
  prose_yaml_append_text (yaml, text);
}

static void
append_messages (GString *yaml, GStrv messages)
{
  if (messages[0] == NULL)
    return;

  g_string_append (yaml, "messages:\n");
  for (guint i = 0; messages[i] != NULL; i++) {
    g_string_append (yaml, "  - ");
    prose_yaml_append_text (yaml, messages[i]);
  }
}

static void
append_ignored (GString *yaml, const ProseIgnoreList *ignored, gboolean with_dormant)
{
  g_autoptr (GString) entries = g_string_new (NULL);

  prose_ignore_file_write (ignored, with_dormant, entries);
  if (entries->len > 0)
    g_string_append_printf (yaml, "ignored:\n%s", entries->str);
}

static void
append_dismissed (GString *yaml, GPtrArray *dismissed)
{
  if (dismissed->len == 0)
    return;

  g_string_append (yaml, "dismissed:\n");
  prose_dismissals_write (dismissed, yaml);
}

/**
 * prose_document_data_write:
 * @self: what is known of a text
 * @document: (nullable): its address
 * @with_dormant: see prose_ignore_file_write()
 *
 * Returns: (transfer full): the file as YAML; empty if nothing is known
 */
char *
prose_document_data_write (const ProseDocumentData *self,
                           const char *document,
                           gboolean with_dormant)
{
  g_autoptr (GString) yaml = g_string_new (NULL);

  append_brief (yaml, self->brief);
  append_pair (yaml, "contract", self->contract);
  append_messages (yaml, self->messages);
  append_pair (yaml, "original", self->original);
  append_pair (yaml, "format", self->format);
  append_ignored (yaml, self->ignored, with_dormant);
  append_dismissed (yaml, self->dismissed);
  g_string_append (yaml, self->rest != NULL ? self->rest : "");
  if (yaml->len == 0)
    return g_strdup ("");
  if (document == NULL)
    return g_string_free (g_steal_pointer (&yaml), FALSE);

  /* An address has no quotes, spaces or colons before a space: it needs no care. */
  return g_strdup_printf ("document: %s\n%s", document, yaml->str);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Access to YAML nodes that keeps their places, so that every error can say
 * where it is. Aliases are shared nodes here and never copied. */

#include "rules/prose-yaml.h"

#include <string.h>

/* How deep lists and maps may nest; packs need half a dozen. */
#define DEEPEST_NESTING 64

/* clang-format off */
G_DEFINE_QUARK (prose-yaml-error-quark, prose_yaml_error)
/* clang-format on */

/* Where the parser stopped. What is wrong with single bytes it tells by their
 * offset only. */
static yaml_mark_t
get_problem_mark (const yaml_parser_t *parser, const char *data, gsize length)
{
  yaml_mark_t mark = { 0 };
  const char *p = data;

  if (parser->error != YAML_READER_ERROR)
    return parser->problem_mark;

  for (; p < data + MIN (parser->problem_offset, length); p = g_utf8_next_char (p)) {
    mark.column = *p == '\n' ? 0 : mark.column + 1;
    mark.line += *p == '\n';
  }
  return mark;
}

static void
set_syntax_error (GError **error,
                  const char *name,
                  const yaml_parser_t *parser,
                  const yaml_mark_t *mark)
{
  g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_SYNTAX,
               "%s:%zu:%zu: this is not YAML: %s%s", name, mark->line + 1, mark->column + 1,
               parser->problem != NULL ? parser->problem : "out of memory",
               parser->error == YAML_READER_ERROR
                   ? ""
                   : " (a text that begins with one of [ ] { } * & ! | > ' \" % @ stands in "
                     "single quotes)");
}

/* Whether an event opens a list or map (1), closes one (-1) or neither. */
static int
get_step (const yaml_event_t *event)
{
  switch (event->type) {
  case YAML_SEQUENCE_START_EVENT:
  case YAML_MAPPING_START_EVENT:
    return 1;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    return -1;
  default:
    return 0;
  }
}

static void
set_content_error (GError **error, const char *name, const yaml_event_t *event, const char *what)
{
  g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, "%s:%zu:%zu: %s", name,
               event->start_mark.line + 1, event->start_mark.column + 1, what);
}

/* A first pass that only counts, since libyaml takes quadratic time for what is
 * nested deep, and would not tell of a second document. What is wrong otherwise is
 * found when the file is loaded. */
static gboolean
check_shape (const char *name, const char *data, gsize length, GError **error)
{
  yaml_parser_t parser;
  yaml_event_t event;
  int depth = 0;
  guint n_documents = 0;
  gboolean ended = FALSE;

  yaml_parser_initialize (&parser);
  yaml_parser_set_input_string (&parser, (const guchar *)data, length);
  while (!ended && yaml_parser_parse (&parser, &event)) {
    depth += get_step (&event);
    n_documents += event.type == YAML_DOCUMENT_START_EVENT;
    ended = event.type == YAML_STREAM_END_EVENT || depth > DEEPEST_NESTING || n_documents > 1;
    if (depth > DEEPEST_NESTING)
      set_content_error (error, name, &event, "lists and maps nest too deep here");
    else if (n_documents > 1)
      set_content_error (error, name, &event, "a second document begins here; one was expected");
    yaml_event_delete (&event);
  }
  yaml_parser_delete (&parser);
  return depth <= DEEPEST_NESTING && n_documents <= 1;
}

/**
 * prose_yaml_new:
 * @name: the file's name, for messages
 * @data: its content
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the file, read, or %NULL with an error of
 *   %PROSE_YAML_ERROR
 */
ProseYaml *
prose_yaml_new (const char *name, const char *data, gsize length, GError **error)
{
  g_autofree ProseYaml *self = g_new0 (ProseYaml, 1);
  yaml_parser_t parser;
  gboolean loaded;

  if (!check_shape (name, data, length, error))
    return NULL;

  yaml_parser_initialize (&parser);
  yaml_parser_set_input_string (&parser, (const guchar *)data, length);
  loaded = yaml_parser_load (&parser, &self->document);
  if (!loaded) {
    yaml_mark_t mark = get_problem_mark (&parser, data, length);

    set_syntax_error (error, name, &parser, &mark);
  }
  yaml_parser_delete (&parser);
  if (!loaded)
    return NULL;

  self->name = g_strdup (name);
  return g_steal_pointer (&self);
}

void
prose_yaml_free (ProseYaml *self)
{
  yaml_document_delete (&self->document);
  g_free (self->name);
  g_free (self);
}

/**
 * prose_yaml_get_root:
 * @self: a file
 *
 * Returns: (nullable): its root, %NULL if the file is empty
 */
yaml_node_t *
prose_yaml_get_root (ProseYaml *self)
{
  return yaml_document_get_root_node (&self->document);
}

yaml_node_t *
prose_yaml_get_node (ProseYaml *self, int index)
{
  return yaml_document_get_node (&self->document, index);
}

/**
 * prose_yaml_lookup:
 * @self: a file
 * @mapping: a mapping of it
 * @key: a key
 *
 * Returns: (nullable): the value of @key
 */
yaml_node_t *
prose_yaml_lookup (ProseYaml *self, yaml_node_t *mapping, const char *key)
{
  yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;

  for (; pair < mapping->data.mapping.pairs.top; pair++)
    if (g_strcmp0 (prose_yaml_get_text (prose_yaml_get_node (self, pair->key)), key) == 0)
      return prose_yaml_get_node (self, pair->value);

  return NULL;
}

/**
 * prose_yaml_get_text:
 * @node: (nullable): a node
 *
 * Returns: (nullable): the text of a scalar, %NULL for any other node
 */
const char *
prose_yaml_get_text (yaml_node_t *node)
{
  if (node == NULL || node->type != YAML_SCALAR_NODE)
    return NULL;

  return (const char *)node->data.scalar.value;
}

guint
prose_yaml_get_n_items (yaml_node_t *node)
{
  return node->data.sequence.items.top - node->data.sequence.items.start;
}

yaml_node_t *
prose_yaml_get_item (ProseYaml *self, yaml_node_t *sequence, guint i)
{
  return prose_yaml_get_node (self, sequence->data.sequence.items.start[i]);
}

/**
 * prose_yaml_fail:
 * @self: a file
 * @node: what is wrong
 * @offset: how far into the text of a scalar, in bytes
 * @error: return location for a #GError
 * @format: what is wrong, in printf() style
 * @...: its arguments
 *
 * Sets @error to the place of @node and what is wrong there.
 *
 * Returns: %FALSE
 */
gboolean
prose_yaml_fail (
    ProseYaml *self, yaml_node_t *node, guint offset, GError **error, const char *format, ...)
{
  gboolean quoted =
      node->type == YAML_SCALAR_NODE && node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
  const char *text = prose_yaml_get_text (node);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (text != NULL)
    offset = g_utf8_strlen (text, MIN (offset, strlen (text)));
  g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, "%s:%zu:%zu: %s", self->name,
               node->start_mark.line + 1, node->start_mark.column + 1 + offset + (quoted ? 1 : 0),
               message);
  return FALSE;
}

/**
 * prose_yaml_expect:
 * @self: a file
 * @node: a node of it
 * @type: what it should be
 * @what: what that is called, for the message
 * @error: return location for a #GError
 *
 * Returns: whether @node is of @type
 */
gboolean
prose_yaml_expect (
    ProseYaml *self, yaml_node_t *node, yaml_node_type_t type, const char *what, GError **error)
{
  if (node->type == type)
    return TRUE;

  if (type == YAML_SCALAR_NODE)
    return prose_yaml_fail (self, node, 0, error,
                            "%s was expected; a text that begins with [ or { or holds “: ” stands "
                            "in single quotes",
                            what);
  return prose_yaml_fail (self, node, 0, error, "%s was expected", what);
}

/**
 * prose_yaml_expect_once:
 * @self: a file
 * @mapping: a mapping of it
 * @pair: a pair of @mapping whose key is a scalar
 * @error: return location for a #GError
 *
 * Returns: whether no pair before @pair has the same key
 */
gboolean
prose_yaml_expect_once (ProseYaml *self,
                        yaml_node_t *mapping,
                        yaml_node_pair_t *pair,
                        GError **error)
{
  yaml_node_t *key = prose_yaml_get_node (self, pair->key);
  const char *text = prose_yaml_get_text (key);

  if (prose_yaml_lookup (self, mapping, text) == prose_yaml_get_node (self, pair->value))
    return TRUE;

  return prose_yaml_fail (self, key, 0, error, "“%s” stands here twice", text);
}

/**
 * prose_yaml_expect_keys:
 * @self: a file
 * @mapping: a mapping of it
 * @keys: (array zero-terminated=1): the keys it may have
 * @error: return location for a #GError
 *
 * Returns: whether @mapping has no other key, and none twice
 */
gboolean
prose_yaml_expect_keys (ProseYaml *self,
                        yaml_node_t *mapping,
                        const char *const *keys,
                        GError **error)
{
  yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;

  for (; pair < mapping->data.mapping.pairs.top; pair++) {
    yaml_node_t *key = prose_yaml_get_node (self, pair->key);
    const char *text = prose_yaml_get_text (key);

    if (text == NULL || !g_strv_contains (keys, text)) {
      g_autofree char *known = g_strjoinv (", ", (char **)keys);

      return prose_yaml_fail (self, key, 0, error, "“%s” is no key here; known are %s",
                              text ? text : "…", known);
    }
    if (!prose_yaml_expect_once (self, mapping, pair, error))
      return FALSE;
  }
  return TRUE;
}

/* ISO 639: two letters, or three. */
static gboolean
is_language_code (const char *text)
{
  gsize n = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  return (n == 2 || n == 3) && text[n] == '\0';
}

/**
 * prose_yaml_require_language:
 * @self: a file
 * @mapping: a mapping of it
 * @error: return location for a #GError
 *
 * Returns: the code of the language that @mapping says it is in, or %NULL with an
 *   error if it says none
 */
const char *
prose_yaml_require_language (ProseYaml *self, yaml_node_t *mapping, GError **error)
{
  yaml_node_t *language = prose_yaml_lookup (self, mapping, "language");
  const char *code = prose_yaml_get_text (language);

  if (code == NULL) {
    prose_yaml_fail (self, mapping, 0, error, "“language” is missing here");
    return NULL;
  }
  if (!is_language_code (code)) {
    prose_yaml_fail (self, language, 0, error,
                     "“%s” is no code of a language; “en” is one, and “da”", code);
    return NULL;
  }
  return code;
}

/**
 * prose_yaml_append_text:
 * @yaml: a file that is being written
 * @text: a text, on one line
 *
 * Appends @text as a scalar, and ends the line. In single quotes a text means
 * itself but for the quotes in it; line ends would be folded, so they become
 * spaces.
 */
void
prose_yaml_append_text (GString *yaml, const char *text)
{
  g_string_append_c (yaml, '\'');
  for (; *text != '\0'; text++) {
    if (*text == '\'')
      g_string_append_c (yaml, '\'');
    g_string_append_c (yaml, g_ascii_iscntrl (*text) ? ' ' : *text);
  }
  g_string_append (yaml, "'\n");
}

/* --- keeping what is not known --- */

/* A copy of nodes in a document of their own; a node with several aliases is copied
 * once. */
typedef struct {
  ProseYaml *source;
  yaml_document_t target;
  GHashTable *copies; /* node → its number in target */
} Copy;

static int copy_node (Copy *self, yaml_node_t *node);

static void
copy_items (Copy *self, yaml_node_t *node, int copy)
{
  for (yaml_node_item_t *item = node->data.sequence.items.start;
       item < node->data.sequence.items.top; item++)
    yaml_document_append_sequence_item (
        &self->target, copy, copy_node (self, prose_yaml_get_node (self->source, *item)));
}

static void
copy_pair (Copy *self, const yaml_node_pair_t *pair, int copy)
{
  int key = copy_node (self, prose_yaml_get_node (self->source, pair->key));
  int value = copy_node (self, prose_yaml_get_node (self->source, pair->value));

  yaml_document_append_mapping_pair (&self->target, copy, key, value);
}

static int
add_node (Copy *self, yaml_node_t *node)
{
  switch (node->type) {
  case YAML_SEQUENCE_NODE:
    return yaml_document_add_sequence (&self->target, node->tag, node->data.sequence.style);
  case YAML_MAPPING_NODE:
    return yaml_document_add_mapping (&self->target, node->tag, node->data.mapping.style);
  case YAML_SCALAR_NODE:
  case YAML_NO_NODE:
  default:
    return yaml_document_add_scalar (&self->target, node->tag, node->data.scalar.value,
                                     node->data.scalar.length, node->data.scalar.style);
  }
}

static int
copy_node (Copy *self, yaml_node_t *node)
{
  int copy = GPOINTER_TO_INT (g_hash_table_lookup (self->copies, node));

  if (copy != 0)
    return copy;

  copy = add_node (self, node);
  g_hash_table_insert (self->copies, node, GINT_TO_POINTER (copy));
  if (node->type == YAML_SEQUENCE_NODE)
    copy_items (self, node, copy);
  for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
       node->type == YAML_MAPPING_NODE && pair < node->data.mapping.pairs.top; pair++)
    copy_pair (self, pair, copy);
  return copy;
}

static int
append_to_string (void *data, unsigned char *buffer, size_t size)
{
  g_string_append_len (data, (const char *)buffer, size);
  return 1;
}

/* Writes a document, and frees it. */
static char *
emit (yaml_document_t *document)
{
  GString *text = g_string_new (NULL);
  yaml_emitter_t emitter;

  yaml_emitter_initialize (&emitter);
  yaml_emitter_set_unicode (&emitter, 1);
  yaml_emitter_set_width (&emitter, -1);
  yaml_emitter_set_output (&emitter, append_to_string, text);
  yaml_emitter_dump (&emitter, document);
  yaml_emitter_delete (&emitter);
  if (g_str_has_suffix (text->str, "\n...\n"))
    g_string_truncate (text, text->len - strlen ("...\n"));

  return g_string_free (text, FALSE);
}

/**
 * prose_yaml_dup_other_pairs:
 * @self: a file
 * @mapping: a mapping of it
 * @keys: (array zero-terminated=1): keys that are known
 *
 * Returns: (transfer full) (nullable): the pairs of @mapping with other keys, as the
 *   lines of a mapping that means the same; %NULL if there are none
 */
char *
prose_yaml_dup_other_pairs (ProseYaml *self, yaml_node_t *mapping, const char *const *keys)
{
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);
  Copy copy = { .source = self, .copies = copies };
  guint n = 0;
  int root;

  yaml_document_initialize (&copy.target, NULL, NULL, NULL, 1, 1);
  root = yaml_document_add_mapping (&copy.target, NULL, YAML_BLOCK_MAPPING_STYLE);
  for (yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;
       pair < mapping->data.mapping.pairs.top; pair++) {
    const char *key = prose_yaml_get_text (prose_yaml_get_node (self, pair->key));

    if (key != NULL && g_strv_contains (keys, key))
      continue;
    copy_pair (&copy, pair, root);
    n++;
  }
  if (n > 0)
    return emit (&copy.target);

  yaml_document_delete (&copy.target);
  return NULL;
}

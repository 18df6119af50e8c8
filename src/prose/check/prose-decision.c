/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-decision.h"

/**
 * prose_decision_expect_texts:
 * @yaml: a file
 * @map: a decision in it
 * @keys: (array zero-terminated=1): what is known of decisions
 * @error: return location for a #GError
 *
 * Returns: whether each of @keys that is there has a text, and no key comes twice
 */
gboolean
prose_decision_expect_texts (ProseYaml *yaml,
                             yaml_node_t *map,
                             const char *const *keys,
                             GError **error)
{
  yaml_node_pair_t *pair = map->data.mapping.pairs.start;

  for (guint i = 0; keys[i] != NULL; i++) {
    yaml_node_t *node = prose_yaml_lookup (yaml, map, keys[i]);

    if (node != NULL && !prose_yaml_expect (yaml, node, YAML_SCALAR_NODE, "a text", error))
      return FALSE;
  }
  for (; pair < map->data.mapping.pairs.top; pair++)
    if (prose_yaml_get_text (prose_yaml_get_node (yaml, pair->key)) != NULL &&
        !prose_yaml_expect_once (yaml, map, pair, error))
      return FALSE;

  return TRUE;
}

/**
 * prose_decision_get_text:
 * @yaml: a file
 * @map: a decision in it
 * @key: a key that has a text, if it is there
 *
 * Returns: that text; empty if it is not there
 */
const char *
prose_decision_get_text (ProseYaml *yaml, yaml_node_t *map, const char *key)
{
  yaml_node_t *node = prose_yaml_lookup (yaml, map, key);

  return node != NULL ? prose_yaml_get_text (node) : "";
}

/**
 * prose_decision_read_reason:
 * @yaml: a file
 * @map: a decision in it
 * @reason: (inout): why it was made; it stays as it is if that is not told
 * @error: return location for a #GError
 *
 * Returns: whether the reason is none or a known one
 */
gboolean
prose_decision_read_reason (ProseYaml *yaml,
                            yaml_node_t *map,
                            ProseIgnoreReason *reason,
                            GError **error)
{
  const char *name = prose_decision_get_text (yaml, map, "reason");

  if (*name == '\0' || prose_ignore_reason_from_string (name, reason))
    return TRUE;

  return prose_yaml_fail (yaml, prose_yaml_lookup (yaml, map, "reason"), 0, error,
                          "“%s” is no reason; known are intended, proven, quoted and brand", name);
}

/**
 * prose_decision_read_time:
 * @yaml: a file
 * @map: a decision in it
 * @created: (inout): when it was made, in seconds since 1970; it stays as it is if that is
 *   not told
 * @error: return location for a #GError
 *
 * Returns: whether the time is none or one of ISO 8601
 */
gboolean
prose_decision_read_time (ProseYaml *yaml, yaml_node_t *map, gint64 *created, GError **error)
{
  const char *text = prose_decision_get_text (yaml, map, "time");
  g_autoptr (GDateTime) time = NULL;

  if (*text == '\0')
    return TRUE;
  time = g_date_time_new_from_iso8601 (text, NULL);
  if (time == NULL)
    return prose_yaml_fail (yaml, prose_yaml_lookup (yaml, map, "time"), 0, error,
                            "“%s” is no time; “2026-11-29T09:30:00Z” is one", text);

  *created = g_date_time_to_unix (time);
  return TRUE;
}

/**
 * prose_decision_append:
 * @yaml: where it is appended
 * @key: a key
 * @text: (nullable): its text; nothing is written if there is none
 */
void
prose_decision_append (GString *yaml, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (yaml, "    %s: ", key);
  prose_yaml_append_text (yaml, text);
}

static void
append_time (GString *yaml, gint64 created)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (created);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  prose_decision_append (yaml, "time", text);
}

static void
append_indented (GString *yaml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' || lines[i + 1] != NULL)
      g_string_append_printf (yaml, "%s%s\n", *lines[i] != '\0' ? "    " : "", lines[i]);
}

/**
 * prose_decision_append_end:
 * @yaml: where it is appended
 * @reason: why the decision was made
 * @created: when, in seconds since 1970
 * @extra: (nullable): what a later version wrote of it
 */
void
prose_decision_append_end (GString *yaml,
                           ProseIgnoreReason reason,
                           gint64 created,
                           const char *extra)
{
  if (reason != PROSE_IGNORE_REASON_NONE)
    prose_decision_append (yaml, "reason", prose_ignore_reason_to_string (reason));
  append_time (yaml, created);
  if (extra != NULL)
    append_indented (yaml, extra);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-template.h"

#include <string.h>

#include "rewrite/prose-article.h"
#include "text/prose-fold.h"

/**
 * prose_template_is_sentence:
 * @template_text: a template
 *
 * Returns: whether it stands for a whole sentence: it ends as sentences do
 */
gboolean
prose_template_is_sentence (const char *template_text)
{
  return g_str_has_suffix (template_text, ".") || g_str_has_suffix (template_text, "!") ||
         g_str_has_suffix (template_text, "?") || g_str_has_suffix (template_text, "…");
}

static const char *
find_value (const ProseTemplateContext *context, const char *name)
{
  for (guint i = 0; i < context->names->len; i++)
    if (g_str_equal (context->names->pdata[i], name))
      return context->values->pdata[i];

  return NULL;
}

static const char *
find_form (const ProseTemplateContext *context, const char *value, const char *form)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  prose_fold (value, strlen (value), folded);
  return prose_lexicon_get_form (context->lexicon, folded->str, form);
}

/* What stands for {name} or {name:form}; NULL if it cannot be formed. */
static const char *
resolve_slot (const ProseTemplateContext *context, const char *slot)
{
  g_auto (GStrv) parts = g_strsplit (slot, ":", 2);
  const char *value = find_value (context, parts[0]);

  if (value == NULL || parts[1] == NULL)
    return value;

  return find_form (context, value, parts[1]);
}

/**
 * prose_template_fill:
 * @template_text: a template
 * @context: what to fill it with
 *
 * Returns: (transfer full) (nullable): the template with its slots filled, or
 *   %NULL if one of them has nothing to stand for it
 */
char *
prose_template_fill (const char *template_text, const ProseTemplateContext *context)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = template_text; *p != '\0'; p++) {
    const char *end = *p == '{' ? strchr (p, '}') : NULL;
    g_autofree char *slot = end != NULL ? g_strndup (p + 1, end - p - 1) : NULL;
    const char *value;

    if (slot == NULL) {
      g_string_append_c (text, *p);
      continue;
    }
    value = resolve_slot (context, slot);
    if (value == NULL)
      return NULL;
    g_string_append (text, value);
    p = end;
  }
  if (prose_lexicon_list_has (context->lexicon, "options", "a-an"))
    prose_correct_articles (text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

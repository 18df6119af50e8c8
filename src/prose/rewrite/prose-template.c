/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-template.h"

#include <string.h>

#include "rewrite/prose-article.h"
#include "rewrite/prose-inflection.h"
#include "rules/prose-rule.h"
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

/* What stands in for a gain that the copy or the brief has to give. */
#define GAIN "gain"

/**
 * prose_template_needs_facts:
 * @template_text: a template
 *
 * Returns: whether it has slots that are filled, so that it says something else each
 *   time
 */
gboolean
prose_template_needs_facts (const char *template_text)
{
  gboolean is_wanted;

  for (const char *p = strchr (template_text, '{'); p != NULL; p = strchr (p + 1, '{'))
    if (prose_rewrite_slot_get_condition (p + 1, &is_wanted) == NULL &&
        !prose_rewrite_slot_is_address (p + 1))
      return TRUE;

  return FALSE;
}

/* A capture goes before the brief, whose slots have the same names for all
 * rules. */
static const char *
find_value (const ProseTemplateContext *context, const char *name)
{
  for (guint i = 0; i < context->names->len; i++)
    if (g_str_equal (context->names->pdata[i], name))
      return context->values->pdata[i];

  if (g_str_equal (name, GAIN))
    return context->gain;

  return context->brief != NULL ? prose_brief_get (context->brief, name) : NULL;
}

/* What stands for {name}, {name:form} or {name=en/et}; NULL if it cannot be
 * formed. */
static char *
resolve_slot (const ProseTemplateContext *context, const char *slot)
{
  gsize n = strcspn (slot, ":=");
  g_autofree char *name = g_strndup (slot, n);
  const char *value = find_value (context, name);
  g_auto (GStrv) choices = NULL;

  if (value == NULL || slot[n] == '\0')
    return g_strdup (value);
  if (slot[n] == ':')
    return prose_inflect (value, slot + n + 1, context->lexicon);

  choices = g_strsplit (slot + n + 1, "/", -1);
  return g_strdup (prose_agree (value, choices, context->lexicon));
}

/**
 * prose_template_breaks_off:
 * @text: a text
 * @lexicon: the lexicon of its language
 * @may_end_in_verb: whether it may end in one: "how good it is"
 *
 * Returns: whether it ends in a word that the next one is missed after: "almost", as in
 *   "upgrade almost", but not one that may be a pronoun
 */
gboolean
prose_template_breaks_off (const char *text, ProseLexicon *lexicon, gboolean may_end_in_verb)
{
  const char *space = strrchr (text, ' ');
  g_autofree char *last = prose_fold_word (space != NULL ? space + 1 : text);

  return prose_lexicon_list_has (lexicon, "unfinished", last) &&
         !prose_lexicon_list_has (lexicon, "pronouns", last) &&
         !(may_end_in_verb && prose_lexicon_list_has (lexicon, "finite", last));
}

/* Whether a sign follows what fills a slot, which breaks off there. */
static gboolean
is_cut_short (const ProseTemplateContext *context, const char *value, char next)
{
  return next != '\0' && strchr (",;:.!?", next) != NULL &&
         prose_template_breaks_off (value, context->lexicon, TRUE);
}

/* Whether the slot is a condition: {if name} or {unless name}; and whether it is met. */
static gboolean
is_condition (const ProseTemplateContext *context, const char *slot, gboolean *is_met)
{
  gboolean is_wanted;
  const char *name = prose_rewrite_slot_get_condition (slot, &is_wanted);

  if (name == NULL)
    return FALSE;

  *is_met = (find_value (context, name) != NULL) == is_wanted;
  return TRUE;
}

/**
 * prose_template_fill:
 * @template_text: a template
 * @context: what to fill it with
 *
 * Returns: (transfer full) (nullable): the template with its slots filled, or
 *   %NULL if one of them has nothing to stand for it, or only words that break off, or
 *   if a condition is not met
 */
char *
prose_template_fill (const char *template_text, const ProseTemplateContext *context)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = template_text; *p != '\0'; p++) {
    const char *end = *p == '{' ? strchr (p, '}') : NULL;
    g_autofree char *slot = end != NULL ? g_strndup (p + 1, end - p - 1) : NULL;
    g_autofree char *value = NULL;
    gboolean is_met;

    if (slot == NULL) {
      g_string_append_c (text, *p);
      continue;
    }
    if (is_condition (context, slot, &is_met)) {
      if (!is_met)
        return NULL;
      p = end[1] == ' ' ? end + 1 : end;
      continue;
    }
    value = resolve_slot (context, slot);
    if (value == NULL || is_cut_short (context, value, end[1]))
      return NULL;
    g_string_append (text, value);
    p = end;
  }
  if (prose_lexicon_list_has (context->lexicon, "options", "a-an"))
    prose_correct_articles (text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-own-rule.h"

#include <rules/prose-yaml.h>
#include <string.h>

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * mellow_own_rule_new:
 *
 * Returns: (transfer full): a rule that says nothing yet
 */
MellowOwnRule *
mellow_own_rule_new (void)
{
  MellowOwnRule *self = g_new0 (MellowOwnRule, 1);

  self->language = g_strdup ("en");
  self->name = g_strdup ("");
  self->category = g_strdup ("");
  self->title = g_strdup ("");
  self->severity = PROSE_SEVERITY_PRESSURE;
  self->why = g_strdup ("");
  self->phrases = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MELLOW_N_REWRITES; i++)
    self->rewrites[i] = g_strdup ("");
  self->flagged = g_strdup ("");
  self->passed = g_strdup ("");
  return self;
}

void
mellow_own_rule_free (MellowOwnRule *self)
{
  g_free (self->language);
  g_free (self->name);
  g_free (self->category);
  g_free (self->title);
  g_free (self->why);
  g_ptr_array_unref (self->phrases);
  for (guint i = 0; i < MELLOW_N_REWRITES; i++)
    g_free (self->rewrites[i]);
  g_free (self->flagged);
  g_free (self->passed);
  g_free (self);
}

static void
set (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (or_empty (value));
}

static gboolean
has_one_rewrite_of_each_kind (const ProseRule *rule)
{
  guint n[MELLOW_N_REWRITES] = { 0 };

  for (guint i = 0; i < rule->rewrites->len; i++)
    if (++n[g_array_index (rule->rewrites, ProseRewriteTemplate, i).kind] > 1)
      return FALSE;

  return TRUE;
}

/**
 * mellow_own_rule_can_hold:
 * @pack: a pack of own rules
 *
 * A pack that was written by hand may say more than the form has room for, and
 * would lose it there.
 *
 * Returns: whether a form can show all that @pack says
 */
gboolean
mellow_own_rule_can_hold (const ProseRulePack *pack)
{
  const ProseRule *rule;

  if (pack->rules->len != 1 || pack->category->meter != PROSE_METER_PRESSURE)
    return FALSE;

  rule = pack->rules->pdata[0];
  return rule->zone == PROSE_ZONE_ANY && rule->reference == NULL && rule->ask == NULL &&
         g_strv_length (rule->exceptions) == 0 && g_strv_length (rule->flagged) == 1 &&
         g_strv_length (rule->passed) == 1 && has_one_rewrite_of_each_kind (rule);
}

/**
 * mellow_own_rule_new_from_pack:
 * @pack: a pack that a form can show
 *
 * Returns: (transfer full): its rule
 */
MellowOwnRule *
mellow_own_rule_new_from_pack (const ProseRulePack *pack)
{
  MellowOwnRule *self = mellow_own_rule_new ();
  const ProseRule *rule;

  g_return_val_if_fail (mellow_own_rule_can_hold (pack), self);

  rule = pack->rules->pdata[0];
  set (&self->language, pack->category->language);
  set (&self->name, pack->name);
  set (&self->category, pack->category->id);
  set (&self->title, pack->category->title);
  self->severity = rule->severity;
  set (&self->why, rule->why);
  for (guint i = 0; rule->phrases[i] != NULL; i++)
    g_ptr_array_add (self->phrases, g_strdup (rule->phrases[i]));
  for (guint i = 0; i < rule->rewrites->len; i++) {
    const ProseRewriteTemplate *rewrite = &g_array_index (rule->rewrites, ProseRewriteTemplate, i);

    set (&self->rewrites[rewrite->kind], rewrite->text);
  }
  set (&self->flagged, rule->flagged[0]);
  set (&self->passed, rule->passed[0]);
  return self;
}

/* --- writing --- */

/* “Guru & co.” becomes `guru-co`: what a rule is known by has no spaces. */
static char *
make_slug (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  GString *slug = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      g_string_append_unichar (slug, c);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

/**
 * mellow_own_rule_dup_id:
 * @self: a rule
 *
 * Returns: (transfer full): what it is known by among the rules of its language
 */
char *
mellow_own_rule_dup_id (const MellowOwnRule *self)
{
  g_autofree char *slug = make_slug (self->name);

  return g_strconcat (self->category, ".", slug, NULL);
}

/* What a mark adds to the Pressure. */
static guint
get_weight (ProseSeverity severity)
{
  static const guint weights[] = {
    [PROSE_SEVERITY_NOTE] = 2,
    [PROSE_SEVERITY_PROOF] = 5,
    [PROSE_SEVERITY_PRESSURE] = 6,
    [PROSE_SEVERITY_REMOVE] = 9,
  };

  return weights[severity];
}

static void
append_pair (GString *yaml, const char *key, const char *text)
{
  g_string_append (yaml, key);
  prose_yaml_append_text (yaml, text);
}

static void
append_rewrites (GString *yaml, const MellowOwnRule *self)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < MELLOW_N_REWRITES; i++) {
    g_autofree char *key = g_strdup_printf ("      %s: ", prose_rewrite_kind_to_string (i));

    if (*self->rewrites[i] == '\0')
      continue;
    if (is_first)
      g_string_append (yaml, "    rewrites:\n");
    is_first = FALSE;
    append_pair (yaml, key, self->rewrites[i]);
  }
}

static void
append_rule (GString *yaml, const MellowOwnRule *self)
{
  g_autofree char *slug = make_slug (self->name);

  append_pair (yaml, "  - id: ", slug);
  g_string_append_printf (yaml, "    severity: %s\n    weight: %u\n",
                          prose_severity_to_string (self->severity), get_weight (self->severity));
  g_string_append (yaml, "    phrases:\n");
  for (guint i = 0; i < self->phrases->len; i++)
    append_pair (yaml, "      - ", self->phrases->pdata[i]);
  append_pair (yaml, "    why: ", self->why);
  append_rewrites (yaml, self);
  append_pair (yaml, "    flags:\n      - ", self->flagged);
  append_pair (yaml, "    passes:\n      - ", self->passed);
}

/**
 * mellow_own_rule_write:
 * @self: a rule
 *
 * Returns: (transfer full): a pack with this one rule, YAML
 */
char *
mellow_own_rule_write (const MellowOwnRule *self)
{
  GString *yaml = g_string_new (NULL);

  append_pair (yaml, "language: ", self->language);
  append_pair (yaml, "name: ", self->name);
  append_pair (yaml, "category: ", self->category);
  append_pair (yaml, "title: ", self->title);
  g_string_append (yaml, "meter: pressure\nrules:\n");
  append_rule (yaml, self);
  return g_string_free (yaml, FALSE);
}

/* --- reading it back --- */

/**
 * mellow_own_rule_read:
 * @self: a rule
 * @lexicon: the words of its language
 * @error: why it cannot be read
 *
 * Returns: (transfer full): the pack that it makes, or %NULL with an error
 */
ProseRulePack *
mellow_own_rule_read (const MellowOwnRule *self, ProseLexicon *lexicon, GError **error)
{
  g_autofree char *yaml = mellow_own_rule_write (self);

  return prose_rule_pack_new ("rule", yaml, strlen (yaml), lexicon, error);
}

/* The message without the place in a file that nobody sees. */
static char *
find_problem (const MellowOwnRule *self, ProseLexicon *lexicon)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRulePack) pack = mellow_own_rule_read (self, lexicon, &error);
  const char *message;

  if (pack != NULL)
    return NULL;

  message = strstr (error->message, ": ");
  return g_strdup (message != NULL ? message + 2 : error->message);
}

/* Texts that are no part of the question. */
static MellowOwnRule
copy_bare (const MellowOwnRule *self)
{
  MellowOwnRule bare = *self;

  bare.name = (char *)"rule";
  bare.category = (char *)"own";
  for (guint i = 0; i < MELLOW_N_REWRITES; i++)
    bare.rewrites[i] = (char *)"";
  return bare;
}

/**
 * mellow_own_rule_find_phrase_problem:
 * @self: a rule
 * @lexicon: the words of its language
 * @phrase: which of its phrases
 *
 * Returns: (transfer full) (nullable): why that phrase cannot be read
 */
char *
mellow_own_rule_find_phrase_problem (const MellowOwnRule *self, ProseLexicon *lexicon, guint phrase)
{
  MellowOwnRule bare = copy_bare (self);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();

  g_return_val_if_fail (phrase < self->phrases->len, NULL);

  g_ptr_array_add (phrases, self->phrases->pdata[phrase]);
  bare.phrases = phrases;
  return find_problem (&bare, lexicon);
}

/**
 * mellow_own_rule_find_rewrite_problem:
 * @self: a rule whose phrases can all be read
 * @lexicon: the words of its language
 * @kind: which of its rewrites
 *
 * Returns: (transfer full) (nullable): why that rewrite cannot be read
 */
char *
mellow_own_rule_find_rewrite_problem (const MellowOwnRule *self,
                                      ProseLexicon *lexicon,
                                      ProseRewriteKind kind)
{
  MellowOwnRule bare = copy_bare (self);

  bare.rewrites[kind] = self->rewrites[kind];
  return find_problem (&bare, lexicon);
}

/**
 * mellow_own_rule_compile:
 * @self: a rule, which may still lack a name or an example
 * @lexicon: the words of its language
 *
 * Returns: (transfer full) (nullable): a rule set with this one rule, to try it
 *   out; %NULL if it cannot be read
 */
ProseRuleSet *
mellow_own_rule_compile (const MellowOwnRule *self, ProseLexicon *lexicon)
{
  MellowOwnRule bare = copy_bare (self);
  g_autoptr (ProseRulePack) pack = NULL;
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();

  memcpy (bare.rewrites, self->rewrites, sizeof bare.rewrites);
  pack = mellow_own_rule_read (&bare, lexicon, NULL);
  g_ptr_array_add (lexicons, lexicon);
  return pack != NULL ? prose_rule_set_new (pack->rules, lexicons, NULL) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule.h"

#include <string.h>

static const char *const severity_names[] = {
  [PROSE_SEVERITY_CREDIT] = "credit", [PROSE_SEVERITY_NOTE] = "note",
  [PROSE_SEVERITY_PROOF] = "proof",   [PROSE_SEVERITY_PRESSURE] = "pressure",
  [PROSE_SEVERITY_REMOVE] = "remove",
};

static const char *const meter_names[] = {
  [PROSE_METER_PRESSURE] = "pressure",
  [PROSE_METER_WARMTH] = "warmth",
  [PROSE_METER_INFORMATION] = "information",
};

static const char *const kind_names[] = {
  [PROSE_REWRITE_BENEFIT] = "benefit", [PROSE_REWRITE_QUESTION] = "question",
  [PROSE_REWRITE_CHOICE] = "choice",   [PROSE_REWRITE_EVIDENCE] = "evidence",
  [PROSE_REWRITE_PLAIN] = "plain",
};

static gboolean
find_name (const char *const *names, guint n, const char *name, guint *value)
{
  for (guint i = 0; i < n; i++) {
    if (g_strcmp0 (names[i], name) == 0) {
      *value = i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
prose_severity_to_string (ProseSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severity_names), NULL);

  return severity_names[severity];
}

gboolean
prose_severity_from_string (const char *name, ProseSeverity *severity)
{
  return find_name (severity_names, G_N_ELEMENTS (severity_names), name, severity);
}

const char *
prose_meter_to_string (ProseMeter meter)
{
  g_return_val_if_fail (meter < G_N_ELEMENTS (meter_names), NULL);

  return meter_names[meter];
}

gboolean
prose_meter_from_string (const char *name, ProseMeter *meter)
{
  return find_name (meter_names, G_N_ELEMENTS (meter_names), name, meter);
}

const char *
prose_rewrite_kind_to_string (ProseRewriteKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

gboolean
prose_rewrite_kind_from_string (const char *name, ProseRewriteKind *kind)
{
  return find_name (kind_names, G_N_ELEMENTS (kind_names), name, kind);
}

/**
 * prose_rewrite_slot_is_common:
 * @name: the name of a slot of a template
 *
 * Returns: whether the slot is filled from the brief or the copy around, so that
 *   no phrase has to capture it
 */
gboolean
prose_rewrite_slot_is_common (const char *name)
{
  static const char *const names[] = { "product", "benefit",  "gain",  "audience",
                                       "message", "end-date", "stock", "proof" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;

  return FALSE;
}

/**
 * prose_rewrite_slot_get_condition:
 * @slot: a slot of a template, without its braces
 * @is_wanted: (out): whether something has to fill the name, or nothing may
 *
 * Returns: (nullable): the name that `{if name}` or `{unless name}` asks of, in @slot;
 *   %NULL for a slot that is filled
 */
const char *
prose_rewrite_slot_get_condition (const char *slot, gboolean *is_wanted)
{
  *is_wanted = g_str_has_prefix (slot, "if ");
  if (*is_wanted)
    return slot + strlen ("if ");

  return g_str_has_prefix (slot, "unless ") ? slot + strlen ("unless ") : NULL;
}

/**
 * prose_rewrite_slot_is_address:
 * @slot: what stands from behind the brace of a slot on
 *
 * Returns: whether it is `address=first/second/third`, which has its own text for each
 *   form of address
 */
gboolean
prose_rewrite_slot_is_address (const char *slot)
{
  return g_str_has_prefix (slot, "address=");
}

/**
 * prose_category_new:
 * @language: a language code
 * @id: the family
 * @title: its name for the user
 * @meter: what its rules move
 * @is_next_step: whether its rules find what the reader may do next
 *
 * Returns: (transfer full): a category
 */
ProseCategory *
prose_category_new (const char *language,
                    const char *id,
                    const char *title,
                    ProseMeter meter,
                    gboolean is_next_step)
{
  ProseCategory *self = g_atomic_rc_box_new0 (ProseCategory);

  self->language = g_intern_string (language);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->meter = meter;
  self->is_next_step = is_next_step;

  return self;
}

/**
 * prose_category_set_title:
 * @self: a category that nobody else has yet
 * @title: its name for the user
 */
void
prose_category_set_title (ProseCategory *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * prose_category_set_coverage:
 * @self: a category that nobody else has yet
 * @covers: what a text covers in which its rules find something
 * @example: (nullable): a sentence that does so
 */
void
prose_category_set_coverage (ProseCategory *self, ProseCoverage covers, const char *example)
{
  self->covers = covers;
  g_free (self->example);
  self->example = g_strdup (example);
}

/**
 * prose_category_set_makes_claims:
 * @self: a category that nobody else has yet
 * @makes_claims: whether what its rules find claims something that can be proven
 */
void
prose_category_set_makes_claims (ProseCategory *self, gboolean makes_claims)
{
  self->makes_claims = makes_claims;
}

ProseCategory *
prose_category_ref (ProseCategory *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
category_clear (ProseCategory *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->example);
}

void
prose_category_unref (ProseCategory *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)category_clear);
}

static void
rewrite_clear (ProseRewriteTemplate *self)
{
  g_free (self->text);
}

/**
 * prose_rewrite_templates_new:
 *
 * Returns: (transfer full) (element-type ProseRewriteTemplate): an empty array
 *   that owns its templates
 */
GArray *
prose_rewrite_templates_new (void)
{
  GArray *templates = g_array_new (FALSE, FALSE, sizeof (ProseRewriteTemplate));

  g_array_set_clear_func (templates, (GDestroyNotify)rewrite_clear);
  return templates;
}

/**
 * prose_rule_new:
 * @category: its family
 * @name: its name within the family (`only-n-left`)
 *
 * Returns: (transfer full): a rule without phrases, to be filled before it is
 *   shared
 */
ProseRule *
prose_rule_new (ProseCategory *category, const char *name)
{
  ProseRule *self = g_atomic_rc_box_new0 (ProseRule);

  self->category = prose_category_ref (category);
  self->id = g_strconcat (category->id, ".", name, NULL);
  self->rewrites = prose_rewrite_templates_new ();

  return self;
}

ProseRule *
prose_rule_ref (ProseRule *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
rule_clear (ProseRule *self)
{
  prose_category_unref (self->category);
  g_free (self->id);
  g_free (self->why);
  g_free (self->reference);
  g_free (self->ask);
  g_strfreev (self->phrases);
  g_strfreev (self->exceptions);
  g_array_unref (self->rewrites);
  g_strfreev (self->flagged);
  g_strfreev (self->passed);
}

void
prose_rule_unref (ProseRule *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)rule_clear);
}

static void
append_text (GStrv *texts, const char *text)
{
  guint n = *texts != NULL ? g_strv_length (*texts) : 0;

  *texts = g_renew (char *, *texts, n + 2);
  (*texts)[n] = g_strdup (text);
  (*texts)[n + 1] = NULL;
}

/**
 * prose_rule_add_phrase:
 * @self: a rule that is not shared yet
 * @is_exception: whether the pattern voids matches rather than finds them
 * @pattern: the pattern
 */
void
prose_rule_add_phrase (ProseRule *self, gboolean is_exception, const char *pattern)
{
  append_text (is_exception ? &self->exceptions : &self->phrases, pattern);
}

/**
 * prose_rule_add_example:
 * @self: a rule that is not shared yet
 * @flags: whether the rule marks the text rather than leaves it alone
 * @text: the example
 */
void
prose_rule_add_example (ProseRule *self, gboolean flags, const char *text)
{
  append_text (flags ? &self->flagged : &self->passed, text);
}

/**
 * prose_rule_add_rewrite:
 * @self: a rule that is not shared yet
 * @kind: what sort of rewrite the template gives
 * @template_text: the template
 */
void
prose_rule_add_rewrite (ProseRule *self, ProseRewriteKind kind, const char *template_text)
{
  ProseRewriteTemplate rewrite = { .kind = kind, .text = g_strdup (template_text) };

  g_array_append_val (self->rewrites, rewrite);
}

/**
 * prose_rule_makes_claims:
 * @self: a rule
 *
 * Returns: whether what it marks is a claim, which somebody may want to see proven: its
 *   severity says so, or its family
 */
gboolean
prose_rule_makes_claims (const ProseRule *self)
{
  return self->severity == PROSE_SEVERITY_PROOF || self->category->makes_claims;
}

/**
 * prose_rule_is_quiet:
 * @self: a rule
 *
 * Returns: whether what it finds is a claim that presses nobody, and is marked only where
 *   its proof has expired
 */
gboolean
prose_rule_is_quiet (const ProseRule *self)
{
  return (self->guards & PROSE_GUARD_QUIET) != 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-parity-finding.h"

/* How many hexadecimal digits of a checksum a key has. */
#define KEY_LENGTH 24

static const struct {
  const char *name;
  guint weight; /* with nothing to add */
} kinds[] = {
  [PROSE_PARITY_PRESSURE_ADDED] = { "pressure-added", 30 },
  [PROSE_PARITY_PRESSURE_LOST] = { "pressure-lost", 10 },
  [PROSE_PARITY_QUESTION_TO_COMMAND] = { "question-to-command", 36 },
  [PROSE_PARITY_WARMTH_LOST] = { "warmth-lost", 8 },
  [PROSE_PARITY_CLAIM_STRENGTHENED] = { "claim-strengthened", 28 },
  [PROSE_PARITY_CLAIM_WEAKENED] = { "claim-weakened", 6 },
  [PROSE_PARITY_ADDRESS_MIXED] = { "address-mixed", 34 },
  [PROSE_PARITY_TOO_LONG] = { "too-long", 32 },
};

/**
 * prose_parity_kind_to_string:
 * @kind: a kind
 *
 * Returns: its name for machines (`pressure-added`)
 */
const char *
prose_parity_kind_to_string (ProseParityKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].name;
}

static char *
create_key (ProseParityKind kind, const char *family, const char *source, const char *target)
{
  g_autofree char *known = g_strjoin ("\n", kinds[kind].name, family, source, target, NULL);
  char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, known, -1);

  key[KEY_LENGTH] = '\0';
  return key;
}

/**
 * prose_parity_finding_new:
 * @kind: how two texts differ
 * @family: (nullable): the family of the words
 * @source: what it is known by: the original
 * @target: and the translation
 *
 * Returns: (transfer full): a difference, which weighs what its kind does
 */
ProseParityFinding *
prose_parity_finding_new (ProseParityKind kind,
                          const char *family,
                          const char *source,
                          const char *target)
{
  ProseParityFinding *self = g_new0 (ProseParityFinding, 1);

  self->kind = kind;
  self->family = g_strdup (family);
  self->weight = kinds[kind].weight;
  self->key = create_key (kind, family != NULL ? family : "", source, target);
  return self;
}

void
prose_parity_finding_free (ProseParityFinding *self)
{
  g_free (self->id);
  g_free (self->family);
  g_free (self->original);
  g_free (self->translation);
  g_free (self->source_words);
  g_free (self->target_words);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->form);
  g_free (self->message);
  g_free (self->key);
  g_free (self);
}

/**
 * prose_parity_finding_compare:
 * @self: a difference
 * @other: another one
 *
 * Returns: less than 0 if @self is told before @other: the gravest first, else in the order of
 *   the translation
 */
int
prose_parity_finding_compare (const ProseParityFinding *self, const ProseParityFinding *other)
{
  if (self->weight != other->weight)
    return self->weight > other->weight ? -1 : 1;
  if (self->target.start != other->target.start)
    return self->target.start < other->target.start ? -1 : 1;

  return (self->kind > other->kind) - (self->kind < other->kind);
}

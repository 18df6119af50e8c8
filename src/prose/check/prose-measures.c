/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-measures.h"

#define N_METERS G_N_ELEMENTS (((ProseMeasures *)NULL)->load)

/* Adds other to self, or takes it away if sign is -1. */
static void
accumulate (ProseMeasures *self, const ProseMeasures *other, gint sign)
{
  self->words += sign * other->words;
  self->sentences += sign * other->sentences;
  self->questions += sign * other->questions;
  self->exclamations += sign * other->exclamations;
  self->long_words += sign * other->long_words;
  self->units += sign * other->units;
  self->facts += sign * other->facts;
  self->reader += sign * other->reader;
  self->seller += sign * other->seller;
  self->invitations += sign * other->invitations;
  self->stacked_questions += sign * other->stacked_questions;
  self->hedged += sign * other->hedged;
  self->unchecked += sign * other->unchecked;
  for (guint i = 0; i < PROSE_N_ADDRESSES; i++)
    self->address[i] += sign * other->address[i];
  for (guint i = 0; i < PROSE_N_COVERAGES; i++)
    self->covered[i] += sign * other->covered[i];
  for (guint i = 0; i < N_METERS; i++)
    self->load[i] += sign * other->load[i];
}

void
prose_measures_add (ProseMeasures *self, const ProseMeasures *other)
{
  accumulate (self, other, 1);
}

void
prose_measures_subtract (ProseMeasures *self, const ProseMeasures *other)
{
  accumulate (self, other, -1);
}

/**
 * prose_measures_count_mixed_address:
 * @self: the measures of a text
 *
 * Returns: how often the text speaks to one reader in the form it uses less; 0 if it keeps
 *   to one
 */
gint64
prose_measures_count_mixed_address (const ProseMeasures *self)
{
  return MIN (self->address[PROSE_ADDRESS_FIRST], self->address[PROSE_ADDRESS_SECOND]);
}

/**
 * prose_measures_get_address:
 * @self: the measures of a text
 *
 * Returns: the form of address it uses most; the first, if it uses none
 */
guint
prose_measures_get_address (const ProseMeasures *self)
{
  guint most = 0;

  for (guint i = 1; i < PROSE_N_ADDRESSES; i++)
    if (self->address[i] > self->address[most])
      most = i;

  return most;
}

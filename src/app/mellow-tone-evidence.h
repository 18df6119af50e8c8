/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowToneEvidence:
 * @mark: a mark or a credit
 * @points: how much of its meter comes from it
 *
 * Something that moves a meter.
 */
typedef struct {
  ProseDiagnostic mark;
  double points;
} MellowToneEvidence;

char *mellow_tone_evidence_describe (const GArray *diagnostics, guint max_families);
GArray *mellow_tone_evidence_rank (const ProseMeasures *measures,
                                   const GArray *diagnostics,
                                   ProseMeter meter);

G_END_DECLS

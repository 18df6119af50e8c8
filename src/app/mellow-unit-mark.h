/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"

G_BEGIN_DECLS

/**
 * MellowUnitMark:
 * @span: the words, in bytes of a text of a unit
 * @severity: what it looks like
 *
 * A mark or a credit in the source or the target of a unit of translation.
 */
typedef struct {
  ProseSpan span;
  ProseSeverity severity;
} MellowUnitMark;

GArray *mellow_unit_marks_new (void);
void mellow_unit_marks_append (GArray *marks, const GArray *found);
void mellow_unit_marks_append_target (
    GArray *marks, MellowReview *review, const ProseCopy *copy, ProseSpan content, guint start);
PangoAttrList *mellow_unit_marks_create_attributes (const GArray *marks,
                                                    gboolean shows_credits,
                                                    gboolean is_dark,
                                                    gboolean has_contrast);

G_END_DECLS

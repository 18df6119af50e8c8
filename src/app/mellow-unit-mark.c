/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-unit-mark.h"

#include "mellow-mark-style.h"

/**
 * mellow_unit_marks_new:
 *
 * Returns: (transfer full) (element-type MellowUnitMark): an empty array
 */
GArray *
mellow_unit_marks_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (MellowUnitMark));
}

/**
 * mellow_unit_marks_append:
 * @marks: (element-type MellowUnitMark): an array
 * @found: (element-type ProseDiagnostic): what was found in a text
 *
 * Appends what was found.
 */
void
mellow_unit_marks_append (GArray *marks, const GArray *found)
{
  for (guint i = 0; i < found->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (found, ProseDiagnostic, i);
    MellowUnitMark mark = { diagnostic->span, diagnostic->rule->severity };

    g_array_append_val (marks, mark);
  }
}

static void
append_from_file (
    GArray *marks, GArray *found, const ProseCopy *copy, ProseSpan content, guint start)
{
  for (guint i = 0; i < found->len; i++) {
    ProseDiagnostic *diagnostic = &g_array_index (found, ProseDiagnostic, i);
    ProseSpan inside = { MAX (diagnostic->span.start, content.start),
                         MIN (diagnostic->span.end, content.end) };

    inside.end = MAX (inside.start, inside.end);
    diagnostic->span = prose_copy_from_source (copy, prose_span_shift (inside, -start));
  }
  mellow_unit_marks_append (marks, found);
}

/**
 * mellow_unit_marks_append_target:
 * @marks: (element-type MellowUnitMark): an array
 * @review: a review of a file
 * @copy: what a translation in it says, with runs in bytes of its block
 * @content: where it stands in the file
 * @start: where its block starts
 *
 * Appends the marks and credits that the review has for a translation. Those that another
 * text touches at its edge are left out.
 */
void
mellow_unit_marks_append_target (
    GArray *marks, MellowReview *review, const ProseCopy *copy, ProseSpan content, guint start)
{
  g_autoptr (GArray) credits = NULL;
  g_autoptr (GArray) found = NULL;

  if (prose_span_is_empty (content))
    return;

  credits = mellow_review_dup_credits (review, content);
  found = mellow_review_dup_marks (review, content);
  append_from_file (marks, credits, copy, content, start);
  append_from_file (marks, found, copy, content, start);
}

static void
add (PangoAttrList *list, ProseSpan span, PangoAttribute *attribute)
{
  attribute->start_index = span.start;
  attribute->end_index = span.end;
  pango_attr_list_change (list, attribute);
}

static guint16
widen (float part)
{
  return part * G_MAXUINT16;
}

static void
add_mark (PangoAttrList *list, const MellowUnitMark *mark, gboolean is_dark, gboolean has_contrast)
{
  const MellowMarkStyle *style = mellow_mark_style_get (mark->severity);
  guint16 r, g, b;
  GdkRGBA color;

  gdk_rgba_parse (&color, mellow_mark_style_get_color (mark->severity, is_dark, has_contrast));
  r = widen (color.red);
  g = widen (color.green);
  b = widen (color.blue);
  if (style->underline != PANGO_UNDERLINE_NONE) {
    add (list, mark->span, pango_attr_underline_new (style->underline));
    add (list, mark->span, pango_attr_underline_color_new (r, g, b));
  } else {
    add (list, mark->span, pango_attr_foreground_new (r, g, b));
  }
  if (style->has_tint) {
    add (list, mark->span, pango_attr_background_new (r, g, b));
    add (list, mark->span, pango_attr_background_alpha_new (MELLOW_MARK_TINT * G_MAXUINT16));
  }
}

/**
 * mellow_unit_marks_create_attributes:
 * @marks: (element-type MellowUnitMark): marks of a text
 * @shows_credits: whether soft phrases are shown, too
 * @is_dark: whether the background is dark
 * @has_contrast: whether the user wants more contrast
 *
 * Returns: (transfer full): how the text looks in a label, as it does where it is written
 */
PangoAttrList *
mellow_unit_marks_create_attributes (const GArray *marks,
                                     gboolean shows_credits,
                                     gboolean is_dark,
                                     gboolean has_contrast)
{
  PangoAttrList *list = pango_attr_list_new ();

  /* The graver severity comes later and so wins where two overlap. */
  for (guint severity = PROSE_SEVERITY_CREDIT; severity <= PROSE_SEVERITY_REMOVE; severity++)
    for (guint i = 0; i < marks->len; i++) {
      const MellowUnitMark *mark = &g_array_index (marks, MellowUnitMark, i);

      if (mark->severity == severity && !prose_span_is_empty (mark->span) &&
          (shows_credits || severity != PROSE_SEVERITY_CREDIT))
        add_mark (list, mark, is_dark, has_contrast);
    }
  return list;
}

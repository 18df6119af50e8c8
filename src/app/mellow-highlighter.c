/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-highlighter.h"

#include "mellow-mark-style.h"

#define N_SEVERITIES (PROSE_SEVERITY_REMOVE + 1)

/**
 * MellowHighlighter:
 *
 * Underlines the marks of a [class@Mellow.Review] in its buffer: one tag for
 * each severity. After an edit only tags that differ are touched, for each one
 * costs the layout of its line. Credits are drawn where they are asked for. In a very
 * long line only its beginning is underlined; of a formatted file what a reader sees, not
 * the tags in it.
 */
struct _MellowHighlighter {
  GObject parent_instance;

  MellowReview *review;
  GtkTextTag *tags[N_SEVERITIES];
  GtkTextTag *current_tag;
  gboolean visible;
  gboolean shows_credits;
  gboolean dark;
  gboolean high_contrast;
  gboolean is_tagging;
};

enum {
  PROP_0,
  PROP_VISIBLE,
  PROP_SHOWS_CREDITS,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowHighlighter, mellow_highlighter, G_TYPE_OBJECT)

static GtkTextBuffer *
get_text_buffer (MellowHighlighter *self)
{
  return GTK_TEXT_BUFFER (mellow_review_get_buffer (self->review));
}

/* Where the line at offset starts, and where the next one does. */
static ProseSpan
find_line (MellowHighlighter *self, guint offset)
{
  GtkTextIter iter;
  guint start;

  mellow_review_get_iter (self->review, offset, &iter);
  start = offset - gtk_text_iter_get_line_index (&iter);
  return (ProseSpan){ start, start + gtk_text_iter_get_bytes_in_line (&iter) };
}

/* Leaves out the marks far out in a very long line. They are of text within span. */
static void
drop_far_marks (MellowHighlighter *self, GArray *marks, ProseSpan span)
{
  ProseSpan line = { 0, 0 };
  guint n_kept = 0;

  if (prose_span_get_length (span) <= MELLOW_LONGEST_LINE)
    return;

  for (guint i = 0; i < marks->len; i++) {
    ProseDiagnostic mark = g_array_index (marks, ProseDiagnostic, i);

    if (mark.span.start >= line.end)
      line = find_line (self, mark.span.start);
    if (mark.span.start < line.start + MELLOW_LONGEST_LINE)
      g_array_index (marks, ProseDiagnostic, n_kept++) = mark;
  }
  g_array_set_size (marks, n_kept);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const ProseSpan *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* What a reader sees of the marks of one severity, in order. A mark may have another one
 * between its words: on the text of an image. */
static GArray *
list_runs (MellowHighlighter *self, const GArray *marks, ProseSeverity severity)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  gboolean is_sorted = TRUE;

  for (guint i = 0; i < marks->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, i);
    guint n = runs->len;

    if (mark->rule->severity == severity)
      prose_live_checker_append_runs (mellow_review_get_checker (self->review), mark->span, runs);
    is_sorted &= n == 0 || n == runs->len ||
                 compare_starts (&g_array_index (runs, ProseSpan, n - 1),
                                 &g_array_index (runs, ProseSpan, n)) <= 0;
  }
  if (!is_sorted)
    g_array_sort (runs, compare_starts);
  return runs;
}

/* Joins runs that meet or overlap: that is how a buffer keeps a tag. */
static void
join_runs (GArray *runs)
{
  guint n_kept = 0;

  for (guint i = 0; i < runs->len; i++) {
    ProseSpan run = g_array_index (runs, ProseSpan, i);
    ProseSpan *last = n_kept > 0 ? &g_array_index (runs, ProseSpan, n_kept - 1) : NULL;

    if (last != NULL && run.start <= last->end)
      last->end = MAX (last->end, run.end);
    else
      g_array_index (runs, ProseSpan, n_kept++) = run;
  }
  g_array_set_size (runs, n_kept);
}

static GArray *
get_wanted_runs (MellowHighlighter *self, const GArray *marks, ProseSeverity severity)
{
  GArray *runs = list_runs (self, marks, severity);

  join_runs (runs);
  return runs;
}

static GArray *
get_tagged_runs (MellowHighlighter *self, GtkTextTag *tag, ProseSpan span)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  GtkTextIter start, limit;

  mellow_review_get_iter (self->review, span.start, &start);
  mellow_review_get_iter (self->review, span.end, &limit);
  if (!gtk_text_iter_has_tag (&start, tag))
    gtk_text_iter_forward_to_tag_toggle (&start, tag);

  while (gtk_text_iter_compare (&start, &limit) < 0) {
    GtkTextIter end = start;
    ProseSpan run;

    gtk_text_iter_forward_to_tag_toggle (&end, tag);
    run.start = mellow_review_get_offset (self->review, &start);
    run.end = mellow_review_get_offset (self->review, &end);
    g_array_append_val (runs, run);
    start = end;
    if (!gtk_text_iter_forward_to_tag_toggle (&start, tag))
      break;
  }

  return runs;
}

static gboolean
is_same_run (GArray *a, guint i, GArray *b, guint j)
{
  ProseSpan run = g_array_index (a, ProseSpan, i);
  ProseSpan other = g_array_index (b, ProseSpan, j);

  return run.start == other.start && run.end == other.end;
}

static void
remove_tag (MellowHighlighter *self, GtkTextTag *tag, ProseSpan span)
{
  GtkTextIter start, end;

  mellow_review_get_iter (self->review, span.start, &start);
  mellow_review_get_iter (self->review, span.end, &end);
  gtk_text_buffer_remove_tag (get_text_buffer (self), tag, &start, &end);
}

static void
apply_tag (MellowHighlighter *self, GtkTextTag *tag, ProseSpan span)
{
  GtkTextIter start, end;

  mellow_review_get_iter (self->review, span.start, &start);
  mellow_review_get_iter (self->review, span.end, &end);
  self->is_tagging = TRUE;
  gtk_text_buffer_apply_tag (get_text_buffer (self), tag, &start, &end);
  self->is_tagging = FALSE;
}

/* Leaves the runs at both ends that are right already, and applies the others
 * from the last to the first: each look-up walks what is tagged before it. */
static void
retag (MellowHighlighter *self, GtkTextTag *tag, GArray *tagged, GArray *wanted)
{
  guint start = 0;
  guint n_tagged = tagged->len, n_wanted = wanted->len;

  while (start < MIN (n_tagged, n_wanted) && is_same_run (tagged, start, wanted, start))
    start++;
  while (MIN (n_tagged, n_wanted) > start &&
         is_same_run (tagged, n_tagged - 1, wanted, n_wanted - 1))
    n_tagged--, n_wanted--;

  if (n_tagged > start)
    remove_tag (self, tag,
                (ProseSpan){ g_array_index (tagged, ProseSpan, start).start,
                             g_array_index (tagged, ProseSpan, n_tagged - 1).end });
  while (n_wanted-- > start)
    apply_tag (self, tag, g_array_index (wanted, ProseSpan, n_wanted));
}

static void
retag_severity (MellowHighlighter *self,
                ProseSeverity severity,
                const GArray *marks,
                ProseSpan span)
{
  GtkTextTag *tag = self->tags[severity];
  g_autoptr (GArray) wanted = get_wanted_runs (self, marks, severity);
  g_autoptr (GArray) tagged = get_tagged_runs (self, tag, span);

  retag (self, tag, tagged, wanted);
}

static gboolean
is_space_between (MellowHighlighter *self, ProseSpan before, ProseSpan after)
{
  g_autofree char *between = NULL;

  if (after.start != before.end + 1)
    return FALSE;

  between = mellow_review_dup_text (self->review, (ProseSpan){ before.end, after.start });
  return *between == ' ';
}

/* Soft phrases that follow each other are one to the eye, without a notch. */
static void
join_neighbours (MellowHighlighter *self, GArray *credits)
{
  for (guint i = credits->len; i-- > 1;) {
    ProseDiagnostic *before = &g_array_index (credits, ProseDiagnostic, i - 1);
    const ProseDiagnostic *after = before + 1;

    if (!is_space_between (self, before->span, after->span))
      continue;
    before->span.end = after->span.end;
    g_array_remove_index (credits, i);
  }
}

static GArray *
dup_shown_credits (MellowHighlighter *self, ProseSpan span)
{
  GArray *credits;

  if (!self->shows_credits)
    return g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));

  credits = mellow_review_dup_credits (self->review, span);
  join_neighbours (self, credits);
  return credits;
}

static void
retag_credits (MellowHighlighter *self, ProseSpan span)
{
  g_autoptr (GArray) credits = dup_shown_credits (self, span);

  drop_far_marks (self, credits, span);
  retag_severity (self, PROSE_SEVERITY_CREDIT, credits, span);
}

static void
retag_span (MellowHighlighter *self, ProseSpan span)
{
  g_autoptr (GArray) marks = mellow_review_dup_marks (self->review, span);

  drop_far_marks (self, marks, span);
  for (guint i = PROSE_SEVERITY_NOTE; i < N_SEVERITIES; i++)
    retag_severity (self, i, marks, span);
  if (self->shows_credits)
    retag_credits (self, span);
}

static void
on_changed (MellowHighlighter *self, const ProseLiveChange *change)
{
  retag_span (self, change->span);
}

static gboolean
owns_tag (MellowHighlighter *self, GtkTextTag *tag)
{
  for (guint i = 0; i < N_SEVERITIES; i++)
    if (self->tags[i] == tag)
      return TRUE;

  return tag == self->current_tag;
}

/* A pasted phrase brings its underline along, which may be wrong in its new
 * place. */
static void
on_apply_tag (MellowHighlighter *self, GtkTextTag *tag)
{
  if (!self->is_tagging && owns_tag (self, tag))
    g_signal_stop_emission_by_name (get_text_buffer (self), "apply-tag");
}

/* Tags that colour the markup come later; marks stay the loudest. */
static void
stay_on_top (MellowHighlighter *self, GtkTextTag *added)
{
  int top =
      gtk_text_tag_table_get_size (gtk_text_buffer_get_tag_table (get_text_buffer (self))) - 1;

  if (owns_tag (self, added))
    return;

  for (guint i = 0; i < N_SEVERITIES; i++)
    gtk_text_tag_set_priority (self->tags[i], top);
  gtk_text_tag_set_priority (self->current_tag, top);
}

static GdkRGBA
parse_color (const char *text, double alpha)
{
  GdkRGBA color;

  gdk_rgba_parse (&color, text);
  color.alpha = alpha;

  return color;
}

/* A credit is told by the colour of its letters, a mark by a line. */
static void
style_tag (MellowHighlighter *self, ProseSeverity severity)
{
  const MellowMarkStyle *style = mellow_mark_style_get (severity);
  const char *name = mellow_mark_style_get_color (severity, self->dark, self->high_contrast);
  GdkRGBA color = parse_color (name, 1.0);
  GdkRGBA tint = parse_color (name, MELLOW_MARK_TINT);

  g_object_set (self->tags[severity], "underline",
                self->visible ? style->underline : PANGO_UNDERLINE_NONE, "underline-rgba", &color,
                "background-rgba", self->visible && style->has_tint ? &tint : NULL, NULL);
  if (severity == PROSE_SEVERITY_CREDIT)
    g_object_set (self->tags[severity], "foreground-rgba", self->visible ? &color : NULL, NULL);
}

static void
style_tags (MellowHighlighter *self)
{
  GdkRGBA glow = parse_color (self->dark ? "#ffffff" : "#000000", 0.07);

  for (guint i = 0; i < N_SEVERITIES; i++)
    style_tag (self, i);

  g_object_set (self->current_tag, "background-rgba", self->visible ? &glow : NULL, NULL);
}

static GtkTextTag *
create_tag (MellowHighlighter *self, const char *name)
{
  return gtk_text_buffer_create_tag (get_text_buffer (self), name, NULL);
}

/* The graver severity is created later and so wins where two overlap. */
static void
create_tags (MellowHighlighter *self)
{
  for (guint i = 0; i < N_SEVERITIES; i++)
    self->tags[i] = create_tag (self, mellow_mark_style_get (i)->css_class);

  self->current_tag = create_tag (self, "mark_current");
}

static void
mellow_highlighter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowHighlighter *self = MELLOW_HIGHLIGHTER (object);

  switch (id) {
  case PROP_VISIBLE:
    g_value_set_boolean (value, self->visible);
    break;
  case PROP_SHOWS_CREDITS:
    g_value_set_boolean (value, self->shows_credits);
    break;
  case PROP_DARK:
    g_value_set_boolean (value, self->dark);
    break;
  case PROP_HIGH_CONTRAST:
    g_value_set_boolean (value, self->high_contrast);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_highlighter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MellowHighlighter *self = MELLOW_HIGHLIGHTER (object);

  switch (id) {
  case PROP_VISIBLE:
    mellow_highlighter_set_visible (self, g_value_get_boolean (value));
    break;
  case PROP_SHOWS_CREDITS:
    mellow_highlighter_set_shows_credits (self, g_value_get_boolean (value));
    break;
  case PROP_DARK:
    mellow_highlighter_set_dark (self, g_value_get_boolean (value));
    break;
  case PROP_HIGH_CONTRAST:
    mellow_highlighter_set_high_contrast (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_highlighter_dispose (GObject *object)
{
  g_clear_object (&MELLOW_HIGHLIGHTER (object)->review);

  G_OBJECT_CLASS (mellow_highlighter_parent_class)->dispose (object);
}

static void
mellow_highlighter_class_init (MellowHighlighterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mellow_highlighter_get_property;
  object_class->set_property = mellow_highlighter_set_property;
  object_class->dispose = mellow_highlighter_dispose;

  properties[PROP_VISIBLE] = g_param_spec_boolean ("visible", NULL, NULL, TRUE, flags);
  properties[PROP_SHOWS_CREDITS] = g_param_spec_boolean ("shows-credits", NULL, NULL, FALSE, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mellow_highlighter_init (MellowHighlighter *self)
{
  self->visible = TRUE;
}

/**
 * mellow_highlighter_new:
 * @review: the marks to underline
 *
 * Returns: (transfer full): a highlighter that follows @review
 */
MellowHighlighter *
mellow_highlighter_new (MellowReview *review)
{
  MellowHighlighter *self;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);

  self = g_object_new (MELLOW_TYPE_HIGHLIGHTER, NULL);
  self->review = g_object_ref (review);
  buffer = get_text_buffer (self);

  create_tags (self);
  style_tags (self);
  retag_span (self, mellow_review_get_whole (review));

  g_signal_connect_object (review, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_buffer_get_tag_table (buffer), "tag-added",
                           G_CALLBACK (stay_on_top), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "apply-tag", G_CALLBACK (on_apply_tag), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_highlighter_get_tag:
 * @self: a highlighter
 * @severity: a severity
 *
 * Returns: (transfer none): the tag that draws it
 */
GtkTextTag *
mellow_highlighter_get_tag (MellowHighlighter *self, ProseSeverity severity)
{
  g_return_val_if_fail (MELLOW_IS_HIGHLIGHTER (self), NULL);
  g_return_val_if_fail (severity < N_SEVERITIES, NULL);

  return self->tags[severity];
}

/**
 * mellow_highlighter_set_visible:
 * @self: a highlighter
 * @visible: whether marks are seen
 */
void
mellow_highlighter_set_visible (MellowHighlighter *self, gboolean visible)
{
  g_return_if_fail (MELLOW_IS_HIGHLIGHTER (self));

  if (self->visible == visible)
    return;

  self->visible = visible;
  style_tags (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE]);
}

/**
 * mellow_highlighter_set_shows_credits:
 * @self: a highlighter
 * @shows_credits: whether soft phrases are shown, too
 */
void
mellow_highlighter_set_shows_credits (MellowHighlighter *self, gboolean shows_credits)
{
  g_return_if_fail (MELLOW_IS_HIGHLIGHTER (self));

  if (self->shows_credits == shows_credits)
    return;

  self->shows_credits = shows_credits;
  retag_credits (self, mellow_review_get_whole (self->review));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_CREDITS]);
}

/**
 * mellow_highlighter_set_dark:
 * @self: a highlighter
 * @dark: whether the text stands on a dark background
 */
void
mellow_highlighter_set_dark (MellowHighlighter *self, gboolean dark)
{
  g_return_if_fail (MELLOW_IS_HIGHLIGHTER (self));

  if (self->dark == dark)
    return;

  self->dark = dark;
  style_tags (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
}

/**
 * mellow_highlighter_set_high_contrast:
 * @self: a highlighter
 * @high_contrast: whether the user wants more contrast
 */
void
mellow_highlighter_set_high_contrast (MellowHighlighter *self, gboolean high_contrast)
{
  g_return_if_fail (MELLOW_IS_HIGHLIGHTER (self));

  if (self->high_contrast == high_contrast)
    return;

  self->high_contrast = high_contrast;
  style_tags (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}

/**
 * mellow_highlighter_set_current:
 * @self: a highlighter
 * @span: the phrase that the panel speaks of; empty for none
 */
void
mellow_highlighter_set_current (MellowHighlighter *self, ProseSpan span)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  g_autoptr (GArray) tagged = NULL;

  g_return_if_fail (MELLOW_IS_HIGHLIGHTER (self));

  if (!prose_span_is_empty (span))
    prose_live_checker_append_runs (mellow_review_get_checker (self->review), span, wanted);
  tagged = get_tagged_runs (self, self->current_tag, mellow_review_get_whole (self->review));
  retag (self, self->current_tag, tagged, wanted);
}

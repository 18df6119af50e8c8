/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tone-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mellow-mark-style.h"

#define WIDTH 24

/* The bars of Pressure grow from one edge of the strip, those of credits from the
 * other one; together they leave a gap. */
#define PRESSURE_WIDTH 12.0
#define CREDIT_WIDTH 6.0
#define EDGE 2.0

/* The load, in hundredths of a weight, that has a bar grow to two thirds; no load makes
 * it longer than it may be. */
#define MUCH 1500.0

/* Beside the text the colours are paler than in it. */
#define OPACITY 0.8

/* A bar is so long at least, in pixels: a little Pressure is seen, too. */
#define SHORTEST 3.0

/* What would be lower than that shares a bar with what follows, in pixels. */
#define LOWEST 3.0

/* Between two bars. */
#define GAP 1.0

/* What an edit changes is looked at when the writer pauses for so long, in
 * milliseconds. */
#define PAUSE 150

/* A paragraph of the text, or several that share a bar. */
typedef struct {
  double start; /* in pixels from the top of the text */
  double end;
  double pressure; /* 0 to 1 */
  double credits;  /* 0 to 1 */
  ProseSeverity gravest;
} Bar;

/**
 * MellowToneStrip:
 *
 * The page at a glance, beside the text: a calm bar for the tone of each paragraph, at
 * its place, and what part of the text is in view. It scrolls the text.
 *
 * It holds as many bars as it has room for, however long the text is, and looks at the
 * text when the writer pauses.
 */
struct _MellowToneStrip {
  GtkWidget parent_instance;

  GtkTextView *view;         /* weak */
  GtkAdjustment *adjustment; /* (nullable): of the view */
  MellowReview *review;      /* (nullable) */
  GArray *bars;
  guint source;
};

G_DEFINE_FINAL_TYPE (MellowToneStrip, mellow_tone_strip, GTK_TYPE_WIDGET)

/* --- places --- */

/* Pixels of the strip for one of the text. A text with room to spare stands beside its
 * bars. */
static double
get_scale (MellowToneStrip *self)
{
  double upper = gtk_adjustment_get_upper (self->adjustment);

  return upper > 0 ? gtk_widget_get_height (GTK_WIDGET (self)) / upper : 0;
}

static double
get_top (MellowToneStrip *self, const GtkTextIter *iter)
{
  int y, height;

  gtk_text_view_get_line_yrange (self->view, iter, &y, &height);
  return y + gtk_text_view_get_top_margin (self->view);
}

static double
get_bottom (MellowToneStrip *self, const GtkTextIter *iter)
{
  int y, height;

  gtk_text_view_get_line_yrange (self->view, iter, &y, &height);
  return y + height + gtk_text_view_get_top_margin (self->view);
}

/* Where the paragraphs of span end. Empty lines behind them are none of them. */
static double
find_bottom (MellowToneStrip *self, ProseSpan span)
{
  GtkTextIter last;

  mellow_review_get_iter (self->review, span.end, &last);
  while (gtk_text_iter_starts_line (&last) && gtk_text_iter_backward_char (&last) &&
         mellow_review_get_offset (self->review, &last) > span.start)
    ;

  return get_bottom (self, &last);
}

/* The paragraphs from start on that share a bar. */
static ProseSpan
find_span (MellowToneStrip *self, guint start, double top, double scale)
{
  double lowest = top + LOWEST / scale;
  ProseSpan span, last;
  GtkTextIter iter;

  mellow_review_find_paragraph (self->review, start, &span);
  if (find_bottom (self, span) >= lowest)
    return span;

  gtk_text_view_get_line_at_y (self->view, &iter,
                               lowest - gtk_text_view_get_top_margin (self->view), NULL);
  mellow_review_find_paragraph (self->review, mellow_review_get_offset (self->review, &iter),
                                &last);
  span.end = MAX (span.end, last.start);
  return span;
}

/* --- bars --- */

static double
get_length (gint64 load)
{
  return 1 - exp (-load / MUCH);
}

static Bar
create_bar (MellowToneStrip *self, ProseSpan span, double top)
{
  ProseSeverity gravest;
  ProseMeasures measures =
      prose_live_checker_measure (mellow_review_get_checker (self->review), span, &gravest);

  return (Bar){ .start = top,
                .end = find_bottom (self, span),
                .pressure = get_length (measures.load[PROSE_METER_PRESSURE]),
                .credits = get_length (measures.load[PROSE_METER_WARMTH] +
                                       measures.load[PROSE_METER_INFORMATION]),
                .gravest = gravest };
}

static void
build_bars (MellowToneStrip *self)
{
  guint length = mellow_review_get_length (self->review);
  double scale = get_scale (self);

  g_array_set_size (self->bars, 0);
  for (guint start = 0; start < length && scale > 0;) {
    GtkTextIter iter;
    ProseSpan span;
    double top;
    Bar bar;

    mellow_review_get_iter (self->review, start, &iter);
    top = get_top (self, &iter);
    span = find_span (self, start, top, scale);
    bar = create_bar (self, span, top);
    if (bar.pressure > 0 || bar.credits > 0)
      g_array_append_val (self->bars, bar);
    start = MAX (span.end, start + 1);
  }
}

static const Bar *
get_bar (MellowToneStrip *self, guint i)
{
  return &g_array_index (self->bars, Bar, i);
}

/* What it shows, for who does not see it. */
static void
describe (MellowToneStrip *self)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    n += get_bar (self, i)->pressure > 0;
  text = g_strdup_printf (
      ngettext ("%u part of the text has Pressure", "%u parts of the text have Pressure", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static gboolean
look (gpointer user_data)
{
  MellowToneStrip *self = user_data;

  self->source = 0;
  if (self->view != NULL) {
    build_bars (self);
    describe (self);
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
  return G_SOURCE_REMOVE;
}

/* Hidden, it costs nothing. */
static void
look_soon (MellowToneStrip *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->review != NULL)
    self->source = g_timeout_add (PAUSE, look, self);
}

static void
mellow_tone_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mellow_tone_strip_parent_class)->map (widget);
  look_soon (MELLOW_TONE_STRIP (widget));
}

static void
mellow_tone_strip_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MELLOW_TONE_STRIP (widget)->source, g_source_remove);
  GTK_WIDGET_CLASS (mellow_tone_strip_parent_class)->unmap (widget);
}

static void
mellow_tone_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  look_soon (MELLOW_TONE_STRIP (widget));
}

/* --- looks --- */

static GdkRGBA
get_color (MellowToneStrip *self, ProseSeverity severity)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color = { 0 };

  gtk_style_context_lookup_color (context, mellow_mark_style_get (severity)->css_class, &color);
  return color;
}

/* A bar of that length, from the start of the strip on or back from its end. */
static void
append_bar (
    MellowToneStrip *self, GtkSnapshot *snapshot, const Bar *bar, double length, gboolean at_end)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double scale = get_scale (self), top = bar->start * scale;
  double height = MAX (bar->end * scale - top - GAP, LOWEST - GAP);
  double x = at_end != is_mirrored ? WIDTH - EDGE - length : EDGE;
  GdkRGBA color = get_color (self, at_end ? PROSE_SEVERITY_CREDIT : bar->gravest);

  color.alpha = OPACITY;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, top, length, height));
}

static void
append_bars (MellowToneStrip *self, GtkSnapshot *snapshot, const Bar *bar)
{
  if (bar->gravest != PROSE_SEVERITY_CREDIT)
    append_bar (self, snapshot, bar, MAX (SHORTEST, PRESSURE_WIDTH * bar->pressure), FALSE);
  if (bar->credits > 0)
    append_bar (self, snapshot, bar, MAX (SHORTEST, CREDIT_WIDTH * bar->credits), TRUE);
}

/* The part in view, as a pane of glass. */
static void
append_view (MellowToneStrip *self, GtkSnapshot *snapshot)
{
  double scale = get_scale (self);
  double top = gtk_adjustment_get_value (self->adjustment) * scale;
  double height = gtk_adjustment_get_page_size (self->adjustment) * scale;
  GskRoundedRect outline;
  GdkRGBA color;

  if (gtk_adjustment_get_page_size (self->adjustment) >=
      gtk_adjustment_get_upper (self->adjustment))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, top, WIDTH, height), 4);
  color.alpha = 0.1;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  color.alpha = 0.3;
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
mellow_tone_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MellowToneStrip *self = MELLOW_TONE_STRIP (widget);

  if (self->adjustment == NULL)
    return;

  for (guint i = 0; i < self->bars->len; i++)
    append_bars (self, snapshot, get_bar (self, i));
  append_view (self, snapshot);
}

static void
mellow_tone_strip_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

/* --- scrolling --- */

/* Puts what is at y of the strip into the middle of the view. */
static void
scroll_to (MellowToneStrip *self, double y)
{
  double scale = get_scale (self);

  if (scale > 0)
    gtk_adjustment_set_value (self->adjustment,
                              y / scale - gtk_adjustment_get_page_size (self->adjustment) / 2);
}

static void
on_drag_begin (MellowToneStrip *self, double x, double y)
{
  scroll_to (self, y);
}

static void
on_drag_update (MellowToneStrip *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    scroll_to (self, y + dy);
}

static void
add_drag (MellowToneStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* --- the widget --- */

static void
mellow_tone_strip_dispose (GObject *object)
{
  MellowToneStrip *self = MELLOW_TONE_STRIP (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (mellow_tone_strip_parent_class)->dispose (object);
}

static void
mellow_tone_strip_finalize (GObject *object)
{
  g_array_unref (MELLOW_TONE_STRIP (object)->bars);

  G_OBJECT_CLASS (mellow_tone_strip_parent_class)->finalize (object);
}

static void
mellow_tone_strip_class_init (MellowToneStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_tone_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_tone_strip_finalize;
  widget_class->map = mellow_tone_strip_map;
  widget_class->unmap = mellow_tone_strip_unmap;
  widget_class->measure = mellow_tone_strip_measure;
  widget_class->size_allocate = mellow_tone_strip_size_allocate;
  widget_class->snapshot = mellow_tone_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "tonestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mellow_tone_strip_init (MellowToneStrip *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  add_drag (self);
}

/**
 * mellow_tone_strip_attach:
 * @self: a strip
 * @view: the text beside it, in a scrolled window
 * @review: what was found in that text
 */
void
mellow_tone_strip_attach (MellowToneStrip *self, GtkTextView *view, MellowReview *review)
{
  g_return_if_fail (MELLOW_IS_TONE_STRIP (self));
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (MELLOW_IS_REVIEW (review));
  g_return_if_fail (self->review == NULL);

  g_set_weak_pointer (&self->view, view);
  self->review = g_object_ref (review);
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  g_signal_connect_object (review, "changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (look_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  look_soon (self);
}

/**
 * mellow_tone_strip_to_string:
 * @self: a strip
 *
 * Returns: (transfer full): its bars from the top, for tests: `pressure 45, credit, …`
 */
char *
mellow_tone_strip_to_string (MellowToneStrip *self)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (MELLOW_IS_TONE_STRIP (self), NULL);

  for (guint i = 0; i < self->bars->len; i++) {
    const Bar *bar = get_bar (self, i);

    g_string_append_printf (
        line, "%s%s %.0f", i > 0 ? ", " : "", prose_severity_to_string (bar->gravest),
        100 * (bar->gravest != PROSE_SEVERITY_CREDIT ? bar->pressure : bar->credits));
  }
  return g_string_free (line, FALSE);
}

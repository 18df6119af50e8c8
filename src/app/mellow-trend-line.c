/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-trend-line.h"

#define HEIGHT 36
#define NATURAL_WIDTH 160

/* Room for the ends of the line. */
#define INSET 3.0

/**
 * MellowTrendLine:
 *
 * A small line of how Pressure moved, the newest at the end.
 */
struct _MellowTrendLine {
  GtkWidget parent_instance;

  MellowToneTrend *trend; /* (nullable) */
  gulong changed_handler;
};

G_DEFINE_FINAL_TYPE (MellowTrendLine, mellow_trend_line, GTK_TYPE_WIDGET)

static const MellowToneSample *
get_sample (MellowTrendLine *self, guint i)
{
  return &g_array_index (mellow_tone_trend_get_samples (self->trend), MellowToneSample, i);
}

static guint
count_samples (MellowTrendLine *self)
{
  return self->trend != NULL ? mellow_tone_trend_get_samples (self->trend)->len : 0;
}

/* Its place, in parts of the width and of the height. */
static graphene_point_t
find_place (MellowTrendLine *self, const MellowToneSample *sample)
{
  double first = get_sample (self, 0)->time;
  double length = get_sample (self, count_samples (self) - 1)->time - first;
  double x = length > 0 ? (sample->time - first) / length : 1;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = 1 - x;

  return GRAPHENE_POINT_INIT (x, 1 - sample->pressure / 100);
}

static void
draw_line (MellowTrendLine *self, cairo_t *cairo, double width, double height)
{
  graphene_point_t place = { 0, 0 };

  for (guint i = 0; i < count_samples (self); i++) {
    place = find_place (self, get_sample (self, i));
    cairo_line_to (cairo, INSET + place.x * width, INSET + place.y * height);
  }
  cairo_set_line_width (cairo, 1.5);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cairo);
  cairo_arc (cairo, INSET + place.x * width, INSET + place.y * height, 2.5, 0, 2 * G_PI);
  cairo_fill (cairo);
}

/* The style sheet gives its colour. */
static void
mellow_trend_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MellowTrendLine *self = MELLOW_TREND_LINE (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cairo;
  GdkRGBA color;

  if (count_samples (self) < 2)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_cairo_set_source_rgba (cairo, &color);
  draw_line (self, cairo, width - 2 * INSET, height - 2 * INSET);
  cairo_destroy (cairo);
}

static void
mellow_trend_line_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
update (MellowTrendLine *self)
{
  g_autofree char *text = self->trend != NULL ? mellow_tone_trend_describe (self->trend) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mellow_trend_line_dispose (GObject *object)
{
  MellowTrendLine *self = MELLOW_TREND_LINE (object);

  if (self->trend != NULL)
    g_clear_signal_handler (&self->changed_handler, self->trend);
  g_clear_object (&self->trend);

  G_OBJECT_CLASS (mellow_trend_line_parent_class)->dispose (object);
}

static void
mellow_trend_line_class_init (MellowTrendLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_trend_line_dispose;
  widget_class->snapshot = mellow_trend_line_snapshot;
  widget_class->measure = mellow_trend_line_measure;
  gtk_widget_class_set_css_name (widget_class, "trendline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mellow_trend_line_init (MellowTrendLine *self)
{
}

/**
 * mellow_trend_line_set_trend:
 * @self: a line
 * @trend: what it shows
 */
void
mellow_trend_line_set_trend (MellowTrendLine *self, MellowToneTrend *trend)
{
  g_return_if_fail (MELLOW_IS_TREND_LINE (self));
  g_return_if_fail (MELLOW_IS_TONE_TREND (trend));

  if (self->trend != NULL)
    g_clear_signal_handler (&self->changed_handler, self->trend);
  g_set_object (&self->trend, trend);
  self->changed_handler = g_signal_connect_swapped (trend, "changed", G_CALLBACK (update), self);
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-trend-line.h"

#include <math.h>

#define HEIGHT 36
#define HEIGHT_OF_VERSIONS 72
#define NATURAL_WIDTH 160

/* Room for the ends of the line. */
#define INSET 5.0

/* The part of the width that versions have, where the writing has the rest. */
#define PAST_PART 0.45

#define NONE -1

/**
 * MellowTrendLine:
 *
 * A small line of how Pressure moved, the newest at the end: from version to version
 * that was kept, and while it was written. It may show the versions alone, with their
 * Warmth as a dashed line. The arrow keys and the pointer go from version to version,
 * and Return leads to their list.
 */
struct _MellowTrendLine {
  GtkWidget parent_instance;

  MellowToneTrend *trend; /* (nullable) */
  gulong changed_handler;
  gboolean versions_only;
  int selected; /* a version; behind the last one for now; NONE */
  char *text;   /* (nullable): what that is, in words */
};

enum {
  PROP_0,
  PROP_TEXT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowTrendLine, mellow_trend_line, GTK_TYPE_WIDGET)

/* --- where things are --- */

static const MellowToneSample *
get_sample (MellowTrendLine *self, guint i)
{
  return &g_array_index (mellow_tone_trend_get_samples (self->trend), MellowToneSample, i);
}

static guint
count_samples (MellowTrendLine *self)
{
  return self->trend != NULL && !self->versions_only
             ? mellow_tone_trend_get_samples (self->trend)->len
             : 0;
}

static guint
count_versions (MellowTrendLine *self)
{
  return self->trend != NULL ? mellow_tone_trend_get_past (self->trend)->len : 0;
}

/* A version, or behind the last one the text as it is now. */
static MellowTonePoint
get_point (MellowTrendLine *self, guint i)
{
  const GPtrArray *past = mellow_tone_trend_get_past (self->trend);

  return i < past->len ? *(MellowTonePoint *)past->pdata[i]
                       : mellow_tone_trend_get_now (self->trend);
}

/* Where the writing begins, in parts of the width. */
static double
get_border (MellowTrendLine *self)
{
  if (count_versions (self) == 0)
    return 0;

  return count_samples (self) >= 2 ? PAST_PART : 1;
}

static graphene_point_t
find_place (MellowTrendLine *self, double x, double value)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * INSET;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * INSET;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = 1 - x;

  return GRAPHENE_POINT_INIT (INSET + x * width, INSET + (1 - value / 100) * height);
}

/* Versions stand in even steps: how long a pause was tells nothing of the text. Now is
 * at the end of the writing. */
static double
find_x (MellowTrendLine *self, guint i)
{
  guint n = count_versions (self);

  return i < n ? get_border (self) * i / n : 1;
}

static graphene_point_t
find_sample (MellowTrendLine *self, guint i)
{
  double first = get_sample (self, 0)->time;
  double length = get_sample (self, count_samples (self) - 1)->time - first;
  double x = length > 0 ? (get_sample (self, i)->time - first) / length : 1;
  double border = get_border (self);

  return find_place (self, border + (1 - border) * x, get_sample (self, i)->pressure);
}

/* --- drawing --- */

static void
draw_dot (cairo_t *cairo, graphene_point_t place, double radius)
{
  cairo_arc (cairo, place.x, place.y, radius, 0, 2 * G_PI);
  cairo_fill (cairo);
}

static void
draw_square (cairo_t *cairo, graphene_point_t place)
{
  cairo_rectangle (cairo, place.x - 2.5, place.y - 2.5, 5, 5);
  cairo_fill (cairo);
}

static void
draw_writing (MellowTrendLine *self, cairo_t *cairo)
{
  graphene_point_t place = { 0, 0 };

  for (guint i = 0; i < count_samples (self); i++) {
    place = find_sample (self, i);
    cairo_line_to (cairo, place.x, place.y);
  }
  cairo_stroke (cairo);
  draw_dot (cairo, place, 2.5);
}

static graphene_point_t
find_point (MellowTrendLine *self, guint i, gboolean is_warmth)
{
  MellowTonePoint point = get_point (self, i);

  return find_place (self, find_x (self, i), is_warmth ? point.warmth : point.pressure);
}

/* From version to version, and to where the writing begins. */
static void
draw_versions (MellowTrendLine *self, cairo_t *cairo, gboolean is_warmth)
{
  guint n = count_versions (self);
  gboolean is_written = count_samples (self) >= 2;
  graphene_point_t end = is_written ? find_sample (self, 0) : find_point (self, n, is_warmth);

  for (guint i = 0; i < n; i++) {
    graphene_point_t place = find_point (self, i, is_warmth);

    cairo_line_to (cairo, place.x, place.y);
  }
  cairo_line_to (cairo, end.x, end.y);
  cairo_stroke (cairo);
  for (guint i = 0; i < n + !is_written; i++) {
    if (is_warmth)
      draw_square (cairo, find_point (self, i, TRUE));
    else
      draw_dot (cairo, find_point (self, i, FALSE), 3);
  }
}

static void
draw_selected (MellowTrendLine *self, cairo_t *cairo)
{
  graphene_point_t place = find_point (self, self->selected, FALSE);

  cairo_arc (cairo, place.x, place.y, 4.5, 0, 2 * G_PI);
  cairo_stroke (cairo);
}

static void
draw_warmth (MellowTrendLine *self, cairo_t *cairo)
{
  static const double dashes[] = { 4, 3 };
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "mark_credit", &color))
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gdk_cairo_set_source_rgba (cairo, &color);
  cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  draw_versions (self, cairo, TRUE);
  cairo_set_dash (cairo, NULL, 0, 0);
}

static void
draw (MellowTrendLine *self, cairo_t *cairo)
{
  GdkRGBA color;

  cairo_set_line_width (cairo, 1.5);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  if (self->versions_only)
    draw_warmth (self, cairo);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gdk_cairo_set_source_rgba (cairo, &color);
  if (count_versions (self) > 0)
    draw_versions (self, cairo, FALSE);
  if (count_samples (self) >= 2)
    draw_writing (self, cairo);
  if (self->selected != NONE)
    draw_selected (self, cairo);
}

/* The style sheet gives its colour. */
static void
mellow_trend_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MellowTrendLine *self = MELLOW_TREND_LINE (widget);
  cairo_t *cairo;

  if (count_versions (self) == 0 && count_samples (self) < 2)
    return;

  cairo =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                gtk_widget_get_height (widget)));
  draw (self, cairo);
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
  int height = MELLOW_TREND_LINE (widget)->versions_only ? HEIGHT_OF_VERSIONS : HEIGHT;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? HEIGHT : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : height;
}

/* --- from version to version --- */

static void
describe_selected (MellowTrendLine *self)
{
  g_autofree char *text = NULL;

  if (self->selected != NONE) {
    MellowTonePoint point = get_point (self, self->selected);

    text = mellow_tone_point_describe (&point);
  }
  if (g_strcmp0 (text, self->text) == 0)
    return;

  g_free (self->text);
  self->text = g_steal_pointer (&text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->text != NULL ? self->text : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
select_point (MellowTrendLine *self, int i)
{
  int n = count_versions (self);

  self->selected = n == 0 || i == NONE ? NONE : CLAMP (i, 0, n);
  describe_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
find_nearest (MellowTrendLine *self, double x)
{
  int nearest = NONE;

  for (guint i = 0; i <= count_versions (self) && count_versions (self) > 0; i++)
    if (nearest == NONE || fabs (find_place (self, find_x (self, i), 0).x - x) <
                               fabs (find_place (self, find_x (self, nearest), 0).x - x))
      nearest = i;

  return nearest;
}

static gboolean
mellow_trend_line_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  MellowTrendLine *self = MELLOW_TREND_LINE (widget);
  int i = is_keyboard ? self->selected : find_nearest (self, x);
  MellowTonePoint point;
  graphene_point_t place;
  g_autofree char *text = NULL;

  if (i == NONE)
    return FALSE;

  point = get_point (self, i);
  place = find_point (self, i, FALSE);
  text = mellow_tone_point_describe (&point);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ place.x - 4, place.y - 4, 8, 8 });
  return TRUE;
}

/* Left is left in every script. */
static gboolean
on_step (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MellowTrendLine *self = MELLOW_TREND_LINE (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int step = g_variant_get_int32 (arguments);

  if (count_versions (self) == 0)
    return GDK_EVENT_PROPAGATE;

  select_point (self, self->selected + (is_mirrored ? -step : step));
  return GDK_EVENT_STOP;
}

static gboolean
on_end (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MellowTrendLine *self = MELLOW_TREND_LINE (widget);

  select_point (self, g_variant_get_int32 (arguments) < 0 ? 0 : (int)count_versions (self));
  return GDK_EVENT_STOP;
}

/* Whoever comes by the keyboard stands on something. */
static void
on_focus (MellowTrendLine *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    select_point (self, NONE);
  else if (self->selected == NONE)
    select_point (self, count_versions (self));
}

static void
on_clicked (MellowTrendLine *self)
{
  if (count_versions (self) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-snapshots", NULL);
}

/* --- the widget --- */

static void
update (MellowTrendLine *self)
{
  g_autofree char *past =
      self->trend != NULL ? mellow_tone_trend_describe_past (self->trend) : NULL;
  g_autofree char *text =
      self->trend != NULL && !self->versions_only ? mellow_tone_trend_describe (self->trend) : NULL;
  const char *label = text != NULL ? text : past != NULL ? past : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_focusable (GTK_WIDGET (self), count_versions (self) > 0);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), count_versions (self) > 0);
  if (self->selected > (int)count_versions (self) || count_versions (self) == 0)
    self->selected = NONE;
  describe_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mellow_trend_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_TEXT:
    g_value_set_string (value, MELLOW_TREND_LINE (object)->text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_trend_line_finalize (GObject *object)
{
  g_free (MELLOW_TREND_LINE (object)->text);

  G_OBJECT_CLASS (mellow_trend_line_parent_class)->finalize (object);
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

  G_OBJECT_CLASS (klass)->get_property = mellow_trend_line_get_property;
  G_OBJECT_CLASS (klass)->dispose = mellow_trend_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_trend_line_finalize;
  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  widget_class->snapshot = mellow_trend_line_snapshot;
  widget_class->measure = mellow_trend_line_measure;
  widget_class->query_tooltip = mellow_trend_line_query_tooltip;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_step, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_step, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_end, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_end, "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "win.show-snapshots", NULL);
  gtk_widget_class_set_css_name (widget_class, "trendline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mellow_trend_line_init (MellowTrendLine *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->selected = NONE;
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus), NULL);
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
  self->selected = NONE;
  self->changed_handler = g_signal_connect_swapped (trend, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * mellow_trend_line_get_text:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the version that the user is at, in words
 */
const char *
mellow_trend_line_get_text (MellowTrendLine *self)
{
  g_return_val_if_fail (MELLOW_IS_TREND_LINE (self), NULL);

  return self->text;
}

/**
 * mellow_trend_line_set_versions_only:
 * @self: a line
 * @versions_only: whether it shows the versions alone, with their Warmth
 */
void
mellow_trend_line_set_versions_only (MellowTrendLine *self, gboolean versions_only)
{
  g_return_if_fail (MELLOW_IS_TREND_LINE (self));

  self->versions_only = versions_only;
  update (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

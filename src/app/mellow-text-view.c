/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-text-view.h"

#include "mellow-spelling-line.h"
#include "mellow-steady-cursor.h"

/* Lines of 60 to 75 characters are the easiest to read. */
#define USUAL_LINE_LENGTH 68

#define NARROWEST_MARGIN 24

/**
 * MellowTextView:
 *
 * Where the copy is written: lines of a comfortable length, in the middle of
 * however much room there is.
 */
struct _MellowTextView {
  GtkSourceView parent_instance;

  MellowHistory *history;
  MellowSteadyCursor *cursor;
  GSignalGroup *buffer_signals;
  GSignalGroup *tag_signals;
  int line_length;
  int narrowest_margin;

  int edited_line;           /* where the text changes, or did so last */
  int n_lines;               /* that it had then */
  gboolean may_have_resized; /* that line, since the last frame */
};

enum {
  PROP_0,
  PROP_LINE_LENGTH,
  PROP_NARROWEST_MARGIN,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowTextView, mellow_text_view, GTK_SOURCE_TYPE_VIEW)

static int
get_column_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) *
              MELLOW_TEXT_VIEW (widget)->line_length;

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (width);
}

static void
mellow_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int margin =
      MAX ((width - get_column_width (widget)) / 2, MELLOW_TEXT_VIEW (widget)->narrowest_margin);

  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);

  GTK_WIDGET_CLASS (mellow_text_view_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
mellow_text_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  GTK_TEXT_VIEW_CLASS (mellow_text_view_parent_class)->snapshot_layer (view, layer, snapshot);

  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    mellow_spelling_line_snapshot (view, snapshot);
}

/* The menu of a text view goes by what its buffer can undo, and so do these actions of
 * it, until they are told better. */
static void
update_history_actions (MellowTextView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->history == NULL)
    return;

  gtk_widget_action_set_enabled (widget, "text.undo", mellow_history_can_undo (self->history));
  gtk_widget_action_set_enabled (widget, "text.redo", mellow_history_can_redo (self->history));
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.undo", NULL);
}

static void
activate_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.redo", NULL);
}

/* A text view lays out new text as late as it is drawn, and may then move a
 * scroll bar that was given its place before. So it is given its own anew, with all
 * around it: where GTK 4.8 gives a place to the view alone, it forgets that a scroll
 * bar moved by that needs one, and passes over every later request of the view, which
 * is then not drawn at all. */
static void
lay_out (MellowTextView *self)
{
  for (GtkWidget *widget = GTK_WIDGET (self); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    gtk_widget_queue_allocate (widget);
}

/* Edits of more than one line between two frames are rare; the text is laid out for them. */
static void
begin_edit (MellowTextView *self, const GtkTextIter *place)
{
  int line = gtk_text_iter_get_line (place);

  if (self->may_have_resized && line != self->edited_line)
    lay_out (self);
  self->edited_line = line;
}

static void
on_changed (MellowTextView *self)
{
  int n_lines = gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));

  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    mellow_steady_cursor_hold (self->cursor);
  if (n_lines != self->n_lines)
    lay_out (self);
  self->n_lines = n_lines;
  self->may_have_resized = TRUE;
}

/* What the view knows of the height of a line is as old as its last frame; where the end
 * of the line stands is worked out anew. Both are rounded, and less than a row apart if
 * there are as many rows as before. */
static gboolean
is_edited_line_as_high (MellowTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle last;
  GtkTextIter end;
  int top, height, bottom;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &end, self->edited_line);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_view_get_line_yrange (view, &end, &top, &height);
  gtk_text_view_get_iter_location (view, &end, &last);
  bottom = last.y + last.height + gtk_text_view_get_pixels_below_lines (view);

  return ABS (top + height - bottom) < last.height / 2;
}

/* Most letters change the height of nothing; then all around the view stays in its place.
 * By now the line was laid out for the input method, with the marks that it has. */
static void
before_paint (MellowTextView *self)
{
  if (self->may_have_resized && !is_edited_line_as_high (self))
    lay_out (self);
  self->may_have_resized = FALSE;
}

static void
mellow_text_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mellow_text_view_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "before-paint",
                           G_CALLBACK (before_paint), widget, G_CONNECT_SWAPPED);
}

static void
mellow_text_view_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (widget), before_paint, widget);
  GTK_WIDGET_CLASS (mellow_text_view_parent_class)->unrealize (widget);
}

static void
on_buffer (MellowTextView *self)
{
  GtkTextBuffer *buffer;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  self->n_lines = 0;
  g_signal_group_set_target (self->buffer_signals, buffer);
  g_signal_group_set_target (self->tag_signals, gtk_text_buffer_get_tag_table (buffer));
  update_history_actions (self);
}

/* The view may show one text after the other. */
static void
create_signal_groups (MellowTextView *self)
{
  const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "insert-text", G_CALLBACK (begin_edit) },
    { "delete-range", G_CALLBACK (begin_edit) },
    { "changed", G_CALLBACK (on_changed) },
    { "notify::can-undo", G_CALLBACK (update_history_actions) },
    { "notify::can-redo", G_CALLBACK (update_history_actions) },
  };

  self->buffer_signals = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_group_connect_swapped (self->buffer_signals, handlers[i].signal, handlers[i].callback,
                                    self);
  self->tag_signals = g_signal_group_new (GTK_TYPE_TEXT_TAG_TABLE);
  g_signal_group_connect_swapped (self->tag_signals, "tag-changed", G_CALLBACK (lay_out), self);
}

/* Ctrl and the wheel make the text larger and smaller. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, MellowTextView *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), dy < 0 ? "app.zoom-in" : "app.zoom-out", NULL);
  return GDK_EVENT_STOP;
}

static void
add_scroll_controller (MellowTextView *self)
{
  GtkEventController *controller = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
mellow_text_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LINE_LENGTH:
    g_value_set_int (value, MELLOW_TEXT_VIEW (object)->line_length);
    break;
  case PROP_NARROWEST_MARGIN:
    g_value_set_int (value, MELLOW_TEXT_VIEW (object)->narrowest_margin);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_text_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LINE_LENGTH:
    mellow_text_view_set_line_length (MELLOW_TEXT_VIEW (object), g_value_get_int (value));
    break;
  case PROP_NARROWEST_MARGIN:
    MELLOW_TEXT_VIEW (object)->narrowest_margin = g_value_get_int (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_text_view_dispose (GObject *object)
{
  MellowTextView *self = MELLOW_TEXT_VIEW (object);

  g_clear_object (&self->buffer_signals);
  g_clear_object (&self->tag_signals);
  g_clear_object (&self->cursor);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (mellow_text_view_parent_class)->dispose (object);
}

static void
mellow_text_view_class_init (MellowTextViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_text_view_get_property;
  object_class->set_property = mellow_text_view_set_property;
  object_class->dispose = mellow_text_view_dispose;
  GTK_WIDGET_CLASS (klass)->realize = mellow_text_view_realize;
  GTK_WIDGET_CLASS (klass)->unrealize = mellow_text_view_unrealize;
  GTK_WIDGET_CLASS (klass)->size_allocate = mellow_text_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = mellow_text_view_snapshot_layer;

  properties[PROP_LINE_LENGTH] =
      g_param_spec_int ("line-length", NULL, NULL, 1, G_MAXINT, USUAL_LINE_LENGTH,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROWEST_MARGIN] =
      g_param_spec_int ("narrowest-margin", NULL, NULL, 0, G_MAXINT, NARROWEST_MARGIN,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "text.undo", NULL, activate_undo);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "text.redo", NULL, activate_redo);
}

static void
mellow_text_view_init (MellowTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->line_length = USUAL_LINE_LENGTH;
  self->cursor = mellow_steady_cursor_new (gtk_settings_get_default ());
  gtk_widget_add_css_class (GTK_WIDGET (self), "copy");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, 36);
  gtk_text_view_set_bottom_margin (view, 96);
  gtk_text_view_set_pixels_inside_wrap (view, 7);
  gtk_text_view_set_pixels_above_lines (view, 3);
  gtk_text_view_set_pixels_below_lines (view, 4);
  create_signal_groups (self);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (on_buffer), NULL);
  add_scroll_controller (self);
}

/**
 * mellow_text_view_set_line_length:
 * @self: a text view
 * @line_length: how many characters a line has room for, where the window is wide
 *   enough
 */
void
mellow_text_view_set_line_length (MellowTextView *self, int line_length)
{
  g_return_if_fail (MELLOW_IS_TEXT_VIEW (self));
  g_return_if_fail (line_length > 0);

  if (self->line_length == line_length)
    return;

  self->line_length = line_length;
  lay_out (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE_LENGTH]);
}

/**
 * mellow_text_view_set_history:
 * @self: a text view
 * @history: what can be undone of its text
 *
 * Makes Undo and Redo in the view's menu go by @history.
 */
void
mellow_text_view_set_history (MellowTextView *self, MellowHistory *history)
{
  GCallback update = G_CALLBACK (update_history_actions);

  g_return_if_fail (MELLOW_IS_TEXT_VIEW (self));
  g_return_if_fail (MELLOW_IS_HISTORY (history));
  g_return_if_fail (self->history == NULL);

  self->history = g_object_ref (history);
  g_signal_connect_object (history, "notify::can-undo", update, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::can-redo", update, self, G_CONNECT_SWAPPED);
  update_history_actions (self);
}

/**
 * mellow_text_view_lay_out_anew:
 * @self: a text view
 *
 * Gives the view its place anew, with all around it. A whole text that comes into a
 * view which was drawn before moves its scroll bars more than once.
 */
void
mellow_text_view_lay_out_anew (MellowTextView *self)
{
  g_return_if_fail (MELLOW_IS_TEXT_VIEW (self));

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mellow_text_view_show_cursor:
 * @self: a text view
 *
 * Scrolls so that the cursor is well in view.
 */
void
mellow_text_view_show_cursor (MellowTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  g_return_if_fail (MELLOW_IS_TEXT_VIEW (self));

  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0.15, FALSE, 0.0, 0.0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-comparison-window.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "mellow-comparison-page.h"
#include "mellow-comparison-row.h"
#include "mellow-export-flow.h"
#include "mellow-toast.h"
#include "mellow-tone-words.h"

/* Below this width one version stands below the other. */
#define NARROW_WIDTH 560

/**
 * MellowComparisonWindow:
 *
 * Two versions of a text, sentence by sentence, and what became of its tone.
 */
struct _MellowComparisonWindow {
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkDropDown *before;
  GtkDropDown *after;
  GtkBox *choice;
  GtkBox *summary;
  GtkLabel *verdict_before;
  GtkLabel *verdict_after;
  GtkLabel *pressure_before;
  GtkLabel *pressure_after;
  GtkLabel *pressure_change;
  GtkLabel *warmth_before;
  GtkLabel *warmth_after;
  GtkLabel *warmth_change;
  GtkLabel *information_before;
  GtkLabel *information_after;
  GtkLabel *information_change;
  GtkLabel *words_before;
  GtkLabel *words_after;
  GtkLabel *words_change;
  GtkLabel *marks_gone;
  GtkLabel *marks_new;
  GtkLabel *credits_gone;
  GtkLabel *credits_new;
  GtkLabel *nothing;
  GtkListView *list;

  MellowPage *page;
  GPtrArray *snapshots; /* of ProseSnapshot, the last one first */
  char *now;            /* the text as it is */
  MellowComparison *comparison;
  GtkOrientation orientation;
  int width;
  guint layout_source;
};

enum {
  PROP_0,
  PROP_ORIENTATION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowComparisonWindow, mellow_comparison_window, ADW_TYPE_WINDOW)

/* --- what is shown --- */

static void
show_number (GtkLabel *label, long number)
{
  g_autofree char *text = g_strdup_printf ("%ld", number);

  gtk_label_set_text (label, text);
}

/* A minus as wide as the plus. */
static void
show_change (GtkLabel *label, long change)
{
  g_autofree char *text = change == 0  ? g_strdup ("±0")
                          : change > 0 ? g_strdup_printf ("+%ld", change)
                                       : g_strdup_printf ("−%ld", -change);

  gtk_label_set_text (label, text);
}

static void
show_meter (GtkLabel *before, GtkLabel *after, GtkLabel *change, long old, long new)
{
  show_number (before, old);
  show_number (after, new);
  show_change (change, new - old);
}

static void
show_meters (MellowComparisonWindow *self)
{
  const ProseToneSummary *before = &self->comparison->before.tone;
  const ProseToneSummary *after = &self->comparison->after.tone;

  gtk_label_set_text (self->verdict_before, mellow_tone_words_get_verdict (before->verdict));
  gtk_label_set_text (self->verdict_after, mellow_tone_words_get_verdict (after->verdict));
  show_meter (self->pressure_before, self->pressure_after, self->pressure_change,
              lround (before->pressure), lround (after->pressure));
  show_meter (self->warmth_before, self->warmth_after, self->warmth_change, lround (before->warmth),
              lround (after->warmth));
  show_meter (self->information_before, self->information_after, self->information_change,
              lround (before->information), lround (after->information));
  show_meter (self->words_before, self->words_after, self->words_change,
              prose_report_get_measures (self->comparison->before.report)->words,
              prose_report_get_measures (self->comparison->after.report)->words);
}

static void
show_devices (GtkLabel *label, const char *format, GPtrArray *devices)
{
  g_autofree char *described = mellow_comparison_describe_devices (devices);
  g_autofree char *text = g_strdup_printf (format, described);

  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), devices->len > 0 ? described : NULL);
  gtk_widget_set_visible (GTK_WIDGET (label), devices->len > 0);
}

static void
show_all_devices (MellowComparisonWindow *self)
{
  const MellowComparison *comparison = self->comparison;

  /* Translators: %s are phrases and what they are. */
  show_devices (self->marks_gone, _ ("Pressed, and is gone: %s"), comparison->marks_gone);
  show_devices (self->marks_new, _ ("Presses, and is new: %s"), comparison->marks_new);
  show_devices (self->credits_new, _ ("Soft, and is new: %s"), comparison->credits_new);
  show_devices (self->credits_gone, _ ("Soft, and is gone: %s"), comparison->credits_gone);
  gtk_label_set_text (self->nothing, _ ("No device of tone went or came."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing),
                          comparison->marks_gone->len + comparison->marks_new->len +
                                  comparison->credits_new->len + comparison->credits_gone->len ==
                              0);
}

/* A row for each; it finds by its position what to show. */
static void
show_sentences (MellowComparisonWindow *self)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GtkNoSelection *selection;

  for (guint i = 0; i < self->comparison->alignments->len; i++) {
    const ProseAlignment *alignment =
        &g_array_index (self->comparison->alignments, ProseAlignment, i);

    gtk_string_list_append (rows, prose_alignment_kind_to_string (alignment->kind));
  }
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/* --- which versions --- */

static void
get_version (MellowComparisonWindow *self, guint i, const char **name, const char **text)
{
  const ProseSnapshot *snapshot = i > 0 ? self->snapshots->pdata[i - 1] : NULL;

  *name = snapshot != NULL ? snapshot->name : _ ("Now");
  *text = snapshot != NULL ? snapshot->text : self->now;
}

static GListModel *
create_names (MellowComparisonWindow *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i <= self->snapshots->len; i++) {
    const char *name, *text;

    get_version (self, i, &name, &text);
    gtk_string_list_append (names, name);
  }
  return G_LIST_MODEL (names);
}

static void
compare (MellowComparisonWindow *self)
{
  MellowDraft *draft;
  g_autofree char *known = NULL;
  const char *before_name, *before, *after_name, *after;

  if (self->page == NULL)
    return;

  draft = mellow_page_get_draft (self->page);
  known = mellow_document_data_write (mellow_draft_get_data (draft));
  get_version (self, gtk_drop_down_get_selected (self->before), &before_name, &before);
  get_version (self, gtk_drop_down_get_selected (self->after), &after_name, &after);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->comparison, mellow_comparison_free);
  self->comparison =
      mellow_comparison_new (mellow_draft_get_rules (draft), known,
                             mellow_review_get_format (mellow_draft_get_review (draft)),
                             before_name, before, after_name, after);
  show_meters (self);
  show_all_devices (self);
  show_sentences (self);
}

/* --- rows --- */

static void
on_setup (MellowComparisonWindow *self, GtkListItem *item)
{
  GtkWidget *row = mellow_comparison_row_new ();

  g_object_bind_property (self, "orientation", row, "orientation", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

/* What takes the focus is the row around, so it has the name. */
static void
on_bind (MellowComparisonWindow *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  mellow_comparison_row_show (MELLOW_COMPARISON_ROW (row), self->comparison,
                              gtk_list_item_get_position (item));
  if (gtk_widget_get_parent (row) != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
}

static void
create_rows (MellowComparisonWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

/* --- the page for the client --- */

static void
tell (GtkWidget *widget, const char *text)
{
  adw_toast_overlay_add_toast (MELLOW_COMPARISON_WINDOW (widget)->toasts, mellow_toast_new (text));
}

/**
 * mellow_comparison_window_export:
 * @self: a window
 * @file: where the page goes
 *
 * Writes what is shown as one page of HTML.
 */
void
mellow_comparison_window_export (MellowComparisonWindow *self, GFile *file)
{
  g_autofree char *title = NULL;
  g_autofree char *page = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  g_return_if_fail (MELLOW_IS_COMPARISON_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  title = mellow_draft_dup_title (mellow_page_get_draft (self->page));
  page = mellow_comparison_page_write (self->comparison, title);
  length = strlen (page);
  bytes = g_bytes_new_take (g_steal_pointer (&page), length);
  mellow_export_flow_write (GTK_WIDGET (self), file, bytes, _ ("The page is written"), tell);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file)
{
  mellow_comparison_window_export (MELLOW_COMPARISON_WINDOW (widget), file);
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowComparisonWindow *self = MELLOW_COMPARISON_WINDOW (widget);
  GtkFileChooser *chooser =
      mellow_export_flow_ask (widget, _ ("Export Before and After"), NULL, on_file_chosen);

  mellow_export_flow_suggest_place (chooser, mellow_page_get_draft (self->page), ".html");
}

/* --- layout --- */

static gboolean
lay_out (gpointer user_data)
{
  MellowComparisonWindow *self = user_data;
  GtkOrientation orientation =
      self->width < NARROW_WIDTH ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  self->layout_source = 0;
  if (self->orientation == orientation)
    return G_SOURCE_REMOVE;

  self->orientation = orientation;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->summary), orientation);
  gtk_box_set_spacing (self->summary, orientation == GTK_ORIENTATION_VERTICAL ? 9 : 30);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORIENTATION]);
  return G_SOURCE_REMOVE;
}

/* Widgets may not change their layout while they are given their place. */
static void
mellow_comparison_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MellowComparisonWindow *self = MELLOW_COMPARISON_WINDOW (widget);

  GTK_WIDGET_CLASS (mellow_comparison_window_parent_class)
      ->size_allocate (widget, width, height, baseline);

  if (width == self->width)
    return;

  self->width = width;
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_out, self, NULL);
}

/* --- the window --- */

static void
mellow_comparison_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_ORIENTATION:
    g_value_set_enum (value, MELLOW_COMPARISON_WINDOW (object)->orientation);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_comparison_window_dispose (GObject *object)
{
  MellowComparisonWindow *self = MELLOW_COMPARISON_WINDOW (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (mellow_comparison_window_parent_class)->dispose (object);
}

static void
mellow_comparison_window_finalize (GObject *object)
{
  MellowComparisonWindow *self = MELLOW_COMPARISON_WINDOW (object);

  g_clear_pointer (&self->comparison, mellow_comparison_free);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  g_free (self->now);

  G_OBJECT_CLASS (mellow_comparison_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define bind(child)                                                                                \
  gtk_widget_class_bind_template_child (widget_class, MellowComparisonWindow, child)
  bind (toasts);
  bind (before);
  bind (after);
  bind (choice);
  bind (summary);
  bind (verdict_before);
  bind (verdict_after);
  bind (pressure_before);
  bind (pressure_after);
  bind (pressure_change);
  bind (warmth_before);
  bind (warmth_after);
  bind (warmth_change);
  bind (information_before);
  bind (information_after);
  bind (information_change);
  bind (words_before);
  bind (words_after);
  bind (words_change);
  bind (marks_gone);
  bind (marks_new);
  bind (credits_gone);
  bind (credits_new);
  bind (nothing);
  bind (list);
#undef bind
}

static void
mellow_comparison_window_class_init (MellowComparisonWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_comparison_window_get_property;
  object_class->dispose = mellow_comparison_window_dispose;
  object_class->finalize = mellow_comparison_window_finalize;
  widget_class->size_allocate = mellow_comparison_window_size_allocate;

  properties[PROP_ORIENTATION] =
      g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                         GTK_ORIENTATION_HORIZONTAL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (widget_class, "comparison.export", NULL, activate_export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "comparison.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-comparison-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, compare);
}

static void
mellow_comparison_window_init (MellowComparisonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_rows (self);
}

/**
 * mellow_comparison_window_new:
 * @parent: the window it belongs to
 * @page: a page
 * @snapshots: (element-type ProseSnapshot): how its text was, the last one first
 * @before: which of them to show beside the text as it is now
 *
 * Returns: (transfer none): a window with the two
 */
MellowComparisonWindow *
mellow_comparison_window_new (GtkWindow *parent,
                              MellowPage *page,
                              GPtrArray *snapshots,
                              guint before)
{
  MellowComparisonWindow *self;
  g_autoptr (GListModel) names = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_PAGE (page), NULL);
  g_return_val_if_fail (before < snapshots->len, NULL);

  self = g_object_new (MELLOW_TYPE_COMPARISON_WINDOW, "transient-for", parent, NULL);
  self->snapshots = g_ptr_array_ref (snapshots);
  self->now = mellow_text_buffer_dup_text (
      MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (mellow_page_get_draft (page))));
  names = create_names (self);
  gtk_drop_down_set_model (self->before, names);
  gtk_drop_down_set_model (self->after, names);
  gtk_drop_down_set_selected (self->before, before + 1);
  gtk_drop_down_set_selected (self->after, 0);
  self->page = g_object_ref (page);
  compare (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return self;
}

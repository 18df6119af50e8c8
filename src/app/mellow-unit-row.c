/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-unit-row.h"

#include <glib/gi18n.h>

#include "mellow-parity-watch.h"
#include "mellow-unit-label.h"

/**
 * MellowUnitRow:
 *
 * A unit in the list of a file of translations: the original and what it became, side by
 * side or, in a narrow window, below each other, with their marks; and how far it is.
 */
struct _MellowUnitRow {
  GtkWidget parent_instance;

  GtkImage *state_icon;
  GtkOrientable *columns;
  GtkLabel *source_label;
  GtkLabel *target_label;
  GtkWidget *difference_icon;
  GtkImage *fault_icon;
  const char *state_label; /* of the icons, for those who point at them */
  const char *fault_label;

  MellowDraft *draft;
  MellowTranslation *translation;
  MellowParityWatch *watch;    /* the draft has it */
  MellowTranslationItem *item; /* (nullable) */
  GSignalGroup *item_signals;
  gboolean is_narrow;
};

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowUnitRow, mellow_unit_row, GTK_TYPE_WIDGET)

static const struct {
  const char *icon;
  const char *label;
} states[] = {
  [PROSE_TRANSLATION_UNTRANSLATED] = { "mellow-unit-untranslated-symbolic", N_ ("Untranslated") },
  [PROSE_TRANSLATION_NEEDS_REVIEW] = { "mellow-unit-review-symbolic", N_ ("Needs review") },
  [PROSE_TRANSLATION_TRANSLATED] = { "mellow-unit-translated-symbolic", N_ ("Translated") },
  [PROSE_TRANSLATION_FINAL] = { "mellow-unit-final-symbolic", N_ ("Final") },
  [PROSE_TRANSLATION_LOCKED] = { "mellow-unit-locked-symbolic", N_ ("Not to be translated") },
};

/* A tooltip that is set has GTK ask the display for the pointer, for each row. */
static gboolean
on_query_tooltip (
    GtkWidget *icon, int x, int y, gboolean is_by_keyboard, GtkTooltip *tooltip, const char **label)
{
  gtk_tooltip_set_text (tooltip, *label);
  return *label != NULL;
}

static void
set_label (GtkImage *icon, const char **label, const char *text)
{
  if (*label == text)
    return;

  *label = text;
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_state (MellowUnitRow *self)
{
  ProseTranslationState state = mellow_translation_item_get_unit (self->item)->state;

  gtk_image_set_from_icon_name (self->state_icon, states[state].icon);
  set_label (self->state_icon, &self->state_label, _ (states[state].label));
}

static void
show_difference (MellowUnitRow *self)
{
  if (self->item != NULL)
    gtk_widget_set_visible (
        self->difference_icon,
        mellow_parity_result_find (mellow_parity_watch_get_result (self->watch),
                                   mellow_translation_item_get_unit (self->item)->id) != NULL);
}

static void
show_faults (MellowUnitRow *self)
{
  gboolean has_faults = mellow_translation_item_has_faults (self->item);
  gboolean is_too_long = mellow_translation_item_is_too_long (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->fault_icon), has_faults || is_too_long);
  set_label (self->fault_icon, &self->fault_label,
             has_faults ? _ ("Placeholders or tags are not those of the original")
                        : _ ("Longer than it may be"));
}

/* The form that says something, of several. */
static guint
find_shown_target (MellowUnitRow *self)
{
  guint n = mellow_translation_item_get_n_targets (self->item);

  for (guint i = 0; i < n; i++)
    if (prose_copy_get_length (mellow_translation_item_get_copy (self->item, i)) > 0)
      return i;

  return 0;
}

/* GTK puts the focus on what it has built around the row. */
static void
update_name (MellowUnitRow *self, const char *source, const char *target)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (item == NULL)
    return;

  /* Translators: how far a unit of translation is, its original, its translation. */
  name =
      g_strdup_printf (_ ("%s. Original: %s. Translation: %s"), self->state_label, source, target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (MellowUnitRow *self)
{
  MellowHighlighter *highlighter;
  const ProseTranslationUnit *unit;
  g_autoptr (GArray) marks = NULL;
  guint n;

  if (self->item == NULL || mellow_translation_is_busy (self->translation))
    return;

  highlighter = mellow_draft_get_highlighter (self->draft);
  unit = mellow_translation_item_get_unit (self->item);
  n = find_shown_target (self);
  marks = mellow_translation_dup_target_marks (self->translation, self->item, n);
  mellow_unit_label_show (self->source_label, highlighter, prose_copy_get_text (unit->source),
                          mellow_translation_get_source_marks (self->translation, self->item));
  mellow_unit_label_show (self->target_label, highlighter,
                          prose_translation_unit_get_target (unit, n), marks);
  show_state (self);
  show_difference (self);
  show_faults (self);
  update_name (self, prose_copy_get_text (unit->source),
               prose_translation_unit_get_target (unit, n));
}

/* --- the object --- */

static void
set_narrow (MellowUnitRow *self, gboolean is_narrow)
{
  GtkBox *box = GTK_BOX (self->columns);

  self->is_narrow = is_narrow;
  gtk_orientable_set_orientation (self->columns, is_narrow ? GTK_ORIENTATION_VERTICAL
                                                           : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (box, !is_narrow);
  gtk_box_set_spacing (box, is_narrow ? 0 : 18);
}

static void
mellow_unit_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_NARROW:
    g_value_set_boolean (value, MELLOW_UNIT_ROW (object)->is_narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_unit_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_NARROW:
    set_narrow (MELLOW_UNIT_ROW (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_unit_row_dispose (GObject *object)
{
  MellowUnitRow *self = MELLOW_UNIT_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->translation);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_unit_row_parent_class)->dispose (object);
}

static void
mellow_unit_row_class_init (MellowUnitRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_unit_row_get_property;
  object_class->set_property = mellow_unit_row_set_property;
  object_class->dispose = mellow_unit_row_dispose;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "unitrow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-unit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowUnitRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitRow, columns);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitRow, target_label);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitRow, difference_icon);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitRow, fault_icon);
}

static void
mellow_unit_row_init (MellowUnitRow *self)
{
  self->item_signals = g_signal_group_new (MELLOW_TYPE_TRANSLATION_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->state_icon, "query-tooltip", G_CALLBACK (on_query_tooltip),
                    &self->state_label);
  g_signal_connect (self->fault_icon, "query-tooltip", G_CALLBACK (on_query_tooltip),
                    &self->fault_label);
}

/**
 * mellow_unit_row_new:
 * @draft: a draft that is a file of translations
 * @translation: its units
 *
 * Returns: (transfer floating): a row without a unit
 */
GtkWidget *
mellow_unit_row_new (MellowDraft *draft, MellowTranslation *translation)
{
  MellowUnitRow *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (MELLOW_IS_TRANSLATION (translation), NULL);

  self = g_object_new (MELLOW_TYPE_UNIT_ROW, NULL);
  self->draft = g_object_ref (draft);
  self->translation = g_object_ref (translation);
  self->watch = mellow_parity_watch_of (draft);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show_difference), self,
                           G_CONNECT_SWAPPED);
  mellow_unit_label_follow_look (mellow_draft_get_highlighter (draft), G_CALLBACK (update), self);
  return GTK_WIDGET (self);
}

/**
 * mellow_unit_row_set_item:
 * @self: a row
 * @item: (nullable): the unit it shows from now on
 */
void
mellow_unit_row_set_item (MellowUnitRow *self, MellowTranslationItem *item)
{
  g_return_if_fail (MELLOW_IS_UNIT_ROW (self));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  update (self);
}

/**
 * mellow_unit_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the unit it shows
 */
MellowTranslationItem *
mellow_unit_row_get_item (MellowUnitRow *self)
{
  g_return_val_if_fail (MELLOW_IS_UNIT_ROW (self), NULL);

  return self->item;
}

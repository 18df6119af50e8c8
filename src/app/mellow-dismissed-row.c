/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-dismissed-row.h"

#include <glib/gi18n.h>

#include "mellow-ignore-menu.h"
#include "mellow-parity-words.h"

/**
 * MellowDismissedRow:
 *
 * A difference from the original that is to stay: what it is, and why it may. The row tells
 * of a wish, and who has the row sees to it.
 */
struct _MellowDismissedRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *target;
  GtkLabel *source;
  GtkDropDown *reason;
  GtkButton *button;

  MellowParityItem *item;
  gboolean is_updating;
};

enum {
  BRING_BACK,
  REASON_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowDismissedRow, mellow_dismissed_row, GTK_TYPE_LIST_BOX_ROW)

static void
bring_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[BRING_BACK], 0);
}

static void
on_reason_selected (MellowDismissedRow *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[REASON_CHOSEN], 0, gtk_drop_down_get_selected (self->reason));
}

static void
mellow_dismissed_row_finalize (GObject *object)
{
  g_clear_object (&MELLOW_DISMISSED_ROW (object)->item);

  G_OBJECT_CLASS (mellow_dismissed_row_parent_class)->finalize (object);
}

static void
mellow_dismissed_row_class_init (MellowDismissedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mellow_dismissed_row_finalize;

  /**
   * MellowDismissedRow::bring-back:
   * @self: a row
   *
   * The user wants to be told of it again.
   */
  signals[BRING_BACK] = g_signal_new ("bring-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MellowDismissedRow::reason-chosen:
   * @self: a row
   * @reason: (type Prose.IgnoreReason): why it may stay
   *
   * The user gives a reason.
   */
  signals[REASON_CHOSEN] =
      g_signal_new ("reason-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-dismissed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowDismissedRow, title);
  gtk_widget_class_bind_template_child (widget_class, MellowDismissedRow, target);
  gtk_widget_class_bind_template_child (widget_class, MellowDismissedRow, source);
  gtk_widget_class_bind_template_child (widget_class, MellowDismissedRow, reason);
  gtk_widget_class_bind_template_child (widget_class, MellowDismissedRow, button);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_selected);
  gtk_widget_class_install_action (widget_class, "row.bring-back", NULL, bring_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.bring-back", NULL);
}

/* In the order of the enumeration, so that the place in the list is the reason. */
static void
mellow_dismissed_row_init (MellowDismissedRow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i <= PROSE_IGNORE_REASON_BRAND; i++)
    gtk_string_list_append (labels, mellow_ignore_reason_get_label (i));
  gtk_drop_down_set_model (self->reason, G_LIST_MODEL (labels));
  self->is_updating = FALSE;
}

/* What a control is for when nobody sees the row around it. */
static void
name (gpointer widget, const char *label, const char *words)
{
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), label, words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show (MellowDismissedRow *self)
{
  const char *title = mellow_parity_words_get_title (mellow_parity_item_get_kind (self->item));
  g_autofree char *target = mellow_parity_words_dup_target (self->item);
  g_autofree char *words = mellow_parity_words_dup_source (self->item);
  g_autofree char *source = words != NULL ? g_strdup_printf (_ ("Original: %s"), words) : NULL;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->target, target != NULL ? target : "");
  gtk_label_set_text (self->source, source != NULL ? source : "");
  gtk_widget_set_visible (GTK_WIDGET (self->source), source != NULL);
  name (self, title, target != NULL ? target : "");
  name (self->reason, _ ("Reason"), target != NULL ? target : title);
  name (self->button, _ ("Bring Back"), target != NULL ? target : title);
}

/**
 * mellow_dismissed_row_new:
 * @item: a difference that was dismissed
 *
 * Returns: (transfer floating): a row that tells of it
 */
GtkWidget *
mellow_dismissed_row_new (MellowParityItem *item)
{
  MellowDismissedRow *self;

  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (item), NULL);

  self = g_object_new (MELLOW_TYPE_DISMISSED_ROW, NULL);
  self->item = g_object_ref (item);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * mellow_dismissed_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it tells of
 */
MellowParityItem *
mellow_dismissed_row_get_item (MellowDismissedRow *self)
{
  g_return_val_if_fail (MELLOW_IS_DISMISSED_ROW (self), NULL);

  return self->item;
}

/**
 * mellow_dismissed_row_set_reason:
 * @self: a row
 * @reason: why it may stay
 */
void
mellow_dismissed_row_set_reason (MellowDismissedRow *self, ProseIgnoreReason reason)
{
  g_return_if_fail (MELLOW_IS_DISMISSED_ROW (self));

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->reason, reason);
  self->is_updating = FALSE;
}

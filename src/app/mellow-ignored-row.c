/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-ignored-row.h"

#include <glib/gi18n.h>

#include "mellow-ignore-menu.h"
#include "mellow-phrase.h"

/**
 * MellowIgnoredRow:
 *
 * Something that is ignored: what, by which rule, how far it reaches and why. The
 * reason and the proof can be changed, the place be shown, and all of it be taken back;
 * the row tells of the wish, and who has the row sees to it.
 */
struct _MellowIgnoredRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *proof_label;
  GtkWidget *show_button;
  GtkButton *stop_button;
  GtkWidget *proof_button;
  GtkDropDown *reason;

  MellowIgnoredItem *item;
  char *rule;  /* its name, NULL for the one that the item knows */
  char *reach; /* in words, NULL for how the level is called */
  gboolean is_updating;
  guint reason_source;
};

enum {
  STOP,
  SHOW_PLACE,
  REASON_CHOSEN,
  EDIT_PROOF,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowIgnoredRow, mellow_ignored_row, GTK_TYPE_LIST_BOX_ROW)

/* --- in words --- */

static gboolean
is_rule (MellowIgnoredRow *self)
{
  return mellow_ignored_item_get_subject (self->item) == PROSE_IGNORE_RULE;
}

static gboolean
has_place (MellowIgnoredRow *self)
{
  ProseSpan place;

  return mellow_ignored_item_get_place (self->item, &place);
}

static const char *
get_rule (MellowIgnoredRow *self)
{
  return self->rule != NULL ? self->rule : mellow_ignored_item_get_title (self->item);
}

static const char *
get_reach (MellowIgnoredRow *self)
{
  if (self->reach != NULL)
    return self->reach;

  switch (mellow_ignored_item_get_level (self->item)) {
  case PROSE_IGNORE_HERE:
    return has_place (self) ? _ ("at one place") : _ ("not in the text just now");
  case PROSE_IGNORE_IN_DOCUMENT:
    return _ ("in this document");
  case PROSE_IGNORE_EVERYWHERE:
  default:
    return _ ("everywhere");
  }
}

static char *
dup_title (MellowIgnoredRow *self)
{
  return mellow_phrase_quote (is_rule (self) ? get_rule (self)
                                             : mellow_ignored_item_get_phrase (self->item));
}

static char *
dup_subtitle (MellowIgnoredRow *self)
{
  const char *kind = is_rule (self) ? _ ("Rule is off") : get_rule (self);

  return g_strdup_printf ("%s · %s", kind, get_reach (self));
}

static char *
dup_validity (MellowIgnoredRow *self, const char *date)
{
  if (date == NULL)
    return g_strdup (_ ("holds for good"));

  return g_strdup_printf (mellow_ignored_item_has_expired (self->item)
                              ? _ ("held until %s: marked again")
                              : _ ("holds until %s"),
                          date);
}

static char *
dup_proof (MellowIgnoredRow *self)
{
  g_autoptr (MellowProof) proof = mellow_ignored_item_dup_proof (self->item);
  g_autofree char *validity = NULL;

  if (proof == NULL)
    return NULL;

  validity = dup_validity (self, proof->valid_until);
  if (proof->owner == NULL)
    /* Translators: a proof, and how long it holds. */
    return g_strdup_printf (_ ("Proof: %s · %s"), proof->text, validity);

  /* Translators: a proof, who answers for it, and how long it holds. */
  return g_strdup_printf (_ ("Proof: %s · %s · %s"), proof->text, proof->owner, validity);
}

static const char *
get_stop_label (MellowIgnoredRow *self)
{
  return is_rule (self) ? _ ("Turn On Again") : _ ("Stop Ignoring");
}

/* What a button is for when nobody sees the row around it. */
static void
name (gpointer widget, const char *label, const char *title)
{
  g_autofree char *text = mellow_phrase_join (label, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_proof (MellowIgnoredRow *self)
{
  g_autofree char *proof = dup_proof (self);
  GtkWidget *label = GTK_WIDGET (self->proof_label);

  gtk_label_set_text (self->proof_label, proof != NULL ? proof : "");
  gtk_widget_set_visible (label, proof != NULL);
  gtk_widget_set_visible (self->proof_button, proof != NULL);
  if (proof != NULL && mellow_ignored_item_has_expired (self->item))
    gtk_widget_add_css_class (label, "problem");
  else
    gtk_widget_remove_css_class (label, "problem");
}

/* --- what is wished --- */

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[STOP], 0);
}

static void
show_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SHOW_PLACE], 0);
}

static void
edit_proof (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[EDIT_PROOF], 0);
}

static gboolean
tell_reason (gpointer user_data)
{
  g_autoptr (MellowIgnoredRow) self = g_object_ref (user_data);

  self->reason_source = 0;
  g_signal_emit (self, signals[REASON_CHOSEN], 0, gtk_drop_down_get_selected (self->reason));
  return G_SOURCE_REMOVE;
}

/* Who follows the wish may make all rows anew, and the drop-down is still at work. */
static void
on_reason_selected (MellowIgnoredRow *self)
{
  if (!self->is_updating && self->reason_source == 0)
    self->reason_source = g_idle_add (tell_reason, self);
}

/* --- the object --- */

static void
mellow_ignored_row_dispose (GObject *object)
{
  g_clear_handle_id (&MELLOW_IGNORED_ROW (object)->reason_source, g_source_remove);

  G_OBJECT_CLASS (mellow_ignored_row_parent_class)->dispose (object);
}

static void
mellow_ignored_row_finalize (GObject *object)
{
  MellowIgnoredRow *self = MELLOW_IGNORED_ROW (object);

  g_clear_object (&self->item);
  g_free (self->rule);
  g_free (self->reach);

  G_OBJECT_CLASS (mellow_ignored_row_parent_class)->finalize (object);
}

static guint
add_signal (const char *signal_name, guint n_parameters)
{
  return g_signal_new (signal_name, MELLOW_TYPE_IGNORED_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_parameters, G_TYPE_UINT);
}

static void
mellow_ignored_row_class_init (MellowIgnoredRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_ignored_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_ignored_row_finalize;

  /**
   * MellowIgnoredRow::stop:
   * @self: a row
   *
   * It is not to be ignored any more.
   */
  signals[STOP] = add_signal ("stop", 0);

  /**
   * MellowIgnoredRow::show-place:
   * @self: a row
   *
   * The user wants to see where it stands.
   */
  signals[SHOW_PLACE] = add_signal ("show-place", 0);

  /**
   * MellowIgnoredRow::reason-chosen:
   * @self: a row
   * @reason: (type Prose.IgnoreReason): why it is ignored
   *
   * The user gives a reason.
   */
  signals[REASON_CHOSEN] = add_signal ("reason-chosen", 1);

  /**
   * MellowIgnoredRow::edit-proof:
   * @self: a row
   *
   * The user wants to change the proof.
   */
  signals[EDIT_PROOF] = add_signal ("edit-proof", 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-ignored-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredRow, title);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredRow, proof_label);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredRow, show_button);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredRow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredRow, proof_button);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredRow, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_selected);
  gtk_widget_class_install_action (widget_class, "row.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "row.show-place", NULL, show_place);
  gtk_widget_class_install_action (widget_class, "row.edit-proof", NULL, edit_proof);
}

static void
on_setup_reason (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_reason (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The button gives way where there is little room; the list below it has enough. */
static void
let_reason_shrink (MellowIgnoredRow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_reason), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_reason), NULL);
  gtk_drop_down_set_list_factory (self->reason, gtk_drop_down_get_factory (self->reason));
  gtk_drop_down_set_factory (self->reason, factory);
}

/* In the order of the enumeration, so that the place in the list is the reason. */
static void
mellow_ignored_row_init (MellowIgnoredRow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  let_reason_shrink (self);
  self->is_updating = TRUE;
  for (guint i = 0; i <= PROSE_IGNORE_REASON_BRAND; i++)
    gtk_string_list_append (labels, mellow_ignore_reason_get_label (i));
  gtk_drop_down_set_model (self->reason, G_LIST_MODEL (labels));
  self->is_updating = FALSE;
}

/**
 * mellow_ignored_row_new:
 * @item: something that is ignored
 * @rule: (nullable): the name of the rule, if the item does not know it
 * @reach: (nullable): how far it reaches, in words, if that is not a matter of its
 *   level alone
 *
 * Returns: (transfer floating): a row that tells of it
 */
GtkWidget *
mellow_ignored_row_new (MellowIgnoredItem *item, const char *rule, const char *reach)
{
  MellowIgnoredRow *self;

  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (item), NULL);

  self = g_object_new (MELLOW_TYPE_IGNORED_ROW, NULL);
  self->item = g_object_ref (item);
  self->rule = g_strdup (rule);
  self->reach = g_strdup (reach);
  g_signal_connect_object (item, "changed", G_CALLBACK (mellow_ignored_row_update), self,
                           G_CONNECT_SWAPPED);
  mellow_ignored_row_update (self);

  return GTK_WIDGET (self);
}

/**
 * mellow_ignored_row_update:
 * @self: a row
 *
 * Shows its item as that is now.
 */
void
mellow_ignored_row_update (MellowIgnoredRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (MELLOW_IS_IGNORED_ROW (self));

  title = dup_title (self);
  subtitle = dup_subtitle (self);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_button_set_label (self->stop_button, get_stop_label (self));
  gtk_widget_set_visible (self->show_button, has_place (self));
  show_proof (self);

  name (self, title, subtitle);
  name (self->stop_button, get_stop_label (self), title);
  name (self->show_button, _ ("Show in Text"), title);
  name (self->proof_button, _ ("Change the Proof"), title);
  name (self->reason, _ ("Reason"), title);

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->reason, mellow_ignored_item_get_reason (self->item));
  self->is_updating = FALSE;
}

/**
 * mellow_ignored_row_focus_near:
 * @list: a list of such rows
 * @index: where a row was that is gone
 *
 * Puts the focus on the row that took its place, or on the last one.
 */
void
mellow_ignored_row_focus_near (GtkListBox *list, int index)
{
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  row = gtk_list_box_get_row_at_index (list, index);
  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (list, index - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (MELLOW_IGNORED_ROW (row)->stop_button));
}

/**
 * mellow_ignored_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it tells of
 */
MellowIgnoredItem *
mellow_ignored_row_get_item (MellowIgnoredRow *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ROW (self), NULL);

  return self->item;
}

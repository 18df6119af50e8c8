/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-claim-row.h"

#include <glib/gi18n.h>

#include "mellow-phrase.h"

/**
 * MellowClaimRow:
 *
 * A claim of the text: the words in their sentence, what kind it is and how it stands,
 * why it may want a proof, and the proof. The row tells of a wish to write the proof
 * down or to take it away, and who has the row sees to it.
 */
struct _MellowClaimRow {
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *excerpt;
  GtkLabel *kind;
  GtkLabel *standing;
  GtkLabel *why;
  GtkLabel *ask;
  GtkLabel *reference;
  GtkLabel *proof;
  GtkButton *edit_button;
  GtkWidget *remove_button;

  MellowClaim *claim;
};

enum {
  EDIT_PROOF,
  REMOVE_PROOF,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowClaimRow, mellow_claim_row, GTK_TYPE_LIST_BOX_ROW)

/* How a claim stands is told by words, a shape and a colour. */
static const struct {
  const char *icon;
  const char *css_class;
} looks[MELLOW_N_CLAIM_STANDINGS] = {
  [MELLOW_CLAIM_EXPIRED] = { "mellow-claim-expired-symbolic", "expired" },
  [MELLOW_CLAIM_OPEN] = { "mellow-claim-open-symbolic", "open" },
  [MELLOW_CLAIM_SOON] = { "mellow-claim-soon-symbolic", "soon" },
  [MELLOW_CLAIM_PROVEN] = { "mellow-claim-proven-symbolic", "proven" },
};

static void
edit_proof (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[EDIT_PROOF], 0);
}

static void
remove_proof (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE_PROOF], 0);
}

static void
mellow_claim_row_dispose (GObject *object)
{
  g_clear_object (&MELLOW_CLAIM_ROW (object)->claim);

  G_OBJECT_CLASS (mellow_claim_row_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, MELLOW_TYPE_CLAIM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
mellow_claim_row_class_init (MellowClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_claim_row_dispose;

  /**
   * MellowClaimRow::edit-proof:
   * @self: a row
   *
   * The user wants to write down the proof, or to change it.
   */
  signals[EDIT_PROOF] = add_signal ("edit-proof");

  /**
   * MellowClaimRow::remove-proof:
   * @self: a row
   *
   * The user wants to take the proof away.
   */
  signals[REMOVE_PROOF] = add_signal ("remove-proof");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, kind);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, standing);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, why);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, ask);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, reference);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, proof);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimRow, remove_button);
  gtk_widget_class_install_action (widget_class, "row.edit-proof", NULL, edit_proof);
  gtk_widget_class_install_action (widget_class, "row.remove-proof", NULL, remove_proof);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.edit-proof", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.remove-proof", NULL);
}

static void
mellow_claim_row_init (MellowClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- in words --- */

static void
show_excerpt (MellowClaimRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  ProseSpan words;

  gtk_label_set_text (self->excerpt, mellow_claim_get_excerpt (self->claim, &words));
  bold->start_index = words.start;
  bold->end_index = words.end;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (self->excerpt, attributes);
}

static void
show_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static char *
dup_proof (const MellowProof *proof)
{
  GString *text;

  if (proof == NULL)
    return NULL;

  text = g_string_new (NULL);
  /* Translators: the proof of a claim; here and below, %s is what the writer wrote. */
  g_string_append_printf (text, _ ("Proof: %s"), proof->text);
  if (proof->owner != NULL) {
    g_string_append (text, " · ");
    g_string_append_printf (text, _ ("Owner: %s"), proof->owner);
  }
  if (proof->valid_until != NULL) {
    g_string_append (text, " · ");
    g_string_append_printf (text, _ ("Valid until: %s"), proof->valid_until);
  }
  return g_string_free (text, FALSE);
}

static void
show_proof (MellowClaimRow *self)
{
  const MellowProof *proof = mellow_claim_get_proof (self->claim);
  g_autofree char *text = dup_proof (proof);

  show_optional (self->proof, text);
  gtk_button_set_label (self->edit_button, proof != NULL ? _ ("Change Proof…") : _ ("Add Proof…"));
  gtk_widget_set_visible (self->remove_button, proof != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.remove-proof", proof != NULL);
}

/* What a widget is when nobody sees the row around it. */
static void
name (gpointer widget, const char *label, const char *of)
{
  g_autofree char *text = mellow_phrase_join (label, of);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_standing (MellowClaimRow *self)
{
  MellowClaimStanding standing = mellow_claim_get_standing (self->claim);
  g_autofree char *text = mellow_claim_describe_standing (self->claim);
  g_autofree char *quoted = mellow_phrase_quote (mellow_claim_get_phrase (self->claim));
  g_autofree char *both = g_strdup_printf ("%s, %s", mellow_claim_get_kind (self->claim), text);

  gtk_label_set_text (self->kind, mellow_claim_get_kind (self->claim));
  gtk_label_set_text (self->standing, text);
  gtk_image_set_from_icon_name (self->icon, looks[standing].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[standing].css_class);
  name (self, quoted, both);
  name (self->edit_button, gtk_button_get_label (self->edit_button), quoted);
  name (self->remove_button, _ ("Remove the Proof"), quoted);
}

/**
 * mellow_claim_row_new:
 * @claim: a claim
 *
 * Returns: (transfer floating): a row that tells of it
 */
GtkWidget *
mellow_claim_row_new (MellowClaim *claim)
{
  MellowClaimRow *self;
  const ProseRule *rule;

  g_return_val_if_fail (MELLOW_IS_CLAIM (claim), NULL);

  self = g_object_new (MELLOW_TYPE_CLAIM_ROW, NULL);
  self->claim = g_object_ref (claim);
  rule = mellow_claim_get_rule (claim);
  show_excerpt (self);
  gtk_label_set_text (self->why, rule->why);
  show_optional (self->ask, rule->ask);
  show_optional (self->reference, rule->reference);
  show_proof (self);
  show_standing (self);

  return GTK_WIDGET (self);
}

/**
 * mellow_claim_row_get_claim:
 * @self: a row
 *
 * Returns: (transfer none): what it tells of
 */
MellowClaim *
mellow_claim_row_get_claim (MellowClaimRow *self)
{
  g_return_val_if_fail (MELLOW_IS_CLAIM_ROW (self), NULL);

  return self->claim;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-proof-dialog.h"

#include <glib/gi18n.h>
#include <prose.h>
#include <string.h>

#include "mellow-day.h"
#include "mellow-phrase.h"

/**
 * MellowProofDialog:
 *
 * Asks where the proof of a claim is, who answers for it, and how long it holds.
 */
struct _MellowProofDialog {
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GtkEditable *proof;
  GtkEditable *owner;
  GtkEditable *valid_until;
  GtkPopover *calendar_popover;
  GtkCalendar *calendar;
  GtkLabel *problem;
};

enum {
  PROVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowProofDialog, mellow_proof_dialog, ADW_TYPE_WINDOW)

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

/* What there is to say of the date, NULL if it is fine. */
static const char *
find_problem (const char *date)
{
  const char *today = mellow_day_get_date (mellow_day_get_default ());

  if (*date == '\0')
    return NULL;
  if (!prose_ignore_date_is_valid (date))
    return _ ("Write the date as in 2026-12-31, or choose it from the calendar.");

  return strcmp (date, today) < 0 ? _ ("That day has passed, so the phrase would stay marked.")
                                  : NULL;
}

static void
update (MellowProofDialog *self)
{
  g_autofree char *proof = dup_stripped (self->proof);
  g_autofree char *date = dup_stripped (self->valid_until);
  const char *problem = find_problem (date);

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proof.save",
                                 *proof != '\0' && problem == NULL);
}

static void
on_day_selected (MellowProofDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%F");

  gtk_editable_set_text (self->valid_until, date);
  gtk_popover_popdown (self->calendar_popover);
}

/* What was written, NULL if nothing. */
static char *
dup_optional (GtkEditable *editable)
{
  g_autofree char *text = dup_stripped (editable);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowProofDialog *self = MELLOW_PROOF_DIALOG (widget);
  g_autofree char *text = dup_stripped (self->proof);
  g_autofree char *owner = dup_optional (self->owner);
  g_autofree char *date = dup_optional (self->valid_until);
  g_autoptr (MellowProof) proof = mellow_proof_new (text, owner, date);

  g_signal_emit (self, signals[PROVEN], 0, proof);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_entry_activated (MellowProofDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "proof.save", NULL);
}

static void
mellow_proof_dialog_class_init (MellowProofDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * MellowProofDialog::proven:
   * @self: a dialog
   * @proof: (type Mellow.Proof): the proof
   *
   * The writer has told of the proof.
   */
  signals[PROVEN] =
      g_signal_new ("proven", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, MELLOW_TYPE_PROOF | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-proof-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowProofDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MellowProofDialog, proof);
  gtk_widget_class_bind_template_child (widget_class, MellowProofDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, MellowProofDialog, valid_until);
  gtk_widget_class_bind_template_child (widget_class, MellowProofDialog, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, MellowProofDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, MellowProofDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_install_action (widget_class, "proof.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_proof_dialog_init (MellowProofDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * mellow_proof_dialog_new:
 * @parent: the window it belongs to
 * @phrase: the claim
 *
 * Returns: (transfer none): a dialog that asks for the proof of @phrase
 */
MellowProofDialog *
mellow_proof_dialog_new (GtkWindow *parent, const char *phrase)
{
  MellowProofDialog *self;
  g_autofree char *quoted = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (phrase != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_PROOF_DIALOG, "transient-for", parent, NULL);
  quoted = mellow_phrase_quote (phrase);
  title = g_markup_escape_text (quoted, -1);
  adw_preferences_group_set_title (self->group, title);
  gtk_widget_grab_focus (GTK_WIDGET (self->proof));

  return self;
}

static void
set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

/**
 * mellow_proof_dialog_set_proof:
 * @self: a dialog
 * @proof: what is known of the proof already
 */
void
mellow_proof_dialog_set_proof (MellowProofDialog *self, const MellowProof *proof)
{
  g_return_if_fail (MELLOW_IS_PROOF_DIALOG (self));
  g_return_if_fail (proof != NULL);

  set_text (self->proof, proof->text);
  set_text (self->owner, proof->owner);
  set_text (self->valid_until, proof->valid_until);
}

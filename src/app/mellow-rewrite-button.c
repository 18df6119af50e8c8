/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rewrite-button.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-phrase.h"

/**
 * MellowRewriteButton:
 *
 * A softer wording to take: what it puts in, of what kind it is, and the whole
 * sentence as it will read.
 */
struct _MellowRewriteButton {
  GtkButton parent_instance;

  GtkLabel *kind_label;
  GtkLabel *key_label;
  GtkLabel *text_label;
  GtkLabel *sentence_label;
  GtkLabel *pressure_label;

  MellowReview *review;
  ProseMeasures change; /* what the suggestion adds to the text */
  char *reading;        /* kind and sentence, for a screen reader */
};

G_DEFINE_FINAL_TYPE (MellowRewriteButton, mellow_rewrite_button, GTK_TYPE_BUTTON)

static void
mellow_rewrite_button_dispose (GObject *object)
{
  MellowRewriteButton *self = MELLOW_REWRITE_BUTTON (object);

  g_clear_object (&self->review);
  g_clear_pointer (&self->reading, g_free);

  G_OBJECT_CLASS (mellow_rewrite_button_parent_class)->dispose (object);
}

static void
mellow_rewrite_button_class_init (MellowRewriteButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_rewrite_button_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-rewrite-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowRewriteButton, kind_label);
  gtk_widget_class_bind_template_child (widget_class, MellowRewriteButton, key_label);
  gtk_widget_class_bind_template_child (widget_class, MellowRewriteButton, text_label);
  gtk_widget_class_bind_template_child (widget_class, MellowRewriteButton, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, MellowRewriteButton, pressure_label);
}

static void
mellow_rewrite_button_init (MellowRewriteButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_rewrite_kind_get_label:
 * @kind: a kind of rewrite
 *
 * Returns: (transfer none): its name for the user
 */
const char *
mellow_rewrite_kind_get_label (ProseRewriteKind kind)
{
  switch (kind) {
  case PROSE_REWRITE_BENEFIT:
    return _ ("Benefit");
  case PROSE_REWRITE_QUESTION:
    return _ ("Question");
  case PROSE_REWRITE_CHOICE:
    return _ ("Choice");
  case PROSE_REWRITE_EVIDENCE:
    return _ ("Evidence");
  case PROSE_REWRITE_PLAIN:
  default:
    return _ ("Plainly");
  }
}

/* Whether the sentence tells more than the wording does, its closing signs left
 * aside. */
static gboolean
says_more (const ProseSuggestion *suggestion)
{
  gsize length = strlen (suggestion->wording);

  return length == 0 || !g_str_has_prefix (suggestion->sentence, suggestion->wording) ||
         strlen (suggestion->sentence) > length + 3;
}

static void
set_texts (MellowRewriteButton *self, const ProseSuggestion *suggestion)
{
  const char *text = *suggestion->wording != '\0' ? suggestion->wording : _ ("Leave it out");

  gtk_label_set_text (self->kind_label, mellow_rewrite_kind_get_label (suggestion->kind));
  gtk_label_set_text (self->text_label, text);
  gtk_label_set_text (self->sentence_label, suggestion->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_label), says_more (suggestion));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), suggestion->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static double
get_pressure_after (MellowRewriteButton *self)
{
  ProseMeasures measures = *mellow_review_get_measures (self->review);

  prose_measures_add (&measures, &self->change);
  return prose_tone_summary_new (&measures).pressure;
}

/* What the meter of the text shows now, and what it would show; a screen reader
 * says it last. */
static void
update_pressure (MellowRewriteButton *self)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Pressure %.0f → %.0f"), mellow_review_get_pressure (self->review),
                       get_pressure_after (self));
  g_autofree char *description = g_strdup_printf ("%s %s", self->reading, text);

  gtk_label_set_text (self->pressure_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

/* Edits elsewhere in the text move the meter, too. */
static void
follow_review (MellowRewriteButton *self, MellowReview *review)
{
  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (update_pressure), self,
                           G_CONNECT_SWAPPED);
  update_pressure (self);
}

/**
 * mellow_rewrite_button_new:
 * @review: the review of the text
 * @suggestion: a softer wording for a mark of it
 * @number: which one it is of its mark, from 0
 *
 * Returns: (transfer floating): a button that takes it
 */
GtkWidget *
mellow_rewrite_button_new (MellowReview *review, const ProseSuggestion *suggestion, guint number)
{
  g_autofree char *accelerator = g_strdup_printf ("<Control>%u", number + 1);
  g_autofree char *key = NULL;
  MellowRewriteButton *self;
  GdkModifierType modifiers;
  guint keyval;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);
  g_return_val_if_fail (suggestion != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_REWRITE_BUTTON, "action-name", "suggestion.apply-rewrite",
                       "action-target", g_variant_new_uint32 (number), NULL);
  gtk_accelerator_parse (accelerator, &keyval, &modifiers);
  key = gtk_accelerator_get_label (keyval, modifiers);
  gtk_label_set_text (self->key_label, key);
  set_texts (self, suggestion);
  self->change = suggestion->change;
  self->reading =
      mellow_phrase_join (mellow_rewrite_kind_get_label (suggestion->kind), suggestion->sentence);
  follow_review (self, review);

  return GTK_WIDGET (self);
}

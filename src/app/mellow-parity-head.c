/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-head.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mellow-choice.h"
#include "mellow-language.h"
#include "mellow-parity-words.h"
#include "mellow-tone-words.h"

/**
 * MellowParityHead:
 *
 * What stands above the differences of a text from its original: how many there are, which
 * kind of them is listed, and both tones side by side.
 */
struct _MellowParityHead {
  GtkBox parent_instance;

  GtkLabel *count_label;
  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  GtkWidget *meters;
  GtkLabel *languages;
  GtkLabel *pressure;
  GtkLabel *warmth;

  MellowParityWalk *walk;
};

G_DEFINE_FINAL_TYPE (MellowParityHead, mellow_parity_head, GTK_TYPE_BOX)

/* --- which kinds --- */

static void
add_kind (GMenu *menu, const char *title, guint n, int kind)
{
  mellow_choice_append (menu, title, n, "parity.kind", g_variant_new_int32 (kind));
}

/* The list is made when it is opened. */
static void
fill_kinds (GtkMenuButton *button, gpointer user_data)
{
  MellowParityHead *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  add_kind (menu, _ ("All Kinds"), mellow_parity_walk_get_n_findings (self->walk),
            MELLOW_PARITY_ANY_KIND);
  for (int kind = 0; kind < PROSE_N_PARITY_KINDS; kind++) {
    guint n = mellow_parity_walk_count_kind (self->walk, kind);

    if (n > 0)
      add_kind (menu, mellow_parity_words_get_title (kind), n, kind);
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
update_kind (MellowParityHead *self)
{
  int kind = mellow_parity_walk_get_kind (self->walk);

  mellow_choice_show (self->kind_button, self->kind_label, _ ("Kind"),
                      kind != MELLOW_PARITY_ANY_KIND ? mellow_parity_words_get_title (kind) : NULL);
}

static void
update_count (MellowParityHead *self)
{
  guint n = mellow_parity_walk_get_n_findings (self->walk);
  g_autofree char *text = NULL;

  if (mellow_parity_walk_get_kind (self->walk) != MELLOW_PARITY_ANY_KIND)
    text = g_strdup_printf (_ ("%u of %u"), mellow_parity_walk_get_n_shown (self->walk), n);
  else
    text = g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  gtk_label_set_text (self->count_label, text);
}

/* --- both tones --- */

static const char *
get_language (MellowParityResult *result, gboolean is_target)
{
  const char *code = mellow_parity_result_get_language (result, is_target);

  if (code != NULL)
    return mellow_language_get_name (code);

  return is_target ? _ ("Translation") : _ ("Original");
}

static void
show_languages (MellowParityHead *self, MellowParityResult *result)
{
  /* Translators: the languages of an original and its translation. */
  g_autofree char *text =
      g_strdup_printf (_ ("%s → %s"), get_language (result, FALSE), get_language (result, TRUE));

  gtk_label_set_text (self->languages, text);
}

static void
show_meter (GtkLabel *label, ProseMeter meter, double source, double target)
{
  /* Translators: a meter, what it says of the original, and what of the translation. */
  g_autofree char *text = g_strdup_printf (_ ("%s %ld → %ld"), mellow_tone_words_get_meter (meter),
                                           lround (source), lround (target));

  gtk_label_set_text (label, text);
}

static void
update_meters (MellowParityHead *self, MellowParityResult *result)
{
  const ProseMeasures *measures = mellow_parity_result_get_measures (result, FALSE);
  gboolean has_meters = measures != NULL && mellow_parity_result_get_n_compared (result) > 0;
  ProseToneSummary source, target;

  gtk_widget_set_visible (self->meters, has_meters);
  if (!has_meters)
    return;

  source = prose_tone_summary_new (measures);
  target = prose_tone_summary_new (mellow_parity_result_get_measures (result, TRUE));
  show_languages (self, result);
  show_meter (self->pressure, PROSE_METER_PRESSURE, source.pressure, target.pressure);
  show_meter (self->warmth, PROSE_METER_WARMTH, source.warmth, target.warmth);
}

/* --- the object --- */

static void
mellow_parity_head_dispose (GObject *object)
{
  g_clear_object (&MELLOW_PARITY_HEAD (object)->walk);

  G_OBJECT_CLASS (mellow_parity_head_parent_class)->dispose (object);
}

static void
mellow_parity_head_class_init (MellowParityHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_parity_head_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-parity-head.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowParityHead, count_label);
  gtk_widget_class_bind_template_child (widget_class, MellowParityHead, kind_button);
  gtk_widget_class_bind_template_child (widget_class, MellowParityHead, kind_label);
  gtk_widget_class_bind_template_child (widget_class, MellowParityHead, meters);
  gtk_widget_class_bind_template_child (widget_class, MellowParityHead, languages);
  gtk_widget_class_bind_template_child (widget_class, MellowParityHead, pressure);
  gtk_widget_class_bind_template_child (widget_class, MellowParityHead, warmth);
}

static void
mellow_parity_head_init (MellowParityHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->kind_button, fill_kinds, self, NULL);
}

/**
 * mellow_parity_head_set_walk:
 * @self: a head
 * @walk: the walk through the differences below it, once
 */
void
mellow_parity_head_set_walk (MellowParityHead *self, MellowParityWalk *walk)
{
  g_return_if_fail (MELLOW_IS_PARITY_HEAD (self));

  g_set_object (&self->walk, walk);
}

/**
 * mellow_parity_head_update:
 * @self: a head with a walk
 * @result: what came of comparing the text
 *
 * Shows what is known now.
 */
void
mellow_parity_head_update (MellowParityHead *self, MellowParityResult *result)
{
  g_return_if_fail (MELLOW_IS_PARITY_HEAD (self));

  update_count (self);
  update_kind (self);
  update_meters (self, result);
}

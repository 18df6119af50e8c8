/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-unit-source.h"

#include <string.h>

#include "mellow-unit-label.h"

/**
 * MellowUnitSource:
 *
 * What is to be translated: the original of the unit at work with its marks, its plural, and
 * what the file says of both.
 */
struct _MellowUnitSource {
  GtkBox parent_instance;

  GtkLabel *note_label;
  GtkLabel *source_label;
  GtkLabel *plural_label;

  MellowHighlighter *highlighter;
  MellowTranslation *translation;
  MellowTranslationItem *item; /* (nullable) */
  GSignalGroup *item_signals;
};

G_DEFINE_FINAL_TYPE (MellowUnitSource, mellow_unit_source, GTK_TYPE_BOX)

static void
show_note (MellowUnitSource *self, const ProseTranslationUnit *unit)
{
  g_autoptr (GString) note = g_string_new (unit->context);

  if (note->len > 0 && unit->note != NULL)
    g_string_append (note, strchr (unit->note, '\n') != NULL ? "\n" : " · ");
  if (unit->note != NULL)
    g_string_append (note, unit->note);
  gtk_label_set_text (self->note_label, note->str);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note->len > 0);
}

static void
update (MellowUnitSource *self)
{
  const ProseTranslationUnit *unit;
  const char *plural;

  if (self->item == NULL)
    return;

  unit = mellow_translation_item_get_unit (self->item);
  plural = unit->source_plural != NULL ? prose_copy_get_text (unit->source_plural) : "";
  mellow_unit_label_show (self->source_label, self->highlighter, prose_copy_get_text (unit->source),
                          mellow_translation_get_source_marks (self->translation, self->item));
  mellow_unit_label_show (self->plural_label, self->highlighter, plural, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->plural_label), unit->source_plural != NULL);
  show_note (self, unit);
}

static void
mellow_unit_source_dispose (GObject *object)
{
  MellowUnitSource *self = MELLOW_UNIT_SOURCE (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->translation);
  g_clear_object (&self->highlighter);

  G_OBJECT_CLASS (mellow_unit_source_parent_class)->dispose (object);
}

static void
mellow_unit_source_class_init (MellowUnitSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_unit_source_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-unit-source.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowUnitSource, note_label);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitSource, source_label);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitSource, plural_label);
}

static void
mellow_unit_source_init (MellowUnitSource *self)
{
  self->item_signals = g_signal_group_new (MELLOW_TYPE_TRANSLATION_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_unit_source_set_translation:
 * @self: a source without a unit
 * @draft: a draft that is a file of translations
 * @translation: its units
 */
void
mellow_unit_source_set_translation (MellowUnitSource *self,
                                    MellowDraft *draft,
                                    MellowTranslation *translation)
{
  g_return_if_fail (MELLOW_IS_UNIT_SOURCE (self));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));
  g_return_if_fail (MELLOW_IS_TRANSLATION (translation));

  self->highlighter = g_object_ref (mellow_draft_get_highlighter (draft));
  self->translation = g_object_ref (translation);
  mellow_unit_label_follow_look (self->highlighter, G_CALLBACK (update), self);
}

/**
 * mellow_unit_source_set_item:
 * @self: a source
 * @item: (nullable): the unit at work
 */
void
mellow_unit_source_set_item (MellowUnitSource *self, MellowTranslationItem *item)
{
  g_return_if_fail (MELLOW_IS_UNIT_SOURCE (self));

  if (!g_set_object (&self->item, item))
    return;

  g_signal_group_set_target (self->item_signals, item);
  update (self);
}

/**
 * mellow_unit_source_select:
 * @self: a source with a unit
 * @span: a part of the file, in bytes
 *
 * Selects what the original says there.
 */
void
mellow_unit_source_select (MellowUnitSource *self, ProseSpan span)
{
  const ProseCopy *copy;
  const char *text;
  guint block;
  ProseSpan words;

  g_return_if_fail (MELLOW_IS_UNIT_SOURCE (self));
  g_return_if_fail (self->item != NULL);

  copy = mellow_translation_item_get_unit (self->item)->source;
  text = prose_copy_get_text (copy);
  block = mellow_translation_item_get_start (self->item);
  span.start = MAX (span.start, block) - block;
  span.end = MAX (span.end, block) - block;
  words = prose_copy_from_source (copy, span);
  gtk_label_select_region (self->source_label, g_utf8_pointer_to_offset (text, text + words.start),
                           g_utf8_pointer_to_offset (text, text + words.end));
}

/**
 * mellow_unit_source_select_nothing:
 * @self: a source
 */
void
mellow_unit_source_select_nothing (MellowUnitSource *self)
{
  g_return_if_fail (MELLOW_IS_UNIT_SOURCE (self));

  if (gtk_label_get_selection_bounds (self->source_label, NULL, NULL))
    gtk_label_select_region (self->source_label, 0, 0);
}

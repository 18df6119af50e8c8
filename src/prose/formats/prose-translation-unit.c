/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-translation-unit.h"

#include "formats/prose-placeholder.h"

static void
target_free (ProseTranslationTarget *self)
{
  prose_copy_free (self->copy);
  g_free (self->spelled);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
tag_free (ProseTranslationTag *self)
{
  g_free (self->spelled);
  g_free (self);
}

ProseTranslationUnit *
prose_translation_unit_new (ProseEscape escape)
{
  ProseTranslationUnit *self = g_new0 (ProseTranslationUnit, 1);

  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify)target_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify)tag_free);
  self->first_tag = 1;
  self->escape = escape;
  self->line_end = "\n";
  return self;
}

void
prose_translation_unit_free (ProseTranslationUnit *self)
{
  g_free (self->id);
  g_free (self->context);
  g_free (self->note);
  g_clear_pointer (&self->source, prose_copy_free);
  g_clear_pointer (&self->source_plural, prose_copy_free);
  g_ptr_array_unref (self->targets);
  g_strfreev (self->placeholders);
  g_ptr_array_unref (self->tags);
  g_free (self);
}

/* A target that says what copy does, which is taken. */
ProseTranslationTarget *
prose_translation_unit_add_target (ProseTranslationUnit *self, ProseCopy *copy)
{
  ProseTranslationTarget *target = g_new0 (ProseTranslationTarget, 1);

  target->copy = copy;
  g_ptr_array_add (self->targets, target);
  return target;
}

void
prose_translation_unit_add_tag (ProseTranslationUnit *self,
                                char *spelled,
                                int partner,
                                gboolean is_optional)
{
  ProseTranslationTag *tag = g_new0 (ProseTranslationTag, 1);

  tag->spelled = spelled;
  tag->partner = partner;
  tag->closer = -1;
  tag->behind = -1;
  tag->is_optional = is_optional;
  if (partner >= 0)
    ((ProseTranslationTag *)self->tags->pdata[partner])->closer = self->tags->len;
  g_ptr_array_add (self->tags, tag);
}

static void
shift_target (ProseTranslationTarget *self, guint offset)
{
  prose_copy_shift (self->copy, offset);
  self->content = prose_span_shift (self->content, offset);
  self->place = prose_span_shift (self->place, offset);
}

/* Once all is read of a block that starts at offset. */
void
prose_translation_unit_finish (ProseTranslationUnit *self, guint offset)
{
  if (self->source == NULL)
    self->source = prose_copy_new ();
  self->placeholders = prose_placeholders_list (prose_copy_get_text (self->source));
  prose_copy_shift (self->source, offset);
  if (self->source_plural != NULL)
    prose_copy_shift (self->source_plural, offset);
  for (guint i = 0; i < self->targets->len; i++)
    shift_target (self->targets->pdata[i], offset);
}

/**
 * prose_translation_unit_get_source:
 * @self: a unit
 * @n: which of its targets
 *
 * Returns: what that is a translation of: the first of the singular, others of the plural
 */
const char *
prose_translation_unit_get_source (const ProseTranslationUnit *self, guint n)
{
  return prose_copy_get_text (n > 0 && self->source_plural != NULL ? self->source_plural
                                                                   : self->source);
}

/**
 * prose_translation_unit_get_target:
 * @self: a unit
 * @n: which of its targets
 *
 * Returns: what it says
 */
const char *
prose_translation_unit_get_target (const ProseTranslationUnit *self, guint n)
{
  const ProseTranslationTarget *target;

  g_return_val_if_fail (n < self->targets->len, NULL);

  target = self->targets->pdata[n];
  return prose_copy_get_text (target->copy);
}

/* --- numbers of tags --- */

/* What is longer is no number of a tag. */
#define MOST_DIGITS 8

/**
 * prose_translation_unit_read_tag:
 * @self: a unit
 * @text: a place in a text of it
 * @number: (out): which of its tags is there
 *
 * Returns: the length of `{3}` in bytes if @text begins with a tag, else 0
 */
guint
prose_translation_unit_read_tag (const ProseTranslationUnit *self, const char *text, guint *number)
{
  guint n = 0, i = 1;

  if (*text != '{')
    return 0;
  for (; i <= MOST_DIGITS && g_ascii_isdigit (text[i]); i++)
    n = n * 10 + g_ascii_digit_value (text[i]);
  if (i == 1 || text[i] != '}' || n < self->first_tag || n - self->first_tag >= self->tags->len)
    return 0;

  *number = n - self->first_tag;
  return i + 1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While a translation is being written, tags of the original are still missing in it, and
 * the file cannot have it so. What it can have is the same words with those tags behind
 * them.
 */

#include "formats/prose-translation.h"

#include "formats/prose-xliff-translation.h"

/* A text being mended. */
typedef struct {
  const ProseTranslationUnit *unit;
  GString *text;
  gboolean *is_used; /* for each tag */
  GArray *open;      /* of guint: tags that have yet to be closed */
} Mending;

static void
mending_clear (Mending *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->is_used);
  g_array_unref (self->open);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mending, mending_clear)

static const ProseTranslationTag *
get_tag (const Mending *self, guint number)
{
  return self->unit->tags->pdata[number];
}

/* The tag that has to be closed next; -1 if there is none. */
static int
get_innermost (const Mending *self)
{
  return self->open->len > 0 ? (int)g_array_index (self->open, guint, self->open->len - 1) : -1;
}

static gboolean
may_stand_here (const Mending *self, guint number)
{
  int partner = get_tag (self, number)->partner;

  return !self->is_used[number] && (partner < 0 || partner == get_innermost (self));
}

static void
append_tag (Mending *self, guint number)
{
  const ProseTranslationTag *tag = get_tag (self, number);

  g_string_append_printf (self->text, "{%u}", self->unit->first_tag + number);
  self->is_used[number] = TRUE;
  if (tag->partner >= 0)
    g_array_set_size (self->open, self->open->len - 1);
  if (tag->closer >= 0)
    g_array_append_val (self->open, number);
}

static void
append_character (Mending *self, gunichar c)
{
  if (self->unit->escape == PROSE_ESCAPE_STRING || prose_xliff_translation_takes (c))
    g_string_append_unichar (self->text, c);
}

static void
append_text (Mending *self, const char *text)
{
  while (*text != '\0') {
    guint number;
    guint n = prose_translation_unit_read_tag (self->unit, text, &number);

    if (n == 0)
      append_character (self, g_utf8_get_char (text));
    else if (may_stand_here (self, number))
      append_tag (self, number);
    text = n > 0 ? text + n : g_utf8_next_char (text);
  }
}

static void
close_tags (Mending *self)
{
  while (self->open->len > 0)
    append_tag (self, get_tag (self, get_innermost (self))->closer);
}

/* What is closed needs what closes it, even if it could do without. */
static gboolean
is_missing (const Mending *self, guint number)
{
  const ProseTranslationTag *tag = get_tag (self, number);

  return !self->is_used[number] && tag->partner < 0 &&
         (!tag->is_optional || (tag->closer >= 0 && !get_tag (self, tag->closer)->is_optional));
}

/* Each with what closes it right behind. */
static void
append_missing (Mending *self)
{
  for (guint i = 0; i < self->unit->tags->len; i++)
    if (is_missing (self, i)) {
      append_tag (self, i);
      close_tags (self);
    }
}

static char *
mend (const ProseTranslationUnit *unit, const char *text)
{
  g_auto (Mending) mending = { .unit = unit,
                               .text = g_string_new (NULL),
                               .is_used = g_new0 (gboolean, unit->tags->len + 1),
                               .open = g_array_new (FALSE, FALSE, sizeof (guint)) };

  append_text (&mending, text);
  if (*text != '\0') {
    close_tags (&mending);
    append_missing (&mending);
  }
  return g_strdup (mending.text->str);
}

/**
 * prose_translation_mend_target:
 * @unit: a unit
 * @text: what a target is to say, with tags as `{1}`
 *
 * What prose_translation_write_target() refuses can be mended: a tag that is missing is put
 * at the end, one that is there twice or closes what is not open stays where it can, or
 * goes there, too, and what the file has no character for is left out. So whoever writes a
 * translation has it in the file all the time.
 *
 * Returns: (transfer full): what is closest to @text and can be written; @text itself if
 *   that can
 */
char *
prose_translation_mend_target (const ProseTranslationUnit *unit, const char *text)
{
  g_autofree char *before = g_strdup (text);

  /* Around what was taken out, the rest may read as a tag that was none: `{{2}1}`. */
  for (;;) {
    char *mended = mend (unit, before);

    if (g_str_equal (mended, before))
      return mended;
    g_free (before);
    before = mended;
  }
}

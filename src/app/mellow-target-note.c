/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-target-note.h"

#include <glib/gi18n.h>

/* Behind a dot, if there is something already. */
static void
append (GString *line, const char *text)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

/* The placeholders of a kind of fault, each once. */
static char *
list_placeholders (GPtrArray *faults,
                   ProsePlaceholderFaultKind kind,
                   GStrv known,
                   gboolean is_known)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < faults->len; i++) {
    const ProsePlaceholderFault *fault = faults->pdata[i];
    gboolean is = known != NULL && g_strv_contains ((const char *const *)known, fault->placeholder);

    if (fault->kind == kind && is == is_known &&
        !g_ptr_array_find_with_equal_func (all, fault->placeholder, g_str_equal, NULL))
      g_ptr_array_add (all, fault->placeholder);
  }
  if (all->len == 0)
    return NULL;

  g_ptr_array_add (all, NULL);
  return g_strjoinv (" ", (char **)all->pdata);
}

static char *
say_fault (ProsePlaceholderFaultKind kind, gboolean is_known, const char *list)
{
  if (kind == PROSE_PLACEHOLDER_MISSING)
    return g_strdup_printf (_ ("Missing: %s"), list);

  return is_known ? g_strdup_printf (_ ("There too often: %s"), list)
                  : g_strdup_printf (_ ("Not in the original: %s"), list);
}

static void
append_fault (GString *line,
              GPtrArray *faults,
              ProsePlaceholderFaultKind kind,
              GStrv known,
              gboolean is_known)
{
  g_autofree char *list = list_placeholders (faults, kind, known, is_known);
  g_autofree char *text = list != NULL ? say_fault (kind, is_known, list) : NULL;

  if (text != NULL)
    append (line, text);
}

/* Whether there is something wrong with placeholders or tags. */
static gboolean
append_faults (GString *line, const char *source, const char *text)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_auto (GStrv) known = NULL;

  if (*text == '\0')
    return FALSE;

  faults = prose_translation_check_placeholders (source, text);
  known = prose_placeholders_list (source);
  append_fault (line, faults, PROSE_PLACEHOLDER_MISSING, known, TRUE);
  append_fault (line, faults, PROSE_PLACEHOLDER_SURPLUS, known, TRUE);
  append_fault (line, faults, PROSE_PLACEHOLDER_SURPLUS, known, FALSE);
  return faults->len > 0;
}

static gboolean
append_length (GString *line, guint limit, const char *shown)
{
  guint length = g_utf8_strlen (shown, -1);
  g_autofree char *text = NULL;

  if (limit == 0)
    return FALSE;

  text = length > limit
             ? g_strdup_printf (ngettext ("%u of %u character: %u too many",
                                          "%u of %u characters: %u too many", limit),
                                length, limit, length - limit)
             : g_strdup_printf (ngettext ("%u of %u character", "%u of %u characters", limit),
                                length, limit);
  append (line, text);
  return length > limit;
}

static gboolean
append_mending (GString *line, const ProseTranslationUnit *unit, guint n, const char *text)
{
  if (g_str_equal (text, prose_translation_unit_get_target (unit, n)))
    return FALSE;

  append (line, unit->tags->len > 0
                    ? _ ("In the file, the tags stand behind the text until they have their place")
                    : _ ("The file has no sign for a part of this, and leaves it out"));
  return TRUE;
}

/**
 * mellow_target_note_new:
 * @unit: a unit
 * @n: one of its targets
 * @text: what is written there, maybe not what the file has
 *
 * Returns: (transfer full): what is to be said of @text
 */
MellowTargetNote *
mellow_target_note_new (const ProseTranslationUnit *unit, guint n, const char *text)
{
  MellowTargetNote *self;
  GString *line;

  g_return_val_if_fail (unit != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MellowTargetNote, 1);
  line = g_string_new (NULL);
  self->has_problem |= append_length (line, unit->limit, text);
  self->has_problem |= append_faults (line, prose_translation_unit_get_source (unit, n), text);
  self->has_problem |= append_mending (line, unit, n, text);
  self->text = g_string_free (line, FALSE);
  return self;
}

/**
 * mellow_target_note_free:
 * @self: a note
 */
void
mellow_target_note_free (MellowTargetNote *self)
{
  g_free (self->text);
  g_free (self);
}

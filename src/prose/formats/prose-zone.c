/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-zone.h"

#include <string.h>

/* The longest name of a subject line has fewer bytes. */
#define MAX_SUBJECT_LENGTH 16

static const char *const names[] = {
  [PROSE_ZONE_ANY] = "any",
  [PROSE_ZONE_BODY] = "body",
  [PROSE_ZONE_HEADLINE] = "headline",
  [PROSE_ZONE_SUBJECT] = "subject",
  [PROSE_ZONE_BUTTON] = "button",
  [PROSE_ZONE_DECLINE] = "decline",
  [PROSE_ZONE_FINE_PRINT] = "fine-print",
  [PROSE_ZONE_DESCRIPTION] = "description",
};

const char *
prose_zone_to_string (ProseZone zone)
{
  g_return_val_if_fail (zone < G_N_ELEMENTS (names), NULL);

  return names[zone];
}

/**
 * prose_zone_from_string:
 * @name: a name as packs write it
 * @zone: (out): the zone it names
 *
 * Returns: whether @name names a zone
 */
gboolean
prose_zone_from_string (const char *name, ProseZone *zone)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_strcmp0 (name, names[i]) == 0) {
      *zone = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* --- plain text --- */

/* How mails name the line of their subject, in the languages that have rules and
 * their neighbours. */
static const char *const subjects[] = { "subject:", "emne:",   "ämne:",    "betreff:",
                                        "objet:",   "asunto:", "oggetto:", "onderwerp:" };

/* How labels begin that decline an offer. */
static const char *const refusals[] = { "no",
                                        "nope",
                                        "skip",
                                        "not now",
                                        "not today",
                                        "maybe later",
                                        "nej",
                                        "spring over",
                                        "ikke nu",
                                        "måske senere",
                                        "inte nu",
                                        "kanske senare",
                                        "hoppa över",
                                        "nei",
                                        "ikke nå",
                                        "kanskje senere",
                                        "hopp over",
                                        "nein",
                                        "nicht jetzt",
                                        "später",
                                        "vielleicht später",
                                        "überspringen",
                                        "non",
                                        "pas maintenant",
                                        "plus tard",
                                        "peut-être plus tard",
                                        "passer cette étape",
                                        "ahora no",
                                        "más tarde",
                                        "quizás más tarde",
                                        "tal vez más tarde",
                                        "omitir" };

static gboolean
starts_with (const char *text, gsize length, const char *prefix)
{
  gsize n = strlen (prefix);
  g_autofree char *start = NULL;
  g_autofree char *folded = NULL;

  if (length < n)
    return FALSE;

  start = g_strndup (text, n);
  folded = g_utf8_validate (start, n, NULL) ? g_utf8_strdown (start, n) : NULL;
  return g_strcmp0 (folded, prefix) == 0;
}

/* Every paragraph is asked: a colon is looked for before letters are folded. */
static gboolean
is_subject (const char *text, gsize length)
{
  if (memchr (text, ':', MIN (length, MAX_SUBJECT_LENGTH)) == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (starts_with (text, length, subjects[i]))
      return TRUE;

  return FALSE;
}

/**
 * prose_zone_declines:
 * @label: the label of a button or a link
 * @length: its length in bytes
 *
 * Returns: whether it begins as labels do that decline an offer: "No thanks" does,
 *   "Now in blue" does not
 */
gboolean
prose_zone_declines (const char *label, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    gsize n = strlen (refusals[i]);

    /* Most labels differ in their first letter: others need not be folded. */
    if (length > 0 && g_ascii_tolower (*label) == refusals[i][0] &&
        starts_with (label, length, refusals[i]) &&
        (length == n || strchr (" \n,.!:;-]", label[n]) != NULL))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_heading (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[n] == '#')
    n++;

  return n >= 1 && n <= 6 && n < length && text[n] == ' ';
}

/* A label in square brackets, as wireframes and drafts write buttons; not a
 * link of Markdown, and not a task of a list. */
static gboolean
is_button (const char *text, gsize length)
{
  return length >= 4 && text[0] == '[' && text[1] != ' ' &&
         memchr (text, ']', length) == text + length - 1;
}

/**
 * prose_zone_of_paragraph:
 * @text: a paragraph of plain text
 * @length: its length in bytes
 *
 * Tells what a paragraph is by how drafts of mails and pages write it: a line
 * `Subject: …`, a heading with `#`, a button in square brackets, and one that
 * declines (`[No thanks, …]`).
 *
 * Returns: its zone
 */
ProseZone
prose_zone_of_paragraph (const char *text, gsize length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  while (length > 0 && g_ascii_isspace (*text))
    text++, length--;

  if (is_button (text, length))
    return prose_zone_declines (text + 1, length - 1) ? PROSE_ZONE_DECLINE : PROSE_ZONE_BUTTON;
  if (is_heading (text, length))
    return PROSE_ZONE_HEADLINE;

  return is_subject (text, length) ? PROSE_ZONE_SUBJECT : PROSE_ZONE_BODY;
}

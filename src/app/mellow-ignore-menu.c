/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of what can be done about a mark besides rewriting it. The actions are
 * those of the row that shows the mark.
 */

#include "mellow-ignore-menu.h"

#include <glib/gi18n.h>

#include "mellow-claim.h"
#include "mellow-phrase.h"

static const struct {
  ProseIgnoreReason reason;
  const char *label; /* in a menu */
} reasons[] = {
  { PROSE_IGNORE_REASON_INTENDED, N_ ("Inte_nded") },
  { PROSE_IGNORE_REASON_PROVEN, N_ ("T_rue and Proven") },
  { PROSE_IGNORE_REASON_QUOTED, N_ ("_Quoted") },
  { PROSE_IGNORE_REASON_BRAND, N_ ("_Brand Term") },
};

/**
 * mellow_ignore_reason_get_label:
 * @reason: why something is ignored
 *
 * Returns: (transfer none): its name for the user
 */
const char *
mellow_ignore_reason_get_label (ProseIgnoreReason reason)
{
  switch (reason) {
  case PROSE_IGNORE_REASON_INTENDED:
    return _ ("Intended");
  case PROSE_IGNORE_REASON_PROVEN:
    return _ ("True and Proven");
  case PROSE_IGNORE_REASON_QUOTED:
    return _ ("Quoted");
  case PROSE_IGNORE_REASON_BRAND:
    return _ ("Brand Term");
  case PROSE_IGNORE_REASON_NONE:
  default:
    return _ ("No Reason Given");
  }
}

/* What is put into a label is not to have mnemonics. */
static char *
double_underscores (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, const char *label, GMenu *section)
{
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_level (GMenu *menu, const char *format, const char *phrase, ProseIgnoreLevel level)
{
  g_autofree char *label = g_strdup_printf (format, phrase);

  append (menu, label, "suggestion.ignore", prose_ignore_level_to_string (level));
}

static void
append_here (GMenu *menu)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Ignore _Here"), NULL);

  g_menu_item_set_action_and_target (item, "suggestion.ignore", "s",
                                     prose_ignore_level_to_string (PROSE_IGNORE_HERE));
  g_menu_item_set_attribute (item, "accel", "s", "<Alt>i");
  g_menu_append_item (menu, item);
}

static GMenu *
create_levels (const char *phrase)
{
  g_autofree char *quoted = mellow_phrase_quote_short (phrase);
  g_autofree char *shown = double_underscores (quoted);
  GMenu *menu = g_menu_new ();

  append_here (menu);
  /* Translators: %s is a phrase in quotation marks. */
  append_level (menu, _ ("Ignore %s in This _Document"), shown, PROSE_IGNORE_IN_DOCUMENT);
  append_level (menu, _ ("Ignore %s _Everywhere"), shown, PROSE_IGNORE_EVERYWHERE);
  return menu;
}

static void
append_reason (GMenu *menu, guint i)
{
  append (menu, _ (reasons[i].label), "suggestion.reason",
          prose_ignore_reason_to_string (reasons[i].reason));
}

/* What is somebody else's is most likely ignored for that. */
static GMenu *
create_reasons (gboolean is_quoted)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; is_quoted && i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].reason == PROSE_IGNORE_REASON_QUOTED)
      append_reason (menu, i);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (!is_quoted || reasons[i].reason != PROSE_IGNORE_REASON_QUOTED)
      append_reason (menu, i);

  return menu;
}

static GMenu *
create_rule (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Turn Rule _Off in This Document"), "suggestion.turn-rule-off",
          prose_ignore_level_to_string (PROSE_IGNORE_IN_DOCUMENT));
  append (menu, _ ("_Turn Rule Off Everywhere"), "suggestion.turn-rule-off",
          prose_ignore_level_to_string (PROSE_IGNORE_EVERYWHERE));
  return menu;
}

static GMenu *
create_proof (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("It Is True and _Proven…"), "suggestion.prove");
  return menu;
}

/**
 * mellow_ignore_menu_new:
 * @mark: a mark
 *
 * Returns: (transfer full): the ways to leave @mark as it is, each said precisely
 */
GMenuModel *
mellow_ignore_menu_new (MellowMark *mark)
{
  GMenu *menu;

  g_return_val_if_fail (MELLOW_IS_MARK (mark), NULL);

  menu = g_menu_new ();
  append_section (menu, NULL, create_levels (mellow_mark_get_phrase (mark)));
  append_section (menu, _ ("Reason, if You Like"), create_reasons (mellow_mark_is_quoted (mark)));
  if (mellow_claim_can_be_proven (mellow_mark_get_rule (mark)))
    append_section (menu, NULL, create_proof ());
  append_section (menu, NULL, create_rule ());

  return G_MENU_MODEL (menu);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-note.h"

#include <glib/gi18n.h>

#include "mellow-file-name.h"

static void
say (MellowParityNote *self, const char *icon, const char *title, const char *description)
{
  self->icon = icon;
  self->title = title;
  self->description = g_strdup (description);
}

static void
offer (MellowParityNote *self, const char *label, const char *action)
{
  self->label = label;
  self->action = action;
}

static void
say_no_original (MellowParityNote *self)
{
  say (self, "mellow-pen-symbolic", _ ("Beside Which Original?"),
       _ ("Choose the text that this one is a translation of. Their tones are compared here."));
  offer (self, _ ("_Choose…"), "win.compare-with-original");
}

static void
say_no_file (MellowParityNote *self, MellowParityWatch *watch)
{
  g_autofree char *name = mellow_file_dup_name (mellow_parity_watch_get_file (watch));
  /* Translators: the name of a file, and why it cannot be read. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” cannot be read just now. %s"), name,
                                           mellow_parity_watch_get_problem (watch));
  g_autofree char *description = g_markup_escape_text (text, -1);

  say (self, "edit-find-symbolic", _ ("Where Is the Original?"), description);
  offer (self, _ ("_Choose Another…"), "win.compare-with-original");
}

static void
say_filtered (MellowParityNote *self, guint n)
{
  g_autofree char *description =
      g_strdup_printf (ngettext ("One difference is waiting outside of the filter.",
                                 "%u differences are waiting outside of the filter.", n),
                       n);

  say (self, "edit-find-symbolic", _ ("Nothing Under This Filter"), description);
  offer (self, _ ("_Show All"), "parity.clear-filter");
}

static void
say_dismissed (MellowParityNote *self, guint n)
{
  g_autofree char *description =
      g_strdup_printf (ngettext ("One difference is dismissed; you chose to leave it.",
                                 "%u differences are dismissed; you chose to leave them.", n),
                       n);

  say (self, "mellow-leaf-symbolic", _ ("Nothing Left to Compare"), description);
  offer (self, _ ("Show What Is _Dismissed"), "win.show-dismissed");
}

static void
say_result (MellowParityNote *self, MellowParityResult *result)
{
  guint n_findings = g_list_model_get_n_items (mellow_parity_result_get_findings (result));
  guint n_dismissed = g_list_model_get_n_items (mellow_parity_result_get_dismissed (result));

  if (n_findings > 0)
    say_filtered (self, n_findings);
  else if (n_dismissed > 0)
    say_dismissed (self, n_dismissed);
  else if (mellow_parity_result_get_n_compared (result) == 0)
    say (self, "mellow-pen-symbolic", _ ("Nothing to Compare Yet"),
         _ ("What is translated is compared here with its original."));
  else
    say (self, "mellow-leaf-symbolic", _ ("In Tune"),
         _ ("The translation sounds as calm as its original."));
}

/**
 * mellow_parity_note_new:
 * @watch: what compares a text with its original
 *
 * Returns: (transfer full): why no difference is listed
 */
MellowParityNote *
mellow_parity_note_new (MellowParityWatch *watch)
{
  MellowParityNote *self;

  g_return_val_if_fail (MELLOW_IS_PARITY_WATCH (watch), NULL);

  self = g_new0 (MellowParityNote, 1);
  switch (mellow_parity_watch_get_state (watch)) {
  case MELLOW_PARITY_NO_ORIGINAL:
    say_no_original (self);
    break;
  case MELLOW_PARITY_COMPARING:
    say (self, "mellow-pen-symbolic", _ ("One Moment"), _ ("Both texts are being read."));
    break;
  case MELLOW_PARITY_NO_FILE:
    say_no_file (self, watch);
    break;
  case MELLOW_PARITY_COMPARED:
  default:
    say_result (self, mellow_parity_watch_get_result (watch));
  }
  return self;
}

/**
 * mellow_parity_note_free:
 * @self: a note
 */
void
mellow_parity_note_free (MellowParityNote *self)
{
  g_free (self->description);
  g_free (self);
}

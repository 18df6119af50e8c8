/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-file-notice.h"

#include <glib/gi18n.h>

/**
 * MellowFileNotice:
 *
 * Tells above a text what another program has done with its file, and that it
 * cannot be written.
 */
struct _MellowFileNotice {
  GObject parent_instance;

  MellowDraft *draft;
  MellowNotice *notice;
  MellowFileWatch *watch;
};

G_DEFINE_FINAL_TYPE (MellowFileNotice, mellow_file_notice, G_TYPE_OBJECT)

static void
tell_of_change (MellowFileNotice *self)
{
  mellow_notice_show (self->notice,
                      mellow_draft_is_modified (self->draft)
                          ? _ ("Another program has changed this file. You have changes here too.")
                          : _ ("Another program has changed this file."),
                      _ ("_Reload"), "win.reload", _ ("_Keep Mine"), "page.keep", NULL);
}

/* The text is nowhere else now, so it counts as not saved. */
static void
tell_of_loss (MellowFileNotice *self)
{
  gtk_text_buffer_set_modified (mellow_draft_get_buffer (self->draft), TRUE);
  mellow_notice_show (self->notice,
                      _ ("This file has been deleted or moved. Your text is still here."),
                      _ ("_Save Again"), "win.save", NULL);
}

/* A text that is closed may live on for a moment, and has nobody to tell. */
static void
on_state_changed (MellowFileNotice *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self->notice)) == NULL)
    return;

  switch (mellow_file_watch_get_state (self->watch)) {
  case MELLOW_FILE_STATE_CHANGED:
    tell_of_change (self);
    break;
  case MELLOW_FILE_STATE_GONE:
    tell_of_loss (self);
    break;
  case MELLOW_FILE_STATE_READ_ONLY:
    mellow_notice_show (self->notice,
                        _ ("This file may only be read. Your changes can go into another one."),
                        _ ("Save _As…"), "win.save-as", NULL);
    break;
  case MELLOW_FILE_STATE_CLOSED_FOLDER:
    mellow_notice_show (self->notice,
                        _ ("This folder takes no new files. Your text can go into another one."),
                        _ ("Save _As…"), "win.save-as", NULL);
    break;
  case MELLOW_FILE_STATE_IMPORTED:
    mellow_notice_show (self->notice,
                        _ ("A Word document is read, never written: save a copy as text."),
                        _ ("Save _As…"), "win.save-as", NULL);
    break;
  case MELLOW_FILE_STATE_CALM:
  default:
    mellow_notice_hide (self->notice);
  }
}

static void
mellow_file_notice_dispose (GObject *object)
{
  MellowFileNotice *self = MELLOW_FILE_NOTICE (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->notice);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_file_notice_parent_class)->dispose (object);
}

static void
mellow_file_notice_class_init (MellowFileNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_file_notice_dispose;
}

static void
mellow_file_notice_init (MellowFileNotice *self)
{
}

/**
 * mellow_file_notice_new:
 * @draft: a draft
 * @notice: where to tell, in a widget that has `page.keep` in a window
 *
 * Returns: (transfer full): what tells of the file of @draft
 */
MellowFileNotice *
mellow_file_notice_new (MellowDraft *draft, MellowNotice *notice)
{
  MellowFileNotice *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (MELLOW_IS_NOTICE (notice), NULL);

  self = g_object_new (MELLOW_TYPE_FILE_NOTICE, NULL);
  self->draft = g_object_ref (draft);
  self->notice = g_object_ref (notice);
  self->watch = mellow_file_watch_new (draft);
  g_signal_connect_object (self->watch, "notify::state", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_file_notice_is_read_only:
 * @self: a file notice
 *
 * Returns: whether saving has to go elsewhere
 */
gboolean
mellow_file_notice_is_read_only (MellowFileNotice *self)
{
  MellowFileState state;

  g_return_val_if_fail (MELLOW_IS_FILE_NOTICE (self), FALSE);

  state = mellow_file_watch_get_state (self->watch);
  return state == MELLOW_FILE_STATE_READ_ONLY || state == MELLOW_FILE_STATE_CLOSED_FOLDER ||
         mellow_file_tie_is_imported (mellow_draft_get_tie (self->draft));
}

/**
 * mellow_file_notice_keep:
 * @self: a file notice
 *
 * The text stays, whatever another program has done with the file.
 */
void
mellow_file_notice_keep (MellowFileNotice *self)
{
  g_return_if_fail (MELLOW_IS_FILE_NOTICE (self));

  mellow_draft_keep (self->draft, mellow_file_watch_get_etag (self->watch));
}

/**
 * mellow_file_notice_check:
 * @self: a file notice
 *
 * Looks at the file now.
 */
void
mellow_file_notice_check (MellowFileNotice *self)
{
  g_return_if_fail (MELLOW_IS_FILE_NOTICE (self));

  mellow_file_watch_check (self->watch);
}

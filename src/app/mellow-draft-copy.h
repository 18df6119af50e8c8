/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"

G_BEGIN_DECLS

/**
 * MELLOW_DRAFT_COPY_ERROR:
 *
 * Why bytes could not be read as a recovery copy.
 */
#define MELLOW_DRAFT_COPY_ERROR (mellow_draft_copy_error_quark ())

/**
 * MellowDraftCopyError:
 * @MELLOW_DRAFT_COPY_ERROR_UNKNOWN: it is of another kind or a newer version
 */
typedef enum {
  MELLOW_DRAFT_COPY_ERROR_UNKNOWN,
} MellowDraftCopyError;

/**
 * MellowDraftCopy:
 * @uri: (nullable): where the text is to be saved
 * @etag: (nullable): the state of that file that the text knows of
 * @encoding: how that file spells it
 * @cursor: where the cursor was, in characters
 * @known: (nullable): its brief and what is ignored in it, YAML, if it has no file to
 *   keep that with
 * @brief: (nullable): the brief alone, YAML, as earlier versions have it
 * @text: the text, valid UTF-8
 * @length: its length in bytes
 *
 * A text that is not saved, as it is kept for the case that Mellow or the machine
 * stops. Its file is a few lines of heading and the text itself, so that anything
 * can read it.
 */
typedef struct {
  char *uri;
  char *etag;
  ProseEncoding encoding;
  guint cursor;
  char *known;
  char *brief;
  char *text;
  gsize length;
} MellowDraftCopy;

GQuark mellow_draft_copy_error_quark (void);

MellowDraftCopy *mellow_draft_copy_new (MellowDraft *draft);
void mellow_draft_copy_restore (const MellowDraftCopy *self, MellowDraft *draft);

GBytes *mellow_draft_copy_to_bytes (const MellowDraftCopy *self);
MellowDraftCopy *mellow_draft_copy_new_from_bytes (GBytes *bytes, GError **error);
void mellow_draft_copy_free (MellowDraftCopy *self);

char *mellow_draft_copy_new_id (void);
char *mellow_draft_copy_dup_path (const char *id);
MellowDraftCopy *mellow_draft_copy_load (const char *id, GError **error);
GPtrArray *mellow_draft_copy_list (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowDraftCopy, mellow_draft_copy_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-proof.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_PROOF_DIALOG (mellow_proof_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MellowProofDialog, mellow_proof_dialog, MELLOW, PROOF_DIALOG, AdwWindow)

MellowProofDialog *mellow_proof_dialog_new (GtkWindow *parent, const char *phrase);
void mellow_proof_dialog_set_proof (MellowProofDialog *self, const MellowProof *proof);

G_END_DECLS

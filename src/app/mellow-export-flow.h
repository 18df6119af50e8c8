/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"

G_BEGIN_DECLS

/**
 * MellowExportChosen:
 * @owner: the widget that asked
 * @file: where the user wants it, or which one to read
 */
typedef void (*MellowExportChosen) (GtkWidget *owner, GFile *file);

/**
 * MellowExportTell:
 * @owner: the widget that wrote
 * @text: what to tell the user
 */
typedef void (*MellowExportTell) (GtkWidget *owner, const char *text);

GtkFileChooser *mellow_export_flow_ask (GtkWidget *owner,
                                        const char *title,
                                        const char *name,
                                        MellowExportChosen chosen);
GtkFileChooser *mellow_export_flow_ask_for_import (GtkWidget *owner,
                                                   const char *title,
                                                   MellowExportChosen chosen);
void mellow_export_flow_add_yaml (GtkFileChooser *chooser, const char *name);
GBytes *mellow_export_flow_encode_yaml (const char *yaml);
void mellow_export_flow_suggest_place (GtkFileChooser *chooser,
                                       MellowDraft *draft,
                                       const char *ending);
void mellow_export_flow_write (
    GtkWidget *owner, GFile *file, GBytes *bytes, const char *done, MellowExportTell tell);
void mellow_export_flow_tell_failure (GtkWidget *owner, GFile *file, const GError *error);

G_END_DECLS

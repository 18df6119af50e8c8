/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_MARK_FILTER (mellow_mark_filter_get_type ())
G_DECLARE_FINAL_TYPE (MellowMarkFilter, mellow_mark_filter, MELLOW, MARK_FILTER, GObject)

MellowMarkFilter *mellow_mark_filter_new (void);
gboolean mellow_mark_filter_is_active (MellowMarkFilter *self);
void mellow_mark_filter_clear (MellowMarkFilter *self);

ProseSeverity mellow_mark_filter_get_severity (MellowMarkFilter *self);
void mellow_mark_filter_set_severity (MellowMarkFilter *self, ProseSeverity severity);
const char *mellow_mark_filter_get_family (MellowMarkFilter *self);
void mellow_mark_filter_set_family (MellowMarkFilter *self, const char *family);
ProseZone mellow_mark_filter_get_zone (MellowMarkFilter *self);
void mellow_mark_filter_set_zone (MellowMarkFilter *self, ProseZone zone);
void mellow_mark_filter_set_text (MellowMarkFilter *self, const char *text);

char *mellow_mark_filter_fold (const char *text);
gboolean mellow_mark_filter_passes (MellowMarkFilter *self,
                                    const ProseRule *rule,
                                    const char *phrase);
gboolean mellow_mark_filter_passes_zone (MellowMarkFilter *self, ProseZone zone);

G_END_DECLS

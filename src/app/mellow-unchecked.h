/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

char *mellow_unchecked_describe (const GArray *languages);

G_END_DECLS

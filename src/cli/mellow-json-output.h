/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-checked-text.h"
#include "mellow-json-writer.h"

G_BEGIN_DECLS

void mellow_json_output_begin (MellowJsonWriter *writer);
void mellow_json_output_add (MellowJsonWriter *writer, const MellowCheckedText *checked);
void mellow_json_output_end (MellowJsonWriter *writer);

G_END_DECLS

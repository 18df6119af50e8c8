/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PROSE_TRANSLATION_ERROR:
 *
 * Why a translation cannot be written.
 */
#define PROSE_TRANSLATION_ERROR (prose_translation_error_quark ())

/**
 * ProseTranslationError:
 * @PROSE_TRANSLATION_ERROR_TAG_MISSING: a tag of the original is not there
 * @PROSE_TRANSLATION_ERROR_TAG_TWICE: a tag is there more than once
 * @PROSE_TRANSLATION_ERROR_TAG_ORDER: a tag closes what is not open
 * @PROSE_TRANSLATION_ERROR_CHARACTER: the file cannot have a character
 *
 * What is wrong with a translation.
 */
typedef enum {
  PROSE_TRANSLATION_ERROR_TAG_MISSING,
  PROSE_TRANSLATION_ERROR_TAG_TWICE,
  PROSE_TRANSLATION_ERROR_TAG_ORDER,
  PROSE_TRANSLATION_ERROR_CHARACTER,
} ProseTranslationError;

GQuark prose_translation_error_quark (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tags inside of a string say of its text: where a line ends, what is not to be
 * translated, and where in the code of a page there is text again. */

#include "formats/prose-xliff-inline.h"

/* Annotations that are nested deeper count as the last. */
#define MOST_LEVELS 64

/* --- line ends --- */

/* XLIFF 1.2 says so of a tag, XLIFF 2 too. */
static gboolean
is_called_line_end (const ProseXmlToken *tag, const char *block)
{
  return prose_xml_token_has (tag, block, "ctype", "lb") ||
         prose_xml_token_has (tag, block, "ctype", "x-html-br") ||
         prose_xml_token_has (tag, block, "subType", "xlf:lb");
}

/* The page's own code says so, as an attribute has it or where the unit keeps it. */
static gboolean
stands_for_line_end (const ProseXmlToken *tag, const char *block, const ProseXliffUnit *unit)
{
  static const char *const names[] = { "equiv-text", "equiv", "disp", NULL };
  g_autofree char *data = NULL;

  for (guint i = 0; names[i] != NULL; i++) {
    ProseSpan value;

    if (prose_xml_token_find_attribute (tag, block, names[i], &value) &&
        prose_xliff_is_line_end_code (block, value))
      return TRUE;
  }
  data = prose_xml_token_dup_attribute (tag, block, "dataRef");
  return data != NULL && prose_xliff_unit_is_line_end (unit, data);
}

/**
 * prose_xliff_ends_line:
 * @tag: a token inside of a string
 * @block: the bytes of its unit
 * @end: where it ends, with the code that is inside
 * @unit: the unit
 *
 * Returns: whether it is a tag that stands for the end of a line: a word ends there, too
 */
gboolean
prose_xliff_ends_line (const ProseXmlToken *tag,
                       const char *block,
                       guint end,
                       const ProseXliffUnit *unit)
{
  static const char *const names[] = { "x", "ph", "it", NULL };

  if (!prose_xml_token_opens (tag) || !prose_xml_token_is_one_of (tag, block, names))
    return FALSE;

  return is_called_line_end (tag, block) || stands_for_line_end (tag, block, unit) ||
         prose_xliff_is_line_end_code (block, (ProseSpan){ tag->span.end, end });
}

/* --- what is not to be translated --- */

static void
enter (ProseXliffProtection *self, const ProseXmlToken *tag, const char *block)
{
  gboolean is_on = prose_xliff_protection_is_on (self);

  if (prose_xml_token_has (tag, block, "translate", "no") ||
      prose_xml_token_has (tag, block, "mtype", "protected"))
    is_on = TRUE;
  else if (prose_xml_token_has (tag, block, "translate", "yes"))
    is_on = FALSE;

  if (self->n_levels < MOST_LEVELS)
    self->levels = self->levels << 1 | is_on;
  self->n_levels++;
}

static void
leave (ProseXliffProtection *self)
{
  if (self->n_levels == 0)
    return;
  if (self->n_levels <= MOST_LEVELS)
    self->levels >>= 1;
  self->n_levels--;
}

/**
 * prose_xliff_protection_pass:
 * @self: what is protected before a token
 * @tag: a token inside of a string
 * @block: the bytes of its unit
 *
 * Goes past a token: `<mrk translate="no">` or `<sm translate="no"/>` begins what stays as
 * it is, `<mrk mtype="protected">` likewise.
 */
void
prose_xliff_protection_pass (ProseXliffProtection *self,
                             const ProseXmlToken *tag,
                             const char *block)
{
  if (prose_xml_token_is (tag, block, "sm"))
    enter (self, tag, block);
  else if (prose_xml_token_is (tag, block, "em"))
    leave (self);
  else if (prose_xml_token_is (tag, block, "mrk") && tag->kind == PROSE_XML_START_TAG)
    enter (self, tag, block);
  else if (prose_xml_token_is (tag, block, "mrk") && tag->kind == PROSE_XML_END_TAG)
    leave (self);
}

gboolean
prose_xliff_protection_is_on (const ProseXliffProtection *self)
{
  return self->levels & 1;
}

/* --- text inside of code --- */

/**
 * prose_xliff_find_subs:
 * @block: the bytes of a unit
 * @code: a tag with the code that is inside, which may be an image with its description
 * @subs: (element-type ProseSpan): where to append the content of each `sub` in it, but
 *   not of one inside of another
 */
void
prose_xliff_find_subs (const char *block, ProseSpan code, GArray *subs)
{
  for (guint i = code.start; i < code.end;) {
    ProseXmlToken token = prose_xml_token_read (block, code.end, i);

    i = token.span.end;
    if (token.kind == PROSE_XML_START_TAG && prose_xml_token_is (&token, block, "sub")) {
      ProseSpan content = { token.span.end, token.span.end };

      i = prose_xliff_skip_element (&token, block, code.end, &content.end);
      g_array_append_val (subs, content);
    }
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the elements around a unit say of it: the file it belongs to, its languages, and
 * whether it is to be translated, which groups hand on.
 *
 * All of it is in the state of the format. `open` has, from its low end: the quark of the
 * file's name (32 bits), for each element around whether it forbids to translate (24), how
 * many there are (7), whether sizes are something else than characters (1). What is nested
 * deeper is as the last that has a bit.
 */

#include "formats/prose-xliff-context.h"

#include "formats/prose-language-code.h"

#define MOST_LEVELS 24
#define MOST_DEPTH 127
#define FIRST_LEVEL_BIT 32
#define DEPTH_SHIFT 56
#define OTHER_SIZES_BIT (G_GUINT64_CONSTANT (1) << 63)

/* What is longer is cut off: each name is kept as long as the program runs. */
#define LONGEST_NAME 200

static guint
get_depth (const ProseFormatState *state)
{
  return state->open >> DEPTH_SHIFT & MOST_DEPTH;
}

static void
set_depth (ProseFormatState *state, guint depth)
{
  state->open &= ~((guint64)MOST_DEPTH << DEPTH_SHIFT);
  state->open |= (guint64)depth << DEPTH_SHIFT;
}

static guint64
get_level_bit (guint depth)
{
  return G_GUINT64_CONSTANT (1) << (FIRST_LEVEL_BIT + MIN (depth, MOST_LEVELS) - 1);
}

/* Whether the innermost element around forbids to translate. */
static gboolean
is_forbidden (const ProseFormatState *state)
{
  guint depth = get_depth (state);

  return depth > 0 && (state->open & get_level_bit (depth)) != 0;
}

/* What a tag says, or what stands around it. */
static gboolean
forbids (const ProseFormatState *state, const ProseXmlToken *tag, const char *text)
{
  if (prose_xml_token_has (tag, text, "translate", "no"))
    return TRUE;

  return is_forbidden (state) && !prose_xml_token_has (tag, text, "translate", "yes");
}

static void
enter (ProseFormatState *state, const ProseXmlToken *tag, const char *text)
{
  gboolean is_no = forbids (state, tag, text);
  guint depth = MIN (get_depth (state) + 1, MOST_DEPTH);

  set_depth (state, depth);
  state->open &= ~get_level_bit (depth);
  state->open |= is_no ? get_level_bit (depth) : 0;
}

/* Behind it nothing is left of what it forbade, so that equal places have equal states. */
static void
leave (ProseFormatState *state)
{
  guint depth = get_depth (state);

  if (depth == 0)
    return;
  if (depth <= MOST_LEVELS)
    state->open &= ~get_level_bit (depth);
  set_depth (state, depth - 1);
}

static const char *
intern_language (const ProseXmlToken *tag, const char *text, const char *name)
{
  g_autofree char *language = prose_xml_token_dup_attribute (tag, text, name);

  return prose_language_code_intern (language);
}

static gboolean
has (const ProseXmlToken *tag, const char *text, const char *name)
{
  ProseSpan value;

  return prose_xml_token_find_attribute (tag, text, name, &value);
}

static void
read_languages (ProseFormatState *state,
                const ProseXmlToken *tag,
                const char *text,
                const char *source,
                const char *target)
{
  if (!has (tag, text, source) && !has (tag, text, target))
    return;

  state->source_language = intern_language (tag, text, source);
  state->language = intern_language (tag, text, target);
}

static void
set_name (ProseFormatState *state, const char *name)
{
  state->open &= ~(guint64)G_MAXUINT32;
  state->open |= name != NULL && *name != '\0' ? g_quark_from_string (name) : 0;
}

static void
cut_name (char *name)
{
  char *end = name;

  for (guint n = 0; *end != '\0' && n < LONGEST_NAME; n++)
    end = g_utf8_next_char (end);
  *end = '\0';
}

/* Files of XLIFF 1.2 tell what they were made of; those of XLIFF 2 may. */
static void
enter_file (ProseFormatState *state, const ProseXmlToken *tag, const char *text)
{
  g_autofree char *name = prose_xml_token_dup_attribute (tag, text, "original");

  if (name == NULL)
    name = prose_xml_token_dup_attribute (tag, text, "id");
  if (name != NULL)
    cut_name (name);
  set_name (state, name);
  read_languages (state, tag, text, "source-language", "target-language");
  state->open &= G_MAXUINT32;
  enter (state, tag, text);
}

/* `<slr:profiles generalProfile="xliff:codepoints">` tells what sizes of the file count. */
static void
read_profiles (ProseFormatState *state, const ProseXmlToken *tag, const char *text)
{
  g_autofree char *profile = prose_xml_token_dup_attribute (tag, text, "generalProfile");

  if (profile != NULL && *profile != '\0' && !g_str_equal (profile, "xliff:codepoints"))
    state->open |= OTHER_SIZES_BIT;
}

static void
leave_file (ProseFormatState *state)
{
  state->open = 0;
}

/**
 * prose_xliff_context_apply:
 * @state: what is said before a tag
 * @tag: a token outside of units
 * @text: the text it was read from
 *
 * Goes past a token.
 */
void
prose_xliff_context_apply (ProseFormatState *state, const ProseXmlToken *tag, const char *text)
{
  gboolean is_end = tag->kind == PROSE_XML_END_TAG;

  if (tag->kind == PROSE_XML_START_TAG && prose_xml_token_is (tag, text, "xliff"))
    read_languages (state, tag, text, "srcLang", "trgLang");
  else if (tag->kind == PROSE_XML_START_TAG && prose_xml_token_is (tag, text, "file"))
    enter_file (state, tag, text);
  else if (tag->kind == PROSE_XML_START_TAG && prose_xml_token_is (tag, text, "group"))
    enter (state, tag, text);
  else if (prose_xml_token_opens (tag) && prose_xml_token_is (tag, text, "profiles"))
    read_profiles (state, tag, text);
  else if (is_end && prose_xml_token_is (tag, text, "file"))
    leave_file (state);
  else if (is_end && prose_xml_token_is (tag, text, "group"))
    leave (state);
}

/**
 * prose_xliff_context_is_translated:
 * @state: what stands around a unit
 * @unit: the unit
 * @block: its bytes
 *
 * Returns: whether it is to be translated
 */
gboolean
prose_xliff_context_is_translated (const ProseFormatState *state,
                                   const ProseXliffUnit *unit,
                                   const char *block)
{
  return !forbids (state, &unit->tag, block);
}

/**
 * prose_xliff_context_counts_characters:
 * @state: what stands around a unit
 *
 * Returns: whether a size that the unit is restricted to is a number of characters
 */
gboolean
prose_xliff_context_counts_characters (const ProseFormatState *state)
{
  return (state->open & OTHER_SIZES_BIT) == 0;
}

/**
 * prose_xliff_context_dup_id:
 * @state: what stands around a unit
 * @unit: the unit
 * @part: a part of it
 * @block: its bytes
 *
 * Returns: (transfer full): what the part is known by in the whole file:
 *   `file#unit/segment`, without what it has not
 */
char *
prose_xliff_context_dup_id (const ProseFormatState *state,
                            const ProseXliffUnit *unit,
                            const ProseXliffPart *part,
                            const char *block)
{
  GQuark file = state->open & G_MAXUINT32;
  g_autofree char *id = prose_xml_token_dup_attribute (&unit->tag, block, "id");
  GString *string = g_string_new (NULL);

  if (file != 0)
    g_string_append_printf (string, "%s#", g_quark_to_string (file));
  g_string_append (string, id != NULL ? id : "");
  if (part->id != NULL)
    g_string_append_printf (string, "/%s", part->id);

  return g_string_free (string, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Units of XLIFF as units of translation. A translator sees tags as numbers in braces. The
 * tags of the original are counted first; those of the translation are the same where name
 * and id are, and what it has beside them is counted on.
 */

#include "formats/prose-xliff-translation.h"

#include <string.h>

#include "formats/prose-translation-error.h"
#include "formats/prose-xliff-context.h"

/* Numbers in braces that the text has itself have so many digits at most. */
#define MOST_DIGITS 4

/* clang-format off */
G_DEFINE_QUARK (prose-translation-error-quark, prose_translation_error)
/* clang-format on */

/* --- what is in a string --- */

/* A part of a string. */
typedef struct {
  ProseSpan span;
  char *key;   /* NULL for what is passed over */
  int opening; /* for an end tag, which part it closes; else -1 */
  int behind;  /* for a tag like `ec`, which part begins what it ends; else -1 */
  gboolean is_optional;
  guint number;      /* of the tag, from 0 */
  gboolean is_shown; /* as that number */
} Atom;

static void
atom_clear (Atom *self)
{
  g_free (self->key);
}

/* The parts of a string that are no text, in order. */
typedef struct {
  const char *block;
  ProseSpan content;
  GArray *atoms;      /* of Atom */
  GArray *open;       /* of guint: the start tags that are not closed */
  GHashTable *counts; /* (nullable): how often there were keys */
  GHashTable *begun;  /* (nullable): the parts that tags like `sc` are, by their ids */
} Parts;

static Atom *
get_atom (GArray *atoms, guint i)
{
  return &g_array_index (atoms, Atom, i);
}

/* Tells tags apart that look the same. */
static char *
count_key (Parts *self, char *key)
{
  guint n = self->counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key)) : 0;
  char *counted = g_strdup_printf ("%s %u", key, n);

  if (self->counts == NULL)
    self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (self->counts, key, GUINT_TO_POINTER (n + 1));
  return counted;
}

static char *
make_tag_key (Parts *self, const ProseXmlToken *token, const char *kind)
{
  static const char *const names[] = { "id", "rid", "startRef", "mid" };
  GString *key = g_string_new (kind);

  g_string_append_len (key, self->block + token->name.start, prose_span_get_length (token->name));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    ProseSpan value;

    if (!prose_xml_token_find_attribute (token, self->block, names[i], &value))
      continue;
    g_string_append_c (key, ' ');
    g_string_append (key, names[i]);
    g_string_append_c (key, '=');
    g_string_append_len (key, self->block + value.start, prose_span_get_length (value));
  }
  return count_key (self, g_string_free (key, FALSE));
}

static void
add_atom (Parts *self, ProseSpan span, char *key, gboolean is_optional)
{
  Atom atom = { .span = span, .key = key, .opening = -1, .behind = -1, .is_optional = is_optional };

  g_array_append_val (self->atoms, atom);
}

static void
add_start_tag (Parts *self, const ProseXmlToken *token)
{
  guint i = self->atoms->len;

  add_atom (self, token->span, make_tag_key (self, token, "<"), FALSE);
  g_array_append_val (self->open, i);
}

/* An end tag is known by the start tag that it closes. */
static void
add_end_tag (Parts *self, const ProseXmlToken *token)
{
  guint opening;

  if (self->open->len == 0) {
    add_atom (self, token->span, make_tag_key (self, token, "</"), FALSE);
    return;
  }
  opening = g_array_index (self->open, guint, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  add_atom (self, token->span, g_strconcat ("/", get_atom (self->atoms, opening)->key, NULL),
            FALSE);
  get_atom (self->atoms, self->atoms->len - 1)->opening = opening;
}

/* The length of `&name;`, which a document type defines; 0 for another `&`. */
static guint
get_entity_length (const char *text, guint length)
{
  guint n = 1;

  while (n < length && (g_ascii_isalnum (text[n]) || strchr ("._-", text[n]) != NULL))
    n++;

  return n > 1 && n < length && text[n] == ';' ? n + 1 : 0;
}

static void
add_entities (Parts *self, ProseSpan span)
{
  char result[PROSE_XML_REFERENCE_SIZE];
  const char *p = self->block + span.start, *end = self->block + span.end;

  while (p < end && (p = memchr (p, '&', end - p)) != NULL) {
    guint n =
        prose_xml_reference_read (p, end - p, result) > 0 ? 0 : get_entity_length (p, end - p);
    guint start = p - self->block;

    if (n > 0)
      add_atom (self, (ProseSpan){ start, start + n }, count_key (self, g_strndup (p, n)), FALSE);
    p += MAX (n, 1);
  }
}

/* --- tags that begin and end something without being one element --- */

static char *
dup_pair_id (const Parts *self, const ProseXmlToken *tag, const char *first, const char *second)
{
  char *id = prose_xml_token_dup_attribute (tag, self->block, first);

  return id != NULL ? id : prose_xml_token_dup_attribute (tag, self->block, second);
}

static void
note_begun (Parts *self, char *id)
{
  if (id == NULL)
    return;
  if (self->begun == NULL)
    self->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_insert (self->begun, id, GUINT_TO_POINTER (self->atoms->len - 1));
}

static int
find_begun (Parts *self, const char *id)
{
  gpointer part;

  if (id == NULL || self->begun == NULL ||
      !g_hash_table_lookup_extended (self->begun, id, NULL, &part))
    return -1;

  return GPOINTER_TO_UINT (part);
}

/* Adds a tag that stands for itself, and knows it to its other half: `sc` and `ec` of XLIFF
 * 2, `bpt` and `ept`, `bx` and `ex` of XLIFF 1.2. */
static void
add_code (Parts *self, const ProseXmlToken *token, guint end)
{
  static const char *const begins[] = { "sc", "bpt", "bx", NULL };
  static const char *const ends[] = { "ept", "ex", NULL };

  add_atom (self, (ProseSpan){ token->span.start, end }, make_tag_key (self, token, "="), FALSE);
  if (prose_xml_token_is_one_of (token, self->block, begins)) {
    note_begun (self, dup_pair_id (self, token, "rid", "id"));
  } else if (prose_xml_token_is (token, self->block, "ec") ||
             prose_xml_token_is_one_of (token, self->block, ends)) {
    g_autofree char *id = prose_xml_token_is (token, self->block, "ec")
                              ? dup_pair_id (self, token, "startRef", "startRef")
                              : dup_pair_id (self, token, "rid", "id");

    get_atom (self->atoms, self->atoms->len - 1)->behind = find_begun (self, id);
  }
}

/* --- all --- */

/* Adds what a token is, unless it is text. Returns where to read on. */
static guint
add_token (Parts *self, const ProseXmlToken *token)
{
  guint end = prose_xliff_find_atom_end (token, self->block, self->content.end);

  switch (token->kind) {
  case PROSE_XML_TEXT:
    add_entities (self, token->span);
    break;
  case PROSE_XML_START_TAG:
    if (end > token->span.end)
      add_code (self, token, end);
    else
      add_start_tag (self, token);
    break;
  case PROSE_XML_EMPTY_TAG:
    add_code (self, token, end);
    break;
  case PROSE_XML_END_TAG:
    add_end_tag (self, token);
    break;
  case PROSE_XML_CDATA:
    break;
  case PROSE_XML_COMMENT:
  case PROSE_XML_OTHER:
  default:
    add_atom (self, token->span, NULL, TRUE);
    break;
  }
  return end;
}

static Parts
read_parts (const char *block, ProseSpan content)
{
  Parts self = {
    .block = block,
    .content = content,
    .atoms = g_array_new (FALSE, FALSE, sizeof (Atom)),
    .open = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  g_array_set_clear_func (self.atoms, (GDestroyNotify)atom_clear);
  for (guint i = content.start; i < content.end;) {
    ProseXmlToken token = prose_xml_token_read (block, content.end, i);

    i = add_token (&self, &token);
  }
  return self;
}

static void
parts_clear (Parts *self)
{
  g_array_unref (self->atoms);
  g_array_unref (self->open);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->begun, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* --- numbers --- */

/* One more than the highest number in braces that the text has itself. */
static guint
find_first_tag (const char *block, ProseSpan content, guint first)
{
  for (guint i = content.start; i + 2 < content.end; i++) {
    guint n = 0, k = i + 1;

    if (block[i] != '{')
      continue;
    for (; k < content.end && k - i <= MOST_DIGITS && g_ascii_isdigit (block[k]); k++)
      n = n * 10 + g_ascii_digit_value (block[k]);
    if (k > i + 1 && k < content.end && block[k] == '}')
      first = MAX (first, n + 1);
  }
  return first;
}

static void
add_tag (ProseTranslationUnit *unit, Parts *parts, Atom *atom)
{
  int partner = atom->opening >= 0 ? (int)get_atom (parts->atoms, atom->opening)->number : -1;

  atom->number = unit->tags->len;
  atom->is_shown = TRUE;
  prose_translation_unit_add_tag (
      unit, g_strndup (parts->block + atom->span.start, prose_span_get_length (atom->span)),
      partner, atom->is_optional);
  if (atom->behind >= 0)
    ((ProseTranslationTag *)unit->tags->pdata[atom->number])->behind =
        get_atom (parts->atoms, atom->behind)->number;
}

/* Counts the tags of the original; comments in it are not for the translation. */
static void
number_source (ProseTranslationUnit *unit, Parts *parts, GHashTable *numbers)
{
  for (guint i = 0; i < parts->atoms->len; i++) {
    Atom *atom = get_atom (parts->atoms, i);

    if (atom->key == NULL)
      continue;
    add_tag (unit, parts, atom);
    g_hash_table_insert (numbers, atom->key, GUINT_TO_POINTER (atom->number));
  }
}

/* Tags that only the translation has may go, but not those that cut it into sentences. */
static gboolean
may_go (const Parts *parts, const Atom *atom)
{
  ProseXmlToken token = prose_xml_token_read (parts->block, atom->span.end, atom->span.start);

  return !prose_xml_token_is (&token, parts->block, "mrk");
}

/* Counts those of the translation, and has the unit spell them as it does. */
static void
number_target (ProseTranslationUnit *unit, Parts *parts, GHashTable *numbers)
{
  for (guint i = 0; i < parts->atoms->len; i++) {
    Atom *atom = get_atom (parts->atoms, i);
    ProseTranslationTag *tag;
    gpointer number;

    if (atom->key == NULL || !g_hash_table_lookup_extended (numbers, atom->key, NULL, &number)) {
      atom->is_optional |= may_go (parts, atom);
      add_tag (unit, parts, atom);
      continue;
    }
    atom->number = GPOINTER_TO_UINT (number);
    atom->is_shown = TRUE;
    tag = unit->tags->pdata[atom->number];
    g_free (tag->spelled);
    tag->spelled = g_strndup (parts->block + atom->span.start, prose_span_get_length (atom->span));
  }
}

/* --- what a translator sees --- */

static void
append_text (ProseCopy *copy, const char *block, ProseSpan span)
{
  guint start = span.start;

  for (guint i = span.start; i < span.end;) {
    char result[PROSE_XML_REFERENCE_SIZE];
    guint n = block[i] == '&' ? prose_xml_reference_read (block + i, span.end - i, result) : 0;

    if (n > 0) {
      prose_copy_append (copy, block, (ProseSpan){ start, i }, PROSE_ESCAPE_MARKUP);
      prose_copy_append_replaced (copy, result, (ProseSpan){ i, i + n }, PROSE_ESCAPE_MARKUP);
      start = i + n;
    }
    i += MAX (n, 1);
  }
  prose_copy_append (copy, block, (ProseSpan){ start, span.end }, PROSE_ESCAPE_MARKUP);
}

/* What stands between two tags: text, and CDATA sections. */
static void
append_between (ProseCopy *copy, const char *block, ProseSpan span)
{
  for (guint i = span.start; i < span.end;) {
    ProseXmlToken token = prose_xml_token_read (block, span.end, i);

    if (token.kind == PROSE_XML_CDATA)
      prose_copy_append (copy, block, token.content, PROSE_ESCAPE_CDATA);
    else
      append_text (copy, block, token.span);
    i = token.span.end;
  }
}

static ProseCopy *
read_copy (const ProseTranslationUnit *unit, const Parts *parts)
{
  ProseCopy *copy = prose_copy_new ();
  guint start = parts->content.start;

  for (guint i = 0; i < parts->atoms->len; i++) {
    const Atom *atom = get_atom (parts->atoms, i);
    char name[16];

    append_between (copy, parts->block, (ProseSpan){ start, atom->span.start });
    start = atom->span.end;
    g_snprintf (name, sizeof name, "{%u}", unit->first_tag + atom->number);
    if (atom->is_shown)
      prose_copy_append_replaced (copy, name, atom->span, PROSE_ESCAPE_MARKUP);
  }
  append_between (copy, parts->block, (ProseSpan){ start, parts->content.end });
  return copy;
}

/* --- units --- */

static char *
dup_span (const char *block, ProseSpan span)
{
  return g_strndup (block + span.start, prose_span_get_length (span));
}

/* Where the element of a string ends, with its end tag. */
static guint
find_string_end (const ProseXliffString *string, const char *block, guint length)
{
  ProseXmlToken token;

  if (string->tag.kind == PROSE_XML_EMPTY_TAG || string->content.end == length)
    return string->content.end;

  token = prose_xml_token_read (block, length, string->content.end);
  return token.kind == PROSE_XML_END_TAG ? token.span.end : string->content.end;
}

/* The line end and the indentation before a tag; nothing if it does not begin a line. */
static ProseSpan
find_indentation (const ProseXmlToken *tag, const char *block)
{
  guint start = tag->span.start;

  while (start > 0 && (block[start - 1] == ' ' || block[start - 1] == '\t'))
    start--;
  if (start == 0 || block[start - 1] != '\n')
    return (ProseSpan){ tag->span.start, tag->span.start };

  start -= start > 1 && block[start - 2] == '\r' ? 2 : 1;
  return (ProseSpan){ start, tag->span.start };
}

/* A target that is not there is written behind the source, as that is. */
static void
prepare_new_target (ProseTranslationTarget *target,
                    const ProseXliffPart *part,
                    const char *block,
                    guint length)
{
  const ProseXliffString *source =
      prose_xliff_string_is_there (&part->seg_source) ? &part->seg_source : &part->source;
  guint place = find_string_end (source, block, length);
  g_autofree char *indentation = dup_span (block, find_indentation (&source->tag, block));
  g_autofree char *prefix =
      dup_span (block, (ProseSpan){ source->tag.span.start + 1, source->tag.name.start });

  target->content = target->place = (ProseSpan){ place, place };
  target->before = g_strdup_printf ("%s<%starget>", indentation, prefix);
  target->after = g_strdup_printf ("</%starget>", prefix);
}

/* `<target/>` is written as two tags. */
static void
prepare_empty_target (ProseTranslationTarget *target,
                      const ProseXliffString *string,
                      const char *block)
{
  ProseSpan tag = string->tag.span;
  guint name_start = tag.start + 1;
  guint name_end = string->tag.attributes;
  guint end = tag.end - strlen ("/>");

  while (end > name_end && g_ascii_isspace (block[end - 1]))
    end--;
  target->content = (ProseSpan){ tag.end, tag.end };
  target->place = tag;
  target->before = g_strdup_printf ("%.*s>", (int)(end - tag.start), block + tag.start);
  target->after = g_strdup_printf ("</%.*s>", (int)(name_end - name_start), block + name_start);
}

static void
prepare_target (ProseTranslationTarget *target,
                const ProseXliffPart *part,
                const char *block,
                guint length)
{
  const ProseXliffString *string = &part->target;

  if (!prose_xliff_string_is_there (string))
    prepare_new_target (target, part, block, length);
  else if (string->tag.kind == PROSE_XML_EMPTY_TAG)
    prepare_empty_target (target, string, block);
  else
    target->content = target->place = string->content;
  target->spelled = dup_span (block, target->place);
}

/* Reads the texts of a part, and the tags in them. */
static void
read_texts (ProseTranslationUnit *unit, const ProseXliffPart *part, const char *block, guint length)
{
  const ProseXliffString *source =
      prose_xliff_string_is_there (&part->seg_source) ? &part->seg_source : &part->source;
  g_auto (Parts) in_source = read_parts (block, source->content);
  g_auto (Parts) in_target = read_parts (block, part->target.content);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  unit->first_tag = find_first_tag (block, source->content, 1);
  unit->first_tag = find_first_tag (block, part->target.content, unit->first_tag);
  number_source (unit, &in_source, numbers);
  number_target (unit, &in_target, numbers);
  unit->source = read_copy (unit, &in_source);
  prepare_target (prose_translation_unit_add_target (unit, read_copy (unit, &in_target)), part,
                  block, length);
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  return word != NULL && g_strv_contains (words, word);
}

/* What is said closely of a state, or of where a translation without one is from: XLIFF 2 has
 * words of each program's own, behind its name. */
static gboolean
asks_for_review (const ProseXliffPart *part)
{
  static const char *const guesses[] = { "fuzzy-match", "leveraged-mt", "mt-suggestion", NULL };
  const char *colon = part->detail != NULL ? strrchr (part->detail, ':') : NULL;
  const char *detail = colon != NULL ? colon + 1 : part->detail;

  if (detail == NULL)
    return FALSE;

  return g_str_has_prefix (detail, "needs") || g_str_has_prefix (detail, "rejected") ||
         (part->state == NULL && is_one_of (detail, guesses));
}

static ProseTranslationState
get_state (const ProseTranslationUnit *unit,
           const ProseXliffUnit *from,
           const ProseXliffPart *part,
           const char *block)
{
  static const char *const new[] = { "new", "needs-translation", "initial", NULL };
  static const char *const final[] = { "final", "signed-off", "reviewed", NULL };

  if (*prose_translation_unit_get_target (unit, 0) == '\0' || is_one_of (part->state, new))
    return PROSE_TRANSLATION_UNTRANSLATED;
  if ((part->state != NULL && g_str_has_prefix (part->state, "needs-")) || asks_for_review (part))
    return PROSE_TRANSLATION_NEEDS_REVIEW;
  if (is_one_of (part->state, final) || prose_xml_token_has (&from->tag, block, "approved", "yes"))
    return PROSE_TRANSLATION_FINAL;

  return PROSE_TRANSLATION_TRANSLATED;
}

/* The last number of `20` or `5,20`. */
static guint
read_last_number (const char *text)
{
  const char *comma = strrchr (text, ',');
  guint64 n = g_ascii_strtoull (comma != NULL ? comma + 1 : text, NULL, 10);

  return MIN (n, G_MAXUINT);
}

/* Widths of XLIFF 1.2 are of pixels if nothing else is said. */
static guint
find_limit (const ProseXliffUnit *from, const char *block, const ProseFormatState *state)
{
  g_autofree char *unit = prose_xml_token_dup_attribute (&from->tag, block, "size-unit");
  g_autofree char *limit = NULL;

  if (unit != NULL && (g_str_equal (unit, "char") || g_str_equal (unit, "glyph")))
    limit = prose_xml_token_dup_attribute (&from->tag, block, "maxwidth");
  else if (prose_xliff_context_counts_characters (state))
    limit = prose_xml_token_dup_attribute (&from->tag, block, ":sizeRestriction");

  return limit != NULL ? read_last_number (limit) : 0;
}

static char *
dup_context (const ProseXliffUnit *from, const char *block)
{
  char *name = prose_xml_token_dup_attribute (&from->tag, block, "resname");

  return name != NULL ? name : prose_xml_token_dup_attribute (&from->tag, block, "name");
}

static char *
dup_note (const ProseXliffUnit *from, const char *block)
{
  GString *note = g_string_new (NULL);

  for (guint i = 0; i < from->notes->len; i++) {
    g_autoptr (ProseCopy) copy = prose_copy_new ();

    append_between (copy, block, g_array_index (from->notes, ProseSpan, i));
    prose_copy_trim (copy);
    if (note->len > 0)
      g_string_append_c (note, '\n');
    g_string_append (note, prose_copy_get_text (copy));
  }
  return g_string_free (note, note->len == 0);
}

static void
add_unit (GPtrArray *units,
          const ProseXliffUnit *from,
          const ProseXliffPart *part,
          const char *block,
          guint length,
          const ProseFormatState *state)
{
  ProseTranslationUnit *unit;

  if (!prose_xliff_string_is_there (&part->source) && !prose_xliff_string_is_there (&part->target))
    return;

  unit = prose_translation_unit_new (PROSE_ESCAPE_MARKUP);
  unit->id = prose_xliff_context_dup_id (state, from, part, block);
  unit->context = dup_context (from, block);
  unit->note = dup_note (from, block);
  read_texts (unit, part, block, length);
  unit->state = prose_xliff_context_is_translated (state, from, block)
                    ? get_state (unit, from, part, block)
                    : PROSE_TRANSLATION_LOCKED;
  unit->limit = find_limit (from, block, state);
  g_ptr_array_add (units, unit);
}

/* Appends the units of a block. */
void
prose_xliff_translation_read_block (const char *block,
                                    guint length,
                                    const ProseFormatState *state,
                                    GPtrArray *units)
{
  ProseXmlToken token = prose_xml_token_read (block, length, 0);
  g_autoptr (ProseXliffUnit) from = NULL;

  if (!prose_xliff_is_unit (&token, block))
    return;

  from = prose_xliff_unit_read (block, length);
  for (guint i = 0; i < from->parts->len; i++)
    add_unit (units, from, from->parts->pdata[i], block, length, state);
}

/* --- writing --- */

/* A target being written. */
typedef struct {
  const ProseTranslationUnit *unit;
  GString *content;
  gboolean *is_used; /* for each tag */
  GArray *open;      /* of guint: tags that have yet to be closed */
} Writing;

static void
writing_clear (Writing *self)
{
  g_string_free (self->content, TRUE);
  g_free (self->is_used);
  g_array_unref (self->open);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static const ProseTranslationTag *
get_tag (const Writing *self, guint i)
{
  return self->unit->tags->pdata[i];
}

static gboolean
fail (
    const Writing *self, ProseTranslationError code, guint number, const char *what, GError **error)
{
  g_set_error (error, PROSE_TRANSLATION_ERROR, code, "{%u} (%s) %s", self->unit->first_tag + number,
               get_tag (self, number)->spelled, what);
  return FALSE;
}

/* Opens or closes what the tag does. */
static gboolean
nest_tag (Writing *self, guint number, GError **error)
{
  int partner = get_tag (self, number)->partner;
  guint n = self->open->len;

  if (get_tag (self, number)->closer >= 0)
    g_array_append_val (self->open, number);
  if (partner < 0)
    return TRUE;
  if (n == 0 || g_array_index (self->open, guint, n - 1) != (guint)partner)
    return fail (self, PROSE_TRANSLATION_ERROR_TAG_ORDER, number,
                 "has to stand behind the tag that it closes, with no other tag half inside",
                 error);

  g_array_set_size (self->open, n - 1);
  return TRUE;
}

static gboolean
write_tag (Writing *self, guint number, GError **error)
{
  if (self->is_used[number])
    return fail (self, PROSE_TRANSLATION_ERROR_TAG_TWICE, number, "is there twice", error);

  if (get_tag (self, number)->behind >= 0 && !self->is_used[get_tag (self, number)->behind])
    return fail (self, PROSE_TRANSLATION_ERROR_TAG_ORDER, number,
                 "has to stand behind the tag that it belongs to", error);

  self->is_used[number] = TRUE;
  g_string_append (self->content, get_tag (self, number)->spelled);
  return nest_tag (self, number, error);
}

/**
 * prose_xliff_translation_takes:
 * @c: a character
 *
 * Returns: whether XML can have it
 */
gboolean
prose_xliff_translation_takes (gunichar c)
{
  return (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') && c != 0xfffe && c != 0xffff;
}

static gboolean
write_character (Writing *self, gunichar c, GError **error)
{
  if (!prose_xliff_translation_takes (c)) {
    g_set_error (error, PROSE_TRANSLATION_ERROR, PROSE_TRANSLATION_ERROR_CHARACTER,
                 "XML cannot have the character U+%04X", c);
    return FALSE;
  }
  if (c == '&')
    g_string_append (self->content, "&amp;");
  else if (c == '<')
    g_string_append (self->content, "&lt;");
  else if (c == '>')
    g_string_append (self->content, "&gt;");
  else
    g_string_append_unichar (self->content, c);
  return TRUE;
}

static gboolean
write_text (Writing *self, const char *text, GError **error)
{
  while (*text != '\0') {
    guint number;
    guint n = prose_translation_unit_read_tag (self->unit, text, &number);

    if (n > 0 ? !write_tag (self, number, error)
              : !write_character (self, g_utf8_get_char (text), error))
      return FALSE;
    text = n > 0 ? text + n : g_utf8_next_char (text);
  }
  return TRUE;
}

static gboolean
check_tags (Writing *self, GError **error)
{
  for (guint i = 0; i < self->unit->tags->len; i++)
    if (!self->is_used[i] && !get_tag (self, i)->is_optional)
      return fail (self, PROSE_TRANSLATION_ERROR_TAG_MISSING, i, "is missing", error);

  if (self->open->len > 0)
    return fail (self, PROSE_TRANSLATION_ERROR_TAG_ORDER, g_array_index (self->open, guint, 0),
                 "is not closed", error);
  return TRUE;
}

/**
 * prose_xliff_translation_spell:
 * @unit: a unit
 * @target: its target
 * @text: what that is to say, with tags as `{1}`
 * @error: return location for a #GError
 *
 * Each tag has to be there once. A text without anything is one that is not translated yet:
 * it needs no tags.
 *
 * Returns: (transfer full): how the file writes it, %NULL with an error of
 *   %PROSE_TRANSLATION_ERROR
 */
char *
prose_xliff_translation_spell (const ProseTranslationUnit *unit,
                               const ProseTranslationTarget *target,
                               const char *text,
                               GError **error)
{
  g_auto (Writing) writing = { .unit = unit,
                               .content = g_string_new (target->before),
                               .is_used = g_new0 (gboolean, unit->tags->len + 1),
                               .open = g_array_new (FALSE, FALSE, sizeof (guint)) };

  if (!write_text (&writing, text, error))
    return NULL;
  if (*text != '\0' && !check_tags (&writing, error))
    return NULL;

  if (target->after != NULL)
    g_string_append (writing.content, target->after);
  return g_strdup (writing.content->str);
}

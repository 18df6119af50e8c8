/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-muting.h"

#include "text/prose-directive.h"
#include "text/prose-token.h"

struct _ProseMuting {
  GArray *directives;     /* of ProseDirective */
  const char *muted;      /* (nullable): what is muted where the paragraph starts */
  GPtrArray *muted_after; /* of what is muted after each directive, or NULL */
  GStringChunk *chunk;    /* where those strings lie */
};

/**
 * prose_muting_new:
 *
 * Returns: (transfer full): a muting that has read nothing
 */
ProseMuting *
prose_muting_new (void)
{
  ProseMuting *self = g_new0 (ProseMuting, 1);

  self->directives = prose_directives_new ();
  self->muted_after = g_ptr_array_new ();
  self->chunk = g_string_chunk_new (256);
  return self;
}

void
prose_muting_free (ProseMuting *self)
{
  g_array_unref (self->directives);
  g_ptr_array_unref (self->muted_after);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

/* Takes the tokens of directives out: they are no part of the copy. */
static void
drop_directives (ProseMuting *self, GArray *tokens)
{
  guint n_kept = 0;
  guint next = 0;

  for (guint i = 0; i < tokens->len; i++) {
    ProseToken token = g_array_index (tokens, ProseToken, i);

    while (next < self->directives->len &&
           g_array_index (self->directives, ProseDirective, next).span.end <= token.span.start)
      next++;
    if (next == self->directives->len ||
        !prose_span_overlaps (token.span,
                              g_array_index (self->directives, ProseDirective, next).span))
      g_array_index (tokens, ProseToken, n_kept++) = token;
  }
  g_array_set_size (tokens, n_kept);
}

/* Finds out what is muted after each directive. */
static void
follow_directives (ProseMuting *self)
{
  const char *muted = self->muted;

  g_ptr_array_set_size (self->muted_after, 0);
  for (guint i = 0; i < self->directives->len; i++) {
    const ProseDirective *directive = &g_array_index (self->directives, ProseDirective, i);

    muted = prose_directive_apply (directive, muted, self->chunk);
    g_ptr_array_add (self->muted_after, (gpointer)muted);
  }
}

/**
 * prose_muting_read:
 * @self: a muting
 * @text: a paragraph
 * @length: its length in bytes
 * @tokens: (element-type ProseToken): those of the paragraph; what belongs to a directive is
 *   taken out
 *
 * Reads a paragraph where nothing is muted at its start.
 */
void
prose_muting_read (ProseMuting *self, const char *text, gsize length, GArray *tokens)
{
  self->muted = NULL;
  g_array_set_size (self->directives, 0);
  prose_find_directives (text, length, self->directives);
  if (self->directives->len > 0)
    drop_directives (self, tokens);
  follow_directives (self);
}

/**
 * prose_muting_set_start:
 * @self: a muting that has read a paragraph
 * @muted: (nullable): what is muted where the paragraph starts, see
 *   %PROSE_MUTED_ALL
 */
void
prose_muting_set_start (ProseMuting *self, const char *muted)
{
  self->muted = muted;
  follow_directives (self);
}

/**
 * prose_muting_get_at:
 * @self: a muting that has read a paragraph
 * @place: a place in it, in bytes; %G_MAXUINT for where the next paragraph starts
 *
 * Returns: (nullable): what is muted there
 */
const char *
prose_muting_get_at (ProseMuting *self, guint place)
{
  guint first = 0;
  guint next = self->directives->len;

  while (first < next) {
    guint middle = (first + next) / 2;

    if (g_array_index (self->directives, ProseDirective, middle).span.start < place)
      first = middle + 1;
    else
      next = middle;
  }
  return first > 0 ? self->muted_after->pdata[first - 1] : self->muted;
}

/**
 * prose_muting_has:
 * @self: a muting that has read a paragraph
 * @place: a place in it, in bytes
 * @rule: the id of a rule
 *
 * Returns: whether the rule is muted there
 */
gboolean
prose_muting_has (ProseMuting *self, guint place, const char *rule)
{
  return (self->muted != NULL || self->directives->len > 0) &&
         prose_muted_has (prose_muting_get_at (self, place), rule);
}

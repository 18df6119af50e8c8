/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON of an earlier run has a key for each mark, each claim and each difference in tone. No
 * parser is needed to find them: a quotation mark within a string of JSON is escaped, so
 * that "key": is never anything else. */

#include "mellow-baseline.h"

#include <string.h>

#define KEY_NAME "\"key\""
#define ANY_FINDING "\"message\""

struct _MellowBaseline {
  GHashTable *counts; /* key → how many of it are not met yet */
  guint n_known;
};

static const char *
skip_blanks (const char *text)
{
  return text + strspn (text, " \t\r\n");
}

/* Reads on behind the name of a key: a colon and a string without escapes. */
static char *
read_key (const char *text)
{
  gsize length;

  text = skip_blanks (text);
  if (*text != ':')
    return NULL;
  text = skip_blanks (text + 1);
  if (*text != '"')
    return NULL;

  length = strspn (++text, "0123456789abcdef");
  return length > 0 && text[length] == '"' ? g_strndup (text, length) : NULL;
}

static void
add_key (MellowBaseline *self, char *key)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));

  g_hash_table_replace (self->counts, key, GUINT_TO_POINTER (count + 1));
}

static void
add_keys (MellowBaseline *self, const char *text)
{
  while ((text = strstr (text, KEY_NAME)) != NULL) {
    char *key = read_key (text + strlen (KEY_NAME));

    if (key != NULL)
      add_key (self, key);
    text += strlen (KEY_NAME);
  }
}

static gboolean
is_output (const char *text)
{
  return *skip_blanks (text) == '{' && strstr (text, "\"diagnostics\"") != NULL;
}

static gboolean
is_output_of_nothing (const char *text)
{
  return *skip_blanks (text) == '{' && strstr (text, "\"files\"") != NULL;
}

/**
 * mellow_baseline_read:
 * @name: the name of the file, for messages
 * @bytes: its content: what a run with JSON as its format wrote
 * @error: return location
 *
 * Returns: (transfer full): what was found then, or %NULL with an error whose message begins
 *   with the place
 */
MellowBaseline *
mellow_baseline_read (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (MellowBaseline) self = g_new0 (MellowBaseline, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (length > 0 ? data : "", length);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_keys (self, text);
  if (is_output (text) ? g_hash_table_size (self->counts) > 0 || strstr (text, ANY_FINDING) == NULL
                       : is_output_of_nothing (text))
    return g_steal_pointer (&self);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               "%s:1:1: this is not what mellow-check --format=json writes", name);
  return NULL;
}

void
mellow_baseline_free (MellowBaseline *self)
{
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_free (self);
}

/* Whether it was there before; each of the earlier ones answers for one. */
static gboolean
take_one (MellowBaseline *self, const char *key)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));

  if (count == 0)
    return FALSE;

  g_hash_table_replace (self->counts, g_strdup (key), GUINT_TO_POINTER (count - 1));
  return TRUE;
}

static gboolean
take (MellowBaseline *self, const char *key)
{
  gboolean is_known = take_one (self, key);

  self->n_known += is_known;
  return is_known;
}

static void
take_differences (MellowBaseline *self, ProseParity *parity)
{
  guint i = 0;

  while (i < parity->findings->len) {
    const ProseParityFinding *finding = parity->findings->pdata[i];

    if (take (self, finding->key))
      g_ptr_array_remove_index (parity->findings, i);
    else
      i++;
  }
}

/* What may want a proof is a mark most often, and counted as that. */
static void
take_claims (MellowBaseline *self, const MellowCheckedText *checked)
{
  guint i = 0;

  while (i < checked->claims->len) {
    g_autofree char *key = mellow_checked_text_dup_claim_key (checked, checked->claims->pdata[i]);

    if (take_one (self, key))
      g_ptr_array_remove_index (checked->claims, i);
    else
      i++;
  }
}

/**
 * mellow_baseline_take_known:
 * @checked: a text and its check; claims that were known are removed from it
 * @parity: (nullable): how its tone differs from the original; what was known is removed
 *
 * Returns: (transfer full) (element-type ProseDiagnostic): the marks of the text that are new
 */
GArray *
mellow_baseline_take_known (MellowBaseline *self,
                            const MellowCheckedText *checked,
                            ProseParity *parity)
{
  GArray *all = prose_report_get_diagnostics (checked->report);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));

  for (guint i = 0; i < all->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (all, ProseDiagnostic, i);
    g_autofree char *key = mellow_checked_text_dup_key (checked, mark);

    if (!take (self, key))
      g_array_append_vals (marks, mark, 1);
  }
  if (checked->claims != NULL)
    take_claims (self, checked);
  if (parity != NULL)
    take_differences (self, parity);

  return marks;
}

/**
 * mellow_baseline_get_n_known:
 *
 * Returns: how many marks and differences in tone were known so far
 */
guint
mellow_baseline_get_n_known (const MellowBaseline *self)
{
  return self->n_known;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rule-index.h"

#include <string.h>

#include "mellow-language.h"

/**
 * MellowRuleIndex:
 *
 * The rules of a [class@Mellow.RuleLibrary] as a list to look through: by language
 * and family with headings, or, when words are searched, the best first.
 */
struct _MellowRuleIndex {
  GObject parent_instance;

  MellowRuleLibrary *library;
  GPtrArray *entries; /* of MellowRuleEntry: all rules, in the order of the list */
  GHashTable *by_key; /* key → MellowRuleEntry */
  GListStore *shown;
  guint n_rules;

  char *language; /* NULL for all */
  int severity;
  MellowRuleState state;
  char *words;
};

G_DEFINE_FINAL_TYPE (MellowRuleIndex, mellow_rule_index, G_TYPE_OBJECT)

static void
mellow_rule_index_finalize (GObject *object)
{
  MellowRuleIndex *self = MELLOW_RULE_INDEX (object);

  g_clear_object (&self->library);
  g_clear_object (&self->shown);
  g_hash_table_unref (self->by_key);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self->language);
  g_free (self->words);

  G_OBJECT_CLASS (mellow_rule_index_parent_class)->finalize (object);
}

static void
mellow_rule_index_class_init (MellowRuleIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_rule_index_finalize;
}

static void
mellow_rule_index_init (MellowRuleIndex *self)
{
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->shown = g_list_store_new (MELLOW_TYPE_RULE_ENTRY);
  self->severity = MELLOW_ANY_SEVERITY;
  self->words = g_strdup ("");
}

/* --- what is shown --- */

static gboolean
has_state (MellowRuleEntry *entry, MellowRuleState state)
{
  switch (state) {
  case MELLOW_RULE_STATE_ON:
    return !mellow_rule_entry_is_off (entry);
  case MELLOW_RULE_STATE_OFF:
    return mellow_rule_entry_is_off (entry);
  case MELLOW_RULE_STATE_OWN:
    return mellow_rule_entry_get_pack (entry) != NULL;
  case MELLOW_RULE_STATE_ANY:
  default:
    return TRUE;
  }
}

static gboolean
is_wanted (MellowRuleIndex *self, MellowRuleEntry *entry)
{
  const ProseRule *rule = mellow_rule_entry_get_rule (entry);

  if (self->language != NULL && !g_str_equal (rule->category->language, self->language))
    return FALSE;
  if (self->severity != MELLOW_ANY_SEVERITY && (int)rule->severity != self->severity)
    return FALSE;

  return has_state (entry, self->state);
}

static gboolean
is_same_family (const ProseRule *rule, const ProseRule *other)
{
  return other != NULL && g_str_equal (rule->category->language, other->category->language) &&
         g_str_equal (rule->category->title, other->category->title);
}

static MellowRuleEntry *
create_heading (const ProseRule *rule)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", rule->category->title,
                                            mellow_language_get_name (rule->category->language));

  return mellow_rule_entry_new_heading (title);
}

static GPtrArray *
list_by_family (MellowRuleIndex *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  const ProseRule *before = NULL;

  for (guint i = 0; i < self->entries->len; i++) {
    MellowRuleEntry *entry = self->entries->pdata[i];
    const ProseRule *rule = mellow_rule_entry_get_rule (entry);

    if (!is_wanted (self, entry))
      continue;
    if (!is_same_family (rule, before))
      g_ptr_array_add (list, create_heading (rule));
    g_ptr_array_add (list, g_object_ref (entry));
    before = rule;
  }
  return list;
}

static GPtrArray *
list_found (MellowRuleIndex *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) keys = mellow_rule_library_search (self->library, self->words);

  for (guint i = 0; i < keys->len; i++) {
    MellowRuleEntry *entry = g_hash_table_lookup (self->by_key, keys->pdata[i]);

    if (entry != NULL && is_wanted (self, entry) && !g_ptr_array_find (list, entry, NULL))
      g_ptr_array_add (list, g_object_ref (entry));
  }
  return list;
}

/* Whether nobody can tell one from the other. */
static gboolean
is_same_item (MellowRuleEntry *entry, MellowRuleEntry *other)
{
  if (entry == other)
    return TRUE;

  return mellow_rule_entry_get_rule (entry) == NULL && mellow_rule_entry_get_rule (other) == NULL &&
         g_str_equal (mellow_rule_entry_get_title (entry), mellow_rule_entry_get_title (other));
}

static gboolean
is_shown_at (MellowRuleIndex *self, guint position, MellowRuleEntry *entry)
{
  g_autoptr (MellowRuleEntry) shown = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  return is_same_item (shown, entry);
}

/* Only what differs is replaced, so that the list stays where it was scrolled to. */
static void
show (MellowRuleIndex *self, GPtrArray *list)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint n_new = list->len;
  guint start = 0;

  while (start < MIN (n_old, n_new) && is_shown_at (self, start, list->pdata[start]))
    start++;
  while (MIN (n_old, n_new) > start && is_shown_at (self, n_old - 1, list->pdata[n_new - 1]))
    n_old--, n_new--;

  if (n_old > start || n_new > start)
    g_list_store_splice (self->shown, start, n_old - start, list->pdata + start, n_new - start);
}

static void
update (MellowRuleIndex *self)
{
  g_autoptr (GPtrArray) list = *self->words == '\0' ? list_by_family (self) : list_found (self);

  self->n_rules = 0;
  for (guint i = 0; i < list->len; i++)
    self->n_rules += mellow_rule_entry_get_rule (list->pdata[i]) != NULL;
  show (self, list);
}

/* --- all rules --- */

static guint
get_place (GPtrArray *languages, const char *language)
{
  guint place = languages->len;

  g_ptr_array_find_with_equal_func (languages, language, g_str_equal, &place);
  return place;
}

/* By language; what is marked before what is credited; by family; own rules first. */
static int
compare_entries (gconstpointer a, gconstpointer b, gpointer languages)
{
  MellowRuleEntry *first = *(MellowRuleEntry *const *)a;
  MellowRuleEntry *second = *(MellowRuleEntry *const *)b;
  const ProseRule *rule = mellow_rule_entry_get_rule (first);
  const ProseRule *other = mellow_rule_entry_get_rule (second);
  int order = (int)get_place (languages, rule->category->language) -
              (int)get_place (languages, other->category->language);

  if (order == 0)
    order = (int)rule->category->meter - (int)other->category->meter;
  if (order == 0)
    order = g_utf8_collate (rule->category->title, other->category->title);
  if (order == 0)
    order = (mellow_rule_entry_get_pack (first) == NULL) -
            (mellow_rule_entry_get_pack (second) == NULL);

  return order != 0 ? order
                    : g_utf8_collate (mellow_rule_entry_get_title (first),
                                      mellow_rule_entry_get_title (second));
}

/* A rule that came with Mellow does not change but for being off or on. */
static gboolean
is_unchanged (MellowRuleEntry *old, MellowRuleEntry *entry)
{
  return old != NULL && mellow_rule_entry_get_pack (old) == NULL &&
         mellow_rule_entry_get_pack (entry) == NULL &&
         mellow_rule_entry_is_off (old) == mellow_rule_entry_is_off (entry);
}

static void
keep_unchanged (MellowRuleIndex *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    MellowRuleEntry *entry = entries->pdata[i];
    MellowRuleEntry *old = g_hash_table_lookup (self->by_key, mellow_rule_entry_get_key (entry));

    if (!is_unchanged (old, entry))
      continue;
    entries->pdata[i] = g_object_ref (old);
    g_object_unref (entry);
  }
}

static void
reload (MellowRuleIndex *self)
{
  g_autoptr (GPtrArray) languages = mellow_rule_library_dup_languages (self->library);
  GPtrArray *entries = mellow_rule_library_dup_entries (self->library);

  keep_unchanged (self, entries);
  g_ptr_array_sort_with_data (entries, compare_entries, languages);
  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < entries->len; i++)
    g_hash_table_insert (self->by_key, (gpointer)mellow_rule_entry_get_key (entries->pdata[i]),
                         entries->pdata[i]);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  update (self);
}

/**
 * mellow_rule_index_new:
 * @library: where the rules are
 *
 * Returns: (transfer full): a list of all rules, that follows @library
 */
MellowRuleIndex *
mellow_rule_index_new (MellowRuleLibrary *library)
{
  MellowRuleIndex *self;

  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (library), NULL);

  self = g_object_new (MELLOW_TYPE_RULE_INDEX, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/**
 * mellow_rule_index_get_model:
 * @self: an index
 *
 * Returns: (transfer none): a list of [class@Mellow.RuleEntry]: what is asked for,
 *   with headings
 */
GListModel *
mellow_rule_index_get_model (MellowRuleIndex *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_INDEX (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/**
 * mellow_rule_index_get_n_rules:
 * @self: an index
 *
 * Returns: how many rules are listed, headings not counted
 */
guint
mellow_rule_index_get_n_rules (MellowRuleIndex *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_INDEX (self), 0);

  return self->n_rules;
}

/**
 * mellow_rule_index_find:
 * @self: an index
 * @key: (nullable): the key of a rule
 *
 * Returns: where it is listed, %G_MAXUINT if it is not
 */
guint
mellow_rule_index_find (MellowRuleIndex *self, const char *key)
{
  MellowRuleEntry *entry;
  guint position;

  g_return_val_if_fail (MELLOW_IS_RULE_INDEX (self), G_MAXUINT);

  entry = mellow_rule_index_look_up (self, key);
  return entry != NULL && g_list_store_find (self->shown, entry, &position) ? position : G_MAXUINT;
}

/**
 * mellow_rule_index_look_up:
 * @self: an index
 * @key: (nullable): the key of a rule
 *
 * Returns: (transfer none) (nullable): its entry, whether it is listed or not
 */
MellowRuleEntry *
mellow_rule_index_look_up (MellowRuleIndex *self, const char *key)
{
  g_return_val_if_fail (MELLOW_IS_RULE_INDEX (self), NULL);

  return key != NULL ? g_hash_table_lookup (self->by_key, key) : NULL;
}

/**
 * mellow_rule_index_get_entries:
 * @self: an index
 *
 * Returns: (transfer none) (element-type MellowRuleEntry): all rules, whether
 *   they are listed or not
 */
GPtrArray *
mellow_rule_index_get_entries (MellowRuleIndex *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_INDEX (self), NULL);

  return self->entries;
}

/**
 * mellow_rule_index_set_language:
 * @self: an index
 * @language: (nullable): whose rules to list, %NULL for all
 */
void
mellow_rule_index_set_language (MellowRuleIndex *self, const char *language)
{
  g_return_if_fail (MELLOW_IS_RULE_INDEX (self));

  g_free (self->language);
  self->language = g_strdup (language);
  update (self);
}

/**
 * mellow_rule_index_set_severity:
 * @self: an index
 * @severity: a severity, or %MELLOW_ANY_SEVERITY
 */
void
mellow_rule_index_set_severity (MellowRuleIndex *self, int severity)
{
  g_return_if_fail (MELLOW_IS_RULE_INDEX (self));

  self->severity = severity;
  update (self);
}

void
mellow_rule_index_set_state (MellowRuleIndex *self, MellowRuleState state)
{
  g_return_if_fail (MELLOW_IS_RULE_INDEX (self));

  self->state = state;
  update (self);
}

/**
 * mellow_rule_index_set_words:
 * @self: an index
 * @words: what to search; nothing but space for all rules
 */
void
mellow_rule_index_set_words (MellowRuleIndex *self, const char *words)
{
  g_return_if_fail (MELLOW_IS_RULE_INDEX (self));
  g_return_if_fail (words != NULL);

  g_free (self->words);
  self->words = g_strstrip (g_strdup (words));
  update (self);
}

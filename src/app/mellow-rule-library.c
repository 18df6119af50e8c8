/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rule-library.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-language.h"
#include "mellow-rule-entry.h"

/* What holds everywhere belongs to no document. */
#define EVERYWHERE ""

/**
 * MellowRuleLibrary:
 *
 * The rules that texts are reviewed by: those that come with Mellow, and over them
 * what the user has decided. Each decision is kept at once and makes a new rule
 * set, since one that is in use does not change.
 */
struct _MellowRuleLibrary {
  GObject parent_instance;

  char *database;
  ProseUserStore *store; /* NULL if it cannot be opened */
  ProseRuleSet *rules;
  char *problem; /* why there are no shipped rules, NULL if there are */
  char *notice;  /* what is to be told of own rules, NULL for nothing */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowRuleLibrary, mellow_rule_library, G_TYPE_OBJECT)

static void
mellow_rule_library_finalize (GObject *object)
{
  MellowRuleLibrary *self = MELLOW_RULE_LIBRARY (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rules, prose_rule_set_unref);
  g_free (self->database);
  g_free (self->problem);
  g_free (self->notice);

  G_OBJECT_CLASS (mellow_rule_library_parent_class)->finalize (object);
}

static void
mellow_rule_library_class_init (MellowRuleLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_rule_library_finalize;

  /**
   * MellowRuleLibrary::changed:
   * @self: a library
   *
   * Texts are to be reviewed by another rule set from now on.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_rule_library_init (MellowRuleLibrary *self)
{
}

/* --- the rule set --- */

/* Families are named as the rest of the window is, whatever language a text has. */
static ProseRuleSet *
load_shipped (MellowRuleLibrary *self, gboolean with_phrases, GError **error)
{
  return prose_rule_store_load_for_reader (self->database, mellow_language_get_own (), with_phrases,
                                           error);
}

/* An empty rule set stands in for one that cannot be loaded, so that writing
 * goes on. */
static ProseRuleSet *
create_empty_rules (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  return prose_rule_set_new (nothing, nothing, NULL);
}

static void
set_notice (MellowRuleLibrary *self, const GError *error)
{
  g_free (self->notice);
  self->notice =
      g_strdup_printf (_ ("Some of your own rules could not be used. %s"), error->message);
}

static void
load (MellowRuleLibrary *self)
{
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules = load_shipped (self, FALSE, &error);

  g_clear_pointer (&self->problem, g_free);
  if (rules == NULL) {
    g_message ("%s", error->message);
    self->problem = g_strdup_printf (_ ("The rules could not be loaded, so nothing is marked. %s"),
                                     error->message);
    rules = create_empty_rules ();
  } else if (self->store != NULL && !prose_user_rules_apply (self->store, rules, &error)) {
    set_notice (self, error);
  }

  g_clear_pointer (&self->rules, prose_rule_set_unref);
  self->rules = rules;
}

/* A database that cannot be used is no reason not to write: it is told of, and the
 * shipped rules are as they are. */
static void
open_store (MellowRuleLibrary *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  self->store = prose_user_store_open (path, &error);
  if (self->store == NULL)
    set_notice (self, error);
  else
    self->notice = g_strdup (prose_user_store_get_notice (self->store));
}

/**
 * mellow_rule_library_new:
 * @database: the file of the rules that come with Mellow
 * @store: the file of what the user has decided; it need not be there yet
 *
 * Returns: (transfer full): the rules; what went wrong is told by
 *   mellow_rule_library_get_problem() and mellow_rule_library_get_notice()
 */
MellowRuleLibrary *
mellow_rule_library_new (const char *database, const char *store)
{
  MellowRuleLibrary *self;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (store != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_RULE_LIBRARY, NULL);
  self->database = g_strdup (database);
  open_store (self, store);
  load (self);
  return self;
}

/**
 * mellow_rule_library_get_rules:
 * @self: a library
 *
 * Returns: (transfer none): the rules to review texts by, until
 *   [signal@Mellow.RuleLibrary::changed]
 */
ProseRuleSet *
mellow_rule_library_get_rules (MellowRuleLibrary *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  return self->rules;
}

/**
 * mellow_rule_library_get_store:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the user's database, %NULL if it cannot be
 *   opened
 */
ProseUserStore *
mellow_rule_library_get_store (MellowRuleLibrary *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  return self->store;
}

/**
 * mellow_rule_library_get_problem:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): why there are no rules, for the user
 */
const char *
mellow_rule_library_get_problem (MellowRuleLibrary *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  return self->problem;
}

/**
 * mellow_rule_library_get_notice:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): what is to be told of the user's own rules
 */
const char *
mellow_rule_library_get_notice (MellowRuleLibrary *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  return self->notice;
}

/* After a decision that was kept, or was not. */
static gboolean
follow (MellowRuleLibrary *self, gboolean is_kept)
{
  if (!is_kept)
    return FALSE;

  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static gboolean
require_store (MellowRuleLibrary *self, GError **error)
{
  if (self->store != NULL)
    return TRUE;

  g_set_error (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_FAILED, "%s", self->notice);
  return FALSE;
}

/* --- all rules --- */

/* A decision on a rule holds for its family too, if it names that. */
static gboolean
is_named (GHashTable *names, const ProseRule *rule)
{
  g_autofree char *own = mellow_rule_key_new (rule->category->language, rule->id);
  g_autofree char *family = mellow_rule_key_new (rule->category->language, rule->category->id);

  return g_hash_table_contains (names, own) || g_hash_table_contains (names, family);
}

static GHashTable *
find_off (MellowRuleLibrary *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = NULL;

  if (self->store != NULL)
    list = prose_user_store_dup_rules_off (self->store, EVERYWHERE, NULL);
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const ProseRuleOff *off = list->pdata[i];

    g_hash_table_add (names, mellow_rule_key_new (off->language, off->rule));
  }
  return names;
}

static void
add_entry (GPtrArray *entries, GHashTable *known, ProseRule *rule, const ProseRulePack *pack)
{
  MellowRuleEntry *entry = mellow_rule_entry_new (rule, pack);

  if (g_hash_table_add (known, (gpointer)mellow_rule_entry_get_key (entry)))
    g_ptr_array_add (entries, entry);
  else
    g_object_unref (entry);
}

static ProseRulePack *
read_pack (MellowRuleLibrary *self, const ProseUserPack *pack)
{
  g_autoptr (ProseLexicon) lexicon = prose_rule_set_dup_lexicon (self->rules, pack->language);
  g_autoptr (GError) error = NULL;
  ProseRulePack *read =
      prose_rule_pack_new (pack->name, pack->text, strlen (pack->text), lexicon, &error);

  if (read == NULL)
    g_message ("%s", error->message);
  return read;
}

static void
add_own_rules (MellowRuleLibrary *self, GPtrArray *entries, GHashTable *known)
{
  g_autoptr (GPtrArray) packs = NULL;

  if (self->store != NULL)
    packs = prose_user_packs_dup (self->store, NULL, NULL);
  for (guint i = 0; packs != NULL && i < packs->len; i++) {
    g_autoptr (ProseRulePack) pack = read_pack (self, packs->pdata[i]);

    for (guint j = 0; pack != NULL && j < pack->rules->len; j++)
      add_entry (entries, known, pack->rules->pdata[j], pack);
  }
}

static void
add_shipped_rules (MellowRuleLibrary *self, GPtrArray *entries, GHashTable *known)
{
  g_autoptr (ProseRuleSet) shipped = load_shipped (self, TRUE, NULL);
  g_autoptr (GPtrArray) rules = shipped != NULL ? prose_rule_set_dup_rules (shipped) : NULL;

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    add_entry (entries, known, rules->pdata[i], NULL);
}

/**
 * mellow_rule_library_dup_entries:
 * @self: a library
 *
 * Returns: (transfer full) (element-type MellowRuleEntry): all rules, those that
 *   are off too, with their phrases and examples; the user's own first
 */
GPtrArray *
mellow_rule_library_dup_entries (MellowRuleLibrary *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) off = NULL;

  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), entries);

  add_own_rules (self, entries, known);
  add_shipped_rules (self, entries, known);
  off = find_off (self);
  for (guint i = 0; i < entries->len; i++)
    mellow_rule_entry_set_off (entries->pdata[i],
                               is_named (off, mellow_rule_entry_get_rule (entries->pdata[i])));
  return entries;
}

/**
 * mellow_rule_library_dup_languages:
 * @self: a library
 *
 * Returns: (transfer container) (element-type utf8): the languages of its rules
 */
GPtrArray *
mellow_rule_library_dup_languages (MellowRuleLibrary *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  return prose_rule_set_dup_languages (self->rules);
}

static void
take_keys (GPtrArray *keys, const char *language, char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (keys, mellow_rule_key_new (language, ids[i]));
  g_strfreev (ids);
}

/**
 * mellow_rule_library_search:
 * @self: a library
 * @words: what the user typed
 *
 * Returns: (transfer full) (element-type utf8): the keys of the rules about
 *   @words, by language, the user's own first and then the best first
 */
GPtrArray *
mellow_rule_library_search (MellowRuleLibrary *self, const char *words)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) languages = NULL;

  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), keys);

  languages = prose_rule_set_dup_languages (self->rules);
  for (guint i = 0; i < languages->len; i++) {
    const char *language = languages->pdata[i];

    if (self->store != NULL)
      take_keys (keys, language, prose_user_packs_search (self->store, language, words, NULL));
    take_keys (keys, language, prose_rule_store_search (self->database, language, words, NULL));
  }
  return keys;
}

/* --- off and on --- */

static gboolean
switch_off (MellowRuleLibrary *self, const ProseRule *rule, GError **error)
{
  const ProseRuleOff off = { (char *)EVERYWHERE, (char *)rule->category->language, rule->id };

  return prose_user_store_add_rule_off (self->store, &off, error);
}

static gboolean
switch_on (MellowRuleLibrary *self, const ProseRule *rule, GError **error)
{
  const ProseRuleOff own = { (char *)EVERYWHERE, (char *)rule->category->language, rule->id };
  const ProseRuleOff family = { (char *)EVERYWHERE, (char *)rule->category->language,
                                rule->category->id };

  return prose_user_store_remove_rule_off (self->store, &own, error) &&
         prose_user_store_remove_rule_off (self->store, &family, error);
}

/**
 * mellow_rule_library_set_off:
 * @self: a library
 * @rule: a rule
 * @is_off: whether it is to mark nothing, anywhere
 * @error: why it failed
 *
 * Turns a rule off or on everywhere. One whose family is off is turned on with its
 * family.
 *
 * Returns: whether that is kept
 */
gboolean
mellow_rule_library_set_off (MellowRuleLibrary *self,
                             const ProseRule *rule,
                             gboolean is_off,
                             GError **error)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  if (!require_store (self, error))
    return FALSE;

  return follow (self, is_off ? switch_off (self, rule, error) : switch_on (self, rule, error));
}

/**
 * mellow_rule_library_dup_off:
 * @self: a library
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ProseRuleOff): the rules and families that
 *   are off everywhere, or %NULL with an error
 */
GPtrArray *
mellow_rule_library_dup_off (MellowRuleLibrary *self, GError **error)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  return require_store (self, error)
             ? prose_user_store_dup_rules_off (self->store, EVERYWHERE, error)
             : NULL;
}

/**
 * mellow_rule_library_set_rule_off:
 * @self: a library
 * @off: a rule or family, of no document
 * @is_off: whether it is to be off
 * @error: why it failed
 *
 * Returns: whether that is kept
 */
gboolean
mellow_rule_library_set_rule_off (MellowRuleLibrary *self,
                                  const ProseRuleOff *off,
                                  gboolean is_off,
                                  GError **error)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), FALSE);
  g_return_val_if_fail (off != NULL, FALSE);

  return require_store (self, error) &&
         follow (self, is_off ? prose_user_store_add_rule_off (self->store, off, error)
                              : prose_user_store_remove_rule_off (self->store, off, error));
}

/* --- own rules --- */

/**
 * mellow_rule_library_dup_pack:
 * @self: a library
 * @language: a language
 * @name: the name of a pack of own rules
 * @error: why it failed
 *
 * Returns: (transfer full) (nullable): the text of that pack
 */
char *
mellow_rule_library_dup_pack (MellowRuleLibrary *self,
                              const char *language,
                              const char *name,
                              GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;

  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  if (!require_store (self, error))
    return NULL;
  packs = prose_user_packs_dup (self->store, language, error);
  for (guint i = 0; packs != NULL && i < packs->len; i++) {
    const ProseUserPack *pack = packs->pdata[i];

    if (g_str_equal (pack->name, name))
      return g_strdup (pack->text);
  }
  return NULL;
}

/**
 * mellow_rule_library_set_pack:
 * @self: a library
 * @text: a pack, YAML
 * @error: why it failed
 *
 * Adds own rules, or replaces those of the pack of the same name.
 *
 * Returns: whether they are kept
 */
gboolean
mellow_rule_library_set_pack (MellowRuleLibrary *self, const char *text, GError **error)
{
  g_autoptr (ProseUserPack) pack = NULL;

  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (!require_store (self, error))
    return FALSE;

  pack = prose_user_packs_set (self->store, "rule", text, self->rules, error);
  return follow (self, pack != NULL);
}

/**
 * mellow_rule_library_remove_pack:
 * @self: a library
 * @language: a language
 * @name: the name of a pack of own rules
 * @error: why it failed
 *
 * Returns: whether that pack is gone; to undo it, set its text again
 */
gboolean
mellow_rule_library_remove_pack (MellowRuleLibrary *self,
                                 const char *language,
                                 const char *name,
                                 GError **error)
{
  const ProseUserPack pack = { (char *)language, (char *)name };

  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), FALSE);

  return require_store (self, error) &&
         follow (self, prose_user_packs_remove (self->store, &pack, error));
}

/**
 * mellow_rule_library_import:
 * @self: a library
 * @file_name: what the file is called, for messages
 * @data: its content, packs of rules
 * @length: its length in bytes
 * @error: why it failed
 *
 * Adds all packs of a file, or none if one cannot be read.
 *
 * Returns: how many packs there are, -1 if it failed
 */
int
mellow_rule_library_import (
    MellowRuleLibrary *self, const char *file_name, const char *data, gsize length, GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;

  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), -1);

  if (!require_store (self, error))
    return -1;
  packs = prose_user_packs_import (self->store, file_name, data, length, self->rules, NULL, error);

  return follow (self, packs != NULL) ? (int)packs->len : -1;
}

/**
 * mellow_rule_library_export:
 * @self: a library
 * @language: a language
 * @error: why it failed
 *
 * Returns: (transfer full): a file with the user's own rules of @language, empty
 *   if there are none; %NULL with an error
 */
char *
mellow_rule_library_export (MellowRuleLibrary *self, const char *language, GError **error)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  return require_store (self, error) ? prose_user_packs_export (self->store, language, error)
                                     : NULL;
}

/* --- ignored phrases --- */

/**
 * mellow_rule_library_dup_ignored:
 * @self: a library
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ProseIgnoredPhrase): the phrases that are
 *   ignored anywhere, or %NULL with an error
 */
GPtrArray *
mellow_rule_library_dup_ignored (MellowRuleLibrary *self, GError **error)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), NULL);

  return require_store (self, error)
             ? prose_user_store_dup_ignored_phrases (self->store, NULL, error)
             : NULL;
}

/**
 * mellow_rule_library_set_ignored:
 * @self: a library
 * @phrase: a phrase
 * @is_ignored: whether it is to be left alone
 * @error: why it failed
 *
 * Returns: whether that is kept
 */
gboolean
mellow_rule_library_set_ignored (MellowRuleLibrary *self,
                                 const ProseIgnoredPhrase *phrase,
                                 gboolean is_ignored,
                                 GError **error)
{
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (self), FALSE);

  if (!require_store (self, error))
    return FALSE;

  return follow (self, is_ignored
                           ? prose_user_store_add_ignored_phrase (self->store, phrase, error)
                           : prose_user_store_remove_ignored_phrase (self->store, phrase, error));
}

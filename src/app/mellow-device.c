/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-device.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-language.h"
#include "mellow-rule-entry.h"

/* Every mark, whatever finds it. */
#define ALL "all"

/**
 * MellowDevice:
 *
 * What a contract on tone may name: a family of rules, a rule, or every mark. One id
 * stands for all languages that have it.
 */
struct _MellowDevice {
  GObject parent_instance;

  char *id;
  char *title;
  char *subtitle;
  char *folded; /* all that can be searched for */
};

G_DEFINE_FINAL_TYPE (MellowDevice, mellow_device, G_TYPE_OBJECT)

static void
mellow_device_finalize (GObject *object)
{
  MellowDevice *self = MELLOW_DEVICE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->folded);

  G_OBJECT_CLASS (mellow_device_parent_class)->finalize (object);
}

static void
mellow_device_class_init (MellowDeviceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_device_finalize;
}

static void
mellow_device_init (MellowDevice *self)
{
}

static MellowDevice *
device_new (const char *id, char *title, char *subtitle)
{
  MellowDevice *self = g_object_new (MELLOW_TYPE_DEVICE, NULL);
  g_autofree char *all = g_strjoin (" ", id, title, subtitle, NULL);

  self->id = g_strdup (id);
  self->title = title;
  self->subtitle = subtitle;
  self->folded = g_utf8_casefold (all, -1);
  return self;
}

/**
 * mellow_device_get_id:
 * @self: a device
 *
 * Returns: (transfer none): what a contract calls it
 */
const char *
mellow_device_get_id (MellowDevice *self)
{
  g_return_val_if_fail (MELLOW_IS_DEVICE (self), NULL);

  return self->id;
}

/**
 * mellow_device_get_title:
 * @self: a device
 *
 * Returns: (transfer none): its name for the user
 */
const char *
mellow_device_get_title (MellowDevice *self)
{
  g_return_val_if_fail (MELLOW_IS_DEVICE (self), NULL);

  return self->title;
}

/**
 * mellow_device_get_subtitle:
 * @self: a device
 *
 * Returns: (transfer none): what it is
 */
const char *
mellow_device_get_subtitle (MellowDevice *self)
{
  g_return_val_if_fail (MELLOW_IS_DEVICE (self), NULL);

  return self->subtitle;
}

/**
 * mellow_device_matches:
 * @self: a device
 * @words: what the user typed
 *
 * Returns: whether it has all of them
 */
gboolean
mellow_device_matches (MellowDevice *self, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t", -1);

  g_return_val_if_fail (MELLOW_IS_DEVICE (self), FALSE);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (self->folded, parts[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* --- all devices --- */

/* A family or a rule under one id, in the languages that have it. */
typedef struct {
  const ProseRule *rule; /* in the language that the user reads best */
  GPtrArray *languages;  /* of const char * */
  guint n_rules;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->languages);
  g_free (entry);
}

static gboolean
is_own_language (const Entry *entry, const char *language)
{
  guint own = mellow_language_find_own (entry->languages);

  return g_str_equal (entry->languages->pdata[own], language);
}

static void
collect (GHashTable *entries, const char *id, const ProseRule *rule)
{
  const char *language = rule->category->language;
  Entry *entry = g_hash_table_lookup (entries, id);

  if (entry == NULL) {
    entry = g_new0 (Entry, 1);
    entry->rule = rule;
    entry->languages = g_ptr_array_new ();
    g_hash_table_insert (entries, (gpointer)id, entry);
  }
  entry->n_rules++;
  if (g_ptr_array_find_with_equal_func (entry->languages, language, g_str_equal, NULL))
    return;

  g_ptr_array_add (entry->languages, (gpointer)language);
  if (is_own_language (entry, language))
    entry->rule = rule;
}

/* `English, Danish`. */
static char *
list_languages (const Entry *entry)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entry->languages->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            mellow_language_get_name (entry->languages->pdata[i]));
  return g_string_free (names, FALSE);
}

static MellowDevice *
create_family (const Entry *entry)
{
  const ProseCategory *family = entry->rule->category;
  g_autofree char *languages = list_languages (entry);
  g_autofree char *rules =
      g_strdup_printf (ngettext ("%u rule", "%u rules", entry->n_rules), entry->n_rules);

  return device_new (family->id, g_strdup (family->title),
                     /* Translators: how many rules a family has, and in which languages. */
                     g_strdup_printf (_ ("Family · %s · %s"), rules, languages));
}

static MellowDevice *
create_rule (const Entry *entry)
{
  g_autofree char *languages = list_languages (entry);

  return device_new (entry->rule->id, mellow_rule_title_new (entry->rule->id),
                     g_strdup_printf ("%s · %s", entry->rule->category->title, languages));
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MellowDevice *first = a;
  const MellowDevice *second = b;
  int order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

static void
append_sorted (GListStore *devices, GHashTable *entries, MellowDevice *(*create) (const Entry *))
{
  g_autoptr (GListStore) sorted = g_list_store_new (MELLOW_TYPE_DEVICE);
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry)) {
    g_autoptr (MellowDevice) device = create (entry);

    g_list_store_append (sorted, device);
  }
  g_list_store_sort (sorted, compare, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sorted)); i++) {
    g_autoptr (MellowDevice) device = g_list_model_get_item (G_LIST_MODEL (sorted), i);

    g_list_store_append (devices, device);
  }
}

/**
 * mellow_devices_new:
 * @rules: rules
 *
 * Returns: (transfer full): a list of [class@Mellow.Device]: every mark, then the
 *   families, then the rules, each by their titles
 */
GListModel *
mellow_devices_new (ProseRuleSet *rules)
{
  g_autoptr (GPtrArray) all = prose_rule_set_dup_rules (rules);
  g_autoptr (GHashTable) families =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  g_autoptr (GHashTable) single = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  g_autoptr (MellowDevice) every = device_new (ALL, g_strdup (_ ("Every mark")),
                                               g_strdup (_ ("All families but the soft ones")));
  GListStore *devices = g_list_store_new (MELLOW_TYPE_DEVICE);

  for (guint i = 0; i < all->len; i++) {
    const ProseRule *rule = all->pdata[i];

    collect (families, rule->category->id, rule);
    collect (single, rule->id, rule);
  }
  g_list_store_append (devices, every);
  append_sorted (devices, families, create_family);
  append_sorted (devices, single, create_rule);
  return G_LIST_MODEL (devices);
}

/**
 * mellow_devices_find:
 * @devices: a list of devices
 * @id: what a contract calls one
 *
 * Returns: (transfer full) (nullable): that device
 */
MellowDevice *
mellow_devices_find (GListModel *devices, const char *id)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (devices), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++) {
    g_autoptr (MellowDevice) device = g_list_model_get_item (devices, i);

    if (g_str_equal (device->id, id))
      return g_steal_pointer (&device);
  }
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-dictionaries.h"

#include "mellow-spelling-language.h"

/**
 * MellowDictionaries:
 *
 * The dictionaries of all languages, each looked for when it is first needed. All
 * texts share them.
 */
struct _MellowDictionaries {
  GObject parent_instance;

  GHashTable *dictionaries; /* of languages to MellowDictionary */
  char *english_variant;    /* "" for that of the locale */
};

enum {
  PROP_0,
  PROP_ENGLISH_VARIANT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowDictionaries, mellow_dictionaries, G_TYPE_OBJECT)

static void
emit_changed (MellowDictionaries *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mellow_dictionaries_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowDictionaries *self = MELLOW_DICTIONARIES (object);

  switch (id) {
  case PROP_ENGLISH_VARIANT:
    g_value_set_string (value, self->english_variant);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_dictionaries_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MellowDictionaries *self = MELLOW_DICTIONARIES (object);

  switch (id) {
  case PROP_ENGLISH_VARIANT:
    mellow_dictionaries_set_english_variant (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_dictionaries_finalize (GObject *object)
{
  MellowDictionaries *self = MELLOW_DICTIONARIES (object);

  g_hash_table_unref (self->dictionaries);
  g_free (self->english_variant);

  G_OBJECT_CLASS (mellow_dictionaries_parent_class)->finalize (object);
}

static void
mellow_dictionaries_class_init (MellowDictionariesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_dictionaries_get_property;
  object_class->set_property = mellow_dictionaries_set_property;
  object_class->finalize = mellow_dictionaries_finalize;

  properties[PROP_ENGLISH_VARIANT] =
      g_param_spec_string ("english-variant", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowDictionaries::changed:
   * @self: the dictionaries
   *
   * A word may be right in some language that was not, or the other way round.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_dictionaries_init (MellowDictionaries *self)
{
  self->dictionaries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->english_variant = g_strdup ("");
}

/**
 * mellow_dictionaries_get_default:
 *
 * Returns: (transfer none): the dictionaries of this program
 */
MellowDictionaries *
mellow_dictionaries_get_default (void)
{
  static MellowDictionaries *dictionaries = NULL;

  if (dictionaries == NULL)
    dictionaries = mellow_dictionaries_new ();

  return dictionaries;
}

/**
 * mellow_dictionaries_new:
 *
 * Returns: (transfer full): dictionaries of which none was looked for yet
 */
MellowDictionaries *
mellow_dictionaries_new (void)
{
  return g_object_new (MELLOW_TYPE_DICTIONARIES, NULL);
}

static gboolean
is_chosen (MellowDictionaries *self, const char *language)
{
  return g_str_equal (language, "en") && *self->english_variant != '\0';
}

static char *
dup_variant (MellowDictionaries *self, const char *language)
{
  if (is_chosen (self, language))
    return g_strdup (self->english_variant);

  return mellow_spelling_language_choose_variant (language, g_get_language_names ());
}

/* Another variant does, unless the user has chosen this one. */
static MellowDictionary *
create_dictionary (MellowDictionaries *self, const char *language)
{
  g_autofree char *variant = dup_variant (self, language);
  MellowDictionary *dictionary = mellow_dictionary_new (variant, !is_chosen (self, language));

  g_signal_connect_object (dictionary, "changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->dictionaries, g_strdup (language), dictionary);
  return dictionary;
}

/**
 * mellow_dictionaries_get:
 * @self: the dictionaries
 * @language: a language, such as `en`
 *
 * Returns: (transfer none): its dictionary, which may still be looked for
 */
MellowDictionary *
mellow_dictionaries_get (MellowDictionaries *self, const char *language)
{
  MellowDictionary *dictionary;

  g_return_val_if_fail (MELLOW_IS_DICTIONARIES (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  dictionary = g_hash_table_lookup (self->dictionaries, language);
  return dictionary != NULL ? dictionary : create_dictionary (self, language);
}

/**
 * mellow_dictionaries_dup_package:
 * @self: the dictionaries
 * @language: a language, such as `en`
 *
 * Returns: (transfer full): the Debian package with the dictionary that is
 *   wanted for it
 */
char *
mellow_dictionaries_dup_package (MellowDictionaries *self, const char *language)
{
  g_autofree char *variant = NULL;

  g_return_val_if_fail (MELLOW_IS_DICTIONARIES (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  variant = dup_variant (self, language);
  return mellow_spelling_language_get_package (variant);
}

/**
 * mellow_dictionaries_get_english_variant:
 * @self: the dictionaries
 *
 * Returns: (transfer none): the variant of English that was chosen, such as
 *   `en_GB`; empty for that of the locale
 */
const char *
mellow_dictionaries_get_english_variant (MellowDictionaries *self)
{
  g_return_val_if_fail (MELLOW_IS_DICTIONARIES (self), NULL);

  return self->english_variant;
}

/**
 * mellow_dictionaries_set_english_variant:
 * @self: the dictionaries
 * @variant: a variant of English, such as `en_GB`; empty for that of the locale
 */
void
mellow_dictionaries_set_english_variant (MellowDictionaries *self, const char *variant)
{
  g_return_if_fail (MELLOW_IS_DICTIONARIES (self));
  g_return_if_fail (variant != NULL);

  if (g_str_equal (self->english_variant, variant))
    return;

  g_free (self->english_variant);
  self->english_variant = g_strdup (variant);
  g_hash_table_remove (self->dictionaries, "en");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGLISH_VARIANT]);
  emit_changed (self);
}

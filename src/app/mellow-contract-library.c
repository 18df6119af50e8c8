/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-contract-library.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".yaml"

/* The name of a file is made of so many characters of the client's. */
#define LONGEST_STEM 60

/**
 * MellowContractLibrary:
 *
 * The contracts on tone that the user keeps, a file of YAML for each client in a
 * folder of the user's data. A file stays as it is, byte for byte, until what was
 * agreed in it is changed; one that cannot be read is set aside.
 */
struct _MellowContractLibrary {
  GObject parent_instance;

  char *folder;
  GPtrArray *contracts; /* of MellowContract, by name */
  GPtrArray *notices;   /* of char *, what could not be read; ends with NULL */
};

enum {
  CHANGED,
  RENAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowContractLibrary, mellow_contract_library, G_TYPE_OBJECT)

static void
contract_free (MellowContract *contract)
{
  g_free (contract->file);
  g_free (contract->name);
  g_free (contract->text);
  prose_contract_free (contract->terms);
  g_free (contract);
}

static void
mellow_contract_library_finalize (GObject *object)
{
  MellowContractLibrary *self = MELLOW_CONTRACT_LIBRARY (object);

  g_free (self->folder);
  g_ptr_array_unref (self->contracts);
  g_ptr_array_unref (self->notices);

  G_OBJECT_CLASS (mellow_contract_library_parent_class)->finalize (object);
}

static void
mellow_contract_library_class_init (MellowContractLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_contract_library_finalize;

  /**
   * MellowContractLibrary::changed:
   * @self: a library
   *
   * Contracts came, went or say something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MellowContractLibrary::renamed:
   * @self: a library
   * @from: what a contract was called
   * @to: what it is called now
   *
   * Texts that are held against it are to know its new name.
   */
  signals[RENAMED] = g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mellow_contract_library_init (MellowContractLibrary *self)
{
  self->contracts = g_ptr_array_new_with_free_func ((GDestroyNotify)contract_free);
  self->notices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->notices, NULL);
}

/* --- reading --- */

static char *
build_path (MellowContractLibrary *self, const char *file)
{
  return g_build_filename (self->folder, file, NULL);
}

static char *
dup_stem (const char *file)
{
  return g_str_has_suffix (file, SUFFIX) ? g_strndup (file, strlen (file) - strlen (SUFFIX))
                                         : g_strdup (file);
}

/* The rules may be others tomorrow, so names of rules are not looked up here. */
static ProseContract *
read_terms (const char *file, const char *data, gsize length, GError **error)
{
  if (memchr (data, '\0', length) != NULL) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("%s: this is no text"), file);
    return NULL;
  }
  return prose_contract_read (file, data, length, NULL, error);
}

/* The client on one line, since a text names its contract so; the file where no
 * client is named. */
static char *
find_name (const char *file, const ProseContract *terms)
{
  g_autofree char *name = g_strdup (terms->client != NULL ? terms->client : "");

  g_strdelimit (name, "\t\r\n", ' ');
  g_strstrip (name);
  return *name != '\0' ? g_steal_pointer (&name) : dup_stem (file);
}

/* Where two files are of one client, the second is told by its file. */
static char *
make_name (MellowContractLibrary *self, const char *file, const ProseContract *terms)
{
  g_autofree char *name = find_name (file, terms);
  g_autofree char *stem = NULL;

  if (mellow_contract_library_find (self, name) == NULL)
    return g_steal_pointer (&name);

  stem = dup_stem (file);
  return g_strdup_printf ("%s (%s)", name, stem);
}

static void
take_contract (MellowContractLibrary *self, const char *file, char *text, ProseContract *terms)
{
  MellowContract *contract = g_new (MellowContract, 1);

  *contract = (MellowContract){ g_strdup (file), make_name (self, file, terms), text, terms };
  g_ptr_array_add (self->contracts, contract);
}

/* Files are read again and again; each is told of once. */
static void
note (MellowContractLibrary *self, char *notice)
{
  if (g_strv_contains ((const char *const *)self->notices->pdata, notice)) {
    g_free (notice);
    return;
  }
  g_message ("%s", notice);
  g_ptr_array_insert (self->notices, self->notices->len - 1, notice);
}

/* A name that no file has yet. */
static char *
find_free_file (MellowContractLibrary *self, const char *start, const char *suffix)
{
  for (guint i = 1;; i++) {
    g_autofree char *file =
        i == 1 ? g_strconcat (start, suffix, NULL) : g_strdup_printf ("%s-%u%s", start, i, suffix);
    g_autofree char *path = build_path (self, file);

    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&file);
  }
}

/* What cannot be read is kept for a look by hand, and nothing is written over it. */
static void
set_aside (MellowContractLibrary *self, const char *file, const GError *problem)
{
  g_autofree char *start = g_strconcat (file, ".unreadable", NULL);
  g_autofree char *aside = find_free_file (self, start, "");
  g_autofree char *from = build_path (self, file);
  g_autofree char *to = build_path (self, aside);

  if (g_rename (from, to) == 0)
    /* Translators: what is wrong, after “file:line:column: ”, and the file's new name. */
    note (self,
          g_strdup_printf (_ ("%s. The file is set aside as “%s”."), problem->message, aside));
  else
    note (self, g_strdup (problem->message));
}

static void
read_file (MellowContractLibrary *self, const char *file)
{
  g_autofree char *path = build_path (self, file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  ProseContract *terms;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error)) {
    note (self, g_strdup_printf ("%s: %s", file, error->message));
    return;
  }
  terms = read_terms (file, text, length, &error);
  if (terms != NULL)
    take_contract (self, file, g_steal_pointer (&text), terms);
  else
    set_aside (self, file, error);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_files (MellowContractLibrary *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *file;

  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (file, SUFFIX) && *file != '.')
      g_ptr_array_add (files, g_strdup (file));
  g_ptr_array_sort (files, compare_files);
  return files;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(MellowContract *const *)a)->name, (*(MellowContract *const *)b)->name);
}

static void
read_folder (MellowContractLibrary *self)
{
  g_autoptr (GPtrArray) files = list_files (self);

  g_ptr_array_set_size (self->contracts, 0);
  for (guint i = 0; i < files->len; i++)
    read_file (self, files->pdata[i]);
  g_ptr_array_sort (self->contracts, compare_names);
}

/**
 * mellow_contract_library_load:
 * @self: a library
 *
 * Reads the files as they are now, since they may be changed by hand, too.
 */
void
mellow_contract_library_load (MellowContractLibrary *self)
{
  g_return_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self));

  read_folder (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_contract_library_new:
 * @folder: where contracts are kept; it need not be there yet
 *
 * Returns: (transfer full): the contracts that are kept there
 */
MellowContractLibrary *
mellow_contract_library_new (const char *folder)
{
  MellowContractLibrary *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_CONTRACT_LIBRARY, NULL);
  self->folder = g_strdup (folder);
  read_folder (self);
  return self;
}

/**
 * mellow_contract_library_get_default:
 *
 * Nothing is read before somebody asks for it.
 *
 * Returns: (transfer none): the user's contracts
 */
MellowContractLibrary *
mellow_contract_library_get_default (void)
{
  static MellowContractLibrary *library = NULL;

  if (library == NULL) {
    g_autofree char *folder =
        g_build_filename (g_get_user_data_dir (), "mellow", "contracts", NULL);

    library = mellow_contract_library_new (folder);
  }
  return library;
}

/* --- looking --- */

/**
 * mellow_contract_library_get_contracts:
 * @self: a library
 *
 * Returns: (transfer none) (element-type MellowContract): the contracts by name, until
 *   [signal@Mellow.ContractLibrary::changed]
 */
GPtrArray *
mellow_contract_library_get_contracts (MellowContractLibrary *self)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), NULL);

  return self->contracts;
}

/**
 * mellow_contract_library_get_notices:
 * @self: a library
 *
 * Returns: (transfer none) (array zero-terminated=1): which files could not be read,
 *   and why, for the user
 */
const char *const *
mellow_contract_library_get_notices (MellowContractLibrary *self)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), NULL);

  return (const char *const *)self->notices->pdata;
}

/**
 * mellow_contract_library_find:
 * @self: a library
 * @name: the name of a contract
 *
 * Returns: (transfer none) (nullable): the contract, if it is there
 */
const MellowContract *
mellow_contract_library_find (MellowContractLibrary *self, const char *name)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->contracts->len; i++)
    if (g_str_equal (((MellowContract *)self->contracts->pdata[i])->name, name))
      return self->contracts->pdata[i];

  return NULL;
}

/**
 * mellow_contract_library_find_file:
 * @self: a library
 * @file: the name of a file
 *
 * Returns: (transfer none) (nullable): the contract that lies in it
 */
const MellowContract *
mellow_contract_library_find_file (MellowContractLibrary *self, const char *file)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), NULL);
  g_return_val_if_fail (file != NULL, NULL);

  for (guint i = 0; i < self->contracts->len; i++)
    if (g_str_equal (((MellowContract *)self->contracts->pdata[i])->file, file))
      return self->contracts->pdata[i];

  return NULL;
}

/**
 * mellow_contract_library_dup_free_name:
 * @self: a library
 * @name: a name
 *
 * Returns: (transfer full): @name, with a number behind it if it is taken
 */
char *
mellow_contract_library_dup_free_name (MellowContractLibrary *self, const char *name)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 1;; i++) {
    g_autofree char *tried = i == 1 ? g_strdup (name) : g_strdup_printf ("%s %u", name, i);

    if (mellow_contract_library_find (self, tried) == NULL)
      return g_steal_pointer (&tried);
  }
}

/* --- changing --- */

/* `Nordlys & Søn` → `nordlys-søn.yaml`. */
static char *
make_file (MellowContractLibrary *self, const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);
  g_autoptr (GString) stem = g_string_new (NULL);
  guint n = 0;

  for (const char *c = small; *c != '\0' && n < LONGEST_STEM; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);

    if (g_unichar_isalnum (character)) {
      g_string_append_unichar (stem, character);
      n++;
    } else if (stem->len > 0 && stem->str[stem->len - 1] != '-') {
      g_string_append_c (stem, '-');
    }
  }
  if (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);

  return find_free_file (self, stem->len > 0 ? stem->str : "contract", SUFFIX);
}

static gboolean
write_file (MellowContractLibrary *self, const char *file, const char *text, GError **error)
{
  g_autofree char *path = build_path (self, file);

  if (g_mkdir_with_parents (self->folder, 0700) != 0) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", self->folder,
                 g_strerror (errno));
    return FALSE;
  }
  return g_file_set_contents (path, text, -1, error);
}

static gboolean
expect_free_name (MellowContractLibrary *self, const char *file, const char *name, GError **error)
{
  const MellowContract *other = name != NULL ? mellow_contract_library_find (self, name) : NULL;

  if (other == NULL || g_strcmp0 (other->file, file) == 0)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, _ ("There is a contract “%s” already"),
               name);
  return FALSE;
}

/**
 * mellow_contract_library_add:
 * @self: a library
 * @terms: what was agreed
 * @error: why it failed
 *
 * Keeps a new contract.
 *
 * Returns: (transfer full) (nullable): the name of its file
 */
char *
mellow_contract_library_add (MellowContractLibrary *self,
                             const ProseContract *terms,
                             GError **error)
{
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  if (!expect_free_name (self, NULL, terms->client, error))
    return NULL;

  file = make_file (self, terms->client != NULL ? terms->client : "");
  text = prose_contract_write (terms);
  return mellow_contract_library_put (self, file, text, error) ? g_steal_pointer (&file) : NULL;
}

/**
 * mellow_contract_library_change:
 * @self: a library
 * @file: the file of a contract
 * @terms: what was agreed now
 * @error: why it failed
 *
 * Returns: whether it is kept
 */
gboolean
mellow_contract_library_change (MellowContractLibrary *self,
                                const char *file,
                                const ProseContract *terms,
                                GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), FALSE);
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (terms != NULL, FALSE);

  if (!expect_free_name (self, file, terms->client, error))
    return FALSE;

  text = prose_contract_write (terms);
  return mellow_contract_library_put (self, file, text, error);
}

/**
 * mellow_contract_library_import:
 * @self: a library
 * @file_name: the name of a file from elsewhere
 * @data: what it has
 * @length: its length in bytes
 * @replaced: (out) (nullable): the text of the contract of the same name that it
 *   replaced, %NULL if there was none
 * @error: why it failed
 *
 * Keeps a contract as it is, byte for byte.
 *
 * Returns: (transfer full) (nullable): the name of the file that it is kept in
 */
char *
mellow_contract_library_import (MellowContractLibrary *self,
                                const char *file_name,
                                const char *data,
                                gsize length,
                                char **replaced,
                                GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  const MellowContract *old;
  ProseContract *terms;

  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), NULL);
  g_return_val_if_fail (replaced != NULL, NULL);

  *replaced = NULL;
  terms = read_terms (file_name, data, length, error);
  if (terms == NULL)
    return NULL;

  name = find_name (file_name, terms);
  old = mellow_contract_library_find (self, name);
  file = old != NULL ? g_strdup (old->file) : make_file (self, name);
  *replaced = old != NULL ? g_strdup (old->text) : NULL;
  text = g_strndup (data, length);
  prose_contract_free (terms);
  if (mellow_contract_library_put (self, file, text, error))
    return g_steal_pointer (&file);

  g_clear_pointer (replaced, g_free);
  return NULL;
}

/* The others keep what they are called while one is called something else. */
static void
tell_about_name (MellowContractLibrary *self, const char *file, const char *before)
{
  const MellowContract *now = mellow_contract_library_find_file (self, file);

  if (before != NULL && now != NULL && !g_str_equal (before, now->name))
    g_signal_emit (self, signals[RENAMED], 0, before, now->name);
}

/**
 * mellow_contract_library_put:
 * @self: a library
 * @file: the name of a file
 * @text: a contract, YAML
 * @error: why it failed
 *
 * Puts a contract there as it is: also what was removed, or replaced.
 *
 * Returns: whether it is kept
 */
gboolean
mellow_contract_library_put (MellowContractLibrary *self,
                             const char *file,
                             const char *text,
                             GError **error)
{
  const MellowContract *old;
  g_autofree char *before = NULL;

  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), FALSE);
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  old = mellow_contract_library_find_file (self, file);
  before = old != NULL ? g_strdup (old->name) : NULL;
  if (!write_file (self, file, text, error))
    return FALSE;

  /* Whoever holds a contract finds it again before texts are told of its name. */
  read_folder (self);
  g_signal_emit (self, signals[CHANGED], 0);
  tell_about_name (self, file, before);
  return TRUE;
}

/**
 * mellow_contract_library_remove:
 * @self: a library
 * @file: the file of a contract
 * @error: why it failed
 *
 * Returns: whether it is gone
 */
gboolean
mellow_contract_library_remove (MellowContractLibrary *self, const char *file, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (self), FALSE);
  g_return_val_if_fail (file != NULL, FALSE);

  path = build_path (self, file);
  if (g_remove (path) != 0 && errno != ENOENT) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", file,
                 g_strerror (errno));
    return FALSE;
  }
  mellow_contract_library_load (self);
  return TRUE;
}

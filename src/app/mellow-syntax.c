/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-syntax.h"

#include "mellow-data.h"

/**
 * MellowSyntax:
 *
 * Colours the markup of a formatted file, so that its copy stands out from it. Plain text
 * has none, and asks for nothing to be loaded.
 */
struct _MellowSyntax {
  GObject parent_instance;

  MellowReview *review; /* weak */
  GSettings *settings;
  AdwStyleManager *style;
  gboolean is_enabled;
};

G_DEFINE_FINAL_TYPE (MellowSyntax, mellow_syntax, G_TYPE_OBJECT)

/* What GtkSourceView calls the formats that it calls otherwise. */
static const struct {
  const char *format;
  const char *language;
} languages[] = {
  { "po", "gettext-translation" },
  { "xliff", "xml" },
};

static GtkSourceLanguage *
find_language (const ProseFormat *format)
{
  const char *name = format->name;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].format, name))
      name = languages[i].language;

  return gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (),
                                                   name);
}

/* The schemes that come with GtkSourceView are for programs, and louder than the marks. */
static GtkSourceStyleScheme *
find_scheme (MellowSyntax *self)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  g_autofree char *folder = mellow_find_shipped_folder ("styles");

  if (!g_strv_contains (gtk_source_style_scheme_manager_get_search_path (manager), folder))
    gtk_source_style_scheme_manager_prepend_search_path (manager, folder);

  return gtk_source_style_scheme_manager_get_scheme (
      manager, adw_style_manager_get_dark (self->style) ? "mellow-dark" : "mellow");
}

/* NULL if nothing is to be coloured. */
static GtkSourceLanguage *
find_wanted_language (MellowSyntax *self)
{
  const ProseFormat *format = mellow_review_get_format (self->review);

  if (!self->is_enabled || prose_format_is_text (format) ||
      !g_settings_get_boolean (self->settings, "color-markup"))
    return NULL;

  return find_language (format);
}

static void
update (MellowSyntax *self)
{
  GtkSourceLanguage *language;
  GtkSourceBuffer *buffer;

  if (self->review == NULL)
    return;

  buffer = GTK_SOURCE_BUFFER (mellow_review_get_buffer (self->review));
  language = find_wanted_language (self);
  if (language == NULL && gtk_source_buffer_get_language (buffer) == NULL)
    return;

  gtk_source_buffer_set_style_scheme (buffer, language != NULL ? find_scheme (self) : NULL);
  gtk_source_buffer_set_language (buffer, language);
}

static void
mellow_syntax_dispose (GObject *object)
{
  MellowSyntax *self = MELLOW_SYNTAX (object);

  g_clear_weak_pointer (&self->review);
  g_clear_object (&self->settings);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (mellow_syntax_parent_class)->dispose (object);
}

static void
mellow_syntax_class_init (MellowSyntaxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_syntax_dispose;
}

static void
mellow_syntax_init (MellowSyntax *self)
{
  self->is_enabled = TRUE;
}

/**
 * mellow_syntax_new:
 * @review: the text, and how it is read
 * @settings: the user's settings
 * @style: whether it is dark
 *
 * Returns: (transfer full): what colours the markup of @review
 */
MellowSyntax *
mellow_syntax_new (MellowReview *review, GSettings *settings, AdwStyleManager *style)
{
  MellowSyntax *self;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (ADW_IS_STYLE_MANAGER (style), NULL);

  self = g_object_new (MELLOW_TYPE_SYNTAX, NULL);
  g_set_weak_pointer (&self->review, review);
  self->settings = g_object_ref (settings);
  self->style = g_object_ref (style);
  g_signal_connect_object (review, "format-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::color-markup", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * mellow_syntax_set_enabled:
 * @self: what colours the markup of a text
 * @is_enabled: whether to do so: not while the text is not seen
 */
void
mellow_syntax_set_enabled (MellowSyntax *self, gboolean is_enabled)
{
  g_return_if_fail (MELLOW_IS_SYNTAX (self));

  self->is_enabled = is_enabled;
  update (self);
}

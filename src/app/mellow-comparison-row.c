/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-comparison-row.h"

#include <glib/gi18n.h>

#include "mellow-phrase.h"

/**
 * MellowComparisonRow:
 *
 * A sentence before and after, side by side, or one below the other.
 */
struct _MellowComparisonRow {
  GtkWidget parent_instance;

  GtkLabel *kind;
  GtkBox *sentences;
  GtkLabel *before;
  GtkLabel *after;
};

enum {
  PROP_0,
  PROP_ORIENTATION,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (MellowComparisonRow,
                               mellow_comparison_row,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ORIENTABLE, NULL))

static void
mellow_comparison_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowComparisonRow *self = MELLOW_COMPARISON_ROW (object);

  switch (id) {
  case PROP_ORIENTATION:
    g_value_set_enum (value, gtk_orientable_get_orientation (GTK_ORIENTABLE (self->sentences)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_comparison_row_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  MellowComparisonRow *self = MELLOW_COMPARISON_ROW (object);

  switch (id) {
  case PROP_ORIENTATION:
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sentences), g_value_get_enum (value));
    gtk_box_set_homogeneous (self->sentences,
                             g_value_get_enum (value) == GTK_ORIENTATION_HORIZONTAL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_comparison_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mellow_comparison_row_parent_class)->dispose (object);
}

static void
mellow_comparison_row_class_init (MellowComparisonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_comparison_row_get_property;
  object_class->set_property = mellow_comparison_row_set_property;
  object_class->dispose = mellow_comparison_row_dispose;
  g_object_class_override_property (object_class, PROP_ORIENTATION, "orientation");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparisonrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-comparison-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowComparisonRow, kind);
  gtk_widget_class_bind_template_child (widget_class, MellowComparisonRow, sentences);
  gtk_widget_class_bind_template_child (widget_class, MellowComparisonRow, before);
  gtk_widget_class_bind_template_child (widget_class, MellowComparisonRow, after);
}

static void
mellow_comparison_row_init (MellowComparisonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_comparison_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mellow_comparison_row_new (void)
{
  return g_object_new (MELLOW_TYPE_COMPARISON_ROW, NULL);
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, ProseSpan span)
{
  attribute->start_index = span.start;
  attribute->end_index = span.end;
  pango_attr_list_insert (attributes, attribute);
}

/* What went is struck out, what came underlined: no matter of colour. */
static void
show_sentence (GtkLabel *label, const char *text, const GArray *parts, gboolean is_gone)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < parts->len; i++) {
    ProseSpan span = g_array_index (parts, ProseSpan, i);

    add_attribute (attributes,
                   is_gone ? pango_attr_strikethrough_new (TRUE)
                           : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
                   span);
    if (!is_gone)
      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), span);
  }
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

static char *
dup_sentence (const char *text, ProseSpan span)
{
  char *sentence = g_strndup (text + span.start, prose_span_get_length (span));

  return g_strdelimit (sentence, "\r\n", ' ');
}

static void
name_row (MellowComparisonRow *self, const char *kind, const char *before, const char *after)
{
  g_autofree char *name = NULL;

  if (*before == '\0' || *after == '\0' || g_str_equal (before, after))
    name = mellow_phrase_join (kind, *before != '\0' ? before : after);
  else
    /* Translators: what became of a sentence, the sentence before, and after. */
    name = g_strdup_printf (_ ("%s, before: %s After: %s"), kind, before, after);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * mellow_comparison_row_show:
 * @self: a row
 * @comparison: two versions of a text
 * @alignment: which of its sentences to show
 */
void
mellow_comparison_row_show (MellowComparisonRow *self,
                            const MellowComparison *comparison,
                            guint alignment)
{
  const ProseAlignment *shown;
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *kind;

  g_return_if_fail (MELLOW_IS_COMPARISON_ROW (self));
  g_return_if_fail (alignment < comparison->alignments->len);

  shown = &g_array_index (comparison->alignments, ProseAlignment, alignment);
  kind = mellow_comparison_get_kind_label (shown->kind);
  before = dup_sentence (comparison->before.text, shown->before);
  after = dup_sentence (comparison->after.text, shown->after);
  if (shown->kind != PROSE_ALIGNMENT_EQUAL && *before != '\0' && *after != '\0')
    prose_word_diff (before, after, removed, added);

  gtk_label_set_text (self->kind, kind);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), shown->kind != PROSE_ALIGNMENT_EQUAL);
  show_sentence (self->before, before, removed, TRUE);
  show_sentence (self->after, after, added, FALSE);
  if (shown->kind == PROSE_ALIGNMENT_EQUAL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "equal");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "equal");
  name_row (self, kind, before, after);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rule-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-language.h"
#include "mellow-mark-style.h"
#include "mellow-phrase.h"
#include "mellow-rewrite-button.h"

/* How many texts of a kind are shown: a rule may have hundreds of phrases. */
#define MOST_TEXTS 60

/* Beyond this length, in bytes, texts are folded away: they take time to lay out. */
#define LONGEST_TEXT 1500

/**
 * MellowRulePage:
 *
 * All there is to know of a rule, and the switch that turns it off.
 */
struct _MellowRulePage {
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *caption;
  GtkSwitch *enabled;
  GtkWidget *own_buttons;
  GtkWidget *edit_button;
  GtkBox *groups;

  MellowRuleEntry *entry;
  gboolean is_updating;
};

enum {
  SWITCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowRulePage, mellow_rule_page, ADW_TYPE_BIN)

/* --- groups of texts --- */

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_group (const char *title, GtkWidget *texts)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (group), create_label (title, "heading"));
  gtk_box_append (GTK_BOX (group), texts);
  return group;
}

static GtkWidget *
create_folded (const char *title, GtkWidget *texts)
{
  GtkWidget *group = gtk_expander_new (title);

  gtk_widget_add_css_class (group, "folded");
  gtk_expander_set_child (GTK_EXPANDER (group), texts);
  return group;
}

/* One label holds all texts of a group, a line each: a rule may have hundreds. */
static void
add_text (MellowRulePage *self, const char *title, const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  label = create_label (text, "card");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  title, -1);
  gtk_box_append (self->groups, strlen (text) > LONGEST_TEXT ? create_folded (title, label)
                                                             : create_group (title, label));
}

static void
append_line (GString *lines, const char *line)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

static void
add_texts (MellowRulePage *self, const char *title, char **texts)
{
  guint n = texts != NULL ? g_strv_length (texts) : 0;
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_TEXTS); i++)
    append_line (lines, texts[i]);
  if (n > MOST_TEXTS) {
    g_autofree char *more =
        g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_TEXTS), n - MOST_TEXTS);

    append_line (lines, more);
  }
  add_text (self, title, lines->str);
}

static void
add_rewrites (MellowRulePage *self, const ProseRule *rule)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < MIN (rule->rewrites->len, MOST_TEXTS); i++) {
    const ProseRewriteTemplate *rewrite = &g_array_index (rule->rewrites, ProseRewriteTemplate, i);
    const char *text = *rewrite->text != '\0' ? rewrite->text : _ ("(leave it out)");
    g_autofree char *line =
        mellow_phrase_join (mellow_rewrite_kind_get_label (rewrite->kind), text);

    append_line (lines, line);
  }
  add_text (self, _ ("Ways Out"), lines->str);
}

static void
clear_groups (MellowRulePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static char *
make_caption (MellowRuleEntry *entry)
{
  const ProseRule *rule = mellow_rule_entry_get_rule (entry);
  const char *pack = mellow_rule_entry_get_pack (entry);
  g_autofree char *caption = g_strdup_printf ("%s · %s · %s", rule->category->title,
                                              mellow_mark_style_get_label (rule->severity),
                                              mellow_language_get_name (rule->category->language));

  if (pack == NULL)
    return g_steal_pointer (&caption);
  if (mellow_rule_entry_is_alone (entry))
    return g_strdup_printf (_ ("%s · your own"), caption);

  return g_strdup_printf (_ ("%s · your own, from “%s”"), caption, pack);
}

static void
show_rule (MellowRulePage *self, const ProseRule *rule)
{
  add_text (self, _ ("Why"), rule->why);
  add_text (self, _ ("Reference"), rule->reference);
  add_text (self, _ ("Question to the Writer"), rule->ask);
  add_rewrites (self, rule);
  add_texts (self, _ ("Examples It Marks"), rule->flagged);
  add_texts (self, _ ("Near Misses It Leaves Alone"), rule->passed);
  add_texts (self, _ ("Phrases"), rule->phrases);
  add_texts (self, _ ("Except in"), rule->exceptions);
}

/* --- the page --- */

static void
on_switched (MellowRulePage *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SWITCHED], 0, gtk_switch_get_active (self->enabled));
}

static void
mellow_rule_page_dispose (GObject *object)
{
  g_clear_object (&MELLOW_RULE_PAGE (object)->entry);

  G_OBJECT_CLASS (mellow_rule_page_parent_class)->dispose (object);
}

static void
mellow_rule_page_class_init (MellowRulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_rule_page_dispose;

  /**
   * MellowRulePage::switched:
   * @self: a page
   * @is_on: whether the rule is to mark texts
   *
   * The user turned the rule on or off.
   */
  signals[SWITCHED] = g_signal_new ("switched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-rule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowRulePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MellowRulePage, title);
  gtk_widget_class_bind_template_child (widget_class, MellowRulePage, caption);
  gtk_widget_class_bind_template_child (widget_class, MellowRulePage, enabled);
  gtk_widget_class_bind_template_child (widget_class, MellowRulePage, own_buttons);
  gtk_widget_class_bind_template_child (widget_class, MellowRulePage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, MellowRulePage, groups);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
}

static void
mellow_rule_page_init (MellowRulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_rule_page_get_entry:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the rule it shows
 */
MellowRuleEntry *
mellow_rule_page_get_entry (MellowRulePage *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_PAGE (self), NULL);

  return self->entry;
}

static void
update_head (MellowRulePage *self)
{
  g_autofree char *caption = make_caption (self->entry);

  gtk_label_set_text (self->title, mellow_rule_entry_get_title (self->entry));
  gtk_label_set_text (self->caption, caption);
  gtk_widget_set_visible (self->own_buttons, mellow_rule_entry_get_pack (self->entry) != NULL);
  gtk_widget_set_visible (self->edit_button, mellow_rule_entry_is_alone (self->entry));
  self->is_updating = TRUE;
  gtk_switch_set_active (self->enabled, !mellow_rule_entry_is_off (self->entry));
  self->is_updating = FALSE;
}

static gboolean
shows_rule_of (MellowRulePage *self, MellowRuleEntry *entry)
{
  return self->entry != NULL && mellow_rule_entry_get_pack (entry) == NULL &&
         g_str_equal (mellow_rule_entry_get_key (self->entry), mellow_rule_entry_get_key (entry));
}

/**
 * mellow_rule_page_set_entry:
 * @self: a page
 * @entry: the entry of a rule
 *
 * Shows a rule, from the top unless it is there already.
 */
void
mellow_rule_page_set_entry (MellowRulePage *self, MellowRuleEntry *entry)
{
  gboolean is_there;

  g_return_if_fail (MELLOW_IS_RULE_PAGE (self));
  g_return_if_fail (mellow_rule_entry_get_rule (entry) != NULL);

  is_there = shows_rule_of (self, entry);
  g_set_object (&self->entry, entry);
  update_head (self);
  if (is_there)
    return;

  clear_groups (self);
  show_rule (self, mellow_rule_entry_get_rule (entry));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

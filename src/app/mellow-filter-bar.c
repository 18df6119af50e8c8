/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-filter-bar.h"

#include <glib/gi18n.h>

#include "mellow-choice.h"
#include "mellow-mark-style.h"

/**
 * MellowFilterBar:
 *
 * Chooses what a [class@Mellow.MarkFilter] lets pass: a drop-down each for severity,
 * family and zone, and an entry for words, which is there when it is wanted.
 *
 * The lists are made when they are opened, so that an edit costs nothing here.
 */
struct _MellowFilterBar {
  GtkWidget parent_instance;

  GtkMenuButton *severity_button;
  GtkLabel *severity_label;
  GtkMenuButton *family_button;
  GtkLabel *family_label;
  GtkMenuButton *zone_button;
  GtkLabel *zone_label;
  GtkRevealer *search_revealer;
  GtkSearchEntry *search_entry;

  MellowMarkFilter *filter;
  MellowMarkOutline *outline;
  char *family_title; /* (nullable): of the family that is chosen */
};

enum {
  PROP_0,
  PROP_SEVERITY,
  PROP_FAMILY,
  PROP_ZONE,
  PROP_SEARCHING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowFilterBar, mellow_filter_bar, GTK_TYPE_WIDGET)

static const char *
get_zone_label (ProseZone zone)
{
  switch (zone) {
  case PROSE_ZONE_HEADLINE:
    return _ ("Headline");
  case PROSE_ZONE_SUBJECT:
    return _ ("Subject Line");
  case PROSE_ZONE_BUTTON:
    return _ ("Button");
  case PROSE_ZONE_DECLINE:
    return _ ("Decline Label");
  case PROSE_ZONE_FINE_PRINT:
    return _ ("Fine Print");
  case PROSE_ZONE_DESCRIPTION:
    return _ ("Meta Description");
  case PROSE_ZONE_ANY:
  case PROSE_ZONE_BODY:
  default:
    return _ ("Body Text");
  }
}

/* --- the lists --- */

static GMenu *
create_menu (MellowFilterBar *self, const char *all, const char *action, GVariant *target)
{
  GMenu *menu = g_menu_new ();

  mellow_choice_append (menu, all, mellow_mark_outline_get_n_marks (self->outline), action, target);
  return menu;
}

/* From the gravest to the quietest. */
static void
fill_severities (GtkMenuButton *button, gpointer user_data)
{
  MellowFilterBar *self = user_data;
  const char *action = "filter.severity";
  g_autoptr (GMenu) menu =
      create_menu (self, _ ("All Severities"), action, g_variant_new_int32 (PROSE_SEVERITY_CREDIT));

  for (int severity = PROSE_SEVERITY_REMOVE; severity > PROSE_SEVERITY_CREDIT; severity--) {
    guint n = mellow_mark_outline_count_severity (self->outline, severity);

    if (n > 0)
      mellow_choice_append (menu, mellow_mark_style_get_label (severity), n, action,
                            g_variant_new_int32 (severity));
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
fill_families (GtkMenuButton *button, gpointer user_data)
{
  MellowFilterBar *self = user_data;
  const char *action = "filter.family";
  g_autoptr (GArray) families = mellow_mark_outline_list_families (self->outline);
  g_autoptr (GMenu) menu =
      create_menu (self, _ ("All Families"), action, g_variant_new_string (""));

  for (guint i = 0; i < families->len; i++) {
    const MellowMarkFamily *family = &g_array_index (families, MellowMarkFamily, i);

    mellow_choice_append (menu, family->title, family->n_marks, action,
                          g_variant_new_string (family->id));
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
fill_zones (GtkMenuButton *button, gpointer user_data)
{
  MellowFilterBar *self = user_data;
  const char *action = "filter.zone";
  g_autoptr (GMenu) menu =
      create_menu (self, _ ("All Zones"), action, g_variant_new_int32 (PROSE_ZONE_ANY));

  for (int zone = PROSE_ZONE_BODY; zone <= PROSE_ZONE_DESCRIPTION; zone++) {
    guint n = mellow_mark_outline_count_zone (self->outline, zone);

    if (n > 0)
      mellow_choice_append (menu, get_zone_label (zone), n, action, g_variant_new_int32 (zone));
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- showing what is chosen --- */

static void
find_family_title (MellowFilterBar *self, const char *id)
{
  g_autoptr (GArray) families = mellow_mark_outline_list_families (self->outline);

  g_clear_pointer (&self->family_title, g_free);
  for (guint i = 0; id != NULL && i < families->len; i++)
    if (g_strcmp0 (g_array_index (families, MellowMarkFamily, i).id, id) == 0)
      self->family_title = g_strdup (g_array_index (families, MellowMarkFamily, i).title);
}

/* There is no choice of zones where all marks stand in one. */
static void
update_zone_button (MellowFilterBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->zone_button),
                          mellow_mark_outline_count_zones (self->outline) > 1 ||
                              mellow_mark_filter_get_zone (self->filter) != PROSE_ZONE_ANY);
}

static void
on_filter_changed (MellowFilterBar *self)
{
  ProseSeverity severity = mellow_mark_filter_get_severity (self->filter);
  ProseZone zone = mellow_mark_filter_get_zone (self->filter);
  const char *family = mellow_mark_filter_get_family (self->filter);

  if (family == NULL)
    g_clear_pointer (&self->family_title, g_free);
  mellow_choice_show (self->severity_button, self->severity_label, _ ("Severity"),
                      severity != PROSE_SEVERITY_CREDIT ? mellow_mark_style_get_label (severity)
                                                        : NULL);
  mellow_choice_show (self->family_button, self->family_label, _ ("Family"), self->family_title);
  mellow_choice_show (self->zone_button, self->zone_label, _ ("Zone"),
                      zone != PROSE_ZONE_ANY ? get_zone_label (zone) : NULL);
  if (!mellow_mark_filter_is_active (self->filter))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (self->outline != NULL)
    update_zone_button (self);
  for (int i = PROP_SEVERITY; i <= PROP_ZONE; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* An empty string is no family, for an action has no other way to say so. */
static void
choose_family (MellowFilterBar *self, const char *family)
{
  const char *id = family != NULL && *family != '\0' ? family : NULL;

  find_family_title (self, id);
  mellow_mark_filter_set_family (self->filter, id);
}

/* --- searching --- */

static void
set_searching (MellowFilterBar *self, gboolean is_searching)
{
  if (gtk_revealer_get_reveal_child (self->search_revealer) == is_searching)
    return;

  gtk_revealer_set_reveal_child (self->search_revealer, is_searching);
  if (is_searching)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
on_search_changed (MellowFilterBar *self)
{
  mellow_mark_filter_set_text (self->filter,
                               gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* The search waits a moment for the next letter, but not for these. */
static void
on_search_stopped (MellowFilterBar *self)
{
  set_searching (self, FALSE);
  on_search_changed (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-text", NULL);
}

static void
on_search_activated (MellowFilterBar *self)
{
  on_search_changed (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.next-mark", NULL);
}

static void
mellow_filter_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowFilterBar *self = MELLOW_FILTER_BAR (object);
  const char *family;

  switch (id) {
  case PROP_SEVERITY:
    g_value_set_int (value, mellow_mark_filter_get_severity (self->filter));
    break;
  case PROP_FAMILY:
    family = mellow_mark_filter_get_family (self->filter);
    g_value_set_string (value, family != NULL ? family : "");
    break;
  case PROP_ZONE:
    g_value_set_int (value, mellow_mark_filter_get_zone (self->filter));
    break;
  case PROP_SEARCHING:
    g_value_set_boolean (value, gtk_revealer_get_reveal_child (self->search_revealer));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_filter_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MellowFilterBar *self = MELLOW_FILTER_BAR (object);

  switch (id) {
  case PROP_SEVERITY:
    mellow_mark_filter_set_severity (self->filter, g_value_get_int (value));
    break;
  case PROP_FAMILY:
    choose_family (self, g_value_get_string (value));
    break;
  case PROP_ZONE:
    mellow_mark_filter_set_zone (self->filter, g_value_get_int (value));
    break;
  case PROP_SEARCHING:
    set_searching (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
let_go_of_outline (MellowFilterBar *self)
{
  if (self->outline != NULL)
    g_signal_handlers_disconnect_by_func (self->outline, update_zone_button, self);
  g_clear_object (&self->outline);
}

static void
mellow_filter_bar_dispose (GObject *object)
{
  MellowFilterBar *self = MELLOW_FILTER_BAR (object);
  GtkWidget *child;

  let_go_of_outline (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->family_title, g_free);

  G_OBJECT_CLASS (mellow_filter_bar_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MellowFilterBar, severity_button);
  gtk_widget_class_bind_template_child (widget_class, MellowFilterBar, severity_label);
  gtk_widget_class_bind_template_child (widget_class, MellowFilterBar, family_button);
  gtk_widget_class_bind_template_child (widget_class, MellowFilterBar, family_label);
  gtk_widget_class_bind_template_child (widget_class, MellowFilterBar, zone_button);
  gtk_widget_class_bind_template_child (widget_class, MellowFilterBar, zone_label);
  gtk_widget_class_bind_template_child (widget_class, MellowFilterBar, search_revealer);
  gtk_widget_class_bind_template_child (widget_class, MellowFilterBar, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
}

static void
mellow_filter_bar_class_init (MellowFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mellow_filter_bar_get_property;
  object_class->set_property = mellow_filter_bar_set_property;
  object_class->dispose = mellow_filter_bar_dispose;

  properties[PROP_SEVERITY] =
      g_param_spec_int ("severity", NULL, NULL, PROSE_SEVERITY_CREDIT, PROSE_SEVERITY_REMOVE,
                        PROSE_SEVERITY_CREDIT, flags);
  properties[PROP_FAMILY] = g_param_spec_string ("family", NULL, NULL, "", flags);
  properties[PROP_ZONE] = g_param_spec_int ("zone", NULL, NULL, PROSE_ZONE_ANY,
                                            PROSE_ZONE_DESCRIPTION, PROSE_ZONE_ANY, flags);
  /**
   * MellowFilterBar:searching:
   *
   * Whether there is an entry for words.
   */
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-filter-bar.ui");
  bind_children (widget_class);
  gtk_widget_class_install_property_action (widget_class, "filter.severity", "severity");
  gtk_widget_class_install_property_action (widget_class, "filter.family", "family");
  gtk_widget_class_install_property_action (widget_class, "filter.zone", "zone");
}

static void
mellow_filter_bar_init (MellowFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_menu_button_set_create_popup_func (self->severity_button, fill_severities, self, NULL);
  gtk_menu_button_set_create_popup_func (self->family_button, fill_families, self, NULL);
  gtk_menu_button_set_create_popup_func (self->zone_button, fill_zones, self, NULL);
}

/**
 * mellow_filter_bar_set_filter:
 * @self: a filter bar that has none yet
 * @filter: the filter to set
 */
void
mellow_filter_bar_set_filter (MellowFilterBar *self, MellowMarkFilter *filter)
{
  g_return_if_fail (MELLOW_IS_FILTER_BAR (self));
  g_return_if_fail (MELLOW_IS_MARK_FILTER (filter));
  g_return_if_fail (self->filter == NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  on_filter_changed (self);
}

/**
 * mellow_filter_bar_set_outline:
 * @self: a filter bar with a filter
 * @outline: what goes by the filter
 *
 * Offers what occurs in @outline.
 */
void
mellow_filter_bar_set_outline (MellowFilterBar *self, MellowMarkOutline *outline)
{
  g_return_if_fail (MELLOW_IS_FILTER_BAR (self));
  g_return_if_fail (MELLOW_IS_MARK_OUTLINE (outline));

  let_go_of_outline (self);
  self->outline = g_object_ref (outline);
  g_signal_connect_swapped (outline, "updated", G_CALLBACK (update_zone_button), self);
  update_zone_button (self);
}

/**
 * mellow_filter_bar_open_search:
 * @self: a filter bar
 *
 * Puts the focus into the entry for words.
 */
void
mellow_filter_bar_open_search (MellowFilterBar *self)
{
  g_return_if_fail (MELLOW_IS_FILTER_BAR (self));

  set_searching (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

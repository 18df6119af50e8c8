/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-window.h"

#include "mellow-close-flow.h"
#include "mellow-data.h"
#include "mellow-focus-mode.h"
#include "mellow-mark-guide.h"
#include "mellow-open-flow.h"
#include "mellow-page-actions.h"
#include "mellow-recent-popover.h"
#include "mellow-slot.h"
#include "mellow-template-dialog.h"
#include "mellow-tone-pane.h"
#include "mellow-tour.h"

/* Below this width the summary stacks its meters. */
#define COMPACT_WIDTH 880

/* Below this width it stacks all it has. */
#define TINY_WIDTH 520

/* Below this width the panel goes under the text. */
#define NARROW_WIDTH 720

/**
 * MellowWindow:
 *
 * Drafts at work, one a tab; beside the text that is selected the notes on it,
 * below it its tone.
 */
struct _MellowWindow {
  AdwApplicationWindow parent_instance;

  GtkWidget *header;
  GtkWidget *focus_header;
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkWidget *tab_bar;
  GtkPaned *paned;
  AdwTabView *tabs;
  MellowSidePanel *side;
  MellowSuggestionPanel *panel;
  GtkRevealer *summary;
  MellowTonePane *tone_pane;
  MellowTour *tour;

  ProseRuleSet *rules;
  GSettings *settings;
  MellowFocusMode *focus_mode;
  MellowMarkGuide *guide;
  MellowPageActions *page_actions;
  GSignalGroup *page_signals; /* of the selected page */

  int width;
  guint layout_source;
  gboolean is_closing;
};

enum {
  SIGNAL_STAYS,
  N_SIGNALS,
};

static guint window_signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowWindow, mellow_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- the selected page --- */

static MellowPage *
get_page (MellowWindow *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->tabs);

  return tab != NULL ? MELLOW_PAGE (adw_tab_page_get_child (tab)) : NULL;
}

static void
update_title (MellowWindow *self)
{
  g_autofree char *title = mellow_page_dup_title (get_page (self));
  g_autofree char *folder = mellow_page_dup_folder (get_page (self));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, folder);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_mark_chosen (MellowWindow *self, MellowMark *mark)
{
  mellow_mark_guide_go_to (self->guide, mellow_mark_get_position (mark));
}

static void
activate_next_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_mark_guide_walk (MELLOW_WINDOW (widget)->guide, 1);
}

static void
activate_previous_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_mark_guide_walk (MELLOW_WINDOW (widget)->guide, -1);
}

static void
activate_next_alike (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_mark_guide_walk_alike (MELLOW_WINDOW (widget)->guide, 1);
}

static void
activate_previous_alike (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_mark_guide_walk_alike (MELLOW_WINDOW (widget)->guide, -1);
}

static void
activate_filter_marks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MellowWindow *self = MELLOW_WINDOW (widget);

  mellow_focus_mode_set_active (self->focus_mode, FALSE);
  g_settings_set_boolean (self->settings, "show-panel", TRUE);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "side-page",
                                      g_variant_new_string ("marks"));
  mellow_mark_guide_filter (self->guide);
}

static void
activate_show_all_marks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MELLOW_WINDOW (widget)->panel), "panel.clear-filter",
                              NULL);
}

static void
activate_apply_rewrite (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_mark_guide_apply (MELLOW_WINDOW (widget)->guide, g_variant_get_uint32 (parameter));
}

static void
activate_tone_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MellowWindow *self = MELLOW_WINDOW (widget);

  mellow_focus_mode_set_active (self->focus_mode, FALSE);
  g_settings_set_boolean (self->settings, "show-summary", TRUE);
  mellow_tone_pane_toggle_details (self->tone_pane);
}

/* GTK would make the window of keys with each of ours, which no start has time for; made
 * when it is wanted, it stays. */
static void
activate_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL) {
    g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource ("/io/github/mellowcopy/Mellow/mellow-shortcuts.ui");
    GObject *shortcuts = gtk_builder_get_object (builder, "shortcuts");

    gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (shortcuts));
  }
  gtk_widget_activate_action (widget, "win.show-help-overlay", NULL);
}

static void
activate_show_tour (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_window_show_tour (MELLOW_WINDOW (widget));
}

static void
on_tour_closed (MellowWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_page (self)));
}

static void
activate_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_open_flow_run (GTK_WINDOW (widget));
}

static void
activate_open_recent (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_split_button_popup (MELLOW_WINDOW (widget)->open_button);
}

/* --- tabs --- */

static MellowPage *
add_page (MellowWindow *self)
{
  MellowPage *page = mellow_page_new (self->rules, self->settings);
  AdwTabPage *tab = adw_tab_view_append (self->tabs, GTK_WIDGET (page));

  g_object_bind_property (page, "title", tab, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "saving", tab, "loading", G_BINDING_SYNC_CREATE);
  adw_tab_view_set_selected_page (self->tabs, tab);
  gtk_widget_grab_focus (GTK_WIDGET (page));

  return page;
}

static void
activate_new_tab (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_page (MELLOW_WINDOW (widget));
}

static void
start_from (MellowWindow *self, const char *text)
{
  MellowPage *page = get_page (self);
  GtkTextBuffer *buffer;

  if (page == NULL || !mellow_page_is_free (page))
    page = add_page (self);
  buffer = mellow_draft_get_buffer (mellow_page_get_draft (page));
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (buffer), text, -1);
  mellow_slot_select_next (buffer);
  mellow_text_view_lay_out_anew (mellow_editor_get_view (mellow_page_get_editor (page)));
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

static void
activate_new_from_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *folder = mellow_find_shipped_folder ("templates");
  MellowTemplateDialog *dialog = mellow_template_dialog_new (GTK_WINDOW (widget), folder);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (start_from), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
activate_close_tab (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MellowWindow *self = MELLOW_WINDOW (widget);

  adw_tab_view_close_page (self->tabs, adw_tab_view_get_selected_page (self->tabs));
}

static void
on_tab_may_close (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MellowWindow *self = MELLOW_WINDOW (source);
  g_autoptr (AdwTabPage) tab = user_data;

  adw_tab_view_close_page_finish (self->tabs, tab, mellow_close_flow_run_finish (result));
}

static gboolean
on_close_tab (MellowWindow *self, AdwTabPage *tab)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  g_ptr_array_add (pages, adw_tab_page_get_child (tab));
  mellow_close_flow_run_async (GTK_WINDOW (self), pages, on_tab_may_close, g_object_ref (tab));
  return GDK_EVENT_STOP;
}

/* A window without a tab has nothing to show. */
static void
on_tab_gone (MellowWindow *self)
{
  if (adw_tab_view_get_n_pages (self->tabs) == 0 && !self->is_closing)
    gtk_window_close (GTK_WINDOW (self));
}

/* A tab that is dragged out of the window gets one of its own. */
static AdwTabView *
on_create_window (MellowWindow *self)
{
  AdwApplication *application = ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  MellowWindow *window = mellow_window_new (application, self->rules, self->settings);

  mellow_mark_guide_set_has_rules (window->guide, mellow_mark_guide_has_rules (self->guide));
  gtk_window_present (GTK_WINDOW (window));
  return window->tabs;
}

/* In focus mode there is nothing beside the text either. */
static void
follow_focus_mode (MellowWindow *self)
{
  MellowPage *page = get_page (self);

  if (page != NULL)
    mellow_editor_set_bare (mellow_page_get_editor (page),
                            mellow_focus_mode_is_active (self->focus_mode));
}

static void
on_tab_selected (MellowWindow *self)
{
  MellowPage *page = get_page (self);

  g_signal_group_set_target (self->page_signals, page);
  mellow_page_actions_set_page (self->page_actions, page);
  mellow_mark_guide_set_page (self->guide, page);
  if (page == NULL)
    return;

  mellow_tone_pane_set_draft (self->tone_pane, mellow_page_get_draft (page));
  follow_focus_mode (self);
  update_title (self);
}

/* --- closing --- */

static GPtrArray *
dup_pages (MellowWindow *self)
{
  GPtrArray *pages = g_ptr_array_new ();

  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    g_ptr_array_add (pages, adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tabs, i)));

  return pages;
}

static void
remember_size (MellowWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
on_may_close (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MellowWindow *self = MELLOW_WINDOW (source);

  self->is_closing = mellow_close_flow_run_finish (result);
  if (!self->is_closing) {
    g_signal_emit (self, window_signals[SIGNAL_STAYS], 0);
    return;
  }

  remember_size (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
mellow_window_close_request (GtkWindow *window)
{
  MellowWindow *self = MELLOW_WINDOW (window);
  g_autoptr (GPtrArray) pages = dup_pages (self);

  if (self->is_closing)
    return GDK_EVENT_STOP;

  self->is_closing = TRUE;
  mellow_close_flow_run_async (window, pages, on_may_close, NULL);
  return GDK_EVENT_STOP;
}

/* --- layout --- */

static gboolean
lay_out (gpointer user_data)
{
  MellowWindow *self = user_data;
  GtkOrientation orientation =
      self->width < NARROW_WIDTH ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  self->layout_source = 0;
  mellow_tone_pane_set_narrow (self->tone_pane, self->width < COMPACT_WIDTH);
  mellow_tone_pane_set_tiny (self->tone_pane, self->width < TINY_WIDTH);
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) != orientation) {
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
    g_object_set (self->paned, "position-set", FALSE, NULL);
  }

  return G_SOURCE_REMOVE;
}

/* Widgets may not change their layout while they are given their place. */
static void
mellow_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MellowWindow *self = MELLOW_WINDOW (widget);

  GTK_WIDGET_CLASS (mellow_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (width == self->width)
    return;

  self->width = width;
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_out, self, NULL);
}

/* One step back: out of focus mode, then out of full screen. */
static gboolean
leave (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MellowWindow *self = MELLOW_WINDOW (widget);
  GtkWindow *window = GTK_WINDOW (widget);

  if (mellow_focus_mode_is_active (self->focus_mode))
    mellow_focus_mode_set_active (self->focus_mode, FALSE);
  else if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* GTK keeps the actions of a window that is gone, and they what they switch. */
static void
let_go_of_focus_mode (MellowWindow *self)
{
  if (self->focus_mode != NULL)
    g_action_map_remove_action (G_ACTION_MAP (self), "focus-mode");
  g_clear_object (&self->focus_mode);
}

/* A tooltip that was shown in the window may outlive it, and in GTK 4.8 the actions with it;
 * what is a setting, too, would then tell the window that is gone when another one changes it. */
static void
remove_actions (GActionMap *map)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (map));

  for (guint i = 0; names[i] != NULL; i++)
    g_action_map_remove_action (map, names[i]);
}

static void
mellow_window_dispose (GObject *object)
{
  MellowWindow *self = MELLOW_WINDOW (object);

  self->is_closing = TRUE;
  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->page_signals);
  g_clear_object (&self->page_actions);
  g_clear_object (&self->guide);
  let_go_of_focus_mode (self);
  remove_actions (G_ACTION_MAP (self));
  g_clear_object (&self->settings);
  g_clear_pointer (&self->rules, prose_rule_set_unref);

  G_OBJECT_CLASS (mellow_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-tab", NULL, activate_new_tab);
  gtk_widget_class_install_action (widget_class, "win.new-from-template", NULL,
                                   activate_new_from_template);
  gtk_widget_class_install_action (widget_class, "win.close-tab", NULL, activate_close_tab);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, activate_open);
  gtk_widget_class_install_action (widget_class, "win.open-recent", NULL, activate_open_recent);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, activate_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.show-tour", NULL, activate_show_tour);
  gtk_widget_class_install_action (widget_class, "win.tone-details", NULL, activate_tone_details);
  gtk_widget_class_install_action (widget_class, "win.next-mark", NULL, activate_next_mark);
  gtk_widget_class_install_action (widget_class, "win.previous-mark", NULL, activate_previous_mark);
  gtk_widget_class_install_action (widget_class, "win.next-alike", NULL, activate_next_alike);
  gtk_widget_class_install_action (widget_class, "win.previous-alike", NULL,
                                   activate_previous_alike);
  gtk_widget_class_install_action (widget_class, "win.filter-marks", NULL, activate_filter_marks);
  gtk_widget_class_install_action (widget_class, "win.show-all-marks", NULL,
                                   activate_show_all_marks);
  gtk_widget_class_install_action (widget_class, "win.apply-rewrite", "u", activate_apply_rewrite);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
}

static void
mellow_window_class_init (MellowWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_window_dispose;
  widget_class->size_allocate = mellow_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = mellow_window_close_request;

  /**
   * MellowWindow::stays:
   *
   * Someone wanted to close the window, and the user turned back.
   */
  window_signals[SIGNAL_STAYS] = g_signal_new ("stays", MELLOW_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MELLOW_TYPE_RECENT_POPOVER);
  g_type_ensure (MELLOW_TYPE_SIDE_PANEL);
  g_type_ensure (MELLOW_TYPE_SUGGESTION_PANEL);
  g_type_ensure (MELLOW_TYPE_TONE_PANE);
  g_type_ensure (MELLOW_TYPE_TOUR);
  install_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, header);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, focus_header);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, tab_bar);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, side);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, tone_pane);
  gtk_widget_class_bind_template_child (widget_class, MellowWindow, tour);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_close_tab);
  gtk_widget_class_bind_template_callback (widget_class, on_create_window);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_gone);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_tour_closed);
}

/* The menu's widgets are made when it is first opened. */
static void
fill_primary_menu (GtkMenuButton *button, gpointer window)
{
  MellowWindow *self = window;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->primary_menu);
}

static void
mellow_window_init (MellowWindow *self)
{
  self->page_signals = g_signal_group_new (MELLOW_TYPE_PAGE);
  g_signal_group_connect_swapped (self->page_signals, "notify::title", G_CALLBACK (update_title),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_primary_menu, self, NULL);
  self->guide = mellow_mark_guide_new (self->panel);
}

/* What can be folded away is a setting and an action in one. */
static void
add_switch (MellowWindow *self, const char *key)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, key);

  g_action_map_add_action (G_ACTION_MAP (self), action);
}

static void
add_focus_mode (MellowWindow *self)
{
  g_autoptr (GPropertyAction) action = NULL;

  self->focus_mode = mellow_focus_mode_new (self->settings);
  mellow_focus_mode_fold (self->focus_mode, self->header, "visible", NULL);
  mellow_focus_mode_fold (self->focus_mode, self->tab_bar, "visible", NULL);
  mellow_focus_mode_fold (self->focus_mode, GTK_WIDGET (self->side), "visible", "show-panel");
  mellow_focus_mode_fold (self->focus_mode, self->summary, "reveal-child", "show-summary");
  g_object_bind_property (self->focus_mode, "active", self->focus_header, "visible",
                          G_BINDING_SYNC_CREATE);

  g_signal_connect_object (self->focus_mode, "notify::active", G_CALLBACK (follow_focus_mode), self,
                           G_CONNECT_SWAPPED);
  action = g_property_action_new ("focus-mode", self->focus_mode, "active");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
restore_size (MellowWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  self->width = width;
  lay_out (self);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * mellow_window_new:
 * @application: the application
 * @rules: the rules to review drafts by
 * @settings: the user's settings
 *
 * Returns: (transfer none): a window without tabs; it belongs to GTK
 */
MellowWindow *
mellow_window_new (AdwApplication *application, ProseRuleSet *rules, GSettings *settings)
{
  MellowWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MELLOW_TYPE_WINDOW, "application", application, NULL);
  self->rules = prose_rule_set_ref (rules);
  self->settings = g_object_ref (settings);

  add_switch (self, "show-marks");
  add_switch (self, "show-credits");
  add_switch (self, "show-panel");
  add_switch (self, "show-summary");
  add_switch (self, "show-strip");
  add_switch (self, "check-spelling");
  add_switch (self, "english-variant");
  add_focus_mode (self);
  self->page_actions = mellow_page_actions_new (G_ACTION_MAP (self), settings);
  restore_size (self);

  return self;
}

/**
 * mellow_window_add_page:
 * @self: a window
 *
 * Opens a tab with an empty draft, and turns to it.
 *
 * Returns: (transfer none): its page
 */
MellowPage *
mellow_window_add_page (MellowWindow *self)
{
  g_return_val_if_fail (MELLOW_IS_WINDOW (self), NULL);

  return add_page (self);
}

/**
 * mellow_window_get_tabs:
 * @self: a window
 *
 * Returns: (transfer none): its tabs, each with a [class@Mellow.Page]
 */
AdwTabView *
mellow_window_get_tabs (MellowWindow *self)
{
  g_return_val_if_fail (MELLOW_IS_WINDOW (self), NULL);

  return self->tabs;
}

/**
 * mellow_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page that is selected
 */
MellowPage *
mellow_window_get_page (MellowWindow *self)
{
  g_return_val_if_fail (MELLOW_IS_WINDOW (self), NULL);

  return get_page (self);
}

/**
 * mellow_window_get_side_panel:
 * @self: a window
 *
 * Returns: (transfer none): what stands beside the text
 */
MellowSidePanel *
mellow_window_get_side_panel (MellowWindow *self)
{
  g_return_val_if_fail (MELLOW_IS_WINDOW (self), NULL);

  return self->side;
}

/**
 * mellow_window_get_selected_mark:
 * @self: a window with a tab
 *
 * Returns: (transfer none) (nullable): the mark at the cursor
 */
MellowMark *
mellow_window_get_selected_mark (MellowWindow *self)
{
  g_return_val_if_fail (MELLOW_IS_WINDOW (self), NULL);

  return mellow_suggestion_panel_get_selected (self->panel);
}

/**
 * mellow_window_set_rules:
 * @self: a window
 * @rules: the rules to review its drafts by from now on
 */
void
mellow_window_set_rules (MellowWindow *self, ProseRuleSet *rules)
{
  g_autoptr (GPtrArray) pages = NULL;

  g_return_if_fail (MELLOW_IS_WINDOW (self));
  g_return_if_fail (rules != NULL);

  prose_rule_set_ref (rules);
  prose_rule_set_unref (self->rules);
  self->rules = rules;
  pages = dup_pages (self);
  for (guint i = 0; i < pages->len; i++)
    mellow_draft_set_rules (mellow_page_get_draft (pages->pdata[i]), rules);
}

/**
 * mellow_window_show_file:
 * @self: a window
 * @file: a file
 *
 * Turns to the tab that shows @file, or soon will.
 *
 * Returns: whether there is one
 */
gboolean
mellow_window_show_file (MellowWindow *self, GFile *file)
{
  g_autoptr (GPtrArray) pages = NULL;

  g_return_val_if_fail (MELLOW_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  pages = dup_pages (self);
  for (guint i = 0; i < pages->len; i++) {
    if (!mellow_page_has_file (pages->pdata[i], file))
      continue;
    adw_tab_view_set_selected_page (self->tabs,
                                    adw_tab_view_get_page (self->tabs, pages->pdata[i]));
    return TRUE;
  }
  return FALSE;
}

/**
 * mellow_window_open:
 * @self: a window
 * @file: a file; it need not be there yet
 *
 * Opens a file in a tab of its own, or in the selected one if that is free.
 */
void
mellow_window_open (MellowWindow *self, GFile *file)
{
  MellowPage *page;

  g_return_if_fail (MELLOW_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  page = get_page (self);
  if (page == NULL || !mellow_page_is_free (page))
    page = add_page (self);
  mellow_page_open (page, file);
}

/**
 * mellow_window_show_notice:
 * @self: a window
 * @notice: what the user should know
 *
 * Tells something above the text.
 */
void
mellow_window_show_notice (MellowWindow *self, const char *notice)
{
  g_return_if_fail (MELLOW_IS_WINDOW (self));

  gtk_label_set_text (self->notice_label, notice);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

/**
 * mellow_window_show_rules_problem:
 * @self: a window without tabs
 * @problem: why there are no rules
 *
 * Says that nothing can be marked.
 */
void
mellow_window_show_rules_problem (MellowWindow *self, const char *problem)
{
  g_return_if_fail (MELLOW_IS_WINDOW (self));

  mellow_mark_guide_set_has_rules (self->guide, FALSE);
  mellow_window_show_notice (self, problem);
}

/**
 * mellow_window_show_tour:
 * @self: a window
 *
 * Shows what its panes are for, in their place.
 */
void
mellow_window_show_tour (MellowWindow *self)
{
  g_return_if_fail (MELLOW_IS_WINDOW (self));

  mellow_focus_mode_set_active (self->focus_mode, FALSE);
  mellow_tour_open (self->tour);
}

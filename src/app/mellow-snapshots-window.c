/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-snapshots-window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mellow-comparison-window.h"
#include "mellow-name-flow.h"
#include "mellow-phrase.h"
#include "mellow-snapshot-flow.h"
#include "mellow-toast.h"
#include "mellow-tone-words.h"
#include "mellow-trend-line.h"

/**
 * MellowSnapshotsWindow:
 *
 * How a text was before: each version with its tone, to be compared, brought back,
 * renamed, deleted.
 */
struct _MellowSnapshotsWindow {
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;
  MellowTrendLine *trend_line;
  GtkLabel *trend_label;

  MellowPage *page;
  ProseUserStore *store;
  GPtrArray *snapshots; /* one per row */
  ProseSnapshot *last;  /* what was deleted last */
};

G_DEFINE_FINAL_TYPE (MellowSnapshotsWindow, mellow_snapshots_window, ADW_TYPE_WINDOW)

/* --- in words --- */

/* The verdict is kept by its name. */
static const char *
get_verdict_label (const char *name)
{
  static const ProseVerdict verdicts[] = { PROSE_VERDICT_CALM, PROSE_VERDICT_FIRM,
                                           PROSE_VERDICT_PUSHY, PROSE_VERDICT_TOO_WEAK };

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_str_equal (prose_verdict_to_string (verdicts[i]), name))
      return mellow_tone_words_get_verdict (verdicts[i]);

  return name;
}

static char *
describe (const ProseSnapshot *snapshot)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (snapshot->created);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%x %H:%M") : g_strdup ("");
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u word", "%u words", (guint)snapshot->words), (guint)snapshot->words);

  /* Translators: when it was, its verdict, the meter, how many words. */
  return g_strdup_printf (_ ("%s · %s · Pressure %ld · %s"), when,
                          get_verdict_label (snapshot->verdict), lround (snapshot->pressure),
                          words);
}

/* --- rows --- */

static void
add_button (GtkWidget *row,
            const char *icon,
            const char *format,
            const char *name,
            const char *action,
            guint i)
{
  g_autofree char *quoted = mellow_phrase_quote_short (name);
  g_autofree char *label = g_strdup_printf (format, quoted);
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (MellowSnapshotsWindow *self, guint i)
{
  const ProseSnapshot *snapshot = self->snapshots->pdata[i];
  g_autofree char *subtitle = describe (snapshot);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), snapshot->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_button (row, "document-revert-symbolic", _ ("Bring Back %s"), snapshot->name,
              "snapshots.restore", i);
  add_button (row, "document-edit-symbolic", _ ("Rename %s"), snapshot->name, "snapshots.rename",
              i);
  add_button (row, "user-trash-symbolic", _ ("Delete %s"), snapshot->name, "snapshots.delete", i);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

static void
focus_row (MellowSnapshotsWindow *self, int index)
{
  GtkListBoxRow *row = NULL;

  while (index >= 0 && (row = gtk_list_box_get_row_at_index (self->list, index)) == NULL)
    index--;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* How the text came along from version to version, or what one of them is. */
static void
show_trend (MellowSnapshotsWindow *self)
{
  const char *chosen = mellow_trend_line_get_text (self->trend_line);
  g_autofree char *moved = NULL;
  g_autofree char *text = NULL;

  if (self->page == NULL)
    return;

  moved =
      mellow_tone_trend_describe_past (mellow_draft_get_trend (mellow_page_get_draft (self->page)));
  text = g_strconcat (chosen != NULL  ? chosen
                      : moved != NULL ? moved
                                      : "",
                      "\n", _ ("The line is Pressure, the dashed one Warmth."), NULL);
  gtk_label_set_text (self->trend_label, text);
}

static void
show_snapshots (MellowSnapshotsWindow *self, int focused)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  self->snapshots = mellow_snapshot_flow_list (self->page, self->store);
  if (self->snapshots == NULL)
    self->snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_snapshot_free);

  for (guint i = 0; i < self->snapshots->len; i++)
    add_row (self, i);
  show_trend (self);
  gtk_stack_set_visible_child_name (self->stack, self->snapshots->len > 0 ? "snapshots" : "none");
  focus_row (self, focused);
}

/* --- what is done with them --- */

static void
tell (MellowSnapshotsWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, mellow_toast_new (text));
}

static const ProseSnapshot *
get_snapshot (MellowSnapshotsWindow *self, GVariant *parameter)
{
  guint i = g_variant_get_uint32 (parameter);

  return i < self->snapshots->len ? self->snapshots->pdata[i] : NULL;
}

static void
on_row_activated (MellowSnapshotsWindow *self, GtkListBoxRow *row)
{
  guint i = gtk_list_box_row_get_index (row);

  if (i < self->snapshots->len)
    gtk_window_present (GTK_WINDOW (
        mellow_comparison_window_new (GTK_WINDOW (self), self->page, self->snapshots, i)));
}

static void
activate_restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowSnapshotsWindow *self = MELLOW_SNAPSHOTS_WINDOW (widget);
  const ProseSnapshot *snapshot = get_snapshot (self, parameter);

  if (snapshot == NULL)
    return;

  mellow_snapshot_flow_restore (self->page, snapshot);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_renamed (GtkWidget *widget, GVariant *key, const char *name)
{
  MellowSnapshotsWindow *self = MELLOW_SNAPSHOTS_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  gint64 id;
  guint i;

  g_variant_get (key, "(xu)", &id, &i);
  if (!prose_user_snapshots_rename (self->store, id, name, &error))
    tell (self, error->message);
  show_snapshots (self, i);
}

static void
activate_rename (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const ProseSnapshot *snapshot = get_snapshot (MELLOW_SNAPSHOTS_WINDOW (widget), parameter);

  if (snapshot != NULL)
    mellow_name_flow_rename (widget, _ ("Rename the Snapshot"), snapshot->name,
                             g_variant_new ("(xu)", snapshot->id, g_variant_get_uint32 (parameter)),
                             on_renamed);
}

static void
tell_about_deleted (MellowSnapshotsWindow *self)
{
  g_autofree char *quoted = mellow_phrase_quote_short (self->last->name);
  g_autofree char *text = g_strdup_printf (_ ("%s is deleted"), quoted);

  adw_toast_overlay_add_toast (self->toasts, mellow_toast_new_undoable (text, "snapshots.undo"));
}

static void
activate_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowSnapshotsWindow *self = MELLOW_SNAPSHOTS_WINDOW (widget);
  guint i = g_variant_get_uint32 (parameter);
  const ProseSnapshot *snapshot = get_snapshot (self, parameter);
  g_autoptr (GError) error = NULL;

  if (snapshot == NULL)
    return;

  if (!prose_user_snapshots_remove (self->store, snapshot->id, &error)) {
    tell (self, error->message);
    return;
  }
  g_clear_pointer (&self->last, prose_snapshot_free);
  self->last = g_ptr_array_steal_index (self->snapshots, i);
  show_snapshots (self, i);
  tell_about_deleted (self);
  gtk_widget_action_set_enabled (widget, "snapshots.undo", TRUE);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowSnapshotsWindow *self = MELLOW_SNAPSHOTS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->last == NULL)
    return;

  if (!prose_user_snapshots_add (self->store, self->last, &error)) {
    tell (self, error->message);
    return;
  }
  g_clear_pointer (&self->last, prose_snapshot_free);
  gtk_widget_action_set_enabled (widget, "snapshots.undo", FALSE);
  show_snapshots (self, 0);
}

/* --- the window --- */

static void
mellow_snapshots_window_dispose (GObject *object)
{
  MellowSnapshotsWindow *self = MELLOW_SNAPSHOTS_WINDOW (object);

  g_clear_object (&self->page);
  g_clear_object (&self->store);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  g_clear_pointer (&self->last, prose_snapshot_free);

  G_OBJECT_CLASS (mellow_snapshots_window_parent_class)->dispose (object);
}

static void
mellow_snapshots_window_class_init (MellowSnapshotsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_snapshots_window_dispose;

  g_type_ensure (MELLOW_TYPE_TREND_LINE);
  gtk_widget_class_install_action (widget_class, "snapshots.restore", "u", activate_restore);
  gtk_widget_class_install_action (widget_class, "snapshots.rename", "u", activate_rename);
  gtk_widget_class_install_action (widget_class, "snapshots.delete", "u", activate_delete);
  gtk_widget_class_install_action (widget_class, "snapshots.undo", NULL, activate_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "snapshots.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-snapshots-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowSnapshotsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowSnapshotsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowSnapshotsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MellowSnapshotsWindow, trend_line);
  gtk_widget_class_bind_template_child (widget_class, MellowSnapshotsWindow, trend_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_trend);
}

static void
mellow_snapshots_window_init (MellowSnapshotsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mellow_trend_line_set_versions_only (self->trend_line, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "snapshots.undo", FALSE);
}

/**
 * mellow_snapshots_window_new:
 * @parent: the window it belongs to
 * @page: a page
 * @store: where snapshots are kept
 *
 * Returns: (transfer none): a list of how the text of @page was
 */
MellowSnapshotsWindow *
mellow_snapshots_window_new (GtkWindow *parent, MellowPage *page, ProseUserStore *store)
{
  MellowSnapshotsWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_PAGE (page), NULL);
  g_return_val_if_fail (PROSE_IS_USER_STORE (store), NULL);

  self = g_object_new (MELLOW_TYPE_SNAPSHOTS_WINDOW, "transient-for", parent, NULL);
  self->page = g_object_ref (page);
  self->store = g_object_ref (store);
  mellow_trend_line_set_trend (self->trend_line,
                               mellow_draft_get_trend (mellow_page_get_draft (page)));
  show_snapshots (self, 0);

  return self;
}

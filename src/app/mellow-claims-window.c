/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-claims-window.h"

#include <glib/gi18n.h>

#include "mellow-claim-list.h"
#include "mellow-claim-row.h"
#include "mellow-ignore-flow.h"
#include "mellow-proof-dialog.h"
#include "mellow-toast.h"

/* How many rows are shown at once; each takes its time to be laid out. */
#define STEP 100

/**
 * MellowClaimsWindow:
 *
 * What a text claims, and where the proof of it is. It stands beside the text, which
 * can be written on meanwhile. What is done here is undone like anything else that was
 * done to the text.
 */
struct _MellowClaimsWindow {
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *count;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkButton *more_button;

  MellowPage *page;
  MellowClaimList *claims;
  GtkSliceListModel *shown; /* the first of them */
  GBinding *title;
  GSignalGroup *history; /* that of the page */
  guint layout_source;
  double scrolled; /* where it was before rows came and went */
};

G_DEFINE_FINAL_TYPE (MellowClaimsWindow, mellow_claims_window, ADW_TYPE_WINDOW)

static MellowIgnoredList *
get_ignored (MellowClaimsWindow *self)
{
  return mellow_draft_get_ignored (mellow_page_get_draft (self->page));
}

static MellowHistory *
get_history (MellowClaimsWindow *self)
{
  return mellow_review_get_history (mellow_draft_get_review (mellow_page_get_draft (self->page)));
}

/* --- rows --- */

static MellowClaimRow *
get_row (MellowClaimsWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? MELLOW_CLAIM_ROW (row) : NULL;
}

static gboolean
is_about_same (MellowClaim *claim, MellowClaim *other)
{
  return claim == other ||
         (mellow_claim_get_rule (claim) == mellow_claim_get_rule (other) &&
          g_str_equal (mellow_claim_get_phrase (claim), mellow_claim_get_phrase (other)));
}

/* The row of a claim that may stand elsewhere in the list now. */
static MellowClaimRow *
find_row (MellowClaimsWindow *self, MellowClaim *claim)
{
  MellowClaimRow *found = NULL;
  MellowClaimRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++) {
    if (mellow_claim_row_get_claim (row) == claim)
      return row;
    if (found == NULL && is_about_same (mellow_claim_row_get_claim (row), claim))
      found = row;
  }
  return found;
}

/* Where a claim stands in the list, -1 if it does not. */
static int
find_index (MellowClaimsWindow *self, MellowClaim *claim)
{
  MellowClaimRow *row = find_row (self, claim);

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* A row is brought into view by as little as it takes. */
static void
show_row (MellowClaimsWindow *self, GtkWidget *row)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *content = gtk_widget_get_first_child (gtk_scrolled_window_get_child (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, content, &bounds))
    gtk_adjustment_clamp_page (scroll, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* Once the rows have their places. */
static gboolean
on_laid_out (gpointer user_data)
{
  MellowClaimsWindow *self = user_data;
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  self->layout_source = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->scrolled);
  if (row != NULL)
    show_row (self, row);
  return G_SOURCE_REMOVE;
}

static void
keep_place (MellowClaimsWindow *self, double scrolled)
{
  self->scrolled = scrolled;
  if (self->layout_source == 0)
    self->layout_source = g_idle_add (on_laid_out, self);
}

/* What was done to a claim gives it another place in the list; the focus stays where it
 * is, on the next one. */
static void
finish (MellowClaimsWindow *self, int index)
{
  double scrolled = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  MellowClaimRow *row;

  mellow_claim_list_update (self->claims);
  while (index > 0 && get_row (self, index) == NULL)
    index--;
  row = index >= 0 ? get_row (self, index) : NULL;
  if (row == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  keep_place (self, scrolled);
}

/* --- what is wished of a row --- */

/* A claim whose proof somebody is asked for. */
typedef struct {
  MellowClaimsWindow *window;
  MellowPage *page;
  MellowClaim *claim;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_clear_weak_pointer (&question->window);
  g_object_unref (question->page);
  g_object_unref (question->claim);
  g_free (question);
}

static void
on_proven (Question *question, const MellowProof *proof)
{
  MellowClaim *claim = question->claim;
  ProseIgnoreEntry *entry = mellow_claim_get_entry (claim);
  MellowIgnoredList *ignored = mellow_draft_get_ignored (mellow_page_get_draft (question->page));
  MellowIgnoredItem *item = entry != NULL ? mellow_ignored_list_find (ignored, entry) : NULL;
  gboolean is_listed = question->window != NULL && question->window->page == question->page;
  int index = is_listed ? find_index (question->window, claim) : -1;

  if (item != NULL)
    mellow_ignore_flow_set_proof (question->page, item, proof);
  else
    mellow_ignore_flow_prove (question->page, mellow_claim_get_rule (claim),
                              mellow_claim_get_phrase (claim), proof);
  if (is_listed)
    finish (question->window, index);
}

static void
on_edit_proof (MellowClaimsWindow *self, MellowClaimRow *row)
{
  MellowClaim *claim = mellow_claim_row_get_claim (row);
  const MellowProof *proof = mellow_claim_get_proof (claim);
  MellowProofDialog *dialog =
      mellow_proof_dialog_new (GTK_WINDOW (self), mellow_claim_get_phrase (claim));
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->window, self);
  question->page = g_object_ref (self->page);
  question->claim = g_object_ref (claim);
  if (proof != NULL)
    mellow_proof_dialog_set_proof (dialog, proof);
  g_signal_connect_data (dialog, "proven", G_CALLBACK (on_proven), question, question_free,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_remove_proof (MellowClaimsWindow *self, MellowClaimRow *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  ProseIgnoreEntry *proof = mellow_claim_get_entry (mellow_claim_row_get_claim (row));
  MellowIgnoredItem *item = mellow_ignored_list_find (get_ignored (self), proof);

  if (item != NULL)
    mellow_ignore_flow_stop (self->page, item);
  finish (self, index);
}

/* The list stays beside the text. */
static void
on_row_activated (MellowClaimsWindow *self, MellowClaimRow *row)
{
  g_autoptr (MellowClaim) claim = g_object_ref (mellow_claim_row_get_claim (row));

  mellow_claim_list_update (self->claims);
  row = find_row (self, claim);
  if (row == NULL)
    return;

  mellow_editor_show_place (mellow_page_get_editor (self->page),
                            mellow_claim_get_span (mellow_claim_row_get_claim (row)));
  gtk_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page))));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = mellow_claim_row_new (item);

  g_signal_connect_object (row, "edit-proof", G_CALLBACK (on_edit_proof), user_data,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove-proof", G_CALLBACK (on_remove_proof), user_data,
                           G_CONNECT_SWAPPED);
  return row;
}

/* --- the list --- */

static void
update_history (MellowClaimsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "claims.undo",
                                 mellow_history_can_undo (get_history (self)));
  gtk_widget_action_set_enabled (widget, "claims.redo",
                                 mellow_history_can_redo (get_history (self)));
}

static void
update_more_button (MellowClaimsWindow *self, guint n)
{
  guint n_more = n - MIN (n, gtk_slice_list_model_get_size (self->shown));
  g_autofree char *label = NULL;

  n_more = MIN (n_more, STEP);
  label = g_strdup_printf (ngettext ("Show %u _More", "Show %u _More", n_more), n_more);
  gtk_button_set_label (self->more_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_more > 0);
}

static void
update (MellowClaimsWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->claims));
  gboolean has_claims = n > 0;
  g_autofree char *count = mellow_claim_list_describe (self->claims);

  update_more_button (self, n);
  gtk_label_set_text (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, has_claims ? "claims" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "claims.copy", has_claims);
}

/* --- the window --- */

/* The row that the focus is in, -1 for none. */
static int
get_focused (MellowClaimsWindow *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowClaimsWindow *self = MELLOW_CLAIMS_WINDOW (widget);
  int index = get_focused (self);

  mellow_history_undo (get_history (self));
  finish (self, index);
}

static void
activate_redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowClaimsWindow *self = MELLOW_CLAIMS_WINDOW (widget);
  int index = get_focused (self);

  mellow_history_redo (get_history (self));
  finish (self, index);
}

static void
activate_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowClaimsWindow *self = MELLOW_CLAIMS_WINDOW (widget);
  g_autofree char *table = NULL;

  mellow_claim_list_update (self->claims);
  table = mellow_claim_list_dup_table (self->claims);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), table);
  adw_toast_overlay_add_toast (self->toasts, mellow_toast_new (_ ("The claims are copied")));
}

/* The focus goes on to the first row that was not there. */
static void
activate_more (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowClaimsWindow *self = MELLOW_CLAIMS_WINDOW (widget);
  guint size = gtk_slice_list_model_get_size (self->shown);

  gtk_slice_list_model_set_size (self->shown, size + STEP);
  update (self);
  finish (self, size);
}

static void
leave_page (MellowClaimsWindow *self)
{
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->title, g_binding_unbind);
  g_signal_group_set_target (self->history, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->claims);
  g_clear_object (&self->page);
}

static void
mellow_claims_window_dispose (GObject *object)
{
  MellowClaimsWindow *self = MELLOW_CLAIMS_WINDOW (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  if (self->page != NULL)
    leave_page (self);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (mellow_claims_window_parent_class)->dispose (object);
}

static void
mellow_claims_window_class_init (MellowClaimsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = mellow_claims_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-claims-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowClaimsWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimsWindow, count);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimsWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MellowClaimsWindow, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "claims.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "claims.redo", NULL, activate_redo);
  gtk_widget_class_install_action (widget_class, "claims.copy", NULL, activate_copy);
  gtk_widget_class_install_action (widget_class, "claims.more", NULL, activate_more);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "claims.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, both, "claims.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, both, "claims.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_claims_window_init (MellowClaimsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->history = g_signal_group_new (MELLOW_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history, "moved", G_CALLBACK (update_history), self);
}

/**
 * mellow_claims_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window without a page
 */
MellowClaimsWindow *
mellow_claims_window_new (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (MELLOW_TYPE_CLAIMS_WINDOW, "application", application, NULL);
}

/**
 * mellow_claims_window_set_page:
 * @self: a window
 * @page: the page whose claims it is to list
 */
void
mellow_claims_window_set_page (MellowClaimsWindow *self, MellowPage *page)
{
  MellowClaimRow *first;

  g_return_if_fail (MELLOW_IS_CLAIMS_WINDOW (self));
  g_return_if_fail (MELLOW_IS_PAGE (page));

  if (self->page == page)
    return;

  if (self->page != NULL)
    leave_page (self);
  self->page = g_object_ref (page);
  self->claims = mellow_claim_list_new (mellow_page_get_draft (page));
  self->title =
      g_object_bind_property (page, "title", self->heading, "subtitle", G_BINDING_SYNC_CREATE);
  g_signal_group_set_target (self->history, get_history (self));
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->claims)), 0, STEP);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row, self, NULL);
  g_signal_connect_object (self->claims, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
  update_history (self);

  first = get_row (self, 0);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

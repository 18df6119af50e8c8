/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-history.h"

/* A decision; or, without one, where the cursor was before an edit. */
typedef struct {
  guint64 place;
  int cursor, bound;
  const MellowDecision *decision;
  gpointer data;
} Step;

/**
 * MellowHistory:
 *
 * What can be undone of a text: edits, which the buffer knows, and between them the
 * decisions of the writer, in the order in which all were done.
 *
 * The buffer does not tell its steps apart, but how much they change. So a place in
 * the history is the number of characters that were inserted or deleted before it,
 * those of undone edits taken off again. A decision is next to be undone when the
 * history stands at its place. Where the buffer has made one step of what was typed
 * before and after a decision, that goes with the step.
 *
 * It follows the buffer, whoever undoes.
 */
struct _MellowHistory {
  GObject parent_instance;

  MellowTextBuffer *buffer;
  guint64 place;
  GPtrArray *done;   /* of Step, the last one is next to be undone */
  GPtrArray *undone; /* of Step, the last one is next to be redone */

  int direction; /* of the edits under way: 0 for new ones, else undo or redo */
  guint n_edits; /* begun, and not ended yet */
  Step *edit;    /* what stands before them, once they have changed something */

  gboolean can_undo, can_redo;
  gboolean is_in_action; /* edits are being made that are undone as one */
};

enum {
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowHistory, mellow_history, G_TYPE_OBJECT)

static GtkTextBuffer *
get_text_buffer (MellowHistory *self)
{
  return GTK_TEXT_BUFFER (self->buffer);
}

/* --- steps --- */

static void
get_cursor (MellowHistory *self, int *cursor, int *bound)
{
  GtkTextBuffer *buffer = get_text_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  *cursor = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_selection_bound (buffer));
  *bound = gtk_text_iter_get_offset (&iter);
}

static void
restore_cursor (MellowHistory *self, const Step *step)
{
  GtkTextBuffer *buffer = get_text_buffer (self);
  GtkTextIter cursor, bound;

  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, step->cursor);
  gtk_text_buffer_get_iter_at_offset (buffer, &bound, step->bound);
  gtk_text_buffer_select_range (buffer, &cursor, &bound);
}

static void
step_free (Step *step)
{
  if (step->decision != NULL && step->decision->free != NULL)
    step->decision->free (step->data);
  g_free (step);
}

static Step *
peek (GPtrArray *steps)
{
  return steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;
}

/* A step changes sides before it acts, so that what it sets off finds it there. */
static Step *
move_last (GPtrArray *from, GPtrArray *to)
{
  Step *step = g_ptr_array_steal_index (from, from->len - 1);

  g_ptr_array_add (to, step);
  return step;
}

static void
undo_step (MellowHistory *self)
{
  Step *step = move_last (self->done, self->undone);

  if (step->decision != NULL)
    step->decision->undo (step->data);
  if (step->place == self->place)
    restore_cursor (self, step);
}

static void
redo_step (MellowHistory *self)
{
  Step *step = move_last (self->undone, self->done);

  if (step->decision != NULL)
    step->decision->redo (step->data);
}

/* Those of edits that the buffer has forgotten. */
static void
drop_cursors (GPtrArray *steps)
{
  while (peek (steps)->decision == NULL)
    g_ptr_array_set_size (steps, steps->len - 1);
}

static void
clear (GPtrArray *steps)
{
  g_ptr_array_set_size (steps, 0);
}

/* --- what can be done --- */

static const Step *
find_decision (GPtrArray *steps)
{
  for (guint i = steps->len; i-- > 0;)
    if (((const Step *)steps->pdata[i])->decision != NULL)
      return steps->pdata[i];

  return NULL;
}

/* The buffer forgets its oldest steps, and decisions outlive them. */
static gboolean
is_decision_next_to_undo (MellowHistory *self)
{
  const Step *step = find_decision (self->done);

  return step != NULL &&
         (step->place == self->place || !gtk_text_buffer_get_can_undo (get_text_buffer (self)));
}

static gboolean
is_decision_next_to_redo (MellowHistory *self)
{
  const Step *step = find_decision (self->undone);

  return step != NULL && step->place <= self->place;
}

static void
set_state (MellowHistory *self, gboolean *state, gboolean value, guint property)
{
  if (*state == value)
    return;

  *state = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* In the midst of a user action the buffer can undo nothing. That is no news: it is over
 * before anyone could want to, and each letter is one. The buffer tells of that before the
 * action begins, and of what it can undo then after it has ended. */
static void
update_state (MellowHistory *self)
{
  GtkTextBuffer *buffer = get_text_buffer (self);

  if (self->is_in_action)
    return;

  set_state (self, &self->can_undo,
             gtk_text_buffer_get_can_undo (buffer) || is_decision_next_to_undo (self),
             PROP_CAN_UNDO);
  set_state (self, &self->can_redo,
             gtk_text_buffer_get_can_redo (buffer) || is_decision_next_to_redo (self),
             PROP_CAN_REDO);
}

static void
tell (MellowHistory *self)
{
  update_state (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/* --- following the buffer --- */

static void
count (MellowHistory *self, guint n)
{
  if (self->direction < 0) {
    self->place -= MIN (n, self->place);
    return;
  }

  self->place += n;
  if (self->direction == 0) {
    clear (self->undone);
    tell (self);
  }
}

static void
before_action (MellowHistory *self)
{
  self->is_in_action = TRUE;
}

static void
before_end_of_action (MellowHistory *self)
{
  self->is_in_action = FALSE;
}

static void
on_buffer_state (MellowHistory *self)
{
  GtkTextBuffer *buffer = get_text_buffer (self);

  if (self->direction != 0 || gtk_text_buffer_get_can_undo (buffer) ||
      gtk_text_buffer_get_can_redo (buffer))
    update_state (self);
}

static void
after_insert (MellowHistory *self, const GtkTextIter *place, const char *text, int length)
{
  count (self, g_utf8_strlen (text, length));
}

static void
before_delete (MellowHistory *self, const GtkTextIter *start, const GtkTextIter *end)
{
  count (self, ABS (gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start)));
}

static void
before_undo (MellowHistory *self)
{
  self->direction = -1;
}

static void
before_redo (MellowHistory *self)
{
  self->direction = 1;
}

static gboolean
is_passed_by_undo (MellowHistory *self)
{
  const Step *step = peek (self->done);

  return step != NULL &&
         (step->place > self->place || (step->decision == NULL && step->place == self->place));
}

static gboolean
is_passed_by_redo (MellowHistory *self)
{
  const Step *step = peek (self->undone);

  return step != NULL && step->place < self->place;
}

static void
after_undo (MellowHistory *self)
{
  self->direction = 0;
  while (is_passed_by_undo (self))
    undo_step (self);
  tell (self);
}

/* A user action without an edit closes the buffer's last step, and makes it forget
 * what it could redo. */
static void
close_step (MellowHistory *self)
{
  gtk_text_buffer_begin_user_action (get_text_buffer (self));
  gtk_text_buffer_end_user_action (get_text_buffer (self));
}

/* The buffer adds the next edit to a step that was redone, if that is left open. */
static void
after_redo (MellowHistory *self)
{
  self->direction = 0;
  while (is_passed_by_redo (self))
    redo_step (self);
  if (!gtk_text_buffer_get_can_redo (get_text_buffer (self)))
    close_step (self);
  tell (self);
}

/* Another text: there is no way back. */
static void
on_loaded (MellowHistory *self)
{
  clear (self->done);
  clear (self->undone);
  self->place = 0;
  tell (self);
}

/* --- the object --- */

static void
mellow_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowHistory *self = MELLOW_HISTORY (object);

  switch (id) {
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, self->can_undo);
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, self->can_redo);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_history_finalize (GObject *object)
{
  MellowHistory *self = MELLOW_HISTORY (object);

  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_clear_pointer (&self->edit, step_free);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (mellow_history_parent_class)->finalize (object);
}

static void
mellow_history_class_init (MellowHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mellow_history_get_property;
  object_class->finalize = mellow_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowHistory::moved:
   * @self: a history
   *
   * Something was done, undone or redone: an undo now means something else than
   * before.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_history_init (MellowHistory *self)
{
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify)step_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify)step_free);
}

static void
follow_buffer (MellowHistory *self)
{
  GConnectFlags before = G_CONNECT_SWAPPED;
  GConnectFlags after = G_CONNECT_SWAPPED | G_CONNECT_AFTER;
  const struct {
    const char *signal;
    GCallback callback;
    GConnectFlags flags;
  } handlers[] = {
    { "begin-user-action", G_CALLBACK (before_action), before },
    { "end-user-action", G_CALLBACK (before_end_of_action), before },
    { "insert-text", G_CALLBACK (after_insert), after },
    { "delete-range", G_CALLBACK (before_delete), before },
    { "undo", G_CALLBACK (before_undo), before },
    { "undo", G_CALLBACK (after_undo), after },
    { "redo", G_CALLBACK (before_redo), before },
    { "redo", G_CALLBACK (after_redo), after },
    { "loaded", G_CALLBACK (on_loaded), before },
    { "notify::can-undo", G_CALLBACK (on_buffer_state), before },
    { "notify::can-redo", G_CALLBACK (on_buffer_state), before },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->buffer, handlers[i].signal, handlers[i].callback, self,
                             handlers[i].flags);
}

/**
 * mellow_history_new:
 * @buffer: a text
 *
 * Returns: (transfer full): what can be undone of it
 */
MellowHistory *
mellow_history_new (MellowTextBuffer *buffer)
{
  MellowHistory *self;

  g_return_val_if_fail (MELLOW_IS_TEXT_BUFFER (buffer), NULL);

  self = g_object_new (MELLOW_TYPE_HISTORY, NULL);
  self->buffer = g_object_ref (buffer);
  follow_buffer (self);
  update_state (self);

  return self;
}

static Step *
create_step (MellowHistory *self)
{
  Step *step = g_new0 (Step, 1);

  step->place = self->place;
  get_cursor (self, &step->cursor, &step->bound);
  return step;
}

static void
forget_undone (MellowHistory *self)
{
  clear (self->undone);
  close_step (self);
}

/**
 * mellow_history_add:
 * @self: a history
 * @decision: what was decided just now; it has to stay where it is
 * @data: (transfer full): what it is about
 *
 * Makes a decision one step to undo. What was undone before cannot be redone any
 * more.
 */
void
mellow_history_add (MellowHistory *self, const MellowDecision *decision, gpointer data)
{
  Step *step;

  g_return_if_fail (MELLOW_IS_HISTORY (self));
  g_return_if_fail (decision != NULL);

  step = create_step (self);
  step->decision = decision;
  step->data = data;
  forget_undone (self);
  g_ptr_array_add (self->done, step);
  tell (self);
}

/**
 * mellow_history_begin_edit:
 * @self: a history
 *
 * Begins edits that are one step to undo. Undoing them brings the cursor back to
 * where it is now.
 */
void
mellow_history_begin_edit (MellowHistory *self)
{
  g_return_if_fail (MELLOW_IS_HISTORY (self));

  if (self->n_edits++ == 0) {
    self->edit = create_step (self);
    close_step (self);
  }
  gtk_text_buffer_begin_user_action (get_text_buffer (self));
}

/**
 * mellow_history_end_edit:
 * @self: a history
 *
 * Ends what [method@Mellow.History.begin_edit] has begun.
 */
void
mellow_history_end_edit (MellowHistory *self)
{
  g_return_if_fail (MELLOW_IS_HISTORY (self));
  g_return_if_fail (self->n_edits > 0);

  gtk_text_buffer_end_user_action (get_text_buffer (self));
  if (--self->n_edits > 0)
    return;

  if (self->edit->place < self->place)
    g_ptr_array_add (self->done, g_steal_pointer (&self->edit));
  else
    g_clear_pointer (&self->edit, step_free);
}

/**
 * mellow_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is anything to undo
 */
gboolean
mellow_history_can_undo (MellowHistory *self)
{
  g_return_val_if_fail (MELLOW_IS_HISTORY (self), FALSE);

  return self->can_undo;
}

/**
 * mellow_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is anything to redo
 */
gboolean
mellow_history_can_redo (MellowHistory *self)
{
  g_return_val_if_fail (MELLOW_IS_HISTORY (self), FALSE);

  return self->can_redo;
}

/**
 * mellow_history_undo:
 * @self: a history
 *
 * Undoes what was done last, be it a decision or an edit.
 */
void
mellow_history_undo (MellowHistory *self)
{
  g_return_if_fail (MELLOW_IS_HISTORY (self));

  if (!is_decision_next_to_undo (self)) {
    gtk_text_buffer_undo (get_text_buffer (self));
    return;
  }

  drop_cursors (self->done);
  undo_step (self);
  tell (self);
}

/**
 * mellow_history_redo:
 * @self: a history
 *
 * Does again what was undone last.
 */
void
mellow_history_redo (MellowHistory *self)
{
  g_return_if_fail (MELLOW_IS_HISTORY (self));

  if (!is_decision_next_to_redo (self)) {
    gtk_text_buffer_redo (get_text_buffer (self));
    return;
  }

  drop_cursors (self->undone);
  redo_step (self);
  tell (self);
}

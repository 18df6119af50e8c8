/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-messages-pane.h"

#include <glib/gi18n.h>

#include "mellow-message-watch.h"
#include "mellow-phrase.h"

/* More rows of one message would be read by nobody. */
#define MOST_ECHOES 40
#define MOST_REPEATS 5

/* A gap of so many sentences is told of. */
#define LONG_GAP 3

/**
 * MellowMessagesPane:
 *
 * Below a text the messages that it is to leave behind: where each sounds, how, and
 * for how long it does not.
 */
struct _MellowMessagesPane {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkWidget *hint;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *adding;
  GtkEditable *entry;

  MellowDraft *draft; /* weak */
  MellowMessageWatch *watch;
};

enum {
  PLACE_CHOSEN,
  TOLD,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowMessagesPane, mellow_messages_pane, ADW_TYPE_BIN)

/* --- what a row leads to --- */

typedef enum {
  TARGET_NONE,
  TARGET_ECHO,
  TARGET_REPEAT,
  TARGET_OFFER,
} TargetKind;

typedef struct {
  TargetKind kind;
  guint message; /* or which repeat */
  guint echo;
} Target;

static void
set_target (GtkWidget *row, TargetKind kind, guint message, guint echo)
{
  Target *target = g_new (Target, 1);

  *target = (Target){ kind, message, echo };
  g_object_set_data_full (G_OBJECT (row), "target", target, g_free);
}

/* --- in words --- */

static const char *
get_kind_label (ProseEchoKind kind)
{
  switch (kind) {
  case PROSE_ECHO_VERBATIM:
    return _ ("word for word");
  case PROSE_ECHO_VARIED:
    return _ ("in other words");
  case PROSE_ECHO_NEAR:
  default:
    return _ ("nearly");
  }
}

/* Where the longest part of the text is that does not have it. */
typedef struct {
  guint length;
  gboolean is_first;
  gboolean is_last;
} Gap;

static Gap
find_gap (const ProseMessageTrace *trace)
{
  Gap longest = { 0 };
  guint start = 0;

  for (guint i = 0; i <= trace->echoes->len; i++) {
    gboolean is_last = i == trace->echoes->len;
    const ProseEcho *echo = is_last ? NULL : &g_array_index (trace->echoes, ProseEcho, i);
    guint end = is_last ? trace->n_sentences : echo->sentence;

    if (!is_last && echo->kind == PROSE_ECHO_NEAR)
      continue;
    if (end > start && end - start >= longest.length)
      longest = (Gap){ end - start, start == 0, is_last };
    start = end + 1;
  }
  return longest;
}

static char *
describe_gap (const ProseMessageTrace *trace)
{
  Gap gap = find_gap (trace);
  const char *format;

  if (gap.length < LONG_GAP)
    return NULL;

  if (gap.is_last)
    format = ngettext ("not in the last %u sentence", "not in the last %u sentences", gap.length);
  else if (gap.is_first)
    format = ngettext ("not in the first %u sentence", "not in the first %u sentences", gap.length);
  else
    format = ngettext ("away for %u sentence", "away for %u sentences in a row", gap.length);
  return g_strdup_printf (format, gap.length);
}

static void
append (GString *text, char *part)
{
  if (part != NULL && text->len > 0)
    g_string_append (text, " · ");
  if (part != NULL)
    g_string_append (text, part);
  g_free (part);
}

static void
append_count (GString *text, const char *format, guint n)
{
  append (text, n > 0 ? g_strdup_printf (format, n) : NULL);
}

/* Whether it is said again as a device that presses. */
static gboolean
presses (MellowMessagesPane *self, const ProseMessageTrace *trace)
{
  MellowReview *review = mellow_draft_get_review (self->draft);
  guint n = 0;

  for (guint i = 0; i < MIN (trace->echoes->len, MOST_ECHOES); i++) {
    const ProseEcho *echo = &g_array_index (trace->echoes, ProseEcho, i);
    g_autoptr (GArray) marks = mellow_review_dup_marks (review, echo->span);

    for (guint j = 0; echo->kind == PROSE_ECHO_VERBATIM && j < marks->len; j++) {
      const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, j);

      if (mark->rule->severity >= PROSE_SEVERITY_PRESSURE &&
          prose_span_overlaps (mark->span, echo->span)) {
        n++;
        break;
      }
    }
  }
  return n >= 2;
}

static char *
describe (MellowMessagesPane *self, const ProseMessageTrace *trace)
{
  GString *text = g_string_new (NULL);

  if (trace->n_verbatim + trace->n_varied + trace->n_near == 0)
    return g_string_free (g_string_append (text, _ ("not in this text yet")), FALSE);

  append_count (text, ngettext ("once word for word", "%u times word for word", trace->n_verbatim),
                trace->n_verbatim);
  append_count (text, ngettext ("once in other words", "%u times in other words", trace->n_varied),
                trace->n_varied);
  append_count (text, ngettext ("once nearly", "%u times nearly", trace->n_near), trace->n_near);
  append (text, describe_gap (trace));
  if (presses (self, trace))
    append (text, g_strdup (_ ("as a command it presses more each time")));
  else if (trace->n_varied >= 2 || (trace->n_varied > 0 && trace->n_verbatim > 0))
    append (text, g_strdup (_ ("nicely varied")));
  return g_string_free (text, FALSE);
}

/* --- rows --- */

static GtkWidget *
add_row (MellowMessagesPane *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_remove_button (GtkWidget *row, const char *message, guint i)
{
  g_autofree char *quoted = mellow_phrase_quote_short (message);
  g_autofree char *label = g_strdup_printf (_ ("Unpin %s"), quoted);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "messages.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static guint
get_line (MellowMessagesPane *self, guint offset)
{
  GtkTextIter iter;

  mellow_review_get_iter (mellow_draft_get_review (self->draft), offset, &iter);
  return gtk_text_iter_get_line (&iter) + 1;
}

static void
add_echo (MellowMessagesPane *self, guint message, guint i)
{
  const ProseMessageTrace *trace = mellow_message_watch_get_trace (self->watch, message);
  const ProseEcho *echo = &g_array_index (trace->echoes, ProseEcho, i);
  g_autofree char *words =
      mellow_review_dup_copy (mellow_draft_get_review (self->draft), echo->span);
  g_autofree char *quoted = mellow_phrase_quote_short (words);
  /* Translators: a line of the text, how a message sounds there (“word for word”), and
   * its words there. */
  g_autofree char *title =
      g_strdup_printf (_ ("Line %u · %s · %s"), get_line (self, echo->span.start),
                       get_kind_label (echo->kind), quoted);
  GtkWidget *row = add_row (self, title, NULL);

  gtk_widget_add_css_class (row, "echo");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_target (row, TARGET_ECHO, message, i);
}

static void
add_rest (MellowMessagesPane *self, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  gtk_widget_add_css_class (add_row (self, title, NULL), "echo");
}

static void
add_message (MellowMessagesPane *self, guint i)
{
  const char *message = mellow_message_watch_get_message (self->watch, i);
  const ProseMessageTrace *trace = mellow_message_watch_get_trace (self->watch, i);
  g_autofree char *title = mellow_phrase_quote (message);
  g_autofree char *subtitle = describe (self, trace);
  GtkWidget *row = add_row (self, title, subtitle);

  gtk_widget_add_css_class (row, "message");
  add_remove_button (row, message, i);
  for (guint j = 0; j < MIN (trace->echoes->len, MOST_ECHOES); j++)
    add_echo (self, i, j);
  if (trace->echoes->len > MOST_ECHOES)
    add_rest (self, trace->echoes->len - MOST_ECHOES);
}

static void
add_repeat (MellowMessagesPane *self, guint i)
{
  const MellowRepeat *repeat = mellow_message_watch_get_repeats (self->watch)->pdata[i];
  g_autofree char *title = mellow_phrase_quote_short (repeat->phrase);
  /* Translators: of a phrase that presses. */
  g_autofree char *subtitle = g_strdup_printf (
      ngettext ("said word for word once",
                "said word for word %u times, which presses a little more each time",
                repeat->count),
      repeat->count);
  GtkWidget *row = add_row (self, title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_target (row, TARGET_REPEAT, i, 0);
}

static const char *const *
get_messages (MellowMessagesPane *self)
{
  return mellow_document_data_get_messages (mellow_draft_get_data (self->draft));
}

static const char *
get_offer (MellowMessagesPane *self)
{
  ProseBrief *brief = mellow_document_data_get_brief (mellow_draft_get_data (self->draft));
  const char *message = prose_brief_get (brief, "message");
  const char *const *messages = get_messages (self);

  return message == NULL || g_strv_contains (messages, message) ||
                 g_strv_length ((GStrv)messages) == PROSE_DOCUMENT_DATA_MOST_MESSAGES
             ? NULL
             : message;
}

static void
add_offer (MellowMessagesPane *self)
{
  const char *offer = get_offer (self);
  g_autofree char *quoted = NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (offer == NULL)
    return;

  quoted = mellow_phrase_quote (offer);
  title = g_strdup_printf (_ ("Pin %s, the key message of the brief"), quoted);
  row = add_row (self, title, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_target (row, TARGET_OFFER, 0, 0);
}

static gboolean
has_focus (MellowMessagesPane *self, int *index)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)))
    return FALSE;
  *index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  return TRUE;
}

static void
focus_near (MellowMessagesPane *self, int index)
{
  GtkListBoxRow *row = NULL;

  while (index >= 0 && (row = gtk_list_box_get_row_at_index (self->list, index)) == NULL)
    index--;
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->entry));
}

static void
remove_rows (MellowMessagesPane *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_rows (MellowMessagesPane *self)
{
  guint n_messages = mellow_message_watch_get_n_messages (self->watch);
  guint n_repeats = mellow_message_watch_get_repeats (self->watch)->len;
  guint n_pinned = g_strv_length ((GStrv)get_messages (self));

  add_offer (self);
  for (guint i = 0; i < n_messages; i++)
    add_message (self, i);
  for (guint i = 0; i < MIN (n_repeats, MOST_REPEATS); i++)
    add_repeat (self, i);

  gtk_widget_set_visible (self->hint, n_pinned == 0);
  gtk_widget_set_visible (self->adding, n_pinned < PROSE_DOCUMENT_DATA_MOST_MESSAGES);
  gtk_widget_set_visible (self->scroller, gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
show_traces (MellowMessagesPane *self)
{
  int index;
  gboolean had_focus = has_focus (self, &index);

  if (self->draft == NULL)
    return;

  remove_rows (self);
  add_rows (self);
  if (had_focus)
    focus_near (self, index);
}

/* --- pinning, and its undo --- */

typedef struct {
  MellowDocumentData *data; /* the history is the draft's own, and so is this */
  GStrv before;
  GStrv after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_strfreev (change->before);
  g_strfreev (change->after);
  g_free (change);
}

static void
undo_change (gpointer data)
{
  Change *change = data;

  mellow_document_data_set_messages (change->data, (const char *const *)change->before);
}

static void
redo_change (gpointer data)
{
  Change *change = data;

  mellow_document_data_set_messages (change->data, (const char *const *)change->after);
}

static const MellowDecision CHANGE = { undo_change, redo_change, change_free };

static void
set_messages (MellowMessagesPane *self, GPtrArray *messages)
{
  MellowHistory *history = mellow_review_get_history (mellow_draft_get_review (self->draft));
  Change *change = g_new0 (Change, 1);

  g_ptr_array_add (messages, NULL);
  change->data = mellow_draft_get_data (self->draft);
  change->before = g_strdupv ((GStrv)get_messages (self));
  mellow_document_data_set_messages (change->data, (const char *const *)messages->pdata);
  change->after = g_strdupv ((GStrv)get_messages (self));
  mellow_history_add (history, &CHANGE, change);
}

static GPtrArray *
dup_messages (MellowMessagesPane *self)
{
  const char *const *messages = get_messages (self);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; messages[i] != NULL; i++)
    g_ptr_array_add (copies, g_strdup (messages[i]));
  return copies;
}

static void
tell (MellowMessagesPane *self, const char *format, const char *message, gboolean is_undoable)
{
  g_autofree char *quoted = mellow_phrase_quote_short (message);
  g_autofree char *text = g_strdup_printf (format, quoted);

  g_signal_emit (self, signals[TOLD], 0, text, is_undoable);
}

static gboolean
has_words (const char *message)
{
  for (const char *p = message; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* --- what the writer does --- */

static void
activate_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowMessagesPane *self = MELLOW_MESSAGES_PANE (widget);

  if (mellow_messages_pane_pin (self, gtk_editable_get_text (self->entry)))
    gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (gtk_widget_get_visible (self->adding) ? GTK_WIDGET (self->entry)
                                                               : GTK_WIDGET (self->list));
}

static void
on_add (MellowMessagesPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "messages.add", NULL);
}

static void
on_entry_changed (MellowMessagesPane *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "messages.add",
                                 has_words (gtk_editable_get_text (self->entry)));
}

static void
activate_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowMessagesPane *self = MELLOW_MESSAGES_PANE (widget);
  g_autoptr (GPtrArray) messages = dup_messages (self);
  guint i = g_variant_get_uint32 (parameter);
  g_autofree char *message = NULL;

  if (i >= messages->len)
    return;

  message = g_strdup (messages->pdata[i]);
  g_ptr_array_remove_index (messages, i);
  set_messages (self, messages);
  tell (self, _ ("%s is not pinned any more"), message, TRUE);
}

static gboolean
find_place (MellowMessagesPane *self, const Target *target, ProseSpan *place)
{
  const ProseMessageTrace *trace;

  mellow_message_watch_catch_up (self->watch);
  if (target->kind == TARGET_REPEAT) {
    GPtrArray *repeats = mellow_message_watch_get_repeats (self->watch);

    if (target->message >= repeats->len)
      return FALSE;
    *place = ((MellowRepeat *)repeats->pdata[target->message])->place;
    return TRUE;
  }
  if (target->kind != TARGET_ECHO ||
      target->message >= mellow_message_watch_get_n_messages (self->watch))
    return FALSE;

  trace = mellow_message_watch_get_trace (self->watch, target->message);
  if (target->echo >= trace->echoes->len)
    return FALSE;
  *place = g_array_index (trace->echoes, ProseEcho, target->echo).span;
  return TRUE;
}

static void
on_row_activated (MellowMessagesPane *self, GtkListBoxRow *row)
{
  const Target *found = g_object_get_data (G_OBJECT (row), "target");
  Target target;
  ProseSpan place;

  if (found == NULL)
    return;

  target = *found; /* the row may go */
  if (target.kind == TARGET_OFFER)
    mellow_messages_pane_pin (self, get_offer (self));
  else if (find_place (self, &target, &place))
    g_signal_emit (self, signals[PLACE_CHOSEN], 0, place.start, place.end);
}

static void
activate_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_messages_pane_close (MELLOW_MESSAGES_PANE (widget));
}

/* --- the pane --- */

static void
mellow_messages_pane_dispose (GObject *object)
{
  MellowMessagesPane *self = MELLOW_MESSAGES_PANE (object);

  g_clear_object (&self->watch);
  g_clear_weak_pointer (&self->draft);

  G_OBJECT_CLASS (mellow_messages_pane_parent_class)->dispose (object);
}

static void
mellow_messages_pane_class_init (MellowMessagesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_messages_pane_dispose;

  /**
   * MellowMessagesPane::place-chosen:
   * @self: a pane
   * @start: where a message sounds, in bytes of the text
   * @end: where that ends
   */
  signals[PLACE_CHOSEN] =
      g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * MellowMessagesPane::told:
   * @self: a pane
   * @text: what happened
   * @is_undoable: whether it can be undone
   */
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * MellowMessagesPane::closed:
   * @self: a pane
   */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "messages.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "messages.remove", "u", activate_remove);
  gtk_widget_class_install_action (widget_class, "messages.close", NULL, activate_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "messages.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-messages-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowMessagesPane, revealer);
  gtk_widget_class_bind_template_child (widget_class, MellowMessagesPane, hint);
  gtk_widget_class_bind_template_child (widget_class, MellowMessagesPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, MellowMessagesPane, list);
  gtk_widget_class_bind_template_child (widget_class, MellowMessagesPane, adding);
  gtk_widget_class_bind_template_child (widget_class, MellowMessagesPane, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
}

static void
mellow_messages_pane_init (MellowMessagesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_entry_changed (self);
}

/**
 * mellow_messages_pane_set_draft:
 * @self: a pane that has no draft yet
 * @draft: a draft
 */
void
mellow_messages_pane_set_draft (MellowMessagesPane *self, MellowDraft *draft)
{
  g_return_if_fail (MELLOW_IS_MESSAGES_PANE (self));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));
  g_return_if_fail (self->draft == NULL);

  g_set_weak_pointer (&self->draft, draft);
  self->watch = mellow_message_watch_new (draft);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show_traces), self,
                           G_CONNECT_SWAPPED);
}

/* Who has pinned nothing wants to write; Return is enough for what the brief has. */
static void
offer_to_write (MellowMessagesPane *self)
{
  const char *offer = get_offer (self);

  if (offer != NULL && *gtk_editable_get_text (self->entry) == '\0')
    gtk_editable_set_text (self->entry, offer);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * mellow_messages_pane_open:
 * @self: a pane
 *
 * Shows the messages, and gives them the focus.
 */
void
mellow_messages_pane_open (MellowMessagesPane *self)
{
  g_return_if_fail (MELLOW_IS_MESSAGES_PANE (self));

  mellow_message_watch_set_active (self->watch, TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  show_traces (self);
  if (*get_messages (self) != NULL)
    focus_near (self, 0);
  else
    offer_to_write (self);
}

/**
 * mellow_messages_pane_close:
 * @self: a pane
 */
void
mellow_messages_pane_close (MellowMessagesPane *self)
{
  g_return_if_fail (MELLOW_IS_MESSAGES_PANE (self));

  if (!mellow_messages_pane_is_open (self))
    return;

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  mellow_message_watch_set_active (self->watch, FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

/**
 * mellow_messages_pane_is_open:
 * @self: a pane
 *
 * Returns: whether the messages are shown
 */
gboolean
mellow_messages_pane_is_open (MellowMessagesPane *self)
{
  g_return_val_if_fail (MELLOW_IS_MESSAGES_PANE (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * mellow_messages_pane_pin:
 * @self: a pane
 * @message: a few words that the text is to leave behind
 *
 * Follows one message more. If that cannot be, it is said why.
 *
 * Returns: whether it is followed
 */
gboolean
mellow_messages_pane_pin (MellowMessagesPane *self, const char *message)
{
  g_autoptr (GPtrArray) messages = NULL;
  guint n;

  g_return_val_if_fail (MELLOW_IS_MESSAGES_PANE (self), FALSE);
  g_return_val_if_fail (message != NULL, FALSE);

  messages = dup_messages (self);
  n = messages->len;
  if (!has_words (message)) {
    tell (self, _ ("A message has a word at least"), "", FALSE);
    return FALSE;
  }
  if (n == PROSE_DOCUMENT_DATA_MOST_MESSAGES) {
    tell (self, _ ("Three messages are pinned; unpin one first"), "", FALSE);
    return FALSE;
  }

  g_ptr_array_add (messages, g_strdup (message));
  set_messages (self, messages);
  if (g_strv_length ((GStrv)get_messages (self)) > n)
    tell (self, _ ("%s is pinned as a message"), message, TRUE);
  else
    tell (self, _ ("%s is pinned already"), message, FALSE);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-target-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-card.h"
#include "mellow-speller.h"
#include "mellow-unit-mark.h"

/**
 * MellowTargetEditor:
 *
 * Where a translation is written: what one target of a unit says, as a text.
 *
 * What is written goes into the file at once, as a step to undo there, and nothing is kept
 * here but what the file cannot have yet: where tags are missing, the file has the same
 * words with the tags behind them. So nothing gets lost, and whatever changes the file
 * changes what is shown here. The cursor of the file goes along with the one here.
 */
struct _MellowTargetEditor {
  GtkWidget parent_instance;

  GtkLabel *form_label;
  GtkWidget *frame;
  MellowTextView *view;
  GtkLabel *status_label;
  MellowCard *card;

  MellowDraft *draft;
  MellowTranslation *translation;
  MellowTranslationItem *item; /* (nullable) */
  guint n;
  GSignalGroup *item_signals;
  GtkTextBuffer *buffer; /* what is shown */
  char *text;            /* the same, as a string */

  gboolean is_editable;
  gboolean is_setting; /* what is shown, or its cursor */
  gboolean is_edited;  /* and not written yet */
  guint n_actions;
  guint tag_source;
};

enum {
  TAB,
  LINE_END_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowTargetEditor, mellow_target_editor, GTK_TYPE_WIDGET)

static MellowReview *
get_review (MellowTargetEditor *self)
{
  return mellow_draft_get_review (self->draft);
}

static GtkTextBuffer *
get_file_buffer (MellowTargetEditor *self)
{
  return mellow_draft_get_buffer (self->draft);
}

static const ProseTranslationUnit *
get_unit (MellowTargetEditor *self)
{
  return mellow_translation_item_get_unit (self->item);
}

/* What the file says. */
static const char *
get_file_text (MellowTargetEditor *self)
{
  return prose_translation_unit_get_target (get_unit (self), self->n);
}

static gboolean
has_target (MellowTargetEditor *self)
{
  return self->item != NULL && self->n < mellow_translation_item_get_n_targets (self->item);
}

/* --- places --- */

/* How many bytes two texts begin with alike, whole characters only. */
static guint
count_alike_at_start (const char *a, const char *b)
{
  guint n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((a[n] & 0xc0) == 0x80 || (b[n] & 0xc0) == 0x80))
    n--;

  return n;
}

/* How many bytes they end with alike, behind the first n_start. */
static guint
count_alike_at_end (const char *a, const char *b, guint n_start)
{
  guint a_length = strlen (a), b_length = strlen (b), n = 0;

  while (n < MIN (a_length, b_length) - n_start && a[a_length - 1 - n] == b[b_length - 1 - n])
    n++;
  while (n > 0 && (a[a_length - n] & 0xc0) == 0x80)
    n--;

  return n;
}

/* Where a place of one text is in another one, which is much the same; where they differ, no
 * further than what differs. */
static guint
move_place (guint place, const char *from, const char *to)
{
  guint n_start = count_alike_at_start (from, to);
  guint n_end = count_alike_at_end (from, to, n_start);

  if (place <= n_start)
    return place;
  if (place + n_end >= strlen (from))
    return place + strlen (to) - strlen (from);

  place = MIN (place, strlen (to) - n_end);
  while (place > 0 && (to[place] & 0xc0) == 0x80)
    place--;

  return place;
}

static void
get_iter_at (MellowTargetEditor *self, guint place, GtkTextIter *iter)
{
  place = MIN (place, strlen (self->text));
  gtk_text_buffer_get_iter_at_offset (self->buffer, iter,
                                      g_utf8_pointer_to_offset (self->text, self->text + place));
}

static guint
get_place (MellowTargetEditor *self, const GtkTextIter *iter)
{
  return g_utf8_offset_to_pointer (self->text, gtk_text_iter_get_offset (iter)) - self->text;
}

static guint
get_file_offset (gpointer owner, const GtkTextIter *iter)
{
  MellowTargetEditor *self = owner;

  if (!has_target (self))
    return 0;

  return mellow_translation_item_to_file (
      self->item, self->n, move_place (get_place (self, iter), self->text, get_file_text (self)));
}

static void
get_shown_iter (gpointer owner, guint offset, GtkTextIter *iter)
{
  MellowTargetEditor *self = owner;
  guint place = 0;

  if (has_target (self))
    place = move_place (mellow_translation_item_to_text (self->item, self->n, offset),
                        get_file_text (self), self->text);
  get_iter_at (self, place, iter);
}

static const MellowTextMap map = { get_file_offset, get_shown_iter };

/* --- how it looks --- */

static void
apply_tag (MellowTargetEditor *self, GtkTextTag *tag, guint start, guint end)
{
  const char *from = get_file_text (self);
  GtkTextIter start_iter, end_iter;

  get_iter_at (self, move_place (start, from, self->text), &start_iter);
  get_iter_at (self, move_place (end, from, self->text), &end_iter);
  gtk_text_buffer_apply_tag (self->buffer, tag, &start_iter, &end_iter);
}

static void
apply_marks (MellowTargetEditor *self)
{
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (self->draft);
  g_autoptr (GArray) marks =
      mellow_translation_dup_target_marks (self->translation, self->item, self->n);
  gboolean shows_credits;

  g_object_get (highlighter, "shows-credits", &shows_credits, NULL);
  for (guint i = 0; i < marks->len; i++) {
    const MellowUnitMark *mark = &g_array_index (marks, MellowUnitMark, i);

    if (shows_credits || mark->severity != PROSE_SEVERITY_CREDIT)
      apply_tag (self, mellow_highlighter_get_tag (highlighter, mark->severity), mark->span.start,
                 mark->span.end);
  }
}

static GtkTextTag *
find_tag (MellowTargetEditor *self, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), name);
}

/* Puts a tag where it is in the file. */
static void
copy_tag (MellowTargetEditor *self, GtkTextTag *tag)
{
  ProseSpan content = mellow_translation_item_get_content (self->item, self->n);
  GtkTextIter start, end, limit;

  mellow_review_get_iter (get_review (self), content.start, &start);
  mellow_review_get_iter (get_review (self), content.end, &limit);
  if (!gtk_text_iter_has_tag (&start, tag))
    gtk_text_iter_forward_to_tag_toggle (&start, tag);

  while (gtk_text_iter_compare (&start, &limit) < 0) {
    ProseSpan run;

    end = start;
    gtk_text_iter_forward_to_tag_toggle (&end, tag);
    run.start = mellow_review_get_offset (get_review (self), &start);
    run.end = mellow_review_get_offset (get_review (self), &end);
    apply_tag (self, tag, mellow_translation_item_to_text (self->item, self->n, run.start),
               mellow_translation_item_to_text (self->item, self->n, run.end));
    start = end;
    if (!gtk_text_iter_forward_to_tag_toggle (&start, tag))
      break;
  }
}

/* What the writer of the file has under the cursor, and what is misspelt. */
static const char *const copied_tags[] = { "mark_current", MELLOW_SPELLING_TAG };

static void
update_tags (MellowTargetEditor *self)
{
  GtkTextIter start, end;

  g_clear_handle_id (&self->tag_source, g_source_remove);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  if (!has_target (self))
    return;

  apply_marks (self);
  for (guint i = 0; i < G_N_ELEMENTS (copied_tags); i++) {
    GtkTextTag *tag = find_tag (self, copied_tags[i]);

    if (tag != NULL)
      copy_tag (self, tag);
  }
}

static gboolean
on_tags_idle (gpointer user_data)
{
  MellowTargetEditor *self = user_data;

  self->tag_source = 0;
  if (!mellow_translation_is_busy (self->translation))
    update_tags (self);

  return G_SOURCE_REMOVE;
}

static void
update_tags_soon (MellowTargetEditor *self)
{
  if (self->tag_source == 0)
    self->tag_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_tags_idle, self, NULL);
}

static void
on_file_tagged (MellowTargetEditor *self, GtkTextTag *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (copied_tags); i++)
    if (tag == find_tag (self, copied_tags[i]) && gtk_widget_get_mapped (GTK_WIDGET (self)))
      update_tags_soon (self);
}

/* --- what is said of it --- */

static void
append (GString *line, const char *text)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

/* The placeholders of a kind of fault, each once. */
static char *
list_placeholders (GPtrArray *faults,
                   ProsePlaceholderFaultKind kind,
                   GStrv known,
                   gboolean is_known)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < faults->len; i++) {
    const ProsePlaceholderFault *fault = faults->pdata[i];
    gboolean is = known != NULL && g_strv_contains ((const char *const *)known, fault->placeholder);

    if (fault->kind == kind && is == is_known &&
        !g_ptr_array_find_with_equal_func (all, fault->placeholder, g_str_equal, NULL))
      g_ptr_array_add (all, fault->placeholder);
  }
  if (all->len == 0)
    return NULL;

  g_ptr_array_add (all, NULL);
  return g_strjoinv (" ", (char **)all->pdata);
}

static char *
say_fault (ProsePlaceholderFaultKind kind, gboolean is_known, const char *list)
{
  if (kind == PROSE_PLACEHOLDER_MISSING)
    return g_strdup_printf (_ ("Missing: %s"), list);

  return is_known ? g_strdup_printf (_ ("There too often: %s"), list)
                  : g_strdup_printf (_ ("Not in the original: %s"), list);
}

static void
append_fault (GString *line,
              GPtrArray *faults,
              ProsePlaceholderFaultKind kind,
              GStrv known,
              gboolean is_known)
{
  g_autofree char *list = list_placeholders (faults, kind, known, is_known);
  g_autofree char *text = list != NULL ? say_fault (kind, is_known, list) : NULL;

  if (text != NULL)
    append (line, text);
}

/* Whether there is something wrong with placeholders or tags. */
static gboolean
append_faults (MellowTargetEditor *self, GString *line)
{
  const char *source = prose_translation_unit_get_source (get_unit (self), self->n);
  g_autoptr (GPtrArray) faults = NULL;
  g_auto (GStrv) known = NULL;

  if (*self->text == '\0')
    return FALSE;

  faults = prose_translation_check_placeholders (source, self->text);
  known = prose_placeholders_list (source);
  append_fault (line, faults, PROSE_PLACEHOLDER_MISSING, known, TRUE);
  append_fault (line, faults, PROSE_PLACEHOLDER_SURPLUS, known, TRUE);
  append_fault (line, faults, PROSE_PLACEHOLDER_SURPLUS, known, FALSE);
  return faults->len > 0;
}

static gboolean
append_length (MellowTargetEditor *self, GString *line)
{
  guint limit = get_unit (self)->limit;
  guint length = g_utf8_strlen (self->text, -1);
  g_autofree char *text = NULL;

  if (limit == 0)
    return FALSE;

  text = length > limit
             ? g_strdup_printf (ngettext ("%u of %u character: %u too many",
                                          "%u of %u characters: %u too many", limit),
                                length, limit, length - limit)
             : g_strdup_printf (ngettext ("%u of %u character", "%u of %u characters", limit),
                                length, limit);
  append (line, text);
  return length > limit;
}

static gboolean
append_mending (MellowTargetEditor *self, GString *line)
{
  if (g_str_equal (self->text, get_file_text (self)))
    return FALSE;

  append (line, mellow_target_editor_is_mended (self)
                    ? _ ("In the file, the tags stand behind the text until they have their place")
                    : _ ("The file has no sign for a part of this, and leaves it out"));
  return TRUE;
}

static void
update_status (MellowTargetEditor *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean has_problem = FALSE;

  if (has_target (self)) {
    has_problem |= append_length (self, line);
    has_problem |= append_faults (self, line);
    has_problem |= append_mending (self, line);
  }
  gtk_label_set_text (self->status_label, line->str);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), line->len > 0);
  if (has_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_label), "problem");
}

static void
update_editable (MellowTargetEditor *self)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view),
                              self->is_editable && has_target (self) &&
                                  get_unit (self)->state != PROSE_TRANSLATION_LOCKED);
}

/* --- from the file --- */

/* The cursor stays where it is in the text, as far as that is the same. */
static void
set_text (MellowTargetEditor *self, const char *text)
{
  g_autofree char *before = self->text;
  gboolean was_setting = self->is_setting;
  GtkTextIter cursor;
  guint place;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  place = get_place (self, &cursor);
  self->text = g_strdup (text);
  self->is_setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  get_iter_at (self, move_place (place, before, text), &cursor);
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
  self->is_setting = was_setting;
}

static gboolean
is_in_file (MellowTargetEditor *self)
{
  g_autofree char *mended = prose_translation_mend_target (get_unit (self), self->text);

  return g_str_equal (mended, get_file_text (self));
}

static void
start_text (MellowTargetEditor *self, const char *text)
{
  GtkTextIter start;

  set_text (self, text);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->is_setting = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->is_setting = FALSE;
}

/* What is shown may stay as long as the file has it, mended or not. */
static void
update (MellowTargetEditor *self)
{
  if (!has_target (self)) {
    set_text (self, "");
  } else if (!is_in_file (self)) {
    set_text (self, get_file_text (self));
    mellow_target_editor_follow_cursor (self);
  }
  update_editable (self);
  update_tags (self);
  update_status (self);
}

/* --- into the file --- */

static void
place_file_cursor (MellowTargetEditor *self)
{
  GtkTextIter cursor, bound, file_cursor, file_bound;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &bound,
                                    gtk_text_buffer_get_selection_bound (self->buffer));
  mellow_review_get_iter (get_review (self), get_file_offset (self, &cursor), &file_cursor);
  mellow_review_get_iter (get_review (self), get_file_offset (self, &bound), &file_bound);
  self->is_setting = TRUE;
  gtk_text_buffer_select_range (get_file_buffer (self), &file_cursor, &file_bound);
  self->is_setting = FALSE;
}

/* Writes what differs, where the cursor of the file is if it can be anywhere: so that the
 * buffer joins what is typed into steps, and the word that is being typed is known. */
static void
replace_in_file (MellowTargetEditor *self, ProseSpan span, const char *old, const char *new)
{
  GtkTextBuffer *buffer = get_file_buffer (self);
  guint cursor = mellow_review_get_cursor (get_review (self));
  guint n_start = count_alike_at_start (old, new), n_end;
  GtkTextIter start, end;

  if (cursor >= span.start && cursor - span.start < n_start)
    n_start = cursor - span.start;
  n_end = count_alike_at_end (old, new, n_start);
  mellow_review_get_iter (get_review (self), span.start + n_start, &start);
  mellow_review_get_iter (get_review (self), span.end - n_end, &end);

  gtk_text_buffer_begin_user_action (buffer);
  if (!gtk_text_iter_equal (&start, &end))
    gtk_text_buffer_delete (buffer, &start, &end);
  if (strlen (new) > n_start + n_end) {
    gtk_text_buffer_place_cursor (buffer, &start);
    gtk_text_buffer_insert (buffer, &start, new + n_start, strlen (new) - n_start - n_end);
  }
  gtk_text_buffer_end_user_action (buffer);
}

/* Makes the file say what is shown. */
static void
write_text (MellowTargetEditor *self)
{
  const ProseTranslationTarget *target;
  g_autofree char *mended = NULL, *spelled = NULL, *old = NULL;
  ProseSpan span;

  self->is_edited = FALSE;
  if (!has_target (self))
    return;

  target = get_unit (self)->targets->pdata[self->n];
  mended = prose_translation_mend_target (get_unit (self), self->text);
  spelled = prose_translation_write_target (get_unit (self), self->n, mended, &span, NULL);
  g_return_if_fail (spelled != NULL);

  old = g_strdup (target->spelled);
  span = prose_span_shift (span, mellow_translation_item_get_start (self->item));
  self->is_setting = TRUE;
  replace_in_file (self, span, old, spelled);
  self->is_setting = FALSE;
  place_file_cursor (self);
}

static void
on_edited (MellowTargetEditor *self)
{
  GtkTextIter start, end;

  if (self->is_setting)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  g_free (self->text);
  self->text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  self->is_edited = TRUE;
  if (self->n_actions == 0)
    write_text (self);
}

static void
begin_action (MellowTargetEditor *self)
{
  self->n_actions++;
}

static void
end_action (MellowTargetEditor *self)
{
  if (--self->n_actions == 0 && self->is_edited)
    write_text (self);
}

static void
on_mark_set (MellowTargetEditor *self, const GtkTextIter *place, GtkTextMark *mark)
{
  if (self->is_setting || self->is_edited || !has_target (self) ||
      (mark != gtk_text_buffer_get_insert (self->buffer) &&
       mark != gtk_text_buffer_get_selection_bound (self->buffer)))
    return;

  place_file_cursor (self);
}

/* Another form may have had the cursor of the file; what is selected of the original stays
 * so. */
static void
on_focused (MellowTargetEditor *self)
{
  int n = has_target (self) ? mellow_translation_item_find_target (
                                  self->item, mellow_review_get_cursor (get_review (self)))
                            : -1;

  if (n >= 0 && n != (int)self->n)
    place_file_cursor (self);
}

/* --- keys --- */

static gboolean
may_have_line_ends (MellowTargetEditor *self)
{
  return has_target (self) &&
         (strchr (prose_translation_unit_get_source (get_unit (self), self->n), '\n') != NULL ||
          strchr (get_file_text (self), '\n') != NULL);
}

static gboolean
on_key_pressed (MellowTargetEditor *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers =
      state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key == GDK_KEY_Tab && modifiers == 0)
    g_signal_emit (self, signals[TAB], 0, 1);
  else if ((key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_Tab) && modifiers == GDK_SHIFT_MASK)
    g_signal_emit (self, signals[TAB], 0, -1);
  else if (is_enter && modifiers == GDK_CONTROL_MASK)
    g_signal_emit (self, signals[TAB], 0, 1);
  else if (is_enter && modifiers == 0 && !may_have_line_ends (self))
    g_signal_emit (self, signals[LINE_END_REFUSED], 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* --- the object --- */

static gboolean
mellow_target_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MELLOW_TARGET_EDITOR (widget)->view));
}

static void
mellow_target_editor_dispose (GObject *object)
{
  MellowTargetEditor *self = MELLOW_TARGET_EDITOR (object);
  GtkWidget *child;

  mellow_card_drop (&self->card);
  g_clear_handle_id (&self->tag_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->buffer);
  g_clear_object (&self->translation);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_target_editor_parent_class)->dispose (object);
}

static void
mellow_target_editor_finalize (GObject *object)
{
  g_free (MELLOW_TARGET_EDITOR (object)->text);

  G_OBJECT_CLASS (mellow_target_editor_parent_class)->finalize (object);
}

static void
mellow_target_editor_class_init (MellowTargetEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_target_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_target_editor_finalize;
  widget_class->grab_focus = mellow_target_editor_grab_focus;

  /**
   * MellowTargetEditor::tab:
   * @self: an editor
   * @step: 1 or -1
   *
   * The writer wants to go on to the next translation, or back to the one before.
   */
  signals[TAB] = g_signal_new ("tab", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * MellowTargetEditor::line-end-refused:
   * @self: an editor
   *
   * The writer wants to begin a line, where the original has one line only.
   */
  signals[LINE_END_REFUSED] = g_signal_new ("line-end-refused", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MELLOW_TYPE_TEXT_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "targeteditor");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-target-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowTargetEditor, form_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTargetEditor, frame);
  gtk_widget_class_bind_template_child (widget_class, MellowTargetEditor, view);
  gtk_widget_class_bind_template_child (widget_class, MellowTargetEditor, status_label);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_focused);
}

static void
mellow_target_editor_init (MellowTargetEditor *self)
{
  self->text = g_strdup ("");
  self->is_editable = TRUE;
  self->item_signals = g_signal_group_new (MELLOW_TYPE_TRANSLATION_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* It has the tags of the file's text, and so looks like that, whatever is switched. */
static void
create_buffer (MellowTargetEditor *self)
{
  GtkSourceBuffer *buffer =
      gtk_source_buffer_new (gtk_text_buffer_get_tag_table (get_file_buffer (self)));

  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_source_buffer_set_implicit_trailing_newline (buffer, FALSE);
  gtk_source_buffer_set_style_scheme (buffer, NULL);
  self->buffer = GTK_TEXT_BUFFER (buffer);
  /* Undo is that of the file. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), self->buffer);
}

static void
follow_buffers (MellowTargetEditor *self)
{
  GConnectFlags swapped = G_CONNECT_SWAPPED, after = G_CONNECT_SWAPPED | G_CONNECT_AFTER;

  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_edited), self, swapped);
  g_signal_connect_object (self->buffer, "begin-user-action", G_CALLBACK (begin_action), self,
                           swapped);
  g_signal_connect_object (self->buffer, "end-user-action", G_CALLBACK (end_action), self, swapped);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (on_mark_set), self, swapped);
  g_signal_connect_object (get_file_buffer (self), "apply-tag", G_CALLBACK (on_file_tagged), self,
                           after);
  g_signal_connect_object (get_file_buffer (self), "remove-tag", G_CALLBACK (on_file_tagged), self,
                           after);
  g_signal_connect_object (mellow_draft_get_highlighter (self->draft), "notify::shows-credits",
                           G_CALLBACK (update_tags), self, swapped);
}

/**
 * mellow_target_editor_new:
 * @draft: a draft that is a file of translations
 * @translation: its units
 *
 * Returns: (transfer floating): an editor without a unit
 */
MellowTargetEditor *
mellow_target_editor_new (MellowDraft *draft, MellowTranslation *translation)
{
  MellowTargetEditor *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (MELLOW_IS_TRANSLATION (translation), NULL);

  self = g_object_new (MELLOW_TYPE_TARGET_EDITOR, NULL);
  self->draft = g_object_ref (draft);
  self->translation = g_object_ref (translation);
  create_buffer (self);
  mellow_text_view_set_history (self->view, mellow_review_get_history (get_review (self)));
  follow_buffers (self);
  self->card = mellow_card_new_for_part (GTK_WIDGET (self), self->view, draft, &map, self);

  return self;
}

/**
 * mellow_target_editor_get_view:
 * @self: an editor
 *
 * Returns: (transfer none): where the translation is written
 */
MellowTextView *
mellow_target_editor_get_view (MellowTargetEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_EDITOR (self), NULL);

  return self->view;
}

/* Which plural form it is, if there are several. */
static void
update_form (MellowTargetEditor *self)
{
  guint n_forms = has_target (self) ? mellow_translation_item_get_n_targets (self->item) : 0;
  g_autofree char *form = NULL;

  if (n_forms == 2)
    form = g_strdup (self->n == 0 ? _ ("Singular") : _ ("Plural"));
  else
    form = g_strdup_printf (_ ("Form %u"), self->n + 1);
  gtk_label_set_text (self->form_label, form);
  gtk_widget_set_visible (GTK_WIDGET (self->form_label), n_forms > 1);
}

/**
 * mellow_target_editor_set_item:
 * @self: an editor
 * @item: (nullable): a unit
 * @n: which of its targets
 *
 * Shows what a target says.
 */
void
mellow_target_editor_set_item (MellowTargetEditor *self, MellowTranslationItem *item, guint n)
{
  g_return_if_fail (MELLOW_IS_TARGET_EDITOR (self));

  if (self->item == item && self->n == n) {
    update (self);
    return;
  }

  g_set_object (&self->item, item);
  self->n = n;
  g_signal_group_set_target (self->item_signals, item);
  start_text (self, has_target (self) ? get_file_text (self) : "");
  mellow_target_editor_follow_cursor (self);
  update_form (self);
  update (self);
}

/**
 * mellow_target_editor_set_editable:
 * @self: an editor
 * @editable: whether the text can be edited now
 */
void
mellow_target_editor_set_editable (MellowTargetEditor *self, gboolean editable)
{
  g_return_if_fail (MELLOW_IS_TARGET_EDITOR (self));

  self->is_editable = editable;
  update_editable (self);
}

/**
 * mellow_target_editor_follow_cursor:
 * @self: an editor
 *
 * Puts the cursor and the selection where they are in the file, if that is here.
 */
void
mellow_target_editor_follow_cursor (MellowTargetEditor *self)
{
  GtkTextBuffer *file = get_file_buffer (self);
  GtkTextIter file_cursor, file_bound, cursor, bound;
  guint offset, bound_offset;

  g_return_if_fail (MELLOW_IS_TARGET_EDITOR (self));

  if (self->is_setting || !has_target (self))
    return;

  gtk_text_buffer_get_iter_at_mark (file, &file_cursor, gtk_text_buffer_get_insert (file));
  gtk_text_buffer_get_iter_at_mark (file, &file_bound, gtk_text_buffer_get_selection_bound (file));
  offset = mellow_review_get_offset (get_review (self), &file_cursor);
  bound_offset = mellow_review_get_offset (get_review (self), &file_bound);
  if (mellow_translation_item_find_target (self->item, offset) != (int)self->n ||
      mellow_translation_item_find_target (self->item, bound_offset) != (int)self->n)
    return;

  get_shown_iter (self, offset, &cursor);
  get_shown_iter (self, bound_offset, &bound);
  self->is_setting = TRUE;
  gtk_text_buffer_select_range (self->buffer, &cursor, &bound);
  self->is_setting = FALSE;
}

/**
 * mellow_target_editor_copy_source:
 * @self: an editor with a unit that can be edited
 *
 * Makes the translation what the original is, tags included, as one step to undo.
 */
void
mellow_target_editor_copy_source (MellowTargetEditor *self)
{
  MellowHistory *history = mellow_review_get_history (get_review (self));
  g_autofree char *source = NULL;
  GtkTextIter end;

  g_return_if_fail (MELLOW_IS_TARGET_EDITOR (self));
  g_return_if_fail (has_target (self));

  source = g_strdup (prose_translation_unit_get_source (get_unit (self), self->n));
  set_text (self, source);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  self->is_setting = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &end);
  self->is_setting = FALSE;
  mellow_history_begin_edit (history);
  write_text (self);
  mellow_history_end_edit (history);
}

/**
 * mellow_target_editor_is_mended:
 * @self: an editor
 *
 * Returns: whether the file has another text than is shown, as tags are missing in that
 */
gboolean
mellow_target_editor_is_mended (MellowTargetEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_EDITOR (self), FALSE);

  return has_target (self) && get_unit (self)->tags->len > 0 &&
         !g_str_equal (self->text, get_file_text (self));
}

/**
 * mellow_target_editor_show_card:
 * @self: an editor
 *
 * Shows the note on the mark at the cursor.
 *
 * Returns: whether there is one
 */
gboolean
mellow_target_editor_show_card (MellowTargetEditor *self)
{
  g_return_val_if_fail (MELLOW_IS_TARGET_EDITOR (self), FALSE);

  return mellow_card_show_at_cursor (self->card);
}

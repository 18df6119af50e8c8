/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-long-line-notice.h"

#include <glib/gi18n.h>

/**
 * MellowLongLineNotice:
 *
 * Tells that a line is too long to be marked to its end. Once dismissed, it says
 * nothing more until there was no such line.
 */
struct _MellowLongLineNotice {
  GObject parent_instance;

  MellowReview *review;
  MellowNotice *notice;
  guint source;
  guint n_lines;
  gboolean is_dismissed;
};

G_DEFINE_FINAL_TYPE (MellowLongLineNotice, mellow_long_line_notice, G_TYPE_OBJECT)

static char *
describe (guint n_lines, guint first)
{
  if (n_lines == 1)
    /* Translators: %u is the number of the line. */
    return g_strdup_printf (
        _ ("Line %u is very long: only its beginning is marked in the text, and "
           "its spelling checked. The suggestions beside it are complete."),
        first + 1);

  return g_strdup_printf (
      ngettext ("%u line is very long: only its beginning is marked in the text, and its spelling "
                "checked. The suggestions beside it are complete.",
                "%u lines are very long: only their beginnings are marked in the text, and their "
                "spelling checked. The suggestions beside it are complete.",
                n_lines),
      n_lines);
}

static gboolean
look (gpointer user_data)
{
  MellowLongLineNotice *self = user_data;
  g_autofree char *text = NULL;
  guint first = 0;

  self->source = 0;
  self->n_lines = mellow_text_buffer_count_long_lines (
      MELLOW_TEXT_BUFFER (mellow_review_get_buffer (self->review)), &first);
  if (self->n_lines == 0) {
    self->is_dismissed = FALSE;
    mellow_notice_hide (self->notice);
    return G_SOURCE_REMOVE;
  }

  text = describe (self->n_lines, first);
  if (!self->is_dismissed && g_strcmp0 (mellow_notice_get_text (self->notice), text) != 0)
    mellow_notice_show (self->notice, text, NULL);
  return G_SOURCE_REMOVE;
}

/* The whole paragraph is checked again after an edit, so a shorter one has no such
 * line. */
static void
on_changed (MellowLongLineNotice *self, const ProseLiveChange *change)
{
  if (self->n_lines == 0 && prose_span_get_length (change->span) <= MELLOW_LONGEST_LINE)
    return;
  if (self->source == 0)
    self->source = g_idle_add (look, self);
}

static void
on_dismissed (MellowLongLineNotice *self)
{
  self->is_dismissed = TRUE;
}

static void
mellow_long_line_notice_dispose (GObject *object)
{
  MellowLongLineNotice *self = MELLOW_LONG_LINE_NOTICE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->notice);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (mellow_long_line_notice_parent_class)->dispose (object);
}

static void
mellow_long_line_notice_class_init (MellowLongLineNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_long_line_notice_dispose;
}

static void
mellow_long_line_notice_init (MellowLongLineNotice *self)
{
}

/**
 * mellow_long_line_notice_new:
 * @review: a text that has no line yet which is too long
 * @notice: where to tell
 *
 * Returns: (transfer full): what tells of the long lines of @review
 */
MellowLongLineNotice *
mellow_long_line_notice_new (MellowReview *review, MellowNotice *notice)
{
  MellowLongLineNotice *self;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);
  g_return_val_if_fail (MELLOW_IS_NOTICE (notice), NULL);

  self = g_object_new (MELLOW_TYPE_LONG_LINE_NOTICE, NULL);
  self->review = g_object_ref (review);
  self->notice = g_object_ref (notice);
  g_signal_connect_object (review, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notice, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);

  return self;
}

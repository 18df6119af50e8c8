/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-mark-outline.h"

#include <string.h>

/* More groups than that are not put in their rows one by one. */
#define MANY_GROUPS 32

/**
 * MellowMarkOutline:
 *
 * The marks of a review as the panel lists them: those that pass a filter, alike
 * ones together in one row. It is a list model of [class@Mellow.MarkGroup], by
 * their first shown marks in the order of the text.
 *
 * It knows of each mark its group and its zone, no more. An edit that leaves the
 * marks of its paragraph as they were changes nothing here.
 */
struct _MellowMarkOutline {
  GObject parent_instance;

  MellowReview *review;
  GListModel *marks; /* of MellowMark */
  MellowMarkFilter *filter;

  GArray *entries;    /* of Entry, one per mark, in the order of the text */
  GHashTable *groups; /* by their key */
  GPtrArray *rows;    /* of MellowMarkGroup */
  guint n_zone[PROSE_ZONE_DESCRIPTION + 1];
  guint n_shown;

  MellowMark *current; /* (nullable): where the user stands */
};

/* What is kept of a mark. */
typedef struct {
  MellowMarkGroup *group;
  guint spelling; /* a hash of the phrase as it is written */
  ProseZone zone;
  gboolean is_shown;
} Entry;

enum {
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void mellow_mark_outline_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MellowMarkOutline,
                               mellow_mark_outline,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mellow_mark_outline_init_model))

static GType
mellow_mark_outline_get_item_type (GListModel *model)
{
  return MELLOW_TYPE_MARK_GROUP;
}

static guint
mellow_mark_outline_get_n_items (GListModel *model)
{
  return MELLOW_MARK_OUTLINE (model)->rows->len;
}

static gpointer
mellow_mark_outline_get_item (GListModel *model, guint position)
{
  GPtrArray *rows = MELLOW_MARK_OUTLINE (model)->rows;

  return position < rows->len ? g_object_ref (rows->pdata[position]) : NULL;
}

static void
mellow_mark_outline_init_model (GListModelInterface *iface)
{
  iface->get_item_type = mellow_mark_outline_get_item_type;
  iface->get_n_items = mellow_mark_outline_get_n_items;
  iface->get_item = mellow_mark_outline_get_item;
}

static Entry *
get_entry (MellowMarkOutline *self, guint position)
{
  return &g_array_index (self->entries, Entry, position);
}

/* --- groups --- */

static char *
create_key (const ProseRule *rule, const char *phrase)
{
  return g_strdup_printf ("%p %s", (gconstpointer)rule, phrase);
}

static MellowMarkGroup *
find_group (MellowMarkOutline *self, const ProseRule *rule, const char *text)
{
  g_autofree char *phrase = mellow_mark_filter_fold (text);
  g_autofree char *key = create_key (rule, phrase);
  MellowMarkGroup *group = g_hash_table_lookup (self->groups, key);

  if (group == NULL) {
    group = mellow_mark_group_new (rule, phrase);
    group->passes = mellow_mark_filter_passes (self->filter, rule, phrase);
    g_hash_table_insert (self->groups, g_steal_pointer (&key), group);
  }

  return group;
}

static void
forget_group (MellowMarkOutline *self, MellowMarkGroup *group)
{
  g_autofree char *key = create_key (group->rule, group->phrase);

  g_hash_table_remove (self->groups, key);
}

static Entry
read_entry (MellowMarkOutline *self, guint position)
{
  ProseDiagnostic mark = mellow_review_get_mark (self->review, position);
  g_autofree char *text = mellow_review_dup_copy (self->review, mark.span);
  Entry entry = { find_group (self, mark.rule, text), g_str_hash (text), mark.zone, FALSE };

  entry.is_shown = entry.group->passes && mellow_mark_filter_passes_zone (self->filter, mark.zone);
  return entry;
}

static GArray *
read_entries (MellowMarkOutline *self, guint position, guint n)
{
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n);

  for (guint i = 0; i < n; i++) {
    Entry entry = read_entry (self, position + i);

    g_array_append_val (entries, entry);
  }

  return entries;
}

static gboolean
is_same (const Entry *a, const Entry *b)
{
  return a->group == b->group && a->spelling == b->spelling && a->zone == b->zone;
}

/* Takes the marks at both ends that were found again out of the change and out of
 * what was found. */
static void
narrow_change (MellowMarkOutline *self, ProseLiveChange *change, GArray *found)
{
  guint n_before = 0, n_after = 0, least = MIN (change->removed, change->added);

  while (n_before < least && is_same (get_entry (self, change->position + n_before),
                                      &g_array_index (found, Entry, n_before)))
    n_before++;
  while (n_after < least - n_before &&
         is_same (get_entry (self, change->position + change->removed - 1 - n_after),
                  &g_array_index (found, Entry, change->added - 1 - n_after)))
    n_after++;

  change->position += n_before;
  change->removed -= n_before + n_after;
  change->added -= n_before + n_after;
  g_array_set_size (found, found->len - n_after);
  g_array_remove_range (found, 0, n_before);
}

/* --- figures --- */

static void
count (MellowMarkOutline *self, const Entry *entry, int n, GHashTable *touched)
{
  entry->group->n_marks += n;
  if (entry->is_shown)
    entry->group->n_shown += n;
  self->n_zone[entry->zone] += n;
  g_hash_table_add (touched, entry->group);
}

static void
replace_entries (MellowMarkOutline *self,
                 const ProseLiveChange *change,
                 GArray *found,
                 GHashTable *touched)
{
  for (guint i = 0; i < change->removed; i++)
    count (self, get_entry (self, change->position + i), -1, touched);
  for (guint i = 0; i < found->len; i++)
    count (self, &g_array_index (found, Entry, i), 1, touched);

  if (change->removed > 0)
    g_array_remove_range (self->entries, change->position, change->removed);
  g_array_insert_vals (self->entries, change->position, found->data, found->len);
}

/* Where the first shown mark of every group stands. */
static void
number_groups (MellowMarkOutline *self)
{
  self->n_shown = 0;
  for (guint i = self->entries->len; i-- > 0;) {
    const Entry *entry = get_entry (self, i);

    if (!entry->is_shown)
      continue;
    entry->group->first = i;
    entry->group->from_end = ++self->n_shown;
  }
}

/* --- rows --- */

/* The row of the group whose first mark is there, or where it belongs. */
static guint
find_row_of_first (MellowMarkOutline *self, guint first)
{
  guint low = 0, high = self->rows->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (((const MellowMarkGroup *)self->rows->pdata[middle])->first < first)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

static gboolean
belongs_at (MellowMarkOutline *self, const MellowMarkGroup *group, guint row)
{
  GPtrArray *rows = self->rows;

  if (group->n_shown == 0)
    return FALSE;
  if (row > 0 && ((const MellowMarkGroup *)rows->pdata[row - 1])->first > group->first)
    return FALSE;

  return row + 1 == rows->len ||
         ((const MellowMarkGroup *)rows->pdata[row + 1])->first > group->first;
}

/* Takes out rows that are empty or not in order any more, till no more are. */
static void
remove_rows (MellowMarkOutline *self, GHashTable *touched)
{
  gboolean is_changed;

  do {
    GHashTableIter iter;
    gpointer group;
    guint row;

    is_changed = FALSE;
    g_hash_table_iter_init (&iter, touched);
    while (g_hash_table_iter_next (&iter, &group, NULL)) {
      if (!g_ptr_array_find (self->rows, group, &row) || belongs_at (self, group, row))
        continue;
      g_ptr_array_remove_index (self->rows, row);
      g_list_model_items_changed (G_LIST_MODEL (self), row, 1, 0);
      is_changed = TRUE;
    }
  } while (is_changed);
}

static void
add_rows (MellowMarkOutline *self, GHashTable *touched)
{
  GHashTableIter iter;
  MellowMarkGroup *group;
  guint row;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, (gpointer *)&group, NULL)) {
    if (group->n_shown == 0 || g_ptr_array_find (self->rows, group, NULL))
      continue;
    row = find_row_of_first (self, group->first);
    g_ptr_array_insert (self->rows, row, g_object_ref (group));
    g_list_model_items_changed (G_LIST_MODEL (self), row, 0, 1);
  }
}

static void
list_rows_anew (MellowMarkOutline *self)
{
  g_autoptr (GPtrArray) old = self->rows;
  guint n_same = 0;

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *entry = get_entry (self, i);

    if (entry->is_shown && entry->group->first == i)
      g_ptr_array_add (self->rows, g_object_ref (entry->group));
  }

  while (n_same < MIN (old->len, self->rows->len) &&
         old->pdata[n_same] == self->rows->pdata[n_same])
    n_same++;
  if (n_same < MAX (old->len, self->rows->len))
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, old->len - n_same,
                                self->rows->len - n_same);
}

static void
update_rows (MellowMarkOutline *self, GHashTable *touched)
{
  /* A view that gets its first rows one by one, in any order, stays at the one that came first. */
  if (self->rows->len == 0 || g_hash_table_size (touched) > MANY_GROUPS) {
    list_rows_anew (self);
    return;
  }

  remove_rows (self, touched);
  add_rows (self, touched);
}

/* --- following --- */

static void
forget_empty_groups (MellowMarkOutline *self, GHashTable *touched)
{
  GHashTableIter iter;
  MellowMarkGroup *group;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, (gpointer *)&group, NULL))
    if (group->n_marks == 0)
      forget_group (self, group);
}

/* The user cannot stand where nothing is shown. */
static void
check_current (MellowMarkOutline *self)
{
  guint position = self->current != NULL ? mellow_mark_get_position (self->current) : G_MAXUINT;

  if (position >= self->entries->len || !get_entry (self, position)->is_shown)
    g_clear_object (&self->current);
}

static void
take_in (MellowMarkOutline *self, const ProseLiveChange *change)
{
  ProseLiveChange narrow = *change;
  g_autoptr (GArray) found = read_entries (self, change->position, change->added);
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);

  narrow_change (self, &narrow, found);
  if (narrow.removed == 0 && narrow.added == 0)
    return;

  replace_entries (self, &narrow, found, touched);
  number_groups (self);
  check_current (self);
  update_rows (self, touched);
  forget_empty_groups (self, touched);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
on_filter_changed (MellowMarkOutline *self)
{
  MellowMarkGroup *group;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&group)) {
    group->passes = mellow_mark_filter_passes (self->filter, group->rule, group->phrase);
    group->n_shown = 0;
  }

  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = get_entry (self, i);

    entry->is_shown =
        entry->group->passes && mellow_mark_filter_passes_zone (self->filter, entry->zone);
    entry->group->n_shown += entry->is_shown;
  }

  number_groups (self);
  check_current (self);
  list_rows_anew (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
mellow_mark_outline_finalize (GObject *object)
{
  MellowMarkOutline *self = MELLOW_MARK_OUTLINE (object);

  g_clear_object (&self->current);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_object (&self->filter);
  g_clear_object (&self->marks);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (mellow_mark_outline_parent_class)->finalize (object);
}

static void
mellow_mark_outline_class_init (MellowMarkOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_mark_outline_finalize;

  /**
   * MellowMarkOutline::updated:
   * @self: an outline
   *
   * Marks came, went or are shown otherwise, so figures may be others; or the user
   * stands elsewhere. It comes after the rows have changed.
   */
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_mark_outline_init (MellowMarkOutline *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * mellow_mark_outline_new:
 * @review: a review
 * @marks: the list of its marks, which follows it already
 * @filter: which of them to show
 *
 * Returns: (transfer full): the outline of its marks
 */
MellowMarkOutline *
mellow_mark_outline_new (MellowReview *review, GListModel *marks, MellowMarkFilter *filter)
{
  MellowMarkOutline *self;
  ProseLiveChange all = { { 0 } };

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);
  g_return_val_if_fail (MELLOW_IS_MARK_FILTER (filter), NULL);

  self = g_object_new (MELLOW_TYPE_MARK_OUTLINE, NULL);
  self->review = g_object_ref (review);
  self->marks = g_object_ref (marks);
  self->filter = g_object_ref (filter);
  all.added = mellow_review_get_n_marks (review);
  take_in (self, &all);
  g_signal_connect_object (review, "changed", G_CALLBACK (take_in), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_mark_outline_get_n_marks:
 * @self: an outline
 *
 * Returns: how many marks there are, whether they are shown or not
 */
guint
mellow_mark_outline_get_n_marks (MellowMarkOutline *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), 0);

  return self->entries->len;
}

/**
 * mellow_mark_outline_get_n_shown:
 * @self: an outline
 *
 * Returns: how many marks pass the filter
 */
guint
mellow_mark_outline_get_n_shown (MellowMarkOutline *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), 0);

  return self->n_shown;
}

/**
 * mellow_mark_outline_count_severity:
 * @self: an outline
 * @severity: a severity
 *
 * Returns: how many marks have it
 */
guint
mellow_mark_outline_count_severity (MellowMarkOutline *self, ProseSeverity severity)
{
  const MellowMarkGroup *group;
  GHashTableIter iter;
  guint n = 0;

  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), 0);

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&group))
    if (group->rule->severity == severity)
      n += group->n_marks;

  return n;
}

/**
 * mellow_mark_outline_count_zone:
 * @self: an outline
 * @zone: a zone
 *
 * Returns: how many marks stand there
 */
guint
mellow_mark_outline_count_zone (MellowMarkOutline *self, ProseZone zone)
{
  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), 0);
  g_return_val_if_fail (zone < G_N_ELEMENTS (self->n_zone), 0);

  return self->n_zone[zone];
}

/**
 * mellow_mark_outline_count_zones:
 * @self: an outline
 *
 * Returns: in how many zones marks stand
 */
guint
mellow_mark_outline_count_zones (MellowMarkOutline *self)
{
  guint n = 0;

  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), 0);

  for (guint zone = 0; zone < G_N_ELEMENTS (self->n_zone); zone++)
    n += self->n_zone[zone] > 0;

  return n;
}

static int
compare_families (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const MellowMarkFamily *)a)->title,
                         ((const MellowMarkFamily *)b)->title);
}

static MellowMarkFamily *
find_family (GArray *families, const ProseCategory *category)
{
  MellowMarkFamily family = { category->id, category->title, 0 };

  for (guint i = 0; i < families->len; i++)
    if (strcmp (g_array_index (families, MellowMarkFamily, i).id, category->id) == 0)
      return &g_array_index (families, MellowMarkFamily, i);

  g_array_append_val (families, family);
  return &g_array_index (families, MellowMarkFamily, families->len - 1);
}

/**
 * mellow_mark_outline_list_families:
 * @self: an outline
 *
 * Returns: (transfer full) (element-type MellowMarkFamily): the families of all
 *   marks, by their names; they are good until the text changes
 */
GArray *
mellow_mark_outline_list_families (MellowMarkOutline *self)
{
  GArray *families = g_array_new (FALSE, FALSE, sizeof (MellowMarkFamily));
  const MellowMarkGroup *group;
  GHashTableIter iter;

  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), families);

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&group))
    find_family (families, group->rule->category)->n_marks += group->n_marks;
  g_array_sort (families, compare_families);

  return families;
}

/* --- walking --- */

/**
 * mellow_mark_outline_find_row:
 * @self: an outline
 * @position: the place of a mark among all
 *
 * Returns: the row that it is in, %GTK_INVALID_LIST_POSITION if it is not shown
 */
guint
mellow_mark_outline_find_row (MellowMarkOutline *self, guint position)
{
  const Entry *entry;

  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), GTK_INVALID_LIST_POSITION);

  if (position >= self->entries->len)
    return GTK_INVALID_LIST_POSITION;

  entry = get_entry (self, position);
  return entry->is_shown ? find_row_of_first (self, entry->group->first)
                         : GTK_INVALID_LIST_POSITION;
}

/* The next shown mark from position on, of a group if one is given, round the ends
 * of the text. */
static guint
step_on (MellowMarkOutline *self, int position, int step, const MellowMarkGroup *group)
{
  int n = self->entries->len;

  for (int i = 1; i <= n; i++) {
    guint next = ((position + i * step) % n + n) % n;
    const Entry *entry = get_entry (self, next);

    if (entry->is_shown && (group == NULL || entry->group == group))
      return next;
  }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * mellow_mark_outline_step:
 * @self: an outline
 * @position: a place among all marks, -1 for before the first
 * @step: 1 or -1
 *
 * Returns: the next shown mark that way, round the ends of the text;
 *   %GTK_INVALID_LIST_POSITION if none is shown
 */
guint
mellow_mark_outline_step (MellowMarkOutline *self, int position, int step)
{
  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), GTK_INVALID_LIST_POSITION);

  return step_on (self, position, step, NULL);
}

/**
 * mellow_mark_outline_step_alike:
 * @self: an outline
 * @position: the place of a mark among all
 * @step: 1 or -1
 *
 * Returns: the next shown mark of its group that way, round the ends of the text;
 *   %GTK_INVALID_LIST_POSITION if none is shown
 */
guint
mellow_mark_outline_step_alike (MellowMarkOutline *self, guint position, int step)
{
  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), GTK_INVALID_LIST_POSITION);
  g_return_val_if_fail (position < self->entries->len, GTK_INVALID_LIST_POSITION);

  return step_on (self, position, step, get_entry (self, position)->group);
}

/**
 * mellow_mark_outline_count_to:
 * @self: an outline
 * @position: the place of a shown mark among all
 *
 * Returns: which of the shown marks it is, from 1
 */
guint
mellow_mark_outline_count_to (MellowMarkOutline *self, guint position)
{
  const MellowMarkGroup *group;
  guint n;

  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), 0);
  g_return_val_if_fail (position < self->entries->len, 0);

  group = get_entry (self, position)->group;
  n = self->n_shown - group->from_end + 1;
  for (guint i = group->first; i < position; i++)
    n += get_entry (self, i + 1)->is_shown;

  return n;
}

/**
 * mellow_mark_outline_count_alike_to:
 * @self: an outline
 * @position: the place of a shown mark among all
 *
 * Returns: which of the shown marks of its group it is, from 1
 */
guint
mellow_mark_outline_count_alike_to (MellowMarkOutline *self, guint position)
{
  const MellowMarkGroup *group;
  guint n = 0;

  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), 0);
  g_return_val_if_fail (position < self->entries->len, 0);

  group = get_entry (self, position)->group;
  for (guint i = group->first; i <= position; i++)
    n += get_entry (self, i)->is_shown && get_entry (self, i)->group == group;

  return n;
}

/* --- where the user stands --- */

/**
 * mellow_mark_outline_get_current:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): the mark that the user stands in
 */
MellowMark *
mellow_mark_outline_get_current (MellowMarkOutline *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), NULL);

  return self->current;
}

/**
 * mellow_mark_outline_set_current:
 * @self: an outline
 * @position: the place of the mark that the user stands in among all,
 *   %GTK_INVALID_LIST_POSITION for none; one that is not shown counts as none
 */
void
mellow_mark_outline_set_current (MellowMarkOutline *self, guint position)
{
  g_autoptr (MellowMark) mark = NULL;

  g_return_if_fail (MELLOW_IS_MARK_OUTLINE (self));

  if (position < self->entries->len && get_entry (self, position)->is_shown)
    mark = g_list_model_get_item (self->marks, position);
  if (g_set_object (&self->current, mark))
    g_signal_emit (self, signals[UPDATED], 0);
}

/**
 * mellow_mark_outline_get_place:
 * @self: an outline
 * @group: one of its rows
 *
 * Returns: the place among all marks of the one that stands for the group: the one
 *   the user stands in, or the first
 */
guint
mellow_mark_outline_get_place (MellowMarkOutline *self, MellowMarkGroup *group)
{
  guint position;

  g_return_val_if_fail (MELLOW_IS_MARK_OUTLINE (self), 0);
  g_return_val_if_fail (MELLOW_IS_MARK_GROUP (group), 0);

  position = self->current != NULL ? mellow_mark_get_position (self->current) : G_MAXUINT;
  return position < self->entries->len && get_entry (self, position)->group == group ? position
                                                                                     : group->first;
}

/**
 * mellow_mark_outline_dup_mark:
 * @self: an outline
 * @group: one of its rows
 *
 * Returns: (transfer full): the mark that stands for the group
 */
MellowMark *
mellow_mark_outline_dup_mark (MellowMarkOutline *self, MellowMarkGroup *group)
{
  return g_list_model_get_item (self->marks, mellow_mark_outline_get_place (self, group));
}

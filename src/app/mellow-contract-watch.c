/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-contract-watch.h"

/* How long the writer has to pause before the text is read again, in milliseconds. */
#define PAUSE 200

/**
 * MellowContractWatch:
 *
 * Holds a draft against its contract while it is being written. The figures of the
 * whole text follow every key, at the cost of a few numbers; what has a place in the
 * text is looked for after a pause, a step at a time. A draft without a contract costs
 * nothing.
 */
struct _MellowContractWatch {
  GObject parent_instance;

  MellowDraft *draft;             /* weak: it may go first */
  MellowContractLibrary *library; /* NULL until there is a contract */
  char *name;                     /* of the contract that was looked for last */
  const MellowContract *contract; /* NULL for none, or for one that is not there */
  GPtrArray *figures;             /* of ProseDeviation, about the whole text */
  GPtrArray *places;              /* of ProseDeviation, in the order of the text */
  guint pause_source;
  guint step_source;

  /* While it is read. */
  ProseDocument *document;
  GPtrArray *found; /* of ProseDeviation */
  guint step;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowContractWatch, mellow_contract_watch, G_TYPE_OBJECT)

/* What is looked for, a step each; the words follow, each a step of its own. */
enum {
  STEP_MARKS,
  STEP_CREDITS,
  STEP_WORDS,
};

static void
tell (MellowContractWatch *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- reading --- */

static void
check_figures (MellowDraft *draft, const ProseContract *terms, GPtrArray *deviations)
{
  MellowReview *review = mellow_draft_get_review (draft);
  ProseLexicon *lexicon = terms->address != NULL ? mellow_review_get_lexicon (review) : NULL;

  prose_contract_check_figures (terms, mellow_review_get_measures (review), lexicon, deviations);
}

/* Whether there was such a step. */
static gboolean
take_step (MellowDraft *draft,
           const ProseContract *terms,
           guint step,
           ProseDocument *document,
           GPtrArray *deviations)
{
  MellowReview *review = mellow_draft_get_review (draft);
  g_autoptr (GArray) found = NULL;

  if (step >= STEP_WORDS + terms->words->len)
    return FALSE;

  if (step >= STEP_WORDS) {
    prose_contract_check_word (terms, step - STEP_WORDS, document, deviations);
    return TRUE;
  }
  if (terms->banned->len == 0)
    return TRUE;

  found = step == STEP_MARKS ? mellow_review_dup_marks (review, mellow_review_get_whole (review))
                             : mellow_review_dup_credits (review, mellow_review_get_whole (review));
  prose_contract_check_devices (terms, found, document, deviations);
  return TRUE;
}

/* The text as it is now, to be read as its file is. */
static ProseDocument *
create_document (MellowDraft *draft)
{
  MellowReview *review = mellow_draft_get_review (draft);
  ProseSpan all = mellow_review_get_whole (review);
  g_autofree char *text = mellow_review_dup_text (review, all);
  ProseDocument *document = prose_document_new (text, all.end);

  prose_document_set_format (document, mellow_review_get_format (review));
  return document;
}

static void
stop_reading (MellowContractWatch *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->step_source, g_source_remove);
  g_clear_pointer (&self->document, prose_document_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

static void
start_reading (MellowContractWatch *self)
{
  stop_reading (self);
  self->document = create_document (self->draft);
  self->found = prose_deviations_new ();
  self->step = 0;
}

static gboolean
read_on (MellowContractWatch *self)
{
  return take_step (self->draft, self->contract->terms, self->step++, self->document, self->found);
}

static void
finish_reading (MellowContractWatch *self)
{
  prose_deviations_sort (self->found);
  g_ptr_array_unref (self->places);
  self->places = g_steal_pointer (&self->found);
  g_clear_pointer (&self->document, prose_document_unref);
  tell (self);
}

static gboolean
on_step (gpointer user_data)
{
  MellowContractWatch *self = user_data;

  if (read_on (self))
    return G_SOURCE_CONTINUE;

  self->step_source = 0;
  finish_reading (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_pause (gpointer user_data)
{
  MellowContractWatch *self = user_data;

  self->pause_source = 0;
  start_reading (self);
  self->step_source = g_idle_add_full (G_PRIORITY_LOW, on_step, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
read_figures (MellowContractWatch *self)
{
  g_ptr_array_set_size (self->figures, 0);
  if (self->contract != NULL)
    check_figures (self->draft, self->contract->terms, self->figures);
}

static void
on_text_changed (MellowContractWatch *self)
{
  if (self->contract == NULL)
    return;

  read_figures (self);
  stop_reading (self);
  self->pause_source = g_timeout_add (PAUSE, on_pause, self);
  tell (self);
}

/* --- which contract --- */

static void follow_library (MellowContractWatch *self);

static void
update_contract (MellowContractWatch *self)
{
  const char *name = mellow_contract_watch_get_name (self);

  g_free (self->name);
  self->name = g_strdup (name);
  stop_reading (self);
  g_ptr_array_set_size (self->places, 0);
  if (name != NULL && self->library == NULL)
    follow_library (self);
  self->contract = name != NULL ? mellow_contract_library_find (self->library, name) : NULL;
  read_figures (self);
  if (self->contract != NULL)
    self->pause_source = g_idle_add (on_pause, self);
  tell (self);
}

static void
follow_library (MellowContractWatch *self)
{
  self->library = g_object_ref (mellow_contract_library_get_default ());
  g_signal_connect_object (self->library, "changed", G_CALLBACK (update_contract), self,
                           G_CONNECT_SWAPPED);
}

/* The rest of what is known of the text is none of its business. */
static void
on_data_changed (MellowContractWatch *self)
{
  if (g_strcmp0 (self->name, mellow_contract_watch_get_name (self)) != 0)
    update_contract (self);
}

/* --- the object --- */

static void
mellow_contract_watch_dispose (GObject *object)
{
  MellowContractWatch *self = MELLOW_CONTRACT_WATCH (object);

  stop_reading (self);
  g_clear_object (&self->library);
  g_clear_weak_pointer (&self->draft);

  G_OBJECT_CLASS (mellow_contract_watch_parent_class)->dispose (object);
}

static void
mellow_contract_watch_finalize (GObject *object)
{
  MellowContractWatch *self = MELLOW_CONTRACT_WATCH (object);

  g_free (self->name);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (mellow_contract_watch_parent_class)->finalize (object);
}

static void
mellow_contract_watch_class_init (MellowContractWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_contract_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_contract_watch_finalize;

  /**
   * MellowContractWatch::changed:
   * @self: a watch
   *
   * The contract is another one, or the text was held against it anew.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_contract_watch_init (MellowContractWatch *self)
{
  self->figures = prose_deviations_new ();
  self->places = prose_deviations_new ();
}

/**
 * mellow_contract_watch_new:
 * @draft: a draft
 *
 * Returns: (transfer full): a watch over what @draft keeps of its contract
 */
MellowContractWatch *
mellow_contract_watch_new (MellowDraft *draft)
{
  MellowContractWatch *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_CONTRACT_WATCH, NULL);
  g_set_weak_pointer (&self->draft, draft);
  g_signal_connect_object (mellow_draft_get_review (draft), "changed", G_CALLBACK (on_text_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "brief-changed", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);
  on_data_changed (self);

  return self;
}

/**
 * mellow_contract_watch_is_behind:
 * @self: a watch
 *
 * Returns: whether the text was edited since places were looked for in it
 */
gboolean
mellow_contract_watch_is_behind (MellowContractWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_WATCH (self), FALSE);

  return self->pause_source != 0 || self->step_source != 0;
}

/**
 * mellow_contract_watch_catch_up:
 * @self: a watch
 *
 * Reads at once what was not read yet: somebody looks.
 */
void
mellow_contract_watch_catch_up (MellowContractWatch *self)
{
  g_return_if_fail (MELLOW_IS_CONTRACT_WATCH (self));

  if (!mellow_contract_watch_is_behind (self))
    return;

  start_reading (self);
  while (read_on (self))
    continue;
  finish_reading (self);
}

/**
 * mellow_contract_watch_get_name:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the name of the contract of the draft
 */
const char *
mellow_contract_watch_get_name (MellowContractWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_WATCH (self), NULL);

  return self->draft != NULL
             ? mellow_document_data_get_contract (mellow_draft_get_data (self->draft))
             : NULL;
}

/**
 * mellow_contract_watch_get_contract:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): that contract, %NULL if it is not there
 */
const MellowContract *
mellow_contract_watch_get_contract (MellowContractWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_WATCH (self), NULL);

  return self->contract;
}

/**
 * mellow_contract_watch_get_n_deviations:
 * @self: a watch
 *
 * Returns: how much of the contract the text does not keep
 */
guint
mellow_contract_watch_get_n_deviations (MellowContractWatch *self)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_WATCH (self), 0);

  return self->figures->len + self->places->len;
}

/**
 * mellow_contract_watch_get_deviation:
 * @self: a watch
 * @position: a position
 *
 * Returns: (transfer none): what is not kept: first of the text as a whole, then in
 *   the order of the text
 */
const ProseDeviation *
mellow_contract_watch_get_deviation (MellowContractWatch *self, guint position)
{
  g_return_val_if_fail (MELLOW_IS_CONTRACT_WATCH (self), NULL);
  g_return_val_if_fail (position < mellow_contract_watch_get_n_deviations (self), NULL);

  return position < self->figures->len ? self->figures->pdata[position]
                                       : self->places->pdata[position - self->figures->len];
}

/**
 * mellow_contract_watch_knows_language:
 * @self: a watch
 *
 * Returns: whether the text can be held against anything; one without words can
 */
gboolean
mellow_contract_watch_knows_language (MellowContractWatch *self)
{
  const ProseMeasures *measures;

  g_return_val_if_fail (MELLOW_IS_CONTRACT_WATCH (self), FALSE);

  if (self->draft == NULL)
    return FALSE;
  measures = mellow_review_get_measures (mellow_draft_get_review (self->draft));
  return measures->words > 0 || measures->unchecked == 0;
}

/**
 * mellow_contract_watch_check:
 * @draft: a draft
 * @terms: what was agreed, or may be
 *
 * Holds a text against a contract once.
 *
 * Returns: (transfer full) (element-type ProseDeviation): what it does not keep
 */
GPtrArray *
mellow_contract_watch_check (MellowDraft *draft, const ProseContract *terms)
{
  GPtrArray *deviations = prose_deviations_new ();
  g_autoptr (ProseDocument) document = NULL;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), deviations);
  g_return_val_if_fail (terms != NULL, deviations);

  document = create_document (draft);
  check_figures (draft, terms, deviations);
  for (guint step = 0; take_step (draft, terms, step, document, deviations);)
    step++;
  prose_deviations_sort (deviations);

  return deviations;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report on an open text: what mellow-check would write of it, with what is known
 * of it. Rewrites are sought for every mark, so it is made in a thread, from the text
 * as it was when it was asked for. */

#include "mellow-text-report.h"

#include <string.h>

#include "mellow-contract-library.h"
#include "mellow-draft-reader.h"
#include "mellow-language.h"
#include "mellow-text-check.h"

/* A text as it was. */
typedef struct {
  ProseRuleSet *rules;
  const ProseFormat *format; /* (nullable) */
  char *name;
  char *text;
  char *known;     /* as YAML */
  char *client;    /* (nullable): whose contract it is held against */
  char *contract;  /* (nullable): as YAML */
  GFile *original; /* (nullable): what it is compared with, if that is another file */
  char *date;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  prose_rule_set_unref (request->rules);
  g_free (request->name);
  g_free (request->text);
  g_free (request->known);
  g_free (request->client);
  g_free (request->contract);
  g_clear_object (&request->original);
  g_free (request->date);
  g_free (request);
}

/**
 * mellow_text_report_get_words:
 *
 * Returns: (transfer none): the words of a report in the language of the window
 */
const MellowReportWords *
mellow_text_report_get_words (void)
{
  return mellow_report_words_find (mellow_language_get_own ());
}

static ProseDocumentData *
read_known (const Request *request)
{
  ProseDocumentData *known =
      prose_document_data_read ("", request->known, strlen (request->known), NULL);

  if (known == NULL)
    known = prose_document_data_new ();
  prose_ignore_list_set_today (known->ignored, request->date);
  return known;
}

static ProseRewriter *
create_rewriter (const Request *request, const ProseDocumentData *known, ProseReport *report)
{
  ProseRewriter *rewriter = prose_rewriter_new (request->rules);

  prose_rewriter_set_brief (rewriter, known->brief);
  prose_rewriter_set_ignore_list (rewriter, known->ignored);
  prose_rewriter_set_measures (rewriter, prose_report_get_measures (report));
  return rewriter;
}

static ProseDocument *
create_document (const Request *request)
{
  ProseDocument *document = prose_document_new (request->text, -1);

  prose_document_set_format (document, request->format);
  return document;
}

/* What the text does not keep of its contract; NULL if it has none. */
static GPtrArray *
find_deviations (const Request *request, const MellowCheckedText *checked)
{
  g_autoptr (ProseContract) terms = NULL;

  if (request->contract == NULL)
    return NULL;

  terms = prose_contract_read ("", request->contract, strlen (request->contract), NULL, NULL);
  return terms != NULL ? prose_contract_check (terms, checked->report, checked->document,
                                               mellow_checked_text_get_lexicon (checked))
                       : NULL;
}

/* How its tone differs from the original's; NULL if there is none, or it cannot be read. */
static ProseParity *
compare (const Request *request,
         const ProseDocumentData *known,
         ProseDocument *document,
         GError **error)
{
  g_autoptr (ProseDocument) original = NULL;
  ProseParity *parity;

  if (request->original != NULL &&
      (original = mellow_draft_read_file (request->original, NULL, error)) == NULL)
    return NULL;
  if (original == NULL && !prose_translation_has_units (request->format))
    return NULL;

  parity = mellow_text_compare (request->rules, document, original, NULL, NULL);
  if (parity != NULL)
    prose_parity_leave_out (parity, known->dismissed);
  return parity;
}

static void
create (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (ProseDocumentData) known = read_known (request);
  g_autoptr (ProseDocument) document = create_document (request);
  g_autoptr (ProseChecker) checker = prose_checker_new (request->rules);
  g_autoptr (ProseReport) found = mellow_text_check (checker, known->ignored, document, NULL);
  g_autoptr (ProseRewriter) rewriter = create_rewriter (request, known, found);
  g_autoptr (GPtrArray) claims = mellow_text_find_claims (checker, known->ignored, document, NULL,
                                                          prose_report_get_diagnostics (found));
  g_autoptr (GPtrArray) deviations = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (ProseParity) parity = compare (request, known, document, &problem);
  MellowCheckedText checked = { .name = request->name,
                                .document = document,
                                .report = found,
                                .rewriter = rewriter,
                                .rules = request->rules,
                                .claims = claims,
                                .client = request->client,
                                .parity = parity,
                                .parity_problem = problem != NULL ? problem->message : NULL };
  MellowReport *report = mellow_report_new (mellow_text_report_get_words (), request->date);

  deviations = find_deviations (request, &checked);
  checked.deviations = deviations;
  mellow_report_add (report, &checked);
  g_task_return_pointer (task, report, (GDestroyNotify)mellow_report_free);
}

static void
take_contract (Request *request, const char *name)
{
  const MellowContract *contract =
      name != NULL ? mellow_contract_library_find (mellow_contract_library_get_default (), name)
                   : NULL;

  if (contract == NULL)
    return;

  request->client = g_strdup (contract->name);
  request->contract = g_strdup (contract->text);
}

static void
take_original (Request *request, const char *uri)
{
  if (uri != NULL && !prose_translation_has_units (request->format))
    request->original = g_file_new_for_uri (uri);
}

/**
 * mellow_text_report_create_async:
 * @draft: a text
 * @date: the day of the report, as `2026-12-31`; proofs expire by it
 * @cancellable: (nullable): cancels it
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Makes the report on a text as it is now.
 */
void
mellow_text_report_create_async (MellowDraft *draft,
                                 const char *date,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (MELLOW_IS_DRAFT (draft));
  g_return_if_fail (date != NULL);

  request = g_new0 (Request, 1);
  request->rules = prose_rule_set_ref (mellow_draft_get_rules (draft));
  request->format = mellow_review_get_format (mellow_draft_get_review (draft));
  request->name = mellow_draft_dup_title (draft);
  request->text =
      mellow_text_buffer_dup_text (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (draft)));
  request->known = mellow_document_data_write (mellow_draft_get_data (draft));
  request->date = g_strdup (date);
  take_contract (request, mellow_document_data_get_contract (mellow_draft_get_data (draft)));
  take_original (request, mellow_document_data_get_original (mellow_draft_get_data (draft)));
  task = g_task_new (draft, cancellable, callback, user_data);
  g_task_set_source_tag (task, mellow_text_report_create_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, create);
}

/**
 * mellow_text_report_create_finish:
 * @draft: a text
 * @result: what the callback was given
 * @error: why it failed
 *
 * Returns: (transfer full): the report
 */
MellowReport *
mellow_text_report_create_finish (MellowDraft *draft, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, draft), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

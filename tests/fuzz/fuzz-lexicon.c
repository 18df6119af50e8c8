/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of words: read, and asked for what it says. */

#include "fuzz-target.h"

#include "prose-fixture.h"

static void
ask (ProseLexicon *lexicon)
{
  const GArray *records = prose_lexicon_get_records (lexicon);

  for (guint i = 0; i < records->len; i++) {
    const ProseLexiconRecord *record = &g_array_index (records, ProseLexiconRecord, i);
    g_autoptr (GPtrArray) forms = NULL;

    switch (record->kind) {
    case PROSE_LEXICON_LIST:
      prose_lexicon_list_has (lexicon, record->name, record->value);
      break;
    case PROSE_LEXICON_SET:
      g_assert_nonnull (prose_lexicon_get_set (lexicon, record->name));
      break;
    case PROSE_LEXICON_FORM:
      forms = prose_lexicon_get_forms (lexicon, record->name);
      g_assert_nonnull (forms);
      prose_lexicon_get_form (lexicon, record->value, record->tag);
      break;
    }
  }
}

/* A lexicon is good for rules, too: those that name its sets are compiled. */
static void
compile (ProseLexicon *lexicon)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);
  g_autoptr (ProseRuleSet) rule_set = NULL;
  g_autoptr (ProseReport) report = NULL;

  g_ptr_array_add (rules, make_rule ("fuzz.rule", "~buy <soon>", "{money} [not]", NULL));
  g_ptr_array_add (lexicons, prose_lexicon_ref (lexicon));
  rule_set = prose_rule_set_new (rules, lexicons, NULL);
  if (rule_set != NULL)
    report = check_text (rule_set, "en", "Buy now, e.g. for $5. He bought it today, not today.");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseLexicon) lexicon =
      prose_lexicon_file_read ("fuzz.yaml", (const char *)data, size, &error);

  if (lexicon == NULL) {
    g_assert_true (g_str_has_prefix (error->message, "fuzz.yaml:"));
    return 0;
  }
  ask (lexicon);
  compile (lexicon);
  return 0;
}

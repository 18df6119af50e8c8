/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-comparison.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-phrase.h"
#include "mellow-text-check.h"

/* --- one text --- */

/* What is ignored in the document is ignored in both. Each gets a list of its own,
 * since what is ignored at one place is found anew in each. */
static ProseReport *
check (ProseRuleSet *rules, const char *known, ProseDocument *document)
{
  g_autoptr (ProseDocumentData) data = prose_document_data_read ("", known, strlen (known), NULL);
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);

  return mellow_text_check (checker, data != NULL ? data->ignored : NULL, document, NULL);
}

/* What was found, where a reader sees it. */
static GArray *
place_found (const GArray *found, const ProseReading *reading)
{
  GArray *placed = g_array_copy ((GArray *)found);

  for (guint i = 0; i < placed->len; i++) {
    ProseDiagnostic *diagnostic = &g_array_index (placed, ProseDiagnostic, i);

    diagnostic->span = prose_reading_from_source (reading, diagnostic->span);
    diagnostic->sentence = prose_reading_from_source (reading, diagnostic->sentence);
  }
  g_array_sort (placed, prose_diagnostic_compare_places);
  return placed;
}

/* It is checked as its file is read; what is compared is what a reader sees. */
static void
read_text (MellowComparison *self,
           MellowComparedText *side,
           const char *known,
           const ProseFormat *format,
           const char *name,
           const char *text)
{
  g_autoptr (ProseDocument) document = prose_document_new (text, -1);
  g_autoptr (ProseReading) reading = NULL;

  prose_document_set_format (document, format);
  reading = prose_document_read (document);
  side->name = g_strdup (name);
  side->text = g_strdup (prose_reading_get_text (reading));
  side->report = check (self->rules, known, document);
  side->marks = place_found (prose_report_get_diagnostics (side->report), reading);
  side->credits = place_found (prose_report_get_credits (side->report), reading);
  side->tone = prose_tone_summary_new (prose_report_get_measures (side->report));
}

static void
clear_text (MellowComparedText *side)
{
  g_free (side->name);
  g_free (side->text);
  g_clear_pointer (&side->report, prose_report_unref);
  g_clear_pointer (&side->marks, g_array_unref);
  g_clear_pointer (&side->credits, g_array_unref);
}

/* --- devices --- */

static void
device_change_free (gpointer data)
{
  MellowDeviceChange *device = data;

  g_free (device->phrase);
  g_free (device);
}

typedef GHashTable Devices; /* from rule and folded phrase to MellowDeviceChange */

static void
count_device (Devices *devices, const ProseDiagnostic *found, const char *text)
{
  g_autofree char *folded = prose_ignore_key_dup_phrase (text, found->span);
  g_autofree char *key =
      g_strconcat (found->rule->category->language, "\n", found->rule->id, "\n", folded, NULL);
  MellowDeviceChange *device = g_hash_table_lookup (devices, key);

  if (device == NULL) {
    device = g_new0 (MellowDeviceChange, 1);
    device->rule = found->rule;
    device->phrase = g_strndup (text + found->span.start, prose_span_get_length (found->span));
    g_hash_table_insert (devices, g_steal_pointer (&key), device);
  }
  device->count++;
}

static Devices *
count_devices (GArray *found, const char *text)
{
  Devices *devices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, device_change_free);

  for (guint i = 0; i < found->len; i++)
    count_device (devices, &g_array_index (found, ProseDiagnostic, i), text);
  return devices;
}

/* The gravest first. */
static int
compare_devices (gconstpointer a, gconstpointer b)
{
  const MellowDeviceChange *left = *(const MellowDeviceChange *const *)a;
  const MellowDeviceChange *right = *(const MellowDeviceChange *const *)b;
  guint left_weight = left->rule->weight * left->count;
  guint right_weight = right->rule->weight * right->count;

  if (left_weight != right_weight)
    return left_weight > right_weight ? -1 : 1;
  if (!g_str_equal (left->rule->id, right->rule->id))
    return strcmp (left->rule->id, right->rule->id);
  return strcmp (left->phrase, right->phrase);
}

/* What there is more of in some than in others. */
static GPtrArray *
find_more (Devices *some, Devices *others)
{
  GPtrArray *more = g_ptr_array_new_with_free_func (device_change_free);
  GHashTableIter iter;
  gpointer key;
  MellowDeviceChange *device;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &key, (gpointer *)&device)) {
    const MellowDeviceChange *other = g_hash_table_lookup (others, key);
    guint n = other != NULL ? other->count : 0;
    MellowDeviceChange *change;

    if (device->count <= n)
      continue;
    change = g_new0 (MellowDeviceChange, 1);
    *change = (MellowDeviceChange){ device->rule, g_strdup (device->phrase), device->count - n };
    g_ptr_array_add (more, change);
  }
  g_ptr_array_sort (more, compare_devices);
  return more;
}

static void
compare_found (
    MellowComparison *self, GArray *before, GArray *after, GPtrArray **gone, GPtrArray **come)
{
  g_autoptr (GHashTable) old = count_devices (before, self->before.text);
  g_autoptr (GHashTable) new = count_devices (after, self->after.text);

  *gone = find_more (old, new);
  *come = find_more (new, old);
}

/* --- both --- */

static ProseLexicon *
dup_lexicon (MellowComparison *self)
{
  const char *language = prose_report_get_language (self->after.report);

  if (language == NULL)
    language = prose_report_get_language (self->before.report);

  return language != NULL && prose_rule_set_has_language (self->rules, language)
             ? prose_rule_set_dup_lexicon (self->rules, language)
             : prose_lexicon_new ("en");
}

/**
 * mellow_comparison_new:
 * @rules: the rules to check both by
 * @known: what is known of the document, YAML
 * @format: how both are read
 * @before_name: what the version before is called
 * @before: its text
 * @after_name: what the version after is called
 * @after: its text
 *
 * Returns: (transfer full): the two side by side
 */
MellowComparison *
mellow_comparison_new (ProseRuleSet *rules,
                       const char *known,
                       const ProseFormat *format,
                       const char *before_name,
                       const char *before,
                       const char *after_name,
                       const char *after)
{
  MellowComparison *self = g_new0 (MellowComparison, 1);
  g_autoptr (ProseLexicon) lexicon = NULL;

  self->rules = prose_rule_set_ref (rules);
  read_text (self, &self->before, known, format, before_name, before);
  read_text (self, &self->after, known, format, after_name, after);
  compare_found (self, self->before.marks, self->after.marks, &self->marks_gone, &self->marks_new);
  compare_found (self, self->before.credits, self->after.credits, &self->credits_gone,
                 &self->credits_new);
  lexicon = dup_lexicon (self);
  self->alignments = prose_alignments_new (self->before.text, self->after.text, lexicon);
  return self;
}

void
mellow_comparison_free (MellowComparison *self)
{
  clear_text (&self->before);
  clear_text (&self->after);
  g_array_unref (self->alignments);
  g_ptr_array_unref (self->marks_gone);
  g_ptr_array_unref (self->marks_new);
  g_ptr_array_unref (self->credits_gone);
  g_ptr_array_unref (self->credits_new);
  prose_rule_set_unref (self->rules);
  g_free (self);
}

/* --- in words --- */

/**
 * mellow_comparison_get_kind_label:
 * @kind: what became of a sentence
 *
 * Returns: (transfer none): it for the user
 */
const char *
mellow_comparison_get_kind_label (ProseAlignmentKind kind)
{
  switch (kind) {
  case PROSE_ALIGNMENT_CHANGED:
    return _ ("Changed");
  case PROSE_ALIGNMENT_REMOVED:
    return _ ("Removed");
  case PROSE_ALIGNMENT_ADDED:
    return _ ("Added");
  case PROSE_ALIGNMENT_SPLIT:
    return _ ("Split in two");
  case PROSE_ALIGNMENT_JOINED:
    return _ ("Joined into one");
  case PROSE_ALIGNMENT_EQUAL:
  default:
    return _ ("Unchanged");
  }
}

static void
append_device (GString *text, const MellowDeviceChange *device)
{
  g_autofree char *quoted = mellow_phrase_quote_short (device->phrase);

  g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", quoted,
                          device->rule->category->title);
  if (device->count > 1)
    g_string_append_printf (text, " ×%u", device->count);
}

/**
 * mellow_comparison_describe_devices:
 * @devices: (element-type MellowDeviceChange): devices that went or came
 *
 * Returns: (transfer full): them in a line; empty if there are none
 */
char *
mellow_comparison_describe_devices (GPtrArray *devices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < devices->len; i++)
    append_device (text, devices->pdata[i]);
  return g_string_free (text, FALSE);
}

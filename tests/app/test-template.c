/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts to start from: there for each language, soft, and used in the window. */

#include <string.h>

#include "mellow-data.h"
#include "mellow-template-dialog.h"
#include "mellow-template.h"
#include "window-fixture.h"

static GPtrArray *
find_templates (void)
{
  g_autofree char *folder = mellow_find_shipped_folder ("templates");

  return mellow_templates_find (folder);
}

static char *
load (const MellowTemplate *template)
{
  g_autoptr (GError) error = NULL;
  char *text = mellow_template_load (template, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_every_kind_in_every_language (void)
{
  static const char *const expected[] = {
    "da abandoned-basket", "da landing-page", "da ad", "da newsletter", "da product-text",
    "en abandoned-basket", "en landing-page", "en ad", "en newsletter", "en product-text"
  };
  g_autoptr (GPtrArray) templates = find_templates ();

  g_assert_cmpuint (templates->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < templates->len; i++) {
    const MellowTemplate *template = templates->pdata[i];
    g_autofree char *key = g_strdup_printf ("%s %s", template->language, template->name);

    g_assert_cmpstr (key, ==, expected[i]);
  }
}

/* No mark at all by the shipped rules, in the language that it is said to be in,
 * and nothing left unchecked. */
static void
test_soft (void)
{
  g_autoptr (GPtrArray) templates = find_templates ();
  g_autoptr (ProseRuleSet) rules = prose_rule_store_load (g_getenv ("MELLOW_SHIPPED_RULES"), NULL);
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);

  for (guint i = 0; i < templates->len; i++) {
    const MellowTemplate *template = templates->pdata[i];
    g_autofree char *text = load (template);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    g_autoptr (ProseDocument) document = prose_document_new_from_bytes (bytes, NULL);
    g_autoptr (ProseReport) report = prose_checker_check (checker, document, NULL);
    g_autofree char *marks = prose_diagnostics_to_string (prose_report_get_diagnostics (report));

    g_test_message ("%s", template->path);
    g_assert_cmpstr (marks, ==, "");
    g_assert_cmpstr (prose_report_get_language (report), ==, template->language);
    g_assert_cmpuint (prose_report_get_unchecked (report)->len, ==, 0);
  }
}

/* Each place to fill in is closed, and none stands in another. */
static void
assert_slots (const char *text)
{
  int depth = 0;
  guint n = 0;

  for (; *text != '\0'; text++) {
    depth += (*text == '[') - (*text == ']');
    n += *text == '[';
    g_assert_true (depth == 0 || depth == 1);
  }
  g_assert_cmpint (depth, ==, 0);
  g_assert_cmpuint (n, >, 3);
}

static void
test_ready_to_fill (void)
{
  g_autoptr (GPtrArray) templates = find_templates ();

  for (guint i = 0; i < templates->len; i++) {
    g_autofree char *text = load (templates->pdata[i]);

    g_test_message ("%s", ((MellowTemplate *)templates->pdata[i])->path);
    assert_slots (text);
  }
}

/* --- in the window --- */

static MellowTemplateDialog *
find_chooser (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_TEMPLATE_DIALOG (l->data))
      return l->data;

  return NULL;
}

static void
open_dialog (Fixture *fixture)
{
  activate (fixture, "win.new-from-template");
  wait_until (find_chooser () != NULL && gtk_window_is_active (GTK_WINDOW (find_chooser ())));
}

static char *
dup_preview (void)
{
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (find_widget (find_chooser (), GTK_TYPE_TEXT_VIEW));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static char *
dup_selection (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
test_preview_and_use (Fixture *fixture)
{
  g_autofree char *preview = NULL;
  g_autofree char *slot = NULL;

  open_dialog (fixture);
  preview = dup_preview ();
  g_assert_true (g_str_has_prefix (preview, "Subject: Your [product]"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_chooser ()), "template.use", NULL));
  wait_until (find_chooser () == NULL);

  assert_text (fixture->buffer, preview);
  slot = dup_selection (fixture->buffer);
  g_assert_cmpstr (slot, ==, "[product]");
  g_assert_false (mellow_draft_is_modified (fixture->draft));
  type_text (fixture->buffer, "tent");
  g_assert_true (mellow_draft_is_modified (fixture->draft));
}

/* What is written already stays in its tab. */
static void
test_a_tab_of_its_own (Fixture *fixture)
{
  GtkTextBuffer *before = fixture->buffer;

  type_text (before, "Good morning.");
  open_dialog (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_chooser ()), "template.use", NULL));
  wait_until (find_chooser () == NULL);
  assert_text (before, "Good morning.");
  follow_window (fixture);
  g_assert_true (fixture->buffer != before);
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), >, 100);
}

static void
test_another_language (Fixture *fixture)
{
  g_autofree char *preview = NULL;

  open_dialog (fixture);
  gtk_drop_down_set_selected (find_widget (find_chooser (), GTK_TYPE_DROP_DOWN), 0);
  preview = dup_preview ();
  g_assert_true (g_str_has_prefix (preview, "Emne: [Varen]"));
  gtk_window_close (GTK_WINDOW (find_chooser ()));
  wait_until (find_chooser () == NULL);
}

static void
assert_slot (Fixture *fixture, const char *expected)
{
  g_autofree char *slot = NULL;

  activate (fixture, "win.next-slot");
  slot = dup_selection (fixture->buffer);
  g_assert_cmpstr (slot, ==, expected);
}

static void
fill_slot (GtkTextBuffer *buffer, const char *text)
{
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  type_text (buffer, text);
}

/* From one place to the next, and round; a bracket alone is none. */
static void
test_next_slot (Fixture *fixture)
{
  type_text (fixture->buffer, "Æble [varen] og [pris]. Se [");
  assert_slot (fixture, "[varen]");
  fill_slot (fixture->buffer, "te");
  assert_text (fixture->buffer, "Æble te og [pris]. Se [");
  assert_slot (fixture, "[pris]");
  assert_slot (fixture, "[pris]");
  fill_slot (fixture->buffer, "12");
  assert_slot (fixture, "");
  assert_text (fixture->buffer, "Æble te og 12. Se [");
}

static void
test_with_keys (Fixture *fixture)
{
  g_autofree char *text = NULL;

  if (!has_hand ())
    return;

  use_hand ("key", "ctrl+shift+n", NULL);
  wait_until (find_chooser () != NULL && gtk_window_is_active (GTK_WINDOW (find_chooser ())));
  use_hand ("key", "Down", "Down", "Return", NULL);
  wait_until (find_chooser () == NULL);
  wait_until (gtk_text_buffer_get_has_selection (fixture->buffer));
  use_hand ("type", "Cold feet?", NULL);
  wait_until (!gtk_text_buffer_get_has_selection (fixture->buffer));
  use_hand ("key", "ctrl+j", NULL);
  wait_until (gtk_text_buffer_get_has_selection (fixture->buffer));
  use_hand ("key", "ctrl+shift+n", NULL);
  wait_until (find_chooser () != NULL && gtk_window_is_active (GTK_WINDOW (find_chooser ())));
  use_hand ("key", "Escape", NULL);
  wait_until (find_chooser () == NULL);
  follow_window (fixture);
  text = dup_text (fixture->buffer);
  g_assert_true (g_str_has_prefix (text, "Cold feet?\n\n[Product]"));
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/every-kind-in-every-language", test_every_kind_in_every_language);
  g_test_add_func ("/template/soft", test_soft);
  g_test_add_func ("/template/ready-to-fill", test_ready_to_fill);
  add ("/template/preview-and-use", test_preview_and_use, fixed);
  add ("/template/a-tab-of-its-own", test_a_tab_of_its_own, fixed);
  add ("/template/another-language", test_another_language, fixed);
  add ("/template/next-slot", test_next_slot, fixed);
  add ("/template/with-keys", test_with_keys, fixed);

  return g_test_run ();
}

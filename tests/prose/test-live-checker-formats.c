/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The live checker in files of other formats than plain text. */

#include "live-session.h"
#include "toy-format.h"

static void
test_marks_stand_in_the_file (Session *session, gconstpointer unused)
{
  set_text (session, "So act <b>now</b>!\n= Act now!\nB&;r {Act now!} only 3 left.\n");
  set_format (session, get_toy_format ());
  assert_string (prose_diagnostics_to_string (session->marks),
                 "3-13 command.act-now, 36-43 command.act-now, 46-57 scarcity.only-n-left");
  assert_sound (session);
  assert_string (prose_live_checker_dup_copy (session->live, (ProseSpan){ 3, 13 }), "act now");
  assert_string (prose_live_checker_dup_copy (session->live, (ProseSpan){ 30, 57 }),
                 "Bær  only 3 left");
}

/* What is opened far ahead of a mark reaches it, and lets it go again. */
static void
test_an_edit_reaches_far (Session *session, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("Hello.\n");

  set_format (session, get_toy_format ());
  for (guint i = 0; i < 50; i++)
    g_string_append (text, "Act now!\n");
  set_text (session, text->str);
  g_assert_cmpuint (session->marks->len, ==, 50);
  insert (session, 2, "(*");
  g_assert_cmpuint (session->marks->len, ==, 0);
  insert (session, session->text->len - 5, "*)");
  assert_sound (session);
  erase (session, (ProseSpan){ 2, 4 });
  g_assert_cmpuint (session->marks->len, ==, 49);
  assert_sound (session);
  insert (session, 7, "@da\n");
  g_assert_cmpuint (session->marks->len, ==, 0);
  assert_sound (session);
}

/* A block of a file may have texts in several languages. */
static void
test_languages_of_a_block (Session *session, gconstpointer unused)
{
  set_format (session, prose_format_find ("markdown"));
  set_text (session,
            "- This is what you get for the price of one: only 3 lamps left.\n"
            "- Det er ikke det samme som i går, og der er kun 3 tilbage til dig, hvis du vil.\n");
  assert_sound (session);
  assert_string (prose_diagnostics_to_string (session->marks),
                 "45-62 scarcity.only-n-left, 110-123 scarcity.kun-n");
}

/* A change of the format keeps the text. */
static void
test_changing_the_format (Session *session, gconstpointer unused)
{
  set_text (session, "Act <now>! Act now!");
  g_assert_cmpuint (session->marks->len, ==, 1);
  set_format (session, get_toy_format ());
  assert_sound (session);
  set_format (session, prose_format_get_text ());
  assert_sound (session);
}

static void
edit_format_at_random (Session *session,
                       const ProseFormat *format,
                       const char *const *marks,
                       guint n_marks,
                       guint n_edits)
{
  set_format (session, format);
  for (guint i = 0; i < n_edits; i++) {
    if (g_test_rand_int_range (0, 3) == 0 && session->text->len < 1500)
      insert (session, pick_offset (session), marks[g_test_rand_int_range (0, n_marks)]);
    else
      edit_at_random (session);
    assert_sound (session);
  }
}

static void
test_random_edits_of_a_format (Session *session, gconstpointer unused)
{
  static const char *const marks[] = {
    "<", ">", "<b>", "|", "|", "&;", "{", "}", "(*", "*)", "\n+", "\n-", "\n@da\n", "\n=", "\n",
  };

  edit_format_at_random (session, get_toy_format (), marks, G_N_ELEMENTS (marks), 6000);
}

static void
test_random_edits_of_html (Session *session, gconstpointer unused)
{
  static const char *const marks[] = {
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<h1>",
    "</h1>",
    "<div class=terms>",
    "</div>",
    "<a class=btn>",
    "</a>",
    "<small>",
    "<br>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<svg>",
    "</svg>",
    "<p lang=da>",
    "<html lang=da>",
    "<img alt='Act now'>",
    "<p title=\"",
    "\">",
    "&amp;",
    "{{",
    "}}",
    "<%",
    "%>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<",
    ">",
    "<text>",
    "<li>",
    "<button>",
  };

  edit_format_at_random (session, prose_format_find ("html"), marks, G_N_ELEMENTS (marks), 4000);
}

static void
test_random_edits_of_markdown (Session *session, gconstpointer unused)
{
  static const char *const marks[] = {
    "\n\n",
    "\n",
    "\n\n- ",
    "\n  ",
    "\n# ",
    "\n```\n",
    "\n~~~\n",
    "<!--",
    "\n<!--",
    "-->",
    "*",
    "**",
    "`",
    "[",
    "](x)",
    "][",
    "![",
    "&amp;",
    "\\",
    "  \n",
    "\n> ",
    "\n---\n",
    "\n\n<script>\n",
    "</script>\n",
    "---\ntitle: x\n",
    "\n[Act now]\n",
    "\n\n    ",
    "<div>\n",
    "|a|b|\n|---|---|\n",
  };

  edit_format_at_random (session, prose_format_find ("markdown"), marks, G_N_ELEMENTS (marks),
                         4000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("marks-stand-in-the-file", test_marks_stand_in_the_file);
  add_test ("an-edit-reaches-far", test_an_edit_reaches_far);
  add_test ("languages-of-a-block", test_languages_of_a_block);
  add_test ("changing-the-format", test_changing_the_format);
  add_test ("random-edits-of-a-format", test_random_edits_of_a_format);
  add_test ("random-edits-of-html", test_random_edits_of_html);
  add_test ("random-edits-of-markdown", test_random_edits_of_markdown);

  return g_test_run ();
}

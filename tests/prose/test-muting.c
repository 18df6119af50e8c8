/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prose-fixture.h"

#include <string.h>

#include "text/prose-directive.h"
#include "text/prose-muting.h"

static const char paragraph[] = "Æble <!-- mellow off scarcity --> act <!-- mellow on --> now";

static guint
find (const char *word)
{
  return strstr (paragraph, word) - paragraph;
}

static void
test_takes_directives_out_of_the_copy (void)
{
  g_autoptr (ProseMuting) muting = prose_muting_new ();
  g_autoptr (GArray) tokens = tokenize (paragraph);
  const char *words[] = { "Æble", "act", "now" };

  prose_muting_read (muting, paragraph, strlen (paragraph), tokens);
  g_assert_cmpuint (tokens->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < tokens->len; i++)
    assert_string (dup_span (paragraph, g_array_index (tokens, ProseToken, i).span), words[i]);
}

static void
test_mutes_between_directives (void)
{
  g_autoptr (ProseMuting) muting = prose_muting_new ();
  g_autoptr (GArray) tokens = tokenize (paragraph);

  prose_muting_read (muting, paragraph, strlen (paragraph), tokens);
  g_assert_false (prose_muting_has (muting, 0, "scarcity.only-n-left"));
  g_assert_true (prose_muting_has (muting, find ("act"), "scarcity.only-n-left"));
  g_assert_false (prose_muting_has (muting, find ("act"), "command.act-now"));
  g_assert_false (prose_muting_has (muting, find ("now"), "scarcity.only-n-left"));
  g_assert_null (prose_muting_get_at (muting, G_MAXUINT));
}

/* What is muted at the start is carried on to where a directive says otherwise. */
static void
test_goes_on_from_the_paragraph_before (void)
{
  g_autoptr (ProseMuting) muting = prose_muting_new ();
  g_autoptr (GArray) tokens = tokenize (paragraph);

  prose_muting_read (muting, paragraph, strlen (paragraph), tokens);
  prose_muting_set_start (muting, PROSE_MUTED_ALL);
  g_assert_true (prose_muting_has (muting, 0, "command.act-now"));
  g_assert_true (prose_muting_has (muting, find ("act"), "command.act-now"));
  g_assert_false (prose_muting_has (muting, find ("now"), "command.act-now"));

  g_array_set_size (tokens, 0);
  prose_muting_read (muting, "now", 3, tokens);
  g_assert_false (prose_muting_has (muting, 0, "command.act-now"));
  prose_muting_set_start (muting, PROSE_MUTED_ALL);
  g_assert_cmpstr (prose_muting_get_at (muting, G_MAXUINT), ==, PROSE_MUTED_ALL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/muting/takes-directives-out-of-the-copy",
                   test_takes_directives_out_of_the_copy);
  g_test_add_func ("/muting/mutes-between-directives", test_mutes_between_directives);
  g_test_add_func ("/muting/goes-on-from-the-paragraph-before",
                   test_goes_on_from_the_paragraph_before);

  return g_test_run ();
}

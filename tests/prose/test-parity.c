/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By the shipped rules, since it is their packs that have to agree. */

#include "tone/prose-parity.h"

#include <string.h>

#include "formats/prose-translation.h"
#include "prose-fixture.h"
#include "shipped-packs.h"

static ProseRuleSet *rules;

/* --- notation --- */

/* What differs, the gravest first: `pressure-added deadline, warmth-lost choice`. */
static char *
findings_to_string (const ProseParity *parity)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < parity->findings->len; i++) {
    const ProseParityFinding *finding = parity->findings->pdata[i];

    g_string_append_printf (string, "%s%s", i > 0 ? ", " : "",
                            prose_parity_kind_to_string (finding->kind));
    if (finding->family != NULL)
      g_string_append_printf (string, " %s", finding->family);
  }
  return g_string_free (string, FALSE);
}

static GPtrArray *
read_segments (const char *format, const char *text)
{
  return prose_format_read (prose_format_find (format), text, strlen (text));
}

/* The parity of two plain texts. */
static ProseParity *
compare (const char *source_language,
         const char *source,
         const char *target_language,
         const char *target)
{
  g_autoptr (GPtrArray) before = read_segments ("text", source);
  g_autoptr (GPtrArray) after = read_segments ("text", target);
  g_autoptr (GPtrArray) pairs = prose_parity_pairs_align (before, after);

  return prose_parity_new (rules, pairs, source_language, target_language);
}

static ProseParity *
compare_po (const char *po)
{
  g_autoptr (GPtrArray) segments = read_segments ("po", po);
  g_autoptr (GPtrArray) pairs = prose_parity_pairs_new (segments);

  return prose_parity_new (rules, pairs, NULL, NULL);
}

/* What is paired with what: `a – b, c – `. */
static char *
pairs_to_string (GPtrArray *pairs)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++) {
    const ProseParityPair *pair = pairs->pdata[i];
    const ProseSegment *sides[] = { pair->source, pair->target };
    g_auto (GStrv) words = g_new0 (char *, G_N_ELEMENTS (sides) + 1);
    g_autofree char *line = NULL;

    for (guint k = 0; k < G_N_ELEMENTS (sides); k++)
      words[k] =
          g_strstrip (g_strdup (sides[k] != NULL ? prose_copy_get_text (sides[k]->copy) : "…"));
    line = g_strjoinv (" – ", words);
    g_string_append_printf (string, "%s%s", i > 0 ? "\n" : "", line);
  }
  return g_string_free (string, FALSE);
}

static char *
skipped_to_string (const ProseParity *parity)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < parity->skipped->len; i++) {
    const ProseParitySkip *skip = parity->skipped->pdata[i];

    g_string_append_printf (string, "%s%s: %s", i > 0 ? "\n" : "", skip->id, skip->reason);
  }
  return g_string_free (string, FALSE);
}

/* --- the devices --- */

typedef struct {
  const char *language;
  const char *source;
  const char *target;
  const char *expected;
} Pair;

static void
test_pairs (gconstpointer data)
{
  for (const Pair *pair = data; pair->language != NULL; pair++) {
    g_autoptr (ProseParity) parity = compare ("en", pair->source, pair->language, pair->target);
    g_autofree char *found = findings_to_string (parity);

    if (!g_str_equal (found, pair->expected))
      g_test_message ("%s: “%s” → “%s”", pair->language, pair->source, pair->target);
    g_assert_cmpstr (found, ==, pair->expected);
  }
}

/* clang-format off */

#define IN_STOCK "The lamps are in stock."
#define THREE_LEFT "Only 3 lamps left!"
#define BUY_NOW_BEFORE "Buy now before it is too late!"

static const Pair pressure_added[] = {
  { "da", IN_STOCK, "Kun 3 lamper tilbage!", "pressure-added scarcity" },
  { "de", IN_STOCK, "Nur noch 3 Lampen auf Lager!", "pressure-added scarcity" },
  { "sv", IN_STOCK, "Bara 3 lampor kvar!", "pressure-added scarcity" },
  { "nb", IN_STOCK, "Bare 3 lamper igjen!", "pressure-added scarcity" },
  { "fr", IN_STOCK, "Plus que 3 lampes en stock !", "pressure-added scarcity" },
  { "es", IN_STOCK, "¡Solo quedan 3 lámparas!", "pressure-added scarcity" },
  { "da", "A lamp for the reading corner.", "Køb nu: en lampe til læsehjørnet.", "pressure-added buy-command" },
  { "da", "Read more", "Køb nu", "pressure-added buy-command" },
  { "da", "Delivered today", "LEVERES I DAG!!!", "pressure-added shouting" },
  /* The same tone in other words, on both sides a label, capitals on both. */
  { "da", THREE_LEFT, "Kun 3 lamper tilbage!", "" },
  { "de", THREE_LEFT, "Nur noch 3 Lampen auf Lager!", "" },
  { "sv", THREE_LEFT, "Bara 3 lampor kvar!", "" },
  { "fr", THREE_LEFT, "Plus que 3 lampes en stock !", "" },
  { "es", THREE_LEFT, "¡Solo quedan 3 lámparas!", "" },
  { "da", "Buy now", "Køb nu", "" },
  { "de", "Buy now", "Jetzt kaufen", "" },
  { "sv", "Buy now", "Köp nu", "" },
  { "fr", "Buy now", "Acheter maintenant", "" },
  { "es", "Buy now", "Comprar ahora", "" },
  { "da", "DELIVERED TODAY", "LEVERES I DAG", "" },
  /* One phrase in one pack, two devices in another. */
  { "da", BUY_NOW_BEFORE, "Køb nu, før det er for sent!", "" },
  { "de", BUY_NOW_BEFORE, "Jetzt kaufen, bevor es zu spät ist!", "" },
  { "fr", BUY_NOW_BEFORE, "Achetez maintenant avant qu’il ne soit trop tard !", "" },
  { "es", BUY_NOW_BEFORE, "¡Compre ahora antes de que sea demasiado tarde!", "" },
  { "de", "The offer ends tonight.", "Jetzt kaufen: Das Angebot endet heute Abend!", "pressure-added buy-command" },
  /* A deadline here, a countdown there. */
  { "nb", "Last chance: the offer ends tonight!", "Siste sjanse: tilbudet slutter i kveld!", "" },
  { NULL },
};

static const Pair pressure_lost[] = {
  { "da", THREE_LEFT, "Lamperne er på lager.", "pressure-lost scarcity" },
  { "de", THREE_LEFT, "Die Lampen sind auf Lager.", "pressure-lost scarcity" },
  { "sv", THREE_LEFT, "Lamporna finns i lager.", "pressure-lost scarcity" },
  { "fr", THREE_LEFT, "Les lampes sont en stock.", "pressure-lost scarcity" },
  { "es", THREE_LEFT, "Las lámparas están disponibles.", "pressure-lost scarcity" },
  /* A plain date is none. */
  { "da", "The offer runs until 31 December.", "Tilbuddet gælder til 31. december.", "" },
  { "de", "The offer runs until 31 December.", "Das Angebot gilt bis zum 31. Dezember.", "" },
  { "sv", "The offer runs until 31 December.", "Erbjudandet gäller till 31 december.", "" },
  { "fr", "The offer runs until 31 December.", "L'offre est valable jusqu'au 31 décembre.", "" },
  { "es", "The offer runs until 31 December.", "La oferta es válida hasta el 31 de diciembre.", "" },
  { NULL },
};

#define LIKE_TO_SEE "Would you like to see how it works?"

static const Pair questions[] = {
  { "da", LIKE_TO_SEE, "Køb nu!", "question-to-command buy-command" },
  { "sv", LIKE_TO_SEE, "Köp nu!", "question-to-command" },
  { "fr", LIKE_TO_SEE, "Achetez maintenant !", "question-to-command buy-command" },
  { "es", LIKE_TO_SEE, "¡Compra ahora!", "question-to-command buy-command" },
  /* No mark, but a verb that commands, or a cry. */
  { "da", LIKE_TO_SEE, "Se hvordan det virker nu!", "question-to-command" },
  { "de", LIKE_TO_SEE, "Jetzt kaufen!", "question-to-command" },
  { "de", LIKE_TO_SEE, "Sehen Sie, wie es funktioniert.", "question-to-command small-step" },
  { "sv", LIKE_TO_SEE, "Se hur det fungerar.", "question-to-command small-step" },
  { "fr", LIKE_TO_SEE, "Voyez comment ça marche.", "question-to-command small-step" },
  { "es", LIKE_TO_SEE, "Mira cómo funciona.", "question-to-command small-step" },
  /* What presses stands for a question only if there is not much else. */
  { "da", LIKE_TO_SEE, "Kun 3 lamper tilbage!", "question-to-command scarcity" },
  /* Still a question; and a heading that is none. */
  { "da", LIKE_TO_SEE, "Vil du se, hvordan det virker?", "" },
  { "de", LIKE_TO_SEE, "Möchtest du sehen, wie es funktioniert?", "" },
  { "sv", LIKE_TO_SEE, "Vill du se hur det fungerar?", "" },
  { "fr", LIKE_TO_SEE, "Voulez-vous voir comment ça marche ?", "" },
  { "es", LIKE_TO_SEE, "¿Quieres ver cómo funciona?", "" },
  { "da", "Questions?", "Spørgsmål", "" },
  { NULL },
};

#define TAKE_YOUR_TIME "Take your time. You are welcome to ask us."

static const Pair warmth[] = {
  { "da", TAKE_YOUR_TIME, "Lamperne leveres.", "warmth-lost choice" },
  { "de", TAKE_YOUR_TIME, "Die Lampen werden geliefert.", "warmth-lost choice" },
  { "sv", TAKE_YOUR_TIME, "Lamporna levereras.", "warmth-lost choice" },
  { "fr", TAKE_YOUR_TIME, "Les lampes sont livrées.", "warmth-lost choice" },
  { "es", TAKE_YOUR_TIME, "Las lámparas se envían.", "warmth-lost choice" },
  { "da", "What matters most to you?", "Det vigtigste.", "warmth-lost need-question" },
  /* One phrase is not missed. */
  { "da", "Read more", "Lamper", "" },
  { "da", TAKE_YOUR_TIME, "Tag dig god tid. Du er velkommen til at spørge os.", "" },
  { "de", TAKE_YOUR_TIME, "Lass dir Zeit. Frag uns gerne.", "" },
  { "sv", TAKE_YOUR_TIME, "Ta god tid på dig. Fråga oss gärna.", "" },
  { "fr", TAKE_YOUR_TIME, "Prenez votre temps. N'hésitez pas à nous poser vos questions.", "" },
  { "es", TAKE_YOUR_TIME, "Tómate tu tiempo. Pregúntanos lo que quieras.", "" },
  { NULL },
};

#define BEST "The best lamp in the world."
#define PERHAPS_BEST "Perhaps the best lamp in the world."
#define COSTS_NOTHING "You can cancel at any time, and it costs nothing."

static const Pair claims[] = {
  { "da", "A good lamp.", "Verdens bedste lampe.", "claim-strengthened superlative" },
  { "de", "A good lamp.", "Die beste Lampe der Welt.", "claim-strengthened superlative" },
  { "sv", "A good lamp.", "Världens bästa lampa.", "claim-strengthened superlative" },
  { "fr", "A good lamp.", "La meilleure lampe du monde.", "claim-strengthened superlative" },
  { "es", "A good lamp.", "La mejor lámpara del mundo.", "claim-strengthened superlative" },
  { "da", PERHAPS_BEST, "Verdens bedste lampe.", "claim-strengthened superlative" },
  { "de", PERHAPS_BEST, "Die beste Lampe der Welt.", "claim-strengthened superlative" },
  { "da", BEST, "En god lampe.", "claim-weakened superlative" },
  { "de", BEST, "Eine gute Lampe.", "claim-weakened superlative" },
  { "sv", BEST, "En bra lampa.", "claim-weakened superlative" },
  { "fr", BEST, "Une bonne lampe.", "claim-weakened superlative" },
  { "es", BEST, "Una buena lámpara.", "claim-weakened superlative" },
  { "da", BEST, "Måske verdens bedste lampe.", "claim-weakened superlative" },
  { "da", BEST, "Verdens bedste lampe.", "" },
  { "de", BEST, "Die beste Lampe der Welt.", "" },
  { "sv", BEST, "Världens bästa lampa.", "" },
  { "fr", BEST, "La meilleure lampe du monde.", "" },
  { "es", BEST, "La mejor lámpara del mundo.", "" },
  { "da", PERHAPS_BEST, "Måske verdens bedste lampe.", "" },
  { "de", PERHAPS_BEST, "Vielleicht die beste Lampe der Welt.", "" },
  /* Packs do not agree on which delivery is worth a word. */
  { "sv", "Free delivery on all orders.", "Fri frakt på alla beställningar.", "" },
  { "es", "Free delivery on all orders.", "Envío gratis en todos los pedidos.", "" },
  { "da", COSTS_NOTHING, "Du kan opsige når som helst, og det koster ikke noget.", "" },
  { "de", COSTS_NOTHING, "Sie können jederzeit kündigen, und es kostet nichts.", "" },
  { "sv", COSTS_NOTHING, "Du kan säga upp när som helst, och det kostar ingenting.", "" },
  { "nb", COSTS_NOTHING, "Du kan si opp når som helst, og det koster ingenting.", "" },
  { "fr", COSTS_NOTHING, "Vous pouvez résilier à tout moment, et cela ne coûte rien.", "" },
  { "es", COSTS_NOTHING, "Puede cancelar en cualquier momento, y no cuesta nada.", "" },
  { NULL },
};

/* clang-format on */

static void
test_from_other_languages_into_english (void)
{
  g_autoptr (ProseParity) parity = compare ("da", "Lamperne er på lager.", "en", THREE_LEFT);
  g_autoptr (ProseParity) same = compare ("da", "Kun 3 lamper tilbage!", "en", THREE_LEFT);

  assert_string (findings_to_string (parity), "pressure-added scarcity");
  assert_string (findings_to_string (same), "");
}

/* --- what a finding tells --- */

static void
test_words_places_and_sentence (void)
{
  g_autoptr (ProseParity) parity =
      compare ("en", "Ærø: " THREE_LEFT, "da", "Ærø: lamperne er på lager.");
  const ProseParityFinding *finding;

  g_assert_cmpuint (parity->findings->len, ==, 1);
  finding = parity->findings->pdata[0];
  g_assert_cmpstr (finding->source_words, ==, "Only 3 lamps left");
  g_assert_null (finding->target_words);
  g_assert_cmpuint (finding->source.start, ==, 7);
  g_assert_cmpuint (finding->source.end, ==, 24);
  g_assert_cmpuint (finding->target.end, ==, strlen ("Ærø: lamperne er på lager."));
  g_assert_cmpstr (finding->message, ==,
                   "“Only 3 lamps left” presses, and the translation does not (scarcity)");
}

static void
test_meters_of_both_texts (void)
{
  g_autoptr (ProseParity) parity = compare ("en", IN_STOCK, "da", "Kun 3 lamper tilbage!");

  g_assert_cmpuint (parity->n_compared, ==, 1);
  g_assert_cmpfloat (prose_tone_summary_new (&parity->source).pressure, ==, 0);
  g_assert_cmpfloat (prose_tone_summary_new (&parity->target).pressure, >, 50);
}

/* What is read first comes first. */
static void
test_headings_weigh_more (void)
{
  g_autoptr (GPtrArray) before =
      read_segments ("html", "<p>" IN_STOCK "</p><h1>The lamps are in stock</h1>");
  g_autoptr (GPtrArray) after =
      read_segments ("html", "<p>Kun 3 lamper tilbage!</p><h1>Kun 4 lamper tilbage</h1>");
  g_autoptr (GPtrArray) pairs = prose_parity_pairs_align (before, after);
  g_autoptr (ProseParity) parity = prose_parity_new (rules, pairs, "en", "da");
  const ProseParityFinding *finding;

  assert_string (findings_to_string (parity), "pressure-added scarcity, pressure-added scarcity");
  finding = parity->findings->pdata[0];
  g_assert_cmpstr (finding->target_words, ==, "Kun 4 lamper tilbage");
}

static char *
dup_key (const char *source, const char *target)
{
  g_autoptr (ProseParity) parity = compare ("en", source, "da", target);

  g_assert_cmpuint (parity->findings->len, ==, 1);
  return g_strdup (((const ProseParityFinding *)parity->findings->pdata[0])->key);
}

/* By its key a finding stays dismissed as long as neither text changes. */
static void
test_keys (void)
{
  g_autofree char *key = dup_key (IN_STOCK, "Kun 3 lamper tilbage!");
  g_autofree char *again = dup_key (IN_STOCK, "Kun 3 lamper tilbage!");
  g_autofree char *other = dup_key (IN_STOCK, "Kun 4 lamper tilbage!");

  g_assert_cmpstr (key, ==, again);
  g_assert_cmpstr (key, !=, other);
  g_assert_cmpuint (strlen (key), ==, 24);
}

static const ProseParityFinding *
get_finding (const ProseParity *parity, guint i)
{
  return parity->findings->pdata[i];
}

/* Two differences of one kind in a unit are told apart. */
static void
test_keys_of_one_kind (void)
{
  g_autoptr (ProseParity) parity =
      compare ("en", "This may be the best lamp, perhaps from 3 pounds.", "da",
               "Danmarks bedste lampe, garanteret! Kun 3 tilbage, og kun i dag!");

  for (guint i = 0; i < parity->findings->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (get_finding (parity, i)->key, !=, get_finding (parity, k)->key);
}

/* What is dismissed is out of the list, and not forgotten. */
static void
test_dismissed (void)
{
  g_autoptr (ProseParity) parity = compare ("en", IN_STOCK, "da", "Kun 3 lamper tilbage!");
  g_autoptr (GPtrArray) dismissals = prose_dismissals_new ();

  g_ptr_array_add (dismissals, prose_dismissal_new ("no such key", "pressure-added"));
  prose_parity_leave_out (parity, dismissals);
  g_assert_cmpuint (parity->findings->len, ==, 1);
  g_ptr_array_add (dismissals,
                   prose_dismissal_new (get_finding (parity, 0)->key, "pressure-added"));
  prose_parity_leave_out (parity, dismissals);
  g_assert_cmpuint (parity->findings->len, ==, 0);
  g_assert_cmpuint (parity->dismissed->len, ==, 1);
}

/* --- files of translations --- */

#define HEADER "msgid \"\"\nmsgstr \"Language: da\\n\"\n\n"

static void
test_a_po_file (void)
{
  g_autoptr (ProseParity) parity = compare_po (HEADER "msgid \"The lamps are in stock.\"\n"
                                                      "msgstr \"Kun 3 lamper tilbage!\"\n\n"
                                                      "msgid \"Would you like some help?\"\n"
                                                      "msgstr \"Køb nu!\"\n\n"
                                                      "msgid \"Not yet there\"\n"
                                                      "msgstr \"\"\n\n"
                                                      "msgid \"This one stayed as it was\"\n"
                                                      "msgstr \"This one stayed as it was\"\n\n"
                                                      "msgid \"Mellow\"\n"
                                                      "msgstr \"Mellow\"\n");

  g_assert_cmpstr (parity->source_language, ==, "en");
  g_assert_cmpstr (parity->target_language, ==, "da");
  assert_string (findings_to_string (parity),
                 "question-to-command buy-command, pressure-added scarcity");
  assert_string (skipped_to_string (parity), "Not yet there: it is not translated\n"
                                             "This one stayed as it was: the translation is the "
                                             "original");
}

static void
test_plural_forms (void)
{
  g_autoptr (GPtrArray) segments = read_segments ("po", HEADER "msgid \"One lamp\"\n"
                                                               "msgid_plural \"%d lamps\"\n"
                                                               "msgstr[0] \"En lampe\"\n"
                                                               "msgstr[1] \"%d lamper\"\n"
                                                               "msgstr[2] \"Mange lamper\"\n");
  g_autoptr (GPtrArray) pairs = prose_parity_pairs_new (segments);

  assert_string (pairs_to_string (pairs),
                 "One lamp – En lampe\n%d lamps – %d lamper\n%d lamps – Mange lamper");
}

static void
test_a_language_without_rules (void)
{
  g_autoptr (ProseParity) parity =
      compare_po ("msgid \"\"\nmsgstr \"Language: fi\\n\"\n\n"
                  "msgid \"" THREE_LEFT "\"\nmsgstr \"Vain 3 lamppua jäljellä!\"\n");

  assert_string (findings_to_string (parity), "");
  assert_string (skipped_to_string (parity),
                 THREE_LEFT ": there are no rules for the language of the translation");
}

/* However often the forms change, it is one finding. */
static void
test_two_forms_of_address (void)
{
  g_autoptr (ProseParity) parity =
      compare_po (HEADER "msgid \"Do you read?\"\nmsgstr \"Læser du?\"\n\n"
                         "msgid \"Do you see your lamp?\"\nmsgstr \"Kan du se din lampe?\"\n\n"
                         "msgid \"We help you.\"\nmsgstr \"Vi hjælper dig.\"\n\n"
                         "msgid \"Now you can read.\"\nmsgstr \"Nu kan De læse.\"\n");
  const ProseParityFinding *finding;

  assert_string (findings_to_string (parity), "address-mixed");
  finding = parity->findings->pdata[0];
  g_assert_cmpstr (finding->message, ==, "the reader is “du” in 3 units and “De” in 1");
  g_assert_cmpstr (finding->target_words, ==, "De");
  g_assert_cmpuint (finding->places->len, ==, 1);
  g_assert_cmpuint (finding->target.start, ==, g_array_index (finding->places, ProseSpan, 0).start);
  g_assert_cmpstr (finding->form, ==, "du");
  g_assert_cmpuint (finding->count, ==, 3);
  g_assert_true (prose_span_is_empty (finding->unit));
}

#define XLIFF                                                                                      \
  "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"da\"><body>"              \
  "<trans-unit id=\"0\"><source>Lamps</source><target>Lamper til alle</target></trans-unit>"       \
  "<trans-unit id=\"1\" maxwidth=\"%u\" size-unit=\"char\"><source>Lamps</source>"                 \
  "<target>Blå lys</target></trans-unit></body></file></xliff>"

static ProseParity *
compare_limited (guint limit)
{
  const ProseFormat *format = prose_format_find ("xliff");
  g_autofree char *text = g_strdup_printf (XLIFF, limit);
  g_autoptr (GPtrArray) segments = read_segments ("xliff", text);
  g_autoptr (GPtrArray) pairs = prose_parity_pairs_new (segments);
  g_autoptr (GPtrArray) units = prose_translation_read (format, text, strlen (text));

  prose_parity_pairs_set_limits (pairs, units);
  return prose_parity_new (rules, pairs, NULL, NULL);
}

/* The description of an image is compared by itself, and does not part the text around it. */
static void
test_text_in_code (void)
{
  g_autoptr (GPtrArray) segments = read_segments (
      "xliff", "<trans-unit id='1'><source>a<ph>x<sub>b</sub></ph> c</source>"
               "<target><ph><sub>B</sub></ph>A C</target></trans-unit>"
               "<trans-unit id='2'><source>d<ph><sub>e</sub></ph></source></trans-unit>");
  g_autoptr (GPtrArray) pairs = prose_parity_pairs_new (segments);

  assert_string (pairs_to_string (pairs), "a c – A C\nd – …\nb – B");
}

static void
test_a_length_limit (void)
{
  g_autoptr (ProseParity) fits = compare_limited (7);
  g_autoptr (ProseParity) breaks = compare_limited (6);

  assert_string (findings_to_string (fits), "");
  assert_string (findings_to_string (breaks), "too-long");
  g_assert_cmpstr (((const ProseParityFinding *)breaks->findings->pdata[0])->message, ==,
                   "7 characters, where 6 are allowed");
  g_assert_cmpuint (get_finding (breaks, 0)->count, ==, 7);
  g_assert_cmpuint (get_finding (breaks, 0)->limit, ==, 6);
}

/* What a directive switches off is not compared. */
static void
test_a_directive (void)
{
  g_autoptr (ProseParity) parity =
      compare ("en", IN_STOCK, "da", "<!-- mellow off --> Kun 3 lamper tilbage!");

  assert_string (findings_to_string (parity), "");
}

/* --- two texts --- */

static void
assert_aligned (const char *format, const char *source, const char *target, const char *expected)
{
  g_autoptr (GPtrArray) before = read_segments (format, source);
  g_autoptr (GPtrArray) after = read_segments (format, target);
  g_autoptr (GPtrArray) pairs = prose_parity_pairs_align (before, after);

  assert_string (pairs_to_string (pairs), expected);
}

static void
test_texts_of_the_same_build (void)
{
  assert_aligned ("text", "", "", "");
  assert_aligned ("text", "Lamps.\n\nChairs.\n", "Lamper.\n\nStole.\n",
                  "Lamps. – Lamper.\nChairs. – Stole.");
  assert_aligned ("html", "<h1>Lamps</h1><p>They light.</p>", "<h1>Lamper</h1><p>De lyser.</p>",
                  "Lamps – Lamper\nThey light. – De lyser.");
}

static void
test_a_part_without_its_like (void)
{
  assert_aligned ("text",
                  "We have made lamps in a small workshop since 1972, and we still do.\n\n"
                  "Delivery takes 3 days.\n\nReturns within 30 days.\n",
                  "Levering tager 3 dage.\n\nRetur inden for 30 dage.\n",
                  "We have made lamps in a small workshop since 1972, and we still do. – …\n"
                  "Delivery takes 3 days. – Levering tager 3 dage.\n"
                  "Returns within 30 days. – Retur inden for 30 dage.");
  assert_aligned ("text", "", "Lamper.\n", "… – Lamper.");
}

/* What is missing in one section does not shift the next. */
static void
test_headings_first (void)
{
  assert_aligned (
      "html",
      "<h2>Lamps</h2><p>Blue.</p><p>Red ones for the hall, too.</p><h2>Chairs</h2><p>Green.</p>",
      "<h2>Lamper</h2><p>Blå.</p><h2>Stole</h2><p>Grøn.</p><p>Rød.</p>",
      "Lamps – Lamper\nBlue. – Blå.\nRed ones for the hall, too. – …\nChairs – Stole\nGreen. – "
      "Grøn.\n… – "
      "Rød.");
}

/* Two long texts that are built unlike each other end in good time. */
static void
test_long_texts (void)
{
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (GString) target = g_string_new (NULL);
  g_autoptr (GPtrArray) before = NULL, after = NULL, pairs = NULL;

  for (guint i = 0; i < 5000; i++) {
    g_string_append (source, "Lamps.\n\n");
    g_string_append (target, i % 2 ? "Lamper.\n\n" : "Lamper.\n\nStole.\n\n");
  }
  before = read_segments ("text", source->str);
  after = read_segments ("text", target->str);
  pairs = prose_parity_pairs_align (before, after);
  g_assert_cmpuint (pairs->len, ==, 7500);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  rules = load_shipped_rules ();
  g_test_add_data_func ("/parity/pressure-added", pressure_added, test_pairs);
  g_test_add_data_func ("/parity/pressure-lost", pressure_lost, test_pairs);
  g_test_add_data_func ("/parity/question-to-command", questions, test_pairs);
  g_test_add_data_func ("/parity/warmth", warmth, test_pairs);
  g_test_add_data_func ("/parity/claims", claims, test_pairs);
  g_test_add_func ("/parity/from-other-languages-into-english",
                   test_from_other_languages_into_english);
  g_test_add_func ("/parity/words-places-and-sentence", test_words_places_and_sentence);
  g_test_add_func ("/parity/meters-of-both-texts", test_meters_of_both_texts);
  g_test_add_func ("/parity/headings-weigh-more", test_headings_weigh_more);
  g_test_add_func ("/parity/keys", test_keys);
  g_test_add_func ("/parity/keys-of-one-kind", test_keys_of_one_kind);
  g_test_add_func ("/parity/dismissed", test_dismissed);
  g_test_add_func ("/parity/a-po-file", test_a_po_file);
  g_test_add_func ("/parity/plural-forms", test_plural_forms);
  g_test_add_func ("/parity/a-language-without-rules", test_a_language_without_rules);
  g_test_add_func ("/parity/two-forms-of-address", test_two_forms_of_address);
  g_test_add_func ("/parity/text-in-code", test_text_in_code);
  g_test_add_func ("/parity/a-length-limit", test_a_length_limit);
  g_test_add_func ("/parity/a-directive", test_a_directive);
  g_test_add_func ("/parity/texts-of-the-same-build", test_texts_of_the_same_build);
  g_test_add_func ("/parity/a-part-without-its-like", test_a_part_without_its_like);
  g_test_add_func ("/parity/headings-first", test_headings_first);
  g_test_add_func ("/parity/long-texts", test_long_texts);

  status = g_test_run ();
  prose_rule_set_unref (rules);
  return status;
}

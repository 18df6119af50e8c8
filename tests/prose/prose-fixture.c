/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the engine share: a few rules in two languages that never
 * change, ways to make other ones, and notations for what is found. */

#include "prose-fixture.h"

#include <string.h>

#include "text/prose-tokenizer.h"

static const char english_lexicon[] =
    "language: en\n"
    "lists:\n"
    "  negations: [not, never, no, don't, cannot]\n"
    "  numbers: [one, two, three, dozen]\n"
    "  openers: [and, or, but, so, then]\n"
    "  abbreviations: [e.g, etc, approx, mr]\n"
    "  numberers: [\"no\"]\n"
    "  currencies: [kroner]\n"
    "  common: [the, of, to, you, your, now]\n"
    "  reader: [you, your]\n"
    "  seller: [we, our]\n"
    "  hedges: [perhaps, might, rather]\n"
    "  options: [a-an, title-case]\n"
    "sets:\n"
    "  soon: (now|today|right away)\n"
    "  money: (\\$|£|€) {number}|{number} (dollars|pounds|kroner)\n"
    "words:\n"
    "  - class: verb\n"
    "    forms: [infinitive, present, gerund, past, participle]\n"
    "    entries:\n"
    "      - buy buys buying bought bought\n"
    "      - learn learns learning learned/learnt learned/learnt\n"
    "      - remain remains remaining remained remained\n"
    "  - class: noun\n"
    "    forms: [singular, plural]\n"
    "    entries:\n"
    "      - lamp lamps\n"
    "      - café cafés\n"
    "      - scissors -\n";

static const char danish_lexicon[] = "language: da\n"
                                     "lists:\n"
                                     "  negations: [ikke, aldrig, ingen]\n"
                                     "  negations-after: [ikke]\n"
                                     "  numbers: [én, to, tre]\n"
                                     "  openers: [og, eller, men, så]\n"
                                     "  abbreviations: [ca, f.eks, kl, kr, hr]\n"
                                     "  numberers: [nr]\n"
                                     "  enders: [kr]\n"
                                     "  common: [og, i, at, det, en]\n"
                                     "  reader: [du, din, dit, dine]\n"
                                     "  seller: [vi, vores]\n"
                                     "words:\n"
                                     "  - class: verb\n"
                                     "    forms: [infinitive, present, past, participle]\n"
                                     "    entries:\n"
                                     "      - købe køber købte købt\n"
                                     "  - class: noun\n"
                                     "    forms: [gender, singular, definite]\n"
                                     "    entries:\n"
                                     "      - et æble æblet\n";

static const char german_lexicon[] = "language: de\n"
                                     "lists:\n"
                                     "  options: [noun-capitals]\n"
                                     "  common: [jetzt, nie, oder, letzte]\n"
                                     "words:\n"
                                     "  - class: noun\n"
                                     "    forms: [singular, plural]\n"
                                     "    entries:\n"
                                     "      - chance chancen\n";

static const char command_pack[] = "category: command\n"
                                   "title: Command\n"
                                   "meter: pressure\n"
                                   "rules:\n"
                                   "  - id: act-now\n"
                                   "    severity: pressure\n"
                                   "    weight: 6\n"
                                   "    phrases: [(act|buy|order) <soon>]\n"
                                   "    why: A bare command leaves no room to decide.\n"
                                   "    reference: Miller et al. 2007\n"
                                   "    rewrites:\n"
                                   "      choice: take your time\n"
                                   "      question: Would you like to see how it works?\n"
                                   "    flags:\n"
                                   "      - text: Act now, my friend.\n"
                                   "        span: Act now\n"
                                   "        choice: Take your time\n"
                                   "    passes: [The act was now over.]\n";

static const char scarcity_pack[] =
    "category: scarcity\n"
    "title: Scarcity\n"
    "meter: pressure\n"
    "claims: yes\n"
    "rules:\n"
    "  - id: only-n-left\n"
    "    severity: proof\n"
    "    weight: 7\n"
    "    phrases: ['(only|just) {count:number} [{thing:1..3}] (left|~remain)']\n"
    "    except: ['only {number} (days|nights) left']\n"
    "    ask: How many are there?\n"
    "    rewrites:\n"
    "      evidence: '{count} {thing} in stock today'\n"
    "      plain: '{count} in stock today'\n"
    "      question: ['{unless count}How many?', 'Would one of the last {count} suit you?']\n"
    "    flags: [Only 3 lamps left in stock!]\n"
    "    passes: [Only 3 of the lamps need a bulb.]\n";

static const char shame_pack[] = "category: shame\n"
                                 "title: Shame\n"
                                 "meter: pressure\n"
                                 "rules:\n"
                                 "  - id: let-down\n"
                                 "    severity: remove\n"
                                 "    weight: 9\n"
                                 "    guards: [quoted]\n"
                                 "    phrases: [let us down]\n"
                                 "    flags: [Do not let us down.]\n"
                                 "    passes: [Let them sit down.]\n";

static const char pride_pack[] = "category: pride\n"
                                 "title: Pride\n"
                                 "meter: pressure\n"
                                 "rules:\n"
                                 "  - id: proud\n"
                                 "    severity: note\n"
                                 "    weight: 1\n"
                                 "    phrases: [we are proud]\n"
                                 "    flags: [We are proud of our tent.]\n"
                                 "    passes: [They are proud parents.]\n";

static const char choice_pack[] =
    "category: choice\n"
    "title: Choice\n"
    "meter: warmth\n"
    "next-step: yes\n"
    "covers: choice\n"
    "example: Take your time.\n"
    "rules:\n"
    "  - id: your-call\n"
    "    weight: 5\n"
    "    phrases: [take your time, it is your call, you are welcome]\n"
    "    flags: [Take your time.]\n"
    "    passes: [Time to take the train.]\n";

static const char teaching_pack[] = "category: teaching\n"
                                    "title: Teaching\n"
                                    "meter: information\n"
                                    "rules:\n"
                                    "  - id: here-is-how\n"
                                    "    weight: 4\n"
                                    "    phrases: [here is how]\n"
                                    "    flags: [Here is how wool keeps you warm.]\n"
                                    "    passes: [How is it here?]\n";

static const char danish_command_pack[] =
    "category: command\n"
    "title: Ordre\n"
    "meter: pressure\n"
    "rules:\n"
    "  - id: koeb-nu\n"
    "    severity: pressure\n"
    "    weight: 6\n"
    "    phrases: [(køb|bestil) (nu|straks)]\n"
    "    rewrites:\n"
    "      question: Har du lyst til at se, hvordan den virker?\n"
    "    flags: [Køb nu!]\n"
    "    passes: [Et godt køb er nu sjældent.]\n";

static const char danish_scarcity_pack[] =
    "category: scarcity\n"
    "title: Få tilbage\n"
    "meter: pressure\n"
    "rules:\n"
    "  - id: kun-n\n"
    "    severity: proof\n"
    "    weight: 7\n"
    "    phrases: ['kun {count:number} [{thing:1..2}] tilbage']\n"
    "    flags: [Kun 3 æbler tilbage!]\n"
    "    passes: [Der er kun én vej tilbage til æblerne.]\n";

static const char danish_choice_pack[] = "category: choice\n"
                                         "title: Frihed\n"
                                         "meter: warmth\n"
                                         "rules:\n"
                                         "  - id: god-tid\n"
                                         "    weight: 5\n"
                                         "    phrases: [tag dig god tid, du er velkommen]\n"
                                         "    flags: [Tag dig god tid.]\n"
                                         "    passes: [Det er på tide.]\n";

static const struct {
  const char *family;
  const char *yaml;
} english_packs[] = {
  { "command", command_pack }, { "scarcity", scarcity_pack }, { "shame", shame_pack },
  { "pride", pride_pack },     { "choice", choice_pack },     { "teaching", teaching_pack },
};

ProseLexicon *
read_lexicon (const char *yaml)
{
  g_autoptr (GError) error = NULL;
  ProseLexicon *lexicon = prose_lexicon_file_read ("test.yaml", yaml, strlen (yaml), &error);

  g_assert_no_error (error);
  return lexicon;
}

/* The lexicon of English or Danish that never changes. */
ProseLexicon *
build_lexicon (const char *language)
{
  if (g_str_equal (language, "de"))
    return read_lexicon (german_lexicon);

  return read_lexicon (g_str_equal (language, "da") ? danish_lexicon : english_lexicon);
}

ProseRulePack *
read_pack (const char *yaml, ProseLexicon *lexicon)
{
  g_autoptr (GError) error = NULL;
  ProseRulePack *pack = prose_rule_pack_new ("test.yaml", yaml, strlen (yaml), lexicon, &error);

  g_assert_no_error (error);
  return pack;
}

/* One of the English packs that never change. */
ProseRulePack *
build_pack (const char *family)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");

  for (guint i = 0; i < G_N_ELEMENTS (english_packs); i++)
    if (g_str_equal (english_packs[i].family, family))
      return read_pack (english_packs[i].yaml, lexicon);

  g_assert_not_reached ();
}

/* A rule of weight 6, without guards: `make_rule ("urgency.act-now", "act now", NULL)`. */
ProseRule *
make_rule (const char *id, const char *phrase, ...)
{
  g_auto (GStrv) names = g_strsplit (id, ".", 2);
  g_autoptr (ProseCategory) category =
      prose_category_new ("en", names[0], names[0], PROSE_METER_PRESSURE, FALSE);
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
  ProseRule *rule = prose_rule_new (category, names[1]);
  va_list more;

  va_start (more, phrase);
  for (const char *p = phrase; p != NULL; p = va_arg (more, const char *))
    g_strv_builder_add (phrases, p);
  va_end (more);

  rule->severity = PROSE_SEVERITY_PRESSURE;
  rule->weight = 6;
  rule->phrases = g_strv_builder_end (phrases);
  return rule;
}

static ProseRuleSet *
compile (GPtrArray *rules, GPtrArray *lexicons)
{
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rule_set = prose_rule_set_new (rules, lexicons, &error);

  g_assert_no_error (error);
  return rule_set;
}

/* Takes English rules and compiles them with the English lexicon. */
ProseRuleSet *
compile_rules (ProseRule *rule, ...)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);
  va_list more;

  va_start (more, rule);
  for (ProseRule *r = rule; r != NULL; r = va_arg (more, ProseRule *))
    g_ptr_array_add (rules, r);
  va_end (more);

  g_ptr_array_add (lexicons, build_lexicon ("en"));
  return compile (rules, lexicons);
}

static void
add_pack (const char *yaml, ProseLexicon *lexicon, GPtrArray *rules)
{
  g_autoptr (ProseRulePack) pack = read_pack (yaml, lexicon);

  for (guint i = 0; i < pack->rules->len; i++)
    g_ptr_array_add (rules, prose_rule_ref (pack->rules->pdata[i]));
}

/* Compiles lexicons, each followed by the packs of its language. */
ProseRuleSet *
build_rules (const char *yaml, ...)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);
  va_list more;

  va_start (more, yaml);
  for (const char *p = yaml; p != NULL; p = va_arg (more, const char *)) {
    if (g_str_has_prefix (p, "language:"))
      g_ptr_array_add (lexicons, read_lexicon (p));
    else
      add_pack (p, lexicons->pdata[lexicons->len - 1], rules);
  }
  va_end (more);

  return compile (rules, lexicons);
}

/* The English and Danish rules that never change. */
ProseRuleSet *
build_standard_rules (void)
{
  return build_rules (english_lexicon, command_pack, scarcity_pack, shame_pack, pride_pack,
                      choice_pack, teaching_pack, danish_lexicon, danish_command_pack,
                      danish_scarcity_pack, danish_choice_pack, NULL);
}

/* --- checking --- */

GArray *
tokenize (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));

  prose_tokenize (text, strlen (text), tokens);
  return tokens;
}

char *
dup_span (const char *text, ProseSpan span)
{
  return g_strndup (text + span.start, prose_span_get_length (span));
}

ProseReport *
check_text (ProseRuleSet *rules, const char *language, const char *text)
{
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  g_autoptr (ProseDocument) document = prose_document_new (text, -1);

  return prose_checker_check (checker, document, language);
}

char *
marks_to_string (ProseRuleSet *rules, const char *language, const char *text)
{
  g_autoptr (ProseReport) report = check_text (rules, language, text);

  return prose_diagnostics_to_string (prose_report_get_diagnostics (report));
}

char *
credits_to_string (ProseRuleSet *rules, const char *language, const char *text)
{
  g_autoptr (ProseReport) report = check_text (rules, language, text);

  return prose_diagnostics_to_string (prose_report_get_credits (report));
}

static void
append_measure (GString *string, const char *name, gint64 value)
{
  if (value != 0)
    g_string_append_printf (string, "%s%" G_GINT64_FORMAT " %s", string->len > 0 ? ", " : "", value,
                            name);
}

/* All measures that are not 0: `5 words, 1 sentences, …`. */
char *
measures_to_string (const ProseMeasures *measures)
{
  g_autoptr (GString) string = g_string_new (NULL);

  append_measure (string, "words", measures->words);
  append_measure (string, "sentences", measures->sentences);
  append_measure (string, "questions", measures->questions);
  append_measure (string, "exclamations", measures->exclamations);
  append_measure (string, "long", measures->long_words);
  append_measure (string, "units", measures->units);
  append_measure (string, "facts", measures->facts);
  append_measure (string, "reader", measures->reader);
  append_measure (string, "seller", measures->seller);
  for (guint i = 0; i < PROSE_N_ADDRESSES; i++)
    append_measure (string, "address", measures->address[i]);
  append_measure (string, "pressure", measures->load[PROSE_METER_PRESSURE]);
  append_measure (string, "warmth", measures->load[PROSE_METER_WARMTH]);
  append_measure (string, "information", measures->load[PROSE_METER_INFORMATION]);
  append_measure (string, "invitations", measures->invitations);
  append_measure (string, "stacked", measures->stacked_questions);
  append_measure (string, "hedged", measures->hedged);
  for (guint i = PROSE_COVERAGE_NEED; i < PROSE_N_COVERAGES; i++)
    append_measure (string, prose_coverage_to_string (i), measures->covered[i]);
  append_measure (string, "unchecked", measures->unchecked);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* The parts of an English text that one phrase alone matches. */
char *
find_phrase (const char *phrase, const char *text)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("test.rule", phrase, NULL), NULL);
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  const GArray *found = prose_report_get_diagnostics (report);
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    g_autofree char *part = dup_span (text, g_array_index (found, ProseDiagnostic, i).span);

    g_string_append_printf (parts, "%s%s", i > 0 ? ", " : "", part);
  }
  return g_string_free (g_steal_pointer (&parts), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-words.h"

static const MellowReportWords english = {
  .language = "en",
  .decimal = ".",
  .words = {
    [MELLOW_REPORT_TITLE] = "Tone report",
    [MELLOW_REPORT_WORDS] = "Words",
    [MELLOW_REPORT_LANGUAGE] = "Language",
    [MELLOW_REPORT_LANGUAGE_UNKNOWN] = "not recognised",
    [MELLOW_REPORT_READING_TIME] = "Reading time",
    [MELLOW_REPORT_SECONDS] = "seconds",
    [MELLOW_REPORT_TONE] = "Tone",
    [MELLOW_REPORT_NO_EVIDENCE] = "Nothing in the text moves it.",
    [MELLOW_REPORT_POINTS] = "points",
    [MELLOW_REPORT_FACTS] = "Numbers, prices and dates",
    [MELLOW_REPORT_NOTES] = "On the text as a whole",
    [MELLOW_REPORT_REPEATED] = "is said word for word again and again",
    [MELLOW_REPORT_COVERAGE] = "What good advice does",
    [MELLOW_REPORT_COVERAGE_INTRODUCTION] = "No text needs all of these.",
    [MELLOW_REPORT_NOT_FOUND] = "not found",
    [MELLOW_REPORT_EXAMPLE] = "for example",
    [MELLOW_REPORT_MEASURES] = "Measures",
    [MELLOW_REPORT_SENTENCE_LENGTH] = "Words in a sentence",
    [MELLOW_REPORT_LIX] = "Readability (LIX)",
    [MELLOW_REPORT_QUESTION_SHARE] = "Sentences that ask, of a hundred",
    [MELLOW_REPORT_YOU] = "Words of the reader (you)",
    [MELLOW_REPORT_WE] = "Words of the seller (we)",
    [MELLOW_REPORT_CALLS] = "Next steps and commands in a hundred words",
    [MELLOW_REPORT_EXCLAMATIONS] = "Exclamation marks in a hundred words",
    [MELLOW_REPORT_ADDRESS] = "Form of address",
    [MELLOW_REPORT_CONTRACT] = "Tone contract",
    [MELLOW_REPORT_CONTRACT_KEPT] = "The text keeps what was agreed.",
    [MELLOW_REPORT_CONTRACT_NOT_CHECKED] =
        "Its language is not known: the tone could not be checked.",
    [MELLOW_REPORT_AGREED_LEAST] = "agreed at least",
    [MELLOW_REPORT_AGREED_MOST] = "agreed at most",
    [MELLOW_REPORT_AGREED_OTHERWISE] = "agreed otherwise",
    [MELLOW_REPORT_AGREED_OUT] = "was agreed to be left out",
    [MELLOW_REPORT_LINE] = "line",
    [MELLOW_REPORT_TEXT] = "The text",
    [MELLOW_REPORT_NOT_CHECKED] = "Not checked",
    [MELLOW_REPORT_MARKS] = "What the marks say",
    [MELLOW_REPORT_NO_MARKS] = "Nothing is marked.",
    [MELLOW_REPORT_ASK] = "Only you know",
    [MELLOW_REPORT_REWRITES] = "It could read",
    [MELLOW_REPORT_CREDITS] = "What speaks gently",
    [MELLOW_REPORT_CLAIMS] = "Claims",
    [MELLOW_REPORT_CLAIMS_INTRODUCTION] =
        "All of these may well be true. A proof at hand answers whoever asks.",
    [MELLOW_REPORT_CLAIM] = "Claim",
    [MELLOW_REPORT_WHY] = "Why a proof helps",
    [MELLOW_REPORT_REFERENCE] = "Reference",
    [MELLOW_REPORT_PROOF] = "Proof",
    [MELLOW_REPORT_OWNER] = "Owner",
    [MELLOW_REPORT_VALID_UNTIL] = "Valid until",
  },
  .meters = {
    [PROSE_METER_PRESSURE] = "Pressure",
    [PROSE_METER_WARMTH] = "Warmth",
    [PROSE_METER_INFORMATION] = "Information",
  },
  .verdicts = {
    [PROSE_VERDICT_CALM] = "Calm: hardly anything presses the reader.",
    [PROSE_VERDICT_FIRM] = "Firm: some phrases press the reader.",
    [PROSE_VERDICT_PUSHY] = "Pushy: the text presses the reader to decide.",
    [PROSE_VERDICT_TOO_WEAK] = "Too weak: calm, but it leads nowhere yet.",
  },
  .severities = {
    [PROSE_SEVERITY_CREDIT] = "credit",
    [PROSE_SEVERITY_NOTE] = "note",
    [PROSE_SEVERITY_PROOF] = "proof",
    [PROSE_SEVERITY_PRESSURE] = "pressure",
    [PROSE_SEVERITY_REMOVE] = "remove",
  },
  .notes = {
    [PROSE_TONE_NOTE_NO_NEXT_STEP] = "Readers who like it find no next step here.",
    [PROSE_TONE_NOTE_NO_READER] = "It does not speak of the reader yet.",
    [PROSE_TONE_NOTE_HEDGES] = "Sentences soften what they say three times or more.",
    [PROSE_TONE_NOTE_STACKED_QUESTIONS] = "Questions follow one upon another.",
    [PROSE_TONE_NOTE_MUCH_ASKING] = "More than one in five sentences ask.",
    [PROSE_TONE_NOTE_MANY_CALLS] = "There are many next steps for so few words.",
    [PROSE_TONE_NOTE_MANY_EXCLAMATIONS] = "There are many exclamation marks.",
    [PROSE_TONE_NOTE_MORE_SELLER] = "It speaks more of the seller than of the reader.",
    [PROSE_TONE_NOTE_MIXED_ADDRESS] = "The reader is spoken to in two ways, familiar and polite.",
  },
  .coverages = {
    [PROSE_COVERAGE_NEED] = "Asks what is needed",
    [PROSE_COVERAGE_BENEFIT] = "Says what the reader gains",
    [PROSE_COVERAGE_WORRY] = "Soothes a worry",
    [PROSE_COVERAGE_LIMIT] = "Is open about a limit",
    [PROSE_COVERAGE_STEP] = "Offers a small step",
    [PROSE_COVERAGE_CHOICE] = "Leaves the choice",
  },
  .states = {
    [PROSE_CLAIM_OPEN] = "Is there a proof?",
    [PROSE_CLAIM_PROVEN] = "Proven",
    [PROSE_CLAIM_EXPIRED] = "The proof has expired; is there a new one?",
  },
};

static const MellowReportWords danish = {
  .language = "da",
  .decimal = ",",
  .words = {
    [MELLOW_REPORT_TITLE] = "Rapport om tonen",
    [MELLOW_REPORT_WORDS] = "Ord",
    [MELLOW_REPORT_LANGUAGE] = "Sprog",
    [MELLOW_REPORT_LANGUAGE_UNKNOWN] = "ukendt",
    [MELLOW_REPORT_READING_TIME] = "Læsetid",
    [MELLOW_REPORT_SECONDS] = "sekunder",
    [MELLOW_REPORT_TONE] = "Tone",
    [MELLOW_REPORT_NO_EVIDENCE] = "Intet i teksten flytter den.",
    [MELLOW_REPORT_POINTS] = "point",
    [MELLOW_REPORT_FACTS] = "Tal, priser og datoer",
    [MELLOW_REPORT_NOTES] = "Om teksten som helhed",
    [MELLOW_REPORT_REPEATED] = "siges ordret igen og igen",
    [MELLOW_REPORT_COVERAGE] = "Hvad god rådgivning gør",
    [MELLOW_REPORT_COVERAGE_INTRODUCTION] = "Ingen tekst behøver det hele.",
    [MELLOW_REPORT_NOT_FOUND] = "ikke fundet",
    [MELLOW_REPORT_EXAMPLE] = "for eksempel",
    [MELLOW_REPORT_MEASURES] = "Mål",
    [MELLOW_REPORT_SENTENCE_LENGTH] = "Ord pr. sætning",
    [MELLOW_REPORT_LIX] = "Læsbarhed (LIX)",
    [MELLOW_REPORT_QUESTION_SHARE] = "Sætninger, der spørger, ud af hundrede",
    [MELLOW_REPORT_YOU] = "Ord om læseren (du)",
    [MELLOW_REPORT_WE] = "Ord om afsenderen (vi)",
    [MELLOW_REPORT_CALLS] = "Næste skridt og opfordringer pr. hundrede ord",
    [MELLOW_REPORT_EXCLAMATIONS] = "Udråbstegn pr. hundrede ord",
    [MELLOW_REPORT_ADDRESS] = "Tiltaleform",
    [MELLOW_REPORT_CONTRACT] = "Aftale om tonen",
    [MELLOW_REPORT_CONTRACT_KEPT] = "Teksten holder det aftalte.",
    [MELLOW_REPORT_CONTRACT_NOT_CHECKED] =
        "Sproget er ukendt: tonen kunne ikke gennemgås.",
    [MELLOW_REPORT_AGREED_LEAST] = "aftalt mindst",
    [MELLOW_REPORT_AGREED_MOST] = "aftalt højst",
    [MELLOW_REPORT_AGREED_OTHERWISE] = "der er aftalt en anden",
    [MELLOW_REPORT_AGREED_OUT] = "skulle efter aftalen udelades",
    [MELLOW_REPORT_LINE] = "linje",
    [MELLOW_REPORT_TEXT] = "Teksten",
    [MELLOW_REPORT_NOT_CHECKED] = "Ikke gennemgået",
    [MELLOW_REPORT_MARKS] = "Hvad markeringerne siger",
    [MELLOW_REPORT_NO_MARKS] = "Intet er markeret.",
    [MELLOW_REPORT_ASK] = "Det ved kun du",
    [MELLOW_REPORT_REWRITES] = "Der kunne stå",
    [MELLOW_REPORT_CREDITS] = "Hvad der taler blidt",
    [MELLOW_REPORT_CLAIMS] = "Påstande",
    [MELLOW_REPORT_CLAIMS_INTRODUCTION] =
        "De kan alle sammen godt passe. Et belæg ved hånden er svar til den, der spørger.",
    [MELLOW_REPORT_CLAIM] = "Påstand",
    [MELLOW_REPORT_WHY] = "Hvorfor et belæg hjælper",
    [MELLOW_REPORT_REFERENCE] = "Henvisning",
    [MELLOW_REPORT_PROOF] = "Belæg",
    [MELLOW_REPORT_OWNER] = "Ansvarlig",
    [MELLOW_REPORT_VALID_UNTIL] = "Gælder til",
  },
  .meters = {
    [PROSE_METER_PRESSURE] = "Pres",
    [PROSE_METER_WARMTH] = "Varme",
    [PROSE_METER_INFORMATION] = "Information",
  },
  .verdicts = {
    [PROSE_VERDICT_CALM] = "Rolig: næsten intet presser læseren.",
    [PROSE_VERDICT_FIRM] = "Bestemt: nogle vendinger presser læseren.",
    [PROSE_VERDICT_PUSHY] = "Pressende: teksten presser læseren til at beslutte sig.",
    [PROSE_VERDICT_TOO_WEAK] = "For svag: rolig, men den fører endnu ingen steder hen.",
  },
  .severities = {
    [PROSE_SEVERITY_CREDIT] = "ros",
    [PROSE_SEVERITY_NOTE] = "bemærkning",
    [PROSE_SEVERITY_PROOF] = "kræver belæg",
    [PROSE_SEVERITY_PRESSURE] = "pres",
    [PROSE_SEVERITY_REMOVE] = "bør udelades",
  },
  .notes = {
    [PROSE_TONE_NOTE_NO_NEXT_STEP] = "Læsere, der kan lide det, finder intet næste skridt her.",
    [PROSE_TONE_NOTE_NO_READER] = "Den handler endnu ikke om læseren.",
    [PROSE_TONE_NOTE_HEDGES] = "Sætninger tager forbehold tre gange eller mere.",
    [PROSE_TONE_NOTE_STACKED_QUESTIONS] = "Spørgsmål følger lige efter hinanden.",
    [PROSE_TONE_NOTE_MUCH_ASKING] = "Mere end hver femte sætning spørger.",
    [PROSE_TONE_NOTE_MANY_CALLS] = "Der er mange næste skridt til så få ord.",
    [PROSE_TONE_NOTE_MANY_EXCLAMATIONS] = "Der er mange udråbstegn.",
    [PROSE_TONE_NOTE_MORE_SELLER] = "Den handler mere om afsenderen end om læseren.",
    [PROSE_TONE_NOTE_MIXED_ADDRESS] = "Læseren tiltales på to måder, med du og med De.",
  },
  .coverages = {
    [PROSE_COVERAGE_NEED] = "Spørger til behovet",
    [PROSE_COVERAGE_BENEFIT] = "Siger, hvad læseren får ud af det",
    [PROSE_COVERAGE_WORRY] = "Tager en bekymring alvorligt",
    [PROSE_COVERAGE_LIMIT] = "Er åben om en begrænsning",
    [PROSE_COVERAGE_STEP] = "Tilbyder et lille skridt",
    [PROSE_COVERAGE_CHOICE] = "Lader læseren vælge",
  },
  .states = {
    [PROSE_CLAIM_OPEN] = "Er der et belæg?",
    [PROSE_CLAIM_PROVEN] = "Dokumenteret",
    [PROSE_CLAIM_EXPIRED] = "Belægget er udløbet; er der et nyt?",
  },
};

/**
 * mellow_report_words_find:
 * @language: the code of a language (`da`)
 *
 * Returns: (nullable) (transfer none): the words of a report in it; %NULL if there are
 *   none
 */
const MellowReportWords *
mellow_report_words_find (const char *language)
{
  static const MellowReportWords *const all[] = { &english, &danish };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i]->language, language))
      return all[i];

  return NULL;
}

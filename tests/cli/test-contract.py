#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract of the command line, point by point, with the fixed pack."""
import json
import os
import tempfile
import unittest
from pathlib import Path

from cli import CORPUS, INPUT, SHIPPED_RULES, check, check_json, check_lines, check_text
from tap import run_as_tap

PLACE = {"line": int, "column": int, "byte": int, "utf16": int}
RANGE = {"start": PLACE, "end": PLACE}
NUMBER = (int, float)
OPTIONAL = (str, type(None))
FILE = {
    "file": str,
    "format": str,
    "language": OPTIONAL,
    "unchecked": [{"range": RANGE, "reason": str}],
    "tone": {
        "pressure": NUMBER, "warmth": NUMBER, "information": NUMBER, "verdict": str,
        "words": int, "sentences": int, "questions": int, "lix": NUMBER,
        "notes": [{"kind": str, "count": int, "weak": bool}],
        "coverage": {name: int for name in ("need", "benefit", "worry", "limit", "step", "choice")},
        "measures": {
            "sentence_length": NUMBER, "question_share": NUMBER, "you": int, "we": int, "calls_per_100_words": NUMBER,
            "exclamations_per_100_words": NUMBER, "address": OPTIONAL, "reading_seconds": int,
        },
    },
    "diagnostics": [{
        "rule": str, "category": str, "severity": str, "weight": int, "share": NUMBER, "range": RANGE,
        "text": str, "message": str, "reference": OPTIONAL, "ask": OPTIONAL,
        "rewrites": [{"kind": str, "text": str, "range": RANGE, "sentence": str}],
        "key": str,
    }],
    "credits": [{"category": str, "range": RANGE, "text": str}],
}
LINE = {"line": int, **{name: schema for name, schema in FILE.items() if name != "file"}}
OUTPUT = {"version": int, "files": [FILE]}


def find_deviation(value, schema, path="output"):
    """Where a value has other fields, or fields of another type, than its schema."""
    if isinstance(schema, dict):
        if not isinstance(value, dict) or list(value) != list(schema):
            return f"{path}: {value!r} has not the fields {list(schema)}"
        parts = ((value[name], schema[name], f"{path}.{name}") for name in schema)
    elif isinstance(schema, list):
        if not isinstance(value, list):
            return f"{path}: {value!r} is no list"
        parts = ((item, schema[0], f"{path}[{i}]") for i, item in enumerate(value))
    else:
        return None if isinstance(value, schema) else f"{path}: {value!r} is no {schema}"
    return next(filter(None, (find_deviation(*part) for part in parts)), None)


def is_root():
    return os.geteuid() == 0


class Status(unittest.TestCase):
    def assert_status(self, status, *arguments, **options):
        run = check(*arguments, **options)
        self.assertEqual(run.returncode, status, run.stderr.decode())
        return run

    def test_findings_do_not_fail_unless_asked(self):
        self.assert_status(0, "all-severities.txt")

    def test_fail_on_takes_its_severity_and_graver_ones(self):
        by_severity = {
            "note": "We are proud of it.", "proof": "Only 3 lamps left.", "pressure": "This is your last chance.",
            "remove": "Please don't let us down.",
        }
        order = list(by_severity)
        for found, text in by_severity.items():
            for limit in order:
                with self.subTest(found=found, limit=limit):
                    status = int(order.index(found) >= order.index(limit))
                    self.assert_status(status, f"--fail-on={limit}", "--language=en", "-", text=text)

    def test_a_credit_is_no_finding(self):
        self.assert_status(0, "--fail-on=note", "-", text="What would you like to use the desk for?")

    def test_findings_in_any_file_fail(self):
        self.assert_status(1, "--fail-on=note", "all-severities.txt", CORPUS / "ad.soft.en.txt")

    def test_findings_in_any_line_fail(self):
        self.assert_status(1, "--fail-on=pressure", "--each-line", "--language=en", "lines.txt")

    def test_wrong_options(self):
        for arguments, words in {
            ("--fail-on=error", "all-severities.txt"): "unknown severity “error”",
            ("--fail-on=credit", "all-severities.txt"): "unknown severity “credit”",
            ("--format=yaml", "all-severities.txt"): "unknown format “yaml”: expected text, json, sarif or html",
            ("--language=xx", "all-severities.txt"): "no rules for language “xx”: expected auto or one of en, da",
            ("--nonsense",): "--nonsense",
            (): "no file",
            ("--explain=no.such-rule",): "no rule “no.such-rule”",
            ("--search=lamp", "all-severities.txt"): "--search goes with --rules",
            ("--date=soon", "all-severities.txt"): "“soon” is no day; “2026-12-31” is one",
            ("--each-line", "--format=html", "lines.txt"): "--each-line goes with text and JSON",
            ("--claims", "--format=sarif", "lines.txt"): "--claims goes with text, JSON and HTML",
        }.items():
            with self.subTest(arguments=arguments):
                run = self.assert_status(2, *arguments)
                self.assertEqual(run.stdout, b"")
                self.assertTrue(run.stderr.decode().startswith("mellow-check: "), run.stderr)
                self.assertIn(words, run.stderr.decode())

    def test_help_and_version(self):
        self.assertIn(b"--fail-on", self.assert_status(0, "--help").stdout)
        self.assertRegex(self.assert_status(0, "--version").stdout.decode(), r"^mellow-check \d+\.\d+\.\d+\n$")

    @unittest.skipUnless(Path("/dev/full").exists(), "no /dev/full")
    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            run = check("all-severities.txt", output=full)
        self.assertEqual(run.returncode, 2)
        self.assertIn("could not be written", run.stderr.decode())


class BadFiles(unittest.TestCase):
    def assert_error(self, name, message):
        """The file is named with what is wrong, and the next one is still checked."""
        run = check("--format=json", name, "all-severities.txt")
        self.assertEqual((run.returncode, run.stderr.decode()), (2, message + "\n"))
        self.assertEqual([file["file"] for file in json.loads(run.stdout)["files"]], ["all-severities.txt"])

    def test_missing(self):
        self.assert_error("missing.txt", "missing.txt: No such file or directory")

    def test_binary(self):
        self.assert_error("binary.gif", "binary.gif: this is not a text: it holds a NUL byte")

    def test_wrong_encoding(self):
        self.assert_error(
            "latin-1.txt", "latin-1.txt:2:4: not valid UTF-8 from here; save the file as UTF-8 and try again")

    @unittest.skipIf(is_root(), "root may read everything")
    def test_unreadable(self):
        with tempfile.NamedTemporaryFile() as file:
            os.chmod(file.name, 0)
            self.assert_error(file.name, f"{file.name}: Permission denied")

    def test_bad_files_outweigh_findings(self):
        run = check("--fail-on=note", "all-severities.txt", "missing.txt", "crlf-bom.txt")
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"crlf-bom.txt:1:", run.stdout)

    def test_bad_standard_input(self):
        run = check("-", text=b"Caf\xe9")
        self.assertEqual(run.returncode, 2)
        self.assertTrue(run.stderr.startswith(b"-:1:4: not valid UTF-8"), run.stderr)

    def test_missing_rules(self):
        run = check("all-severities.txt", rules="/nowhere/rules.db")
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertIn("/nowhere/rules.db", run.stderr.decode())

    def test_damaged_rules(self):
        run = check("all-severities.txt", rules=INPUT / "binary.gif")
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertIn("binary.gif", run.stderr.decode())


class Json(unittest.TestCase):
    def test_the_fields(self):
        output = check_json("all-severities.txt", *sorted(CORPUS.glob("*.txt")))
        self.assertIsNone(find_deviation(output, OUTPUT))
        self.assertEqual(output["version"], 1)

    def test_the_fields_of_a_line(self):
        for result in check_lines((INPUT / "all-severities.txt").read_bytes()):
            self.assertIsNone(find_deviation(result, LINE))

    def test_the_words_of_the_contract(self):
        file = check_json("--language=en", "all-severities.txt")["files"][0]
        self.assertEqual(
            [(mark["rule"], mark["category"], mark["severity"], mark["weight"]) for mark in file["diagnostics"]],
            [
                ("seller-centred.proud", "seller-centred", "note", 1),
                ("deadline.last-chance", "deadline", "pressure", 8),
                ("scarcity.only-n-left", "scarcity", "proof", 7),
                ("shame.let-down", "shame", "remove", 9),
            ])
        self.assertEqual([credit["category"] for credit in file["credits"]], ["need-question"])
        self.assertEqual((file["format"], file["language"]), ("text", "en"))

    def test_all_files_in_one_object_in_their_order(self):
        output = check_json("crlf-bom.txt", "all-severities.txt", "crlf-bom.txt")
        self.assertEqual(
            [file["file"] for file in output["files"]], ["crlf-bom.txt", "all-severities.txt", "crlf-bom.txt"])

    def test_standard_input(self):
        self.assertEqual(check_text("Act now, please.")["file"], "-")
        self.assertEqual(check_text("")["diagnostics"], [])

    def test_the_same_bytes_each_time_in_every_locale(self):
        runs = {
            check("--format=json", *sorted(CORPUS.glob("*.txt")), locale=locale).stdout
            for locale in ("C.UTF-8", "C.UTF-8", "C", "da_DK.UTF-8")
        }
        self.assertEqual(len(runs), 1)

    def test_one_decimal(self):
        run = check("--format=json", "all-severities.txt")
        tone = json.loads(run.stdout, parse_float=str)["files"][0]["tone"]
        for name in ("pressure", "warmth", "information", "lix"):
            self.assertRegex(tone[name], r"^\d+\.\d$")

    def test_the_shares_add_up(self):
        file = check_json("all-severities.txt")["files"][0]
        shares = sum(mark["share"] for mark in file["diagnostics"])
        self.assertAlmostEqual(shares, file["tone"]["pressure"], delta=0.05 * (len(file["diagnostics"]) + 1))

    def test_what_is_said_of_the_whole_text(self):
        text = "Is it warm? Is it dry? We are here! Our lamps are here! You see."
        tone = check_text(text, rules=SHIPPED_RULES)["tone"]
        self.assertEqual(tone["measures"], {
            "sentence_length": 3.0, "question_share": 40.0, "you": 1, "we": 2, "calls_per_100_words": 0.0,
            "exclamations_per_100_words": 13.3, "address": None, "reading_seconds": 4,
        })
        self.assertEqual(tone["notes"], [{"kind": "much-asking", "count": 2, "weak": False}])

    def test_the_form_of_address(self):
        (file,) = check_json("--language=da", "-", text="Vil De se Deres lampe?", rules=SHIPPED_RULES)["files"]
        self.assertEqual(file["tone"]["measures"]["address"], "De")

    def test_what_a_text_covers(self):
        text = "What would you like to use the desk for? Take your time."
        coverage = check_text(text, rules=SHIPPED_RULES)["tone"]["coverage"]
        self.assertEqual((coverage["need"], coverage["choice"], coverage["limit"]), (1, 1, 0))

    def test_a_name_that_is_not_unicode(self):
        with tempfile.TemporaryDirectory() as directory:
            name = os.fsencode(directory) + b"/caf\xe9.txt"
            Path(os.fsdecode(name)).write_text("Act now!", encoding="utf-8")
            self.assertEqual(len(check_json(os.fsdecode(name))["files"]), 1)


class Places(unittest.TestCase):
    def assert_places(self, text, file):
        """Each range, counted again from the text: lines end with LF, CR LF or CR."""
        for item in [*file["diagnostics"], *file["credits"]]:
            start, end = item["range"]["start"], item["range"]["end"]
            self.assertEqual(text.encode()[start["byte"]:end["byte"]].decode(), item["text"])
            for place in (start, end):
                before = text.encode()[:place["byte"]].decode()
                lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
                self.assertEqual(place["line"], len(lines))
                self.assertEqual(place["column"], len(lines[-1]) + 1)
                self.assertEqual(place["utf16"], len(before.encode("utf-16-le")) // 2)

    def test_the_corpus(self):
        for path in sorted(CORPUS.glob("*.txt")):
            with self.subTest(path=path.name):
                self.assert_places(path.read_text(encoding="utf-8"), check_json(path)["files"][0])

    def test_beyond_ascii(self):
        text = "Æble 🍎! Only 3 lamps left.\nå 👩‍🌾 Act now!\n"
        file = check_text(text)
        self.assertEqual([mark["text"] for mark in file["diagnostics"]], ["Only 3 lamps left", "Act now"])
        self.assertEqual(file["diagnostics"][0]["range"]["start"], {"line": 1, "column": 9, "byte": 12, "utf16": 9})
        self.assert_places(text, file)

    def test_a_long_line(self):
        text = "Æble 🍎 and so on. Act now! " * 200
        file = check_text(text)
        self.assertEqual(len(file["diagnostics"]), 200)
        self.assert_places(text, file)

    def test_carriage_returns(self):
        text = "One.\r\nAct now!\r\n\r\nOnly 3 lamps left.\r\n"
        file = check_text(text)
        self.assertEqual([mark["range"]["start"]["line"] for mark in file["diagnostics"]], [2, 4])
        self.assert_places(text, file)

    def test_a_byte_order_mark_is_no_text(self):
        with_mark, without = check_text("\ufeffAct now!"), check_text("Act now!")
        self.assertEqual(with_mark, without)
        self.assertEqual(without["diagnostics"][0]["range"]["start"], {"line": 1, "column": 1, "byte": 0, "utf16": 0})

    def test_utf_16(self):
        file = check_json("--language=en", "utf-16.txt")["files"][0]
        self.assertEqual(file["diagnostics"][0]["text"], "Only 3 lamps left")
        self.assertEqual(file["diagnostics"][0]["range"]["start"], {"line": 1, "column": 7, "byte": 7, "utf16": 6})

    def test_the_place_in_text_output(self):
        run = check("--language=en", "-", text="Æble! Act now!\n")
        self.assertTrue(run.stdout.decode().startswith("-:1:7: pressure: deadline: “Act now” "), run.stdout)

    def test_a_phrase_over_a_line_end_stays_in_one_line_of_text_output(self):
        run = check("crlf-bom.txt")
        self.assertIn("“last chance”", run.stdout.decode())

    def test_a_rewrite_fits_its_range(self):
        text = "Æh 🍎. Only 3 lamps left, and it rains. Bye."
        (mark,) = check_text(text)["diagnostics"]
        self.assertTrue(mark["rewrites"])
        for rewrite in mark["rewrites"]:
            start, end = (rewrite["range"][edge]["byte"] for edge in ("start", "end"))
            rewritten = (text.encode()[:start] + rewrite["text"].encode() + text.encode()[end:]).decode()
            self.assertIn(rewrite["sentence"], rewritten)


class EachLine(unittest.TestCase):
    def test_every_line_is_a_result(self):
        results = check_lines((INPUT / "lines.txt").read_bytes(), "--language=en")
        self.assertEqual([result["line"] for result in results], [1, 2, 3, 4, 5])
        self.assertEqual([len(result["diagnostics"]) for result in results], [1, 0, 0, 0, 1])

    def test_line_ends(self):
        for text, count in {"": 0, "\n": 1, "a": 1, "a\n": 1, "a\n\n": 2, "\n\na": 3, "a\r\nb\r\n": 2}.items():
            with self.subTest(text=text):
                self.assertEqual(len(check_lines(text)), count)

    def test_a_carriage_return_is_no_text(self):
        self.assertEqual(check_lines("Act now\r\n"), check_lines("Act now\n"))

    def test_a_line_knows_nothing_of_the_others(self):
        (alone,), several = check_lines("Act now!"), check_lines("x\nAct now!\ny")
        self.assertEqual({**alone, "line": 2}, several[1])

    def test_separators_inside_a_line_do_not_break_the_output(self):
        text = "Act now \u2028 Only 3 lamps left \u0085 \x0b \x0c \x1c \u2029 end"
        run = check("--each-line", "--format=json", "--language=en", "-", text=text)
        self.assertEqual(len(run.stdout.decode().splitlines()), 1)
        (result,) = check_lines(text, "--language=en")
        self.assertEqual(len(result["diagnostics"]), 2)

    def test_a_thousand_lines(self):
        results = check_lines("Act now!\nHello.\n" * 500, "--language=en")
        self.assertEqual(len(results), 1000)
        self.assertEqual(sum(len(result["diagnostics"]) for result in results), 500)

    def test_the_line_in_text_output(self):
        run = check("--each-line", "--language=en", "-", text="Hello.\nOh, act now!\n")
        self.assertTrue(run.stdout.decode().startswith("-:2:5: pressure: deadline: "), run.stdout)


class Language(unittest.TestCase):
    def test_it_is_told_for_each_file(self):
        files = check_json(*sorted(CORPUS.glob("*.txt")))["files"]
        for file in files:
            self.assertEqual(file["language"], file["file"].split(".")[-2])

    def test_it_can_be_named(self):
        text = "Only 3 lamps left. Kun 3 lamper tilbage."
        found = {code: check_json(f"--language={code}", "-", text=text)["files"][0] for code in ("en", "da")}
        self.assertEqual(found["en"]["diagnostics"][0]["text"], "Only 3 lamps left")
        self.assertEqual(found["da"]["diagnostics"][0]["text"], "Kun 3 lamper tilbage")

    def test_what_has_no_rules_is_said(self):
        text = "Il ne reste que trois lampes dans le magasin, et vous avez encore le temps.\n"
        file = check_text(text)
        self.assertEqual(file["diagnostics"], [])
        self.assertEqual(len(file["unchecked"]), 1)
        self.assertTrue(file["unchecked"][0]["reason"])

        run = check("-", text=text)
        self.assertEqual((run.returncode, run.stdout), (0, b""))
        self.assertTrue(run.stderr.decode().startswith("-:1:1: not checked: "), run.stderr)

    def test_a_part_within_another(self):
        page = '<p>Tämä on hyvä kirja ja <img alt="Tämä on hyvä lamppu"> se on minun.</p>'
        run = check("--format-in=html", "-", text=page)
        self.assertEqual((run.returncode, run.stdout), (0, b""))
        self.assertEqual(run.stderr.decode(), "-:1:4: not checked: there are no rules for this language\n")

    def test_what_has_no_rules_is_said_once_for_each_stretch(self):
        french = "Vous avez encore le temps de venir dans notre magasin.\n\n"
        english = "You have all the time in the world to come and see us.\n\n"
        run = check("-", text=2 * french + english + french)
        self.assertEqual([line.split(": ")[0] for line in run.stderr.decode().splitlines()], ["-:1:1", "-:7:1"])


class Text(unittest.TestCase):
    def test_verbose_adds_ways_out_and_the_tone(self):
        lines = check("--verbose", "--language=en", "all-severities.txt").stdout.decode().splitlines()
        self.assertIn("    question: Would one of the last 3 lamps suit you?", lines)
        self.assertIn("    only you know: How many are there, and as of when?", lines)
        self.assertRegex(
            lines[-1],
            r"^all-severities\.txt: [a-z ]+: pressure \d+, warmth \d+, information \d+; words \d+, questions 1$")

    def test_control_characters_do_not_reach_the_terminal(self):
        run = check("--language=en", "-", text="Only 3 \x1b[31mlamps left")
        self.assertNotIn(b"\x1b", run.stdout)

    def test_rules_of_one_language(self):
        run = check("--rules", "--language=da")
        self.assertEqual({line.split("\t")[0] for line in run.stdout.decode().splitlines()}, {"da"})

    def assert_found(self, *arguments, found):
        run = check("--rules", *arguments)
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertEqual([line.split("\t")[:2] for line in run.stdout.decode().splitlines()], found)

    def test_rules_about_words(self):
        self.assert_found("--search=lam", found=[["en", "scarcity.only-n-left"], ["da", "scarcity.only-n-left"]])
        self.assert_found("--search=lamper", found=[["da", "scarcity.only-n-left"]])
        self.assert_found("--search=lam", "--language=en", found=[["en", "scarcity.only-n-left"]])
        self.assert_found("--search=last chance", found=[["en", "deadline.last-chance"]])
        self.assert_found("--search=no such words", found=[])

    def test_a_line_of_a_rule_is_the_same_however_it_was_found(self):
        lines = check("--rules").stdout.splitlines()
        for line in check("--rules", "--search=beholdning").stdout.splitlines():
            self.assertIn(line, lines)

    def test_rules_about_whatever_is_typed(self):
        for words in ("", " ", '"', "*", "(", "a AND", "NOT", "-", "^", "rule:x", "🍎", "'; DROP TABLE rule"):
            with self.subTest(words=words):
                run = check("--rules", f"--search={words}")
                self.assertEqual((run.returncode, run.stderr), (0, b""))


class Brief(unittest.TestCase):
    PACK = "language: en\ncategory: house\ntitle: House\nmeter: pressure\nrules:\n  - id: a\n    severity: pressure\n" \
        "    weight: 1\n    phrases: [utilise it]\n    why: So. So.\n    rewrites:\n" \
        "      benefit: ['{product} {benefit}.']\n      evidence: ['until {end-date}']\n" \
        "    flags: [utilise it]\n    passes: [use]\n"

    def rewrite(self, brief):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "pack.yaml").write_text(self.PACK)
            Path(folder, "brief.yaml").write_text(brief)
            run = check("--format=json", f"--rules-from={folder}/pack.yaml", f"--brief={folder}/brief.yaml", "--language=en",
                        "-", text="Utilise it.")
        return run, folder

    def get_texts(self, brief):
        run, _ = self.rewrite(brief)
        self.assertEqual(run.returncode, 0, run.stderr)
        return [rewrite["text"] for rewrite in json.loads(run.stdout)["files"][0]["diagnostics"][0]["rewrites"]]

    def test_rewrites_use_it(self):
        brief = "product: the øl\nbenefits: [keeps you cool]\nfacts: {end-date: 30 June}\n"
        self.assertEqual(self.get_texts(brief), ["The øl keeps you cool.", "Until 30 June"])

    def test_what_it_does_not_say_is_not_said(self):
        self.assertEqual(self.get_texts("product: the øl\n"), [])
        self.assertEqual(self.get_texts(""), [])

    def test_a_wrong_brief_has_its_place(self):
        run, folder = self.rewrite("product: x\nbenefit: y\n")
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertTrue(run.stderr.decode().startswith(f"{folder}/brief.yaml:2:1: "), run.stderr)

    def test_a_brief_that_is_not_there(self):
        run = check("--brief=missing.yaml", "-", text="Hello.")
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertTrue(run.stderr.decode().startswith("missing.yaml: "), run.stderr)


class DocumentData(unittest.TestCase):
    AD = "Only 3 lamps left! So it is: only 3 lamps left."

    def check(self, data, *arguments, text=AD):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "ad.yaml").write_text(data)
            run = check("--format=json", "--language=en", f"--document-data={folder}/ad.yaml", *arguments, text=text)
        return run, folder

    def get_places(self, data):
        run, _ = self.check("ignored:\n  - {rule: scarcity.only-n-left, phrase: only 3 lamps left%s}\n" % data, "-")
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        return [mark["range"]["start"]["byte"] for mark in json.loads(run.stdout)["files"][0]["diagnostics"]]

    def test_a_phrase_is_ignored_throughout_or_here(self):
        self.assertEqual(self.get_places(""), [])
        self.assertEqual(self.get_places(", level: here, before: it is, after: ''"), [0])
        self.assertEqual(self.get_places(", level: here, before: x, after: y, place: 2"), [29])

    def test_a_proof_holds_until_its_day(self):
        self.assertEqual(self.get_places(", proof: a list, valid-until: 2999-12-31"), [])
        self.assertEqual(self.get_places(", proof: a list, valid-until: 2020-12-31"), [0, 29])

    def test_damage_has_its_place(self):
        run, folder = self.check("ignored:\n  - phrase: x\n", "-")
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertEqual(run.stderr.decode(), f"{folder}/ad.yaml:2:5: “rule” is missing here\n")

    def test_it_goes_with_one_text(self):
        for arguments in (("-", "other.txt"), ("--each-line", "-"), ("--rules",)):
            with self.subTest(arguments=arguments):
                run, _ = self.check("", *arguments)
                self.assertEqual((run.returncode, run.stdout), (2, b""))
                self.assertIn("--document-data goes with one file", run.stderr.decode())


class Packs(unittest.TestCase):
    RULE = "category: house\ntitle: House\nmeter: pressure\nrules:\n  - id: a\n    severity: note\n    weight: 1\n" \
        "    phrases: [%s]\n    why: So. So.\n    flags: [utilise]\n    passes: [use]\n"

    def test_a_pack_is_added_for_the_run(self):
        text = "Utilise it, then act now. Utilise the gap."
        diagnostics = check_json("--rules-from=own.en.yaml", "--language=en", "-", text=text)["files"][0]["diagnostics"]
        self.assertEqual([(d["rule"], d["text"]) for d in diagnostics],
                         [("house.utilise", "Utilise"), ("deadline.last-chance", "act now")])
        self.assertEqual(diagnostics[0]["rewrites"][0]["sentence"], "Use it, then act now.")

    def test_an_added_pack_is_listed_and_explained(self):
        lines = check("--rules", "--rules-from=own.en.yaml").stdout.decode().splitlines()
        self.assertIn("en\thouse.utilise\tnote\t1\tHouse style", lines)
        run = check("--explain=house.utilise", "--rules-from=own.en.yaml")
        self.assertIn("  leaves: Utilise the gap.", run.stdout.decode().splitlines())

    def test_the_language_of_a_pack(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "da"))
            for path in (os.path.join(folder, "pack.yaml"), os.path.join(folder, "da", "pack.yaml")):
                Path(path).write_text(self.RULE % "utilise")
            run = check(f"--rules-from={folder}/pack.yaml", "-")
            self.assertEqual(run.returncode, 2)
            self.assertIn(f"{folder}/pack.yaml:1:1: “language” is missing here", run.stderr.decode())
            run = check(f"--rules-from={folder}/pack.yaml", "--language=en", "-", text="utilise")
            self.assertIn("house", run.stdout.decode())
            run = check(f"--rules-from={folder}/da/pack.yaml", "--rules", "--language=da")
            self.assertIn("da\thouse.a", run.stdout.decode())

    def test_a_pack_that_cannot_be_read(self):
        for pack, message in (("missing.yaml", "missing.yaml: "), ("all-severities.txt", "all-severities.txt:1:1: ")):
            for option in ("--rules-from", "--test-pack"):
                with self.subTest(pack=pack, option=option):
                    run = check(f"{option}={pack}", "--language=en", "-")
                    self.assertEqual((run.returncode, run.stdout), (2, b""))
                    self.assertTrue(run.stderr.decode().startswith(message), run.stderr)

    def test_a_wrong_phrase_has_its_place(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "pack.yaml")
            path.write_text(self.RULE % "'(utilise'")
            for option in ("--rules-from", "--test-pack"):
                run = check(f"{option}={path}", "--language=en", "-")
                self.assertEqual(run.returncode, 2)
                self.assertTrue(run.stderr.decode().startswith(f"{path}:8:"), run.stderr)

    def test_a_pack_proves_itself(self):
        run = check("--test-pack=own.en.yaml")
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, b"", b""))

    def test_what_does_not_hold_has_its_place(self):
        run = check("--test-pack=own.en.yaml", "--test-pack=wrong.en.yaml")
        self.assertEqual(run.returncode, 1)
        self.assertEqual(run.stdout.decode().splitlines(), [
            "wrong.en.yaml:13:9: house.utilise: marks nothing in “Use it.”",
            "wrong.en.yaml:15:9: house.utilise: should pass, but marks “Utilise”",
        ])

    def test_the_shipped_packs(self):
        pack = CORPUS.parents[1] / "data/rules/da/scarcity.yaml"
        run = check(f"--test-pack={pack}", rules=SHIPPED_RULES)
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, b"", b""))


if __name__ == "__main__":
    run_as_tap()

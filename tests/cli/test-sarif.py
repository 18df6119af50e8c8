#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Logs of SARIF 2.1.0: as the schema of the standard wants them, and what they say, with the fixed pack."""
import copy
import json
import tempfile
import unittest
from pathlib import Path

from cli import CORPUS, HERE, INPUT, SHIPPED_RULES, check
from json_schema import find_breaches
from tap import run_as_tap

SCHEMA = json.loads((HERE / "schema/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def get_log(*arguments, **options):
    return json.loads(check("--format=sarif", *arguments, **options).stdout)


def get_run(*arguments, **options):
    (run,) = get_log(*arguments, **options)["runs"]
    return run


def get_region(result):
    return result["locations"][0]["physicalLocation"]["region"]


def cut(data, region):
    return data[region["byteOffset"]:region["byteOffset"] + region["byteLength"]]


class Schema(unittest.TestCase):
    def assert_valid(self, log):
        self.assertEqual(list(find_breaches(log, SCHEMA, SCHEMA)), [])

    def test_the_corpus_with_the_shipped_rules(self):
        log = get_log(*sorted(CORPUS.glob("*.txt")), rules=SHIPPED_RULES)
        self.assertGreater(len(log["runs"][0]["results"]), 50)
        self.assert_valid(log)

    def test_every_kind_of_result_and_notification(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as contract:
            contract.write("pressure: {most: 1}\nwarmth: {least: 99}\nbanned: [shame]\nwords: [range]\n")
            contract.flush()
            log = get_log(f"--contract={contract.name}", "all-severities.txt", "missing.txt", "-", text="Tämä on hyvä kirja.")
        self.assert_valid(log)
        self.assertIn("contract.meter", [result["ruleId"] for result in log["runs"][0]["results"]])

    def test_nothing_found(self):
        log = get_log("-", text="It rains.")
        self.assert_valid(log)
        self.assertEqual(log["runs"][0]["results"], [])

    def test_the_check_finds_breaches(self):
        log = get_log("all-severities.txt")
        for name, spoil in {
            "a missing part": lambda run: run["tool"].pop("driver"),
            "another property": lambda run: run.update(colour="red"),
            "another level": lambda run: run["results"][0].update(level="grave"),
            "another type": lambda run: run["results"][0].update(ruleIndex="0"),
            "a column of 0": lambda run: get_region(run["results"][0]).update(startColumn=0),
            "a rule twice": lambda run: run["tool"]["driver"]["rules"].append(run["tool"]["driver"]["rules"][0]),
        }.items():
            with self.subTest(name):
                spoilt = copy.deepcopy(log)
                spoil(spoilt["runs"][0])
                self.assertEqual(len(list(find_breaches(spoilt, SCHEMA, SCHEMA))), 1)


class Content(unittest.TestCase):
    maxDiff = None

    def test_levels(self):
        run = get_run("--language=en", "all-severities.txt")
        rules = run["tool"]["driver"]["rules"]
        found = {
            result["ruleId"]: (result["level"], rules[result["ruleIndex"]]["defaultConfiguration"]["level"])
            for result in run["results"]
        }
        self.assertEqual(found, {
            "seller-centred.proud": ("note", "note"), "deadline.last-chance": ("warning", "warning"),
            "scarcity.only-n-left": ("note", "note"), "shame.let-down": ("error", "error"),
        })

    def test_a_rule(self):
        rules = get_run("--language=en", "all-severities.txt")["tool"]["driver"]["rules"]
        (rule,) = [rule for rule in rules if rule["id"] == "scarcity.only-n-left"]
        why = "A shrinking stock hurries the reader. It is fair only while it is true."
        self.assertEqual(rule, {
            "id": "scarcity.only-n-left",
            "shortDescription": {"text": "Stock scarcity"},
            "fullDescription": {"text": why},
            "help": {"text": f"{why}\nHow many are there, and as of when?\nUCPD Annex I, 7 and 18"},
            "defaultConfiguration": {"level": "note"},
            "properties": {"category": "scarcity", "language": "en", "severity": "proof", "weight": 7},
        })

    def test_a_rule_stands_there_once_for_each_language(self):
        run = get_run("-", text="Only 3 lamps left. Only 4 lamps left.\n\nVi har ikke ret mange. Kun 3 lamper tilbage!\n")
        self.assertEqual([result["ruleIndex"] for result in run["results"]], [0, 0, 1])
        self.assertEqual([rule["properties"]["language"] for rule in run["tool"]["driver"]["rules"]], ["en", "da"])

    def test_a_result(self):
        (result,) = get_run("--language=en", "-", text="Hi.\n\nOnly 3 lamps left!\n")["results"]
        region = {
            "startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 18, "byteOffset": 5, "byteLength": 17}
        self.assertEqual(result["message"]["text"].split("” ")[0], "“Only 3 lamps left")
        self.assertEqual(
            result["locations"], [{"physicalLocation": {"artifactLocation": {"uri": "-"}, "region": region}}])
        (change,) = result["fixes"][0]["artifactChanges"]
        self.assertEqual(result["fixes"][0]["description"]["text"], "3 lamps in stock today!")
        self.assertEqual(change["artifactLocation"], {"uri": "-"})
        self.assertEqual(
            change["replacements"],
            [{"deletedRegion": region, "insertedContent": {"text": "3 lamps in stock today"}}])

    def test_columns_count_utf_16(self):
        (result,) = get_run("--language=en", "-", text="Æ 🎈🎈 Only 3 lamps left")["results"]
        region = get_region(result)
        self.assertEqual((region["startColumn"], region["endColumn"]), (8, 25))
        self.assertEqual((region["byteOffset"], region["byteLength"]), (12, 17))

    def test_a_long_line(self):
        text = "🎈 Act now! " * 200
        columns = [
            get_region(result)["startColumn"] for result in get_run("--language=en", "-", text=text)["results"]]
        self.assertEqual(columns, [4 + 12 * i for i in range(200)])

    def test_bytes_are_those_of_the_file(self):
        words = "Only 3 lamps left"
        for charset, mark in {"utf-8": b"", "utf-8-sig": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.items():
            with self.subTest(charset):
                data = mark + f"Æble 🎈.\r\n{words}!".encode(charset)
                (result,) = get_run("--language=en", "-", text=data)["results"]
                self.assertEqual(cut(data, get_region(result)), words.encode(charset.removesuffix("-sig")))

    def test_paths(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "50 %: Ærø.txt"
            path.write_text("Act now!", encoding="utf-8")
            for name, cwd, uri in (
                (path.name, folder, "50%20%25%3A%20%C3%86r%C3%B8.txt"),
                (path, folder, path.as_uri()),
            ):
                (result,) = get_run("--language=en", name, cwd=cwd)["results"]
                location = result["locations"][0]["physicalLocation"]["artifactLocation"]
                self.assertEqual(location["uri"].replace("%3A", ":"), uri.replace("%3A", ":"))

    def test_fingerprints_stay_when_text_is_added_above(self):
        prints = [
            [result["partialFingerprints"] for result in get_run("--language=en", "-", text=text)["results"]]
            for text in ("So please act now, dear friend.", "A line.\n\nSo please act now, dear friend.")
        ]
        self.assertEqual(prints[0], prints[1])
        other = get_run("--language=en", "-", text="Do not act now, dear reader. Act now!")["results"]
        self.assertNotIn(prints[0][0], [result["partialFingerprints"] for result in other])

    def test_what_could_not_be_checked(self):
        run = check("--format=sarif", "missing.txt", "-", text="Tämä on hyvä kirja, ja se on uusi.")
        (invocation,) = json.loads(run.stdout)["runs"][0]["invocations"]
        self.assertEqual(run.returncode, 2)
        self.assertFalse(invocation["executionSuccessful"])
        self.assertEqual(
            [(notification["level"], notification["message"]["text"])
             for notification in invocation["toolExecutionNotifications"]],
            [("error", "No such file or directory"), ("warning", "not checked: there are no rules for this language")])
        self.assertTrue(get_run("all-severities.txt")["invocations"][0]["executionSuccessful"])

    def test_the_same_bytes_each_time(self):
        runs = {check("--format=sarif", *sorted(CORPUS.glob("*.txt")), locale=locale).stdout
                for locale in ("C.UTF-8", "C", "da_DK.UTF-8")}
        self.assertEqual(len(runs), 1)

    def test_each_line_is_no_file(self):
        run = check("--format=sarif", "--each-line", "lines.txt")
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertIn("--each-line goes with text and JSON", run.stderr.decode())


if __name__ == "__main__":
    run_as_tap()

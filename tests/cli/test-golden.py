#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What mellow-check writes with the fixed pack, compared with the files in expected/.

The tests never write those files: who changes the output on purpose changes them by hand. The figures of the meters
belong to the tests of the tone model and are left out here, as keys are, which are checksums.
"""
import json
import unittest

from cli import CORPUS, EXPECTED, INPUT, check
from tap import run_as_tap

FIGURES = ("pressure", "warmth", "information", "verdict", "lix", "notes", "coverage", "measures")


def leave_out_figures(output):
    for file in output["files"]:
        for name in FIGURES:
            del file["tone"][name]
        for diagnostic in file["diagnostics"]:
            del diagnostic["share"], diagnostic["key"]
    return output


class Golden(unittest.TestCase):
    maxDiff = None

    def assert_text(self, name, *arguments, cwd):
        run = check(*arguments, cwd=cwd)
        self.assertEqual(run.stdout.decode(), (EXPECTED / name).read_text(encoding="utf-8"))
        self.assertEqual((run.returncode, run.stderr), (0, b""))

    def assert_json(self, name, *arguments, cwd):
        run = check("--format=json", *arguments, cwd=cwd)
        expected = json.loads((EXPECTED / name).read_text(encoding="utf-8"))
        self.assertEqual(leave_out_figures(json.loads(run.stdout)), expected)
        self.assertEqual((run.returncode, run.stderr), (0, b""))

    def test_pushy_copy_as_text(self):
        pushy = sorted(path.name for path in CORPUS.glob("*.pushy.*"))
        self.assert_text("pushy.txt", *pushy, cwd=CORPUS)

    def test_soft_copy_as_text(self):
        soft = sorted(path.name for path in CORPUS.glob("*.soft.*"))
        self.assertEqual(check(*soft, cwd=CORPUS).stdout, b"")

    def test_every_severity_as_text(self):
        self.assert_text("all-severities.txt", "all-severities.txt", cwd=INPUT)

    def test_every_severity_as_json(self):
        self.assert_json("all-severities.json", "all-severities.txt", cwd=INPUT)

    def test_byte_order_mark_and_carriage_returns_as_json(self):
        self.assert_json("crlf-bom.json", "crlf-bom.txt", cwd=INPUT)

    def test_danish_mail_as_json(self):
        self.assert_json("basket-mail.pushy.da.json", "basket-mail.pushy.da.txt", cwd=CORPUS)

    def test_what_a_document_ignores(self):
        self.assert_text("document-data.txt", "--document-data=all-severities.data.yaml", "all-severities.txt", cwd=INPUT)

    def test_each_line_as_text(self):
        self.assert_text("lines.txt", "--each-line", "--language=en", "lines.txt", cwd=INPUT)

    def test_the_list_of_rules(self):
        self.assert_text("rules.txt", "--rules", cwd=INPUT)

    def test_the_explanation_of_a_rule(self):
        self.assert_text("explain.txt", "--explain=scarcity.only-n-left", "--language=en", cwd=INPUT)


if __name__ == "__main__":
    run_as_tap()

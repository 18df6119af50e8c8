#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of a project, .mellow.yaml, with the fixed pack."""
import json
import tempfile
import unittest
from pathlib import Path

from cli import check, check_json
from tap import run_as_tap

PUSHY = "Only 3 lamps left!\n"
PACK = """language: en
category: house
title: House
meter: pressure
rules:
  - id: synergy
    severity: pressure
    weight: 5
    phrases: [synergy]
    why: Nobody knows what that is.
    flags: [Synergy.]
    passes: [It rains.]
"""


class Project(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.root = Path(self.temporary.name).resolve()

    def tearDown(self):
        self.temporary.cleanup()

    def write(self, name, text=PUSHY):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, *arguments, cwd=".", **options):
        return check(*arguments, cwd=self.root / cwd, **options)

    def find_rules(self, *arguments, cwd="."):
        files = check_json(*arguments, cwd=self.root / cwd)["files"]
        return {file["file"]: [mark["rule"] for mark in file["diagnostics"]] for file in files}

    def assert_refused(self, yaml, message):
        self.write(".mellow.yaml", yaml)
        run = self.check("--format=json", "ad.txt")
        self.assertEqual((run.returncode, run.stdout.decode(), run.stderr.decode()), (2, "", message + "\n"))


class Keys(Project):
    def test_an_empty_file(self):
        self.write("ad.txt")
        for text in ("", "# Nothing yet.\n", "{}\n"):
            self.write(".mellow.yaml", text)
            self.assertEqual(self.find_rules("ad.txt"), {"ad.txt": ["scarcity.only-n-left"]})

    def test_ignored_rules_and_phrases(self):
        self.write("ad.txt", PUSHY + "\nOnly 5 chairs left!\n")
        self.write(".mellow.yaml", "ignored:\n  - rule: scarcity.only-n-left\n    phrase: only 3 lamps left\n")
        self.assertEqual(len(self.find_rules("ad.txt")["ad.txt"]), 1)
        self.write(".mellow.yaml", "ignored:\n  - rule: scarcity\n")
        self.assertEqual(self.find_rules("ad.txt"), {"ad.txt": []})

    def test_it_adds_to_what_a_text_ignores(self):
        self.write("ad.txt", PUSHY + "\nOnly 5 chairs left!\n")
        self.write("ad.yaml", "ignored:\n  - {rule: scarcity.only-n-left, phrase: only 5 chairs left}\n")
        self.write(".mellow.yaml", "ignored:\n  - {rule: scarcity.only-n-left, phrase: only 3 lamps left}\n")
        self.assertEqual(self.find_rules("--document-data=ad.yaml", "ad.txt"), {"ad.txt": []})

    def test_a_pack_beside_it(self):
        self.write("site/ad.txt", "Synergy.\n")
        self.write("rules/house.yaml", PACK)
        self.write(".mellow.yaml", "packs: [rules/house.yaml]\n")
        self.assertEqual(self.find_rules("site/ad.txt"), {"site/ad.txt": ["house.synergy"]})
        self.assertEqual(self.find_rules("ad.txt", cwd="site"), {"ad.txt": ["house.synergy"]})

    def test_a_contract(self):
        self.write("ad.txt")
        self.write("agreed.yaml", "banned: [scarcity]\n")
        self.write(".mellow.yaml", "contract: agreed.yaml\n")
        run = self.check("ad.txt")
        self.assertEqual(run.returncode, 1)
        self.assertIn("ad.txt:1:1: contract: ", run.stdout.decode())

    def test_languages(self):
        self.write("ad.txt", "Lamp.\n")
        self.write(".mellow.yaml", "language: da\nsource-language: en\n")
        self.assertEqual(check_json("ad.txt", cwd=self.root)["files"][0]["language"], "da")
        self.assertEqual(check_json("--language=en", "ad.txt", cwd=self.root)["files"][0]["language"], "en")
        self.write(".mellow.yaml", "language: auto\n")
        self.assertEqual(self.check("ad.txt").returncode, 0)

    def test_exclude_is_about_folders(self):
        for name in ("a.txt", "drafts/b.txt", "site/c.txt", "site/old/d.txt"):
            self.write(name)
        self.write(".mellow.yaml", "exclude: [drafts, site/old]\n")
        self.assertEqual(list(self.find_rules(".")), ["./a.txt", "./site/c.txt"])
        self.assertEqual(list(self.find_rules("site")), ["site/c.txt"])
        self.assertEqual(list(self.find_rules("drafts/b.txt")), ["drafts/b.txt"])


class Finding(Project):
    def test_the_nearest_counts(self):
        self.write("ad.txt")
        self.write("calm/ad.txt")
        self.write("calm/deep/ad.txt")
        self.write("calm/.mellow.yaml", "ignored:\n  - rule: scarcity\n")
        self.assertEqual(self.find_rules("."), {
            "./ad.txt": ["scarcity.only-n-left"], "./calm/ad.txt": [], "./calm/deep/ad.txt": [],
        })

    def test_standard_input_is_in_the_current_folder(self):
        self.write(".mellow.yaml", "ignored:\n  - rule: scarcity\n")
        self.assertEqual(self.check("-", text=PUSHY).stdout, b"")
        self.assertNotEqual(self.check("--no-project", "-", text=PUSHY).stdout, b"")

    def test_lists_of_rules_know_of_none(self):
        self.write(".mellow.yaml", "nonsense: 1\n")
        self.assertEqual(self.check("--rules").returncode, 0)

    def test_as_sarif(self):
        self.write("ad.txt")
        self.write("calm/ad.txt")
        self.write("calm/.mellow.yaml", "ignored:\n  - rule: scarcity\n")
        (run,) = json.loads(self.check("--format=sarif", ".").stdout)["runs"]
        self.assertEqual(len(run["results"]), 1)


class Mistakes(Project):
    def setUp(self):
        super().setUp()
        self.write("ad.txt")

    def test_an_unknown_key(self):
        self.assert_refused(
            "language: da\nlanguages: en\n",
            ".mellow.yaml:2:1: “languages” is no key here; known are contract, language, source-language, packs, ignored, "
            "exclude",
        )

    def test_other_types(self):
        self.assert_refused("- a\n", ".mellow.yaml:1:1: a map was expected")
        self.assert_refused("packs: house.yaml\n", ".mellow.yaml:1:8: a list was expected")
        self.assert_refused(
            "exclude:\n  - [a]\n",
            ".mellow.yaml:2:5: a text was expected; a text that begins with [ or { or holds “: ” stands in single quotes",
        )
        self.assert_refused("contract: ''\n", ".mellow.yaml:1:12: “contract” has no value")

    def test_unknown_languages(self):
        self.assert_refused(
            "language: xx\n", ".mellow.yaml:1:11: no rules for language “xx”: expected auto or one of en, da"
        )

    def test_files_that_are_missing(self):
        self.assert_refused("contract: agreed.yaml\n", ".mellow.yaml:1:11: agreed.yaml: No such file or directory")
        self.assert_refused("packs: [no/house.yaml]\n", ".mellow.yaml:1:9: no/house.yaml: No such file or directory")

    def test_from_a_folder_below(self):
        self.write(".mellow.yaml", "x: 1\n")
        self.write("site/ad.txt")
        run = self.check("ad.txt", cwd="site")
        self.assertTrue(run.stderr.decode().startswith(f"{self.root}/.mellow.yaml:1:1: "), run.stderr)

    def test_a_mistake_is_told_once(self):
        self.write("more.txt")
        self.write(".mellow.yaml", "x: 1\n")
        self.assertEqual(self.check("ad.txt", "more.txt").stderr.count(b"\n"), 1)
        self.assertEqual(self.check("--no-project", "ad.txt", "more.txt").returncode, 0)


if __name__ == "__main__":
    run_as_tap()

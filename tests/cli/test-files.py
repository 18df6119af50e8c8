#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders as arguments, and what is known from an earlier run, with the fixed pack."""
import json
import os
import pty
import subprocess
import tempfile
import unittest
from pathlib import Path

from cli import FIXED_RULES, PROGRAM, check, check_json
from tap import run_as_tap

PUSHY = "Only 3 lamps left!\n"


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.root = Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def write(self, name, text=PUSHY):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def check(self, *arguments, **options):
        return check(*arguments, cwd=self.root, **options)

    def list(self, *arguments):
        return [file["file"] for file in check_json(*arguments, cwd=self.root)["files"]]


class Walking(Folder):
    def test_known_names_sorted(self):
        for name in ("copy/b.txt", "copy/a/z.md", "copy/A.html", "copy/æ.po", "copy/picture.png", "copy/Makefile"):
            self.write(name)
        self.assertEqual(self.list("copy"), ["copy/A.html", "copy/a/z.md", "copy/b.txt", "copy/æ.po"])

    def test_hidden_and_foreign_files(self):
        for name in ("a.txt", ".b.txt", ".git/c.txt", "node_modules/d.md", "e/node_modules/f.md"):
            self.write(name)
        self.assertEqual(self.list("."), ["./a.txt"])
        self.assertEqual(self.list(".git"), [".git/c.txt"])

    def test_include_and_exclude(self):
        for name in ("a.txt", "b.html", "drafts/c.txt", "drafts/old/d.txt", "e.copy"):
            self.write(name)
        self.assertEqual(self.list("--include=*.copy", "--include=*.html", "."), ["./b.html", "./e.copy"])
        self.assertEqual(self.list("--exclude=drafts", "."), ["./a.txt", "./b.html"])
        self.assertEqual(self.list("--exclude=drafts/old/*", "."), ["./a.txt", "./b.html", "./drafts/c.txt"])
        self.assertEqual(self.list("--exclude=*.txt", "a.txt"), ["a.txt"])

    def test_links_are_followed_but_not_in_circles(self):
        self.write("site/a.txt")
        self.write("shared/b.txt")
        (self.root / "site/again").symlink_to("..")
        (self.root / "site/self").symlink_to(".")
        (self.root / "site/nowhere").symlink_to("missing.txt")
        self.assertEqual(self.list("site"), ["site/a.txt", "site/again/shared/b.txt"])

    def test_folders_beside_files(self):
        self.write("one.txt")
        self.write("copy/two.txt")
        self.assertEqual(self.list("one.txt", "copy/"), ["one.txt", "copy/two.txt"])

    def test_nothing_to_check_is_said(self):
        (self.root / "empty").mkdir()
        run = self.check("empty")
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertIn(b"no file to check in the folders", run.stderr)

    def test_no_progress_without_a_terminal(self):
        for i in range(3):
            self.write(f"{i}.txt", "It rains.\n")
        self.assertEqual(self.check(".").stderr, b"")

    def test_no_progress_for_quick_work(self):
        self.write("a.txt", "It rains.\n")
        self.write("b.txt", "It rains.\n")
        ours, theirs = pty.openpty()
        environment = {**os.environ, "MELLOW_RULES": FIXED_RULES}
        subprocess.run([PROGRAM, "."], cwd=self.root, stderr=theirs, env=environment, check=True)
        os.write(theirs, b"end")
        self.assertEqual(os.read(ours, 100), b"end")
        os.close(ours)
        os.close(theirs)


class Baseline(Folder):
    def save(self, *arguments):
        self.write("known.json", self.check("--format=json", *arguments).stdout.decode())

    def check_new(self, *arguments):
        return self.check("--baseline=known.json", *arguments)

    def test_only_what_is_new(self):
        self.write("ad.txt", PUSHY)
        self.save("ad.txt")
        self.write("ad.txt", "A new line above.\n\n" + PUSHY + "\nOnly 5 chairs left!\n")
        run = self.check_new("ad.txt")
        self.assertTrue(run.stdout.decode().startswith("ad.txt:5:1: proof: scarcity: “Only 5 chairs left”"))
        self.assertEqual(run.stdout.count(b"\n"), 1)
        self.assertEqual(run.stderr, b"mellow-check: 1 finding was known from known.json\n")

    def test_nothing_new_does_not_fail(self):
        self.write("ad.txt", PUSHY)
        self.save("ad.txt")
        self.assertEqual(self.check("--fail-on=note", "ad.txt").returncode, 1)
        self.assertEqual(self.check_new("--fail-on=note", "ad.txt").returncode, 0)

    def test_each_answers_for_one(self):
        self.write("ad.txt", PUSHY)
        self.save("ad.txt")
        self.write("ad.txt", PUSHY + "\n" + PUSHY)
        (file,) = json.loads(self.check_new("--format=json", "ad.txt").stdout)["files"]
        self.assertEqual([mark["range"]["start"]["line"] for mark in file["diagnostics"]], [3])

    def test_units_and_differences(self):
        head = 'msgid ""\nmsgstr "Language: da\\n"\n\n'
        unit = 'msgid "The lamps are in stock."\nmsgstr "Kun 3 lamper tilbage!"\n\n'
        self.write("shop.po", head + unit)
        self.save("shop.po")
        self.write("shop.po", head + unit.replace("lamps", "chairs") + unit)
        run = self.check_new("shop.po")
        self.assertEqual([line.split(":")[1] for line in run.stdout.decode().splitlines()], ["5", "5"])
        self.assertIn(b"2 findings were known", run.stderr)

    def test_differences_from_another_file(self):
        self.write("ad.txt", "The lamps are in stock.\n")
        self.write("ad.da.txt", "Kun 3 lamper tilbage!\n")
        self.save("--compare", "ad.txt", "ad.da.txt")
        run = self.check_new("--compare", "--fail-on=parity", "ad.txt", "ad.da.txt")
        self.assertEqual((run.returncode, run.stdout), (0, b""))
        self.write("ad.da.txt", "Kun 3 lamper tilbage! Skynd dig nu!\n")
        run = self.check_new("--compare", "--fail-on=parity", "ad.txt", "ad.da.txt")
        self.assertEqual(run.returncode, 1)

    def test_in_sarif(self):
        self.write("ad.txt", PUSHY)
        self.save("ad.txt")
        self.assertEqual(json.loads(self.check_new("--format=sarif", "ad.txt").stdout)["runs"][0]["results"], [])

    def test_a_run_that_found_nothing(self):
        self.write("calm.txt", "It rains.\n")
        self.write("ad.txt", PUSHY)
        self.save("calm.txt")
        self.assertEqual(self.check_new("ad.txt").stderr, b"mellow-check: 0 findings were known from known.json\n")

    def test_something_else(self):
        self.write("ad.txt", PUSHY)
        for content in ("", "[]", "Only 3 left", '{"a": 1}', '{"diagnostics": [{"message": "", "key": 3}]}'):
            self.write("known.json", content)
            run = self.check_new("ad.txt")
            self.assertEqual((run.returncode, run.stdout), (2, b""), content)
            self.assertIn(b"known.json:1:1: this is not what mellow-check --format=json writes", run.stderr)


if __name__ == "__main__":
    run_as_tap()

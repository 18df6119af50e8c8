#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped rules on whole pieces of copy: the pushy version presses more than the soft one, which is let alone."""
import unittest
from collections import Counter

from cli import CORPUS, LEXICONS, SAMPLES, SHIPPED_RULES, check, check_json
from tap import run_as_tap

PIECES = [
    f"{piece}.{{}}.{language}.txt"
    for piece in ("ad", "basket-mail", "landing-page", "newsletter", "product-page")
    for language in ("en", "da")
]
LOUD = {"pressure", "proof", "remove"}


def check_shipped(path):
    (file,) = check_json(path, rules=SHIPPED_RULES)["files"]
    return file


def find_loud_marks(file):
    return [(mark["rule"], mark["text"]) for mark in file["diagnostics"] if mark["severity"] in LOUD]


class Corpus(unittest.TestCase):
    def test_the_pushy_version_presses_more(self):
        for piece in PIECES:
            with self.subTest(piece=piece):
                pushy, soft = (check_shipped(CORPUS / piece.format(kind))["tone"] for kind in ("pushy", "soft"))
                self.assertGreater(pushy["pressure"], soft["pressure"] + 20)
                self.assertEqual(pushy["verdict"], "pushy")

    def test_the_soft_version_is_let_alone(self):
        for piece in PIECES:
            with self.subTest(piece=piece):
                file = check_shipped(CORPUS / piece.format("soft"))
                self.assertEqual(find_loud_marks(file), [])
                self.assertEqual(file["tone"]["verdict"], "calm")
                self.assertTrue(file["credits"])

    def test_the_sample_shows_both_sides(self):
        for language in ("en", "da"):
            with self.subTest(language=language):
                file = check_shipped(SAMPLES / f"landing-page.{language}.txt")
                self.assertGreaterEqual(len({mark["category"] for mark in file["diagnostics"]}), 6)
                self.assertGreaterEqual(len(file["credits"]), 3)

    def test_every_mark_offers_a_way_out(self):
        for path in [*sorted(CORPUS.glob("*.pushy.*")), *sorted(SAMPLES.glob("*.txt"))]:
            for mark in check_shipped(path)["diagnostics"]:
                with self.subTest(path=path.name, rule=mark["rule"], text=mark["text"]):
                    kinds = {rewrite["kind"] for rewrite in mark["rewrites"]}
                    self.assertTrue(kinds & {"benefit", "question"} or mark["ask"])
                    self.assertLessEqual(len(mark["rewrites"]), 3)
                    self.assertEqual(len(kinds), len(mark["rewrites"]))

    def test_a_rewrite_reads_as_it_says(self):
        for path in [*sorted(CORPUS.glob("*.txt")), *sorted(SAMPLES.glob("*.txt"))]:
            text = path.read_bytes()
            for mark in check_shipped(path)["diagnostics"]:
                for rewrite in mark["rewrites"]:
                    with self.subTest(path=path.name, rule=mark["rule"], text=rewrite["text"]):
                        start, end = (rewrite["range"][edge]["byte"] for edge in ("start", "end"))
                        rewritten = (text[:start] + rewrite["text"].encode() + text[end:]).decode()
                        self.assertIn(rewrite["sentence"], rewritten)
                        self.assertFalse(set("{}<>") & set(rewrite["sentence"]))

    def test_each_language_has_its_rules(self):
        rules = check("--rules", rules=SHIPPED_RULES).stdout.decode().splitlines()
        counts = Counter(rule.split("\t")[0] for rule in rules)
        self.assertEqual(set(counts), {path.stem for path in LEXICONS.glob("*.yaml")})
        self.assertGreaterEqual(min(counts.values()), 50)


if __name__ == "__main__":
    run_as_tap()

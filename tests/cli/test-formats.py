#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of translators and of Word: read by their names, and Word documents by their bytes."""
import tempfile
import unittest
import zipfile
from pathlib import Path

from cli import CORPUS, check, check_json
from tap import run_as_tap

FORMATS = CORPUS / "formats"


def make_word_document(path, *paragraphs):
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document><w:body>{body}</w:body></w:document>")


def find_marks(path):
    (file,) = check_json(path)["files"]
    return [mark["text"] for mark in file["diagnostics"]]


class Formats(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return Path(self.folder.name) / name

    def test_a_word_document(self):
        for name in ("ad.docx", "ad.bin"):
            with self.subTest(name=name):
                make_word_document(self.path(name), "The bench waits for you, and so do we.", "There are only 3 left of the bench in green.")
                self.assertIn("only 3 left", find_marks(self.path(name)))

    def test_what_is_no_word_document(self):
        self.path("ad.docx").write_text("There are only 3 left of the bench in green.")
        run = check(self.path("ad.docx"))
        self.assertIn(b"this is no Word document", run.stderr)
        self.assertNotEqual(run.returncode, 0)

    def test_targets_of_xliff(self):
        self.path("ad.xlf").write_text(
            '<file source-language="en" target-language="en"><trans-unit id="1"><source>Buy now</source>'
            '<target>There are only <g id="1">3</g> left of it.</target></trans-unit></file>'
        )
        marks = find_marks(self.path("ad.xlf"))
        self.assertEqual(len(marks), 1)
        self.assertEqual(marks[0], "only 3 left")

    def test_a_format_that_the_document_data_tells(self):
        self.path("ad.txt").write_text("There are only <b>3</b> left of the bench.")
        self.path("ad.yaml").write_text("format: html\n")
        self.assertEqual(find_marks(self.path("ad.txt")), [])
        for option in ([], ["--format-in=html"]):
            with self.subTest(option=option):
                (file,) = check_json(f"--document-data={self.path('ad.yaml')}", *option, self.path("ad.txt"))["files"]
                self.assertEqual([mark["text"] for mark in file["diagnostics"]], ["only 3 left"])
        (file,) = check_json(f"--document-data={self.path('ad.yaml')}", "--format-in=text", self.path("ad.txt"))["files"]
        self.assertEqual(file["diagnostics"], [])

    def test_an_old_encoding_that_the_file_names(self):
        for name in ("latin-1.xlf", "latin-9.po"):
            with self.subTest(name=name):
                self.assertNotIn(b"UTF-8", check(FORMATS / name).stderr)


if __name__ == "__main__":
    run_as_tap()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers hold in the sources, and a planted breach of each kind is found."""
import tempfile
import unittest
from pathlib import Path

from layers import LICENCE, check_tree
from tap import run_as_tap

SOURCES = Path(__file__).resolve().parents[2]


def find_breaches(files):
    """What check_tree says of a tree that holds the given files, each with its licence line."""
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name)
        for path, text in files.items():
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_text(f"/* {LICENCE} */\n{text}", encoding="utf-8")
        return [breach.replace(f"{tree}/", "") for breach in check_tree(tree)]


class Layers(unittest.TestCase):
    def assert_breach(self, path, text, wanted):
        self.assertEqual([breach.split(": ")[0] for breach in find_breaches({path: text})], [wanted])

    def test_the_sources_keep_the_layers(self):
        self.assertEqual(list(check_tree(SOURCES)), [])

    def test_the_sources_are_found(self):
        self.assertTrue((SOURCES / "src/prose/prose.h").is_file())

    def test_down_is_allowed(self):
        files = {
            "src/prose/check/prose-checker.c": '#include "rules/prose-rule.h"\n#include "text/prose-span.h"\n',
            "src/prose/prose.h": '#include "check/prose-checker.h"\n',
            "src/cli/mellow-check.c": '#include <stdio.h>\n#include "prose.h"\n#include "mellow-data.h"\n',
            "src/app/mellow-window.c": '#include <adwaita.h>\n#include "prose.h"\n#include "mellow-data.h"\n',
        }
        self.assertEqual(find_breaches(files), [])

    def test_up_is_a_breach(self):
        self.assert_breach(
            "src/prose/text/prose-token.c", '\n#include "rules/prose-rule.h"\n', "src/prose/text/prose-token.c:3")

    def test_sideways_is_a_breach(self):
        self.assert_breach(
            "src/prose/formats/prose-html.c", '#include "rules/prose-rule.h"\n', "src/prose/formats/prose-html.c:2")
        self.assert_breach(
            "src/prose/tone/prose-tone.c", '#include "rewrite/prose-rewriter.h"\n', "src/prose/tone/prose-tone.c:2")

    def test_the_engine_may_not_know_its_callers(self):
        self.assert_breach("src/prose/check/a.c", '#include "mellow-data.h"\n', "src/prose/check/a.c:2")
        self.assert_breach("src/prose/check/a.c", '#include "prose.h"\n', "src/prose/check/a.c:2")
        self.assert_breach("src/prose/prose.h", '#include "mellow-data.h"\n', "src/prose/prose.h:2")

    def test_a_toolkit_below_the_window_is_a_breach(self):
        self.assert_breach("src/prose/rules/a.c", "#include <gtk/gtk.h>\n", "src/prose/rules/a.c:2")
        self.assert_breach("src/prose/rules/a.c", "#  include <adwaita.h>\n", "src/prose/rules/a.c:2")
        self.assert_breach("src/cli/a.c", "#include <gtksourceview/gtksource.h>\n", "src/cli/a.c:2")

    def test_the_command_line_and_the_window_do_not_mix(self):
        files = {"src/app/mellow-window.h": "", "src/cli/mellow-check.c": '#include "mellow-window.h"\n'}
        self.assertEqual(len(find_breaches(files)), 1)

    def test_both_programs_may_include_reports_which_know_neither(self):
        files = {
            "src/report/mellow-report.h": "",
            "src/cli/mellow-check.c": '#include "mellow-report.h"\n',
            "src/app/mellow-page.c": '#include "mellow-report.h"\n',
        }
        self.assertEqual(find_breaches(files), [])
        self.assert_breach("src/report/a.c", '#include "mellow-data.h"\n', "src/report/a.c:2")
        self.assert_breach("src/report/a.c", "#include <gtk/gtk.h>\n", "src/report/a.c:2")

    def test_an_engine_that_prints_is_a_breach(self):
        self.assert_breach("src/prose/check/a.c", 'g_print ("x");\n', "src/prose/check/a.c:2")
        self.assert_breach("src/prose/check/a.c", "exit (1);\n", "src/prose/check/a.c:2")
        self.assertEqual(find_breaches({"src/prose/check/a.c": "/* never printf (…) */ g_strdup_printf (x);\n"}), [])

    def test_an_unknown_folder_is_a_breach(self):
        self.assert_breach("src/prose/misc/a.c", "", "src/prose/misc/a.c:1")

    def test_a_missing_licence_line_is_a_breach(self):
        with tempfile.TemporaryDirectory() as name:
            (Path(name) / "tests").mkdir()
            (Path(name) / "tests/test-a.c").write_text("int main (void);\n", encoding="utf-8")
            self.assertEqual(len(list(check_tree(Path(name)))), 1)


if __name__ == "__main__":
    run_as_tap()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closing line of ./dev test counts right, and a failure is never lost."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from tap import run_as_tap

PROGRAM = Path(__file__).resolve().parents[1] / "count-results.py"


def run_program(*tests):
    """The lines printed and the exit status for tests of (result, standard output)."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for result, output in tests:
            print(json.dumps({"name": "a test", "result": result, "stdout": output}), file=log)
        log.flush()
        run = subprocess.run([sys.executable, PROGRAM, log.name], capture_output=True, text=True)
        return run.stdout.splitlines(), run.returncode


def count(*tests):
    """The closing line and the exit status."""
    lines, status = run_program(*tests)
    return lines[-1], status


class CountResults(unittest.TestCase):
    def test_points_are_counted(self):
        self.assertEqual(count(("OK", "1..2\nok 1 a\nok 2 b\n")), ("2 passed, 0 failed", 0))

    def test_a_failed_point(self):
        self.assertEqual(count(("FAIL", "1..2\nok 1 a\nnot ok 2 b\n")), ("1 passed, 1 failed", 1))

    def test_a_test_without_points_counts_once(self):
        self.assertEqual(count(("OK", "hello"), ("FAIL", "")), ("1 passed, 1 failed", 1))

    def test_a_crash_after_good_points_is_a_failure(self):
        for result in ("ERROR", "TIMEOUT", "INTERRUPT"):
            self.assertEqual(count((result, "1..3\nok 1 a\n")), ("1 passed, 1 failed", 1))

    def test_a_failure_tells_how_its_output_ended(self):
        output = "".join(f"line {number}\n" for number in range(99)) + "not ok 1 a\n"
        lines, _ = run_program(("OK", "ok 1 fine\n"), ("FAIL", output))
        self.assertEqual(lines[0], "FAILED a test (FAIL)")
        self.assertEqual(lines[-3:], ["  line 98", "  not ok 1 a", "1 passed, 1 failed"])
        self.assertLess(len(lines), 50)

    def test_skipped_is_neither(self):
        self.assertEqual(count(("SKIP", ""), ("OK", "ok 1 a\nok 2 b # SKIP no display\n")), ("1 passed, 0 failed", 0))

    def test_nothing_run_is_no_success(self):
        self.assertEqual(count(), ("0 passed, 0 failed", 1))


if __name__ == "__main__":
    run_as_tap()

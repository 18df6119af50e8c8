#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count what meson's JSON logs of a test run report, and close with `N passed, N failed`.

usage: count-results.py LOG.json…

A test that speaks TAP counts by its points, any other one as one. A test that ends badly, by a crash or a timeout,
without a failed point of its own is one failure more. Skipped points and tests count as neither.
"""
import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b(.*)$", re.MULTILINE)
GOOD = {"OK", "EXPECTEDFAIL"}
LINES_SHOWN = 30


def count_points(output):
    passed = failed = 0
    for refused, rest in POINT.findall(output):
        directive = re.search(r"#\s*(SKIP|TODO)", rest, re.IGNORECASE)
        if not directive:
            passed, failed = passed + (not refused), failed + bool(refused)
    return passed, failed


def describe_failure(test):
    """What tells why: the name, and the end of what the test said."""
    said = [line for name in ("stdout", "stderr") for line in test.get(name, "").splitlines()[-LINES_SHOWN:]]
    return "\n".join([f"FAILED {test['name']} ({test['result']})", *("  " + line for line in said)])


def count_test(test):
    if test["result"] == "SKIP":
        return 0, 0
    passed, failed = count_points(test.get("stdout", ""))
    if test["result"] in GOOD:
        return max(passed, 1), failed
    return passed, max(failed, 1)


def main():
    passed = failed = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as log:
            for test in map(json.loads, filter(str.strip, log)):
                good, bad = count_test(test)
                passed, failed = passed + good, failed + bad
                if bad:
                    print(describe_failure(test))
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())

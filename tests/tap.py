# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the unittest cases of a script and report them in TAP, one point for each case, as meson reads it."""
import sys
import unittest


class TapResult(unittest.TestResult):
    number = 0
    has_bad_part = False

    def report(self, test, is_good, note=""):
        self.number += 1
        print(f"{'' if is_good else 'not '}ok {self.number} {test.id().removeprefix('__main__.')}{note}", flush=True)

    def explain(self, test, error):
        for line in self._exc_info_to_string(error, test).splitlines():
            print(line, file=sys.stderr)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.report(test, True)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.report(test, True, f" # SKIP {reason}")

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.report(test, False)
        self.explain(test, error)

    def addError(self, test, error):
        super().addError(test, error)
        self.report(test, False)
        self.explain(test, error)

    def addSubTest(self, test, part, error):
        super().addSubTest(test, part, error)
        if error:
            self.has_bad_part = True
            print(part, file=sys.stderr)
            self.explain(part, error)

    def stopTest(self, test):
        super().stopTest(test)
        if self.has_bad_part:
            self.report(test, False)
        self.has_bad_part = False


def run_as_tap():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}", flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(not result.wasSuccessful())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations beside their originals, with the fixed pack: in one file, and in two."""
import json
import re
import tempfile
import unittest

from cli import CORPUS, EXPECTED, INPUT, SHIPPED_RULES, check, check_json, check_text
from tap import run_as_tap


def get_file(*arguments, **options):
    (result,) = check_json(*arguments, **options)["files"]
    return result


def get_results(*arguments):
    (run,) = json.loads(check("--format=sarif", *arguments).stdout)["runs"]
    return [result for result in run["results"] if result["ruleId"].startswith("parity.")]


def cut(name, span):
    data = (INPUT / name).read_bytes()
    return data[span["start"]["byte"]:span["end"]["byte"]].decode()


class Units(unittest.TestCase):
    maxDiff = None

    def test_as_text(self):
        run = check("--verbose", "shop.da.po")
        self.assertEqual(run.stdout.decode(), (EXPECTED / "shop.da.po.txt").read_text(encoding="utf-8"))
        self.assertEqual(run.stderr.decode(), "shop.da.po:19:8: not compared: it is not translated\n")
        self.assertEqual(run.returncode, 0)

    def test_as_json(self):
        result = get_file("shop.da.po")
        self.assertEqual(list(result)[-2:], ["parity", "compared"])
        (added,) = [finding for finding in result["parity"] if finding["kind"] == "pressure-added"]
        self.assertEqual(cut("shop.da.po", added["range"]), "Kun 3 lamper tilbage")
        self.assertEqual(cut("shop.da.po", added["source_range"]), "The lamps are in stock.")
        self.assertEqual(added["segment"], "The lamps are in stock.")
        self.assertRegex(added["key"], "^[0-9a-f]{24}$")
        self.assertEqual((result["compared"]["source_language"], result["compared"]["target_language"]), ("en", "da"))
        self.assertEqual(result["compared"]["uncompared"][0]["segment"], "We write to you.")

    def test_mixed_address_is_one_finding(self):
        findings = get_file("shop.da.po", rules=SHIPPED_RULES)["parity"]
        (mixed,) = [finding for finding in findings if finding["kind"] == "address-mixed"]
        self.assertEqual([cut("shop.da.po", place) for place in mixed["places"]], ["Der er %d lamper til Dem."])
        self.assertIsNone(mixed["source_range"])

    def test_marks_tell_their_segment(self):
        (mark,) = get_file("shop.da.po")["diagnostics"]
        self.assertEqual(mark["segment"], "The lamps are in stock.")
        self.assertNotIn("segment", check_text("Only 3 left!")["diagnostics"][0])

    def test_as_sarif(self):
        results = get_results("shop.da.po")
        added = next(result for result in results if result["ruleId"] == "parity.pressure-added")
        self.assertEqual(added["level"], "warning")
        self.assertEqual(added["properties"]["segment"], "The lamps are in stock.")
        self.assertEqual(added["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 7)
        self.assertIn("mellowParity/v1", added["partialFingerprints"])

    def test_xliff_with_a_limit(self):
        run = check("shop.da.xlf")
        self.assertEqual(run.stdout.decode().splitlines()[1:], [
            "shop.da.xlf:7:17: parity: pressure-added: “Kun 3 lamper tilbage” presses, and the original does not (scarcity)",
            "shop.da.xlf:7:17: parity: too-long: 21 characters, where 12 are allowed",
        ])
        self.assertEqual({finding["segment"] for finding in get_file("shop.da.xlf")["parity"]}, {"shop.html#1"})

    def test_other_files_have_none(self):
        self.assertNotIn("parity", get_file("all-severities.txt"))
        self.assertNotIn("parity", get_file("lamps.html"))


class Basket(unittest.TestCase):
    """Sixty units of which seventeen do not sound as their originals do."""
    ASTRAY = {
        "page.empty", "item.stock", "item.best", "item.perhaps", "item.guarantee", "button.keep", "button.decline", "return.ask",
        "news.ask", "mail.subject", "mail.end", "review.count", "account.ask",
    }

    def setUp(self):
        self.file = get_file(CORPUS / "formats/basket.da.po", rules=SHIPPED_RULES)

    def test_what_went_astray_is_found_and_nothing_else(self):
        found = {finding["segment"].split("\x04")[0] for finding in self.file["parity"] if "segment" in finding}
        self.assertEqual(found - self.ASTRAY, set())
        self.assertGreaterEqual(len(found), 12)

    def test_mixed_address_is_one_finding(self):
        (mixed,) = [finding for finding in self.file["parity"] if finding["kind"] == "address-mixed"]
        self.assertEqual(len(mixed["places"]), 3)

    def test_what_is_not_compared(self):
        (gap,) = self.file["compared"]["uncompared"]
        self.assertTrue(gap["segment"].startswith("footer.about"))


class Texts(unittest.TestCase):
    def test_two_pages(self):
        run = check("--compare", "lamps.html", "lamps.da.html")
        self.assertIn("lamps.da.html:4:4: parity: pressure-added: “Kun 3 lamper tilbage” ", run.stdout.decode())
        self.assertEqual(run.stderr.decode(), "lamps.html:5:4: not compared: it has no translation\n")

    def test_only_the_translation_is_checked(self):
        result = get_file("--compare", "lamps.html", "lamps.da.html")
        self.assertEqual(result["file"], "lamps.da.html")
        self.assertEqual(result["compared"]["file"], "lamps.html")
        self.assertEqual([finding["kind"] for finding in result["parity"]], ["pressure-added"])
        self.assertEqual(cut("lamps.html", result["parity"][0]["source_range"]), "The lamps are in stock.")

    def test_as_sarif(self):
        (result,) = get_results("--compare", "lamps.html", "lamps.da.html")
        original = result["relatedLocations"][0]["physicalLocation"]
        self.assertEqual((original["artifactLocation"]["uri"], original["region"]["startLine"]), ("lamps.html", 4))

    def test_plain_texts(self):
        run = check("--compare", "--source-language=en", "--language=da", "lines.txt", "-", text="Kun 3 tilbage!")
        self.assertEqual(run.returncode, 0, run.stderr)

    def test_a_file_that_is_missing(self):
        run = check("--compare", "missing.html", "lamps.da.html")
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertIn(b"missing.html: No such file", run.stderr)

    def test_it_takes_two_files(self):
        for arguments in (["lamps.html"], ["lamps.html", "lamps.da.html", "lines.txt"], []):
            run = check("--compare", *arguments)
            self.assertEqual(run.returncode, 2)
            self.assertIn(b"--compare goes with two files", run.stderr)


class Report(unittest.TestCase):
    def get_section(self, *arguments):
        page = check("--format=html", *arguments).stdout.decode()
        self.assertEqual(page, check("--format=html", *arguments).stdout.decode())
        return re.search(r"<section>\n<h2>(?:Beside the original|Ved siden af originalen)</h2>.*?</section>", page, re.DOTALL)[0]

    def test_it_has_what_differs(self):
        section = self.get_section("shop.da.po")
        self.assertIn("<b>More pressure than in the original</b> <span class=\"quiet\">line 8</span>", section)
        self.assertIn("“<bdi>Kun 3 lamper tilbage</bdi>”", section)
        self.assertIn("“<bdi>The lamps are in stock.</bdi>”", section)
        self.assertIn("<th scope=\"row\">Original</th><td>0</td>", section)
        self.assertIn("Not compared: 1 not translated", section)

    def test_in_danish(self):
        section = self.get_section("--report-language=da", "shop.da.po")
        self.assertIn("<b>Mere pres end i originalen</b> <span class=\"quiet\">linje 8</span>", section)
        self.assertIn("Ikke sammenlignet: 1 ikke oversat", section)

    def test_a_limit(self):
        self.assertIn("<p>21 characters, room for 12</p>", self.get_section("shop.da.xlf"))

    def test_two_files(self):
        section = self.get_section("--compare", "lamps.html", "lamps.da.html")
        self.assertIn("<b>More pressure than in the original</b>", section)

    def test_other_texts_have_none(self):
        self.assertNotIn("Beside the original", check("--format=html", "all-severities.txt").stdout.decode())


class Dismissed(unittest.TestCase):
    def setUp(self):
        (self.finding,) = [finding for finding in get_file("shop.da.po")["parity"] if finding["kind"] == "pressure-added"]
        self.data = tempfile.NamedTemporaryFile(suffix=".yaml")
        self.data.write(f"dismissed:\n  - key: {self.finding['key']}\n    kind: pressure-added\n".encode())
        self.data.flush()
        self.addCleanup(self.data.close)

    def test_it_is_left_out_and_said(self):
        run = check(f"--document-data={self.data.name}", "shop.da.po")
        self.assertNotIn(b"pressure-added", run.stdout)
        self.assertIn(f"mellow-check: 1 difference in tone was dismissed in {self.data.name}", run.stderr.decode())

    def test_as_json(self):
        result = get_file(f"--document-data={self.data.name}", "shop.da.po")
        self.assertNotIn(self.finding["key"], [finding["key"] for finding in result["parity"]])
        self.assertEqual(result["compared"]["dismissed"], 1)

    def test_in_the_report(self):
        page = check("--format=html", f"--document-data={self.data.name}", "shop.da.po").stdout.decode()
        self.assertNotIn("<b>More pressure", page)
        self.assertIn("<p>May differ, as was decided: 1</p>", page)

    def test_it_makes_nothing_fail(self):
        other = [finding for finding in get_file("shop.da.po")["parity"] if finding["key"] != self.finding["key"]]
        run = check(f"--document-data={self.data.name}", "--fail-on=parity", "shop.da.po")
        self.assertEqual(run.returncode, 1 if other else 0)

    def test_another_text_has_it_again(self):
        text = (INPUT / "shop.da.po").read_text(encoding="utf-8").replace("Kun 3 lamper", "Kun 4 lamper")
        run = check(f"--document-data={self.data.name}", "--format-in=po", "-", text=text)
        self.assertIn(b"pressure-added", run.stdout)
        self.assertNotIn(b"dismissed", run.stderr)


class Status(unittest.TestCase):
    def test_parity_can_make_the_command_fail(self):
        self.assertEqual(check("shop.da.po").returncode, 0)
        self.assertEqual(check("--fail-on=parity", "shop.da.po").returncode, 1)
        self.assertEqual(check("--fail-on=parity", "all-severities.txt").returncode, 0)

    def test_beside_a_severity(self):
        self.assertEqual(check("--fail-on=remove", "shop.da.po").returncode, 0)
        self.assertEqual(check("--fail-on=parity", "--fail-on=remove", "shop.da.po").returncode, 1)
        self.assertEqual(check("--fail-on=remove", "--fail-on=parity", "all-severities.txt").returncode, 1)

    def test_an_unknown_language(self):
        run = check("--source-language=xx", "shop.da.po")
        self.assertEqual(run.returncode, 2)
        self.assertIn("no rules for language “xx”", run.stderr.decode())


if __name__ == "__main__":
    run_as_tap()

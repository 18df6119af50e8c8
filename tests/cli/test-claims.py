#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The claims of a text, and what was agreed on its tone, with the fixed pack."""
import json
import re
import tempfile
import unittest
from pathlib import Path

from cli import INPUT, SHIPPED_RULES, check, check_json
from tap import run_as_tap

WHY = "A shrinking stock hurries the reader. It is fair only while it is true."
ASK = "    only you know: How many are there, and as of when?\n    reference: UCPD Annex I, 7 and 18\n"
DATA = """ignored:
  - rule: scarcity.only-n-left
    phrase: only 3 lamps left
    proof: https://example.org/stock
    owner: Ida
    valid-until: 2026-12-31
"""


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def check(self, *arguments, **options):
        run = check("--language=en", *arguments, cwd=self.folder, **options)
        return run.returncode, run.stdout.decode(), run.stderr.decode()


class Claims(Files):
    def setUp(self):
        super().setUp()
        self.write("ad.txt", "Act now!\n\nOnly 3 lamps left. Only 5 lamps left.\n")
        self.write("ad.yaml", DATA)

    def test_as_text(self):
        self.assertEqual(self.check("--claims", "ad.txt"), (0, "".join(
            f"ad.txt:3:{column}: claim: open: scarcity: “Only {n} lamps left” {WHY}\n{ASK}" for column, n in ((1, 3), (20, 5))
        ), ""))

    def test_proofs_are_rows_too(self):
        for date, state in {"2026-12-31": "proven", "2027-01-01": "expired"}.items():
            status, output, _ = self.check("--claims", f"--date={date}", "--document-data=ad.yaml", "ad.txt")
            self.assertEqual(output, (
                f"ad.txt:3:1: claim: {state}: scarcity: “Only 3 lamps left” {WHY}\n{ASK}"
                "    proof: https://example.org/stock\n    owner: Ida\n    valid until: 2026-12-31\n"
                f"ad.txt:3:20: claim: open: scarcity: “Only 5 lamps left” {WHY}\n{ASK}"))

    def test_an_expired_proof_marks_again(self):
        for date, n_marks in {"2026-12-31": 2, "2027-01-01": 3}.items():
            _, output, _ = self.check(f"--date={date}", "--document-data=ad.yaml", "ad.txt")
            self.assertEqual(len(output.splitlines()), n_marks)

    def test_in_a_page(self):
        """Words are what a reader sees, whatever tags stand among them, at one place too."""
        self.write("ad.yaml", DATA + "  - rule: deadline.last-chance\n    level: here\n    phrase: act now\n    after: only 3\n    place: 90\n")
        self.write("ad.html", "<h1>A<b>ct</b> now!</h1>\n<p>Only <b>3</b>\n lamps&#32;left.</p><p>Act now!</p>")
        for date, places in {"2026-12-31": ["3:24"], "2027-01-01": ["2:4", "3:24"]}.items():
            _, output, _ = self.check(f"--date={date}", "--document-data=ad.yaml", "ad.html")
            self.assertEqual(re.findall(r"^ad.html:(\d+:\d+): ", output, re.M), places)

    def check_new(self, date, *arguments):
        return self.check("--claims", f"--date={date}", "--document-data=ad.yaml", "--baseline=known.json", *arguments, "ad.txt")

    def test_only_what_is_new(self):
        """A claim stays known, whatever is above it; one whose proof runs out is told again."""
        _, known, _ = self.check("--claims", "--format=json", "--date=2026-12-31", "--document-data=ad.yaml", "ad.txt")
        self.write("known.json", known)
        self.assertEqual(self.check_new("2026-12-31"), (0, "", "mellow-check: 2 findings were known from known.json\n"))
        self.write("ad.txt", "It rains.\n\nOnly 3 lamps left. Only 5 lamps left. Only 5 lamps left.\n\nOnly 7 lamps left.\n")
        _, output, _ = self.check_new("2026-12-31")
        self.assertEqual(re.findall(r"^ad.txt:(\d+:\d+): claim: (\w+)", output, re.M), [("3:39", "open"), ("5:1", "open")])
        _, output, _ = self.check_new("2027-01-01", "--format=json")
        self.assertEqual([claim["state"] for claim in json.loads(output)["files"][0]["claims"]], ["expired", "open", "open"])

    def test_a_run_without_claims_knows_none(self):
        _, known, _ = self.check("--format=json", "ad.txt")
        self.write("known.json", known)
        _, output, _ = self.check_new("2026-12-31")
        self.assertEqual(len(re.findall(r": claim: ", output)), 2)

    def test_as_json(self):
        (file,) = check_json(
            "--language=en", "--claims", "--date=2026-12-01", "--document-data=ad.yaml", "ad.txt", cwd=self.folder)["files"]
        proven, claim = file["claims"]
        self.assertEqual(list(claim), [
            "rule", "category", "range", "text", "message", "reference", "ask", "state", "proof", "owner", "valid_until", "key"])
        self.assertEqual((claim["state"], claim["proof"], claim["text"]), ("open", None, "Only 5 lamps left"))
        self.assertEqual(
            (proven["state"], proven["proof"], proven["owner"], proven["valid_until"]),
            ("proven", "https://example.org/stock", "Ida", "2026-12-31"))
        self.assertEqual(len(file["diagnostics"]), 2)

    def test_as_a_page(self):
        """A row of the report has all that is known."""
        for date, state in {"2026-12-31": "Proven", "2027-01-01": "The proof has expired"}.items():
            _, page, _ = self.check("--format=html", f"--date={date}", "--document-data=ad.yaml", "ad.txt")
            proven, claim = page.split('<table class="claims">')[1].split("</table>")[0].split("<tr>")[2:]
            cells = [re.sub("<[^>]*>", " ", cell).strip() for cell in proven.split("</td>")]
            self.assertEqual(cells[0], "“ Only 3 lamps left ”")
            self.assertEqual(cells[1], f"{WHY} How many are there, and as of when?")
            self.assertEqual((cells[2], cells[4:6]), ("UCPD Annex I, 7 and 18", ["Ida", "2026-12-31"]))
            self.assertIn(state, cells[3])
            self.assertIn("https://example.org/stock", cells[3])
            self.assertIn("Only 5 lamps left", claim)

    def test_a_proof_counts_for_the_words(self):
        """The next rule that asks for a proof of the same words is silent, and there is one row."""
        for phrase in "only 3 lamps left", "only 3 lamps left in stock":
            self.write("ad.yaml", DATA.replace("only 3 lamps left", phrase))
            run = check(
                "--language=en", "--claims", "--date=2026-12-01", f"--document-data={self.folder}/ad.yaml", "-",
                text="There are only 3 lamps left in stock.", rules=SHIPPED_RULES)
            lines = [line for line in run.stdout.decode().splitlines() if "claim:" in line]
            self.assertEqual(len(lines), 1, lines)
            self.assertIn(" claim: proven: scarcity: ", lines[0])

    def test_json_has_them_only_when_asked_for(self):
        (file,) = check_json("ad.txt", cwd=self.folder)["files"]
        self.assertFalse({"claims", "contract"} & set(file))

    def test_the_families_that_make_claims(self):
        """Whatever the severity: a deadline that presses is to be true, too."""
        for text, category in {
            "The sale ends tonight.": "deadline", "Only 3 lamps left.": "scarcity",
            "The best lamp in the world.": "superlative", "Doctors recommend this lamp.": "authority",
            "It is completely free.": "free", "An eco-friendly choice.": "green-claim",
            "231 people are looking at this right now.": "crowd",
        }.items():
            with self.subTest(text):
                (file,) = check_json("--language=en", "--claims", "-", text=text, rules=SHIPPED_RULES)["files"]
                self.assertEqual([claim["category"] for claim in file["claims"]][:1], [category])
        (file,) = check_json("--language=en", "--claims", "-", text="Don't let us down!", rules=SHIPPED_RULES)["files"]
        self.assertEqual(file["claims"], [])


class Contract(Files):
    def setUp(self):
        super().setUp()
        self.write("ad.txt", "Act now!\n\nOnly 3 lamps left.\n")
        self.write("soft.txt", "The lamp is blue, and it stands on three legs.\n")

    def test_a_text_that_keeps_it(self):
        self.write("nord.yaml", "pressure: {most: 20}\nbanned: [all]\n")
        self.assertEqual(self.check("--contract=nord.yaml", "soft.txt"), (0, "", ""))

    def test_deviations(self):
        self.write("nord.yaml", "warmth: {least: 15}\nbanned: [scarcity]\nwords: [lamps]\n")
        self.assertEqual(self.check("--contract=nord.yaml", "ad.txt", "soft.txt"), (
            1,
            "ad.txt: contract: warmth: 0, agreed at least 15\n"
            "ad.txt:3:1: contract: scarcity.only-n-left: “Only 3 lamps left” was agreed to be left out\n"
            "ad.txt:3:8: contract: words: “lamps” was agreed to be left out\n"
            "soft.txt: contract: warmth: 0, agreed at least 15\n",
            ""))

    def test_a_line_of_several(self):
        self.write("nord.yaml", "warmth: {least: 15}\n")
        status, output, _ = self.check("--contract=nord.yaml", "--each-line", "-", text="\nIt is blue.\n")
        self.assertEqual((status, output), (1, "-:2: contract: warmth: 0, agreed at least 15\n"))

    def test_the_form_of_address(self):
        self.write("nord.yaml", "address: du\n")
        run = check(
            "--language=da", f"--contract={self.folder}/nord.yaml", "-", text="Vil De se Deres nye lampe?",
            rules=SHIPPED_RULES)
        self.assertEqual(
            (run.returncode, run.stdout.decode()), (1, "-: contract: address: “De” is used, agreed is “du”\n"))

    def test_one_that_cannot_be_read(self):
        self.write("nord.yaml", "banned: [gilt]\n")
        self.assertEqual(
            self.check("--contract=nord.yaml", "ad.txt"),
            (2, "", "nord.yaml:1:10: there is no rule “gilt”, and no family\n"))
        self.assertEqual(
            self.check("--contract=none.yaml", "ad.txt"), (2, "", "none.yaml: No such file or directory\n"))
        self.write("nord.yaml", "banned: [\n")
        status, output, message = self.check("--contract=nord.yaml", "ad.txt")
        self.assertEqual((status, output), (2, ""))
        self.assertRegex(message, r"^nord\.yaml:\d+:\d+: ")

    def test_a_bad_file_outweighs_deviations(self):
        self.write("nord.yaml", "warmth: {least: 15}\n")
        self.assertEqual(self.check("--contract=nord.yaml", "ad.txt", "missing.txt")[0], 2)

    def test_a_language_that_is_not_known(self):
        """A text of which nothing could be checked keeps nothing."""
        self.write("nord.yaml", "warmth: {least: 15}\n")
        self.write("kirja.txt", "Tämä on hyvä kirja, ja se on uusi.\n")
        self.write("empty.txt", "\n")
        run = check("--contract=nord.yaml", "kirja.txt", cwd=self.folder)
        self.assertEqual(run.returncode, 2)
        self.assertIn(
            "kirja.txt: its language is not known: the contract could not be checked\n", run.stderr.decode())
        self.assertEqual(check("kirja.txt", cwd=self.folder).returncode, 0)
        self.assertEqual(check("--contract=nord.yaml", "empty.txt", cwd=self.folder).returncode, 0)
        run = check(f"--contract={self.folder}/nord.yaml", "--each-line", "-", text="\nTämä on hyvä kirja, ja se on uusi.\n")
        self.assertIn("-:2: its language is not known", run.stderr.decode())
        self.assertEqual(run.returncode, 2)

    def test_as_json(self):
        self.write("nord.yaml", "warmth: {least: 15}\nwords: [lamps]\n")
        (file,) = check_json("--contract=nord.yaml", "ad.txt", cwd=self.folder)["files"]
        whole, word = file["contract"]
        self.assertEqual(whole, {
            "kind": "meter", "subject": "warmth", "message": "warmth: 0, agreed at least 15", "range": None})
        self.assertEqual((word["kind"], word["subject"], word["range"]["start"]["column"]), ("word", "lamps", 8))
        self.write("nord.yaml", "")
        (file,) = check_json("--contract=nord.yaml", "ad.txt", cwd=self.folder)["files"]
        self.assertEqual(file["contract"], [])

    def test_with_claims(self):
        self.write("nord.yaml", "words: [act]\n")
        status, output, _ = self.check("--contract=nord.yaml", "--claims", "ad.txt")
        self.assertEqual(status, 1)
        self.assertIn("ad.txt:3:1: claim: open: scarcity", output)
        self.assertIn("ad.txt:1:1: contract: words", output)


if __name__ == "__main__":
    run_as_tap()

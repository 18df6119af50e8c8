#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report as a page: whole, in good order, closed to whatever a text says, with the fixed pack."""
import re
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from cli import CORPUS, EXPECTED, INPUT, SHIPPED_RULES, check
from tap import run_as_tap

VOID = {"meta", "br"}
TAGS = VOID | {
    "html", "head", "title", "style", "body", "article", "header", "section", "h1", "h2", "h3", "p", "div", "ul", "ol",
    "li", "table", "thead", "tbody", "tr", "th", "td", "mark", "sup", "a", "b", "span", "bdi",
}
ATTRIBUTES = {
    "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "role", "aria-label", "aria-valuemin",
    "aria-valuemax", "aria-valuenow", "style", "scope", "dir",
}
HOSTILE = "</div><script>alert(1)</script> \"onmouseover='x' <img src=//evil.example> &lt; ]]> --> </style>\x01\x7f\u202e {} %s"


class Page(HTMLParser):
    """A page, read; every breach of good order is noted."""

    def __init__(self, text):
        super().__init__()
        self.open, self.breaches, self.ids, self.links, self.tags, self.texts = [], [], [], [], [], {}
        self.feed(text)
        self.close()
        self.breaches += [f"{name} is not closed" for name in self.open]
        self.breaches += [f"nothing is called {link}" for link in self.links if link.removeprefix("#") not in self.ids]
        if len(set(self.ids)) < len(self.ids):
            self.breaches.append("two have one name")

    def handle_starttag(self, name, attributes):
        self.tags.append(name)
        if name not in TAGS:
            self.breaches.append(f"<{name}>")
        for key, value in attributes:
            if key not in ATTRIBUTES:
                self.breaches.append(f"{name} {key}")
            if key == "id":
                self.ids.append(value)
            if key == "href":
                self.links.append(value)
                if not value.startswith("#"):
                    self.breaches.append(f"a link to {value}")
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name, attributes):
        self.handle_starttag(name, attributes)

    def handle_endtag(self, name):
        if not self.open or self.open.pop() != name:
            self.breaches.append(f"</{name}>")

    def handle_data(self, text):
        if self.open:
            self.texts[self.open[-1]] = self.texts.get(self.open[-1], "") + text


def get_page(*arguments, **options):
    return check("--format=html", *arguments, **options).stdout.decode()


def leave_out_figures(page):
    """The figures of the meters belong to the tests of the tone model."""
    page = re.sub(r'(<h3>\w+) \d+|(aria-valuenow=")\d+|(style="width:)\d+|\d+ points', r"\1\2\3", page)
    return re.sub(r"(<p class=\"verdict\">|<tr><th scope=\"row\">[^<]*</th><td>)[^<]*", r"\1", page)


class Report(unittest.TestCase):
    maxDiff = None

    def assert_good(self, page):
        self.assertEqual(Page(page).breaches, [])
        self.assertIsNotNone(ElementTree.fromstring(re.search("<body>.*</body>", page, re.DOTALL)[0]))

    def test_golden(self):
        page = get_page(
            "--date=2026-02-01", "--document-data=all-severities.data.yaml", "all-severities.txt", cwd=INPUT)
        expected = (EXPECTED / "all-severities.html").read_text(encoding="utf-8")
        self.assertEqual(leave_out_figures(page), leave_out_figures(expected))

    def test_the_corpus_with_the_shipped_rules(self):
        page = get_page(*sorted(CORPUS.glob("*.txt")), rules=SHIPPED_RULES)
        self.assert_good(page)
        self.assertEqual(Page(page).tags.count("article"), len(list(CORPUS.glob("*.txt"))))
        self.assertEqual(Page(page).texts["title"], "Tone report")

    def test_the_text_stands_there_whole(self):
        text = "Act now!\r\n\r\nOnly 3 lamps <left>. Kaffe & æbler.\rSo.\n"
        copy = re.search(r'<div class="copy"[^>]*>(.*?)</div>', get_page("--language=en", "-", text=text), re.DOTALL)[1]
        bare = re.sub(r"<sup>.*?</sup>|</?mark[^>]*>", "", copy)
        self.assertEqual(bare, "Act now!\n\nOnly 3 lamps &lt;left&gt;. Kaffe &amp; æbler.\nSo.\n")

    def test_a_file_is_shown_as_it_is_read(self):
        text = '<title>Lamps</title><p>Come <img alt="Act now!"> and see.</p><p>Only <b>3</b> lamps left.</p>'
        copy = re.search(
            r'<div class="copy"[^>]*>(.*?)</div>',
            get_page("--language=en", "--format-in=html", "-", text=text), re.DOTALL)[1]
        self.assertEqual(re.sub(r"<sup>.*?</sup>", "", copy), (
            'Lamps\n\nCome and see.\n\n<mark class="pressure" id="m1-1">Act now</mark>!\n\n'
            '<mark class="proof" id="m1-2">Only 3 lamps left</mark>.'))

    def test_marks_are_numbered_in_order(self):
        page = get_page("--language=en", "-", text="Act now! Only 3 lamps left.")
        self.assertEqual(re.findall(r'<mark class="(\w+)" id="m1-(\d)">([^<]*)</mark><sup><a href="#n1-(\d)">', page), [
            ("pressure", "1", "Act now", "1"), ("proof", "2", "Only 3 lamps left", "2")])

    def test_the_points_of_each_meter_add_up(self):
        page = get_page("--language=en", "-", text="Only 3 lamps left. What would you like to use the desk for?")
        meters = re.findall(r"<h3>(\w+) (\d+)</h3>(.*?)</div>\n(?=<div>|</div>)", page, re.DOTALL)
        self.assertEqual([name for name, *_ in meters], ["Pressure", "Warmth", "Information"])
        for name, value, evidence in meters:
            self.assertGreater(int(value), 0, name)
            self.assertEqual(sum(map(int, re.findall(r", (\d+) points?\b", evidence))), int(value), name)

    def test_it_needs_nothing_else(self):
        page = get_page("all-severities.txt")
        self.assertNotRegex(page, r"(?i)<script|<link|<img|@import|url\(|https?://|src=")
        self.assertIn("default-src 'none'", page)

    def test_hostile_words(self):
        with tempfile.TemporaryDirectory() as folder:
            name = '<b onclick="x">&.txt'
            (Path(folder) / name).write_text(f"Act now! {HOSTILE} Only 3 {HOSTILE} left.", encoding="utf-8")
            (Path(folder) / "known.yaml").write_text(
                "ignored:\n  - rule: deadline.last-chance\n    phrase: act now\n    proof: '<script>x</script>'\n"
                "    owner: '</td><script>'\n", encoding="utf-8")
            (Path(folder) / "nord.yaml").write_text("words: ['alert', '<i>script']\nwarmth: {least: 99}\n", encoding="utf-8")
            page = get_page(
                "--language=en", "--contract=nord.yaml", "--document-data=known.yaml", name, cwd=folder, rules=SHIPPED_RULES)
        self.assert_good(page)
        self.assertEqual(Page(page).texts["h1"], name)
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", page)
        self.assertNotRegex(page, "[\x00-\x08\x0b-\x1f\x7f]")

    def test_hostile_words_in_another_language(self):
        page = get_page("-", text="<p>Tämä on hyvä kirja, ja se on uusi. <script>")
        self.assert_good(page)
        self.assertIn("Not checked", page)

    def test_an_empty_text(self):
        page = get_page("-")
        self.assert_good(page)
        self.assertIn("Nothing is marked.", page)

    def test_deviations(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as contract:
            contract.write("warmth: {least: 15}\nquestions: {most: 10}\nbanned: [scarcity]\nwords: [is]\n")
            contract.flush()
            page = get_page(f"--contract={contract.name}", "-", text="Only 3 lamps left. Is it warm?")
        self.assert_good(page)
        items = re.search(r"<h2>Tone contract</h2>\n<ul>\n(.*?)</ul>", page, re.DOTALL)[1].splitlines()
        self.assertEqual([re.sub(r"<[^>]*>", "", item) for item in items], [
            "Warmth: 0, agreed at least 15",
            "Sentences that ask, of a hundred: 50, agreed at most 10",
            "“Only 3 lamps left” was agreed to be left out scarcity.only-n-left, line 1",
            "“Is” was agreed to be left out line 1",
        ])

    def test_a_contract_that_is_kept(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as contract:
            contract.write("pressure: {most: 90}\n")
            contract.flush()
            page = get_page(f"--contract={contract.name}", "-", text="It rains.")
        self.assertIn("The text keeps what was agreed.", page)
        self.assertNotIn("Tone contract", get_page("-", text="It rains."))

    def test_the_client_of_a_contract(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as contract:
            contract.write("client: Nord <& Søn>\npressure: {most: 90}\n")
            contract.flush()
            page = get_page(f"--contract={contract.name}", "-", text="It rains.")
        self.assert_good(page)
        self.assertIn("<h2>Tone contract</h2>\n<p>Nord &lt;&amp; Søn&gt;</p>", page)

    def test_a_contract_on_a_language_that_is_not_known(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as contract:
            contract.write("pressure: {most: 90}\n")
            contract.flush()
            page = check("--format=html", f"--contract={contract.name}", "-", text="Tämä on hyvä kirja, ja se on uusi.").stdout.decode()
        self.assertIn("Its language is not known: the tone could not be checked.", page)
        self.assertNotIn("The text keeps what was agreed.", page)

    def test_the_date_only_when_given(self):
        self.assertIn("2026-12-24", get_page("--date=2026-12-24", "all-severities.txt"))
        self.assertNotRegex(get_page("all-severities.txt"), r"\b20\d\d-\d\d")

    def test_repeats(self):
        page = get_page("--language=en", "-", text="Act now!\n\nAct now! Æ. Act now!")
        self.assert_good(page)
        self.assertIn("<li>“<bdi>Act now</bdi>” is said word for word again and again (3)</li>", page)

    def test_examples_speak_to_the_reader_as_the_text_does(self):
        for text, example in [
            ("Velkommen til butikken. Hvad kan De tænke Dem at bruge den til? Er De glad for den?", r"\bDe\b"),
            ("Velkommen til butikken. Hvad vil du gerne bruge den til? Er du glad for den?", r"\bdu\b"),
        ]:
            page = get_page("--report-language=da", "-", text=text, rules=SHIPPED_RULES)
            missing = re.search('Lader læseren vælge</th><td class="quiet">ikke fundet, for eksempel: “(.*?)”', page)[1]
            self.assertRegex(missing, example)

    def test_in_danish(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as contract:
            contract.write("warmth: {least: 99.5}\n")
            contract.flush()
            page = get_page("--report-language=da", f"--contract={contract.name}", "all-severities.txt", cwd=INPUT)
        self.assert_good(page)
        self.assertIn('<html lang="da">', page)
        self.assertIn("all-severities.txt · Rapport om tonen", Page(page).texts["title"])
        self.assertRegex(page, "<h3>Pres \\d+</h3>")
        self.assertRegex(page, r"Læsbarhed \(LIX\)</th><td>\d+,\d</td>")
        self.assertIn("aftalt mindst 99,5", page)

    def test_families_are_named_in_its_language(self):
        for language, name in [("en", "Stock scarcity"), ("da", "Knaphed"), ("fr", "Rareté")]:
            page = get_page(f"--report-language={language}", "-", text="Only 3 left in stock!", rules=SHIPPED_RULES)
            self.assertIn(name, page)

    def test_a_language_without_words(self):
        self.assertEqual(check("--report-language=tlh", "-", text="").returncode, 2)

    def test_the_same_bytes_each_time(self):
        pages = {get_page(*sorted(CORPUS.glob("*.txt")), locale=locale) for locale in ("C.UTF-8", "C", "da_DK.UTF-8")}
        self.assertEqual(len(pages), 1)


if __name__ == "__main__":
    run_as_tap()

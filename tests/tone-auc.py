#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print how well the tone tells pushy texts from soft ones, as an AUC for each of the two meters.

FILE.tsv has a header and the columns id, text, label (pushy, soft or neutral), category, span, and optionally noise:
why the label cannot be decided from the text. Text and label are what is read; neutral texts and those with noise are
left out.

The AUC of Pressure is how often it is right about a pushy and a soft text drawn at random: the share of all such pairs
where the pushy text has the higher Pressure. That of Warmth is the share where the soft text has the higher Warmth.
A tie counts half. So 1 is a perfect ranking, 0.5 what a coin does, and 0 wrong each time. It is about the order alone:
where a meter stands, and whether a verdict is right, it does not tell.
"""
import argparse
import csv
import json
import subprocess
import sys
from bisect import bisect_left, bisect_right
from pathlib import Path

BUILT_PROGRAM = Path(__file__).resolve().parents[1] / "build/src/cli/mellow-check"
COLUMNS = ("text", "label")
LABELS = ("pushy", "soft", "neutral")


def read_rows(path):
    """The rows of a labelled file whose label can be decided from the text."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = [column for column in COLUMNS if column not in (reader.fieldnames or [])]
            if missing:
                sys.exit(f"{path}: the header has no column {', '.join(missing)}")
            rows = list(reader)
    except OSError as error:
        sys.exit(f"{path}: {error.strerror}")
    except UnicodeDecodeError:
        sys.exit(f"{path}: not UTF-8")
    for number, row in enumerate(rows, 2):
        if row["label"] not in LABELS:
            sys.exit(f"{path}:{number}: the label is {row['label']!r}, not one of {', '.join(LABELS)}")
    return [row for row in rows if not row.get("noise")]


def read_tones(program, language, texts):
    """The tone of each text, from one run of the program."""
    command = [program, "--each-line", "--format=json", f"--language={language}", "-"]
    try:
        run = subprocess.run(command, input="".join(f"{text}\n" for text in texts).encode(), capture_output=True)
    except OSError as error:
        sys.exit(f"{program}: {error.strerror}")
    if run.returncode not in (0, 1):
        sys.exit(f"{program}: exit status {run.returncode}: {run.stderr.decode().strip()}")
    tones = [json.loads(line)["tone"] for line in run.stdout.splitlines()]
    if len(tones) != len(texts):
        sys.exit(f"{program}: {len(texts)} texts went in, {len(tones)} results came out")
    return tones


def compute_auc(higher, lower):
    """The share of pairs where the value of higher is the larger one; ties count half."""
    lower = sorted(lower)
    points = sum(bisect_left(lower, value) + bisect_right(lower, value) for value in higher)
    return points / (2 * len(higher) * len(lower))


def describe(path, program, language):
    rows = [row for row in read_rows(path) if row["label"] != "neutral"]
    tones = read_tones(program, language, [row["text"] for row in rows])
    pushy, soft = ([tone for row, tone in zip(rows, tones) if row["label"] == label] for label in ("pushy", "soft"))
    if not pushy or not soft:
        sys.exit(f"{path}: {len(pushy)} pushy and {len(soft)} soft texts; it takes some of both")
    pressure = compute_auc([tone["pressure"] for tone in pushy], [tone["pressure"] for tone in soft])
    warmth = compute_auc([tone["warmth"] for tone in soft], [tone["warmth"] for tone in pushy])
    return f"{path}: {len(pushy)} pushy, {len(soft)} soft: Pressure {pressure:.4f}, Warmth {warmth:.4f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE.tsv")
    parser.add_argument("--cli", default=BUILT_PROGRAM, metavar="PATH", help="mellow-check, if not the one in build/")
    parser.add_argument("--language", default="auto", metavar="CODE", help="the language of the texts (default: auto)")
    options = parser.parse_args()
    for path in options.files:
        print(describe(path, options.cli, options.language))


if __name__ == "__main__":
    main()

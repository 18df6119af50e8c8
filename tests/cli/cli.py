# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: the program, its files, and one way to run it."""
import json
import os
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
INPUT = HERE / "input"
EXPECTED = HERE / "expected"
CORPUS = HERE.parent / "corpus"
SAMPLES = HERE.parents[1] / "data/samples"
LEXICONS = HERE.parents[1] / "data/lexicon"
PROGRAM = os.environ["MELLOW_CHECK"]
FIXED_RULES = os.environ["MELLOW_FIXED_RULES"]
SHIPPED_RULES = os.environ["MELLOW_SHIPPED_RULES"]


def check(*arguments, rules=FIXED_RULES, text="", cwd=INPUT, locale="C.UTF-8", output=subprocess.PIPE):
    """Run mellow-check in a folder, that of the inputs unless told; text goes to its standard input."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        input=text if isinstance(text, bytes) else text.encode(),
        stdout=output,
        stderr=subprocess.PIPE,
        env={**os.environ, "MELLOW_RULES": str(rules), "LC_ALL": locale},
        cwd=cwd,
    )


def check_json(*arguments, **options):
    run = check("--format=json", *arguments, **options)
    assert run.returncode in (0, 1), run.stderr.decode()
    return json.loads(run.stdout)


def check_text(text, **options):
    """The one file object for a text on standard input."""
    (result,) = check_json("-", text=text, **options)["files"]
    return result


def check_lines(text, *arguments, **options):
    run = check("--each-line", "--format=json", *arguments, "-", text=text, **options)
    assert run.returncode in (0, 1), run.stderr.decode()
    return [json.loads(line) for line in run.stdout.decode().splitlines()]

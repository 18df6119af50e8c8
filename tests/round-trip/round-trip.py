#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens, edits and saves the HTML, Markdown, PO and XLIFF files of this machine, and says what did not stay as it was.

Each file is taken through the code of the application: opened and saved, it has to have the same bytes; cut into blocks and
segments, each run has to lead back to its bytes; each translation written with its own words has to be written as it was; an edit
of a segment has to change that segment alone, and to read as meant; an edit in the window's buffer has to change the bytes of its
span alone, and undone, none. Then mellow-check reads it. Nothing is written outside of a temporary directory.

Prints figures for each format, and each fault with its file. The exit status is 1 if there is a fault, else 0.
"""

import argparse
import collections
import concurrent.futures
import gzip
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

SUFFIXES = {".po": "po", ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown",
            ".xlf": "xliff", ".xliff": "xliff", ".sdlxliff": "xliff"}
CHUNK = 200
LONGEST = 60  # seconds for a file


def find_format(name):
    path = pathlib.PurePath(name.removesuffix(".gz").lower())
    return SUFFIXES.get(path.suffix)


def find_files(directories):
    """All files, by format; each once, even if links lead to it."""
    found = collections.defaultdict(dict)
    for directory in directories:
        if os.path.isfile(directory) and find_format(directory):
            found[find_format(directory)][os.path.realpath(directory)] = None
        for folder, _, names in os.walk(directory):
            for name in names:
                path = os.path.join(folder, name)
                if find_format(name) and os.path.isfile(path) and "\n" not in path and "\t" not in path:
                    found[find_format(name)][os.path.realpath(path)] = None
    return {name: sorted(paths) for name, paths in sorted(found.items())}


def choose(paths, at_most):
    """So many of them, evenly."""
    if not at_most or len(paths) <= at_most:
        return paths
    return [paths[i * len(paths) // at_most] for i in range(at_most)]


class Unpacked:
    """A chunk of files, with those that are compressed unpacked into a folder of their own."""

    def __init__(self, paths):
        self.folder = tempfile.mkdtemp(prefix="mellow-")
        self.names = {self.unpack(i, path): path for i, path in enumerate(paths)}

    def unpack(self, i, path):
        if not path.endswith(".gz"):
            return path
        target = os.path.join(self.folder, str(i), os.path.basename(path).removesuffix(".gz"))
        os.mkdir(os.path.dirname(target))
        with gzip.open(path) as packed, open(target, "wb") as file:
            shutil.copyfileobj(packed, file)
        return target

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)


def run(command, names, env, given=None):
    """The output, or None and how it ended otherwise than it should."""
    try:
        result = subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env,
                                timeout=LONGEST + 2 * len(names))
    except subprocess.TimeoutExpired:
        return None, "takes too long"
    if result.returncode < 0 or result.returncode > 2:
        lines = result.stderr.decode(errors="replace").strip().splitlines()
        return None, f"ends by {result.returncode}: {lines[-1] if lines else ''}"
    return result.stdout, None


class Trip:
    def __init__(self, options, home):
        self.options = options
        self.env = os.environ | {"MELLOW_RULES": options.window_rules, "HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home,
                                 "XDG_CONFIG_HOME": home, "GSETTINGS_BACKEND": "memory", "LC_ALL": "C.UTF-8"}
        self.check_env = self.env | {"MELLOW_RULES": options.rules}

    def open_and_save(self, names):
        """A line of figures for each file, and what crashed."""
        command = [self.options.program, f"--samples={self.options.samples}", f"--seed={self.options.seed}"]
        output, problem = run(command, names, self.env, "".join(name + "\n" for name in names).encode(errors="surrogateescape"))
        if problem is None:
            return output.decode(errors="replace").splitlines(), []
        if len(names) == 1:
            return [], [(names[0], f"crash: {problem}")]
        return self.apart(self.open_and_save, names)

    def check(self, names):
        _, problem = run([self.options.mellow_check, "--format=json", "--", *names], names, self.check_env)
        if problem is None:
            return [], []
        if len(names) == 1:
            return [], [(names[0], f"check: {problem}")]
        return self.apart(self.check, names)

    @staticmethod
    def apart(function, names):
        """Both halves by themselves, until the one file is found."""
        middle = len(names) // 2
        first, second = function(names[:middle]), function(names[middle:])
        return first[0] + second[0], first[1] + second[1]

    def take(self, paths):
        with Unpacked(paths) as unpacked:
            names = list(unpacked.names)
            lines, faults = self.open_and_save(names)
            faults += self.check(names)[1]
            known = unpacked.names
            return [line.split("\t") for line in lines], [(known[name], what) for name, what in faults], known


class Figures:
    def __init__(self):
        self.counts = collections.defaultdict(collections.Counter)
        self.faults = collections.Counter()
        self.lines = []

    def add_fault(self, path, what):
        self.faults[what.split(":")[0]] += 1
        self.lines.append(f"{path}: {what}")

    def add(self, rows, crashes, known):
        for row in rows:
            name, kind, encoding, size, segments, units, edits, withheld, faults = row
            counts = self.counts[kind]
            if faults.startswith("refused"):
                counts["refused"] += 1
                print(f"{known.get(name, name)}: {faults}")
                continue
            for key, value in (("files", 1), ("bytes", size), ("segments", segments), ("units", units), ("edits", edits),
                               ("withheld", withheld)):
                counts[key] += int(value)
            counts[encoding] += 1
            for fault in filter(None, faults.split(" | ")):
                self.add_fault(known.get(name, name), fault)
        for path, what in crashes:
            self.add_fault(path, what)

    def print(self, seconds):
        for line in self.lines:
            print(line)
        for kind, counts in sorted(self.counts.items()):
            print(f"{kind}: " + ", ".join(f"{value:,} {key}" for key, value in counts.items()))
        print(f"faults: {sum(self.faults.values())}" + "".join(f", {value} {key}" for key, value in self.faults.most_common()))
        print(f"in {seconds:.0f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, help="the round-trip program of the build")
    parser.add_argument("--mellow-check", required=True)
    parser.add_argument("--rules", required=True, help="the rules that mellow-check goes by")
    parser.add_argument("--window-rules", required=True, help="the rules that drafts are read by")
    parser.add_argument("--at-most", type=int, metavar="N", help="take only so many files of each format, evenly")
    parser.add_argument("--samples", type=int, default=6, metavar="N", help="edit so many segments of each file (6)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="choose other segments")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N")
    parser.add_argument("directories", nargs="*", default=["/usr"], help="where to look (/usr)")
    options = parser.parse_args()

    start = time.monotonic()
    paths = [path for found in find_files(options.directories).values() for path in choose(found, options.at_most)]
    chunks = [paths[i:i + CHUNK] for i in range(0, len(paths), CHUNK)]
    figures = Figures()
    os.nice(10)
    with tempfile.TemporaryDirectory(prefix="mellow-") as home, concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        trip = Trip(options, home)
        for done, result in enumerate(pool.map(trip.take, chunks)):
            figures.add(*result)
            print(f"\r{min((done + 1) * CHUNK, len(paths)):,} of {len(paths):,} files", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    figures.print(time.monotonic() - start)
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())

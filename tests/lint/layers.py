#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the layers of the house: who may include whom, where no toolkit may stand, what the engine may not do.

usage: layers.py DIRECTORY

Prints each breach as file:line: what is wrong.
"""
import re
import sys
from pathlib import Path

# A folder of the engine may include from itself and from what stands beside it here.
ENGINE = {
    "text": set(),
    "formats": {"text"},
    "rules": {"text", "formats"},
    "check": {"text", "formats", "rules"},
    "tone": {"text", "formats", "rules", "check"},
    "rewrite": {"text", "formats", "rules", "check"},
}
# The folders above the engine.
PROGRAMS = ("report", "cli", "app")
# The only file of another program's folder that the window shares.
SHARED = {"mellow-data.h"}
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita|gtksourceview|pango)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
FORBIDDEN_CALL = re.compile(
    r"\b(printf|puts|putchar|g_print|g_printerr|exit|abort|getenv|g_getenv|g_settings_new)\s*\(")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"


def blank_comments(source):
    """The source with its comments blanked and its lines in place."""
    return COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), source)


def check_engine_include(folder, quote, target):
    if TOOLKIT.match(target):
        return f"the engine knows no toolkit: {target}"
    if quote == "<":
        return None
    top = target.split("/")[0]
    if folder == ".":
        return None if top in ENGINE or target == "prose.h" else f"outside the engine: {target}"
    if top == folder or top in ENGINE[folder]:
        return None
    return f"{folder} may not include {target}"


def check_program_include(folder, own, target):
    if folder != "app" and TOOLKIT.match(target):
        return f"{folder} knows no toolkit: {target}"
    if target.startswith("mellow-") and target not in own:
        return f"{folder} may not include {target}"
    return None


def check_includes(path, folder, is_engine, own):
    for number, line in enumerate(blank_comments(path.read_text(encoding="utf-8")).splitlines(), 1):
        include = INCLUDE.match(line)
        if include:
            quote, target = include.groups()
            wrong = (
                check_engine_include(folder, quote, target)
                if is_engine
                else check_program_include(folder, own, target))
            if wrong:
                yield f"{path}:{number}: {wrong}"
        if is_engine and FORBIDDEN_CALL.search(line):
            yield f"{path}:{number}: the engine neither prints nor exits nor reads settings: {line.strip()}"


def check_licence(path):
    with path.open(encoding="utf-8") as file:
        if LICENCE not in file.readline():
            yield f"{path}:1: the first line does not name the licence: {LICENCE}"


def get_sources(directory):
    return sorted(path for path in directory.rglob("*.[ch]"))


def check_engine(source):
    engine = source / "prose"
    for path in get_sources(engine):
        folder = path.relative_to(engine).parts[0] if path.parent != engine else "."
        if folder != "." and folder not in ENGINE:
            yield f"{path}:1: the layers do not know the folder {folder}"
        else:
            yield from check_includes(path, folder, True, set())


def get_headers(directory):
    return {path.name for path in get_sources(directory) if path.suffix == ".h"}


def check_program(source, folder):
    """Reports are written for both programs, and know neither of them."""
    own = get_headers(source / folder)
    if folder != "report":
        own |= get_headers(source / "report") | SHARED | {"mellow-resources.h"}
    for path in get_sources(source / folder):
        yield from check_includes(path, folder, False, own)


def check_tree(directory):
    source = directory / "src"
    yield from check_engine(source)
    for folder in PROGRAMS:
        yield from check_program(source, folder)
    for path in get_sources(source) + get_sources(directory / "tests"):
        yield from check_licence(path)


if __name__ == "__main__":
    breaches = list(check_tree(Path(sys.argv[1])))
    print("\n".join(breaches), end="\n" if breaches else "")
    sys.exit(bool(breaches))

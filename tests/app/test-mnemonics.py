# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether no two entries of a menu have the same mnemonic, in English and in each translation."""

import pathlib
import re
import sys
import xml.etree.ElementTree

root = pathlib.Path(sys.argv[1])


def read_translation(language):
    text = (root / "po" / f"{language}.po").read_text()
    return dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.MULTILINE))


def get_label(element):
    return next((a.text for a in element.findall("attribute") if a.get("name") == "label"), None)


def list_entries(menu):
    """The labels of a menu, those of its sections included; and its submenus."""
    labels, submenus = [], []
    for child in menu:
        if child.tag == "section":
            more_labels, more_submenus = list_entries(child)
            labels += more_labels
            submenus += more_submenus
        elif child.tag in ("item", "submenu"):
            labels.append(get_label(child))
            submenus += [child] if child.tag == "submenu" else []
    return labels, submenus


def find_clashes(menu, name, translation):
    labels, submenus = list_entries(menu)
    seen = {}
    for label in labels:
        label = translation.get(label, label)
        mnemonic = re.search("_(.)", label)
        if mnemonic and mnemonic[1].lower() in seen:
            yield f"{name}: “{label}” and “{seen[mnemonic[1].lower()]}”"
        elif mnemonic:
            seen[mnemonic[1].lower()] = label
    for submenu in submenus:
        yield from find_clashes(submenu, get_label(submenu), translation)


languages = [line for line in (root / "po" / "LINGUAS").read_text().splitlines() if line[:1] != "#"]
clashes = []
n_menus = 0
for language in ["en", *languages]:
    translation = {} if language == "en" else read_translation(language)
    for path in sorted((root / "ui").glob("*.ui")):
        for menu in xml.etree.ElementTree.parse(path).getroot().findall("menu"):
            n_menus += 1
            clashes += [f"{language}: {path.name}: {c}" for c in find_clashes(menu, menu.get("id"), translation)]

print("\n".join(clashes))
sys.exit(1 if clashes or n_menus == 0 else 0)

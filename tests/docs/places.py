#!/usr/bin/env python3
"""Every place that a `source` of rules/ names must be a heading of rules/METHOD.md, and every heading must be named or
lead to one that is. The last line is the count.

"method 7.1 silence, 8.1" names two places: a heading with the number 7.1 and the word silence, and one with the number
8.1. A place is found when one heading has its number (or S1, field …) and all its words, in any order.
usage: places.py
"""

import pathlib
import re

import yaml

from tried import check, finish

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
METHOD = TOP / "rules" / "METHOD.md"
LEAST, MOST = 2, 6  # sentences below a heading, of our own


def sources(node):
    """The values of `source` in the rules and in what they list, not in the deals of their examples."""
    if isinstance(node, dict):
        if isinstance(node.get("source"), str):
            yield node["source"]
        for key, value in node.items():
            if key not in ("examples", "tests", "deal", "values", "keys"):
                yield from sources(value)
    elif isinstance(node, list):
        for value in node:
            yield from sources(value)


def words(text):
    return re.findall(r"[a-z0-9.\\-]+", text.lower())


def places(source):
    """What one source names, each as words: the book (method, s1, field …) is said once, a number begins a new place."""
    book = words(source)[0]
    for part in re.split(r",\s*(?=\d)|,\s*(?=let go)", source):
        said = words(part)
        yield said if said[0] == book else [book] + said


def headings():
    """Of METHOD.md: (words, text below up to the next heading)."""
    parts = re.split(r"^#+ (.+)$", METHOD.read_text(), flags=re.M)
    return [(words(title), title, text) for title, text in zip(parts[1::2], parts[2::2])]


def has(title, place):
    """A heading says a number without the word `method` before it; ranges like 65-80 hold their numbers."""
    return all(word in title for word in place if word != "method")


def sentences(text):
    return len(re.findall(r"[.?!](?=\s|$)", text.strip()))


def main():
    known = headings()
    named = {}
    for file in sorted((TOP / "rules").rglob("*.yaml")):
        if "words" in file.parts or "tests" in file.parts or file.name == "vocabulary.yaml":
            continue
        for source in sources(yaml.load(file.read_text(), Loader=yaml.BaseLoader)):
            for place in places(source):
                named.setdefault(" ".join(place), file.relative_to(TOP))
    for place, file in sorted(named.items()):
        fine = any(has(title, place.split()) for title, _, _ in known)
        check(fine, f"{file}: '{place}' has no heading in rules/METHOD.md")
    for _, title, text in known[1:]:
        count = sentences(text)
        check(LEAST <= count <= MOST,
              f"rules/METHOD.md: '{title}' is told in {count} sentences, not in {LEAST} to {MOST}")
    if not named:
        check(False, "no source is named in rules/")
    finish()


main()

#!/usr/bin/env python3
"""Fails, naming the first deal, unless the peers fired the same checks for each deal.

usage: agree.py PLAIN ENGINE SPECTRAL…    lines of JSON of the first two, findings of Spectral's runs
"""

import json
import pathlib
import sys


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        judged = [json.loads(line) for line in file]
    return {deal["deal"]: (deal["verdict"], set(deal["fired"])) for deal in judged}


def read_findings(paths):
    """Spectral names only what it found: the fired checks of the deals that have any."""
    fired = {}
    for path in paths:
        for finding in json.loads(pathlib.Path(path).read_text(encoding="utf-8")):
            deal = pathlib.Path(finding["source"]).name
            fired.setdefault(deal, set()).add(finding["code"])
    return fired


def main():
    plain, engine = read_lines(sys.argv[1]), read_lines(sys.argv[2])
    found = read_findings(sys.argv[3:])
    for deal in sorted(plain.keys() | engine.keys() | found.keys()):
        nothing = (None, None)
        checks = [plain.get(deal, nothing)[1], engine.get(deal, nothing)[1], found.get(deal, set())]
        if plain.get(deal) != engine.get(deal) or checks[0] != checks[2]:
            odd = set.union(*(some or set() for some in checks)) - set.intersection(
                *(some or set() for some in checks))
            return f"error: the peers differ about {deal}: {', '.join(sorted(odd)) or 'verdict'}"
    return 0


if __name__ == "__main__":
    sys.exit(main())

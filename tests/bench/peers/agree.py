#!/usr/bin/env python3
"""Fails, naming the first deal, unless all fired the same checks for each deal.

usage: agree.py OUTPUT…    what each printed about the same deals; the first word of a file's name
                           says who: dealcheck, plain, engine, spectral
"""

import json
import pathlib
import sys


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_judged(path):
    return {pathlib.Path(deal["path"]).name: (deal["verdict"], {risk["rule"] for risk in deal["risks"]})
            for deal in read_lines(path)}


def read_fired(path):
    return {deal["deal"]: (deal["verdict"], set(deal["fired"])) for deal in read_lines(path)}


def read_findings(path):
    """Spectral gives no verdict, and names only the deals in which it found something."""
    fired = {}
    for finding in json.loads(path.read_text(encoding="utf-8")):
        _, checks = fired.setdefault(pathlib.Path(finding["source"]).name, (None, set()))
        checks.add(finding["code"])
    return fired


READERS = {"dealcheck": read_judged, "plain": read_fired, "engine": read_fired,
           "spectral": read_findings}


def main():
    paths = [pathlib.Path(path) for path in sys.argv[1:]]
    peers = [READERS[path.name.split()[0]](path) for path in paths]
    for deal in sorted(set().union(*peers)):
        told = [peer.get(deal, (None, set())) for peer in peers]
        checks = [fired for _, fired in told]
        odd = set.union(*checks) - set.intersection(*checks)
        verdicts = {verdict for verdict, _ in told} - {None}
        if odd or len(verdicts) > 1:
            return f"error: the peers differ about {deal}: {', '.join(sorted(odd)) or 'verdict'}"
    return 0


if __name__ == "__main__":
    sys.exit(main())

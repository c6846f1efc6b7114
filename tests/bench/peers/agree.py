#!/usr/bin/env python3
"""Fails, naming the first deal, unless dealcheck and all peers fired the same checks for each deal.

usage: agree.py DEALCHECK PLAIN ENGINE SPECTRAL    what each printed about the same deals
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


def read_findings(path, deals):
    """Spectral gives no verdict, and names only what it found: the fired checks of deals that have any."""
    fired = {deal: set() for deal in deals}
    for finding in json.loads(pathlib.Path(path).read_text(encoding="utf-8")):
        fired.setdefault(pathlib.Path(finding["source"]).name, set()).add(finding["code"])
    return fired


def main():
    judged, plain, engine = read_judged(sys.argv[1]), read_fired(sys.argv[2]), read_fired(sys.argv[3])
    found = read_findings(sys.argv[4], plain)
    for deal in sorted(judged.keys() | plain.keys() | engine.keys() | found.keys()):
        told = [peer.get(deal, (None, set())) for peer in (judged, plain, engine)]
        verdicts = {verdict for verdict, _ in told}
        checks = [fired for _, fired in told] + [found.get(deal, set())]
        odd = set.union(*checks) - set.intersection(*checks)
        if odd or len(verdicts) > 1:
            return f"error: the peers differ about {deal}: {', '.join(sorted(odd)) or 'verdict'}"
    return 0


if __name__ == "__main__":
    sys.exit(main())

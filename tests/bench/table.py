#!/usr/bin/env python3
"""Prints the table of the bench from hyperfine's results and measured peak memory.

usage: table.py START.json LARGE.json CROWD.json SMALL_KB LARGE_KB
START.json compares /bin/true with the assessment of a small deal, CROWD.json 500 people without an
edge between them with the same people and 5,000 edges, in this order.
"""

import json
import operator
import sys

MEETS = {"≤": operator.le, "≥": operator.ge}


def print_table(rows):
    """Rows of figure, measured, unit and target: ("≤", number) or None. Returns how many miss it."""
    print(f"{'figure':<50}{'measured':>14}{'target':>13}{'ratio':>8}  met", flush=True)
    missed = 0
    for figure, measured, unit, target in rows:
        number = f"{measured:.3g}" if measured < 1000 else f"{measured:,.0f}"
        line = f"{figure:<50}{f'{number} {unit}':>14}"
        if target is not None:
            sign, wanted = target
            met = MEETS[sign](measured, wanted)
            missed += not met
            line += f"{f'{sign} {wanted} {unit}':>13}{measured / wanted:>8.2f}"
            line += f"  {'yes' if met else 'MISSED'}"
        print(line, flush=True)
    return missed


def medians(path):
    with open(path, encoding="utf-8") as file:
        return [result["median"] for result in json.load(file)["results"]]


def main():
    start, large, crowd, small_kb, large_kb = sys.argv[1:]
    nothing, small = medians(start)
    (big,) = medians(large)
    strangers, acquainted = medians(crowd)
    missed = print_table([
        ("start on a 4 KB deal, against /bin/true", small / nothing, "times", ("≤", 3)),
        ("start on a 4 KB deal", small * 1000, "ms", None),
        ("/bin/true", nothing * 1000, "ms", None),
        ("peak memory, 4 KB deal", int(small_kb) / 1024, "MB", ("≤", 8)),
        ("peak memory, 1 MB deal", int(large_kb) / 1024, "MB", None),
        ("time of a 1 MB deal", big, "s", ("≤", 0.3)),
        ("500 people, no edges", strangers * 1000, "ms", None),
        ("what 5,000 edges add, reading included", (acquainted - strangers) * 1000, "ms", ("≤", 10)),
    ])
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())

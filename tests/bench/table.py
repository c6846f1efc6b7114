#!/usr/bin/env python3
"""Prints the table of the bench from hyperfine's results and measured peak memory.

usage: table.py START.json LARGE.json CROWD.json SMALL_KB LARGE_KB
START.json compares /bin/true with the assessment of a small deal, CROWD.json 500 people without an
edge between them with the same people and 5,000 edges, in this order.
"""

import json
import sys


def medians(path):
    with open(path, encoding="utf-8") as file:
        return [result["median"] for result in json.load(file)["results"]]


def main():
    start, large, crowd, small_kb, large_kb = sys.argv[1:]
    nothing, small = medians(start)
    (big,) = medians(large)
    strangers, acquainted = medians(crowd)
    rows = [  # figure, measured, unit, target (None: for information)
        ("start on a 4 KB deal, against /bin/true", small / nothing, "times", 3),
        ("start on a 4 KB deal", small * 1000, "ms", None),
        ("/bin/true", nothing * 1000, "ms", None),
        ("peak memory, 4 KB deal", int(small_kb) / 1024, "MB", 8),
        ("peak memory, 1 MB deal", int(large_kb) / 1024, "MB", None),
        ("time of a 1 MB deal", big, "s", 0.3),
        ("500 people, no edges", strangers * 1000, "ms", None),
        ("what 5,000 edges add, reading included", (acquainted - strangers) * 1000, "ms", 10),
    ]
    print(f"{'figure':<42}{'measured':>14}{'target':>12}{'ratio':>8}  met")
    missed = 0
    for figure, measured, unit, target in rows:
        line = f"{figure:<42}{f'{measured:.3g} {unit}':>14}"
        if target is not None:
            met = measured <= target
            missed += not met
            line += f"{f'≤ {target} {unit}':>12}{measured / target:>8.2f}  {'yes' if met else 'NO'}"
        print(line)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())

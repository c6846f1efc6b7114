#!/usr/bin/env python3
"""Prints a deal with many people; the same one every time.

usage: make_crowd.py PEOPLE TRUSTED: so many people, each of whom trusts so many others and reports to
one. With TRUSTED 0 there is no edge between them at all.
"""

import sys


def main():
    people, trusted = int(sys.argv[1]), int(sys.argv[2])
    print("stage: late\nas_of: 2026-03-20\nowner: mk\ncontacts:")
    for i in range(people):
        fields = [f"id: p{i}", f"name: Person {i}", "met: 2026-03-02"]
        if i == 0:
            fields = ["id: p0", "name: Payer", "roles: economic", "met: none"]
        elif i % 10 == 3:
            fields.append("support: 4")
        elif i % 10 == 7:
            fields.append("support: -3")
        if trusted:
            fields.append("trusts: [" + ", ".join(f"p{(i * 7 + 13 * k + 1) % people}"
                                                  for k in range(trusted - 1)) + "]")
            if i > 0:
                fields.append(f"reports_to: p{i // 4}")
        print("  - {" + ", ".join(fields) + "}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Prints a valid deal of about the given number of bytes, never more; the same one every time."""

import datetime
import sys

HEAD = """\
dealcheck: 1
name: Harbour archive
account: Harbour group
owner: mk
as_of: 2026-03-20
stage: late
feeling: comfortable
objective: {what: image archive for three sites, amount: 1.2M EUR, when: 2026-06-30}
milestones: {demo: 2026-01-14, tender: 2026-02-02, quote: 2026-02-20}
contacts:
  - {id: rad, name: Dr. Weiss, roles: [user], influence: high, support: 4, met: [2026-01-14, 2026-03-02]}
  - {id: it, name: H. Lang, roles: [technical], influence: medium, support: -2, met: [2026-02-18]}
  - {id: cfo, name: 陈总, roles: [economic], influence: high, met: none}
"""
SECTIONS = {
    "behaviours": [
        "  - {{date: {day}, by: rad, questions: few, note: open points of visit {n}}}\n",
        "  - {{date: {day}, by: it, meeting_minutes: 25, note: 第 {n} 次会谈，只谈一个功能}}\n",
    ],
    "objections": [
        "  - {{date: {day}, by: it, topic: wants its own hypervisor for system {n}, can_meet: no}}\n",
    ],
    "interactions": [
        "  - {{date: {day}, with: [rad, it], kind: meeting, purpose: visit {n}, minutes: 40}}\n",
        "  - {{date: {day}, with: it, kind: call, purpose: 第 {n} 次电话, brought: a reading plan}}\n",
    ],
}


def make_deal(size):
    """The head, and entries shared out over the sections in equal parts of what is left."""
    deal = HEAD
    for index, (section, entries) in enumerate(SECTIONS.items()):
        used = len(deal.encode())
        end = used + (size - used) // (len(SECTIONS) - index)
        used += len(section) + 2
        lines, number = [section + ":\n"], 0
        while True:
            day = datetime.date(2026, 1, 5) + datetime.timedelta(days=number % 70)
            line = entries[number % len(entries)].format(day=day, n=number)
            used += len(line.encode())
            if used > end and number > 0:
                break
            lines.append(line)
            number += 1
        deal += "".join(lines)
    return deal


if __name__ == "__main__":
    sys.stdout.write(make_deal(int(sys.argv[1])))

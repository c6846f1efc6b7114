#!/usr/bin/env python3
"""Writes the 40 checks as a rule folder of dealcheck: what is in dealcheck.yaml, told in the words of
../checks.md. Each costs a point, so that the bands are those of the other peers.

usage: make_rules.py FOLDER
"""

import pathlib
import re
import sys

import yaml

HERE = pathlib.Path(__file__).parent
POLICY = """\
version: "1"
unknown_points: {early: 0, mid: 0, late: 0}
bands: {first-choice: -6, contender: -11, backup: -16}
unclear: {questions: 0, readings: 0}
"""
RULE = """\
id: {name}
kind: rule
stages: [early, mid, late]
label: {{en: "{says}", zh: "{says}"}}
source: checks.md
ask: {{en: "{says}?", zh: "{says}?"}}
why: {{en: "{says}", zh: "{says}"}}
readings:
  - reads: adverse
    points: -1
    when: {when}
    says: {{en: "{says}.", zh: "{says}."}}
    mine: {{kind: signal, severity: minor}}
examples:
  - {{deal: {{stage: late}}, reads: silent}}
"""


def in_flow(value):
    """On one line, every word as it is written in dealcheck.yaml."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_flow(part)}" for key, part in value.items()) + "}"
    return "[" + ", ".join(map(in_flow, value)) + "]" if isinstance(value, list) else value


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    says = dict(re.findall(r"^\| (\S+) \| (.*) \|$", (HERE.parent / "checks.md").read_text("utf-8"),
                           re.MULTILINE))
    checks = yaml.load((HERE / "dealcheck.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    facts = [f"  {name}: {{means: {{en: {name}, zh: {name}}}, of: {fact['of']}, "
             f"where: {in_flow(fact['where'])}}}\n" for name, fact in checks["facts"].items()]
    write(folder / "facts/checks.yaml", "facts:\n" + "".join(facts))
    write(folder / "verdict.yaml", POLICY)
    for name, when in checks["rules"].items():
        write(folder / (name.replace(".", "/") + ".yaml"),
              RULE.format(name=name, says=says[name], when=in_flow(when)))


if __name__ == "__main__":
    main()

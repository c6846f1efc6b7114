#!/usr/bin/env python3
"""The 40 checks of ../checks.md as plain functions over PyYAML's C loader.

usage: plain.py FOLDER [PROCESSES]    prints a line of JSON for each deal; one process unless told
"""

import json
import multiprocessing
import pathlib
import sys

import yaml


def days_since(deal, day):
    return (deal["as_of"] - day).days


def people(deal, role):
    return [person for person in deal["contacts"] if role in person["roles"]]


def was_met(person):
    return person["met"] != "none"


def some(deal, section, key, *values):
    return any(entry.get(key) in values for entry in deal[section])


def every(deal, section, key, value):
    return all(entry[key] == value for entry in deal[section])


CHECKS = {
    "people.no-payer": lambda deal: not people(deal, "economic"),
    "people.no-user": lambda deal: not people(deal, "user"),
    "people.no-technical": lambda deal: not people(deal, "technical"),
    "people.no-coach": lambda deal: not people(deal, "coach"),
    "people.payer-unmet": lambda deal: any(not was_met(p) for p in people(deal, "economic")),
    "people.payer-against": lambda deal: any(p["support"] < 0 for p in people(deal, "economic")),
    "people.strong-opponent": lambda deal: any(
        p["influence"] == "high" and p["support"] < 0 for p in deal["contacts"]),
    "people.few-met": lambda deal: sum(map(was_met, deal["contacts"])) < 3,
    "people.sees-us-behind": lambda deal: some(deal, "contacts", "sees_us", "backup", "filler"),
    "coach.not-credible": lambda deal: any(
        p["credible_to_buyers"] is False for p in people(deal, "coach")),
    "coach.does-not-introduce": lambda deal: any(
        p["introduces"] is False for p in people(deal, "coach")),
    "coach.does-not-want-us": lambda deal: any(
        p["wants_us_to_win"] is False for p in people(deal, "coach")),
    "objections.cannot-meet": lambda deal: any(
        o["can_meet"] is False and o["settled"] is False for o in deal["objections"]),
    "objections.sudden": lambda deal: some(deal, "objections", "known_before", False),
    "price.silence": lambda deal: days_since(
        deal, max(talk["date"] for talk in deal["price_talks"])) > 30,
    "price.only-discount": lambda deal: every(deal, "price_talks", "about", "discount"),
    "price.only-us": lambda deal: every(deal, "price_talks", "raised_by", "us"),
    "access.refused": lambda deal: some(deal, "executive_access", "outcome", "too_busy", "refused"),
    "access.never": lambda deal: not some(deal, "executive_access", "outcome", "met", "brought"),
    "commitments.vague": lambda deal: some(deal, "commitments", "said", "vague_praise"),
    "commitments.no": lambda deal: some(deal, "commitments", "said", "told_no"),
    "rivals.incumbent": lambda deal: some(deal, "competitors", "incumbent", True),
    "rivals.favoured": lambda deal: some(deal, "competitors", "status", "favoured"),
    "rivals.tied": lambda deal: any(rival["tie"] != "none" for rival in deal["competitors"]),
    "project.not-started": lambda deal: deal["project"]["initiated"] is False,
    "project.no-money": lambda deal: deal["project"]["budget"] in ("unsecured", "unclear_source"),
    "project.no-decider": lambda deal: deal["project"]["decider_agrees"] is False,
    "project.no-dates": lambda deal: deal["project"]["dated_plan"] is False,
    "project.put-off": lambda deal: deal["project"]["put_off"] in ("repeatedly", "frozen"),
    "project.no-approval": lambda deal: deal["project"]["approval"] in ("not_submitted", "refused"),
    "process.rival-criteria": lambda deal: deal["process"]["criteria_by"] == "rival",
    "process.three-bids": lambda deal: deal["process"]["three_bid_rule"] is True,
    "process.short": lambda deal: deal["process"]["days_to_answer"] < 10,
    "process.lowest-price": lambda deal: deal["process"]["lowest_price_wins"] is True,
    "origin.late": lambda deal: deal["origin"]["how"] in ("rfp_out_of_the_blue", "invited_late"),
    "attitudes.against": lambda deal: some(deal, "attitudes", "view", "for_rival", "against_us"),
    "interactions.short": lambda deal: any(
        talk.get("minutes", 30) < 30 for talk in deal["interactions"]),
    "interactions.silence": lambda deal: days_since(
        deal, max(talk["date"] for talk in deal["interactions"])) > 30,
    "exchanges.one-sided": lambda deal: some(deal, "exchanges", "returned", "nothing"),
    "plan.overdue": lambda deal: any(
        step["done"] is False and step["until"] < deal["as_of"] for step in deal["plan"]),
}
BANDS = ((17, "column-fodder"), (12, "backup"), (7, "contender"), (0, "first-choice"))


def verdict(fired):
    return next(name for least, name in BANDS if len(fired) >= least)


def judge(path):
    with open(path, encoding="utf-8") as file:
        deal = yaml.load(file, Loader=yaml.CSafeLoader)
    fired = [name for name, holds in CHECKS.items() if holds(deal)]
    return json.dumps({"deal": path.name, "verdict": verdict(fired), "fired": fired})


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml"))
    if len(sys.argv) < 3:
        for path in paths:
            print(judge(path))
        return
    with multiprocessing.Pool(int(sys.argv[2])) as pool:
        for line in pool.imap(judge, paths, chunksize=50):
            print(line)


if __name__ == "__main__":
    main()

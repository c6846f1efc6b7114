"""Holds files against the schemas that `dealcheck schema` prints, with a validator that knows nothing of the program.

Good files (examples, rules, packs, reports) must pass; broken ones must be refused by the schema and by the reader alike.
"""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml12

re._MAXCACHE = 1 << 16  # the schemas hold more patterns than Python keeps compiled by itself

DEALCHECK = os.path.abspath(sys.argv[1])
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
passed = failed = 0


def check(right, what):
    global passed, failed
    passed += bool(right)
    failed += not right
    if not right:
        print("FAILED " + what)


def run(*words, **options):
    return subprocess.run([DEALCHECK, *words], capture_output=True, text=True, check=False, **options)


def schema_of(kind):
    schema = json.loads(run("schema", "--no-settings", kind).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def why(validator, instance):
    return "; ".join(f"{list(e.absolute_path)}: {e.message[:120]}" for e in validator.iter_errors(instance))


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml12.load(file.read())


# ---- what is right ----

GOOD_DEALS = [
    "stage: early\nBehaviours: {Questions: few}\n",
    "阶段: 初期\n客户行为: {客户疑问: 少, 会谈分钟: 25}\n高层接触: 拒绝\n",
    "stage: late\ncontacts: none\ncompetitors: unknown\n",
    "stage: mid\nbehaviours:\n  - {signal: questions, value: few, date: 2026-03-02, by: Ann}\n",
    "stage: late\namount: 1.2M EUR\ncontacts: [{name: Ann, support: -4, roles: [user, technical buyer], met: [2026-03-02]}]\n",
    "milestones: {first meeting: 2026-01-05}\n",
    "stage: late\nobjective: {when: {value: 2026-06-30, by: Ann, date: 2026-01-05}}\n",
    "as_of: 2026/6/1\nstage: late\namount: about 1,200,000 EUR\ncontacts: [{name: Ann, met: yes}, {name: Bob, met: 2026-03}]\n",
    "判断日期: 2026年6月1日\n阶段: 后期\n金额: 三百二十万\n联系人: [{姓名: 王, 见过: [昨天, 3月中旬]}, {姓名: 李, 见过: {次数: 5, 最近: 去年底}}]\n",
    "stage: late\nprobability: 75%\nprocess: {bidders: 三家, place: 第二}\nmilestones: {bid: 2026-Q1, quote: 2026}\n",
]

GOOD_SETTINGS = [
    "{}\n",
    "language: zh\nfail_on: backup\nthresholds: {stale_after: {late: 30}, review_overdue: 14, large_amount: 2M}\n",
    "also: meddpicc\noverrides:\n"
    "  - {rule: late.price-pressed, points: {adverse: {late: -1}}, limits: {}, reason: Public buyers press by law.}\n",
    "paths: [{match: 'big/*', severity: {people.no-coach: off}, fail_on: contender}]\n",
]

# ---- what is wrong: by what it is about ----

BROKEN_DEALS = {
    "no stage": "name: Nobody\n",
    "a list": "- stage: late\n",
    "an unknown section": "stage: late\ncompetitions: []\n",
    "an unknown key": "stage: late\nbehaviours: {question: few}\n",
    "an unknown value": "stage: late\nbehaviours: {questions: purple}\n",
    "a stage that is none": "stage: dessert\n",
    "a date that is none": "stage: late\nas_of: 20.3.2026\n",
    "a month that is none": "stage: late\nas_of: 2026-13-01\n",
    "a number out of range": "stage: late\ncontacts: [{name: Ann, support: 9}]\n",
    "words for a number": "stage: late\nbehaviours: {meeting_minutes: half an hour}\n",
    "an amount with two readings": "stage: late\namount: 1,200\n",
    "a section that is a text": "stage: late\nbehaviours: many questions\n",
    "a list in a list": "stage: late\nplan: [[call them]]\n",
    "an unknown key of an entry": "stage: late\ncontacts: [{name: Ann, role: boss, hat: red}]\n",
    "an unknown role": "stage: late\ncontacts: [{name: Ann, roles: [boss of all]}]\n",
    "a proof without a value": "stage: late\nbehaviours: {questions: {date: 2026-03-02}}\n",
    "an unknown word in a proof": "stage: late\nbehaviours: {questions: {value: few, seen_by: Ann}}\n",
    "several values where one fits": "stage: late\nbehaviours: {questions: [few, many]}\n",
    "an empty value": "stage: late\nbehaviours: {questions: }\n",
    "an unknown grade": "stage: late\nbehaviours: {questions: {value: few, evidence: certain}}\n",
    "a signal that is none": "stage: mid\nbehaviours: [{signal: mood, value: good}]\n",
    "a map for a name": "stage: late\ncontacts: [{name: {first: Ann}}]\n",
}

RULE = """id: house.some
kind: rule
stages: [late]
label: {en: Some, zh: 某}
source: here
ask: {en: "What?", zh: "什么？"}
why: {en: "So.", zh: "就是。"}
readings:
  - reads: adverse
    points: -1
    when: {behaviours.price_pressed: once}
    says: {en: "Yes.", zh: "是。"}
examples:
  - {deal: {stage: late, behaviours: {price_pressed: once}}, reads: adverse}
  - {deal: {stage: late}, reads: silent}
"""


def rule(old, new):
    assert old in RULE, old
    return RULE.replace(old, new, 1)


BROKEN_RULES = {
    "no id": rule("id: house.some\n", ""),
    "an unknown kind": rule("kind: rule", "kind: guess"),
    "a question without its place": rule("kind: rule", "kind: question"),
    "an unknown stage": rule("[late]", "[end]"),
    "no readings": RULE[: RULE.index("readings:")] + "examples: []\n",
    "a text that is not in English": rule("en: Some, ", ""),
    "a reading of no kind": rule("reads: adverse", "reads: bad"),
    "points in words": rule("points: -1", "points: few"),
    "a point and a half": rule("points: -1", "points: -1.5"),
    "points of no stage": rule("points: -1", "points: {end: -1}"),
    "no condition": rule("    when: {behaviours.price_pressed: once}\n", ""),
    "a risk of no kind": rule("    says:", "    mine: {kind: danger, severity: serious}\n    says:"),
    "a risk without severity": rule("    says:", "    mine: {kind: signal}\n    says:"),
    "a cap that nothing lifts": rule("    says:", "    cap: backup\n    says:"),
    "a comparison of no kind": rule("price_pressed: once}", "price_pressed: {near: 3}}"),
    "a limit without a unit": rule("readings:", "limits: {much: {is: 3, means: {en: a, zh: b}}}\nreadings:"),
    "an unknown key": rule("source: here", "source: here\nweight: 3"),
    "a deal in an example that is none": rule("deal: {stage: late}", "deal: {stage: dessert}"),
    "an example that reads nothing": rule("reads: silent", "reads: quiet"),
}

BROKEN_SETTINGS = {
    "an unknown key": "languages: zh\n",
    "an unknown language": "language: fr\n",
    "a verdict that is none": "fail_on: bad\n",
    "a day that is none": "thresholds: {review_overdue: 0}\n",
    "days of no stage": "thresholds: {stale_after: {end: 3}}\n",
    "an amount in words": "thresholds: {large_amount: much}\n",
    "a severity that is none": "severity: {people.no-coach: bad}\n",
    "an override without a reason": "overrides: [{rule: people.no-coach, off: yes}]\n",
    "an override of nothing named": "overrides: [{off: yes, reason: so}]\n",
    "paths without a pattern": "paths: [{fail_on: backup}]\n",
    "a check without its words": "ideal_customer: [{check: size}]\n",
}


def refused_deal(text, folder):
    path = os.path.join(folder, "deal.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return run("assess", "--no-settings", path).returncode == 2


def refused_rule(text, folder):
    house = os.path.join(folder, "ours", "house")
    os.makedirs(house, exist_ok=True)
    with open(os.path.join(house, "some.yaml"), "w", encoding="utf-8") as file:
        file.write(text)
    ours = os.path.join(folder, "ours")
    return run("rules", "test", "--no-settings", "--extra-rules", ours).returncode == 2


def refused_settings(text, folder):
    with open(os.path.join(folder, ".dealcheck.yaml"), "w", encoding="utf-8") as file:
        file.write(text)
    with open(os.path.join(folder, "deal.yaml"), "w", encoding="utf-8") as file:
        file.write("stage: late\n")
    return run("assess", "deal.yaml", cwd=folder).returncode == 2


def check_texts(kind, validator, refused, good, broken):
    with tempfile.TemporaryDirectory() as folder:
        for text in good:
            told = why(validator, yaml12.load(text))
            check(not told, f"{kind}: the schema refuses a right file: {told}\n{text}")
            check(not refused(text, folder), f"{kind}: the reader refuses a right file\n{text}")
        for name, text in broken.items():
            check(not validator.is_valid(yaml12.load(text)), f"{kind}: the schema takes a file with {name}")
            check(refused(text, folder), f"{kind}: the reader takes a file with {name}")


def check_reports(validator, deals):
    for options in ([], ["--lang", "zh"], ["--also", "meddpicc"], ["--pack", "meddpicc"]):
        for deal in deals:
            told = why(validator, json.loads(run("assess", "--no-settings", "--format", "json", *options, deal).stdout))
            check(not told, f"report: {deal} {' '.join(options)}: {told}")
    several = run("assess", "--no-settings", "--format", "json", *deals[:2], "missing.yaml").stdout
    check(not why(validator, json.loads(several)), "report: of several deals, one of which is missing")
    report = json.loads(run("assess", "--no-settings", "--format", "json", deals[0]).stdout)
    del report["verdict"]
    check(not validator.is_valid(report), "report: the schema takes one without a verdict")


def main():
    deal, rules, settings = schema_of("deal"), schema_of("rules"), schema_of("settings")
    deals = sorted(glob.glob(SOURCE + "/examples/*.yaml"))
    files = sorted(glob.glob(SOURCE + "/rules/**/*.yaml", recursive=True))
    check(len(deals) > 10 and len(files) > 100, "there are examples and rules")
    for path in deals:
        check(not why(deal, load(path)), f"deal: {path}: {why(deal, load(path))}")
    for path in files:
        check(not why(rules, load(path)), f"rules: {path}: {why(rules, load(path))}")
    check_texts("deal", deal, refused_deal, GOOD_DEALS, BROKEN_DEALS)
    check_texts("rules", rules, refused_rule, [RULE, rule(", zh: 某", "")], BROKEN_RULES)
    check_texts("settings", settings, refused_settings, GOOD_SETTINGS, BROKEN_SETTINGS)
    check_reports(schema_of("report"), deals)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())

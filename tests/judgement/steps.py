#!/usr/bin/env python3
"""steps.py BINARY [--deals FOLDER] [--rules FOLDER] [--verbose]: the next steps on the real deals, counted for what no director would accept.

A fault is counted once a report: a main step that is not against the first risk, a day on a weekend, after the next day that the
file fixes, or before a step above it, a person who left or would not see us, two steps to one person within a week, a deadly risk
whose answer is not told truly, another step with the customer beside a stop. What is fixed, and who would not see us, is read from
the deal's own lines and not from the report. The last line is the number of reports without and with a fault.
"""
import argparse
import datetime
import json
import pathlib
import re
import subprocess
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
DATE = re.compile(r'\b(\d{4}-\d{2}-\d{2})\b')
SHUT = re.compile(r'(?:outcome|结果)\s*:\s*\{?(?:value|值)?:?\s*(?:refused|deflected|拒绝|推给别人)|'
                  r'(?:held|开成没有|怎么收场)\s*:\s*\{?(?:value|值)?:?\s*(?:called_off|refused|取消|不让去)')
OPEN = re.compile(r'(?:with|与谁|跟谁)\s*:|(?:outcome|结果)\s*:\s*\{?(?:value|值)?:?\s*(?:met|brought|called_us|promised|见到|主动引见|主动来电|答应)')
UNANSWERED = re.compile(r'(?:answered|有回应|回应)\s*:\s*(?:no|没有|否)')
WHO = re.compile(r'(?:who|with|见谁|谁|与谁)\s*:\s*\[?\s*([^,\]}\s]+)')


def judge(binary, rules, path):
    command = [binary, 'assess', '--no-settings', '--lang', 'en', '--format', 'json']
    command += ['--rules', str(rules)] if rules else []
    run = subprocess.run(command + [str(path)], capture_output=True, text=True, check=False)
    return json.loads(run.stdout)


def lines_of(path):
    """The lines of a deal without their comments."""
    return [re.sub(r'(^|\s)#.*', '', line) for line in path.read_text(encoding='utf-8').split('\n')]


def next_fixed_day(lines, as_of):
    days = [datetime.date.fromisoformat(day) for line in lines for day in DATE.findall(line)]
    return min((day for day in days if day > as_of), default=None)


def refused(lines):
    """Ids of those whose newest answer to a try to be seen was no."""
    answers = {}
    for line in lines:
        shut = SHUT.search(line)
        who = WHO.search(line)
        if not who or not (shut or OPEN.search(line)) or UNANSWERED.search(line):
            continue
        day = DATE.search(line)
        day = day.group(1) if day else ''
        newest = answers.get(who.group(1), ('', False))
        if not day or day >= newest[0]:
            answers[who.group(1)] = (day or newest[0], bool(shut))
    return {who for who, (_, shut) in answers.items() if shut}


def people_of(step):
    return [person['id'] for person in [step['on'], *step['through'][:1]] if person]


def same_mine(removed, mine):
    return removed['cause'] == mine['cause'] and removed['rules'] == mine['rules']


def faults_of(report, path):
    found = set()
    lines = lines_of(path)
    as_of = datetime.date.fromisoformat(report['deal']['as_of'])
    steps, mines = report['next_steps'], report['mines']
    if not steps:
        return {'no step'}
    if mines and mines[0]['severity'] != 'minor' and not any(same_mine(one, mines[0]) for one in steps[0]['removes']):
        found.add('main step not against the first risk')
    fixed = next_fixed_day(lines, as_of)
    days = [datetime.date.fromisoformat(step['by']) if step['by'] else None for step in steps]
    dated = [day for day in days if day]
    if any(day.weekday() > 4 for day in dated):
        found.add('on a weekend')
    if fixed and any(day > fixed for day in dated):
        found.add('after the next fixed day')
    if any(one > other for one, other in zip(dated, dated[1:])):
        found.add('due after a step below it')
    closed = refused(lines)
    gone = {one['id'] for one in report['contacts'] if one['departed'] or not one.get('reachable', True)}
    if any(person in closed | gone for step in steps for person in people_of(step)):
        found.add('with somebody who cannot be reached')
    asked = [(person, day) for step, day in zip(steps, days) for person in people_of(step)]
    if any(a[0] == b[0] and a[1] and b[1] and abs((a[1] - b[1]).days) <= 7
           for i, a in enumerate(asked) for b in asked[i + 1:]):
        found.add('two steps to one person in a week')
    for mine in mines:
        number = mine.get('answered_by')
        if number and not any(same_mine(one, mine) for one in steps[number - 1]['removes']):
            found.add('answered by a step that is not against it')
        if mine['severity'] == 'deadly' and 'answered_by' not in mine:
            found.add('deadly, and its answer not told')
    if any(step['play'] == 'tell-compliance' for step in steps) and any(step['on'] for step in steps):
        found.add('with the customer beside a stop')
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('binary')
    arguments.add_argument('--deals', type=pathlib.Path, default=HERE / 'deals')
    arguments.add_argument('--rules', type=pathlib.Path)
    arguments.add_argument('--verbose', action='store_true', help='name the reports of every fault')
    options = arguments.parse_args()
    count, where, plays, deadly, unanswered, unknown = Counter(), {}, Counter(), 0, 0, []
    passed = failed = 0
    for path in sorted(options.deals.glob('*.yaml')):
        report = judge(options.binary, options.rules, path)
        faults = faults_of(report, path)
        for fault in faults:
            count[fault] += 1
            where.setdefault(fault, []).append(path.stem)
        failed += bool(faults)
        passed += not faults
        for mine in report['mines']:
            deadly += mine['severity'] == 'deadly'
            unanswered += mine['severity'] == 'deadly' and not mine.get('answered_by')
        if report['next_steps']:
            plays[report['next_steps'][0]['play']] += 1
            if not report['next_steps'][0].get('known', True):
                unknown.append(path.stem)
    for fault, times in count.most_common():
        print(f'{times:3d}  {fault}' + ('  ' + ' '.join(where[fault]) if options.verbose else ''))
    print(f'deadly risks {deadly}, without a step {unanswered}; no step known for the first risk: {" ".join(unknown) or "nowhere"}')
    print('main steps:', ', '.join(f'{play} {times}' for play, times in plays.most_common()))
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    raise SystemExit(main())

#!/usr/bin/env python3
"""score.py BINARY [--least SCORE] [--deals FOLDER]: judges the real deals and holds the verdicts against expected.json.

1 for the expected verdict, 1/2 for one that the label also defends, else 0; by class, stage and language. Beside it three
independent readers on the same facts, how often each verdict was given, and how much of what people wrote moved anything: the
share of lines of content that a reading rests on, and that a reading with points, a cap, a lift or 'not started' rests on.
With --least it fails when the score is lower, when a deal cannot be judged, or when column fodder is called first choice (or the
other way round); the last line is the number of these checks passed and failed.
"""
import argparse
import json
import pathlib
import re
import subprocess
from collections import Counter, defaultdict

HERE = pathlib.Path(__file__).resolve().parent
HEAD = re.compile(r'^(dealcheck|版本|name|名称|account|客户|as_of|判断日期|stage|阶段|amount|金额|owner|负责人|notes|备注|milestones|里程碑|'
                  r'objective|销售目标|currency|feeling|感觉|reviewed|评审日期)\s*:')


def point(given, case):
    return 1 if given == case['verdict'] else .5 if given in case['also'] else 0


def lines_of_content(path):
    """The lines that say something about the deal: no head, no comment, no note of its own."""
    keep, skipped = set(), False
    for number, line in enumerate(path.read_text(encoding='utf-8').split('\n'), 1):
        if not line.strip() or line.strip().startswith('#'):
            continue
        if re.match(r'^\S', line):
            skipped = bool(HEAD.match(line))
            if line.rstrip().endswith(':'):
                continue
        if not skipped and not re.match(r'^\s+(备注|note)\s*:', line):
            keep.add(number)
    return keep


def judge(binary, path):
    run = subprocess.run([binary, 'assess', '--no-settings', '--lang', 'en', '--format', 'json', str(path)],
                         capture_output=True, text=True, check=False)
    try:
        report = json.loads(run.stdout)
        if report.get('error'):
            raise ValueError
        return report
    except ValueError:
        return {'verdict': f'error {run.returncode}', 'questions': [], 'findings': [], 'points': None}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('binary')
    arguments.add_argument('--least', type=float)
    arguments.add_argument('--deals', type=pathlib.Path, default=HERE / 'deals')
    options = arguments.parse_args()
    expected = json.loads((HERE / 'expected.json').read_text(encoding='utf-8'))
    total, count, given = defaultdict(float), Counter(), Counter()
    lines = read = moved = exact = 0
    wrong_way = []
    for number, case in sorted(expected.items()):
        path = options.deals / f'{number}.yaml'
        if not path.exists():
            continue
        report = judge(options.binary, path)
        verdict, score = report['verdict'], point(report['verdict'], case)
        exact += verdict == case['verdict']
        parity = 'odd numbers' if int(number) % 2 else 'even numbers'
        for key in ('all', parity, 'stage ' + case['stage'], 'language ' + case['language'],
                    'class ' + case['verdict']):
            total[key] += score
            count[key] += 1
        for name, reader in zip('abc', case['readers']):
            total['reader ' + name] += point(reader, case)
            count['reader ' + name] += 1
        given[verdict] += 1
        if {verdict, case['verdict']} == {'column-fodder', 'first-choice'}:
            wrong_way.append(number)
        content, seen, weighed = lines_of_content(path), set(), set()
        for finding in report['questions'] + report['findings']:
            at = {one['line'] for one in finding.get('evidence', [])}
            seen |= at
            if finding.get('points') or finding.get('cap') or finding.get('lift') or finding.get('not_started'):
                weighed |= at
        lines += len(content)
        read += len(content & seen)
        moved += len(content & weighed)
        print(f"{number} {case['language']} {case['stage']:5s} expected {case['verdict']:13s} also {'/'.join(case['also']):24s} "
              f"given {verdict:13s} {score:.1f}  points {report['points']!s:>4s}  readers {' '.join(case['readers'])}")
    for key in sorted(count):
        print(f'{key:24s} {total[key] / count[key]:.2f}  ({count[key]})')
    print(f"exact {exact / max(count['all'], 1):.2f}")
    print('given:', ', '.join(f'{verdict} {times}' for verdict, times in given.most_common()))
    print(f'lines of content that a reading rests on {read / max(lines, 1):.2f}, '
          f'that moved points or a gate {moved / max(lines, 1):.2f} ({lines} lines)')
    if options.least is None:
        return 0
    reached = total['all'] / max(count['all'], 1)
    checks = {
        f"the score is {reached:.3f}, at least {options.least}": reached >= options.least,
        'every deal is judged': count['all'] == len(expected) and not any(v.startswith('error') for v in given),
        f"none is taken for its opposite ({', '.join(wrong_way) or 'none'})": not wrong_way,
    }
    for check, holds in checks.items():
        print(('ok      ' if holds else 'FAILED  ') + check)
    failed = sum(not holds for holds in checks.values())
    print(f'{len(checks) - failed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    raise SystemExit(main())

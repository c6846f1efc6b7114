#!/usr/bin/env python3
"""Tries the files of examples/ci/ as far as that goes without a server: each is YAML with the parts that are looked for
there, and each line that calls dealcheck is run in a repository of deals whose last change is looked at. The last line is
the count.
usage: ci.py DEALCHECK
"""

import pathlib
import shutil
import sys
import tempfile

import yaml

from tried import check, environment, finish, run

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
CI = TOP / "examples" / "ci"


def repository_of_deals(folder, variables):
    """One good deal, changed by a second commit."""
    (folder / "deals").mkdir(parents=True)
    shutil.copy(TOP / "examples" / "st-anna.yaml", folder / "deals" / "st-anna.yaml")
    status, told = run("git init --quiet && git add . && git commit --quiet --message begin && "
                       "sed -i 's/outcome: too busy/outcome: met/' deals/st-anna.yaml && "
                       "git commit --quiet --all --message met", folder, variables)
    check(status == 0, "a repository of deals", told)


def try_lines(name, lines, folder, variables, written):
    calls = [line for line in lines if "dealcheck " in line and "quickstart" not in line and "git clone" not in line]
    check(len(calls) == 2, f"{name} judges, and compares", calls)
    for line in calls:
        status, told = run(line, folder, variables)
        check(status == 0, f"{name}: {line}", told)
    for file in written:
        check((folder / file).exists() and (folder / file).stat().st_size > 0, f"{name} writes {file}")


def main():
    dealcheck = pathlib.Path(sys.argv[1]).absolute()
    github = yaml.safe_load((CI / ".github/workflows/deals.yml").read_text())
    gitlab = yaml.safe_load((CI / ".gitlab-ci.yml").read_text())
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        variables = {**environment(made, dealcheck.parent), "BASE": "HEAD~1",
                     "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD~1", "GITHUB_STEP_SUMMARY": "summary.md"}
        for name in ("github", "gitlab"):
            repository_of_deals(folder / name, variables)
        steps = github["jobs"]["judge"]["steps"]
        try_lines("GitHub", [step.get("run", "") for step in steps], folder / "github", variables,
                  ["deals.sarif", "deals.md", "summary.md"])
        job = gitlab["deals"]
        try_lines("GitLab", job["script"], folder / "gitlab", variables, job["artifacts"]["paths"] + ["deals.xml"])
        status, told = run(f"pre-commit validate-config {CI}/.pre-commit-config.yaml", folder, variables)
        check(status == 0, "pre-commit takes its file", told)
    finish()


main()

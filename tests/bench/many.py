#!/usr/bin/env python3
"""Measures dealcheck over many deals and prints a table; exits 1 when a target is missed.

usage: many.py WORK DEALS PART…    WORK as many.sh prepares it
Competing commands run in turns and the best of each counts: what else the machine does hits all
alike. Where both use one core the processor's time is compared, which waiting does not lengthen.
"""

import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

from table import print_table

DEALCHECK = str(pathlib.Path("build/dealcheck").absolute())
SHARES = ("*[02468]", "*[13579]")  # halves of the folders, one for each of two cores


def batch(jobs, *operands):
    return [DEALCHECK, "batch", "--jobs", str(jobs), "--format", "jsonl", *map(str, operands)]


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command, output, folder):
    """Wall and processor seconds of a command, which must succeed."""
    before, began = processor_seconds(), time.perf_counter()
    with open(output, "wb") as out, tempfile.TemporaryFile() as errors:
        status = subprocess.run(command, stdout=out, stderr=errors, cwd=folder,
                                check=False).returncode
        wall = time.perf_counter() - began
        if status != 0:
            errors.seek(0)
            told = errors.read(2000).decode(errors="replace")
            sys.exit(f"error: status {status} from {' '.join(command)[:200]}\n{told}")
    return wall, processor_seconds() - before


def race(outputs, commands, rounds, folder=None):
    """The best wall and the best processor time of each named command.

    Outputs go to a folder, under the name of the command; without a folder they are thrown away.
    """
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(run(command, outputs / name if outputs else os.devnull, folder))
    return {name: [min(column) for column in zip(*runs)] for name, runs in times.items()}


def measure_cores(work, deals):
    best = race(work / "out", {"floor": [str(work / "parse_floor"), str(work / "deals")],
                               "one": batch(1, work / "deals"),
                               "two": batch(2, work / "deals")}, rounds=5)
    if (work / "out/one").read_bytes() != (work / "out/two").read_bytes():
        sys.exit("error: two cores give other bytes than one")
    (_, floor), (one_wall, one), (two_wall, _) = best.values()
    return [
        ("one core, against a bare parse by yaml-cpp", one / floor, "times", ("≤", 1.25)),
        ("bare parse", deals / floor, "deals/s", None),
        ("one core", deals / one, "deals/s", None),
        ("two cores, against one", one_wall / two_wall, "times", ("≥", 1.8)),
    ]


def measure_lines(work, deals):
    """Folder 00 holds a hundredth of the deals; hard links under ten names make ten times as many."""
    for copy in range(10):
        shutil.copytree(work / "deals", work / "ten" / str(copy), copy_function=os.link)
    tenth = [work / "deals" / f"{part:02}" for part in range(10)]
    small = race(None, {"hundredth": batch(1, tenth[0]), "tenth": batch(1, *tenth)}, rounds=10)
    large = race(None, {"all": batch(1, work / "deals"), "ten": batch(1, work / "ten")}, rounds=2)
    run(["/usr/bin/time", "-f", "%M", "-o", str(work / "peak"), *batch(2, work / "ten")],
        os.devnull, None)
    peak = int((work / "peak").read_text()) / 1024
    seconds = {name: processor for name, (_, processor) in (small | large).items()}
    few = (seconds["tenth"] - seconds["hundredth"]) / (deals // 10 - deals // 100)
    many = (seconds["ten"] - seconds["all"]) / (deals * 9)
    return [
        (f"JSON Lines, {deals * 10} deals, peak memory", peak, "MB", ("≤", 64)),
        (f"a deal of {deals * 10}, against one of {deals // 10}", many / few, "times", ("≤", 1.1)),
        (f"a deal of {deals // 10}", few * 1e6, "µs", None),
    ]


def git(folder, *arguments):
    settings = ["-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "gc.auto=0"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


def commit_change(repository, deals):
    """Two commits of all deals, between which twenty of them differ."""
    git(repository, "init", "--quiet")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "all deals")
    for path in sorted(repository.rglob("*.yaml"))[:: max(1, deals // 20)][:20]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("dated_plan: no", "dated_plan: unknown")
                        .replace("dated_plan: yes", "dated_plan: no"), encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "twenty changed")


def measure_diff(work, deals):
    helped = subprocess.run([DEALCHECK, "diff", "--help"], capture_output=True, check=False)
    if helped.returncode != 0:
        print("skipped: this dealcheck has no command diff", file=sys.stderr)
        return []
    repository = work / "repository"
    shutil.copytree(work / "deals", repository)
    commit_change(repository, deals)
    best = race(None, {"diff": [DEALCHECK, "diff", "HEAD~1..HEAD", "."], "batch": batch(2, ".")},
                rounds=3, folder=repository)
    share = best["diff"][0] / best["batch"][0] * 100
    return [(f"diff of 20 changed among {deals}, against batch", share, "%", ("≤", 5))]


def spectral(work, *folders):
    """One process for each pattern of folders, because Spectral has no workers of its own."""
    lint = (f"{work}/peers/node_modules/.bin/spectral lint --ruleset {work}/peers/spectral.mjs"
            " --format json --quiet --ignore-unknown-format --fail-severity error")
    runs = [f"{lint} '{work}/deals/{pattern}/*.yaml'" for pattern in folders]
    return ["bash", "-c", " & ".join(runs[:-1] + [f"{runs[-1]} && wait $!"])]


def check_agreement(work):
    """Of all outputs that can be told apart: two processes of Spectral write into one."""
    told = ("dealcheck", "plain", "plain twice", "engine", "engine twice", "spectral")
    outputs = [work / "out" / name for name in told if (work / "out" / name).exists()]
    subprocess.run([sys.executable, "-B", "tests/bench/peers/agree.py", *outputs], check=True)


def compare(name, best, peer, target):
    """As users write it; then with as many processes as there are cores, which is more than they do."""
    ours, theirs, both = best["dealcheck"], best[peer], best[f"{peer} twice"]
    return [(f"{name}, 40 checks, against dealcheck", theirs[0] / ours[0], "times", ("≥", target)),
            ("  with two processes of their own", both[0] / ours[0], "times", None),
            ("  in the processor's time", theirs[1] / ours[1], "times", None)]


def measure_peers(work, deals):
    """Everybody has two cores. dealcheck uses them by itself; what users write does not."""
    peers, folder = work / "peers", str(work / "deals")
    plain = ["/usr/bin/python3", "-B", str(peers / "plain.py"), folder]
    engine = ["node", str(peers / "engine.mjs"), folder]
    commands = {"dealcheck": batch(2, "--rules", work / "rules", folder),
                "all rules": batch(2, folder),
                "plain": plain, "plain twice": [*plain, "2"]}
    has_node = (peers / "node_modules/.bin/spectral").exists()
    if has_node:
        commands |= {"engine": engine, "engine twice": [*engine, "2"]}
    best = race(work / "out", commands, rounds=3)
    rows = compare("Python and PyYAML", best, "plain", 2)
    if has_node:
        best |= race(work / "out", {"spectral": spectral(work, "*")}, rounds=1)
        best |= race(None, {"spectral twice": spectral(work, *SHARES)}, rounds=1)
    check_agreement(work)
    if not has_node:
        return rows + [("json-rules-engine and Spectral: not measured", 0, "times", ("≥", 3))]
    rows += compare("json-rules-engine", best, "engine", 3)
    rows += compare("Spectral", best, "spectral", 8)
    return rows + [("dealcheck, 40 checks", deals / best["dealcheck"][0], "deals/s", None),
                   ("dealcheck, all of its rules", deals / best["all rules"][0], "deals/s", None)]


PARTS = {"cores": measure_cores, "lines": measure_lines, "diff": measure_diff,
         "peers": measure_peers}


def main():
    work, deals, parts = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    # Two cores for everybody: some peers start as many threads as the machine has.
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    (work / "out").mkdir()
    rows = (row for part in parts for row in PARTS[part](work, deals))  # each as soon as it is known
    return int(print_table(rows) > 0)


if __name__ == "__main__":
    sys.exit(main())

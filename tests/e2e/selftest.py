#!/usr/bin/env python3
"""Checks the runner itself: what must fail does fail, and for the reason meant.

Uses shell commands in the place of dealcheck, so it needs nothing built.
"""

import contextlib
import io
import pathlib
import sys
import tempfile

import run

PASSES = {
    "exact output": "# t\n--- command\necho a; echo b >&2\n--- stdout\na\n--- stderr\nb\n",
    "empty output": "# t\n--- command\ntrue\n--- stdout\n--- stderr\n",
    "exit code": "# t\n--- command\nexit 2\n--- exit 2\n",
    "file": "# t\n--- file a/b\nx\n\\--- y\n--- command\ncat a/b\n--- stdout\nx\n\\--- y\n",
    "file of bytes": "# t\n--- file-bytes f\né\\xff\n\\n\n--- command\ncat f\n--- stdout\né⟦ff⟧\n",
    "files between commands": "# t\n--- command\necho 1 >f\n--- exit 0\n--- file g\n2\n"
                              "--- command\ncat f g\n--- stdout\n1\n2\n",
    "pieces": "# t\n--- command\necho abc\n--- stdout-contains\nab\nbc\n--- stdout-lacks\nac\n",
    "json": "# t\n--- command\necho '{\"a\": [1]}'\n--- stdout-json\n.a => [1]\n.a | length => 1\n",
    "terminal": "# t\n--- tty 70x20\n--- command\ntest -t 1; stty size <&1; printf '\\033'\n"
                "--- stdout\n20 70\n⟦1b⟧⟦no line end⟧\n",
    "no terminal": "# t\n--- command\ntest -t 1\n--- exit 1\n",
}

FAILS = {  # name: (case, part of the report)
    "wrong stdout": ("# t\n--- command\necho a\n--- stdout\nb\n", "-b\n+a"),
    "wrong stderr": ("# t\n--- command\necho a >&2\n--- stderr\n", "+a"),
    "missing line end": ("# t\n--- command\nprintf a\n--- stdout\na\n", "+a⟦no line end⟧"),
    "wrong exit": ("# t\n--- command\nexit 2\n--- exit 1\n", "exit 2, expected 1"),
    "exit not stated": ("# t\n--- command\necho a; exit 1\n--- stdout\na\n", "expected 0"),
    "failing pipe": ("# t\n--- command\nfalse | echo a\n--- stdout\na\n", "exit 1"),
    "early failure": ("# t\n--- command\nfalse\necho a\n--- stdout-lacks\nb\n", "exit 1"),
    "crash": ("# t\n--- command\nkill -SEGV $$\n--- exit 1\n", "exit -11"),
    "piece not there": ("# t\n--- command\necho a\n--- stdout-contains\nb\n", "stdout lacks: b"),
    "unwanted piece": ("# t\n--- command\necho a\n--- stdout-lacks\na\n", "stdout contains: a"),
    "wrong json": ("# t\n--- command\necho '{\"a\": 1}'\n--- stdout-json\n.a => true\n",
                   ".a gives 1, not true"),
    "no json": ("# t\n--- command\necho a\n--- stdout-json\n.a => 1\n", "jq cannot answer"),
    "nothing for json": ("# t\n--- command\ntrue\n--- stdout-json\n.a => null\n", "nothing"),
    "bad json line": ("# t\n--- command\necho 1\n--- stdout-json\n. = 1\n", "not 'jq expression"),
    "sanitizer report": ("# t\n--- command\necho leak >$HOME/sanitizer.1\n--- exit 0\n", "leak"),
    "no check": ("# t\n--- command\ntrue\n", "followed by no check"),
    "no check in between": ("# t\n--- command\ntrue\n--- command\ntrue\n--- exit 0\n", "no check"),
    "no command": ("# t\n--- file f\n", "no command"),
    "empty pieces": ("# t\n--- command\ntrue\n--- stdout-lacks\n", "'stdout-lacks' is empty"),
    "check before command": ("# t\n--- stdout\n--- command\ntrue\n--- exit 0\n", "must follow"),
    "two exits": ("# t\n--- command\ntrue\n--- exit 0\n--- exit 1\n", "directly after"),
    "lost tty": ("# t\n--- command\ntrue\n--- exit 0\n--- tty 1x1\n", "directly before"),
    "unknown section": ("# t\n--- comand\ntrue\n--- exit 0\n", "unknown section 'comand'"),
    "bad argument": ("# t\n--- command\ntrue\n--- exit zero\n", "cannot be followed by 'zero'"),
    "no title": ("--- command\ntrue\n--- exit 0\n", "first line"),
    "empty file": ("", "first line"),
    "bad bytes": ("# t\n--- file-bytes f\n\\xz\n--- command\ntrue\n--- exit 0\n", "escape"),
}


def run_one(text, update=False):
    """Exit code, report and the case afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        case = folder / "one.case"
        case.write_text(text, encoding="utf-8")
        report = io.StringIO()
        with contextlib.redirect_stdout(report):
            code = run.run_all(folder, pathlib.Path("/usr/bin/true"), update=update)
        return code, report.getvalue(), case.read_text(encoding="utf-8")


def problems():
    for name, text in PASSES.items():
        code, report, _ = run_one(text)
        if code != 0 or not report.endswith("1 passed, 0 failed\n"):
            yield f"{name}: should pass\n{report}"
    for name, (text, reason) in FAILS.items():
        code, report, _ = run_one(text)
        if code != 1 or reason not in report or not report.endswith("0 passed, 1 failed\n"):
            yield f"{name}: should fail with '{reason}'\n{report}"
    for name, text in PASSES.items():
        if run_one(text, update=True)[2] != text:
            yield f"{name}: an update changes a case that passes"
    stale = "# t\n\nnote\n--- command\necho '--- a'; exit 3\n--- stdout\nold\n--- stderr\nold\n"
    fresh = "# t\n\nnote\n--- command\necho '--- a'; exit 3\n--- exit 3\n--- stdout\n\\--- a\n--- stderr\n"
    if run_one(stale, update=True)[2] != fresh:
        yield "an update does not write what the command did"
    crash = "# t\n--- command\nkill -SEGV $$\n--- stdout\n"
    if run_one(crash, update=True)[::2] != (1, crash):
        yield "an update accepts a crash"
    with tempfile.TemporaryDirectory() as empty, contextlib.redirect_stdout(io.StringIO()):
        if run.run_all(pathlib.Path(empty), pathlib.Path("/usr/bin/true")) != run.NO_CASES:
            yield "an empty set of cases passes"


def main():
    found = list(problems())
    for problem in found:
        print(f"SELF-TEST {problem}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

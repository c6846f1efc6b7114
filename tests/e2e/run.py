#!/usr/bin/env python3
"""Runs the end-to-end cases against a dealcheck binary; case_file.py describes a case."""

import argparse
import concurrent.futures
import dataclasses
import difflib
import fcntl
import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import threading

from case_file import EXACT, CaseError, Section, parse_case

E2E = pathlib.Path(__file__).resolve().parent
ROOT = E2E.parent.parent
FOLDERS = {
    "EXAMPLES": ROOT / "examples",
    "RULES": ROOT / "rules",
    "SCHEMAS": ROOT / "tests" / "schema" / "published",
}
TIMEOUT_SECONDS = 240  # `rules check` with sanitizers on a busy machine takes a while
NO_CASES = 3  # exit code when there was nothing to run


@dataclasses.dataclass
class Result:
    exit: int
    stdout: bytes
    stderr: bytes


def readable(output):
    """Output as a case shows it: control characters and stray bytes made visible."""
    text = output.decode("utf-8", "surrogateescape")
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\udc80-\udcff]",
                  lambda found: f"⟦{ord(found[0]) & 0xff:02x}⟧", text)
    return text if not text or text.endswith("\n") else text + "⟦no line end⟧\n"


def open_terminal(columns, rows):
    master, terminal = os.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    modes = termios.tcgetattr(terminal)
    modes[1] &= ~termios.OPOST  # line ends as the program writes them
    termios.tcsetattr(terminal, termios.TCSANOW, modes)
    return master, terminal


def copy_terminal(master, out):
    try:
        while data := os.read(master, 65536):
            out.write(data)
    except OSError:  # how the end of a terminal shows itself
        pass
    os.close(master)


def run_command(command, folder, environment, size):
    """Runs one command; with a size (columns, rows) its stdout is a terminal."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        master, stdout = open_terminal(*size) if size else (None, out)
        process = subprocess.Popen(["bash", "-euo", "pipefail", "-c", command], cwd=folder,
                                   env=environment, stdin=subprocess.DEVNULL, stdout=stdout,
                                   stderr=err, start_new_session=True)
        if size:
            os.close(stdout)
            reader = threading.Thread(target=copy_terminal, args=(master, out))
            reader.start()
        try:
            process.wait(TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise CaseError(f"no end after {TIMEOUT_SECONDS} seconds: {command}") from None
        finally:
            if size:
                reader.join()
        out.seek(0)
        err.seek(0)
        return Result(process.returncode, out.read(), err.read())


def check_json(output, line):
    expression, _, expected = line.rpartition(" => ")
    try:
        wanted = json.dumps(json.loads(expected), sort_keys=True)
    except json.JSONDecodeError:
        raise CaseError(f"not 'jq expression => JSON': {line}") from None
    jq = subprocess.run(["jq", "-c", expression], input=output, capture_output=True, check=False)
    if jq.returncode != 0:
        return f"jq cannot answer {expression}: {readable(jq.stderr).strip()}"
    answers = jq.stdout.decode().splitlines()
    if len(answers) == 1 and json.dumps(json.loads(answers[0]), sort_keys=True) == wanted:
        return ""
    return f"{expression} gives {' '.join(answers) or 'nothing'}, not {expected}"


def check_output(section, result):
    """What is wrong with the output according to one section; empty when nothing."""
    stream, _, manner = section.kind.partition("-")
    output = getattr(result, stream)
    if manner == "json":
        problems = [check_json(output, line) for line in section.filled_lines()]
        return "\n".join(problem for problem in problems if problem)
    actual = readable(output)
    if not manner:
        return "\n".join(difflib.unified_diff(section.text().split("\n"), actual.split("\n"),
                                              f"expected {stream}", f"actual {stream}",
                                              lineterm=""))
    wrong = [line for line in section.filled_lines() if (line in actual) != (manner == "contains")]
    verb = "lacks" if manner == "contains" else "contains"
    report = "".join(f"{stream} {verb}: {line}\n" for line in wrong)
    return report + f"{stream} was:\n{actual}" if wrong else ""


def update_exit(sections, index, result):
    """Makes the section after the command at `index` state the exit code."""
    if not 0 <= result.exit < 128:
        raise CaseError(f"exit {result.exit} is a crash, not an expectation")
    if sections[index + 1].kind == "exit":
        sections[index + 1].argument = str(result.exit)
    elif result.exit != 0:
        sections.insert(index + 1, Section("exit", str(result.exit), []))


def play(sections, folder, environment, update):
    """Goes through the sections in order and returns what is wrong, each with its command."""
    failures, size, command, result = [], None, None, None
    for index, section in enumerate(sections):
        problem = ""
        if section.kind in ("file", "file-bytes"):
            path = folder / section.argument
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(section.file_content())
        elif section.kind == "tty":
            size = [int(number) for number in section.argument.split("x")]
        elif section.kind == "command":
            command = section.text()
            result = run_command(command, folder, environment, size)
            size = None
            if update:
                update_exit(sections, index, result)
            following = sections[index + 1]
            expected = int(following.argument) if following.kind == "exit" else 0
            if result.exit != expected:
                problem = (f"exit {result.exit}, expected {expected}\n"
                           f"stderr was:\n{readable(result.stderr)}")
        elif section.kind in EXACT and update:
            section.set_text(readable(getattr(result, section.kind)))
        elif section.kind != "exit":
            problem = check_output(section, result)
        if problem:
            failures.append(f"$ {command}{problem}")
    return failures


def play_in_fresh_folder(sections, program, update):
    with tempfile.TemporaryDirectory(prefix="dealcheck-e2e-") as name:
        home = pathlib.Path(name)
        folder = home / "case"
        folder.mkdir()
        for variable, target in FOLDERS.items():
            (home / variable.lower()).symlink_to(target)
        # Reports go to files, so that no `|| true` in a case can hide one.
        reports = f"exitcode=86:halt_on_error=1:log_path={home}/sanitizer"
        environment = {
            "PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin", "HOME": str(home),
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
            "ASAN_OPTIONS": f"detect_leaks=1:{reports}",
            "UBSAN_OPTIONS": f"print_stacktrace=1:{reports}",
            **{variable: f"../{variable.lower()}" for variable in FOLDERS},
        }
        failures = play(sections, folder, environment, update)
        return failures + [readable(report.read_bytes()) for report in home.glob("sanitizer.*")]


def run_case(path, program, update):
    """The failures of one case file; none when it passed."""
    try:
        text = path.read_text(encoding="utf-8")
        title, sections = parse_case(text)
        failures = play_in_fresh_folder(sections, program, update)
    except (CaseError, ValueError) as error:
        return [str(error)]
    updated = title + "".join(section.as_written() for section in sections)
    if update and not failures and updated != text:
        path.write_text(updated, encoding="utf-8")
        print(f"rewritten: {path}")
    return failures


def run_all(folder, program, name_filter="", update=False):
    """Runs the cases under a folder, prints failures and the count; returns the exit code."""
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.case"))
    names = [name for name in names if name_filter in name]
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [pool.submit(run_case, folder / name, program, update) for name in names]
        for name, run in zip(names, runs):
            failures = run.result()
            passed, failed = passed + (not failures), failed + bool(failures)
            for failure in failures:
                print(f"FAILED {name}\n{failure.rstrip()}\n")
    if not names:
        print("no case has such a name" if name_filter else "there are no cases")
    print(f"{passed} passed, {failed} failed")
    return NO_CASES if not names else int(failed > 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path, help="the dealcheck to test")
    parser.add_argument("--update", action="store_true", help="rewrite exact expectations")
    parser.add_argument("--filter", default="", metavar="NAME", help="only cases named like this")
    options = parser.parse_args()
    program = options.program.resolve()
    if program.name != "dealcheck" or not os.access(program, os.X_OK):
        parser.error(f"{program} is not a runnable dealcheck")
    return run_all(E2E, program, options.filter, options.update)


if __name__ == "__main__":
    sys.exit(main())

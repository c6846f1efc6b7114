"""What the checks of the pages share: commands run as a user would, and what came of each check."""

import os
import subprocess
import sys

passed = failed = 0


def check(fine, name, told=""):
    global passed, failed
    passed, failed = passed + bool(fine), failed + (not fine)
    if not fine:
        print(f"FAILED {name}" + (f"\n{told}" if told else ""))


def finish():
    """The last line is the count."""
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


def environment(home, tools):
    """Of somebody who may commit, with these tools before all others."""
    who = {f"GIT_{part}_{key}": value for part in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "test"), ("EMAIL", "test@localhost"))}
    return {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(home), "LC_ALL": "C.UTF-8", **who}


def run(command, folder, variables):
    """Exit code, and what was printed on both streams in their order."""
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=variables,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    return done.returncode, done.stdout.decode("utf-8", "replace")

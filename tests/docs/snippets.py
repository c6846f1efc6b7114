#!/usr/bin/env python3
"""Does what the pages for users show, in a scratch copy, page by page and from top to bottom.

- ```yaml with a first line `# some/file.yaml`: the file is written; any other is a piece of a deal, which must be
  judged without a complaint (it gets `stage: late` unless it tells a stage).
- ```sh: run as it stands; it must succeed.
- a block that begins with `$ COMMAND`: what it shows must be what the command prints, letter by letter.
- a link to a file of the project: the file must be there.

And nothing is left out: README.md names every command, examples/README.md every section of a deal.

The scratch copy is a git repository whose program is built already. The last line is the count.
usage: snippets.py DEALCHECK [--update]        --update writes what commands print now into the pages
"""

import argparse
import difflib
import pathlib
import re
import subprocess
import tempfile

import yaml

from tried import check, environment, finish, run

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
RUN = ["README.md", "examples"]  # what is shown there is done
LINKED = ["src/README.md", "tests/README.md", "rules/METHOD.md"]  # only their links are followed
NEEDED = ["README.md", "examples", ".pre-commit-hooks.yaml", "tests/support"]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
NAMED = re.compile(r"# (\S+\.ya?ml)$")
STAGE = re.compile(r"^(stage|阶段|milestones|里程碑):", re.M)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


class Scratch:
    """A copy of what users have, in which commands are run."""

    def __init__(self, folder, dealcheck):
        self.top = folder / "dealcheck"
        tools = folder / "bin"
        for made in (self.top / "build", tools):
            made.mkdir(parents=True)
        subprocess.run(f"git ls-files -z -co --exclude-standard -- {' '.join(NEEDED)} | xargs -0 cp --parents -t {self.top}",
                       shell=True, check=True, cwd=TOP)
        for program in (self.top / "build" / "dealcheck", tools / "dealcheck"):
            program.symlink_to(dealcheck)
        cmake = tools / "cmake"  # quickstart.sh finds the program built
        cmake.write_text("#!/bin/sh\n")
        cmake.chmod(0o755)
        self.variables = environment(folder, tools)
        (self.top / ".gitignore").write_text("/build/\n")
        self.run("git init --quiet && git add . && git commit --quiet --message begin")

    def run(self, command):
        return run(command, self.top, self.variables)


def try_deal(scratch, name, text):
    file = scratch.top / "piece.yaml"
    file.write_text(text if STAGE.search(text) else "stage: late\n" + text)
    status, told = scratch.run("dealcheck assess --no-settings --as-of 2026-03-20 piece.yaml > report.txt")
    check(status == 0 and not told, name, told)


def shown(scratch, name, text, update):
    """The block as it has to be: each command, and behind it what it prints."""
    asked = re.findall(r"^\$ (.*)$", text, re.M)
    made = "".join(f"$ {command}\n{scratch.run(command)[1]}" for command in asked)
    told = "".join(difflib.unified_diff(text.splitlines(True), made.splitlines(True), "the page", "the program"))
    check(update or made == text, name, told)
    return made


def do_block(scratch, name, language, text, update):
    named = NAMED.match(text.split("\n", 1)[0])
    if text.startswith("$ "):
        return shown(scratch, name, text, update)
    if language == "yaml" and named:
        file = scratch.top / named[1]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    elif language == "yaml":
        try_deal(scratch, name, text)
    elif language == "sh":
        status, told = scratch.run(text)
        check(status == 0, name, f"exit {status}\n{told}")
    return text


def do_page(page, dealcheck, update):
    whole = page.read_text()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(pathlib.Path(folder), dealcheck)

        def replace(found):
            line = whole.count("\n", 0, found.start()) + 1
            name = f"{page.relative_to(TOP)}:{line}"
            return f"```{found[1]}\n{do_block(scratch, name, found[1], found[2], update)}```"

        made = BLOCK.sub(replace, whole)
    if update and made != whole:
        page.write_text(made)
        print(f"rewritten: {page.relative_to(TOP)}")


def follow_links(page):
    for target in LINK.findall(BLOCK.sub("", page.read_text())):
        check((page.parent / target).exists(), f"{page.relative_to(TOP)}: {target} is not there")


def names_everything(dealcheck):
    told = subprocess.run([dealcheck, "--help", "--lang", "en"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  ([a-z]+) {2,}\S", told[told.index("\nCommands"):told.index("\nPacks")], re.M)
    vocabulary = yaml.load((TOP / "rules" / "vocabulary.yaml").read_text(), Loader=yaml.BaseLoader)
    for page, wanted in (("README.md", commands), ("examples/README.md", vocabulary["sections"])):
        text = (TOP / page).read_text()
        missing = [name for name in wanted if not re.search(rf"\b{name}\b", text)]
        check(wanted and not missing, f"{page} leaves out", ", ".join(missing))


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("dealcheck", type=pathlib.Path)
    reader.add_argument("--update", action="store_true")
    wanted = reader.parse_args()
    pages = [page for name in RUN for page in sorted([TOP / name] if name.endswith(".md") else (TOP / name).glob("*.md"))]
    for page in pages:
        do_page(page, wanted.dealcheck.resolve(), wanted.update)
    for page in pages + [TOP / name for name in LINKED]:
        check(page.exists(), f"{page.relative_to(TOP)} is not there")
        if page.exists():
            follow_links(page)
    names_everything(wanted.dealcheck.resolve())
    finish()


main()

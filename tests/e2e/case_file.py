"""The format of an end-to-end case: what a user types, and what the real program answers.

A case is one file, tests/e2e/<area>/<behaviour>.case:

    # one sentence: what the user sees
    --- file deal.yaml
    stage: early
    --- command
    dealcheck assess deal.yaml
    --- exit 0
    --- stdout
    ...

Sections are played in order; a body is the lines up to the next section:
  file NAME          a file to write, as it stands
  file-bytes NAME    the same with \\xff \\n \\r \\t \\\\ escapes; line ends of the case are not part of it
  tty 80x24          directly before a command: its stdout is a terminal of that size
  command            run by bash -euo pipefail in the case's own folder; may be repeated
and directly after the command what it must do, at least one of these:
  exit N             exit code, stated first; 0 when not stated
  stdout, stderr     exactly this text
  stdout-contains, stdout-lacks, stderr-contains, stderr-lacks
                     each line is a piece of text that must, or must not, be there
  stdout-json        each line: a jq expression => the JSON it must give

`dealcheck` is the program under test; $EXAMPLES, $RULES and $SCHEMAS are folders, as short relative
paths, so that they can appear in expected output. In expected text a control character or a byte
that is not UTF-8 is written ⟦1b⟧, and a missing last line end ⟦no line end⟧. A body line that starts
with `--- ` is written with a backslash before it.
"""

import dataclasses
import re

SETUP = {"file", "file-bytes", "tty", "command"}
EXACT = {"stdout", "stderr"}
PIECES = {"stdout-contains", "stdout-lacks", "stderr-contains", "stderr-lacks", "stdout-json"}
ARGUMENTS = {"file": r"\S.*", "file-bytes": r"\S.*", "tty": r"\d+x\d+", "exit": r"\d+"}


class CaseError(Exception):
    """Why a case cannot be judged: it is badly written, or its command crashed or never ended."""


@dataclasses.dataclass
class Section:
    kind: str
    argument: str
    lines: list[str]

    def text(self):
        return "".join(re.sub(r"^\\(?=--- )", "", line) + "\n" for line in self.lines)

    def set_text(self, text):
        self.lines = [re.sub(r"^(?=--- )", r"\\", line) for line in text.split("\n")[:-1]]

    def filled_lines(self):
        return [line for line in self.text().split("\n") if line.strip()]

    def file_content(self):
        if self.kind == "file":
            return self.text().encode()
        return "".join(self.lines).encode().decode("unicode_escape").encode("latin-1")

    def as_written(self):
        return "\n".join([f"--- {self.kind} {self.argument}".rstrip(), *self.lines]) + "\n"


def parse_case(text):
    """The title of a case, as written, and its sections."""
    title, sections = "", []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        if line.startswith("--- "):
            kind, _, argument = line[4:].partition(" ")
            if kind not in SETUP | EXACT | PIECES | {"exit"}:
                raise CaseError(f"line {number}: unknown section '{kind}'")
            if not re.fullmatch(ARGUMENTS.get(kind, ""), argument):
                raise CaseError(f"line {number}: '{kind}' cannot be followed by '{argument}'")
            sections.append(Section(kind, argument, []))
        elif sections:
            sections[-1].lines.append(line)
        else:
            title += line + "\n"
    if not re.match(r"# \S", title):
        raise CaseError("the first line must be '# ' and a sentence")
    check_order(sections)
    return title, sections


def check_order(sections):
    """Refuses a case that would check less than it seems to."""
    kinds = [section.kind for section in sections]
    if "command" not in kinds:
        raise CaseError("no command")
    for before, section, after in zip([None] + kinds, sections, kinds[1:] + [None]):
        kind, filled = section.kind, bool(section.filled_lines())
        if kind == "command" and (after is None or after in SETUP):
            raise CaseError("a command is followed by no check")
        if kind == "tty" and after != "command":
            raise CaseError("'tty' must stand directly before a command")
        if kind == "exit" and before != "command":
            raise CaseError("'exit' must stand directly after a command")
        if kind not in SETUP and before in (None, "file", "file-bytes"):
            raise CaseError(f"'{kind}' must follow its command")
        if kind in PIECES | {"command"} and not filled:
            raise CaseError(f"'{kind}' is empty")
        if kind in ("tty", "exit") and filled:
            raise CaseError(f"'{kind}' takes no lines")

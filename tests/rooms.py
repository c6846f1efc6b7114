#!/usr/bin/env python3
"""Every include of src/ goes from its room to one that tests/rooms.txt lets it use.

usage: rooms.py SRC TESTS ROOMS. The last line is the number of rules kept and broken.
"""

import pathlib
import re
import sys

QUOTED = re.compile(r'\s*#include "([^"]+)"')
LIBRARY = re.compile(r"\s*#include (<[^>]+>)")


def read_rooms(path):
    """What each room may use, and which rooms may use each library that is not for all."""
    rooms, libraries = {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        name, _, used = line.partition(":")
        (libraries if name.startswith("<") else rooms)[name] = set(used.split())
        below = set(used.split()) - set(rooms)  # only rooms above: no circle can be written down
        if below:
            sys.exit(f"{path}: {name}: {', '.join(sorted(below))} does not stand above it")
    return rooms, libraries


def room_of(path, top):
    return path.parent.relative_to(top).as_posix()


def sources(top):
    return sorted(path for path in top.rglob("*") if path.suffix in (".h", ".cc"))


def complaints(src, rooms, libraries):
    for path in sources(src):
        room = room_of(path, src)
        if room not in rooms or (room == "." and path.name != "main.cc"):
            yield f"{path}: lies in no room"
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            place = f"{path}:{number}"
            if found := LIBRARY.match(line):
                if room not in libraries.get(found[1], {room}):
                    yield f"{place}: {room} may not use {found[1]}"
            elif found := QUOTED.match(line):
                used = pathlib.PurePosixPath(found[1]).parent.as_posix()
                if not (src / found[1]).exists():
                    yield f"{place}: {found[1]} is not written from {src}/ on"
                elif used not in rooms[room] | {room}:
                    yield f"{place}: {room} may not use {used}"


def strays(tests, rooms):
    for path in tests.rglob("*_test.cc"):
        if room_of(path, tests) not in rooms:
            yield f"{path}: lies in no folder named like a room"


def main():
    src, tests, table = map(pathlib.Path, sys.argv[1:])
    rooms, libraries = read_rooms(table)
    empty = [f"{table}: {room} is empty" for room in rooms
             if not any(path.suffix in (".h", ".cc") for path in (src / room).iterdir())]
    wrong = [*complaints(src, rooms, libraries), *strays(tests, rooms), *empty]
    print("\n".join(wrong))
    print(f"{len(rooms) + len(libraries) if not wrong else 0} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

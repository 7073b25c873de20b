#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the floors of the source tree (src/README.md): who may include whom.

    check_floors.py SRC

A folder of SRC includes itself and lower floors. Folders on one floor do not include one another. No chain of
includes comes back to where it began. Some outside libraries belong to one folder. Exit 0: all of it holds; 1: every
breach, one a line, as file:line: what is wrong.
"""
import re
import sys
from pathlib import Path

FLOORS = [["core"], ["text"], ["rules"], ["packs", "coach", "transcript"], ["score", "practice", "api"], ["app"]]
RANK = {folder: rank for rank, floor in enumerate(FLOORS) for folder in floor}
OUTSIDE = {"yaml-cpp/": "packs", "CLI/": "app", "histedit.h": "app", "editline/": "app", "doctest/": None,
           "csv.h": "transcript", "zlib.h": "transcript", "zstd.h": "transcript",
           "sqlite3.h": "practice"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def source_files(root):
    return sorted(path for path in root.rglob("*") if path.suffix in (".h", ".cpp"))


def includes(path):
    """(line, is quoted, name) of each include of a file."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines, start=1):
        found = INCLUDE.match(line)
        if found:
            yield number, found[1] == '"', found[2]


def resolve(root, path, name):
    """The file of the tree that an include means, or None."""
    for base in (path.parent, root):
        target = (base / name).resolve()
        if target.is_file() and target.is_relative_to(root):
            return target
    return None


def outside_breach(folder, name):
    for prefix, owner in OUTSIDE.items():
        if name.startswith(prefix) and folder != owner:
            return f"<{name}> belongs to {owner}/ only" if owner else f"<{name}> belongs to the tests"
    return None


def floor_breach(folder, other):
    if RANK[other] > RANK[folder]:
        return f"{folder}/ must not include {other}/, which stands above it"
    if RANK[other] == RANK[folder] and other != folder:
        return f"{folder}/ must not include {other}/, which stands beside it"
    return None


def find_cycle(graph):
    """A path of files that comes back to its start, or None: depth first, each file once."""
    done, path = set(), []

    def walk(node):
        if node in path:
            return path[path.index(node):] + [node]
        if node in done:
            return None
        path.append(node)
        for target in graph[node]:
            cycle = walk(target)
            if cycle:
                return cycle
        done.add(path.pop())
        return None

    return next(filter(None, map(walk, graph)), None)


def breaches(root):
    root = root.resolve()
    found, graph = [], {}
    for path in source_files(root):
        shown = path.relative_to(root)
        folder = shown.parts[0]
        graph[path] = []
        if folder not in RANK:
            found.append(f"{shown}:1: stands on no floor")
            continue
        for line, quoted, name in includes(path):
            target = resolve(root, path, name)
            if target is not None:
                graph[path].append(target)
                other = target.relative_to(root).parts[0]
                problem = floor_breach(folder, other) if other in RANK else None
            elif quoted:
                problem = outside_breach(folder, name) or f'"{name}" is no file of this tree'
            else:
                problem = outside_breach(folder, name)
            if problem:
                found.append(f"{shown}:{line}: {problem}")
    cycle = find_cycle(graph)
    if cycle:
        names = " -> ".join(str(path.relative_to(root)) for path in cycle)
        found.append(f"{cycle[0].relative_to(root)}:1: includes itself: {names}")
    return found


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print("usage: check_floors.py SRC", file=sys.stderr)
        return 2
    root = Path(sys.argv[1])
    found = breaches(root)
    for breach in found:
        print(f"{root.name}/{breach}")
    print(f"{len(source_files(root))} files, {len(found)} breaches of the floors")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

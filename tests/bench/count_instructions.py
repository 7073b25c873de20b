#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts instructions a byte of text read, with valgrind's callgrind, and holds them to a budget.

    tests/bench/count_instructions.py build/release/attune [--update]

The text is every 40th pair of tests/corpus. What starting takes is counted apart and taken off. A change of rules
moves the figures as well as one of code; where it is meant, --update writes them anew.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUDGET = Path(__file__).resolve().parent / "instructions.json"


def instructions(command, text):
    with tempfile.TemporaryDirectory() as room:
        shown = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={room}/out", *command],
                               input=text, capture_output=True, check=False)
    if shown.returncode != 0:
        print(shown.stderr.decode(errors="replace"))
        sys.exit(77)  # valgrind does not know every processor: skipped
    return int(re.search(rb"Collected : (\d+)", shown.stderr)[1])


def counted(attune):
    lines, size, number = [], 0, 0
    for file in sorted((ROOT / "tests/corpus").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            number += 1
            if number % 40 != 0:
                continue
            pair = json.loads(line)
            exchange = {"statement": pair.get("statement"), "reply": pair["reply"]}
            size += sum(len(text.encode()) for text in exchange.values() if text)
            lines.append(json.dumps(exchange, ensure_ascii=False) + "\n")
    text = "".join(lines).encode()
    check = [str(attune), "check", "--fail-on", "never", "--input", "jsonl", "--format", "jsonl"]
    figures = {"starting": instructions([*check, "--no-rewrites", "-"], b"")}
    for name, flags in (("reading, a byte", ["--no-rewrites", "-"]), ("with rewrites, a byte", ["-"])):
        figures[name] = round((instructions([*check, *flags], text) - figures["starting"]) / size)
    return figures


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("attune", type=Path)
    options.add_argument("--within", type=float, default=5, help="per cent that a figure may be off")
    options.add_argument("--update", action="store_true", help="write what was counted")
    given = options.parse_args()
    figures = counted(given.attune.resolve())
    if given.update:
        BUDGET.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    budget = json.loads(BUDGET.read_text(encoding="utf-8"))
    off = 0
    for name, figure in figures.items():
        change = figure / budget[name] - 1
        off += abs(change) > given.within / 100
        print(f"{name:24} {figure:>12,} instructions, {change:+.1%} of the budget")
    if off:
        print(f"off by more than {given.within:g} %: where that is meant, "
              "scripts/instructions --update writes the figures anew")
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main())

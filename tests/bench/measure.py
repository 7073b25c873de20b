#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the built coach beside its peers, prints one table, and writes it into README.md.

    tests/bench/measure.py build/release/attune [--stations build/release/tests/attune-bench] [--write]

scripts/bench builds all that this needs and calls it. Runs of what is compared take turns, so that whatever else
the machine does meets all of them; a figure is the median, and behind it stands how far the runs lay apart. Text
is made from tests/corpus. Peers that are not installed are left out.
"""
import argparse
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PLACE = re.compile(r"(<!-- speed -->\n).*?(<!-- /speed -->)", re.DOTALL)
MB = 1_000_000
RUNS = 5
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}


def run(command, stdin=None):
    """Seconds of one run, of the processor and of the clock; what it prints is dropped."""
    with open(stdin or os.devnull, "rb") as source, open(os.devnull, "wb") as sink:
        process = subprocess.Popen(command, stdin=source, stdout=sink, stderr=sink, env=ENVIRONMENT)
        begin = time.perf_counter()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))} failed with {process.returncode}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.perf_counter() - begin}


def peak_memory(command, stdin):
    """In MB. A process of its own starts the command: the kernel counts what its starter held as well."""
    starter = ("import os, sys; child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ); "
               "print(os.wait4(child, 0)[2].ru_maxrss, file=sys.stderr)")
    with open(stdin, "rb") as source:
        shown = subprocess.run([sys.executable, "-I", "-S", "-c", starter, *command], stdin=source, check=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT)
    return int(shown.stderr.split()[-1]) / 1000


def in_turns(commands, runs=RUNS):
    """Runs each of {name: (command, stdin)} in turns; {name: its runs}."""
    results = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, stdin) in commands.items():
            results[name].append(run(command, stdin))
    return results


def median(runs, what="cpu"):
    return statistics.median(one[what] for one in runs)


def spread(runs, what="cpu"):
    """Half of how far the runs lie apart, in percent of the median."""
    values = [one[what] for one in runs]
    return 50 * (max(values) - min(values)) / statistics.median(values)


# ---- texts

def pairs():
    for file in sorted((ROOT / "tests/corpus").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            yield pair.get("statement"), pair["reply"]


def filled(path, pieces, size):
    """Writes the pieces over and over, up to the size."""
    data = b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    with open(path, "wb") as out:
        while out.tell() < size:
            out.write(data[: size - out.tell()] if len(data) > size - out.tell() else data)
    return path


def whole_lines(path, lines, size):
    text, written = [], 0
    while written < size:
        for line in lines:
            text.append(line)
            written += len(line.encode())
            if written >= size:
                break
    path.write_text("".join(text), encoding="utf-8")
    return path


def hostile(folder, size):
    """{name: file} of texts that are made to be slow to read."""
    dice = random.Random(7)
    vocabulary = sorted(set(re.findall(r"[a-z']{2,}", "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "data").rglob("*.yaml"))))))
    kinds = {
        "you you you …": ["you "],
        "dots": ["."],
        "one word": ["a"],
        "random bytes": [dice.randbytes(100_000).replace(b"\n", b" ")],
        "words of the rules at random": [" ".join(dice.choices(vocabulary, k=20_000)) + " "],
        "quotes never closed": ['"you should not have said it '],
    }
    return {name: filled(folder / f"hostile{i}", pieces, size) for i, (name, pieces) in enumerate(kinds.items())}


def many_rules(folder, count):
    """A pack with `count` more rules over the words that people use."""
    dice = random.Random(11)
    words = re.findall(r"[a-z]{2,}", " ".join(reply for _, reply in pairs()).lower())
    rules = []
    for i in range(count):
        first, second, third, fourth = dice.choices(words, k=4)
        cue = dice.choice([
            f"{first} [{{adverb}}] ({second} | {third}) {{act}}", f"{first} {second} ..3 {third}",
            f"^ {first} ({second} | {third} {fourth})", f"({first} | {second}) ~4 {third}", f"{first} {second}"])
        rules.append(f'  - {{id: fixing.synthetic.r{i}, cue: "{cue}", weight: 0.1, '
                     'hits: ["a b", "c d"], misses: ["e f", "g h"]}')
    (folder / "patterns").mkdir(parents=True)
    (folder / "patterns" / "synthetic.yaml").write_text(
        "pattern: fixing\nkinds:\n  synthetic: {title: made up, severity: 1, why: made up to count}\nrules:\n"
        + "\n".join(rules) + "\n", encoding="utf-8")
    return folder


# ---- what is measured

class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, figure, beside=""):
        self.rows.append((what, figure, beside))
        print(f"{what:62} {figure:>16}  {beside}", flush=True)

    def markdown(self):
        lines = ["| | | |", "| --- | ---: | --- |"]
        lines += [f"| {what} | {figure} | {beside} |" for what, figure, beside in self.rows]
        return "\n".join(lines) + "\n"


def rates(table, attune, folder):
    records = [json.dumps({"id": str(i), "statement": statement, "reply": reply}, ensure_ascii=False) + "\n"
               for i, (statement, reply) in enumerate(pairs())]
    size = 6 * MB
    lines = whole_lines(folder / "exchanges.jsonl", records, size)
    few = whole_lines(folder / "few.jsonl", records, size // 4)
    text = whole_lines(folder / "replies.txt", [reply.replace("\n", " ") + "\n\n" for _, reply in pairs()], size)
    check = [attune, "check", "--fail-on", "never"]
    jsonl = [*check, "--input", "jsonl", "--format", "jsonl"]
    commands = {
        "wc": (["wc", "-w"], lines),
        "jsonl": ([*jsonl, "--no-rewrites", "-"], lines),
        "rewrites": ([*jsonl, "-"], few),
        "wc text": (["wc", "-w"], text),
        "concise": ([*check, "--format", "concise", "-"], text),
    }
    phrases = folder / "phrases.txt"
    phrases.write_text("\n".join(plain_cues()) + "\n", encoding="utf-8")
    if shutil.which("rg"):
        commands["rg"] = (["rg", "-c", "-i", "-F", "--no-unicode", "-f", phrases, text], None)
    if shutil.which("diction"):
        commands["diction"] = (["diction", "-q", "-n", "-f", phrases, text], None)
    results = in_turns(commands)

    def rate(name, file):
        return file.stat().st_size / MB / median(results[name])

    words = rate("wc", lines)
    words_of_text = rate("wc text", text)

    def show(what, name, file, than=None):
        ratio = f"{rate(name, file) / than:.3f} of `wc -w` · " if than else ""
        table.add(what, f"{rate(name, file):.1f} MB/s", f"{ratio}± {spread(results[name]):.0f} %")

    show("`wc -w`, JSONL", "wc", lines)
    show("check, JSONL in and out, without rewrites", "jsonl", lines, words)
    show("the same with rewrites", "rewrites", few, words)
    show("`wc -w`, text", "wc text", text)
    show("check, text in, concise out", "concise", text, words_of_text)
    if "rg" in results:
        show(f"ripgrep with {len(plain_cues())} phrases, text", "rg", text, words_of_text)
    if "diction" in results:
        show(f"GNU diction with {len(plain_cues())} phrases, text", "diction", text, words_of_text)
    table.add("peak memory of check, JSONL", f"{peak_memory(*commands['jsonl']):.0f} MB",
              f"{size // MB} MB in; with rewrites {peak_memory(*commands['rewrites']):.0f} MB")
    return text, check


def plain_cues():
    """Cues of our patterns that are nothing but words: what a phrase list could hold of them."""
    cues = set()
    for file in sorted((ROOT / "data/patterns").glob("*.yaml")):
        cues.update(re.findall(r'"([a-z\']+(?: [a-z\']+)+)"', file.read_text(encoding="utf-8")))
    return sorted(cues)


def jobs(table, attune, folder):
    talk = folder / "talk.txt"
    lines = [f"Ann: {statement}\nBen: {reply}\n".replace("\n\n", "\n")
             for statement, reply in pairs() if statement and "\n" not in statement + reply]
    files = []
    for i in range(8):
        whole_lines(talk, lines[i::8], MB // 2)
        files.append(shutil.copy(talk, folder / f"talk{i}.txt"))
    command = [attune, "score", "--helper", "Ben", "--format", "jsonl"]
    results = in_turns({n: ([*command, "--jobs", str(n), *files], None) for n in (1, 2)}, 3)
    table.add("score, two jobs over one", f"{median(results[1], 'wall') / median(results[2], 'wall'):.2f} times",
              f"{os.cpu_count()} processors, shared with whatever else runs")


def start_up(table, attune):
    one = [attune, "check", "--fail-on", "never", "--to", "I got demoted today.", "--reply",
           "At least you still have a job."]
    results = in_turns({"true": (["true"], None), "one": (one, None)}, 40)
    own, least = (1000 * median(results[name], "wall") for name in ("one", "true"))
    table.add("whole process, one reply, with rewrites", f"{own:.1f} ms", f"`true` {least:.1f} ms")


def hostile_inputs(table, check, folder, text):
    size = MB // 2
    normal = folder / "normal.txt"
    normal.write_bytes(text.read_bytes()[:size])
    files = hostile(folder, size)
    command = [*check, "--format", "concise", "-"]
    results = in_turns({name: (command, file) for name, file in {"normal": normal, **files}.items()}, 3)
    for name in files:
        table.add(f"hostile: {name}", f"{median(results[name]) / median(results['normal']):.2f} times",
                  "the time of normal text of its size")


def linear(table, check, folder, text):
    small, large = MB // 2, 4 * MB
    files = {}
    for size in (small, large):
        files[size] = folder / f"linear{size}"
        files[size].write_bytes(text.read_bytes()[:size])
    command = [*check, "--format", "concise", "-"]
    results = in_turns({size: (command, file) for size, file in files.items()}, 3)
    table.add("8 times the text", f"{median(results[large]) / median(results[small]):.2f} times",
              f"{small / MB} and {large // MB} MB")


def ten_times_the_rules(table, check, folder, text):
    own = sum(len(re.findall(r"^ +- (?:\{)?id:", path.read_text(encoding="utf-8"), re.MULTILINE))
              for kind in ("patterns", "moves", "signals") for path in (ROOT / "data" / kind).glob("*.yaml"))
    pack = many_rules(folder / "pack", 9 * own)
    small = folder / "rules.txt"
    small.write_bytes(text.read_bytes()[:MB])
    command = [*check, "--format", "concise", "-"]
    with_pack = [*check, "--pack", pack, "--format", "concise", "-"]
    results = in_turns({"own": (command, small), "own empty": (command, None), "ten": (with_pack, small),
                        "ten empty": (with_pack, None)}, 3)
    plain = median(results["own"]) - median(results["own empty"])
    more = median(results["ten"]) - median(results["ten empty"])
    table.add("ten times the rules", f"{more / plain:.2f} times", f"{own} and {10 * own} rules, made up")


def stations(table, program):
    shown = subprocess.run([program, "--benchmark_format=json", "--benchmark_min_time=0.3"], check=True,
                           capture_output=True, env=ENVIRONMENT)
    for one in json.loads(shown.stdout)["benchmarks"]:
        table.add(f"station: {one['name'].replace('_', ' ')}", f"{one['bytes_per_second'] / MB:.1f} MB/s")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("attune", type=Path)
    options.add_argument("--stations", type=Path, help="the program of benchmarks")
    options.add_argument("--write", action="store_true", help="write the table into README.md")
    given = options.parse_args()
    attune = given.attune.resolve()
    table = Table()
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        ENVIRONMENT["XDG_CACHE_HOME"] = room
        text, check = rates(table, attune, folder)
        start_up(table, attune)
        jobs(table, attune, folder)
        linear(table, check, folder, text)
        hostile_inputs(table, check, folder, text)
        ten_times_the_rules(table, check, folder, text)
    if given.stations:
        stations(table, given.stations.resolve())
    if given.write:
        readme = ROOT / "README.md"
        before = readme.read_text(encoding="utf-8")
        readme.write_text(PLACE.sub(lambda found: found[1] + table.markdown() + found[2], before), encoding="utf-8")


if __name__ == "__main__":
    main()

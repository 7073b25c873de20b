#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Kills sessions that record, at random instants, and looks for what was acknowledged.

    check_kills.py RECORD_UNTIL_KILLED [KILLS]

In every other round two sessions record into one file and both are killed. After each round the file must be sound and
hold each draft that a session had been told is recorded. Every tenth round begins with a new file, so that its making is
interrupted too. Exit 0: nothing was lost.
"""
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROUNDS_A_FILE = 10


def kept(path):
    """Drafts by session, of a file that must be sound; nothing where its making was interrupted."""
    base = sqlite3.connect(path)
    try:
        if base.execute('PRAGMA integrity_check').fetchall() != [('ok',)]:
            sys.exit(f'{path} is damaged')
        if base.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'attempts'").fetchone() == (0,):
            return {}
        found = {}
        for name, number in base.execute('SELECT scenario, at FROM attempts'):
            found.setdefault(name, []).append(number)
        return found
    finally:
        base.close()


def main():
    program, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 210
    dice = random.Random(6)
    killed = acknowledged = unannounced = lost = 0
    with tempfile.TemporaryDirectory() as folder:
        round_number = 0
        while killed < kills:
            path = os.path.join(folder, f'{round_number // ROUNDS_A_FILE}', 'history.sqlite')
            names = [f's{round_number}.{i}' for i in range(1 + round_number % 2)]
            running = [subprocess.Popen([program, path, name], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                       for name in names]
            time.sleep(dice.uniform(0, 0.12))
            for process in running:
                if process.poll() is not None:
                    sys.exit(f'a session ended by itself: {process.stderr.read().decode()}')
                process.send_signal(signal.SIGKILL)
                killed += 1
            told = [[int(line) for line in process.communicate()[0].split()] for process in running]
            found = kept(path) if os.path.exists(path) else {}
            for name, numbers in zip(names, told):
                there = found.get(name, [])
                missing = set(numbers) - set(there)
                if missing or len(there) != len(set(there)):
                    lost += 1
                    print(f'round {round_number}, {name}: lost {sorted(missing)}, found {len(there)}')
                acknowledged += len(numbers)
                unannounced += len(there) - len(numbers)
            round_number += 1
    print(f'{killed} kills, {acknowledged} drafts acknowledged, {unannounced} more written, {lost} sessions with a loss')
    # Sessions that were killed before they wrote anything would show nothing.
    sys.exit(1 if lost or acknowledged < kills else 0)


if __name__ == '__main__':
    main()

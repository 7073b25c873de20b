#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores files on a scheduler with two workers, kills one of them in the middle, and compares with one run.

    score_on_dask_test.py ATTUNE SCRIPT

Exit 0: the same bytes in every format; 1: not so; 77: python3-distributed is not here.
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEBIANS = '/usr/bin/python3'
FILES = 60
SAID = ['I lost the flat and I am so sad.', 'My mother will not answer.', 'I am afraid of the winter.']
ANSWERS = ['At least you have a car.', 'That sounds so hard.', 'You should call her again.', 'What is it like for you?']


def write_calls(folder):
    for number in range(FILES):
        who = 'Dana' if number % 5 else 'Sam'
        lines = []
        for turn in range(3 + number % 4):
            lines.append(f'Client: {SAID[(number + turn) % len(SAID)]}')
            lines.append(f'{who}: {ANSWERS[(number * 2 + turn) % len(ANSWERS)]}')
        (folder / f'call-{number:03}.txt').write_text('\n'.join(lines) + '\n', encoding='utf-8')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: score_on_dask_test.py ATTUNE SCRIPT')
    attune, script = map(os.path.abspath, sys.argv[1:])
    if subprocess.run([DEBIANS, '-c', 'import distributed'], capture_output=True).returncode != 0:
        print('python3-distributed is missing')
        sys.exit(77)
    running, failed = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        calls = folder / 'calls'
        calls.mkdir()
        write_calls(calls)
        # Slow enough that a worker can be lost in the middle; tells which files it was asked for.
        slow = folder / 'slow-attune'
        slow.write_text(f'#!/bin/sh\ncase "$*" in *--jobs*) echo x >> {folder}/begun; sleep 0.2;; esac\n'
                        f'exec {attune} "$@"\n', encoding='utf-8')
        slow.chmod(0o755)
        env = dict(os.environ, HOME=name, LC_ALL='C.UTF-8', TERM='dumb', COLUMNS='80')

        def start(module, *words):
            with open(folder / f'log-{len(running)}', 'wb') as log:
                running.append(subprocess.Popen([DEBIANS, '-m', f'distributed.cli.{module}', *words], cwd=name, env=env,
                                                stdout=log, stderr=log))
            return running[-1]

        try:
            place = folder / 'scheduler.json'
            start('dask_scheduler', '--host', '127.0.0.1', '--port', '0', '--no-dashboard', '--scheduler-file', str(place))
            lost = start('dask_worker', '--scheduler-file', str(place), '--no-nanny', '--nthreads', '1',
                         '--no-dashboard', '--host', '127.0.0.1')
            start('dask_worker', '--scheduler-file', str(place), '--no-nanny', '--nthreads', '1', '--no-dashboard',
                  '--host', '127.0.0.1')
            for _ in range(300):
                if place.exists() and place.stat().st_size > 0:
                    break
                time.sleep(.1)

            address = json.loads(place.read_text(encoding='utf-8'))['address']
            for form in ('jsonl', 'text', 'json', 'csv', 'html'):
                alone = subprocess.run([attune, 'score', '--format', form, '--helper', 'Dana', '--quote', 'calls'],
                                       cwd=name, env=env, capture_output=True)
                shared = subprocess.Popen([DEBIANS, '-B', script, '--scheduler', address, '--attune',
                                           str(slow) if form == 'jsonl' else attune, '--format', form, '--',
                                           '--helper', 'Dana', '--quote', 'calls'], cwd=name, env=env,
                                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                if form == 'jsonl':
                    while not (folder / 'begun').exists() or (folder / 'begun').stat().st_size < 2 * FILES // 3:
                        if shared.poll() is not None:
                            break
                        time.sleep(.05)
                    lost.send_signal(signal.SIGKILL)
                    print(f'killed a worker after {(folder / "begun").stat().st_size // 2} of {FILES} files')
                out, said = shared.communicate(timeout=240)
                same = out == alone.stdout and len(out) > 0 and shared.returncode == alone.returncode
                failed += not same
                print(f'{form}: {len(out)} bytes, ' + ('the same' if same else 'NOT the same\n' + said.decode()[-2000:]))
            begun = (folder / 'begun').stat().st_size // 2
            print(f'{begun} tasks were begun for {FILES} files')
        finally:
            for process in running:
                process.kill()
                process.wait()
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()

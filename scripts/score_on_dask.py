#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores transcripts on many machines, and prints what one `attune score` prints.

    score_on_dask.py --scheduler ADDRESS [--attune PATH] [--format F] [-o FILE] [--tries N] -- SCORE FLAGS AND PATHS

    score_on_dask.py --scheduler tcp://10.0.0.1:8786 --format html -o report.html -- --helper Dana --by site calls/

Every file is a task for one core; cut a large JSONL into files first. Paths must mean the same files, and --attune the same
binary, on every machine. The work of a worker that is lost goes to another; the figures are handed on in the order of the
files, with a bounded number of tasks on the way, to `attune score --merge`, which gives them their form.

Needs Debian's python3-distributed. Exit: as attune does; 2 too when a task failed each time that it was tried.
"""
import argparse
import collections
import subprocess
import sys

NO_TURN = b'attune: no session has a turn of '  # in one file that is no error: another may have some
TASKS_PER_CORE = 4


def score_file(attune, flags, path):
    """Runs on a worker: (exit status, lines, messages) of one file."""
    done = subprocess.run([attune, 'score', *flags, '--format', 'jsonl', '--jobs', '1', path], stdin=subprocess.DEVNULL,
                          capture_output=True)
    if done.returncode not in (0, 2):
        raise RuntimeError(f'{path}: attune ended with {done.returncode}: {done.stderr.decode(errors="replace")}')
    return done.returncode, done.stdout, done.stderr


def split_words(words):
    """(flags, paths): the paths are the words at the end that belong to no flag."""
    takes_value = {'--helper', '--input', '--columns', '--by', '--pack'}
    flags, paths = [], []
    words = collections.deque(words)
    while words:
        word = words.popleft()
        if word in takes_value and words:
            flags += [word, words.popleft()]
        elif word.startswith('--'):
            flags.append(word)
        else:
            paths.append(word)
    return flags, paths


def results(client, attune, flags, files, tries):
    """(path, result or exception) of each file, in order."""
    cores = max(1, sum(client.ncores().values()))
    waiting = collections.deque()
    files = iter(files)
    while True:
        while len(waiting) < TASKS_PER_CORE * cores:
            path = next(files, None)
            if path is None:
                break
            waiting.append((path, client.submit(score_file, attune, flags, path, retries=tries - 1, pure=False)))
        if not waiting:
            return
        path, task = waiting.popleft()
        try:
            yield path, task.result()
        except Exception as error:  # whatever a worker's machine may do
            yield path, error
        task.release()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--scheduler', required=True)
    parser.add_argument('--attune', default='attune')
    parser.add_argument('--format', default='text')
    parser.add_argument('-o', '--output')
    parser.add_argument('--tries', type=int, default=4)
    parser.add_argument('words', nargs='+', metavar='FLAG|PATH')
    options = parser.parse_args()
    flags, paths = split_words(options.words)
    listed = subprocess.run([options.attune, 'score', '--list', '--', *paths], stdout=subprocess.PIPE)
    files = listed.stdout.decode(errors='surrogateescape').splitlines()
    if not files:
        sys.exit(2)

    from distributed import Client
    merge = [options.attune, 'score', '--merge', '--format', options.format,
             *(['--output', options.output] if options.output else []), '-']
    status, without_turn = listed.returncode, []
    with Client(options.scheduler) as client, subprocess.Popen(merge, stdin=subprocess.PIPE) as merging:
        for path, result in results(client, options.attune, flags, files, options.tries):
            if isinstance(result, Exception):
                print(f'score_on_dask: {path}: {result}', file=sys.stderr)
                status = 2
                continue
            code, lines, messages = result
            if code == 2 and not lines and messages.startswith(NO_TURN):
                without_turn.append(messages)
                continue
            sys.stderr.buffer.write(messages)
            status = max(status, code)
            merging.stdin.write(lines)
        if len(without_turn) == len(files):
            sys.stderr.buffer.write(without_turn[0])
            status = 2
        merging.stdin.close()
        status = max(status, merging.wait())
    sys.exit(status)


if __name__ == '__main__':
    main()

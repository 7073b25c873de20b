#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds `attune progress`, `forget` and `checkin` to what they promise about a history that is there.

    check_progress.py ATTUNE RECORD_UNTIL_KILLED PROJECT

The JSON keeps to data/schemas/progress.schema.json and the schema notices planted breaches; formats agree with one another; the
page fetches and runs nothing and shows no text as markup; what is forgotten is in no file any more; a check-in keeps nothing
unasked. Exit 0: all of it holds; 1: what does not, one a line.
"""
import csv
import html.parser
import io
import json
import os
import pty
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from checking import Failures, breaches_let_through, read_schema

DAY = 86400
SECRET = 'MARKERWORD'
HOSTILE = '=<script>alert(1)</script>\x1b[31m'

BREACHES = [
    ('a field nobody knows', lambda a: a.update(streak=3)),
    ('no weeks', lambda a: a.pop('weeks')),
    ('a count below 0', lambda a: a['landed'].update(count=-1)),
    ('a count without what it is out of', lambda a: a['landed'].pop('of')),
    ('a change of another kind', lambda a: a['patterns'][0].update(change='worse')),
    ('a strength beyond the scale', lambda a: a['checkins'][0].update(strength=11)),
    ('a day in place of a time', lambda a: a.update(until='2026-01-31')),
    ('another version', lambda a: a.update(version=2)),
]


class History:
    """A state folder with a history in it, made by the program's own code and filled by hand."""

    def __init__(self, folder, recorder):
        self.home = Path(folder)
        self.path = self.home / 'state/attune/history.sqlite'
        made = subprocess.Popen([recorder, str(self.path), 'made'], stdout=subprocess.PIPE)
        made.stdout.readline()
        made.kill()
        made.communicate()
        with self.base() as base:
            base.execute('DELETE FROM attempts')

    def base(self):
        return sqlite3.connect(self.path)

    def fill(self, scenario, now):
        with self.base() as base:
            for day in range(30, 0, -2):
                missed = day > 14
                base.execute('INSERT INTO attempts (at, scenario, attempt, landing, score, patterns, rules, moves, '
                             'statement, draft) VALUES (?, ?, 1, ?, 50, ?, ?, ?, ?, ?)',
                             (now - day * DAY, scenario, 'missed' if missed else 'met', 'fixing' if missed else '',
                              'fixing.direct.you-should' if missed else '', '' if missed else 'naming reflecting',
                              f'I am so tired. {HOSTILE}', f'{SECRET} {day} {HOSTILE}'))
            base.execute('INSERT INTO checkins (at, word, strength) VALUES (?, ?, 7)', (now - DAY, HOSTILE))
            base.execute('INSERT INTO checkins (at, word) VALUES (?, ?)', (now - 20 * DAY, SECRET))

    def raw(self):
        return b''.join(path.read_bytes() for path in self.home.rglob('*') if path.is_file())


class Runner:
    def __init__(self, attune, home):
        self.attune = attune
        self.env = {'HOME': str(home), 'XDG_STATE_HOME': str(home / 'state'), 'LC_ALL': 'C.UTF-8', 'TERM': 'xterm',
                    'COLUMNS': '80'}

    def __call__(self, *words, stdin=b'', **env):
        return subprocess.run([self.attune, *words], input=stdin, capture_output=True, timeout=60, env=self.env | env)

    def on_terminal(self, *words, typed):
        """What it writes on a terminal, and its exit status."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(self.attune, [self.attune, *words], self.env)
        os.write(terminal, typed)
        shown = b''
        while True:
            try:
                block = os.read(terminal, 4096)
            except OSError:
                break
            if not block:
                break
            shown += block
        return shown, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.fetches = [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.fetches += [value for name, value in attributes if name in ('src', 'href', 'action', 'data')]


def check_formats(failures, run, project):
    _, validator = read_schema(project / 'data/schemas/progress.schema.json')
    document = json.loads(run('progress', '--format', 'json').stdout)
    problems = [f'{error.json_path}: {error.message}' for error in validator.iter_errors(document)]
    failures.expect(not problems, '\n'.join(problems))
    through = list(breaches_let_through(validator, document, BREACHES))
    for name, _ in BREACHES:
        failures.expect(name not in through, f'the schema lets through: {name}')
    fixing = next(one for one in document['patterns'] if one['pattern'] == 'fixing')
    failures.expect(fixing['change'] == 'less' and fixing['settled'], f'fixing did not settle: {fixing}')
    failures.expect(document['then_and_now'] is not None, 'a moment then and now is missing')

    rows = list(csv.DictReader(io.StringIO(run('progress', '--format', 'csv').stdout.decode())))
    for what, name, total in [('landed', '', document['landed']), ('pattern', 'fixing', fixing['came_up'])]:
        sums = {key: sum(int(row[key]) for row in rows if (row['what'], row['name']) == (what, name))
                for key in ('count', 'of')}
        failures.expect(sums == total, f'the rows of {what} {name} come to {sums}, not {total}')
    failures.expect(not any(cell.startswith(tuple('=+-@')) for row in rows for cell in row.values()),
                    'a cell holds a formula')

    text = run('progress').stdout.decode()
    failures.expect('▁' in text and '\x1b' not in text, 'the text is not drawn, or holds a control character')
    for env in ({'LC_ALL': 'C'}, {'TERM': 'dumb'}):
        failures.expect('▁' not in run('progress', **env).stdout.decode(), f'blocks are drawn with {env}')
    failures.expect('week by week: ' in run('progress', '--plain').stdout.decode(), '--plain tells no numbers')

    page = Page()
    shown = run('progress', '--format', 'html').stdout.decode()
    page.feed(shown)
    failures.expect('script' not in page.tags and not page.fetches and '\x1b' not in shown,
                    'the page runs, fetches or smuggles something')
    failures.expect("default-src 'none'" in shown, 'the page has no content policy')
    target = Path(run.env['HOME'], 'page.html')
    run('progress', '--format', 'html', '--output', str(target))
    failures.expect('<h1>' in target.read_text(encoding='utf-8'), '--output wrote no page')
    target.unlink()


def check_checkin(failures, run, history):
    before = history.base().execute('SELECT count(*) FROM checkins').fetchone()
    run('checkin', stdin=b'tired 7\nI would hug her.\n')
    failures.expect(history.base().execute('SELECT count(*) FROM checkins').fetchone() == before, 'kept unasked')
    done = run('checkin', '--keep', stdin=b'worn out 7\nMARKERFRIEND, you did enough.\n')
    kept = history.base().execute('SELECT word, strength FROM checkins ORDER BY at DESC').fetchone()
    failures.expect(done.returncode == 0 and kept == ('worn out', 7), f'--keep kept {kept}: {done}')
    failures.expect(b'MARKERFRIEND' not in history.raw(), 'what one would tell a friend was kept')
    risky = run('checkin', '--keep', stdin=b'I want to kill myself 9\n')
    failures.expect(b'findahelpline.com' in risky.stdout and b'kill' not in risky.stdout, f'no calm card: {risky}')
    failures.expect(b'kill myself' not in history.raw(), 'a mention of risk was kept')
    shown, status = run.on_terminal('checkin', '--plain', typed=b'tired 12\rtired 7\r\r')
    failures.expect(status == 0 and b'The scale goes from 0' in shown, f'on a terminal: {status}, {shown}')


def check_forget(failures, run, history, now):
    refused = run('forget', '--before', '2026-02-31')
    failures.expect(refused.returncode == 2 and b'2026-02-31' in refused.stderr, f'no day: {refused}')
    unmeant = run('forget')
    failures.expect(unmeant.returncode == 2 and b'--yes' in unmeant.stderr, f'unasked: {unmeant}')
    shown, status = run.on_terminal('forget', typed=b'n\r')
    failures.expect(status == 0 and b'Nothing was erased.' in shown, f'answered no: {status}, {shown}')
    failures.expect(SECRET.encode() in history.raw(), 'something was erased unasked')

    day = time.strftime('%Y-%m-%d', time.localtime(now - 10 * DAY))
    done = run('forget', '--before', day, '--yes')
    failures.expect(done.returncode == 0 and b'Erased 10 drafts and 1 check-in' in done.stdout, f'forgot: {done}')
    failures.expect(f'{SECRET} 12 '.encode() not in history.raw(), 'older drafts are still in a file')
    failures.expect(f'{SECRET} 8 '.encode() in history.raw(), 'newer drafts are gone')

    shown, status = run.on_terminal('forget', typed=b'y\r')
    failures.expect(status == 0 and b'The file is gone as well' in shown, f'answered yes: {status}, {shown}')
    failures.expect(SECRET.encode() not in history.raw() and not history.path.parent.exists(), 'not all was erased')
    failures.expect(run('forget', '--yes').returncode == 0, 'with nothing to forget it fails')


def check_trouble(failures, run, history):
    """Files that are no history are told, with a cure, and left alone."""
    history.path.parent.mkdir(mode=0o700, parents=True)
    for content in (b'not a database at all, but some two hundred bytes of a diary. ' * 4, b'SQLite format 3\0' + b'\xff' * 600):
        history.path.write_bytes(content)
        for command in (('progress',), ('forget', '--yes'), ('checkin', '--keep')):
            done = run(*command)
            failures.expect(done.returncode == 2 and b'move it away' in done.stderr, f'{command}: {done}')
        failures.expect(history.path.read_bytes() == content, 'a file of something else was changed')
    history.path.unlink()


def check_no_rights(failures, run, history):
    """A history that somebody may not write is told with its place and the reason; only root needs to become somebody else."""
    if os.geteuid() != 0:
        return
    nobody = 65534
    history.path.write_bytes(b'')
    for path, rights in ((history.home, 0o755), (history.home / 'state', 0o755), (history.path.parent, 0o755), (history.path, 0o444)):
        path.chmod(rights)
    try:
        done = subprocess.run([run.attune, 'progress'], capture_output=True, timeout=60, env=run.env, user=nobody)
    except PermissionError:  # the program lies where others may not look
        return
    failures.expect(done.returncode == 2 and str(history.path).encode() in done.stderr and b'Permission denied' in done.stderr,
                    f'without the right to write: {done}')


def main():
    attune, recorder, project = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), Path(sys.argv[3])
    failures = Failures()
    now = int(time.time())
    with tempfile.TemporaryDirectory() as folder:
        history = History(folder, recorder)
        history.fill('partner.long-day', now)
        run = Runner(attune, history.home)
        check_formats(failures, run, project)
        check_checkin(failures, run, history)
        check_forget(failures, run, history, now)
        check_trouble(failures, run, history)
        check_no_rights(failures, run, history)
    failures.finish()


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds `attune score` to what it promises about whole runs, which no golden case can show.

    check_score.py ATTUNE PROJECT

JSON keeps to data/schemas/session.schema.json and the schema notices planted breaches; any number of jobs gives the same
bytes; merged and resumed runs give what one run gives, in every format; the page fetches nothing, runs only its own
script and shows no text as markup; no words are shown unasked. Exit 0: all of it holds; 1: what does not, one a line.
"""
import base64
import csv
import hashlib
import html.parser
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from checking import Failures, breaches_let_through, read_schema

FORMATS = ('text', 'json', 'jsonl', 'csv', 'html')
SECRET = 'Wilhelmina'
SAID = ['I got demoted and I feel so ashamed.', 'Nobody even told me why.', f'My sister {SECRET} says it is my fault.',
        'I cannot sleep, I am scared of Monday.', '<script>alert(1)</script> & "quotes"']
ANSWERS = ['At least you still have a job.', 'You should just talk to your boss.', 'That sounds really painful.',
           'What was that like for you?', 'It makes sense that you are ashamed. You feel pushed aside.',
           "Don't be so sensitive.", 'Did you sleep? Did you eat?']


def session(number):
    lines = []
    for turn in range(4 + number % 9):
        lines.append(('Client', SAID[(number + turn) % len(SAID)]))
        lines.append(('Dana' if number % 2 else '=Sam <b>', ANSWERS[(number * 3 + turn) % len(ANSWERS)]))
    if number % 7 == 0:
        lines.append(('Client', 'I want to kill myself.'))
        lines.append(('Dana', 'Take a walk.'))
    return lines


def write_table(path, numbers):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        rows = csv.writer(file)
        rows.writerow(['session', 'site', 'speaker', 'text'])
        for number in numbers:
            for who, text in session(number):
                rows.writerow([f's{number}', 'north' if number % 3 else 'south & <i>', who, text])


def score(attune, *words, folder, status=0, failures=None, stdin=b''):
    done = subprocess.run([attune, 'score', *words], cwd=folder, input=stdin, capture_output=True, timeout=120,
                          env={'HOME': folder, 'LC_ALL': 'C.UTF-8', 'TERM': 'dumb', 'COLUMNS': '80'})
    if failures:
        failures.expect(done.returncode == status, f'{words}: exit {done.returncode}: {done.stderr.decode()}')
    return done.stdout


HELPERS = ('--helper', 'Dana', '--helper', '=Sam <b>')
BY = ('--by', 'site')

BREACHES = [
    ('a field nobody knows', lambda a: a.update(mood='fine')),
    ('no helper', lambda a: a.pop('helper')),
    ('a score above 100', lambda a: a.update(score=101)),
    ('a count below 0', lambda a: a['turns'].update(all=-1)),
    ('a count without what it is out of', lambda a: a['feelings'].pop('voiced')),
    ('a pattern that is no name', lambda a: a['misses'].update({'no name': 1})),
    ('a course of too many points', lambda a: a.update(course=[[1, 1, 1]] * 25)),
    ('a moment before the session', lambda a: a.update(best=[{'turn': 0, 'score': 1}])),
    ('another version', lambda a: a.update(version=2)),
]


def check_schema(failures, attune, project, folder):
    _, validator = read_schema(project / 'data/schemas/session.schema.json')
    document = json.loads(score(attune, *HELPERS, *BY, '--quote', '--format', 'json', 'all.csv', folder=folder,
                                failures=failures))
    lines = [json.loads(line) for line in
             score(attune, *HELPERS, '--format', 'jsonl', 'all.csv', folder=folder, failures=failures).splitlines()]
    for value in (document, *lines):
        problems = [f'{error.json_path}: {error.message}' for error in validator.iter_errors(value)]
        failures.expect(not problems, '\n'.join(problems))
    failures.expect(document['sessions'] and len(lines) == len(document['sessions']), 'not a line for each session')
    through = list(breaches_let_through(validator, lines[0], BREACHES))
    for name, _ in BREACHES:
        failures.expect(name not in through, f'the schema lets through: {name}')
    total = document['corpus']['misses']
    failures.expect(all(total[name] == sum(line['misses'][name] for line in lines) for name in total),
                    'what the corpus misses is not the sum of its sessions')
    codebook = (project / 'data/codebook.yaml').read_text(encoding='utf-8')
    patterns, moves = (sorted(re.findall(r'\{name: (\w+)', part)) for part in codebook.split('\nmoves:'))
    failures.expect(list(lines[0]['misses']) == patterns and list(lines[0]['moves']) == moves,
                    'a line does not count every pattern and move of the codebook')


def check_same_bytes(failures, attune, folder):
    """Any number of jobs, merged parts, and a run that goes on all give what one run gives."""
    for form in FORMATS:
        words = (*HELPERS, *BY, '--quote', '--format', form)
        one = score(attune, *words, '--jobs', '1', 'first.csv', 'second.csv', folder=folder, failures=failures)
        many = score(attune, *words, '--jobs', '4', 'first.csv', 'second.csv', folder=folder, failures=failures)
        failures.expect(one == many, f'{form}: four jobs say something else than one')
        parts = []
        for part in ('first', 'second'):
            lines = score(attune, *HELPERS, *BY, '--quote', '--format', 'jsonl', f'{part}.csv', folder=folder)
            Path(folder, f'{part}.jsonl').write_bytes(lines)
            parts.append(lines)
        merged = score(attune, '--merge', '--format', form, 'first.jsonl', 'second.jsonl', folder=folder,
                       failures=failures)
        failures.expect(one == merged, f'{form}: merged parts say something else than one run')
        whole = b''.join(parts)
        for size in (0, 1, len(whole) // 3, len(whole) // 2, len(whole) - 1, len(whole)):
            Path(folder, 'begun.jsonl').write_bytes(whole[:size])
            resumed = score(attune, *words, '--resume', 'begun.jsonl', 'first.csv', 'second.csv', folder=folder,
                            failures=failures)
            failures.expect(one == resumed, f'{form}: a run that goes on from byte {size} says something else')
    score(attune, *HELPERS, *BY, '--resume', 'second.jsonl', 'first.csv', 'second.csv', folder=folder, status=2,
          failures=failures)


class Page(html.parser.HTMLParser):
    """What stands in a page: tags with their attributes, and the texts of style and script."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.inline, self.inside = [], {'style': '', 'script': ''}, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.inside = tag if tag in self.inline else None

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.inline[self.inside] += data


def check_page(failures, attune, folder):
    text = score(attune, *HELPERS, *BY, '--quote', '--format', 'html', 'all.csv', folder=folder,
                 failures=failures).decode()
    page = Page(text)
    policy = next((a['content'] for tag, a in page.tags
                   if tag == 'meta' and a.get('http-equiv') == 'Content-Security-Policy'), '')
    failures.expect(policy.startswith("default-src 'none'") and 'unsafe' not in policy, f'the policy is {policy!r}')
    for name, body in page.inline.items():
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        failures.expect(f"{name}-src 'sha256-{digest}'" in policy, f'the digest of the {name} should be {digest}')
    failures.expect([tag for tag, _ in page.tags].count('script') == 1, 'a text became a script')
    for tag, attributes in page.tags:
        failures.expect(tag not in ('img', 'link', 'iframe', 'object', 'b', 'i'), f'the page has a <{tag}>')
        for name, value in attributes.items():
            failures.expect(not name.startswith('on') and name not in ('src', 'style'), f'<{tag} {name}>')
            failures.expect(name != 'href' or value.startswith('#'), f'a link leads to {value}')
    for tag, attributes in page.tags:
        if tag == 'svg' and attributes.get('role') == 'img':
            failures.expect(attributes.get('aria-label'), 'a drawing has no words')
    failures.expect('&lt;script&gt;alert(1)' in text, 'the quoted markup is not there as text')


def check_privacy(failures, attune, folder):
    for form in FORMATS:
        silent = score(attune, *HELPERS, '--format', form, 'all.csv', folder=folder, failures=failures).decode()
        failures.expect(SECRET not in silent and 'demoted' not in silent, f'{form}: words are shown unasked')
        quoted = score(attune, *HELPERS, '--quote', '--redact', '--format', form, 'all.csv', folder=folder,
                       failures=failures).decode()
        failures.expect(SECRET not in quoted, f'{form}: a name is not blanked')


def check_table(failures, attune, folder):
    text = score(attune, *HELPERS, *BY, '--format', 'csv', 'all.csv', folder=folder, failures=failures).decode()
    rows = list(csv.reader(text.splitlines()))
    failures.expect(len({len(row) for row in rows}) == 1, 'rows of the table differ in length')
    failures.expect(not any(cell[:1] in tuple('=+-@') for row in rows for cell in row), 'a cell is a formula')


def check_interruption(failures, attune, folder):
    """A stream that never ends, and Ctrl-C: what was done is written, as whole lines."""
    chats = ''.join(json.dumps({'id': str(n), 'dialog': [{'speaker': w, 'text': t} for w, t in session(n)]}) + '\n'
                    for n in range(1, 400, 2)).encode()
    out = Path(folder, 'stopped.jsonl')
    run = subprocess.Popen([attune, 'score', '--helper', 'Dana', '--format', 'jsonl', '--output', str(out), '-'],
                           stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder)
    run.stdin.write(chats)
    run.stdin.flush()
    time.sleep(1)
    failures.expect(not out.exists(), 'the file was there before it was whole')
    run.send_signal(signal.SIGINT)
    try:
        _, said = run.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        run.kill()
        failures.expect(False, 'Ctrl-C does not end it')
        return
    failures.expect(run.returncode == 130, f'after Ctrl-C: exit {run.returncode}: {said.decode()}')
    lines = out.read_text(encoding='utf-8').splitlines() if out.exists() else []
    failures.expect(len(lines) > 50 and all(json.loads(line) for line in lines), f'{len(lines)} lines after Ctrl-C')
    failures.expect(not [name for name in os.listdir(folder) if name.startswith('.attune')], 'a scrap was left')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: check_score.py ATTUNE PROJECT')
    attune, project = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve()
    failures = Failures()
    with tempfile.TemporaryDirectory() as folder:
        write_table(Path(folder, 'all.csv'), range(1, 41))
        write_table(Path(folder, 'first.csv'), range(1, 18))
        write_table(Path(folder, 'second.csv'), range(18, 41))
        check_schema(failures, attune, project, folder)
        check_same_bytes(failures, attune, folder)
        check_page(failures, attune, folder)
        check_privacy(failures, attune, folder)
        check_table(failures, attune, folder)
        check_interruption(failures, attune, folder)
    failures.finish()


if __name__ == '__main__':
    main()

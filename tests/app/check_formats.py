# SPDX-License-Identifier: MIT
"""Reads what `attune check` prints for other programs as those programs would, and compares it with its JSON.

    check_formats.py ATTUNE

CSV is parsed, annotations are taken apart as GitHub's runner does it, SARIF is held to the part of its schema that is
used here (sarif.schema.json: the names, types and limits of the standard). The texts hold what could break out of
each: quotation marks, breaks, formulas, `::` and `%`, escapes of terminals, bytes that are no text.
"""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

sys.path.insert(0, str(Path(__file__).parent))
from checking import Failures, breaches_let_through, read_schema

TEXT = ('Oh no. "You should" rest,\nyou should get over it.\n\n'
        '=cmd|x, you should let go. ::error::You should go home%0A\n\n'
        'Ça va? 😀 You\x1b[31m should just quit your job.\u202e It could be worse.\n\n'
        'I hear you.\n').encode() + b'\nYou should \xff rest.\n'
NAME = 'a,b: 100% "é".txt'
RECORDS = [{'id': '=1+1', 'reply': 'You should rest.\nIt could be worse.'},
           {'id': '"quoted" 😀\n', 'statement': 'I want to kill myself.', 'reply': 'You should rest.'},
           {'id': -7, 'reply': 'Everything happens for a reason.'}, {'reply': 'Cheer up.'}]


class Runner:
    def __init__(self, attune, folder):
        self.attune, self.folder = attune, folder

    def __call__(self, form, *words, status=1, stdin=b''):
        done = subprocess.run([self.attune, 'check', '--format', form, '--no-rewrites', *words], cwd=self.folder,
                              input=stdin, capture_output=True, timeout=60,
                              env={'HOME': self.folder, 'LC_ALL': 'C.UTF-8'})
        assert done.returncode == status, (form, words, done.returncode, done.stderr)
        return done.stdout.decode()  # all of it is UTF-8, whatever came in


def flagged(answers):
    """(answer, finding) of all that counts, in order; None in place of a finding where risk is mentioned."""
    for answer in answers:
        if answer['risk']:
            yield answer, None
            continue
        for finding in answer['findings']:
            if finding['confidence'] >= 0.5:
                yield answer, finding


def check_csv(failures, run, words, answers):
    text = run('csv', *words)
    rows = list(csv.DictReader(io.StringIO(text, newline='')))
    wanted = list(flagged(answers))
    failures.expect(len(rows) == len(wanted) > 3, f'csv: {len(rows)} rows for {len(wanted)} findings')
    for row, (answer, finding) in zip(rows, wanted):
        failures.expect(None not in row and None not in row.values(), f'csv: a row is too long or short: {row}')
        failures.expect(not any(re.match(r'[=+@\t\r\n]|-\D', cell) for cell in row.values()),
                        f'csv: a spreadsheet would run {row}')
        if finding is None:
            failures.expect(row['pattern'] == 'risk' and not row['rule'], f'csv: {row}')
            continue
        same = all(row[key] == str(finding[key]) for key in ('pattern', 'rule', 'kind', 'start', 'end', 'severity'))
        failures.expect(same and float(row['confidence']) == finding['confidence'] and
                        row['text'].removeprefix("'") == finding['text'], f'csv: {row} for {finding}')


UNSAID = {'%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ','}


def check_github(failures, run, words, answers, name):
    lines = run('github', *words).split('\n')
    wanted = list(flagged(answers))
    failures.expect(lines.pop() == '' and len(lines) == len(wanted), f'github: {len(lines)} lines, {len(wanted)} wanted')
    for line, (answer, finding) in zip(lines, wanted):
        found = re.fullmatch(r'::(notice|warning|error) ([^:]*)::(.*)', line)
        failures.expect(found is not None, f'github: {line!r}')
        if found is None:
            continue
        parts = {}
        for part in found[2].split(','):
            key, value = part.split('=', 1)
            parts[key] = re.sub('%25|%0D|%0A|%3A|%2C', lambda m: UNSAID[m[0]], value)
        failures.expect(parts['file'] == name, f'github: {parts}')
        failures.expect(not re.search('[\x00-\x1f\x7f\u202e]', line), f'github: raw control characters in {line!r}')
        if finding is None:
            failures.expect(found[1] == 'notice', f'github: {line!r}')
            continue
        failures.expect(found[1] == ['notice', 'warning', 'error'][finding['severity'] - 1] and
                        finding['rule'] in parts['title'], f'github: {line!r} for {finding}')
        if 'col' in parts and 'endColumn' in parts:
            size = len(finding['text'].rstrip())
            failures.expect(int(parts['endColumn']) - int(parts['col']) + 1 == size, f'github: {line!r} for {finding}')


def check_sarif(failures, run, validator, words, answers, name, lines):
    log = json.loads(run('sarif', *words))
    problems = [f'sarif: {error.json_path}: {error.message}' for error in validator.iter_errors(log)]
    failures.expect(not problems, '\n'.join(problems))
    results, rules = log['runs'][0]['results'], log['runs'][0]['tool']['driver']['rules']
    wanted = list(flagged(answers))
    failures.expect(len(results) == len(wanted), f'sarif: {len(results)} results, {len(wanted)} wanted')
    failures.expect(len({rule['id'] for rule in rules}) == len(rules), 'sarif: a rule stands there twice')
    for result, (answer, finding) in zip(results, wanted):
        failures.expect(rules[result['ruleIndex']]['id'] == result['ruleId'], f'sarif: {result}')
        place = result['locations'][0]['physicalLocation']
        failures.expect(unquote(place['artifactLocation']['uri']) == name, f'sarif: {place}')
        if finding is None:
            failures.expect(result['kind'] == 'review' and result['level'] == 'none', f'sarif: {result}')
            continue
        failures.expect(result['ruleId'] == finding['rule'] and result['message']['text'] == finding['message'] and
                        result['level'] == ['note', 'warning', 'error'][finding['severity'] - 1], f'sarif: {result}')
        region = place['region']
        if 'startColumn' in region:  # the words must stand there in the file
            span = lines[region['startLine'] - 1:region['endLine']]
            span[-1] = span[-1][:region['endColumn'] - 1]
            span[0] = span[0][region['startColumn'] - 1:]
            failures.expect('\n'.join(span) == finding['text'].rstrip(), f'sarif: {span} for {finding}')
    return log


BREACHES = [
    ('no version', lambda log: log.pop('version')),
    ('a level that is none', lambda log: log['runs'][0]['results'][0].update(level='fatal')),
    ('a result without a message', lambda log: log['runs'][0]['results'][0].pop('message')),
    ('a property that SARIF has not', lambda log: log['runs'][0]['results'][0].update(severity=2)),
    ('a line of 0', lambda log: log['runs'][0]['results'][0]['locations'][0]['physicalLocation']['region']
     .update(startLine=0)),
    ('a rule without an id', lambda log: log['runs'][0]['tool']['driver']['rules'][0].pop('id')),
    ('a level beside a kind that is no failure', lambda log: log['runs'][0]['results'][0].update(kind='review')),
]


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: check_formats.py ATTUNE')
    _, validator = read_schema(Path(__file__).parent / 'sarif.schema.json')
    failures = Failures()
    with tempfile.TemporaryDirectory() as folder:
        run = Runner(os.path.abspath(sys.argv[1]), folder)
        Path(folder, NAME).write_bytes(TEXT)
        Path(folder, 'records.jsonl').write_text('\n'.join(json.dumps(r) for r in RECORDS), encoding='utf-8')
        logs = []
        for name, words in ((NAME, (NAME,)), ('records.jsonl', ('--input', 'jsonl', 'records.jsonl'))):
            answers = [json.loads(line) for line in run('jsonl', *words).splitlines()]
            check_csv(failures, run, words, answers)
            check_github(failures, run, words, answers, name)
            lines = TEXT.decode(errors='replace').split('\n')
            logs.append(check_sarif(failures, run, validator, words, answers, name, lines))
        through = list(breaches_let_through(validator, logs[0], BREACHES))
        failures.expect(not through, f'the schema of SARIF lets through: {through}')
        # Nothing found, nothing to name, something missing: still a whole document.
        empty = json.loads(run('sarif', '-', status=0, stdin=b'I hear you.'))
        failures.expect(validator.is_valid(empty) and empty['runs'][0]['results'] == [], f'sarif: {empty}')
        typed = json.loads(run('sarif', '--reply', 'You should rest.'))
        failures.expect(validator.is_valid(typed) and typed['runs'][0]['results'][0]['locations'] == [], f'{typed}')
        broken = json.loads(run('sarif', 'missing.txt', status=2))
        failures.expect(validator.is_valid(broken) and
                        broken['runs'][0]['invocations'] == [{'executionSuccessful': False}], f'sarif: {broken}')
        failures.expect(run('github', '-', stdin=b'You should rest.').startswith('::warning title='), 'github: stdin')
    failures.finish()


if __name__ == '__main__':
    main()

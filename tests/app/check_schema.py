#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the JSON of `attune check` to its schema, data/schemas/reading.schema.json.

    check_schema.py ATTUNE PROJECT

Exchanges of many kinds are read in each way that prints JSON. Every output must be valid, every `start` and `end` must
cut its `text` out of the reply, and every part of the schema must have been met. Breaches planted in a reading must be
noticed, and the names of patterns and moves be those of the codebook. Exit 0: all of it holds; 1: what does not, one a
line.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from checking import Failures, breaches_let_through, read_schema

# (name, record, what must be true of its answer)
RECORDS = [
    ('an unknown statement', {'id': 'a', 'reply': 'You should sell the car.'}, lambda a: a['statement'] is None),
    ('a null statement', {'id': 'b', 'statement': None, 'reply': 'Okay then.'}, lambda a: a['statement'] is None),
    ('risk in the statement', {'id': 'c', 'statement': 'I want to kill myself.', 'reply': 'You should go for a run.'},
     lambda a: a['risk'] and a['statement']['risk']),
    ('risk in the reply', {'id': 'd', 'statement': 'The bakery was shut.', 'reply': 'Then go and kill yourself.'},
     lambda a: a['risk'] and not a['statement']['risk']),
    ('an empty reply', {'id': 'e', 'statement': 'Nobody came to my recital.', 'reply': ''},
     lambda a: [(f['pattern'], f['start'], f['end']) for f in a['findings']] == [('silence', 0, 0)]),
    ('a flagged reply', {'id': 'f', 'statement': 'My landlord is throwing us out and I am so scared.',
                         'reply': 'At least you have a month. You should just call a lawyer.'},
     lambda a: a['rewrites'] and a['statement']['feelings']),
    ('two rules in one sentence', {'id': 'g', 'reply': 'Why did you even go? Have you tried yoga? Stop crying.'},
     lambda a: any('rules' in f for f in a['findings'])),
    ('an attuned reply', {'id': 'h', 'statement': 'My brother moved away without a goodbye.',
                          'reply': 'It sounds like you felt really alone when he left. That makes sense. '
                                   'What was it like for you?'},
     lambda a: a['moves'] and a['questions']['open'] == 1 and not a['rewrites']),
    ('asked-for advice', {'id': 'i', 'statement': 'What should I do about the leak?', 'reply': 'Call a plumber.'},
     lambda a: a['statement']['asked']),
    ('a numeric id', {'id': 7, 'reply': 'You are overreacting.'}, lambda a: a['id'] == 7),
    ('a fractional id', {'id': -2.5, 'reply': 'I hear you.'}, lambda a: a['id'] == -2.5),
    ('a missing id', {'reply': 'You should rest.'}, lambda a: 'id' not in a and 'file' not in a and a['line'] > 0),
    ('letters beyond ASCII', {'id': 'ü', 'statement': 'Mein Café 😞 closed and I am sad.',
                              'reply': '«Déjà vu» 😀👩‍👩‍👧 — at least you tried. 你好, you should let go… Don’t cry 🙃!'},
     lambda a: len([f for f in a['findings'] if f['start'] > 0]) > 1),
    ('half a surrogate', {'id': 'j', 'reply': '\ud83d you should sleep.'}, lambda a: a['findings']),
    ('control characters', {'id': 'k', 'reply': 'Well\t\x07\x1b[31m.\n"No"\\ you should sleep.'},
     lambda a: a['findings']),
    ('no JSON', '{"id": "l", "reply": ', lambda a: 'error' in a and 'id' not in a),
    ('no object', '["reply"]', lambda a: 'error' in a),
    ('no reply', {'id': 'm', 'statement': 'I lost my keys.'}, lambda a: 'error' in a and a['id'] == 'm'),
    ('a reply that is no text', {'id': 8, 'reply': 5}, lambda a: 'error' in a and a['id'] == 8),
    ('an id that is neither', {'id': ['n'], 'reply': 'Hm.'}, lambda a: 'error' in a and 'id' not in a),
]

PARAGRAPHS = ['At least it was only a bike.', 'Ça va? You should get over it.\nEveryone loses things 🚲.',
              'I am here for you.']

# (name, what spoils a valid answer to a flagged reply)
BREACHES = [
    ('a field nobody knows', lambda a: a.update(mood='fine')),
    ('no score', lambda a: a.pop('score')),
    ('a score above 100', lambda a: a.update(score=101)),
    ('an id that is a list', lambda a: a.update(id=['f'])),
    ('an id beside a line', lambda a: a.update(line=1)),
    ('an unknown pattern', lambda a: a['findings'][0].update(pattern='rudeness')),
    ('an unknown move', lambda a: a['rewrites'][0].update(moves=['hugging'])),
    ('a confidence of 0', lambda a: a['findings'][0].update(confidence=0)),
    ('a start before the reply', lambda a: a['findings'][0].update(start=-1)),
    ('a finding without its rule', lambda a: a['findings'][0].pop('rule')),
    ('a feeling without its family', lambda a: a['statement']['feelings'][0].pop('family')),
    ('rewrites where risk is mentioned', lambda a: a.update(risk=True, score=0, level=0)),
    ('an error beside a reading', lambda a: a.update(error='broken')),
]


def run(attune, *words, stdin=''):
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run([attune, 'check', *words], input=stdin.encode(), capture_output=True, timeout=60,
                              env={'HOME': home, 'LC_ALL': 'C.UTF-8'})
    return done.returncode, done.stdout.decode()


def repaired(reply):
    """The reply as attune reads it: half a surrogate is a U+FFFD."""
    return re.sub('[\ud800-\udfff]', '\ufffd', reply)


def check_valid(failures, validator, name, value):
    problems = [f'{name}: {error.json_path}: {error.message}' for error in validator.iter_errors(value)]
    failures.expect(not problems, '\n'.join(problems))


def check_spans(failures, name, reply, answer):
    for part in answer.get('findings', []) + answer.get('moves', []):
        cut = reply[part['start']:part['end']]
        failures.expect(part['start'] <= part['end'] <= len(reply) and cut == part['text'],
                        f'{name}: {part["start"]}-{part["end"]} is {cut!r}, not {part["text"]!r}')


def answers_of(failures, validator, name, output, form):
    """The answers in an output of either form, each of them valid."""
    if form == 'jsonl':
        answers = [json.loads(line) for line in output.splitlines()]
        for answer in answers:
            check_valid(failures, validator, name, answer)
        return answers
    document = json.loads(output)
    failures.expect(isinstance(document, dict) and 'version' in document, f'{name}: the document says no version')
    check_valid(failures, validator, name, document)
    return document['replies']


def check_records(failures, validator, attune, form):
    """Reads all records at once; gives back the answers."""
    lines = [record if isinstance(record, str) else json.dumps(record) for _, record, _ in RECORDS]
    status, output = run(attune, '--input', 'jsonl', '--format', form, '-', stdin='\n'.join(lines))
    failures.expect(status == 2, f'records as {form}: exit {status}, though some are broken')
    answers = answers_of(failures, validator, f'records as {form}', output, form)
    failures.expect(len(answers) == len(RECORDS), f'records as {form}: {len(answers)} answers to {len(RECORDS)}')
    for (name, record, holds), answer in zip(RECORDS, answers):
        failures.expect(holds(answer), f'{name}: not what it should show: {json.dumps(answer)}')
        if isinstance(record, dict) and isinstance(record.get('reply'), str):
            check_spans(failures, name, repaired(record['reply']), answer)
    return answers


def check_text(failures, validator, attune, form):
    """Plain text from a file, from a pipe, from the command line, and none at all; gives back the answers."""
    given = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'drafts.txt')
        path.write_text('\n\n'.join(PARAGRAPHS) + '\n', encoding='utf-8')
        given.append((str(path), PARAGRAPHS, run(attune, '--format', form, str(path))[1]))
    given.append(('<stdin>', PARAGRAPHS[1:], run(attune, '--format', form, stdin='\n\n'.join(PARAGRAPHS[1:]))[1]))
    given.append((None, PARAGRAPHS[:1],
                  run(attune, '--format', form, '--to', 'My bike is gone.', '--reply', PARAGRAPHS[0])[1]))
    given.append((None, [], run(attune, '--format', form)[1]))
    all_answers = []
    for source, replies, output in given:
        name = f'{len(replies)} replies from {source or "the command line"} as {form}'
        answers = answers_of(failures, validator, name, output, form)
        failures.expect(len(answers) == len(replies), f'{name}: {len(answers)} answers')
        for reply, answer in zip(replies, answers):
            failures.expect(answer.get('file') == source, f'{name}: comes from {answer.get("file")}')
            check_spans(failures, name, reply, answer)
        all_answers += answers
    return all_answers


def check_coverage(failures, schema, answers):
    """Each field that the schema knows was seen: what nothing meets is not tested."""
    seen = set()

    def walk(value):
        if isinstance(value, dict):
            seen.update(value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
            walk(inner)

    walk(answers)
    for name in ('rejection', 'reading', 'statement', 'feeling', 'finding', 'move', 'rewrite'):
        for field in schema['$defs'][name]['properties']:
            failures.expect(field in seen, f'{name}: no answer has `{field}`')


def check_breaches(failures, validator, answers):
    sound = next(answer for answer in answers if answer.get('id') == 'f')
    through = list(breaches_let_through(validator, sound, BREACHES))
    for name, _ in BREACHES:
        failures.expect(name not in through, f'the schema lets through: {name}')
    failures.expect(not validator.is_valid({'version': 2, 'replies': []}), 'the schema lets through: another version')


def check_names(failures, schema, codebook):
    """The codebook is YAML; a name a line is all that is wanted of it."""
    patterns, moves = (re.findall(r'\{name: (\w+)', part) for part in codebook.split('\nmoves:'))
    defs = schema['$defs']
    failures.expect(defs['finding']['properties']['pattern']['enum'] == patterns,
                    'patterns are not those of the codebook')
    failures.expect(defs['move_name']['enum'] == moves, 'moves are not those of the codebook')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: check_schema.py ATTUNE PROJECT')
    attune, project = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
    schema, validator = read_schema(project / 'data/schemas/reading.schema.json')
    failures = Failures()
    answers = []
    for form in ('jsonl', 'json'):
        answers += check_records(failures, validator, attune, form)
        answers += check_text(failures, validator, attune, form)
    check_coverage(failures, schema, answers)
    check_breaches(failures, validator, answers)
    check_names(failures, schema, (project / 'data/codebook.yaml').read_text(encoding='utf-8'))
    failures.finish(f'{len(answers)} answers, ')


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the JSON of `attune eval` to its schema, data/schemas/evaluation.schema.json, and its figures to their own evidence.

    check_evaluation.py ATTUNE PROJECT

The published corpus is measured with everything that eval can tell. The document must be valid, planted breaches must be
noticed, and precision, recall, F1 and what each rule earns must come out the same when they are counted here from the
evidence that eval gives. Exit 0: all of it holds; 1: what does not, one a line.
"""
import json
import os
import subprocess
import sys
from pathlib import Path

from checking import breaches_let_through, read_schema

BREACHES = [
    ('a field nobody knows', lambda d: d.update(mood='fine')),
    ('no patterns', lambda d: d.pop('patterns')),
    ('a precision above 1', lambda d: d['patterns']['fixing'].update(precision=1.5)),
    ('a count below 0', lambda d: d['any_miss'].update(right=-1)),
    ('a confusion without none', lambda d: d['confusion'].pop('none')),
    ('a rule without its label', lambda d: d['rules'][0].pop('label')),
    ('a wrong hit without its words', lambda d: next(r for r in d['rules'] if r['worst'])['worst'][0].pop('text')),
    ('a label that is neither', lambda d: d['evidence']['cases'][0]['labels'].update(fixing=2)),
    ('a sentence in which no rule spoke', lambda d: d['evidence']['cases'][0]['sentences'].append(
        {'label': 'fixing', 'rules': []})),
]


def says(case, label, weights, without=None):
    """Whether a label is flagged, as README.md of data/ adds evidence up."""
    for sentence in case['sentences']:
        if sentence['label'] != label:
            continue
        against_chance = kept = 1.0
        for rule in sentence['rules']:
            weight = weights[rule]
            if rule == without:
                continue
            if weight >= 0:
                against_chance *= 1 - weight
            else:
                kept *= 1 + weight
        if (1 - against_chance) * kept >= 0.5 - 1e-6:
            return True
    return False


def counted(cases, label, weights, without=None):
    right = wrong = missed = 0
    for case in cases:
        gold, said = case['labels'].get(label), says(case, label, weights, without)
        if gold is not None:
            right, wrong, missed = right + (gold and said), wrong + (said and not gold), missed + (gold and not said)
    return right, wrong, missed


def f1(right, wrong, missed):
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def check_figures(document):
    cases, weights = document['evidence']['cases'], document['evidence']['weights']
    now = {}
    for label, figures in [*document['patterns'].items(), *document['moves'].items()]:
        right, wrong, missed = now[label] = counted(cases, label, weights)
        if (figures['right'], figures['flagged'], figures['labelled']) != (right, right + wrong, right + missed):
            yield f'{label}: told {figures}, counted {now[label]}'
        if abs(figures['f1'] - f1(*now[label])) > 1e-4 or not figures['low'] <= figures['f1'] <= figures['high']:
            yield f'{label}: F1 {figures["f1"]} within {figures["low"]}..{figures["high"]}, counted {f1(*now[label]):.4f}'
    for told in document['rules']:
        rule, label = told['rule'], told['label']
        spoke = [c for c in cases if any(rule in s['rules'] for s in c['sentences'])]
        change = f1(*now[label]) - f1(*counted(cases, label, weights, rule))
        if abs(change - told['f1_change']) > 1.1e-4:
            yield f'{rule}: F1 changes by {told["f1_change"]}, counted {change:.4f}'
        turned = [c for c in spoke if label in c['labels'] and
                  says(c, label, weights) != says(c, label, weights, rule)]
        earns = sum(says(c, label, weights) == bool(c['labels'][label]) for c in turned)
        if (told['earns'], told['costs']) != (earns, len(turned) - earns):
            yield f'{rule}: earns {told["earns"]} and costs {told["costs"]}, counted {earns} and {len(turned) - earns}'
    for rule in document['silent_rules']:
        if any(rule in s['rules'] for c in cases for s in c['sentences']):
            yield f'{rule} is told to be silent and spoke'


def check(attune, project):
    _, validator = read_schema(project / 'data/schemas/evaluation.schema.json')
    done = subprocess.run([attune, 'eval', '--format', 'json', '--evidence', '--missed', 'fixing', '--worst', '2',
                           str(project / 'tests/corpus')], capture_output=True)
    if done.returncode or done.stderr:
        yield f'exit {done.returncode}: {done.stderr.decode()}'
        return
    document = json.loads(done.stdout.decode())
    for error in validator.iter_errors(document):
        yield f'{"/".join(map(str, error.absolute_path))}: {error.message[:200]}'
    short = document | {'evidence': {
        'weights': document['evidence']['weights'], 'cases': document['evidence']['cases'][:1]}}
    for name in breaches_let_through(validator, short, BREACHES):
        yield f'a breach is not noticed: {name}'
    yield from check_figures(document)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    found = list(check(os.path.abspath(sys.argv[1]), Path(sys.argv[2])))
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()

# SPDX-License-Identifier: MIT
"""Holds the schemas of pack files to the packs and to attune's own reader.

    check_schemas.py ATTUNE PROJECT

Every shipped file keeps to the schema of its kind. What attune's reader says of an unknown key lists the keys that
there are: wherever a map of fixed keys stands, the schema must know the same ones. Breaches that the reader tells
must break the schema, too.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / 'app'))
from checking import Failures  # also finds a python3 that has jsonschema

import json
import warnings

import yaml
from jsonschema import Draft202012Validator

with warnings.catch_warnings():
    warnings.simplefilter('ignore')  # Debian 12 has nothing newer
    from jsonschema import RefResolver

# Where files of a kind lie: a folder or a file, and their schema.
KINDS = {'codebook.yaml': 'codebook', 'frames.yaml': 'frames', 'safety.yaml': 'safety', 'lexicon/': 'lexicon',
         'signals/': 'signals', 'patterns/': 'pattern', 'moves/': 'move', 'phrases/': 'phrases',
         'topics/': 'topics',
         'scenarios/': 'scenarios', 'skills/': 'skills'}


class Yaml12(yaml.SafeLoader):
    """Plain words mean what YAML 1.2 says, as for attune: `no` is a word."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in ((':bool', 'true|false', 'tf'), (':null', 'null|~|', ['n', '~', '']),
                            (':int', r'[-+]?[0-9]+', '-+0123456789'),
                            (':float', r'[-+]?[0-9]*\.[0-9]+', '-+.0123456789')):
    Yaml12.add_implicit_resolver('tag:yaml.org,2002' + tag, re.compile(f'^(?:{pattern})$'), list(first))

RULE = '''id: {id}
    cue: you should rest
    weight: 0.5
    hits: [You should rest., "You should rest, now."]
    misses: [I rest., We rest.]
'''
PATTERN = 'pattern: fixing\nkinds:\n  direct: {{title: a plan, why: a plan}}\nrules:\n  - ' + RULE.format(
    id='fixing.direct.zz')
# A sound file of each kind, and the maps in it: (where a strange key goes in, the path of that map in the schema).
FILES = {
    'patterns/zz.yaml': PATTERN.format(),
    'moves/zz.yaml': 'move: naming\nrules:\n  - ' + RULE.format(id='naming.zz'),
    'signals/zz.yaml': 'signals:\n  - signal: zz\n    about: zz\n    rules:\n      - ' +
                       RULE.format(id='zz.zz').replace('\n', '\n    ').rstrip() + '\n',
    'frames.yaml': 'frames:\n  - frame: quoted\n    about: zz\n    covers: quotation\n',
    'lexicon/zz.yaml': 'classes:\n  zz: [one]\nfamilies:\n  zz:\n    noun: zz\n    undershoot: zz\n',
    'codebook.yaml': 'version: 1\npatterns:\n  - name: fixing\n    title: zz\n    definition: zz\n    severity: 2\n'
                     'moves:\n  - name: naming\n    title: zz\n    definition: zz\n',
    'phrases/zz.yaml': 'bank: zz\nabout: zz\nphrases:\n  - text: Zz.\n    moves: [presence]\ndefaults:\n  styles: [warm]\n',
    'topics/zz.yaml': 'topics:\n  - topic: zz\n    about: zz\n    cue: i rest\n    hits: [I rest., So I rest.]\n'
                      '    misses: [You rest., We rest.]\n    receive: Zz.\n',
    'scenarios/zz.yaml': 'deck: zz\ntitle: zz\nabout: zz\nrelation: friend\nscenarios:\n  - id: zz.zz\n    level: 1\n'
                         '    feeling: anger\n    says: Zz.\n',
    'skills/zz.yaml': 'skill: zz\ntitle: zz\nabout: zz\ntask: zz\ndrill: spot\nrelation: friend\nexercises:\n'
                      '  - id: zz.zz\n    says: Zz.\n    replies: [One., Two., {text: Three., misses: fixing}]\n',
    'skills/name.yaml': 'skill: yy\ntitle: zz\nabout: zz\ntask: zz\ndrill: name\nrelation: friend\nexercises:\n'
                        '  - id: yy.zz\n    says: Zz.\n    feelings: [anger]\n    offer: Zz.\n',
    'skills/turn.yaml': 'skill: xx\ntitle: zz\nabout: zz\ntask: zz\ndrill: turn\nmoves: [asking]\nrelation: friend\n'
                        'exercises:\n  - id: xx.zz\n    says: Zz.\n    thought: Zz.\n    offer: Zz.\n',
    'skills/draft.yaml': 'skill: ww\ntitle: zz\nabout: zz\ntask: zz\ndrill: draft\nmoves: [asking]\nrelation: friend\n'
                         'exercises:\n  - id: ww.zz\n    says: Zz.\n    offer: Zz.\n',
    'safety.yaml': 'card:\n  - text: zz\nsignals: []\n',
}


def schema_of(path):
    return next(name for place, name in KINDS.items() if path == place or
                (place.endswith('/') and path.startswith(place)))


def validators(folder):
    schemas = {path.name: json.loads(path.read_text(encoding='utf-8')) for path in folder.glob('*.schema.json')}
    store = {(folder / name).as_uri(): schema for name, schema in schemas.items()}
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
    return {name.removesuffix('.schema.json'):
            Draft202012Validator(schema, resolver=RefResolver((folder / name).as_uri(), schema, store=store))
            for name, schema in schemas.items()}


def load(text):
    return yaml.load(text, Yaml12)


def check_shipped(failures, checks, data):
    files = sorted(data.rglob('*.yaml'))
    failures.expect(len(files) > 50, f'{len(files)} shipped files')
    for path in files:
        name = path.relative_to(data).as_posix()
        problems = [f'{name}: {error.json_path}: {error.message[:200]}'
                    for error in checks[schema_of(name)].iter_errors(load(path.read_text(encoding='utf-8')))]
        failures.expect(not problems, '\n'.join(problems[:3]))


def complaints(attune, path, text):
    """What attune says of a pack with that one file laid over the built-in ones."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, 'pack', path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding='utf-8')
        done = subprocess.run([attune, 'rules', 'list', 'pack'], cwd=folder, capture_output=True, text=True,
                              timeout=60, env={'HOME': folder, 'LC_ALL': 'C.UTF-8'})
        return done.stderr


def maps_of(value, way=()):
    if isinstance(value, dict):
        yield way, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []:
        yield from maps_of(inner, way + (key,))


def keys_in_schema(checks, name, document, way):
    """The keys that may stand in the map at `way`, by asking the schema about a strange one."""
    strange = json.loads(json.dumps(document))
    at = strange
    for step in way:
        at = at[step]
    at['zzqqzz'] = 1

    def deep(errors):
        for error in errors:
            yield error
            yield from deep(error.context)

    found = [error.schema['properties'] for error in deep(checks[name].iter_errors(strange))
             if error.validator == 'additionalProperties' and tuple(error.absolute_path) == way]
    return set(found[0]) if found else None


def check_keys(failures, attune, checks):
    told = 0
    for path, text in FILES.items():
        name = schema_of(path)
        document = load(text)
        problems = [error.message for error in checks[name].iter_errors(document)]
        failures.expect(not problems, f'{path}: a sound file breaks the schema: {problems}')
        for way, _ in maps_of(document):
            strange = json.loads(json.dumps(document))
            at = strange
            for step in way:
                at = at[step]
            at['zzqqzz'] = 1
            said = complaints(attune, path, yaml.safe_dump(strange, sort_keys=False, allow_unicode=True))
            listed = re.search(r'unknown key `zzqqzz`(?:.*\n)*?.*help: keys are (.*)', said)
            in_schema = keys_in_schema(checks, name, document, way)
            failures.expect((listed is None) == (in_schema is None),
                            f'{path} at {way}: schema and reader differ on whether keys are fixed: {said}')
            if listed is None or in_schema is None:
                continue
            told += 1
            by_reader = set(re.findall(r'`([^`]+)`', listed[1]))
            # The reader takes `format` before it looks at a file's keys.
            failures.expect(by_reader == in_schema - ({'format'} if not way else set()),
                            f'{path} at {way}: reader {sorted(by_reader)}, schema {sorted(in_schema)}')
    failures.expect(told >= 25, f'only {told} maps with fixed keys were compared')


BREACHES = [
    ('patterns/zz.yaml', 'weight: 0.5', 'weight: 2'),
    ('patterns/zz.yaml', 'misses: [I rest., We rest.]', 'misses: [I rest.]'),
    ('patterns/zz.yaml', '    cue: you should rest\n', ''),
    ('patterns/zz.yaml', 'weight: 0.5', 'weight: 0.5\n    marks: word'),
    ('patterns/zz.yaml', 'pattern: fixing\n', 'format: 2\npattern: fixing\n'),
    ('frames.yaml', 'covers: quotation', 'covers: everything'),
    ('frames.yaml', 'covers: quotation', 'covers: clause'),
    ('lexicon/zz.yaml', 'zz: [one]', 'zz: one'),
    ('codebook.yaml', 'severity: 2', 'severity: 4'),
    ('codebook.yaml', 'version: 1', 'version: 2'),
    ('phrases/zz.yaml', 'phrases:\n  - text: Zz.\n    moves: [presence]\n', 'phrases: []\n'),
    ('scenarios/zz.yaml', 'level: 1', 'level: 5'),
    ('scenarios/zz.yaml', 'relation: friend', 'relation: pal'),
    ('skills/zz.yaml', '[One., Two., {', '[{'),
    ('skills/zz.yaml', 'drill: spot', 'drill: name'),
]


def check_breaches(failures, attune, checks):
    for path, sound, spoiled in BREACHES:
        failures.expect(sound in FILES[path], f'{path} has no {sound!r}')
        text = FILES[path].replace(sound, spoiled, 1)
        failures.expect(not checks[schema_of(path)].is_valid(load(text)), f'{path}: the schema lets {spoiled!r} through')
        failures.expect('error:' in complaints(attune, path, text), f'{path}: the reader lets {spoiled!r} through')


def check_outputs(failures, attune, checks):
    """The project file, what config prints of it, and a baseline."""
    project = {'fail-on': 2, 'ignore': ['silence'], 'select': 'fixing', 'min-confidence': 0.6, 'no-rewrites': True,
               'for': 'friend', 'style': 'warm', 'region': 'us', 'baseline': 'known.json', 'pack': ['rules']}
    failures.expect(set(project) == set(checks['project'].schema['properties']), 'the schema of .attune.yaml')
    with tempfile.TemporaryDirectory() as folder:
        def run(*words, status=0):
            done = subprocess.run([attune, *words], cwd=folder, capture_output=True, text=True, timeout=60,
                                  env={'HOME': folder, 'LC_ALL': 'C.UTF-8'})
            failures.expect(done.returncode == status, f'{words}: exit {done.returncode}: {done.stderr}')
            return done

        def expect_valid(name, value):
            problems = [f'{name}: {error.json_path}: {error.message}' for error in checks[name].iter_errors(value)]
            failures.expect(not problems, '\n'.join(problems))

        Path(folder, 'notes.txt').write_text('You should rest.\n\nYou should rest.\n\nCheer up.\n', encoding='utf-8')
        Path(folder, 'records.jsonl').write_text('{"id": "a", "reply": "You should rest."}\n', encoding='utf-8')
        run('check', '--baseline', 'known.json', '--write-baseline', 'notes.txt')
        expect_valid('baseline', json.loads(Path(folder, 'known.json').read_text(encoding='utf-8')))
        run('check', '--baseline', 'ids.json', '--write-baseline', '--input', 'jsonl', 'records.jsonl')
        baseline = json.loads(Path(folder, 'ids.json').read_text(encoding='utf-8'))
        expect_valid('baseline', baseline)
        failures.expect(baseline['findings'][0]['id'] == '"a"', 'a baseline without ids of records')

        expect_valid('config', json.loads(run('config', '--format', 'json').stdout))
        Path(folder, 'rules').mkdir()
        Path(folder, '.attune.yaml').write_text(yaml.safe_dump(project), encoding='utf-8')
        expect_valid('project', project)
        config = json.loads(run('config', '--format', 'json').stdout)
        expect_valid('config', config)
        failures.expect({row['name'] for row in config['settings'] if row['from'] == 'project file'} ==
                        set(project) - {'pack'} and config['packs'][1]['folder'] == 'rules',
                        f'config does not show what the project says: {config}')
        # The reader knows the same settings, and no other.
        Path(folder, '.attune.yaml').write_text('zzqqzz: 1\n', encoding='utf-8')
        listed = re.search(r'settings are (.*)', run('config', status=2).stderr)
        failures.expect(set(re.findall('`([^`]+)`', listed[1])) == set(project), f'settings: {listed[1]}')
        failures.expect(not checks['project'].is_valid({'zzqqzz': 1}), 'the schema of .attune.yaml takes anything')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: check_schemas.py ATTUNE PROJECT')
    attune, data = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve() / 'data'
    failures = Failures()
    checks = validators(data / 'schemas')
    check_shipped(failures, checks, data)
    check_keys(failures, attune, checks)
    check_breaches(failures, attune, checks)
    check_outputs(failures, attune, checks)
    failures.finish()


if __name__ == '__main__':
    main()

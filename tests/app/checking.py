# SPDX-License-Identifier: MIT
"""What the checks of JSON in this folder share: the validator of a schema file, and the count of what does not hold."""
import copy
import json
import os
import sys

DEBIANS = '/usr/bin/python3'
try:
    from jsonschema import Draft202012Validator
except ImportError:  # another python3 came first in PATH; the package belongs to Debian's
    if sys.prefix == '/usr' or not os.path.exists(DEBIANS):
        sys.exit('python3-jsonschema is missing')
    os.execv(DEBIANS, [DEBIANS, '-B', *sys.argv])


class Failures:
    def __init__(self):
        self.count = self.checked = 0

    def expect(self, holds, what):
        self.checked += 1
        if not holds:
            self.count += 1
            print(what)

    def finish(self, before='', behind=''):
        """Tells the counts and ends the check."""
        print(f'{before}{self.checked} checks, {self.count} failed{behind}')
        sys.exit(1 if self.count else 0)


def read_schema(path):
    """The schema, itself held to the rules for schemas, and its validator."""
    schema = json.loads(path.read_text(encoding='utf-8'))
    Draft202012Validator.check_schema(schema)
    return schema, Draft202012Validator(schema)


def breaches_let_through(validator, sound, breaches):
    """The names of those (name, what spoils a valid value) that the schema does not notice."""
    for name, spoil in breaches:
        spoiled = copy.deepcopy(sound)
        spoil(spoiled)
        if validator.is_valid(spoiled):
            yield name

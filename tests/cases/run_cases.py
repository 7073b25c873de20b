#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the golden cases: what one types, and all that must come out.

    run_cases.py ATTUNE [--update] [CASE ...]

A case is one file, NAME.case. It opens with what it shows; then sections follow, each below a line of its own:

    === file NAME     a file that lies in the folder where the command runs
    === command       for sh; `attune` is the binary, the screen is 80 columns wide and without colour
    === stdin         what is piped in; nothing when the section is missing
    === stdout
    === stderr        must be empty when the section is missing
    === exit          0 when the section is missing

Control characters are written as \\xNN, and a last line without a line break is followed by a line `\\`.
--update writes what came out into the cases; read the difference before you keep it.
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def read_case(path):
    """A list of (section name, text), the first one named ''."""
    sections = [['', '']]
    for line in path.read_text(encoding='utf-8').splitlines(keepends=True):
        head = re.match(r'=== (\S.*)\n$', line)
        if head:
            sections.append([head.group(1), ''])
        else:
            sections[-1][1] += line
    return sections


def write_case(path, sections):
    text = ''
    for name, body in sections:
        text += (f'=== {name}\n' if name else '') + body
    path.write_text(text, encoding='utf-8')


def shown(data):
    """Bytes as a case writes them."""
    text = data.decode('utf-8', errors='backslashreplace')
    text = re.sub(r'[\x00-\x08\x0b-\x1f\x7f]', lambda m: f'\\x{ord(m.group()):02x}', text)
    return text if text == '' or text.endswith('\n') else text + '\n\\\n'


def run_case(attune, sections):
    """What came out, as {section: text}."""
    parts = dict(map(tuple, sections))
    with tempfile.TemporaryDirectory() as folder:
        bin_folder = pathlib.Path(folder, 'bin')
        work = pathlib.Path(folder, 'work')
        bin_folder.mkdir()
        work.mkdir()
        os.symlink(attune, bin_folder / 'attune')
        for name, body in sections:
            if name.startswith('file '):
                target = work / name.removeprefix('file ')
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(body, encoding='utf-8')
        env = {'PATH': f'{bin_folder}:/usr/bin:/bin', 'HOME': folder, 'LC_ALL': 'C.UTF-8', 'TERM': 'dumb',
               'COLUMNS': '80'}
        done = subprocess.run(['sh', '-c', parts['command']], cwd=work, env=env, timeout=60, capture_output=True,
                              input=parts.get('stdin', '').encode())
    return {'stdout': shown(done.stdout), 'stderr': shown(done.stderr), 'exit': f'{done.returncode}\n'}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('attune')
    parser.add_argument('cases', nargs='*', type=pathlib.Path)
    parser.add_argument('--update', action='store_true')
    options = parser.parse_args()
    attune = os.path.abspath(options.attune)
    cases = options.cases or sorted(HERE.glob('*.case'))
    failed = 0
    for path in cases:
        sections = read_case(path)
        expected = {'stdout': '', 'stderr': '', 'exit': '0\n'} | {n: b for n, b in sections if n}
        got = run_case(attune, sections)
        wrong = [name for name in got if got[name] != expected[name]]
        if not wrong:
            continue
        if options.update:
            kept = [s for s in sections if s[0] not in got]
            defaults = {'stdout': '', 'stderr': '', 'exit': '0\n'}
            write_case(path, kept + [[n, got[n]] for n in got if got[n] != defaults[n]])
            print(f'updated {path.name}')
            continue
        failed += 1
        print(f'--- {path.name}: {sections[0][1].strip()}')
        for name in wrong:
            sys.stdout.writelines(difflib.unified_diff(expected[name].splitlines(keepends=True),
                                                       got[name].splitlines(keepends=True), f'{name} expected', name))
    if not cases:
        sys.exit('no cases found')
    print(f'{len(cases)} cases, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()

# SPDX-License-Identifier: MIT
"""Checks the completions and the manual page that attune prints.

    check_completions.py ATTUNE

Bash completes lines as a person would type them; zsh and fish are asked whether they can read theirs, and fish
completes some, too; mandoc and groff look over the page. A shell or tool that is not here is passed over, and told.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from checking import Failures

# (line, with the cursor at its end; candidates that must be there; candidates that must not)
LINES = [
    ('attune ', {'check', 'score', 'rules', 'completions', 'help'}, {'list', '--to', 'rules list'}),
    ('attune ch', {'check'}, {'score'}),
    ('attune rules ', {'list', 'test', 'lint'}, {'check'}),
    ('attune check --', {'--to', '--format', '--pack', '--write-baseline'}, {'--helper', '--deck'}),
    ('attune check --fo', {'--format', '--for'}, {'--to'}),
    ('attune check --format ', {'text', 'csv', 'github', 'sarif'}, {'html', 'drafts.txt'}),
    ('attune check --format s', {'sarif'}, {'csv'}),
    ('attune score --format ', {'html', 'csv'}, {'sarif'}),
    ('attune check --ignore min', {'minimizing'}, {'fixing'}),
    ('attune check --to ', set(), {'drafts.txt', '--format'}),
    ('attune --pack rules --color never check --style ', {'brief', 'warm', 'plain'}, {'text'}),
    ('attune practice --deck gri', {'grief'}, {'teen'}),
    ('attune explain nam', {'naming'}, {'fixing'}),
    ('attune completions ', {'bash', 'zsh', 'fish'}, {'check'}),
    ('attune rules lint ', {'drafts.txt', 'my pack'}, {'list'}),
    ('attune check dr', {'drafts.txt'}, {'my pack'}),
    ('attune check --pack ', {'my pack'}, {'drafts.txt'}),
    ('attune nonsense ', set(), {'check', 'drafts.txt'}),
]


def printed(attune, *words):
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run([attune, *words], capture_output=True, timeout=60, check=True, cwd=home,
                              env={'HOME': home, 'LC_ALL': 'C.UTF-8'})
    return done.stdout.decode()


def bash_candidates(script, folder, line):
    words = line.split(' ')
    run = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _attune; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(['bash', '--norc', '-c', run, 'bash', script, *words], cwd=folder, capture_output=True,
                          text=True, timeout=60)
    return done.stdout.split('\n'), done.stderr


def check_bash(failures, script, folder):
    failures.expect(subprocess.run(['bash', '-n', script]).returncode == 0, 'bash cannot read its completions')
    for line, wanted, unwanted in LINES:
        found, complaints = bash_candidates(script, folder, line)
        failures.expect(not complaints, f'bash at {line!r}: {complaints}')
        failures.expect(wanted <= set(found), f'bash at {line!r}: {sorted(wanted - set(found))} missing in {found}')
        failures.expect(not unwanted & set(found), f'bash at {line!r}: {sorted(unwanted & set(found))} offered')
    # bash hands "--format=s" over as three words.
    run = ('source "$1"; COMP_WORDS=(attune check --format = s); COMP_CWORD=4; _attune; echo "${COMPREPLY[*]}"; '
           'COMP_WORDS=(attune check --format =); COMP_CWORD=3; _attune; echo "${COMPREPLY[*]}"')
    done = subprocess.run(['bash', '--norc', '-c', run, 'bash', script], capture_output=True, text=True, timeout=60)
    first, second = done.stdout.splitlines()
    failures.expect(first == 'sarif' and 'csv' in second.split(), f'bash at --format=: {done.stdout}{done.stderr}')


def check_fish(failures, script, folder):
    failures.expect(subprocess.run(['fish', '--no-execute', script]).returncode == 0,
                    'fish cannot read its completions')
    for line, wanted, unwanted in LINES:
        done = subprocess.run(['fish', '--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script, line],
                              cwd=folder, capture_output=True, text=True, timeout=60, env=os.environ | {'HOME': folder})
        found = {row.split('\t')[0].rstrip('/').replace('\\ ', ' ') for row in done.stdout.splitlines()}
        wanted = wanted - {'help'}
        failures.expect(wanted <= found, f'fish at {line!r}: {sorted(wanted - found)} missing in {sorted(found)}')
        failures.expect(not unwanted & found, f'fish at {line!r}: {sorted(unwanted & found)} offered')


def check_zsh(failures, script):
    failures.expect(subprocess.run(['zsh', '-f', '-n', script]).returncode == 0, 'zsh cannot read its completions')
    # Loaded as a shell loads it, every function must be there.
    run = ('autoload -Uz compinit; compinit -D -u; source $1; '
           'print ${(k)functions[(I)_attune*]}; print ${_comps[attune]}; print ${#_attune_common}')
    done = subprocess.run(['zsh', '-f', '-c', run, 'zsh', script], capture_output=True, text=True, timeout=60)
    rows = done.stdout.split('\n')
    failures.expect({'_attune', '_attune_commands', '_attune_rules', '_attune_arguments'} <= set(rows[0].split()) and
                    rows[1] == '_attune' and int(rows[2]) > 3, f'zsh: {done.stdout}{done.stderr}')


def check_page(failures, attune, page, text, passed_over):
    names = set(re.findall(r'^  ((?:\w+ )*\w+)  ', printed(attune, '--help').split('Commands')[1].split('Flags')[0],
                           re.MULTILINE))
    failures.expect(len(names) > 8, f'help lists {names}')
    for name in names:
        failures.expect(f'.SS attune {name}\n' in text, f'the page says nothing of `attune {name}`')
    failures.expect(text.isascii(), 'the page is not ASCII')
    failures.expect('.SH EXIT STATUS' in text and '.SH ENVIRONMENT' in text, 'the page lacks a part')
    if shutil.which('mandoc'):
        done = subprocess.run(['mandoc', '-Tlint', '-Wwarning', page], capture_output=True, text=True)
        failures.expect(done.returncode == 0, f'mandoc: {done.stdout}')
    else:
        passed_over.append('mandoc')
    if shutil.which('groff'):
        done = subprocess.run(['groff', '-man', '-ww', '-Tutf8', '-z', page], capture_output=True, text=True)
        failures.expect(done.returncode == 0 and not done.stderr, f'groff: {done.stderr}')
    else:
        passed_over.append('groff')


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: check_completions.py ATTUNE')
    attune = os.path.abspath(sys.argv[1])
    failures, passed_over = Failures(), []
    with tempfile.TemporaryDirectory() as folder:
        scripts = {}
        for shell in ('bash', 'zsh', 'fish'):
            scripts[shell] = str(Path(folder, f'completions.{shell}'))
            Path(scripts[shell]).write_text(printed(attune, 'completions', shell), encoding='utf-8')
        page = Path(folder, 'attune.1')
        page.write_text(printed(attune, 'man'), encoding='utf-8')
        work = Path(folder, 'work')
        Path(work, 'my pack').mkdir(parents=True)
        Path(work, 'drafts.txt').touch()
        check_bash(failures, scripts['bash'], str(work))
        for shell, check in (('zsh', lambda: check_zsh(failures, scripts['zsh'])),
                             ('fish', lambda: check_fish(failures, scripts['fish'], str(work)))):
            if shutil.which(shell):
                check()
            else:
                passed_over.append(shell)
        check_page(failures, attune, str(page), page.read_text(encoding='utf-8'), passed_over)
    failures.finish(behind=f'; not here and passed over: {", ".join(passed_over)}' if passed_over else '')


if __name__ == '__main__':
    main()

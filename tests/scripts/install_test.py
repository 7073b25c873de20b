# SPDX-License-Identifier: MIT
"""What `cmake --install` puts below a fresh folder is whole and runs, and the hook for pre-commit does as it says.

    install_test.py BUILD PROJECT
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / 'app'))
from checking import Failures

import yaml

WANTED = ['bin/attune', 'share/man/man1/attune.1', 'share/bash-completion/completions/attune',
          'share/zsh/vendor-completions/_attune', 'share/fish/vendor_completions.d/attune.fish',
          'share/attune/schemas/pattern.schema.json', 'share/attune/schemas/project.schema.json',
          'share/doc/attune/README.md', 'share/doc/attune/copyright']


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=120, **more)


def check_installed(failures, build, prefix):
    done = run('cmake', '--install', build, '--prefix', prefix)
    failures.expect(done.returncode == 0, f'cmake --install: {done.stderr}')
    for name in WANTED:
        failures.expect(Path(prefix, name).is_file() and Path(prefix, name).stat().st_size > 0, f'{name} is missing')
    attune = Path(prefix, 'bin/attune')
    home = {'HOME': prefix, 'LC_ALL': 'C.UTF-8'}
    done = run(attune, 'check', '--format', 'concise', '--reply', 'At least you still have a job.', env=home)
    failures.expect(done.returncode == 1 and 'minimizing' in done.stdout, f'attune check: {done}')
    for name, words in (('share/man/man1/attune.1', ('man',)),
                        ('share/bash-completion/completions/attune', ('completions', 'bash'))):
        failures.expect(run(attune, *words, env=home).stdout == Path(prefix, name).read_text(encoding='utf-8'),
                        f'{name} is not what attune prints')


def check_hook(failures, project, prefix):
    """Runs the hook as pre-commit does: its entry, then the files whose names it takes."""
    hook, = yaml.safe_load((project / '.pre-commit-hooks.yaml').read_text(encoding='utf-8'))
    failures.expect(set(hook) >= {'id', 'name', 'entry', 'language'} and hook['language'] == 'system', str(hook))
    names = ['notes.md', 'notes.txt', 'code.py']
    taken = [name for name in names if re.search(hook['files'], name)]
    failures.expect(taken == names[:2], f'the hook takes {taken}')
    for text, status in (('I hear you.\n', 0), ('You should get over it.\n', 1)):
        for name in names:
            Path(prefix, name).write_text(text, encoding='utf-8')
        done = run('sh', '-c', hook['entry'] + ' "$@"', 'sh', *taken, cwd=prefix,
                   env={'PATH': f'{prefix}/bin:/usr/bin:/bin', 'HOME': prefix, 'LC_ALL': 'C.UTF-8'})
        failures.expect(done.returncode == status and bool(done.stdout) == bool(status), f'{text!r}: {done}')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: install_test.py BUILD PROJECT')
    failures = Failures()
    with tempfile.TemporaryDirectory() as prefix:
        check_installed(failures, Path(sys.argv[1]).resolve(), prefix)
        check_hook(failures, Path(sys.argv[2]), prefix)
    failures.finish()


if __name__ == '__main__':
    main()

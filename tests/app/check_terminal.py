#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plays practice sessions on a terminal of its own: what is asked at the first start, keys, widths.

    check_terminal.py ATTUNE
"""
import fcntl
import os
import pathlib
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time

ATTUNE = os.path.abspath(sys.argv[1])
PATIENCE = 30  # seconds; machines are slow at times
failures = []


class Terminal:
    """attune on a pseudo-terminal."""

    def __init__(self, home, *words, columns=80, term='xterm'):
        self.seen = b''
        self.read_to = 0
        self.prompt = 'You: ' if '--plain' in words else '> '
        env = {'PATH': '/usr/bin:/bin', 'HOME': home, 'LC_ALL': 'C.UTF-8', 'TERM': term}
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.execve(ATTUNE, ['attune', *words], env)
        self.resize(columns)

    def resize(self, columns):
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def type(self, keys):
        os.write(self.end, keys.encode())

    def answer(self, keys):
        """Types at the next prompt. It is shown a moment before the keys are the editor's; until then the terminal
        takes Ctrl-C and Ctrl-D for its own."""
        self.wait_for(self.prompt)
        until = time.monotonic() + PATIENCE
        while termios.tcgetattr(self.end)[3] & termios.ICANON and time.monotonic() < until:
            time.sleep(0.001)
        self.type(keys)

    def wait_for(self, text, seconds=PATIENCE):
        """What came up to and with `text`, from where the last wait ended."""
        until = time.monotonic() + seconds
        wanted = text.encode()
        while (found := self.seen.find(wanted, self.read_to)) < 0:
            left = until - time.monotonic()
            if left <= 0 or not self.read(left):
                failures.append(f'{text!r} did not come; there was {self.seen[self.read_to:].decode(errors="replace")!r}')
                return ''
        came = self.seen[self.read_to:found + len(wanted)]
        self.read_to = found + len(wanted)
        return came.decode(errors='replace')

    def read(self, seconds):
        if not select.select([self.end], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self.end, 65536)
        except OSError:  # it has gone
            return False
        self.seen += piece
        return piece != b''

    def status(self):
        while self.read(PATIENCE):
            pass
        until = time.monotonic() + PATIENCE
        while (ended := os.waitpid(self.pid, os.WNOHANG)) == (0, 0):
            if time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.01)
        return os.waitstatus_to_exitcode(ended[1])


def check(holds, what):
    if not holds:
        failures.append(what)


def without_codes(text):
    return re.sub(r'\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]', '', text)


def first_start(home):
    terminal = Terminal(home, 'practice', '--no-pause', '--seed', '1')
    terminal.wait_for('asked only once')
    terminal.answer('maybe\n')
    terminal.wait_for('Enter for no.')
    terminal.answer('y\n')
    terminal.wait_for('says:')
    terminal.answer('It could be worse.\n')
    terminal.wait_for('They say:')
    terminal.answer('\x04')
    check(terminal.status() == 0, 'Ctrl-D ends a session with 0')
    state = pathlib.Path(home, '.local/state/attune')
    check(state.stat().st_mode & 0o777 == 0o700, 'the folder of the history is for its owner alone')
    for file in state.iterdir():
        check(file.stat().st_mode & 0o777 == 0o600, f'{file.name} is for its owner alone')
        check(b'could be worse' not in file.read_bytes(), f'{file.name} holds no words of a draft')


def second_start(home):
    terminal = Terminal(home, 'practice', '--no-pause')
    came = terminal.wait_for('says:')
    check('asked only once' not in came, 'the question comes once')
    terminal.answer(':quit\n')
    check(terminal.status() == 0, ':quit ends a session with 0')


def keys(home):
    terminal = Terminal(home, 'practice', '--no-pause')
    terminal.wait_for('says:')
    terminal.answer(':de\t')
    terminal.wait_for('ck ')
    terminal.type('partn\t\n')
    terminal.wait_for('Your partner')
    terminal.answer(':s\tx\x03')
    terminal.wait_for('^C')
    terminal.answer('\x03')
    terminal.wait_for('Ctrl-D or :quit leaves.')
    terminal.answer(':s\t\t')
    terminal.wait_for(':skill')
    terminal.type('\x03')
    terminal.wait_for('^C')
    terminal.answer('Sigríður, það er erfitt – 真的\x04\n')
    terminal.wait_for('真的')
    # Between two prompts the terminal sends signals of its own; none of them ends a session.
    os.kill(terminal.pid, signal.SIGINT)
    terminal.answer(':quit\n')
    terminal.wait_for('Thank you for practising.')
    check(terminal.status() == 0, 'a session with odd keys ends with 0')


def narrow(home):
    terminal = Terminal(home, 'practice', '--no-pause', '--deck', 'partner', columns=40)
    terminal.wait_for('says:')
    terminal.answer('You should just calm down. It could be worse, you know.\n')
    terminal.answer(':why\n')
    terminal.wait_for('attune explain')
    terminal.resize(60)
    terminal.answer(':help\n')
    terminal.answer(':quit\n')
    check(terminal.status() == 0, 'a narrow session ends with 0')
    for line in without_codes(terminal.seen.decode(errors='replace')).replace('\r', '\n').split('\n'):
        typed = line.startswith('> ')
        check(typed or len(line) <= 60, f'a line is wider than the window: {line!r}')


def pause(home):
    terminal = Terminal(home, 'practice')
    terminal.wait_for('A breath first')
    terminal.wait_for('in ')
    began = time.monotonic()
    terminal.type(' ')
    terminal.wait_for('What might they feel?')
    check(time.monotonic() - began < 4, 'a key cuts the breath short')
    terminal.answer('tired\n')
    terminal.wait_for('And what do you feel?')
    terminal.answer('\n')
    terminal.wait_for('what would you say')
    terminal.answer('\x04')
    check(terminal.status() == 0, 'a session with a pause ends with 0')


def dumb(home):
    terminal = Terminal(home, 'practice', '--no-pause', term='dumb')
    terminal.wait_for('says:')
    terminal.answer('It could be worse.\n')
    terminal.wait_for('They say:')
    terminal.answer(':quit\n')
    check(terminal.status() == 0, 'a session on a dumb terminal ends with 0')
    check(b'\x1b' not in terminal.seen, 'a dumb terminal gets no escapes')


def declined():
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal(home, 'practice', '--plain')
        terminal.wait_for('asked only once')
        terminal.answer('\n')
        terminal.wait_for('says:')
        terminal.answer(':quit\n')
        check(terminal.status() == 0, 'who declines can practise')
        again = Terminal(home, 'practice', '--plain')
        check('asked only once' not in again.wait_for('says:'), 'a no is remembered')
        again.answer(':quit\n')
        again.status()


def main():
    with tempfile.TemporaryDirectory() as home:
        for play in (first_start, second_start, keys, narrow, pause, dumb):
            play(home)
    declined()
    for failure in failures:
        print(failure)
    sys.exit(1 if failures else 0)


main()

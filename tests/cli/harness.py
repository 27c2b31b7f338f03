# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command line and reports as TAP.

usage of the tests: test-NAME.py BELLWETHER_CLI SAMPLE
"""
import contextlib
import os
import subprocess
import sys
import tempfile
import traceback

CLI, SAMPLE = map(os.path.abspath, sys.argv[1:3])
DONE, USAGE, INPUT, OUTPUT = range(4)

# A small export whose figures can be checked by hand: four tickets of March, one of February.
TICKETS = '''Ticket ID,Channel,Agent,Created,First reply,Solved,Subject
1,email,Ada Lovelace,2025-02-10 09:00:00,2025-02-10 09:30:00,2025-02-10 10:00:00,old
2,email,Ada Lovelace,2025-03-03 09:00:00,2025-03-03 10:00:00,2025-03-03 11:00:00,one
3,chat,Björn Å,2025-03-04 09:00:00,2025-03-04 09:10:00,2025-03-05 09:00:00,"two, ""quoted"""
4,chat,Björn Å,2025-03-05 09:00:00,,,three
5,=cmd,Ada Lovelace,2025-03-31 09:00:00,2025-03-31 09:20:00,2025-03-31 12:00:00,four
'''


class Skip(Exception):
    pass


class Run:
    def __init__(self, *arguments, env=None, **more):
        environment = dict(os.environ, **(env or {}))
        more.setdefault('stdout', subprocess.PIPE)
        done = subprocess.run([CLI, *arguments], stderr=subprocess.PIPE, env=environment,
                              stdin=subprocess.DEVNULL, timeout=60, **more)
        self.status = done.returncode
        self.bytes = done.stdout or b''
        self.output = self.bytes.decode()
        self.errors = done.stderr.decode()

    def expect(self, status, *words):
        """The status, and words that the messages must have."""
        assert self.status == status, f'exit status {self.status}, expected {status}: {self.errors}'
        for word in words:
            assert word in self.errors, f'“{word}” is not in: {self.errors}'
        assert 'CRITICAL' not in self.errors and 'WARNING' not in self.errors, self.errors
        return self


@contextlib.contextmanager
def folder(**files):
    """A new current folder with files of these contents ('_' in a name stands for '.')."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as path:
        os.chdir(path)
        try:
            for name, contents in files.items():
                write(name.replace('_', '.'), contents)
            yield path
        finally:
            os.chdir(before)


@contextlib.contextmanager
def locked(path, **files):
    """A new folder with files of these contents in which nobody may write, root neither."""
    def run(*command):
        if subprocess.run(command, stderr=subprocess.DEVNULL).returncode != 0:
            raise Skip('mounting is not permitted, and permissions do not stop root')

    def fill():
        for name, contents in files.items():
            write(f'{path}/{name.replace("_", ".")}', contents)

    os.mkdir(path)
    if os.geteuid() != 0:
        fill()
        os.chmod(path, 0o555)
        yield
        os.chmod(path, 0o755)
        return
    run('mount', '-t', 'tmpfs', 'none', path)
    try:
        fill()
        run('mount', '-o', 'remount,ro', path)
        yield
    finally:
        subprocess.run(['umount', path], check=True)


def write(name, contents):
    with open(name, 'w', encoding='utf-8', newline='') as file:
        file.write(contents)


def read(name):
    with open(name, 'rb') as file:
        return file.read()


def run_tests(names):
    tests = [(n.removeprefix('test_'), t) for n, t in names.items() if n.startswith('test_')]
    failed = False
    print(f'1..{len(tests)}')
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f'ok {number} {name}')
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}')
        except Exception:
            failed = True
            print(f'not ok {number} {name}')
            print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()), end='')
    sys.exit(failed)

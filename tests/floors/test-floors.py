# SPDX-License-Identifier: GPL-3.0-or-later
"""An include that climbs does not compile: every header from every floor, with that floor's flags.

usage: test-floors.py SRC COMPILE_COMMANDS
"""
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

# What each floor may include from, itself apart; it also sees what those see.
BELOW = {
    'base': [],
    'model': ['base'],
    'import': ['model'],
    'metrics': ['model'],
    'chart': ['model'],
    'report': ['metrics', 'chart'],
    'export': ['report'],
    'ui': ['import', 'export'],
    'cli': ['import', 'export'],
    'app': ['ui'],
}


def visible(floor):
    seen = {floor}
    for below in BELOW[floor]:
        seen |= visible(below)
    return seen


def read_commands(path):
    """floor -> the compiler's command line for one of its files, without input and output"""
    commands = {}
    for entry in json.load(open(path)):
        floor = os.path.basename(os.path.dirname(entry['file']))
        is_ours = os.path.basename(os.path.dirname(os.path.dirname(entry['file']))) == 'src'
        if floor not in BELOW or not is_ours or not entry['file'].endswith('.c') or floor in commands:
            continue
        words, arguments = shlex.split(entry['command']), []
        skip = False
        for word in words:
            if skip or word == '-c' or word == entry['file']:
                skip = False
            elif word in ('-o', '-MF', '-MQ'):
                skip = True
            elif word not in ('-MD', '-MMD'):
                arguments.append(word)
        commands[floor] = (entry['directory'], arguments)
    return commands


def compiles(directory, arguments, include):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'climb.c')
        with open(path, 'w') as file:
            file.write(f'#include "{include}"\nextern int climb;\nint climb = 1;\n')
        run = subprocess.run(arguments + ['-fsyntax-only', path], cwd=directory,
                             capture_output=True, text=True)
        return run.returncode == 0, run.stderr


def find_detours(source):
    """Includes that go round the compiler's search path: "../ui/bw-window.h"."""
    found = []
    for folder, _, names in os.walk(source):
        for name in names:
            path = os.path.join(folder, name)
            for number, line in enumerate(open(path, encoding='utf-8', errors='replace'), 1):
                if name.endswith(('.c', '.h')) and re.match(r'\s*#\s*include\s*"[^"]*/', line):
                    found.append(f'{path}:{number}: {line.strip()}')
    return found


def main():
    source, commands = sys.argv[1], read_commands(sys.argv[2])
    # Folders with sources only, and cli and app have no headers for others.
    headers = {f: sorted(h for h in os.listdir(os.path.join(source, f)) if h.endswith('.h'))
               for f in BELOW if os.path.isdir(os.path.join(source, f))}
    cases = []
    for floor in sorted(commands):
        for other in BELOW:
            if headers.get(other):
                may = other in visible(floor)
                # One header shows that a folder is seen; that it is not, all of them.
                cases += [(floor, other, h, may) for h in headers[other][:1 if may else None]]
    print(f'1..{len(cases) + 1}')
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda c: compiles(*commands[c[0]], c[2]), cases)
        for number, ((floor, other, header, may), (ok, errors)) in enumerate(zip(cases, results), 1):
            wanted = 'sees' if may else 'does not see'
            print(f"{'ok' if ok == may else 'not ok'} {number} {floor} {wanted} {header} of {other}")
            if ok != may:
                print(''.join(f'# {line}\n' for line in errors.splitlines()), end='')
    detours = find_detours(source)
    print(f"{'not ok' if detours else 'ok'} {len(cases) + 1} nobody includes by a path")
    print(''.join(f'# {line}\n' for line in detours), end='')


main()
